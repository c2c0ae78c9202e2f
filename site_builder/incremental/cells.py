"""What all inputs held at the last build, encoded: to find what differs now, and to read of it only what is needed.

All values of an input are kept as MessagePack beside their encoded keys, written
at once, and none is decoded before somebody asks. Two builds differ in the cells whose bytes
differ. Knows no types of its own: a `Codec` says how values of an input travel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec
from msgspec import Raw, Struct

from site_builder.incremental.cell_numbers import cell_of_encoded
from site_builder.incremental.memo import Input

Encoded = Mapping[str, Mapping[bytes, Raw]]
"""Values by encoded key, by the name of their input."""
Packed = Mapping[bytes, bytes]
"""For the disk, or the way to another machine: one value for each input, by its name."""
_encoder = msgspec.msgpack.Encoder()
_keys_and_values = msgspec.msgpack.Decoder(tuple[list[bytes], list[Raw]])


class Codec(Struct, frozen=True):
    """What is kept of the values of one input, and the way back from its bytes; ``key`` is the way back for a tuple of one key.

    ``kept`` is None where values are kept as they are.
    """

    kept: Callable[[Any], Any] | None
    decode: Callable[[Raw], Any]
    key: Callable[[bytes], tuple[Any]]

    def encode(self, value: Any) -> Raw:  # noqa: ANN401 - inputs are of any type
        """One value."""
        return Raw(_encoder.encode(self.kept(value) if self.kept else value))

    def pack(self, values: Mapping[Any, Any]) -> bytes:
        """All values of the input. Encoded one by one they would take twice as long."""
        encode = _encoder.encode
        return encode(
            ([encode((key,)) for key in values], list(map(self.kept, values.values()) if self.kept else values.values()))
        )


Codecs = Mapping[Input[Any, Any], Codec]


def encode_inputs(inputs: Mapping[Input[Any, Any], Mapping[Any, Any]], codecs: Codecs) -> Packed:
    """All values of the inputs for which there is a codec."""
    return {source.name.encode(): codec.pack(inputs[source]) for source, codec in codecs.items() if source in inputs}


def packed(values: Mapping[bytes, Raw]) -> bytes:
    """Values of one input that are encoded already, as `Codec.pack` gives them."""
    return _encoder.encode((list(values), list(values.values())))


class Unpacked(Mapping[str, Mapping[bytes, Raw]]):
    """The reverse of `encode_inputs`: each input is taken out and unpacked when somebody asks for it.

    Raises `msgspec.MsgspecError`, and ValueError, where it is none.
    """

    def __init__(self, parts: Packed) -> None:
        self.parts = parts
        self._known: dict[str, Mapping[bytes, Raw]] = {}

    def __getitem__(self, name: str) -> Mapping[bytes, Raw]:
        """The values of an input."""
        if name not in self._known:
            keys, values = _keys_and_values.decode(self.parts[name.encode()])
            self._known[name] = dict(zip(keys, values, strict=True))
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        """The names of all inputs."""
        return (name.decode() for name in self.parts)

    def __len__(self) -> int:
        """How many inputs there are."""
        return len(self.parts)


def differing(before: Unpacked, now: Unpacked) -> set[bytes]:
    """The cells that hold something else now, that came or that went. Of what is the same as a whole none is looked at."""
    changed: set[bytes] = set()
    for name in {*before, *now}:
        if before.parts.get(name.encode()) == now.parts.get(name.encode()):
            continue
        old, new = before.get(name, {}), now.get(name, {})
        for key in old.keys() | new.keys():
            if old.get(key) != new.get(key):
                changed.add(cell_of_encoded(name, key))
    return changed


class Stored(Mapping[Any, Any]):
    """One input as it was kept: values are decoded when they are asked for, and then remembered."""

    def __init__(self, take: Callable[[], Mapping[bytes, Raw]], codec: Codec) -> None:
        """``take`` gives all of its encoded values, and is called when one of them is asked for."""
        self._take = take
        self._codec = codec
        self._known: dict[Any, Any] = {}

    @cached_property
    def _cells(self) -> Mapping[bytes, Raw]:
        return self._take()

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401 - inputs are of any type
        """The value; KeyError where there is none."""
        # Pages ask some ten thousand times, mostly for what somebody has asked for before.
        try:
            return self._known[key]
        except KeyError:
            value = self._known[key] = self._codec.decode(self._cells[_encoder.encode((key,))])
            return value

    def get(self, key: Any, default: Any = None) -> Any:  # noqa: ANN401 - inputs are of any type
        """The value; ``default`` where there is none, which is asked for as often and need not be an error on the way."""
        try:
            return self._known[key]
        except KeyError:
            return self[key] if _encoder.encode((key,)) in self._cells else default

    def __iter__(self) -> Iterator[Any]:
        """All keys in the order in which they were kept."""
        return (self._codec.key(bytes(key))[0] for key in self._cells)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._cells)


class Layered(Mapping[Any, Any]):
    """An input with some values replaced; the keys are those of the input below."""

    def __init__(self, below: Mapping[Any, Any], replaced: Mapping[Any, Any]) -> None:
        self.below: Mapping[Any, Any] = below
        self.replaced: Mapping[Any, Any] = replaced
        if isinstance(below, Layered):
            self.below, self.replaced = below.below, {**below.replaced, **replaced}

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401 - inputs are of any type
        """The value that holds now."""
        return self.replaced[key] if key in self.replaced else self.below[key]

    def get(self, key: Any, default: Any = None) -> Any:  # noqa: ANN401 - inputs are of any type
        """As `__getitem__`; ``default`` where there is none."""
        return self.replaced[key] if key in self.replaced else self.below.get(key, default)

    def __iter__(self) -> Iterator[Any]:
        """All keys."""
        return iter(self.below)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.below)
