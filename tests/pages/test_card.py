"""Social cards: which matches get one, what stands on it, and that it is drawn once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from builders import TestSite, report
from photographs import opened, photo
from site_builder import production
from site_builder.image_preparation import NO_CARDS
from site_builder.images import drawing
from site_builder.rendering import time_limit
from site_builder.rendering.templates import Theme, render

ONE = "matches/2021/2021-02-10-atalanta-napoli"
SETTINGS = 'base_url = "https://example.org"\n[images]\ncards = "{}"\n'
ROWS = "date,home,away,score\n2020-10-17,Napoli,Atalanta,4-1\n"
RESULTS = {"content/results/2020-21/Serie A.csv": ROWS}


def with_cards(site: TestSite, which: str = "all", **files: str) -> TestSite:
    return site.write({"site.toml": SETTINGS.format(which), "content/matches/one.md": report(), **files})


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every drawing that was drawn, as SVG."""
    found: list[str] = []
    drawn = drawing.drawn

    def noted(svg: str, fonts: Sequence[Path]) -> bytes:
        found.append(svg)
        return drawn(svg, fonts)

    monkeypatch.setattr(drawing, "drawn", noted)
    return found


def texts(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.mark.parametrize(("which", "cards"), [("none", 0), ("reports", 1), ("all", 2)])
def test_the_setting_says_which_matches_get_a_card(site: TestSite, which: str, cards: int) -> None:
    with_cards(site, which).write(RESULTS).build()
    assert len([path for path in site.tree() if path.endswith("/card.png")]) == cards


def test_a_card_has_the_size_that_networks_ask_for_and_the_page_names_it(site: TestSite) -> None:
    with_cards(site).build()
    picture = opened(site.tree()[f"{ONE}/card.png"])
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert f"https://example.org/{ONE}/card.png" in site.page(f"{ONE}.html")


def test_the_picture_that_an_author_chose_goes_before_the_card(site: TestSite) -> None:
    with_cards(site).write({"content/matches/one.md": report(image="a.jpg"), "content/matches/a.jpg": photo(600, 400)}).build()
    page = site.page(f"{ONE}.html")
    assert "card.png" not in page
    assert re.search(r"https://example.org/matches/a-600-[0-9a-f]{8}\.jpg", page)


def test_without_a_base_address_no_page_names_a_picture(site: TestSite) -> None:
    with_cards(site).write({"site.toml": '[images]\ncards = "all"\n'}).build()
    assert "card.png" not in site.page(f"{ONE}.html")


def test_it_says_who_played_what_when_and_how_it_ended(site: TestSite, drawings: list[str]) -> None:
    played = report("Argentina", "France", "3-3 aet, 4-2 pens", half_time="2-0", full_time="2-2", round="Final", text="Won.")
    with_cards(site).write({"content/matches/one.md": played, "site.toml": 'title = "A & B"\n' + SETTINGS.format("all")}).build()
    (svg,) = drawings
    said = texts(svg)
    assert [
        said.index(text)
        for text in ("Coppa Italia · Final", "Argentina", "3", "France", "Wednesday 10 February 2021", "A &amp; B")
    ]
    assert "After extra time (2–2 after 90 minutes) · Argentina won 4–2 on penalties" in said
    assert not any("Half-time" in text for text in said)
    assert re.search(r'font-weight="700">Argentina<', svg)
    assert re.search(r'font-weight="400">France<', svg)


def test_a_fixture_has_its_time_and_no_goals(site: TestSite, drawings: list[str]) -> None:
    with_cards(site).write({"content/matches/one.md": report(score=None, date="2021-02-10 20:45")}).build()
    assert "Wednesday 10 February 2021, 20:45" in texts(drawings[0])
    assert not any(text.isdigit() for text in texts(drawings[0]))


def test_the_second_leg_tells_the_aggregate(site: TestSite, drawings: list[str]) -> None:
    first = report("Napoli", "Atalanta", "0-0", date="2021-02-03", round="Semi-finals", leg="1")
    second = report(round="Semi-finals", leg="2")
    with_cards(site).write({"content/matches/one.md": second, "content/matches/two.md": first}).build()
    assert any("3–1 on aggregate" in text for svg in drawings for text in texts(svg))


def test_names_cannot_leave_their_text(site: TestSite, drawings: list[str]) -> None:
    with_cards(site).write({"content/matches/one.md": report(home='"<script>&\\"x"', away="დინამო თბილისი")}).build()
    assert "<script>" not in drawings[0]
    assert "dinamo tbilisi" in texts(drawings[0])


def test_a_card_is_drawn_once_and_again_when_it_changes(site: TestSite, drawings: list[str]) -> None:
    with_cards(site).write(RESULTS).build()
    assert len(drawings) == 2
    assert site.build().written == 0
    site.write({"content/matches/one.md": report(text="A long evening.")}).build()
    assert len(drawings) == 2
    site.write({"content/matches/one.md": report(score="4-1")}).build()
    assert len(drawings) == 3
    site.build(verify=True)
    assert len(drawings) == 3


def test_a_check_draws_nothing(site: TestSite, drawings: list[str]) -> None:
    assert with_cards(site).problems() == ()
    assert drawings == []


def test_a_template_that_is_no_drawing_is_told(site: TestSite) -> None:
    with_cards(site, **{"templates/cards/match.svg": "<svg>{{ view.home.goals }}"})
    (problem,) = site.refused().problems
    assert (problem.code, problem.place.path) == ("bad-card", "templates/cards/match.svg")


def test_what_stands_in_the_way_of_a_card_is_told(site: TestSite) -> None:
    with_cards(site).write({f"content/{ONE}/card.png": "mine"})
    (problem,) = site.refused().problems
    assert (problem.code, problem.message) == ("same-path", f"{ONE}/card.png is also wanted by a social card")


def test_without_the_extra_there_are_no_cards_and_the_build_says_so(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.image_preparation.is_installed", lambda _package: False)
    built = with_cards(site).build()
    assert NO_CARDS in built.notes
    assert not [path for path in site.tree() if path.endswith(".png")]
    assert "card.png" not in site.page(f"{ONE}.html")


def test_a_setting_that_is_none_of_these_is_told(site: TestSite) -> None:
    with_cards(site, "some")
    (problem,) = site.refused().problems
    assert (problem.code, problem.place.line) == ("bad-setting", 3)
    assert '"none", "reports", "all"' in problem.message


def test_a_drawing_that_does_not_end_is_waited_for_once(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS_A_PAGE", 0.05)
    tried: list[str] = []

    def noted(theme: Theme, template: str, *more: Any) -> bytes:  # noqa: ANN401 - handed on
        tried.append(template)
        return render(theme, template, *more)

    monkeypatch.setattr(production, "render", noted)
    reports = {f"content/matches/{home}.md": report(home) for home in ("Lazio", "Genoa", "Roma")}
    endless = "<svg>{% for one in range(10 ** 12) %}{% endfor %}</svg>"
    problems = with_cards(site, **reports, **{"templates/cards/match.svg": endless}).refused(jobs=1).problems
    assert [problem.code for problem in problems] == ["template-loop"]
    assert tried.count("cards/match.svg") == 1
