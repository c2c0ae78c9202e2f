"""That the front matter of a plain report comes out as pydantic reads it, and that whatever may be wrong is left to it."""

from __future__ import annotations

from types import UnionType
from typing import Union, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from figures import IS_FULL
from site_builder.content.consistency import settled_status
from site_builder.content.schema.base import Reads
from site_builder.content.schema.match import MatchModel
from site_builder.content.schema.plain_match import READERS, read_plainly

PLAIN: dict[str, object] = {
    "title": "Atalanta  3-1 Napoli",
    "type": "report",
    "date": "2021-02-10 20:45",
    "competition": "Coppa Italia",
    "season": "2020-21",
    "round": "Semi-finals",
    "matchday": "3",
    "group": "A",
    "leg": "2",
    "home": "Atalanta",
    "away": "Napole\u0301",
    "score": "3-1 aet",
    "half_time": "2-0",
    "full_time": "1-1",
    "played_score": "1-0",
    "status": "Awarded",
    "winner": "home",
    "neutral": "yes",
    "goals": {"home": ["Zapata 10'", "Pessina 16', 78' (pen)"], "away": "Lozano 53'"},
    "shootout": ["1-0 Messi", "Coman (saved)"],
    "venue": None,
    "referee": "Massa",
    "attendance": "22,623",
    "weather": " rain ",
    "player_of_the_match": "Pessina",
    "description": "A night",
    "author": "Somebody",
    "image": "a.jpg",
    "lang": "en",
    "slug": "a-night",
    "draft": "no",
    "updated": "2021-02-11",
    "autolink": "false",
}
OTHERS: dict[str, object] = {
    "goals": "Zapata 10'; Lozano 53'",
    "cards": {"home": "Toloi 31' (Y)"},
    "lineups": None,
    "author": ["Somebody", "Match desk"],
    "tags": "a, b",
    "stats": {"shots": "19-9"},
    "ratings": {"Zapata": "7.5"},
    "photos": ["a.jpg"],
    "assistants": "Meli",
    "extra": {"a": "1"},
    "unknown": None,
}
VALUES = st.sampled_from(
    [
        *(value for value in (*PLAIN.values(), *OTHERS.values())),
        *("", " ", "~", "a", "1", "0", "1000", "3-1", "2021-13-01", "???", "closed doors", "on", "Zapata10'", "\x07", "\u202e"),
        *(
            [],
            [None],
            ["a"],
            [["a"]],
            {},
            {"home": None},
            {"home": []},
            {"away": "-"},
            {"home": ""},
            {"home": {}},
            {"home": [{}]},
        ),
        *({"third": ["a 1'"]}, {"home": [{"player": "Zapata"}]}, {"home": [["a 1'"]]}, {"home": "a 1'", "away": ["b x"]}),
    ]
)
HEADS = st.dictionaries(st.sampled_from([*PLAIN, *OTHERS]), VALUES, max_size=2).flatmap(
    lambda odd: st.sets(st.sampled_from(list(PLAIN))).map(lambda keys: {**{key: PLAIN[key] for key in keys}, **odd})
)
NEEDED = {key: PLAIN[key] for key in ("competition", "home", "away")}


def told(model: MatchModel) -> object:
    return model.facts(settled_status(model.status, model.result())), model.publication(model.title)


def read_by(field: FieldInfo) -> object:
    """The function that reads all values of a key; None where there is none that does so by itself."""
    choices = get_args(field.annotation) if get_origin(field.annotation) in (Union, UnionType) else ()
    marks = (*field.metadata, *(mark for choice in choices for mark in getattr(choice, "__metadata__", ())))
    return next((mark.read for mark in marks if isinstance(mark, Reads)), None)


def is_same(values: dict[str, object]) -> bool:
    """Whether the values were read plainly, and then they are what pydantic reads, which has nothing to say about them."""
    plain = read_plainly(values)
    if plain is None:
        return False
    assert plain == told(MatchModel.model_validate(values))
    return True


def test_each_key_is_read_by_what_reads_it_in_the_model() -> None:
    # Goals are told by side, authors may be a list, the author's own data is with its numbers, which plain reading has not.
    by_itself = {key: reader for key, field in MatchModel.keys().items() if (reader := read_by(field)) and key != "extra"}
    assert {key: reader for key, reader in READERS.items() if key not in {"goals", "author"}} == by_itself


@pytest.mark.parametrize("key", ["half_time", "full_time"])
def test_a_part_of_a_score_that_is_missing_is_left_to_pydantic(key: str) -> None:
    assert not is_same({**NEEDED, key: "1-0"})


def test_a_report_of_plain_keys_is_read_as_by_pydantic() -> None:
    assert is_same(PLAIN)
    assert is_same(NEEDED)
    for key, value in PLAIN.items():
        assert is_same({**NEEDED, "score": "3-1", key: value})


@pytest.mark.parametrize("key", OTHERS)
def test_a_key_of_another_kind_is_left_to_pydantic(key: str) -> None:
    assert not is_same({**PLAIN, key: OTHERS[key]})


@pytest.mark.parametrize("key", NEEDED)
def test_a_missing_key_is_left_to_pydantic(key: str) -> None:
    assert not is_same({other: value for other, value in PLAIN.items() if other != key})
    assert not is_same({**PLAIN, key: None})


@settings(max_examples=10_000 if IS_FULL else 600, deadline=None)
@given(HEADS, st.sampled_from([NEEDED, NEEDED, {}]))
def test_any_report_that_is_read_plainly_is_read_as_by_pydantic(values: dict[str, object], needed: dict[str, object]) -> None:
    told = {**needed, **values}
    assert is_same(told) or read_plainly(told) is None
