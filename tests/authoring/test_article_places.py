"""Names where they stand in a text, and what stands around them: the same as one pattern with the name in it finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.authoring.articles.names import Name
from site_builder.authoring.articles.places import begins_word, ends_word, is_before, places_of
from site_builder.authoring.articles.players import scorers_in
from site_builder.authoring.articles.team_acts import acts_as_team
from site_builder.authoring.articles.text import article_of
from site_builder.authoring.articles.vocabulary import folded

TEXTS = st.text("ab a-é", max_size=12)


@given(TEXTS, st.text("ab", min_size=1, max_size=3))
def test_a_name_is_found_wherever_a_pattern_finds_it(text: str, name: str) -> None:
    found = list(places_of(name, text))
    assert found == [(match.start(), match.start() + len(name)) for match in re.finditer(f"(?={re.escape(name)})", text)]
    whole = [place for place in found if begins_word(text, place[0]) and ends_word(text, place[1])]
    assert [start for start, _ in whole] == [match.start() for match in re.finditer(rf"(?<!\w){re.escape(name)}\b", text)]


@pytest.mark.parametrize("far", [0, 60, 200])
def test_what_stands_before_is_seen_however_far_in_the_text(far: int) -> None:
    beaten = re.compile(r"\b(?:beat|beating) (?:the )?\Z")
    text = "x" * far + " beating the Lions, unbeat Tigers"
    assert is_before(beaten, text, text.index("Lions"))
    assert not is_before(beaten, text, text.index("Tigers"))
    assert not is_before(beaten, text, text.index("ing the"))


@given(st.text(st.characters(max_codepoint=127), max_size=20))
def test_plain_letters_are_folded_as_all_others(text: str) -> None:
    assert folded(f"{text}é") == folded(f"{text}e")


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Arendal's defence held.", True),
        ("Arendals defence held.", False),
        ("Then Arendal were ahead.", True),
        ("Oldarendal were ahead, NewArendal were not.", False),
        ("Olsen's Arendal have won.", True),
        ("They beat the Arendal 2-1.", True),
        ("They unbeat Arendal 2-1.", False),
        ("A late win over Arendal 10–0 it was.", True),
        ("Arendal, who have won the cup, left.", True),
        ("Arendal has the ball.", False),
    ],
)
def test_what_a_team_does_is_told_from_what_a_person_does(text: str, *, acts: bool) -> None:
    assert acts_as_team("Arendal", article_of(text)) is acts


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("Olsen saved well.", True),
        ("McOlsen saved well.", False),
        ("It was saved by the Olsen.", True),
        ("It was saved by Olsendal.", False),
        ("He went round Olsen and scored.", True),
        ("The goalkeeper, Olsen, was angry.", True),
        ("With only Olsen to beat, he missed.", True),
        ("With only Olsen to beaten, he missed.", False),
        ("Olsen scored.", False),
    ],
)
def test_who_keeps_goal_is_no_scorer(text: str, *, keeps: bool) -> None:
    people = [Name("Olsen", text.index("Olsen"), text.index("Olsen") + 5)]
    assert scorers_in(article_of(text), people) == ([] if keeps else people)
