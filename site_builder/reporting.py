"""Problems as text for people, as data for programs, as annotations for GitHub.

Strings only: the command line prints them. The colour of the text is the
caller's decision.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from site_builder.problems import Problem, Severity

_WIDTH = 40
_RED, _YELLOW, _BOLD, _RESET = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"
MOST_ALIKE = 5
"""Warnings of one kind that are written out; the rest are counted."""


class Style(Struct, frozen=True):
    """How problems are written: with colour or without."""

    colour: bool = False

    def paint(self, text: str, code: str) -> str:
        """Coloured text, or the text."""
        return f"{code}{text}{_RESET}" if self.colour else text


def as_text(problems: Iterable[Problem], style: Style = Style()) -> str:
    """All errors with their places, excerpts and fixes; warnings grouped by code, the first few of each written out."""
    all_ = tuple(problems)
    blocks = [_block(p, style) for p in all_ if p.is_error]
    for code in sorted({p.code for p in all_ if not p.is_error}):
        alike = [p for p in all_ if not p.is_error and p.code == code]
        blocks += [_block(p, style) for p in alike[:MOST_ALIKE]]
        if len(alike) > MOST_ALIKE:
            blocks.append(f"… and {_count(len(alike) - MOST_ALIKE, f'more `{code}` warning')}.")
    return "\n\n".join(blocks)


def _block(problem: Problem, style: Style) -> str:
    label = problem.code if problem.is_error else f"{problem.code} (warning)"
    head = style.paint(label.ljust(_WIDTH), _RED if problem.is_error else _YELLOW) + " " + style.paint(str(problem.place), _BOLD)
    lines = [head, *_excerpt(problem)]
    if not problem.excerpt:
        lines.append(f"  {problem.message}.")
    if problem.fix:
        lines.append(f"  {problem.fix}")
    return "\n".join(lines)


def _excerpt(problem: Problem) -> list[str]:
    """The line itself, and under it a mark at the place with the sentence."""
    place = problem.place
    if not problem.excerpt:
        return []
    gutter = f"{place.line:>4} | "
    start = max(place.column - 1, 0)
    marks = "^" * max(min(place.length, len(problem.excerpt) - start), 1)
    return [gutter + problem.excerpt, f"     | {' ' * start}{marks} {problem.message}"]


def counted(problems: Iterable[Problem]) -> str:
    """``1 problem in 1 file``, ``3 problems in 2 files, 4 warnings``, or ``No problems``."""
    all_ = tuple(problems)
    errors = [p for p in all_ if p.is_error]
    warnings = len(all_) - len(errors)
    files = len({p.place.path for p in errors})
    text = f"{_count(len(errors), 'problem')} in {_count(files, 'file')}" if errors else "No problems"
    return f"{text}, {_count(warnings, 'warning')}" if warnings else text


def _count(number: int, word: str) -> str:
    return f"{number:,} {word if number == 1 else word + 's'}"


def as_json(problems: Iterable[Problem], missing: Iterable[Any] | None = None) -> str:
    """A JSON array of objects: code, severity, path, line, column, message, fix.

    With ``missing``, frozen values on what the data does not hold, it is an object
    with two arrays, ``problems`` and ``missing``.
    """
    rows = [
        {
            "code": p.code,
            "severity": p.severity.value,
            "path": p.place.path,
            "line": p.place.line,
            "column": p.place.column,
            "message": p.message,
            "fix": p.fix,
        }
        for p in problems
    ]
    found: object = rows if missing is None else {"problems": rows, "missing": [asdict(one) for one in missing]}
    return json.dumps(found, ensure_ascii=False, indent=1)


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands, one a line; GitHub shows them at their places."""
    return "\n".join(_annotation(p) for p in problems)


def _annotation(problem: Problem) -> str:
    place = problem.place
    values = {"file": place.path, "line": place.line, "col": place.column, "title": problem.code}
    properties = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in values.items() if value)
    level = "error" if problem.severity is Severity.ERROR else "warning"
    sentence = f"{problem.message}. {problem.fix}".strip()
    return f"::{level} {properties}::{_escaped(sentence)}"


def _escaped(text: str, more: str = "") -> str:
    """Percent signs and line ends, and within properties also colons and commas, as GitHub wants them."""
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


MOST_NAMED = 12
"""Of a long list of what a page rests on so many are named."""


def explained(
    path: str,
    kind: str,
    reasons: Sequence[str],
    rests_on: Mapping[str, Sequence[str]],
    templates: Sequence[str],
    sources: Sequence[str],
) -> str:
    """What `site-builder why` says of a page."""
    verdict = reasons or ["Nothing that it rests on has changed since the last build: it would be left alone."]
    groups = [*rests_on.items(), ("templates", templates), ("sources", sources)]
    lines = [f"{path} ({kind})", *(f"  {reason}" for reason in verdict), "", "It rests on"]
    return "\n".join([*lines, *(f"  {name}: {_few(names)}" for name, names in groups if names)])


def _few(names: Sequence[str]) -> str:
    left = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f" and {left} more" if left > 0 else "")
