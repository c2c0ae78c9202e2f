"""Scores, minutes and statistics, read from what authors and sources write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.shorthand import ShorthandError, parse_minute, parse_plain_score, parse_score, parse_stat
from site_builder.football.model import ExtraTime, Minute, Score, Status

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
    ],
)
def test_a_score_that_is_none_is_explained_with_its_place(text: str, message: str, fix: str, offset: int) -> None:
    with pytest.raises(ShorthandError) as caught:
        parse_score(text)
    assert (caught.value.message, caught.value.offset) == (message, offset)
    assert caught.value.fix.startswith(fix)


@pytest.mark.parametrize(
    ("texts", "fix"),
    [
        ("P-P|postponed|Postponed|rinviata|0-0 postponed", "Leave `score` out, and write `status: postponed`."),
        ("A-A|abandoned|abandoned 67'", "Write `status: abandoned`, and the score as it stood, or leave `score` out."),
        ("2-1 abandoned 67'|2-1 (abandoned)|2-1 A-A", "Write `score: 2-1` and `status: abandoned`."),
        ("3-0 (awarded)|3-0 awarded|3-0 a tavolino|3-0 w/o", "Write `score: 3-0` and `status: awarded`."),
        (
            "w/o|a tavolino|walkover",
            "Write `status: awarded`, and the score as it was awarded (`3-0`), or `winner: home` in its place.",
        ),
        ("cancelled|C-C", "Leave `score` out, and write `status: cancelled`."),
        ("TBC|tbd|v|vs.|-|–|--|?|?-?|x-x|n/a|none", "Leave the key out while there is no score."),
        ("2-1 d.t.s.|2-1 dts|2-1 n.V.|2-1 (a.p.)|2-1 ET|2-1 after ET", "Write `2-1 aet`."),
        ("1-1 (4-2 rig.)|1-1, 4-2 dcr|1-1 n.E. 4-2|1-1 (pens 4-2)|1-1 (p 4-2)", "Write `1-1, 4-2 pens`."),
        ("1-1 aet (4-2 rig.)|1-1 aet, 4-2 t.a.b.|1-1 d.t.s., 4-2 d.c.r.", "Write `1-1 aet, 4-2 pens`."),
        ("2-1 FT|FT 2-1|2-1 (final)", "Write `2-1` alone."),
        ("2-1 agg|2-1 (3-2 agg)|2-1 (3-2 on aggregate)", "Write `2-1` alone: what the legs make together is worked out."),
        ("2-1 (HT 1-0)", "Write `2-1` alone; half-time has a key of its own: `half_time: 1-0`."),
        ("HT 1-0", "The score at half-time has a key of its own: `half_time: 1-0`."),
        ("3 1|3/1|3.1", "Did you mean `3-1`?"),
        ("FT|won|d.t.s.|3-1*|Won 3-1", "Write the home goals first, as in `3-1`, `3-2 aet` or `1-1 aet, 4-2 pens`."),
    ],
)
def test_what_is_no_score_is_told_with_what_to_write_in_its_place(texts: str, fix: str) -> None:
    for text in texts.split("|"):
        with pytest.raises(ShorthandError) as caught:
            parse_score(text)
        assert (text, caught.value.fix) == (text, fix)


def test_every_status_that_is_advised_is_one() -> None:
    for word in ("postponed", "abandoned", "cancelled", "void", "awarded"):
        with pytest.raises(ShorthandError, match="is not a score") as caught:
            parse_score(word)
        assert f"`status: {Status(word)}`" in caught.value.fix


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
