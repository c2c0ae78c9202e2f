"""Open data becomes JSON: UTF-8, a final newline, keys in their declared order, nothing that is not known.

Laid out to be read and compared by lines, without a line for every number: a
document's keys and the entries of its lists stand on lines of their own, and an
entry stays on one line unless it holds lists of entries itself.

    {
      "competition": "Premier League",
      "scorers": [
        {"player": "Erling Haaland", "team": "Manchester City", "goals": 27, "penalties": 7}
      ]
    }
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec import json as msgspec_json
from msgspec.structs import astuple, fields

_SHORT = 100
"""Letters that a list of texts may have on one line."""
_encode = msgspec_json.Encoder().encode
_spaced = msgspec_json.format
_PLAIN = frozenset({str, int, bool, date, datetime})
"""Types of values that are one word or number."""
_LISTS = (ord("["), ord("{"))
_ENTRIES = (Struct, tuple)


def written(document: Struct) -> bytes:
    """The bytes of a document, which is a frozen msgspec record that leaves out defaults."""
    return _laid_out(document, b"\n") + b"\n"


def _laid_out(value: object, line: bytes) -> bytes:
    """A value from where it stands on; ``line`` is what a further line of its begins with: a break and its indentation."""
    if isinstance(value, tuple):
        return _listed(value, line) if _is_long(value) else _spaced(_encode(value), indent=0)
    if isinstance(value, Struct) and _holds_entries(type(value)):
        return _record(value, line)
    return _on_one_line(value)


def _record(value: Struct, line: bytes) -> bytes:
    """A record whose keys stand on lines of their own."""
    inner = line + b"  "
    parts = [
        key + (_encode(known) if type(known) in _PLAIN else _laid_out(known, inner))
        for (key, default), known in zip(_keys(type(value)), astuple(value), strict=True)
        if known is not default and known != default
    ]
    return b"{" + inner + (b"," + inner).join(parts) + line + b"}"


def _listed(values: tuple[object, ...], line: bytes) -> bytes:
    """A list whose entries stand on lines of their own."""
    inner = line + b"  "
    first = values[0]
    if isinstance(first, Struct) and not _holds_entries(type(first)):
        entries = [_spaced(_encode(entry), indent=0) for entry in values]
    else:
        entries = [_laid_out(entry, inner) if isinstance(entry, Struct) else _on_one_line(entry) for entry in values]
    return b"[" + inner + (b"," + inner).join(entries) + line + b"]"


def _on_one_line(value: object) -> bytes:
    data = _encode(value)
    return _spaced(data, indent=0) if data[0] in _LISTS else data


def _is_long(values: tuple[object, ...]) -> bool:
    """Whether a list takes several lines: of entries always, of texts when there are many."""
    if not values or isinstance(values[0], _ENTRIES):
        return bool(values)
    return isinstance(values[0], str) and sum(len(str(text)) for text in values) > _SHORT


@cache
def _keys(cls: type[Struct]) -> tuple[tuple[bytes, object], ...]:
    """JSON keys and defaults of a record's fields; of one without a default, what equals nothing."""
    return tuple((_encode(f.encode_name) + b": ", f.default) for f in fields(cls))


@cache
def _holds_entries(cls: type[Struct]) -> bool:
    """Whether records of a class may hold lists of entries."""
    return any(map(_is_of_entries, get_type_hints(cls).values()))


def _is_of_entries(hint: Any) -> bool:  # noqa: ANN401 - a type hint has no narrower type
    origin, members = get_origin(hint), get_args(hint)
    if origin is tuple:
        return any(get_origin(member) is tuple or _is_record(member) for member in members)
    return _holds_entries(hint) if _is_record(hint) else any(map(_is_of_entries, members))


def _is_record(hint: object) -> bool:
    return isinstance(hint, type) and issubclass(hint, Struct)
