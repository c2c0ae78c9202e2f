"""Mutation testing: small changes of the program, one at a time, and which of them no test sees.

mutmut makes the changes and calls the tests that reach each; this script gives it a copy of the
checkout to work in, the rooms to change with the tests of the same name, and prints what came of
it. A mutant that lives is shown: write the test that it evades, or see that it changes nothing.

    python tools/mutate.py football/placing football/table incremental/spreading
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("site_builder", "templates", "tests", "content", "docs", "tools", "site.toml", "README.md", "CHANGELOG.md", "LICENSE")
EXCUSED = frozenset({"not checked", "skipped"})


def prepared(folder: Path, modules: list[str]) -> None:
    """A copy of the checkout with mutmut's settings: each room with its own tests."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    files = {module: (ROOT / "site_builder" / f"{module}.py").is_file() for module in modules}
    settings = {
        "paths_to_mutate": [f"site_builder/{module}{'.py' if is_file else ''}" for module, is_file in files.items()],
        "tests_dir": sorted({f"tests/{module.partition('/')[0]}" for module in modules}),
        "also_copy": [*COPIED, "pyproject.toml"],
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text("\n".join([project, "[tool.mutmut]", *lines, ""]), encoding="utf-8")


def tell(folder: Path, mutmut: str) -> None:
    """Prints how many mutants ended how, and the change of each that lives."""
    said = subprocess.run([mutmut, "results", "--all", "true"], cwd=folder, capture_output=True, text=True, check=True).stdout
    ends = dict(re.findall(r"^\s*(\S+): ([a-z ]+)$", said, re.MULTILINE))
    for name, end in ends.items():
        if end == "survived":
            print(subprocess.run([mutmut, "show", name], cwd=folder, capture_output=True, text=True, check=True).stdout)
    counted = Counter(end for end in ends.values() if end not in EXCUSED)
    seen = counted.total() - counted["survived"] - counted["no tests"]
    for end, number in counted.most_common():
        print(f"{end:<12} {number:>5}")
    print(f"{seen:,} of {counted.total():,} mutants are seen by a test: {seen / max(counted.total(), 1):.1%}")


def main() -> int:
    """Calls mutmut in a copy of the checkout."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="+", help="modules or rooms, below site_builder/")
    parser.add_argument("--folder", type=Path, default=ROOT / ".venv" / "mutation", help="where the copy goes")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    prepared(given.folder, given.modules)
    mutmut = shutil.which("mutmut", path=str(Path(sys.executable).parent)) or "mutmut"
    subprocess.run([mutmut, "run", "--max-children", str(given.jobs)], cwd=given.folder, check=True)
    tell(given.folder, mutmut)
    return 0


if __name__ == "__main__":
    sys.exit(main())
