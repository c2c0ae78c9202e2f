"""Formats other than HTML: what no text in them can do."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.rendering.finishing import LONGEST_LINE, calendar_text, finished, inert

LINES = st.lists(
    st.sampled_from(
        [
            "\n",
            "\n\n",
            "\n\n\n\n",
            " ",
            "\u00a0",
            "a–b",
            "<p>",
            "<pre>",
            "</pre>",
            "<pre\nid=x>",
            "<pré>",
            "<textarea>",
            "</textarea>",
        ]
    ),
    max_size=20,
).map("".join)
ANYTHING = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300)


@given(ANYTHING)
def test_a_folded_line_unfolds_to_what_it_was_and_no_character_is_cut(text: str) -> None:
    line = f"SUMMARY:{calendar_text(text)}"
    data = finished("feeds/calendar.ics", f"{line}\nEND:X\n")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= LONGEST_LINE
    assert all(piece.decode() for piece in lines[:-1])
    assert data.replace(b"\r\n ", b"").decode() == f"{line}\r\nEND:X\r\n"
    assert b"\n" not in data.replace(b"\r\n", b"")


@given(LINES)
def test_blank_lines_go_but_for_those_of_preformatted_text(text: str) -> None:
    parts = re.split(r"(<(pre|textarea)\b.*?</\2>)", text, flags=re.DOTALL)
    plainly = "".join(part if n % 3 == 1 else re.sub("\n\n+", "\n", part) for n, part in enumerate(parts) if n % 3 != 2)
    assert finished("pages/venue.html", text).decode() == plainly.strip() + "\n"


@given(st.text(st.sampled_from("<>&'\"\u2028\u2029a–") | st.characters(), max_size=40))
def test_nothing_in_inert_json_means_anything_in_html(text: str) -> None:
    written = inert(json.dumps({"headline": text}, ensure_ascii=False))
    assert not set(written) & set("<>&'\u2028\u2029")
    assert json.loads(written) == {"headline": text}


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029"])
def test_no_end_of_a_line_ends_a_property(end: str) -> None:
    assert calendar_text(f"Derby{end}ATTACH:x") == "Derby\\nATTACH:x"


def test_what_has_a_meaning_in_a_text_of_a_calendar_is_escaped() -> None:
    assert calendar_text("a\\n; b, c: \x00\x07\t\x7f") == "a\\\\n\\; b\\, c: \t"
    assert calendar_text(None) == "None"


@given(ANYTHING)
def test_no_character_spoils_an_xml_document(text: str) -> None:
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert ET.fromstring(finished("feeds/feed.xml", f"<a>{plain}</a>")).tag == "a"


@given(st.text(st.sampled_from("a–\n\r\t\x00\x0b\x1f\x7f\ud800\udfff\ufffd\ufffe\uffff") | st.characters(), max_size=60))
def test_what_no_xml_document_may_hold_is_left_out_and_nothing_else(text: str) -> None:
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", re.sub("\r\n?", "\n", text))
    assert finished("feeds/feed.xml", f"<a>{text}</a>").decode() == re.sub("\n\n+", "\n", f"<a>{kept}</a>\n")


def test_a_lone_surrogate_is_left_out_of_xml() -> None:
    assert finished("feeds/feed.xml", "<a>\ud800\x0b\ufffe</a>") == b"<a></a>\n"
