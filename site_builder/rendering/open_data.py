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

from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from msgspec import Raw, Struct
from msgspec import json as msgspec_json
from msgspec.structs import fields

_SHORT = 100
"""Letters that a list of texts may have on one line."""
_encode = msgspec_json.Encoder().encode
_spaced = msgspec_json.format
_parts = msgspec_json.Decoder(dict[str, Raw]).decode
"""The values of a record by their keys, as they are written."""
_entries = msgspec_json.Decoder(list[Raw]).decode
_ENTRIES = (Struct, tuple)


def written(document: Struct) -> bytes:
    """The bytes of a document, which is a frozen msgspec record that leaves out defaults."""
    return _laid_out(document, _spaced(_encode(document), indent=0), b"\n") + b"\n"


def _laid_out(value: object, data: bytes, line: bytes) -> bytes:
    """A value from where it stands on; ``line`` is what a further line of its begins with: a break and its indentation.

    ``data`` is the value on one line: a document is encoded once, and what need not be broken is cut out as it is.
    """
    if isinstance(value, tuple):
        return _listed(value, data, line) if _is_long(value) else data
    if isinstance(value, Struct) and _holds_entries(type(value)):
        return _record(value, data, line)
    return data


def _record(value: Struct, data: bytes, line: bytes) -> bytes:
    """A record whose keys stand on lines of their own."""
    inner = line + b"  "
    keys = _keys(type(value))
    parts = []
    for key, known in _parts(data).items():
        begun, long = keys[key]
        parts.append(begun + (_laid_out(getattr(value, long), known, inner) if long else known))
    return b"{" + inner + (b"," + inner).join(parts) + line + b"}"


def _listed(values: tuple[object, ...], data: bytes, line: bytes) -> bytes:
    """A list whose entries stand on lines of their own."""
    inner = line + b"  "
    entries: list[Any] = _entries(data)
    if isinstance(values[0], Struct) and _holds_entries(type(values[0])):
        entries = [_laid_out(value, entry, inner) for value, entry in zip(values, entries, strict=True)]
    return b"[" + inner + (b"," + inner).join(entries) + line + b"]"


def _is_long(values: tuple[object, ...]) -> bool:
    """Whether a list takes several lines: of entries always, of texts when there are many."""
    if not values or isinstance(values[0], _ENTRIES):
        return bool(values)
    return isinstance(values[0], str) and sum(len(str(text)) for text in values) > _SHORT


@cache
def _keys(cls: type[Struct]) -> dict[str, tuple[bytes, str]]:
    """By the keys of a record: how its line begins, and the field, where what it holds may take several lines."""
    hints = get_type_hints(cls)
    return {f.encode_name: (_encode(f.encode_name) + b": ", f.name if _may_be_long(hints[f.name]) else "") for f in fields(cls)}


@cache
def _holds_entries(cls: type[Struct]) -> bool:
    """Whether records of a class may hold lists of entries."""
    return any(map(_is_of_entries, get_type_hints(cls).values()))


def _is_of_entries(hint: Any) -> bool:  # noqa: ANN401 - a type hint has no narrower type
    origin, members = get_origin(hint), get_args(hint)
    if origin is tuple:
        return any(get_origin(member) is tuple or _is_record(member) for member in members)
    return _holds_entries(hint) if _is_record(hint) else any(map(_is_of_entries, members))


def _may_be_long(hint: Any) -> bool:  # noqa: ANN401 - a type hint has no narrower type
    """Whether a value may be a list that `_is_long`, or hold one."""
    members = get_args(hint)
    if get_origin(hint) is tuple:
        return str in members or _is_of_entries(hint)
    return _holds_entries(hint) if _is_record(hint) else any(map(_may_be_long, members))


def _is_record(hint: object) -> bool:
    return isinstance(hint, type) and issubclass(hint, Struct)
