"""What the project is made of: few packages, each with the oldest version that is known to work, and pinned for machines.

`oldest_versions.py`, which `make trust` runs, installs these oldest versions and tries them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NEEDED = [Requirement(line) for line in PROJECT["dependencies"]]
EXTRAS = [Requirement(line) for lines in PROJECT["optional-dependencies"].values() for line in lines]
WORKFLOWS = [*(ROOT / "docs" / "examples").glob("*.yml"), *(ROOT / ".github").rglob("*.yml")]
INJECTION = """
name: Bad
on: pull_request_target
jobs:
  bad:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: echo ${{ github.event.pull_request.title }}
"""


def pinned() -> dict[str, Version]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {canonicalize_name(name): Version(version) for name, version in found}


def hashed() -> dict[str, tuple[Version, list[str]]]:
    text = (ROOT / "requirements-hashed.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    found = re.findall(r"^([\w.-]+)==([\w.]+)(?: *;[^\n]*?)?((?: +--hash=sha256:[0-9a-f]{64})*) *$", text, re.MULTILINE)
    return {canonicalize_name(name): (Version(version), re.findall(r"sha256:\w+", hashes)) for name, version, hashes in found}


def test_few_packages_are_needed() -> None:
    assert len(NEEDED) <= 13
    assert len(hashed()) <= 22, "with all that these need, and the images"


@pytest.mark.parametrize("requirement", [*NEEDED, *EXTRAS], ids=str)
def test_every_package_has_a_lower_bound_and_a_pinned_version_above_it(requirement: Requirement) -> None:
    assert [specifier.operator for specifier in requirement.specifier] == [">="], "an upper bound would stop mends too"
    assert pinned()[canonicalize_name(requirement.name)] in requirement.specifier


def test_what_publishes_is_pinned_by_the_digests_of_the_files() -> None:
    versions = pinned()
    found = hashed()
    assert {canonicalize_name(one.name) for one in NEEDED} | {"pillow", "resvg-py"} <= found.keys()
    for name, (version, hashes) in found.items():
        assert hashes, name
        assert versions.get(name, version) == version, name
    assert "http" not in (ROOT / "requirements-hashed.txt").read_text(encoding="utf-8")


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--persona=auditor", "--no-progress", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_workflows_for_authors_have_no_known_weakness(tmp_path: Path) -> None:
    assert WORKFLOWS
    said = zizmor(*WORKFLOWS)
    assert said.returncode == 0, said.stdout
    (tmp_path / "bad.yml").write_text(INJECTION, encoding="utf-8")
    assert "template-injection" in zizmor(tmp_path / "bad.yml").stdout, "it would find one"
