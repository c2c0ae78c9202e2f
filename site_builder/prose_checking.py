"""The prose of reports held against the data: which reports, in worker processes, and what became of them the last time.

The shell of `checks.prose`: it reads the reports' texts once more (a document
keeps its prose as HTML, without lines) and remembers verdicts. A verdict rests
on the report's bytes, the record of its match and the names that the site
knows; where all are as before it is not worked out again. What is remembered
only saves time: any doubt is a new verdict.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from tempfile import mkstemp
from typing import Any

import msgspec
from msgspec import Struct

from site_builder.checks.prose.record import record_of
from site_builder.checks.prose.report import Told, check_report
from site_builder.content.model import Kind, MatchReport, SourceFile
from site_builder.content.reader_version import READER_VERSION
from site_builder.content.sources import read_source
from site_builder.incremental.fingerprint import fingerprint
from site_builder.incremental.memo import Input, Memo
from site_builder.problems import Problem
from site_builder.site import model
from site_builder.site.model import Site
from site_builder.workers import batches, in_batches

BATCH = 64
FILE = "prose-verdicts.msgpack"
_ROOMS = ("checks", "phrases")

Inputs = Mapping[Input[Any, Any], Mapping[Any, Any]]
Verdicts = dict[bytes, tuple[Problem, ...]]
_decoder = msgspec.msgpack.Decoder(Verdicts)


class Prose(Struct, frozen=True):
    """Everything that checking the prose of a site needs; it can be sent to a process."""

    folder: Path
    inputs: Inputs
    version: str
    known: Verdicts


def check_prose(folder: Path, site: Site, inputs: Inputs, wanted: Sequence[Path], jobs: int, cache: Path | None) -> list[Problem]:
    """Every contradiction between reports and the data, of the reports in these files and folders only if any are named.

    ``wanted`` are absolute; ``cache`` is the folder of what saves time, None for none.
    """
    reports = _reports(folder, site, wanted)
    # Few reports are read sooner than what is remembered of all.
    kept = cache if not wanted else None
    names = fingerprint(tuple(sorted(site.of(model.NAMES).items())))
    known = _load(kept) if kept else {}
    material = Prose(folder, inputs, fingerprint(_version(), names), known)
    found: Verdicts = {}
    for verdicts in in_batches(_check_batch, batches(reports, BATCH), jobs, _open, material):
        found.update(verdicts)
    if kept and found.keys() != known.keys():
        _save(kept, found)
    return [problem for problems in found.values() for problem in problems]


def _reports(folder: Path, site: Site, wanted: Sequence[Path]) -> list[str]:
    """The ids of matches with a report to be checked, those of a season together: they share its tables and ties."""
    matches, reports = site.of(model.MATCHES), site.of(model.REPORTS)
    language = site.config.language
    ids = [id_ for id_, report in reports.items() if _is_english(report, language) and _is_wanted(folder, report, wanted)]
    return sorted(ids, key=lambda id_: (matches[id_].competition, matches[id_].season, id_))


def _is_english(report: MatchReport, language: str) -> bool:
    """Only English words are known; in German every noun has a capital."""
    return (report.publication.lang or language).partition("-")[0].lower() == "en"


def _is_wanted(folder: Path, report: MatchReport, wanted: Sequence[Path]) -> bool:
    says = report.prose.words or report.publication.title or report.publication.description
    return bool(says) and (not wanted or any((folder / report.path).is_relative_to(path) for path in wanted))


_prose: tuple[Prose, Memo] | None = None


def _open(material: Prose) -> None:
    """Get a process ready; what it reads of the site stays from one batch to the next."""
    global _prose  # noqa: PLW0603 - a worker process is handed its material once, not with every batch
    _prose = material, Memo(material.inputs)


def _check_batch(ids: Sequence[str]) -> Verdicts:
    assert _prose is not None, "a process checks after it was opened"
    material, read = _prose
    return dict(_verdict(material, read, id_) for id_ in ids)


def _verdict(material: Prose, read: Memo, id_: str) -> tuple[bytes, tuple[Problem, ...]]:
    report = read.get(model.REPORTS, id_)
    data, _ = read_source(material.folder, SourceFile(report.path, Kind.MATCH, "", 0))
    record = record_of(read, read.get(model.MATCHES, id_))
    about = fingerprint(material.version, report.path, record, report.publication.title, report.publication.description)
    key = blake2b(about.encode() + (data or b""), digest_size=16).digest()
    known = material.known.get(key)
    if known is not None:
        return key, known
    text = (data or b"").decode("utf-8", "replace")
    told = Told(report.path, text, report.publication.title, report.publication.description)
    return key, check_report(told, record, read)


def _version() -> str:
    """A digest of the sources that come to a verdict: an edit of them is another judge."""
    hasher = blake2b(READER_VERSION, digest_size=16)
    for room in _ROOMS:
        for path in sorted((Path(__file__).parent / room).rglob("*.py")):
            hasher.update(path.read_bytes())
    return hasher.hexdigest()


def _load(cache: Path) -> Verdicts:
    try:
        return _decoder.decode((cache / FILE).read_bytes())
    except (OSError, msgspec.MsgspecError):
        return {}


def _save(cache: Path, verdicts: Verdicts) -> None:
    """Beside, then renamed; where that cannot be, the next check takes as long as this one."""
    with contextlib.suppress(OSError):
        handle, name = mkstemp(dir=cache, prefix="new-", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.msgpack.encode(verdicts))
            Path(name).replace(cache / FILE)
        finally:
            Path(name).unlink(missing_ok=True)
