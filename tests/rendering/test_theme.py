"""A site's own templates over the default theme, and what happens where they are wrong."""

from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace

from rendering.own_theme import fault, rendered, theme
from site_builder.folders import default_theme_folder
from site_builder.rendering import time_limit
from site_builder.rendering.template_faults import gathered
from site_builder.rendering.templates import load_theme

PAGE = "venues/gewiss-stadium.html"


def test_the_default_theme_is_found_from_the_package() -> None:
    assert (default_theme_folder() / "base.html").is_file()


def test_a_site_without_templates_has_the_default_ones(tmp_path: Path) -> None:
    assert rendered(load_theme(tmp_path / "nowhere", default_theme_folder(), None)) == rendered(theme(tmp_path))


def test_an_own_partial_takes_the_place_of_the_default_one(tmp_path: Path) -> None:
    own = theme(tmp_path, partials__footer="<footer>Ours</footer>\n")
    assert "<footer>Ours</footer>" in rendered(own)
    assert "colophon" not in rendered(own)


def test_an_own_base_extends_the_original_of_its_own_name(tmp_path: Path) -> None:
    base = '{% extends "!default/base.html" %}{% block footer %}<p>Ours</p>{{ super() }}{% endblock %}'
    html = rendered(theme(tmp_path, base=base))
    assert html.index("<p>Ours</p>") < html.index("colophon")
    assert "<h1" in html


def test_include_and_import_reach_the_original_too(tmp_path: Path) -> None:
    own = theme(
        tmp_path,
        partials__footer='<hr>{% include "!default/partials/footer.html" %}',
        pages__venue='{% extends "!default/pages/venue.html" %}{% from "!default/macros/basics.html" import short_day %}'
        '{% block breadcrumbs %}{{ short_day({"iso": "2021-02-10", "short": "two days"}) }}{% endblock %}',
    )
    assert '<hr><footer class="colophon' in rendered(own)
    assert "two days" in rendered(own)


def test_a_template_sees_the_site_the_page_and_the_view_only(tmp_path: Path) -> None:
    own = theme(tmp_path, pages__venue="{{ site.title }}|{{ page.path }}|{{ view.name }}")
    assert rendered(own) == f"The Halfway Line|{PAGE}|Gewiss Stadium\n"
    problem = fault(theme(tmp_path, pages__venue="\n{{ config }}"))
    assert (str(problem.place), problem.code) == ("templates/pages/venue.html:2", "template-undefined")


def test_extra_values_can_be_read(tmp_path: Path) -> None:
    assert rendered(theme(tmp_path, pages__venue="{{ (view.text.extra | from_json).get('club', 'none') }}")) == "none\n"


def test_pages_have_unix_line_ends_no_indentation_and_no_blank_lines(tmp_path: Path) -> None:
    own = theme(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "venue.html").write_bytes(b"\n\n<p>\r\n    One  two\r\n\r\n\r\n  </p>\n\n\n")
    own = theme(tmp_path)
    assert rendered(own) == "<p>\nOne  two\n</p>\n"


def test_preformatted_text_of_a_template_keeps_its_lines(tmp_path: Path) -> None:
    assert rendered(theme(tmp_path, pages__venue="<pre>\n  a\n\n\n  b</pre>\n\n\n<p>")) == "<pre>\n  a\n\n\n  b</pre>\n<p>\n"


def test_editors_litter_and_assets_are_no_templates(tmp_path: Path) -> None:
    own = theme(tmp_path, **{".#base": "x", "assets__page": "{{ x"})
    assert set(own.sources) == set(theme(tmp_path / "empty").sources)


@pytest.mark.parametrize(
    ("source", "code", "line", "message", "fix"),
    [
        ("<p>\n{% endfro %}", "template-syntax", 2, "Encountered unknown tag 'endfro'", ""),
        ("\n\n{{ view.nmae }}", "template-undefined", 3, "`VenueView` has no `nmae`", "Did you mean `name`?"),
        ("{{ veiw.name }}", "template-undefined", 1, f"There is no `veiw` here (while rendering {PAGE})", "Did you mean `view`?"),
        ("\n{% if view.crowd %}{% endif %}", "template-undefined", 2, "`VenueView` has no `crowd`", ""),
        (
            '<p>\n\n{% include "partials/fooder.html" %}', "missing-template", 3,
            f"There is no template `partials/fooder.html` (while rendering {PAGE})", "Did you mean `partials/footer.html`?",
        ),
        ('{% include ["a.html", "b.html"] %}', "missing-template", 1, "There is none of the templates `a.html`, `b.html`", ""),
        ("{{ view.name | shout }}", "template-syntax", 1, "No filter named 'shout'", ""),
        ("\n{{ view.name + 1 }}", "template-failed", 2, 'TypeError: can only concatenate str (not "int") to str', ""),
        ("\n{{ 1 // 0 }}", "template-failed", 2, "ZeroDivisionError", ""),
        ("{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", "template-loop", 2, "The template calls itself without an end", ""),
    ],
)  # fmt: skip
def test_a_fault_names_the_line_and_the_page(tmp_path: Path, source: str, code: str, line: int, message: str, fix: str) -> None:
    problem = fault(theme(tmp_path, pages__venue=source))
    assert (str(problem.place), problem.code) == (f"templates/pages/venue.html:{line}", code)
    assert problem.message.startswith(message)
    assert problem.message.endswith(f"(while rendering {PAGE})")
    assert fix in problem.fix


def test_a_template_without_an_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS_A_PAGE", 0.05)
    own = theme(tmp_path, pages__venue="\n{% for one in range(10 ** 12) %}\n{% endfor %}")
    problem = fault(own)
    assert (str(problem.place).split(":")[:2], problem.code) == (["templates/pages/venue.html", "2"], "template-loop")
    assert problem.message == f"The template did not come to its end in 10 seconds (while rendering {PAGE})"
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGVTALRM) == signal.SIG_DFL


def test_an_alarm_that_was_swallowed_comes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS_A_PAGE", 0.02)
    monkeypatch.setattr(time_limit, "_AGAIN", 0.02)
    alarms = 0

    def count() -> None:
        nonlocal alarms
        while alarms < 3:
            with suppress(time_limit.EndlessError):
                while True:
                    pass
            alarms += 1

    with time_limit.limited():
        count()
    assert alarms == 3


def test_in_another_thread_a_template_has_no_limit_and_renders(tmp_path: Path) -> None:
    own = theme(tmp_path)
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(rendered, own).result() == rendered(own)


def test_a_fault_that_many_pages_meet_is_told_once(tmp_path: Path) -> None:
    own = theme(tmp_path, pages__venue="{{ view.crowd }}\n{{ view.crowd }}", partials__footer="{{ x }}")
    problem = fault(own)
    others = [replace(problem, message=problem.message.replace(PAGE, f"venues/{n}.html")) for n in "abc"]
    elsewhere = replace(problem, place=replace(problem.place, line=2))
    found = gathered([*others, elsewhere, problem, *others])
    assert [str(one.place) for one in found] == ["templates/pages/venue.html:1", "templates/pages/venue.html:2"]
    assert found[0].message.endswith("(while rendering venues/a.html and 3 other pages)")
    assert found[1] == elsewhere
    assert "`name`" in found[0].fix


def test_a_fault_in_an_included_template_names_that_one(tmp_path: Path) -> None:
    problem = fault(theme(tmp_path, partials__footer="\n\n\n{{ site.tilte }}"))
    assert str(problem.place) == "templates/partials/footer.html:4"
    assert problem.fix == "Did you mean `title`?"


def test_a_fault_in_the_default_theme_says_so(tmp_path: Path) -> None:
    problem = fault(theme(tmp_path, macros__results="{# no macros any more #}"))
    assert problem.place.path == "!default/pages/venue.html"


def test_a_page_without_a_template_is_named(tmp_path: Path) -> None:
    problem = fault(theme(tmp_path), "pages/venues.html")
    assert problem.code == "missing-template"
    assert problem.fix == "Did you mean `pages/venue.html`?"


def test_a_template_with_a_byte_order_mark_is_as_good_as_one_without(tmp_path: Path) -> None:
    own = theme(tmp_path, pages__venue="\ufeff<p>")
    assert rendered(own) == "<p>\n"


def test_compiled_templates_are_kept_and_give_the_same_pages(tmp_path: Path) -> None:
    kept = tmp_path / "cache"
    first = rendered(load_theme(None, default_theme_folder(), kept))
    files = sorted(kept.iterdir())
    times = [file.stat().st_mtime_ns for file in files]
    assert len(files) > 5
    assert rendered(load_theme(None, default_theme_folder(), kept)) == first
    assert [file.stat().st_mtime_ns for file in files] == times


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 4000])
def test_damaged_code_is_compiled_anew(tmp_path: Path, damage: bytes) -> None:
    kept = tmp_path / "cache"
    first = rendered(load_theme(None, default_theme_folder(), kept))
    for file in kept.iterdir():
        file.write_bytes(damage)
    assert rendered(load_theme(None, default_theme_folder(), kept)) == first
    assert all(file.read_bytes() != damage for file in kept.iterdir())


def test_an_edited_template_is_not_taken_from_the_kept_code(tmp_path: Path) -> None:
    kept, own = tmp_path / "cache", tmp_path / "own"
    theme(own, pages__venue="one")
    assert rendered(load_theme(own, default_theme_folder(), kept)) == "one\n"
    theme(own, pages__venue="two")
    assert rendered(load_theme(own, default_theme_folder(), kept)) == "two\n"


def test_a_cache_that_cannot_be_written_costs_no_page(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    assert "<h1" in rendered(load_theme(None, default_theme_folder(), tmp_path / "cache"))
