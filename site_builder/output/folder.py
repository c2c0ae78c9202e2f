"""The output folder: whether it may be written to, and who may write to it now.

Nothing that other people made is ever overwritten, so a folder is refused
unless it is new, empty, or one that a build made; dot files and ``CNAME``, which
hosts want there, do not make it a stranger's. One build at a time writes: a
lock says so, and dies with its owner.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_builder.output import files
from site_builder.output.faults import OutputFailed, OutputRefused, failing_as
from site_builder.output.ledger import Ledger, read_ledger
from site_builder.output.paths import PRIVATE, printable
from site_builder.problems import Place, Problem

SOURCES = ("content", "templates")
"""The folders of a site that people write in."""


class OutputFolder(Struct, frozen=True):
    """A folder that may be written to: ``root`` is its absolute path, ``shown`` the way its owner calls it.

    ``has_waited`` is whether somebody else had it locked when it was to be opened.
    """

    root: str
    shown: str
    has_waited: bool = False

    def at(self, path: str) -> str:
        """The absolute path of a file in the output."""
        return f"{self.root}/{path}"

    def place(self, path: str = "") -> Place:
        """Where a problem with a file of the output is."""
        return Place(printable(f"{self.shown}/{path}".rstrip("/")))

    @property
    def ledger_file(self) -> str:
        """The absolute path of the ledger."""
        return self.at(f"{PRIVATE}/ledger.jsonl")

    @property
    def staging_home(self) -> str:
        """The absolute path of the folder for files that are not published yet."""
        return self.at(f"{PRIVATE}/staging")

    def ledger(self, known: Ledger | None = None) -> Ledger:
        """What is owned in this folder; ``known`` is what it was when last seen, and saves the reading if it still is."""
        with failing_as(f"{self.shown} cannot be read"):
            return read_ledger(self.ledger_file, known)


@contextmanager
def open_output(output: Path, site: Path, *, wait: float = 2.0) -> Iterator[OutputFolder]:
    """Make the folder where there is none, lock it, and clear away what a killed build left unpublished.

    ``wait`` is how many seconds another build may take to end. Raises
    `OutputRefused` (see `check_output`) and `OutputFailed`.
    """
    from site_builder.output import lock  # noqa: PLC0415 - who only looks at a folder, or has yet to begin, need not wait for it

    folder = check_output(output, site)
    private = Path(folder.at(PRIVATE))
    with failing_as(f"{folder.shown} cannot be written"):
        for path in reversed([path for path in (private, *private.parents) if files.status(str(path)) is None]):
            files.make_folder(str(path))
        held = lock.lock_at(folder.at(f"{PRIVATE}/lock"))
        has_waited = not lock.is_taken(held, 0)
        if has_waited and not lock.is_taken(held, wait):
            raise OutputFailed(f"another build of {folder.shown} is running")
    try:
        with failing_as(f"{folder.shown} cannot be written"):
            clear(folder.staging_home)
        yield replace(folder, has_waited=has_waited)
    finally:
        held.release()


def clear(path: str) -> None:
    """Remove a folder of this room's own with all that it holds, or whatever stands there. Raises OSError."""
    if not files.is_folder(files.status(path)):
        files.remove(path)
        return
    for name, _ in files.entries(path):
        clear(f"{path}/{name}")
    files.remove_folder(path)


def check_output(output: Path, site: Path) -> OutputFolder:
    """Whether a folder may be written to, without writing; raises `OutputRefused` with the reason, or `OutputFailed`."""
    shown = printable(str(output))
    with failing_as(f"{shown} cannot be read"):
        try:
            root, home = output.resolve(), site.resolve()
        except (RuntimeError, ValueError):
            raise _refused(shown, "is no place on this disk", "Choose another folder; a link must not lead to itself.") from None
        if root.is_relative_to(home) and root != home:
            shown = printable(root.relative_to(home).as_posix())
        folder = OutputFolder(str(root), shown)
        reason = _overlap(root, home) or _no_folder(root)
        if reason:
            raise _refused(shown, reason, "Choose a folder for the output alone, for example `output`.")
        if strangers := _strangers(folder):
            raise _refused(
                shown,
                f"holds files that site-builder did not write: {', '.join(strangers)}",
                "Choose a new or empty folder, or move these files away; what belongs to the site goes to `content/static/`.",
            )
        return folder


def check_cache(cache: Path, output: Path, site: Path) -> None:
    """Raises `OutputRefused` where time-savers would lie among what people or builds write; writes nothing.

    It may hold other things, as the cache of a machine that builds for many does.
    """
    try:
        place, written, home = cache.resolve(), output.resolve(), site.resolve()
    except (OSError, RuntimeError, ValueError):
        return  # it keeps nothing, or the output is refused by itself
    if reason := _among(place, written, home):
        shown = printable(place.relative_to(home).as_posix() if place.is_relative_to(home) and place != home else str(cache))
        fix = "Choose a folder for the cache alone with --cache, or none: then it is `.site-builder-cache`."
        raise OutputRefused([Problem("cache-folder", Place(shown), f"the cache folder {reason}", fix)])


def _among(cache: Path, output: Path, site: Path) -> str:
    """What a folder is part of in which time-savers would be litter, empty for none."""
    if _is_in(cache, site) and _is_in(site, cache):
        return "is the site's own folder"
    for name in (*SOURCES, "locales"):
        if _is_in(cache, (site / name).resolve()):
            return f"lies in `{name}/`, where the sources are"
    # An output that holds the site is refused by itself.
    return "lies in the output" if _is_in(cache, output) and not _is_in(site, output) else ""


def _refused(shown: str, reason: str, fix: str) -> OutputRefused:
    return OutputRefused([Problem("output-folder", Place(shown), f"the output folder {reason}", fix)])


def _overlap(root: Path, site: Path) -> str:
    """Why a folder cannot be the output because of where it lies, empty if it can."""
    if root == root.parent:
        return "is the root of the file system"
    if _is_in(_home(), root):
        return "is the home folder, or holds it"
    if _is_in(site, root):
        return "is the site's own folder, or holds it"
    for name in SOURCES:
        if _is_in(root, (site / name).resolve()):
            return f"lies in `{name}/`, where the sources are"
        if _is_in((site / name).resolve(), root):
            return f"holds `{name}/`, where the sources are"
    return ""


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None


def _is_in(inner: Path | None, outer: Path) -> bool:
    """Whether a folder is another one or lies in it, under whatever name: some file systems ignore case."""
    if inner is None:
        return False
    if not outer.exists():
        return inner.is_relative_to(outer)
    return any(folder.exists() and folder.samefile(outer) for folder in (inner, *inner.parents))


def _no_folder(root: Path) -> str:
    """Why a path cannot be a folder, empty if it can."""
    for path in (root, *root.parents):
        if path.exists():
            return "" if path.is_dir() else "is a file" if path == root else f"lies in `{printable(str(path))}`, which is a file"
    return ""


def _strangers(folder: OutputFolder) -> list[str]:
    """Names, three at most, in a folder that no build made."""
    if not files.is_folder(files.status(folder.root)):
        return []
    private = files.status(folder.at(PRIVATE))
    if private and not files.is_folder(private):
        return [PRIVATE]
    if files.is_file(files.status(folder.ledger_file)):
        return []
    return sorted(printable(name) for name, _ in files.entries(folder.root) if not is_hosts_own(name))[:3]


def is_hosts_own(path: str) -> bool:
    """Whether a path is one that hosts, version control and desktops want in the output: never a stranger's."""
    return path == "CNAME" or path.startswith(".") or "/." in path
