"""The sources of a site, all read and typed: in batches, in as many processes as wanted.

Documents travel between processes as MessagePack, which is several times as
fast as pickling frozen dataclasses and holds nothing but data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from site_builder.content.documents import read_document
from site_builder.content.gathered import Content
from site_builder.content.model import (
    Article,
    CompetitionFile,
    Document,
    Kind,
    MatchReport,
    PersonFile,
    PlainPage,
    SourceFile,
    TeamFile,
    VenueFile,
)
from site_builder.content.results import read_results
from site_builder.content.results_model import ResultsFile
from site_builder.content.sources import list_sources, read_source
from site_builder.problems import Problem
from site_builder.workers import batches, in_batches

TYPES: Mapping[Kind, type[Any]] = {
    Kind.MATCH: MatchReport,
    Kind.ARTICLE: Article,
    Kind.TEAM: TeamFile,
    Kind.COMPETITION: CompetitionFile,
    Kind.PERSON: PersonFile,
    Kind.VENUE: VenueFile,
    Kind.PAGE: PlainPage,
    Kind.RESULTS: ResultsFile,
}
BATCH = 64
_encoder = msgspec.msgpack.Encoder()
_decoders = {kind: msgspec.msgpack.Decoder(type_) for kind, type_ in TYPES.items()}


def read_content(site: Path, jobs: int = 1) -> tuple[Content, tuple[Problem, ...]]:
    """Everything under ``content/``, and every problem in it."""
    files, found = list_sources(site)
    problems = list(found)
    read: list[Document | ResultsFile] = []
    wanted = [file for file in files if file.kind in TYPES]
    for encoded, more in in_batches(partial(_read_batch, site), batches(wanted, BATCH), jobs):
        read += [_decoders[kind].decode(data) for kind, data in encoded]
        problems += more
    content = Content(
        documents=tuple(one for one in read if not isinstance(one, ResultsFile)),
        results=tuple(one for one in read if isinstance(one, ResultsFile)),
        statics=tuple(file for file in files if file.kind is Kind.STATIC),
    )
    return content, tuple(problems)


def _read_batch(site: Path, files: Sequence[SourceFile]) -> tuple[list[tuple[Kind, bytes]], list[Problem]]:
    """What some files hold, encoded; a file with an error holds nothing."""
    encoded: list[tuple[Kind, bytes]] = []
    problems: list[Problem] = []
    for file in files:
        data, more = read_source(site, file)
        problems += more
        if data is None:
            continue
        read, more = read_results(site, file, data) if file.kind is Kind.RESULTS else read_document(file.path, file.kind, data)
        problems += more
        if read is not None:
            encoded.append((file.kind, _encoder.encode(read)))
    return encoded, problems
