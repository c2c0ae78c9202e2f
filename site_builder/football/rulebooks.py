"""The rule books that come with the program: one readable TOML file for each competition.

The only module of football that reads files, and only those packaged with it.

    >>> book = rule_book("Italian Serie A")
    >>> book.name, book.timezone
    ('Serie A', 'Europe/Rome')
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

from site_builder.football.rule_books import RuleBook
from site_builder.football.rule_parsing import parse_rule_book


@cache
def rule_books() -> tuple[RuleBook, ...]:
    """All packaged books by name. A mistake in one is a mistake in the program, so it raises ValueError."""
    folder = files("site_builder.football").joinpath("rulebooks")
    texts = {entry.name: entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")}
    return tuple(sorted((_book(name, text) for name, text in texts.items()), key=lambda book: book.name))


def rule_book(name: str) -> RuleBook | None:
    """The book of a competition by any of its names, however they are spelt; None where there is none."""
    return _by_spelling().get(_spelling(name))


@cache
def _by_spelling() -> dict[str, RuleBook]:
    return {_spelling(name): book for book in rule_books() for name in (book.name, *book.aliases)}


def _book(name: str, text: str) -> RuleBook:
    book, problems = parse_rule_book(tomllib.loads(text))
    if problems:
        raise ValueError(f"{name}: " + "; ".join(f"{'.'.join(map(str, one.key))}: {one.message}" for one in problems))
    return book


def _spelling(name: str) -> str:
    """Without case, accents and punctuation, as names are matched everywhere."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
