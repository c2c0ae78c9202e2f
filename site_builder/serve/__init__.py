"""Floor 9: the watch mode: what changed in the sources, a build apart, and a server that tells browsers of it."""
