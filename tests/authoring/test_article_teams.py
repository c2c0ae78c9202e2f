"""Who played and how it ended, by the many ways in which texts call teams and tell results."""

from __future__ import annotations

from datetime import date

import pytest

from site_builder.authoring.articles.draft import Draft
from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.articles.team_names import Sides
from site_builder.authoring.articles.vocabulary import Vocabulary
from site_builder.authoring.known import vocabulary_of


@pytest.mark.parametrize(
    ("written", "team"),
    [
        ("Man City", "Manchester City"),
        ("City", "Manchester City"),
        ("MANCHESTER CITY", "Manchester City"),
        ("Hibs", "Hibernian"),
        ("HIBS", "Hibernian"),
        ("Leicester City", ""),
        ("Boyle", ""),
        ("", ""),
    ],
)
def test_short_forms_of_a_team(written: str, team: str) -> None:
    assert Sides("Manchester City", "Hibernian", Vocabulary()).called(written) == team


@pytest.mark.parametrize(
    ("text", "home", "away", "score"),
    [
        ("Newcastle 1 Liverpool 2, Sunday", "Newcastle", "Liverpool", "1–2"),
        ("LIVERPOOL 4 - FULHAM 3", "Liverpool", "Fulham", "4–3"),
        ("Handsworth 1 v Mansfield 2 - Premier Division", "Handsworth", "Mansfield", "1–2"),
        ("BLYTH Spartans' run ended as they went down 2-1 at Morpeth Town.", "Morpeth Town", "Blyth Spartans", "2–1"),
        ("Ipswich Wanderers went out, losing 3-2 at the hands of Norwich City.", "Ipswich Wanderers", "Norwich City", "2–3"),
        ("Blackburn Rovers and Hull City played out a 1-1 draw.", "Blackburn Rovers", "Hull City", "1–1"),
        ("MADRID (Reuters) - Real Madrid beat Leeds United 4-1 on Sunday.", "Real Madrid", "Leeds United", "4–1"),
        ("Man United 3 Forest 2\n\nNottingham Forest were two up.", "Man United", "Nottingham Forest", "3–2"),
        # Who beats a team is no scorer, nobody's manager, and not only who stands right before the verb.
        (
            "Dundee United are up. A header by captain Ryan Gauld two minutes from time beat Hearts 3-2.",
            "Dundee United",
            "Hearts",
            "3–2",
        ),
        (
            "Ajax are champions of the Netherlands. Erik ten Hag's team beat Feyenoord 4-0 on Sunday.",
            "Ajax",
            "Feyenoord",
            "4–0",
        ),
        ("Dusan Tadic got the winner as Ajax twice came from behind to beat Feyenoord 3-2.", "Ajax", "Feyenoord", "3–2"),
        ("Spain were torn apart by Italy, who came from behind to win 5-1.", "Spain", "Italy", "1–5"),
        ("Sweden lost it 4-3 to Norway.\n\nIn Lyon, Hungary and Portugal drew 5-5 at the same time.", "Sweden", "Norway", "3–4"),
        ("Half-time: Ajax 0, Feyenoord 1. Ajax beat Feyenoord 2-1.", "Ajax", "Feyenoord", "2–1"),
        ("REPORT | YORK CITY 4-0 BRIGHTON & HOVE ALBION\n\nBrighton were poor.", "York City", "Brighton & Hove Albion", "4–0"),
        ("Brighton and Hove Albion beat Leeds 2-1 in the cup.", "Brighton and Hove Albion", "Leeds", "2–1"),
        ("Dagenham & Redbridge 1-0 Leeds\n\nIt rained.", "Dagenham & Redbridge", "Leeds", "1–0"),
        ("Paris Saint-Germain v Inter\n\n12' GOAL! PSG 1-0 Inter.", "Paris Saint-Germain", "Inter", "1–0"),
    ],
)
def test_teams_and_score(text: str, home: str, away: str, score: str) -> None:
    if "\n" not in text:
        text = f"A report\n\n{text}" if text.endswith(".") else f"{text}\n\nIt rained."
    found = read_article(text, vocabulary_of(None), None).result
    assert found
    assert (found.home.value, found.away.value) == (home, away)
    assert found.score
    assert found.score.value.text == score


@pytest.mark.parametrize(
    ("text", "has_extra_time"),
    [
        ("Leeds came within a goal of extra time.", False),
        ("Dahl could have taken it into extra time.", False),
        ("Dahl won it in extra time.", True),
        ("Dahl won it a minute from the end of extra time.", True),
        ("Dahl won it in the 117th minute.", True),
        ("In 1999 Dahl had scored against them in the 117th minute.", False),
    ],
)
def test_extra_time_is_what_was_played(text: str, has_extra_time: bool) -> None:  # noqa: FBT001 - a parameter of a table
    found = read_article(f"Leeds 2-1 Burnley\n\n{text}", vocabulary_of(None), None).result
    assert found
    assert bool(found.extra_time) is has_extra_time


def test_the_score_at_half_time_is_in_the_order_of_the_teams() -> None:
    text = "Leeds 2-1 Burnley\n\nBurnley led 1-0 at half-time."
    found = read_article(text, vocabulary_of(None), None).result
    assert found
    assert found.half_time
    assert found.half_time.value.text == "0–1"


def test_a_half_time_score_of_nobody_in_particular_is_turned_as_the_goals_have_it() -> None:
    text = (
        "Leeds 1-1 Burnley\n\nWood scored for Burnley on 10 minutes: 1-0 at half-time. Bamford levelled for Leeds on 60 minutes."
    )
    found = read_article(text, vocabulary_of(None), None).result
    assert found
    assert found.half_time
    assert found.half_time.value.text == "0–1"


def result_of(text: str, published: date | None = None) -> Draft:
    return read_article(f"A report\n\n{text}", vocabulary_of(None), published)


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        # A third club is named as the next opponent, the last one, or where a player of a nation's team plays.
        (
            (
                "Hereford went to Leeds. Leeds were the better side but Hereford scored twice. Hereford had beaten Torquay in "
                "the first round and will play Arsenal next."
            ),
            {"Hereford", "Leeds"},
        ),
        (
            (
                "Bulgaria are through. The Barcelona striker Stoichkov scored against Germany, and so did Letchkov, who plays "
                "for Hamburg. The Germans went home."
            ),
            {"Bulgaria", "Germany"},
        ),
        # Short forms and nicknames stand for whole names; a surname makes no team.
        (
            (
                "Crystal Palace met Liverpool. Palace led, and Palace won when Alan Sunderland scored. Sunderland ran off. "
                "Liverpool had no answer, and Sunderland smiled."
            ),
            {"Crystal Palace", "Liverpool"},
        ),
        ("Ajax were at home. Spurs had drawn with them in London. Tottenham Hotspur won.", {"Ajax", "Tottenham Hotspur"}),
    ],
)
def test_the_two_teams_of_a_match_stand_out(text: str, teams: set[str]) -> None:
    found = result_of(text).result
    assert found
    assert {found.home.value, found.away.value} == teams


GOALS = (
    "Moen put Leeds ahead on 10 minutes. Berg equalised for Burnley after 20 minutes and Dahl put Leeds ahead again on "
    "30 minutes."
)


@pytest.mark.parametrize(
    ("told", "score", "is_marked"),
    [
        ("Leeds beat Burnley by two goals to one.", "2–1", False),
        ("Leeds beat Burnley by the odd goal in three.", "2–1", False),
        ("Leeds, beaten 1-0 by the same opponents last October, met Burnley again and won by two goals to one.", "2–1", False),
        ("Leeds ran out 2-1 winners over Burnley.", "2–1", False),
        ("Burnley went down 2-1 at Leeds.", "2–1", False),
        # A score that has fewer goals than the text tells is none of this match.
        ("Leeds met Burnley. It was 1-1 when they met in June.", "2–1", True),
        ("Leeds met Burnley. A 1-0 win in August had been the start of it all for Leeds.", "2–1", True),
    ],
)
def test_a_score_agrees_with_the_goals(told: str, score: str, is_marked: bool) -> None:  # noqa: FBT001 - a parameter of a table
    found = result_of(f"{told}\n\n{GOALS}").result
    assert found
    assert found.score
    is_turned = found.home.value == "Burnley"
    assert (found.score.value.swapped() if is_turned else found.score.value).text == score
    assert bool(found.score.unsure) is is_marked


def test_a_score_line_with_fewer_goals_than_are_told_is_marked() -> None:
    found = read_article(f"Leeds 1-0 Burnley\n\n{GOALS}", vocabulary_of(None), None).result
    assert found
    assert found.score
    assert found.score.unsure


def test_the_only_goal_is_the_winners() -> None:
    found = result_of("Leeds won the final by the only goal against Burnley.\n\nMoen scored it on 10 minutes for Leeds.").result
    assert found
    assert found.score
    assert found.score.value.text == ("1–0" if found.home.value == "Leeds" else "0–1")


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Leeds, who had lost on 4 May 1974, beat Burnley 2-1 on Sunday, 12 May 1974.", None, date(1974, 5, 12)),
        ("Leeds beat Burnley 2-1 on Saturday.\n\nPublished 12 May 2013", None, date(2013, 5, 11)),
        ("Leeds beat Burnley 2-1.\n\n12 May 2013", None, date(2013, 5, 12)),
        (
            "Leeds 2-1 Burnley\nElland Road, Tuesday 26 July 2022\n\nLeeds won. The final is at Wembley on Sunday.",
            date(2022, 7, 26),
            date(2022, 7, 26),
        ),
        ("Leeds beat Burnley 2-1 yesterday.", date(2022, 7, 26), date(2022, 7, 25)),
    ],
)
def test_the_day_is_that_of_the_match(text: str, published: date | None, day: date) -> None:
    found = result_of(text, published).date
    assert found
    assert found.value == day


def test_a_day_after_that_of_publication_is_marked() -> None:
    found = result_of("Leeds beat Burnley 2-1 on 28 July 2022.", date(2022, 7, 26)).date
    assert found is None or found.unsure
