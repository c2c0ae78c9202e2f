"""Why a page would be made again, and what it rests on: everything that it read, found by making its view once more.

Nothing is published. What a page rests on is not declared
anywhere; it is what `read` was asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar
from urllib.parse import urlsplit

from msgspec import Struct

from site_builder.incremental.cell_numbers import cell_of
from site_builder.incremental.memo import Input, Memo
from site_builder.incremental.recorder import Recorder
from site_builder.incremental.spreading import affected
from site_builder.outcome import Options
from site_builder.output.folder import check_output
from site_builder.output.survey import survey_of
from site_builder.pages.keys import PageKey
from site_builder.pages.kinds import DOCUMENTS, document_of, template_of, view_of
from site_builder.preparation import prepare
from site_builder.prepared import Prepared
from site_builder.rendering.closure import closure, closure_digest
from site_builder.rendering.templates import Theme, load_theme
from site_builder.site import model, questions

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
_ON_THE_WEB = ("http://", "https://")
_SOURCED: tuple[Input[Any, Any], ...] = (model.REPORTS, model.PREVIEWS, model.PLACES, model.PIECES, *model.FILES_OF.values())
"""Inputs whose values say which file they come from."""


class Explanation(Struct, frozen=True):
    """What can be said of one output file.

    ``reasons`` are sentences on why it would be made again, none where it stands
    as it should. ``rests_on`` are the things that it read, by the name of their
    input; ``templates`` are what it is rendered with, ``sources`` the files that
    all of that comes from.
    """

    path: str
    kind: str
    reasons: tuple[str, ...]
    rests_on: Mapping[str, tuple[str, ...]]
    templates: tuple[str, ...]
    sources: tuple[str, ...]


class NoSuchPage(Exception):
    """There is no page of that name; the text is a sentence with those that are near."""


class _Listening(Memo):
    """A door that notes who was asked for, through rules too: it remembers nothing from before."""

    def __init__(self, inputs: Mapping[Input[Any, Any], Mapping[Any, Any]]) -> None:
        super().__init__(inputs)
        self.asked: dict[tuple[str, Any], None] = {}

    def get(self, source: Input[K, V], key: K) -> V:
        """As `Memo.get`."""
        self.asked[source.name, key] = None
        return super().get(source, key)

    def find(self, source: Input[K, V], key: K) -> V | None:
        """As `Memo.find`."""
        self.asked[source.name, key] = None
        return super().find(source, key)

    def fixed(self, source: Input[str, V]) -> V:
        """As `Memo.fixed`."""
        self.asked[source.name, ""] = None
        return super().fixed(source)


def explain(options: Options, page: str) -> Explanation:
    """All that can be said of a page, named by its file or its address.

    Raises `NoSuchPage`, and what `prepare` raises.
    """
    prepared = prepare(options)
    key = _key_of(prepared, page)
    read = _Listening(prepared.material.inputs)
    _ = document_of(read, key) if key.kind in DOCUMENTS else view_of(read, key)
    theme = _theme(prepared, read)
    templates = () if key.kind in DOCUMENTS else closure(theme, template_of(key))
    reasons = tuple(_reasons(prepared, key, read, theme))
    return Explanation(key.path, key.kind.replace("_", " "), reasons, _grouped(read), templates, _sources(prepared, read))


def _theme(prepared: Prepared, read: Memo) -> Theme:
    material = prepared.material
    return load_theme(material.own_templates, material.default_templates, None, questions.words_of(read))


def _key_of(prepared: Prepared, page: str) -> PageKey:
    """The page of a path or an address, as people copy it from a browser or a file manager."""
    page = _path_of(page, prepared.config.base_url)
    wanted = PurePosixPath(page.partition("#")[0].partition("?")[0].replace("\\", "/")).as_posix()
    output = prepared.folders.output
    if Path(wanted).is_absolute() and Path(wanted).is_relative_to(output):
        wanted = Path(wanted).relative_to(output).as_posix()
    wanted = wanted.removeprefix("./").removeprefix(f"{output.name}/").lstrip("/") or "index.html"
    by_path = {key.path: key for key in prepared.keys}
    found = by_path.get(wanted) or by_path.get(f"{wanted}.html") or by_path.get(f"{wanted}/index.html")
    if found is None:
        near = get_close_matches(wanted, by_path, 3)
        raise NoSuchPage(f"The site makes no page {wanted}." + (f" Did you mean {' or '.join(near)}?" if near else ""))
    return found


def _path_of(page: str, base_url: str) -> str:
    """What an address on the web, of the site itself or of `watch`, has behind the site's root; anything else as it is."""
    if not page.startswith(_ON_THE_WEB):
        return page
    if base_url and f"{page}/".startswith(f"{base_url}/"):
        return page.removeprefix(base_url) or "/"
    return urlsplit(page).path or "/"


def _reasons(prepared: Prepared, key: PageKey, read: _Listening, theme: Theme) -> Iterator[str]:
    folder = check_output(prepared.folders.output, prepared.folders.site)
    ledger = folder.ledger()
    row, last = ledger.rows.get(key.path), prepared.changes.last
    if row is None:
        yield "It was never made."
    elif key.path not in survey_of(folder, ledger, [key.path]).intact:
        yield "Its file is not as a build left it: it is gone, or somebody changed it."
    if last is None:
        yield "Nothing holds of what is known of the last build: the program or the settings are others, or it is the first one."
        return
    record = last.traces.page(key.path)
    if record is None or (row and row.key != record.print):
        yield "The output was made by another build than the one that is remembered."
    elif key.kind not in DOCUMENTS and record.about[-1] not in {"", key.kind, closure_digest(theme, template_of(key))}:
        yield "A template that it is made with has changed."
    if key.path in affected(last.traces, prepared.changes.changed, Recorder(prepared.material.inputs)).pages:
        for name, asked in read.asked:
            if cell_of(name, asked) in prepared.changes.changed:
                yield f"It read something that has changed: {name}, {_in_words(asked)}."


def _grouped(read: _Listening) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name, key in read.asked:
        groups[name].append(_in_words(key))
    return {name: tuple(sorted(keys)) for name, keys in sorted(groups.items())}


def _in_words(key: object) -> str:
    match key:
        case str():
            return key or "of the site"
        case tuple():
            return " and ".join(map(str, key))
        case model.Squad(team, season):
            return f"{team} {season.text}"
        case model.Edition(competition, season):
            return f"{competition} {season.text}"
        case _:
            return str(getattr(key, "text", key))


def _sources(prepared: Prepared, read: _Listening) -> tuple[str, ...]:
    """The files that the things which were read come from."""
    inputs = prepared.material.inputs
    names = {source.name: source for source in _SOURCED}
    found: set[str] = set()
    for name, key in read.asked:
        if name == model.MATCHES.name:
            found.add(inputs[model.PLACES][key].path)
        elif name in names and (value := inputs[names[name]].get(key)):
            found.add(value.path)
    return tuple(sorted(found))
