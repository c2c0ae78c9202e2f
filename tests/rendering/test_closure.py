"""What a page is made of, found out before it is rendered, and what is wrong with that."""

from __future__ import annotations

from pathlib import Path

import pytest

from rendering.own_theme import theme
from site_builder.folders import default_theme_folder
from site_builder.language.words import Words
from site_builder.rendering.closure import check_theme, closure, closure_digest
from site_builder.rendering.template_faults import TemplateFault
from site_builder.rendering.templates import TemplateSource, load_theme, theme_of


def test_the_default_theme_names_its_templates_so_that_they_are_found_without_parsing(tmp_path: Path) -> None:
    """The same files as a site's own are parsed."""
    default = load_theme(None, default_theme_folder(), None)
    own = load_theme(default_theme_folder(), tmp_path, None)
    found = {name: closure(default, name) for name in own.sources}
    # What a template refers to is remembered by its text: a line more, and it is read again.
    parsed = theme_of({name: TemplateSource(s.place, f"{s.text}\n") for name, s in own.sources.items()}, Words())
    assert found == {name: closure(parsed, name) for name in own.sources}
    assert max(map(len, found.values())) > 15


def test_the_closure_is_everything_that_a_page_is_made_of(tmp_path: Path) -> None:
    own = theme(tmp_path, pages__venue='{% extends "base.html" %}{% import "macros/results.html" as r %}')
    assert closure(own, "pages/venue.html") == (
        "pages/venue.html",
        "base.html",
        "partials/head.html",
        "partials/header.html",
        "partials/breadcrumbs.html",
        "macros/basics.html",
        "partials/follow.html",
        "partials/footer.html",
        "macros/results.html",
    )


def test_the_digest_changes_with_what_is_in_the_closure_and_with_nothing_else(tmp_path: Path) -> None:
    plain = theme(tmp_path)
    before = closure_digest(plain, "pages/venue.html")
    assert closure_digest(theme(tmp_path, pages__team="x"), "pages/venue.html") == before
    assert closure_digest(theme(tmp_path, partials__footer="x"), "pages/venue.html") != before
    assert closure_digest(plain, "pages/venue.html") == before, "a theme is a snapshot"


def test_a_name_that_may_be_missing_is_in_the_closure_so_that_its_coming_is_noticed(tmp_path: Path) -> None:
    source = '{% include "extra.html" ignore missing %}{% include ["a.html", "partials/footer.html"] %}'
    own = theme(tmp_path, pages__venue=source)
    assert closure(own, "pages/venue.html") == ("pages/venue.html", "extra.html", "a.html", "partials/footer.html")
    assert closure_digest(own, "pages/venue.html") != closure_digest(theme(tmp_path, extra=""), "pages/venue.html")


@pytest.mark.parametrize(
    ("templates", "code", "place"),
    [
        ({"pages__venue": "\n{% include view.name %}"}, "dynamic-include", "templates/pages/venue.html:2"),
        ({"pages__venue": '{% extends "a" ~ "b" %}'}, "dynamic-include", "templates/pages/venue.html:1"),
        ({"pages__venue": '{% include ["a.html", x] %}'}, "dynamic-include", "templates/pages/venue.html:1"),
        ({"pages__venue": '\n{% include "gone.html" %}'}, "missing-template", "templates/pages/venue.html:2"),
        ({"base": '{% extends "base.html" %}'}, "template-loop", "templates/base.html:1"),
        (
            {"partials__head": '\n{% include "a.html" %}', "a": '{% include "partials/head.html" %}'},
            "template-loop",
            "templates/a.html:1",
        ),
        ({"macros__results": '{% from "macros/results.html" import x %}'}, "template-loop", "templates/macros/results.html:1"),
        ({"partials__head": "{% if %}"}, "template-syntax", "templates/partials/head.html:1"),
    ],
)
def test_what_is_wrong_with_a_closure_is_known_before_rendering(
    tmp_path: Path, templates: dict[str, str], code: str, place: str
) -> None:
    own = theme(tmp_path, **templates)
    with pytest.raises(TemplateFault) as caught:
        closure(own, "pages/venue.html")
    assert (caught.value.problem.code, str(caught.value.problem.place)) == (code, place)
    assert caught.value.problem in check_theme(own)


def test_a_loop_says_the_way_round(tmp_path: Path) -> None:
    own = theme(tmp_path, a='{% include "b.html" %}', b='{% include "a.html" %}')
    messages = [problem.message for problem in check_theme(own)]
    assert "Templates go round in a circle: a.html → b.html → a.html" in messages


def test_all_that_is_wrong_with_a_theme_is_said_at_once(tmp_path: Path) -> None:
    own = theme(tmp_path, a="{% if %}", b="{% include x %}", c='{% include "d.html" %}')
    (tmp_path / "e.html").write_bytes(b"<p>\n\xff</p>")
    problems = check_theme(load_theme(tmp_path, own.default, None))
    assert [(problem.code, str(problem.place)) for problem in problems] == [
        ("template-encoding", "templates/e.html:2"),
        ("template-syntax", "templates/a.html:1"),
        ("dynamic-include", "templates/b.html:1"),
        ("missing-template", "templates/c.html:1"),
    ]


def test_a_template_that_nothing_uses_is_a_warning_and_one_that_another_names_is_none(tmp_path: Path) -> None:
    own = theme(tmp_path, pages__venue='{% include "a.html" %}', a="A", match="Mine.", spare="S")
    assert [(str(p.place), p.code, p.is_error, p.fix) for p in check_theme(own)] == [
        (
            "templates/match.html",
            "unused-template",
            False,
            "To change the default theme's, call it `templates/pages/match.html`.",
        ),
        ("templates/spare.html", "unused-template", False, "Name it in a template that is used, or take it away."),
    ]
