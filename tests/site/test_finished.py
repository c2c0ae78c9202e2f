"""A text put together: its mentions and the author's links lead somewhere, or stay as they are."""

from __future__ import annotations

from site_builder.content.model import PartKind, ProsePart
from site_builder.content.prose import read_prose
from site_builder.site.finished import finish
from site_builder.site.mentions import Mention, mentions_in, names_by_first_token

NAMES = names_by_first_token([("Atalanta", "teams/atalanta"), ("Napoli", "teams/napoli")])
PAGES = {"Atalanta": "../teams/atalanta.html?a&b", "b.md": "../b.html", "c.png": '<img src="../c.png">'}


def picture(part: ProsePart) -> str | None:
    return PAGES.get(part.target)


def finished(text: str) -> str:
    prose, _ = read_prose(text, "a.md", 1)
    found = mentions_in(prose.parts, lambda words: map(NAMES.get, words), {}, ())
    return str(finish(prose.parts, found, lambda target: f"../{target}.html", PAGES.get, PAGES.get, picture))


def test_links_are_finished_with_the_pages_addresses() -> None:
    assert finished("Napoli, [[Atalanta|la Dea]], [b](b.md), ![c](c.png)") == (
        '<p><a href="../teams/napoli.html">Napoli</a>, <a href="../teams/atalanta.html?a&amp;b">la Dea</a>, '
        '<a href="../b.html">b</a>, <img src="../c.png"></p>'
    )


def test_a_link_that_leads_nowhere_is_its_text() -> None:
    assert finished("[[Nobody & Co|x < y]] [c](c.md)") == '<p>x &lt; y <a href="c.md">c</a></p>'


def test_a_mention_without_a_page_is_its_text() -> None:
    parts = [ProsePart(PartKind.TEXT, "<p>A &amp; B</p>")]
    assert finish(parts, [Mention(3, 12, "teams/a-b")], lambda _: None, str, str, lambda _: None) == "<p>A &amp; B</p>"
