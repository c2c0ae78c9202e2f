"""The wheel carries everything: built here, installed in an empty environment elsewhere, it builds a site."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from builders import report

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT), cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def run(*words: str, cwd: Path) -> str:
    clean = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(words, cwd=cwd, env=clean, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_the_theme_the_schemas_and_the_types(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "site_builder/templates/base.html" in names
    assert "site_builder/py.typed" in names
    assert {"assets/fonts/OFL.txt", "cards/OFL.md", "cards/halfway-serif-bold.ttf"} <= {
        name.removeprefix("site_builder/templates/") for name in names
    }
    assert "site_builder/schemas/match.schema.json" in names
    assert {"it/LC_MESSAGES/site_builder.po", "site_builder.pot"} <= {
        name.removeprefix("site_builder/locales/") for name in names
    }
    assert not [name for name in names if name.startswith(("tests/", "content/", "output/"))]


def test_the_installed_wheel_builds_a_site(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = str(tmp_path / "env" / "bin" / "python")
    constraints = str(ROOT / "constraints.txt")
    run(python, "-m", "pip", "install", "-q", "--constraint", constraints, str(wheel), cwd=tmp_path)
    match = tmp_path / "site" / "content" / "matches" / "one.md"
    match.parent.mkdir(parents=True)
    match.write_text(report(text="A semi-final."), encoding="utf-8")
    said = run(str(tmp_path / "env" / "bin" / "site-builder"), "build", "--site", "site", cwd=tmp_path)
    assert "1 matches" in said or "1 match," in said
    page = (tmp_path / "site" / "output" / "matches" / "2021" / "2021-02-10-atalanta-napoli.html").read_text(encoding="utf-8")
    assert "3–1" in page
    assert (tmp_path / "site" / "output" / "assets" / "site.css").stat().st_size > 0
