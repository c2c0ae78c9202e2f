"""Pages made in batches: view, render key, and, where the page is not there already, its bytes in the staging folder.

The part of a build that runs in worker processes. A worker has the whole site
to read (inherited where processes are forked), sends back a few words for each
page and never touches a published file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from site_builder.incremental.fingerprint import fingerprint
from site_builder.incremental.memo import Input, Memo
from site_builder.output.ledger import Ledger, Row
from site_builder.output.staging import Staging
from site_builder.output.survey import Survey, is_current, standing_row
from site_builder.pages.keys import PageKey
from site_builder.pages.kinds import DOCUMENTS, document_of, template_of, view_of
from site_builder.pages.parts import SiteMeta
from site_builder.problems import Problem
from site_builder.rendering.closure import closure_digest
from site_builder.rendering.open_data import written
from site_builder.rendering.template_faults import TemplateFault
from site_builder.rendering.templates import load_theme, render
from site_builder.workers import batches, in_batches

BATCH = 96


@dataclass(frozen=True, slots=True)
class Standing:
    """What the output holds, and where new pages wait; None everywhere for a check that writes nothing."""

    ledger: Ledger
    found: Survey
    staging: Staging

    def row(self, path: str) -> Row | None:
        """The row of a file that stands as recorded, whatever its key: made again with the same bytes, it stays."""
        return standing_row(path, self.ledger, self.found)


@dataclass(frozen=True, slots=True)
class Material:
    """All that making pages needs, as data: it can be sent to a process that was not forked.

    ``tool`` is the fingerprint of everything else that pages rest on: version,
    settings, what all pages share.
    """

    inputs: Mapping[Input[Any, Any], Mapping[Any, Any]]
    site: SiteMeta
    tool: str
    own_templates: Path
    default_templates: Path
    compiled: Path | None
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Made:
    """Some pages: rows of those that were staged, paths of those that stand as they should, and faults of templates."""

    staged: tuple[Row, ...] = ()
    kept: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Workshop:
    """Where pages are made: one in each process, since templates and what rules gave stay in memory."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.theme = load_theme(material.own_templates, material.default_templates, material.compiled)
        self.read = Memo(material.inputs)
        self._closures: dict[str, str] = {}

    def _render_key(self, template: str, view: object) -> str:
        if template not in self._closures:
            self._closures[template] = closure_digest(self.theme, template)
        return fingerprint(view, self._closures[template], self.material.tool)

    def make(self, key: PageKey) -> Row | str | Problem:
        """A page or a document: the row of what was staged, the path of what stands already, or the fault of its template."""
        return self._document(key) if key.kind in DOCUMENTS else self._page(key)

    def _page(self, key: PageKey) -> Row | str | Problem:
        try:
            view = view_of(self.read, key)
            template = template_of(key)
            render_key = self._render_key(template, view)
            if self._stands(key.path, render_key):
                return key.path
            data = render(self.theme, template, self.material.site, view)
        except TemplateFault as fault:
            return fault.problem
        return self._staged(key.path, render_key, data)

    def _document(self, key: PageKey) -> Row | str:
        """Open data: its bytes cost no more than a fingerprint of what stands in them, so they are their own render key."""
        data = written(document_of(self.read, key))
        render_key = fingerprint("data", data)
        return key.path if self._stands(key.path, render_key) else self._staged(key.path, render_key, data)

    def _stands(self, path: str, key: str) -> bool:
        standing = self.material.standing
        return standing is not None and is_current(path, key, standing.ledger, standing.found)

    def _staged(self, path: str, key: str, data: bytes) -> Row | str:
        standing = self.material.standing
        return standing.staging.stage(path, key, data, standing.row(path)) if standing else path


_workshop: Workshop | None = None


def _open(material: Material) -> None:
    """Get a process ready; the one place that keeps something between batches."""
    global _workshop  # noqa: PLW0603 - a worker process is handed its material once, not with every batch
    _workshop = Workshop(material)


def _make_batch(keys: Sequence[PageKey]) -> Made:
    assert _workshop is not None, "a process makes pages after it was opened"
    made = [_workshop.make(key) for key in keys]
    return Made(
        tuple(m for m in made if isinstance(m, Row)),
        tuple(m for m in made if isinstance(m, str)),
        tuple(m for m in made if isinstance(m, Problem)),
    )


def make_pages(material: Material, keys: Sequence[PageKey], jobs: int) -> Iterator[Made]:
    """All of these pages, batch by batch, in order. Raises `OutputFailed` where staging fails."""
    yield from in_batches(_make_batch, batches(keys, BATCH), jobs, _open, material)
