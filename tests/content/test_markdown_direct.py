"""That a text which is written as HTML straight away comes out as the library with the same syntax writes it, and safe."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from figures import IS_FULL
from site_builder.content import markdown_engine, prose
from site_builder.content.markdown_direct import LONGEST, SPACES, read_directly
from site_builder.content.markdown_limits import refuse_excess
from site_builder.content.markdown_refusals import TooMuch
from site_builder.content.markdown_syntax import Syntax
from site_builder.content.prose import read_prose
from site_builder.content.prose_parts import cut, cut_directly
from site_builder.content.safe_html import safe_html
from site_builder.content.source_lines import SourceLines

REPORT = """
**Atalanta beat Napoli 3-1** in Bergamo, and *it was* no accident.
The second line begins with a letter; 78 minutes later.

## First half

"We were better," said the coach. ‘Twice,’ he added (and then again) & left: 3 > 1.
2021 was a long year. [[Napoli]] - or *Napoli* - won "**nothing**", see [[Brighton & Hove Albion|Brighton]].

# A heading of the first level
and a paragraph right below it
## Then one more

- Zapata 10'
- **Pessina** 16', 78' for [[Atalanta]]

1. Lozano 53'
2. 12 others

> "I would have liked a second goal sooner."
> *Atalanta's coach*
>
> 'So > would [[Lozano|he]].'

* one
+ another


The end of [[Serie A]] in [[ 2021 |the year]].
"""
STARTS = (
    "¦- ¦* ¦+ ¦-  ¦1. ¦2. ¦01. ¦1) ¦> ¦>¦> - ¦> > ¦> # ¦>\n> ¦- - ¦- # ¦# ¦## ¦###### ¦####### ¦#¦##x¦    ¦ ¦\t¦: ¦= ¦"
    "| ¦--¦---¦***¦* * *¦===¦- 1. ¦- 1.¦1. 1. ¦12¦12.¦12. ¦1.5 ¦٣. ¦- ٣. ¦3٣. ¦Foo\n---\n¦Foo\n- ¦Foo\n> ¦Foo\n1. ¦"
    "Foo\n# ¦# Foo\n- ¦# Foo\n¦# Foo #\n¦## A # b¦- a\n  b ¦- a\nb ¦> a\nb ¦- a\n- b\n¦1. a\n2. b\n¦> a\n> b\n¦- > ¦"
    "- **¦a|b\n-|-\n¦- a|b\n- -\n¦[[A]]: ¦[^1]: ¦[a]: b¦(¦“¦¿¦—¦_¦~~~\n¦```\n"
).split("¦")
INLINE = (
    '*¦**¦***¦*a*¦**a**¦*a b*¦**a b,**¦*a* ¦ *a*¦(*a*)¦"**a**"¦* a*¦*a *¦**a*¦*a**¦a*b*c¦*[[A]]*¦[[A]]¦[[A|b]]¦'
    "[[ A | b ]]¦[[A|]]¦[[|b]]¦[[^a]]¦[[A|b|c]]¦[[A & B]]¦[[A > B]]¦[[*A*]]¦![[A]]¦[[A]](x)¦[[A]][b]¦[[A\nb]]¦[[[A]]]¦"
    '[[]]¦[[ ]]¦[[A&b]]¦[["A"]]¦[[A_b]]¦[a]¦[¦]¦[[¦]]¦](x)¦[^1]¦&¦& ¦ & ¦&amp;¦&#38;¦&lt ¦<¦>¦ > ¦<b>¦`¦``¦\\¦\\*¦_¦'
    "__¦_a_¦~¦|¦a¦b ¦Foo ¦Bar, ¦é¦É ¦\"¦'¦’¦10¦.¦. ¦!¦! ¦#¦ # ¦:¦-¦ - ¦—¦…¦St. ¦2-1¦\n¦\n\n¦\n\n\n¦  \n¦ \n¦\n ¦\t¦\r¦"
    "\x02¦\x03¦\x00¦\x0b¦\x0c¦\x1f¦\x85¦\xa0¦\u2003¦\u2028¦\ufeff¦\ufdd2¦�¦😀¦٣¦-->¦://¦www.¦{: x}¦{{ x }}¦klzzwxh:0000¦"
    "*\na*¦**a\n\nb**"
).split("¦")
PLAIN = Markdown(extensions=[Syntax()], output_format="html")
SYNTAX = next(extension for extension in PLAIN.registeredExtensions if isinstance(extension, Syntax))
LINES = st.builds("{}{}".format, st.sampled_from(STARTS), st.lists(st.sampled_from(INLINE), max_size=6).map("".join))
TAME = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "- ", "1. ", "2. ", "> ", "## ", "## Foo\n", "- a\n- ", "> a\n>\n> ", "1. b\n1. ", "Foo\n"]),
    st.sampled_from(["Foo", "*a* ", "**A b**, ", "[[A]] ", "“b ", "12 ", "'"]),
    st.lists(st.sampled_from(INLINE), max_size=3).map("".join),
    st.sampled_from(["", "", "", ".", " *b*", " [[B|c d]]", " & c", " > d"]),
)
BREAKS = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n\n\n\n"])


@st.composite
def texts(draw: st.DrawFn, lines: st.SearchStrategy[str]) -> str:
    """Lines with breaks of all lengths between them."""
    return "".join(line + draw(BREAKS) for line in draw(st.lists(lines, min_size=1, max_size=6)))


def plainly(text: str) -> tuple[str, list[tuple[str, str]]]:
    html = PLAIN.reset().convert(text)
    return html, [(link.target, link.raw) for link in SYNTAX.wiki.found]


def assert_same(text: str) -> bool:
    """Whether the text was read directly."""
    direct = read_directly(text)
    if direct is None:
        return False
    refuse_excess(text)
    assert (direct.html, [(link.target, link.raw) for link in direct.wiki_links]) == plainly(text)
    assert safe_html(direct.html) == direct.html
    return True


def test_a_report_is_read_directly_and_as_by_the_plain_library() -> None:
    assert assert_same(REPORT)
    direct = read_directly(REPORT)
    assert direct is not None
    assert [link.target for link in direct.wiki_links[-2:]] == ["Atalanta", "Lozano"]


@pytest.mark.parametrize("block", [block for block in REPORT.split("\n\n") if block])
def test_each_of_its_blocks_is_so_alone(block: str) -> None:
    assert assert_same(block)


@pytest.mark.parametrize("start", STARTS)
def test_each_beginning_of_a_line_is_read_as_by_the_plain_library(start: str) -> None:
    for text in "{}Foo¦{}Foo\n\nBar¦Bar\n{}Foo¦Bar\n\n{}Foo\nBar¦- Bar\n{}Foo¦> Bar\n> {}Foo¦{}Foo\n{}Foo¦- {}Foo".split("¦"):
        assert_same(text.replace("{}", start))


@pytest.mark.parametrize("piece", INLINE)
def test_each_piece_of_markup_is_read_as_by_the_plain_library(piece: str) -> None:
    for line in "Foo{}bar.¦Foo {} bar.¦{}Foo\nbar{}¦Foo {}x{} bar.¦{}¦{} {}¦{}{}¦Foo *b{}*¦[[A{}|b]]¦[[A|{}]]".split("¦"):
        for start in ("", "- ", "1. ", "> ", "## ", "Bar\n"):
            assert_same(start + line.replace("{}", piece))


@settings(max_examples=10_000 if IS_FULL else 600, deadline=None)
@given(texts(TAME))
def test_tame_texts_are_read_as_by_the_plain_library(text: str) -> None:
    assert_same(text)


@settings(max_examples=10_000 if IS_FULL else 500, deadline=None)
@given(texts(LINES))
def test_nasty_texts_are_read_as_by_the_plain_library(text: str) -> None:
    assert_same(text)


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="*[]&>-#1. \n\nab\"'", max_size=60))
def test_random_punctuation_is_read_as_by_the_plain_library(text: str) -> None:
    assert_same(text)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_any_characters_are_read_as_by_the_plain_library(text: str) -> None:
    assert_same(f"Foo {text} bar.")
    assert_same(f"A *b{text}c* and [[d{text}|e{text}]].\n\n## {text}\n\n- x{text}")


@settings(max_examples=200, deadline=None)
@given(texts(TAME))
def test_the_prose_is_the_same_without_the_direct_way(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        direct = read_prose(text, "a.md", 3)
        patch.setattr(prose, "read_directly", lambda _text: None)
        assert read_prose(text, "a.md", 3) == direct


def test_parts_of_a_report_are_cut_directly_and_those_of_a_heading_with_more_than_words_are_not() -> None:
    for text, is_plain in ((REPORT, True), ("Foo.\n\n# A & [[B]]\n\nBar.", False), ("# A *b*\n\nBar.", False), ("# A & b", True)):
        found = read_directly(text)
        assert found is not None
        parts = cut_directly(found, SourceLines(text, 1))
        assert (parts is not None) is is_plain
        assert parts in (None, cut(found.html, found.wiki_links, SourceLines(text, 1)))


def test_words_are_counted_as_white_space_parts_them_whatever_it_is() -> None:
    spaces = [char for char in map(chr, range(sys.maxunicode + 1)) if char.isspace()]
    counted = [(space, read_directly(f"One{space}more [[A  B|c]]\nhere")) for space in spaces]
    assert [(space, direct.words) for space, direct in counted if direct] == [(space, 4) for space in sorted(f"\n {SPACES}")]
    for text, words in (("", 0), ("a  b", 2), ("a \nb", 2), ("- a \n- b c", 3), ("> a b", 2)):
        direct = read_directly(text)
        assert direct is not None
        assert direct.words == words


@pytest.mark.parametrize(
    "text",
    [
        "A [link](b.md).",
        "A note[^1].\n\n[^1]: b",
        "- a\n\n- b",
        "- a\n    - b",
        "> a\n\n> b",
        "a|b\n-|-\n1|2",
        "A <b>b</b>.",
        "A &amp; b.",
        "A `b`.",
        "A \\* b.",
        "    code",
        "A  \nb",
        "Foo\n===",
        "***",
        "2. Foo",
        "A lone * star",
        "# Foo #",
        "[1]: https://example.org",
    ],
)
def test_what_is_more_than_plain_is_left_to_the_library(text: str) -> None:
    assert read_directly(text) is None


def test_a_text_so_long_that_limits_may_matter_is_left_to_the_library() -> None:
    assert read_directly("a " * (LONGEST // 2 - 1) + "b") is not None
    assert read_directly("a " * (LONGEST // 2) + "b") is None


@pytest.mark.parametrize("piece", ["*a* ", "[[a]] ", "a & ", "a\n\n", "- a\n", "# a\n", "> a\n"])
def test_no_limit_refuses_what_is_read_directly(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (piece * LONGEST)[: LONGEST - LONGEST % len(piece)].rstrip(" &")
    assert read_directly(text) is not None
    monkeypatch.setattr(markdown_engine, "SECONDS_A_PAGE", 60.0)
    try:
        markdown_engine.read_markdown(text)
    except TooMuch as refused:
        pytest.fail(refused.what)
