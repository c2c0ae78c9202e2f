"""Which stage a match belongs to, by its round's name, the rules, and what the other rounds of its season look like."""

from __future__ import annotations

import pytest

from football.playing import match_of
from site_builder.football.model import Match, Status
from site_builder.football.placing import StageKey, Structure, stage_key
from site_builder.football.rules import Rules, StageKind

K = StageKind


def match_in(round_: str | None = None, group: str | None = None, matchday: int | None = None) -> Match:
    return match_of("a 1-0 b", round=round_, group=group, matchday=matchday)


def key(match: Match, stages: tuple[StageKind, ...] = (), others: tuple[Match, ...] = ()) -> StageKey | None:
    structure = Structure.of((match, *others), Rules(stages=stages), is_ranked=True)
    return stage_key(match, structure)


def kind(match: Match, stages: tuple[StageKind, ...] = (), others: tuple[Match, ...] = ()) -> StageKind | None:
    found = key(match, stages, others)
    return found.kind if found else None


@pytest.mark.parametrize(
    ("match", "stages", "expected"),
    [
        (match_in("First qualifying round"), (K.KNOCKOUT,), K.QUALIFYING),
        (match_in("Qualifying round"), (K.LEAGUE,), K.QUALIFYING),
        (match_in("Preliminary round"), (K.KNOCKOUT,), K.KNOCKOUT),
        (match_in("Quarter-finals"), (), K.KNOCKOUT),
        (match_in("Quarter-finals"), (K.LEAGUE,), K.PLAYOFF),
        (match_in("Quarter-finals"), (K.PLAYOFF,), K.PLAYOFF),
        (match_in("Quarter-finals"), (K.LEAGUE_PHASE, K.KNOCKOUT), K.KNOCKOUT),
        (match_in("Quarter-finals", "A"), (K.KNOCKOUT,), K.PLAYOFF),
        (match_in(matchday=3), (), K.LEAGUE),
        (match_in(matchday=3), (K.LEAGUE_PHASE, K.KNOCKOUT), K.LEAGUE_PHASE),
        (match_in(matchday=3), (K.GROUP, K.KNOCKOUT), K.GROUP),
        (match_in(matchday=3), (K.KNOCKOUT,), None),
        (match_in("Round 3"), (K.KNOCKOUT,), K.KNOCKOUT),
        (match_in("Round 3"), (K.LEAGUE, K.KNOCKOUT), K.LEAGUE),
        (match_in("Round 3"), (K.GROUP,), None),
        (match_in("Nonsense"), (K.LEAGUE, K.PLAYOFF), K.LEAGUE),
        (match_in("Nonsense"), (K.KNOCKOUT,), K.KNOCKOUT),
        (match_in("Nonsense"), (K.GROUP, K.KNOCKOUT), None),
        (match_in("Nonsense"), (K.LEAGUE_PHASE, K.KNOCKOUT), None),
        (match_in("Nonsense"), (K.GROUP,), None),
        (match_in(), (), K.LEAGUE),
        (match_in(), (K.KNOCKOUT,), None),
        (match_in("Final round"), (K.GROUP, K.FINAL_POOL), K.FINAL_POOL),
        (match_in("Final round"), (K.GROUP,), K.KNOCKOUT),
    ],
)
def test_a_round_and_the_rules_tell_the_stage(match: Match, stages: tuple[StageKind, ...], expected: StageKind | None) -> None:
    assert kind(match, stages) is expected


def test_a_final_round_of_three_teams_is_a_pool() -> None:
    final = match_in("Final round")
    assert kind(final, (K.GROUP,), (match_of("b 1-0 a", round="Final round"),)) is K.KNOCKOUT
    assert kind(final, (K.GROUP,), (match_of("b 1-0 c", round="Final round"),)) is K.FINAL_POOL


def test_knockout_rounds_beside_matchdays_are_play_offs_unless_there_are_groups() -> None:
    final = match_in("Final")
    assert kind(final, (), (match_in(matchday=3),)) is K.PLAYOFF
    assert kind(final, (), (match_in(matchday=3), match_in("Group A"))) is K.KNOCKOUT
    assert kind(final, (), (match_in("Group A"),)) is K.KNOCKOUT


FIRST = (match_of("a 1-0 b", round="Round 1"), match_of("c 0-2 d", round="Round 1"))


def numbered(*more: Match) -> StageKind | None:
    """What a season makes of its numbered rounds."""
    return kind(FIRST[0], (), (*FIRST[1:], *more))


def test_beaten_teams_that_play_on_make_numbered_rounds_a_league() -> None:
    assert numbered(match_of("b 1-0 c", round="Round 2")) is K.LEAGUE
    assert numbered(match_of("a 1-0 d", round="Round 2")) is K.KNOCKOUT, "the winners alone play on"
    assert numbered(match_of("a 1-0 c", round="Round 2")) is K.KNOCKOUT, "one may have taken the place of another"
    assert numbered(match_of("b 1-0 c", round="Round 1")) is K.KNOCKOUT, "not in a later round"


def test_only_results_that_count_tell_who_was_beaten() -> None:
    void = tuple(match_of(line, round="Round 1", status=Status.VOID) for line in ("a 1-0 b", "c 0-2 d"))
    fixtures = tuple(match_of(line, round="Round 1") for line in ("a v b", "c v d"))
    level = tuple(match_of(line, round="Round 1") for line in ("a 1-1 b", "c 1-1 d aet, 4-2 pens"))
    for first in (void, fixtures, level):
        assert kind(first[0], (), (first[1], match_of("b 1-0 c", round="Round 2"))) is K.KNOCKOUT


def test_groups_sort_by_stage_then_by_length_and_name() -> None:
    names = [("Group 10", None), ("Group 2", None), ("Second group stage", "A"), ("Final", None)]
    found = [key(match_in(round_, group), (K.GROUP, K.KNOCKOUT)) for round_, group in names]
    assert all(found)
    ordered = sorted(one for one in found if one)
    assert [one.name for one in ordered] == ["Group 2", "Group 10", "Second group stage: Group A", "Knockout"]
    assert [(one.second, one.group_length, one.group) for one in ordered] == [
        (False, 1, "2"),
        (False, 2, "10"),
        (True, 1, "A"),
        (False, 0, ""),
    ]


def test_a_league_has_no_groups() -> None:
    found = key(match_in(matchday=3, group="A"), (K.LEAGUE,))
    assert found is None or (found.group == "") is (found.kind is K.LEAGUE)
