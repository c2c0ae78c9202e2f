"""A file of results brought into a site: under a name of its own, in UTF-8, checked against what the site has.

What was imported is recorded (`RECORD`), so that a newer version of a file
replaces its older self, and nothing that an author wrote or edited is replaced.
"""

from __future__ import annotations

import hashlib
import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.vocabulary import folded
from site_builder.authoring.files import replace as replace_file
from site_builder.authoring.known import vocabulary_of
from site_builder.authoring.loading import Loaded
from site_builder.authoring.notes import Outcome
from site_builder.authoring.spelling import unknown
from site_builder.content.gathered import Content
from site_builder.content.model import Kind
from site_builder.content.results import read_results
from site_builder.content.results_csv import ALONE, COMPANIONS, Companion, Companions
from site_builder.content.results_model import ResultsFile
from site_builder.content.slugs import slugify
from site_builder.problems import Problem, in_order
from site_builder.site import model
from site_builder.site.assemble import assemble
from site_builder.site.names import other_names

RECORD = ".site-builder-imports.json"
FOLDER = "content/results"
SUFFIXES = (".txt", ".json", ".csv")


class Incoming(Struct, frozen=True):
    """A file as it will lie in the site: its target, its bytes, what it holds, and what goes with it."""

    source: str
    path: str
    data: bytes
    results: ResultsFile
    problems: tuple[Problem, ...]
    companions: tuple[tuple[str, bytes], ...] = ()


MOST_WORDS = 8
"""In the name of a team. Borussia Verein für Leibesübungen 1900 Mönchengladbach has seven."""


def incoming(file: Path, competitions: Mapping[str, str]) -> Incoming | None:
    """What a file would bring; None where it holds no matches: an article, or something else.

    ``competitions`` are the names that the site uses, by folded spelling.
    """
    suffix = file.suffix.lower()
    if suffix not in SUFFIXES:
        return None
    data = normal(file.read_bytes())
    beside = tuple((name, normal(file.with_name(name).read_bytes())) for name in _beside(file))
    companions = _companions(dict(beside))
    results, problems = read_results(f"{FOLDER}/{file.name.lower()}", data, companions)
    if results is None or not results.rows or _is_prose(suffix, results, problems):
        return None
    path = _target(file, results, competitions, has_companions=bool(beside))
    placed, problems = read_results(path, data, companions)
    assert placed, "it could be read under its own name"
    return Incoming(file.name, path, data, placed, problems, beside)


def why_unread(file: Path) -> tuple[Problem, ...]:
    """What keeps a table or a list of data from being read as results, named as the file that was given."""
    _, problems = read_results(file.name, normal(file.read_bytes()))
    return tuple(problem for problem in problems if problem.is_error)


def _is_prose(suffix: str, results: ResultsFile, problems: tuple[Problem, ...]) -> bool:
    """Whether a text without a title has lines that look like matches, and others that are nothing of Football.TXT.

    A line may begin like a match and go on as a report; then its second team has a name of many words.
    """
    if suffix != ".txt" or results.title:
        return False
    names = (name for row in results.rows for name in (row.facts.home, row.facts.away))
    return any(problem.code == "not-understood" for problem in problems) or any(len(name.split()) > MOST_WORDS for name in names)


def _beside(file: Path) -> tuple[str, ...]:
    """Scorers and shoot-outs of a CSV file of internationals."""
    if file.suffix.lower() != ".csv" or file.name in COMPANIONS:
        return ()
    return tuple(name for name in COMPANIONS if file.with_name(name).is_file())


def _companions(beside: dict[str, bytes]) -> Companions:
    if not beside:
        return ALONE
    texts = {name: Companion(f"{FOLDER}/{name}", data.decode("utf-8")) for name, data in beside.items()}
    return Companions(*(texts.get(name) for name in COMPANIONS))


def normal(data: bytes) -> bytes:
    """A text in UTF-8 without a byte order mark, its lines ended alike.

    What spreadsheets call Unicode is UTF-16, and old files are in Windows' Western European.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8")


def _target(file: Path, results: ResultsFile, competitions: Mapping[str, str], *, has_companions: bool) -> str:
    """The file's place: named by its one competition and season, else as it is called; CSV files with company keep theirs."""
    if has_companions:
        return f"{FOLDER}/{slugify(file.absolute().parent.name) or 'international'}/{file.name}"
    editions = {(row.facts.competition, row.facts.season) for row in results.rows}
    stem = slugify(file.stem) or "results"
    if len(editions) == 1:
        written, season = editions.pop()
        competition = competitions.get(folded(written), written)
        stem = slugify(f"{competition} {season.text}" if season else f"{competition} {stem}") or stem
    return f"{FOLDER}/{stem}{file.suffix.lower()}"


def import_results(loaded: Loaded, new: Incoming) -> Outcome:
    """Put a file of results into the site, unless it contradicts what is there."""
    site = loaded.folders.site
    record = _record(site)
    new = _beside_another(loaded, new, record)
    everything = ((new.path, new.data), *((str(PurePosixPath(new.path).with_name(name)), data) for name, data in new.companions))
    if all(_has(site / path, data) for path, data in everything):
        return Outcome(lines=(f"{new.source}: {new.path} has all of it already; nothing changed.",))
    if other := _same_matches(loaded, new, record):
        return Outcome(lines=(f"{new.source}: {other} has the same matches; nothing changed.",))
    foreign = [path for path, data in everything if _is_foreign(site, path, data, record)]
    if foreign:
        line = (
            f"{new.source}: {foreign[0]} is there already and was not imported, or edited since. Move it away "
            "to import this file."
        )
        return Outcome(lines=(line,), is_problem=True)
    problems = in_order((*new.problems, *contradictions(loaded, new)))
    if any(problem.is_error for problem in problems):
        return Outcome((*_names(loaded, new), f"{new.source}: nothing was written."), problems, is_problem=True)
    for path, data in everything:
        replace_file(site / path, data)
        record[path] = {"source": new.source, "sha256": _digest(data)}
    replace_file(site / RECORD, (json.dumps(record, indent=2, sort_keys=True, ensure_ascii=False) + "\n").encode())
    count = len(new.results.rows)
    return Outcome(
        (f"{new.source}: wrote {new.path}, {count:,} {'match' if count == 1 else 'matches'}.", *_names(loaded, new)), problems
    )


def _beside_another(loaded: Loaded, new: Incoming, record: Mapping[str, Mapping[str, str]]) -> Incoming:
    """The file under a name of its own where the one in its place came from another file and has matches that it lacks.

    So the finals of a cup, in a file of their own, do not take the place of its groups.
    """
    there = next((file for file in loaded.content.results if file.path == new.path), None)
    if there is None or record.get(new.path, {}).get("source") in (None, new.source):
        return new
    if _meetings(there) <= _meetings(new.results):
        return new
    place = PurePosixPath(new.path)
    path = str(place.with_name(f"{place.stem}-{slugify(PurePosixPath(new.source).stem) or 'more'}{place.suffix}"))
    placed, problems = read_results(path, new.data)
    assert placed, "it could be read under another name"
    return replace(new, path=path, results=placed, problems=problems)


def _meetings(results: ResultsFile) -> set[tuple[object, ...]]:
    return {(folded(f.home), folded(f.away), f.when.date if f.when else None) for f in (row.facts for row in results.rows)}


def _same_matches(loaded: Loaded, new: Incoming, record: Mapping[str, object]) -> str:
    """The path of a file that tells every match of the new one just so, empty where none does."""
    competitions = vocabulary_of(loaded.site).competitions
    wanted = _told(new.results, competitions)
    others = (file for file in loaded.content.results if file.path != new.path or file.path not in record)
    return next((file.path for file in others if wanted <= _told(file, competitions)), "")


def _told(results: ResultsFile, competitions: Mapping[str, str]) -> set[tuple[object, ...]]:
    """What a file says of its matches, as far as an import could bring something new."""
    return {
        (competitions.get(folded(f.competition), f.competition), f.season, f.home, f.away, f.when, f.status, f.result, f.stage)
        for f in (row.facts for row in results.rows)
    }


def _record(site: Path) -> dict[str, dict[str, str]]:
    try:
        found = json.loads((site / RECORD).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _has(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _is_foreign(site: Path, path: str, data: bytes, record: dict[str, dict[str, str]]) -> bool:
    """Whether a file stands in the way that is not as an import left it."""
    file = site / path
    if not file.exists() or _has(file, data):
        return False
    return record.get(path, {}).get("sha256") != _digest(file.read_bytes())


def contradictions(loaded: Loaded, new: Incoming) -> Iterator[Problem]:
    """Every problem that the site would have with this file and has not without it."""
    known = set(_linking(loaded, loaded.content))
    others = tuple(file for file in loaded.content.results if file.path != new.path)
    content = replace(loaded.content, results=(*others, new.results))
    yield from (problem for problem in _linking(loaded, content) if problem not in known)


def _linking(loaded: Loaded, content: Content) -> tuple[Problem, ...]:
    return assemble(content, loaded.config)[1]


def _names(loaded: Loaded, new: Incoming) -> Iterator[str]:
    """Every name that the site does not know, with the nearest that it does."""
    kinds = {
        Kind.TEAM: (team for row in new.results.rows for team in (row.facts.home, row.facts.away)),
        Kind.COMPETITION: (row.facts.competition for row in new.results.rows),
    }
    for kind, names in kinds.items():
        shown, known = _known(loaded, kind)
        fresh = [name for name in dict.fromkeys(names) if folded(name) not in known]
        if not shown:
            yield from _all_new(kind, fresh)
            continue
        yield from (f"  {unknown(name, shown)}" for name in sorted(fresh))


def _all_new(kind: Kind, fresh: Iterable[str]) -> Iterator[str]:
    names = sorted(fresh)
    if names:
        yield f"  New {kind.value}: {', '.join(names)}."


def _known(loaded: Loaded, kind: Kind) -> tuple[list[str], set[str]]:
    """Names of a kind as shown, and every spelling of them."""
    shown = [thing.name for thing in loaded.site.of(model.THINGS_OF[kind]).values()]
    if kind is Kind.COMPETITION:
        return shown, {*vocabulary_of(loaded.site).competitions}
    declared = [name for file in loaded.site.of(model.FILES_OF[kind]).values() for name in (file.name, *other_names(file))]
    return shown, {folded(name) for name in (*shown, *declared)}
