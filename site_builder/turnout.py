"""Which pages a build has to make, and what it remembers of those it made.

A page is left alone where its trace says so (nothing that it read holds
something else, its template is what it was) and its file stands in the output
with the render key of that trace. Every other page is made, which may still
show that its file is as it should be.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from site_builder.incremental.blocks import encoded
from site_builder.incremental.recorder import Record, Recorder
from site_builder.incremental.spreading import affected
from site_builder.incremental.traces import Traces
from site_builder.last_build import LastBuild, save_last
from site_builder.output.survey import is_current
from site_builder.pages.keys import PageKey
from site_builder.pages.kinds import CARD, DOCUMENTS, template_of
from site_builder.prepared import Prepared
from site_builder.production import Standing
from site_builder.rendering.closure import closure_digest
from site_builder.rendering.templates import Theme, load_theme

MANY_EDITS = 64
"""After so many the traces of pages that were made again are forgotten: a day of writing must not fill the memory."""


class Due(Struct, frozen=True):
    """The pages to be made, in the order of the plan, and the paths of those that stand as they should.

    ``traces`` are of what had to be computed to know that.
    """

    keys: tuple[PageKey, ...]
    kept: tuple[str, ...]
    traces: tuple[bytes, ...] = ()


def due_pages(prepared: Prepared, standing: Standing) -> Due:
    """What has to be made of a site."""
    last = prepared.changes.last
    if last is None:
        return Due(prepared.keys, ())
    read = Recorder(prepared.material.inputs)
    concerned = affected(last.traces, prepared.changes.changed, read).pages
    closures = _Closures(prepared)
    due: list[PageKey] = []
    kept: list[str] = []
    for key in prepared.keys:
        record = last.traces.page(key.path)
        is_kept = (
            record is not None
            and key.path not in concerned
            and is_current(key.path, record.print, standing.ledger, standing.found)
            and record.about == (key.address, key.kind, key.about, closures.of(key, record))
        )
        if is_kept:
            kept.append(key.path)
        else:
            due.append(key)
    return Due(tuple(due), tuple(kept), encoded(read.taken()))


class _Closures:
    """Digests of what templates are made of; the theme is loaded only where it is not that of the last build."""

    def __init__(self, prepared: Prepared) -> None:
        changes = prepared.changes
        self._is_same = changes.last is not None and changes.last.known.theme == changes.known.theme
        self._prepared = prepared
        self._theme: Theme | None = None
        self._known: dict[str, str] = {}

    def of(self, key: PageKey, record: Record) -> str:
        if self._is_same or key.kind in DOCUMENTS:
            return record.about[-1]
        if key.kind == CARD:
            return ""  # drawn with the theme's fonts, too
        template = template_of(key)
        if template not in self._known:
            material = self._prepared.material
            self._theme = self._theme or load_theme(material.own_templates, material.default_templates, material.compiled)
            self._known[template] = closure_digest(self._theme, template)
        return self._known[template]


def remember(prepared: Prepared, traces: Iterable[bytes], standing: str) -> LastBuild:
    """Keep what the next build can go on from."""
    return save_last(prepared.folders.cache, remembered(prepared, tuple(traces), standing))


def remembered(prepared: Prepared, new: tuple[bytes, ...], standing: str = "") -> LastBuild:
    """What the next build can go on from; ``new`` are the traces of what was made, ``standing`` is as in `LastBuild`."""
    changes = prepared.changes
    if changes.last is None:
        return LastBuild(changes.known, changes.cells, Traces(new), {}, (), standing)
    traces = changes.last.traces
    traces.add(new)
    if changes.replaced is None:
        traces.keep_only({key.path for key in prepared.keys})
        return LastBuild(changes.known, changes.cells, traces, {}, (), standing)
    since = (*changes.last.since, *new)
    if len(since) // MANY_EDITS > len(changes.last.since) // MANY_EDITS:
        since = traces.tidy(since)
    return LastBuild(changes.known, changes.cells, traces, changes.replaced, since, standing, changes.last.base)
