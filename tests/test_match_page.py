"""A match page shows everything that a report can say: each field of the model is on it, or on a list with a reason."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from msgspec.structs import fields

from builders import TestSite, report
from everything import EVERYTHING, PICTURE
from site_builder.content.model import Correction, Dispute, MatchFacts, MatchReport, Photo, Publication, Source, When
from site_builder.football.model import Card, GoalEvent, Happenings, Kick, LineUp, Result, Stage, Stat, Substitution

DOCS = (Path(__file__).parent.parent / "docs" / "pages.md").read_text(encoding="utf-8")
MODEL = (
    MatchReport, MatchFacts, When, Result, Stage, Happenings, GoalEvent, Card, LineUp, Substitution, Kick, Stat,
    Publication, Photo, Source, Correction, Dispute,
)  # fmt: skip
"""All that a report is made of."""

PARTS = {
    "MatchReport.facts", "MatchReport.publication", "MatchFacts.when", "MatchFacts.stage", "MatchFacts.result",
    "MatchFacts.happenings", "Publication.photos", "Publication.sources", "Publication.corrections", "Happenings.goals",
    "Publication.disputed", "Dispute.source",
    "Happenings.cards", "Happenings.line_ups", "Happenings.shootout", "Happenings.stats", "LineUp.cards", "LineUp.substitutions",
}  # fmt: skip
"""Fields whose values are of a type that is listed itself."""

NOT_SHOWN = {
    "MatchReport.path": "is where the file lies",
    "MatchFacts.type": "says whether the text stands as the report or as the preview",
    "MatchFacts.played_score": "is shown where a match was awarded: a test below",
    "MatchFacts.winner": "is shown where the score does not say it: a test below",
    "Happenings.attendance": "is shown where there were spectators: a test below",
    "GoalEvent.side": "is the side on which the goal stands",
    "Card.side": "is the side on which the card stands",
    "Kick.side": "is the side on which the kick stands",
    "When.offset": "is for calendars and programs; the page shows the local time",
    "Publication.slug": "is the address",
    "Publication.redirects": "are addresses that lead here",
    "Publication.draft": "a draft has no page",
    "Publication.autolink": "says how the text is linked",
    "Publication.image": "is for those who share the page",
    "Publication.extra": "is the author's own, for templates of their own",
}

SHOWN = {
    "MatchFacts.competition": "Coppa Italia",
    "MatchFacts.home": "Atalanta",
    "MatchFacts.away": "Napoli",
    "MatchFacts.season": "2020–21",
    "MatchFacts.status": "abandoned",
    "MatchFacts.neutral": "neutral",
    "MatchFacts.venue": "Gewiss Stadium",
    "When.date": "Wednesday 10 February 2021",
    "When.time": "20:45",
    "Stage.round": "Semi-finals",
    "Stage.matchday": "Matchday 22",
    "Stage.group": "Group B",
    "Stage.leg": "Second leg",
    "Result.score": "3–3",
    "Result.half_time": "Half-time 2–0",
    "Result.full_time": "2–2 after 90 minutes",
    "Result.extra_time": "After extra time",
    "Result.shootout": "4–2 on penalties",
    "GoalEvent.player": "Duván Zapata",
    "GoalEvent.minute": "10'",
    "GoalEvent.kind": "16' pen",
    "GoalEvent.assist": "Josip Iličić",
    "Card.player": "Kalidou Koulibaly",
    "Card.colour": "Second yellow card",
    "Card.minute": "88'",
    "Happenings.bench": "Marco Sportiello",
    "Happenings.managers": "Gian Piero Gasperini",
    "Happenings.formations": "3-4-1-2",
    "Happenings.referee": "Federico La Penna",
    "Happenings.assistants": "Ciro Carbone",
    "Happenings.closed_doors": "behind closed doors",
    "Happenings.weather": "rain, 8 degrees",
    "Happenings.player_of_the_match": "Player of the match",
    "Happenings.ratings": "rated 7.5",
    "LineUp.lines": "Pierluigi Gollini",
    "LineUp.captain": "captain",
    "Substitution.off": "off 69'",
    "Substitution.on": "Luis Muriel",
    "Substitution.minute": "69'",
    "Kick.player": "Dries Mertens",
    "Kick.scored": "scored",
    "Kick.score": "1–0",
    "Kick.note": "saved",
    "Stat.name": "Corner kicks",
    "Stat.home": "17",
    "Stat.away": "13",
    "Publication.title": "A night of everything",
    "Publication.description": "All of it in one match.",
    "Publication.author": "The editors",
    "Publication.tags": "cup nights",
    "Publication.lang": 'lang="it"',
    "Publication.updated": "Updated Friday 12 February 2021",
    "Photo.src": "ground-",
    "Photo.alt": "Floodlights over an empty stand",
    "Photo.caption": "An hour before kick-off",
    "Photo.credit": "The agency",
    "Source.text": "Notes from the ground",
    "Source.url": "https://example.org/notes",
    "Correction.date": "Saturday 13 February 2021",
    "Correction.text": "The fourth goal was given to another.",
    "Dispute.fact": "Player of the match: ",
    "Dispute.says": "Pierluigi Gollini according to",
    "MatchReport.prose": "Everything happened",
}


def named() -> list[str]:
    return [f"{kind.__name__}.{field.name}" for kind in MODEL for field in fields(kind)]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    site = TestSite(tmp_path_factory.mktemp("site"))
    said = {key: value for key, value in EVERYTHING.items() if key != "score"}
    told = report(score=EVERYTHING["score"], date="2021-02-10 20:45", text="Everything happened.", **said)
    site.write({"content/matches/one.md": told, "content/ground.png": PICTURE})
    site.build()
    return shown(site.page("matches/2021/2021-02-10-atalanta-napoli.html"))


def shown(html: str) -> str:
    """A page as text: its tags away but what they say of pictures, sources and language."""
    said = re.findall(r'(?:alt|src|href)="([^"]*)"|(lang="\w+")|<meta name="description" content="([^"]*)"', html)
    text = re.sub(r"<[^>]+>", " ", html)
    return re.sub(r"[\s\xa0]+", " ", unescape(" ".join([text, *("".join(found) for found in said)])))


def test_each_field_of_a_report_is_shown_or_has_a_reason() -> None:
    told = [*SHOWN, *NOT_SHOWN, *PARTS]
    assert sorted(told) == sorted(set(named()))
    assert all(NOT_SHOWN.values())


@pytest.mark.parametrize("field", SHOWN)
def test_a_match_page_shows(page: str, field: str) -> None:
    assert SHOWN[field] in page


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"score": "3-0", "status": "awarded", "played_score": "0-0"}, "played 0–0"),
        ({"score": "1-1 aet", "round": "Semi-finals", "winner": "away"}, "Napoli went through"),
        ({"attendance": "12345"}, "12,345"),
        ({"bench": "{home: [Marco Sportiello]}"}, "Bench Marco Sportiello"),
        ({"lineups": EVERYTHING["lineups"], "bench": "{home: [Luis Muriel, Marco Sportiello]}"}, "Not used Marco Sportiello"),
    ],
)
def test_what_a_match_of_another_course_shows(tmp_path: Path, more: dict[str, str], said: str) -> None:
    site = TestSite(tmp_path).write({"content/matches/one.md": report(**more)})
    site.build()
    assert said in shown(site.page("matches/2021/2021-02-10-atalanta-napoli.html"))


def test_the_docs_name_every_key() -> None:
    keys = {re.sub(r"^line_ups$", "lineups", key) for key in EVERYTHING}
    assert [key for key in sorted(keys) if f"`{key}`" not in DOCS] == []
