"""Any history of builds, edits by hand and strangers' files: every build gives what a clean build gives, and spares the rest."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from output_builds import build, remarked, tree, tree_of
from output_faults import End, KilledError, disk_that_ends
from site_builder.output.faults import OutputFailed, OutputRefused
from site_builder.output.paths import folded, parents

PAGES = ("a", "a/x", "a/x/y", "A", "b.html", "B.html", "c/d.html", "c/e/f.html", "CNAME")
STRANGERS = ("a", "a/x", "a/mine", "b.html", "c/mine", "c", "CNAME", ".nojekyll", ".git/HEAD", "notes.txt", "deep/er/mine")
BYTES = (b"", b"one", b"two", b"three")


def clash(path: str, other: str) -> bool:
    """Whether two paths cannot both be planned."""
    one, two = folded(path), folded(other)
    return one == two or one.startswith(two + "/") or two.startswith(one + "/")


def blocks(stranger: str, path: str) -> bool:
    """Whether a file keeps another one from its place."""
    return stranger == path or stranger in parents(path) or path in parents(stranger)


class History(RuleBasedStateMachine):
    """``pages`` are the sources, ``owned`` what the last build left as its own, ``edited`` those of them edited since."""

    def __init__(self) -> None:
        super().__init__()
        self.site = Path(tempfile.mkdtemp(prefix="history"))
        self.output = self.site / "output"
        self.pages: dict[str, bytes] = {}
        self.owned: set[str] = set()
        self.strangers: dict[str, bytes] = {}
        self.edited: dict[str, bytes] = {}
        self.edits = 0

    def teardown(self) -> None:
        shutil.rmtree(self.site)

    @rule(path=st.sampled_from(PAGES), data=st.sampled_from(BYTES))
    def write_a_source(self, path: str, data: bytes) -> None:
        self.pages = {other: kept for other, kept in self.pages.items() if not clash(path, other)}
        self.pages[path] = data

    @rule(path=st.sampled_from(PAGES))
    def drop_a_source(self, path: str) -> None:
        self.pages.pop(path, None)

    def is_refused(self) -> bool:
        """Whether a stranger's file, or one edited and no longer planned, is in the way, or the whole folder a stranger's."""
        others = {**self.strangers, **{path: data for path, data in self.edited.items() if path not in self.pages}}
        names = [path.name for path in self.output.glob("[!.]*") if path.name != "CNAME"]
        if names and not (self.output / ".site-builder/ledger.jsonl").exists():
            return True
        staying = {path for path, data in others.items() if path in self.edited or self.pages.get(path) != data}
        return any(blocks(other, path) for other in staying for path in self.pages)

    @rule(tool=st.sampled_from("12"), verify=st.booleans())
    def build(self, tool: str, *, verify: bool) -> None:
        if self.is_refused():
            before = tree(self.output)
            with pytest.raises(OutputRefused):
                build(self.site, self.pages, tool=tool, verify=verify)
            assert tree(self.output) == before
            return
        published = build(self.site, self.pages, tool=tool, verify=verify)
        warned = {str(problem.place).removeprefix("output/") for problem in published.problems}
        assert warned == {path for path in self.edited if self.pages.get(path) != self.edited[path]}
        self.compare()

    @rule(at=st.integers(1, 60), end=st.sampled_from(End), tool=st.sampled_from("12"))
    def build_after_one_that_was_stopped(self, at: int, end: End, tool: str) -> None:
        if not self.is_refused():
            with disk_that_ends(at, end), suppress(KilledError, KeyboardInterrupt, OutputFailed):
                build(self.site, self.pages, tool=tool)
            build(self.site, self.pages)
            self.compare()

    def compare(self) -> None:
        """The output is what a clean build gives, and what others put there; folders that others emptied may stay."""
        self.strangers = {path: data for path, data in self.strangers.items() if path not in self.pages}
        self.edited = {path: data for path, data in self.edited.items() if path not in self.pages}
        self.owned = {*self.pages, *self.edited}
        expected = {**self.strangers, **self.edited, **self.pages}
        found = tree(self.output)
        assert {path: data for path, data in found.items() if data is not None} == expected
        assert tree_of(expected).items() <= found.items()

    @precondition(lambda self: self.output.exists())
    @rule(path=st.sampled_from(PAGES))
    def edit_by_hand(self, path: str) -> None:
        if path in self.owned and (self.output / path).is_file():
            self.edits += 1
            self.edited[path] = b"edited %d" % self.edits
            (self.output / path).write_bytes(self.edited[path])

    @precondition(lambda self: self.output.exists())
    @rule(path=st.sampled_from(PAGES))
    def delete_by_hand(self, path: str) -> None:
        if (self.output / path).is_file():
            (self.output / path).unlink()
            self.edited.pop(path, None)
            self.strangers.pop(path, None)

    @precondition(lambda self: self.output.exists())
    @rule(path=st.sampled_from(PAGES), time=st.integers(0, 10**18))
    def touch_by_hand(self, path: str, time: int) -> None:
        if (self.output / path).is_file():
            os.utime(self.output / path, ns=(time, time))

    @rule(path=st.sampled_from(STRANGERS), data=st.sampled_from(BYTES))
    def put_a_file_there(self, path: str, data: bytes) -> None:
        target = self.output / path
        barriers = [parent for parent in target.parents if parent.is_file()]
        if path not in self.owned and not barriers and not target.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            self.strangers[path] = data

    @invariant()
    def strangers_are_as_they_were(self) -> None:
        assert {path: (self.output / path).read_bytes() for path in self.strangers} == self.strangers


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)

SITE = {"index.html": b"latest", "teams/a.html": b"a", "teams/b.html": b"b", "feed.xml": b"<feed/>"}


@settings(max_examples=40, deadline=None)
@given(
    cut=st.none() | st.integers(0, 600),
    flips=st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), max_size=3),
    junk=st.binary(max_size=20),
)
def test_whatever_became_of_the_ledger_the_pages_come_right_and_strangers_stay(
    cut: int | None, flips: list[tuple[int, int]], junk: bytes
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        build(site, SITE)
        (site / "output/mine.txt").write_bytes(b"mine")
        ledger = site / "output/.site-builder/ledger.jsonl"
        data = bytearray(ledger.read_bytes()[:cut] + junk)
        for place, byte in flips:
            data[place : place + 1] = bytes([byte])
        ledger.write_bytes(data)
        pages = {"index.html": b"newer", "teams/a.html": b"a", "new.html": b"new"}
        build(site, pages)
        found = {path: data for path, data in tree(site / "output").items() if data is not None}
        assert {**pages, "mine.txt": b"mine"}.items() <= found.items() <= {**SITE, **pages, "mine.txt": b"mine"}.items()
        assert build(site, pages).written == ()
        assert set(remarked(site, pages)) <= {"output-stranger"}
