"""YAML scalars that are read as they were written, by any reader of YAML 1.1."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.authoring.quoting import mapping, scalar, within_flow

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@given(TEXT)
def test_a_text_comes_back(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)}\n") == {"key": text}
    assert yaml.safe_load(f"- {mapping({'player': within_flow(text)})}\n") == [{"player": text}]


@pytest.mark.parametrize("text", ["Atalanta", "Brighton & Hove Albion", "Coppa Italia", "St. Étienne"])
def test_a_plain_name_stays_plain(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["NO", "2:10", "20:45", "007", "1e3", "null", "~", "yes", "2021-02-10", "0x1F"])
def test_what_would_be_read_as_something_else_is_quoted(text: str) -> None:
    assert scalar(text)[0] in "'\""
