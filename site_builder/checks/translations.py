"""Translations that name no original, another translation, or a text in their own language."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.problems import Place, Problem
from site_builder.site import model
from site_builder.site.model import Site
from site_builder.site.translations import Translatable, original_path


def check_translations(site: Site) -> tuple[Problem, ...]:
    """Every `translation_of` from which no link between languages can follow."""
    written = [*(piece.article for piece in site.of(model.PIECES).values()), *site.of(model.PLAIN_PAGES).values()]
    by_path: dict[str, Translatable] = {document.path: document for document in written}
    language = site.config.language
    spoken = {(path, one.publication.lang or language): path for path, one in by_path.items() if not one.translation_of}
    translated = (document for _, document in sorted(by_path.items()) if document.translation_of)
    return tuple(problem for document in translated for problem in _faults(document, by_path, spoken, language))


def _faults(
    document: Translatable, by_path: dict[str, Translatable], spoken: dict[tuple[str, str], str], language: str
) -> Iterator[Problem]:
    """What is wrong with one; ``spoken`` are the versions so far by original and language, and take this one in."""
    path = original_path(document)
    original = by_path.get(path)
    own = document.publication.lang or language
    if original is None:
        said, fix = "is no article and no page of this site", "Name the original's file, like `final.md` or `/pages/about.md`."
    elif original is document:
        said, fix = "is this text itself", "Name the original's file, or leave `translation_of` out of the original."
    elif original.translation_of:
        circle = by_path.get(original_path(original)) is document
        said = "is a translation itself"
        fix = (
            "Leave `translation_of` out of the original."
            if circle
            else f"Name the original: `translation_of: /{_below(original_path(original))}`."
        )
    elif taken := spoken.get((path, own)):
        said, fix = f"is there in the language `{own}` already ({_below(taken)})", "Say with `lang:` what this one is written in."
    else:
        spoken[path, own] = document.path
        return
    yield Problem("broken-translation", Place(document.path, key=("translation_of",)), f"`{document.translation_of}` {said}", fix)


def _below(path: str) -> str:
    return path.removeprefix("content/")
