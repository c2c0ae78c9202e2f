"""A rule runs once for its arguments, reads through the door it is given; large values stay while few came since."""

from __future__ import annotations

import pytest

from site_builder.incremental.memo import RECENT, Input, Memo, Printed

GOALS: Input[str, int] = Input("goals")


def times(read: Memo, key: str, n: int) -> int:
    """Goals, n-fold."""
    return n * read.get(GOALS, key)


def both(read: Memo) -> int:
    """A rule that rests on others."""
    return read(times, "a", 2) + read(times, "b", 2)


def shown(read: Memo, key: str) -> Printed[str]:
    """A part."""
    return Printed(f"{key}: {read.get(GOALS, key)}", "its print")


@pytest.fixture
def read() -> Memo:
    return Memo({GOALS: {"a": 3, "b": 5}})


def test_what_is_made_of_a_value_is_made_once_and_rests_on_that_value() -> None:
    made: list[tuple[int, ...]] = []

    def tens(goals: tuple[int, ...]) -> int:
        made.append(goals)
        return 10 * sum(goals)

    scored: Input[str, tuple[int, ...]] = Input("scored")
    values = {"a": (3,), "b": (5, 1)}
    read = Memo({scored: values})
    assert [read.made_of(scored, key, tens) for key in ("a", "b", "a")] == [30, 60, 30]
    values["a"] = (4,)
    assert read.made_of(scored, "a", tens) == 40
    assert made == [(3,), (5, 1), (4,)]


def test_inputs_are_told_apart_by_name() -> None:
    names: Input[str, str] = Input("names")
    read = Memo({GOALS: {"a": 3}, names: {"a": "Zapata"}})
    assert (read.get(GOALS, "a"), read.get(names, "a")) == (3, "Zapata")
    assert read.get(Input[str, int]("goals"), "a") == 3


def test_what_is_not_there_is_none_or_an_error_as_one_asks(read: Memo) -> None:
    assert read.find(GOALS, "b") == 5
    assert read.find(GOALS, "c") is None
    assert read.find_each(GOALS, ["b", "c", "a"]) == [5, None, 3]
    with pytest.raises(KeyError, match="c"):
        read.get(GOALS, "c")


def test_a_rule_runs_once_for_the_same_arguments(read: Memo) -> None:
    assert read.computed == 0
    assert [read(times, "a", 2), read(times, "a", 2), read(times, "a", 3), read(times, "b", 2)] == [6, 6, 9, 10]
    assert read.computed == 3


def test_rules_that_rest_on_others_take_what_is_known(read: Memo) -> None:
    assert (read(both), read(both), read(times, "b", 2)) == (16, 16, 10)
    assert read.computed == 3


def test_nothing_is_a_value_to_remember_too(read: Memo) -> None:
    ran: list[str] = []

    def nothing(_read: Memo, key: str) -> None:
        ran.append(key)

    read(nothing, "a")
    read(nothing, "a")
    assert ran == ["a"]


def test_a_part_is_taken_out_of_its_print(read: Memo) -> None:
    assert read.part(shown, "b") == "b: 5"
    assert read.computed == 0


def test_a_large_value_runs_once_while_it_was_used_last(read: Memo) -> None:
    assert [read.recently(times, "a", 2), read.recently(times, "a", 2), read.recently(times, "b", 2)] == [6, 6, 10]
    assert read.computed == 2
    assert read(times, "a", 2) == 6
    assert read.computed == 3, "the two ways of asking remember by themselves"


def test_of_large_values_that_are_too_many_the_one_unused_for_longest_goes(read: Memo) -> None:
    for n in range(RECENT):
        read.recently(times, "a", n)
    read.recently(times, "a", 0)  # is used again, so that the next one is the oldest
    assert read.computed == RECENT
    read.recently(times, "a", RECENT)
    assert read.computed == RECENT + 1
    kept = [n for n in range(RECENT + 1) if n != 1]
    assert [read.recently(times, "a", n) for n in kept] == [3 * n for n in kept]
    assert read.computed == RECENT + 1
    assert read.recently(times, "a", 1) == 3
    assert read.computed == RECENT + 2


def test_a_memo_can_be_told_to_keep_more_large_values(read: Memo) -> None:
    read.recent = RECENT + 1
    assert [read.recently(times, "a", n) for n in (*range(RECENT + 1), 0)] == [3 * n for n in (*range(RECENT + 1), 0)]
    assert read.computed == RECENT + 1
