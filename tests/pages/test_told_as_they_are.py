"""What pages of matches say in a word: who won, what a text is, who was left on the bench, what is still to come."""

from __future__ import annotations

import pytest

from builders import TestSite, report
from pages.reading import Views, views_of
from site_builder.pages.line_ups import surname_of

GRANADA = "2023-12-10-granada-athletic-club"
LA_LIGA = {"date": "2023-12-10", "competition": "La Liga", "season": "2023-24"}


def granada(site: TestSite, **more: str) -> Views:
    """Granada v Athletic Club, which ended in its 17th minute."""
    return views_of(site.write({"content/matches/granada.md": report("Granada", "Athletic Club", "0-1", **LA_LIGA, **more)}))


def test_an_abandoned_match_has_no_winner_on_its_page_and_in_lists(site: TestSite) -> None:
    views = granada(site, status="abandoned")
    ((row,),) = (group.rows for group in views.home().results)
    assert (views.match(GRANADA).line.winner, row.score, row.winner) == ("", "0–1", "")


def test_a_match_that_was_played_has_one(site: TestSite) -> None:
    views = granada(site)
    ((row,),) = (group.rows for group in views.home().results)
    assert (views.match(GRANADA).line.winner, row.winner) == ("away", "away")


@pytest.mark.parametrize(
    ("score", "more", "said"),
    [
        (None, {"status": "postponed"}, "Report"),
        (None, {"status": "postponed", "type": "preview"}, "Preview"),
        (None, {"status": "scheduled"}, "Preview"),
        ("1-1", {"type": "preview"}, "Preview"),
        ("1-1", {}, "Report"),
    ],
)
def test_a_text_from_before_the_match_is_called_a_preview(
    site: TestSite, score: str | None, more: dict[str, str], said: str
) -> None:
    written = report("Granada", "Athletic Club", score, **LA_LIGA, text="Words.", **more)
    site.write({"content/matches/one.md": written}).build()
    page = site.page("competitions/la-liga/2023-24.html")
    assert f'#report">{said}</a>' in page


def test_who_came_on_was_not_left_on_the_bench(site: TestSite) -> None:
    forwards = "Dembélé (Kolo Muani 41'), Griezmann, Mbappé - Giroud"
    eleven = f"Lloris - Koundé, Varane, Upamecano, Hernández - Tchouaméni, Rabiot - {forwards}"
    named = {"lineups": f'{{away: "{eleven}"}}', "bench": '{away: "Mandanda, Kolo Muani"}'}
    facts = {"date": "2022-12-18", "competition": "World Cup", "season": '"2022"', **named}
    views = views_of(site.write({"content/matches/final.md": report("Argentina", "France", "3-3 aet, 4-2 pens", **facts)}))
    side = views.match("2022-12-18-argentina-france").away_line_up
    assert side is not None
    assert ([c.on.player.text for c in side.changes], [one.text for one in side.bench]) == (["Kolo Muani"], ["Mandanda"])


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Di Lorenzo", "Di Lorenzo"),
        ("Giovanni Di Lorenzo", "Di Lorenzo"),
        ("De Bruyne", "De Bruyne"),
        ("Virgil van Dijk", "van Dijk"),
        ("Van der Sar", "Van der Sar"),
        ("Lionel Messi", "Messi"),
        ("Messi", "Messi"),
    ],
)
def test_a_surname_keeps_the_particle_that_it_begins_with(name: str, short: str) -> None:
    assert surname_of(name) == short


@pytest.mark.parametrize(("score", "heading"), [("2-0", "What came next"), (None, "Next matches")])
def test_a_match_that_is_still_to_come_did_not_come_next(site: TestSite, score: str | None, heading: str) -> None:
    later = report("Athletic Club", "Atlético Madrid", score, **(LA_LIGA | {"date": "2023-12-16"}))
    first = report("Granada", "Athletic Club", "0-1", **LA_LIGA)
    site.write({"content/matches/two.md": later, "content/matches/one.md": first}).build()
    assert f"<h2>{heading}</h2>" in site.page(f"matches/2023/{GRANADA}.html")
