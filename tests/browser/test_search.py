"""The search as readers use it: from disk, by keyboard alone, with JavaScript off; and its rules, against Python's."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from builders import TestSite, report
from site_builder.content.slugs import slugify
from site_builder.folders import default_theme_folder
from site_builder.incremental.memo import Memo
from site_builder.outcome import Options
from site_builder.pages.kinds import document_of
from site_builder.preparation import prepare
from site_builder.prepared import Prepared
from site_builder.rendering.documents import document_bytes
from site_builder.site import model

EXAMPLE = Path(__file__).parent.parent.parent
TIES = "date,competition,season,home,away,score\n" + 2 * "2019-03-01,Village Cup,2018-19,Ash,Elm,1-0\n"
HOSTILE = "<img src=x onerror=alert(1)>"
PATIENCE = 10_000
DONE = re.compile(r"^(?!.*Loading).*(?:result|Nothing)", re.DOTALL)
"""What is said once every shard is in: with some still to come the list may be short, and says so."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = TestSite(tmp_path_factory.mktemp("search") / "site").write(
        {
            "content/matches/a.md": report(title="Pessina double", goals="Matteo Pessina 16'", score="1-0"),
            "content/matches/b.md": report(date="2021-03-01", slug="rain-in-bergamo", score="3-1", title=f"Rain {HOSTILE}"),
            "content/matches/c.md": report(
                "Bodø", "Łódź", date="2022-03-01", season="2022", competition="Coupe d’été", score=None
            ),
            "content/teams/atalanta.md": "---\nname: Atalanta\naliases: [La Dea]\n---\n",
            "content/results/ties.csv": TIES,
        }
    )
    site.build()
    return site.output


@pytest.fixture
def search(page: Page, built: Path) -> Iterator[Page]:
    """The search page, on which nothing is said to the console."""
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text))
    page.set_default_timeout(PATIENCE)
    page.goto((built / "search.html").as_uri())
    yield page
    assert said == []


def hits(page: Page, query: str) -> list[str]:
    """What is listed for a query once everything is loaded: texts with their notes."""
    page.locator("#page-search").fill(query)
    page.wait_for_function("document.scripts.length >= 7")
    expect(page.locator(".hits-count")).to_have_text(DONE)
    return [hit.inner_text().replace("\n", " | ") for hit in page.locator(".hit").all()]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("atalanta", ["Atalanta | Team"]),
        ("LA DEA", ["Atalanta | Team"]),
        ("pessina", ["Matteo Pessina | Person", "Pessina double | 10 Feb 2021"]),
        ("bodo lodz", ["Bodø v Łódź | 1 Mar 2022 · Coupe d’été"]),
        ("łódź", ["Łódź | Team", "Bodø v Łódź | 1 Mar 2022 · Coupe d’été"]),
        ("napoli atal 2021-02", ["Pessina double | 10 Feb 2021", "Atalanta 1–0 Napoli | 10 Feb 2021 · Coppa Italia"]),
        ("Bodø v Łódź", ["Bodø v Łódź | 1 Mar 2022 · Coupe d’été"]),
        ("ash vs. elm", ["Ash 1–0 Elm | 1 Mar 2019 · Village Cup", "Ash 1–0 Elm | 1 Mar 2019 · Village Cup"]),
        ("3–1", ["Atalanta 3–1 Napoli | 1 Mar 2021 · Coppa Italia"]),
        ("1 march 2022", ["Bodø v Łódź | 1 Mar 2022 · Coupe d’été"]),
        ("10.2.2021", ["Pessina double | 10 Feb 2021", "Atalanta 1–0 Napoli | 10 Feb 2021 · Coppa Italia"]),
        ("atalanta 2020/21", ["Atalanta 2020–21"]),
        ("coppa 2021", ["Coppa Italia 2020–21"]),
        ("ash", ["Ash | Team", "Ash 1–0 Elm | 1 Mar 2019 · Village Cup", "Ash 1–0 Elm | 1 Mar 2019 · Village Cup"]),
        ("nobody", []),
        ("北京", []),
    ],
)
def test_what_is_typed_finds(search: Page, query: str, found: list[str]) -> None:
    assert hits(search, query)[: len(found) or 1] == found


def test_words_come_in_any_order_and_the_newest_match_first(search: Page) -> None:
    one, other = (hits(search, query) for query in ("napoli atalanta", "atalanta napoli"))
    assert one == other
    assert [line.split(" | ")[1][:10] for line in one if "–" in line] == ["1 Mar 2021", "10 Feb 202"]


def test_an_exact_name_comes_before_longer_ones(search: Page) -> None:
    search.evaluate("""() => siteBuilderSearch("things", {teams: ["Quornford", "North Quorn", "Quorn"], people: ["Quorn"]})""")
    names = "siteBuilderSearch.find('quorn').groups.things.map((thing) => `${thing.kind} ${thing.name}`)"
    assert search.evaluate(names) == ["teams Quorn", "people Quorn", "teams Quornford", "teams North Quorn"]


def test_links_lead_to_pages_that_exist(search: Page, built: Path) -> None:
    for query in ("a", "2", "rain", "2020-21"):
        hits(search, query)
        for link in search.locator(".hit").all():
            path = str(link.get_attribute("href"))
            assert (built / path).is_file(), path


def test_matches_of_one_day_and_own_slugs_are_told_apart(search: Page) -> None:
    hits(search, "ash elm")
    hrefs = {link.get_attribute("href") for link in search.locator("[data-group=matches] .hit").all()}
    assert hrefs == {"matches/2019/2019-03-01-ash-elm.html", "matches/2019/2019-03-01-ash-elm-2.html"}
    hits(search, "2021-03-01")
    assert search.locator("[data-group=matches] .hit").first.get_attribute("href") == "matches/2021/rain-in-bergamo.html"


def test_text_of_the_index_stays_text(search: Page) -> None:
    assert hits(search, "rain")[0].startswith(f"Rain {HOSTILE}")
    assert search.locator(".hits img").count() == 0


def test_by_keyboard_alone_from_any_page_to_a_match_and_back(page: Page, built: Path) -> None:
    page.goto((built / "teams" / "atalanta.html").as_uri())
    for _ in range(3):  # the skip link, the title, the field
        page.keyboard.press("Tab")
    page.keyboard.type("napoli 2021-02-10")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=napoli*")
    expect(page.locator(".hits-count")).to_have_text("2 results.")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.innerText").startswith("Atalanta 1–0 Napoli")
    page.keyboard.press("Enter")
    page.wait_for_url("**/matches/2021/2021-02-10-atalanta-napoli.html")
    page.go_back()
    expect(page.locator("#page-search")).to_have_value("napoli 2021-02-10")
    expect(page.locator(".hits-count")).to_have_text("2 results.")


def test_slash_arrows_enter_and_escape(search: Page) -> None:
    focus = "document.activeElement.innerText || document.activeElement.id"
    hits(search, "atalanta")
    search.locator("h1").click()
    search.keyboard.press("/")
    assert search.evaluate(focus) == "page-search"
    search.keyboard.press("Enter")
    assert search.evaluate(focus).startswith("Atalanta")
    search.keyboard.press("ArrowUp")
    assert search.evaluate(focus) == "page-search"
    search.keyboard.press("ArrowDown")
    search.keyboard.press("Escape")
    assert search.evaluate(focus) == "page-search"
    expect(search.locator("#page-search")).to_have_value("")
    assert search.locator(".hit").count() == 0
    assert search.locator(".search-lists").is_visible()


def test_the_address_keeps_the_query(search: Page) -> None:
    hits(search, "łódź & co")
    assert search.evaluate("new URLSearchParams(location.search).get('q')") == "łódź & co"
    search.keyboard.press("Escape")
    assert search.evaluate("location.search") == ""


def test_nothing_of_the_index_but_names_is_loaded_before_somebody_types(search: Page) -> None:
    loaded = "[...document.scripts].map((script) => script.src.split('/search/')[1]).filter(Boolean)"
    assert search.evaluate(loaded) == ["things.js"]
    hits(search, "a")
    assert search.evaluate(loaded) == [
        "things.js", "2022.js", "2020-21.js", "2018-19.js", "headlines/2020-21.js",
    ]  # fmt: skip


def test_results_are_told_to_those_who_do_not_see_them(search: Page) -> None:
    hits(search, "atalanta")
    assert search.get_by_role("status").inner_text().endswith("results.")
    assert search.get_by_text("Searching needs JavaScript.").is_hidden()
    assert search.get_by_role("search").count() == 1
    assert search.get_by_role("searchbox", name="Teams, people, grounds, matches, headlines").count() == 1
    region = search.get_by_role("region", name="Matches")
    assert region.get_by_role("listitem").count() == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_among_results(search: Page, scheme: Literal["light", "dark"]) -> None:
    search.emulate_media(color_scheme=scheme)
    hits(search, "atalanta")
    search.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    assert (
        search.evaluate("axe.run(document, {preload: false}).then((found) => found.violations.map((violation) => violation.id))")
        == []
    )


def test_a_missing_shard_is_told_and_the_others_are_searched(browser: Browser, built: Path, tmp_path: Path) -> None:
    site = shutil.copytree(built, tmp_path / "copy")
    (site / "search" / "2022.js").unlink()
    page = browser.new_page()
    page.goto(f"{(site / 'search.html').as_uri()}?q=atalanta")
    expect(page.locator(".hits-count")).to_contain_text("A part of the index could not be loaded.")
    assert page.locator("[data-group=matches] .hit").count() == 2
    page.close()


def test_without_a_script_there_are_lists(browser: Browser, built: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((built / "index.html").as_uri())
    page.locator("#page-search").fill("napoli")
    page.locator("#page-search").press("Enter")
    page.wait_for_url("**/search.html?q=napoli")
    assert page.get_by_text("Searching needs JavaScript.").is_visible()
    assert page.locator(".search-form").is_hidden()
    for name in ("Matches", "Teams", "Coppa Italia", "2020–21", "Bodø"):
        assert page.locator(".search-lists").get_by_role("link", name=name, exact=True).first.is_visible()
    page.close()


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare(Options(site=EXAMPLE, cache=tmp_path_factory.mktemp("cache"), jobs=1))


@pytest.fixture
def loaded(page: Page, example: Prepared) -> Page:
    """A page with the index of the example site and nothing else."""
    read = Memo(example.material.inputs)
    script = (default_theme_folder() / "assets/js/search-index.js").read_text(encoding="utf-8")
    shards = "".join(
        document_bytes(key, document_of(read, key)).decode() for key in example.keys if key.kind.startswith("search_")
    )
    page.evaluate(script + shards)
    return page


def test_the_script_folds_every_name_of_the_example_site_as_slugs_do(loaded: Page, example: Prepared) -> None:
    inputs = example.material.inputs
    things = [thing for kind in model.THINGS for thing in inputs[model.THINGS_OF[kind]].values()]
    names = [thing.name for thing in things]
    names += [document.publication.title for document in inputs[model.REPORTS].values()]
    assert len(names) > 1000
    assert not all(name.isascii() for name in names)
    assert loaded.evaluate("(names) => names.map(siteBuilderSearch.slugOf)", names) == [slugify(name) for name in names]


def test_every_match_of_the_example_site_is_found_by_its_day_at_its_address(loaded: Page, example: Prepared) -> None:
    matches = [match for match in example.material.inputs[model.MATCHES].values() if match.date]
    days = sorted({match.date.isoformat() for match in matches})
    found = loaded.evaluate("(days) => days.flatMap((day) => siteBuilderSearch.find(day).groups.matches)", days)
    shown = {one["address"]: (one["day"], tuple(one["score"] or ())) for one in found}
    assert len(matches) > 500
    assert shown == {
        match.id: (match.date.isoformat(), (match.result.score.home, match.result.score.away) if match.result else ())
        for match in matches
    }
