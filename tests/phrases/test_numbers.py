"""Numbers in words."""

from __future__ import annotations

import re

import pytest

from site_builder.phrases import CARDINAL, ORDINAL, number_of, ordinal_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("72", 72),
        ("a", 1),
        ("nineteen", 19),
        ("Ninety", 90),
        ("twenty-one", 21),
        ("twenty one", 21),
        ("a hundred", 100),
        ("one hundred and twenty", 120),
        ("a hundred and five", 105),
        ("twenty-eleven", None),
        ("goal", None),
        ("1907", None),
        ("", None),
    ],
)
def test_cardinals(text: str, value: int | None) -> None:
    assert number_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("53rd", 53), ("1st", 1), ("first", 1), ("twelfth", 12), ("ninetieth", 90), ("seventy-eighth", 78), ("last", None)],
)
def test_ordinals(text: str, value: int | None) -> None:
    assert ordinal_of(text) == value


def test_the_patterns_take_the_whole_number() -> None:
    assert re.findall(CARDINAL, "sixteen of seventy-two, a hundred and five, sixfold", re.IGNORECASE) == [
        "sixteen",
        "seventy-two",
        "a hundred and five",
    ]
    assert re.findall(ORDINAL, "the 16th, the seventy-eighth, the firstborn", re.IGNORECASE) == ["16th", "seventy-eighth"]
