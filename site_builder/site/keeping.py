"""How the site's inputs are kept from one build to the next: a codec for each, made from the declared types.

Reports are long and lie in the parse cache already: of them only the path is
kept, with the digest of what reading the file rests on. Settings and words are
not kept at all: they are read at every start.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec

from site_builder.content.model import MatchReport
from site_builder.incremental.cells import Codec, Codecs
from site_builder.incremental.memo import Input
from site_builder.site import model

GIVEN: tuple[Input[Any, Any], ...] = (model.SETTINGS, model.WORDS)
"""Read at every start."""
REFERRED: tuple[Input[Any, Any], ...] = (model.REPORTS, model.PREVIEWS)
"""Kept as a reference to the source."""

_reference = msgspec.msgpack.Decoder(tuple[str, bytes])


def codecs(digests: Mapping[str, bytes], report_of: Callable[[str, bytes], MatchReport]) -> Codecs:
    """How each input is kept.

    ``digests`` are what reading each source rests on, by path; ``report_of``
    finds what such a source gave, and raises KeyError where it cannot.
    """

    def refer(report: MatchReport) -> tuple[str, bytes]:
        return report.path, digests[report.path]

    def follow(data: msgspec.Raw) -> MatchReport:
        return report_of(*_reference.decode(data))

    in_full = codecs_in_full()
    return {**in_full, **{source: Codec(refer, follow, in_full[source].key) for source in REFERRED}}


def codecs_in_full() -> Codecs:
    """How each input goes to a process that has nothing of this site, no parse cache either: reports go as they are."""
    return {
        source: Codec(None, _Late(of_value), _key(of_key).decode)
        for source, (of_key, of_value) in _types().items()
        if source not in GIVEN
    }


class _Late:
    """A decoder that is made at its first use: most inputs are never asked after an edit."""

    def __init__(self, of_value: Any) -> None:  # noqa: ANN401 - a type
        self._type = of_value

    def __call__(self, data: msgspec.Raw) -> Any:  # noqa: ANN401 - a value of the type
        return _decoder(self._type).decode(data)


@cache
def _decoder(of_value: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401 - a type
    return msgspec.msgpack.Decoder(of_value)


@cache
def _key(of_key: Any) -> msgspec.msgpack.Decoder[Any]:  # noqa: ANN401 - a type
    return msgspec.msgpack.Decoder(tuple[of_key])


@cache
def _types() -> dict[Input[Any, Any], tuple[Any, Any]]:
    """The declared types of keys and values of every input."""
    hints = get_type_hints(model)
    return {value: get_args(hints[name]) for name, value in vars(model).items() if isinstance(value, Input)}
