"""Mutation testing: small changes of the program, one at a time, and which of them no test sees.

mutmut makes the changes and calls the tests that reach each; this script gives it a copy of the
checkout to work in, the rooms to change with the tests of the same name, and prints what came of
it. A mutant that lives is shown: write the test that it evades, or see that it changes nothing and
say why in `equivalent_mutants.toml`. The status is 1 where tests see fewer than nine in ten of those
that change something.

    python tools/mutate.py football/placing football/table
    python tools/mutate.py --sample 200 incremental

Functions with decorators (properties, cached values, context managers) are left alone by mutmut.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parent.parent
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.toml")
COPIED = ("site_builder", "templates", "tests", "content", "docs", "tools", "site.toml", "README.md", "CHANGELOG.md", "LICENSE")
EXCUSED = frozenset({"not checked", "skipped"})
LIVED = frozenset({"survived", "no tests"})
LEAST = 0.9
SEED = 1898
"""Of samples: the same mutants are tried each time, as long as the modules are the same."""


class Change(Struct, frozen=True):
    """What a mutant changes: the lines of a module that go, and those that come in their place, without indentation."""

    module: str
    was: str
    becomes: str


def listed(text: str) -> dict[Change, str]:
    """The changes that change nothing, each with the reason, from the list of them."""
    return {
        Change(module, entry["was"], entry["becomes"]): entry["because"]
        for module, entries in tomllib.loads(text).items()
        for entry in entries
    }


def change_of(shown: str) -> Change:
    """The change that ``mutmut show`` tells: the path of a module, and its lines as a unified diff."""
    lines = shown.splitlines()
    path = next(line for line in lines if line.startswith("--- ")).removeprefix("--- ")
    gone, come = (
        [line[1:].strip() for line in lines if line.startswith(sign) and not line.startswith(3 * sign)] for sign in "-+"
    )
    return Change(path.removeprefix("site_builder/").removesuffix(".py"), " ".join(gone), " ".join(come))


def prepared(folder: Path, modules: Iterable[str]) -> None:
    """A copy of the checkout with mutmut's settings: each room with its own tests."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    settings = {
        "source_paths": ["site_builder"],
        "only_mutate": [
            f"site_builder/{module}{'.py' if (ROOT / 'site_builder' / f'{module}.py').is_file() else '/*'}" for module in modules
        ],
        "pytest_add_cli_args_test_selection": sorted({f"tests/{module.partition('/')[0]}" for module in modules}),
        "also_copy": [*COPIED, "pyproject.toml"],
        "process_isolation": "forkserver",  # no mutant finds in a cache what was computed before it was there
        "timeout_multiplier": 2,
        "track_dependencies": False,
        "use_git_change_detection": False,
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (folder / "pyproject.toml").write_text("\n".join([project, "[tool.mutmut]", *lines, ""]), encoding="utf-8")


class Mutmut(Struct, frozen=True):
    """The program in the folder that was prepared for it."""

    program: str
    folder: Path

    def said(self, *words: str) -> str:
        """What a command of it prints."""
        return subprocess.run([self.program, *words], cwd=self.folder, capture_output=True, text=True, check=True).stdout

    def ends(self) -> dict[str, str]:
        """All mutants by name, and what became of them."""
        return dict(re.findall(r"^\s*(\S+): ([a-z ]+)$", self.said("results", "--all", "true"), re.MULTILINE))

    def sampled(self, number: int) -> Sequence[str]:
        """The names of some mutants, drawn from all, which are made for it; which tests reach them is measured on the way."""
        made = [self.program, "run", "none of this name"]
        done = subprocess.run(made, cwd=self.folder, capture_output=True, text=True, check=False)
        names = sorted(self.ends()) if "nothing matches" in done.stderr else []
        if not names:
            sys.exit(done.stdout + done.stderr)
        return random.Random(SEED).sample(names, min(number, len(names)))  # noqa: S311 - no secret

    def run(self, names: Sequence[str], jobs: int) -> None:
        """Try mutants: those of these names, or all."""
        subprocess.run([self.program, "run", "--max-children", str(jobs), *names], cwd=self.folder, check=True)


def tell(ends: Mapping[str, str], shown: Mapping[str, str], equivalent: Mapping[Change, str]) -> float:
    """Print how many mutants ended how, and each that lives; gives the part of those seen that change something."""
    counted = Counter(end for end in ends.values() if end not in EXCUSED)
    excused = 0
    for text in shown.values():
        why = equivalent.get(change_of(text))
        excused += why is not None
        print(text if why is None else f"{text}changes nothing: {why}\n")
    for end, number in counted.most_common():
        print(f"{end:<12} {number:>5}")
    that_change = counted.total() - excused
    seen = counted.total() - sum(counted[end] for end in LIVED)
    part = seen / max(that_change, 1)
    print(
        f"{excused:,} of {counted.total():,} mutants change nothing; of the {that_change:,} others tests see {seen:,}: {part:.1%}"
    )
    return part


def main() -> int:
    """Calls mutmut in a copy of the checkout."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="+", help="modules or rooms, below site_builder/")
    parser.add_argument("--folder", type=Path, default=ROOT / ".venv" / "mutation", help="where the copy goes")
    parser.add_argument("--sample", type=int, help="try so many mutants, where there are more; otherwise all")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    prepared(given.folder, given.modules)
    mutmut = Mutmut(shutil.which("mutmut", path=str(Path(sys.executable).parent)) or "mutmut", given.folder)
    mutmut.run(mutmut.sampled(given.sample) if given.sample else (), given.jobs)
    ends = mutmut.ends()
    shown = {name: mutmut.said("show", name) for name, end in ends.items() if end in LIVED}
    return 0 if tell(ends, shown, listed(EQUIVALENT.read_text(encoding="utf-8"))) >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
