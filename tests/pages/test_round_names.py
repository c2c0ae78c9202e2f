"""What rounds are called: in English as the competition has it, in Italian by what they mean."""

from __future__ import annotations

import pytest

from site_builder.football.model import Stage
from site_builder.language.catalogues import load_words
from site_builder.language.words import Words
from site_builder.pages.round_names import round_name, stage_title, stage_words

ENGLISH, ITALIAN = Words(), load_words("it")[0]


@pytest.mark.parametrize(
    ("written", "english", "italian"),
    [
        ("Semifinals", "Semi-finals", "Semifinali"),
        ("Viertelfinale", "Quarter-finals", "Quarti di finale"),
        ("Final", "Final", "Finale"),
        ("Round of 16", "Round of 16", "Ottavi di finale"),
        ("1/16 finals", "1/16 finals", "Sedicesimi di finale"),
        ("Matchday 5", "Matchday 5", "5ª giornata"),
        ("Giornata 5", "Giornata 5", "5ª giornata"),
        ("Group A", "Group A", "Girone A"),
        ("Third place match", "Third place match", "Finale per il terzo posto"),
        ("2nd qualifying round", "2nd qualifying round", "2º turno di qualificazione"),
        ("Friends of the club day", "Friends of the club day", "Friends of the club day"),
    ],
)
def test_rounds(written: str, english: str, italian: str) -> None:
    assert round_name(written, ENGLISH) == english
    assert round_name(written, ITALIAN) == italian


@pytest.mark.parametrize(
    ("name", "italian"),
    [
        ("Regular season", "Stagione regolare"),
        ("Group B", "Girone B"),
        ("Second group stage: Group 2", "Seconda fase a gironi: Girone 2"),
        ("Group C play-off", "Spareggio del girone C"),
        ("Knockout", "Eliminazione diretta"),
        ("Third-placed teams", "Terze classificate"),
        ("Play-offs", "Spareggi"),
    ],
)
def test_parts_of_a_season(name: str, italian: str) -> None:
    assert stage_title(name, ITALIAN) == italian
    assert stage_title(name, ENGLISH) == name


def test_a_leg_follows_its_round() -> None:
    assert stage_words(Stage(round="Semifinals", leg=2), ENGLISH) == ("Semi-finals", "Second leg")
    assert stage_words(Stage(round="Semifinals", leg=2), ITALIAN) == ("Semifinali", "Ritorno")
    assert stage_words(Stage(group="A", matchday=3), ITALIAN) == ("Girone A", "3ª giornata")
    assert stage_words(Stage(leg=3), ITALIAN) == ("3ª gara",)
