"""That what is left out when markdown is read changes nothing: the plain library with the same syntax is the judge."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from site_builder.content import markdown_speed
from site_builder.content.markdown_engine import read_markdown
from site_builder.content.markdown_refusals import TooMuch
from site_builder.content.markdown_syntax import Syntax

REPORT = """\
**Atalanta beat Napoli 3-1** in *Bergamo*, and it was no accident.
The second line begins with a letter; 78 minutes later \x20
a hard break came.

## First half

"We were better," said the coach. ‘Twice,’ he added (and then again).

1. Zapata 10'
2. Pessina 16', 78'
    - a nested one
    - another with [a link](teams/atalanta.md "title")

* Lozano 53' & others &amp; more

> A quote with [[Duván Zapata|Zapata]]
> and *emphasis*, `code` and <b>bold</b>.

2021 was a long year. [[Napoli]] - or *Napoli* - won nothing[^1].

Team | Goals
-----|-----:
[[Atalanta|la Dea]] | 3
Napoli | 1

Underlined
----------

!["Alt" text](zapata.jpg) <https://example.org/a_b_c> [ref][1] ![ref][1] [1]

***

    indented code with [[no link]] and *no emphasis*

[^1]: A note with *emphasis* and [1].

[1]: https://example.org/ "Title"
"""
MARKUP = [
    *("*", "**", "***", "_", "__", "[", "]", "(", ")", "![", "](x)", '](http://a.b "t")', "[[A]]", "[[A|b]]", "[[", "![[x]]"),
    *("`", "``", "```\n", "~~~\n", "<b>", "</b>", "<div>", "</div>", "<!-- c -->", "<http://a.b>", "<a@b.c>", "<br>", "<script>"),
    *(
        "&amp;",
        "&",
        "&#38",
        "&#38;",
        "&lt;",
        "\\",
        "\\*",
        "\\\\",
        "|",
        "\n|-|-|\n",
        "\na|b\n-|-\n",
        "  \n",
        "\t",
        "!",
        "://",
        "\x02",
    ),
    *("- ", "* ", "+ ", "1. ", "2) ", "> ", "# ", "## ", "#", "\n===\n", "\n---\n", "---", "***\n", "\n\n", "\n", "\n    "),
    *(
        "[^1]",
        "\n[^1]: ",
        "\n\n[^1]: note\n\n",
        "\n[a]: b\n",
        "\n[a]: <b> 't'\n",
        "[a]",
        "[a][a]",
        "{: x}",
        "{{ 7*7 }}",
        "~",
        "-- ",
    ),
    *(
        "a",
        "b ",
        "Foo ",
        "Bar, ",
        "é",
        '"',
        "'",
        "10",
        "\nFoo",
        '\n"Foo',
        "\n(x",
        "\n*x*",
        "\n[[A]]",
        "\n!x",
        "2021-02-03 ",
        "St. ",
    ),
]
PLAIN = Markdown(extensions=[Syntax()], output_format="html")


def plainly(text: str) -> str:
    return PLAIN.reset().convert(text)


def assert_same(text: str) -> None:
    try:
        fast = read_markdown(text).html
    except TooMuch:
        return
    assert fast == plainly(text)


def test_a_report_with_everything_is_read_as_by_the_plain_library() -> None:
    assert_same(REPORT)
    assert read_markdown(REPORT).html.count("<") > 100


@pytest.mark.parametrize("block", REPORT.split("\n\n"))
def test_each_of_its_blocks_is_so_alone(block: str) -> None:
    assert_same(block)
    assert_same(block + "\n\n[1]: https://example.org/\n\n[^1]: note")


@pytest.mark.parametrize("piece", MARKUP)
def test_each_piece_of_markup_alone_in_a_plain_text_is_found(piece: str) -> None:
    for text in (f"Foo{piece}bar.", f"Foo {piece} bar.", f"{piece}Foo\nbar{piece}", f"Foo {piece}x{piece} bar."):
        assert_same(text)


def test_a_table_may_begin_like_a_heading() -> None:
    assert_same("# a|b\n-|-\n1|2")
    assert "<table>" in plainly("# a|b\n-|-\n1|2")


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))
def test_random_markup_is_read_as_by_the_plain_library(text: str) -> None:
    assert_same(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_text_is_read_as_by_the_plain_library(text: str) -> None:
    assert_same(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="*_[]()!`<>&\\|#-=:^\"' \n\nab1.~", max_size=80))
def test_random_punctuation_is_read_as_by_the_plain_library(text: str) -> None:
    assert_same(text)


def test_every_pattern_of_the_engine_says_what_it_begins_with() -> None:
    registered = {id(pattern) for pattern in PLAIN.inlinePatterns}
    named = {id(PLAIN.inlinePatterns[name]) for name in markdown_speed.BEGINNINGS}
    assert registered == named


@given(st.text(max_size=60).filter(lambda text: not markdown_speed.holds_markup(text)))
def test_text_without_markup_matches_no_pattern(text: str) -> None:
    for pattern in PLAIN.inlinePatterns:
        assert isinstance(pattern, InlineProcessor)
        assert not pattern.getCompiledRegExp().search(text)


def test_plain_paragraphs_meet_no_other_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    processors_for = markdown_speed.FastBlockParser.processors_for

    def noted(self: markdown_speed.FastBlockParser, block: str) -> object:
        found = tuple(processors_for(self, block))
        tried.append(type(found[0]).__name__ if len(found) == 1 else f"{len(found)} of them")
        return found

    monkeypatch.setattr(markdown_speed.FastBlockParser, "processors_for", noted)
    read_markdown("One line.\nAnother.\n\n**Bold** at first.\n\n[[Napoli]] too.")
    assert tried[:3] == ["ParagraphProcessor"] * 3
