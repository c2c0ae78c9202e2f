"""What a competition that the program knows is called: as its author calls it if only he names it, else by its usual name."""

from __future__ import annotations

from collections import Counter

from site_builder.content.model import Kind
from site_builder.site.names import NameBook, name_book

KNOWN = (("World Cup", "FIFA World Cup", "WC"), ("Serie A", "Italian Serie A"))


def book(spellings: dict[str, int], in_reports: dict[str, int]) -> NameBook:
    return name_book(Kind.COMPETITION, (), Counter(spellings), KNOWN, in_reports)[0]


def test_results_alone_give_a_known_competition_its_usual_name() -> None:
    found = book({"FIFA World Cup": 64}, {})
    assert (found.slug("FIFA World Cup"), found.slug("WC"), found.shown["world-cup"]) == ("world-cup", "world-cup", "World Cup")


def test_reports_call_it_as_they_spell_it_most_often() -> None:
    found = book({"FIFA World Cup": 2, "World Cup": 1}, {"FIFA World Cup": 2, "World Cup": 1})
    assert found.slug("World Cup") == found.slug("FIFA World Cup") == "fifa-world-cup"
    assert found.shown["fifa-world-cup"] == "FIFA World Cup"


def test_results_beside_the_reports_bring_back_the_usual_name() -> None:
    assert book({"FIFA World Cup": 2, "World Cup": 64}, {"FIFA World Cup": 2}).slug("FIFA World Cup") == "world-cup"


def test_what_reports_call_another_competition_changes_nothing() -> None:
    assert book({"Italian Serie A": 380, "WC": 1}, {"WC": 1}).slug("Italian Serie A") == "serie-a"
