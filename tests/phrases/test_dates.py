"""Dates and weekdays as prose gives them."""

from __future__ import annotations

from datetime import date

import pytest

from site_builder.phrases import day_of, find_dates

PUBLISHED = date(2021, 2, 11)  # a Thursday


@pytest.mark.parametrize(
    "text",
    [
        "on 10 February 2021",
        "on Wednesday 10 February 2021",
        "Wed, 10 Feb 2021",
        "February 10, 2021",
        "on the 10th of February 2021",
        "2021-02-10",
        "13.2.2021"[:0] + "10 Feb. 2021",
    ],
)
def test_full_dates(text: str) -> None:
    assert [phrase.day for phrase in find_dates(text)] == [date(2021, 2, 10)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last night", date(2021, 2, 10)),
        ("yesterday evening", date(2021, 2, 10)),
        ("tonight", date(2021, 2, 11)),
        ("on Saturday", date(2021, 2, 6)),
        ("Saturday's match", date(2021, 2, 6)),
        ("on Thursday night", date(2021, 2, 11)),
        ("next Saturday", None),
        ("this Sunday", None),
        ("on 30 January", date(2021, 1, 30)),
        ("on 28 December", date(2020, 12, 28)),
        ("on Wednesday 10 February", date(2021, 2, 10)),
        ("on Tuesday 10 February", None),
        ("on 30 February", None),
    ],
)
def test_a_day_by_the_day_of_publication(text: str, day: date | None) -> None:
    (phrase,) = find_dates(text)
    assert phrase.day is None
    assert day_of(phrase, PUBLISHED) == day


def test_the_weekday_is_kept_beside_the_date() -> None:
    (phrase,) = find_dates("on Tuesday 10 February 2021")
    assert (phrase.weekday, phrase.day) == (1, date(2021, 2, 10))


@pytest.mark.parametrize("text", ["10/11/2021", "may 3 players", "a 3-1 win", "in March", "Sunderland", "the Monday Club"[4:7]])
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == ()


def test_a_date_in_figures_where_the_day_comes_first_for_certain() -> None:
    assert [phrase.day for phrase in find_dates("13/02/2021 and 13.2.2021")] == [date(2021, 2, 13)] * 2
