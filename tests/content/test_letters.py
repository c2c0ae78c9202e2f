"""What a browser has to be told of letters, and nothing that it knows by itself."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.letters import letters_of
from site_builder.content.slugs import slugify


def as_a_browser_folds(text: str, letters: dict[str, str]) -> str:
    """The rule of the search's script, in Python: entries of the table, else letters without their accents."""
    spelt = []
    for letter in unicodedata.normalize("NFC", text):
        bases = [b for b in unicodedata.normalize("NFD", letter) if not unicodedata.category(b).startswith("M")]
        plain = "".join(base if base.isascii() else " " for base in bases)
        spelt.append(letters.get(letter, letter if letter.isascii() else plain))
    return re.sub(r"[^a-z0-9]+", "-", re.sub("['`]", "", "".join(spelt)).lower()).strip("-")


@pytest.mark.parametrize("text", ["Zoë Müller", "São Tomé", "Čech", "AC/DC", "Ernesto Valverde"])
def test_accents_alone_need_no_entry(text: str) -> None:
    assert letters_of([text]) == {}


def test_letters_that_are_no_letter_with_an_accent_are_told_in_both_cases() -> None:
    assert letters_of(["Łódź", "Großkreutz", "Bodø"]) == {"ß": "ss", "Ø": "o", "ø": "o", "Ł": "l", "ł": "l"}


def test_an_apostrophe_of_print_vanishes_and_a_dash_parts() -> None:
    assert letters_of(["L’Aquila"]) == {"’": ""}
    assert letters_of(["Baden–Baden"]) == {}


def test_other_scripts_are_spelt() -> None:
    letters = letters_of(["Спартак"])
    assert letters["С"] == "s"
    assert letters["к"] == "k"


@given(st.text(max_size=12))
def test_with_its_table_a_browser_folds_every_text_as_slugs_do(text: str) -> None:
    assert as_a_browser_folds(text, letters_of([text])) == slugify(text)
