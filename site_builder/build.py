"""The spine: from a folder of reports to a site.

Reads like the way of the data; the local names are the stages. Everything that
is due is made before anything is published, and problems end a build before its
first write.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from site_builder.folders import Folders
from site_builder.incremental.fingerprint import fingerprint
from site_builder.outcome import BuildFailed, Built, Options, ProblemsInContent, WrongSettings
from site_builder.output.faults import OutputFailed, OutputRefused
from site_builder.output.folder import open_output
from site_builder.output.ledger import Row
from site_builder.output.publish import publish
from site_builder.output.staging import open_staging
from site_builder.output.survey import is_current, remarks, survey
from site_builder.preparation import Prepared, prepare, state, stop_at
from site_builder.problems import Problem, in_order
from site_builder.production import Made, Material, Standing, make_pages
from site_builder.site import model
from site_builder.workers import WorkerDied, default_jobs


class Progress(Protocol):
    """A bar that pages move."""

    def update(self, n_steps: int) -> object:
        """That many more pages are made."""


Bar = Callable[[int], AbstractContextManager[Progress]]


def build_site(options: Options, bar: Bar) -> Built:
    """Build a site and publish it.

    Raises `ProblemsInContent`, `WrongSettings` and `BuildFailed`: all before
    the first page is replaced, but for a disk that fails while pages are.
    """
    prepared = prepare(options)
    folders = prepared.folders
    try:
        with open_output(folders.output, folders.site) as folder, open_staging(folder) as staging:
            ledger = folder.ledger()
            standing = Standing(ledger, survey(folder, ledger, verify=options.verify), staging)
            made = _make(replace(prepared.material, standing=standing), prepared, options, bar)
            stop_at(made.problems, folders, options)
            copied = _copy_files(prepared, standing)
            planned = {*made.kept, *copied.kept, *(row.path for row in (*made.staged, *copied.staged))}
            published = publish(folder, ledger, staging, (*made.staged, *copied.staged), planned, verify=options.verify)
            warnings = (*prepared.warnings, *remarks(folder, ledger, standing.found, planned), *published.problems)
    except OutputRefused as refused:
        raise WrongSettings(refused.problems, state(folders)) from refused
    except OutputFailed as failed:
        raise BuildFailed(_failure(failed, folders)) from failed
    except WorkerDied as died:
        raise BuildFailed(f"{died}. {state(folders)}") from died
    matches = len(prepared.site.of(model.MATCHES))
    written, removed = len(published.written), len(published.removed)
    changed = (*published.written, *published.removed)
    return Built(matches, len(prepared.plan.pages), written, len(planned) - written, removed, in_order(warnings), changed)


def check_site(options: Options, paths: Sequence[Path], bar: Bar) -> tuple[Problem, ...]:
    """Every problem that a build would find, without writing; of these files and folders only, if any are named.

    Raises `WrongSettings`.
    """
    try:
        prepared = prepare(options, is_build=False)
        made = _make(prepared.material, prepared, options, bar)
        problems = in_order((*prepared.warnings, *made.problems))
    except WrongSettings:
        raise
    except ProblemsInContent as found:
        problems = found.problems
    wanted = [path.absolute() for path in paths]
    site = options.site.absolute()
    return tuple(p for p in problems if not wanted or any((site / p.place.path).is_relative_to(w) for w in wanted))


def _make(material: Material, prepared: Prepared, options: Options, bar: Bar) -> Made:
    """All pages and documents of the plan."""
    staged: list[Row] = []
    kept: list[str] = []
    problems: list[Problem] = []
    keys = prepared.plan.made
    with bar(len(keys)) as progress:
        for made in make_pages(material, keys, options.jobs or default_jobs()):
            staged += made.staged
            kept += made.kept
            problems += made.problems
            progress.update(len(made.staged) + len(made.kept) + len(made.problems))
    return Made(tuple(staged), tuple(kept), tuple(problems))


def _copy_files(prepared: Prepared, standing: Standing) -> Made:
    """Static files and the theme's assets, those that are not there already."""
    staged: list[Row] = []
    kept: list[str] = []
    for source in prepared.plan.statics:
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


def _failure(failed: OutputFailed, folders: Folders) -> str:
    """What failed, and what became of the output."""
    after = "Some pages may be new already; the next build mends the rest." if failed.is_touched else state(folders)
    return f"{failed.message}. {after}"
