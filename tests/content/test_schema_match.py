"""The front matter of match reports: every key of the contract, and what is said where a value is wrong."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from content_heads import MATCH, good
from site_builder.content.model import Dispute, Kind, MatchReport, Photo, Source, When
from site_builder.football.model import (
    BySide,
    Card,
    CardColour,
    ExtraTime,
    GoalEvent,
    GoalKind,
    Minute,
    Score,
    Season,
    Side,
    Stat,
    Status,
)

HOME, AWAY = Side.HOME, Side.AWAY


XI = "Gollini - Toloi, Romero, Palomino - Maehle, de Roon, Freuler, Gosens - Pessina - Zapata, Muriel"


def match(yaml: str) -> MatchReport:
    return good(Kind.MATCH, MATCH + yaml, MatchReport)


def goals(yaml: str) -> tuple[GoalEvent, ...] | None:
    return match(yaml).facts.happenings.goals


FULL = f"""
title: Pessina double sends Atalanta to the final      # a comment
date: 2021-02-10 20:45
season: 2020/21
round: Semi-finals
leg: 2
matchday: 3
group: A
score: 3-1
half_time: 2-0
status: played
winner: home
neutral: no
goals:
  home: "Duván Zapata 10' Matteo Pessina 16', 78'"
  away: "Hirving Lozano 53'"
cards:
  home: "Toloi 31' (Y), 78' (Y/R)"
  away: ["Koulibaly 80' (R)"]
lineups:
  home: "{XI} (Ilicic 60')"
bench: {{home: "1 Sportiello, Ilicic", away: [Meret]}}
managers: {{home: Gian Piero Gasperini, away: Gennaro Gattuso}}
formation: {{away: 4–2–3–1}}
stats: {{shots: 19-9, possession: 48-52, xg: 2.1-0.8, shots on target: 7-?}}
venue: Gewiss Stadium
referee: Federico La Penna
assistants: [One, Two]
attendance: closed doors
weather: Cold and dry
player_of_the_match: Matteo Pessina
ratings: {{Matteo Pessina: 8.5}}
author: A. Writer
tags: cup, semi-final
description: A double and a final.
image: zapata.jpg
photos:
  - {{src: zapata.jpg, alt: Zapata shoots, caption: The opener, credit: Name/Agency}}
  - /photos/pessina.jpg
sources: [https://example.org/report, The stadium programme, {{text: A book, url: https://example.org/book}}]
lang: en-GB
slug: pessina-double
redirects: [/old/pessina.html, 2021/semi/]
draft: yes
updated: 2021-02-11T09:00+01:00
corrections: [{{date: 2021-02-12, text: The second goal fell in the 16th minute.}}]
disputed: {{fact: attendance, says: 21000, source: https://example.org/report}}
autolink: false
extra: {{stars: 5, featured: true, code: 007}}
"""


def test_every_key_of_a_report_reaches_its_value() -> None:
    report = match(FULL)
    facts, told_of, publication = report.facts, report.facts.happenings, report.publication
    assert (facts.competition, facts.home, facts.away) == ("Serie A", "Atalanta", "Napoli")
    assert facts.when == When(date(2021, 2, 10), time(20, 45))
    assert facts.season == Season(2020, 2021)
    assert (facts.stage.round, facts.stage.leg, facts.stage.matchday, facts.stage.group) == ("Semi-finals", 2, 3, "A")
    assert facts.result
    assert (facts.result.score, facts.result.half_time) == (Score(3, 1), Score(2, 0))
    assert (facts.status, facts.winner, facts.neutral, facts.venue) == (Status.PLAYED, HOME, False, "Gewiss Stadium")
    assert told_of.goals
    assert [(g.player, g.minute) for g in told_of.goals] == [
        ("Duván Zapata", Minute(10)),
        ("Matteo Pessina", Minute(16)),
        ("Matteo Pessina", Minute(78)),
        ("Hirving Lozano", Minute(53)),
    ]
    assert told_of.cards == (
        Card(HOME, "Toloi", CardColour.YELLOW, Minute(31)),
        Card(HOME, "Toloi", CardColour.SECOND_YELLOW, Minute(78)),
        Card(AWAY, "Koulibaly", CardColour.RED, Minute(80)),
    )
    assert told_of.line_ups.home
    assert told_of.line_ups.home.formation == "3-4-1-2"
    assert told_of.line_ups.away is None
    assert told_of.bench == BySide(("Sportiello", "Ilicic"), ("Meret",))
    assert told_of.managers == BySide("Gian Piero Gasperini", "Gennaro Gattuso")
    assert told_of.formations == BySide(None, "4-2-3-1")
    assert told_of.stats[0] == Stat("shots", "19", "9")
    assert told_of.stats[3] == Stat("shots on target", "7", None)
    assert (told_of.referee, told_of.assistants) == ("Federico La Penna", ("One", "Two"))
    assert (told_of.closed_doors, told_of.attendance) == (True, None)
    assert (told_of.weather, told_of.player_of_the_match) == ("Cold and dry", "Matteo Pessina")
    assert told_of.ratings == (("Matteo Pessina", "8.5"),)
    assert publication.title == "Pessina double sends Atalanta to the final"
    assert (publication.author, publication.tags) == (("A. Writer",), ("cup", "semi-final"))
    assert (publication.description, publication.image) == ("A double and a final.", "zapata.jpg")
    assert publication.photos == (
        Photo("zapata.jpg", "Zapata shoots", "The opener", "Name/Agency"),
        Photo("/photos/pessina.jpg"),
    )
    assert publication.sources == (
        Source("https://example.org/report", "https://example.org/report"),
        Source("The stadium programme"),
        Source("A book", "https://example.org/book"),
    )
    assert (publication.lang, publication.slug) == ("en-GB", "pessina-double")
    assert publication.redirects == ("old/pessina.html", "2021/semi/")
    assert (publication.draft, publication.autolink) == (True, False)
    assert publication.updated == When(date(2021, 2, 11), time(9), timedelta(hours=1))
    assert publication.corrections[0].date == date(2021, 2, 12)
    reporter = Source("https://example.org/report", "https://example.org/report")
    assert publication.disputed == (Dispute("attendance", "21000", reporter),)
    assert publication.extra == '{"stars":5,"featured":true,"code":"007"}'


def test_a_fixture_needs_two_teams_and_a_competition_only() -> None:
    facts = match("").facts
    assert (facts.status, facts.result, facts.when, facts.happenings.goals) == (Status.SCHEDULED, None, None, None)


@pytest.mark.parametrize(
    "yaml",
    ["Rossi; Muriel", "No. 13 Rossi, Muriel.", "13) Rossi, Muriel", "Rossi (gk), Muriel", "[Rossi, Muriel]", '["Rossi, Muriel"]'],
)
def test_a_bench_is_read_as_lists_are_written(yaml: str) -> None:
    told = match(f"bench:\n  home: {yaml}")
    assert told.facts.happenings.bench.home == ("Rossi", "Muriel")


@pytest.mark.parametrize(
    "empty", ["goals:", "bench:\n  home:", "photos: ~", "stats: {shots: }", "referee: null", "goals: {home: , away: }"]
)
def test_a_key_without_a_value_is_as_good_as_absent(empty: str) -> None:
    assert match(empty).facts.happenings.attendance is None


@pytest.mark.parametrize("written", ["3-1", '"3-1"', "3–1", "3:1", "3 - 1"])
def test_a_score_may_be_written_in_many_ways(written: str) -> None:
    result = match(f"score: {written}").facts.result
    assert result
    assert result.score == Score(3, 1)


@pytest.mark.parametrize("home", [0, 1, 2, 10])
@pytest.mark.parametrize("away", [0, 7, 10])
def test_a_score_with_an_unquoted_colon_is_never_a_number_of_base_sixty(home: int, away: int) -> None:
    result = match(f"score: {home}:{away}").facts.result
    assert result
    assert result.score == Score(home, away)


def test_a_score_says_how_a_match_went_on() -> None:
    result = match("score: 1-1 aet, 4-2 pens\nfull_time: 0-0").facts.result
    assert result
    assert (result.extra_time, result.shootout, result.full_time) == (ExtraTime.FULL, Score(4, 2), Score(0, 0))


GOALS = (
    GoalEvent(HOME, "Zapata", Minute(10)),
    GoalEvent(HOME, "Pessina", Minute(45, 2), GoalKind.PENALTY),
    GoalEvent(AWAY, "Toloi", Minute(78), GoalKind.OWN_GOAL),
)


@pytest.mark.parametrize(
    "written",
    [
        'goals: {home: "Zapata 10\' Pessina 45+2\'(p)", away: "Toloi 78\'(og)"}',
        "goals:\n  home:\n    - Zapata 10'\n    - Pessina 45+2' (pen)\n  away: [\"Toloi 78' (og)\"]",
        "goals: \"Zapata 10' Pessina 45+2'(pen.); Toloi 78'(o.g.)\"",
        "goals:\n  - Zapata 10'; Toloi 78' (og)\n  - Pessina 45+2' (pen);",
        """goals:
  home: [{player: Zapata, minute: 10}, {player: Pessina, minute: 45+2, kind: penalty}]
  away: [{player: Toloi, minute: 78, kind: own goal}]""",
        """goals:
  - {player: Zapata, minute: 10', side: home}
  - {player: Pessina, minute: 45+2, side: home, kind: pen}
  - {player: Toloi, minute: 78, side: away, kind: og}""",
    ],
)
def test_goals_may_be_written_in_many_ways(written: str) -> None:
    found = goals("score: 2-1\n" + written)
    assert found
    assert sorted(found, key=lambda g: g.player) == sorted(GOALS, key=lambda g: g.player)


def test_goals_in_one_text_belong_to_the_side_that_scored() -> None:
    assert goals("score: 0-1\ngoals: Lozano 53'") == (GoalEvent(AWAY, "Lozano", Minute(53)),)


def test_the_goals_of_an_awarded_match_follow_its_played_score() -> None:
    found = goals("score: 3-0\nstatus: awarded\nplayed_score: 0-1\ngoals: Lozano 53'")
    assert found == (GoalEvent(AWAY, "Lozano", Minute(53)),)


def test_no_goals_told_is_not_the_same_as_goals_not_told() -> None:
    assert goals("score: 0-0\ngoals: []") == ()
    assert goals("score: 0-0") is None


def test_an_assist_is_kept() -> None:
    found = goals('score: 1-0\ngoals: {home: "Zapata 10\' (assist: Ilicic)"}')
    assert found
    assert found[0].assist == "Ilicic"


@pytest.mark.parametrize(
    "written",
    [
        f"home: {XI}",
        "home: [Gollini, 'Toloi, Romero, Palomino', 'Maehle, de Roon, Freuler, Gosens', Pessina, 'Zapata, Muriel']",
    ],
)
def test_a_line_up_may_be_a_text_or_a_list_of_lines(written: str) -> None:
    line_up = match(f"lineups:\n  {written}").facts.happenings.line_ups.home
    assert line_up
    assert line_up.formation == "3-4-1-2"


def test_a_line_up_of_single_names_has_no_lines() -> None:
    names = ", ".join(f"Player {letter}" for letter in "ABCDEFGHIJK")
    line_up = match(f"lineups: {{home: [{names}]}}").facts.happenings.line_ups.home
    assert line_up
    assert (len(line_up.starters), len(line_up.lines)) == (11, 1)


def test_the_kicks_of_a_shootout_may_be_a_list() -> None:
    kicks = match("score: 1-1 aet\nshootout: [1-0 Messi, 1-0 Coman (saved)]").facts.happenings.shootout
    assert [(k.player, k.scored) for k in kicks] == [("Messi", True), ("Coman", False)]


@pytest.mark.parametrize(
    ("written", "attendance"), [("22,623", 22623), ("22.623", 22623), ("22623", 22623), ("22 623", 22623), ("0", 0)]
)
def test_an_attendance_may_part_its_thousands(written: str, attendance: int) -> None:
    assert match(f"attendance: {written}").facts.happenings.attendance == attendance


@pytest.mark.parametrize("written", ["closed doors", "Behind closed doors"])
def test_closed_doors_are_no_attendance(written: str) -> None:
    assert match(f"attendance: {written}").facts.happenings.closed_doors


def test_ratings_may_stand_by_side() -> None:
    assert match("ratings: {home: {Zapata: 8}, away: {Lozano: 7}}").facts.happenings.ratings == (("Zapata", "8"), ("Lozano", "7"))
