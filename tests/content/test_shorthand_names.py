"""Capitals in names, and that no text whatever breaks a shorthand's parser."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patience import seconds
from site_builder.content import shorthand
from site_builder.content.shorthand import ShorthandError, title_cased
from site_builder.football.model import Score, Side

PARSERS: tuple[Callable[[str], object], ...] = (
    shorthand.parse_score,
    shorthand.parse_plain_score,
    shorthand.parse_minute,
    shorthand.parse_stat,
    shorthand.parse_kicks,
    lambda text: shorthand.parse_goals(text, Side.HOME),
    lambda text: shorthand.parse_goals_both(text, Score(2, 0)),
    lambda text: shorthand.parse_cards(text, Side.HOME),
    lambda text: shorthand.parse_line_up(text, Side.HOME),
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Enner VALENCIA", "Enner Valencia"),
        ("Virgil VAN DIJK", "Virgil van Dijk"),
        ("Matthijs DE LIGT", "Matthijs de Ligt"),
        ("DE LIGT", "De Ligt"),
        ("Weston McKENNIE", "Weston McKennie"),
        ("SCOTT MCTOMINAY", "Scott McTominay"),
        ("Kellyn PERRY-ACOSTA", "Kellyn Perry-Acosta"),
        ("John O'SHEA", "John O'Shea"),
        ("PEDRO MIGUEL", "Pedro Miguel"),
        ("VINICIUS JR", "Vinicius Jr"),
        ("KIM Seunggyu", "Kim Seunggyu"),
        ("İlkay GÜNDOĞAN", "İlkay Gündoğan"),
        ("Pascal GROß", "Pascal Groß"),
        ("JJ Okocha", "JJ Okocha"),
        ("John E SMITH", "John E Smith"),
        ("Georges MIKAUTADZE III", "Georges Mikautadze III"),
        ("Abdulrahman AL JASSIM", "Abdulrahman al Jassim"),
    ],
)
def test_surnames_in_capitals_are_set_in_title_case(written: str, shown: str) -> None:
    assert title_cased(written) == shown


@pytest.mark.parametrize(
    "name", ["Kai Havertz", "DeAndre Yedlin", "Scott McTominay", "A. Nagy", "Zs. Nagy", "Luuk de Jong", "李明", ""]
)
def test_a_name_without_a_word_in_capitals_is_left_alone(name: str) -> None:
    assert title_cased(name) == name


@given(st.text())
def test_title_case_settles_at_once(name: str) -> None:
    once = title_cased(name)
    assert title_cased(once) == once


PIECES = st.sampled_from(
    [*"0123456789-–:+'’.,;()[]?%/ \n", "aet", "pens", "og", "Name", "X", "Y", "Y/R", "assist:", "(pen)", "- "]
)


def complaint(parse: Callable[[str], object], text: str) -> ShorthandError | None:
    try:
        parse(text)
    except ShorthandError as error:
        return error
    return None


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60))
@settings(max_examples=400)
def test_random_text_raises_nothing_but_the_error_for_authors(text: str) -> None:
    for parse in PARSERS:
        if error := complaint(parse, text):
            assert error.message
            assert not error.message.endswith(".")
            assert 0 <= error.offset <= error.offset + error.length <= len(text)


HOSTILE = ["(", "[", ")", "A (", "A 1' ", "1-0 A ", "A, ", "A - ", "9", " ", "'", "A [Y] ", "+", "A(pen)", "((a)", "1-1 ,"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_hostile_text_is_read_in_linear_time(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    for parse in PARSERS:
        start = time.process_time()
        error = complaint(parse, text)
        assert time.process_time() - start < seconds(2)
        assert error is None or len(error.message) < 500
