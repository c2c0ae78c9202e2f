"""Texts cut at words: nothing is lost, and every word that can begin a name is a piece of its own."""

from __future__ import annotations

import re
from string import ascii_lowercase

from hypothesis import given, settings
from hypothesis import strategies as st

from plain_mentions import WRITTEN
from site_builder.site.word_cuts import LETTER, cut, without_tags

ANY_TAG = re.compile(r"<(?:[^\">]|\"[^\"]*\")*>|&\w+;")
CHARACTERS = st.characters(codec="utf-8") | st.sampled_from('<>/&;"=_ab1AB Éé-.\u0301')


@settings(max_examples=400, deadline=None)
@given(st.lists(st.text(CHARACTERS, max_size=8) | st.sampled_from(WRITTEN), max_size=12).map("".join))
def test_a_text_is_cut_at_every_word_that_can_begin_a_name(text: str) -> None:
    plain = without_tags(text, small=True)
    assert plain == ANY_TAG.sub(lambda tag: "\0" * len(tag[0]), text)
    every = cut(plain, small=True)
    assert "".join(every) == plain
    assert every[1::2] == re.findall(rf"{LETTER}+", plain)
    pieces = cut(without_tags(text, small=False), small=False)
    assert "".join(pieces) in {plain, text}
    assert pieces[1::2] == [word for word in every[1::2] if word[0] not in ascii_lowercase]
