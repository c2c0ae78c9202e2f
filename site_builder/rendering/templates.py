"""Views become pages: the theme, and the one function that renders.

A theme is the site's own ``templates/`` in front of the default one: a file of
the site's stands for the default file of the same path, and
``{% extends "!default/base.html" %}`` (include and import likewise) reaches the
original. Everything is escaped, an undefined value is a fault, and a template
sees three names only: ``site``, ``page`` and ``view``. What it says by itself it
says through `template_words`, in the site's language.

A theme is a snapshot: all templates are read once, so that what is compiled is
what `closure.closure_digest` has digested. Edited templates need a new theme.

    theme = load_theme(Path("site/templates"), default_theme_folder(), None)
    render(theme, "pages/team.html", site, team_view)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from msgspec import Struct
from msgspec.structs import replace

from site_builder.language.words import Words
from site_builder.pages.parts import PageMeta, SiteMeta
from site_builder.problems import Problem
from site_builder.rendering.code_cache import CodeCache
from site_builder.rendering.direct_code import DirectEnvironment
from site_builder.rendering.finishing import calendar_text, finished, inert
from site_builder.rendering.line_breaks import unbroken
from site_builder.rendering.position_chart import position_chart_of
from site_builder.rendering.template_faults import FAULTS, Missing, TemplateFault, problem_of, unreadable
from site_builder.rendering.template_words import TemplateWords
from site_builder.rendering.tie_chart import tie_chart_of
from site_builder.rendering.time_limit import EndlessError, limited
from site_builder.rendering.timeline import timeline_of

DEFAULT = "!default/"
"""In front of a template's name: the default theme's, though the site has its own."""

_SUFFIXES = frozenset({".html", ".xml", ".svg", ".txt", ".ics"})
_INDENT = re.compile(r"\n[ \t]+")


class View(Protocol):
    """What every view has; the rest is between it and its template."""

    @property
    def meta(self) -> PageMeta:
        """What the page says of itself."""


class TemplateSource(Struct, frozen=True):
    """A template as it was read: ``place`` is what an author calls it (``templates/base.html``)."""

    place: str
    text: str


class Theme(Struct, frozen=True, eq=False, weakref=True):
    """The templates of a site, read once.

    ``sources`` maps every name that a template can be reached by to its text;
    ``own`` and ``default`` are the folders (for `theme_assets`);
    ``for_calendars`` escapes as iCalendar does, ``environment`` as HTML and XML
    do; ``problems`` are files that could not be read as text.
    """

    own: Path | None
    default: Path
    sources: Mapping[str, TemplateSource]
    environment: DirectEnvironment
    for_calendars: DirectEnvironment
    problems: tuple[Problem, ...] = ()

    @property
    def places(self) -> frozenset[str]:
        """What templates are called in problems."""
        return frozenset(source.place for source in self.sources.values())


def load_theme(own: Path | None, default: Path, bytecode: Path | None, words: Words | None = None) -> Theme:
    """Read the templates of a site's folder (which need not exist) over those of the default theme.

    ``bytecode`` is a folder for compiled templates, None to compile each time;
    ``words`` are those of the site's language, English where there are none.
    """
    sources: dict[str, TemplateSource] = {}
    problems: list[Problem] = []
    for name, path in template_files(default):
        sources[name] = sources[DEFAULT + name] = TemplateSource(DEFAULT + name, path.read_text("utf-8"))
    for name, path in template_files(own) if own else ():
        place = f"templates/{name}"
        try:
            sources[name] = TemplateSource(place, path.read_text("utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(unreadable(place, error))
    return replace(theme_of(sources, words or Words(), bytecode), own=own, default=default, problems=tuple(problems))


def theme_of(sources: Mapping[str, TemplateSource], words: Words, bytecode: Path | None = None) -> Theme:
    """A theme from templates that somebody has read already: without a folder, so without assets."""
    environment = _environment(sources, bytecode, words)
    # Escaping is compiled in: the code of one environment is of no use to the other.
    code = CodeCache(bytecode / "calendars") if bytecode else None
    for_calendars = environment.overlay(autoescape=False, finalize=calendar_text, bytecode_cache=code)
    return Theme(None, Path(), MappingProxyType(dict(sources)), environment, for_calendars)


def template_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Names and paths of a folder's templates in order; assets and editors' litter are none."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.suffix in _SUFFIXES and parts[0] != "assets" and path.name[0] not in ".#" and path.is_file():
            yield "/".join(parts), path


def render(theme: Theme, template: str, site: SiteMeta, view: View) -> bytes:
    """One file, in UTF-8, laid out as its format has it (`finishing`).

    Raises TemplateFault, with the template's line and the page, for whatever goes wrong in a template.
    """
    try:
        page = view.meta
        environment = theme.for_calendars if template.endswith(".ics") else theme.environment
        with limited():
            text = environment.rendered(template, {"site": site, "page": page, "view": view})
    except FAULTS as fault:
        problem = problem_of(fault, theme.places, theme.sources, view.meta.path)
        raise TemplateFault(problem, is_endless=isinstance(fault, EndlessError)) from fault
    return finished(template, text)


def _environment(sources: Mapping[str, TemplateSource], bytecode: Path | None, words: Words) -> DirectEnvironment:
    environment = DirectEnvironment(
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        loader=_Loader(sources),
        extensions=[_Unindent],
        cache_size=-1,
        auto_reload=False,
        bytecode_cache=CodeCache(bytecode) if bytecode else None,
    )
    environment.globals.update(timeline_of=timeline_of, position_chart_of=position_chart_of, tie_chart_of=tie_chart_of)
    environment.globals.update(TemplateWords(words).functions)
    environment.filters["from_json"] = json.loads
    environment.filters["inert"] = inert
    environment.filters["unbroken"] = unbroken
    return environment


class _Loader(BaseLoader):
    """Templates from the snapshot."""

    def __init__(self, sources: Mapping[str, TemplateSource]) -> None:
        self.sources = sources

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:  # noqa: ARG002 - Jinja's signature
        """The text, and the place as the file name that tracebacks show."""
        source = self.sources.get(template)
        if source is None:
            raise TemplateNotFound(template)
        return source.text, source.place, None

    def list_templates(self) -> list[str]:
        """All names, for Jinja's own tools."""
        return sorted(self.sources)


class _Unindent(Extension):
    """Takes the indentation of templates out of pages when a template is compiled.

    It is a quarter of a page's size. Templates with preformatted text keep theirs.
    """

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """The same tokens, their text without spaces at the beginning of lines."""
        tokens = list(stream)
        verbatim = any(token.type == "data" and ("<pre" in token.value or "<textarea" in token.value) for token in tokens)
        for token in tokens:
            plain = verbatim or token.type != "data"
            yield token if plain else Token(token.lineno, token.type, _INDENT.sub("\n", token.value))
