"""Storylines on match pages: sentences with names, and links to what proves them."""

from __future__ import annotations

import re

from builders import TestSite, report

SECTION = re.compile(r'<section class="section storylines">.*?</section>', re.DOTALL)
ITEM = re.compile(r"<li>([^<]*)(.*?)</li>", re.DOTALL)


def told(site: TestSite, path: str) -> dict[str, list[str]]:
    """What a page's record says, and the pages that it links to as proof."""
    found = SECTION.search(site.page(path))
    items = ITEM.findall(found[0]) if found else []
    return {text.strip(): re.findall(r'href="([^"]*)"', proof) for text, proof in items}


def legs(site: TestSite) -> TestSite:
    """A tie of two legs, the second of which was level on aggregate until an early goal."""
    goals = "{home: \"Duván Zapata 10' Matteo Pessina 16' 78'\", away: \"Hirving Lozano 53'\"}"
    return site.write(
        {
            "content/matches/one.md": report("Napoli", "Atalanta", "0-0", date="2021-02-03", round="Semi-finals", leg="1"),
            "content/matches/two.md": report(round="Semi-finals", leg="2", goals=goals),
        }
    )


SECOND_LEG = "matches/2021/2021-02-10-atalanta-napoli.html"


def test_a_fact_is_told_with_names_and_linked_to_what_proves_it(site: TestSite) -> None:
    legs(site).build()
    assert told(site, SECOND_LEG) == {
        "The tie was level on aggregate until Duván Zapata&#39;s goal in the 10th minute.": [
            "../../matches/2021/2021-02-03-napoli-atalanta.html"
        ]
    }


def test_a_match_with_nothing_to_tell_has_no_such_section(site: TestSite) -> None:
    legs(site).build()
    assert told(site, "matches/2021/2021-02-03-napoli-atalanta.html") == {}
    assert "What the record says" not in site.page("matches/2021/2021-02-03-napoli-atalanta.html")


def test_a_later_match_leaves_the_page_as_it_was(site: TestSite) -> None:
    legs(site).build()
    before = told(site, SECOND_LEG)
    site.write({"content/matches/three.md": report("Atalanta", "Napoli", "0-5", date="2021-05-01")}).build()
    assert told(site, SECOND_LEG) == before


def test_of_a_long_list_of_proofs_the_first_and_the_last_are_shown(site: TestSite) -> None:
    won = {f"content/matches/{day}.md": report("Atalanta", f"Team {day}", "2-1", date=f"2021-03-{day}") for day in range(10, 20)}
    site.write(won).build()
    assert told(site, "matches/2021/2021-03-19-atalanta-team-19.html") == {
        "Atalanta&#39;s tenth Coppa Italia win in a row, of the matches held here.": [
            "../../matches/2021/2021-03-10-atalanta-team-10.html",
            "../../matches/2021/2021-03-18-atalanta-team-18.html",
        ]
    }
