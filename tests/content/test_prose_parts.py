"""That headings taken as a whole, and texts without tags, are cut as those are that are walked through tag by tag."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content import prose_parts
from site_builder.content.markdown_direct import WikiLink
from site_builder.content.model import ProsePart
from site_builder.content.prose import excerpt_of
from site_builder.content.prose_parts import cut, heading_ids, text_of
from site_builder.content.safe_html import safe_html
from site_builder.content.source_lines import SourceLines

PIECES = (
    '<h1>¦<h2>¦</h1>¦</h2>¦<h2 lang="a>b">¦<h3 dir="<h2>">¦<hr>¦<p>¦</p>¦<p lang="x">¦<a href="wiki:0">¦<a href="wiki:1">¦</a>¦'
    '<a href="#a">¦<a href="#text-a">¦<a href="x.md">¦<a href="https://a.b" title="<h2>a</h2>">¦<img src="a.jpg" alt="a<b">¦'
    "<code>¦</code>¦<b>¦</b>¦<details>¦<summary>¦</summary>¦<abbr title='<a>'>¦a¦b ¦A ¦\n¦&amp;¦&¦<¦>¦\"¦'¦é¦[[A]]¦<li>¦<ul>¦"
    '<table>¦<td>¦<h2>a</h2>¦<h2>A</h2>¦<h3>a &amp; b</h3>¦<h2><em>a</em></h2>¦<sup id="fnref:1">1</sup>'
).split("¦")
LINKS = (WikiLink("A", "[[A]]"), WikiLink("B", "a"))
NEVER = re.compile(r"(?!)")
ANY_TAG = re.compile(r'<(?:[^">]|"[^"]*")*>')
PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p>", re.DOTALL)

markups = st.lists(st.sampled_from(PIECES), max_size=30).map("".join).map(safe_html)


def parts_of(markup: str) -> tuple[ProsePart, ...]:
    return cut(markup, LINKS, SourceLines("a [[A]]\na", 1))


@settings(max_examples=500, deadline=None)
@given(markups)
def test_headings_are_cut_as_tag_by_tag(markup: str) -> None:
    ids, parts = heading_ids(markup), parts_of(markup)
    tags = prose_parts.STOPS.pattern
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prose_parts, "PLAIN_HEADING", NEVER)
        patch.setattr(prose_parts, "STOPS", re.compile(tags.replace("<h", "(?!)<h", 1)))
        assert prose_parts.STOPS.pattern != tags
        assert (heading_ids(markup), parts_of(markup)) == (ids, parts)


def test_the_other_way_is_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prose_parts, "PLAIN_HEADING", re.compile("<(h)(2)>"))
    assert heading_ids("<h2>a</h2>") == ("text-2",)


@settings(max_examples=300, deadline=None)
@given(markups)
def test_the_text_is_what_stands_outside_of_tags(markup: str) -> None:
    assert text_of(markup) == html.unescape(ANY_TAG.sub("", markup))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(["<p>", "</p>", '<p lang="a">', "a", " ", "<b>b</b>", "\n", "<pre>c</pre>"]), max_size=12).map(
        "".join
    )
)
def test_the_excerpt_is_of_the_first_paragraph_with_words(markup: str) -> None:
    texts = (" ".join(text_of(found[1]).split()) for found in PARAGRAPH.finditer(markup))
    assert excerpt_of(markup) == next(filter(None, texts), "")


@given(st.text(alphabet="ab\n", max_size=40), st.lists(st.text(alphabet="ab\n", min_size=1, max_size=3), max_size=12))
def test_places_are_counted_from_the_last_in_either_direction(text: str, needles: list[str]) -> None:
    lines = SourceLines(text, 5)
    for needle in needles:
        spot = lines.of_text(needle)
        assert bool(spot.line) == (needle in text)
        if spot.line:
            rest = text.split("\n")[spot.line - 5][spot.column - 1 :]
            assert f"{rest}\n".startswith(needle.partition("\n")[0])
            assert spot.length == min(len(needle), len(rest))
