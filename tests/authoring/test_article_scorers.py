"""Whom a sentence of an article has scoring: by what stands before and behind the verb, and whom "he" means."""

from __future__ import annotations

import pytest

from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.known import vocabulary_of


def goals(text: str, score: str = "3-0") -> list[tuple[str, str, str]]:
    """Player, minute (empty where it is left open), and what is doubtful, of each goal of Arendal against Bryne."""
    found = read_article(f"Arendal {score} Bryne\n\n{text}", vocabulary_of(None), None).goals
    # For whom a goal counts is no matter here.
    doubts = [";".join(d for d in goal.unsure.split("; ") if "side" not in d) for goal in found]
    return [(goal.player, goal.minute.text if goal.minute else "", doubt) for goal, doubt in zip(found, doubts, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the 10th minute Berg crossed and the ball was turned in by Dahl.", [("Dahl", "10", "")]),
        ("Berg got up above Eide to head a corner in after 10 minutes.", [("Berg", "10", "")]),
        ("In the 10th minute Berg squared for Dahl to tap in the first.", [("Dahl", "10", "")]),
        (
            "In the 10th minute he nicked it off Eide. Berg, who cost nothing, drilled it past Foss on 20 minutes.",
            [("Berg", "20", "")],
        ),
        ("The goalkeeper Foss saved. Tapping in after good work by Eide in the 30th minute, Berg scored.", [("Berg", "30", "")]),
        (
            "Arendal's Berg scored on 10 minutes. The striker rolled in the second ten minutes later.",
            [("Berg", "10", ""), ("Berg", "20", "")],
        ),
        ("Berg scored in the 10th minute and Dahl in the 20th. Dahl hit the bar.", [("Berg", "10", "")]),
        ("The Red Wolves took the lead when Berg scored in the 10th minute.", [("Berg", "10", "")]),
        ("Coach Hauge sent on Dahl, and he headed in after 70 minutes.", [("Dahl", "70", "")]),
        (
            "Berg headed in on 10 minutes after Dahl was felled by Eide, and made it 2-0 on the half-hour.",
            [("Berg", "10", ""), ("Berg", "30", "")],
        ),
        ("Bryne were back on terms in the 21st minute as Eide rose above everybody.", [("Eide", "21", "")]),
        ("Berg, on for Dahl, won it in the 80th minute.", [("Berg", "80", "")]),
        ("Dahl slipped a pass past Foss and Berg beat Eide in the 12th minute.", [("Berg", "12", "")]),
        ("Berg converted from the spot (23).", [("Berg", "23", "")]),
        ("Eide equalised from a corner, only for Berg to restore the lead in the 37th minute.", [("Berg", "37", "")]),
        ("Arendal were ahead on six minutes through Berg's curling free-kick.", [("Berg", "6", "")]),
        ("Berg whipped in a corner and Dahl headed home on 30 minutes.", [("Dahl", "30", "")]),
        (
            "Dahl shot wide on 8 minutes. Then came goals by Berg in the 10th minute and Dahl in the 20th.",
            [("Berg", "10", ""), ("Dahl", "20", "")],
        ),
        ("Eide fouled Dahl and saw a red card on 60 minutes, and Berg lashed in on 70.", [("Berg", "70", "")]),
        ("It took Arendal six minutes to open the scoring. Berg slotted it past Foss.", [("Berg", "6", "")]),
        ("The ball fell to Ole Berg, and the left-back rifled it past Foss in the 33rd minute.", [("Ole Berg", "33", "")]),
        (
            (
                "Eide equalised on 10 minutes. After that it was the Ole Dahl show. The Lyon forward hit his first "
                "in the 50th minute and his second eight minutes later."
            ),
            [("Eide", "10", ""), ("Ole Dahl", "50", ""), ("Ole Dahl", "58", "")],
        ),
        ("In the 20th minute a cross by Eide hit full-back Berg and spun past his own goalkeeper.", [("Berg", "20", "")]),
        ("Foss saved in the 20th minute but the ball went in off Dahl, who was credited with an own goal.", [("Dahl", "20", "")]),
        (
            (
                "Before half-time Berg joined the scorers himself: in the 38th minute Dahl rolled the ball across and "
                "the midfielder swept it in."
            ),
            [("Berg", "38", "")],
        ),
        (
            "Dahl drove the ball across goal in the 12th minute, where Berg, attempting to clear, turned it past his own keeper.",
            [("Berg", "12", "")],
        ),
        ("Foss was beaten in the 30th minute. Dahl nodded a corner down and Berg hit it into the corner.", [("Berg", "30", "")]),
        (
            "Two minutes from the end Dahl was fouled, and the referee pointed to the spot. Berg sent Foss the wrong way.",
            [("Berg", "88", "")],
        ),
        (
            "Dahl missed a penalty on 40 minutes. Earlier Berg had needed 19 minutes to score his first goal.",
            [("Berg", "19", "")],
        ),
        ("Dahl scored on 10 minutes. Only two minutes had passed when Berg nodded in.", [("Dahl", "10", ""), ("Berg", "12", "")]),
        (
            "Berg scored on 10 minutes. Dahl got the decisive touch at a corner ten minutes later.",
            [("Berg", "10", ""), ("Dahl", "20", "")],
        ),
    ],
)
def test_a_goal_is_its_scorers(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = goals(text)
    assert [goal for goal in expected if goal not in found] == []
    assert all(goal in expected or goal[2] for goal in found)


def test_a_shot_that_somebody_touched_is_marked() -> None:
    assert goals("Berg's shot went in off Eide after 10 minutes.") == [("Berg", "10", "maybe it is Eide’s")]


def test_an_own_goal_is_of_the_one_it_went_in_off() -> None:
    assert goals("A corner went in off the arm of Eide for an own goal in the 10th minute.") == [("Eide", "10", "")]


def test_his_second_is_of_somebody_who_has_scored_once() -> None:
    text = "Berg scored in the 10th minute. Hauge and Dahl came on. He hit his second on 60 minutes."
    assert goals(text) == [("Berg", "10", ""), ("Berg", "60", "")]


def test_minutes_later_count_from_what_was_told_last() -> None:
    text = "Berg scored in the 10th minute. Fifteen minutes later Eide hit the bar. Five minutes after that Dahl made it 2-0."
    assert goals(text) == [("Berg", "10", ""), ("Dahl", "30", "")]


def test_a_minute_may_follow_in_a_sentence_of_its_own() -> None:
    assert goals("Berg curled it into the top corner. 90+8. Nobody could believe it.") == [("Berg", "90+8", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Scoring sequence:\n10 min. 1:0 Berg\n20 min. 2:0 Dahl\n90+3 min. 3:0 Berg",
        "1-0 Berg (10), 2-0 Dahl (20), 3-0 Berg (90+3)",
        "Reti: 10' pt Berg, 20' pt Dahl, 48' st Berg",
        "Scorers: Berg 10, 90+3, Dahl 20",
    ],
)
def test_lists_of_goals_in_many_forms(text: str) -> None:
    assert goals(text) == [("Berg", "10", ""), ("Dahl", "20", ""), ("Berg", "90+3", "")]


@pytest.mark.parametrize("score", ["0-0", "1-0"])
def test_a_score_at_half_time_is_no_scorer(score: str) -> None:
    assert goals("Arendal 1-0 Bryne (0-0 at half-time)", score) == []


@pytest.mark.parametrize(
    "text",
    [
        "Berg had the ball in the net after 10 minutes. Offside, by a foot.",
        "Berg ran clear and scored on 10 minutes, only for VAR to show that he was offside.",
        "The first match had ended 2-2, Berg scoring for Arendal after 10 minutes.",
        "It was like the final in 1990. That was 1-0, a man called Berg scored in the 61st minute.",
        "They had won 3-0 last season, when Berg scored twice and Dahl got the third.",
    ],
)
def test_what_was_no_goal_or_of_another_match_is_left_out(text: str) -> None:
    assert [goal for goal in goals(text) if goal[1]] == []


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Berg scored after a quarter of an hour.", "about this minute (after a quarter of an hour)"),
        ("Big Al scored on 10 minutes.", "this looks like a nickname"),
        ("Dahl crossed for Berg, and the Dane met it in the 10th minute and Eide watched him score.", ""),
        ("In the fifth minute of added time Berg headed in.", "the text does not say of which half"),
        ("Berg's hat-trick of penalties won it. Berg scored in the 10th minute.", "maybe a penalty"),
    ],
)
def test_what_is_doubtful_is_marked(text: str, doubt: str) -> None:
    assert doubt in [told for _, _, told in goals(text) if told] or not doubt


def test_more_goals_than_the_score_has_are_all_doubtful() -> None:
    told = goals("Berg scored on 10 minutes. Dahl scored on 20 minutes. Eide scored on 30 minutes.", "1-0")
    assert [doubt for _, _, doubt in told] == ["the text tells more goals than the score has"]


def test_sides_follow_from_who_plays_with_whom() -> None:
    text = (
        "Arendal 2-1 Bryne\n\nArendal's Berg opened the scoring on 10 minutes. Eide equalised on 20 minutes with a shot "
        "past Foss. Dahl headed in Berg's cross on 80 minutes."
    )
    found = read_article(text, vocabulary_of(None), None).goals
    assert [(goal.player, goal.side and goal.side.value, goal.unsure) for goal in found] == [
        ("Berg", "home", ""),
        ("Eide", "away", ""),
        ("Dahl", "home", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Berg's low drive went past the post with 12 minutes left.",
        "Berg saw a drive go just over in the 70th minute.",
        "Berg curled a free-kick around the wall and inches past the post on 55 minutes.",
        "Berg had the opportunity to put Arendal in front in the 64th minute.",
        "Berg's penalty in the 15th minute was turned aside by Foss.",
        "Foss beat Dahl to the ball in the 55th minute.",
        "Foss turned a Dahl effort on to the post in the 30th minute.",
        "They face Belgium, who overcame the Russians 1-0 thanks to a Divock Origi goal in the 88th minute.",
        "Qatar beat China 1-0 in the other match through a volley by Hassan Al-Haydos in the 66th minute.",
        "In the other semi-final Germany beat France 2-1, Thomas Müller scoring in the 60th minute.",
        "Berg was rested after a 1-0 win over Norway with a goal of his own in the 80th minute.",
    ],
)
def test_a_near_miss_and_a_goal_of_another_match_are_no_goals_here(text: str) -> None:
    assert goals(f"It was a cold night. {text}") == []


def test_a_third_teams_match_leaves_the_rest_of_its_sentence() -> None:
    found = goals("Berg, who had been rested when Norway beat Spain 1-0, headed in after 20 minutes.")
    assert [goal[:2] for goal in found] == [("Berg", "20")]


def test_who_gave_the_ball_is_not_the_scorer_where_nobody_else_is_named() -> None:
    text = "Berg pulled it back and the winger slammed it in after 40 minutes."
    for before in ("It was cold.", "Berg was having a fine match."):
        assert all(doubt for *_, doubt in goals(f"{before} {text}"))


# Beside those who score stand men who were fouled or lost the ball, who passed it, and goalkeepers.
_OTHERS_NAMED = [
    ("Berg scored on 10 minutes. Dahl was tripped by Ruud and the striker sent Foss the wrong way after 50.", "Berg 10, Berg 50"),
    ("Ole Berg was quiet. Dahl was fouled by Ruud, and the veteran converted the penalty in the 62nd minute.", "Ole Berg 62"),
    ("Dahl missed two chances before Berg, two minutes from half-time, turned in a cross from Vik.", "Berg 43"),
    ("Ruud hesitated, Berg stole the ball, went round Foss and rolled it into the net with 12 minutes gone.", "Berg 12"),
    ("Dahl rolled it back to Vik after 25 minutes and the tall Swede curled it into the top corner.", "Vik 25"),
    ("Dahl, Vik and Berg combined in the 20th minute, and the last-named shot past Foss.", "Berg 20"),
    ("Dahl nicked the ball away from Ruud with 20 minutes to go, and his cut-back was driven in by Berg.", "Berg 70"),
    ("Foss could only palm Dahl's 52nd-minute shot into the path of Berg, who could not miss.", "Berg 52"),
    ("A header by Berg from Dahl's corner gave Arendal the lead in the 11th minute.", "Berg 11"),
    ("It was left to Berg to settle matters, the forward running on to Dahl's pass eight minutes from time.", "Berg 82"),
    ("Berg pulled one back when a corner dropped to him and he smacked it in; 58 minutes gone.", "Berg 58"),
    ("Berg's corner in the 40th minute swung in under the bar and over the line without a touch.", "Berg 40"),
    ("Berg shot from 20 yards in the 76th minute, the ball clipped Ruud and went in.", "Berg 76"),
    ("The scorer was Berg, who ran on to Dahl's pass in the 73rd minute.", "Berg 73"),
    ("Substitute Berg, a 71st-minute replacement for Dahl, scored with nine minutes left.", "Berg 81"),
    ("Berg scored in the 10th minute. Three minutes later he was there again, nodding in a corner.", "Berg 10, Berg 13"),
    ("Berg struck on 15 minutes. Another six minutes on Dahl rose to head the second.", "Berg 15, Dahl 21"),
    ("Berg got the first after 13 minutes. Dahl's goal, seven minutes later, was better still.", "Berg 13, Dahl 20"),
    (
        "Berg pounced after five minutes; Dahl doubled the lead on the half-hour; and Vik scored in the 88th.",
        "Berg 5, Dahl 30, Vik 88",
    ),
    ("Dahl did. It was the first goal of his career, and it came five minutes from time.", "Dahl 85"),
    (
        "Berg scored after 20 minutes. The talk at half-time was undone after three minutes, Dahl tapping in.",
        "Berg 20, Dahl 48",
    ),
    (
        "The winner came two minutes into the second half. Berg found Vik on the right. Vik crossed. Dahl drove it in.",
        "Dahl 47",
    ),
    (
        "Extra time was seconds away when Berg fired across Foss. The time of the goal was the sixth minute of stoppage time.",
        "Berg 90+6",
    ),
]


@pytest.mark.parametrize(("text", "expected"), _OTHERS_NAMED)
def test_nobody_else_in_the_sentence_is_taken_for_the_scorer(text: str, expected: str) -> None:
    told = goals(text, f"{expected.count(',') + 1}-0")

    assert ", ".join(f"{player} {minute}" for player, minute, _ in told) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Berg had another, from 20 yards in the 20th minute, saved by Foss.",
        "Berg's corner in the 30th minute drifted over everyone and out.",
        "Foss was there again to block from Berg in the 70th minute.",
        "In the 71st Berg shot across Foss and wide.",
        "Berg was brought down in the 60th minute and the captain put the kick wide.",
        "Ruud went in high on Berg in the 14th minute and was sent off.",
    ],
)
def test_what_comes_of_nothing_is_no_goal(text: str) -> None:
    assert goals(f"Vik scored in the 5th minute. {text}") == [("Vik", "5", "")]
