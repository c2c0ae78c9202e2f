"""From words to rules: packaged rule books and an author's competition file use the same ones.

    rules:
      - from: 2021-22                  # the newest `from` not after the season holds; no `from`: always
        stage: group                   # only for this kind of stage
        points: {win: 3, draw: 1, loss: 0, per_match: false}   # or the day since which it is so
        rank: [points, goal_difference, h2h.points, {h2h: [points, goals_for], two: [goal_difference],
               reapplied: remaining, pending: shared}, playoff, lots]
        playoff_places: [1, 17]
        stages: [group, knockout]
        meetings: 2
        ties: {legs: 2, away_goals: with extra time, extra_time: full, then: [shootout],
               rounds: [{rounds: [Final], legs: 1}]}
        split: {after: 33, sizes: [6, 6], carried: full}
        thirds: {count: 4, rank: [points, goal_difference, goals_for]}
        zones: [{places: 1-4, label: Champions League}]
        cards: {yellow: 1, second_yellow: 3, red: 3, yellow_and_red: 4}

`h2h` alone means mutual points, then their goal difference, as in Serie A.
This module reads no files and raises nothing: what is wrong comes back as
`RuleProblem` values with their key paths.
"""

from __future__ import annotations

from site_builder.football.rule_books import RuleBook, RuleChanges, RuleSet, SeasonShape
from site_builder.football.rule_steps import parse_rank
from site_builder.football.rule_words import Key, RuleProblem, Word
from site_builder.football.rules import (
    AwayGoals,
    BestThirds,
    CardPoints,
    Carried,
    Decider,
    ExtraTimeRule,
    Points,
    RoundTies,
    Rules,
    Split,
    StageKind,
    TieRules,
    Zone,
)
from site_builder.football.ruling_parsing import parse_rulings

_CHANGES = ("points", "rank", "stages", "meetings", "playoff_places", "ties", "split", "thirds", "zones", "cards")
_TIES = ("legs", "away_goals", "extra_time", "then")


def parse_rule_book(mapping: object) -> tuple[RuleBook, tuple[RuleProblem, ...]]:
    """A rule book from one mapping, and what is wrong with it.

    Keys: ``name``, ``aliases``, ``country``, ``timezone``, ``season``
    (``starts``: a month, or ``calendar``), ``rules``, ``seasons``, ``zones``.
    """
    problems: list[RuleProblem] = []
    known = ("name", "aliases", "country", "timezone", "season", "rules", "seasons", "zones")
    parts = Word(mapping, (), problems).parts(known)
    sets = [_rule_set(item) for item in parts["rules"].items()] if "rules" in parts else []
    if "zones" in parts:
        sets.append(RuleSet(changes=RuleChanges(zones=_zones(parts["zones"]))))
    book = RuleBook(
        name=_text(parts, "name"),
        aliases=tuple(item.text() for item in parts["aliases"].items()) if "aliases" in parts else (),
        country=_text(parts, "country"),
        timezone=_text(parts, "timezone"),
        shape=_shape(parts["season"]) if "season" in parts else None,
        sets=tuple(sets),
        rulings=parse_rulings(parts["seasons"]) if "seasons" in parts else (),
    )
    return book, tuple(problems)


def parse_rules(mapping: object, key: Key = ()) -> tuple[Rules, tuple[RuleProblem, ...]]:
    """One entry of ``rules`` over the default rules, and what is wrong with it."""
    problems: list[RuleProblem] = []
    return _rule_set(Word(mapping, key, problems)).changes.over(Rules()), tuple(problems)


def _text(parts: dict[str, Word], name: str) -> str:
    return parts[name].text() if name in parts else ""


def _shape(word: Word) -> SeasonShape:
    parts = word.parts(("starts", "extended"))
    starts = parts.get("starts")
    calendar = starts is not None and str(starts.value).strip().lower() == "calendar"
    month = 7 if starts is None or calendar else starts.number()
    if month is not None and not 1 <= month <= 12 and starts is not None:
        starts.fail(f"`{month}` is not a month", "Write the number of the month, or `calendar`.")
        month = 7
    extended = []
    for name, last_day in parts["extended"].pairs() if "extended" in parts else []:
        season, day = Word(name, last_day.key, word.problems).season(), last_day.day()
        if season and day:
            extended.append((season, day))
    return SeasonShape(None if calendar else month, tuple(extended))


def _rule_set(word: Word) -> RuleSet:
    parts = word.parts(("from", "stage", *_CHANGES))
    since = parts["from"].season() if "from" in parts else None
    stage = parts["stage"].choice(StageKind) if "stage" in parts else None
    return RuleSet(since, stage, _changes(parts))


def _changes(parts: dict[str, Word]) -> RuleChanges:
    ties, round_ties = _ties(parts["ties"]) if "ties" in parts else (None, None)
    return RuleChanges(
        points=_points(parts["points"]) if "points" in parts else None,
        rank=parse_rank(parts["rank"]) if "rank" in parts else None,
        stages=tuple(kind for item in parts["stages"].items() if (kind := item.choice(StageKind))) if "stages" in parts else None,
        meetings=parts["meetings"].number() if "meetings" in parts else None,
        playoff_places=_numbers(parts["playoff_places"]) if "playoff_places" in parts else None,
        ties=ties,
        round_ties=round_ties,
        split=_split(parts["split"]) if "split" in parts else None,
        thirds=_thirds(parts["thirds"]) if "thirds" in parts else None,
        zones=_zones(parts["zones"]) if "zones" in parts else None,
        cards=_cards(parts["cards"]) if "cards" in parts else None,
    )


def _numbers(word: Word) -> tuple[int, ...]:
    return tuple(number for item in word.items() if (number := item.number()) is not None)


def _number(parts: dict[str, Word], name: str, default: int) -> int:
    found = parts[name].number() if name in parts else None
    return default if found is None else found


def _points(word: Word) -> Points:
    parts = word.parts(("win", "draw", "loss", "per_match"))
    per_match = parts["per_match"].flag_or_day() if "per_match" in parts else False
    return Points(_number(parts, "win", 3), _number(parts, "draw", 1), _number(parts, "loss", 0), per_match)


def _cards(word: Word) -> CardPoints:
    parts = word.parts(("yellow", "second_yellow", "red", "yellow_and_red"))
    base = CardPoints()
    return CardPoints(
        _number(parts, "yellow", base.yellow),
        _number(parts, "second_yellow", base.second_yellow),
        _number(parts, "red", base.red),
        _number(parts, "yellow_and_red", base.yellow_and_red),
    )


def _ties(word: Word) -> tuple[TieRules, tuple[RoundTies, ...]]:
    """The general rules for ties, and those for some rounds laid over them."""
    parts = word.parts((*_TIES, "rounds"))
    general = _tie_rules(parts, TieRules())
    rounds = [item.parts((*_TIES, "rounds")) for item in parts["rounds"].items()] if "rounds" in parts else []
    named = [
        (tuple(name.text() for name in own["rounds"].items()), _tie_rules(own, general)) for own in rounds if "rounds" in own
    ]
    return general, tuple(RoundTies(names, ties) for names, ties in named)


def _tie_rules(parts: dict[str, Word], inside: TieRules) -> TieRules:
    legs = parts["legs"].number() if "legs" in parts else inside.legs
    away_goals = parts["away_goals"].choice(AwayGoals) if "away_goals" in parts else None
    extra_time = parts["extra_time"].choice(ExtraTimeRule) if "extra_time" in parts else None
    then = tuple(one for item in parts["then"].items() if (one := item.choice(Decider))) if "then" in parts else inside.then
    return TieRules(legs, away_goals or inside.away_goals, extra_time or inside.extra_time, then)


def _split(word: Word) -> Split | None:
    parts = word.parts(("after", "sizes", "carried"))
    after = parts["after"].number() if "after" in parts else None
    sizes = _numbers(parts["sizes"]) if "sizes" in parts else ()
    if after is None or not sizes:
        word.fail(
            "a split needs `after` and `sizes`", "After how many matches, into how many teams each: {after: 33, sizes: [6, 6]}."
        )
        return None
    carried = parts["carried"].choice(Carried) if "carried" in parts else None
    return Split(after, sizes, carried or Carried.FULL)


def _thirds(word: Word) -> BestThirds:
    parts = word.parts(("count", "rank"))
    rank = parse_rank(parts["rank"]) if "rank" in parts else Rules().rank
    return BestThirds(_number(parts, "count", 4), rank)


def _zones(word: Word) -> tuple[Zone, ...]:
    return tuple(zone for item in word.items() if (zone := _zone(item)))


def _zone(word: Word) -> Zone | None:
    parts = word.parts(("places", "label"))
    text = parts["places"].text().replace("–", "-") if "places" in parts else ""
    first, _, last = text.partition("-")
    try:
        zone = Zone(int(first), int(last or first), _text(parts, "label"))
    except ValueError:
        zone = None
    if zone is None or not 1 <= zone.first <= zone.last:
        word.fail(f"`{text}` are no places of a table", "Write {places: 1-4, label: Champions League}.")
        return None
    return zone
