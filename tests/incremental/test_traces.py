"""What is read is recorded, and leads from a change to whoever rests on it; teeth: each link of that chain can be broken."""

from __future__ import annotations

import pytest

from site_builder.incremental.blocks import encoded
from site_builder.incremental.cell_numbers import cell_of, part_name, rule_name
from site_builder.incremental.fingerprint import print_of
from site_builder.incremental.memo import Input, Memo, Printed
from site_builder.incremental.recorder import Recorder, What
from site_builder.incremental.spreading import affected
from site_builder.incremental.traces import Traces

GOALS: Input[str, int] = Input("goals")
NAMES: Input[str, str] = Input("names")


def total(read: Memo) -> int:
    """All goals there are."""
    return sum(read.get(GOALS, name) for name in ("a", "b", "c"))


def leader(read: Memo, _key: str) -> Printed[str]:
    """Who has scored most."""
    most = max(("a", "b", "c"), key=lambda name: read.get(GOALS, name))
    return Printed(most, print_of(most))


def caption(read: Memo) -> str:
    """A rule that rests on a part."""
    return f"Led by {read.part(leader, '')}"


def pages_of(read: Memo) -> dict[str, str]:
    """A site of four pages."""
    return {
        "a.html": f"{read.get(NAMES, 'a')}: {read.get(GOALS, 'a')}",
        "all.html": str(read(total)),
        "top.html": read.part(leader, ""),
        "caption.html": read(caption),
        "guest.html": read.find(NAMES, "guest") or "nobody",
    }


class Site:
    """Inputs with the traces of the pages made of them."""

    def __init__(self) -> None:
        self.goals = {"a": 3, "b": 1, "c": 0}
        self.names = {"a": "Zapata"}
        self.read = Recorder({GOALS: self.goals, NAMES: self.names})
        self.traces = Traces()
        self.build()

    def build(self) -> None:
        for path in pages_of(Memo({GOALS: self.goals, NAMES: self.names})):
            with self.read.page(path, (path,)) as known:
                known.append(pages_of_one(self.read, path))
        self.traces.add(encoded(self.read.taken()))

    def change(self, *cells: tuple[str, str]) -> frozenset[str]:
        """The pages that a change concerns."""
        self.read.look_at({GOALS: self.goals, NAMES: self.names})
        reach = affected(self.traces, [cell_of(*cell) for cell in cells], self.read)
        self.traces.add(encoded(self.read.taken()))
        return reach.pages


def pages_of_one(read: Memo, path: str) -> str:
    match path:
        case "a.html":
            return f"{read.get(NAMES, 'a')}: {read.get(GOALS, 'a')}"
        case "all.html":
            return str(read(total))
        case "top.html":
            return read.part(leader, "")
        case "caption.html":
            return read(caption)
        case _:
            return read.find(NAMES, "guest") or "nobody"


def test_a_change_reaches_who_read_it_directly_and_through_rules() -> None:
    site = Site()
    site.goals["a"] = 4
    assert site.change(("goals", "a")) == {"a.html", "all.html"}


def test_a_part_that_comes_out_otherwise_reaches_further_through_rules() -> None:
    site = Site()
    site.goals["b"] = 9
    assert site.change(("goals", "b")) == {"all.html", "top.html", "caption.html"}


def test_that_something_was_not_there_is_a_fact_to_rest_on() -> None:
    site = Site()
    site.names["guest"] = "Ederson"
    assert site.change(("names", "guest")) == {"guest.html"}


def test_what_nobody_read_concerns_nobody() -> None:
    site = Site()
    site.goals["d"] = 9
    assert site.change(("goals", "d")) == frozenset()


def test_a_part_is_compared_with_what_it_was_last_not_first() -> None:
    site = Site()
    site.goals["b"] = 9
    site.change(("goals", "b"))
    site.build()
    site.goals["b"] = 1
    assert "top.html" in site.change(("goals", "b"))


def test_rules_that_rest_on_a_change_are_computed_again() -> None:
    site = Site()
    assert site.read(total) == 4
    site.goals["a"] = 30
    site.change(("goals", "a"))
    assert site.read(total) == 31
    assert site.read(caption) == "Led by a"


def test_the_latest_record_of_a_page_counts() -> None:
    site = Site()
    with site.read.page("a.html", ()) as known:
        known.append("made of a name alone")
        site.read.get(NAMES, "a")
    site.traces.add(encoded(site.read.taken()))
    site.goals["a"] = 5
    assert site.change(("goals", "a")) == {"all.html"}
    record = site.traces.page("a.html")
    assert record
    assert (record.what, record.print) == (What.PAGE, "made of a name alone")


def test_a_page_that_failed_leaves_no_trace() -> None:
    read = Recorder({GOALS: {"a": 1}})
    with pytest.raises(ZeroDivisionError), read.page("a.html", ()):
        _ = read.get(GOALS, "a") / 0
    assert read.taken().records == []


def test_pages_that_are_gone_stay_gone_until_they_are_made_again() -> None:
    site = Site()
    site.traces.keep_only({"all.html", "top.html"})
    assert set(site.traces.pages) == {"all.html", "top.html"}
    again = Traces(site.traces.blocks, site.traces.dead)
    assert set(again.pages) == {"all.html", "top.html"}
    site.build()
    assert "a.html" in site.traces.pages
    assert "a.html" in Traces(site.traces.blocks, site.traces.dead).pages


def test_of_two_records_of_one_part_in_a_block_the_later_counts() -> None:
    site = Site()
    site.goals["b"] = 9
    site.read.look_at({GOALS: site.goals, NAMES: site.names})
    for _ in range(2):  # as a rule that was not yet forgotten makes it: first with the print that it had
        site.read.print_of_part(leader, "")
        site.read.print_of_part(leader, "")
    site.traces.add(encoded(site.read.taken()))
    found = [record for record in site.traces.readers(cell_of("goals", "b")) if record.what is What.PART]
    assert [record.print for record in found] == [print_of("b")]
    assert len(site.traces.dead[-1]) == 3


def test_cells_have_one_number_in_every_process() -> None:
    assert cell_of("goals", "a") == bytes.fromhex("77f329ae297e6130")
    assert rule_name(total).endswith("test_traces:total")
    assert part_name(leader, "x").endswith("test_traces:leader\nx")


def test_no_cell_is_lost_among_many() -> None:
    many: Input[int, int] = Input("many")
    read = Recorder({many: {n: n for n in range(5000)}})
    for page in range(50):
        with read.page(f"{page}.html", ()) as known:
            known.append("")
            for n in range(page * 100, page * 100 + 100):
                read.get(many, n)
    traces = Traces(encoded(read.taken()))
    assert all([record.name for record in traces.readers(cell_of("many", n))] == [f"{n // 100}.html"] for n in range(5000))


def test_a_reader_that_was_found_counts_no_more_after_it_was_made_again() -> None:
    site = Site()
    cell = cell_of("names", "a")
    before = list(site.traces.readers(cell))
    site.names["a"] = "Muriel"
    site.read.look_at({GOALS: site.goals, NAMES: site.names})
    site.build()
    after = list(site.traces.readers(cell))
    assert [record.name for record in before] == [record.name for record in after] == ["a.html"]
    assert before[0].print != after[0].print
