"""Words among goals that are nobody's name: marks where the shorthand has none, "unknown", shirt numbers."""

from __future__ import annotations

import pytest

from site_builder.content.shorthand import ShorthandError, parse_goals, parse_minute
from site_builder.football.model import GoalKind, Minute, Side

GOAL, PENALTY, OWN = GoalKind.GOAL, GoalKind.PENALTY, GoalKind.OWN_GOAL
LEAVE_OUT = "Leave out a goal whose scorer is not known: fewer goals than the score are only a warning."
NONE = "Leave the goals of a side out where it has none."
MARKS = "A goal's marks are `(pen)`, `(og)` and `(assist: Name)`."
PENALTY_AFTER = "Write the mark after the minute, as in `Name 12' (pen)`."
OWN_AFTER = "Write the mark after the minute, as in `Name 12' (og)`."
NO_SHIRT = "Write the name without the number of the shirt."
ALONE = f"Write the name and its minutes alone, as in `Kane 18'`. {MARKS}"
MOMENT = "Write the minute, as in `45+1'`; the score at half-time has a key of its own, `half_time`."


def told(text: str) -> list[tuple[str, str | None, GoalKind]]:
    return [(g.player, g.minute.text if g.minute else None, g.kind) for g in parse_goals(text, Side.HOME)]


def refused(text: str) -> ShorthandError:
    with pytest.raises(ShorthandError) as caught:
        parse_goals(text, Side.HOME)
    return caught.value


@pytest.mark.parametrize("mark", ["OG", "og", "o.g.", "O.G.", "OG:", "own goal", "Own Goal", "own-goal", "OG -"])
def test_an_own_goal_is_read_where_its_mark_stands_before_the_minute(mark: str) -> None:
    assert told(f"Smith {mark} 12'") == [("Smith", "12", OWN)]
    assert told(f"Adam Smith {mark} 45+2', Jones 34'") == [("Adam Smith", "45+2", OWN), ("Jones", "34", GOAL)]


@pytest.mark.parametrize("mark", ["pen", "pen.", "Pen.", "PEN", "p", "pk", "penalty", "Penalty", "pen:"])
def test_a_penalty_is_read_where_its_mark_stands_before_the_minute(mark: str) -> None:
    assert told(f"Smith {mark} 12'") == [("Smith", "12", PENALTY)]


@pytest.mark.parametrize(
    ("text", "goal"),
    [("Smith OG", ("Smith", None, OWN)), ("Smith pen", ("Smith", None, PENALTY)), ("Jo P. 1'", ("Jo P.", "1", GOAL))],
)
def test_a_mark_needs_no_minute(text: str, goal: tuple[str, str | None, GoalKind]) -> None:
    assert told(text) == [goal]


@pytest.mark.parametrize("mark", ["pen", "p", "PEN", "penalty", "pk."])
def test_a_mark_after_the_minute_needs_no_brackets(mark: str) -> None:
    assert told(f"Smith 12' {mark} 30', Jones 34'") == [("Smith", "12", PENALTY), ("Smith", "30", GOAL), ("Jones", "34", GOAL)]
    assert told("Smith 12' OG. 30' own goal") == [("Smith", "12", OWN), ("Smith", "30", OWN)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Smith Pen 12'", "Pen"),
        ("LE PEN 12'", "PEN"),
        ("Smith Og 12'", "Og"),
        ("Smith 12' Pen", "Pen"),
        ("Rahul PK 3'", "PK"),
    ],
)
def test_what_may_be_a_mark_or_a_name_is_asked_for(text: str, word: str) -> None:
    error = refused(text)
    assert error.message == f"`{word}` may be a mark or a name"
    assert error.fix.endswith(f"if it is the name, put a colon: `{word}: 12'`.")
    assert text[error.offset : error.offset + error.length] == word


@pytest.mark.parametrize(
    "name",
    [
        *("Chhin Pen", "LE PEN", "Mahmut Og", "Pen", "OG Smith", "Pen Sovann", "PEN Sovann", "Penn", "Bai He", "Zaw Min Tun"),
        *("V. P. Sathyan", "P. Szabó", "Gábor P. Szabó", "Rigobert Song", "He Jia", "Kayrat Zhyrgalbek uulu", "Nil", "No"),
        *("David Alaba (AUT)", "Delano Rigters", "Costa e Silva", "in 't Veld", "van de Ven"),
    ],
)
def test_a_name_with_a_colon_is_never_a_mark_and_real_names_stay_whole(name: str) -> None:
    assert told(f"{name}: 12'") == [(name, "12", GOAL)]
    if not name.endswith(("Pen", "PEN", "Og")) and not name.startswith("OG"):
        assert told(f"{name} 12'") == [(name, "12", GOAL)]
        assert told(f"Kane 9', {name} 12'") == [("Kane", "9", GOAL), (name, "12", GOAL)]


@pytest.mark.parametrize("text", ["Smith OG, 12'", "Smith (og), 12'", "Smith OG 12', 34'", "Smith (pen) 12', 34'"])
def test_a_mark_that_may_be_of_two_goals_is_refused(text: str) -> None:
    assert refused(text).fix == "Write marks after the minute, as in `Kane 18' (pen), 55'`."


@pytest.mark.parametrize("minute", ["12 min", "12 min.", "12min", "12' Min.", "12 mins", "12 minutes", "12 minuti"])
def test_a_minute_may_say_that_it_is_one(minute: str) -> None:
    assert told(f"Smith {minute} Jones 15 min (pen)") == [("Smith", "12", GOAL), ("Jones", "15", PENALTY)]


@pytest.mark.parametrize("minute", ["90 + 3'", "90' + 3", "90+ 3'", "90 +3", "90’ + 3’"])
def test_stoppage_time_may_be_written_with_spaces(minute: str) -> None:
    assert told(f"Smith 45 + 2' (pen), {minute} Jones 9'") == [
        ("Smith", "45+2", PENALTY),
        ("Smith", "90+3", GOAL),
        ("Jones", "9", GOAL),
    ]
    assert parse_minute(minute) == Minute(90, 3)


def test_a_plus_between_two_goals_is_no_stoppage_time() -> None:
    for text in ("Smith 12' + 34'", "Smith 45' + 67'"):
        assert refused(text).fix == "Put a comma between two goals."


@pytest.mark.parametrize(
    "text", ["⚽ Smith 12'", "Smith ⚽ 12'", "⚽\ufe0f Smith 12'", "• Smith 12'", "* Smith 12'", "Smith 12' ⚽"]
)
def test_signs_belong_to_no_name(text: str) -> None:
    assert told(text) == [("Smith", "12", GOAL)]
    assert told(f"{text} • Jones 3'") == [("Smith", "12", GOAL), ("Jones", "3", GOAL)]


@pytest.mark.parametrize("word", ["and", "&", "e", "y", "et", "und"])
def test_goals_are_listed_with_the_and_of_other_languages(word: str) -> None:
    assert told(f"Smith 12' {word} Jones 13'") == [("Smith", "12", GOAL), ("Jones", "13", GOAL)]


@pytest.mark.parametrize(
    ("text", "word", "fix"),
    [
        ("own goal 12'", "own", "Write who put it in, as in `Name 12' (og)`; leave the goal out if nobody knows."),
        ("Kane 9', OG 12'", "OG", "Write who put it in, as in `Name 12' (og)`; leave the goal out if nobody knows."),
        ("pen 12'", "pen", "Write the name first, as in `Name 12' (pen)`."),
        ("og Smith 12'", "og", OWN_AFTER),
        ("Own Goal (Smith) 12'", "Own", OWN_AFTER),
        ("OG Smith 12'", "OG", f"{OWN_AFTER} If it is a part of the name, put a colon after that."),
        ("(og) Smith 12'", "(", f"Write the name first. {MARKS}"),
        *((f"{word} 12'", word, LEAVE_OUT) for word in ("unknown", "Unknown", "TBC", "N/A", "?")),
        *((word, word, NONE) for word in ("none", "None", "nobody", "nil", "0")),
        ("no goals", "no", NONE),
        *((f"Smith {minute}{word}", word, MOMENT) for word in ("HT", "FT", "AET") for minute in ("", "12' ", "12', ")),
        (
            "Kane 9' PEN Sovann 12'",
            "PEN",
            "Write a mark after the minute, as in `Name 12' (pen)`; if a name begins with it, put a comma before it.",
        ),
        ("Smith 12' rig.", "rig.", PENALTY_AFTER),
        ("Smith 12' rig. Rossi 30'", "rig.", PENALTY_AFTER),
        ("Smith rigore 12'", "rigore", PENALTY_AFTER),
        ("Smith (rig.) 12'", "(rig.)", PENALTY_AFTER),
        ("Smith (Eigentor) 12'", "(Eigentor)", OWN_AFTER),
        ("Smith autogol 12'", "autogol", OWN_AFTER),
        ("autogol Smith 12'", "autogol", OWN_AFTER),
        ("Smith aut. 12'", "aut.", OWN_AFTER),
        ("Smith 12' assist Jones", "assist", "Write who gave the pass in brackets, as in `Kane 18' (assist: Saka)`."),
        (
            "Smith 12' (Jones)",
            "Jones",
            "If Jones gave the pass, write `(assist: Jones)`; the other marks are `(pen)` and `(og)`.",
        ),
        ("Smith 12' (autorete)", "autorete", "Write `(og)`."),
        ("Smith 12' (Eigentor)", "Eigentor", "Write `(og)`."),
        ("Smith 12' (rig.)", "rig.", "Write `(pen)`."),
        ("Smith 12' (s. p.)", "s. p.", "Write `(pen)`."),
        ("Smith 12' (header)", "header", MARKS),
        ("Smith 12' header", "header", ALONE),
        ("Smith at 12'", "at", ALONE),
        ("Smith 12' deflected", "deflected", f"{MARKS} Put a comma before the name of another scorer."),
        ("#10 Smith 12'", "#10", NO_SHIRT),
        ("10 Smith 12'", "10", NO_SHIRT),
        ("No. 10 Smith 12'", "No.", NO_SHIRT),
        ("12' Smith", "12'", "Write the name before the minutes."),
        ("⚽⚽ Smith", "⚽⚽", "Write the name once for each time, as in `Pessina, Pessina`, or its minutes."),
        ("🟥 Smith 12'", "🟥", "Write the name and its minutes alone, as in `Kane 18'`."),
        ("A 1'; B 2'", ";", "Put a `,` between the goals of one side; those of the other stand under its own key."),
    ],
)
def test_what_is_nobodys_name_is_told_with_what_to_write(text: str, word: str, fix: str) -> None:
    error = refused(text)
    assert error.fix == fix
    assert text[error.offset : error.offset + error.length] == word
