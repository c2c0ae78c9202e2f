"""Scores, minutes and statistics, read from what authors and sources write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.shorthand import ShorthandError, parse_minute, parse_plain_score, parse_score, parse_stat
from site_builder.football.model import ExtraTime, Minute, Score

GOALS = st.integers(0, 999)


@pytest.mark.parametrize("text", ["3-1", "3–1", "3:1", " 3 - 1 ", "3—1", "3−1"])
def test_every_dash_and_a_colon_parts_home_from_away(text: str) -> None:
    line = parse_score(text)
    assert (line.score, line.extra_time, line.shootout) == (Score(3, 1), None, None)
    assert parse_plain_score(text) == Score(3, 1)


@pytest.mark.parametrize(
    ("text", "extra_time", "shootout"),
    [
        ("1-1 aet", ExtraTime.FULL, None),
        ("1-1 a.e.t.", ExtraTime.FULL, None),
        ("1-1 AET", ExtraTime.FULL, None),
        ("1-1 after extra time", ExtraTime.FULL, None),
        ("1-1 aet, 4-2 pens", ExtraTime.FULL, Score(4, 2)),
        ("1-1 a.e.t., 4-2 pen.", ExtraTime.FULL, Score(4, 2)),
        ("1-1 (aet, 4-2 p)", ExtraTime.FULL, Score(4, 2)),
        ("1-1 aet 4-2 on penalties", ExtraTime.FULL, Score(4, 2)),
        ("1-1, 5-4 pens", None, Score(5, 4)),
        ("1-1 aet/gg", ExtraTime.GOLDEN_GOAL, None),
        ("1-1 (golden goal)", ExtraTime.GOLDEN_GOAL, None),
        ("1-1 aet/sg", ExtraTime.SILVER_GOAL, None),
    ],
)
def test_extra_time_and_shootout_are_told_apart(text: str, extra_time: ExtraTime | None, shootout: Score | None) -> None:
    line = parse_score(text)
    assert (line.score, line.extra_time, line.shootout) == (Score(1, 1), extra_time, shootout)


@pytest.mark.parametrize(
    ("text", "message", "fix", "offset"),
    [
        ("3", "`3` is one number, a score has two", "Write the home goals first", 0),
        ("130", "`130` is one number, a score has two", "Write it as `2-10`.", 0),
        ("3-1 foo", "`foo` after the score is not understood", "Write the home goals first", 4),
        ("-1-2", "`-1-2` starts with a minus, goals are never negative", "Write the home goals first", 0),
        ("3-1 (2-0)", "`2-0` after the score does not say what it is", "Write `2-0 pens` for a shoot-out", 5),
        ("4-2 pens", "the shoot-out stands alone or before the score", "Write the score first", 0),
        ("1-1 aet, 4-4 pens", "the shoot-out `4-4` has no winner", "Write how it ended.", 9),
        ("1-2000", "`2000` is too many goals", "Write the home goals first", 2),
        ("", "the score is missing", "Write the home goals first", 0),
        ("won", "`won` is not a score", "Write the home goals first", 0),
        ("P-P", "`P-P` is not a score", "write `status: postponed`", 0),
        ("abandoned 67'", "`abandoned 67'` is not a score", "Write `status: abandoned`", 0),
        ("2-1 abandoned 67'", "`abandoned 67'` after the score is not understood", "Write `status: abandoned`", 4),
        ("3-0 (awarded)", "`awarded)` after the score is not understood", "Write `status: awarded`", 5),
        ("w/o", "`w/o` is not a score", "Write `status: awarded`", 0),
        ("annullata", "`annullata` is not a score", "write `status: cancelled`", 0),
        ("2-1 d.t.s.", "`d.t.s.` after the score is not understood", "Extra time is `aet`", 4),
        ("2-1 n.V.", "`n.V.` after the score is not understood", "Extra time is `aet`", 4),
        ("2-1 FT", "`FT` after the score is not understood", "write only the two numbers", 4),
        ("2-1 HT", "`HT` after the score is not understood", "`half_time`", 4),
        ("TBC", "`TBC` is not a score", "Leave the score out", 0),
        ("?-?", "`?-?` is not a score", "Leave the score out", 0),
        ("2 v 1", "`2 v 1` is not a score", "Write the home goals first", 0),
    ],
)
def test_a_score_that_is_none_is_explained_with_its_place(text: str, message: str, fix: str, offset: int) -> None:
    with pytest.raises(ShorthandError) as caught:
        parse_score(text)
    assert (caught.value.message, caught.value.offset) == (message, offset)
    assert fix in caught.value.fix


@pytest.mark.parametrize("text", ["3-1 aet", "3", "", "1-1 aet, 4-2 pens"])
def test_half_time_takes_only_two_numbers(text: str) -> None:
    with pytest.raises(ShorthandError):
        parse_plain_score(text)


@given(GOALS, GOALS, st.sampled_from("-–:"), st.booleans(), st.none() | st.tuples(GOALS, GOALS).filter(lambda s: s[0] != s[1]))
def test_any_written_score_reads_back(home: int, away: int, dash: str, extra: bool, shootout: tuple[int, int] | None) -> None:  # noqa: FBT001 - drawn by hypothesis
    pens = f", {shootout[0]}{dash}{shootout[1]} pens" if shootout else ""
    line = parse_score(f"{home}{dash}{away}{' aet' if extra else ''}{pens}")
    assert line.score == Score(home, away)
    assert line.extra_time == (ExtraTime.FULL if extra else None)
    assert line.shootout == (Score(*shootout) if shootout else None)


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("78", Minute(78)),
        ("78'", Minute(78)),
        ("78’", Minute(78)),
        (" 45+2 ", Minute(45, 2)),
        ("45+2'", Minute(45, 2)),
        ("45'+2", Minute(45, 2)),
        ("90+13'", Minute(90, 13)),
        ("77+1", Minute(77, 1)),
        ("150", Minute(150)),
    ],
)
def test_minutes_read_with_and_without_stoppage_time(text: str, minute: Minute) -> None:
    assert parse_minute(text) == minute


@pytest.mark.parametrize("text", ["0", "200", "151", "90+", "90+0", "90+123", "", "x", "-5", "12 13", "12pen", "1" * 5000, "٤٥"])
def test_impossible_minutes_are_refused(text: str) -> None:
    with pytest.raises(ShorthandError) as caught:
        parse_minute(text)
    assert caught.value.fix


@given(st.integers(1, 150), st.integers(0, 99))
def test_a_printed_minute_reads_back(base: int, added: int) -> None:
    assert parse_minute(Minute(base, added).text + "'") == Minute(base, added)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("19-9", ("19", "9")),
        ("48-52", ("48", "52")),
        ("48% – 52%", ("48", "52")),
        ("2.1-0.8", ("2.1", "0.8")),
        ("7-?", ("7", None)),
        ("?-7", (None, "7")),
    ],
)
def test_statistics_keep_numbers_as_written(text: str, sides: tuple[str | None, str | None]) -> None:
    assert parse_stat(text) == sides


@pytest.mark.parametrize("text", ["19", "?-?", "a-b", "", "1-2-3", "-1-2"])
def test_a_statistic_needs_a_number_of_one_side_at_least(text: str) -> None:
    with pytest.raises(ShorthandError):
        parse_stat(text)
