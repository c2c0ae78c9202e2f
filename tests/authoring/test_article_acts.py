"""Who scored where others act beside him: entries of tickers, passes, saved penalties, goalkeepers' own goals, runs of goals."""

from __future__ import annotations

import pytest

from site_builder.authoring.articles.draft import DraftGoal
from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.known import vocabulary_of
from site_builder.football.model import GoalKind


def drafts(text: str, score: str = "3-0") -> tuple[DraftGoal, ...]:
    """The goals of Arendal against Bryne that a text tells."""
    return read_article(f"Arendal {score} Bryne\n\n{text}", vocabulary_of(None), None).goals


def goals(text: str, score: str = "3-0") -> list[tuple[str, str, bool]]:
    """Player, minute, and whether the draft marks more than the side, of each goal."""
    doubts = [[doubt for doubt in goal.unsure.split("; ") if doubt and "side" not in doubt] for goal in drafts(text, score)]
    pairs = zip(drafts(text, score), doubts, strict=True)
    return [(goal.player, goal.minute.text if goal.minute else "", bool(doubt)) for goal, doubt in pairs]


def test_an_entry_of_a_ticker_is_of_him_who_finishes() -> None:
    text = (
        "18' GOAL! Arendal 1-0 Bryne. Berg beats his man and rolls it into the path of Dahl, who fires past Foss.\n\n"
        "52' GOAL! Arendal 2-0 Bryne. Vik swings over a corner and Lund jumps above everybody to head in.\n\n"
        "77' GOAL! Arendal 3-0 Bryne. Brace for Dahl. He turns his marker and drives into the net."
    )
    assert goals(text) == [("Dahl", "18", False), ("Lund", "52", False), ("Dahl", "77", False)]


def test_somebody_who_is_sent_in_is_who_scores_next() -> None:
    text = "12' GOAL! Arendal 1-0 Bryne. Lund slips Berg in and he chips Foss.\n\n60' Corner.\n\n80' Corner."
    assert [goal[:2] for goal in goals(text, "1-0")] == [("Berg", "12")]


def test_a_goal_that_was_a_penalty_is_one() -> None:
    found = drafts("Berg's second, in the 40th minute, was a penalty.", "2-0")
    assert [goal.kind.value for goal in found] == ["penalty"]


def test_an_entry_that_names_who_gave_the_ball_last_is_marked() -> None:
    text = "10' GOAL! Arendal 1-0 Bryne. Berg finds Dahl, and Dahl squares for Lund.\n\n60' Corner.\n\n80' Corner."
    assert [is_marked for *_, is_marked in goals(text, "1-0")] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Of a pass and a shot, the shot is of him who got the ball; which the words do not quite say.
        ("Six minutes after the restart Vik picked out Dahl, and the shot was past Foss.", [("Dahl", "51", True)]),
        ("Berg fed Dahl in the 20th minute, and the drive flew past Foss into the net.", [("Dahl", "20", True)]),
        ("Vik crossed on 33 minutes, and who should be there but Lund.", [("Lund", "33", True)]),
        ("Nine minutes in we led. Vik slipped it through and Lund tucked it away.", [("Lund", "9", False)]),
        ("Berg stood over a free-kick on 13 minutes and put it where Foss couldn't reach it.", [("Berg", "13", False)]),
        ("Two minutes in, Berg finished a Dahl cut-back.", [("Berg", "2", False)]),
        ("On 24 minutes the ball ran to Berg, playing on one leg, who drove it in.", [("Berg", "24", False)]),
        # A participle opens the sentence.
        ("Looking up, Berg scored in the 60th minute. Coming down, he fell.", [("Berg", "60", False)]),
        # The same man again, whoever served him.
        (
            "Berg scored on 20 minutes. In the 50th minute the captain did it again, heading in a cross from Vik.",
            [("Berg", "20", False), ("Berg", "50", False)],
        ),
    ],
)
def test_of_several_who_act_the_scorer_is_found(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert goals(text, f"{len(expected)}-0") == expected


def test_a_rebound_from_a_saved_penalty_is_no_penalty() -> None:
    text = "On 20 minutes Ruud pushed out Berg's spot-kick, and Berg knocked in the rebound."
    assert [goal.kind for goal in drafts(text, "1-0")] == [GoalKind.GOAL]


@pytest.mark.parametrize(
    "text",
    [
        "Dahl took the penalty in the 12th minute, but Foss dived to his left to save.",
        "Dahl's penalty in the 12th minute was weak.",
        "Dahl sent his penalty low into the corner in the 12th minute. Foss stopped it with his foot.",
        "Dahl bent it around Foss and wide in the 12th minute.",
    ],
)
def test_a_saved_penalty_is_no_goal_and_he_may_score_later(text: str) -> None:
    assert [goal[:2] for goal in goals(f"{text} Dahl headed in after 40 minutes.", "1-0")] == [("Dahl", "40")]


def test_an_own_goal_of_a_goalkeeper_who_is_not_named_again_is_marked() -> None:
    text = (
        "Goalkeeper Foss had been busy. On the half-hour a shot by Dahl came back off the bar and fell on the keeper, "
        "who pushed it into his own net."
    )
    assert goals(text, "1-0") == [("Foss", "30", True)]
    assert [goal.kind.value for goal in drafts(text, "1-0")] == ["own goal"]


def test_a_run_of_goals_is_counted_in_brackets() -> None:
    text = (
        "Berg came on. His first goal (51) was prodded in. The second (53), a low drive, followed at once. For the third "
        "(56) he needed two tries. Vik crossed for Berg's fourth (58), and then came the best of all, a scissor kick (61)."
    )
    assert [goal[:2] for goal in goals(text, "5-0")] == [("Berg", minute) for minute in ("51", "53", "56", "58", "61")]


def test_a_counted_goal_of_somebody_else_is_not_his() -> None:
    text = "Berg scored in the tenth minute. The second (30), by Dahl, was a tap-in."
    assert ("Berg", "30") not in [goal[:2] for goal in goals(text, "2-0")]


@pytest.mark.parametrize(
    ("text", "minute", "is_marked"),
    [
        ("Berg scored in the 98th minute. Extra time had begun with the sides level.", "98", False),
        ("Berg scored in the 98th minute. Dahl had forced the additional half hour.", "98", False),
        ("Berg scored in the 112th minute.", "112", False),
        ("Berg scored in the 95th minute.", "90+5", False),
        ("Berg scored in the 95th minute to spare everybody extra time.", "90+5", True),
    ],
)
def test_minutes_above_ninety_are_of_extra_time_where_it_was_played(text: str, minute: str, is_marked: bool) -> None:  # noqa: FBT001 - a parameter of a table
    assert goals(text, "2-1") == [("Berg", minute, is_marked)]
    result = read_article(f"Arendal 2-1 Bryne\n\n{text}", vocabulary_of(None), None).result
    assert result
    assert bool(result.extra_time) is ("+" not in minute)


def test_the_younger_of_a_name_is_one_player() -> None:
    text = "Vinícius scored on 10 minutes. Vinícius Júnior tapped in on 20 minutes."
    assert goals(text, "2-0") == [("Vinícius Júnior", "10", False), ("Vinícius Júnior", "20", False)]
