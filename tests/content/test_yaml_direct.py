"""That front matter read line by line gives the tree, with all its places, that YAML's events give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import IS_FULL
from site_builder.content import yaml_tree
from site_builder.content.yaml_direct import read_directly
from site_builder.content.yaml_nodes import Mapping, Node, Scalar, Sequence, Spot, YamlText
from site_builder.content.yaml_tree import read_tree
from site_builder.content.yaml_values import read_values

HEAD = """
title: "Atalanta 3-1 Napoli: what a night"
date: 2021-02-10 20:45
competition: Coppa Italia
season: '2020-21'
referee:
goals:
  home:
  - Zapata 10'
  - "Pessina 16', 78'"
  away:
      - Lozano 53'
ratings:
    Duván Zapata: 7.5
    N'Golo Kanté: null
draft: no
cards: []
bench:
  home: []
  away:

# A remark.
venue: "San Siro:
  all   of
     it #1"
tags:
- a
- null
- "b # c"
aliases: [La Dea, "Atalanta, BC", 'x' , null,  y]
"""
PIECES = (
    "a¦b: ¦c:¦\n¦\n  ¦\n    ¦\n   ¦\n\n¦- ¦-¦  - ¦: ¦:¦ ¦  ¦\"x\"¦'y'¦\"¦'¦x y¦1:0¦20:45¦null¦~¦é¦'x: y'¦\"x # y\"¦#¦"
    " # c¦\\¦\t¦[a]¦{¦}¦,¦&a¦*a¦!t¦|¦>¦?¦%¦@¦`¦---¦...¦<<¦\x85¦\u2028¦\ufeff¦\x07¦\xa0¦😀¦x ¦ x¦::¦http://a.b¦a b c: ¦"
    "-1¦.5¦(¦“”¦\r"
).split("¦")
VALUES = (
    'x¦¦¦"x y"¦\'x\'¦x: y¦x:y¦null¦1:0¦"a\'b"¦x  ¦x y:¦- x¦"a" b¦[]¦[a]¦\'it\'\'s\'¦"a\n b"¦"a  \n    b "¦'
    '"a\n\n b"¦[a, b]¦[ a , "b"]¦[a,b]¦[a: b]¦[null, x]¦["", , x]¦[a, ]¦[,]¦\n#c¦\n # c¦a #b¦a# b¦" \n a"¦'
    '"a\n  \n b"¦"a\n b\n c #d"'
).split("¦")
LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "", "  ", "  ", "    ", "      ", " "]),
    st.sampled_from("a:¦b:¦c d:¦é:¦null:¦-¦-¦- a:¦_a:¦a :¦1:¦a'b:¦'a':¦¦x".split("¦")),
    st.sampled_from([" ", " ", " ", "  ", "", ":", "\n"]),
    st.sampled_from(VALUES),
)


@st.composite
def tame(draw: st.DrawFn) -> str:
    """Lines that mostly fit those above them."""
    lines = []
    indent = 0
    for count in range(draw(st.integers(1, 9))):
        value = draw(
            st.sampled_from(
                [
                    "",
                    "",
                    " x",
                    ' "x: y"',
                    " 'x'",
                    " []",
                    " null",
                    " 1:0",
                    " x y",
                    "  z",
                    " x ",
                    " [a, b c]",
                    ' "a\n  b"',
                    ' ["a", b]',
                    "\n#",
                ]
            )
        )
        key = draw(st.sampled_from(["- ", "-", f"k{count}:", f"k{count}:", f"é ü{count}:", "k0:"]))
        lines.append(" " * indent + key + value)
        indent = max(0, indent + draw(st.sampled_from([0, 0, 0, 2, 2, -2, -4, 1])))
    return "\n".join(lines)


def places(spot: Spot) -> tuple[int, int, int]:
    return spot.index, spot.line, spot.column


def told(node: Node) -> object:
    """A node with all that is in it, as values that can be compared."""
    if isinstance(node, Scalar):
        return node.value, node.style, places(node.start), places(node.end)
    if isinstance(node, Sequence):
        return places(node.start), [told(item) for item in node.items]
    return places(node.start), [(key, told(entry.key), told(entry.value)) for key, entry in node.entries.items()]


def assert_same(text: str) -> bool:
    """Whether the text was read directly."""
    direct, values = read_directly(text), read_values(text)
    if direct is None:
        assert values is None
        return False
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_tree, "read_directly", lambda _text: None)
        tree, problems = read_tree(YamlText("a.md", text, 1))
    assert problems == ()
    assert isinstance(tree, Mapping)
    assert told(direct) == told(tree)
    assert values in (None, tree.plain)
    return True


def test_values_are_read_without_their_places() -> None:
    text = '\na: "b: c"\nd:\n    e: null\n    é ü: \'x\'\n    é:\n    - y\n    - null\n    - "~"\n# f\nf:\n'
    text += "g: [h, \"\", 'i, j' , null,k ]\nl:\n- null\n"
    assert read_values(text) == {
        "a": "b: c",
        "d": {"e": None, "é ü": "x", "é": ["y", "~"]},
        "f": None,
        "g": ["h", "", "i, j", "k"],
        "l": [],
    }


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  b:\n    c: d",
        "a: b\n  c: d",
        "a:\n  b: c\n    d: e",
        "a: b\na: c",
        "a:\n  b: c\n  b: d",
        "a:\n  - b\n c: d",
        "a:\n  - b\n - c",
        "a:\n  b:\n - c",
        "a: b\n- c",
        "a:\n  - b\n  c: d",
        "- a",
        "a b",
        "",
    ],
)
def test_values_of_other_texts_are_not(text: str) -> None:
    assert read_values(text) is None


def test_a_head_is_read_directly_and_as_by_its_events() -> None:
    assert assert_same(HEAD)
    assert read_values(HEAD) is None
    assert assert_same(HEAD.strip())


@pytest.mark.parametrize("count", [*range(1, 22), *range(24, 31)])
def test_so_is_each_beginning_of_it(count: int) -> None:
    assert assert_same("\n".join(HEAD.split("\n")[: count + 1]))
    assert assert_same("\n".join(HEAD.split("\n")[: count + 1]) + "\n")


@pytest.mark.parametrize("piece", PIECES)
def test_each_piece_anywhere_is_read_as_by_its_events(piece: str) -> None:
    for place in range(len(HEAD)):
        assert_same(HEAD[:place] + piece + HEAD[place:])


@settings(max_examples=10_000 if IS_FULL else 600, deadline=None)
@given(tame() | st.lists(LINES, min_size=1, max_size=8).map("\n".join))
def test_lines_are_read_as_by_their_events(text: str) -> None:
    assert_same(text)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_random_markup_is_read_as_by_its_events(text: str) -> None:
    assert_same(text)
    assert_same(f"a: {text}")
    assert_same(f'a:\n  - "{text}"')


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=20))
def test_any_characters_are_read_as_by_their_events(text: str) -> None:
    for written in (f"a: {text}", f'a: "{text}"', f"a: 'x{text}'", f"a: x{text}y", f"x{text}: y", f"- {text}", f"a:\n - x{text}"):
        assert_same(written)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a",
        "- a",
        "a: [[b]]",
        "a: {b: c}",
        'a: "b\nc"',
        'a: "b\n\n  c"',
        "- []",
        "a: b # c",
        "a: |\n  b",
        "a: b\n  c",
        "a: &b c",
        '"a": b',
        'a: "\\n"',
        "a: b\na: c",
        "a:\n - b: c",
    ],
)
def test_what_is_more_than_plain_is_left_to_the_parser(text: str) -> None:
    assert read_directly(text) is None
