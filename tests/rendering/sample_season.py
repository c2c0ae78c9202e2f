"""Tables, brackets and what else follows from results: the final table of Serie A 2020-21 and the end of its cup."""

from __future__ import annotations

from rendering.sample_parts import mark, meta, person, row, team
from site_builder.pages.parts import Fact, Link, ResultGroup, ResultRow, TeamMark
from site_builder.pages.season_views import (
    Balance,
    BracketRoundView,
    BracketView,
    Count,
    CountList,
    CrossCell,
    CrossLine,
    FormMark,
    FormStrip,
    PositionLine,
    Record,
    StageView,
    Standing,
    Storyline,
    TableLine,
    TableView,
    TieCourse,
    TieSide,
    TieStep,
    TieView,
)
from site_builder.pages.views import HeadToHeadView

FINAL_TABLE = """
1 Inter 28 7 3 89 35 91|2 Milan 24 7 7 74 41 79|3 Atalanta 23 9 6 90 47 78|4 Juventus 23 9 6 77 38 78|5 Napoli 24 5 9 86 41 77
6 Lazio 21 5 12 61 55 68|7 Roma 18 8 12 68 58 62|8 Sassuolo 17 11 10 64 56 62|9 Sampdoria 15 7 16 52 54 52
10 Hellas_Verona 11 12 15 46 48 45|11 Genoa 10 12 16 47 58 42|12 Bologna 10 11 17 51 65 41|13 Fiorentina 9 13 16 47 59 40
14 Udinese 10 10 18 42 58 40|15 Spezia 9 12 17 52 72 39|16 Cagliari 9 10 19 43 59 37|17 Torino 7 16 15 50 69 37
18 Benevento 7 12 19 40 75 33|19 Crotone 6 5 27 45 92 23|20 Parma 3 11 24 39 83 20
"""
ZONES = ("Champions League", "Europa League", "Conference League", "Relegation")


def _zone(place: int) -> int:
    return 1 if place <= 4 else 2 if place <= 6 else 3 if place == 7 else 4 if place >= 18 else 0


def _line(text: str, marked: tuple[str, ...]) -> TableLine:
    place, name, *numbers = text.split()
    won, drawn, lost, goals_for, goals_against, points = map(int, numbers)
    of = mark(name.replace("_", " "))
    difference = f"{goals_for - goals_against:+}".replace("-", "−")
    return TableLine(
        place, of, won + drawn + lost, won, drawn, lost, goals_for, goals_against, difference, points,
        zone=_zone(int(place)), marked=of.name in marked,
    )  # fmt: skip


def table(*marked: str) -> TableView:
    lines = tuple(_line(text, marked) for text in FINAL_TABLE.strip().replace("\n", "|").split("|"))
    notes = (
        "Atalanta stand above Juventus, level on 78 points, on points in the matches between them.",
        "Roma stand above Sassuolo, level on 62 points, on points in the matches between them.",
    )
    return TableView("Serie A 2020–21", lines, ZONES, notes)


def short_table() -> TableView:
    """The two teams with their neighbours, one of them with points taken."""
    full = table("Atalanta", "Napoli")
    taken = TableLine("=16", mark("Cagliari"), 38, 9, 10, 19, 43, 59, "−16", 37, "−3", 0)
    return TableView(
        "Serie A, around the two", (*full.lines[:5], taken, full.lines[17]), (), ("Cagliari: 3 points taken.",), (5, 6)
    )


def _leg(iso: str, home: str, away: str, score: str, note: str = "") -> ResultRow:
    return row(iso, home, away, score, note, competition="Coppa Italia")


def _tie(home: str, away: str, goals: tuple[str, str], verdict: str, *matches: ResultRow) -> TieView:
    won = int(goals[0]) > int(goals[1])
    return TieView(TieSide(mark(home), goals[0], won), TieSide(mark(away), goals[1], not won), verdict, matches)


SEMI_FINAL = _tie(
    "Napoli", "Atalanta", ("1", "3"), "Atalanta on aggregate",
    _leg("2021-02-03", "Napoli", "Atalanta", "0–0"), _leg("2021-02-10", "Atalanta", "Napoli", "3–1"),
)  # fmt: skip
OTHER_SEMI_FINAL = _tie(
    "Inter", "Juventus", ("1", "2"), "Juventus on aggregate",
    _leg("2021-02-02", "Inter", "Juventus", "1–2"), _leg("2021-02-09", "Juventus", "Inter", "0–0"),
)  # fmt: skip
QUARTER_FINALS = (
    _tie("Napoli", "Spezia", ("4", "2"), "", _leg("2021-01-28", "Napoli", "Spezia", "4–2")),
    _tie("Atalanta", "Lazio", ("3", "2"), "", _leg("2021-01-27", "Atalanta", "Lazio", "3–2")),
    _tie("Inter", "Milan", ("2", "1"), "", _leg("2021-01-26", "Inter", "Milan", "2–1")),
    _tie("Juventus", "SPAL", ("4", "0"), "", _leg("2021-01-27", "Juventus", "SPAL", "4–0")),
)
CUP_FINAL = _tie("Atalanta", "Juventus", ("1", "2"), "", _leg("2021-05-19", "Atalanta", "Juventus", "1–2"))
OPEN_TIE = TieView(TieSide(mark("Inter"), "", won=False), TieSide(mark("Napoli"), "", won=False), "", ())
BRACKET = BracketView(
    rounds=(
        BracketRoundView("Quarter-finals", QUARTER_FINALS),
        BracketRoundView("Semi-finals", (SEMI_FINAL, OTHER_SEMI_FINAL)),
        BracketRoundView("Final", (CUP_FINAL,)),
    ),
    third_place=OPEN_TIE,
    winner=mark("Juventus"),
)


def _group(letter: str, *names: str) -> StageView:
    lines = tuple(
        TableLine(str(n), mark(name), 3, 4 - n, 0, n, 5, 3, "+2", 9 - n, zone=int(n < 3)) for n, name in enumerate(names, 1)
    )
    table_ = TableView(f"Group {letter}", lines, ("Round of 16",), ())
    return StageView(f"Group {letter}", f"group-{letter.lower()}", "group", table_, None)


def _cross() -> tuple[CrossLine, ...]:
    played = CrossCell("3–1", "matches/2021/2021-02-10-atalanta-napoli.html")
    return (
        CrossLine(mark("Atalanta"), (None, (played, CrossCell("0–0", "")), ())),
        CrossLine(mark("Juventus"), ((CrossCell("1–1", ""),), None, (played,))),
        CrossLine(mark("Napoli"), ((played,), (CrossCell("1–0", ""),), None)),
    )


POSITIONS = (
    PositionLine(mark("Juventus"), (1, 1, 2, 3, 3)),
    PositionLine(mark("Atalanta"), (3, 2, 1, 1, 2)),
    PositionLine(mark("Napoli"), (2, None, 3, 2, 1)),
)


def league_stage() -> StageView:
    small = table().lines[:3]
    home = TableView("At home", small, (), ())
    away = TableView("Away from home", small, (), ())
    return StageView(
        "Table", "table", "league", table(), None, home, away, _cross(), tuple(range(1, 6)), POSITIONS, home,
    )  # fmt: skip


def cup_stages() -> tuple[StageView, ...]:
    return (
        _group("A", "Atalanta", "Napoli", "Borussia Mönchengladbach", "Lazio"),
        _group("B", "Inter", "Juventus", "Roma", "Milan"),
        StageView("Knockout", "knockout", "knockout", None, BRACKET),
    )


SCORED = CountList(
    "Scorers", "Goals",
    (Count(person("Luis Muriel"), 22, "3 penalties"), Count(person("Duván Zapata"), 15)),
    "In the 380 matches held here.",
)  # fmt: skip
RECORDS = (
    Record("Biggest win", "Atalanta 7–1 Udinese", (row("2020-06-28", "Atalanta", "Udinese", "7–1", stage="Matchday 28"),)),
    Record("Longest unbeaten run", "Milan, 15 matches", ()),
)
FORM = FormStrip(
    team("Atalanta"),
    (
        FormMark("W", "won 3–0 at home to Parma", "matches/2021/2021-01-06-atalanta-parma.html"),
        FormMark("D", "drew 1–1 away to Udinese", "matches/2021/2021-01-20-udinese-atalanta.html"),
        FormMark("L", "lost 3–1 at home to Lazio", ""),
    ),
)
BALANCE = Balance(team("Atalanta"), team("Napoli"), 9, 5, 12, "40–47", "In the 26 meetings held here.")


def _step(minute: str, who: str, score: str, ahead: str, told: str) -> TieStep:
    home, away = map(int, score.split("–"))
    return TieStep(2, minute, int(minute), person(who), score, home - away, ahead, told)


TIE_COURSE = TieCourse(
    "Napoli",
    "Atalanta",
    (90, 90),
    (
        _step("10", "Duván Zapata", "0–1", "away", "Atalanta going through"),
        _step("16", "Matteo Pessina", "0–2", "away", "Atalanta going through"),
        _step("53", "Hirving Lozano", "1–2", "away", "Atalanta going through"),
        _step("78", "Matteo Pessina", "1–3", "away", "Atalanta going through"),
    ),
)


def standing() -> Standing:
    """All that can stand around a match of a league."""
    story = Storyline(
        "Atalanta have not lost at home to Napoli in three matches.",
        (row("2020-07-02", "Atalanta", "Napoli", "2–0"), _leg("2021-02-10", "Atalanta", "Napoli", "3–1")),
    )
    return Standing(
        "Serie A", short_table(), table("Atalanta", "Napoli"), "Seventh against fifth at kick-off.", (FORM,), BALANCE, SCORED,
        SEMI_FINAL, (story, Storyline("The holders are out.", ())), short_table(), SCORED, TIE_COURSE,
    )  # fmt: skip


def head_to_head() -> HeadToHeadView:
    groups = (ResultGroup("Coppa Italia", "coppa-italia", SEMI_FINAL.matches),)
    path = meta("head_to_head", "Atalanta v Napoli", "head-to-head/atalanta-napoli.html", Link("Home", "index.html"))
    by = (Fact("Serie A", "8–4–11", "competitions/serie-a.html"), Fact("Coppa Italia", "1–1–1"))
    coming = (row("2030-05-20", "Napoli", "Atalanta", time="15:00"),)
    return HeadToHeadView(path, mark("Atalanta"), mark("Napoli"), BALANCE, by, RECORDS, groups, coming)


def no_head_to_head() -> HeadToHeadView:
    path = meta("head_to_head", "Inter v SPAL", "empty/head-to-head.html")
    return HeadToHeadView(
        path, _plain("Inter"), _plain("SPAL"), Balance(Link("Inter"), Link("SPAL"), 0, 0, 0, "0–0", ""), (), (), (), ()
    )


def _plain(name: str) -> TeamMark:
    return TeamMark(name, "", name[:3].upper())
