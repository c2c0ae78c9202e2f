"""Floor 5: a view to bytes. Knows no site, no sources and no output folder."""
