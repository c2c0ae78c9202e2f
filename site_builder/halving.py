"""Some tens of pages made by two processes: this one, and a fork of it that has read and worked out what this one has.

For these few, worker processes would begin from nothing and come too late. What
the fork does not tell, for whatever reason, is made here after all.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from functools import partial

from site_builder.forks import Line, forked
from site_builder.pages.keys import PageKey
from site_builder.production import Made, Workshop
from site_builder.workers import PATIENCE, PATIENCE_AN_ITEM

LEAST = 16
"""So many pages are worth a fork."""


def made_by_two(workshop: Workshop, keys: Sequence[PageKey], jobs: int) -> Made:
    """All of these, with their traces, as `Workshop.made`. Raises `OutputFailed` where staging fails."""
    if len(keys) < LEAST:
        return workshop.made(keys)
    half = len(keys) // 2
    with forked(partial(_make, workshop, keys[half:]), jobs=jobs) as line:
        if line is None:
            return workshop.made(keys)
        here = workshop.made(keys[:half])
        there = line.hear(Made, PATIENCE + PATIENCE_AN_ITEM * len(keys)) or workshop.made(keys[half:])
    return Made(
        (*here.staged, *there.staged),
        (*here.kept, *there.kept),
        (*here.problems, *there.problems),
        (*here.traces, *there.traces),
    )


def _make(workshop: Workshop, keys: Sequence[PageKey], line: Line) -> None:
    """The life of the fork."""
    threading.Thread(target=_end_with, args=(line.hearing,), daemon=True).start()
    workshop.read.taken()  # what was recorded before is told by the first process
    line.say(workshop.made(keys))


def _end_with(hearing: int) -> None:
    """End when the first process does, which says nothing: nobody wants the pages then."""
    os.read(hearing, 1)
    os._exit(1)
