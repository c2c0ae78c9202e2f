"""The numbers by which cells are known in every process."""

from __future__ import annotations

from site_builder.incremental.cell_numbers import cell_of, cell_of_encoded, numbering, part_cell, part_name, rule_name
from site_builder.incremental.memo import Memo, Printed


def shown(_read: Memo, key: str) -> Printed[str]:
    return Printed(key, key)


def test_a_cell_is_the_same_however_its_key_arrives() -> None:
    assert cell_of("goals", "a") == cell_of_encoded("goals", b"\x91\xa1a") == numbering("goals")(("a",))
    assert cell_of("goals", ("a", "b")) != cell_of("goals", "a", "b")
    assert len(cell_of("goals")) == 8


def test_a_part_is_found_by_what_it_is_called() -> None:
    name = part_name(shown, "a\nb")
    assert name == f"{rule_name(shown)}\na\nb"
    assert part_cell(name) == cell_of(rule_name(shown), "a\nb")
