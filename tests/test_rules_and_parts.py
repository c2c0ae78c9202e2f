"""Rules rest on no parts: an edit forgets rules at once and asks for parts after that, so such a rule would be missed."""

from __future__ import annotations

from pathlib import Path

from site_builder.incremental.blocks import at_hand
from site_builder.incremental.cell_numbers import part_cell
from site_builder.incremental.recorder import What
from site_builder.last_build import load_head, load_last


def test_no_rule_rests_on_a_part(example_site: Path) -> None:
    cache = example_site.parent / ".site-builder-cache"
    head = load_head(cache)
    last = load_last(cache, head) if head else None
    assert last is not None
    parts = {one.name for block in last.traces.blocks for one in at_hand(block).records if one.what is What.PART}
    readers = {reader.what for name in parts for reader in last.traces.readers(part_cell(name))}
    assert len(parts) > 500
    assert readers == {What.PAGE, What.PART}
