"""Single values: dates, slugs, redirects, colours, coordinates and what is said where they are wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.model import When
from site_builder.content.schema.addresses import read_file_address, read_redirect, read_slug, read_web_address
from site_builder.content.schema.dates import read_date, read_when
from site_builder.content.schema.faults import Fault
from site_builder.content.schema.words import (
    read_colour,
    read_coordinates,
    read_count,
    read_flag,
    read_language,
    read_line,
    read_season,
    read_time_zone,
)
from site_builder.content.slugs import slugify
from site_builder.football.model import Season

Reader = Callable[[object], object]


def refused(read: Reader, value: object) -> tuple[str, str]:
    """The code and the fix of the fault that a reader raises."""
    with pytest.raises(Fault) as raised:
        read(value)
    return raised.value.code, raised.value.fix


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2021-02-10", When(date(2021, 2, 10))),
        ("2021-02-10 20:45", When(date(2021, 2, 10), time(20, 45))),
        ("2021-02-10T20:45", When(date(2021, 2, 10), time(20, 45))),
        ("2021-02-10 20:45:30", When(date(2021, 2, 10), time(20, 45, 30))),
        ("2021-02-10T20:45:00.000Z", When(date(2021, 2, 10), time(20, 45), timedelta())),
        ("2021-02-10 20:45 UTC", When(date(2021, 2, 10), time(20, 45), timedelta())),
        ("2021-02-10T20:45+01:00", When(date(2021, 2, 10), time(20, 45), timedelta(hours=1))),
        ("2021-02-10 20:45 +0530", When(date(2021, 2, 10), time(20, 45), timedelta(hours=5, minutes=30))),
        ("2021-02-10T20:45-03", When(date(2021, 2, 10), time(20, 45), timedelta(hours=-3))),
        ("2021-2-1 9:05", When(date(2021, 2, 1), time(9, 5))),
    ],
)
def test_a_moment_may_be_written_in_many_ways(written: str, when: When) -> None:
    assert read_when(written) == when


@given(st.dates(date(1872, 1, 1), date(2100, 1, 1)), st.times(), st.integers(-14, 14) | st.none())
def test_iso_dates_are_read_as_python_writes_them(day: date, clock: time, hours: int | None) -> None:
    zone = None if hours is None else timezone(timedelta(hours=hours))
    moment = datetime.combine(day, clock.replace(microsecond=0), zone)
    assert read_when(moment.isoformat()) == When(day, clock.replace(microsecond=0), moment.utcoffset())
    assert read_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("2024-02-30", "Write the right day."),
        ("2021-02-29", "Write the right day."),
        ("2021-13-01", "Did you mean `2021-01-13`?"),
        ("2021-00-10", "Write the year first"),
        ("25.02.2021", "Write the year first: `2021-02-25`."),
        ("10/02/2021", "Write the year first, as in"),
        ("yesterday", "Write the year first"),
        ("0021-02-10", "Write the year first"),
        ("2021-02-10 24:00", "Hours run from 00 to 23."),
        ("2021-02-10 20:60", "Hours run from 00 to 23."),
        ("2021-02-10 20:45 +15:00", "Write it as `+01:00`."),
        ("2021-02-10 20:45 CET", "Write it as `2021-02-10 20:45`, with an offset like `+01:00`"),
        ("2021-02-10 7.45pm", "Write it as `2021-02-10 19:45`."),
        ("2021-02-10 12:30 a.m.", "Write it as `2021-02-10 00:30`."),
        ("2021-02-10, 20h45", "Write it as `2021-02-10 20:45`."),
        ("2021/2/10", "Write the day as `2021-02-10`."),
        ("2021-02-10 in the evening", "Write the time after the day in hours and minutes"),
        ("2021/13/10 20:45", "Write the year first"),
        ("20210210", "Write the day as `2021-02-10`."),
        ("2021", "Add the month and the day, as in `2021-02-10`."),
        ("2021-02", "Add the day, as in `2021-02-10`."),
        ("TBC", "Write the day that is planned"),
        ("10 February 2021", "Write the year first: `2021-02-10`."),
        ("Wednesday, 10th of Feb. 2021", "Write the year first: `2021-02-10`."),
        ("Feb 10, 2021", "Write the year first: `2021-02-10`."),
        ("10 Febbraio 2021", "Write the year first, as in"),
    ],
)
def test_an_impossible_date_says_what_to_write(written: str, fix: str) -> None:
    code, said = refused(read_when, written)
    assert code == "not-a-date"
    assert said.startswith(fix)


@pytest.mark.parametrize("written", ["2020-21", "2020/21", "2020-2021", "2020–21"])
def test_a_season_may_be_written_in_many_ways(written: str) -> None:
    assert read_season(written) == Season(2020, 2021)


@pytest.mark.parametrize(
    ("read", "good", "value"),
    [
        (read_line, "  Two   words\n", "Two words"),
        (read_line, "Zu\u0308rich", "Zürich"),
        (read_count, "1.234.567", 1234567),
        (read_flag, "Yes", True),
        (read_flag, "FALSE", False),
        (read_language, "zh-Hant-TW", "zh-Hant-TW"),
        (read_time_zone, "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        (read_colour, "RebeccaPurple", "rebeccapurple"),
        (read_colour, "#0AF", "#0af"),
        (read_coordinates, "45.709, 9.681", (45.709, 9.681)),
        (read_coordinates, ["-22.912", "-43.230"], (-22.912, -43.23)),
        (read_slug, "a-slug-2", "a-slug-2"),
        (read_redirect, "/old/report.html", "old/report.html"),
        (read_redirect, "caf%C3%A9/", "café/"),
        (read_file_address, "../photos/a b.jpg", "../photos/a b.jpg"),
        (read_file_address, "https://example.org/a.jpg", "https://example.org/a.jpg"),
        (read_web_address, "http://example.org", "http://example.org"),
    ],
)
def test_a_good_value_is_read(read: Reader, good: object, value: object) -> None:
    assert read(good) == value


@pytest.mark.parametrize(
    ("read", "bad", "code"),
    [
        (read_line, " ", "empty-value"),
        (read_line, ["a"], "wrong-kind-of-value"),
        (read_line, {"a": "b"}, "wrong-kind-of-value"),
        (read_count, "-5", "not-a-number"),
        (read_count, "12,34", "not-a-number"),
        (read_count, "9" * 40, "not-a-number"),
        (read_count, "٣", "not-a-number"),
        (read_flag, "on", "not-true-or-false"),
        (read_flag, "1", "not-true-or-false"),
        (read_language, "en_GB", "not-a-language"),
        (read_time_zone, "Rome", "not-a-time-zone"),
        (read_time_zone, "../../etc/passwd", "not-a-time-zone"),
        (read_time_zone, "Europe", "not-a-time-zone"),
        (read_colour, "#12", "not-a-colour"),
        (read_colour, "red; background: url(x)", "not-a-colour"),
        (read_coordinates, "45.7", "not-coordinates"),
        (read_coordinates, "91, 0", "not-coordinates"),
        (read_coordinates, "north, east", "not-coordinates"),
        (read_coordinates, {"lat": "1"}, "wrong-kind-of-value"),
        (read_file_address, "javascript:alert(1)", "unsafe-address"),
        (read_file_address, "JaVaScRiPt:alert(1)", "unsafe-address"),
        (read_file_address, "data:image/png;base64,AA", "unsafe-address"),
        (read_file_address, "//example.org/x.jpg", "unsafe-address"),
        (read_file_address, "photos\\x.jpg", "unsafe-address"),
        (read_file_address, "C:/x.jpg", "unsafe-address"),
        (read_web_address, "example.org", "unsafe-address"),
        (read_web_address, "javascript:alert(1)", "unsafe-address"),
    ],
)
def test_a_bad_value_is_refused(read: Reader, bad: object, code: str) -> None:
    assert refused(read, bad)[0] == code


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("../../etc/passwd", "`slug: etc-passwd`"),
        ("/absolute", "`slug: absolute`"),
        ("C:\\x", "`slug: c-x`"),
        ("a%2fb", "`slug: a-2fb`"),
        ("trailing.", "`slug: trailing`"),
        ("Łódź", "`slug: lodz`"),
        ("-a-", "`slug: a`"),
        ("con", "`slug: con-page`"),
        ("NUL", "`slug: nul-page`"),
        ("a" * 300, f"`slug: {'a' * 100}`"),
        ("???", "letters a to z"),
    ],
)
def test_an_unsafe_slug_comes_with_a_safe_one(written: str, safe: str) -> None:
    code, fix = refused(read_slug, written)
    assert code == "unsafe-slug"
    assert safe in fix


@given(st.text(max_size=120))
def test_a_slug_is_either_what_the_rule_gives_or_refused(text: str) -> None:
    try:
        slug = read_slug(text)
    except Fault:
        return
    assert slug == slugify(text)
    assert len(slug) <= 100


UNSAFE = [
    "https://example.org/x",
    "mailto:x",
    "//example.org/x",
    "\\\\host\\x",
    "C:/x",
    "../x",
    "a/../b",
    "a/./b",
    "a//b",
    "/",
    "%2e%2e/x",
    "a/%2E%2E/b",
    "a%2fb",
    "a%5cb",
    "a%00b",
    "%252e%252e/x",
    "a\\b",
    "a?b",
    "a#b",
    "a/nul.html",
    "trailing./x",
    "a/b%20",
    ".git/config",
    "%ff",
    "x" * 300,
    "a/" * 600 + "b",
]


@pytest.mark.parametrize("written", UNSAFE)
def test_an_unsafe_redirect_is_refused(written: str) -> None:
    assert refused(read_redirect, written)[0] == "unsafe-redirect"


@given(st.text(alphabet="ab./\\%2fe5c:?#~ ", max_size=30))
def test_no_redirect_leads_out_of_the_site(text: str) -> None:
    try:
        path = read_redirect(text)
    except Fault:
        return
    segments = path.removesuffix("/").split("/")
    assert all(part and part.strip(". ") and not set(part) & set('\\:?#%"<>|*') for part in segments)
