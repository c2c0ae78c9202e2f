"""Why a text in markdown is not read: there is too much of something in it.

The limits themselves are `markdown_limits`', which stands on Python-Markdown; who
only wants to tell what came of a text need not load that.
"""

from __future__ import annotations


class TooMuch(Exception):
    """The text is refused. ``what`` says what there is too much of; ``at`` is an excerpt of the text or empty."""

    def __init__(self, what: str, at: str = "") -> None:
        self.what = what
        self.at = at
        super().__init__(what)


class TooSlow(TooMuch):
    """Reading the text takes, or would take, too long."""


class TooDeep(TooMuch):
    """Lists or quotes stand in each other too deeply."""
