"""A page turned into a later state of its source, tree by tree: it comes out as the source, and what stood is not made anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

import site_builder.serve

MORPH = (Path(site_builder.serve.__file__).parent / "morph.js").read_text(encoding="utf-8")
RUN = """text => {
  const script = document.createElement("script");
  script.textContent = text;
  document.head.append(script);
  script.remove();
}"""
BECOME = """later => {
  for (const each of document.querySelectorAll("[id], li, tr, details, summary, input, circle")) each.isTheSame = true;
  siteBuilderPage.become(new DOMParser().parseFromString(later, "text/html"));
  return document.body.innerHTML;
}"""


def begin(page: Page, body: str, head: str = "") -> None:
    page.set_content(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>")
    page.evaluate(RUN, MORPH)
    page.evaluate("siteBuilderPage.begin()")


def become(page: Page, body: str, head: str = "") -> str:
    """What the page's body is then."""
    return str(page.evaluate(BECOME, f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"))


def same(page: Page, selector: str) -> Any:  # noqa: ANN401 - what the page says
    """The texts of those elements that stood there before."""
    return page.evaluate("s => [...document.querySelectorAll(s)].filter(e => e.isTheSame).map(e => e.textContent)", selector)


def items(*names: str) -> str:
    return f"<ul>{''.join(f'<li>{name}</li>' for name in names)}</ul>"


ROWS = "<table><thead><tr><th>Team</th></tr></thead><tbody><tr><td>Inter</td><td>3</td></tr></tbody></table>"
DRAWING = '<svg viewBox="0 0 9 9"><a xlink:href="#a"><circle id="a" r="1"></circle></a></svg>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>one</p>", "<p>two</p>"),
        ("<p>one</p>", "<h2>one</h2>"),
        ("<p>one</p>", ""),
        ("", "<p>one</p>text"),
        ('<p class="a" hidden>one</p>', '<p class="b" lang="it">one</p>'),
        ("<p>one <b>two</b> three</p>", "<p><i>zero</i> one three <b>four</b></p>"),
        ("<!-- a --><p>one</p><!-- b -->", "<!-- c --><p>one</p><!-- b --><!-- d -->"),
        (items("a", "b", "c", "d"), items("d", "c", "b", "a")),
        (items("a", "b", "c"), items("x", "a", "c", "y", "b")),
        (items("a", "a", "a"), items("a", "b", "a", "a", "a")),
        (ROWS, ROWS.replace("<tbody>", "<tbody><tr><td>Milan</td><td>1</td></tr>").replace(">3<", ">4<")),
        (ROWS, ROWS.replace("<thead>", "<caption>Table</caption><thead>")),
        (DRAWING, DRAWING.replace("0 0 9 9", "0 0 5 5").replace("#a", "#b").replace('"1"', '"2"')),
        (DRAWING, f"<p>{DRAWING}</p>"),
        ('<p id="a">1</p><p id="b">2</p>', '<p id="b">2!</p><h2 id="a">1</h2>'),
        ("<noscript><p>one</p></noscript><p>a</p>", "<noscript><p>one</p></noscript><p>b</p>"),
        ("<a href=x><img alt=y></a>", "<a href=z><img alt=y width=1><br></a>"),
    ],
)
def test_a_page_comes_out_as_its_later_source(page: Page, before: str, after: str) -> None:
    begin(page, before)
    page.evaluate("window.before = document.body.innerHTML")
    expected = page.evaluate("s => { const e = document.createElement('body'); e.innerHTML = s; return e.innerHTML }", after)
    assert become(page, after) == expected
    assert become(page, before) == page.evaluate("window.before")


def test_what_is_alike_stays_wherever_it_goes(page: Page) -> None:
    begin(page, items("a", "b", "c", "d"))
    become(page, items("new", "b", "d", "a", "c"))
    assert same(page, "li") == ["b", "d", "a", "c"]
    become(page, items("b", "d changed", "a", "c"))
    assert len(same(page, "li")) == 4


def test_who_has_an_id_is_nobody_else(page: Page) -> None:
    begin(page, '<section id="a">1</section><section id="b">2</section>')
    become(page, '<section id="c">3</section><section id="b">2!</section>')
    assert same(page, "section") == ["2!"]


def test_details_are_known_by_their_summary(page: Page) -> None:
    first, second = "<details><summary>Goals</summary>{}</details>", "<details><summary>Cards</summary>{}</details>"
    begin(page, first.format(1) + second.format(2))
    page.evaluate("document.querySelectorAll('details')[1].open = true")
    become(page, "<details><summary>Line-ups</summary></details>" + second.format(3) + first.format(4))
    assert page.evaluate("[...document.querySelectorAll('details')].map(one => one.open)") == [False, True, False]
    become(page, second.format(5).replace("<details>", "<details open>"))
    become(page, second.format(5))
    assert page.evaluate("document.querySelector('details').open") is False  # the author's own word counts


def test_typed_values_the_focus_and_the_selection_stay(page: Page) -> None:
    fields = '<input name="a"><textarea>x</textarea><select><option>1<option>2</select><input type="checkbox">'
    begin(page, f"<p>one</p><form><p>{fields}</p></form>")
    page.evaluate("""() => {
      const [a, box] = document.querySelectorAll("input");
      document.querySelector("textarea").value = "typed too";
      document.querySelector("select").value = "2";
      box.checked = true;
      a.value = "typed";
      a.focus();
      a.setSelectionRange(1, 3);
    }""")
    others = fields.replace(">x<", ">y<").replace("<option>2", "<option>2<option>3")
    become(page, f"<h2>two</h2><form><b>new</b><p>{others}</p></form>")
    become(page, f"<form><p>{fields}</p><b>new</b></form><h2>two</h2>")
    said = page.evaluate("""() => {
      const [a, box] = document.querySelectorAll("input");
      const values = [a.value, document.querySelector("textarea").value, document.querySelector("select").value];
      return [...values, box.checked, document.activeElement === a, a.selectionStart, a.selectionEnd];
    }""")
    assert said == ["typed", "typed too", "2", True, True, 1, 3]


def test_what_scripts_made_stays_where_the_source_stays(page: Page) -> None:
    begin(page, '<p>one</p><ol class="hits"></ol><p class="status">Nothing</p>')
    page.evaluate("""() => {
      document.querySelector("ol").innerHTML = "<li>found</li>";
      document.querySelector(".status").textContent = "1 found";
      document.documentElement.dataset.theme = "dark";
      document.documentElement.append(document.createElement("x-overlay"));
      document.body.prepend(document.createElement("x-extension"));
    }""")
    body = become(page, '<p>two</p><ol class="hits"></ol><p class="status">Nothing</p>')
    assert body == '<x-extension></x-extension><p>two</p><ol class="hits"><li>found</li></ol><p class="status">1 found</p>'
    assert page.locator("html[data-theme=dark] > x-overlay").count() == 1


def test_the_head_follows_and_data_in_scripts_too(page: Page) -> None:
    head = '<title>{0}</title><meta name="description" content="{0}"><script type="application/ld+json">"{0}"</script>'
    begin(page, "", head.format("one"))
    become(page, "", head.format("two") + '<link rel="canonical" href="/two">')
    assert page.title() == "two"
    assert page.evaluate("document.head.innerHTML") == head.format("two") + '<link rel="canonical" href="/two">'


@pytest.mark.parametrize(
    "more", ["<script>window.ran = true</script>", '<script type="module" src="x.js"></script>', "<template>x</template>"]
)
def test_what_runs_once_or_shows_nothing_takes_a_reload(page: Page, more: str) -> None:
    begin(page, "<p>one</p>")
    with pytest.raises(Exception, match="not in place"):
        become(page, f"<p>two</p>{more}")
    assert page.inner_text("body") == "one"
    assert page.evaluate("window.ran") is None


def test_a_page_of_a_thousand_rows_is_turned_at_once(page: Page) -> None:
    rows = [f"<tr><th>Team {number}</th><td>{number}</td></tr>" for number in range(1000)]
    begin(page, f"<table><tbody>{''.join(rows)}</tbody></table>")
    page.evaluate("window.start = performance.now()")
    become(page, f"<table><tbody>{''.join(reversed(rows)).replace('<td>7</td>', '<td>8</td>')}</tbody></table>")
    assert len(same(page, "tr")) == 1000
    assert page.evaluate("performance.now() - window.start") < 2000
