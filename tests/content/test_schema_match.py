"""The front matter of match reports: every key of the contract, and what is said where a value is wrong."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from content_heads import MATCH, good, only, read_head, told
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
    assert (publication.author, publication.tags) == ("A. Writer", ("cup", "semi-final"))
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


# What is wrong.


@pytest.mark.parametrize(
    ("yaml", "code", "line", "column"),
    [
        ("score: 130", "unreadable-score", 5, 8),
        ("score: {home: 1, away: 0}", "wrong-kind-of-value", 5, 1),
        ("half_time: 1-0-0\nscore: 1-0", "unreadable-score", 5, 15),
        ("goals: {home: \"A 10' B 200'\", away: C}\nscore: 2-1", "unreadable-goals", 5, 24),
        ("score: 1-1\ngoals: A 10' B 20'", "unreadable-goals", 6, 8),
        ("score: 2-0\ngoals:\n  home:\n    - A 10'\n    - B 0'", "unreadable-goals", 9, 9),
        ("score: 1-0\ngoals: [{player: A}]", "missing-key", 6, 9),
        ("score: 1-0\ngoals: {home: [{minute: 5}]}", "missing-key", 6, 16),
        ("score: 1-0\ngoals: {home: [{player: A, minut: 5}]}", "unknown-key", 6, 28),
        ("score: 1-0\ngoals: [{player: A, side: home, minut: 5}]", "unknown-key", 6, 33),
        ("score: 1-0\ngoals: {hom: A}", "unknown-key", 6, 9),
        ("score: 1-0\ngoals: [{player: A, side: north}]", "not-a-choice", 6, 27),
        ("score: 1-0\ngoals: {home: [{player: A, kind: header}]}", "not-a-choice", 6, 34),
        ('cards: {home: "A 10\' (Q)"}', "unreadable-cards", 5, 23),
        ('cards: {home: ["A 10\' (Y)", "B 20\' (Q)"]}', "unreadable-cards", 5, 37),
        ("lineups: {home: [A, B (C 200')]}", "unreadable-line-up", 5, 26),
        ("shootout: [1-0 A, 5-0 B]\nscore: 1-1", "unreadable-shootout", 5, 19),
        ("stats: {shots: many}", "unreadable-stat", 5, 16),
        ("managers: Gasperini", "wrong-kind-of-value", 5, 11),
        ("formation: {home: 433}", "not-a-formation", 5, 19),
        ("bench: {home: {a: b}}", "wrong-kind-of-value", 5, 9),
        ("leg: 0", "not-a-number", 5, 6),
        ("matchday: Matchday 3", "not-a-number", 5, 11),
        ("attendance: many", "not-a-number", 5, 13),
        ("attendance: 22,62", "not-a-number", 5, 13),
        ("neutral: on", "not-true-or-false", 5, 10),
        ("status: canceled", "not-a-choice", 5, 9),
        ("winner: Atalanta", "not-a-choice", 5, 9),
        ("type: reports", "not-a-choice", 5, 7),
        ("season: 2020-25", "not-a-season", 5, 9),
        ("date: 2024-02-30", "not-a-date", 5, 7),
        ('title: ""', "empty-value", 5, 8),
        ("title: [a]", "wrong-kind-of-value", 5, 1),
        ("photos: [{alt: x}]", "missing-key", 5, 10),
        ("photos: [{src: x.jpg, cap: y}]", "unknown-key", 5, 23),
        ("sources: [{}]", "missing-key", 5, 11),
        ("corrections: [{date: yesterday, text: x}]", "not-a-date", 5, 22),
        ("tags: {a: b}", "wrong-kind-of-value", 5, 1),
        ("lang: english", "not-a-language", 5, 7),
        ("time: 20:45", "unknown-key", 5, 1),
        ("foo:", "unknown-key", 5, 1),
    ],
)
def test_a_wrong_value_is_told_at_its_place(yaml: str, code: str, line: int, column: int) -> None:
    assert told(Kind.MATCH, MATCH + yaml) == [(code, line, column)]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("half-time", "`half_time`"),
        ("stadium", "`venue`"),
        ("time", "`date: 2021-02-10 20:45`"),
        ("refere", "`referee`"),
        ("Photos", "`photos`"),
    ],
)
def test_an_unknown_key_comes_with_the_one_that_was_meant(key: str, meant: str) -> None:
    problem = only(Kind.MATCH, MATCH + f"{key}: x")
    assert (problem.message, problem.fix) == ("a match report has no such key", f"Did you mean {meant}?")


def test_a_key_that_nothing_is_like_belongs_under_extra() -> None:
    assert "`extra:`" in only(Kind.MATCH, MATCH + "zzzz: x").fix


def test_a_misspelt_key_is_one_mistake_and_not_also_a_missing_one() -> None:
    problem = only(Kind.MATCH, "competiton: Coppa Italia\nhome: A\naway: B")
    assert (problem.code, problem.place.line, problem.place.column, problem.place.length) == ("unknown-key", 2, 1, 10)
    assert problem.fix == "Did you mean `competition`?"


def test_missing_keys_are_told_where_the_front_matter_opens() -> None:
    assert told(Kind.MATCH, "score: 1-0") == [("missing-key", 1, 1)] * 3


def test_all_mistakes_are_told_at_once() -> None:
    yaml = "home: A\naway: B\ncompetiton: C\ndate: 2024-02-30\nscore: 3\nstatus: won\nphotos: [{alt: x}]\nlang: x"
    assert [code for code, _, _ in sorted(told(Kind.MATCH, yaml), key=lambda t: t[1])] == [
        "unknown-key",
        "not-a-date",
        "unreadable-score",
        "not-a-choice",
        "missing-key",
        "not-a-language",
    ]


def test_a_wrong_value_leaves_no_document() -> None:
    document, problems = read_head(Kind.MATCH, MATCH + "score: 3")
    assert document is None
    assert problems[0].is_error
