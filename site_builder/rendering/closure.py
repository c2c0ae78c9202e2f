"""Which templates a template is made of, without rendering it.

The closure (extends, include, import, from-import, all the way down) is what a
page has to be rendered again for. It has to be known before rendering, so a
name that is computed (``{% include view.kind %}``) is a problem, and so is a
circle: a template that includes itself can be a macro that calls itself.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from operator import itemgetter

from jinja2 import TemplateSyntaxError, nodes
from msgspec import Struct

from site_builder.problems import Place, Problem, warning
from site_builder.rendering.template_faults import TemplateFault, missing_template, problem_of
from site_builder.rendering.templates import DEFAULT, Theme

_NAMED = re.compile(r'\{#.*?#\}|\{%-? *(?:extends|include|import|from) "([^"]+)"', re.DOTALL)
"""A comment, or how the default theme names another template: in quotes, never computed. A test holds it against the parser."""


class Reference(Struct, frozen=True):
    """A line that names other templates: one, or several of which the first that exists is taken."""

    line: int
    names: tuple[str, ...]
    required: bool


_KNOWN: dict[str, tuple[Reference, ...]] = {}
"""What templates refer to, by their text: the same default ones are in every theme, each under two names."""
_MOST_KNOWN = 4096
"""Of a watch that goes on for weeks, while somebody edits templates."""


def closure(theme: Theme, template: str) -> tuple[str, ...]:
    """The names of all templates that a template is made of, itself first, each once.

    Names that may be missing (``ignore missing``, lists) are in it all the
    same: creating them changes the page. Raises TemplateFault for a computed
    name, a missing template, a circle, a syntax error.
    """
    return tuple(_Walk(theme).from_template(template))


def closure_digest(theme: Theme, template: str) -> str:
    """A digest of the names and sources of a template's closure: another one, other pages."""
    digest = hashlib.sha256()
    for name in closure(theme, template):
        source = theme.sources.get(name)
        for part in (name, source.place if source else "", source.text if source else ""):
            digest.update(f"{len(part)}:{part}".encode())
    return digest.hexdigest()


def check_theme(theme: Theme) -> tuple[Problem, ...]:
    """All that is wrong with a theme before any page is rendered: every template is read and its closure walked."""
    problems = list(theme.problems)
    used: set[str] = set()
    for name in sorted(theme.sources):
        try:
            used.update(each for each in _Walk(theme).from_template(name) if each != name)
        except TemplateFault as fault:
            problems.append(fault.problem)
    return tuple(dict.fromkeys((*problems, *(() if problems else _unused(theme, used)))))


def _unused(theme: Theme, used: set[str]) -> Iterator[Problem]:
    """A site's own templates that stand for none of the default theme, and that none names: most are in the wrong folder."""
    for name, source in sorted(theme.sources.items()):
        if source.place == f"templates/{name}" and DEFAULT + name not in theme.sources and name not in used:
            last = name.rpartition("/")[2]
            alike = [
                f"templates/{known}"
                for known in theme.sources
                if known.rpartition("/")[2] == last and DEFAULT + known in theme.sources
            ]
            near = " or ".join(f"`{each}`" for each in alike)
            fix = (
                f"To change the default theme's, call it {near}."
                if near
                else "Name it in a template that is used, or take it away."
            )
            yield warning("unused-template", Place(source.place), "No page and no other template uses this file", fix)


class _Walk(Struct):
    """Depth first, along the templates that are open."""

    theme: Theme

    def from_template(self, template: str) -> dict[str, None]:
        """The closure as an ordered set."""
        if template not in self.theme.sources:
            raise TemplateFault(missing_template(template, Place(f"templates/{template}"), self.theme.sources))
        found: dict[str, None] = {}
        self._visit(template, (), found)
        return found

    def _visit(self, name: str, opened: tuple[str, ...], found: dict[str, None]) -> None:
        found[name] = None
        for reference in self._references(name):
            for wanted in reference.names:
                self._follow(name, reference, wanted, (*opened, name), found)

    def _follow(self, name: str, reference: Reference, wanted: str, opened: tuple[str, ...], found: dict[str, None]) -> None:
        place = Place(self.theme.sources[name].place, reference.line)
        if wanted in opened:
            way = " → ".join([*opened[opened.index(wanted) :], wanted])
            raise TemplateFault(
                Problem("template-loop", place, f"Templates go round in a circle: {way}", "Take one of them out.")
            )
        if wanted in self.theme.sources:
            if wanted not in found:
                self._visit(wanted, opened, found)
        elif reference.required:
            raise TemplateFault(missing_template(wanted, place, self.theme.sources))
        else:
            found[wanted] = None

    def _references(self, name: str) -> tuple[Reference, ...]:
        text = self.theme.sources[name].text
        if text not in _KNOWN:
            is_default = self.theme.sources[name].place.startswith(DEFAULT)
            found = tuple(_found_in(text) if is_default else _read(self.theme, name))
            if len(_KNOWN) >= _MOST_KNOWN:
                _KNOWN.clear()
            _KNOWN[text] = found
        return _KNOWN[text]


def _found_in(text: str) -> Iterator[Reference]:
    """As `_read`, of a template of the default theme: it is not parsed for this, which takes the time of a hundred pages."""
    for found in filter(itemgetter(1), _NAMED.finditer(text)):
        yield Reference(text.count("\n", 0, found.start()) + 1, (found[1],), required=True)


def _read(theme: Theme, name: str) -> Iterator[Reference]:
    source = theme.sources[name]
    try:
        tree = theme.environment.parse(source.text, name, source.place)
    except TemplateSyntaxError as error:
        raise TemplateFault(problem_of(error, theme.places, theme.sources, "")) from error
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        names = _names(getattr(node, "template"))  # noqa: B009 - find_all's type does not say which of the four it found
        if names is None:
            message = "The name of a template is computed, so what the page is made of cannot be known"
            fix = 'Write the name in quotes, one per branch: {% if … %}{% include "partials/a.html" %}{% endif %}.'
            raise TemplateFault(Problem("dynamic-include", Place(source.place, node.lineno), message, fix))
        required = len(names) == 1 and not getattr(node, "ignore_missing", False)
        yield Reference(node.lineno, names, required)


def _names(expression: nodes.Expr) -> tuple[str, ...] | None:
    """The names in quotes, None where any of it is computed."""
    items = expression.items if isinstance(expression, nodes.Tuple | nodes.List) else [expression]
    names = [item.value for item in items if isinstance(item, nodes.Const) and isinstance(item.value, str)]
    return tuple(names) if names and len(names) == len(items) else None
