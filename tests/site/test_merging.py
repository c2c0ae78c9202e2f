"""Two tellings of one match: what one leaves out the other adds, and where they differ both are named in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from msgspec.structs import replace

from football.playing import match_of
from site_builder.content.model import Kind
from site_builder.football.model import (
    BySide,
    Card,
    CardColour,
    GoalEvent,
    GoalKind,
    Happenings,
    Kick,
    LineUp,
    Match,
    Minute,
    Result,
    Score,
    Side,
    Stage,
    Status,
)
from site_builder.site.contradicting import differing_words
from site_builder.site.merging import merged

PLAYED = match_of("a 3-1 b", 1)
FIXTURE = match_of("a v b", 1)
ELEVEN = tuple(f"{name}-{name}" for name in "abcdefghijk")
KICK = Kick(Side.HOME, "x", scored=True, score=Score(1, 0))
ZAPATA, LOZANO = GoalEvent(Side.HOME, "duvan-zapata", Minute(10)), GoalEvent(Side.AWAY, "hirving-lozano", Minute(53))


def telling(**happenings: Any) -> Match:  # noqa: ANN401 - of every type, as happenings are
    return replace(PLAYED, happenings=Happenings(**happenings))


def both(one: Match, other: Match) -> tuple[Match, tuple[tuple[str, tuple[str, str]], ...]]:
    found, differing = merged(one, other)
    return found, tuple((key, differing_words(key, *values, in_full)) for key, values in differing)


def in_full(kind: Kind, slug: str) -> str:
    return f"{slug.replace('-', ' ').title()}{' (ground)' * (kind is Kind.VENUE)}"


def test_what_one_leaves_out_the_other_adds() -> None:
    first = replace(telling(referee="f-la-penna"), stage=Stage("Semi-finals"))
    second = replace(telling(goals=(ZAPATA,), attendance=1000), stage=Stage(leg=2), venue="gewiss-stadium", neutral=False)
    found, differing = both(first, second)
    assert differing == ()
    assert (found.stage, found.venue) == (Stage("Semi-finals", leg=2), "gewiss-stadium")
    assert found.happenings == Happenings(goals=(ZAPATA,), referee="f-la-penna", attendance=1000)


def test_of_a_match_to_come_and_one_played_the_result_holds() -> None:
    for one, other in ((PLAYED, FIXTURE), (FIXTURE, PLAYED)):
        found, differing = both(one, other)
        assert (found.status, found.result, differing) == (Status.PLAYED, PLAYED.result, ())


def test_a_result_that_only_one_has_is_no_contradiction() -> None:
    unknown = replace(PLAYED, result=None)
    assert both(PLAYED, unknown) == both(unknown, PLAYED) == (PLAYED, ())


@pytest.mark.parametrize(
    ("change", "differing"),
    [
        ({"status": Status.AWARDED}, ("status", ("played", "awarded"))),
        ({"result": Result(Score(2, 1))}, ("score", ("3–1", "2–1"))),
        ({"stage": Stage("Final")}, ("round", ("`Semi-finals`", "`Final`"))),
        ({"venue": "san-siro"}, ("venue", ("`Gewiss Stadium (ground)`", "`San Siro (ground)`"))),
        ({"winner": Side.AWAY}, ("winner", ("`home`", "`away`"))),
    ],
)
def test_where_both_tell_and_differ_the_first_holds_and_both_are_named(
    change: Mapping[str, Any], differing: tuple[str, tuple[str, str]]
) -> None:
    first = replace(PLAYED, stage=Stage("Semi-finals"), venue="gewiss-stadium", winner=Side.HOME)
    assert both(first, replace(first, **change)) == (first, (differing,))


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (
            {"goals": (ZAPATA, LOZANO)},
            {"goals": (replace(LOZANO, player="lozano", minute=None), replace(ZAPATA, player="zapata"))},
        ),
        ({"goals": (replace(ZAPATA, minute=Minute(129)),)}, {"goals": (replace(ZAPATA, minute=Minute(120, 9)),)}),
        ({"cards": (Card(Side.HOME, "x", CardColour.RED),)}, {"cards": (Card(Side.AWAY, "y", CardColour.RED),)}),
        ({"bench": BySide(("x",), ())}, {"bench": BySide(("y", "z"), ())}),
        ({"line_ups": BySide(LineUp((ELEVEN,)), None)}, {"line_ups": BySide(LineUp((tuple("kjihgfedcba"),)), None)}),
        ({"managers": BySide("gian-piero-gasperini", None)}, {"managers": BySide("gasperini", None)}),
        ({"referee": "federico-la-penna"}, {"referee": "f-la-penna"}),
    ],
)
def test_the_same_is_told_in_many_ways(mine: dict[str, object], theirs: dict[str, object]) -> None:
    assert both(telling(**mine), telling(**theirs)) == (telling(**mine), ())


@pytest.mark.parametrize(
    ("mine", "theirs", "differing"),
    [
        (
            {"goals": (ZAPATA,)},
            {"goals": (ZAPATA, LOZANO)},
            ("goals", ("home Duvan Zapata 10'", "home Duvan Zapata 10', away Hirving Lozano 53'")),
        ),
        (
            {"goals": (ZAPATA,)},
            {"goals": (replace(ZAPATA, kind=GoalKind.PENALTY, minute=None),)},
            ("goals", ("home Duvan Zapata 10'", "home Duvan Zapata (pen)")),
        ),
        (
            {"goals": (ZAPATA,)},
            {"goals": (replace(ZAPATA, side=Side.AWAY, kind=GoalKind.OWN_GOAL),)},
            ("goals", ("home Duvan Zapata 10'", "away Duvan Zapata 10' (og)")),
        ),
        (
            {"line_ups": BySide(None, LineUp((ELEVEN,)))},
            {"line_ups": BySide(None, LineUp((("z", *ELEVEN[1:]),)))},
            ("lineups", ("A A", "Z")),
        ),
        (
            {"line_ups": BySide(LineUp((ELEVEN,)), None)},
            {"line_ups": BySide(LineUp((ELEVEN[1:],)), None)},
            ("lineups", ("A A", "10 starters")),
        ),
        (
            {"managers": BySide("ivan-juric", None)},
            {"managers": BySide("jose-mourinho", None)},
            ("managers", ("`Ivan Juric`", "`Jose Mourinho`")),
        ),
        ({"referee": "daniele-orsato"}, {"referee": "f-la-penna"}, ("referee", ("`Daniele Orsato`", "`F La Penna`"))),
        ({"formations": BySide("3-4-3", None)}, {"formations": BySide("4-3-3", None)}, ("formation", ("`3-4-3`", "`4-3-3`"))),
        ({"attendance": 1000}, {"attendance": 1001}, ("attendance", ("`1000`", "`1001`"))),
        (
            {"shootout": (Kick(Side.HOME, "x", scored=True, score=Score(1, 0)),)},
            {"shootout": (Kick(Side.HOME, "x", scored=False, score=Score(0, 0)),)},
            ("shootout", ("1–0 X", "0–0 X (missed)")),
        ),
        (
            {"shootout": (KICK,) * 3},
            {"shootout": (KICK,) * 4},
            ("shootout", ("3 kicks", "4 kicks")),
        ),
    ],
)
def test_what_happened_is_contradicted_under_the_key_that_authors_know(
    mine: dict[str, object], theirs: dict[str, object], differing: tuple[str, tuple[str, str]]
) -> None:
    assert both(telling(**mine), telling(**theirs))[1] == (differing,)
