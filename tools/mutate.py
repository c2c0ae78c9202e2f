"""Mutation testing: small changes of the program, one at a time, and which of them no test sees.

mutmut makes the changes and calls the tests that reach each; this script gives it a copy of the
checkout to work in, the rooms to change with the tests of the same name, and prints what came of
it. A mutant that lives is shown: write the test that it evades, or see that it changes nothing.

    python tools/mutate.py football/placing football/table incremental/spreading
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("site_builder", "templates", "tests", "content", "docs", "tools", "site.toml", "README.md", "CHANGELOG.md", "LICENSE")
KILLED, TIMEOUT, SURVIVED, UNTESTED = "killed", "timeout", "survived", "no tests"


def prepared(folder: Path, modules: list[str]) -> None:
    """A copy of the checkout with mutmut's settings: each room with its own tests."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        ignored = shutil.ignore_patterns("__pycache__")
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)
    rooms = sorted({module.partition("/")[0] for module in modules})
    paths = [f"site_builder/{module}.py" if (ROOT / "site_builder" / f"{module}.py").is_file() else f"site_builder/{module}" for module in modules]
    wanted = f"\n[tool.mutmut]\npaths_to_mutate = {paths}\ntests_dir = {[f'tests/{room}' for room in rooms]}\nalso_copy = {[*COPIED, 'pyproject.toml']}\n"
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8") + wanted, encoding="utf-8")


def results(folder: Path) -> Counter[str]:
    """How many mutants ended how."""
    said = subprocess.run(["mutmut", "results", "--all", "true"], cwd=folder, capture_output=True, text=True, check=True).stdout
    return Counter(re.findall(r": ([a-z ]+)$", said, re.MULTILINE))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="+", help="modules or rooms, below site_builder/")
    parser.add_argument("--folder", type=Path, default=ROOT / ".venv" / "mutation", help="where the copy goes")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    prepared(given.folder, given.modules)
    mutmut = shutil.which("mutmut", path=str(Path(sys.executable).parent)) or "mutmut"
    subprocess.run([mutmut, "run", "--max-children", str(given.jobs)], cwd=given.folder, check=True)
    print(results(given.folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
