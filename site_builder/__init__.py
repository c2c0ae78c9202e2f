"""A static site generator for football match pages."""

__version__ = "0.1.0"
