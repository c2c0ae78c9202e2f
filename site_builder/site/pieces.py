"""Articles: where they live, and the teams, people, competitions and matches they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import chain
from pathlib import PurePosixPath

from site_builder.content.model import Article, Kind
from site_builder.content.slugs import slugify
from site_builder.football.model import Match
from site_builder.problems import Place, Problem
from site_builder.site.days import written
from site_builder.site.model import Piece
from site_builder.site.names import NameBook
from site_builder.site.tellings import Told

NO_MATCH = "no-such-match"
"""The code of a reference to a match that is not there; no news where a report could not be read."""
_MATCH = re.compile(r"(?:(\d{4}-\d{2}-\d{2})\s+)?(.+?)\s+(?:v|vs|–|-)\.?\s+(.+)")


def match_name(written: str, teams: NameBook) -> str:
    """The key of a match as authors refer to it: ``2021-02-03 Napoli v Atalanta`` → ``2021-02-03 napoli v atalanta``.

    Empty where the text is no reference to a match.
    """
    found = _MATCH.fullmatch(written.strip())
    return f"{found[1]} {teams.slug(found[2])} v {teams.slug(found[3])}" if found and found[1] else ""


def names_of_matches(told: Iterable[Told]) -> dict[str, str]:
    """Ids of matches by the key of `match_name`; of several on one day the first."""
    return {name: matches[0].id for name, matches in _by_name(told).items()}


def _by_name(told: Iterable[Told]) -> dict[str, list[Match]]:
    found: dict[str, list[Match]] = {}
    for one in told:
        match = one.match
        day = written(match.date) if match.date else None
        found.setdefault(f"{day} {match.home} v {match.away}", []).append(match)
    return found


def linked_pieces(
    articles: Iterable[Article], books: Mapping[Kind, NameBook], told: Iterable[Told]
) -> tuple[tuple[Piece, ...], tuple[Problem, ...]]:
    """Articles with addresses and identities, newest last, and references to matches that do not exist."""
    articles = tuple(articles)
    belonging = any(article.match for article in articles)  # most sites have no article on a match
    matches = _by_name(told) if belonging else {}
    pieces: list[Piece] = []
    problems: list[Problem] = []
    for article in articles:
        competition = books[Kind.COMPETITION].slug(article.competition) if article.competition else ""
        about = None
        if article.match:
            meant = matches.get(match_name(article.match, books[Kind.TEAM]), [])
            meant = [match for match in meant if match.competition == competition] or meant
            about = meant[0] if meant else None
            if about is None:
                problems.append(_no_match(article, books[Kind.TEAM], chain.from_iterable(matches.values())))
            elif any(match.competition != about.competition for match in meant):
                problems.append(_several(article, meant, books[Kind.COMPETITION]))
        teams = [books[Kind.TEAM].slug(name) for name in article.teams] + ([about.home, about.away] if about else [])
        pieces.append(
            Piece(
                address=_address(article),
                path=article.path,
                article=article,
                teams=tuple(dict.fromkeys(teams)),
                people=tuple(dict.fromkeys(books[Kind.PERSON].slug(name) for name in article.people)),
                competition=competition or (about.competition if about else ""),
                match=about.id if about else "",
            )
        )
    return tuple(sorted(pieces, key=in_time)), tuple(problems)


def in_time(piece: Piece) -> tuple[str, str, str]:
    """The order of articles in time; those without a date come first."""
    when = piece.article.when
    return when.date.isoformat() if when else "", when.time.isoformat() if when and when.time else "", piece.address


def _address(article: Article) -> str:
    """Folders and name of the file as slugs, the name replaced by the article's own `slug`."""
    route = PurePosixPath(article.path).relative_to("content/articles").with_suffix("")
    name = article.publication.slug or slugify(route.name)
    return "/".join(("articles", *(slugify(part) for part in route.parts[:-1]), name))


def _several(article: Article, matches: Iterable[Match], competitions: NameBook) -> Problem:
    named = " or ".join(
        f"`competition: {competitions.shown[slug]}`" for slug in dict.fromkeys(one.competition for one in matches)
    )
    place = Place(article.path, key=("match",))
    return Problem("several-matches", place, f"`{article.match}` is more than one match", f"Add {named}.")


def _no_match(article: Article, teams: NameBook, matches: Iterable[Match]) -> Problem:
    return Problem(
        NO_MATCH,
        Place(article.path, key=("match",)),
        f"there is no match `{article.match}`",
        _nearest(article, teams, matches) or "Write it like `2026-02-05 Atalanta v Juventus`, with the home team first.",
    )


def _nearest(article: Article, teams: NameBook, matches: Iterable[Match]) -> str:
    """The match of the two teams that is nearest to the day meant, else to the article's; empty where they never met."""
    found = _MATCH.fullmatch((article.match or "").strip())
    if not found:
        return ""
    home, away = teams.slug(found[2]), teams.slug(found[3])
    try:
        day = date.fromisoformat(found[1] or "")
    except ValueError:
        day = article.when.date if article.when else date.max
    met = [(match.date, match) for match in matches if match.date and {match.home, match.away} == {home, away}]
    if not met:
        return ""
    on, match = min(met, key=lambda one: (abs(one[0] - day), one[1].home != home, one[1].id))
    return f"Did you mean `{written(on)} {teams.shown[match.home]} v {teams.shown[match.away]}`?"
