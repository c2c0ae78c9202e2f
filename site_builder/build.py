"""The spine: from a folder of reports to a site.

Reads like the way of the data; the local names are the stages. Everything that
is due is made before anything is published, and problems end a build before its
first write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from itertools import chain
from pathlib import Path
from typing import Protocol

from msgspec.structs import replace

from site_builder.checks.missing import Missing, missing_data
from site_builder.content.rereading import Forgotten
from site_builder.ending import Turned, built_of, sentences
from site_builder.folders import folders_of
from site_builder.image_production import Darkroom, make_pictures
from site_builder.images.cache import PictureCache
from site_builder.images.model import Work
from site_builder.incremental.fingerprint import fingerprint
from site_builder.incremental.memo import Memo
from site_builder.looking import Look
from site_builder.outcome import Built, Checked, Options, ProblemsInContent, WrongSettings
from site_builder.output.folder import open_output
from site_builder.output.ledger import Row
from site_builder.output.publish import publish
from site_builder.output.staging import open_staging
from site_builder.output.survey import is_current, remarks, survey
from site_builder.pages.keys import PageKey
from site_builder.preparation import prepare
from site_builder.prepared import Prepared, stop_at
from site_builder.problems import Problem, in_order
from site_builder.production import Made, Material, Standing, make_pages
from site_builder.rendering.template_faults import gathered
from site_builder.resumption import resume, stands, with_all_pages
from site_builder.revision import revise
from site_builder.site import model
from site_builder.turnout import due_pages, remember
from site_builder.workers import default_jobs, without_looking_for_cycles


class Progress(Protocol):
    """A bar that pages move."""

    def update(self, n_steps: int) -> object:
        """That many more pages are made."""


Bar = Callable[[int], AbstractContextManager[Progress]]
Maker = Callable[[Material, Sequence[PageKey], int], Iterator[Made]]
"""Makes pages, as `production.make_pages` does."""


def build_site(options: Options, bar: Bar, look: Look | None = None) -> Built:
    """Build a site and publish it.

    Raises `ProblemsInContent`, `WrongSettings` and `BuildFailed`: all before
    the first page is replaced, but for a disk that fails while pages are.
    """
    return turn_site_out(options, bar, look or Look(options)).built


@without_looking_for_cycles()
def turn_site_out(options: Options, bar: Bar, look: Look) -> Turned:
    """The same, with all that was made of the site: who is about to end need not wait until its memory is given back."""
    maker = _maker(options)
    with sentences(look.folders):
        return turn_anything_out(look, options, bar, maker)


def turn_anything_out(look: Look, options: Options, bar: Bar, maker: Maker = make_pages) -> Turned:
    """A build that goes on from the last one as far as it can. Raises what `build_site` does."""
    with suppress(Forgotten):
        resumed = resume(look, is_whole=True)
        if resumed:
            return revise(resumed, options) or turn_out(with_all_pages(resumed), options, bar, maker)
    return turn_out(prepare(options, look), options, bar, maker)


def _maker(options: Options) -> Maker:
    """Who makes the pages: processes of this machine, or a cluster that is there at least. Raises `BuildFailed`."""
    if options.executor is None:
        return make_pages
    from site_builder.cluster.client import Cluster  # noqa: PLC0415 - on the far side of an extra

    cluster = Cluster(*options.executor)
    with sentences(folders_of(options.site, options.output, options.cache)):
        cluster.look()
    return cluster.make_pages


def turn_out(prepared: Prepared, options: Options, bar: Bar, maker: Maker = make_pages) -> Turned:
    """Make what is due of a prepared site, and publish it. Raises what `build_site` does."""
    folders = prepared.folders
    with sentences(folders), open_output(folders.output, folders.site) as folder, open_staging(folder) as staging:
        ledger = folder.ledger()
        found = survey(folder, ledger, verify=options.verify)
        if prepared.changes.is_resumed and not stands(prepared.changes.known, found.intact):
            prepared = prepare(options)
        output = Standing(ledger, found, staging)
        due = due_pages(prepared, output)
        prepared = replace(prepared, material=replace(prepared.material, standing=output))
        made = _make(prepared, due.keys, options, bar, maker)
        stop_at(made.problems, folders, options)
        copied = _copy_files(prepared, output)
        planned = {*due.kept, *made.kept, *copied.kept, *(row.path for row in (*made.staged, *copied.staged))}
        published = publish(folder, ledger, staging, (*made.staged, *copied.staged), planned, verify=options.verify)
        warnings = (
            *prepared.warnings,
            *remarks(folder, ledger.damage, (path for path in found.strangers if path not in planned)),
            *published.problems,
        )
        standing = published.ledger.print if planned == published.ledger.rows.keys() else ""
        last = remember(prepared, (*due.traces, *made.traces), standing)
    return Turned(built_of(prepared, published, warnings), prepared, last, published.ledger)


def check_site(options: Options, paths: Sequence[Path], bar: Bar) -> tuple[Problem, ...]:
    """Every problem that a build would find, and prose against data, without writing; of these files only, if any are named.

    Raises `WrongSettings`.
    """
    return inspect_site(options, paths, bar).problems


def inspect_site(options: Options, paths: Sequence[Path], bar: Bar, *, missing: bool = False) -> Checked:
    """A check, and on request what is missing from the data of the seasons; that takes a site without errors.

    Raises `WrongSettings`.
    """
    wanted = [path.absolute() for path in paths]
    gaps: tuple[Missing, ...] = ()
    try:
        with sentences(folders_of(options.site)):
            prepared = prepare(options, is_build=False, wanted=wanted)
            looked_at = _belonging(prepared, wanted)
            made = _make(looked_at, looked_at.keys, options, bar)
        problems = in_order((*prepared.warnings, *made.problems))
        gaps = _missing(prepared, wanted) if missing else ()
    except WrongSettings:
        raise
    except ProblemsInContent as found:
        problems = found.problems
    site = options.site.absolute()
    return Checked(tuple(p for p in problems if not wanted or any((site / p.place.path).is_relative_to(w) for w in wanted)), gaps)


def _missing(prepared: Prepared, wanted: Sequence[Path]) -> tuple[Missing, ...]:
    """What is missing from the seasons of the matches that these sources tell, or from all."""
    inputs, folder = prepared.material.inputs, prepared.folders.site.absolute()
    places = inputs[model.PLACES].items()
    told = {id_ for id_, place in places if any((folder / place.path).is_relative_to(one) for one in wanted)}
    return missing_data(inputs[model.MATCHES_OF_EDITION], Memo(inputs), told if wanted else None)


def _belonging(prepared: Prepared, wanted: Sequence[Path]) -> Prepared:
    """The site with the pages of these sources alone; all of it where something else than a source is named, or nothing."""
    site = prepared.folders.site.absolute()
    if not wanted or not all(path.is_relative_to(site / "content") for path in wanted):
        return prepared
    addresses = prepared.material.inputs[model.ADDRESSES].items()
    own = {address for path, address in addresses if any((site / path).is_relative_to(one) for one in wanted)}
    return replace(prepared, keys=tuple(key for key in prepared.keys if key.address in own), pictures=())


def _make(prepared: Prepared, keys: Sequence[PageKey], options: Options, bar: Bar, maker: Maker = make_pages) -> Made:
    """All pages and documents of the plan, and the pictures on them."""
    staged: list[Row] = []
    kept: list[str] = []
    problems: list[Problem] = []
    traces: list[bytes] = []
    works = () if prepared.changes.is_resumed else prepared.pictures
    jobs = options.jobs or default_jobs()
    with bar(len(keys) + sum(len(work.variants) for work in works)) as progress:
        # Pictures first: a process should not fork once a cluster's threads have run in it.
        for made in chain(_pictures(prepared, works, jobs), _pages(prepared, keys, jobs, maker)):
            staged += made.staged
            kept += made.kept
            problems += made.problems
            traces += made.traces
            progress.update(len(made.staged) + len(made.kept) + len(made.problems))
    return Made(tuple(staged), tuple(kept), gathered(problems), tuple(traces))


def _pages(prepared: Prepared, keys: Sequence[PageKey], jobs: int, maker: Maker) -> Iterator[Made]:
    """All pages and documents."""
    if prepared.material.standing:
        # Found out before workers are forked: whoever touches values that they share copies them. A check needs none of it.
        _ = prepared.changes.known
    yield from maker(prepared.material, keys, jobs)


def _pictures(prepared: Prepared, works: Sequence[Work], jobs: int) -> Iterator[Made]:
    """What is made of pictures; a resumed build leaves them, and their cache, as they are."""
    if prepared.changes.is_resumed:
        return iter(())
    room = Darkroom(prepared.folders.site, PictureCache(prepared.folders.cache), prepared.material.standing)
    return make_pictures(room, works, jobs)


def _copy_files(prepared: Prepared, standing: Standing) -> Made:
    """Static files and the theme's assets, those that are not there already."""
    staged: list[Row] = []
    kept: list[str] = []
    if prepared.changes.is_resumed:
        return Made(kept=prepared.changes.known.others)
    for source in prepared.statics:
        path = source.path.removeprefix("content/")
        key = fingerprint("file", source.digest)
        if is_current(path, key, standing.ledger, standing.found):
            kept.append(path)
        else:
            staged.append(standing.staging.stage_file(path, key, prepared.folders.site / source.path))
    for asset in prepared.assets:
        key = fingerprint("asset", asset.data)
        if is_current(asset.path, key, standing.ledger, standing.found):
            kept.append(asset.path)
        else:
            staged.append(standing.staging.stage(asset.path, key, asset.data, standing.row(asset.path)))
    return Made(tuple(staged), tuple(kept))
