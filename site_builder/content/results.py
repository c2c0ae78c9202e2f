"""Bulk results: which reader a file needs, and what lies beside it that belongs to it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct

from site_builder.content.decoding import decode
from site_builder.content.model import Kind, SourceFile
from site_builder.content.results_csv import ALONE, COMPANIONS, Companion, Companions, read_csv
from site_builder.content.results_football_txt import read_football_txt
from site_builder.content.results_json import read_json
from site_builder.content.results_model import ResultsFile
from site_builder.content.sources import read_source
from site_builder.problems import Problem

_READERS = {".txt": read_football_txt, ".json": read_json}


def read_results(path: str, data: bytes, companions: Companions = ALONE) -> tuple[ResultsFile | None, tuple[Problem, ...]]:
    """What a file of results holds, None where it is no text; a CSV file is read with its companions."""
    text, problems = decode(path, data)
    if text is None:
        return None, problems
    suffix = _suffix(path)
    results, more = _READERS[suffix](path, text) if suffix in _READERS else read_csv(path, text, companions)
    return results, (*problems, *more)


class Results(Struct, frozen=True):
    """A file of results, with the scorers and shoot-outs that lie beside it; mistakes in these are told of them."""

    companions: Companions

    @property
    def print(self) -> bytes:
        """All that reading the file rests on besides its bytes; empty where there is nothing."""
        return b"" if self.companions is ALONE else msgspec.msgpack.encode(self.companions)

    def read(self, path: str, data: bytes) -> tuple[ResultsFile | None, tuple[Problem, ...]]:
        """As `read_results`."""
        return read_results(path, data, self.companions)


def results_at(site: Path, file: SourceFile) -> Results:
    """A file of results of a site."""
    if _suffix(file.path) in _READERS:
        return Results(ALONE)
    return Results(Companions(*(_companion(site, str(PurePosixPath(file.path).with_name(name))) for name in COMPANIONS)))


def _suffix(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _companion(site: Path, path: str) -> Companion | None:
    if not (site / path).is_file():
        return None
    data, _ = read_source(site, SourceFile(path, Kind.RESULTS, "", 0))
    text = decode(path, data)[0] if data is not None else None
    return Companion(path, text) if text is not None else None
