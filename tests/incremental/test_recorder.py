"""What is read is noted with whoever reads it: pages, rules and parts, each by itself; a rule that is forgotten runs again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incremental.recording import GOALS, NAMES, cell_of_rule, failing, reads_of, records_of, shown, total, twice
from site_builder.incremental.cell_numbers import cell_of
from site_builder.incremental.memo import RECENT, Input, Memo
from site_builder.incremental.recorder import Record, Recorded, Recorder, What


@pytest.fixture
def read() -> Recorder:
    return Recorder({GOALS: {"a": 3, "b": 5}, NAMES: {"a": "Zapata"}})


def test_a_page_rests_on_what_it_read_itself_noted_as_often_as_it_did(read: Recorder) -> None:
    with read.page("a.html", ("about", "it")) as known:
        assert read.get(GOALS, "a") == 3
        assert read.get(GOALS, "a") == 3
        assert read.find(NAMES, "a") == "Zapata"
        assert read.find(NAMES, "guest") is None
        known.append("the render key")
    taken = read.taken()
    assert records_of(taken) == (Record(What.PAGE, "a.html", "the render key", 4, ("about", "it")),)
    goals, names, guest = cell_of("goals", "a"), cell_of("names", "a"), cell_of("names", "guest")
    assert taken.cells == [goals + goals + names + guest]


def test_what_everything_rests_on_is_read_without_a_note() -> None:
    read = Recorder({GOALS: {"": 7}})
    with read.page("a.html", ()) as known:
        assert read.fixed(GOALS) == 7
        known.append("")
    assert reads_of(read.taken()) == {(What.PAGE, "a.html"): ()}


def test_what_is_asked_for_at_once_is_noted_as_if_it_were_asked_for_one_by_one(read: Recorder) -> None:
    for path in ("one by one", "at once"):
        with read.page(path, ()) as known:
            keys = ["b", "guest", "a", "b"]
            found = read.find_each(GOALS, iter(keys)) if path == "at once" else [read.find(GOALS, key) for key in keys]
            assert found == [5, None, 3, 5]
            known.append("")
    one, other = reads_of(read.taken()).values()
    assert one == other == tuple(cell_of("goals", key) for key in ("b", "guest", "a"))


def test_who_asks_for_what_is_made_of_an_input_rests_on_it_each_time(read: Recorder) -> None:
    for path in ("a.html", "b.html"):
        with read.page(path, ()) as known:
            assert read.made_of(GOALS, "a", float) == 3.0
            known.append("")
    assert set(reads_of(read.taken()).values()) == {(cell_of("goals", "a"),)}


@pytest.mark.parametrize("way", [Recorder.__call__, Recorder.recently])
def test_a_rule_has_a_record_of_its_own_and_its_reader_rests_on_the_rule(read: Recorder, way: object) -> None:
    ask = way.__get__(read)  # type: ignore[attr-defined]  # a method
    with read.page("a.html", ()) as known:
        assert ask(total, "a", "b") == 8
        known.append("")
    rule = cell_of_rule(total, "a", "b")
    taken = read.taken()
    assert records_of(taken)[0] == Record(What.RULE, rule.hex(), "", 2, ())
    assert reads_of(taken) == {
        (What.RULE, rule.hex()): (cell_of("goals", "a"), cell_of("goals", "b")),
        (What.PAGE, "a.html"): (rule,),
    }


@pytest.mark.parametrize("way", [Recorder.__call__, Recorder.recently])
def test_who_asks_later_for_a_rule_that_is_known_rests_on_it_as_well(read: Recorder, way: object) -> None:
    ask = way.__get__(read)  # type: ignore[attr-defined]  # a method
    assert ask(total, "a", "b") == 8
    read.taken()
    with read.page("a.html", ()) as known:
        assert ask(total, "a", "b") == 8
        read.get(NAMES, "a")
        known.append("")
    assert read.computed == 1
    assert reads_of(read.taken()) == {(What.PAGE, "a.html"): (cell_of_rule(total, "a", "b"), cell_of("names", "a"))}


def test_a_rule_that_rests_on_a_rule_does_not_rest_on_what_that_read(read: Recorder) -> None:
    assert read(twice, "b") == 20
    assert reads_of(read.taken()) == {
        (What.RULE, cell_of_rule(total, "b", "b").hex()): (cell_of("goals", "b"),),
        (What.RULE, cell_of_rule(twice, "b").hex()): (cell_of_rule(total, "b", "b"),),
    }


def test_the_number_of_a_cell_stays_when_its_value_is_another_one(read: Recorder) -> None:
    for goals in ({"a": 3}, {"a": 4}, {"a": 4}):
        read.look_at({GOALS: goals, NAMES: {}})
        with read.page("a.html", ()) as known:
            assert (read.get(GOALS, "a"), read.find(GOALS, "b"), read.find(NAMES, "a")) == (goals["a"], None, None)
            known.append("")
        cells = (cell_of("goals", "a"), cell_of("goals", "b"), cell_of("names", "a"))
        assert reads_of(read.taken()) == {(What.PAGE, "a.html"): cells}
    read.look_at({NAMES: {"b": "Lazio"}})
    assert read.get(NAMES, "b") == "Lazio"
    with pytest.raises(KeyError):
        read.get(GOALS, "a")


def test_a_value_of_none_is_a_value_and_what_is_missing_is_noted_all_the_same() -> None:
    bare: Input[str, None] = Input("bare")
    read = Recorder({bare: {"a": None}})
    with read.page("a.html", ()) as known:
        assert (read.get(bare, "a"), read.find(bare, "a")) == (None, None)
        with pytest.raises(KeyError, match="b"):
            read.get(bare, "b")
        known.append("")
    assert reads_of(read.taken()) == {(What.PAGE, "a.html"): (cell_of("bare", "a"), cell_of("bare", "b"))}


KEYS = st.lists(st.sampled_from("abcd"), max_size=5)


@given(st.lists(st.tuples(st.sampled_from(["get", "find", "find_each", "call", "recently", "part"]), KEYS), max_size=12))
def test_a_recorder_gives_what_a_memo_gives_whatever_is_asked_in_which_order(asked: list[tuple[str, list[str]]]) -> None:
    inputs: dict[Input[Any, Any], Mapping[Any, Any]] = {GOALS: {"a": 3, "b": 5, "c": 0}}
    ways: dict[str, Callable[[Memo, str], object]] = {
        "get": lambda read, key: read.get(GOALS, key),
        "find": lambda read, key: read.find(GOALS, key),
        "find_each": lambda read, key: read.find_each(GOALS, [key, "a"]),
        "call": lambda read, key: read(twice, key),
        "recently": lambda read, key: read.recently(total, key, "b"),
        "part": lambda read, key: read.part(shown, key),
    }
    found: list[list[object]] = []
    for read in (Memo(inputs), Recorder(inputs)):
        found.append([])
        for way, keys in asked:
            for key in keys:
                try:
                    found[-1].append(ways[way](read, key))
                except KeyError:
                    found[-1].append(None)
    assert found[0] == found[1]


def test_what_was_taken_is_not_taken_again(read: Recorder) -> None:
    read(total, "a", "b")
    assert read.taken().records
    assert read.taken() == Recorded([], [])


@pytest.mark.parametrize("way", [Recorder.__call__, Recorder.recently])
def test_a_rule_that_is_forgotten_runs_and_is_recorded_again(read: Recorder, way: object) -> None:
    ask = way.__get__(read)  # type: ignore[attr-defined]  # a method
    ask(total, "a", "b")
    ask(total, "b", "b")
    before = read.taken()
    read.look_at({GOALS: {"a": 30, "b": 50}})
    read.forget(cell_of_rule(total, "a", "b"))
    assert (ask(total, "a", "b"), ask(total, "b", "b")) == (80, 10)
    assert read.taken().records == before.records[:1]


def test_numbers_of_nothing_can_be_forgotten(read: Recorder) -> None:
    assert read(total, "a", "b") == 8
    read.forget(cell_of("goals"))
    assert (read(total, "a", "b"), read.computed) == (8, 1)


def test_a_large_value_that_comes_back_is_recorded_once(read: Recorder) -> None:
    def large(_read: Memo, n: int) -> int:
        return n

    for n in (*range(RECENT + 1), 0):
        read.recently(large, n)
    assert read.computed == RECENT + 2
    assert len(read.taken().records) == RECENT + 1


def test_after_a_rule_failed_its_reader_goes_on_where_it_was(read: Recorder) -> None:
    with read.page("a.html", ()) as known:
        with pytest.raises(KeyError):
            read(failing)
        with pytest.raises(KeyError):
            read.part(shown, "nobody")
        read.get(GOALS, "a")
        known.append("")
    assert reads_of(read.taken()) == {
        (What.PAGE, "a.html"): (cell_of_rule(failing), cell_of_rule(shown, "nobody"), cell_of("goals", "a"))
    }


def test_a_page_within_a_page_is_recorded_by_itself(read: Recorder) -> None:
    with read.page("outer.html", ()) as outer:
        with read.page("inner.html", ()) as inner:
            read.get(GOALS, "a")
            inner.append("")
        read.get(GOALS, "b")
        outer.append("")
    assert reads_of(read.taken()) == {
        (What.PAGE, "inner.html"): (cell_of("goals", "a"),),
        (What.PAGE, "outer.html"): (cell_of("goals", "b"),),
    }
