"""A build after which nothing was edited: it ends where it begins.

Imports as little as it can, since it is what most calls of ``build`` come to.
"""

from __future__ import annotations

from site_builder.last_build import LastBuild
from site_builder.looking import Look
from site_builder.outcome import Built
from site_builder.output.faults import OutputFailed, OutputRefused
from site_builder.output.folder import open_output
from site_builder.output.ledger import Ledger
from site_builder.output.survey import Survey, remarks, survey
from site_builder.problems import in_order


def standing_still(look: Look) -> Built | None:
    """What a build did that had nothing to do; None where there is something, or something is wrong with the output."""
    last, options = look.last, look.options
    if last is None or look.edited != () or (options.strict and last.known.warnings):
        return None
    try:
        with open_output(look.folders.output, look.folders.site) as folder:
            ledger = folder.ledger()
            found = survey(folder, ledger, verify=options.verify)
            planned = _planned(last, ledger, found)
            said = remarks(folder, ledger, found, planned) if planned is not None else ()
    except (OutputRefused, OutputFailed):
        return None  # a build says it in full
    if planned is None:
        return None
    known = last.known
    return Built(known.matches, known.pages, 0, len(planned), 0, in_order((*known.warnings, *said)), (), known.notes)


def _planned(last: LastBuild, ledger: Ledger, found: Survey) -> frozenset[str] | None:
    """All files of the site, where each stands as it was made; None where one does not, or one too many does."""
    pages = last.traces.pages
    planned = frozenset((*pages, *last.known.others))
    stands = found.intact == planned == ledger.rows.keys()
    return planned if stands and all(ledger.rows[path].key == record.print for path, record in pages.items()) else None
