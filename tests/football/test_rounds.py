"""Rounds by meaning: many names, one round."""

from __future__ import annotations

import pytest

from site_builder.football.model import Stage
from site_builder.football.rounds import RoundKind, meaning_of, same_round

NAMES = {
    "Final": ("Final", "Finals, Final", "Finale", "Endspiel", "The Final", "Final, Replay"),
    "Third place play-off": (
        "Match for third place", "Third-place match", "Third place match", "Third place play-off", "Spiel um Platz 3",
        "Third-place playoff", "3rd place match", "Finale 3° posto",
    ),
    "Semi-finals": ("Semi-finals", "Semifinals", "Semi-final", "Halbfinale", "Semifinali", "Demi-finales", "Semifinales"),
    "Quarter-finals": (
        "Quarter-finals", "Quarterfinals", "Viertelfinale", "Quarti di finale", "Cuartos de final", "Quarts de finale",
        "Finals, Quarterfinals", "Quarter-finals - 2nd Leg", "Quarter-finals replays", "1/4 Finals", "Last 8",
    ),
    "Round of 16": ("Round of 16", "Last 16", "Achtelfinale", "Ottavi di finale", "Octavos de final", "Huitièmes de finale"),
    "Round of 32": ("Round of 32", "Last 32", "Sechzehntelfinale", "Sedicesimi di finale", "Round of 32 | 1st Leg"),
    "Play-offs": ("Play-offs", "Playoffs", "Playoffs, Matchday 1", "Playoff Round", "Knockout phase play-offs", "Spareggio"),
    "Round 1": ("Round 1", "First round", "1st Round", "1. Runde", "First round replays", "Primo turno", "Round One"),
    "Round 3": ("Round 3", "Third Round Proper", "3rd round", "Third round"),
    "Qualifying round 2": ("Second Qualifying Round", "Qualifying, Round 2", "2nd Qualifying Round"),
    "Preliminary round": ("Preliminary round", "Preliminary Round - 1st Leg"),
    "Group A": ("Group A", "Gruppe A", "Girone A", "Groupe A", "Grupo A", "First stage, Group A", "Group Stage - Group A"),
    "Matchday 12": ("Matchday 12", "12. Spieltag", "Spieltag 12", "12^ Giornata", "Jornada 12", "Journée 12"),
    "League phase": ("League", "League, Matchday 3", "League phase", "League Stage"),
    "Final round": ("Final Round", "Endrunde"),
    "Regular season": ("Regular season", "Regular Season - 3", "Grunddurchgang"),
}  # fmt: skip


def test_a_part_of_the_name_tells_what_the_rest_belongs_to() -> None:
    assert meaning_of(Stage("Apertura, Matchday 3")).kind is RoundKind.MATCHDAY
    assert meaning_of(Stage("Apertura, Matchday 3")).matchday == 3
    assert meaning_of(Stage("Play-offs, Semi-finals")).phase == "play-offs"
    assert meaning_of(Stage("Semi-finals")).phase == ""


@pytest.mark.parametrize(("name", "spelling"), [(name, spelling) for name, spellings in NAMES.items() for spelling in spellings])
def test_a_round_is_known_by_each_of_its_names(name: str, spelling: str) -> None:
    assert meaning_of(Stage(round=spelling)).name == name


def test_two_spellings_of_one_round_are_the_same_and_other_rounds_are_not() -> None:
    assert same_round("Semifinals", "Semi-finals, 1st leg")
    assert same_round("Halbfinale", "Semi-final")
    assert not same_round("Semi-finals", "Quarter-finals")
    assert not same_round("Round 3", "Round 4")
    assert not same_round("Matchday 3", "Matchday 4")
    assert not same_round("Group A", "Group B")
    assert same_round("Group stage", "Group A")
    assert not same_round("Group stage", "Round of 16")
    assert not same_round("Qualifying, Round 1", "Round 1")


@pytest.mark.parametrize(
    ("text", "leg"),
    [
        ("Semi-finals, 1st leg", 1),
        ("Quarter-finals - 2nd Leg", 2),
        ("Play-off Round - 1st Leg", 1),
        ("Playoffs, Matchday 2", 2),
        ("Halbfinale, Rückspiel", 2),
        ("Semifinali, andata", 1),
        ("Semi-finals", None),
        ("League, Matchday 2", None),
    ],
)
def test_legs_are_read_from_headings(text: str, leg: int | None) -> None:
    assert meaning_of(Stage(round=text)).leg == leg


def test_a_stages_own_words_go_before_those_of_its_heading() -> None:
    meaning = meaning_of(Stage(round="Semi-finals", leg=2))
    assert (meaning.kind, meaning.leg) == (RoundKind.SEMI_FINAL, 2)
    assert meaning_of(Stage(matchday=7)).name == "Matchday 7"
    assert meaning_of(Stage(round="Matchday 2", group="Group B")).name == "Group B"
    assert meaning_of(Stage(group="b")).name == "Group B"
    assert meaning_of(Stage(group="Gruppo Nord")).group == "Nord"


@pytest.mark.parametrize("name", ["First round play-off", "First round, play-off", "Round 1 play-off", "1st round playoff"])
def test_the_play_off_of_a_round_is_its_replay(name: str) -> None:
    meaning = meaning_of(Stage(round=name))
    assert (meaning.name, meaning.replay) == ("Round 1", True)


@pytest.mark.parametrize("nth", ["", "first ", "2nd ", "third ", "fourth ", "4th ", "fifth "])
def test_any_replay_belongs_to_its_round(nth: str) -> None:
    """Arsenal needed five matches to beat Sheffield Wednesday in the FA Cup of 1978-79."""
    for name in (f"Third round {nth}replay", f"Third Round, {nth}Replay"):
        meaning = meaning_of(Stage(round=name))
        assert (meaning.name, meaning.replay) == ("Round 3", True)


@pytest.mark.parametrize("name", ["Play-off round", "Knockout round play-offs", "Third place play-off", "Relegation play-off"])
def test_a_round_of_play_offs_is_no_replay(name: str) -> None:
    assert not meaning_of(Stage(round=name)).replay


@pytest.mark.parametrize(
    ("stage", "kind", "name"),
    [
        (Stage("Relegation"), RoundKind.PLAYOFF, "Play-offs"),
        (Stage("Relegation", matchday=35), RoundKind.SPLIT, "Relegation"),
        (Stage("Relegation round"), RoundKind.SPLIT, "Relegation round"),
        (Stage("Championship"), RoundKind.SPLIT, "Championship"),
    ],
)
def test_relegation_without_a_matchday_is_the_play_off_of_german_leagues(stage: Stage, kind: RoundKind, name: str) -> None:
    meaning = meaning_of(stage)
    assert (meaning.kind, meaning.name) == (kind, name)


def test_replays_and_play_offs_of_groups_are_told_apart() -> None:
    assert meaning_of(Stage(round="Quarter-finals replays")).replay
    play_off = meaning_of(Stage(round="Group 2 Play-off"))
    assert (play_off.kind, play_off.group) == (RoundKind.PLAYOFF, "2")
    assert meaning_of(Stage(round="Group-1 Play-off")).group == "1"


def test_an_unknown_name_stays_as_written() -> None:
    meaning = meaning_of(Stage(round="Torneo Apertura"))
    assert (meaning.kind, meaning.name) == (RoundKind.OTHER, "Torneo Apertura")
    assert meaning_of(Stage()).kind is RoundKind.NONE


def test_rounds_sort_into_the_order_they_are_played() -> None:
    names = ["Final", "Round of 16", "Round 2", "Semi-finals", "Round of 64", "Qualifying, Round 3", "Quarter-finals", "Round 1"]
    ordered = sorted(names, key=lambda name: meaning_of(Stage(round=name)).key)
    assert ordered == [
        "Qualifying, Round 3",
        "Round 1",
        "Round 2",
        "Round of 64",
        "Round of 16",
        "Quarter-finals",
        "Semi-finals",
        "Final",
    ]
