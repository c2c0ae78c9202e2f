"""Match pages in all their states.

Atalanta–Napoli is the Coppa Italia semi-final of 10 February 2021; the World
Cup final of 2022 is from openfootball's World Cup file (CC0); Verona–Roma of
2020-21 was awarded. What is invented (fixtures, long names) says so by its date.
"""

from __future__ import annotations

from msgspec.structs import replace

from rendering.sample_parts import NO_TEXT, PHOTO, SECOND_PHOTO, day, link, mark, meta, person, row, team, text
from rendering.sample_season import standing
from site_builder.pages.match_view import (
    Change,
    KickLine,
    MatchView,
    Moment,
    Neighbour,
    PlayerLine,
    ScoreLine,
    Scorer,
    SideLineUp,
    StatLine,
)
from site_builder.pages.parts import Fact, Link, Note, Teaser

REPORT = """<p>Atalanta are in the final. <a href="../../teams/napoli.html">Napoli</a>, the holders, were two down before they had
found their feet, and the goal they took back after the interval only made the last half-hour louder, not closer.</p>
<p>Duván Zapata had the first after ten minutes, from distance and without much backlift. Six minutes later he laid the ball
into the path of Matteo Pessina, who did the rest.</p>
<h2 id="text-a-save-that-counted">A save that counted</h2>
<p>There was a spell, short and real, when it might have turned. Hirving Lozano’s goal came on 53 minutes, and soon after it
Pierluigi Gollini went down to his left to keep out Victor Osimhen.</p>
<blockquote><p>We had one half-hour in which we played, and they had the other sixty minutes.</p></blockquote>
<p>Pessina’s second, on 78 minutes and again from Zapata, was the kind of goal that ends arguments.</p>
<ul><li>Final: Atalanta against Juventus, 19 May</li><li>Before that: Cagliari away in the league</li></ul>
<pre><code>a line


two lines further down</code></pre>
"""


def moment(kind: str, side: str, minute: str, player: str, other: str = "", score: str = "") -> Moment:
    at = int(minute.split("+", maxsplit=1)[0]) if minute else None
    return Moment(kind, side, minute, at, person(player), person(other) if other else None, score)


def match(
    home: str, away: str, iso: str, score: str = "", status: str = "", notes: tuple[str, ...] = (), time: str = ""
) -> MatchView:
    """A match of which nothing is known but the result."""
    line = ScoreLine(mark(home), mark(away), score, status or ("played" if score else "scheduled"), notes, (), (), (), ())
    path = row(iso, home, away).href
    competition, season = link("Serie A", "competitions"), Link("2020–21", "competitions/serie-a/2020-21.html")
    return MatchView(
        meta=meta("match", f"{home} {score or 'v'} {away}", path, Link("Home", "index.html"), competition, season),
        headline="",
        kicker=(competition, season, Link("Matchday 1", season.href)),
        day=day(iso),
        time=time,
        line=line,
        facts=(),
        moments=(),
        report=NO_TEXT,
        preview=None,
        home_line_up=None,
        away_line_up=None,
        shootout=(),
        stats=(),
        other_legs=(),
        meetings=(),
        next_matches=(),
        related=(),
    )


def semi_final() -> MatchView:
    """A report with all that belongs to it, but line-ups."""
    plain = match(
        "Atalanta", "Napoli", "2021-02-10", "3–1", time="20:45", notes=("Half-time 2–0", "Atalanta won 3–1 on aggregate")
    )
    cup, season = link("Coppa Italia", "competitions"), Link("2020–21", "competitions/coppa-italia/2020-21.html")
    first_leg = row("2021-02-03", "Napoli", "Atalanta", "0–0", competition="Coppa Italia", stage="Semi-finals, First leg")
    zapata, pessina, lozano = "Duván Zapata", "Matteo Pessina", "Hirving Lozano"
    corrections = (Note(day("2021-02-12"), "An earlier version had Pessina’s second goal on 77 minutes."),)
    return replace(
        plain,
        meta=replace(
            plain.meta, title="Pessina double sends Atalanta to the final", breadcrumbs=(Link("Home", "index.html"), cup, season)
        ),
        headline="Pessina double sends Atalanta to the final",
        kicker=(cup, season, Link("Semi-finals", season.href), Link("Second leg", season.href)),
        line=replace(
            plain.line,
            home_scorers=(Scorer(person(zapata), ("10'",)), Scorer(person(pessina), ("16'", "78'"))),
            away_scorers=(Scorer(person(lozano), ("53'",)),),
            winner="home",
        ),
        facts=(
            Fact("Venue", "Gewiss Stadium", "venues/gewiss-stadium.html"),
            Fact("Attendance", "behind closed doors"),
            Fact("Referee", "Federico La Penna", "people/federico-la-penna.html"),
        ),
        moments=(
            moment("goal", "home", "10", zapata, score="1–0"),
            moment("goal", "home", "16", pessina, zapata, "2–0"),
            moment("goal", "away", "53", lozano, score="2–1"),
            moment("goal", "home", "78", pessina, zapata, "3–1"),
        ),
        report=replace(text(REPORT, photos=(PHOTO, SECOND_PHOTO)), corrections=corrections),
        preview=replace(text("<p>A goalless first leg leaves everything open.</p>"), lang="it", photos=()),
        stats=(StatLine("Attempts", "19", "", None, None), StatLine("On target", "7", "", None, None)),
        other_legs=(first_leg,),
        meetings=(first_leg, row("2020-10-17", "Napoli", "Atalanta", "4–1", stage="Matchday 4")),
        next_matches=(
            Neighbour(team("Atalanta"), row("2021-02-14", "Cagliari", "Atalanta", "0–1", stage="Matchday 22")),
            Neighbour(team("Napoli"), row("2021-02-13", "Napoli", "Juventus", "1–0", stage="Matchday 22")),
        ),
        standing=standing(),
        related=(
            Teaser(
                cup, "What Juventus are for, and what they are not", "articles/juventus.html", "A look ahead.", day("2021-02-12")
            ),
        ),
    )


ARGENTINA = (
    ("Emiliano Martínez",),
    ("Nicolás Tagliafico", "Cristian Romero", "Nicolás Otamendi", "Nahuel Molina"),
    ("Rodrigo De Paul", "Alexis Mac Allister", "Enzo Fernández"),
    ("Julián Álvarez", "Lionel Messi", "Ángel Di María"),
)
FRANCE = (
    ("Hugo Lloris",),
    ("Raphaël Varane", "Jules Koundé", "Dayot Upamecano", "Theo Hernández"),
    ("Antoine Griezmann", "Aurélien Tchouaméni", "Adrien Rabiot"),
    ("Olivier Giroud", "Kylian Mbappé", "Ousmane Dembélé"),
)
CHANGES = {
    "home": (
        ("64", "Ángel Di María", "Marcos Acuña"),
        ("91", "Nahuel Molina", "Gonzalo Montiel"),
        ("102", "Rodrigo De Paul", "Leandro Paredes"),
        ("102", "Julián Álvarez", "Lautaro Martínez"),
        ("116", "Alexis Mac Allister", "Germán Pezzella"),
        ("120+1", "Nicolás Tagliafico", "Paulo Dybala"),
    ),
    "away": (
        ("41", "Olivier Giroud", "Marcus Thuram"),
        ("41", "Ousmane Dembélé", "Randal Kolo Muani"),
        ("71", "Theo Hernández", "Eduardo Camavinga"),
        ("71", "Antoine Griezmann", "Kingsley Coman"),
        ("96", "Adrien Rabiot", "Youssouf Fofana"),
        ("113", "Raphaël Varane", "Ibrahima Konaté"),
        ("120+1", "Jules Koundé", "Axel Disasi"),
    ),
}
CAUTIONS = {
    "home": {
        "Enzo Fernández": "45+7",
        "Marcos Acuña": "90+8",
        "Leandro Paredes": "114",
        "Gonzalo Montiel": "116",
        "Emiliano Martínez": "125",
    },
    "away": {"Adrien Rabiot": "55", "Marcus Thuram": "87", "Olivier Giroud": "90+5"},
}
GOALS = (
    ("penalty", "home", "23", "Lionel Messi", "1–0"),
    ("goal", "home", "36", "Ángel Di María", "2–0"),
    ("penalty", "away", "80", "Kylian Mbappé", "2–1"),
    ("goal", "away", "81", "Kylian Mbappé", "2–2"),
    ("goal", "home", "108", "Lionel Messi", "3–2"),
    ("penalty", "away", "118", "Kylian Mbappé", "3–3"),
)
KICKS = (
    ("away", "Kylian Mbappé", "scored", "0–1"),
    ("home", "Lionel Messi", "scored", "1–1"),
    ("away", "Kingsley Coman", "saved", "1–1"),
    ("home", "Paulo Dybala", "scored", "2–1"),
    ("away", "Aurélien Tchouaméni", "missed", "2–1"),
    ("home", "Leandro Paredes", "scored", "3–1"),
    ("away", "Randal Kolo Muani", "scored", "3–2"),
    ("home", "Gonzalo Montiel", "scored", "4–2"),
)


def side(name: str, which: str, lines: tuple[tuple[str, ...], ...], captain: str, manager: str) -> SideLineUp:
    off = {left: minute for minute, left, _ in CHANGES[which]}

    def player(full: str) -> PlayerLine:
        goals = sum(goal[3] == full for goal in GOALS)
        cards = ("yellow",) if full in CAUTIONS[which] else ()
        surname = full.split(" ", 1)[1]
        return PlayerLine(person(full), surname, full == captain, goals, 0, cards, "", off.get(full, ""), full in off)

    return SideLineUp(
        team=mark(name),
        formation="-".join(str(len(line)) for line in lines[1:]),
        lines=tuple(tuple(player(full) for full in line) for line in lines),
        changes=tuple(Change(minute, person(left), player(came)) for minute, left, came in CHANGES[which]),
        bench=(person("Gerónimo Rulli"), person("Franco Armani")) if which == "home" else (person("Alphonse Areola"),),
        manager=person(manager),
    )


def _final_moments() -> tuple[Moment, ...]:
    found = [moment(kind, which, minute, player, score=score) for kind, which, minute, player, score in GOALS]
    for which in ("home", "away"):
        found += [moment("yellow", which, minute, player) for player, minute in CAUTIONS[which].items()]
        found += [moment("substitution", which, minute, left, came) for minute, left, came in CHANGES[which]]
    return tuple(sorted(found, key=lambda m: [int(part) for part in m.minute.split("+")]))


def world_cup_final() -> MatchView:
    """Everything that a source can tell of a match, and no report."""
    notes = ("After extra time (2–2 after 90 minutes)", "Argentina won 4–2 on penalties")
    plain = match("Argentina", "France", "2022-12-18", "3–3", notes=notes, time="18:00")
    cup, season = link("World Cup", "competitions"), Link("2022", "competitions/world-cup/2022.html")
    mbappe, messi = person("Kylian Mbappé"), person("Lionel Messi")
    return replace(
        plain,
        meta=replace(plain.meta, breadcrumbs=(Link("Home", "index.html"), cup, season)),
        kicker=(cup, season, Link("Final", season.href)),
        line=replace(
            plain.line,
            winner="home",
            home_scorers=(Scorer(messi, ("23' pen", "108'")), Scorer(person("Ángel Di María"), ("36'",))),
            away_scorers=(Scorer(mbappe, ("80' pen", "81'", "118' pen")),),
        ),
        facts=(
            Fact("Venue", "Lusail Stadium", "venues/lusail-stadium.html"),
            Fact("Ground", "neutral"),
            Fact("Attendance", "88,966"),
            Fact("Referee", "Szymon Marciniak", "people/szymon-marciniak.html"),
        ),
        moments=_final_moments(),
        home_line_up=side("Argentina", "home", ARGENTINA, "Lionel Messi", "Lionel Scaloni"),
        away_line_up=side("France", "away", FRANCE, "Hugo Lloris", "Didier Deschamps"),
        shootout=tuple(KickLine(which, person(name), how == "scored", how, score) for which, name, how, score in KICKS),
        stats=(
            StatLine("Shots", "21", "10", 67.7, 32.3),
            StatLine("Possession", "54", "46", 54.0, 46.0),
            StatLine("Corners", "6", "", None, None),
        ),
        meetings=(row("2018-06-30", "France", "Argentina", "4–3", competition="World Cup", stage="Round of 16"),),
    )
