"""Publishing: the one place where a site comes to stand in its output folder.

Everything is staged before; what is left is to announce, to rename and to
remove, in an order that can stop at any point. The next build then finds
either the old file or the new one under every path, knows from the ledger
which of them are its own, and mends the rest:

1. look at every path concerned, and refuse if a file of somebody else is in the way;
2. announce in the ledger what is going to be written and removed;
3. remove what is in the way, put the staged files in place, remove the rest;
4. note in the ledger that it is done.

Until step 3 the site is byte for byte as before.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from site_builder.output import files
from site_builder.output.changes import Changes, changes_to, in_the_way_of
from site_builder.output.faults import OutputFailed, OutputRefused, failing_as
from site_builder.output.folder import OutputFolder
from site_builder.output.ground import Ground
from site_builder.output.ledger import Ledger, Row, State, record
from site_builder.output.paths import parents
from site_builder.output.staging import NOT_HELD, Staging
from site_builder.problems import Problem, in_order


class Published(Struct, frozen=True):
    """What became of the output: paths written and removed, in order, how many files stayed, and warnings."""

    ledger: Ledger
    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    problems: tuple[Problem, ...]


def publish(
    folder: OutputFolder,
    ledger: Ledger,
    staging: Staging,
    staged: Iterable[Row],
    planned: AbstractSet[str] | None,
    *,
    verify: bool = False,
) -> Published:
    """Make the output what is planned.

    ``staged`` are the rows that `Staging.stage` gave; ``planned`` are all paths
    that shall stand, and those not staged must be finished in the ledger; None
    where it is certain that the plan is what it was, which saves comparing it.
    ``verify`` reads files that look untouched. A staged file with the bytes
    that stand there already is not moved: times in the output are times of change.

    Raises `OutputRefused` with nothing written, and `OutputFailed`.
    """
    rows = {row.path: row for row in staged}
    with failing_as(f"{folder.shown} cannot be read"):
        changes = changes_to(Ground(folder, ledger, verify), rows, planned)
    if changes.problems:
        raise OutputRefused(changes.problems)
    for row in changes.writes:
        if row.mtime_ns == NOT_HELD:
            raise OutputFailed(f"{folder.place(row.path)} was changed by somebody else while the build ran; build again")
    _check_rights(folder, changes)
    announced = _announce(folder, ledger, changes)
    with failing_as(f"{folder.shown} could not be written", is_touched=bool(changes.writes or changes.removals)):
        _carry_out(folder, staging, changes)
        finished = _note(folder, announced, changes)
    return Published(
        finished,
        tuple(sorted(row.path for row in changes.writes)),
        tuple(sorted(changes.removals)),
        len(finished.rows if planned is None else planned) - len(changes.writes),
        in_order(changes.warnings),
    )


def _check_rights(folder: OutputFolder, changes: Changes) -> None:
    """Before anything is touched: no folder among those to be written in must be of somebody who forbids it."""
    innermost = {path.rpartition("/")[0] for path in (*(row.path for row in changes.writes), *changes.removals)}
    for path in sorted({"", *innermost, *(above for folder in innermost for above in parents(folder))}):
        if not files.may_write(folder.at(path)):
            raise OutputFailed(f"{folder.place(path)} may only be read, and files of the site belong there")


def _announce(folder: OutputFolder, ledger: Ledger, changes: Changes) -> Ledger:
    """Own what is going to be written before its first byte stands there.

    Only a new path has to be on the disk at once: of the others the ledger
    says already that they are ours.
    """
    rows = [*changes.writes, *changes.removals.values()]
    is_new = any(row.path not in ledger.rows for row in changes.writes)
    with failing_as(f"{folder.shown} could not be written"):
        return record(folder.ledger_file, ledger, rows, durable=is_new) if rows else ledger


def _carry_out(folder: OutputFolder, staging: Staging, changes: Changes) -> None:
    early = in_the_way_of(changes.writes, changes.removals)
    for path in sorted(early):
        _remove(folder, path)
    for path in changes.folders:
        _remove_folders(folder.at(path))
    whole = _move_folders(folder, staging, changes.writes)
    made: set[str] = {""}
    for row in changes.writes:
        path = row.path
        if path.partition("/")[0] in whole:
            continue
        if path.rpartition("/")[0] not in made:
            for parent in parents(path):
                if parent not in made:
                    files.make_folder(folder.at(parent))
                    made.add(parent)
        files.replace(staging.at(path), folder.at(path))
    for path in changes.removals:
        if path not in early:
            _remove(folder, path)


def _move_folders(folder: OutputFolder, staging: Staging, writes: Iterable[Row]) -> frozenset[str]:
    """Move those folders as a whole in whose place nothing stands; their names."""
    if not staging.laid_out:
        return frozenset()
    outermost = {path.partition("/")[0] for row in writes if "/" in (path := row.path)}
    free = frozenset(name for name in outermost if files.status(folder.at(name)) is None)
    for name in sorted(free):
        waiting = f"{staging.laid_out}/{name}"
        # Where case does not count it may have been moved already, under a name that differs in nothing else.
        if files.status(waiting):
            files.replace(waiting, folder.at(name))
    return free


def _remove(folder: OutputFolder, path: str) -> None:
    """Remove a file, and the folders that held nothing else."""
    files.remove(folder.at(path))
    for parent in reversed(parents(path)):
        if not files.remove_folder(folder.at(parent)):
            return


def _remove_folders(path: str) -> None:
    """Remove a folder with nothing but folders in it, where it still stands."""
    if files.is_folder(files.status(path)):
        for name, _ in files.entries(path):
            _remove_folders(f"{path}/{name}")
        files.remove_folder(path)


def _note(folder: OutputFolder, ledger: Ledger, changes: Changes) -> Ledger:
    written = [replace(row, state=State.DONE, before="") for row in changes.writes]
    removed = [replace(row, state=State.GONE) for row in changes.removals.values()]
    rows = [*written, *removed, *changes.noted]
    return record(folder.ledger_file, ledger, rows) if rows or not ledger.size else ledger
