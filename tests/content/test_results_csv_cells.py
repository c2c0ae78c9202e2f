"""Cells of plain CSV results: what each column takes, what is said of the rest at its line, and of a file as a whole."""

from __future__ import annotations

from datetime import timedelta

import pytest

from site_builder.content.model import MatchFacts
from site_builder.content.results_csv import read_csv
from site_builder.football.model import Score, Side, Status


def cells(path: str = "content/results/serie-a/2020-21.csv", **more: str) -> tuple[MatchFacts | None, list[tuple[int, str, str]]]:
    """The match of a row with these cells beside its teams, or what is wrong with it: line, message, fix."""
    row = {"home": "Ash", "away": "Elm", **more}
    file, problems = read_csv(path, f"{';'.join(row)}\n{';'.join(row.values())}\n")
    found = [(problem.place.line, problem.message, problem.fix) for problem in problems]
    return (file.rows[0].facts if file.rows else None), found


@pytest.mark.parametrize(
    ("column", "written", "message", "fix"),
    [
        ("away", "", "a row needs two teams", "Name both under `home` and `away`."),
        ("date", "2021-02-30", "`2021-02-30` is no date", "Write it as `2021-02-10` or `2021-02-10 20:45`."),
        ("date", "tomorrow", "`tomorrow` is no date", "Write it as `2021-02-10` or `2021-02-10 20:45`."),
        ("date", "2021-02-10 20:45+15:00", "`+15:00` is no difference from UTC", "Write it as `+01:00`."),
        ("season", "2020-23", "`2020-23` is no season", "Write it as `2020-21` or `2026`."),
        ("status", "playing", "`playing` is no status", f"It is one of {', '.join(Status)}."),
        ("winner", "Ash", "`Ash` is no winner", "It is `home` or `away`."),
        ("matchday", "0", "`0` is no matchday", "Write a number from 1."),
        ("leg", "second", "`second` is no leg", "Write a number from 1."),
        ("neutral", "maybe", "`maybe` is neither yes nor no", "Write `true` or `false` under `neutral`."),
        ("attendance", "many", "`many` is no attendance", "Write a number, or `closed doors`."),
        ("attendance", "12345678", "`12345678` is no attendance", "Write a number, or `closed doors`."),
    ],
)
def test_a_cell_that_is_not_understood_is_said_at_its_line(column: str, written: str, message: str, fix: str) -> None:
    found, problems = cells(**{column: written})
    assert found is None
    assert problems == [(2, message, fix)]


def test_a_row_of_no_competition_has_to_name_one() -> None:
    assert cells("content/results/2020-21.csv")[1][0][1:] == (
        "the competition is missing",
        "Name it in a column `competition`.",
    )


@pytest.mark.parametrize(
    ("written", "hours"), [("20:45Z", 0.0), ("20:45+01:00", 1.0), ("20:45-03:30", -3.5), ("20:45+14:00", 14.0), ("20:45", None)]
)
def test_a_time_may_tell_its_difference_from_utc(written: str, hours: float | None) -> None:
    found, problems = cells(date=f"2021-02-10 {written}")
    assert (problems, found and found.when and found.when.time is not None) == ([], True)
    assert found
    assert found.when
    assert found.when.offset == (None if hours is None else timedelta(hours=hours))


@pytest.mark.parametrize(("written", "neutral"), [("yes", True), ("TRUE", True), ("no", False), ("0", False), ("", None)])
def test_yes_and_no_are_spelt_in_many_ways(written: str, neutral: bool | None) -> None:  # noqa: FBT001 - a value of a table
    found, problems = cells(neutral=written)
    assert found
    assert (problems, found.neutral) == ([], neutral)


def test_other_cells_are_those_of_front_matter() -> None:
    found, problems = cells(
        score="0-3", status="awarded", played_score="1-1", winner="away", attendance="88,966", group="B", weather="Snow", venue=""
    )
    assert problems == []
    assert found
    assert (found.status, found.played_score, found.winner) == (Status.AWARDED, Score(1, 1), Side.AWAY)
    assert (found.happenings.attendance, found.happenings.weather, found.venue) == (88966, "Snow", None)
    assert (found.stage.group, found.stage.round) == ("B", None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file has no header"),
        ("\n\n", "the file has no header"),
        ("date,home,away\n,A\u202e,B\n", "the invisible character U+202E (right-to-left override) stands here"),
        ("a,b,c\n1,2,3\n", "the header is not that of results"),
        ('home,away\nA,"B\n', "the file is no CSV from here on (unexpected end of data)"),
    ],
)
def test_what_is_wrong_with_the_file_itself_is_named(text: str, message: str) -> None:
    assert [problem.message for problem in read_csv("content/results/cup.csv", text)[1]] == [message]
