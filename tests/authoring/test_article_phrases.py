"""Goals that phrases tell, goals without a minute of their own, and goals that only the score says there must be."""

from __future__ import annotations

import pytest

from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.known import vocabulary_of


def goals(text: str, score: str) -> list[tuple[str, str]]:
    """Player and minute of each goal of Arendal against Bryne; the minute is empty where it is left open."""
    found = read_article(f"Arendal {score} Bryne\n\n{text}", vocabulary_of(None), None).goals
    return [(goal.player.rpartition(" ")[2], goal.minute.text if goal.minute else "") for goal in found]


@pytest.mark.parametrize(
    ("text", "score", "expected"),
    [
        ("The visitors scored through Eide (24, 81) and Sand (68).", "0-3", [("Eide", "24"), ("Sand", "68"), ("Eide", "81")]),
        ("Goals came from Ole Berg (15 minutes) and Per Lund (90+3).", "2-0", [("Berg", "15"), ("Lund", "90+3")]),
        ("Two penalties by Ole Berg, in the 20th and 50th minutes, won it.", "2-0", [("Berg", "20"), ("Berg", "50")]),
        ("A Tor Eide header in the 44th minute separated the sides.", "0-1", [("Eide", "44")]),
        ("Berg was the match-winner. His 35th-minute free-kick took a deflection.", "1-0", [("Berg", "35")]),
        ("The winner, four minutes from the end, was Vik's.", "0-1", [("Vik", "86")]),
        (
            "Berg scored on 14 minutes, and his second, after 72 minutes, settled any nerves.",
            "2-0",
            [("Berg", "14"), ("Berg", "72")],
        ),
        ("Arendal were on course after a ninth-minute header by Berg.", "1-0", [("Berg", "9")]),
        ("Berg put Arendal on course with a ninth-minute header.", "1-0", [("Berg", "9")]),
        ("The lead was doubled in the 51st minute by Berg.", "2-0", [("Berg", "51")]),
        ("Foss was finally beaten in the 88th minute by Berg.", "1-0", [("Berg", "88")]),
        ("Berg netted after 13 minutes and set up Dahl for the second in the 31st.", "2-0", [("Berg", "13"), ("Dahl", "31")]),
        ("The ball was missed by everybody, and there was Dahl to nod it home on 52 minutes.", "1-0", [("Dahl", "52")]),
        ("Berg scored six minutes after Dahl's goal. Dahl scored on 20 minutes.", "2-0", [("Dahl", "20"), ("Berg", "")]),
        ("Dahl scored on 20 minutes. Six minutes after Dahl's goal Berg volleyed in.", "2-0", [("Dahl", "20"), ("Berg", "26")]),
        (
            (
                "Berg ran through to score inside the second minute, Dahl rose to head in a free-kick on three minutes, and "
                "with ten gone Lund pulled it back for Hauge to sweep in the third."
            ),
            "3-0",
            [("Berg", "2"), ("Dahl", "3"), ("Hauge", "10")],
        ),
        (
            "Berg scored in the second minute. The lead lasted for eight minutes. Eide turned and beat Foss.",
            "1-1",
            [("Berg", "2"), ("Eide", "10")],
        ),
        (
            "After seven minutes Berg finished from a cutback; after eleven Dahl doubled the advantage.",
            "2-0",
            [("Berg", "7"), ("Dahl", "11")],
        ),
    ],
)
def test_phrases_tell_goals(text: str, score: str, expected: list[tuple[str, str]]) -> None:
    assert goals(text, score) == expected


@pytest.mark.parametrize(
    ("text", "score", "expected"),
    [
        # The moment stands in the sentence before.
        (
            "In the 23rd minute Hauge won the ball and fed Lund on the right. His low centre was turned in by Ole Berg.",
            "1-0",
            [("Berg", "23")],
        ),
        # No verb of scoring, but words of a goal and one who gets the ball last.
        (
            "The breakthrough came on 52 minutes. The cross was missed by everybody except Dahl, who had time.",
            "1-0",
            [("Dahl", "52")],
        ),
        ("Deep into injury time — the 94th minute — Moen pounced.", "1-0", [("Moen", "90+4")]),
        ("Ten minutes later, on 87, Eide met the ball on the volley. It flew into the corner.", "0-1", [("Eide", "87")]),
    ],
)
def test_what_stands_near_a_goal_fills_its_gaps_with_a_mark(text: str, score: str, expected: list[tuple[str, str]]) -> None:
    assert goals(text, score) == expected
    assert all(goal.unsure for goal in read_article(f"Arendal {score} Bryne\n\n{text}", vocabulary_of(None), None).goals)


@pytest.mark.parametrize(
    "text",
    [
        "Berg was replaced in the 60th minute. Dahl, who came on for him, was booked after 70 minutes.",
        "Berg should have scored in the 30th minute. Dahl headed against the bar on 40 minutes.",
        "A penalty was given, and with six minutes left Berg stepped up. Foss went the right way and held it.",
        "Foss denied Dahl (33 minutes) and Lund (61) with fine saves.",
        "Ole Berg (19) made his debut. Sand (18) came on as a substitute.",
        "Berg had scored in last week's 2-0 win. Dahl was hurt after 12 minutes.",
    ],
)
def test_no_gap_is_filled_with_what_was_no_goal(text: str) -> None:
    assert [goal for goal in goals(text, "1-0") if goal[1]] == []


def test_gaps_are_filled_only_as_far_as_the_score_goes() -> None:
    text = "Berg scored on 10 minutes. The lead was in danger when Eide met a corner in the 50th minute."
    assert goals(text, "1-0") == [("Berg", "10")]


def test_a_goalkeeper_is_not_he() -> None:
    text = "Berg was having a fine day. Foss saved from him once more. He struck again to score in the 70th minute."
    assert ("Foss", "70") not in goals(text, "1-0")
