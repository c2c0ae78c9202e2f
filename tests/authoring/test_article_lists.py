"""Lists of goals in articles, in the forms that clubs, papers and agencies give them, and what is none."""

from __future__ import annotations

import pytest

from site_builder.authoring.articles.goal_lists import goal_lists, is_whole
from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.list_lines import listed
from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.articles.team_names import Sides
from site_builder.authoring.articles.text import article_of
from site_builder.authoring.articles.vocabulary import Vocabulary
from site_builder.authoring.known import vocabulary_of
from site_builder.football.model import GoalKind, Minute, Score

SIDES = Sides("Leeds United", "Burnley", Vocabulary())
GOALS = [
    ("Bamford", "23", "Leeds United"),
    ("Harrison", "51", "Leeds United"),
    ("Klich", "78", "Leeds United"),
    ("Wood", "40", "Burnley"),
]


def told(claims: tuple[Claim, ...]) -> list[tuple[str, str, str]]:
    return [(claim.player, claim.minute.text if claim.minute else "", claim.team) for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "Scorers: Leeds United - Bamford (23), Harrison (51), Klich (78 pen); Burnley - Wood (40)",
        "Leeds United 3 (Bamford 23, Harrison 51, Klich 78 pen) Burnley 1 (Wood 40)",
        "Leeds United 3-1 Burnley (Bamford 23, Harrison 51, Klich 78 (p); Wood 40)",
        "LEEDS UNITED 3\nBamford 23, Harrison 51, Klich pen 78\nBURNLEY 1\nWood 40",
        "Leeds United   3 Bamford 23, Harrison 51, Klich 78pen\nBurnley        1 Wood 40",
        "Goals\nLeeds: Bamford 23', Harrison 51', Klich (pen 78)\nBurnley: Wood 40'",
        "Leeds United (1) 3\nBamford 23, Harrison 51, Klich 78 pen\nBurnley (1) 1\nWood 40\nBooked: Cooper 12, Tarkowski 30",
    ],
)
def test_each_form_gives_the_goals_with_their_teams(text: str) -> None:
    lists = list(goal_lists(article_of(f"A report\n\n{text}\n"), SIDES))
    assert GOALS in [told(one) for one in lists]
    whole = next(one for one in lists if is_whole(one, Score(3, 1), SIDES))
    assert [claim.kind for claim in whole] == [GoalKind.GOAL, GoalKind.GOAL, GoalKind.PENALTY, GoalKind.GOAL]


def test_scores_after_each_goal_say_whose_it_was() -> None:
    found = listed("0-1 Wood (40), 1-1 Bamford (45+2), 2-1 Wood (60 og)", 0, SIDES)
    assert found
    assert told(found.claims) == [("Wood", "40", "Burnley"), ("Bamford", "45+2", "Leeds United"), ("Wood", "60", "Leeds United")]
    assert found.claims[2].kind is GoalKind.OWN_GOAL


@pytest.mark.parametrize(
    "text",
    [
        "Casilla, Ayling, White, Cooper, Douglas, Phillips, Costa (Harrison 70), Klich, Bamford",
        "Bamford turned in a cross after 23 minutes",
        "Attendance 31,204",
        "Harrison 0",
    ],
)
def test_what_holds_more_than_goals_is_no_list(text: str) -> None:
    assert listed(text, 0, SIDES) is None


def test_cards_and_changes_are_no_goals() -> None:
    text = "Leeds United 1-0 Burnley\n\nBooked: Cooper 12, Wood 30\nSubs: Harrison 70\nSent off: Tarkowski 80\n"
    assert list(goal_lists(article_of(text), SIDES)) == []


@pytest.mark.parametrize(
    "entries",
    [
        "12' GOAL! Leeds 1-0. Bamford taps in.\n40' GOAL Burnley - Wood\n45' Booked: Cooper.",
        "12 - GOAL! 1-0. Harrison crosses and Bamford heads in.\n40 - GOAL! 1-1. Wood!\n45 - A save.",
        "⚽ 12' Bamford gives Leeds the lead\n⚽ 40' Wood levels\n🟨 45' Cooper",
    ],
)
def test_entries_of_a_live_blog(entries: str) -> None:
    found = read_article(f"Leeds United 1-1 Burnley\n\n{entries}\n", vocabulary_of(None), None).goals
    assert [(goal.player, goal.minute) for goal in found] == [("Bamford", Minute(12)), ("Wood", Minute(40))]
