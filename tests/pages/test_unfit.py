"""Names that no file can have are told where somebody wrote them: in a match, in an article, in a file of results."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TestSite, report
from site_builder.pages.unfit import _wrong_with, is_suspect

SHORT = "Give it a file in content/{folder}/ with a short `slug`, or correct the name."
ROWS = "= Serie A 2020/21\n\n▪ Matchday 1\nSat Sep 19 2020\n  18:00  Aux  v Torino FC  1-0\n"


def article(key: str, value: str) -> str:
    return f"---\ntitle: Late goals\ndate: 2021-02-11\n{key}: {value}\n---\nText.\n"


@pytest.mark.parametrize(
    ("key", "value", "place", "fix"),
    [
        ("teams", "[Aux]", "4:1", SHORT.format(folder="teams")),
        ("people", "[Aux]", "4:1", SHORT.format(folder="people")),
        ("competition", "Aux", "4:14", SHORT.format(folder="competitions")),
        ("tags", "[Aux]", "4:1", "Give it another, short name."),
        ("author", "Aux", "4:9", "Give it another, short name."),
    ],
)
def test_a_name_in_an_article_is_told_at_its_key(site: TestSite, key: str, value: str, place: str, fix: str) -> None:
    site.write({"content/articles/late.md": article(key, value)})
    (problem,) = site.problems()
    assert (problem.code, str(problem.place)) == ("reserved-name", f"content/articles/late.md:{place}")
    assert (problem.message, problem.fix) == ("Windows cannot store a file called aux.html", fix)


@pytest.mark.parametrize(
    ("key", "folder"),
    [("home", "teams"), ("away", "teams"), ("competition", "competitions"), ("venue", "venues"), ("referee", "people")],
)
def test_a_name_in_a_match_is_told_at_its_key(site: TestSite, key: str, folder: str) -> None:
    text = report(**{key: "Aux"})
    site.write({"content/matches/a.md": text, "content/articles/late.md": article("teams", "[Aux]")})
    problem = next(problem for problem in site.problems() if f"content/{folder}/" in problem.fix)
    assert (problem.code, problem.fix) == ("reserved-name", SHORT.format(folder=folder))
    line = 1 + text.splitlines().index(f"{key}: Aux")
    assert str(problem.place) == f"content/matches/a.md:{line}:{len(key) + 3}"


def test_a_name_in_a_row_of_results_is_told_at_its_line(site: TestSite) -> None:
    site.write({"content/results/serie-a.txt": ROWS})
    (problem,) = [problem for problem in site.problems() if problem.code == "reserved-name"]
    assert str(problem.place).startswith("content/results/serie-a.txt:5")


@given(
    st.lists(st.sampled_from(["", ".", "..", ".x", "con", "Con.html", "console", "AUX.2", "com1", "com", "lpt9.a", "é", "a b"]))
)
def test_no_path_is_passed_over_that_has_a_part_which_cannot_be_written(parts: list[str]) -> None:
    path = "/".join(parts)
    if any(_wrong_with(part, path) for part in path.split("/")):
        assert is_suspect(path)
    assert not is_suspect("matches/2021-02-10-a-b/konsole/x.con")
