"""How much time a test grants: what is quick on its own is not where each line is counted (``make coverage``)."""

from __future__ import annotations

import sys

COUNTED = 4
"""How many times as long a program takes, at the most, whose lines are counted."""


def seconds(limit: float) -> float:
    """A limit of seconds of the processor."""
    return limit * COUNTED if sys.gettrace() else limit
