"""Inputs are kept as bytes, compared as bytes, and read back as what they were."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import Any

import msgspec
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


def kept_of(inputs: dict[Input[Any, Any], dict[Any, Any]]) -> Unpacked:
    return Unpacked(encode_inputs(inputs, CODECS))


def test_what_is_kept_reads_back() -> None:
    kept = kept_of(INPUTS)
    assert {source: dict(Stored(partial(kept.__getitem__, source.name), CODECS[source])) for source in INPUTS} == INPUTS
    assert kept.keys() == {source.name for source in INPUTS}
    assert (len(kept), len(Stored(lambda: kept["teams"], CODECS[model.TEAMS]))) == (4, 1)


def test_a_value_by_itself_is_encoded_as_among_all() -> None:
    """Those that an edit replaced are compared with those of the next build."""
    kept, encode_key = kept_of(INPUTS), msgspec.msgpack.encode
    for source, values in INPUTS.items():
        assert kept[source.name] == {encode_key((key,)): CODECS[source].encode(value) for key, value in values.items()}


def test_values_that_were_encoded_by_themselves_are_packed_as_all_at_once() -> None:
    for name, values in kept_of(INPUTS).items():
        assert packed(values) == kept_of(INPUTS).parts[name.encode()]


def test_of_a_report_its_path_is_kept_with_what_reading_it_rests_on() -> None:
    told: dict[str, Any] = {"a": SimpleNamespace(path="content/matches/a.md")}
    found = codecs({"content/matches/a.md": b"key"}, lambda *reference: reference)  # type: ignore[arg-type]
    kept = Unpacked(encode_inputs({model.REPORTS: told}, found))["reports"]
    assert list(kept.values()) == [found[model.REPORTS].encode(told["a"])]
    assert Stored(lambda: kept, found[model.REPORTS])["a"] == ("content/matches/a.md", b"key")


def test_a_value_is_decoded_once() -> None:
    teams = Stored(lambda: kept_of(INPUTS)["teams"], CODECS[model.TEAMS])
    assert teams["lazio"] is teams["lazio"]
    with pytest.raises(KeyError):
        _ = teams["napoli"]


def test_inputs_that_nobody_gave_are_not_kept() -> None:
    assert kept_of({model.AS_OF: {"": None}}).keys() == {model.AS_OF.name}


def test_every_input_of_the_site_can_be_kept_but_those_read_at_every_start() -> None:
    declared = {value.name for value in vars(model).values() if isinstance(value, type(model.TEAMS))}
    assert {source.name for source in (*CODECS, *GIVEN)} == declared


def test_values_that_changed_came_or_went_differ() -> None:
    before = kept_of(INPUTS)
    now = kept_of(
        {
            **INPUTS,
            model.TEAMS: {
                "lazio": Thing(model.THINGS[0], "lazio", "S.S. Lazio"),
                "napoli": Thing(model.THINGS[0], "napoli", "Napoli"),
            },
            model.MEETINGS: {},
        }
    )
    teams = {cell_of("teams", "lazio"), cell_of("teams", "napoli")}
    assert differing(before, now) == {*teams, cell_of("meetings", ("atalanta", "lazio"))}
    assert differing(before, before) == set()


def test_an_input_that_is_the_same_as_a_whole_is_not_unpacked() -> None:
    before, now = kept_of(INPUTS), kept_of({**INPUTS, model.MEETINGS: {}})
    differing(before, now)
    assert [vars(one)["_known"].keys() for one in (before, now)] == [{"meetings"}, {"meetings"}]


def test_all_of_an_input_differs_that_came_or_went_as_a_whole() -> None:
    before = kept_of(INPUTS)
    without = Unpacked({name: part for name, part in before.parts.items() if name != b"teams"})
    assert differing(before, without) == differing(without, before) == {cell_of("teams", "lazio")}


def test_a_layer_replaces_values_and_leaves_the_rest() -> None:
    once = Layered({"a": 1, "b": 2}, {"a": 3})
    twice = Layered(once, {"b": 4})
    assert (dict(once), dict(twice)) == ({"a": 3, "b": 2}, {"a": 3, "b": 4})
    assert (twice.below, len(twice)) == ({"a": 1, "b": 2}, 2)
    with pytest.raises(KeyError):
        _ = twice["c"]
