"""What a match says beside its score, in English and in Italian."""

from __future__ import annotations

from datetime import time

import pytest
from msgspec.structs import replace

from football.playing import match_of
from site_builder.football.model import Score, Side, Status
from site_builder.language.catalogues import load_words
from site_builder.language.words import Words
from site_builder.pages.measures import measure_words
from site_builder.pages.person import position_words, role_words
from site_builder.pages.wording import clock, fixture_words, row_note, score_notes

ENGLISH, ITALIAN = Words(), load_words("it")[0]


@pytest.mark.parametrize(
    ("line", "english", "italian"),
    [
        ("a 3-1 b", "", ""),
        ("a 2-1 b aet", "aet", "d.t.s."),
        ("a 1-1 b aet, 4-2 pens", "aet, 4–2 on penalties", "d.t.s., 4–2 ai rigori"),
    ],
)
def test_a_line_of_results_has_a_note(line: str, english: str, italian: str) -> None:
    assert row_note(match_of(line), ENGLISH) == english
    assert row_note(match_of(line), ITALIAN) == italian


def test_a_status_goes_first() -> None:
    match = replace(match_of("a 1-0 b"), status=Status.ABANDONED)
    assert (row_note(match, ENGLISH), row_note(match, ITALIAN)) == ("abandoned", "sospesa")
    assert score_notes(replace(match, result=None), "A", "B", ITALIAN) == ("Sospesa",)


def test_the_sentences_under_a_score() -> None:
    match = match_of("a 1-1 b aet (0-0), 4-5 pens")
    assert score_notes(match, "A", "B", ENGLISH) == ("After extra time (0–0 after 90 minutes)", "B won 5–4 on penalties")
    assert score_notes(match, "A", "B", ITALIAN) == ("Dopo i tempi supplementari (0–0 al 90')", "Vince B, 5–4 ai rigori")


def test_a_match_awarded_without_a_score_says_to_whom() -> None:
    match = replace(match_of("a v b"), status=Status.AWARDED, winner=Side.AWAY)
    assert score_notes(match, "A", "B", ENGLISH) == ("Awarded to B",)
    assert score_notes(match, "A", "B", ITALIAN) == ("A tavolino a B",)


def test_an_awarded_match_says_what_was_played() -> None:
    match = replace(match_of("a 3-0 b"), status=Status.AWARDED, played=Score(0, 0))
    assert score_notes(match, "A", "B", ENGLISH) == ("Awarded 3–0; played 0–0",)
    assert score_notes(match, "A", "B", ITALIAN) == ("3–0 a tavolino; sul campo 0–0",)


def test_a_fixture_is_named_as_the_language_names_it() -> None:
    assert (fixture_words(ENGLISH, "A", "B", "3–1"), fixture_words(ENGLISH, "A", "B")) == ("A 3–1 B", "A v B")
    assert (fixture_words(ITALIAN, "A", "B", "3–1"), fixture_words(ITALIAN, "A", "B")) == ("A–B 3–1", "A–B")


def test_kick_off_times_are_the_same_everywhere() -> None:
    assert (clock(time(20, 45)), clock(None)) == ("20:45", "")


@pytest.mark.parametrize(
    ("written", "english", "italian"),
    [
        ("shots on target", "Shots on target", "Tiri in porta"),
        ("Shots_on_target", "Shots_on_target", "Tiri in porta"),
        ("xg", "xG", "xG"),
        ("nutmegs", "Nutmegs", "Nutmegs"),
    ],
)
def test_measures(written: str, english: str, italian: str) -> None:
    assert measure_words(written, ENGLISH) == english
    assert measure_words(written, ITALIAN) == italian


def test_roles_and_positions() -> None:
    assert (role_words("manager", ITALIAN), role_words("kit man", ITALIAN)) == ("allenatore", "kit man")
    assert (position_words("Goalkeeper", ITALIAN), position_words("Sweeper", ITALIAN)) == ("portiere", "Sweeper")
    assert position_words("Goalkeeper", ENGLISH) == "Goalkeeper"
