"""Inputs are kept as bytes, compared as bytes, and read back as what they were."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from site_builder.football.model import Season
from site_builder.incremental.cell_numbers import cell_of
from site_builder.incremental.cells import Layered, Stored, Unpacked, differing, encode_inputs, packed
from site_builder.incremental.memo import Input
from site_builder.site import model
from site_builder.site.keeping import GIVEN, codecs
from site_builder.site.model import Edition, Thing


def never(path: str, _key: bytes) -> None:
    raise KeyError(path)


INPUTS: dict[Input[Any, Any], dict[Any, Any]] = {
    model.TEAMS: {"lazio": Thing(model.THINGS[0], "lazio", "Lazio")},
    model.MATCHES_OF_EDITION: {Edition("serie-a", Season(2020, 2021)): ("matches/2021/a", "matches/2021/b")},
    model.MEETINGS: {("atalanta", "lazio"): ("matches/2021/a",)},
    model.AS_OF: {"": None},
}
CODECS = codecs({}, never)  # type: ignore[arg-type]  # no report is asked for


def test_what_is_kept_reads_back() -> None:
    kept = Unpacked(packed(encode_inputs(INPUTS, CODECS)))
    assert {source: dict(Stored(partial(kept.__getitem__, source.name), CODECS[source])) for source in INPUTS} == INPUTS
    assert kept.keys() == {source.name for source in INPUTS}
    assert (len(kept), len(Stored(lambda: kept["teams"], CODECS[model.TEAMS]))) == (4, 1)


def test_a_value_is_decoded_once() -> None:
    teams = Stored(lambda: encode_inputs(INPUTS, CODECS)["teams"], CODECS[model.TEAMS])
    assert teams["lazio"] is teams["lazio"]
    with pytest.raises(KeyError):
        _ = teams["napoli"]


def test_inputs_that_nobody_gave_are_not_kept() -> None:
    assert encode_inputs({model.AS_OF: {"": None}}, CODECS).keys() == {model.AS_OF.name}


def test_every_input_of_the_site_can_be_kept_but_those_read_at_every_start() -> None:
    declared = {value.name for value in vars(model).values() if isinstance(value, type(model.TEAMS))}
    assert {source.name for source in (*CODECS, *GIVEN)} == declared


def test_values_that_changed_came_or_went_differ() -> None:
    before = encode_inputs(INPUTS, CODECS)
    now = encode_inputs(
        {
            **INPUTS,
            model.TEAMS: {
                "lazio": Thing(model.THINGS[0], "lazio", "S.S. Lazio"),
                "napoli": Thing(model.THINGS[0], "napoli", "Napoli"),
            },
            model.MEETINGS: {},
        },
        CODECS,
    )
    teams = {cell_of("teams", "lazio"), cell_of("teams", "napoli")}
    assert differing(before, now) == {*teams, cell_of("meetings", ("atalanta", "lazio"))}
    assert differing(before, before) == set()


def test_all_of_an_input_differs_that_came_or_went_as_a_whole() -> None:
    before = encode_inputs(INPUTS, CODECS)
    without = {name: values for name, values in before.items() if name != "teams"}
    assert differing(before, without) == differing(without, before) == {cell_of("teams", "lazio")}


def test_a_layer_replaces_values_and_leaves_the_rest() -> None:
    once = Layered({"a": 1, "b": 2}, {"a": 3})
    twice = Layered(once, {"b": 4})
    assert (dict(once), dict(twice)) == ({"a": 3, "b": 2}, {"a": 3, "b": 4})
    assert (twice.below, len(twice)) == ({"a": 1, "b": 2}, 2)
    with pytest.raises(KeyError):
        _ = twice["c"]
