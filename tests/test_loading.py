"""What a build of plain reports need not load, in any of its processes: it would wait for that before it begins to read."""

from __future__ import annotations

import re

import pytest

from builders import TestSite, report

HEAVY = {"pydantic", "pydantic_core", "yaml", "frontmatter", "markdown", "site_builder.content.modelling"}
_IMPORTED = re.compile(r"^import time:.*\| *(?P<name>[\w.]+)$", re.MULTILINE)
REPORTS = {f"content/matches/{n}.md": report(date=f"2021-{n // 28 + 1:02}-{n % 28 + 1:02}", text="Won.") for n in range(140)}
"""So many that other processes read them."""
TEAM = "---\nname: Atalanta\n---\n"


@pytest.fixture
def plain(site: TestSite) -> TestSite:
    return site.write(REPORTS)


def loaded(site: TestSite) -> set[str]:
    """The modules that a build loads, in whatever process."""
    done = site.command("build", "--jobs", "2", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0, done.stderr
    modules = {found["name"] for found in _IMPORTED.finditer(done.stderr)}
    assert "site_builder.cli" in modules
    return modules


def test_plain_reports_are_read_without_pydantic_and_yaml(plain: TestSite) -> None:
    first = loaded(plain)
    assert "site_builder.content.documents" in first
    assert first & HEAVY == set()
    plain.write({"content/matches/7.md": REPORTS["content/matches/7.md"].replace("Won.", "Drawn.")})
    after = loaded(plain)
    assert "Drawn." in plain.page("matches/2021/2021-01-08-atalanta-napoli.html")
    assert "site_builder.content.documents" in after
    assert after & HEAVY == set()


def test_other_documents_are_read_with_them(plain: TestSite) -> None:
    plain.write({"content/teams/atalanta.md": TEAM})
    assert loaded(plain) & {"pydantic", "site_builder.content.modelling"} == {"pydantic", "site_builder.content.modelling"}
    plain.write({"content/teams/atalanta.md": TEAM.replace("name: Atalanta\n", "name: Atalanta\ncity: Bergamo\n")})
    assert "site_builder.content.modelling" in loaded(plain)


def test_nothing_edited_loads_no_reader_but_the_one_that_looks_ahead(plain: TestSite) -> None:
    plain.build()
    assert loaded(plain) & (HEAVY | {"jinja2", "site_builder.build"}) == set()
