"""A line does not end within a score, and what is copied is what was said."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from builders import TestSite, report
from site_builder.rendering.line_breaks import unbroken

SPAN = '<span class="unbroken">{}</span>'


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Won 2–1.", ["2–1"]),
        ("the 2020–21 Serie A: 5–3–4", ["2020–21", "5–3–4"]),
        ("Lazio – Roma, 4-2", ["4-2"]),
        ("in a 3-4-1-2", ["3-4-1-2"]),
        ("-2, 978-0-306-40615-7 and 020-7946-0018", ["020-7946-0018"]),
        ("Nothing", []),
    ],
)
def test_figures_with_dashes_keep_together(said: str, kept: list[str]) -> None:
    expected = said
    for figures in kept:
        expected = expected.replace(figures, SPAN.format(figures))
    assert unbroken(said) == expected


def test_what_is_escaped_stays_so_and_markup_stays_markup() -> None:
    assert unbroken("<b>3–1</b>") == f"&lt;b&gt;{SPAN.format('3–1')}&lt;/b&gt;"
    assert unbroken(Markup("<b>3–1</b>")) == f"<b>{SPAN.format('3–1')}</b>"


@given(st.text(alphabet="01–-<>&\"' a"))
def test_nothing_is_added_to_the_text(text: str) -> None:
    marked = str(escape(unbroken(text))).replace('<span class="unbroken">', "").replace("</span>", "")
    assert unescape(marked) == text


def test_scores_in_summaries_notes_and_prose_are_not_parted(site: TestSite) -> None:
    site.write({"content/matches/one.md": report(half_time="2-1", title="Through", text="A 3–1 that felt like 6–1.")}).build()
    assert f"felt like {SPAN.format('6–1')}." in site.page("index.html")
    page = site.page("matches/2021/2021-02-10-atalanta-napoli.html")
    assert f"Half-time {SPAN.format('2–1')}" in page
    assert f"A {SPAN.format('3–1')} that felt like {SPAN.format('6–1')}." in page


def test_figures_in_the_tags_of_a_text_stay_as_they_are(site: TestSite) -> None:
    text = 'The <abbr title="of 2020-21 > 2019-20">last</abbr> ended 0-2, with [Napoli](https://example.org/2020-21.html).'
    site.write({"content/matches/one.md": report(text=text)}).build()
    page = site.page("matches/2021/2021-02-10-atalanta-napoli.html")
    assert "https://example.org/2020-21.html" in page
    assert re.search(r'title="of 2020-21 (>|&gt;) 2019-20"', page)
    assert f"ended {SPAN.format('0-2')}," in page
