"""The search index: a shard of everything that has a name, and for each season one of matches and one of headlines.

Values only; `rendering.search_shards` writes them as scripts, because a page that
is read from disk may load scripts and nothing else. A season's shards rest on that
season alone: an edit of one match makes one of them anew.

    season_shard(read, PageKey("search/2020-21", "search_season", "2020-21")).teams[0]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from site_builder.content.letters import letters_of
from site_builder.content.model import Article, Kind
from site_builder.content.slugs import slugify
from site_builder.football.model import Match, Score, Season
from site_builder.incremental.memo import Memo, Printed
from site_builder.pages.keys import PageKey
from site_builder.pages.search_values import Entry, Headline, Headlines, SeasonShard, TeamOfDay, Things
from site_builder.pages.wording import row_note
from site_builder.site import model, questions
from site_builder.site.model import FILES_OF, THINGS_OF
from site_builder.site.names import other_names

THINGS = PageKey("search/things", "search_things")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NO_SCORE = "--"


def search_keys(seasons: Iterable[str], headlines: Iterable[str]) -> Iterator[PageKey]:
    """All shards of a site with matches and headlines in these seasons."""
    yield THINGS
    yield from (PageKey(f"search/{season}", "search_season", season) for season in seasons)
    yield from (PageKey(f"search/headlines/{season}", "search_headlines", season) for season in headlines)


def things_shard(read: Memo, key: PageKey) -> Things:  # noqa: ARG001 - there is one of its kind
    """Everything that has a name."""
    pages = tuple(_entry(_title(read, route), route) for route in questions.listed(read, "pages"))
    found: dict[str, tuple[Entry, ...]] = {
        **{kind.value: tuple(_things(read, kind)) for kind in model.THINGS},
        **{kind: tuple(_labels(read, kind)) for kind in ("authors", "tags")},
        "pages": pages,
    }
    texts = (text for entries in found.values() for entry in entries for text in _texts(entry))
    return Things(letters=_letters(texts), **found)


def _things(read: Memo, kind: Kind) -> Iterator[Entry]:
    for slug in questions.listed(read, kind.value):
        name = read.get(THINGS_OF[kind], slug).name
        yield _entry(name, slug, _others(read, kind, slug))


def _others(read: Memo, kind: Kind, slug: str) -> tuple[str, ...]:
    """Other names of a thing: those of its file, and a competition's in its rule book."""
    file = read.find(FILES_OF[kind], slug)
    book = read.find(model.RULE_BOOKS, slug) if kind is Kind.COMPETITION else None
    return (*(other_names(file) if file else ()), *((book.name, *book.aliases) if book else ()))


def _labels(read: Memo, kind: str) -> Iterator[Entry]:
    for slug in questions.listed(read, kind):
        yield _entry(read.get(model.LABELS, f"{kind}/{slug}"), slug)


def _title(read: Memo, route: str) -> str:
    """A plain page's title; without one it is called as its file is."""
    return read.get(model.PLAIN_PAGES, route).publication.title or route.rpartition("/")[2].replace("-", " ").capitalize()


def _entry(name: str, slug: str, others: Sequence[str] = ()) -> Entry:
    """A thing as briefly as it can be told; other names that fold to one already told are left out."""
    distinct = {slugify(other): other for other in reversed(others)}
    distinct.pop(slugify(name), None)
    own = "" if slug == slugify(name) else slug
    return (name, own, *reversed(distinct.values())) if own or distinct else name


def _texts(entry: Entry) -> tuple[str, ...]:
    return (entry,) if isinstance(entry, str) else entry


def _letters(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple(letters_of(texts).items())


def season_shard(read: Memo, key: PageKey) -> SeasonShard:
    """The matches of a season, those of all competitions; ``about`` is the season."""
    ids = read.get(model.MATCHES_OF_SEASON, Season.parse(key.about))
    matches = tuple(questions.match_of(read, match) for match in ids)
    days = tuple(match.date for match in matches if match.date)
    sides = [tuple(_of_day(read, team, day) for team in (m.home, m.away)) for m, day in zip(matches, days, strict=True)]
    teams = _numbered(team for pair in sides for team in pair)
    competitions = _numbered(match.competition for match in matches)
    names = (text for team in teams if not isinstance(team, str) for text in team)
    words = questions.words_of(read)
    return SeasonShard(
        letters=_letters(names),
        start=days[0],
        days=(0, *((after - before).days for before, after in pairwise(days))),
        teams=tuple(teams),
        competitions=tuple(competitions),
        home=tuple(teams[home] for home, _ in sides),
        away=tuple(teams[away] for _, away in sides),
        of=tuple(competitions[match.competition] for match in matches),
        scores="".join(map(_packed, matches)),
        large=tuple(_large(matches)),
        notes=_exceptions(matches, lambda match: row_note(match, words)),
        addresses=_exceptions(matches, _odd_address),
    )


def _of_day(read: Memo, team: str, day: date) -> TeamOfDay:
    """A team, and its name of the day where it bears another one now."""
    name = questions.team_name(read, team, day)
    return team if name == read.get(model.TEAMS, team).name else (team, name)


def _numbered(values: Iterable[Any]) -> dict[Any, int]:
    """Values in the order in which they first come, each with its number."""
    return {value: number for number, value in enumerate(dict.fromkeys(values))}


def _score(match: Match) -> Score | None:
    return match.result.score if match.result else None


def _packed(match: Match) -> str:
    """The score in two digits; one that has no room is told apart (`_large`)."""
    score = _score(match)
    return _DIGITS[score.home] + _DIGITS[score.away] if score and not _is_large(score) else _NO_SCORE


def _is_large(score: Score) -> bool:
    return max(score.home, score.away) >= len(_DIGITS)


def _large(matches: Iterable[Match]) -> Iterator[tuple[int, int, int]]:
    for number, match in enumerate(matches):
        score = _score(match)
        if score and _is_large(score):
            yield number, score.home, score.away


def _exceptions(matches: Iterable[Match], told: Callable[[Match], str]) -> tuple[tuple[int, str], ...]:
    """What is to be told of some of the matches, with their numbers."""
    return tuple((number, text) for number, match in enumerate(matches) if (text := told(match)))


def _odd_address(match: Match) -> str:
    """The last part of an address that does not follow from date and teams: ``…-2``, or an author's ``slug``."""
    tail = match.id.rpartition("/")[2]
    return "" if tail == f"{match.date}-{match.home}-{match.away}" else tail


def headlines_shard(read: Memo, key: PageKey) -> Headlines:
    """The headlines of a season's reports and articles; ``about`` is the season, or the year of articles without one."""
    found = tuple(one for address in read.get(model.HEADLINES, key.about) if (one := read.part(_headline, address)))
    return Headlines(letters=_letters(one[0] for one in found), headlines=found)


def _headline(read: Memo, address: str) -> Printed[Headline | None]:
    """The headline of a piece; None for a report's that says no more than its match does."""
    piece = read.find(model.PIECES, address)
    found = _of_article(piece.article, address) if piece else _of_report(read, address)
    return Printed(found, repr(found))


def _of_article(article: Article, address: str) -> Headline:
    return _dated(article.publication.title, address, article.when.date if article.when else None)


def _of_report(read: Memo, address: str) -> Headline | None:
    match = questions.match_of(read, address)
    announced = read.find(model.ANNOUNCED, address)
    title = announced.title if announced else read.get(model.PREVIEWS, address).publication.title
    return None if _is_plain(read, slugify(title), match) else _dated(title, address, match.date)


def _is_plain(read: Memo, title: str, match: Match) -> bool:
    """Whether a title, as a slug, is made of what a match's line in a list says anyway."""
    home = slugify(questions.team_name(read, match.home, match.date))
    away = slugify(questions.team_name(read, match.away, match.date))
    if not (title.startswith(home) and title.endswith(away)):
        return False
    score = _score(match)
    if score and title == in_one_slug(home, slugify(score.text), away):
        return True
    return title in {in_one_slug(home, "v", away), in_one_slug(home, "vs", away)}


def in_one_slug(*words: str) -> str:
    """The slug of words with spaces between them, from the slug of each: names come again and again, titles do not."""
    return "-".join(words if all(words) else filter(None, words))


def _dated(title: str, address: str, day: date | None) -> Headline:
    """A headline with its day, unless its address tells it."""
    told = day is None or address.rpartition("/")[2].startswith(day.isoformat())
    return (title, address) if told or day is None else (title, address, day)
