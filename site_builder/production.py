"""Pages made in batches: view, bytes, render key, and, where the page is not there already, its place in the staging folder.

The digest of a page's bytes is its render key: next to writing a page that is new,
nothing costs less, and a page that comes out as it stands is left alone, whatever it was made from.

The part of a build that runs in worker processes. A worker has the whole site
to read (inherited where processes are forked), sends back a few words for each
page and never touches a published file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct, msgpack
from msgspec.structs import replace

from site_builder.incremental.blocks import encoded
from site_builder.incremental.fingerprint import digest, fingerprint
from site_builder.incremental.memo import Input
from site_builder.incremental.recorder import Recorder
from site_builder.output.ledger import Ledger, Row
from site_builder.output.staging import Staging
from site_builder.output.survey import Survey, is_current, standing_row
from site_builder.pages.keys import PageKey
from site_builder.pages.kinds import CARD, DOCUMENTS, VIEWS, document_of, template_of, view_of
from site_builder.pages.parts import SiteMeta
from site_builder.problems import Place, Problem
from site_builder.rendering.closure import closure_digest
from site_builder.rendering.documents import document_bytes
from site_builder.rendering.template_faults import TemplateFault
from site_builder.rendering.templates import Theme, load_theme, render
from site_builder.rendering.time_limit import watched
from site_builder.site.questions import words_of
from site_builder.workers import batches, in_batches, in_turn

BATCH = 96


class Keeper(Protocol):
    """Where finished pages go: the staging folder, or, where there is none at hand, the way to the process that has it."""

    def stands(self, path: str, key: str) -> bool:
        """Whether a page of this render key need not be made again."""

    def stage(self, path: str, key: str, data: bytes, name: str) -> Row:
        """Take a page; ``name`` is the digest of its bytes."""


class Standing(Struct, frozen=True):
    """What the output holds, and where new pages wait; None everywhere for a check that writes nothing."""

    ledger: Ledger
    found: Survey
    staging: Staging

    def row(self, path: str) -> Row | None:
        """The row of a file that stands as recorded, whatever its key: made again with the same bytes, it stays."""
        return standing_row(path, self.ledger, self.found)

    def stands(self, path: str, key: str) -> bool:
        """Whether a file stands as recorded, with this render key."""
        return is_current(path, key, self.ledger, self.found)

    def stage(self, path: str, key: str, data: bytes, name: str) -> Row:
        """Put a page into the staging folder. Raises `OutputFailed`."""
        return self.staging.stage(path, key, data, self.row(path), name)


class Material(Struct, frozen=True):
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


class Made(Struct, frozen=True):
    """Some pages: rows of those that were staged, paths of those that stand as they should, and faults of templates.

    ``traces`` are what they were made from, as blocks of `incremental.traces`.
    """

    staged: tuple[Row, ...] = ()
    kept: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    traces: tuple[bytes, ...] = ()


class Workshop:
    """Where pages are made: one in each process, since templates and what rules gave stay in memory."""

    def __init__(self, material: Material, theme: Theme | None = None) -> None:
        self.material = material
        self.keeper: Keeper | None = material.standing
        self.read = Recorder(material.inputs)
        words = words_of(self.read)
        self.theme = theme or load_theme(material.own_templates, material.default_templates, material.compiled, words)
        self._closures: dict[str, str] = {}
        self._has_given_up = False

    def closure(self, template: str) -> str:
        """The digest of all that a template is made of."""
        if template not in self._closures:
            self._closures[template] = closure_digest(self.theme, template)
        return self._closures[template]

    def trust(self, digests: Mapping[str, str]) -> None:
        """Take the digests of some templates' closures from traces, where the theme is that of the last build."""
        self._closures.update(digests)

    def going_on(self, material: Material) -> Workshop:
        """This workshop with other material of the same theme; the door has to be told what changed (`Recorder.forget`)."""
        self.material, self.keeper, self._has_given_up = material, material.standing, False
        return self

    def warm(self) -> None:
        """Compile the templates now, so that the first page does not wait for it."""
        for template in sorted({template_of(PageKey("", kind)) for kind in VIEWS if kind != CARD}):
            self.closure(template)
            self.theme.environment.get_template(template)

    def made(self, keys: Sequence[PageKey]) -> Made:
        """All of these, with their traces."""
        with watched():
            made = [self.make(key) for key in keys]
        return Made(
            tuple(m for m in made if isinstance(m, Row)),
            tuple(m for m in made if isinstance(m, str)),
            tuple(m for m in made if isinstance(m, Problem)),
            encoded(self.read.taken()),
        )

    def make(self, key: PageKey) -> Row | str | Problem:
        """A page or a document: the row of what was staged, the path of what stands already, or the fault of its template."""
        if self._has_given_up:
            return key.path
        if key.kind in DOCUMENTS:
            return self._document(key)
        return self._card(key) if key.kind == CARD else self._page(key)

    def _page(self, key: PageKey) -> Row | str | Problem:
        try:
            template = template_of(key)
            with self.read.page(key.path, traced(key, self.closure(template))) as known:
                data = render(self.theme, template, self.material.site, view_of(self.read, key))
                name = digest(data)
                known.append(name)
        except TemplateFault as fault:
            return self._told(fault)
        return self._done(key.path, data, name)

    def _card(self, key: PageKey) -> Row | str | Problem:
        """A social card: its drawing, with the hand that draws, is its render key, since drawing takes the time of ten pages."""
        from site_builder.images.drawing import NotDrawn, drawn, fonts_of, hand  # noqa: PLC0415 - part of an extra

        folders = (self.material.own_templates / "cards", self.material.default_templates / "cards")
        fonts = fonts_of(*folders)
        try:
            with self.read.page(key.path, traced(key, CARD)) as known:
                drawing = render(self.theme, template_of(key), self.material.site, view_of(self.read, key))
                render_key = fingerprint("card", drawing, hand(fonts))
                known.append(render_key)
            if self._stands(key.path, render_key) or self.keeper is None:
                return key.path
            picture = drawn(drawing.decode(), fonts)
            return self.keeper.stage(key.path, render_key, picture, digest(picture))
        except TemplateFault as fault:
            return self._told(fault)
        except NotDrawn as error:
            place = Place(f"templates/{template_of(key)}")
            return Problem("bad-card", place, f"the card {key.path} cannot be drawn: {error}", "It has to be valid SVG.")

    def _document(self, key: PageKey) -> Row | str:
        """Open data."""
        with self.read.page(key.path, traced(key)) as known:
            data = document_bytes(key, document_of(self.read, key))
            name = digest(data)
            known.append(name)
        return self._done(key.path, data, name)

    def _told(self, fault: TemplateFault) -> Problem:
        # The build ends with it anyway, and nobody shall wait as long for each of the other pages.
        self._has_given_up = fault.is_endless
        return fault.problem

    def _stands(self, path: str, key: str) -> bool:
        return self.keeper is not None and self.keeper.stands(path, key)

    def _done(self, path: str, data: bytes, name: str) -> Row | str:
        """What has come of a page whose bytes are its render key."""
        keeper = self.keeper
        return path if keeper is None or keeper.stands(path, name) else keeper.stage(path, name, data, name)


def traced(key: PageKey, closure: str = "") -> tuple[str, ...]:
    """What the trace of a page keeps besides its reads: which page it is, and what its template is made of."""
    return key.address, key.kind, key.about, closure


_workshop: Workshop | None = None
_encode = msgpack.Encoder().encode
_decode = msgpack.Decoder(Made).decode
"""Several times as fast as pickles, for what is sent home of each page. Problems may tell of names that are no text."""


def _open(material: Material) -> None:
    """Get a process ready; the one place that keeps something between batches."""
    global _workshop  # noqa: PLW0603 - a worker process is handed its material once, not with every batch
    _workshop = Workshop(material)


def _make_batch(keys: Sequence[PageKey]) -> tuple[bytes, tuple[Problem, ...]]:
    assert _workshop is not None, "a process makes pages after it was opened"
    made = _workshop.made(keys)
    return _encode(replace(made, problems=())), made.problems


def make_pages(material: Material, keys: Sequence[PageKey], jobs: int) -> Iterator[Made]:
    """All of these pages, batch by batch, in an order of its own, begun at once. Raises `OutputFailed` where staging fails."""
    parts = in_turn(batches(keys, BATCH), jobs)
    made = in_batches(_make_batch, parts, jobs, _open, material, named=attrgetter("path"))
    return (replace(_decode(data), problems=problems) for data, problems in made)
