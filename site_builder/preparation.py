"""Everything before the first page is made: settings, theme, content, the site, the plan, and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from site_builder.changes import changes_since, material_of, theme_version, version_of
from site_builder.checks.likenesses import check_likenesses
from site_builder.checks.line_ups import check_line_ups
from site_builder.checks.links import check_links
from site_builder.checks.names import check_names
from site_builder.checks.rulings import check_rulings
from site_builder.checks.ties import check_shootouts
from site_builder.checks.translations import check_translations
from site_builder.config import Config
from site_builder.content.reading import Reading
from site_builder.content.sources import locate
from site_builder.folders import Folders, default_theme_folder
from site_builder.football.rulebooks import rule_books
from site_builder.image_preparation import drawable, prepare_pictures
from site_builder.incremental.memo import Memo
from site_builder.language.catalogues import load_words
from site_builder.last_build import Known
from site_builder.looking import Look
from site_builder.outcome import Options, WrongSettings
from site_builder.pages.plan import page_plan
from site_builder.prepared import Prepared, settings_of, stop_at
from site_builder.problems import Problem
from site_builder.rendering.closure import check_theme
from site_builder.rendering.template_faults import TemplateFault
from site_builder.rendering.templates import Theme, load_theme
from site_builder.rendering.theme_assets import Asset, assets
from site_builder.site import model
from site_builder.site.assemble import assemble
from site_builder.site.matches import NO_SEASON
from site_builder.site.model import Site
from site_builder.site.pieces import NO_MATCH
from site_builder.site.tellings import CONTRADICTION
from site_builder.workers import default_jobs

WITHOUT_BASE_URL = "Without `base_url` in site.toml there are no feeds, no sitemap and no canonical links."

_FOLLOWS = {NO_MATCH: ("content/",), NO_SEASON: ("content/competitions/",), CONTRADICTION: ("content/people/", "content/venues/")}
"""What may be wrong for no other reason than that a file in one of these folders could not be read."""


def prepare(options: Options, look: Look | None = None, *, is_build: bool = True, wanted: Sequence[Path] = ()) -> Prepared:
    """A site ready for its pages to be made; a check makes no cache where there is none.

    A check looks at prose as well, of the reports in the ``wanted`` files and folders if any are named.
    Raises `WrongSettings` and `ProblemsInContent`.
    """
    look = look or Look(options)
    if is_build:
        look.begin()  # before anything is read: what changes meanwhile is an edit for the next build
    folders = look.folders
    cache = folders.cache if is_build or folders.cache.is_dir() else None
    with closing(look.reading or Reading(folders.site, options.jobs or default_jobs(), cache)) as being_read:
        config, drawing = drawable(_settings(folders, options, being_read))
        words, translating = load_words(config.language, folders.locales)
        themed = theme_version(folders)  # before anybody loads it: edited since then, it is another one for the next build
        files, theming = _assets(load_theme(folders.templates, default_theme_folder(), None))
        rule_books()  # known from here on, while others read: linking the site asks for them
        content, reading = being_read.content()
    site, linking = assemble(content, config)
    gallery = prepare_pictures(folders.site, site, content.statics)
    site = gallery.hung_in(site)
    plan, planning = page_plan(site, content.statics, [asset.path for asset in files], gallery.works)
    inputs = {**site.inputs, **plan.inputs, model.WORDS: {"": words}}
    # Where files could not be read, everything that names their things would be wrong as well.
    unread = {p.place.path for p in reading if p.is_error}
    linking = tuple(p for p in linking if not any(path.startswith(_FOLLOWS.get(p.code, ())) for path in unread))
    checking = () if unread else _checks(site, Memo(inputs))
    if not is_build and not any(p.is_error for p in (*reading, *linking)):
        from site_builder.prose_checking import check_prose  # noqa: PLC0415 - what reads prose takes a fifth of loading the program

        checking += tuple(check_prose(folders.site, site, inputs, wanted, options.jobs or default_jobs(), cache))
    problems = (*translating, *theming, *reading, *linking, *gallery.problems, *planning, *checking)
    warnings = stop_at(problems, folders, options)
    version = version_of(config, words)
    material = material_of(folders, version, inputs)
    known = Known(
        files={},
        around="",
        version=version,
        tool=material.tool,
        theme=themed,
        sources=content.digests,
        warnings=warnings,
        notes=(*(() if config.base_url else (WITHOUT_BASE_URL,)), *drawing, *gallery.notes),
        matches=len(site.of(model.MATCHES)),
        pages=len(plan.pages),
        others=(
            *(static.path.removeprefix("content/") for static in plan.statics),
            *(asset.path for asset in files),
            *(variant.path for work in gallery.works for variant in work.variants),
        ),
    )
    last, digests = look.whole_last if is_build else None, content.bytes_read
    changes = changes_since(last, known, inputs, lambda known: _looked_again(look, known, digests) if is_build else known)
    return Prepared(folders, plan.made, plan.statics, files, material, warnings, changes, gallery.works, known.notes)


def _looked_again(look: Look, known: Known, digests: Mapping[str, str]) -> Known:
    """What is known, with the files as they stood before and after they were read."""
    sources = look.unmoved(digests)
    if sources.files is None:
        return known
    return msgspec.structs.replace(known, files=sources.files, around=sources.around)


def _checks(site: Site, read: Memo) -> tuple[Problem, ...]:
    return (
        *check_links(site, read),
        *check_names(site),
        *check_likenesses(site),
        *check_line_ups(site),
        *check_shootouts(site, read),
        *check_translations(site),
        *check_rulings(site, read),
    )


def _assets(theme: Theme) -> tuple[tuple[Asset, ...], tuple[Problem, ...]]:
    """The theme's style sheet and other files, and everything wrong with its templates."""
    problems = check_theme(theme)
    try:
        return assets(theme), problems
    except TemplateFault as fault:
        return (), (*problems, fault.problem)


def _settings(folders: Folders, options: Options, being_read: Reading) -> Config:
    """The settings. Where they are wrong, what is wrong in the files by themselves is told with them."""
    try:
        return settings_of(folders, options)
    except WrongSettings as wrong:
        if not folders.content.is_dir():
            raise
        _, reading = being_read.content(is_kept=folders.cache.is_dir())
        raise WrongSettings((*wrong.problems, *locate(folders.site, reading)), wrong.state) from wrong
