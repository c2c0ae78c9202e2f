"""The house stands: rooms import downwards only, nothing goes in circles, files stay small, the outside stays outside."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "site_builder"
FLOORS = {
    "problems": 0,
    "config": 1,
    "workers": 1,
    "football": 1,
    "incremental": 1,
    "language": 1,
    "folders": 2,
    "drawers": 1,
    "installed": 0,
    "content": 2,
    "output": 2,
    "phrases": 2,
    "reporting": 2,
    "images": 2,
    "site": 3,
    "checks": 4,
    "pages": 4,
    "rendering": 5,
    "outcome": 5,
    "scout": 5,
    "production": 6,
    "image_preparation": 6,
    "prose_checking": 6,
    "program": 2,
    "last_build": 2,
    "looking": 6,
    "standstill": 7,
    "changes": 7,
    "prepared": 8,
    "preparation": 9,
    "image_production": 7,
    "cluster": 7,
    "resumption": 9,
    "ending": 9,
    "revision": 10,
    "turnout": 9,
    "build": 11,
    "living": 12,
    "explaining": 10,
    "serve": 13,
    "authoring": 13,
    "cli_showing": 14,
    "cli_parts": 15,
    "process": 16,
    "cli_writing": 16,
    "cli": 17,
    "__main__": 18,
}
# What reaches outside a value: allowed in the shell only.
OUTSIDE = {
    "os",
    "pathlib",
    "shutil",
    "subprocess",
    "socket",
    "tempfile",
    "time",
    "random",
    "threading",
    "multiprocessing",
    "locale",
}
SHELL = {
    "__main__",
    "process",
    "program",
    "looking",
    "scout",
    "last_build",
    "drawers",
    "installed",
    "changes",
    "explaining",
    "content.rereading",
    "cli",
    "cli_parts",
    "cli_showing",
    "cli_writing",
    "build",
    "preparation",
    "production",
    "outcome",
    "folders",
    "workers",
    "output",
    "serve",
    "authoring",
    "image_preparation",
    "prose_checking",
    "image_production",
    "cluster",
    "images",
    "content.sources",
    "content.source_walk",
    "content.opening",
    "content.parse_cache",
    "content.reader_version",
    "content.reading",
    "content.results",
    # A text that takes too long is refused: the one clock that can say so.
    "content.markdown_engine",
    "content.markdown_limits",
    "language.catalogues",
    "rendering.templates",
    "rendering.time_limit",
    "rendering.theme_assets",
    "rendering.code_cache",
}
AROUND = ("tests", "benchmarks", "tools")
LONGEST_FILE = 300
LONGEST_FUNCTION = 60
MEDIAN_FUNCTION = 10


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        yield name, path, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every import, those inside functions included, as (line, dotted name)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"line {node.lineno}: imports name their room in full"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def own_imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for line, name in imports(tree):
        if name.startswith("site_builder."):
            yield line, name.removeprefix("site_builder.")


def test_every_room_has_a_floor() -> None:
    rooms = {name.partition(".")[0] for name, _, _ in modules()} - {"__init__"}
    assert rooms <= FLOORS.keys()


@pytest.mark.parametrize(("name", "tree"), [(n, t) for n, _, t in modules()], ids=lambda v: v if isinstance(v, str) else "")
def test_a_room_imports_from_lower_floors_only(name: str, tree: ast.Module) -> None:
    room = name.partition(".")[0]
    upwards = [
        f"{name}:{line} imports {target}"
        for line, target in own_imports(tree)
        if (other := target.partition(".")[0]) != room
        and room != "__init__"
        and other in FLOORS
        and FLOORS[other] >= FLOORS[room]
    ]
    assert upwards == []


def test_no_module_imports_itself_through_others() -> None:
    known = {name for name, _, _ in modules()}
    edges: dict[str, set[str]] = {name: set() for name in known}
    for name, _, tree in modules():
        for _, target in own_imports(tree):
            owner = target if target in known else target.rpartition(".")[0]
            owner = owner if owner in known else f"{owner}.__init__"
            if owner in known:
                edges[name].add(owner)
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, f"circle: {' → '.join((*way[way.index(name) :], name))}"
        if name not in done:
            for target in sorted(edges[name]):
                visit(target, (*way, name))
            done.add(name)

    for name in sorted(known):
        visit(name, ())


@pytest.mark.parametrize(("name", "tree"), [(n, t) for n, _, t in modules()], ids=lambda v: v if isinstance(v, str) else "")
def test_only_the_shell_reaches_outside(name: str, tree: ast.Module) -> None:
    if name in SHELL or name.partition(".")[0] in SHELL:
        return
    # Paths as words are harmless; what reads or asks the machine is not.
    harmless = {"pathlib.PurePosixPath"}
    reached = [
        f"{name}:{line} {target}" for line, target in imports(tree) if target.partition(".")[0] in OUTSIDE - {"site_builder"}
    ]
    assert [r for r in reached if r.partition(" ")[2] not in harmless] == []


@pytest.mark.parametrize(("name", "tree"), [(n, t) for n, _, t in modules()], ids=lambda v: v if isinstance(v, str) else "")
def test_nothing_prints_or_opens_outside_the_shell(name: str, tree: ast.Module) -> None:
    calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert "print" not in calls
    if name not in SHELL and name.partition(".")[0] not in SHELL:
        assert not calls & {"open", "input", "exec", "eval", "__import__"}


def test_files_and_functions_are_small() -> None:
    files = [path for folder in (PACKAGE, *(ROOT / name for name in AROUND)) for path in folder.rglob("*.py")]
    long_files = [str(path) for path in files if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE]
    functions = [
        (f"{name}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for name, _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert long_files == []
    assert [f for f in functions if f[1] > LONGEST_FUNCTION] == []
    assert statistics.median(length for _, length in functions) < MEDIAN_FUNCTION


def test_every_module_says_what_it_is() -> None:
    assert [name for name, _, tree in modules() if not ast.get_docstring(tree)] == []
