"""What is wrong with a template, as a problem that names the template's line and the page.

Jinja raises; an author reads sentences. This module turns the one into the
other and is the only place that knows how a template's line is found: from a
syntax error's own number, else from the last frame of the traceback that lies
in a template (Jinja compiles every template under its place as file name).

    templates/base.html:12  `TeamView` has no `tean` (while rendering teams/atalanta.html)
      Did you mean `team`?
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from types import TracebackType

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplatesNotFound, TemplateSyntaxError, UndefinedError
from jinja2.utils import missing
from msgspec import Struct
from msgspec.structs import replace

from site_builder.problems import Place, Problem, in_order
from site_builder.rendering.time_limit import SECONDS_A_PAGE, EndlessError

FAULTS = (
    TemplateError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EndlessError,
    LookupError,
    RuntimeError,  # includes the RecursionError of a macro that calls itself for ever
    TypeError,
    ValueError,
)
"""All that running a template can raise; anything else is a fault of the program."""


_SEEN = ("site", "page", "view")
_WHILE = " (while rendering "
_MANUAL = "docs/reference-views.md says what templates see."


class TemplateFault(Exception):
    """A template that cannot be rendered; `problem` says which line of it, and for which page.

    ``is_endless`` is whether it was stopped, since it did not come to an end.
    """

    def __init__(self, problem: Problem, *, is_endless: bool = False) -> None:
        self.problem = problem
        self.is_endless = is_endless
        super().__init__(f"{problem.place}: {problem.message}")


class Missing(StrictUndefined):
    """An undefined value that says in an author's words what is not there, and what is.

    The advice is the second line of the message: Jinja raises it from many
    places, and all of them pass on one string.
    """

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if self._undefined_hint:
            return self._undefined_hint
        if owner is missing:
            return f"There is no `{name}` here\n{did_you_mean(str(name), _SEEN) or 'A template sees `site`, `page` and `view`.'}"
        fields = list(owner.__struct_fields__) if isinstance(owner, Struct) else []
        return f"`{type(owner).__name__}` has no `{name}`\n{did_you_mean(str(name), fields) or _listed(fields)}"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Advice with the nearest of the known names, empty where none is near."""
    near = get_close_matches(name, sorted(known), n=1)
    return f"Did you mean `{near[0]}`?" if near else ""


def _listed(fields: Iterable[str]) -> str:
    names = ", ".join(f"`{field}`" for field in fields)
    return f"It has {names}." if names else _MANUAL


def missing_template(name: str, place: Place, known: Iterable[str], page: str = "") -> Problem:
    """The problem that a template is named and not there; ``known`` are all templates' names."""
    fix = did_you_mean(name, known) or "Templates are looked for in templates/ and in the default theme (!default/)."
    return Problem("missing-template", place, f"There is no template `{name}`{while_rendering(page)}", fix)


def unreadable(place: str, error: OSError | UnicodeDecodeError) -> Problem:
    """The problem that a file of a site's own theme cannot be read as text."""
    if isinstance(error, UnicodeDecodeError):
        line = error.object[: error.start].count(b"\n") + 1
        return Problem("template-encoding", Place(place, line), "This file is not UTF-8", "Save it as UTF-8.")
    fix = "Give yourself the right to read it, or take it away."
    return Problem("template-unreadable", Place(place), f"This file cannot be read: {error.strerror}", fix)


def while_rendering(page: str) -> str:
    """The end of a sentence that names the page, empty where there is none."""
    return f"{_WHILE}{page})" if page else ""


def problem_of(fault: Exception, places: frozenset[str], names: Iterable[str], page: str) -> Problem:
    """The problem that an exception from a template stands for.

    ``places`` are the file names under which templates were compiled,
    ``names`` the names they can be included by, ``page`` is the output path.
    """
    if isinstance(fault, TemplateSyntaxError):
        place = Place(fault.filename or fault.name or "templates", fault.lineno)
        fix = "Tags stand in {% %}, values in {{ }}; Jinja's own manual lists tags, filters and tests."
        return Problem("template-syntax", place, _sentence(fault.message or "") + while_rendering(page), fix)
    place = _place_in(fault.__traceback__, places)
    if isinstance(fault, TemplatesNotFound):
        wanted = ", ".join(f"`{name}`" for name in fault.templates)
        fix = "Write one of them, or take the line out."
        return Problem("missing-template", place, f"There is none of the templates {wanted}{while_rendering(page)}", fix)
    if isinstance(fault, TemplateNotFound):
        return missing_template(str(fault.name), place, names, page)
    if isinstance(fault, UndefinedError):
        message, _, fix = (fault.message or "").partition("\n")
        return Problem("template-undefined", place, _sentence(message) + while_rendering(page), fix)
    if isinstance(fault, RecursionError | EndlessError):
        return _endless(fault, place, page)
    message = f"{type(fault).__name__}: {_sentence(str(fault))}{while_rendering(page)}"
    return Problem("template-failed", place, message, f"Look at the values of this line; {_MANUAL}")


def _endless(fault: RecursionError | EndlessError, place: Place, page: str) -> Problem:
    if isinstance(fault, RecursionError):
        message, fix = "The template calls itself without an end", "Let the macro or include stop at some depth."
    else:
        message = f"The template did not come to its end in {SECONDS_A_PAGE:.0f} seconds"
        fix = "Look at the loops around this line; not all other pages were tried."
    return Problem("template-loop", place, message + while_rendering(page), fix)


def gathered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Faults of one line that many pages meet as one problem each: the first page is named, the others are counted."""
    groups: dict[tuple[str, Place, str], list[Problem]] = {}
    for problem in in_order(problems):
        groups.setdefault((problem.code, problem.place, problem.message.partition(_WHILE)[0]), []).append(problem)
    return tuple(_counted(alike) for alike in groups.values())


def _counted(alike: list[Problem]) -> Problem:
    first, more = alike[0], len(alike) - 1
    if not more or _WHILE not in first.message:
        return first
    pages = f"{more:,} other page{'s' if more > 1 else ''}"
    return replace(first, message=f"{first.message.removesuffix(')')} and {pages})")


def _sentence(text: str) -> str:
    return text.strip().removesuffix(".")


def _place_in(traceback: TracebackType | None, places: frozenset[str]) -> Place:
    """The last line of a template on the way to the fault."""
    found = Place("templates")
    while traceback is not None:
        path = traceback.tb_frame.f_code.co_filename
        if path in places:
            found = Place(path, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found
