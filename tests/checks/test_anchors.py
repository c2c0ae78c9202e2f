"""A link to a place within a text leads to a heading of it, or is a warning with the heading that is near."""

from __future__ import annotations

import re

from builders import TestSite, report

HISTORY = "---\ntitle: History\n---\n## The early years\n\nText.\n\n## Cup wins\n"


def told(site: TestSite) -> list[tuple[str, str, str]]:
    return [(str(p.place), p.message, p.fix) for p in site.problems() if p.code == "broken-anchor"]


def test_a_link_to_a_heading_leads_to_its_id(site: TestSite) -> None:
    text = "[a](../pages/history.md#cup-wins) [b](/history.html#Cup%20wins) [c](/history.html#text-the-early-years)"
    site.write({"content/pages/history.md": HISTORY, "content/matches/a.md": report(text=text)}).build()
    page = site.page("matches/2021/2021-02-10-atalanta-napoli.html")
    led = re.findall(r'href="[./]*history\.html#([^"]*)"', page)
    assert led == ["text-cup-wins", "text-cup-wins", "text-the-early-years"]
    assert all(f'id="{name}"' in site.page("history.html") for name in led)
    assert told(site) == []


def test_a_place_that_no_text_has_is_told_with_the_near_one(site: TestSite) -> None:
    text = "## Goals\n\n[a](#goal)\n[b](../pages/history.md#cups)\n[c](/teams/napoli.html#goals)"
    site.write({"content/pages/history.md": HISTORY, "content/matches/a.md": report(text=text)})
    page = "matches/2021/2021-02-10-atalanta-napoli.html"
    assert told(site) == [
        ("content/matches/a.md:11:5", f"the text of {page} has no heading `#goal`", "Did you mean `#goals`?"),
        (
            "content/matches/a.md:12:5",
            "the text of history.html has no heading `#cups`",
            "Did you mean `#cup-wins`?",
        ),
        ("content/matches/a.md:13:5", "the text of teams/napoli.html has no heading `#goals`", "Its text has no headings."),
    ]


def test_places_of_lists_and_of_the_page_around_the_text_are_not_looked_for(site: TestSite) -> None:
    text = "[a](/teams.html#letter-a) [b](#report) [c](https://example.org/#x) [d](/matches.html#) [e](#top)"
    site.write({"content/matches/a.md": report(text=text)})
    assert told(site) == []


def test_a_heading_that_is_renamed_is_missed_by_the_links_of_other_texts(site: TestSite) -> None:
    site.write({"content/pages/history.md": HISTORY, "content/matches/a.md": report(text="[a](../pages/history.md#cup-wins)")})
    assert site.build().problems == ()
    site.write({"content/pages/history.md": HISTORY.replace("Cup wins", "Cups won")})
    (problem,) = site.build().problems
    assert (problem.code, str(problem.place), problem.is_error) == ("broken-anchor", "content/matches/a.md:9:5", False)
    site.write({"content/pages/history.md": HISTORY})
    assert site.build().problems == ()
    assert "history.html#text-cup-wins" in site.page("matches/2021/2021-02-10-atalanta-napoli.html")
