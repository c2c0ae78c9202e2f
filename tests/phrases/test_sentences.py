"""Prose cut into sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.phrases import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("St. Pauli met J. Smith vs. F.C. Köln.", ["St. Pauli met J. Smith vs. F.C. Köln."]),
        ("The No. 10 scored. He did.", ["The No. 10 scored.", "He did."]),
        ("They said no. Then they lost.", ["They said no.", "Then they lost."]),
        ("It was 2.1 to 0.8 in expected goals.", ["It was 2.1 to 0.8 in expected goals."]),
        ("“We lost.” He left.", ["“We lost.”", "He left."]),
        ("A line\nthat goes on.\n\nA new one", ["A line\nthat goes on.", "A new one"]),
        ("# Title\nText.", ["# Title", "Text."]),
        ("10' A save.\n16' Goal! Pessina", ["10' A save.", "16' Goal!", "Pessina"]),
        ("Deep into it… he scored", ["Deep into it… he scored"]),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == sentences


def test_entries_and_paragraphs_are_blocks() -> None:
    found = split_sentences("10' A save. A corner.\n16' Goal!\n\nThe end.")
    assert [sentence.block for sentence in found] == [0, 0, 1, 2]


@given(st.text(alphabet="aB1. !?\n'#-", max_size=60))
def test_sentences_are_the_text_but_for_white_space(text: str) -> None:
    found = split_sentences(text)
    assert "".join(s.text for s in found).split() == "".join(text.split()).split() or "".join(
        "".join(s.text.split()) for s in found
    ) == "".join(text.split())
    assert all(text[s.start : s.end] == s.text for s in found)
