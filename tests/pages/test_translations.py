"""What is there in several languages leads from each to the others, for readers and for search engines."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from builders import TestSite, report

BASE = 'base_url = "https://example.org"\nlanguage = "en"\n'
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ALTERNATES = [
    '<link rel="alternate" hreflang="en" href="https://example.org/articles/2022/final.html">',
    '<link rel="alternate" hreflang="it" href="https://example.org/articles/2022/finale.html">',
    '<link rel="alternate" hreflang="pt-BR" href="https://example.org/articles/decisao.html">',
    '<link rel="alternate" hreflang="x-default" href="https://example.org/articles/2022/final.html">',
]


def article(title: str, **more: str) -> str:
    head = "".join(f"{key}: {value}\n" for key, value in more.items())
    return f"---\ntitle: {title}\ndate: 2022-12-19\n{head}---\nText.\n"


def written(site: TestSite, settings: str = BASE) -> TestSite:
    return site.write(
        {
            "site.toml": settings,
            "content/matches/one.md": report(),
            "content/articles/2022/final.md": article("The final"),
            "content/articles/2022/finale.md": article("La finale", lang="it", translation_of="final.md"),
            "content/articles/decisao.md": article("A final", lang="pt-BR", translation_of="/articles/2022/final.md"),
            "content/articles/other.md": article("Another"),
            "content/pages/about.md": "About us.",
            "content/pages/it/chi-siamo.md": "---\nlang: it\ntranslation_of: ../about.md\n---\nNoi.\n",
        }
    )


@pytest.mark.parametrize("page", ["articles/2022/final", "articles/2022/finale", "articles/decisao"])
def test_every_version_names_all_and_the_original_as_default(site: TestSite, page: str) -> None:
    written(site).build()
    html = site.page(f"{page}.html")
    assert [line for line in html.splitlines() if "hreflang" in line and line.startswith("<link")] == ALTERNATES


def test_readers_go_from_each_version_to_the_others_under_their_own_names(site: TestSite) -> None:
    written(site).build()
    original = site.page("articles/2022/final.html")
    assert '<a href="../../articles/2022/finale.html" lang="it" hreflang="it">italiano</a>, ' in original
    assert '<a href="../../articles/decisao.html" lang="pt-BR" hreflang="pt-BR">português (Brasil)</a>' in original
    translated = site.page("articles/2022/finale.html")
    assert '<a href="../../articles/2022/final.html" lang="en" hreflang="en">English</a>, ' in translated
    assert ">italiano<" not in translated
    assert 'href="../about.html" lang="en" hreflang="en">English</a>' in site.page("it/chi-siamo.html")


def test_the_sitemap_names_the_versions_of_those_pages_alone(site: TestSite) -> None:
    written(site).build()
    urls = list(ET.fromstring(site.page("sitemap.xml")).iter(f"{SITEMAP}url"))
    listed = {url.findtext(f"{SITEMAP}loc"): [(one.get("hreflang"), one.get("href")) for one in url.iter(LINK)] for url in urls}
    final = "https://example.org/articles/2022/final.html"
    assert listed["https://example.org/articles/decisao.html"] == [
        ("en", final),
        ("it", "https://example.org/articles/2022/finale.html"),
        ("pt-BR", "https://example.org/articles/decisao.html"),
        ("x-default", final),
    ]
    assert len([url for url, found in listed.items() if found]) == 5
    assert listed["https://example.org/articles/other.html"] == []


def test_without_a_base_address_readers_have_their_links_and_search_engines_none(site: TestSite) -> None:
    written(site, 'language = "en"\n').build()
    page = site.page("articles/2022/final.html")
    assert ">italiano</a>" in page
    assert '<link rel="alternate" hreflang' not in page


def test_a_new_translation_makes_its_versions_anew_and_no_other_text(site: TestSite) -> None:
    written(site).build()
    before = site.tree()
    site.write({"content/articles/endspiel.md": article("Das Finale", lang="de", translation_of="2022/final.md")}).build()
    changed = {path for path, data in site.tree().items() if before.get(path) != data and path.startswith("articles/")}
    assert changed == {f"articles/{name}.html" for name in ("2022/final", "2022/finale", "decisao", "endspiel")}


def test_two_texts_that_are_translations_of_each_other_are_told_that_one_is_none(site: TestSite) -> None:
    texts = {"a": article("A", lang="en", translation_of="b.md"), "b": article("B", lang="it", translation_of="a.md")}
    site.write({"content/matches/one.md": report(), **{f"content/articles/{name}.md": text for name, text in texts.items()}})
    assert [problem.fix for problem in site.problems()] == ["Leave `translation_of` out of the original."] * 2


@pytest.mark.parametrize(
    ("name", "lang", "said"),
    [
        ("missing.md", "it", "`missing.md` is no article and no page of this site"),
        ("/matches/one.md", "it", "`/matches/one.md` is no article and no page of this site"),
        ("2022/finale.md", "fr", "`2022/finale.md` is a translation itself"),
        ("2022/final.md", "en", "`2022/final.md` is there in the language `en` already (articles/2022/final.md)"),
        ("2022/final.md", "it", "`2022/final.md` is there in the language `it` already (articles/2022/finale.md)"),
    ],
)
def test_a_translation_of_nothing_is_a_problem_at_its_key(site: TestSite, name: str, lang: str, said: str) -> None:
    written(site).write({"content/articles/zz.md": article("Z", lang=lang, translation_of=name)})
    (problem,) = site.problems()
    assert (problem.code, problem.message) == ("broken-translation", said)
    assert (problem.place.path, problem.place.line) == ("content/articles/zz.md", 5)
