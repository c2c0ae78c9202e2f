"""A build that goes on from the last one: after edits that change what documents say and nothing around them.

Nothing is linked here: the inputs are those of the last build, read as far as
pages ask for them, with the values that the edits replaced (`site.retelling`).
Whatever else has changed (a file that is new, a name, the settings, a template,
the program) and whatever is wrong with an edit gives None, and the site is
prepared as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_builder.changes import Changes, Remembered, material_of, version_of
from site_builder.checks.line_ups import check_line_ups_of
from site_builder.checks.links import check_document
from site_builder.checks.ties import check_shootouts_around
from site_builder.config import Config
from site_builder.content.rereading import Reread, Shelf
from site_builder.content.sources import locate
from site_builder.folders import Folders
from site_builder.image_preparation import drawable
from site_builder.incremental.cell_numbers import cell_of
from site_builder.incremental.cells import Layered, Stored
from site_builder.incremental.memo import Input, Memo
from site_builder.language.catalogues import load_words
from site_builder.language.words import Words
from site_builder.last_build import Known, LastBuild, Seen
from site_builder.looking import MOST_EDITS, Look
from site_builder.pages.keys import PageKey
from site_builder.prepared import Prepared, settings_of
from site_builder.problems import Problem, in_order
from site_builder.site import model
from site_builder.site.anchors import headings_of
from site_builder.site.keeping import codecs
from site_builder.site.model import Site
from site_builder.site.retelling import Replaced, retold

Inputs = Mapping[Input[Any, Any], Mapping[Any, Any]]


def resume(look: Look, *, is_whole: bool) -> Prepared | None:
    """The site of the last build with what was edited since; None where it has to be prepared as a whole.

    Its pages are not listed: see `with_all_pages`. ``is_whole`` is whether all that is remembered is read
    first; where it is not, whatever asks for more of it may raise `Damaged`.

    Raises `WrongSettings`, and `Forgotten` as everything does that asks the site for a document.
    """
    folders, edited, is_strict = look.folders, look.edited, look.options.strict
    if edited is None or len(edited) > MOST_EDITS:
        return None
    last = look.whole_last if is_whole else look.last
    if last is None or (is_strict and last.known.warnings):
        return None
    config, _ = drawable(settings_of(folders, look.options))
    words, problems = load_words(config.language, folders.locales)
    if problems or last.known.version != version_of(config, words):
        return None
    shelf = Shelf(folders.site, folders.cache, look.parsed, told=look.told)
    last = replace(last, known=msgspec.structs.replace(last.known, files=look.sources.files))
    prepared = Resumption(folders, config, words, last, shelf).after(edited)
    if prepared is None or (is_strict and prepared.warnings):
        return None
    shelf.settle(prepared.changes.known.sources.values())
    return prepared


def with_all_pages(prepared: Prepared) -> Prepared:
    """The same site with all its pages, which are those of the last build."""
    last = prepared.changes.last
    assert last is not None, "it goes on from a last build"
    return replace(prepared, keys=tuple(PageKey(*record.about[:3]) for record in last.traces.pages.values()))


class Edit(Struct, frozen=True):
    """A document before and after it was edited, and the values of the site's inputs that follow."""

    before: Reread
    now: Reread
    replaced: Replaced


class Resumption(Struct, frozen=True):
    """A site as the last build left it."""

    folders: Folders
    config: Config
    words: Words
    last: LastBuild
    shelf: Shelf

    def after(self, edited: tuple[str, ...], inputs: Inputs | None = None) -> Prepared | None:
        """The site after edits of these sources, which are the only ones; None where more follows from them.

        Its pages are not listed: see `with_all_pages`.
        ``inputs`` are those of the last build where they are at hand.
        """
        base = inputs or self._inputs()
        edits = self._edits(edited, base)
        if edits is None:
            return None
        replaced: Replaced = {}
        for edit in edits:
            for source, items in edit.replaced.items():
                replaced.setdefault(source, {}).update(items)
        now = {source: Layered(values, replaced[source]) if source in replaced else values for source, values in base.items()}
        warnings = self._warnings(edits, base, now)
        if warnings is None or self._is_any_tie_wrong(replaced, now):
            return None
        sources = {**self.last.known.sources, **{edit.now.document.path: edit.now.key for edit in edits}}
        files = {**self.last.known.files, **{edit.now.document.path: Seen(edit.now.digest) for edit in edits}}
        known = msgspec.structs.replace(self.last.known, files=files, sources=sources, warnings=warnings)
        return self._prepared(known, replaced, now)

    def _inputs(self) -> dict[Input[Any, Any], Mapping[Any, Any]]:
        """The inputs of the last build; they are decoded as they are read."""
        kept = codecs(self.last.known.sources, self._report)
        stored = {source: Stored(partial(self.last.values_of, source.name), codec) for source, codec in kept.items()}
        return {**stored, model.SETTINGS: {"": self.config}, model.WORDS: {"": self.words}}

    def _report(self, path: str, key: bytes) -> Any:  # noqa: ANN401 - a report, by what refers to it
        return self.shelf.document(path, key).document

    def _edits(self, edited: tuple[str, ...], inputs: Inputs) -> list[Edit] | None:
        """The documents as they were and are, and the values that they replace."""
        edits: list[Edit] = []
        for path in edited:
            if path not in inputs[model.ADDRESSES]:
                return None
            if path not in self.last.known.sources:
                return None
            before = self.shelf.document(path, self.last.known.sources[path])
            now = self.shelf.read_now(path)
            if now and headings_of(before.document) != headings_of(now.document):
                return None  # links of other texts may lead to them
            replaced = retold(inputs, before.document, now.document) if now else None
            if now is None or replaced is None:
                return None
            edits.append(Edit(before, now, replaced))
        return edits

    def _warnings(self, edits: list[Edit], base: Inputs, now: Inputs) -> tuple[Problem, ...] | None:
        """All warnings as they are after edits; None where there is an error, or a warning that needs a look at everything."""
        paths = {edit.now.document.path for edit in edits}
        told = {(problem.code, problem.message) for edit in edits for problem in self._said(edit.before, base)}
        others = [one for one in self.last.known.warnings if one.place.path in paths and (one.code, one.message) not in told]
        new = [problem for edit in edits for problem in self._said(edit.now, now)]
        if others or any(problem.is_error for problem in new):
            return None
        kept = (one for one in self.last.known.warnings if one.place.path not in paths)
        return in_order((*kept, *locate(self.folders.site, new)))

    def _said(self, read: Reread, inputs: Inputs) -> tuple[Problem, ...]:
        """What is wrong with a document by itself, with its links, and with the line-ups of its match."""
        site, document = Site(self.config, inputs), read.document
        match = inputs[model.MATCHES].get(inputs[model.ADDRESSES][document.path])
        players = check_line_ups_of(match, site) if match else ()
        return (*read.warnings, *check_document(document, site, Memo(inputs)), *players)

    def _is_any_tie_wrong(self, replaced: Replaced, inputs: Inputs) -> bool:
        site, read = Site(self.config, inputs), Memo(inputs)
        return any(check_shootouts_around(match, site, read) for match in replaced.get(model.MATCHES, {}).values())

    def _prepared(self, known: Known, replaced: Replaced, inputs: Inputs) -> Prepared:
        last = self.last
        kept = codecs(known.sources, self._report)
        encode_key = msgspec.msgpack.encode
        new = {
            source.name: {encode_key((key,)): kept[source].encode(value) for key, value in values.items()}
            for source, values in replaced.items()
        }
        changed = frozenset(cell_of(source.name, key) for source, values in replaced.items() for key in values)
        merged = {name: {**last.replaced.get(name, {}), **new.get(name, {})} for name in {*last.replaced, *new}}
        changes = Changes(last, changed, Remembered(known, last.cells), merged)
        return Prepared(
            self.folders, (), (), (), material_of(self.folders, known.version, inputs), known.warnings, changes, notes=known.notes
        )


def stands(known: Known, intact: frozenset[str]) -> bool:
    """Whether all that is copied stands in the output as recorded: a resumed build does not copy."""
    return all(path in intact for path in known.others)
