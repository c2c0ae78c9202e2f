"""Numbers, minutes and names as sentences need them."""

from __future__ import annotations

import pytest

from site_builder.football.model import Minute, Score, Side
from site_builder.football.storyline_words import (
    held_here,
    in_minute,
    listed,
    number,
    ordinal,
    possessive,
    sentence,
    times,
    told_by,
)


def test_numbers_are_words_up_to_ten() -> None:
    assert [number(one) for one in (0, 1, 10, 11, 1204)] == ["no", "one", "ten", "11", "1,204"]
    assert [ordinal(one) for one in (1, 10, 11, 12, 13, 21, 22, 23, 101, 111)] == (
        "first tenth 11th 12th 13th 21st 22nd 23rd 101st 111th".split()
    )
    assert [times(one) for one in (1, 2, 3, 12)] == ["once", "twice", "three times", "12 times"]
    assert held_here(3) == " (three matches held here)"


@pytest.mark.parametrize(
    ("minute", "text"),
    [
        (Minute(1), "in the first minute"),
        (Minute(10), "in the 10th minute"),
        (Minute(112), "in the 112th minute"),
        (Minute(45, 2), "in the second minute of stoppage time before half-time"),
        (Minute(90, 11), "in the 11th minute of stoppage time"),
        (Minute(120, 1), "in the first minute of stoppage time in extra time"),
    ],
)
def test_minutes(minute: Minute, text: str) -> None:
    assert in_minute(minute) == text


def test_names_and_scores() -> None:
    assert (possessive("Wolves"), possessive("Roma")) == ("Wolves'", "Roma's")
    assert [listed(["a", "b", "c"][:count]) for count in (0, 1, 2, 3)] == ["", "a", "a and b", "a, b and c"]
    assert (told_by(Side.AWAY, Score(0, 2)), told_by(Side.HOME, Score(0, 2))) == ("2–0", "0–2")
    assert sentence("de Ligt scored") == "De Ligt scored."
