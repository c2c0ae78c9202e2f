"""Paths: what may stand in the output, and which two may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.output.paths import _UNSAFE, PRIVATE, _is_plain, folded, is_safe, parents, printable


@pytest.mark.parametrize(
    "path", ["index.html", "a/b/c.html", ".well-known/security.txt", "a..b/..c", "CNAME", "å/ł.html", "ab:c.jpg", "x y"]
)
def test_a_path_below_the_output_is_safe(path: str) -> None:
    assert is_safe(path)


@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/..", "./a", "a/.", "a\0", "a\\b", "\ud800"),
        *("C:", "c:/a", "c:a", ".site-builder", ".site-builder/lock", ".Site-Builder/lock"),
    ],
)
def test_a_path_that_leads_elsewhere_is_not(path: str) -> None:
    assert not is_safe(path)


@given(st.text("aB9./\\:-_~\0 é", max_size=9) | st.sampled_from([PRIVATE, f"{PRIVATE}/a", ".Site-builder", "a/.site-builder"]))
def test_what_is_seen_to_be_safe_at_a_glance_is(path: str) -> None:
    if _is_plain(path):
        assert path
        assert not _UNSAFE.search(path)
        assert folded(path.partition("/")[0]) != PRIVATE
        assert is_safe(path)


def test_parents_come_from_the_outermost_in() -> None:
    assert parents("a/b/c.html") == ("a", "a/b")
    assert parents("index.html") == ()


@pytest.mark.parametrize(
    ("one", "other"), [("Photo.JPG", "photo.jpg"), ("Å.html", "å.html"), ("e\u0301", "É"), ("STRASSE", "straße")]
)
def test_paths_that_some_disks_take_for_one_fold_to_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_a_name_that_is_no_text_can_be_shown() -> None:
    assert printable("caf\udce9.html") == "caf\\udce9.html"
    assert printable("café.html") == "café.html"
