"""Every sample page as a browser, a screen reader and a reader with bad luck would take it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest

from builders import together
from rendering.sample_parts import SITE
from rendering.sample_site import Sample, default_theme, rendered, template_of
from rendering.samples import PAGES
from site_builder.rendering import finishing
from site_builder.rendering.closure import check_theme
from site_builder.rendering.direct_code import DirectEnvironment
from site_builder.rendering.theme_assets import STYLE_SHEET, assets

SAMPLES = rendered(default_theme())
EACH = pytest.mark.parametrize("sample", SAMPLES, ids=[sample.path for sample in SAMPLES])
HEADINGS = {f"h{level}": level for level in range(1, 7)}
DATA = "application/ld+json"
INLINE_STYLE = re.compile(r"--a:[#\w]+;--b:[#\w]+")


def parsed(sample: Sample) -> Element:
    """The page's tree; any parse error raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(sample.html)
    return tree


def all_with(tree: Element, attribute: str) -> Iterator[tuple[Element, str]]:
    for element in tree.iter():
        value = element.get(attribute)
        if value is not None:
            yield element, value


@EACH
def test_a_page_parses_without_an_error(sample: Sample) -> None:
    assert parsed(sample).tag == "html"


@EACH
def test_a_page_has_one_h1_and_no_level_is_skipped(sample: Sample) -> None:
    levels = [HEADINGS[element.tag] for element in parsed(sample).iter() if element.tag in HEADINGS]
    assert levels.count(1) == 1
    outline = levels[levels.index(1) :]
    assert levels[0] == 1, "a heading stands before the h1"
    assert all(after <= before + 1 for before, after in pairwise(outline))


@EACH
def test_ids_are_there_once_and_links_within_the_page_find_them(sample: Sample) -> None:
    tree = parsed(sample)
    ids = Counter(value for _, value in all_with(tree, "id"))
    assert [name for name, count in ids.items() if count > 1] == []
    wanted = {value[1:] for _, value in all_with(tree, "href") if value.startswith("#")}
    assert wanted <= set(ids)


@EACH
def test_links_and_pictures_start_at_the_root(sample: Sample) -> None:
    view = next(view for view in PAGES if view.meta.path == sample.path)
    root = view.meta.root
    sized = ((element, size) for element, sizes in all_with(parsed(sample), "srcset") for size in sizes.split(", "))
    for found in (all_with(parsed(sample), "href"), all_with(parsed(sample), "src"), sized):
        for element, value in found:
            outward = element.tag == "a" and value.startswith(("https://example.com/", "webcal://example.org/football/"))
            canonical = element.get("rel") == "canonical" and value == view.meta.canonical
            translated = element.tag == "link" and element.get("hreflang") and value.startswith(SITE.base_url)
            in_prose = value.startswith("../../teams/")
            assert outward or canonical or translated or in_prose or value.startswith(("#", root)), value


@EACH
def test_nothing_is_loaded_from_elsewhere_and_nothing_runs(sample: Sample) -> None:
    tree = parsed(sample)
    assert not [element for element in tree.iter() if element.tag in {"iframe", "object", "embed", "style"}]
    scripts = [element.get("src", "").removeprefix("../") for element in tree.iter("script") if element.get("type") != DATA]
    assert scripts == (["assets/js/search-index.js", "assets/js/search.js"] if sample.template == "pages/search.html" else [])
    links = [(element, value) for element, value in all_with(tree, "href") if element.tag == "link"]
    loaded = [value for element, value in links if element.get("rel") != "canonical" and not element.get("hreflang")]
    assert not [value for value in loaded if ":" in value]
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    assert [value for _, value in all_with(tree, "style") if not INLINE_STYLE.fullmatch(value)] == []


@EACH
def test_pictures_say_what_they_show(sample: Sample) -> None:
    for element in parsed(sample).iter():
        if element.tag == "img":
            assert element.get("alt") is not None
            assert element.get("width")
            assert element.get("height")
        if element.tag == "svg":
            assert element.get("aria-hidden") == "true" or element.get("aria-label")


@EACH
def test_a_page_holds_nothing_empty(sample: Sample) -> None:
    """No list that is announced for nothing, no column but where nothing at all is known; the search fills its own."""
    columns = set() if sample.path.startswith("empty/") else {"div"}
    holders = {"ul", "ol", "dl", "table", "section", "figure", "h2", "h3"} | columns
    empty = [e for e in parsed(sample).iter() if e.tag in holders and not len(e) and not (e.text or "").strip()]
    assert [dict(e.attrib) for e in empty] == [] or sample.template == "pages/search.html"


@EACH
def test_tables_have_headers_with_a_scope_and_outside_of_prose_a_caption(sample: Sample) -> None:
    tree = parsed(sample)
    written = [table for element, value in all_with(tree, "class") if value == "prose" for table in element.iter("table")]
    for table in tree.iter("table"):
        heads = list(table.iter("th"))
        assert heads
        assert all(head.get("scope") for head in heads)
        assert table in written or table.find("caption") is not None


@EACH
def test_landmarks_language_and_title_are_there(sample: Sample) -> None:
    tree = parsed(sample)
    assert [len(list(tree.iter(tag))) for tag in ("main", "title")] == [1, 1]
    assert tree.get("lang") == "en"
    assert all(nav.get("aria-label") for nav in tree.iter("nav"))
    titles = [title.text or "" for title in tree.iter("title")]
    assert titles[0].endswith(SITE.title)


@EACH
def test_a_page_is_lines_with_something_in_them(sample: Sample) -> None:
    outside = re.sub(r"<pre.*?</pre>", "<pre>", sample.html, flags=re.DOTALL)
    assert sample.html.startswith("<!doctype html>\n<html")
    assert sample.html.endswith("</html>\n")
    assert "\n\n" not in outside
    assert "\r" not in sample.html


def test_the_theme_itself_writes_no_blank_line_that_would_have_to_be_taken_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finishing, "_without_blank_lines", lambda data: data)
    pages = [sample for sample in rendered(default_theme()) if "<pre" not in sample.html]
    assert pages
    assert [page.path for page in pages if "\n\n" in page.html] == [], "a macro ends its own line: {{ table(root, t) -}}"


def test_no_template_of_the_theme_is_left_to_jinjas_own_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DirectEnvironment, "patient", property(lambda _: pytest.fail("it costs a fifth of a page's time")))
    assert rendered(default_theme()) == SAMPLES


def test_blank_lines_in_preformatted_text_stay() -> None:
    semi_final = next(sample for sample in SAMPLES if sample.path.endswith("2021-02-10-atalanta-napoli.html"))
    assert "<pre><code>a line\n\n\ntwo lines further down</code></pre>" in semi_final.html


def test_every_page_template_of_the_theme_has_a_sample_and_no_fault() -> None:
    theme = default_theme()
    assert check_theme(theme) == ()
    pages = {name for name in theme.sources if name.startswith("pages/")}
    assert pages == {template_of(view) for view in PAGES}


@pytest.mark.parametrize("page", ["2022-12-18-argentina-france", "2021-02-10-atalanta-napoli"])
def test_the_fullest_match_pages_with_their_style_sheet_are_small(page: str) -> None:
    sheet = next(asset.data for asset in assets(default_theme()) if asset.path == STYLE_SHEET)
    full = next(sample for sample in SAMPLES if page in sample.path)
    prose = "".join(re.findall(r'<div class="prose".*?</div>', full.html, re.DOTALL))
    assert len(sheet) + len(full.html.encode()) - len(prose.encode()) < 60_000


@EACH
def test_a_page_links_the_style_sheets_that_it_needs(sample: Sample) -> None:
    linked = [
        value.rpartition("/")[2] for element, value in all_with(parsed(sample), "href") if element.get("rel") == "stylesheet"
    ]
    more = {"pages/match.html": [], "pages/search.html": ["lists.css", "search.css"]}
    assert linked == ["site.css", *more.get(sample.template, ["lists.css"])]


def test_a_moment_is_told_by_a_word_beside_its_shape() -> None:
    abandoned = next(sample for sample in SAMPLES if "bologna-parma" in sample.path)
    for word in ("Own goal", "Second yellow card", "Red card", "sent off", "12' og"):
        assert word in abandoned.html


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("2020-10-04-juventus-napoli", '<p class="status">postponed</p>'),
        ("2030-01-04-genoa-torino", '<p class="status">cancelled</p>'),
        ("2020-09-19-hellas-verona-roma", "Awarded 3–0; played 0–0"),
        ("2020-09-19-fiorentina-torino", "Who scored is not on record."),
        ("empty/matches.html", "No matches yet."),
        ("empty/person.html", "No match of theirs is held."),
        ("empty/index.html", "No match has been published here yet."),
    ],
)
def test_a_state_is_said_once(page: str, said: str) -> None:
    sample = next(sample for sample in SAMPLES if page in sample.path)
    assert together(sample.html).count(said) == 1


def test_a_goalless_match_does_not_miss_its_scorers() -> None:
    goalless = next(sample for sample in SAMPLES if "2021-02-03-napoli-atalanta" in sample.path)
    assert "not on record" not in goalless.html
