"""For which side an article has each goal count: by the score, by what goals did, and by who stands near them."""

from __future__ import annotations

import pytest

from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.articles.side_network import AWAY, HOME, Tie, leanings
from site_builder.authoring.known import vocabulary_of
from site_builder.football.model import Side

NEAR = "for this side by what stands near it only"


def sides(text: str, score: str = "2-1") -> dict[str, str]:
    """The side of each goal of Arendal against Bryne, empty where it is left open; with ``?`` where it is marked."""
    found = read_article(f"Arendal {score} Bryne\n\n{text}", vocabulary_of(None), None).goals
    marks = ["?" if NEAR in goal.unsure else "" for goal in found]
    names = [f"{goal.player} {goal.minute.text if goal.minute else ''}".strip() for goal in found]
    return {name: f"{goal.side or ''}{mark}" for name, goal, mark in zip(names, found, marks, strict=True)}


def test_of_a_whole_score_what_only_one_way_leaves_is_sure() -> None:
    text = "Arendal's Berg scored in the 10th minute, Dahl equalised in the 20th and Eide got the winner in the 80th."
    assert sides(text) == {"Berg 10": "home", "Dahl 20": "away", "Eide 80": "home"}


def test_who_halves_the_lead_is_of_the_team_that_was_behind() -> None:
    text = "Berg scored in the 10th minute. Dahl scored in the 20th minute. Eide nodded in to halve the lead on 80 minutes."
    assert sides(text)["Eide 80"] == "away"


def test_a_town_and_a_club_that_somebody_played_for_are_not_his_team() -> None:
    text = (
        "Berg, born and raised in Bryne, gave Arendal the lead in the 10th minute. The former Bryne striker Dahl made it 2-0 on "
        "20 minutes. Eide scored for Bryne in the 80th."
    )
    assert {name: side.rstrip("?") for name, side in sides(text).items()} == {
        "Berg 10": "home",
        "Dahl 20": "home",
        "Eide 80": "away",
    }


def test_a_goal_that_nothing_tells_of_stays_open() -> None:
    assert sides("Berg scored in the 10th minute. Dahl scored in the 70th minute.", "1-1") == {"Berg 10": "", "Dahl 70": ""}


@pytest.mark.parametrize(
    ("text", "berg"),
    [
        ("Bryne pressed. They were behind after 10 minutes, Berg forcing the ball in.", "home"),
        ("Bryne were level on the half-hour, Berg heading in after 30 minutes.", "away"),
        ("Arendal could only half clear a corner, and Berg drove it in after 10 minutes.", "away"),
        (
            "Bryne struck a post. That was before Berg, sent clear by Foss, scored on 10 minutes. Foss is Arendal's captain.",
            "home",
        ),
        ("It was a poor start for Arendal. Berg scored after 10 minutes.", "away"),
        ("It was a dream start for Arendal. Berg scored after 10 minutes.", "home"),
        ("Berg scored after 10 minutes. Bryne lead.", "away"),
        ("Berg settled home nerves with a goal after 10 minutes.", "home"),
        ("Arendal led until Berg scored in the 70th minute.", "away"),
        ("There was a scare for Arendal when Berg headed in on 70 minutes.", "away"),
    ],
)
def test_what_is_said_of_a_team_beside_a_goal_gives_its_side(text: str, berg: str) -> None:
    found = sides(f"{text} Dahl scored in the 80th minute.", "1-1")
    assert next(side for name, side in found.items() if name.startswith("Berg")).rstrip("?") == berg
    assert found["Dahl 80"].rstrip("?") == ("away" if berg == "home" else "home")


@pytest.mark.parametrize(
    ("text", "berg"),
    [
        # The keeper that he beats has saved from one of the other team.
        ("Arendal's Foss was denied by Moen. Berg drove a shot past Moen in the 10th minute.", "home"),
        # The one who goes off for him, and whom the manager sends on with him.
        ("Bryne's Foss limped off. Berg, on for Foss, scored in the 10th minute.", "away"),
        ("Hauge sent on Berg and Foss, who is Bryne's captain, and Berg scored on 70 minutes.", "away"),
        # Who is fouled plays with him who takes the penalty.
        ("Arendal's Foss was brought down by Moen and Berg scored from the spot in the 10th minute.", "home"),
        # Who passes to him.
        ("Bryne's Foss began the move. Foss crossed from the left and Berg headed in on 10 minutes.", "away"),
        # The defence that he meets.
        ("Berg ran at the Arendal defence in the 10th minute and scored.", "away"),
    ],
)
def test_those_around_a_scorer_give_his_side(text: str, berg: str) -> None:
    found = sides(f"{text} Dahl scored in the 80th minute.", "1-1")
    assert next(side for name, side in found.items() if name.startswith("Berg")).rstrip("?") == berg


def test_of_two_managers_each_has_one_team() -> None:
    text = (
        "Arendal are the holders. Hauge's team began well. Only three minutes were played when Berg scored in the 3rd minute.\n\n"
        "Solli's men took a while. Dahl got them level on 27 minutes. In the 64th minute Eide put Solli's men in front."
    )
    assert sides(text, "1-2") == {"Berg 3": "home?", "Dahl 27": "away?", "Eide 64": "away?"}


def test_the_people_of_a_nation_are_known_by_its_name() -> None:
    text = "Paraguay 1-1 Bolivia\n\nBerg gave the Bolivians the lead in the 10th minute. Dahl scored on 70 minutes."
    found = read_article(text, vocabulary_of(None), None).goals
    assert [(goal.player, goal.side) for goal in found] == [("Berg", Side.AWAY), ("Dahl", Side.HOME)]


def test_a_margin_at_half_time_groups_the_goals_before_it() -> None:
    text = (
        "Berg scored in the 10th minute. Dahl scored in the 20th minute. They were two goals down at the break.\n\n"
        "Eide scored in the 60th minute. Arendal's Foss scored in the 70th minute."
    )
    assert sides(text, "2-2") == {"Berg 10": "away?", "Dahl 20": "away?", "Eide 60": "home?", "Foss 70": "home"}
    assert sides(text.replace("They were two goals down at", "It rained in"), "2-2")["Dahl 20"] == ""


def test_a_goal_of_extra_time_leaves_the_score_level_before_it() -> None:
    text = (
        "It was decided after extra time. Arendal's Eide struck in the 103rd minute. Berg had scored in the 55th minute. "
        "Bryne's Foss crossed and Dahl headed in on 80 minutes."
    )
    assert sides(text) == {"Berg 55": "home?", "Dahl 80": "away?", "Eide 103": "home"}


@pytest.mark.parametrize(
    ("text", "score", "expected"),
    [
        (
            "Arendal's Berg scored after 10 minutes. Foss scored after 20 minutes. It was 1-1. Dahl scored after 30 minutes.",
            "2-1",
            {"Berg 10": "home", "Foss 20": "away", "Dahl 30": "home"},
        ),
        (
            "Arendal's Berg scored after 10 minutes. Foss scored after 20 minutes. Two up! Dahl scored after 30 minutes.",
            "2-1",
            {"Berg 10": "home", "Foss 20": "home", "Dahl 30": "away"},
        ),
        (
            (
                "Berg scored for Arendal after 10 minutes. The equaliser was a gift. Foss scored after 20 minutes. "
                "Dahl scored after 30 minutes."
            ),
            "2-1",
            {"Berg 10": "home", "Foss 20": "away", "Dahl 30": "home"},
        ),
        (
            "Berg scored for Arendal after 10 minutes. Foss scored after 20 minutes. Dahl slotted one back after 30 minutes.",
            "2-1",
            {"Berg 10": "home", "Foss 20": "home", "Dahl 30": "away"},
        ),
    ],
)
def test_scores_and_margins_on_the_way_divide_the_goals(text: str, score: str, expected: dict[str, str]) -> None:
    assert {name: side.rstrip("?") for name, side in sides(text, score).items()} == expected


def test_scores_in_a_list_are_in_the_order_of_the_teams() -> None:
    found = sides("20' Berg 1-0\n24' Dahl 1-1\n38' Eide 1-2\n\nA fine match.", "1-2")
    assert {name: side.rstrip("?") for name, side in found.items()} == {"Berg 20": "home", "Dahl 24": "away", "Eide 38": "away"}


def test_marks_in_the_text_are_text() -> None:
    assert sides("Berg <P7> scored past <T9> in the 10th minute for Arendal.", "1-0")["Berg 10"].startswith("home")


def test_ties_by_way_of_others_count_the_less_the_longer_the_way() -> None:
    ties = [
        Tie(HOME, "foss", is_same=True, weight=2),
        Tie("foss", "berg", is_same=True, weight=2),
        Tie("berg", "dahl", is_same=False, weight=1),
        Tie("dahl", AWAY, is_same=True, weight=1),
    ]
    found = leanings(ties, {"berg", "dahl"})
    assert found.weights == {(HOME, "berg"): 1.0, (HOME, "dahl"): -1.0, ("berg", "dahl"): -1.0}
    assert found.of({"berg": Side.HOME, "dahl": Side.AWAY}) == 3.0
    assert found.of({"berg": Side.AWAY, "dahl": Side.AWAY}) == -1.0


def test_ties_that_contradict_each_other_leave_nothing() -> None:
    ties = [Tie("berg", HOME, is_same=True, weight=1), Tie("berg", AWAY, is_same=True, weight=1)]
    assert leanings(ties, {"berg"}).of({"berg": Side.HOME}) == 0
