"""Floor 1: fingerprints and remembered reads. Knows nothing of football, HTML or files."""
