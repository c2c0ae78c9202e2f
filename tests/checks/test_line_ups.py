"""Players who do something in a match and are not in its line-up."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import TestSite, report

ATALANTA = "Gollini - Toloi, Romero, Palomino - Sutalo, de Roon, Freuler, Gosens - Pessina - Zapata (Lammers 80'), Muriel"


def problems(folder: Path, **keys: str) -> list[tuple[str, str]]:
    """What is said of a match with Atalanta's line-up: the message and the fix."""
    line_ups = '{home: "' + ATALANTA + '"}'
    site = TestSite(folder).write({"content/matches/one.md": report(lineups=line_ups, **keys)})
    found = [problem for problem in site.problems() if problem.code == "not-in-line-up"]
    assert not any(problem.is_error for problem in found)
    return [(problem.message, problem.fix) for problem in found]


@pytest.mark.parametrize(
    ("goals", "message", "fix"),
    [
        (
            "{home: \"Pasalic 10' Pessina 16', 78'\"}",
            "Pasalic scored, but is not in the line-up of Atalanta",
            "If Pasalic came on, write `(Pasalic 60')` after the player who went off; else correct the name.",
        ),
        (
            "{home: \"Pesina 16', 78' Zapata 10'\"}",
            "Pesina scored, but is not in the line-up of Atalanta",
            "Did you mean `Pessina`?",
        ),
        (
            "{home: \"Zapata 10' (assist: Ilicic) Pessina 16', 78'\"}",
            "Ilicic made a goal, but is not in the line-up of Atalanta",
            "If Ilicic came on, write `(Ilicic 60')` after the player who went off; else correct the name.",
        ),
        (
            '{away: "Djimsiti 53\'(og)"}',
            "Djimsiti scored an own goal, but is not in the line-up of Atalanta",
            "If Djimsiti came on, write `(Djimsiti 60')` after the player who went off; else correct the name.",
        ),
    ],
)
def test_a_scorer_who_is_in_no_line_up_is_told(tmp_path: Path, goals: str, message: str, fix: str) -> None:
    assert problems(tmp_path, goals=goals) == [(message, fix)]


@pytest.mark.parametrize(
    "goals",
    [
        "{home: \"Duván Zapata 10' Matteo Pessina 16', 78'\"}",  # the line-up has surnames alone
        '{home: "Lammers 85\'"}',  # who came on
        "{home: \"M. Pessina 16', 78' de Roon 80'\"}",
        '{away: "Hirving Lozano 53\'"}',  # of Napoli no line-up is given
        '{away: "Palomino 53\'(og)"}',
    ],
)
def test_whoever_can_be_in_the_line_up_is_not_missing(tmp_path: Path, goals: str) -> None:
    assert problems(tmp_path, goals=goals) == []


def test_each_player_is_told_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, goals="{home: \"Pasalic 10', 16', 78'\"}")) == 1


def test_a_line_up_that_is_not_complete_says_nothing_of_others(tmp_path: Path) -> None:
    few = '{home: "Gollini - Toloi, Romero"}'
    goals = "{home: \"Pasalic 10', 16', 78'\", away: Lozano}"
    site = TestSite(tmp_path).write({"content/matches/one.md": report(lineups=few, goals=goals)})
    assert {problem.code for problem in site.problems()} == {"too-few-starters"}


@pytest.mark.parametrize(
    ("cards", "keys", "fixes"),
    [
        ('{home: "Caldara 70\' (Y)"}', {}, []),  # on a bench of which nothing is told
        ('{home: "Caldara 70\' (Y)"}', {"bench": "{home: Sportiello, Caldara}"}, []),
        ('{home: "Gasperini 70\' (Y)"}', {"bench": "{home: Sportiello}", "managers": "{home: Gasperini}"}, []),
        ('{home: "Romerro 70\' (Y)"}', {}, ["Did you mean `Romero`?"]),
        (
            '{home: "Ilic 70\' (Y)"}',
            {"bench": "{home: Sportiello}"},
            ["If Ilic came on, write `(Ilic 60')` after the player who went off; else correct the name, or add `bench`."],
        ),
    ],
)
def test_a_card_is_for_the_bench_and_the_manager_too(tmp_path: Path, cards: str, keys: dict[str, str], fixes: list[str]) -> None:
    assert [fix for _, fix in problems(tmp_path, cards=cards, **keys)] == fixes


def test_a_kick_of_the_shoot_out_is_taken_by_somebody_on_the_pitch(tmp_path: Path) -> None:
    kicks = "1-0 Pasalic, 1-0 Insigne (saved)"
    found = problems(tmp_path, score="0-0, 1-0 pens", shootout=kicks)
    assert [message for message, _ in found] == ["Pasalic took a kick of the shoot-out, but is not in the line-up of Atalanta"]


def test_the_place_is_the_key_that_names_the_player(tmp_path: Path) -> None:
    goals = "{home: \"Pasalic 10', 16', 78'\", away: Lozano}"
    site = TestSite(tmp_path).write({"content/matches/one.md": report(goals=goals, lineups='{home: "' + ATALANTA + '"}')})
    (problem,) = site.problems()
    place = problem.place
    assert place.line == 8
    assert problem.excerpt[place.column - 1 :][: place.length] == "\"Pasalic 10', 16', 78'\""


def test_an_edit_brings_the_warning_and_takes_it_away(tmp_path: Path) -> None:
    goals, line_ups = "{home: \"Pessina 10' Zapata 16', 78'\", away: Lozano}", '{home: "' + ATALANTA + '"}'
    right = report(goals=goals, lineups=line_ups, bench="{home: Pasalic}")
    wrong = right.replace("bench: {home: Pasalic}\n", "").replace("Pessina 10'", "Pasalic 10'")
    site = TestSite(tmp_path)

    def told(text: str) -> list[str]:
        return [one.code for one in site.write({"content/matches/one.md": text}).build().problems]

    assert told(right) == []
    assert told(wrong) == ["not-in-line-up"]
    assert told(wrong) == ["not-in-line-up"]  # nothing was edited
    assert told(wrong.replace("16', 78'", "17', 78'")) == ["not-in-line-up"]
    assert told(right) == []


def test_a_misspelt_name_is_told_once(tmp_path: Path) -> None:
    goals = "{home: \"Pesina 10' Zapata 16', 78'\", away: Lozano}"
    line_ups = '{home: "' + ATALANTA + '"}'
    site = TestSite(tmp_path).write(
        {
            "content/matches/one.md": report(goals=goals, lineups=line_ups),
            "content/matches/two.md": report(date="2021-02-21", competition="Serie A", lineups=line_ups),
        }
    )
    assert [problem.code for problem in site.problems()] == ["misspelt-name"]
