"""How lines are set where there is little room: what stands beside what, and what never runs out of the page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.sample_paths import KINDS, SEMI_FINAL, WORLD_CUP_FINAL
from browser.test_pages import TOO_WIDE
from builders import TestSite, report

CUP = "competitions/coppa-italia.html"
SEASON = "competitions/serie-a/2020-21.html"
PLACE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
"""A word of 58 letters, and the name of a place whose club plays in Wales."""
SAY_FROM_THE_RIGHT = "all => all.forEach((each) => { each.dir = 'auto'; each.textContent = 'أتالانتا ونابولي'; })"
SAY = "(elements, words) => elements.forEach((element) => { element.textContent = words; })"
LINES_BEGIN = """row => {
  const name = document.createRange();
  name.selectNodeContents(row.querySelector("a"));
  return [...name.getClientRects()].map((box) => Math.round(box.left));
}"""
TOLD = ".where:has(*) + .about:has(> :first-child:not(.outcome, .has-report))"
LINES_OF_SCORES = """prose => {
  const texts = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
  const lines = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const word of text.data.matchAll(/[0-9]\\S+[0-9]/g)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      lines.push(new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size);
    }
  }
  return lines;
}"""
DOTS = """told => [...document.querySelectorAll(told)].map((about) => [
  getComputedStyle(about, "::before").content,
  getComputedStyle(about.previousElementSibling.lastElementChild, "::after").content,
].map((content) => content.includes("·")))"""
AROUND_DOTS = """verdict => [...verdict.children].slice(0, -1).map((each, n) => {
  const dot = getComputedStyle(each, "::after");
  const space = verdict.children[n + 1].getBoundingClientRect().left - each.getBoundingClientRect().right;
  return parseFloat(dot.marginInlineStart) - parseFloat(dot.marginInlineEnd) - space;
})"""


def test_a_headline_without_a_byline_keeps_its_distance_from_the_text(page: Page, site: Path) -> None:
    page.goto((site / SEMI_FINAL).as_uri())
    page.locator(".report > :is(.byline, .photo)").evaluate_all("all => all.forEach((each) => each.remove())")
    headline, prose = page.locator(".headline").bounding_box(), page.locator(".report > .prose").bounding_box()
    assert headline
    assert prose
    assert prose["y"] - headline["y"] - headline["height"] >= 16


def test_a_kicker_keeps_its_distance_from_the_headline(page: Page, site: Path) -> None:
    for path in ("articles/two-centre-forwards.html", "people/duvan-zapata.html"):
        page.goto((site / path).as_uri())
        kicker, headline = page.locator(".kicker").first.bounding_box(), page.locator("h1").bounding_box()
        assert kicker
        assert headline
        assert headline["y"] - kicker["y"] - kicker["height"] >= 6


def test_a_text_from_right_to_left_stands_under_its_headline(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / SEMI_FINAL).as_uri())
    texts = page.locator(".headline, .report > .prose")
    texts.evaluate_all(SAY_FROM_THE_RIGHT)
    headline, prose = (text.bounding_box() for text in texts.all())
    assert headline
    assert prose
    assert abs(headline["x"] + headline["width"] - prose["x"] - prose["width"]) <= 1


def test_no_word_is_too_long_for_a_telephone(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for path, where in (
        (SEMI_FINAL, ".masthead-title a, .masthead-menu a, .form-team, .scorers a, .figures tbody th"),
        (SEASON, ".figures tbody th, .result a:not(.score)"),
        ("teams.html", ".index-section a"),
    ):
        page.goto((site / path).as_uri())
        page.locator(where).evaluate_all(SAY, PLACE)
        assert page.evaluate(TOO_WIDE) == []


def test_the_second_line_of_a_name_stands_under_the_first_and_not_under_the_badge(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto((site / SEASON).as_uri())
    row = page.locator(".standings:has(.badge) tbody tr:has(.badge)").first
    row.locator("a").evaluate_all(SAY, "FC Internazionale Milano")
    begin = row.evaluate(LINES_BEGIN)
    assert len(begin) > 1
    assert max(begin) - min(begin) <= 2


def test_no_line_under_a_result_begins_with_a_dot(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto((site / "people/duvan-zapata.html").as_uri())
    dots = page.evaluate(DOTS, TOLD)
    assert dots
    assert dots == [[False, True]] * len(dots)


def test_no_line_of_a_report_ends_within_a_score(page: Page, tmp_path: Path) -> None:
    ends = "\n\n".join(f"Through {'i' * letters} 3-1, 3–1, 3-4-1-2" for letters in range(60, 100))
    site = TestSite(tmp_path / "site").write({"content/matches/one.md": report(text=ends)})
    site.build()
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto((site.output / SEMI_FINAL).as_uri())
    lines = page.locator(".prose").evaluate(LINES_OF_SCORES)
    assert len(lines) == 3 * 40
    assert set(lines) == {1}


def test_a_tie_is_as_wide_as_its_section_on_a_telephone(page: Page, site: Path) -> None:
    page.goto((site / CUP).as_uri())
    for width in (320, 390, 430):
        page.set_viewport_size({"width": width, "height": 800})
        tie, section = page.locator(".tie").first.bounding_box(), page.locator(".stages > *").first.bounding_box()
        assert tie
        assert section
        assert tie["width"] == section["width"]


def test_dots_under_a_tie_have_the_same_space_on_both_sides(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / SEMI_FINAL).as_uri())
    uneven = page.locator(".verdict").first.evaluate(AROUND_DOTS)
    assert len(uneven) > 1
    assert all(abs(difference) < 1 for difference in uneven)


def test_no_name_on_the_pitch_is_broken_where_five_stand_side_by_side(page: Page, site: Path) -> None:
    page.goto((site / WORLD_CUP_FINAL).as_uri())
    page.set_viewport_size({"width": 390, "height": 844})
    heights = page.locator(".pitch .line").first.evaluate(
        """line => {
          const of = (name) => {
            const player = document.createElement("span");
            player.className = "player";
            player.innerHTML = `<i class="shirt"></i>${name}`;
            return player;
          };
          const measured = (name) => {
            line.replaceChildren(...Array.from({ length: 5 }, () => of(name)));
            return line.clientHeight;
          };
          return [measured("Mkhitaryan"), measured("Zola")];
        }"""
    )
    assert heights[0] == heights[1]


def test_a_long_credit_is_not_wider_than_a_telephone(page: Page, site: Path) -> None:
    page.goto((site / SEMI_FINAL).as_uri())
    page.set_viewport_size({"width": 320, "height": 700})
    page.locator(".credit").evaluate_all(SAY, "Giuseppe Cacace for a first agency, a second agency and a third")
    assert page.evaluate(TOO_WIDE) == []
    assert page.locator(".credit").first.evaluate("e => e.getBoundingClientRect().right") <= 320


CUT = """where => where.flatMap((each) => {
  const text = document.createRange(), dot = parseFloat(getComputedStyle(each).fontSize) * .6;
  const edge = each.getBoundingClientRect().left + dot;
  return [...each.children].flatMap((told) => {
    text.selectNodeContents(told);
    return [...text.getClientRects()].map((box) => edge - box.left);
  });
})"""
LINES = """all => all.map((each) => {
  const text = document.createRange();
  text.selectNodeContents(each);
  return new Set([...text.getClientRects()].filter((box) => box.width).map((box) => Math.round(box.top))).size;
})"""
FOUR_ROUNDS = "all => { while (all[0].parentElement.childElementCount < 4) all[0].before(all[0].cloneNode(true)); }"
EDGES = """all => all.map((round) => {
  const ties = [...round.querySelectorAll(".tie, .tie *")].map((each) => each.getBoundingClientRect().right);
  return [round.getBoundingClientRect().left, Math.max(...ties)];
})"""
TABLE = "<table><tr><td>Shots</td><td class='align-center'>a</td><td class='align-right'>19</td></tr></table>"
LONG_NAME = "Borussia Mönchengladbach"


def test_no_letter_of_a_long_competition_is_cut_off_beside_a_result(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / KINDS["head_to_head"]).as_uri())
    page.locator(".where > span").evaluate_all(SAY, "British Home Championship and its qualification")
    cut = page.locator(".story .where").evaluate_all(CUT)
    assert len(cut) > 4
    assert max(cut) <= 1


@pytest.mark.parametrize(
    ("width", "path"), [(390, SEMI_FINAL), (640, SEMI_FINAL), (1280, SEMI_FINAL), (1280, KINDS["team_season"]), (1280, SEASON)]
)
def test_a_long_name_in_a_list_of_results_parts_between_its_words_alone(page: Page, site: Path, *, width: int, path: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((site / path).as_uri())
    names = page.locator(".result > :is(.home, .away)")
    names.evaluate_all("all => all.forEach((each) => { each.classList.add('won'); each.lang = 'zxx'; })")
    names.evaluate_all(SAY, LONG_NAME)
    lines = names.evaluate_all(LINES)
    assert lines
    assert max(lines) <= len(LONG_NAME.split())


def test_on_paper_a_long_name_in_a_list_of_results_parts_between_its_words_alone(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 658, "height": 980})
    page.emulate_media(media="print")
    page.goto((site / SEASON).as_uri())
    names = page.locator(".result-group .result > :is(.home, .away)")
    names.evaluate_all("all => all.forEach((each) => { each.classList.add('won'); each.lang = 'zxx'; })")
    names.evaluate_all(SAY, LONG_NAME)
    assert names.count() > 5
    assert max(names.evaluate_all(LINES)) <= len(LONG_NAME.split())


def test_no_name_of_a_bracket_is_broken_or_stands_in_the_next_round(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / "competitions/coppa-italia.html").as_uri())
    page.locator(".bracket-round").evaluate_all(FOUR_ROUNDS)
    names = page.locator(".bracket .tie-side a")
    names.evaluate_all(SAY, LONG_NAME)
    assert max(names.evaluate_all(LINES)) <= len(LONG_NAME.split())
    edges = page.locator(".bracket-round").evaluate_all(EDGES)
    assert len(edges) == 4
    assert all(end < begin for (_, end), (begin, _) in pairwise(edges))


def test_figures_of_a_table_in_prose_stand_where_its_author_put_them(page: Page, site: Path) -> None:
    page.goto((site / SEMI_FINAL).as_uri())
    page.locator(".report > .prose").evaluate("(prose, table) => { prose.innerHTML = table; }", TABLE)
    cells = page.locator(".prose td").evaluate_all("all => all.map((e) => getComputedStyle(e).textAlign)")
    assert cells == ["start", "center", "end"]


def test_won_drawn_and_lost_are_not_parted(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto((site / KINDS["head_to_head"]).as_uri())
    page.locator(".by-competition dt").evaluate_all(SAY, "European Championship qualification")
    figures = page.locator(".by-competition dd")
    figures.evaluate_all(SAY, "88 matches: 36–21–31")
    assert set(figures.evaluate_all(LINES)) == {1}
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("width", [720, 768, 1000])
def test_no_name_beside_the_score_is_broken_on_a_tablet(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((site / SEMI_FINAL).as_uri())
    names = page.locator(".score-line .side a")
    names.evaluate_all(SAY, LONG_NAME)
    assert max(names.evaluate_all(LINES)) <= len(LONG_NAME.split())
    assert page.evaluate(TOO_WIDE) == []


def test_no_name_of_a_title_is_broken_on_the_smallest_telephone(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto((site / "teams/atalanta.html").as_uri())
    page.locator(".title").evaluate("e => { e.lastChild.replaceWith(document.createElement('b')); }")
    page.locator(".title b").evaluate_all(SAY, "Mönchengladbach")
    assert page.locator(".title b").evaluate_all(LINES) == [1]


def test_the_marks_of_form_end_at_the_edge_also_under_a_long_name(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto((site / SEMI_FINAL).as_uri())
    form = page.locator(".form").first
    form.locator(".form-team").evaluate_all(SAY, "Borussia Mönchengladbach am Niederrhein")
    name, marks, around = (each.bounding_box() for each in (form.locator(".form-team"), form.locator("ol"), form))
    assert name
    assert marks
    assert around
    assert marks["y"] > name["y"] + 10, "the marks stand under the name"
    assert abs(marks["x"] + marks["width"] - around["x"] - around["width"]) <= 1


def test_a_long_name_beside_the_positions_is_whole_where_there_is_room(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / SEASON).as_uri())
    page.locator("details").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    names = page.locator(".positions li")
    names.evaluate_all(SAY, "Wolverhampton Wanderers FC")
    cut = names.evaluate_all("all => all.filter((each) => each.scrollWidth > each.clientWidth).length")
    assert names.count() > 2
    assert cut == 0
