"""Prose: what becomes of markdown, in which parts, with which lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.model import PartKind, Prose, ProsePart
from site_builder.content.prose import EXCERPT_LENGTH, read_prose


def prose_of(text: str, first_line: int = 1) -> Prose:
    prose, problems = read_prose(text, "content/matches/a.md", first_line)
    assert problems == ()
    return prose


def html_of(text: str) -> str:
    return "".join(part.html for part in prose_of(text).parts)


def links_of(text: str, first_line: int = 1) -> list[tuple[str, str, int]]:
    kinds = {PartKind.WIKI, PartKind.HREF, PartKind.SRC}
    return [(part.kind.value, part.target, part.line) for part in prose_of(text, first_line).parts if part.kind in kinds]


def linkable(text: str) -> str:
    return "".join(part.html for part in prose_of(text).parts if part.kind is PartKind.TEXT)


# Markdown


def test_paragraphs_lists_and_quotes_are_html() -> None:
    assert html_of("One *two*.\n\n- a\n- b\n\n> c") == (
        "<p>One <em>two</em>.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<blockquote>\n<p>c</p>\n</blockquote>"
    )


def test_an_empty_text_has_no_parts() -> None:
    assert prose_of("\n \n") == Prose()


def test_line_ends_do_not_matter() -> None:
    text = "Eins\nzwei\n\n## Drei\n\n[[Vier]]\n"
    assert prose_of(text) == prose_of(text.replace("\n", "\r\n")) == prose_of(text.replace("\n", "\r"))


def test_template_syntax_is_text() -> None:
    assert html_of("{{ 7*7 }} {% if %}") == "<p>{{ 7*7 }} {% if %}</p>"


def test_a_table_keeps_its_alignment_as_classes() -> None:
    table = html_of("| Team | Goals |\n|:--|--:|\n| Atalanta | 3 |")
    assert '<th class="align-left">Team</th>' in table
    assert '<td class="align-right">3</td>' in table
    assert "style" not in table


def test_a_wiki_link_in_a_table_may_have_a_label() -> None:
    for row in ("| [[Duván Zapata|Zapata]] | 2 |", r"| [[Duván Zapata\|Zapata]] | 2 |"):
        prose = prose_of(f"| Player | Goals |\n|--|--|\n{row}")
        assert ProsePart(PartKind.WIKI, "Zapata", "Duván Zapata", 3) in [
            ProsePart(part.kind, part.html, part.target, 3) for part in prose.parts
        ]
        assert "<td>2</td>" in "".join(part.html for part in prose.parts)


def test_fenced_code_is_code_to_its_closing_fence() -> None:
    assert html_of("~~~~ yaml\n<b>\n~~~\n[[x]] & {{ y }}\n~~~~~\nAfter") == (
        "<pre><code>&lt;b&gt;\n~~~\n[[x]] &amp; {{ y }}\n</code></pre>\n<p>After</p>"
    )


def test_fenced_code_without_an_end_runs_to_the_end() -> None:
    assert html_of("```\na\n\nb") == "<pre><code>a\n\nb\n</code></pre>"


def test_footnotes_are_numbered_as_they_are_mentioned() -> None:
    page = html_of("One[^b] two[^a].\n\n[^a]: First defined.\n[^b]: Second defined.")
    assert page.index("#fn:b") < page.index("#fn:a") < page.index('id="fn:b"') < page.index('id="fn:a"')
    assert '<sup id="fnref:b"><a class="footnote-ref" href="#fn:b">1</a></sup>' in page


def test_a_footnote_without_a_text_does_no_harm() -> None:
    assert 'id="fn:1"' in html_of("One[^1].\n\n[^1]:\n")


def test_attribute_lists_are_text() -> None:
    assert html_of("Text{onclick=alert(1)}") == "<p>Text{onclick=alert(1)}</p>"


# Headings


def test_headings_have_ids_that_cannot_meet_the_pages_own() -> None:
    assert html_of("## First half\n\n## Éder’s day\n\n## —") == (
        '<h2 id="text-first-half">First half</h2>\n<h2 id="text-eders-day">Éder’s day</h2>\n<h2 id="text-section">—</h2>'
    )


def test_headings_of_one_name_have_different_ids() -> None:
    page = html_of("## Goals\n\n## Goals 2\n\n## Goals\n\n## Goals")
    assert [f'id="text-goals{n}"' in page for n in ("", "-2", "-3", "-4")] == [True] * 4
    assert page.count("<h2 id=") == 4


def test_a_heading_of_the_first_level_lowers_all_headings() -> None:
    page = html_of("# A\n\n## B\n\n###### C")
    assert page == '<h2 id="text-a">A</h2>\n<h3 id="text-b">B</h3>\n<h6 id="text-c">C</h6>'
    assert html_of("<h1>A</h1>") == '<h2 id="text-a">A</h2>'


def test_without_one_headings_stay_at_their_level() -> None:
    assert html_of("## B\n\n### C").startswith('<h2 id="text-b">B</h2>\n<h3 id="text-c">')


def test_ids_of_raw_html_are_dropped() -> None:
    assert html_of('<p id="main">a</p>\n\n<h2 id="x">b</h2>') == '<p>a</p>\n\n<h2 id="text-b">b</h2>'
    assert 'id="main"' not in html_of('<ul><li id="main">a</li></ul>\n\nb[^1]\n\n[^1]: c')


# Wiki links


@pytest.mark.parametrize(
    ("written", "target", "label"),
    [
        ("[[Atalanta]]", "Atalanta", "Atalanta"),
        ("[[Duván Zapata|Zapata]]", "Duván Zapata", "Zapata"),
        ("[[2021-02-03 Napoli v Atalanta]]", "2021-02-03 Napoli v Atalanta", "2021-02-03 Napoli v Atalanta"),
        ("[[venue:Monaco]]", "venue:Monaco", "Monaco"),
        ("[[Player: Zapata]]", "Player: Zapata", "Zapata"),
        ("![]() [[team:St. Étienne]]", "team:St. Étienne", "St. Étienne"),
        ("[[venue:]]", "venue:", "venue:"),
        ("[[Tie: the final]]", "Tie: the final", "Tie: the final"),
        ("[[venue:Monaco|there]]", "venue:Monaco", "there"),
        ("[[St. Étienne]]", "St. Étienne", "St. Étienne"),
        ("[[ Atalanta  |  ]]", "Atalanta", "Atalanta"),
        ("[[Bodø/Glimt]]", "Bodø/Glimt", "Bodø/Glimt"),
        ("[[Brighton & Hove Albion]]", "Brighton & Hove Albion", "Brighton &amp; Hove Albion"),
        ("[[Brighton &amp; Hove Albion]]", "Brighton & Hove Albion", "Brighton &amp; Hove Albion"),
        ("[[a_b_c*d*]]", "a_b_c*d*", "a_b_c*d*"),
        ("[[AT&T; <b>]]", "AT&T; <b>", "AT&amp;T; &lt;b&gt;"),
        ("[[川崎フロンターレ]]", "川崎フロンターレ", "川崎フロンターレ"),
        (r"[[A \[b\]]]", "A [b]", "A [b]"),
        ("[[Paris\nSaint-Germain]]", "Paris Saint-Germain", "Paris Saint-Germain"),
        ('[["The" Club]]', '"The" Club', '"The" Club'),
    ],
)
def test_a_wiki_link_names_its_target(written: str, target: str, label: str) -> None:
    (link,) = [part for part in prose_of(f"Before {written} after.").parts if part.kind is PartKind.WIKI]
    assert (link.target, link.html) == (target, label)


@pytest.mark.parametrize(
    "text", ["`[[A]]`", "``a [[A]] b``", "    [[A]]", "```\n[[A]]\n```", "![[A]]", "[[ ]]", "[[A]](b.html)", "[[^1]]"]
)
def test_what_is_no_wiki_link(text: str) -> None:
    assert not [part for part in prose_of(f"Text.\n\n{text}").parts if part.kind is PartKind.WIKI]


@pytest.mark.parametrize(
    "text",
    [
        'The <abbr title="of [[Napoli]], 3 goals">top</abbr> scorer.',
        'The <abbr\ntitle="of [[Napoli|them]]">top</abbr> scorer.',
        'A <a href="b.html" title="[[Napoli]]">report</a>.',
    ],
)
def test_a_wiki_link_in_an_attribute_stays_a_text(text: str) -> None:
    assert html_of(text) == f"<p>{text.replace(chr(10), ' ')}</p>"


def test_a_wiki_link_beside_tags_and_signs_is_one() -> None:
    for text in ("1 < 2, [[Napoli]] > 1", "<b>[[Napoli]]</b>", '<abbr title="x">A</abbr> [[Napoli]]', "a<b, [[Napoli]]"):
        assert links_of(text) == [("wiki", "Napoli", 1)], text


def test_a_wiki_link_within_a_link_stands_beside_it() -> None:
    assert links_of("[see [[A]] there](b.html)") == [("href", "b.html", 1), ("wiki", "A", 1)]
    assert html_of("[see [[A]] there](b.html)") == '<p><a href="b.html">see </a>A there</p>'


def test_a_wiki_link_in_the_text_of_a_picture_is_text() -> None:
    assert 'alt="Goal for A"' in html_of("![Goal for [[A]]](a.jpg)")
    assert links_of("![Goal for [[A]]](a.jpg)") == [("src", "a.jpg", 1)]


def test_an_address_typed_as_a_wiki_links_is_none() -> None:
    for text in ("[x](wiki:0)", "[x](wiki:99999999999)", '<a href="wiki:abc">x</a>', '[[A]] <a href="wiki:0"><b>x</b></a>'):
        page = prose_of(text)
        assert "".join(part.html for part in page.parts).count("href") == 0
        assert sum(part.kind is PartKind.WIKI for part in page.parts) == text.count("[[")


# Parts


def test_names_may_be_linked_only_in_running_text() -> None:
    text = (
        "Alpha `Beta` [Gamma](g.html) ![Delta](d.png) **Epsilon**\n\n## Zeta\n\n    Eta\n\n"
        "<kbd>Theta</kbd> [[Iota]] <samp>Kappa</samp>"
    )
    seen = linkable(text)
    assert [name for name in ("Alpha", "Epsilon") if name in seen] == ["Alpha", "Epsilon"]
    assert [name for name in ("Beta", "Gamma", "Delta", "Zeta", "Eta", "Theta", "Iota", "Kappa") if name in seen] == []


def test_neighbours_are_one_part() -> None:
    kinds = [part.kind for part in prose_of("One\n\nTwo\n\n- three\n- *four*\n\n## Five\n\n### Six\n\nSeven").parts]
    assert kinds == [PartKind.TEXT, PartKind.HTML, PartKind.TEXT, PartKind.HTML, PartKind.TEXT]


def test_an_address_within_the_site_is_a_part() -> None:
    page = prose_of('[Atalanta](../teams/atalanta.md "The team") and [us](about.html?a=1&b=2#top).')
    assert [(part.target, part.html) for part in page.parts if part.kind is PartKind.HREF] == [
        ("../teams/atalanta.md", "../teams/atalanta.md"),
        ("about.html?a=1&b=2#top", "about.html?a=1&amp;b=2#top"),
    ]
    assert html_of("[a](b.md)") == '<p><a href="b.md">a</a></p>'


def test_an_address_elsewhere_is_markup() -> None:
    page = prose_of("[a](https://example.org/) <tel@example.org> [b](//example.org) [c](tel:112)")
    assert {part.kind for part in page.parts} == {PartKind.TEXT, PartKind.HTML}
    html = "".join(part.html for part in page.parts)
    assert html.count('rel="noopener"') == 2
    assert '<a href="https://example.org/" rel="noopener">a</a>' in html


def test_a_place_in_the_text_itself_needs_no_site() -> None:
    text = "[a](#goals) [b](#text-goals) [c](#line-ups)\n\n## Goals"
    assert links_of(text) == [("href", "#line-ups", 1)]
    assert html_of(text).count('href="#text-goals"') == 2


def test_pictures_are_parts_and_may_stand_in_links() -> None:
    assert links_of("[![Goal](goal.jpg)](match.html) ![Far](https://example.org/a.png)") == [
        ("href", "match.html", 1),
        ("src", "goal.jpg", 1),
    ]


def test_a_picture_without_an_address_leaves_its_text() -> None:
    prose, problems = read_prose('![The "goal"](data:text/html,x)', "a.md", 1)
    assert "".join(part.html for part in prose.parts) == "<p>The &quot;goal&quot;</p>"
    assert [problem.code for problem in problems] == ["prose-markup-left-out"]


def test_each_link_knows_its_line() -> None:
    text = "Intro.\n\n[[A]] and [b](b.md)\n[[A]]\n\n- x\n- ![c](c.png)\n\n[d][ref] [b](b.md)\n\n[ref]: d.md\n"
    assert links_of(text, first_line=10) == [
        ("wiki", "A", 12),
        ("href", "b.md", 12),
        ("wiki", "A", 13),
        ("src", "c.png", 16),
        ("href", "d.md", 20),
        ("href", "b.md", 18),
    ]


# Excerpt and words


def test_the_excerpt_is_the_first_paragraph_as_plain_text() -> None:
    assert (
        prose_of("## Head\n\n![](a.png)\n\nFish & *chips* [[A|for]]\n`all`[^1].\n\nMore.\n\n[^1]: x").excerpt
        == "Fish & chips for all."
    )


def test_a_long_excerpt_is_cut_at_a_word() -> None:
    excerpt = prose_of("word, " * 100).excerpt
    assert excerpt.endswith("word…")
    assert EXCERPT_LENGTH - 8 < len(excerpt) <= EXCERPT_LENGTH


def test_a_text_without_spaces_is_cut_anywhere() -> None:
    assert len(prose_of("球" * 400).excerpt) == EXCERPT_LENGTH


def test_words_are_counted_without_markup() -> None:
    assert prose_of("## Two words\n\nThree *more* [[Not shown|words]] & `so on`").words == 2 + 3 + 1 + 2


@given(st.text(max_size=60).map(lambda text: "A" + text), st.integers(200, 400))
def test_an_excerpt_is_never_too_long(text: str, times: int) -> None:
    prose, _ = read_prose(text * (times // len(text)), "a.md", 1)
    assert len(prose.excerpt) <= EXCERPT_LENGTH
