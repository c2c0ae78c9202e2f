from __future__ import annotations

import pytest

from site_builder.checks.prose.passages import is_off, passages


def texts(source: str) -> list[str]:
    return [passage.text for passage in passages(source, 0)]


def test_paragraphs_and_items_are_passages_in_plain_text() -> None:
    source = "Zapata **scored**\nin the _tenth_ [[Minute|minute]].\n\n## Not this\n\n- one\n- [two](two.md) `not this`\n"
    assert texts(source) == ["Zapata scored in the tenth minute.", "one", "two "]


@pytest.mark.parametrize(
    "source",
    [
        "> They won 9–0.",
        "```\n3–1\n```",
        "| 3 | 1 |",
        "![3–1](a.jpg)",
        "<!-- 3–1 -->",
        "## 3–1",
        "---",
        "[a]: http://example.org/3-1",
        "<div>3–1</div>",
    ],
)
def test_what_is_not_the_writers_prose_is_left_out(source: str) -> None:
    assert [text for text in texts(source) if text.strip()] == []


def test_quoted_words_cannot_be_read_and_keep_their_length() -> None:
    (text,) = texts("“We won 9–0,” he said after “it”.")
    assert text == "“qq qqq qqq,” he said after “qq”."


@pytest.mark.parametrize("word", ["tenth", "minute", "again", "Zapata"])
def test_every_word_leads_back_to_its_place_in_the_source(word: str) -> None:
    source = "---\na: b\n---\n\n**Zapata** scored\n   in the *tenth* [[Minute|minute]] [again](x.md).\n"
    (passage,) = passages(source, source.index("\n\n"))
    at = passage.source(passage.text.index(word))
    assert source[at : at + len(word)] == word


def test_lines_between_the_switches_are_excepted() -> None:
    source = "One.\n\n<!-- check: off -->\nTwo.\n\nThree.\n<!-- check: on -->\nFour.\n"
    assert texts(source) == ["One.", "Four."]


def test_a_switch_within_a_paragraph_excepts_that_paragraph() -> None:
    assert texts("One <!-- check: off -->\nmore.\n\nTwo.") == ["Two."]


def test_only_the_first_thing_of_a_text_excepts_its_title() -> None:
    assert is_off("\n<!-- check: off -->\nText.", 0)
    assert not is_off("Text.\n<!-- check: off -->", 0)


def test_line_ends_of_windows_are_no_difference() -> None:
    source = "One\r\ntwo.\r\n\r\nThree.\r\n"
    first, second = passages(source, 0)
    assert first.text.split() == ["One", "two."]
    assert source[second.source(0) :].startswith("Three")


@pytest.mark.parametrize(
    "piece", ["[", "[[", "![", "](", "<a ", "“", '"', "`", "<!-- ", "*", "Zapata ", "3–1 ", "in the 10th minute "]
)
def test_a_text_of_one_thing_over_and_over_costs_no_more_than_another(piece: str) -> None:
    # Half a million characters: what grows with the square would take minutes.
    assert len(list(passages(piece * (500_000 // len(piece)), 0))) <= 1
