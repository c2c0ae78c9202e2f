"""The oldest versions that pyproject.toml allows: they can be installed, give the same site, and pass the tests of the readers.

Called by its name in `make trust`, since installing them takes a minute and a registry.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

from builders import tree_of
from figures import Figures

ROOT = Path(__file__).parent.parent
TESTS = (
    "tests/content",
    "tests/football",
    "tests/incremental",
    "tests/language",
    "tests/images",
    "tests/site",
    "tests/test_config.py",
)
BESIDE = ("pytest", "hypothesis", "html5lib", "jsonschema", "fonttools")
"""What these tests need, in any version."""


def oldest() -> list[str]:
    """Each package at its lower bound."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["images"]]
    return [f"{one.name}=={next(iter(one.specifier)).version}" for one in map(Requirement, needed)]


def run(*command: str | Path, **environment: str) -> str:
    """What a command says; it has to end well."""
    given = {**{name: value for name, value in os.environ.items() if name != "PIP_CONSTRAINT"}, **environment}
    done = subprocess.run(list(map(str, command)), cwd=ROOT, env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout[-4000:]}\n{done.stderr[-4000:]}"
    return done.stdout


def test_the_oldest_versions_do_the_same(tmp_path: Path, figures: Figures) -> None:
    python = tmp_path / "venv" / "bin" / "python"
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    run(python, "-m", "pip", "install", "--quiet", *oldest(), *BESIDE)
    run(python, "-m", "pip", "install", "--quiet", "--no-deps", ROOT)
    for name, interpreter in (("old", python), ("new", Path(sys.executable))):
        run(interpreter, "-m", "site_builder", "build", "--output", tmp_path / name, "--cache", tmp_path / f"{name}-cache")
    old, new = tree_of(tmp_path / "old"), tree_of(tmp_path / "new")
    differing = [path for path in old.keys() | new.keys() if old.get(path) != new.get(path)]
    figures.add("oldest versions: files of the example site", len(old))
    figures.add("oldest versions: files that differ", len(differing))
    # A drawing's bytes may change with the version that draws it; what authors wrote may not.
    assert [path for path in differing if not path.endswith((".png", ".jpg", ".webp", ".avif"))] == []
    said = run(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS, TRUST="")
    figures.add("oldest versions: tests passed", int(said.split(" passed")[0].split()[-1]))
