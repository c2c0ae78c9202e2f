"""Floor 2: bytes to typed values. Reads the sources, checks each by itself, knows nothing of other files."""
