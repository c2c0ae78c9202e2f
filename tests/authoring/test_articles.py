"""Articles to drafts: pieces in many styles about real matches, each beside what it says of its match.

``articles/NAME.txt`` is the piece, ``NAME.facts`` what stands in it. A goal is
right with its minute, marked where the draft leaves something open, and wrong
where a draft says without a mark what is not so: that must not happen.
"""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import Struct

from articles_read import NAMES, draft, facts
from site_builder.authoring.article_import import turned
from site_builder.authoring.articles.draft import Draft, DraftGoal, Found
from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.articles.vocabulary import folded
from site_builder.authoring.known import vocabulary_of

pytestmark = pytest.mark.xdist_group("articles")


class Goal(Struct, frozen=True):
    """A goal as the facts have it: ``home Di María 36 goal``."""

    side: str
    player: str
    minute: str
    kind: str

    @classmethod
    def parse(cls, text: str) -> Goal:
        words = text.split(" ")
        kind = "own goal" if text.endswith(" own goal") else words[-1]
        words = words[: -len(kind.split(" "))]
        return cls(words[0], " ".join(words[1:-1]), words[-1], kind)


def told(value: Found[Any] | None) -> object:
    return value.value if value else None


def is_of(goal: DraftGoal, player: str) -> bool:
    written, own = ([word for word in folded(name).split() if word != "junior"] for name in (goal.player, player))
    return written[-1:] == own[-1:]


def score(found: Draft) -> str:
    result = found.result
    assert result, "there are two teams"
    text = result.score.value.text.replace("–", "-") if result.score else ""
    text += " aet" if result.extra_time else ""
    return text + (f", {result.shootout.value.text.replace('–', '-')} pens" if result.shootout else "")


def in_order(found: Draft, said: dict[str, Any]) -> Draft:
    """The draft with the teams as the facts have them, where it says itself that their order is not told."""
    result = found.result
    assert result, "there are two teams"
    is_turned = (result.away.value, result.home.value) == (said["home"], said["away"])
    return turned(found) if is_turned and result.home.unsure else found


@pytest.mark.parametrize("name", NAMES)
def test_teams_score_and_date(name: str) -> None:
    said = facts(name)
    found = in_order(draft(name), said)
    assert found.result, "there are two teams"
    assert (found.result.home.value, found.result.away.value) == (said["home"], said["away"])
    assert score(found) == said["score"] or (found.result.score and found.result.score.unsure)
    assert told(found.date) == said.get("date", told(found.date))


def test_hardly_a_score_is_left_unsure() -> None:
    open_ones = [name for name in NAMES if (result := draft(name).result) and (result.score is None or result.score.unsure)]
    assert len(open_ones) <= len(NAMES) / 20


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", ["competition", "round", "attendance", "referee", "leg"])
def test_other_facts_are_told_or_left_out(name: str, key: str) -> None:
    said, found = facts(name), getattr(draft(name), key)
    if key in said and found and not found.unsure:
        assert str(found.value) == str(said[key])


def test_nine_of_ten_other_facts_are_told() -> None:
    keys = ["competition", "round", "attendance", "referee", "leg"]
    pairs = [(facts(name)[key], told(getattr(draft(name), key))) for name in NAMES for key in keys if key in facts(name)]
    assert sum(str(said) == str(found) for said, found in pairs) / len(pairs) >= 0.9


@pytest.mark.parametrize("name", NAMES)
def test_no_goal_has_a_wrong_minute_without_a_mark(name: str) -> None:
    goals = [Goal.parse(text) for text in facts(name)["goals"]]
    for goal in draft(name).goals:
        if goal.minute and not goal.unsure:
            assert goal.minute.text in [one.minute for one in goals if is_of(goal, one.player)], goal.evidence


@pytest.mark.parametrize("name", NAMES)
def test_no_goal_counts_for_the_wrong_side(name: str) -> None:
    said = facts(name)
    goals = [Goal.parse(text) for text in said["goals"]]
    for goal in in_order(draft(name), said).goals:
        own = [one for one in goals if is_of(goal, one.player) and goal.minute and one.minute == goal.minute.text]
        assert goal.side is None or goal.unsure or not own or goal.side.value == own[0].side


def found_with_minute(one: Goal, goals: list[DraftGoal]) -> DraftGoal | None:
    return next((goal for goal in goals if is_of(goal, one.player) and goal.minute and goal.minute.text == one.minute), None)


def test_nine_of_ten_goals_that_are_found_are_given_to_the_right_side() -> None:
    right = wrong = total = 0
    for name in NAMES:
        said = facts(name)
        goals = list(in_order(draft(name), said).goals)
        for one in map(Goal.parse, said["goals"]):
            goal = found_with_minute(one, goals)
            total += goal is not None
            right += bool(goal and goal.side and goal.side.value == one.side)
            wrong += bool(goal and goal.side and goal.side.value != one.side)
    assert right / total >= 0.9
    assert wrong / total <= 0.03


PLAIN = [name for name in NAMES if "plain" in name]


@pytest.mark.parametrize(("names", "least"), [(PLAIN, 0.95), (NAMES, 0.88)], ids=["plain", "all"])
def test_most_scorers_are_found_with_their_minutes_and_hardly_a_wrong_one(names: list[str], least: float) -> None:
    right = wrong = total = 0
    for name in names:
        goals = list(draft(name).goals)
        said = [Goal.parse(text) for text in facts(name)["goals"]]
        total += len(said)
        right += sum(found_with_minute(one, goals) is not None for one in said)
        wrong += sum(goal.minute is not None and not any(found_with_minute(one, [goal]) for one in said) for goal in goals)
    assert total >= 100
    assert right / total >= least
    assert wrong / total <= 0.04


@pytest.mark.parametrize("name", NAMES)
def test_kinds_of_goals(name: str) -> None:
    sure = [goal for goal in draft(name).goals if goal.minute and not goal.unsure]
    kinds = {(folded(g.player).split()[-1], g.minute.text): g.kind.value for g in sure if g.minute}
    for one in map(Goal.parse, facts(name)["goals"]):
        assert kinds.get((folded(one.player).split()[-1], one.minute), one.kind) == one.kind


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("A 1-0 B\n\nSmith scored just before half-time.", [("Smith", None)]),
        ("A 1-0 B\n\nSmith scored five minutes after coming on.", [("Smith", None)]),
        ("A 1-0 B\n\nSmith scored in the dying seconds.", [("Smith", None)]),
        ("A 1-0 B\n\nSmith headed in deep into stoppage time.", [("Smith", None)]),
        (
            "A 2-0 B\n\nSmith scored just before the break. Six minutes later Jones made it 2-0.",
            [("Smith", None), ("Jones", None)],
        ),
        (
            "A 2-0 B\n\nSmith scored in the 44th minute. Three minutes later Jones made it 2-0.",
            [("Smith", "44"), ("Jones", None)],
        ),
        ("A 1-0 B\n\nSmith scored on the hour. Jones volleyed over the bar in the 70th minute.", [("Smith", "60")]),
        ("A 1-0 B\n\nBrown hit the post in the tenth minute. Smith scored from the spot after 20 minutes.", [("Smith", "20")]),
        ("A 1-0 B\n\nSmith scored in the 90+4th minute.", [("Smith", "90+4")]),
        ("A 1-0 B\n\nSmith scored in the 93rd minute.", [("Smith", "90+3")]),
        ("A 0-0 B\n\nSmith had a goal disallowed in the 30th minute.", []),
    ],
)
def test_what_the_words_leave_open_stays_open(text: str, goals: list[tuple[str, str | None]]) -> None:
    plain = text.replace("A ", "Arendal ").replace(" B\n", " Bryne\n")
    found = read_article(plain, vocabulary_of(None), None).goals
    assert sorted((g.player, g.minute.text if g.minute else None) for g in found) == sorted(goals, key=lambda g: g[0])
    assert all(goal.unsure for goal in found if goal.minute is None)


def test_each_value_has_the_sentence_it_comes_from() -> None:
    found = draft("01-agency")
    assert found.attendance == Found("88966", "Attendance: 88,966.")
    assert [goal.evidence[:40] for goal in found.goals[:1]] == ["Lionel Messi put Argentina ahead from th"]


def test_an_article_about_nothing_has_no_result() -> None:
    assert read_article("The season starts in August, and we cannot wait.", vocabulary_of(None), None).result is None


@pytest.mark.parametrize(
    "text",
    ["", " \n ", "3-1", "x" * 20000, "A " * 5000, "(" * 3000, "72' " * 3000, "Goal " * 3000 + "1-0", "Berg: " + "Aa, " * 10000],
)
def test_any_text_is_read(text: str) -> None:
    assert read_article(text, vocabulary_of(None), None).body == text
