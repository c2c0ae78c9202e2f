from __future__ import annotations

import pytest

from prose_sites import codes, told


@pytest.mark.parametrize("name", ["Zapta", "Zapatta", "Zaptaa", "Malinovsky", "Freuller"])
def test_a_name_one_letter_away_from_a_players_is_a_warning(name: str) -> None:
    (problem,) = told("cup", f"\nA cold night.\n\nThe ball fell to {name} again.\n")
    assert problem.code == "misspelt-in-prose"
    assert not problem.is_error
    assert (problem.place.column, problem.place.length) == (18, len(name))


def test_one_that_opens_a_sentence_is_found_by_what_follows() -> None:
    assert codes("cup", "Zapta scored.") == ["misspelt-in-prose"]


@pytest.mark.parametrize(
    "text",
    [
        "The ball fell to Zapata, to Freuler and to Malinovskyi.",
        "Zapatas come and go.",  # a plural
        "Romeros come and go.",
        "The Lozana was loud, and a lozana is a song.",  # in small letters as well
        "The ball fell to Mbappe.",  # accents do not count, and another match's player is known
        "The ball fell to Atalantan hands.",
        "Remero, a town, is near.",  # may just open the sentence
        "The ball fell to Smith.",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert codes("cup", text) == []
