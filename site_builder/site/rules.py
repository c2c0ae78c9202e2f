"""The rules of the site's competitions: the packaged rule book of each, with what its author's file adds or overrides."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from site_builder.content.model import CompetitionFile
from site_builder.football.rule_books import RuleBook
from site_builder.football.rule_parsing import parse_rule_book
from site_builder.football.rulebooks import rule_book
from site_builder.problems import Place, Problem
from site_builder.site.names import NameBook, other_names, own_slug


def known_competitions(books: Iterable[RuleBook]) -> tuple[tuple[str, ...], ...]:
    """The names of competitions that have a rule book, the usual one first."""
    return tuple((book.name, *book.aliases) for book in books)


def books_in_use(
    files: Iterable[CompetitionFile], competitions: NameBook, teams: NameBook
) -> tuple[Mapping[str, RuleBook], tuple[Problem, ...]]:
    """Rule books by competition, rulings naming teams by slug; what is wrong in the files' rules beside them."""
    by_slug = {own_slug(file): file for file in files}
    books: dict[str, RuleBook] = {}
    problems: list[Problem] = []
    for slug, name in competitions.shown.items():
        file = by_slug.get(slug)
        book = _packaged(slug, name, file)
        if file and _says_rules(file):
            added, found = _written(file)
            problems += found
            book = book.with_additions(added) if book else added
        if book:
            rulings = tuple((season, ruled.with_teams(teams.slug)) for season, ruled in book.rulings)
            books[slug] = replace(book, rulings=rulings)
    return books, tuple(problems)


def _packaged(slug: str, name: str, file: CompetitionFile | None) -> RuleBook | None:
    names = (name, slug, *(other_names(file) if file else ()))
    return next((book for book in map(rule_book, names) if book), None)


def _says_rules(file: CompetitionFile) -> bool:
    return bool(file.season_starts) or any(json.loads(text) for text in (file.rules, file.seasons, file.zones))


def _written(file: CompetitionFile) -> tuple[RuleBook, tuple[Problem, ...]]:
    """The rule book that a file makes by itself, and its mistakes at their places."""
    parts = {"rules": json.loads(file.rules), "seasons": json.loads(file.seasons), "zones": json.loads(file.zones)}
    given = {key: value for key, value in parts.items() if value}
    if file.season_starts:
        given["season"] = {"starts": file.season_starts}
    book, mistakes = parse_rule_book({"name": file.name, **given})
    return book, tuple(Problem("bad-rule", Place(file.path, key=m.key), m.message, m.fix) for m in mistakes)
