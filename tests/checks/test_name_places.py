"""A name that looks wrong is told at its line, wherever in a report it stands; with `strict_names` each needs a file."""

from __future__ import annotations

import pytest

from builders import TestSite, report

TEN = "Gollini - Tolói, Romero, Djimsiti - Mæhle, De Roon, Freuler, Gosens - Pessina - Muriel"
KNOWN = {
    "content/matches/1.md": report(date="2021-02-10", score="1-0", goals='{home: "Duván Zapata 10\'"}'),
    "content/matches/2.md": report(date="2021-02-17", score="1-0", away="Lazio", goals='{home: "Duván Zapata 10\'"}'),
}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("goals", '{home: "Duván Zapatta 10\'"}'),
        ("goals", '{home: "Luis Muriel 10\' (assist: Duván Zapatta)"}'),
        ("cards", '{home: "Duván Zapatta 31\' (Y)"}'),
        ("lineups", f'{{home: "{TEN}, Duván Zapatta"}}'),
        ("lineups", f'{{home: "{TEN}, Iličić (Duván Zapatta 60\')"}}'),
        ("bench", '{home: "Duván Zapatta, Sportiello"}'),
        ("managers", '{home: "Duván Zapatta"}'),
    ],
)
def test_a_misspelt_name_is_told_at_the_line_that_has_it(site: TestSite, key: str, value: str) -> None:
    wrong = report(date="2021-02-24", score="1-0", away="Roma", **{key: value})
    site.write({**KNOWN, "content/matches/3.md": wrong})
    (problem,) = [problem for problem in site.problems() if problem.code == "misspelt-name"]
    assert problem.message == "`Duván Zapatta` is named only here and looks like `Duván Zapata`"
    assert problem.place.line == 1 + wrong.splitlines().index(f"{key}: {value}")
    assert "Zapatta" in problem.excerpt
    assert problem.place.column


def test_a_misspelt_taker_of_a_kick_is_told_at_the_kicks(site: TestSite) -> None:
    kicks = "[1-0 Duván Zapatta, 1-0 Insigne (saved), 2-0 Muriel, 2-0 Osimhen (saved), 3-0 Iličić, 3-0 Elmas (saved)]"
    wrong = report(date="2021-02-24", score="1-1 aet, 3-0 pens", away="Roma", shootout=kicks)
    site.write({**KNOWN, "content/matches/3.md": wrong})
    (problem,) = [problem for problem in site.problems() if problem.code == "misspelt-name"]
    assert (problem.place.line, "Zapatta" in problem.excerpt) == (8, True)


def test_strict_names_ask_for_a_file_of_each_team_competition_and_venue(site: TestSite) -> None:
    site.write({"site.toml": "strict_names = true\n", "content/teams/napoli.md": "---\nname: Napoli\n---\n"})
    site.write({"content/matches/1.md": report(venue="Gewiss Stadium", referee="Daniele Orsato")})
    found = [(problem.code, str(problem.place), problem.message) for problem in site.problems()]
    assert found == [
        ("undeclared-name", "content/matches/1.md:3:14", "`Coppa Italia` has no file in content/competitions/"),
        ("undeclared-name", "content/matches/1.md:5:7", "`Atalanta` has no file in content/teams/"),
        ("undeclared-name", "content/matches/1.md:8:8", "`Gewiss Stadium` has no file in content/venues/"),
    ]
    site.write({"site.toml": ""})
    assert site.problems() == ()
