"""A build after which nothing was edited: it ends where it begins.

Imports as little as it can and opens nothing but the head of what is
remembered, since it is what most calls of ``build`` come to.
"""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.last_build import Head, Seen, keep_stamps
from site_builder.looking import Look
from site_builder.outcome import Built
from site_builder.output.faults import OutputFailed, OutputRefused
from site_builder.output.folder import open_output
from site_builder.output.survey import glance, remarks
from site_builder.problems import in_order

MANY = 100
"""So many files whose times prove something by now are worth writing that down."""


def standing_still(look: Look) -> Built | None:
    """What a build did that had nothing to do; None where there is something, or something is wrong with the output."""
    head, options = look.head, look.options
    if head is None or look.edited != () or (options.strict and head.known.warnings):
        return None
    try:
        with open_output(look.folders.output, look.folders.site) as folder:
            found = look.glanced(folder) or glance(folder, verify=options.verify)
            if not found.stands_as(head.standing):
                return None
            said = remarks(folder, found.damage, found.strangers)
            if look.sources.files and _settled(head, look.sources.files) >= MANY:
                keep_stamps(look.folders.cache, head, look.sources.files)
    except (OutputRefused, OutputFailed):
        return None  # a build says it in full
    known = head.known
    return Built(known.matches, known.pages, 0, found.files, 0, in_order((*known.warnings, *said)), (), known.notes)


def _settled(head: Head, files: Mapping[str, Seen]) -> int:
    """How many files need not be read again at the next look, though they had to be at this one."""
    return sum(seen.size >= 0 > head.known.files[path].size for path, seen in files.items())
