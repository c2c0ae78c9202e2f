"""The year of a date that does not say it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.results_dates import Calendar, read_date, read_time
from site_builder.football.model import Season

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def resolved(season: str | None, *texts: str) -> list[str]:
    calendar = Calendar(Season.parse(season) if season else None)
    days = [found.day for text in texts if (found := read_date(text))]
    assert len(days) == len(texts)
    return [one.isoformat() if (one := calendar.resolved(day)) else "" for day in days]


@pytest.mark.parametrize(
    ("season", "texts", "days"),
    [
        ("2025-26", ["Sat Aug 23", "Sun Jan 4", "Sun May 24"], ["2025-08-23", "2026-01-04", "2026-05-24"]),
        ("2025-26", ["Aug 23", "Jan 4", "May 24", "Dec 20"], ["2025-08-23", "2026-01-04", "2026-05-24", "2025-12-20"]),
        ("2019-20", ["Sat Aug 24", "Sun Aug 2", "Sat Sep 21"], ["2019-08-24", "2020-08-02", "2019-09-21"]),
        (
            "2019-20",
            ["Aug 24", "Mar 8", "Jun 20", "Jul 26", "Aug 2"],
            ["2019-08-24", "2020-03-08", "2020-06-20", "2020-07-26", "2020-08-02"],
        ),
        ("2020", ["Fri Jun 11 2021", "Sat Jun 12", "Jul 11"], ["2021-06-11", "2021-06-12", "2021-07-11"]),
        (
            "2025",
            ["Sun Dec 21 2025", "Wed Dec 31", "Thu Jan 1", "Jan 18"],
            ["2025-12-21", "2025-12-31", "2026-01-01", "2026-01-18"],
        ),
        ("1999-00", ["Aug 14", "Feb 29"], ["1999-08-14", "2000-02-29"]),
        ("1968", ["5 June", "10.6."], ["1968-06-05", "1968-06-10"]),
        (None, ["Aug 30 2003", "Jan 2", "May 9"], ["2003-08-30", "2004-01-02", "2004-05-09"]),
        (None, ["Aug 30"], [""]),
        ("1958", ["28.09.58", "26/3/58"], ["1958-09-28", "1958-03-26"]),
    ],
)
def test_years_roll_over_with_the_season_as_guide(season: str | None, texts: list[str], days: list[str]) -> None:
    assert resolved(season, *texts) == days


@pytest.mark.parametrize("text", ["Feb 30", "31.4.", "13/13/20", "2021-02-29"])
def test_a_day_that_no_calendar_has_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="is no day of the calendar"):
        resolved("2020-21", text)


@pytest.mark.parametrize(
    "text", ["Atalanta", "20:45", "18.00 A", "2-1", "Mainz 05", "1. FC Köln", "FC 08 Homburg", "[X 12']", "Xyz Aug 23"]
)
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["25:00", "20:60", "1-0", "20:4", "1.FC", "20:45:10", "12.6."])
def test_what_is_no_time_is_not_taken_for_one(text: str) -> None:
    assert read_time(text) is None


@given(st.integers(1950, 2060), st.lists(st.integers(0, 300), min_size=1, max_size=12))
def test_every_day_of_a_season_is_found_by_its_weekday_in_any_order(year: int, days: list[int]) -> None:
    season = Calendar(Season(year, year + 1))
    for number in days:
        day = date(year, 7, 20) + timedelta(days=number)
        found = read_date(f"{WEEKDAYS[day.weekday()]} {MONTHS[day.month - 1]} {day.day}")
        assert found
        assert season.resolved(found.day) == day


@given(st.text(max_size=40) | st.text(st.sampled_from("0123456789./-:[]() UTC+SatAug"), max_size=25))
def test_random_text_breaks_neither_dates_nor_times(text: str) -> None:
    for found in (read_date(text), read_time(text)):
        assert found is None or 0 < found.end <= len(text)
