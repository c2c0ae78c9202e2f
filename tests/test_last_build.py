"""What is remembered of a build, where values of the inputs took the place of older ones."""

from __future__ import annotations

from pathlib import Path

import msgspec

from site_builder.incremental.cells import Unpacked, encode_inputs
from site_builder.incremental.traces import Traces
from site_builder.last_build import Known, LastBuild, load_head, load_last, save_last
from site_builder.site import model
from site_builder.site.keeping import codecs_in_full
from site_builder.site.model import Thing

KNOWN = Known({}, "", "", "", "", {}, (), (), 0, 0, ())
CODECS = codecs_in_full()
LAZIO, RENAMED, NAPOLI = (Thing(model.THINGS[0], *names) for names in (("a", "Lazio"), ("a", "S.S. Lazio"), ("b", "Napoli")))
BEFORE = Unpacked(encode_inputs({model.TEAMS: {"a": LAZIO, "b": NAPOLI}, model.AS_OF: {"": None}}, CODECS))
AFTER = encode_inputs({model.TEAMS: {"a": RENAMED, "b": NAPOLI}, model.AS_OF: {"": None}}, CODECS)
LAST = LastBuild(
    KNOWN, BEFORE, Traces(()), {model.TEAMS.name: {msgspec.msgpack.encode(("a",)): CODECS[model.TEAMS].encode(RENAMED)}}
)


def test_values_that_came_since_are_merged_into_the_others() -> None:
    assert LAST.merged.parts == AFTER


def test_where_nothing_is_kept_yet_all_is_kept_with_what_came_since(tmp_path: Path) -> None:
    kept = save_last(tmp_path, LAST)
    head = load_head(tmp_path)
    assert head
    found = load_last(tmp_path, head)
    assert found
    assert (kept.cells.parts, kept.replaced, found.cells.parts, found.replaced) == (AFTER, {}, AFTER, {})


def test_where_all_is_kept_what_came_since_is_kept_beside_it(tmp_path: Path) -> None:
    older = save_last(tmp_path, msgspec.structs.replace(LAST, replaced={}))
    save_last(tmp_path, msgspec.structs.replace(LAST, base=older.base))
    head = load_head(tmp_path)
    assert head
    found = load_last(tmp_path, head)
    assert found
    assert (found.cells.parts, found.replaced, found.merged.parts) == (BEFORE.parts, LAST.replaced, AFTER)
