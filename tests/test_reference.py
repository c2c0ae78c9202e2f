"""The reference pages are what the code makes, and every code of a problem is explained."""

from __future__ import annotations

import ast
import re
import runpy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOL = runpy.run_path(str(ROOT / "tools" / "make_reference.py"))
PAGES: dict[str, Callable[[], str]] = TOOL["PAGES"]
MAKERS = {"Problem", "warning", "fault", "wrong", "_wrong", "of_shorthand", "shorthand", "read_parts", "BadPicture", "Finding"}
PUT_TOGETHER = {"f'no-{name}'": {"no-alt", "no-credit"}}
"""Codes that no literal holds, by the expression that makes them."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_reference_is_what_the_code_makes(name: str) -> None:
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "python tools/make_reference.py writes it anew"


def codes_in_the_code() -> set[str]:
    from_calls = {code for path in (ROOT / "site_builder").rglob("*.py") for code in codes_of(path)}
    reading = runpy.run_path(str(ROOT / "site_builder" / "content" / "opening.py"))
    return from_calls | {code for code, _, _ in reading["_WORDS"].values()}


def codes_of(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = dict(constants_of(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and name_of(node.func) in MAKERS:
            first = node.args[0]
            yield from codes_from(named.get(first.id, first) if isinstance(first, ast.Name) else first)


def constants_of(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """What a module calls by a name of its own: ``NO_MATCH = "no-such-match"``."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def codes_from(given: ast.expr) -> Iterator[str]:
    """The codes that an argument can be; a name or a call only passes one on."""
    if isinstance(given, ast.JoinedStr):
        yield from PUT_TOGETHER[ast.unparse(given)]
    elif isinstance(given, ast.IfExp):
        yield from codes_from(given.body)
        yield from codes_from(given.orelse)
    elif isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value


def test_every_problem_is_explained_and_no_other() -> None:
    text = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    firsts = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    explained = [code for cell in firsts for code in re.findall(r"`([^`]+)`", cell)]
    assert len(explained) == len(set(explained))
    assert set(explained) == codes_in_the_code()


def test_a_warning_is_marked_as_one() -> None:
    text = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    for mistake in sorted((ROOT / "tests" / "broken").glob("*/expected.txt")):
        for code in re.findall(r"^([a-z0-9-]+) \(warning\)", mistake.read_text(encoding="utf-8"), re.MULTILINE):
            assert f"`{code}` ∘" in text, code
