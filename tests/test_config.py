"""`site.toml`: typed, refused with the nearest name where unknown, every mistake at its line."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.config import SETTINGS, Cards, Config, parse_config

ALL = """
title = "The Far Post"
description = "Reports"
base_url = "https://example.org/fanzine/"
clean_urls = true
data = false
language = "it"
timezone = "Europe/Rome"
author = "The editors"
autolink = false
strict_names = true
as_of = 2021-05-31

[menu]
Tables = "competitions.html"

[feeds]
entries = 5
first_base_url = "http://old.example.org/"

[head_to_head]
minimum_meetings = 2

[images]
cards = "reports"
"""


def test_every_setting_is_read() -> None:
    config, problems = parse_config(ALL)
    assert problems == ()
    assert config == Config(
        title="The Far Post",
        description="Reports",
        base_url="https://example.org/fanzine",
        clean_urls=True,
        data=False,
        language="it",
        timezone="Europe/Rome",
        author="The editors",
        autolink=False,
        strict_names=True,
        menu=(("Tables", "competitions.html"),),
        feed_entries=5,
        first_base_url="http://old.example.org",
        minimum_meetings=2,
        cards=Cards.REPORTS,
        as_of=date(2021, 5, 31),
    )
    assert all(key.rpartition(".")[2] in ALL for key in SETTINGS)


def test_no_setting_is_required() -> None:
    assert parse_config("") == (Config(), ())


@pytest.mark.parametrize(
    ("text", "code", "place", "words"),
    [
        ('titel = "x"', "unknown-setting", "site.toml:1:1", "Did you mean `title`?"),
        ('\n\nbase_url = "example.org"', "bad-setting", "site.toml:3:1", "is not a web address"),
        ('base_url = "javascript:alert(1)"', "bad-setting", "site.toml:1:1", "is not a web address"),
        ('base_url = "https://["', "bad-setting", "site.toml:1:1", "is not a web address"),
        ('base_url = "https://me:secret@example.org"', "bad-setting", "site.toml:1:1", "is not a web address"),
        ('base_url = "https://example.org/<b>"', "bad-setting", "site.toml:1:1", "is not a web address"),
        ('base_url = "https://example.org/a/../b"', "bad-setting", "site.toml:1:1", "is not a web address"),
        ('title = "a\\u202eb"', "bad-setting", "site.toml:1:1", "holds the character U+202E"),
        ('author = "a\\u0000b"', "bad-setting", "site.toml:1:1", "holds the character U+0000"),
        ('[menu]\nx = " JavaScript:alert(1)"', "bad-setting", "site.toml:1:2", "which is no address of a page"),
        ('[menu]\nx = "data:text/html,x"', "bad-setting", "site.toml:1:2", "which is no address of a page"),
        ('timezone = "Europe/Bergamo"', "bad-setting", "site.toml:1:1", "is not a time zone"),
        ('timezone = "../etc/passwd"', "bad-setting", "site.toml:1:1", "is not a time zone"),
        ('language = "klingon language"', "bad-setting", "site.toml:1:1", "is not a language"),
        ('data = "yes"', "bad-setting", "site.toml:1:1", "has to be true or false"),
        ("title = 3", "bad-setting", "site.toml:1:1", "has to be a text"),
        ("[head_to_head]\nminimum_meetings = 0", "bad-setting", "site.toml:2:1", "whole number"),
        ("[feeds]\nminimum_meetings = 3", "unknown-setting", "site.toml:2:1", "there is no setting"),
        ('as_of = "2021"', "bad-setting", "site.toml:1:1", "has to be a date"),
        ("menu = [1]", "bad-setting", "site.toml:1:1", "an address for each label"),
        ("title = The Far Post", "bad-toml", "site.toml:1:9", "double quotes"),
        ("title = “The Far Post”", "bad-toml", "site.toml:1:9", "straight double quotes"),
        ('title = "a"\ntitle = "b"', "bad-toml", "site.toml:2:1", "once"),
        ('[menu]\na = "b.html"\n[menu]\n', "bad-toml", "site.toml:3:6", "once"),
        ("as_of = 2021-02-30\n", "bad-toml", "site.toml:1:9", "Write a day that there is"),
        ('[menu]\nAbout us = "about.html"\n', "bad-toml", "site.toml:2:7", "stands in quotes"),
        ('title = "C:\\x"\n', "bad-toml", "site.toml:1:14", "two backslashes"),
        ('author = "x\ntitle = "y"\n', "bad-toml", "site.toml:1:12", "Close the quotes"),
        ("author = 'x", "bad-toml", "site.toml:1:1", "Close the quotes"),
        ('[menu\na = "b"\n', "bad-toml", "site.toml:1:6", "Close the bracket"),
    ],
)
def test_a_mistake_has_its_place_and_its_fix(text: str, code: str, place: str, words: str) -> None:
    _, (problem,) = parse_config(text)
    assert (problem.code, str(problem.place)) == (code, place)
    assert words in f"{problem.message} {problem.fix}"


@pytest.mark.parametrize(
    "base_url",
    ["http://localhost:8000", "https://127.0.0.1/x", "https://[::1]:8000/a-b/c", "https://münchen.example/~x", "HTTPS://e.org"],
)
def test_addresses_of_every_form_are_taken(base_url: str) -> None:
    config, problems = parse_config(f'base_url = "{base_url}/"')
    assert (config.base_url, problems) == (base_url, ())


def test_line_breaks_in_a_text_are_spaces() -> None:
    assert parse_config('description = """\nReports\n  and results."""')[0].description == "Reports and results."


def test_all_mistakes_are_told_at_once() -> None:
    _, problems = parse_config('titel = "x"\ndata = 1\nlanguage = ""\n')
    assert [p.place.line for p in problems] == [1, 2, 3]


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text: str) -> None:
    config, problems = parse_config(text)
    assert isinstance(config, Config)
    assert all(problem.is_error for problem in problems)
