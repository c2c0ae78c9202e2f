"""Compiled templates are kept where nobody else can put any, and used only where they are whole and of this text."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from jinja2 import Environment

from site_builder.language.words import Words
from site_builder.rendering.code_cache import MOST_DAYS, code_folder
from site_builder.rendering.templates import TemplateSource, theme_of


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's cache of their own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that are compiled, as they are."""
    names: list[str] = []
    compile_ = Environment._generate  # noqa: SLF001 - the hook that Jinja compiles by

    def noted(environment: Environment, source: object, name: str, *more: object, **settings: object) -> str:
        names.append(name)
        return compile_(environment, source, name, *more, **settings)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(Environment, "_generate", noted)
    return names


def said(text: str, folder: Path | None) -> str:
    theme = theme_of({"a.html": TemplateSource("templates/a.html", text)}, Words(), folder)
    return theme.environment.get_template("a.html").render()


def test_a_template_is_compiled_once(home: Path, compiled: list[str]) -> None:
    folder = code_folder("en")
    assert folder
    assert folder.is_relative_to(home)
    assert [said("Full time", folder), said("Full time", folder)] == ["Full time"] * 2
    assert compiled == ["a.html"]


@pytest.mark.usefixtures("home")
def test_another_text_under_the_same_name_is_compiled(compiled: list[str]) -> None:
    folder = code_folder("en")
    assert [said("Full time", folder), said("Half-time", folder)] == ["Full time", "Half-time"]
    assert compiled == ["a.html", "a.html"]


@pytest.mark.parametrize(
    "harm", [lambda _: b"", lambda code: code[:-3], lambda code: code[:50] + bytes([code[50] ^ 1]) + code[51:]]
)
@pytest.mark.usefixtures("home")
def test_code_that_is_not_whole_is_compiled_again(harm: object, compiled: list[str]) -> None:
    folder = code_folder("en")
    assert folder
    said("Full time", folder)
    for path in folder.iterdir():
        path.write_bytes(harm(path.read_bytes()))  # type: ignore[operator]  # one of the functions above
    assert said("Full time", folder) == "Full time"
    assert compiled == ["a.html", "a.html"]


def test_a_folder_that_others_may_write_to_is_not_used(home: Path) -> None:
    folder = code_folder("en")
    assert folder
    folder.chmod(0o777)
    assert code_folder("en") is None
    folder.chmod(0o700)
    assert code_folder("en") == folder
    (home / "site-builder").chmod(0o770)
    assert code_folder("en") is None


@pytest.mark.usefixtures("home")
def test_a_link_in_the_place_of_the_folder_is_not_followed(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = code_folder("en")
    assert folder
    folder.rmdir()
    folder.symlink_to(tmp_path_factory.mktemp("elsewhere"))
    assert code_folder("en") is None


def test_where_no_folder_can_be_made_templates_are_compiled_each_time(home: Path, compiled: list[str]) -> None:
    (home / "site-builder").write_text("A file.")
    assert code_folder("en") is None
    assert [said("Full time", None), said("Full time", None)] == ["Full time"] * 2
    assert compiled == ["a.html", "a.html"]


@pytest.mark.usefixtures("home")
def test_code_that_nobody_used_for_long_is_removed() -> None:
    old = code_folder("old")
    assert old
    long_ago = time.time() - (MOST_DAYS + 1) * 86400
    os.utime(old, (long_ago, long_ago))
    new = code_folder("new")
    assert new
    assert sorted(path.name for path in new.parent.iterdir()) == ["new"]


@pytest.mark.usefixtures("home")
def test_a_macro_is_escaped_for_the_page_and_for_the_calendar_that_import_it(compiled: list[str]) -> None:
    sources = {"m.txt": "{% macro m(name) %}{{ name }}{% endmacro %}", "a.html": "{% import 'm.txt' as m %}{{ m.m('A & B') }}"}
    said: list[str] = []
    for _ in range(2):
        theme = theme_of({name: TemplateSource(name, text) for name, text in sources.items()}, Words(), code_folder("en"))
        said += [each.get_template("a.html").render() for each in (theme.environment, theme.for_calendars)]
    assert said == ["A &amp; B", "A & B"] * 2
    assert sorted(compiled) == ["a.html", "a.html", "m.txt", "m.txt"]


def test_folders_are_the_user_s_own_whatever_rights_new_ones_get(home: Path) -> None:
    before = os.umask(0o002)
    try:
        folder = code_folder("en")
    finally:
        os.umask(before)
    assert folder
    assert (home / "site-builder").stat().st_mode & 0o077 == 0
