"""Everything before the first page is made: settings, theme, content, the site, the plan, and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib.metadata import version

from site_builder import __version__
from site_builder.checks.links import check_links
from site_builder.checks.names import check_names
from site_builder.checks.rulings import check_rulings
from site_builder.checks.ties import check_shootouts
from site_builder.config import Config, parse_config
from site_builder.content.reading import read_content
from site_builder.content.sources import locate
from site_builder.folders import Folders, folders_of, read_config
from site_builder.incremental.fingerprint import fingerprint
from site_builder.incremental.memo import Memo
from site_builder.outcome import Options, ProblemsInContent, WrongSettings
from site_builder.pages.links import site_meta
from site_builder.pages.plan import Plan, page_plan
from site_builder.problems import Problem, in_order
from site_builder.production import Material
from site_builder.rendering.closure import check_theme
from site_builder.rendering.template_faults import TemplateFault
from site_builder.rendering.templates import Theme, default_theme_folder, load_theme
from site_builder.rendering.theme_assets import Asset, assets
from site_builder.site import model
from site_builder.site.assemble import assemble
from site_builder.site.model import Site
from site_builder.workers import default_jobs

# Packages whose version shows in the pages: a newer one may write other bytes.
_SHOWING = ("babel", "jinja2", "markdown", "markupsafe", "nh3")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A site that is linked and planned, with what its pages are made of."""

    folders: Folders
    site: Site
    plan: Plan
    assets: tuple[Asset, ...]
    material: Material
    warnings: tuple[Problem, ...]


def prepare(options: Options, *, is_build: bool = True) -> Prepared:
    """A site ready for its pages to be made; a check makes no cache where there is none.

    Raises `WrongSettings` and `ProblemsInContent`.
    """
    folders = folders_of(options.site, options.output, options.cache)
    config = _config(folders, options)
    theme = load_theme(folders.templates, default_theme_folder(), None)
    files, theming = _assets(theme)
    cache = folders.cache if is_build or folders.cache.is_dir() else None
    content, reading = read_content(folders.site, options.jobs or default_jobs(), cache)
    site, linking = assemble(content, config)
    plan, planning = page_plan(site, content.statics, [asset.path for asset in files])
    inputs = {**site.inputs, model.PAGES: plan.addresses}
    # Where files could not be read, everything that names their things would be wrong as well.
    checking = () if any(p.is_error for p in reading) else _checks(site, Memo(inputs))
    problems = (*theming, *reading, *linking, *planning, *checking)
    warnings = stop_at(problems, folders, options)
    shared = site_meta(Memo(inputs))
    tool = fingerprint(__version__, *map(version, _SHOWING), config, shared)
    material = Material(inputs, shared, tool, folders.templates, default_theme_folder(), None, None)
    return Prepared(folders, site, plan, files, material, warnings)


def _checks(site: Site, read: Memo) -> tuple[Problem, ...]:
    return (*check_links(site, read), *check_names(site), *check_shootouts(site, read), *check_rulings(site, read))


def _assets(theme: Theme) -> tuple[tuple[Asset, ...], tuple[Problem, ...]]:
    """The theme's style sheet and other files, and everything wrong with its templates."""
    problems = check_theme(theme)
    try:
        return assets(theme), problems
    except TemplateFault as fault:
        return (), (*problems, fault.problem)


def _config(folders: Folders, options: Options) -> Config:
    config, problems = read_config(folders)
    if options.base_url is not None:
        given, wrong = parse_config(f'base_url = "{options.base_url}"')
        config = replace(config, base_url=given.base_url)
        problems = (*problems, *(replace(p, place=replace(p.place, path="--base-url", line=0, column=0)) for p in wrong))
    if problems:
        raise WrongSettings(locate(folders.site, problems), state(folders))
    return replace(config, drafts=options.drafts)


def stop_at(problems: Iterable[Problem], folders: Folders, options: Options) -> tuple[Problem, ...]:
    """Warnings, with their places looked up; any error, or with ``strict`` any warning, ends the build here."""
    found = in_order(locate(folders.site, [p.strict() if options.strict else p for p in problems]))
    if any(p.is_error for p in found):
        raise ProblemsInContent(found, state(folders))
    return found


def state(folders: Folders) -> str:
    """The sentence on what became of the output."""
    if not folders.output.exists():
        return "Nothing was written."
    inside = folders.output.is_relative_to(folders.site)
    shown = folders.output.relative_to(folders.site) if inside else folders.output
    return f"Nothing was written; {shown}/ is as before."
