"""Minutes as prose says them."""

from __future__ import annotations

import time

import pytest

from patience import seconds
from site_builder.football.model import Minute
from site_builder.phrases import Certainty, Span, find_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("72' GOAL!", ["72"]),
        ("Lozano (53') pulled one back, Pessina 16′ and 78’", ["53", "16", "78"]),
        ("scored in the 45+2nd minute", ["45+2"]),
        ("Di María 45'+2' and Messi 90+4", ["45+2", "90+4"]),
        ("in the 72nd minute", ["72"]),
        ("a 72nd-minute header", ["72"]),
        ("in the seventy-second minute", ["72"]),
        ("in the 16th and 78th minutes", ["16", "78"]),
        ("in the tenth minute. In the 16th he turned provider", ["10", "16"]),
        ("in the 3rd minute of first-half stoppage time", ["45+3"]),
        ("in the fourth minute of second-half injury time", ["90+4"]),
        ("in the fourth minute of the second half", ["49"]),
        ("in the 12th minute of extra time", ["102"]),
        ("on 72 minutes", ["72"]),
        ("after ten minutes", ["10"]),
        ("got one back on 53 minutes before Pessina scored again", ["53"]),
        ("with six minutes on the clock", ["6"]),
        ("seven minutes were on the clock when Simons scored", ["7"]),
        ("tapped in on 24 and ran off", ["24"]),
        ("on 24 June", []),
        ("Moura's free-kick (32) curled in", ["32"]),
        ("Yamal (16) curled in", []),
        ("in the last minute of normal time", ["90"]),
        ("There were ten minutes left of the additional thirty.", []),
        ("after ten minutes of the second half", ["55"]),
        ("with half an hour gone, and with 34 minutes gone", ["34"]),
        ("ten minutes in, Zapata", ["10"]),
        ("nine minutes in we wanted to go home", ["9"]),
        ("In the eighteenth a corner came over. In the sixth a car came.", ["18"]),
        ("a minute into first-half stoppage time", ["45+1"]),
        ("72 min: a corner", ["72"]),
        ("two minutes from time", ["88"]),
        ("12 minutes from the end", ["78"]),
        ("with just four minutes left", ["86"]),
        ("with two minutes of normal time remaining", ["88"]),
        ("a minute before the break", ["44"]),
        ("five minutes from half-time", ["40"]),
        ("eight minutes into the second half", ["53"]),
        ("three minutes after the restart", ["48"]),
        ("two minutes after half-time", ["47"]),
        ("on the hour", ["60"]),
        ("on the half-hour mark", ["30"]),
        ("four minutes past the hour", ["64"]),
        ("two minutes short of the hour", ["58"]),
        ("three minutes into extra time", ["93"]),
        ("two minutes from the end of extra time", ["118"]),
        ("after 38 seconds", ["1"]),
        ("There were 11 minutes left", ["79"]),
        ("at 93 minutes and 20 seconds", ["94"]),
        ("in the 77th Sulemana", ["77"]),
        ("in the opening minute", ["1"]),
        ("just 26 seconds after the restart", ["46"]),
        ("The second half was three minutes old when", ["48"]),
        ("with the match only 12 minutes old", ["12"]),
        ("Extra time was eight minutes old when", ["98"]),
        ("With seven minutes of extra time gone", ["97"]),
        ("It took just six minutes for the deadlock to be broken.", ["6"]),
        ("five minutes after play resumed", ["50"]),
        ("four minutes from the end of the half", ["41"]),
        ("four minutes before the close", ["86"]),
        ("At last. Six minutes remained when Berg", ["84"]),
        ("the second minute of added time at the end of the match", ["90+2"]),
        ("the second minute of added time at the end of the first half", ["45+2"]),
        ("After seven minutes Berg scored; after eleven Dahl did.", ["7", "11"]),
        ("in the third minute of stoppage time at the end of extra time", ["120+3"]),
        ("the first minute of stoppage time at the end of the half", ["45+1"]),
        ("In the second minute of added time before the interval", ["45+2"]),
        ("with two minutes of the ninety left", ["88"]),
        ("he smacked it in; 58 minutes gone.", ["58"]),
        ("in the 71st swivelled to hit his fourth", ["71"]),
        ("It took Arendal only 40 seconds to score", ["1"]),
        ("Within a minute of the restart", ["46"]),
        ("after two Dahl errors", []),
        ("They were behind after five, and level on 12.", ["5", "12"]),
        ("In the last minute, the 120th, Berg", ["120"]),
        ("with ten gone, and with five left", ["10", "85"]),
        ("Berg (15 minutes) and Dahl", ["15"]),
        ("twice, in the 74th and 79th, to win", ["74", "79"]),
        ("There were 51 minutes on the clock.", ["51"]),
        ("on the 34-minute mark", ["34"]),
        ("When nine minutes remained Berg", ["81"]),
        ("and on 65 Berg struck", ["65"]),
        ("They played on 12 May.", []),
        ("There were 12 minutes gone.", ["12"]),
        ("in the fourth minute after the interval", ["49"]),
        ("in the last minute of the ninety", ["90"]),
        ("with the watch showing 78", ["78"]),
        ("Not a minute of the second half had been played", ["46"]),
        ("twelve minutes from the end of a dull match", ["78"]),
        ("the match was only 40 seconds old", ["1"]),
        ("It was 82 minutes before anybody scored.", ["82"]),
        ("on 14 and 66 minutes", ["14", "66"]),
        ("with half an hour left, Berg", ["60"]),
        ("Half an hour had passed when", ["30"]),
        ("the second period of extra time was two minutes old", ["107"]),
    ],
)
def test_a_minute_that_words_give(text: str, minutes: list[str]) -> None:
    assert [phrase.minute.text for phrase in find_minutes(text) if phrase.minute] == minutes


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("just before half-time", (40, 45)),
        ("shortly after the interval", (46, 53)),
        ("on the stroke of half-time", (43, 45)),
        ("midway through the second half", (62, 73)),
        ("early in the second half", (46, 65)),
        ("late in the first half", (32, 45)),
        ("just past the hour", (60, 67)),
        ("in first-half stoppage time", (45, 45)),
        ("at the death", (85, 90)),
        ("inside the opening ten minutes", (1, 10)),
        ("within five minutes of the restart", (46, 50)),
        ("in the last ten minutes", (80, 90)),
        ("in extra time", (91, 120)),
        ("after the break", (46, 90)),
    ],
)
def test_words_that_leave_the_minute_open_give_a_span(text: str, span: tuple[int, int]) -> None:
    (phrase,) = find_minutes(text)
    assert (phrase.minute, phrase.certainty, phrase.span) == (None, Certainty.OPEN, Span(*span))


@pytest.mark.parametrize(
    ("text", "later", "after"),
    [
        ("Six minutes later Pessina", 6, ""),
        ("A minute later", 1, ""),
        ("Three minutes earlier", -3, ""),
        ("The lead lasted five minutes.", 5, ""),
        ("A quarter of an hour later", 15, ""),
        ("Six minutes passed before they were level.", 6, ""),
        ("Dahl had been on for six minutes when his cross", 6, ""),
        ("They needed only ten minutes.", 10, ""),
        ("Four minutes after Lozano's goal, Zapata", 4, "Lozano's goal"),
        ("ten minutes before his winner.", -10, "his winner"),
        ("barely two minutes later", 2, "within"),
        ("Another three minutes on, Sinclair", 3, ""),
        ("Five minutes on he had a hat-trick", 5, ""),
        ("moments later", None, ""),
        ("The lead lasted barely a minute:", 1, "within"),
    ],
)
def test_minutes_after_something_else(text: str, later: int | None, after: str) -> None:
    (phrase,) = find_minutes(text)
    assert (phrase.minute, phrase.span, phrase.later, phrase.after) == (None, None, later, after)


def test_stoppage_time_of_no_half_in_particular() -> None:
    assert [(p.minute, p.added) for p in find_minutes("three minutes into stoppage time")] == [(None, 3)]
    assert [(p.minute, p.added, p.span) for p in find_minutes("deep into stoppage time")] == [(None, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "for 25 minutes after the hour-long delay"[:14],
        "Napoli held out for 25 minutes.",
        "in the 16th round",
        "their second win in ten matches",
        "at 20:45 on Saturday",
        "‘the new No 10’",
        "And in the fourth, he scored",
        "in the 1st Division",
        "a 4-3-3 formation",
        "a six-foot-2 striker",
        "6'2\" tall",
        "after ten minutes on the pitch",
        "after 20 minutes of pressure",
        "200 minutes without a goal",
        "after five minutes' treatment",
        "The 2-1 win",
    ],
)
def test_what_is_no_minute(text: str) -> None:
    assert find_minutes(text) == ()


def test_places_are_of_the_text_that_was_given() -> None:
    text = "Zapata scored in the tenth minute; six minutes later Pessina made it two."
    assert [text[p.start : p.end] for p in find_minutes(text)] == ["tenth", "six minutes later"]


def test_certainty_tells_words_from_arithmetic() -> None:
    said, worked_out = find_minutes("in the 53rd minute, then two minutes from time")
    assert (said.certainty, worked_out.certainty) == (Certainty.SAID, Certainty.WORKED_OUT)


def test_a_span_holds_the_stoppage_time_of_its_end() -> None:
    assert Span(40, 45).holds(Minute(45, 3))
    assert not Span(40, 45).holds(Minute(46))


def test_long_texts_take_no_long_time() -> None:
    text = "a minute after the a minute in the 7th and " * 5000 + "deep deep " * 5000
    began = time.process_time()
    find_minutes(text[:100_000])
    assert time.process_time() - began < seconds(5)
