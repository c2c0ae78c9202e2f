"""The linking of names: which mention is linked, to what, and what is left alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plain_mentions import PLAIN, WRITTEN, Linked, Part, cut_out, plainly_linked
from site_builder.content.model import PartKind, ProsePart
from site_builder.content.prose import read_prose
from site_builder.site.finished import finish
from site_builder.site.mentions import NameEntry, mentions_in, names_by_first_token, tokens_of

NAMES = [
    ("Atalanta", "teams/atalanta"),
    ("Napoli", "teams/napoli"),
    ("SSC Napoli", "teams/napoli"),
    ("Paris Saint-Germain", "teams/psg"),
    ("Saint-Étienne", "teams/saint-etienne"),
    ("St. Étienne", "teams/saint-etienne"),
    ("1. FC Köln", "teams/koln"),
    ("Brighton & Hove Albion", "teams/brighton"),
    ("Newell’s Old Boys", "teams/newells"),
    ("Bodø/Glimt", "teams/bodo"),
    ("Split", "teams/split"),
    ("Monaco", "teams/monaco"),
    ("Monaco", "venues/monaco"),
    ("Paris", "venues/paris"),
    ("Serie A", "competitions/serie-a"),
    ("Serie", "venues/serie"),
    ("1860", "teams/1860"),
]
Names = Mapping[str, Sequence[NameEntry]]
SITE = names_by_first_token(NAMES)
NONE: Names = {}


def linked_in(parts: Sequence[ProsePart], local: Names = NONE, skip: Sequence[str] = ()) -> tuple[Part, ...]:
    return cut_out(parts, mentions_in(parts, lambda words: map(SITE.get, words), local, skip))


def linked(text: str, local: Names = NONE, skip: Sequence[str] = ()) -> str:
    """The text's HTML with ``[name](target)`` for each link made."""
    prose, _ = read_prose(text, "a.md", 1)
    parts = linked_in(prose.parts, local, skip)
    return "".join(f"[{p.html}]({p.target})" if isinstance(p, Linked) else p.html for p in parts)


def targets(text: str, local: Names = NONE, skip: Sequence[str] = ()) -> list[tuple[str, str]]:
    prose, _ = read_prose(text, "a.md", 1)
    return [(part.html, part.target) for part in linked_in(prose.parts, local, skip) if isinstance(part, Linked)]


# Names


def test_names_are_words_without_accents() -> None:
    assert tokens_of("Duván Zapata") == ("Duvan", "Zapata")
    assert tokens_of("Atlético-MG (’69)") == ("Atletico", "MG", "69")
    assert tokens_of("Şanlıurfa Łódź") == tokens_of("Sanliurfa Lodz")
    assert tokens_of("E\u0301der") == tokens_of("Éder") == ("Eder",)


def test_names_are_found_by_their_first_word_the_longest_first() -> None:
    assert [entry.tokens for entry in SITE["Paris"]] == [("Paris", "Saint", "Germain"), ("Paris",)]


def test_of_two_targets_of_one_name_the_first_holds() -> None:
    assert [entry.target for entry in SITE["Monaco"]] == ["teams/monaco"]


def test_numbers_and_empty_names_are_no_names() -> None:
    assert "1860" not in SITE
    assert names_by_first_token([("", "a"), ("—", "b")]) == {}


# What is linked


def test_the_first_mention_of_each_is_linked() -> None:
    assert linked("Atalanta beat Napoli. Atalanta won.\n\nNapoli lost.") == (
        "<p>[Atalanta](teams/atalanta) beat [Napoli](teams/napoli). Atalanta won.</p>\n<p>Napoli lost.</p>"
    )


def test_one_target_under_two_names_is_linked_once() -> None:
    assert targets("SSC Napoli won. Napoli!") == [("SSC Napoli", "teams/napoli")]


@pytest.mark.parametrize(
    ("text", "name", "target"),
    [
        ("the 1. FC Köln squad", "1. FC Köln", "teams/koln"),
        ("the 1 FC Koln squad", "1 FC Koln", "teams/koln"),
        ("at St Etienne’s ground", "St Etienne", "teams/saint-etienne"),
        ("at St. Étienne.", "St. Étienne", "teams/saint-etienne"),
        ("Brighton & Hove Albion lost", "Brighton &amp; Hove Albion", "teams/brighton"),
        ("Newell's Old Boys", "Newell's Old Boys", "teams/newells"),
        ("Bodø/Glimt", "Bodø/Glimt", "teams/bodo"),
        ("Bodo-Glimt", "Bodo-Glimt", "teams/bodo"),
        ("Paris\nSaint Germain", "Paris\nSaint Germain", "teams/psg"),
        ("Paris&nbsp;Saint-Germain", "Paris&nbsp;Saint-Germain", "teams/psg"),
        ("(Serie A)", "Serie A", "competitions/serie-a"),
        ("Atalanta-Inter", "Atalanta", "teams/atalanta"),
        ('"Atalanta"', "Atalanta", "teams/atalanta"),
        ("**Atalanta**", "Atalanta", "teams/atalanta"),
        ("- Atalanta", "Atalanta", "teams/atalanta"),
        ("|a|b|\n|-|-|\n|Atalanta|x|", "Atalanta", "teams/atalanta"),
    ],
)
def test_a_name_is_found_however_it_is_punctuated(text: str, name: str, target: str) -> None:
    assert targets(text) == [(name, target)]


@pytest.mark.parametrize(
    "text",
    [
        "the vote split them",
        "ATALANTA",
        "Atalantas Atalanta2 xAtalanta _Atalanta_s Atalanta_x",
        "`Atalanta`",
        "    Atalanta",
        "# Atalanta",
        "[Atalanta](b.html)",
        "![Atalanta](b.png)",
        '<abbr title="Atalanta">x</abbr>',
        "<details><summary>Atalanta</summary>x</details>",
        "mail x@Atalanta.example",
        "www.Atalanta.example",
        "2. FC Köln",
        "1. FC\n\nKöln",
        "Newell's **Old** Boys",
        "Newell's, Old Boys",
        "Brighton. Hove Albion",
    ],
)
def test_what_is_not_linked(text: str) -> None:
    assert targets(text) == []


def test_the_longest_name_goes_first() -> None:
    assert targets("Paris Saint-Germain in Paris") == [("Paris Saint-Germain", "teams/psg"), ("Paris", "venues/paris")]


def test_no_shorter_name_is_found_in_one_that_is_not_linked() -> None:
    assert targets("Paris Saint-Germain", skip=["teams/psg"]) == []
    assert targets("Serie A and Serie A") == [("Serie A", "competitions/serie-a")]


def test_no_shorter_name_is_found_in_one_that_is_linked_already() -> None:
    local = names_by_first_token([("Virgil Split", "people/virgil-split")])
    assert linked("Virgil Split, Virgil Split, *Virgil Split*. Split!", local) == (
        "<p>[Virgil Split](people/virgil-split), Virgil Split, <em>Virgil Split</em>. [Split](teams/split)!</p>"
    )


def test_the_page_itself_is_not_linked() -> None:
    assert targets("Atalanta and Napoli", skip=["teams/atalanta"]) == [("Napoli", "teams/napoli")]


def test_a_name_of_the_match_may_begin_with_a_small_letter() -> None:
    local = names_by_first_token([("Virgil van Dijk", "people/virgil-van-dijk"), ("van Dijk", "people/virgil-van-dijk")])
    assert targets("a van, then van Dijk at Atalanta", local) == [
        ("van Dijk", "people/virgil-van-dijk"),
        ("Atalanta", "teams/atalanta"),
    ]
    assert targets("Then ván Dijk", local) == [("ván Dijk", "people/virgil-van-dijk")]
    assert targets("Virgil van Dijk, van Dijk", local) == [("Virgil van Dijk", "people/virgil-van-dijk")]


def test_the_sites_names_go_before_those_of_the_match() -> None:
    local = names_by_first_token([("Napoli", "people/napoli"), ("Napoli Rossi", "people/napoli-rossi")])
    assert targets("Napoli", local) == [("Napoli", "teams/napoli")]
    assert targets("Napoli Rossi", local) == [("Napoli Rossi", "people/napoli-rossi")]


def test_a_link_by_the_author_counts_as_the_mention() -> None:
    prose, _ = read_prose("[[Atalanta]] beat Napoli, [x](napoli.md). Atalanta, Napoli.", "a.md", 1)
    where = {"Atalanta": "teams/atalanta", "napoli.md": "teams/napoli"}
    found = mentions_in(prose.parts, lambda words: map(SITE.get, words), {}, (), lambda part: where.get(part.target))
    assert [one.target for one in found] == ["teams/napoli"]
    assert cut_out(prose.parts, found).index(Linked("Napoli", "teams/napoli")) == 3


def test_what_stands_before_a_link_by_the_author_is_linked() -> None:
    prose, _ = read_prose("Napoli, [[Napoli]], Napoli, [[Split]], Split, Atalanta, [[Atalanta]] & Atalanta", "a.md", 1)
    where = {"Atalanta": "teams/atalanta", "Napoli": "teams/napoli", "Split": "teams/split"}
    found = mentions_in(prose.parts, lambda words: map(SITE.get, words), {}, (), lambda part: where.get(part.target))
    parts = cut_out(prose.parts, found)
    assert [(at, part.target) for at, part in enumerate(parts) if isinstance(part, Linked)] == [
        (1, "teams/napoli"),
        (7, "teams/atalanta"),
    ]


def test_the_site_is_asked_once_for_all_words_that_can_begin_a_name() -> None:
    asked: list[Sequence[str]] = []

    def lookup(words: Collection[str]) -> Iterator[Sequence[NameEntry] | None]:
        asked.append([*words])
        return map(SITE.get, words)

    prose, _ = read_prose("Atalanta, élan & 78 minutes in Łódź: Atalanta; Lodz, `Napoli`, iPhone, 川崎", "a.md", 1)
    for local in (NONE, names_by_first_token([("de Roon", "people/roon")])):
        mentions_in(prose.parts, lookup, local, ())
    assert asked == [["Atalanta", "78", "Lodz", "ChuanQi"]] * 2


def test_a_text_without_names_is_left_as_it_is() -> None:
    prose, _ = read_prose("Nobody *here*.\n\n## Atalanta", "a.md", 1)
    assert mentions_in(prose.parts, lambda words: map(SITE.get, words), {}, ()) == []


def test_a_long_text_without_names_takes_linear_time() -> None:
    part = ProsePart(PartKind.TEXT, "no name in here, none at all & <b> " * 20_000)
    assert mentions_in([part], lambda words: [None] * len(words), {}, ()) == []


# Any text


PIECES = [name for name, _ in NAMES] + [
    "*",
    "**",
    "`",
    "[",
    "](b.md)",
    "[[",
    "]]",
    " ",
    "\n",
    "\n\n",
    "<b>",
    "</b>",
    "&amp;",
    "& ",
    ". ",
    "# ",
    '"',
    "x",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_linking_changes_nothing_but_adds_links(text: str) -> None:
    prose, _ = read_prose(text, "a.md", 1)
    found = mentions_in(prose.parts, lambda words: map(SITE.get, words), {}, ())
    parts = cut_out(prose.parts, found)
    assert "".join(part.html for part in parts) == "".join(part.html for part in prose.parts)
    assert len(found) == len({one.target for one in found}) == len([part for part in parts if isinstance(part, Linked)])
    page = str(finish(prose.parts, found, lambda target: target, lambda target: target, lambda target: target, lambda _: None))
    tree = html5lib.parseFragment(page, namespaceHTMLElements=False, treebuilder="etree")
    # A link within a link would have been torn apart: as many come out as went in.
    assert len(tree.findall(".//a")) == page.count("<a ")


LOCAL = names_by_first_token(
    [
        ("Virgil van Dijk", "people/virgil-van-dijk"),
        ("van Dijk", "people/virgil-van-dijk"),
        ("de Paris", "people/de-paris"),
        ("Monaco Napoli Split", "people/split"),
        ("Napoli", "people/napoli"),
    ]
)


def texts_of(pieces: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.lists(st.sampled_from(pieces), max_size=20).map("".join), max_size=3)


@settings(max_examples=1000, deadline=None)
@given(
    texts_of(WRITTEN) | texts_of(PLAIN),
    st.sampled_from([NONE, LOCAL]),
    st.sampled_from([(), ("teams/psg",), ("teams/napoli", "teams/split")]),
)
def test_names_are_linked_as_they_are_word_by_word(texts: list[str], local: Names, skip: Sequence[str]) -> None:
    parts = [ProsePart(PartKind.TEXT, text) for text in texts]
    assert linked_in(parts, local, skip) == plainly_linked(parts, SITE, local, skip)
