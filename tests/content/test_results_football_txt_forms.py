"""The rarer forms of Football.TXT, one by one."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from site_builder.content.model import MatchFacts, When
from site_builder.content.results_football_txt import read_football_txt
from site_builder.content.results_model import GroupTeams, ResultsFile, RoundDates
from site_builder.football.model import ExtraTime, Result, Score, Season, Stage, Status

PATH = "content/results/cup/2024-25.txt"


def read(text: str, path: str = PATH) -> ResultsFile:
    file, problems = read_football_txt(path, text)
    assert problems == ()
    return file


def match(line: str, *, before: str = "Sat Aug 24") -> MatchFacts:
    (row,) = read(f"= Some Cup 2024/25\n{before}\n{line}\n").rows
    return row.facts


@pytest.mark.parametrize(
    "line",
    [
        "  Home v Away  2-1 (1-0)",
        "  Home  2-1 (1-0)  Away",
        "  Home 2-1 (1-0) Away",
        "Home v Away 2-1 (1-0)",
        "(12)  Home  2-1 (1-0)  Away",
        "  18:00  Home  2–1 (1–0)  Away",
        "  Home (ITA) v Away (Bra)  2-1 (1-0)",
        "  Home  2:1 (1:0)  Away",
        "  Home vs. Away  2-1 (1-0)  ## a note",
        "  Home v Away  2-1 (1-0)  @ Ground, Town",
    ],
)
def test_a_played_match_in_every_order(line: str) -> None:
    found = match(line)
    assert (found.home, found.away, found.status) == ("Home", "Away", Status.PLAYED)
    assert found.result == Result(Score(2, 1), Score(1, 0))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("  Bologna FC 1909 v SPAL 2013 Ferrara 0-0", ("Bologna FC 1909", "SPAL 2013 Ferrara")),
        ("  1. FC Köln  1-0  1860 München", ("1. FC Köln", "1860 München")),
        (
            "  20.30  L.R. Vicenza Virtus      3-2 a.e.t. (1-1, 1-1)  Aurora Pro Patria",
            ("L.R. Vicenza Virtus", "Aurora Pro Patria"),
        ),
        ("  Brighton & Hove Albion FC  4-1  Nott'm Forest", ("Brighton & Hove Albion FC", "Nott'm Forest")),
        ("  20:45  ACF Fiorentina  1-0  SSC Napoli", ("ACF Fiorentina", "SSC Napoli")),
        ("  Vanuatu  1-0  Viktoria Plzeň", ("Vanuatu", "Viktoria Plzeň")),
    ],
)
def test_names_may_hold_digits_dots_and_single_spaces(line: str, names: tuple[str, str]) -> None:
    found = match(line)
    assert (found.home, found.away) == names


@pytest.mark.parametrize(
    ("score", "result"),
    [
        ("3-2 a.e.t. (2-2, 2-1)", Result(Score(3, 2), Score(2, 1), Score(2, 2), ExtraTime.FULL)),
        ("3-2 a.e.t.", Result(Score(3, 2), extra_time=ExtraTime.FULL)),
        ("1-1aet (1-1, 1-1)", Result(Score(1, 1), Score(1, 1), Score(1, 1), ExtraTime.FULL)),
        ("1-1 a.e.t (1-1, 1-0), 1-3 pen.", Result(Score(1, 1), Score(1, 0), Score(1, 1), ExtraTime.FULL, Score(1, 3))),
        ("1-1 a.e.t., 1-3 pen.", Result(Score(1, 1), extra_time=ExtraTime.FULL, shootout=Score(1, 3))),
        ("4-3 pen. 2-2 a.e.t. (2-2, 1-1)", Result(Score(2, 2), Score(1, 1), Score(2, 2), ExtraTime.FULL, Score(4, 3))),
        ("4-3pen 2-2aet (2-2)", Result(Score(2, 2), None, Score(2, 2), ExtraTime.FULL, Score(4, 3))),
        ("3-1 pen. (1-1, 0-1)", Result(Score(1, 1), Score(0, 1), shootout=Score(3, 1))),
        ("3-1 pen. (1-1)", Result(Score(1, 1), shootout=Score(3, 1))),
        ("2-1 a.e.t./gg", Result(Score(2, 1), extra_time=ExtraTime.GOLDEN_GOAL)),
    ],
)
def test_scores_with_extra_time_and_shootout(score: str, result: Result) -> None:
    assert match(f"  Home  {score}  Away").result == result
    assert match(f"  Home v Away  {score}  @ Ground").result == result


@pytest.mark.parametrize(
    ("tail", "result"),
    [
        ("(aet/gg)", Result(Score(1, 1), extra_time=ExtraTime.GOLDEN_GOAL)),
        ("(aet/sg)", Result(Score(1, 1), extra_time=ExtraTime.SILVER_GOAL)),
        ("(aet, 3-1 pen)", Result(Score(1, 1), extra_time=ExtraTime.FULL, shootout=Score(3, 1))),
        ("(aet, win 4-2 on pens)", Result(Score(1, 1), extra_time=ExtraTime.FULL, shootout=Score(4, 2))),
        ("[aet]", Result(Score(1, 1), extra_time=ExtraTime.FULL)),
        ("[agg 3-6]", Result(Score(1, 1))),
    ],
)
def test_what_follows_the_match_may_tell_about_extra_time(tail: str, result: Result) -> None:
    found = match(f"  Home   1-1 Away        {tail}")
    assert (found.away, found.result) == ("Away", result)


@pytest.mark.parametrize(
    ("line", "status", "score"),
    [
        ("  Home  3-0  Away  [awarded]", Status.AWARDED, Score(3, 0)),
        ("  Home v Away  [cancelled]", Status.CANCELLED, None),
        ("  Home v Away  [cancelled; snow on the pitch]", Status.CANCELLED, None),
        ("  Home - Away  [postponed]", Status.POSTPONED, None),
        ("  Home v Away  1-0 [abandoned] @ Ground", Status.ABANDONED, Score(1, 0)),
        ("  Home v Away  1-0 @ Ground  [annulled]", Status.VOID, Score(1, 0)),
        ("  Home v Away  n/p", Status.CANCELLED, None),
        ("  Home v Away", Status.SCHEDULED, None),
        ("  20:45  Home   -   Away", Status.SCHEDULED, None),
        ("(3) Home - Away  @ Ground, Town (UTC-3)", Status.SCHEDULED, None),
    ],
)
def test_statuses_and_fixtures(line: str, status: Status, score: Score | None) -> None:
    found = match(line)
    assert (found.home, found.away, found.status) == ("Home", "Away", status)
    assert (found.result.score if found.result else None) == score


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Sat Aug 24 2024\n  18:30  Home v Away", When(date(2024, 8, 24), time(18, 30))),
        ("[Sat Aug/24]\n  18.30  Home v Away", When(date(2024, 8, 24), time(18, 30))),
        ("Sat Aug/24 2024  Home v Away", When(date(2024, 8, 24))),
        ("(1) Sat Aug/24 18:30   Home v Away", When(date(2024, 8, 24), time(18, 30))),
        ("24 August  Home v Away", When(date(2024, 8, 24))),
        ("Aug 24   Home v Away", When(date(2024, 8, 24))),
        ("24.8.  Home v Away", When(date(2024, 8, 24))),
        ("24-8-24 @ Town   Home v Away", When(date(2024, 8, 24))),
        ("Sa 24/8/24  Home v Away", When(date(2024, 8, 24))),
        ("2024-08-24  Home v Away", When(date(2024, 8, 24))),
        ("Sat Aug 24\n  19:00 UTC+3  Home v Away", When(date(2024, 8, 24), time(19, 0), timedelta(hours=3))),
        ("Sat Aug 24\n  19:00 CEST  Home v Away", When(date(2024, 8, 24), time(19, 0), timedelta(hours=2))),
        ("Sat Aug 24\n  18:00 (20:00 UTC+4)  Home v Away", When(date(2024, 8, 24), time(20, 0), timedelta(hours=4))),
        ("Sat Aug 24\n  20:45 (21:45 EEST)  Home v Away", When(date(2024, 8, 24), time(21, 45), timedelta(hours=3))),
        (
            "Sat Aug 24\n  21:00 (0:30 UTC+5:30)  Home v Away",
            When(date(2024, 8, 25), time(0, 30), timedelta(hours=5, minutes=30)),
        ),
        ("(1) Sat Aug 24 17:00  Home - Away  @ Ground, Town (UTC-3)", When(date(2024, 8, 24), time(17, 0), timedelta(hours=-3))),
        ("Home v Away", None),
    ],
)
def test_dates_and_times_in_every_form(line: str, when: When | None) -> None:
    (row,) = read(f"= Some Cup 2024/25\n{line}\n").rows
    assert row.facts.when == when


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("Jun 12 18.00 @ Liège       Germany            1-1 Romania", "Liège"),
        ("        20.45 @ Eindhoven   Portugal           3-2 England", "Eindhoven"),
        ("14-6-24 @ Miami Gardens     Al-Ahly           0-0 Inter Miami", "Miami Gardens"),
        ("05.06.2024 @ Dublin, Dalymount Park\nIreland           2-0 Czechoslovakia", "Dublin"),
        ("Sun Jun 16 19:00 UTC+3 @ Al Bayt Stadium, Al Khor, Att: 67,372\n  Qatar v Ecuador  0-2", "Al Bayt Stadium"),
    ],
)
def test_the_place_may_come_first(line: str, venue: str) -> None:
    (row,) = read(f"= Euro 2024\n{line}\n", "content/results/euro/2024.txt").rows
    assert row.facts.venue == venue


def test_a_place_on_a_date_line_is_that_of_the_next_match_only() -> None:
    rows = read("= Cup 2024\nSun Jun 16 19:00 @ Ground, Att: 67372\n  A v B  0-2\n  C v D  1-0\n").rows
    assert [row.facts.venue for row in rows] == ["Ground", None]
    assert [row.facts.happenings.attendance for row in rows] == [67372, None]


def test_comments_anywhere_are_passed_over() -> None:
    text = """= Cup 2024 # in June
# a line
<!-- two
lines -->
A v B  1-0  ## note
   # (not a goal)
   (X 1')
<!-- x --> C v D
"""
    rows = read(text).rows
    assert [(row.line, row.facts.home, len(row.facts.happenings.goals or ())) for row in rows] == [(5, "A", 1), (8, "C", 0)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_and_a_byte_order_mark_read_alike(end: str) -> None:
    text = end.join(["\ufeff= Cup 2024", "Sun Jun 16", "  A v B  1-0", "     (X 1')"])
    (row,) = read(text).rows
    assert (row.line, row.facts.competition) == (3, "Cup")


def test_groups_and_matchdays_are_defined_in_old_and_new_forms() -> None:
    file = read("""= World Cup 1930
Group 1  |  Argentina      Chile   United States
Gruppe B |  Brazil\tPeru
Matchday 1   | 13 July
▪ Matchday 2 | Mon Jul 14 - Tue Jul 15
Matchday 3   | Jul 16-18
Semi-finals  | 26 July - 27 July
""")
    assert file.groups == (
        GroupTeams("Group 1", ("Argentina", "Chile", "United States")),
        GroupTeams("Group B", ("Brazil", "Peru")),
    )
    assert file.matchdays == (
        RoundDates("Matchday 1", date(1930, 7, 13), date(1930, 7, 13)),
        RoundDates("Matchday 2", date(1930, 7, 14), date(1930, 7, 15)),
        RoundDates("Matchday 3", date(1930, 7, 16), date(1930, 7, 18)),
        RoundDates("Semi-finals", date(1930, 7, 26), date(1930, 7, 27)),
    )


def test_headings_nest_by_their_squares_and_end_at_the_next_of_their_level() -> None:
    text = """= World Cup 2022
▪ First stage
▪▪ Group A
A v B
▪▪ Group B
C v D
▪ Final
E v F
"""
    assert [row.facts.stage for row in read(text).rows] == [Stage(group="Group A"), Stage(group="Group B"), Stage("Final")]


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("Matchday 3", Stage(matchday=3)),
        ("» Matchday 3", Stage(matchday=3)),
        ("Group 1:", Stage(group="Group 1")),
        ("Semifinals - 1st Leg", Stage("Semifinals", leg=1)),
        ("Quarter-final, Leg 2 of 2", Stage("Quarter-final", leg=2)),
        ("First round replays", Stage("First round replays")),
        ("» 1/8 Finals", Stage("1/8 Finals")),
        ("Sechzehntelfinale", Stage("Sechzehntelfinale")),
        ("== Play-offs", Stage("Play-offs")),
        ("▪ Match for third place", Stage("Match for third place")),
        ("Round of 16", Stage("Round of 16")),
    ],
)
def test_headings_with_and_without_marks(heading: str, stage: Stage) -> None:
    (row,) = read(f"= Some Cup 2024\n{heading}\nA v B  1-0\n").rows
    assert row.facts.stage == stage


def test_without_a_title_the_path_tells_competition_and_season() -> None:
    file = read("Aug 23\n  A v B  1-0\n", "content/results/serie-a/2025-26.txt")
    assert (file.title, file.competition, file.season) == ("", "Serie A", Season(2025, 2026))
    assert file.rows[0].facts.when == When(date(2025, 8, 23))


def test_rounds_in_numbers_are_matchdays_of_a_league_and_rounds_of_a_cup() -> None:
    def stages(title: str, *headings: str) -> list[Stage]:
        text = "".join(f"▪ {heading}\nA v B  1-0\n" for heading in headings)
        return [row.facts.stage for row in read(f"= {title} 2024/25\n{text}", "content/results/x/y.txt").rows]

    assert stages("Austria", "Round 1", "2. Round") == [Stage(matchday=1), Stage(matchday=2)]
    assert stages("FA Cup", "Round 1", "2nd Round") == [Stage("Round 1"), Stage("2nd Round")]
    assert stages("Austria", "Round 1", "Final") == [Stage("Round 1"), Stage("Final")]
    assert stages("Austria", "Championship, Round 23", "Conference League, Semifinal") == [
        Stage("Championship", matchday=23),
        Stage("Conference League, Semifinal"),
    ]
