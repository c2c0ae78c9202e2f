"""The files of a site's content: which there are, their bytes, and the lines of what is wrong in them.

The shell of this room: with `source_walk` and `opening`, which it uses, the
only modules that touch the disk. Files may come, go and change meanwhile;
nothing here waits or raises for that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from posixpath import splitext

from msgspec.structs import replace

from site_builder import config
from site_builder.content.decoding import legible, with_line_feeds
from site_builder.content.model import Kind, SourceFile
from site_builder.content.opening import read_at_most, read_chunks, read_each, unreadable
from site_builder.content.source_walk import FOLDER, Walked, walked
from site_builder.incremental.fingerprint import digest_of
from site_builder.problems import Place, Problem, warning

MOST_DOCUMENT_BYTES = 1024 * 1024
MOST_RESULTS_BYTES = 64 * 1024 * 1024
LONGEST_EXCERPT = 2000
OFTEN_PLAIN = frozenset({Kind.MATCH, Kind.RESULTS})
"""Kinds of files of which most are read without what all others take."""

_FOLDERS = {str(kind): kind for kind in Kind if kind is not Kind.STATIC}
_RESULTS = frozenset({".txt", ".json", ".csv"})
_ELSEWHERE = {
    **dict.fromkeys(("post", "posts", "blog", "news"), Kind.ARTICLE),
    **dict.fromkeys(("game", "games", "fixtures", "events", "reports"), Kind.MATCH),
    **dict.fromkeys(("player", "players", "staff", "referees"), Kind.PERSON),
    **dict.fromkeys(("club", "clubs"), Kind.TEAM),
    **dict.fromkeys(("league", "leagues", "cups"), Kind.COMPETITION),
    **dict.fromkeys(("ground", "grounds", "stadium", "stadiums"), Kind.VENUE),
}
"""What others call the folders; only where a text lies in one of them is it asked."""
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})


def list_sources(site: Path, seen: Walked | None = None) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """Every file below ``content/``, sorted by path, and what there cannot be read.

    Dot files and what editors leave behind are passed over. The digest is that
    of static files; all others are digested by who reads them. ``seen`` is what a
    walk has just come to, where there was one.
    """
    seen = seen or walked(site)
    files: list[SourceFile] = []
    problems: list[Problem] = []
    for found in seen.files:
        file = SourceFile(found.path, kind_of(found.path), "", found.size)
        if file.kind is Kind.STATIC:
            problems += _misplaced(file.path)
            files += _digested(site, file, problems)
            continue
        if found.size > _most(file.kind):
            problems.append(_too_large(file))
        else:
            files.append(file)
    return tuple(sorted(files, key=attrgetter("path"))), (*seen.problems, *problems)


def holds_more_than_reports(site: Path) -> bool:
    """Whether there are folders for documents of other kinds, so that what understands these will be needed."""
    return any((site / FOLDER / name).is_dir() for name, kind in _FOLDERS.items() if kind not in OFTEN_PLAIN)


def kind_of(path: str) -> Kind:
    """The kind of a file by its first folder; what is no document and no results there is copied as it is."""
    parts = path.split("/", 2)
    kind = _FOLDERS.get(parts[1], Kind.STATIC) if len(parts) == 3 else Kind.STATIC
    suffix = splitext(path)[1].lower()
    if kind is Kind.RESULTS:
        return kind if suffix in _RESULTS else Kind.STATIC
    return kind if suffix == ".md" else Kind.STATIC


def read_source(site: Path, file: SourceFile) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file; None, with a problem, where they cannot be read or are too many."""
    return next(read_sources(site, (file,)))


def read_sources(site: Path, files: Sequence[SourceFile]) -> Iterator[tuple[bytes | None, tuple[Problem, ...]]]:
    """`read_source` of each of some files, quicker than one after the other."""
    # Joined as text: a `Path` would take as long as opening the file.
    wanted = [(f"{site}/{file.path}", _most(file.kind)) for file in files]
    for file, data in zip(files, read_each(f"{site}/{FOLDER}", wanted), strict=True):
        if isinstance(data, OSError):
            yield None, (unreadable(file.path, data),)
        elif len(data) > _most(file.kind):
            yield None, (_too_large(file),)
        else:
            yield data, ()


def locate(site: Path, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, file by file, with lines for those that name a key, and with the text of their lines.

    What cannot be read any more leaves its problems as they are.
    """
    by_path = groupby(sorted(problems, key=lambda problem: problem.place.path), key=lambda problem: problem.place.path)
    return tuple(located for path, group in by_path for located in _located(site, path, list(group)))


def _located(site: Path, path: str, problems: list[Problem]) -> list[Problem]:
    if not any(problem.place.line or problem.place.key for problem in problems):
        return problems
    try:
        data = read_at_most(site, site / path, MOST_RESULTS_BYTES)
    except (OSError, ValueError):
        return problems
    if path == config.FILE:
        text = with_line_feeds(data.decode("utf-8-sig", "replace"))
        problems = [_with_line(problem, config.place_of(text, ".".join(map(str, problem.place.key)))) for problem in problems]
    elif any(problem.place.key and not problem.place.line for problem in problems):
        from site_builder.content.front_matter import read_front_matter  # noqa: PLC0415 - where nothing is wrong nobody needs it

        head = read_front_matter(path, data)[0].head
        if head:
            problems = [_with_line(problem, head.place(problem.place.key)) for problem in problems]
    lines = with_line_feeds(data.decode("utf-8-sig", "replace")).split("\n")
    return [_with_excerpt(problem, lines) for problem in problems]


def _with_line(problem: Problem, place: Place) -> Problem:
    if problem.place.line or not problem.place.key:
        return problem
    return replace(problem, place=replace(place, key=problem.place.key))


def _with_excerpt(problem: Problem, lines: list[str]) -> Problem:
    number = problem.place.line
    if problem.excerpt or not 0 < number <= len(lines) or len(lines[number - 1]) > LONGEST_EXCERPT:
        return problem
    excerpt = legible(lines[number - 1]).rstrip()
    if problem.place.column:
        return replace(problem, excerpt=excerpt)
    # Who knows the line alone means all that is written in it.
    written = excerpt.lstrip()
    place = replace(problem.place, column=len(excerpt) - len(written) + 1, length=len(written))
    return replace(problem, place=place, excerpt=excerpt)


def _most(kind: Kind) -> int:
    return MOST_RESULTS_BYTES if kind is Kind.RESULTS else MOST_DOCUMENT_BYTES


def _too_large(file: SourceFile) -> Problem:
    most = _most(file.kind) // (1024 * 1024)
    fix = "Split it, or move what is not text into files of their own."
    return Problem("too-large", Place(file.path), f"this file is larger than {most} MiB", fix)


def _digested(site: Path, file: SourceFile, problems: list[Problem]) -> list[SourceFile]:
    """The file with the digest of its bytes; nothing, with a problem, where it cannot be read."""
    try:
        return [replace(file, digest=digest_of(read_chunks(site / FOLDER, site / file.path)))]
    except OSError as error:
        problems.append(unreadable(file.path, error))
        return []


def _misplaced(path: str) -> list[Problem]:
    """A warning for a text that would be published as its source: most likely it lies in the wrong folder."""
    stem, suffix = splitext(path.lower())
    if suffix == ".txt" and stem.endswith(".md"):
        suffix = ".md.txt"  # as editors call a text where the system hides what names end in
    elif suffix not in _MARKDOWN:
        return []
    folder = path.split("/")[1]
    if folder in _FOLDERS and folder != Kind.RESULTS:
        message = f"only `.md` files are read here; this `{suffix}` is copied as it is"
        return [warning("stray-markdown", Place(path), message, "Rename it to end in `.md`.")]
    close = [name for name in get_close_matches(folder.lower(), _FOLDERS, n=1) if name != Kind.RESULTS]
    meant = _ELSEWHERE.get(folder.lower()) or (close[0] if close else Kind.PAGE)
    fix = f"Move it to `content/{meant}/`."
    return [warning("stray-markdown", Place(path), "this text lies in no folder for texts and is copied as it is", fix)]
