"""A sample of every kind of page, as it could be on a site, and of the kinds with nothing to show."""

from __future__ import annotations

from msgspec.structs import replace

from rendering.sample_empty import empty
from rendering.sample_matches import semi_final, world_cup_final
from rendering.sample_parts import PHOTO, SITE, day, link, mark, meta, row, team, text
from rendering.sample_search import search
from rendering.sample_season import FORM, RECORDS, SCORED, cup_stages, head_to_head, league_stage, short_table
from rendering.sample_states import LONG_AWAY, LONG_HOME, STATES
from site_builder.pages.parts import Fact, Link, ResultGroup, ResultRow, Tally, Teaser, Version
from site_builder.pages.views import (
    Appearance,
    ArchiveView,
    ArticleView,
    CompetitionSeasonView,
    CompetitionView,
    HomeView,
    IndexEntry,
    IndexSection,
    IndexView,
    NotFoundView,
    PeriodLink,
    PersonView,
    PlainView,
    RedirectView,
    SeasonBody,
    SeasonLink,
    TeamSeasonView,
    TeamView,
    TeasersView,
    VenueView,
)
from site_builder.rendering.templates import View

HOME, TEAMS, COMPETITIONS = Link("Home", "index.html"), Link("Teams", "teams.html"), Link("Competitions", "competitions.html")
SEMI_FINAL = row(
    "2021-02-10",
    "Atalanta",
    "Napoli",
    "3–1",
    competition="Coppa Italia",
    stage="Semi-finals, Second leg",
    report=True,
    time="20:45",
)
FIRST_LEG = row("2021-02-03", "Napoli", "Atalanta", "0–0", competition="Coppa Italia", stage="Semi-finals, First leg")
OTHER_SEMI_FINAL = row("2021-02-09", "Juventus", "Inter", "0–0", competition="Coppa Italia", stage="Semi-finals, Second leg")
QUARTER_FINAL = row("2021-01-27", "Juventus", "SPAL", "4–0", competition="Coppa Italia", stage="Quarter-finals")
SHOOTOUT = row("2021-01-12", "Milan", "Torino", "0–0", "aet, 5–4 on penalties", competition="Coppa Italia", stage="Round of 16")
FINAL = row("2021-05-19", "Atalanta", "Juventus", time="21:00", competition="Coppa Italia", stage="Final")
LEAGUE = (
    row("2021-02-14", "Cagliari", "Atalanta", "0–1", stage="Matchday 22", time="15:00"),
    row("2021-02-13", "Napoli", "Juventus", "1–0", stage="Matchday 22", time="18:00"),
    row("2020-10-04", "Juventus", "Napoli", "", "postponed", status="postponed", stage="Matchday 3"),
    row("2020-09-19", "Hellas Verona", "Roma", "3–0", "awarded", status="awarded", stage="Matchday 1"),
    row("2021-02-06", LONG_HOME, LONG_AWAY, "10–10", "aet, 12–11 on penalties", competition="Relegation play-offs", report=True),
)


def group(heading: str, anchor: str, *rows: ResultRow) -> ResultGroup:
    return ResultGroup(heading, anchor, rows)


def outcome(of: ResultRow, letter: str) -> ResultRow:
    return replace(of, outcome=letter)


TEASERS = (
    Teaser(
        link("Coppa Italia", "competitions"), "Pessina double sends Atalanta to the final", SEMI_FINAL.href,
        "Two up inside sixteen minutes, Atalanta never let the holders back into a semi-final that Zapata ran.",
        day("2021-02-10"), (link("Ada Keeper", "authors"),), SEMI_FINAL,
    ),
    Teaser(
        link("Serie A", "competitions"), "Why nobody scores first against Gattuso’s Napoli any more", "articles/napoli.html",
        "A month of early goals conceded, and what the holders might do about it.", day("2021-02-11"),
        (link("Ada Keeper", "authors"),),
    ),
    Teaser(Link(""), "A letter about floodlights", "articles/floodlights.html", "", None),
    Teaser(link("Coppa Italia", "competitions"), "One touch, then the other corner", "articles/gollini.html",
           "Gollini’s evening in four saves.", day("2021-02-11"), (), SEMI_FINAL),
)  # fmt: skip
SEASONS = (
    SeasonLink(Link("2020–21", "teams/atalanta/2020-21.html"), "52 matches"),
    SeasonLink(Link("2019–20", "teams/atalanta/2019-20.html"), "1 match"),
)
BODY = SeasonBody(
    season="2020–21",
    rounds=(
        group("Semi-finals", "semi-finals", SEMI_FINAL, OTHER_SEMI_FINAL, FIRST_LEG),
        group("Quarter-finals", "quarter-finals", QUARTER_FINAL),
        group("Round of 16", "round-of-16", SHOOTOUT),
    ),
    fixtures=(group("Wednesday 19 May 2021", "wednesday-19-may-2021", FINAL),),
    teams=(team("Atalanta"), team("Inter"), team("Juventus"), team("Napoli")),
    matches=5,
    goals=1208,
    rules="Ranked by points, then by the matches between those level on points.",
    stages=cup_stages(),
    unplaced=(SHOOTOUT,),
    counts=(SCORED,),
    records=RECORDS,
)
FACTS = (
    Fact("Ground", "Gewiss Stadium", "venues/gewiss-stadium.html"), Fact("City", "Bergamo, Italy"), Fact("Founded", "1907"),
    Fact("Nickname", "La Dea"),
)  # fmt: skip
BY_DAY = (
    group("Sunday 14 February 2021", "sunday-14-february-2021", LEAGUE[0]),
    group("Saturday 13 February 2021", "saturday-13-february-2021", LEAGUE[1]),
    group("Wednesday 10 February 2021", "wednesday-10-february-2021", SEMI_FINAL, LEAGUE[4]),
)
PROSE = "<p>Bergamo’s club, in black and blue since 1908.</p>"


def home() -> HomeView:
    cups = (link("Coppa Italia", "competitions"), link("Serie A", "competitions"), link("World Cup", "competitions"))
    coming = (group("Wednesday 19 May 2021", "wednesday-19-may-2021", FINAL),)
    return HomeView(meta("home", "", "index.html"), TEASERS[0], TEASERS[1:], BY_DAY, coming, cups, (short_table(),))


def archives() -> tuple[ArchiveView, ...]:
    years = tuple(PeriodLink(Link(str(year), f"matches/{year}.html"), 1200 if year % 2 else 1) for year in range(2021, 1999, -1))
    months = tuple(
        PeriodLink(Link(f"{name} 2021", f"matches/2021/2021-{n:02}.html"), n) for n, name in enumerate(("January", "February"), 1)
    )
    matches, year = Link("Matches", "matches.html"), Link("2021", "matches/2021.html")
    return (
        ArchiveView(meta("archive", "All matches", "matches.html"), "All matches", 49520, years, ()),
        ArchiveView(
            meta("archive", "Matches of 2021", "matches/2021.html", HOME, matches),
            "Matches of 2021", 3, months, (), Link("2020", "matches/2020.html"),
        ),
        ArchiveView(
            meta("archive", "Matches of February 2021", "matches/2021/2021-02.html", HOME, matches, year),
            "Matches of February 2021", 4, (), BY_DAY,
            Link("January 2021", "matches/2021/2021-01.html"), Link("March 2021", "matches/2021/2021-03.html"),
        ),
    )  # fmt: skip


def indexes() -> tuple[IndexView, ...]:
    names = (
        "Argentina",
        "Atalanta",
        "Borussia Mönchengladbach",
        "France",
        "Juventus",
        "Napoli",
        "Wolverhampton Wanderers Association",
    )
    letters = sorted({name[0] for name in names})
    teams = tuple(
        IndexSection(
            letter, f"letter-{letter.lower()}", tuple(IndexEntry(team(n), "38 matches", mark(n)) for n in names if n[0] == letter)
        )
        for letter in letters
    )
    authors = (IndexSection("A", "letter-a", (IndexEntry(link("Ada Keeper", "authors"), "1 piece"),)),)
    return (
        IndexView(meta("index", "Teams", "teams.html", HOME), "Teams", len(names), teams),
        IndexView(meta("index", "Authors", "authors.html", HOME), "Authors", 1, authors),
    )


def team_page() -> TeamView:
    results = (
        group("Serie A", "serie-a", outcome(LEAGUE[0], "W"), outcome(LEAGUE[3], "L")),
        group("Coppa Italia", "coppa-italia", outcome(SEMI_FINAL, "W"), outcome(FIRST_LEG, "D")),
    )
    crest = mark("Atalanta")
    path = meta("team", "Atalanta", "teams/atalanta.html", HOME, TEAMS)
    return TeamView(
        path,
        crest,
        FACTS,
        text(PROSE),
        SEASONS,
        "2020–21",
        Tally(52, 30, 14, 8, 108, 61),
        (FINAL,),
        results,
        (SCORED,),
        TEASERS[:3],
        FORM,
        (short_table(),),
        RECORDS,
        (Link("Napoli", "head-to-head/atalanta-napoli.html"),),
    )


def team_season() -> TeamSeasonView:
    path = meta("team_season", "Atalanta 2020–21", "teams/atalanta/2020-21.html", HOME, TEAMS, team("Atalanta"))
    groups = (group("Coppa Italia", "coppa-italia", outcome(FIRST_LEG, "D"), outcome(SEMI_FINAL, "W")),)
    later = Link("2021–22", "teams/atalanta/2021-22.html")
    return TeamSeasonView(
        path, mark("Atalanta"), "2020–21", Tally(2, 1, 1, 0, 3, 1), groups, (SCORED,), SEASONS[1].link, later, (short_table(),)
    )


def competition() -> CompetitionView:
    path = meta("competition", "Coppa Italia", "competitions/coppa-italia.html", HOME, COMPETITIONS)
    seasons = (SeasonLink(Link("2020–21", "competitions/coppa-italia/2020-21.html"), "79 matches"),)
    return CompetitionView(
        path, "Coppa Italia", (Fact("Country", "Italy"),), text("<p>The cup.</p>"), seasons, BODY, TEASERS[1:2]
    )


def competition_season() -> CompetitionSeasonView:
    path = meta(
        "competition_season",
        "Serie A 2020–21",
        "competitions/serie-a/2020-21.html",
        HOME,
        COMPETITIONS,
        link("Serie A", "competitions"),
    )
    rounds = (group("Matchday 22", "matchday-22", *LEAGUE[:2]), group("Matchday 3", "matchday-3", LEAGUE[2]))
    body = replace(BODY, rounds=rounds, fixtures=(), stages=(league_stage(),), counts=())
    earlier, later = Link("2019–20", "competitions/serie-a/2019-20.html"), Link("2021–22", "competitions/serie-a/2021-22.html")
    return CompetitionSeasonView(path, link("Serie A", "competitions"), body, earlier, later)


def person_page() -> PersonView:
    facts = (Fact("Born", "1 April 1991"), Fact("Nationality", "Colombia"), Fact("Position", "forward"))
    appearances = (
        Appearance(LEAGUE[0], "started, off 86'"),
        Appearance(SEMI_FINAL, "started, 1 goal"),
        Appearance(FIRST_LEG, ""),
    )
    path = meta("person", "Duván Zapata", "people/duvan-zapata.html", HOME, Link("People", "people.html"))
    return PersonView(
        path, "Duván Zapata", ("player",), facts, text(PROSE, signed=False), (team("Atalanta"),), 15, 2, appearances, TEASERS[:2]
    )


def venue() -> VenueView:
    facts = (Fact("City", "Bergamo"), Fact("Capacity", "24,950"), Fact("Since 2024", "New Balance Arena"))
    path = meta("venue", "Gewiss Stadium", "venues/gewiss-stadium.html", HOME, Link("Venues", "venues.html"))
    return VenueView(path, "Gewiss Stadium", facts, text(PROSE, signed=False), BY_DAY, (FINAL,))


def article() -> ArticleView:
    path = meta("article", "Two centre-forwards", "articles/two-centre-forwards.html", HOME, Link("Articles", "articles.html"))
    body = text(
        "<p>Aldo Serena played there himself, and what he sees in Bergamo is simple.</p><h2 id='text-two'>Two who move</h2>"
        "<p>“They have two who move in the box,” he says of Gianluca Scamacca and Nikola Krstović. “Juventus have none.”</p>"
        "<blockquote><p>Juventus have none.</p></blockquote><p>It ended 3–0.</p>"
        "<table><thead><tr><th scope='col'>Goal</th><th scope='col'>Minute</th></tr></thead>"
        "<tbody><tr><td>Scamacca</td><td>27 pen</td></tr></tbody></table>",
        photos=(PHOTO,),
    )  # fmt: skip
    match = row("2026-02-05", "Atalanta", "Juventus", "3–0", competition="Coppa Italia", stage="Quarter-finals")
    other = "articles/due-centravanti.html"
    versions = (
        Version("en", "English", path.path, path.canonical),
        Version("it", "italiano", other, f"{SITE.base_url}/{other}"),
    )
    path = replace(path, versions=versions)
    return ArticleView(
        path, (link("Coppa Italia", "competitions"),), "Two centre-forwards, and a club that has none", body, match, TEASERS[:2]
    )


def full() -> tuple[View, ...]:
    """Every kind of page with everything that it can show."""
    author = meta("author", "Ada Keeper", "authors/ada-keeper.html", HOME)
    missing = meta("not_found", "Page not found", "404.html")
    about, moved = meta("plain", "About", "about.html", HOME), meta("redirect", "Moved", "old/about.html")
    return (
        home(), *archives(), *indexes(),
        TeasersView(author, "Ada Keeper", text(PROSE, signed=False), TEASERS),
        team_page(), team_season(), competition(), competition_season(), person_page(), venue(), article(),
        head_to_head(),
        HomeView(meta("home", "", "empty/reports.html"), None, (), BY_DAY, (), ()),
        PlainView(about, "About these pages", text("<p>Who writes here, and why.</p>")),
        RedirectView(moved, Link("About these pages", "about.html")),
        NotFoundView(missing, (Link("Matches", "matches.html"), Link("Teams", "teams.html"))),
        world_cup_final(), semi_final(), search(),
    )  # fmt: skip


PAGES: tuple[View, ...] = (*full(), *STATES, *empty())
