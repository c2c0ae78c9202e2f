"""Catalogues of messages: gettext's ``.po`` files, as they are written, read once a build.

The package brings some (``site_builder/locales``), and a site's own folder
``locales`` may have more, of which each message goes before the packaged one:
``locales/nb/LC_MESSAGES/site_builder.po``. There is nothing to compile.
A message of ``pt`` holds in ``pt-BR`` too, unless that has its own.

    words, problems = load_words("it", Path("site/locales"))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from site_builder.language.locales import ENGLISH
from site_builder.language.words import CONTEXT, SPECS, Words, plural_form
from site_builder.problems import Place, Problem, warning

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

DOMAIN = "site_builder"
_LOCATIONS = re.compile(rb"^#[:.].*$", re.MULTILINE)
"""Comments for translators; their lines stay, so that the others keep their numbers."""
TEMPLATE = f"{DOMAIN}.pot"
"""All messages without a translation, for those who begin one."""


def packaged_folder() -> Path:
    """Where the catalogues are that come with the package."""
    return Path(str(files("site_builder"))) / "locales"


def catalogue_path(language: str) -> str:
    """A catalogue's path within a folder of them: ``pt_BR/LC_MESSAGES/site_builder.po``."""
    return f"{language.replace('-', '_')}/LC_MESSAGES/{DOMAIN}.po"


def load_words(language: str, own: Path | None = None) -> tuple[Words, tuple[Problem, ...]]:
    """The words of a language from the packaged catalogues and a site's own, and what is wrong with the latter.

    A language that nobody has translated speaks English, with a warning.
    """
    general, _, country = language.partition("-")
    tags = (general, language) if country else (general,)
    read = [_read(packaged_folder() / catalogue_path(tag), "") for tag in tags]
    read += [_read(own / catalogue_path(tag), f"locales/{catalogue_path(tag)}") for tag in tags] if own else []
    messages: dict[str, tuple[str, ...]] = {}
    rule, problems = "n != 1", []
    for catalogue, found in read:
        problems += found
        if catalogue is not None:
            messages |= _messages(catalogue)
            rule = catalogue.plural_expr
    known = general == ENGLISH or any(catalogue is not None for catalogue, _ in read)
    missing = () if known or problems else (_no_catalogue(language),)
    return Words(language, messages, rule if messages else "n != 1"), (*problems, *missing)


def _no_catalogue(language: str) -> Problem:
    return warning(
        "no-catalogue",
        Place("site.toml"),
        f"nobody has translated what pages say by themselves into `{language}`: they say it in English",
        f"Make locales/{catalogue_path(language)}; docs/languages.md tells how.",
    )


def _read(path: Path, place: str) -> tuple[Catalog | None, list[Problem]]:
    """A catalogue, None where there is none or it cannot be used; those without a place are the package's, and are right."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None, []
    except OSError as error:
        return None, [Problem("unreadable", Place(place), f"this file cannot be read: {error.strerror}")]
    try:
        catalogue = parse(data)
        plural_form(catalogue.plural_expr)
    except (ValueError, LookupError) as error:
        return None, [_unusable(place, error)]
    problems = list(_faults(catalogue, place)) if place else []
    return (None, problems) if problems else (catalogue, [])


def parse(data: bytes) -> Catalog:
    """A catalogue from the bytes of its file. Raises ValueError or LookupError for what is none."""
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - 15 ms that an English site does not need

    try:
        return read_po(BytesIO(_LOCATIONS.sub(b"", data)), abort_invalid=True)
    except PoFileError as error:
        raise ValueError(f"{error} (line {error.lineno + 1})") from error


def _unusable(place: str, error: Exception) -> Problem:
    line = re.search(r"\(line (\d+)\)$", str(error))
    sentence = str(error).partition(" (line ")[0]
    return Problem(
        "bad-catalogue",
        Place(place, int(line[1]) if line else 0),
        f"this is not a catalogue of messages: {sentence}",
        "Write it as gettext's .po files are, in UTF-8; editors for them keep the form.",
    )


def _messages(catalogue: Catalog) -> Mapping[str, tuple[str, ...]]:
    return {_key(one): _forms(one) for one in translated(catalogue)}


def translated(catalogue: Catalog) -> Iterator[Message]:
    """The messages that have a translation which nobody doubts."""
    return (one for one in catalogue if one.id and all(_forms(one)) and not one.fuzzy)


def _key(one: Message) -> str:
    text = one.id if isinstance(one.id, str) else one.id[0]
    return f"{one.context}{CONTEXT}{text}" if one.context else text


def _forms(one: Message) -> tuple[str, ...]:
    return (one.string,) if isinstance(one.string, str) else tuple(one.string or ())


def _faults(catalogue: Catalog, place: str) -> Iterator[Problem]:
    """Translations whose places are not the message's: they could not be filled."""
    for one in translated(catalogue):
        known = frozenset[str]().union(*(places_in(text) or () for text in _texts(one)))
        for form in _forms(one):
            named = places_in(form)
            if named is None or not named <= known:
                yield Problem(
                    "bad-catalogue",
                    Place(place, one.lineno or 0),
                    f"`{form}` cannot be filled in where the message is `{_texts(one)[0]}`",
                    f"Use {_listed(known)}; write a brace by itself twice.",
                )


def _texts(one: Message) -> tuple[str, ...]:
    return (one.id,) if isinstance(one.id, str) else tuple(one.id)


def _listed(names: Iterable[str]) -> str:
    return f"only {', '.join(f'`{{{name}}}`' for name in sorted(names))}" if names else "no places in braces"


def places_in(text: str) -> frozenset[str] | None:
    """The names in braces of a message, None where it is not well formed."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    fields = [(name, spec, conversion) for _, name, spec, conversion in parts if name is not None]
    sound = all(name.isidentifier() and spec in SPECS and not conversion for name, spec, conversion in fields)
    return frozenset(name for name, _, _ in fields) if sound else None
