"""The numbers of cells, the same in every process, and what a `Recorder` keeps beside them.

A *cell* is a thing that can be read: an input under a key, or a rule for its
arguments; in traces its number stands for it: eight bytes, since nobody counts with
it, and bytes are packed sooner than numbers. Who reads it, and what becomes
of that, is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any

import msgspec

_SIZE = 8
"""The bytes of a cell's number."""
_encoder = msgspec.msgpack.Encoder()


def numbering(name: str) -> Callable[[tuple[object, ...]], bytes]:
    """As `cell_of`, for many cells of one name."""
    encoded = _encoder.encode
    begun = blake2b(name.encode() + b"\n", digest_size=_SIZE).copy

    def number(key: tuple[object, ...]) -> bytes:
        digest = begun()
        digest.update(encoded(key))
        return digest.digest()

    return number


def cell_of(name: str, *key: object) -> bytes:
    """The number of a cell: 64 bits of the digest of its name and its key or arguments."""
    return cell_of_encoded(name, _encoder.encode(key))


def cell_of_encoded(name: str, key: bytes) -> bytes:
    """As `cell_of`, for a key that is encoded already: a tuple in MessagePack."""
    return blake2b(name.encode() + b"\n" + key, digest_size=_SIZE).digest()


def rule_name(rule: Callable[..., object]) -> str:
    """What a rule is called in traces: ``site_builder.site.seasons:_snapshots``."""
    return f"{rule.__module__}:{rule.__qualname__}"


def part_name(rule: Callable[..., object], key: str) -> str:
    """What a part is called in traces."""
    return f"{rule_name(rule)}\n{key}"


def part_cell(name: str) -> bytes:
    """The number of a part's cell, from what it is called in traces."""
    rule, _, key = name.partition("\n")
    return cell_of(rule, key)


class Cells(dict[Any, tuple[bytes, Any]]):
    """The cells of an input by their keys, of a rule by its arguments: the number of each, with what is known of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.number_of = numbering(name)


class Values(Cells):
    """The cells of an input, with their values, None where there is none; looked up when they are asked for first."""

    def __init__(self, name: str, values: Mapping[Any, Any]) -> None:
        super().__init__(name)
        self._values = values
        self._numbers: dict[Any, bytes] = {}

    def holding(self, values: Mapping[Any, Any]) -> Values:
        """The same cells with other values; their numbers are what they were."""
        self._numbers.update((key, number) for key, (number, _) in self.items())
        self._values = values
        self.clear()
        return self

    def __missing__(self, key: object) -> tuple[bytes, Any]:
        """A cell that was not asked for before."""
        number = self._numbers.get(key) or self.number_of((key,))
        cell = self[key] = (number, self._values.get(key))
        return cell


class Rules(dict[Callable[..., Any], Cells]):
    """The cells of each rule."""

    def __missing__(self, rule: Callable[..., Any]) -> Cells:
        """Those of a rule that was not asked before."""
        cells = self[rule] = Cells(rule_name(rule))
        return cells
