"""Fingerprints: equal values have equal ones, different values different ones, on every machine and in every process.

A fingerprint is taken of canonical bytes: JSON written by msgspec in the
declared order of fields, never of hashes, sets or pickles. JSON alone forgets
types (two types with the same fields, a date and its text), so that

- the types of the values given are part of the bytes, and
- the types of their fields are inspected once per class: a field that may hold
  two things that look alike in JSON is refused, as is anything whose order is
  left to chance or which can change after it was seen.

Both are faults of the program, never of an author: `TypeError`.

    >>> fingerprint("teams", 1) == fingerprint("teams", 1)
    True
    >>> fingerprint("1") == fingerprint(1)
    False

NaN and the infinities are not told from None: no page can show them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import EnumType
from fractions import Fraction
from functools import cache
from hashlib import sha256
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from markupsafe import Markup

_TEXT, _LIST = "text", "list"
_SHAPES: dict[object, str] = {
    NoneType: "null",
    bool: "bool",
    int: "int",
    float: "float",
    str: _TEXT,
    bytes: _TEXT,
    date: _TEXT,
    datetime: _TEXT,
    time: _TEXT,
    timedelta: _TEXT,
    Markup: _LIST,
}
_Names = dict[TypeVar, Any]


def digest(data: bytes | memoryview) -> str:
    """The name of these very bytes: 32 hexadecimal digits, half of their SHA-256, for which processors have instructions."""
    return sha256(data).hexdigest()[:32]


def digest_of(chunks: Iterable[bytes]) -> str:
    """The `digest` of all chunks together, for files that are not held in memory."""
    hasher = sha256()
    for chunk in chunks:
        hasher.update(chunk)
    return hasher.hexdigest()[:32]


def fingerprint(*values: object) -> str:
    """The `digest` of values: frozen structs, tuples, text, `Markup`, numbers, None, dates, enums.

    Raises TypeError where a value's type does not settle its bytes (see the module).
    """
    return digest(_ENCODER.encode((_kind(values), values)))


def print_of(value: object) -> str:
    """The `digest` of a value whose type is always the same, so that its content alone tells it from others.

    Faster than `fingerprint`, and for mappings too.
    """
    return digest(_PLAIN.encode(value))


def _kind(value: Any) -> object:  # noqa: ANN401 - this is where a value's type is found out
    """The types in a value down to classes whose fields are declared, in the value's own order."""
    if type(value) is tuple:
        return [_kind(item) for item in value]
    cls = value.__class__
    if getattr(cls, "__parameters__", ()):
        return [_name(cls), *(_kind(getattr(value, name)) for name in cls.__struct_fields__)]
    return _checked_name(cls)


@cache
def _checked_name(cls: type[Any]) -> str:
    """A class's full name; raises TypeError unless its values can be told apart by their JSON."""
    _shape(cls, {}, cls.__qualname__)
    return _name(cls)


def _name(cls: type[Any]) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"


def _shapes(hint: object, names: _Names, where: str) -> list[str]:
    """The JSON shapes that a hint allows, each once; raises TypeError where two of them look alike."""
    hint = names.get(hint, hint) if isinstance(hint, TypeVar) else hint
    if get_origin(hint) not in (Union, UnionType):
        return [_shape(hint, names, where)]
    shapes = [shape for member in get_args(hint) for shape in _shapes(member, names, where)]
    if len(set(shapes)) < len(shapes):
        raise TypeError(f"{where} may hold values of different types that look alike: {hint}")
    return shapes


def _shape(hint: Any, names: _Names, where: str) -> str:  # noqa: ANN401 - a type hint has no narrower type
    """The one JSON shape of a hint that is no union."""
    origin, members = get_origin(hint) or hint, get_args(hint)
    if origin in _SHAPES:
        return _SHAPES[origin]
    if isinstance(origin, EnumType):
        members = tuple(origin.__members__[name].value for name in origin.__members__)
    if members and (origin is Literal or isinstance(origin, EnumType)):
        return _only({_shape(type(value), names, where) for value in members}, hint, where)
    if origin is tuple and members:
        for member in members:
            _ = member is ... or _shapes(member, names, where)
        return _LIST
    if isinstance(origin, type) and issubclass(origin, msgspec.Struct):
        resolved = tuple(names.get(member, member) if isinstance(member, TypeVar) else member for member in members)
        return "{" + ",".join(_fields(origin, resolved)) + "}"
    raise TypeError(f"{where} cannot be fingerprinted: {hint} does not settle its bytes")


def _only(shapes: set[str], hint: object, where: str) -> str:
    """The single shape of an enum's or a literal's values."""
    if len(shapes) != 1:
        raise TypeError(f"{where} mixes types: {hint}")
    return shapes.pop()


@cache
def _fields(cls: type[Any], members: tuple[object, ...]) -> tuple[str, ...]:
    """The names of a type's fields, each of which has been inspected; ``members`` are the arguments of a generic one."""
    if not cls.__struct_config__.frozen or cls.__dictoffset__:
        raise TypeError(f"{cls.__qualname__} cannot be fingerprinted: it is not frozen")
    names: _Names = dict(zip(getattr(cls, "__parameters__", ()), members, strict=False))
    hints = get_type_hints(cls)
    fields: tuple[str, ...] = cls.__struct_fields__
    for name in fields:
        _shapes(hints[name], names, f"{cls.__qualname__}.{name}")
    return fields


def _encoded(value: object) -> object:
    """What msgspec does not know by itself: text that is marked as safe is no plain text."""
    if type(value) is Markup:
        return ("Markup", str(value))
    raise TypeError(f"{type(value).__qualname__} cannot be fingerprinted")


def _ratio(value: object) -> object:
    """What msgspec does not know by itself among plain values: a goal average, which is exact."""
    if type(value) is Fraction:
        return value.numerator, value.denominator
    raise TypeError(f"{type(value).__qualname__} cannot be printed")


_ENCODER = msgspec.json.Encoder(enc_hook=_encoded, order="deterministic")
_PLAIN = msgspec.msgpack.Encoder(enc_hook=_ratio, order="deterministic")
