"""What reading a file gave, encoded: on its way between processes, in the parse cache, and back again.

As MessagePack, which is several times as fast as pickling the values, and is
nothing but data. It reads no files: `reading` does, which takes half of the
program, and nobody who only wants to know what it gave needs that.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from site_builder.content.model import (
    Article,
    CompetitionFile,
    Document,
    Kind,
    MatchReport,
    PersonFile,
    PlainPage,
    TeamFile,
    VenueFile,
)
from site_builder.content.results_model import ResultsFile
from site_builder.problems import Problem

Problems = tuple[Problem, ...]
Read = tuple[Document | ResultsFile | None, Problems]
"""What a file gives: nothing where an error leaves nothing, and all that is wrong with it."""

TYPES: Mapping[Kind, Any] = {
    Kind.MATCH: tuple[MatchReport | None, Problems],
    Kind.ARTICLE: tuple[Article | None, Problems],
    Kind.TEAM: tuple[TeamFile | None, Problems],
    Kind.COMPETITION: tuple[CompetitionFile | None, Problems],
    Kind.PERSON: tuple[PersonFile | None, Problems],
    Kind.VENUE: tuple[VenueFile | None, Problems],
    Kind.PAGE: tuple[PlainPage | None, Problems],
    Kind.RESULTS: tuple[ResultsFile | None, Problems],
}
"""What each kind of file that is understood gives."""


class Encoded(msgspec.Struct, frozen=True):
    """What a file gave, on its way; ``key`` is empty where it could not be read, and ``is_kept`` says whether it may be kept.

    ``digest`` is of the very bytes that were read.
    """

    key: bytes
    data: bytes
    is_kept: bool
    digest: str = ""


def encoded(read: Read) -> bytes:
    """What a file gave, as bytes that `decoded` and `typed` take."""
    return _encoder.encode(read)


def decoded(kind: Kind, data: bytes | memoryview) -> Read:
    """What this program encoded. Raises `msgspec.MsgspecError` for anything else."""
    return _decoder(kind).decode(data)


def typed(kind: Kind, data: bytes | memoryview) -> Read | None:
    """The same of bytes that may be anything: None where they are not what this program encodes."""
    try:
        return decoded(kind, data)
    except msgspec.MsgspecError:
        return None


_encoder = msgspec.msgpack.Encoder()


@cache
def _decoder(kind: Kind) -> msgspec.msgpack.Decoder[Read]:
    return msgspec.msgpack.Decoder(TYPES[kind])
