"""Competitions, grounds and referees that look misspelt are told once, at their key; names that are merely alike are not."""

from __future__ import annotations

import pytest

from builders import TestSite, report
from site_builder.checks.likenesses import is_misspelt

USUAL = {"venue": "Gewiss Stadium", "referee": "Federico La Penna"}
KNOWN = {
    "content/matches/1.md": report(date="2021-02-10", **USUAL),
    "content/matches/2.md": report("Atalanta", "Lazio", "3-2", date="2021-01-27", **USUAL),
}


def told(site: TestSite) -> list[tuple[str, int, str]]:
    found = [problem for problem in site.problems() if problem.code == "misspelt-name"]
    return [(problem.place.path, problem.place.line, problem.message) for problem in found]


@pytest.mark.parametrize(
    ("key", "name", "usual"),
    [
        ("venue", "Gewis Stadium", "Gewiss Stadium"),
        ("referee", "Federico La Pena", "Federico La Penna"),
        ("competition", "Copa Italia", "Coppa Italia"),
        ("competition", "Premier Leauge", "Premier League"),
    ],
)
def test_a_misspelt_name_is_told_at_its_key(site: TestSite, key: str, name: str, usual: str) -> None:
    wrong = report("Atalanta", "Cagliari", "3-1", date="2021-01-14", **{key: name})
    site.write({**KNOWN, "content/matches/3.md": wrong})
    line = 1 + wrong.splitlines().index(f"{key}: {name}")
    assert told(site) == [("content/matches/3.md", line, f"`{name}` is named only here and looks like `{usual}`")]


def test_a_file_says_that_a_name_is_right(site: TestSite) -> None:
    wrong = report("Atalanta", "Cagliari", "3-1", date="2021-01-14", competition="Copa Italia")
    site.write({**KNOWN, "content/matches/3.md": wrong, "content/competitions/copa.md": "---\nname: Copa Italia\n---\n"})
    assert told(site) == []


def test_the_ground_of_a_team_s_file_is_known(site: TestSite) -> None:
    team = "---\nname: Atalanta\nground: Gewiss Stadium\n---\n"
    site.write({"content/teams/atalanta.md": team, "content/matches/1.md": report(venue="Gewiss Stadum")})
    assert [message for _, _, message in told(site)] == ["`Gewiss Stadum` is named only here and looks like `Gewiss Stadium`"]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("teams: [Napoli, Atalnta]", "`Atalnta` is in no match and looks like `Atalanta`"),
        ("competition: Copa Italia", "`Copa Italia` is in no match and looks like `Coppa Italia`"),
        ("people: [Federico La Pena]", "`Federico La Pena` is in no match and looks like `Federico La Penna`"),
    ],
)
def test_a_name_that_only_an_article_has_is_told_there(site: TestSite, head: str, said: str) -> None:
    site.write({**KNOWN, "content/articles/a.md": f"---\ntitle: A cup run\n{head}\n---\nText.\n"})
    assert told(site) == [("content/articles/a.md", 3, said)]


@pytest.mark.parametrize("head", ["teams: [Atalanta, Foggia]", "competition: Coppa Italia", "people: [Josip Iličić]"])
def test_names_of_articles_that_are_right_or_like_none_are_let_be(site: TestSite, head: str) -> None:
    assert told(site.write({**KNOWN, "content/articles/a.md": f"---\ntitle: A cup run\n{head}\n---\nText.\n"})) == []


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("serie-a", "serie-b"),
        ("ligue-1", "ligue-2"),
        ("izmit", "izmir"),
        ("barcelos", "barcelona"),
        ("montreuil", "montreal"),
        ("pointe-a-pierre", "pointe-a-pitre"),
        ("belle-vue-maurel", "belle-vue-harel"),
        ("saint-john", "saint-jean"),
        ("estadio-azteca", "estadio-azteca-2"),
        ("saff-championship", "waff-championship"),
    ],
)
def test_names_that_are_called_much_alike_are_two(name: str, other: str) -> None:
    assert not is_misspelt(name, other)
    assert not is_misspelt(other, name)
