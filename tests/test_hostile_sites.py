"""Whatever is wrong with a site: its place, one sentence, the fix; the rest is checked too; the output stays as it was.

The exact messages are in ``tests/hostile/``; ``UPDATE=1`` rewrites them, and you read the difference.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import TestSite
from figures import Figures
from hostile_sites import TROUBLES
from hostile_trouble import GOOD, Trouble
from site_builder.cli import commands
from test_broken import BROKEN, MISTAKES

SAID = Path(__file__).parent / "hostile"
SECONDS_FOR_ALL = 10
"""Far more than any of these sites may take on a machine that does other things as well."""


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    """A good site, built."""
    site = TestSite(tmp_path_factory.mktemp("before") / "site").write(GOOD)
    site.build()
    return site


def build(site: TestSite) -> tuple[int, str]:
    """What the command says in this process; it may raise nothing but the end that it means."""
    told = CliRunner().invoke(commands, ["build", "--jobs", "1", "--site", str(site.folder)])
    if told.exception and not isinstance(told.exception, SystemExit):
        raise told.exception
    return told.exit_code, told.output


def everything(folder: Path) -> dict[str, bytes]:
    """All files of the output, the ledger too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_there_is_no_message_without_its_trouble() -> None:
    assert sorted(path.stem for path in SAID.iterdir()) == sorted(trouble.name for trouble in TROUBLES)
    assert {trouble.number for trouble in TROUBLES} >= set(range(1, 21)) - {4}


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.name)
def test_trouble_is_told_exactly_and_changes_nothing(
    trouble: Trouble, before: TestSite, tmp_path: Path, figures: Figures
) -> None:
    site = TestSite(tmp_path / "site").write(GOOD)
    shutil.copytree(before.output, site.output, dirs_exist_ok=True)
    trouble.made_in(site)
    was = everything(site.output)
    began = time.monotonic()
    code, output = build(site)
    said = f"exit {code}\n{output}".replace(str(site.folder), "SITE")
    figures.worst("bad inputs: seconds of the slowest", time.monotonic() - began)
    figures.add("bad inputs: tried", 1)
    if os.environ.get("UPDATE"):
        SAID.mkdir(exist_ok=True)
        (SAID / f"{trouble.name}.txt").write_text(said, encoding="utf-8")
    assert said == (SAID / f"{trouble.name}.txt").read_text(encoding="utf-8")
    assert code in {1, 2}
    assert all(path in said for path in trouble.beside)
    assert everything(site.output) == was
    assert time.monotonic() - began < SECONDS_FOR_ALL
    figures.add("bad inputs: told exactly, with the output as before", 1)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_changes_nothing(mistake: str, before: TestSite, tmp_path: Path, figures: Figures) -> None:
    shutil.copytree(BROKEN / mistake, tmp_path / "site")
    expected = (BROKEN / mistake / "expected.txt").read_text(encoding="utf-8")
    (tmp_path / "site" / "expected.txt").unlink()
    site = TestSite(tmp_path / "site")
    shutil.copytree(before.output, site.output)
    was = everything(site.output)
    code, said = build(site)
    figures.add("bad inputs: tried", 1)
    if not expected.startswith("exit 0") and "prose-" not in expected:
        assert f"exit {code}\n{said}" == expected.replace("Nothing was written.", "Nothing was written; output/ is as before.")
        assert everything(site.output) == was
    figures.add("bad inputs: told exactly, with the output as before", 1)


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.name)
def test_every_message_has_a_place_and_a_fix(trouble: Trouble) -> None:
    said = (SAID / f"{trouble.name}.txt").read_text(encoding="utf-8")
    blocks = said.partition("\n")[2].split("\n\n")[:-1]
    assert blocks
    for block in blocks:
        lines = block.splitlines()
        assert re.match(r"[a-z0-9-]+( \(warning\))? +(content/|templates/|!default/|site\.toml)\S*", lines[0]), block
        assert re.match(r"  \S.*[.?`…]$", lines[-1]), block
