"""Problems that name a key, or a line without its text, get both from the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.content import sources
from site_builder.content.sources import locate
from site_builder.problems import Place, Problem
from source_files import empty_site, write

TEXT = b"---\r\nhome: Atalanta\r\ngoals:\r\n  away: Lozano\r\n---\r\nBody\x07.\r\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return empty_site(tmp_path)


def problem(key: tuple[str | int, ...] = (), line: int = 0, path: str = "content/matches/a.md") -> Problem:
    return Problem("code", Place(path, line, 1 if line else 0, key=key), "message")


@pytest.mark.parametrize(
    ("key", "line", "column", "excerpt"),
    [
        (("home",), 2, 7, "home: Atalanta"),
        (("goals", "away"), 4, 9, "  away: Lozano"),
        (("goals", "home"), 3, 1, "goals:"),
        (("score",), 1, 1, "---"),
    ],
)
def test_a_key_becomes_a_line_and_its_text(site: Path, key: tuple[str, ...], line: int, column: int, excerpt: str) -> None:
    write(site, "matches/a.md", TEXT)
    (found,) = locate(site, [problem(key)])
    assert (found.place.line, found.place.column, found.excerpt, found.place.key) == (line, column, excerpt, key)


def test_a_line_that_is_known_stays_and_gets_its_text_in_legible_form(site: Path) -> None:
    write(site, "matches/a.md", TEXT)
    (found,) = locate(site, [problem(("home",), line=6)])
    assert (found.place.line, found.excerpt) == (6, "Body\ufffd.")


def test_problems_of_other_files_than_content_get_their_lines_too(site: Path) -> None:
    (site / "site.toml").write_text('title = "x"\n')
    assert locate(site, [problem(line=1, path="site.toml")])[0].excerpt == 'title = "x"'


@pytest.mark.parametrize("path", ["content/matches/gone.md", "content/matches", "", "content/\0.md"])
def test_what_cannot_be_read_any_more_leaves_its_problems_as_they_are(site: Path, path: str) -> None:
    before = (problem(("home",), path=path), problem(line=3, path=path))
    assert locate(site, before) == before


def test_a_front_matter_that_was_broken_meanwhile_leaves_the_key(site: Path) -> None:
    write(site, "matches/a.md", b"---\nhome: [\n---\n")
    (found,) = locate(site, [problem(("home",))])
    assert found.place.line == 0


def test_lines_beyond_the_end_and_endless_lines_have_no_text(site: Path) -> None:
    write(site, "matches/a.md", b"x" * (sources.LONGEST_EXCERPT + 1))
    assert [p.excerpt for p in locate(site, [problem(line=1), problem(line=9)])] == ["", ""]
