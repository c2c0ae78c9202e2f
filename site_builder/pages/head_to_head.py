"""Every meeting of two teams: which pairs have met often enough for a page, and what it shows.

The address is made of both slugs in alphabetical order. Where two pairs would
get one address (``a-b`` against ``c``, ``a`` against ``b-c``), the first has the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from site_builder.football.form import balance, seen_by
from site_builder.football.model import Match
from site_builder.football.tallies import counts
from site_builder.incremental.memo import Memo
from site_builder.pages.keys import PageKey
from site_builder.pages.links import competition_link, link, meta_of, team_mark
from site_builder.pages.meetings import balance_of
from site_builder.pages.parts import Fact, Link
from site_builder.pages.records import head_to_head_records
from site_builder.pages.rows import grouped, is_open, row_of
from site_builder.pages.views import HeadToHeadView
from site_builder.pages.wording import fixture_words, matches_counted
from site_builder.site import model, questions
from site_builder.site.model import Site

Pair = tuple[str, str]
"""The slugs of two teams in alphabetical order."""


def pair_of(one: str, other: str) -> Pair:
    """Two teams in the order in which they make an address."""
    return (one, other) if one < other else (other, one)


def _address(pair: Pair) -> str:
    return f"head-to-head/{pair[0]}-{pair[1]}"


def head_to_head_keys(site: Site) -> Iterator[PageKey]:
    """The pages of all pairs that have met often enough."""
    matches = site.of(model.MATCHES)
    taken: set[str] = set()
    enough = site.config.minimum_meetings
    for pair, ids in sorted((pair, ids) for pair, ids in site.of(model.MEETINGS).items() if len(ids) >= enough):
        if sum([counts(matches[i]) for i in ids]) >= enough and _address(pair) not in taken:
            taken.add(_address(pair))
            yield PageKey(_address(pair), "head_to_head", " ".join(pair))


def head_to_head_link(read: Memo, one: str, other: str, text: str) -> Link | None:
    """The way to the page of two teams, None where they have none."""
    pair = pair_of(one, other)
    return link(read, text, _address(pair)) if read(_has_page, pair) else None


def _has_page(read: Memo, pair: Pair) -> bool:
    """Whether a pair has met often enough, and no pair before it takes the address."""
    if not _is_enough(read, pair):
        return False
    words = "-".join(pair).split("-")
    rivals = [("-".join(words[:at]), "-".join(words[at:])) for at in range(1, len(words))]
    return not any(rival < pair and _is_enough(read, rival) for rival in rivals)


def _is_enough(read: Memo, pair: Pair) -> bool:
    ids, wanted = read.find(model.MEETINGS, pair) or (), questions.settings(read).minimum_meetings
    if len(ids) < wanted:
        return False
    return sum(1 for _ in islice((i for i in ids if counts(questions.match_of(read, i))), wanted)) == wanted


def head_to_head_view(read: Memo, key: PageKey) -> HeadToHeadView:
    """Every meeting of two teams, the newest first."""
    one, other = key.about.split(" ")
    matches = [questions.match_of(read, i) for i in questions.meetings_of(read, one, other)]
    held = [match for match in matches if counts(match)]
    coming = [match.id for match in matches if is_open(read, match)]
    home, away = (team_mark(read, team) for team in (one, other))
    words = questions.words_of(read)
    title = fixture_words(words, home.name, away.name)
    said = words.plural("{title}: {count} meeting.", "{title}: {count} meetings.", len(held), title=title)
    return HeadToHeadView(
        meta=meta_of(read, key, title, said, link(read, words("Teams"), "teams")),
        home=home,
        away=away,
        balance=balance_of(read, (one, other), held),
        by_competition=tuple(_by_competition(read, one, held)),
        records=head_to_head_records(read, (one, other), held),
        groups=grouped([(match.season.shown, row_of(read, match.id)) for match in reversed(matches) if match.id not in coming]),
        fixtures=tuple([row_of(read, match) for match in coming]),
    )


def _by_competition(read: Memo, team: str, held: Iterable[Match]) -> Iterator[Fact]:
    """Wins, draws and defeats of the first team by competition, the one with most meetings first."""
    found: dict[str, list[Match]] = {}
    for match in held:
        found.setdefault(match.competition, []).append(match)
    for slug, matches in sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        sums = balance([seen_by(team, match) for match in matches])
        named = competition_link(read, slug)
        value = f"{matches_counted(questions.words_of(read), sums.played)}: {sums.won}–{sums.drawn}–{sums.lost}"
        yield Fact(named.text, value, named.href)


def rivals_of(read: Memo, team: str, matches: Iterable[Match], most: int) -> tuple[Link, ...]:
    """The pages of a team's meetings with others, those it met most often first; ``matches`` are all of its own."""
    met: dict[str, int] = {}
    for match in matches:
        opponent = match.away if match.home == team else match.home
        met[opponent] = met.get(opponent, 0) + counts(match)
    enough = questions.settings(read).minimum_meetings
    ordered = sorted([one for one in met if met[one] >= enough], key=lambda opponent: (-met[opponent], opponent))
    links = (head_to_head_link(read, team, opponent, questions.team_name(read, opponent, None)) for opponent in ordered)
    return tuple(islice(filter(None, links), most))
