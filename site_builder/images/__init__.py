"""Pictures: what their files are, the sizes they are shown in, and the making of these; needs the extra `[images]`."""
