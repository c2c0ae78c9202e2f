"""Goals and cards in shorthand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.shorthand import ShorthandError, parse_cards, parse_goals, parse_goals_both
from site_builder.content.shorthand.goals import PLAIN, parse_closely
from site_builder.football.model import Card, CardColour, GoalEvent, GoalKind, Minute, Score, Side

PIECES = (
    *"Kane¦ ¦ ¦18¦'¦’¦90+2'¦45'+1¦(pen)¦ (p)¦(og)¦(¦)¦,¦;¦and¦ and ¦&¦-¦–¦ :¦pen¦og¦O'Shea¦É¦²¦Ⅷ¦٣¦_¦0¦1¦+¦5th¦[¦é.".split("¦"),
    *" OG¦Pen¦ min¦rig.¦own¦goal¦unknown¦HT¦n/a¦No.¦ e ¦⚽¦*".split("¦"),
    *("\n", "\xa0"),
)
GOAL, PENALTY, OWN = GoalKind.GOAL, GoalKind.PENALTY, GoalKind.OWN_GOAL


def told(text: str) -> list[tuple[str, str | None, GoalKind, str | None]]:
    return [(g.player, g.minute.text if g.minute else None, g.kind, g.assist) for g in parse_goals(text, Side.HOME)]


def test_minutes_share_the_name_before_them_and_commas_between_scorers_are_optional() -> None:
    expected = [("Name", "10", GOAL, None), ("Name", "45+2", PENALTY, None), ("Other", "78", OWN, None)]
    assert told("Name 10', 45+2'(p) Other 78'(og)") == expected
    assert told("Name 10', 45+2' (pen), Other 78' (o.g.)") == expected
    assert told("(Name 10', 45+2' (pen.)\n   Other 78' (OG))") == expected
    assert told("Name 10 and 45+2pen, Other 78og") == expected


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("Pessina 16' (assist: Duván Zapata)", ("Pessina", "16", GOAL, "Duván Zapata")),
        ("Pessina 16' (pen, assist: Zapata)", ("Pessina", "16", PENALTY, "Zapata")),
        ("Pessina", ("Pessina", None, GOAL, None)),
        ("Pessina (pen)", ("Pessina", None, PENALTY, None)),
        ("Pessina (og) 16'", ("Pessina", "16", OWN, None)),
        ("Pessina, 16'", ("Pessina", "16", GOAL, None)),
        ("O'Shea 12'", ("O'Shea", "12", GOAL, None)),
        ("N'Golo Kanté 12'", ("N'Golo Kanté", "12", GOAL, None)),
        ("L'Someone 12'", ("L'Someone", "12", GOAL, None)),
        ("Paik Seung-ho 76'", ("Paik Seung-ho", "76", GOAL, None)),
        ("John Smith (Arsenal) 10'", ("John Smith (Arsenal)", "10", GOAL, None)),
        ("John Smith (Schalke 04) 10'", ("John Smith (Schalke 04)", "10", GOAL, None)),
        ("Lovro Majer  90+4'", ("Lovro Majer", "90+4", GOAL, None)),
        ("李明 3'", ("李明", "3", GOAL, None)),
        ("Bonucci OG 12'", ("Bonucci", "12", OWN, None)),
        ("Pogba pen 38'", ("Pogba", "38", PENALTY, None)),
        ("Bonucci O.G.", ("Bonucci", None, OWN, None)),
        ("⚽ Pogba 38'", ("Pogba", "38", GOAL, None)),
        ("Lovro Majer 90 + 4'", ("Lovro Majer", "90+4", GOAL, None)),
        ("Lovro Majer 90' +4 (pen)", ("Lovro Majer", "90+4", PENALTY, None)),
        ("Kim Young-gwon P 12'", ("Kim Young-gwon P", "12", GOAL, None)),
    ],
)
def test_one_goal_in_every_spelling(text: str, goal: tuple[str, str | None, GoalKind, str | None]) -> None:
    assert told(text) == [goal]


@pytest.mark.parametrize(
    ("text", "message", "offset"),
    [
        ("10' Kane", "the scorer is missing before `10'`", 0),
        ("Kane 0'", "`0'` is no minute of a match", 5),
        ("Kane 10', 200'", "`200'` is no minute of a match", 10),
        ("Kane 90+'", "`90+'` does not say how many minutes of stoppage time", 5),
        ("Kane (2)", "`(2)` is not understood", 6),
        ("Kane 18' (header)", "`(header)` is not understood", 10),
        ("Kane18'", "`Kane18'` is neither a name nor a minute", 0),
        ("Kane 18x", "`18x` is not a minute", 5),
        ("Kane (pen", "the bracket `(` is never closed", 5),
        ("Kane 1' (assist: )", "`` is no name for an assist", 9),
        ("... 18'", "the name of the scorer is missing", 0),
        ("Kane 1'; Saka 2'", "a `;` parts home from away, but these are the goals of one side", 7),
    ],
)
def test_a_goal_that_cannot_be_read_is_explained_with_its_place(text: str, message: str, offset: int) -> None:
    with pytest.raises(ShorthandError) as caught:
        parse_goals(text, Side.HOME)
    assert (caught.value.message, caught.value.offset) == (message, offset)
    assert caught.value.fix or "name" in message


@pytest.mark.parametrize("name", ["none", "unknown", "TBC", "n/a"])
def test_nobody_makes_a_goal(name: str) -> None:
    with pytest.raises(ShorthandError, match="is no name for an assist") as caught:
        parse_goals(f"Pogba 12' (assist: {name})", Side.HOME)
    assert caught.value.fix.startswith("Leave an assist out")


@pytest.mark.parametrize(("text", "sign"), [("Kane & Saka 18'", "&"), ("Kane / Saka 18'", "/"), ("Kane and Saka 18'", "and")])
def test_a_goal_has_one_scorer(text: str, sign: str) -> None:
    with pytest.raises(ShorthandError, match=f"`{sign}` is no part of a name"):
        parse_goals(text, Side.HOME)


def test_a_semicolon_parts_home_from_away() -> None:
    goals = parse_goals_both("(Wirtz 10' Can 90+3'; Rüdiger 87' (o.g.))")
    assert [(g.player, g.side) for g in goals] == [("Wirtz", Side.HOME), ("Can", Side.HOME), ("Rüdiger", Side.AWAY)]
    assert [g.side for g in parse_goals_both("; Duda 24'")] == [Side.AWAY]
    assert [g.side for g in parse_goals_both("-; Duda 24'")] == [Side.AWAY]


def test_without_a_semicolon_the_goals_belong_to_the_only_side_that_scored() -> None:
    assert [g.side for g in parse_goals_both("Gakpo 84' Klaassen 90+9'", Score(0, 2))] == [Side.AWAY, Side.AWAY]
    assert [g.side for g in parse_goals_both("Gakpo 84'", Score(2, 0))] == [Side.HOME]
    assert parse_goals_both("", None) == ()


@pytest.mark.parametrize("score", [None, Score(1, 1), Score(0, 0), Score(2, 1)])
def test_goals_whose_side_cannot_be_told_are_refused(score: Score | None) -> None:
    with pytest.raises(ShorthandError, match="do not say which side"):
        parse_goals_both("Gakpo 84' Klaassen 90+9'", score)


def test_a_third_side_is_refused() -> None:
    with pytest.raises(ShorthandError, match="second `;`"):
        parse_goals_both("A 1'; B 2'; C 3'")


def test_cards_come_with_colour_and_minute_or_without() -> None:
    cards = parse_cards("Toloi 31' (Y), 78' (Y/R) Romero (R), L'Some One [Y 90+2'], Smith (Ajax) (Y)", Side.AWAY)
    assert cards == (
        Card(Side.AWAY, "Toloi", CardColour.YELLOW, Minute(31)),
        Card(Side.AWAY, "Toloi", CardColour.SECOND_YELLOW, Minute(78)),
        Card(Side.AWAY, "Romero", CardColour.RED),
        Card(Side.AWAY, "L'Some One", CardColour.YELLOW, Minute(90, 2)),
        Card(Side.AWAY, "Smith (Ajax)", CardColour.YELLOW),
    )


def test_cards_may_be_parted_by_and() -> None:
    assert [card.player for card in parse_cards("Toloi 31' (Y) and Romero 40' (Y)", Side.HOME)] == ["Toloi", "Romero"]


@pytest.mark.parametrize("text", ["Toloi HT (Y)", "unknown 31' (Y)", "Toloi & Romero (Y)"])
def test_what_is_no_name_gets_no_card(text: str) -> None:
    with pytest.raises(ShorthandError, match="is no part of a name"):
        parse_cards(text, Side.HOME)


@pytest.mark.parametrize(
    "text", ["Toloi 31'", "Toloi", "Toloi 31' (X)", "31' (Y)", "Toloi (Y 31' late)", "Toloi 31' (Y", "Toloi 500' (Y)"]
)
def test_a_card_without_colour_or_player_is_refused(text: str) -> None:
    with pytest.raises(ShorthandError):
        parse_cards(text, Side.HOME)


WORDS = st.text(st.sampled_from("aäbčdéÑøßzł'-."), min_size=1, max_size=8).filter(
    lambda w: w.strip("'-.") == w and w not in ("p", "e", "and")
)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(lambda words: "X" + " ".join(words))
MINUTES = st.builds(Minute, st.integers(1, 150), st.integers(0, 99))
EVENTS = st.lists(
    st.builds(GoalEvent, st.just(Side.HOME), NAMES, MINUTES, st.sampled_from(GoalKind), st.none() | NAMES), max_size=8
)
MARKS = {GOAL: "", PENALTY: " (pen)", OWN: "(o.g.)"}


def written(goals: list[GoalEvent]) -> str:
    assists = [f" (assist: {goal.assist})" if goal.assist else "" for goal in goals]
    texts = [f"{g.player} {g.minute.text}'{MARKS[g.kind]}{a}" for g, a in zip(goals, assists, strict=True) if g.minute]
    return ", ".join(texts)


@given(EVENTS)
def test_written_goals_read_back(goals: list[GoalEvent]) -> None:
    assert parse_goals(written(goals), Side.HOME) == tuple(goals)


@given(st.lists(st.builds(Card, st.just(Side.AWAY), NAMES, st.sampled_from(CardColour), st.none() | MINUTES), max_size=8))
def test_written_cards_read_back(cards: list[Card]) -> None:
    colours = {CardColour.YELLOW: "Y", CardColour.SECOND_YELLOW: "Y/R", CardColour.RED: "R"}
    minutes = [f" {card.minute.text}'" if card.minute else "" for card in cards]
    text = ", ".join(f"{card.player}{minute} ({colours[card.colour]})" for card, minute in zip(cards, minutes, strict=True))
    assert parse_cards(text, Side.AWAY) == tuple(cards)


@pytest.mark.parametrize(
    "text", ["Kane 18'", "Harry Kane 90+2' (pen)", "O'Shea 7 (og)", "Kane – 3’", "and Kane 18'", "² 18'", "Kane: 9"]
)
def test_a_plain_goal_is_read_as_word_by_word(text: str) -> None:
    assert_same(text)


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
def test_any_goals_are_read_as_word_by_word(text: str) -> None:
    assert_same(text)
    assert_same(f"Kane {text}")
    assert_same(f"Kane {text} 18' (pen)")


def assert_same(text: str) -> None:
    try:
        closely = parse_closely(text, Side.AWAY)
    except ShorthandError as error:
        with pytest.raises(ShorthandError, match=re.escape(str(error))):
            parse_goals(text, Side.AWAY)
        return
    assert parse_goals(text, Side.AWAY) == closely


def test_most_goals_are_plain() -> None:
    assert all(map(PLAIN.fullmatch, ["Kane 18'", "Harry Kane 90+2' (pen)", "Saúl Ñíguez 47'"]))


@pytest.mark.parametrize("text", ["Pessina x2", "Pessina 10', Zapata 3×", "Pessina 2x"])
def test_a_number_of_goals_is_told_to_be_names_or_minutes(text: str) -> None:
    with pytest.raises(ShorthandError) as caught:
        parse_goals(text, Side.HOME)
    assert caught.value.fix == "Write the name once for each time, as in `Pessina, Pessina`, or its minutes."
