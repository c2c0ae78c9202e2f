"""The same sources give the same bytes: whatever the hash seed, time zone, locale, workers, folder or order of files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builders import TestSite, tree_of

EXAMPLE = Path(__file__).parent.parent

SURROUNDINGS = {
    "another hash seed, Apia, a locale of commas": (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia", "LANG": "de_DE.UTF-8", "LC_ALL": "C"},
        "1",
    ),
    "a third hash seed, Honolulu, two workers": ({"PYTHONHASHSEED": "2", "TZ": "Pacific/Honolulu"}, "2"),
}
"""Each differs in everything from the others and from that of the reference; what leaks would have to leak alike twice."""


@pytest.fixture(scope="module")
def reference(example_site: Path) -> dict[str, bytes]:
    return tree_of(example_site)


def example(folder: Path) -> TestSite:
    """A copy of the example site, without what was built."""
    shutil.copytree(EXAMPLE / "content", folder / "site" / "content")
    shutil.copy(EXAMPLE / "site.toml", folder / "site")
    return TestSite(folder / "site")


@pytest.mark.parametrize("where", SURROUNDINGS)
def test_surroundings_leave_no_trace(where: str, reference: dict[str, bytes], tmp_path: Path) -> None:
    environment, jobs = SURROUNDINGS[where]
    site = example(tmp_path)
    done = site.command("build", "--jobs", jobs, **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert site.tree() == reference


def test_the_order_in_which_files_were_made_leaves_no_trace_and_a_second_build_writes_nothing(
    reference: dict[str, bytes], tmp_path: Path
) -> None:
    site = TestSite(tmp_path / "elsewhere" / "with a space")
    sources = [path for path in (EXAMPLE / "content").rglob("*") if path.is_file()]
    for path in sorted(sources, key=lambda p: p.name[::-1], reverse=True):
        site.write({path.relative_to(EXAMPLE).as_posix(): path.read_bytes()})
    shutil.copy(EXAMPLE / "site.toml", site.folder)
    first = site.build()
    assert site.tree() == reference
    times = {path: path.stat().st_mtime_ns for path in site.output.rglob("*.html")}
    second = site.build()
    assert first.written == len(tree_of(site.output))
    assert (second.written, second.removed, second.unchanged) == (0, 0, first.written)
    assert {path: path.stat().st_mtime_ns for path in site.output.rglob("*.html")} == times
