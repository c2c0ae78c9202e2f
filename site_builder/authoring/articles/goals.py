"""The goals of an article: its lists where it has them, else its sentences, put together under the score.

A list that is complete is all that is taken. Claims of one goal at several
places become one; when more are claimed than the score has, the doubtful go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from site_builder.authoring.articles.belonging import belonging, lined_up
from site_builder.authoring.articles.draft import DraftGoal, DraftResult
from site_builder.authoring.articles.entries import entry_claims
from site_builder.authoring.articles.goal_gaps import likely_goals, with_near_moments
from site_builder.authoring.articles.goal_kinds import PENALTIES
from site_builder.authoring.articles.goal_lists import goal_lists, is_whole
from site_builder.authoring.articles.goal_minutes import resolved
from site_builder.authoring.articles.goal_moments import moments_of
from site_builder.authoring.articles.goal_prose import told_goals
from site_builder.authoring.articles.goal_sides import TOO_MANY, Telling, Verdict, sides_of
from site_builder.authoring.articles.goal_values import Claim, Effect
from site_builder.authoring.articles.names import find_names, proper_case
from site_builder.authoring.articles.other_fixtures import told_here
from site_builder.authoring.articles.players import people_in, scorers_in
from site_builder.authoring.articles.relations import bonds_of, pairs_of, spread, surname
from site_builder.authoring.articles.side_ties import hints_of
from site_builder.authoring.articles.team_names import Sides, calls_of
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.trust import doubts_of
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.football.model import GoalKind, Minute, Side
from site_builder.phrases import Certainty

_NEVER = Minute(1)


def read_goals(article: Article, result: DraftResult, vocabulary: Vocabulary) -> tuple[DraftGoal, ...]:
    """Every goal that the article tells, in order of time, those without a minute last."""
    teams = (result.home.value, result.away.value)
    final = result.score.value if result.score else None
    claims = _named_alike(_claims(article, result, vocabulary), article, vocabulary)
    own = belonging(article, teams, vocabulary)
    known = {claim.player: side for claim in claims if (side := _said_side(claim, teams, vocabulary, claims, own))}
    bonds = bonds_of(article, people_in(article, teams, vocabulary))
    players = sorted({claim.player for claim in claims})
    seeds = {one: Side.HOME if team == teams[0] else Side.AWAY for one, team in own.items()}
    known = spread(seeds | {surname(player): side for player, side in known.items()}, bonds, players) | known
    half_time = result.half_time.value if result.half_time and not result.half_time.unsure else None
    score = None if result.score and result.score.unsure else final
    telling = Telling(score, half_time, first=_first(article, teams, vocabulary))
    judged = sides_of(claims, known, pairs_of(bonds, players), telling, hints_of(article, result, vocabulary, claims))
    claims = tuple(_maybe_penalty(claim, article) for claim in claims)
    squads = frozenset(lined_up(article, teams))
    doubts = doubts_of(claims, judged, final, half_time, squads)
    goals = [_goal(article, *told) for told in zip(claims, judged, doubts, strict=True)]
    return tuple(sorted(goals, key=lambda goal: (goal.minute is None, goal.minute or _NEVER)))


_BEHIND = (
    r"[^.;!?]{0,60}?\b(?:came|come|coming|fought|hit|rallied) (?:back )?from (?:behind|(?:a|one|two|three) (?:goals? )?down)\b"
)


def _first(article: Article, teams: tuple[str, str], vocabulary: Vocabulary) -> Side | None:
    """The side that scored first, where the other one "came from behind"."""
    calls = calls_of(teams, vocabulary, (), is_ordered=False)
    late = [number for number, (_, pattern) in enumerate(calls.each) if re.search(f"{pattern}{_BEHIND}", article.text)]
    return (Side.AWAY, Side.HOME)[late[0]] if len(late) == 1 else None


def _claims(article: Article, result: DraftResult, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    sides = Sides(result.home.value, result.away.value, vocabulary)
    final = result.score.value if result.score else None
    every = _told(article, result, vocabulary)
    told = tuple(claim for claim in every if not claim.gap)
    blogged = entry_claims(article, told, sides)
    lists = [*goal_lists(article, sides), *([blogged] if blogged else [])]
    for found in lists:
        if is_whole(found, final, sides):
            return _listed_with_kinds(found, told)
    total = final.home + final.away if final else None
    parts = [claim for found in lists for claim in found]
    found = tuple(_together((*parts, *told), total))
    return _selected(_together((*parts, *told, *_filling(found, every, total)), total), total)


def _filling(found: Sequence[Claim], claims: Sequence[Claim], total: int | None) -> list[Claim]:
    """As many of the goals that no words tell outright as the score has beyond those that are told with their minutes."""
    timed = {claim.minute for claim in found if claim.minute}
    gaps = [claim for claim in claims if claim.gap and claim.minute and claim.minute not in timed]
    lack = (total or 0) - sum(claim.minute is not None for claim in found)
    return sorted(gaps, key=lambda c: (-c.gap, c.at))[: max(0, lack)]


def _listed_with_kinds(found: Sequence[Claim], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """A list's goals; what kind a goal was, and for whom, may stand in the sentences only."""
    told = {(surname(c.player), c.minute): c for c in claims}
    return tuple(_with_told(claim, told.get((surname(claim.player), claim.minute))) for claim in found)


def _with_told(claim: Claim, told: Claim | None) -> Claim:
    if told is None:
        return claim
    kind = told.kind if claim.kind is GoalKind.GOAL else claim.kind
    return replace(claim, kind=kind, team=claim.team or told.team, effect=told.effect, near=told.near)


def _told(article: Article, result: DraftResult, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    teams = (result.home.value, result.away.value)
    names = [name.text for name in find_names(article.text, vocabulary)]
    calls = calls_of(teams, vocabulary, names, is_ordered=not result.home.unsure)
    article = told_here(article, calls, vocabulary)
    has_kicks = result.shootout is not None
    people = scorers_in(article, people_in(article, teams, vocabulary))
    claims = told_goals(article, calls, vocabulary, has_kicks=has_kicks)
    claims = with_near_moments(claims, article, people, has_kicks=has_kicks)
    claims = (*claims, *likely_goals(article, people, claims, has_kicks=has_kicks))
    has_extra_time = bool(result.extra_time) or bool(result.shootout)
    return resolved(claims, moments_of(article.sentences), article.text, has_extra_time=has_extra_time)


def _is_same(one: Claim, other: Claim) -> bool:
    """Whether two claims can be one goal: of players whose names agree, at no different minutes."""
    is_counted = (
        one.nth != other.nth and max(one.nth, other.nth) > 1 and all(claim.minute or claim.phrase for claim in (one, other))
    )
    return (
        not is_counted
        and _same_player(one.player, other.player)
        and (one.minute == other.minute or None in (one.minute, other.minute))
    )


def _same_player(one: str, other: str) -> bool:
    first, second = folded(one), folded(other)
    return first == second or first.endswith(f" {second}") or second.endswith(f" {first}")


def _together(claims: Iterable[Claim], total: int | None) -> list[Claim]:
    """Claims of one goal made one: with a minute first, then those without that can be none of these.

    A claim with an open minute of its own ("within three minutes") is another goal
    of its player where the score has more goals than are found without it.
    """
    claims = tuple(claims)
    found = _joined(claims)
    more = [c for c in claims if c.minute is None and c.phrase and c not in found and _is_apart(c, found)]
    return sorted([*found, *more[: max(0, (total or 0) - len(found))]], key=lambda c: c.at)


def _is_apart(claim: Claim, found: Sequence[Claim]) -> bool:
    """Whether the words for a moment can be those of no goal that the player is known to have scored."""
    span = claim.phrase.span if claim.phrase else None
    own = [c.minute for c in found if _same_player(c.player, claim.player) and c.minute]
    return span is None or not any(span.holds(minute) for minute in own)


def _joined(claims: Iterable[Claim]) -> list[Claim]:
    """Claims that can be of one goal made one."""
    found: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.minute is None, not c.is_listed, c.at)):
        same = next((number for number, other in enumerate(found) if _is_same(claim, other)), None)
        if same is None:
            found.append(claim)
        else:
            found[same] = _merged(found[same], claim)
    return sorted(found, key=lambda c: c.at)


def _merged(one: Claim, other: Claim) -> Claim:
    """One goal from two claims of it."""
    kind = one.kind if one.kind is not GoalKind.GOAL or one.minute != other.minute else other.kind
    player = max(one.player, other.player, key=len) if _same_player(one.player, other.player) else one.player
    effect = other.effect if one.effect is Effect.NONE else one.effect
    return replace(one, player=player, team=one.team or other.team, kind=kind, effect=effect, phrase=one.phrase or other.phrase)


def _selected(claims: list[Claim], total: int | None) -> tuple[Claim, ...]:
    """As many as the score has: of too many the doubtful go, and all are in doubt if that is not enough."""
    if total is None or len(claims) <= total:
        return tuple(claims)
    sure = [claim for claim in claims if claim.is_sure and not claim.doubt and claim.minute]
    if len(sure) > total:
        claims = [claim if claim.is_listed else replace(claim, doubt=TOO_MANY) for claim in claims]
    ranked = sorted(
        claims, key=lambda c: (c.minute is None, not c.is_listed, not c.is_sure or bool(c.doubt), c.phrase is None, c.at)
    )
    kept = ranked[:total]
    return tuple(sorted(kept, key=lambda c: c.at))


def _named_alike(claims: Sequence[Claim], article: Article, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Players by their full names, where the article or the site has one and only one of that surname."""
    return tuple(replace(claim, player=_full_name(claim.player, claims, article, vocabulary)) for claim in claims)


# Names of East Asia, with the family's in front: Son Heung-min.
_GIVEN_LAST = re.compile(r"[A-Z]\w+ [A-Z]\w+-[a-z]\w+")


# Vinícius Júnior, whom a text calls Vinícius as well.
_YOUNGER = re.compile(r"[A-Z]\w+ (?:J[uú]nior|Jr\.?|Filho|Neto|Sobrinho)")


def _full_name(player: str, claims: Sequence[Claim], article: Article, vocabulary: Vocabulary) -> str:
    from_site = vocabulary.full_names(player)
    if len(from_site) == 1:
        return from_site[0]
    if " " in player:
        return player
    longer = {name for name in _names(article, vocabulary) if folded(name).endswith(f" {folded(player)}")}
    longer |= {name for name in _names(article, vocabulary) if _GIVEN_LAST.fullmatch(name) and name.startswith(f"{player} ")}
    longer |= {name for name in _names(article, vocabulary) if _YOUNGER.fullmatch(name) and name.startswith(f"{player} ")}
    longer |= {c.player for c in claims if folded(c.player).endswith(f" {folded(player)}")}
    return longer.pop() if len(longer) == 1 else player


def _names(article: Article, vocabulary: Vocabulary) -> Iterable[str]:
    return {proper_case(name.text) for name in find_names(article.text, vocabulary)}


def _said_side(
    claim: Claim, teams: tuple[str, str], vocabulary: Vocabulary, claims: Sequence[Claim], teams_of: Mapping[str, str]
) -> Side | None:
    """The side that a player plays for, as the text or the site says."""
    if team := teams_of.get(surname(claim.player)):
        return Side.HOME if team == teams[0] else Side.AWAY
    own = [c for c in claims if c.player == claim.player and c.team in teams]
    if own:
        side = Side.HOME if own[0].team == teams[0] else Side.AWAY
        return side.other if own[0].kind is GoalKind.OWN_GOAL else side
    clubs = [team for team in teams if folded(team) in vocabulary.clubs_of(claim.player)]
    return None if len(clubs) != 1 else Side.HOME if clubs[0] == teams[0] else Side.AWAY


def _maybe_penalty(claim: Claim, article: Article) -> Claim:
    """A goal of somebody who is said somewhere to have scored penalties: which of them, only its own words could tell."""
    said = [article.sentence_at(match.start()) for match in PENALTIES.finditer(article.text)]
    name = re.escape(claim.player.rpartition(" ")[2])
    is_maybe = claim.kind is GoalKind.GOAL and any(re.search(rf"\b{name}\b", sentence) for sentence in said)
    return replace(claim, doubt=claim.doubt or "maybe a penalty") if is_maybe else claim


def _goal(article: Article, claim: Claim, verdict: Verdict, beside: str) -> DraftGoal:
    doubts = []
    if claim.minute is None:
        words = f" ({' '.join(claim.phrase.text.split())})" if claim.phrase else ""
        doubts.append(f"the text leaves the minute open{words}")
    elif claim.phrase and claim.phrase.certainty is Certainty.OPEN and claim.phrase.minute:
        doubts.append(f"about this minute ({' '.join(claim.phrase.text.split())})")
    if verdict.side is None:
        doubts.append("for which side is not clear")
    elif not verdict.is_sure:
        doubts.append("for this side by what stands near it only")
    if not claim.is_sure:
        doubts.append("maybe no goal of this match")
    doubts += [doubt for doubt in (claim.doubt, beside) if doubt]
    return DraftGoal(claim.player, article.sentence_at(claim.at), verdict.side, claim.minute, claim.kind, "; ".join(doubts))
