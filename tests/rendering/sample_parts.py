"""Builders of the parts of views, for the samples: what a link, a day or a line of results looks like."""

from __future__ import annotations

import re
from datetime import date

from anyascii import anyascii
from markupsafe import Markup

from site_builder.pages.parts import (
    Alternate,
    Day,
    Link,
    PageMeta,
    Picture,
    PictureSource,
    ResultRow,
    SharedImage,
    SiteMeta,
    SizedImage,
    TeamMark,
    Text,
)

SITE = SiteMeta(
    title="The Halfway Line",
    description="Match reports, results and tables, from the ground and from the record.",
    language="en",
    base_url="https://example.org/football",
    menu=(
        Link("Matches", "matches.html"),
        Link("Teams", "teams.html"),
        Link("Competitions", "competitions.html"),
        Link("Articles", "articles.html"),
        Link("About", "about.html"),
    ),
    feed="feed.xml",
)
COLOURS = {
    "Atalanta": ("#1d60ac", "#101820"),
    "Napoli": ("#12a0d7",),
    "Juventus": ("#000000", "#ffffff"),
    "Argentina": ("#75aadb", "#ffffff"),
    "France": ("#21304d", "#ed2939"),
}
CODES = {"Borussia Mönchengladbach": "BMG", "Wolverhampton Wanderers": "WOL"}


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")


def link(text: str, folder: str) -> Link:
    return Link(text, f"{folder}/{slug(text)}.html")


def person(name: str) -> Link:
    return link(name, "people")


def team(name: str) -> Link:
    return link(name, "teams")


def mark(name: str, crest: str = "") -> TeamMark:
    sides = (20, 24) if crest else (0, 0)
    return TeamMark(name, team(name).href, CODES.get(name, slug(name)[:3].upper()), COLOURS.get(name, ()), crest, *sides)


def day(iso: str) -> Day:
    when = date.fromisoformat(iso)
    return Day(f"{when:%A} {when.day} {when:%B %Y}", f"{when.day} {when:%b %Y}", iso)


def meta(kind: str, title: str, path: str, *crumbs: Link, description: str = "") -> PageMeta:
    root = "../" * path.count("/") if kind != "not_found" else "/football/"
    canonical = f"{SITE.base_url}/{path}"
    folder = "" if kind == "home" else path.removesuffix("html").replace(".", "/")
    alternates = (
        Alternate("feed", "application/atom+xml", f"{folder}feed.xml"),
        Alternate("calendar", "text/calendar", f"{folder}calendar.ics", f"webcal://example.org/football/{folder}calendar.ics"),
    )
    return PageMeta(
        kind=kind,
        title=title,
        description=description or f"{title}.",
        path=path,
        root=root,
        canonical=canonical,
        lang="en",
        breadcrumbs=crumbs,
        image=SharedImage(f"{canonical.removesuffix('.html')}/card.png", 1200, 630, "The score") if kind == "match" else None,
        alternates=alternates if kind in {"home", "team", "competition"} else (),
        json_ld='{"@context":"https://schema.org","@graph":[{"@type":"Thing","name":"</script><!--"}]}',
    )


def row(
    when: str,
    home: str,
    away: str,
    score: str = "",
    note: str = "",
    *,
    time: str = "",
    status: str = "",
    report: bool = False,
    outcome: str = "",
    competition: str = "Serie A",
    stage: str = "",
) -> ResultRow:
    goals = score.split("–")
    winner = "" if len(goals) < 2 or goals[0] == goals[1] else "home" if int(goals[0]) > int(goals[1]) else "away"
    return ResultRow(
        href=f"matches/{when[:4]}/{when}-{slug(home)}-{slug(away)}.html",
        day=day(when),
        time=time,
        home=team(home),
        away=team(away),
        score=score,
        note=note,
        status=status or ("played" if score else "scheduled"),
        has_report=report,
        winner=winner,
        outcome=outcome,
        competition=link(competition, "competitions"),
        stage=stage,
        is_preview=not score and status != "postponed",
    )


def text(html: str = "", *, photos: tuple[Picture, ...] = (), signed: bool = True) -> Text:
    """Written text; signed text has all that can stand around it."""
    if not signed:
        return Text(Markup(html), len(html.split()), photos=photos)
    return Text(
        html=Markup(html),
        words=len(html.split()),
        authors=(link("Ada Keeper", "authors"),),
        published=day("2021-02-11"),
        updated=day("2021-02-12"),
        tags=(link("Cup football", "tags"), link("Bergamo", "tags")),
        photos=photos,
        sources=(Link("Lega Serie A, match centre", "https://example.com/match-centre"), Link("Notes from the ground")),
        corrections=(),
    )


NO_TEXT = Text(Markup(""))
PHOTO = Picture(
    "media/stand.svg",
    "The stand under floodlights before kick-off",
    "The ground, an hour before kick-off.",
    "A. Keeper/Agency",
    480,
    270,
    (PictureSource("image/svg+xml", (SizedImage("media/stand.svg", 480), SizedImage("media/stand-large.svg", 960))),),
    (SizedImage("media/stand.svg", 480), SizedImage("media/stand-large.svg", 960)),
)
SECOND_PHOTO = Picture("media/stand.svg", "An empty bench", "", "A. Keeper/Agency", 480, 270)
_STAND = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270">
<path fill="#26323a" d="M0 0h480v270H0z"/><path fill="#3d6b3f" d="M0 190h480v80H0z"/>
<path fill="#9aa7ad" d="M60 190V70h8v120zM412 190V70h8v120z"/><path fill="#f4f1e4" d="M40 50h48v26H40zM392 50h48v26h-48z"/>
<path fill="#52616b" d="M0 150h480v40H0z"/></svg>
"""
_CREST = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 24">
<path fill="#b3121d" d="M2 2h16v12q0 6-8 8-8-2-8-8z"/></svg>
"""
FILES = {"media/stand.svg": _STAND.encode(), "media/stand-large.svg": _STAND.encode(), "media/crest.svg": _CREST.encode()}
"""What the samples link to beside pages."""
