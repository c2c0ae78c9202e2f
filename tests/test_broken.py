"""One folder for each mistake an author can make, with the exact message. ``UPDATE=1`` rewrites what is expected."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli import commands

BROKEN = Path(__file__).parent / "broken"
MISTAKES = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())


def test_there_are_mistakes() -> None:
    assert len(MISTAKES) >= 30


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_exactly(mistake: str, tmp_path: Path) -> None:
    shutil.copytree(BROKEN / mistake, tmp_path / "site")
    expected = tmp_path / "site" / "expected.txt"
    wanted = expected.read_text(encoding="utf-8") if expected.exists() else ""
    expected.unlink(missing_ok=True)
    told = CliRunner().invoke(commands, ["check", "--jobs", "1", "--site", str(tmp_path / "site")])
    said = f"exit {told.exit_code}\n{told.output}"
    if os.environ.get("UPDATE"):
        (BROKEN / mistake / "expected.txt").write_text(said, encoding="utf-8")
        return
    assert "Traceback" not in said
    assert said == wanted


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_names_its_place_and_leaves_a_trace_of_the_fix(mistake: str) -> None:
    said = (BROKEN / mistake / "expected.txt").read_text(encoding="utf-8")
    assert said.startswith(("exit 0", "exit 1", "exit 2"))
    assert "content/" in said or "site.toml" in said or "locales/" in said
    assert said.rstrip().endswith(("Nothing was written.", "as before."))
