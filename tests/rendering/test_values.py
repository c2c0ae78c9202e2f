"""What a view holds comes out: all of it, escaped, whatever it says."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape
from msgspec.structs import replace

from rendering.leaves import changed, leaves, owner_of, with_texts
from rendering.sample_matches import match, semi_final
from rendering.sample_parts import SITE, text
from rendering.sample_site import default_theme, template_of
from rendering.samples import PAGES
from site_builder.pages.parts import Link
from site_builder.rendering.escaping import escaped
from site_builder.rendering.templates import View, render

THEME = default_theme()
EVIL = "<script>alert(1)</script>\"'&"
EACH = pytest.mark.parametrize("view", PAGES, ids=[view.meta.path for view in PAGES])

UNSHOWN = {"Text.words", "Text.extra"}
"""Fields that no template of the default theme shows: they are for themes that want them."""
CHOOSING = {"ResultRow.status", "TieStep.ahead"}
"""Fields that choose among a few forms, so that a value of none of them changes nothing."""


def page(view: View, template: str = "") -> str:
    return render(THEME, template or template_of(view), SITE, view).decode()


TREES: list[Element] = [html5lib.parse(page(view), namespaceHTMLElements=False) for view in PAGES]
ATTRIBUTES = {"hreflang"} | {name for tree in TREES for element in tree.iter() for name in element.attrib}
"""All attributes that the theme writes; the last one where a piece has a language of its own."""


@EACH
def test_every_text_of_a_view_is_escaped(view: View) -> None:
    evil = render(THEME, template_of(view), with_texts(SITE, lambda _: EVIL), with_texts(view, lambda _: EVIL)).decode()
    tree: Element = html5lib.parse(evil, namespaceHTMLElements=False)
    # Scripts that the theme means: the search's own, and data for machines, in which nothing can end the element.
    scripts = list(tree.iter("script"))
    assert evil.count("<script") == len(scripts)
    assert all("src" in script.attrib or script.attrib.get("type") == "application/ld+json" for script in scripts)
    assert not any("<" in (script.text or "") for script in scripts)
    assert "".join(tree.itertext()).count("alert(1)") > 3
    found = {name for element in tree.iter() for name in element.attrib}
    assert found <= ATTRIBUTES


def test_markup_is_the_one_thing_that_passes_as_it_is() -> None:
    view = replace(semi_final(), report=text("<p>So <em>it</em> goes</p>"))
    assert "<p>So <em>it</em> goes</p>" in page(view)


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_the_short_way_of_escaping_gives_what_the_long_way_gives(value: str) -> None:
    assert escaped(value) == str(escape(value))
    assert escaped(Markup(value)) == value


def test_other_things_than_text_are_escaped_as_text() -> None:
    assert (escaped(7), escaped(2.5), escaped(["<b>"])) == ("7", "2.5", "[&#39;&lt;b&gt;&#39;]")


def other(leaf: object) -> object:
    """Some other value of the same type."""
    if isinstance(leaf, bool):
        return not leaf
    if isinstance(leaf, str):
        return type(leaf)(leaf + "x")
    assert isinstance(leaf, int | float)
    return leaf + 1


def test_every_declared_field_changes_some_page() -> None:
    seen: set[str] = set()
    shown: set[str] = set()
    for view in PAGES:
        before = page(view)
        for path, leaf in leaves(view):
            field = owner_of(view, path)
            seen.add(field)
            if field not in shown and page(changed(view, path, other(leaf)), template_of(view)) != before:
                shown.add(field)
    assert seen - shown == UNSHOWN | CHOOSING
    assert len(shown) > 100


def test_a_source_with_a_script_for_an_address_is_no_link() -> None:
    report = replace(text("<p>…</p>"), sources=(Link("Source", "javascript:alert(1)"),))
    html = page(replace(match("Atalanta", "Napoli", "2021-02-10", "3–1"), report=report))
    assert "Source" in html
    assert "javascript" not in html


def test_the_menu_marks_the_page_that_it_leads_to() -> None:
    teams = next(view for view in PAGES if view.meta.path == "teams.html")
    assert '<a href="teams.html" aria-current="page">Teams</a>' in page(teams)
