"""Another reader has another version: whatever reading rests on is in it."""

from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

from site_builder import installed
from site_builder.content.reader_version import PACKAGES, ROOMS, version_of
from site_builder.program import SHOWING

PACKAGE = Path(__file__).parents[2] / "site_builder"


def _package(folder: Path) -> Path:
    for name in ("problems.py", "content/prose.py", "content/schema/match.py", "football/rulebooks/euro.toml", "pages/views.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("one", encoding="utf-8")
    return folder


def _imports() -> set[str]:
    """The first names of all imports in the rooms of the reader."""
    found: set[str] = set()
    for path in [PACKAGE / "problems.py", *(path for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found


def test_every_package_that_the_reader_imports_is_in_it() -> None:
    outside = _imports() - sys.stdlib_module_names - {"site_builder"}
    distributions = {packages_distributions()[name][0].lower().replace("_", "-") for name in outside}
    # MarkupSafe is imported for fingerprints, which are no part of what is read.
    assert distributions - {"markupsafe"} <= set(PACKAGES)


def test_the_rooms_are_all_that_the_content_room_imports() -> None:
    modules = [path.read_text(encoding="utf-8") for path in (PACKAGE / "content").rglob("*.py")]
    nodes = [node for text in modules for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom) and node.module]
    rooms = {node.module.split(".")[1] for node in nodes if node.module and node.module.startswith("site_builder.")}
    # Which process a file is read in does not show, nor how what was read is kept.
    assert rooms - {"workers", "drawers"} == {*ROOMS, "problems"}


@pytest.mark.parametrize("name", ["problems.py", "content/prose.py", "content/schema/match.py", "football/rulebooks/euro.toml"])
def test_an_edit_of_the_reader_is_another_reader(name: str, tmp_path: Path) -> None:
    package = _package(tmp_path)
    before = version_of(package)
    (package / name).write_text("two", encoding="utf-8")
    assert version_of(package) != before


def test_a_renamed_module_is_another_reader(tmp_path: Path) -> None:
    package = _package(tmp_path)
    before = version_of(package)
    (package / "content/prose.py").rename(package / "content/text.py")
    assert version_of(package) != before


def test_what_has_no_part_in_reading_is_no_part_of_the_version(tmp_path: Path) -> None:
    package = _package(tmp_path)
    before = version_of(package)
    (package / "pages/views.py").write_text("two", encoding="utf-8")
    assert version_of(package) == before


@pytest.mark.parametrize("name", PACKAGES)
def test_another_version_of_a_package_is_another_reader(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = version_of(tmp_path)
    monkeypatch.setattr(installed, "version_of", lambda package: "0.0.1" if package == name else version(package))
    assert version_of(tmp_path) != before


def test_without_sources_and_packages_there_is_a_version_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "version_of", lambda _: "")
    assert len(version_of(tmp_path / "nothing")) == 16


def test_it_is_the_same_wherever_the_package_lies(tmp_path: Path) -> None:
    assert version_of(_package(tmp_path / "here")) == version_of(_package(tmp_path / "there"))


def test_what_the_reader_rests_on_makes_another_program_too() -> None:
    assert set(PACKAGES) <= set(SHOWING)
