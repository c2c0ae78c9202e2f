"""The settings of a site: `site.toml`, read once, frozen, with every mistake in it said at once.

No setting is required. Nothing here reads the environment, and nothing changes
after loading: an option of the command line makes a new `Config`.

    >>> config, problems = parse_config('title = "The Far Post"')
    >>> config.title, problems
    ('The Far Post', ())
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, reset_tzpath

from msgspec import Struct
from msgspec.structs import fields, replace

from site_builder.problems import Place, Problem

FILE = "site.toml"

# A host (a name, or an address in brackets) with a port where it has one, and a path of what needs no escape.
_BASE = re.compile(r"https?://(?:[\w.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?(?:/[\w.~%+-]*)*", re.IGNORECASE)
_SCHEME = re.compile(r"\s*([^/?#]*?):")
_MENU_SCHEMES = frozenset({"http", "https", "mailto"})
# As in front matter: a control character, or one that turns the direction of writing, is no part of any value.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufffe\uffff]")

# The zone rules come from the pinned tzdata package, not from the machine: the same sources give the same bytes anywhere.
reset_tzpath(to=())


class Cards(StrEnum):
    """Which matches get a social card."""

    NONE = "none"
    REPORTS = "reports"
    """Those that somebody wrote about."""
    ALL = "all"


class Config(Struct, frozen=True):
    """A site's settings; each field is a key of `site.toml`.

    ``base_url`` has no final slash and is empty where not given; ``menu`` holds
    labels and addresses; ``minimum_meetings`` is how many meetings make a
    head-to-head page; ``as_of`` is the day the site stands at, None for the
    date of its newest result; ``first_base_url`` is the address that ids in feeds
    and calendars are made from, empty where it is ``base_url``; ``cards`` are
    the matches that get a social card; ``drafts`` comes from the command line only.
    """

    title: str = "Football"
    description: str = ""
    base_url: str = ""
    clean_urls: bool = False
    data: bool = True
    language: str = "en"
    timezone: str = "UTC"
    author: str = ""
    autolink: bool = True
    strict_names: bool = False
    menu: tuple[tuple[str, str], ...] = ()
    feed_entries: int = 20
    first_base_url: str = ""
    cards: Cards = Cards.NONE
    minimum_meetings: int = 3
    as_of: date | None = None
    drafts: bool = False

    @property
    def base_path(self) -> str:
        """The path of the base address with both slashes: ``/`` or ``/fanzine/``."""
        path = urlsplit(self.base_url).path.strip("/")
        return f"/{path}/" if path else "/"

    @property
    def suffix(self) -> str:
        """What links put behind an address."""
        return "" if self.clean_urls else ".html"


class _WrongValueError(ValueError):
    """A value that a setting cannot take: the sentence, and the fix."""

    def __init__(self, message: str, fix: str = "") -> None:
        self.fix = fix
        super().__init__(message)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _WrongValueError("has to be a text", "Put it in double quotes.")
    if found := _UNPRINTABLE.search(value):
        raise _WrongValueError(f"holds the character U+{ord(found[0]):04X}, which no text needs", "Delete what stands for it.")
    return " ".join(value.split())


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongValueError("has to be true or false", "Write it without quotes.")
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _WrongValueError("has to be a whole number from 1 on", "Write it like 3, without quotes.")
    return value


def _base_url(value: object) -> str:
    text = _text(value)
    if not _BASE.fullmatch(text) or ".." in text:
        raise _WrongValueError(
            f"`{text}` is not a web address", 'Write it like "https://example.org" or "https://example.org/fanzine".'
        )
    return text.rstrip("/")


def _timezone(value: object) -> str:
    text = _text(value)
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise _WrongValueError(f"`{text}` is not a time zone", 'Write it like "Europe/Rome".') from None
    return text


def _language(value: object) -> str:
    text = _text(value)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        raise _WrongValueError(f"`{text}` is not a language", 'Write its code, like "en" or "it".')
    return text


def _cards(value: object) -> Cards:
    try:
        return Cards(_text(value))
    except ValueError:
        known = ", ".join(f'"{cards}"' for cards in Cards)
        raise _WrongValueError(f"has to be one of {known}", f'Write it like "{Cards.REPORTS}".') from None


def _date(value: object) -> date:
    if type(value) is not date:
        raise _WrongValueError("has to be a date", "Write it like 2021-05-31, without quotes.")
    return value


def _menu(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise _WrongValueError("has to give an address for each label", 'Write lines like "Tables" = "competitions.html".')
    entries = tuple((_text(label), _text(address)) for label, address in value.items())
    for label, address in entries:
        scheme = _SCHEME.match(address)
        if scheme and scheme[1].lower() not in _MENU_SCHEMES:
            fix = "Write a page of the site, or an address with `https://`."
            raise _WrongValueError(f"leads at `{label}` to `{address}`, which is no address of a page", fix)
    return entries


_READERS: Mapping[str, tuple[str, Callable[[object], object]]] = {
    "title": ("title", _text),
    "description": ("description", _text),
    "base_url": ("base_url", _base_url),
    "clean_urls": ("clean_urls", _flag),
    "data": ("data", _flag),
    "language": ("language", _language),
    "timezone": ("timezone", _timezone),
    "author": ("author", _text),
    "autolink": ("autolink", _flag),
    "strict_names": ("strict_names", _flag),
    "menu": ("menu", _menu),
    "feeds.entries": ("feed_entries", _count),
    "feeds.first_base_url": ("first_base_url", _base_url),
    "images.cards": ("cards", _cards),
    "head_to_head.minimum_meetings": ("minimum_meetings", _count),
    "as_of": ("as_of", _date),
}
SETTINGS = tuple(_READERS)
_TABLES = {key.partition(".")[0] for key in _READERS if "." in key}


def parse_config(text: str) -> tuple[Config, tuple[Problem, ...]]:
    """Settings from the text of a `site.toml`, and every problem in it."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Config(), (_syntax_problem(str(error), text),)
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for key, value in _settings(table):
        place = place_of(text, key)
        if key not in _READERS:
            problems.append(Problem("unknown-setting", place, f"there is no setting `{key}`", _nearest(key)))
            continue
        name, reader = _READERS[key]
        try:
            values[name] = reader(value)
        except _WrongValueError as error:
            problems.append(Problem("bad-setting", place, f"`{key}` {error}", error.fix))
    known = {f.name for f in fields(Config)} & values.keys()
    return replace(Config(), **{name: values[name] for name in known}), tuple(problems)


def _settings(table: Mapping[str, object]) -> list[tuple[str, object]]:
    """Keys with their tables' names in front: ``head_to_head.minimum_meetings``."""
    found: list[tuple[str, object]] = []
    for key, value in table.items():
        if key in _TABLES and isinstance(value, dict):
            found += [(f"{key}.{inner}", v) for inner, v in value.items()]
        else:
            found.append((key, value))
    return found


def _nearest(key: str) -> str:
    near = difflib.get_close_matches(key, SETTINGS, 1, 0.6)
    return f"Did you mean `{near[0]}`?" if near else f"The settings are {', '.join(SETTINGS)}."


def place_of(text: str, key: str) -> Place:
    """The line on which a setting stands; TOML's reader does not tell, so look for it."""
    table, _, name = key.rpartition(".")
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[\s*([^\]]+?)\s*\]", line)
        inside = header[1] if header else inside
        wanted = name if inside == table else key
        found = re.match(rf'\s*\[?\s*"?{re.escape(wanted)}"?\s*[=\].]', line)
        if found:
            return Place(FILE, number, line.index(wanted) + 1, len(wanted))
    return Place(FILE, 1, 1)


# By what TOML's reader says, in its own order of being sure; the last is for all else.
_TOML_FIXES = (
    (r"overwrite|twice|already|mutate", "Give each setting and each `[table]` once."),
    (r"date", "Write a day that there is, like 2021-05-31."),
    (r"expected '='", 'Write `title = "My site"`; a name with other than a to z stands in quotes: `"About us" = "about.html"`.'),
    (r"unescaped", "Write two backslashes, or single quotes around the text."),
    (r"\\n|unterminated|expected \"'\"", 'Close the quotes in the line where they open: title = "My site".'),
    (r"unclosed|expected ']'", "Close the bracket."),
    (r"", 'Texts stand in straight double quotes: title = "My site".'),
)


def _syntax_problem(message: str, text: str) -> Problem:
    found = re.search(r"^(.*?)\s*\(at line (\d+), column (\d+)\)", message)
    place = Place(FILE, int(found[2]), int(found[3])) if found else Place(FILE, max(1, len(text.splitlines())), 1)
    sentence = (found[1] if found else message.partition(" (at ")[0]).lower()
    fix = next(fix for words, fix in _TOML_FIXES if re.search(words, sentence))
    return Problem("bad-toml", place, f"this is not TOML: {sentence}", fix)
