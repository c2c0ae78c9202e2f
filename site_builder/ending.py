"""How a build ends: with what the next one can go on from, or with a sentence on what went wrong outside of the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from msgspec import Struct

from site_builder.folders import Folders
from site_builder.last_build import LastBuild
from site_builder.outcome import BuildFailed, Built, WrongSettings
from site_builder.output.faults import OutputFailed, OutputRefused
from site_builder.output.ledger import Ledger
from site_builder.output.publish import Published
from site_builder.prepared import Prepared, state
from site_builder.problems import Problem, in_order
from site_builder.workers import ClusterFailed, WorkerDied


class Turned(Struct, frozen=True):
    """A build that came to its end: what it did, and what the next one can go on from."""

    built: Built
    prepared: Prepared
    last: LastBuild
    ledger: Ledger


def built_of(prepared: Prepared, published: Published, warnings: Iterable[Problem]) -> Built:
    """What a build did."""
    known = prepared.changes.known
    changed = (*published.written, *published.removed)
    written, removed = len(published.written), len(published.removed)
    return Built(known.matches, known.pages, written, published.unchanged, removed, in_order(warnings), changed, known.notes)


@contextmanager
def sentences(folders: Folders) -> Iterator[None]:
    """What goes wrong outside of the sources, as what a build may raise."""
    try:
        yield
    except OutputRefused as refused:
        raise WrongSettings(refused.problems, state(folders)) from refused
    except OutputFailed as failed:
        raise BuildFailed(_failure(failed, folders)) from failed
    except (WorkerDied, ClusterFailed) as died:
        raise BuildFailed(f"{died}. {state(folders)}") from died


def _failure(failed: OutputFailed, folders: Folders) -> str:
    """What failed, and what became of the output."""
    after = "Some pages may be new already; the next build mends the rest." if failed.is_touched else state(folders)
    return f"{failed.message}. {after}"
