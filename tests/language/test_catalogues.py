"""Catalogues: the packaged ones, a site's own over them, and what is wrong with one said to its writer."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.language.catalogues import catalogue_path, load_words, places_in
from site_builder.problems import Problem

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def write(folder: Path, language: str, text: str) -> Path:
    path = folder / catalogue_path(language)
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + text, encoding="utf-8")
    return folder


def message(text: str, said: str) -> str:
    return f'msgid "{text}"\nmsgstr "{said}"\n\n'


def problems(folder: Path, language: str = "nb") -> list[Problem]:
    return list(load_words(language, folder)[1])


def test_english_needs_no_catalogue(tmp_path: Path) -> None:
    for language in ("en", "en-GB"):
        words, found = load_words(language, tmp_path)
        assert (dict(words.messages), found) == ({}, ())


def test_italian_comes_with_the_package() -> None:
    words, found = load_words("it")
    assert (words("Report"), found) == ("Cronaca", ())
    assert load_words("it-CH")[0]("Report") == "Cronaca"


def test_a_sites_own_messages_go_before_the_packaged_ones(tmp_path: Path) -> None:
    words, found = load_words("it", write(tmp_path, "it", message("Report", "Resoconto")))
    assert (words("Report"), words("Preview"), found) == ("Resoconto", "Presentazione", ())


def test_a_site_may_say_its_english_otherwise(tmp_path: Path) -> None:
    words, found = load_words("en", write(tmp_path, "en", message("Fixtures", "Schedule")))
    assert (words("Fixtures"), words("Results"), found) == ("Schedule", "Results", ())


def test_a_site_can_bring_a_language_of_its_own(tmp_path: Path) -> None:
    text = 'msgid "{count} match"\nmsgid_plural "{count} matches"\nmsgstr[0] "{count} kamp"\nmsgstr[1] "{count} kamper"\n\n'
    words, found = load_words("nb", write(tmp_path, "nb", text))
    assert (words.plural("{count} match", "{count} matches", 2), found) == ("2 kamper", ())


def test_a_country_has_what_its_language_has(tmp_path: Path) -> None:
    write(tmp_path, "pt", message("Report", "Crónica") + message("Preview", "Antevisão"))
    words = load_words("pt-BR", write(tmp_path, "pt-BR", message("Report", "Crônica")))[0]
    assert (words("Report"), words("Preview")) == ("Crônica", "Antevisão")


def test_a_doubtful_or_empty_translation_is_none(tmp_path: Path) -> None:
    text = f"#, fuzzy\n{message('Report', 'Preview?')}{message('Preview', '')}"
    words = load_words("nb", write(tmp_path, "nb", text))[0]
    assert (words("Report"), words("Preview")) == ("Report", "Preview")


def test_a_language_that_nobody_has_translated_speaks_english_with_a_warning(tmp_path: Path) -> None:
    words, found = load_words("nb", tmp_path)
    assert (words.language, words("Report")) == ("nb", "Report")
    assert [(one.code, one.is_error) for one in found] == [("no-catalogue", False)]
    assert "locales/nb/LC_MESSAGES/site_builder.po" in found[0].fix


@pytest.mark.parametrize("said", ["{name} {nobody}", "{", "{0}", "{name.__class__}", "{name!r}", "{name:>99999999}"])
def test_a_translation_that_cannot_be_filled_in_is_told_with_its_line(said: str, tmp_path: Path) -> None:
    found = problems(write(tmp_path, "nb", message("Group {name}", said)))
    assert [(one.code, str(one.place)) for one in found] == [("bad-catalogue", "locales/nb/LC_MESSAGES/site_builder.po:6")]
    assert "`{name}`" in found[0].fix


def test_what_is_no_catalogue_is_told(tmp_path: Path) -> None:
    path = tmp_path / catalogue_path("nb")
    path.parent.mkdir(parents=True)
    for data in (b"msgid broken\n", b"\xff\xfe\xff", HEAD.replace("(n != 1)", "n +").encode()):
        path.write_bytes(data)
        assert [one.code for one in problems(tmp_path)] == ["bad-catalogue"]


def test_a_folder_in_the_place_of_a_catalogue_is_told(tmp_path: Path) -> None:
    (tmp_path / catalogue_path("nb")).mkdir(parents=True)
    assert [one.code for one in problems(tmp_path)] == ["unreadable"]


def test_places_of_a_message() -> None:
    assert places_in("{team:whose} {nth:nthword} win, {{so}}") == frozenset({"team", "nth"})
    assert places_in("no places") == frozenset()
    assert places_in("{a[0]}") is None
