"""A few pages of a site that stands, made anew in this process: what comes of an edit of what documents say.

The site is that of the last build but for some cells (`resumption`). Which pages
these concern is found along the traces; all others are neither looked at nor
listed. Where more than a few pages are due, or the output is not as the last
build left it, None says that a build of everything has to see to it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace

from site_builder.content.rereading import Forgotten
from site_builder.drawers import Damaged
from site_builder.ending import Turned, built_of, sentences
from site_builder.incremental.recorder import Record
from site_builder.incremental.spreading import affected
from site_builder.last_build import save_last
from site_builder.looking import Look
from site_builder.outcome import Built, Options
from site_builder.output.folder import OutputFolder, open_output
from site_builder.output.ledger import Ledger
from site_builder.output.publish import Published, publish
from site_builder.output.staging import Staging, open_staging
from site_builder.output.survey import Glance, Survey, glance_of, remarks, survey
from site_builder.pages.keys import PageKey
from site_builder.pages.kinds import CARD, DOCUMENTS, template_of
from site_builder.prepared import Prepared, stop_at
from site_builder.production import Made, Standing, Workshop
from site_builder.resumption import resume
from site_builder.turnout import remembered
from site_builder.workers import without_looking_for_cycles

NOT_CLOSED = frozenset({CARD, *DOCUMENTS})
"""Kinds whose traces hold no digest of a template."""
MOST_AT_ONCE = 200
"""So many pages are made in this process; more are worth the starting of workers."""


def revised(look: Look) -> Built | None:
    """What a build did that had a few edits of known documents to see to; None where there is more to it.

    Imports less than half of the program: next to building nothing at all, this is
    what most calls of ``build`` come to. Raises what `build.build_site` does.
    """
    with without_looking_for_cycles(), suppress(Forgotten, Damaged):
        resumed = resume(look, is_whole=False)
        turned = revise(resumed, look.options, look.glanced) if resumed else None
        return turned.built if turned else None
    return None


def revise(
    prepared: Prepared, options: Options, glanced: Callable[[OutputFolder], Glance | None] = lambda _: None
) -> Turned | None:
    """Make what an edit concerns of a site that was resumed from disk. Raises what `build.build_site` does.

    ``glanced`` gives what is known of the output already.
    """
    folders, last = prepared.folders, prepared.changes.last
    assert last is not None, "it goes on from a last build"
    with sentences(folders), open_output(folders.output, folders.site) as folder, open_staging(folder) as staging:
        ledger = folder.ledger()
        seen = glanced(folder) or glance_of(ledger, survey(folder, ledger, verify=options.verify))
        if not seen.stands_as(last.standing):
            return None
        workshop = Workshop(prepared.material)
        due = due_few(prepared, workshop)
        if due is None:
            return None
        desk = Desk(folder, ledger, Survey(frozenset(ledger.rows), seen.strangers), staging)
        made, published = desk.publish(prepared, options, workshop, due)
        warnings = (*prepared.warnings, *remarks(folder, seen.damage, seen.strangers), *published.problems)
        kept = save_last(folders.cache, remembered(prepared, made.traces, published.ledger.print))
    return Turned(built_of(prepared, published, warnings), prepared, kept, published.ledger)


def due_few(prepared: Prepared, workshop: Workshop) -> tuple[PageKey, ...] | None:
    """The pages that the changed cells concern; None where they are too many for one process."""
    last = prepared.changes.last
    assert last is not None, "it goes on from a last build"
    records: tuple[Record, ...] = affected(last.traces, prepared.changes.changed, workshop.read).records
    if len(records) > MOST_AT_ONCE:
        return None
    due = tuple(PageKey(*record.about[:3]) for record in records)
    workshop.trust(
        {template_of(key): record.about[-1] for key, record in zip(due, records, strict=True) if key.kind not in NOT_CLOSED}
    )
    return due


class Desk(Struct, frozen=True):
    """An output that is open for writing, with what stands in it as far as somebody looked."""

    folder: OutputFolder
    ledger: Ledger
    found: Survey
    staging: Staging

    def publish(
        self, prepared: Prepared, options: Options, workshop: Workshop, due: tuple[PageKey, ...]
    ) -> tuple[Made, Published]:
        """Make these pages and publish them; all others stay. Raises `ProblemsInContent` before anything is published."""
        standing = Standing(self.ledger, self.found, self.staging)
        made = workshop.going_on(replace(prepared.material, standing=standing)).made(due)
        stop_at(made.problems, prepared.folders, options)
        return made, publish(self.folder, self.ledger, self.staging, made.staged, None)
