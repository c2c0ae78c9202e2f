"""Figures that tests record are summed up across worker processes and printed where they are asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from figures import summed, table

TESTS = """
import pytest

@pytest.mark.parametrize("n", range(4))
def test_kills(figures, n):
    figures.add("kills: tried", 300)
    figures.add("kills: differences", 0)
    figures.worst("pages: seconds", n / 4)

def test_that_fails(figures):
    figures.add("kills: tried", 34)
    assert False
"""


def test_sums_and_worst_values() -> None:
    figures = summed([("sum", "b", 1), ("worst", "a", 0.5), ("sum", "b", 2), ("worst", "a", 0.25)])
    assert list(figures.items()) == [("a", 0.5), ("b", 3)]
    assert table(figures) == ["a  0.50", "b     3"]


def test_the_table_stands_at_the_end_whichever_processes_ran_the_tests(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TESTS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "xdist", "-n", "2", "-p", "conftest", str(tmp_path)]
    here = str(Path(__file__).parent)
    environment = {**os.environ, "TRUST": "short", "PYTHONPATH": here, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    said = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False).stdout
    assert "kills: tried        1,234\n" in said
    assert "kills: differences      0\n" in said
    assert "pages: seconds       0.75\n" in said
