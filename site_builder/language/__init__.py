"""The language that a site speaks: its words, numbers, dates and lists. Knows nothing of football, HTML or the site."""
