"""Who went through, and on what: in English and in Italian."""

from __future__ import annotations

import pytest

from football.playing import match_of, round_of
from site_builder.football.model import Side
from site_builder.football.rules import AwayGoals, Rules, TieRules
from site_builder.football.ties import Tie, ties_of
from site_builder.language.catalogues import load_words
from site_builder.language.words import Words
from site_builder.pages.tie_words import tie_words


def tie_of(name: str, *lines: str) -> Tie:
    return ties_of(round_of(name, *lines), Rules(ties=TieRules(len(lines), AwayGoals.EXTRA_TIME)))[0]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("napoli 0-0 atalanta", "atalanta 3-1 napoli"), "Atalanta went through 3–1 on aggregate"),
        (("porto 2-1 juventus", "juventus 3-2 porto aet (2-1)"), "Porto went through on away goals, 4–4 on aggregate"),
        (("a 1-0 b", "b 2-0 a aet"), "B went through after extra time, 2–1 on aggregate"),
        (("a 1-0 b", "b 1-0 a aet, 2-4 pens"), "A went through 4–2 on penalties"),
        (("a 1-0 b", "b 1-0 a"), ""),
    ],
)
def test_a_tie_of_two_legs_in_words(lines: tuple[str, ...], words: str) -> None:
    assert tie_words(tie_of("Semi-finals", *lines), str.title, Words()) == words


def test_a_single_match_in_words() -> None:
    assert tie_words(tie_of("Semi-finals", "a 1-2 b"), str.title, Words()) == "B went through"
    told = (match_of("a 1-1 b", 1, round="Semi-finals", winner=Side.HOME),)
    assert tie_words(ties_of(told, Rules())[0], str.title, Words()) == "A went through on penalties"


def test_after_a_final_nobody_goes_through() -> None:
    assert tie_words(tie_of("Final", "a 1-1 b aet, 4-2 pens"), str.title, Words()) == "A won 4–2 on penalties"


def test_ties_in_italian() -> None:
    italian = load_words("it")[0]
    legs = ("porto 2-1 juventus", "juventus 3-2 porto aet (2-1)")
    assert tie_words(tie_of("Ottavi di finale", *legs), str.title, italian) == (
        "Passa il turno Porto per i gol in trasferta, 4–4 complessivo"
    )
    assert tie_words(tie_of("Finale", "a 1-1 b aet, 4-2 pens"), str.title, italian) == "Vince A, 4–2 ai rigori"
