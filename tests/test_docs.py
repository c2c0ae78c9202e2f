"""The docs say what the code does: every key, setting, command, room and promise that one of them names exists in the other."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from site_builder.cli import commands
from site_builder.config import SETTINGS
from site_builder.content.model import Kind
from site_builder.content.modelling import MODELS
from site_builder.content.results_csv_plain import KEYS
from site_builder.football.rulebooks import rule_books

ROOT = Path(__file__).parent.parent
AUTHORS = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("kind", MODELS, ids=str)
def test_every_key_an_author_can_write_is_in_the_docs(kind: Kind) -> None:
    keys = [field.alias or name for name, field in MODELS[kind].model_fields.items()]
    assert [key for key in keys if f"`{key}`" not in AUTHORS and f"`{key}:" not in AUTHORS] == []


def test_every_column_of_a_table_of_results_is_in_the_docs() -> None:
    rules = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"`{key}`" not in rules] == []


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_is_in_the_docs(setting: str) -> None:
    assert f"`{setting}`" in AUTHORS or f"`[{setting}]`" in AUTHORS


def test_every_rule_book_is_in_the_docs() -> None:
    rules = " ".join((ROOT / "docs" / "rules.md").read_text(encoding="utf-8").split())
    assert [book.name for book in rule_books() if book.name not in rules] == []


def test_every_command_and_option_explains_itself() -> None:
    for name, command in commands.commands.items():
        assert command.help, name
        assert "Example: site-builder" in command.help
        for parameter in command.params:
            assert not isinstance(parameter, click.Option) or parameter.help, f"{name} {parameter.name}"


def test_every_room_is_in_the_architecture_and_the_other_way_round() -> None:
    rooms = {f"{p.name}/" if p.is_dir() else p.name for p in (ROOT / "site_builder").iterdir() if p.suffix in {"", ".py"}}
    rooms -= {"__init__.py", "__main__.py", "__pycache__/", "templates/", "py.typed"}
    table = ARCHITECTURE[ARCHITECTURE.index("| floor |") : ARCHITECTURE.index("Files, clock")]
    assert rooms == set(re.findall(r"`([a-z_]+(?:/|\.py))`", table)) - {"plan.py", "assemble.py", "questions.py"}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_the_docs_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [t.partition("#")[0] for t in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in t]
    assert [target for target in targets if target and not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_files_that_the_docs_name_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:site_builder|tests|docs|benchmarks|templates)/[\w./-]+)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_readme_opens_with_the_two_commands() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)
    assert README.index("make site") < README.index("make test") < 1500
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.findall(r"^make .*$", run, re.MULTILINE) == ["make site", "make test"]


def test_the_message_in_the_readme_is_the_one_that_is_printed(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "matches" / "2021"
    folder.mkdir(parents=True)
    head = "---\ndate: 2021-02-10\nseason: 2020-21\nhome: Atalanta\naway: Napoli\nscore: 3-1\n"
    (folder / "semi-final.md").write_text(f"{head}competiton: Coppa Italia\n---\nText.\n", encoding="utf-8")
    said = CliRunner().invoke(commands, ["check", "--jobs", "1", "--site", str(tmp_path)]).output
    block = README[README.index("unknown-key") : README.index("1 problem in 1 file.")]
    assert block in said


def test_the_changelog_is_kept() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in text
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.*)$", text, re.MULTILINE)) <= kinds
