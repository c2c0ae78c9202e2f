"""Football.TXT that cannot be read: every line is named with its place, and nothing ever breaks the reader."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patience import seconds
from site_builder.content.results_football_txt import read_football_txt
from site_builder.problems import Problem

PATH = "content/results/serie-a/2020-21.txt"
HEAD = "= Serie A 2020/21\n"


def problems(text: str, head: str = HEAD) -> list[Problem]:
    return list(read_football_txt(PATH, head + text)[1])


@pytest.mark.parametrize(
    ("text", "line", "code", "message"),
    [
        ("A\u202e v B  1-0\n", 2, "invisible-character", "the invisible character U+202E (right-to-left override) stands here"),
        ("something else\n", 2, "not-understood", "`something else` is not understood"),
        ("A v B 2-x\n", 2, "not-understood", "`A v B 2-x` is not understood"),
        ("  A 2 - 1 B\n", 2, "not-understood", "`A 2 - 1 B` is not understood"),
        ("A 2-1 B (1-0)\n", 2, "not-understood", "`A 2-1 B (1-0)` is not understood"),
        ("A v B (2-1)\n", 2, "not-understood", "`A v B (2-1)` is not understood"),
        ("A v B ?-?\n", 2, "not-understood", "`A v B ?-?` is not understood"),
        ("A v B  1-0\n  (X 1' Y 2')\n", 3, "goals-and-score", "the goals of A v B make 2–0, its score is 1–0"),
        ("A v B  2-1\n  (X 1';\n   Y 2')\n", 3, "goals-and-score", "the goals of A v B make 1–1, its score is 2–1"),
        ("A v B  1-1\n  (X 1' Y 2')\n", 3, "bad-shorthand", "the goals do not say which side they belong to"),
        ("A v B  1-0\n  (X 200')\n", 3, "bad-shorthand", "`200'` is no minute of a match"),
        ("A v B\n  (X 20')\n", 3, "goals-without-score", "goals are given for a match without a score"),
        ("A v B  1-0\n  (X 20')\n  (X 20')\n", 4, "goals-twice", "goals of A v B are given twice"),
        ("  (X 20')\n", 2, "no-match", "these goals belong to no match"),
        ("Refs: X\n", 2, "no-match", "`refs:` belongs to no match"),
        ("A v B  1-0  [mended]\n", 2, "bad-match", "`[mended]` is no status of a match"),
        ("A v B  2-1 (1-0, 0-0)\n", 2, "bad-match", "two scores stand in brackets but no `a.e.t.` before them"),
        ("A v B  1-1, 4-4 pen.\n", 2, "bad-match", "the shoot-out `4-4` has no winner"),
        ("Feb 30\nA v B\n", 2, "bad-date", "30/2 is no day of the calendar"),
        ("A v A  1-0\n", 2, "same-team", "A cannot play against itself"),
        ("A v B  1-0 (2-0)\n", 2, "half-time-above-score", "the score at half-time, 2–0, is above that at the end, 1–0"),
        ("A v B  1-0\n  C: X - Y\n", 3, "not-understood", "`C` is neither a known word nor a team of `A v B`"),
        ("A v B  1-0\n  A: X - , Y\n", 3, "bad-shorthand", "a player's name is missing before `,`"),
        ("A v B  1-0\n  Att: many\n", 3, "bad-detail", "the attendance is not a number"),
        ("A v B\n<!-- never\nclosed\n", 3, "open-comment", "a comment `<!--` is never closed"),
        ("A v B" + "x" * 3000 + "\n", 2, "long-line", "the line has 3005 characters"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, line: int, code: str, message: str) -> None:
    first = next(problem for problem in problems(text) if problem.is_error)
    assert (first.place.path, first.place.line, first.code, first.message) == (PATH, line, code, message)
    assert first.fix


def test_the_place_of_an_error_in_wrapped_goals_is_its_own_line_and_column() -> None:
    (problem,) = problems("A v B  2-1\n     (X 1' Y 2';\n      Zed 0')\n")
    assert (problem.place.line, problem.place.column, problem.place.length) == (4, 11, 2)


def test_a_line_up_of_twelve_is_named_at_its_line() -> None:
    players = ", ".join(f"P{chr(97 + number)}" for number in range(12))
    (problem,) = problems(f"A v B  1-0\n\n  A: {players}\n")
    assert (problem.code, problem.place.line) == ("too-many-starters", 4)


def test_a_weekday_that_does_not_fit_is_a_warning() -> None:
    (problem,) = problems("Mon Sep 19 2020\nA v B  1-0\n")
    assert (problem.code, problem.is_error, problem.message) == ("wrong-weekday", False, "2020-09-19 is a Saturday, not a Monday")


def test_a_date_without_any_year_is_named() -> None:
    found = read_football_txt("content/results/league/all.txt", "Aug 23\nA v B  1-0\n")[1]
    assert [(problem.code, problem.place.line) for problem in found] == [("no-year", 1)]


def test_a_bad_line_does_not_hide_the_lines_after_it() -> None:
    file, found = read_football_txt(PATH, HEAD + "nonsense here\nA v B  1-0\nmore nonsense\nC v D  1-0\n")
    assert [row.facts.home for row in file.rows] == ["A", "C"]
    assert [problem.place.line for problem in found] == [2, 4]


def test_goals_that_do_not_add_up_are_left_out() -> None:
    file, _ = read_football_txt(PATH, HEAD + "A v B  1-0\n  (X 1' Y 2')\n")
    assert file.rows[0].facts.happenings.goals is None


LINES = st.sampled_from(
    [
        "= Serie A 2020/21",
        "▪ Matchday 1",
        "Group A | A  B",
        "Sat Sep 19",
        "[Sun Sep/20]",
        "  18:00  A v B  1-0",
        "  C  2-1 (1-1)  D  [awarded]",
        "  (X 1' Y 2'; Z 3'",
        "     W 4')",
        "A: K - L, M (N 46'",
        "    O) - P",
        "Penalties: 1-0 X, Y (missed)",
        "Refs: One, Two",
        "",
        "# note",
        "<!--",
        "-->",
        "== Play-offs",
        "1, N, GK",
    ]
)


@given(st.lists(LINES | st.text(max_size=40), max_size=25).map("\n".join))
@settings(max_examples=300)
def test_nothing_breaks_the_reader_and_each_row_has_its_line(text: str) -> None:
    file, found = read_football_txt(PATH, text)
    count = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert all(1 <= row.line <= count for row in file.rows)
    assert all(0 <= problem.place.line <= count for problem in found)


HOSTILE = [
    "(" * 1900 + "\n",
    "A: (" * 400 + "\n",
    "@ " * 900 + "\n",
    "A  " * 600 + "\n",
    "[x" * 900 + "\n",
    "1-1 " * 480 + "\n",
    " v " * 600 + "\n",
]


@pytest.mark.parametrize("line", HOSTILE)
def test_long_hostile_lines_are_read_quickly(line: str) -> None:
    start = time.process_time()
    read_football_txt(PATH, HEAD + "A v B  1-0\n" + line * 30)
    assert time.process_time() - start < seconds(2)
