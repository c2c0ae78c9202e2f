"""The site in other languages: nothing that it says by itself is missing from the catalogues, and nothing stays English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import html5lib
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po, write_po

from builders import TestSite, together
from site_builder.language.catalogues import TEMPLATE, catalogue_path, packaged_folder

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROOT = Path(__file__).parent.parent
TRANSLATED = sorted(path.parent.parent.name for path in packaged_folder().glob("*/LC_MESSAGES/*.po"))
DATA = Path(__file__).parent / "data"
EURO = "football-txt/euro/2024--germany/euro.txt"
REPORT = """---
title: Pessina sends Atalanta to the final
date: 2021-02-10 20:45
competition: Coppa Italia
season: 2020-21
round: Semi-finals
leg: 2
home: Atalanta
away: Napoli
score: 3-1
half_time: 2-0
goals:
  home: "Zapata 10' Pessina 16', 78' (assist: Zapata)"
  away: "Lozano 53'"
cards:
  away: "Lozano 60' (R)"
stats: {shots on target: 7-2, possession: 41-59}
attendance: closed doors
author: Someone
updated: 2021-02-11
tags: [cup]
sources: [{url: "https://example.org/", text: Somewhere}]
corrections: [{date: 2021-02-12, text: Spelling}]
---
Prose.
"""
Key = tuple[str | None, str]


def texts_of(said: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())


@cache
def catalogue(path: Path) -> Catalog:
    return read_po(BytesIO(path.read_bytes()), abort_invalid=True)


def keys_of(found: Catalog) -> set[Key]:
    return {(one.context, texts_of(one.id)[0]) for one in found if one.id}


@cache
def extracted() -> frozenset[Key]:
    """What stands in code and templates now, with the marks that `make words` looks for."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    marks = parse_keywords(re.findall(r"-k (\S+)", makefile))
    templates = [(f"templates/**.{kind}", "jinja2") for kind in ("html", "xml", "svg", "ics", "txt")]
    rules = [("site_builder/**.py", "python"), *templates]
    found: set[Key] = set()
    for folder in ("site_builder", "templates"):
        inside = [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in rules if pattern.startswith(folder)]
        options = {pattern: {"silent": "false"} for pattern, _ in inside}
        for _, _, text, _, context in extract_from_dir(ROOT / folder, inside, options, marks):
            found.add((context, texts_of(text)[0]))
    return frozenset(found)


def test_there_are_messages_and_italian() -> None:
    assert len(extracted()) > 500
    assert "it" in TRANSLATED


def test_the_list_of_all_messages_is_up_to_date() -> None:
    """`make words` brings it there."""
    assert keys_of(catalogue(packaged_folder() / TEMPLATE)) == extracted()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_packaged_catalogue_is_whole(language: str) -> None:
    found = catalogue(packaged_folder() / catalogue_path(language))
    assert keys_of(found) == extracted()
    assert [one.id for one in found if one.id and (one.fuzzy or not all(texts_of(one.string)))] == []
    assert not found.obsolete


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_places_of_their_messages(language: str) -> None:
    for one in catalogue(packaged_folder() / catalogue_path(language)):
        if not one.id:
            continue
        wanted = places(texts_of(one.id)[-1])
        for form in texts_of(one.string):
            # One thing may be said without its number, or its number without words for it.
            assert wanted - places(form) <= {"count", "total"}, (one.id, form)
            assert places(form) <= wanted | places(texts_of(one.id)[0]), (one.id, form)


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    """A report with everything that a report can have."""
    born = "---\nname: Zapata\nborn: 1991-04-01\n---\n"
    return TestSite(tmp_path).write({"content/matches/semi-final.md": REPORT, "content/people/zapata.md": born})


@pytest.fixture
def tournament(site: TestSite) -> TestSite:
    """The same beside a tournament from open data: groups, third-placed teams, a bracket, storylines."""
    return site.write({"content/results/euro.txt": (DATA / EURO).read_bytes()})


def shown(site: TestSite) -> Iterator[tuple[str, str]]:
    """Every text that a reader meets, with the page it stands on; prose and what programs read are left out."""
    for path in sorted(site.output.rglob("*.html")):
        tree: Element = html5lib.parse(together(path.read_text(encoding="utf-8")), namespaceHTMLElements=False)
        yield from ((text, str(path.relative_to(site.output))) for text in texts_in(tree))


def texts_in(element: Element) -> Iterator[str]:
    if element.tag in {"script", "style", "kbd"} or element.get("class") in {"prose", "headline"}:
        return
    attributes = (element.get(name) for name in ("aria-label", "title", "alt", "placeholder"))
    yield from (" ".join(text.split()) for text in (element.text, *attributes) if text and text.strip())
    for child in element:
        yield from texts_in(child)
        if child.tail and child.tail.strip():
            yield " ".join(child.tail.split())


def pseudo(folder: Path) -> None:
    """A catalogue of a language in which every message is itself, in brackets."""
    made = Catalog(locale="eo", fuzzy=False)
    for one in catalogue(packaged_folder() / TEMPLATE):
        if one.id:
            said = tuple(text if one.context == "date" else f"⟦{text}⟧" for text in texts_of(one.id))
            made.add(one.id, said[0] if isinstance(one.id, str) else said, context=one.context)
    path = folder / "locales" / catalogue_path("eo")
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, made, width=0)


def words_in(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", text)}


def test_no_word_of_a_page_comes_from_elsewhere_than_the_catalogue_and_the_sources(tournament: TestSite) -> None:
    site = tournament
    pseudo(site.folder)
    site.write({"site.toml": 'title = "Site"\nlanguage = "eo"\n'}).build()
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (site.folder / "content").rglob("*.*"))
    known = words_in(sources) | {"site", "euro"}
    days = {word for text, _ in shown(site) for word in words_in(text) if re.search(r"\d{4}$", text)}
    strange = {
        (text, page) for text, page in shown(site) if "⟦" not in text and not text.isupper() and words_in(text) - known - days
    }
    assert strange == set()


def english_only() -> re.Pattern[str]:
    """Every English message that Italian says otherwise, as a text of its own."""
    parts = []
    for one in catalogue(packaged_folder() / catalogue_path("it")):
        for text in texts_of(one.id) if one.id and one.context in {None, "column", "form"} else ():
            literal = re.sub(r"\{[^}]*\}", " ", text)
            if text not in texts_of(one.string) and len(words_in(literal)) > (1 if "{" in text else 0):
                pieces = (re.escape(said) + (".+?" if name else "") for said, name, _, _ in Formatter().parse(text))
                parts.append("".join(pieces))
    return re.compile(f"(?:{'|'.join(parts)})\\.?", re.IGNORECASE)


def test_an_italian_site_says_nothing_in_english(tournament: TestSite) -> None:
    site = tournament
    site.write({"site.toml": 'title = "Sito"\nlanguage = "it"\n'}).build()
    english = english_only()
    italian = {form for one in catalogue(packaged_folder() / catalogue_path("it")) for form in texts_of(one.string)}
    left = {(text, page) for text, page in shown(site) if english.fullmatch(text) and text not in italian and not text.isupper()}
    assert left == set()
    page = site.told("matches/2021/2021-02-10-atalanta-napoli.html")
    assert '<html lang="it">' in page
    said = "mercoledì 10 febbraio 2021 · 20:45 · Semifinali · Ritorno · Primo tempo 2–0 · a porte chiuse · Tiri in porta"
    assert [part for part in said.split(" · ") if part not in page] == []


def test_open_data_and_addresses_are_the_same_in_every_language(site: TestSite) -> None:
    def files() -> dict[str, bytes]:
        found = {path.relative_to(site.output).as_posix(): path for path in site.output.rglob("*") if path.is_file()}
        return {name: path.read_bytes() if name.endswith(".json") else b"" for name, path in found.items() if name[0] != "."}

    site.write({"site.toml": 'title = "Site"\nlanguage = "en"\ndata = true\n'}).build()
    english = files()
    site.write({"site.toml": 'title = "Site"\nlanguage = "it"\ndata = true\n'}).build()
    assert {name: data for name, data in files().items() if "search" not in name} == {
        name: data for name, data in english.items() if "search" not in name
    }


def test_a_changed_translation_changes_the_pages(site: TestSite) -> None:
    site.write({"site.toml": 'language = "it"\n'}).build()
    path = f"locales/{catalogue_path('it')}"
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    site.write({path: f'{head}msgid "Statistics"\nmsgstr "Numeri"\n'}).build()
    assert "<h2>Numeri</h2>" in site.page("matches/2021/2021-02-10-atalanta-napoli.html")


def test_a_text_in_another_language_says_so_and_the_pages_words_do_not_change(site: TestSite) -> None:
    article = "---\ntitle: Due gol\ndate: 2021-02-11\nlang: it\nmatch: 2021-02-10 Atalanta v Napoli\n---\nTesto.\n"
    site.write({"content/articles/due-gol.md": article}).build()
    page = site.page("articles/due-gol.html")
    assert '<html lang="en">' in page
    assert '<h1 class="headline" lang="it" dir="auto">' in page
    assert '<div class="prose" lang="it" dir="auto">' in page
    assert 'hreflang="it"' in site.page("articles.html")
    assert "Skip to the content" in page


def test_a_language_that_is_read_from_the_right(site: TestSite) -> None:
    site.write({"site.toml": 'language = "ar"\n'}).build()
    assert '<html lang="ar" dir="rtl">' in site.page("index.html")


def test_nobody_has_translated_it_is_a_warning_that_names_the_file(site: TestSite) -> None:
    site.write({"site.toml": 'language = "nb"\n'})
    found = [problem for problem in site.problems() if problem.code == "no-catalogue"]
    assert ["locales/nb/LC_MESSAGES/site_builder.po" in problem.fix for problem in found] == [True]
    site.build()
    assert "10. februar 2021" in site.page("matches/2021/2021-02-10-atalanta-napoli.html")
