"""What publishing is going to do, decided before anything is written: the rules on whose file may be replaced or removed.

Reads the disk through `Ground`, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.output.ground import Ground, Kind, Standing
from site_builder.output.ledger import Ledger, Row, State
from site_builder.output.paths import folded, is_safe, parents
from site_builder.problems import Problem, warning


class Changes(Struct):
    """What to do, what is wrong and what to tell, collected by `changes_to`.

    ``removals`` are files to remove, by path, and ``twins`` their paths by
    folded path; ``folders`` stand, without a file that stays, where a file is
    going to; ``writes`` are staged files. The rows of these are pending.
    ``noted`` are rows for the ledger with nothing to do on the disk.
    """

    removals: dict[str, Row] = field(default_factory=dict)
    twins: dict[str, str] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    writes: list[Row] = field(default_factory=list)
    noted: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def changes_to(ground: Ground, staged: Mapping[str, Row], planned: AbstractSet[str] | None) -> Changes:
    """Compare what is staged and planned with what is owned and what stands there.

    ``staged`` are the files made by this build; the other planned ones, without
    a plan all that are owned, stay as they are and must be finished. Raises
    ValueError where they are not, or where a path leads out of the output
    (faults of the program), and OSError.
    """
    changes = Changes()
    dropped = _dropped(ground.ledger, staged, planned)
    heirs = {folded(path): path for path in staged} if dropped else {}
    for row in dropped:
        _drop(ground, row, heirs.get(folded(row.path)), changes)
    changes.twins = {folded(path): path for path in changes.removals}
    free = _free(ground, staged)
    for path, row in staged.items():
        if path.partition("/")[0] in free and not row.before:
            changes.writes.append(row)
        else:
            _put(ground, row, changes)
    return changes


def _free(ground: Ground, paths: Iterable[str]) -> frozenset[str]:
    """The outermost names among paths where nothing stands: there, and below, everything may be written as it is.

    A first build has no other names, and files in their tens of thousands.
    """
    return frozenset(name for name in {path.partition("/")[0] for path in paths} if ground.is_free(name))


def _dropped(ledger: Ledger, staged: Mapping[str, Row], planned: AbstractSet[str] | None) -> list[Row]:
    """The rows of owned files that are no longer planned; raises ValueError where the plan does not add up."""
    kept = ledger.rows if planned is None else planned
    if any(path in kept and path not in staged for path in ledger.unfinished):
        raise ValueError("a file is to stay that was never finished")
    strays = [path for path in staged if not is_safe(path) or (planned is not None and path not in planned)]
    if strays:
        raise ValueError(f"staged, but no part of the plan, or no place in the output: {strays[0]!r}")
    if planned is None:
        return []
    dropped = [row for path, row in ledger.rows.items() if path not in planned]
    added = sum(path not in ledger.rows for path in staged)
    if len(ledger.rows) - len(dropped) + added != len(planned):
        raise ValueError("some of the plan is neither staged nor finished")
    return dropped


def _drop(ground: Ground, row: Row, heir: str | None, changes: Changes) -> None:
    """An owned file that is no longer planned; ``heir`` is the path of a staged one that differs in case only."""
    kind = ground.at(row.path).kind if is_safe(row.path) else Kind.UNREACHABLE
    if kind in (Kind.OURS, Kind.NOTHING):
        changes.removals[row.path] = replace(row, state=State.PENDING)
    elif kind is not Kind.EDITED:
        changes.noted.append(replace(row, state=State.GONE))
    elif heir and ground.is_same_file(row.path, heir):
        changes.removals[row.path] = replace(row, state=State.PENDING)
        changes.warnings.append(_edited(ground, heir))
    else:
        message = "is no part of the site any more but was edited since it was written, and stays"
        changes.warnings.append(warning("output-left", ground.folder.place(row.path), message, "Delete it if nobody needs it."))


def _edited(ground: Ground, path: str) -> Problem:
    message = "was edited since it was written, and is replaced"
    return warning(
        "output-edited", ground.folder.place(path), message, "Edit the source instead: every build writes the output anew."
    )


def _put(ground: Ground, row: Row, changes: Changes) -> None:
    """A staged file."""
    standing = ground.at(row.path)
    is_twin = standing.kind is Kind.STRANGER and _is_removed(ground, row.path, changes)
    if standing.digest == row.digest and not is_twin:
        _note(ground, row, standing, changes)
    elif is_twin or _is_free(ground, standing, row.path, changes):
        changes.writes.append(row if row.before == standing.digest else replace(row, before=standing.digest))
        if standing.kind is Kind.EDITED:
            changes.warnings.append(_edited(ground, row.path))
        elif standing.kind is Kind.FOLDER:
            changes.folders.append(row.path)
    else:
        changes.problems.append(_in_the_way(ground, row.path, standing))


def _is_removed(ground: Ground, path: str, changes: Changes) -> bool:
    """Whether what stands at a path is going to be removed, under this name or one that differs in case only."""
    if not changes.removals or path in changes.removals:
        return path in changes.removals
    twin = changes.twins.get(folded(path))
    return twin is not None and ground.is_same_file(path, twin)


def _note(ground: Ground, row: Row, standing: Standing, changes: Changes) -> None:
    """The very bytes stand there already: the file keeps its time, also where its owner is only found out now."""
    finished = Row(row.path, row.key, standing.size, standing.mtime_ns, row.digest)
    if ground.ledger.rows.get(row.path) != finished:
        changes.noted.append(finished)


def _is_free(ground: Ground, standing: Standing, path: str, changes: Changes) -> bool:
    """Whether a file may be put where this stands.

    A damaged ledger may have lost the row of a file that is planned now: then,
    and only then, a file is replaced that nothing proves to be ours.
    """
    if standing.kind is Kind.STRANGER:
        return bool(ground.ledger.damage)
    if standing.kind is Kind.FOLDER:
        return all(_is_removed(ground, inner, changes) for inner in ground.files_below(path))
    return standing.kind is not Kind.UNREACHABLE or _is_removed(ground, standing.barrier, changes)


def _in_the_way(ground: Ground, path: str, standing: Standing) -> Problem:
    """One and the same problem for all files that would have to lie behind the same barrier."""
    message = {
        Kind.STRANGER: "a file that site-builder did not write stands where one of the site belongs",
        Kind.FOLDER: "a folder with files that site-builder did not write stands where a file of the site belongs",
        Kind.UNREACHABLE: "a file or a link that site-builder did not write stands where a folder of the site belongs",
    }[standing.kind]
    place = ground.folder.place(standing.barrier or path)
    return Problem("output-in-the-way", place, message, "Move it away; what belongs to the site goes to `content/static/`.")


def in_the_way_of(writes: Iterable[Row], removals: Mapping[str, Row]) -> frozenset[str]:
    """The paths to remove before anything is written.

    They are those that differ from a new one, or from its folders, in case
    only, are a folder's name now, or lie in a folder whose name a file takes.
    Where case counts, an early removal does no harm.
    """
    if not removals:
        return frozenset()
    rows = tuple(writes)
    taken = {folded(row.path) for row in rows}
    spelled = {folded(parent): parent for row in rows for parent in parents(row.path)}
    return frozenset(
        path
        for path in removals
        if folded(path) in taken
        or folded(path) in spelled
        or any(folded(parent) in taken or spelled.get(folded(parent), parent) != parent for parent in parents(path))
    )
