"""A team's page: the names that it has borne, and for how long; what it played last, and what comes next."""

from __future__ import annotations

import pytest

from builders import TestSite, report


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("[{name: Inter, from: 1945-10-27}, {name: Ambrosiana}]", "Ambrosiana (until 1945), Inter (from 1945)"),
        (
            "[{name: Inter}, {name: Ambrosiana, from: 1929-09-01}, {name: Inter, from: 1945-10-27}]",
            "Inter (until 1929), Ambrosiana (1929–1945), Inter (from 1945)",
        ),
        ("[{name: Internazionale}]", "Internazionale"),
        ("[{name: Inter, from: 1945-10-27}]", ""),
        ("[]", ""),
    ],
)
def test_names_are_told_with_their_years_unless_there_was_but_one(site: TestSite, names: str, told: str) -> None:
    file = f"---\nname: Inter\nnames: {names}\n---\n"
    site.write({"content/teams/inter.md": file, "content/matches/one.md": report("Inter", "Roma")}).build()
    page = site.page("teams/inter.html")
    assert (f"<dt>Names</dt> <dd>{told}</dd>" in page) is bool(told)
    assert ("<dt>Names</dt>" in page) is bool(told)


def test_in_summer_the_results_are_those_of_the_season_that_ended(site: TestSite) -> None:
    matches = {
        "one": report("Inter", "Roma", date="2021-05-12", competition="Serie A", season="2020-21"),
        "two": report("Roma", "Inter", None, date="2021-12-04", competition="Serie A", season="2021-22"),
    }
    site.write({f"content/matches/{name}.md": text for name, text in matches.items()}).build()
    page = site.page("teams/inter.html")
    assert "Results 2020–21" in page
    assert "No results yet" not in page
    assert "2021-12-04-roma-inter" in page.split("Results 2020–21")[0], "what comes next stands above"
