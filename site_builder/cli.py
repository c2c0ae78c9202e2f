"""The command line: words to calls, results to sentences, and the exit status.

The only place that prints. Exit status: 0 done, 1 problems in the content,
2 wrong usage or configuration, 3 the build failed, 130 interrupted,
143 terminated.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, NoReturn

import click

from site_builder import __version__
from site_builder.cli_parts import (
    DONE,
    PROBLEMS,
    Commands,
    F,
    answering,
    site_option,
)
from site_builder.cli_writing import import_, new, schema

_FORGOTTEN = "What was remembered of the last build was of no use, and everything was looked at anew."


class _Commands(Commands):
    elsewhere: ClassVar[Mapping[str, str]] = {
        "init": "new site FOLDER",
        "serve": "watch",
        "server": "watch",
        "dev": "watch",
        "start": "watch",
    }


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="site-builder")
def commands() -> None:
    """Build a static site of football match pages from reports in markdown.

    Example: site-builder build --site my-fanzine
    """


for _command in (new, import_, schema):
    commands.add_command(_command)


def build_options(command: F) -> F:
    """The options of a build, shared by every command that builds."""
    options = (
        click.option("--output", type=click.Path(path_type=Path), help="Where the site goes.  [default: output/ of the site]"),
        click.option("--cache", type=click.Path(path_type=Path), help="Where time-savers are kept; can always be deleted."),
        click.option("--base-url", metavar="URL", help="The address of the site on the web, over that of site.toml."),
        click.option("--jobs", type=click.IntRange(1), help="How many processes work.  [default: one a processor]"),
        click.option("--strict", is_flag=True, help="Warnings are problems too."),
        click.option("--drafts", is_flag=True, help="Drafts are built too."),
        click.option("--verify", is_flag=True, help="Read every page of the output again instead of trusting size and time."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _executor(_context: click.Context, _option: click.Parameter, value: str | None) -> tuple[str, int] | None:
    """The address of a cluster, which takes an extra."""
    if value is None:
        return None
    from site_builder.cluster.client import address_of, is_installed  # noqa: PLC0415 - `--help` must not wait for the whole package

    try:
        address = address_of(value)
    except ValueError as error:
        raise click.BadParameter(f"`{value}` is not of the form dask://HOST:PORT.") from error
    if not is_installed():
        raise click.BadParameter("a cluster takes the extra [distributed]: pip install 'site-builder[distributed]'.")
    return address


@commands.command()
@site_option
@build_options
@click.option("--executor", metavar="dask://HOST:PORT", callback=_executor, help="A Dask cluster that makes the pages.")
def build(site: Path, *, strict: bool, **options: Any) -> NoReturn:  # noqa: ANN401 - click hands over what the options say
    """Build the site.

    Nothing is written while there are problems: the old site stays as it was.

    Example: site-builder build --base-url https://example.org
    """
    from site_builder.cli_showing import show  # noqa: PLC0415 - `--help` must not wait for the whole package
    from site_builder.looking import Look  # noqa: PLC0415 - as above
    from site_builder.outcome import Options  # noqa: PLC0415 - as above
    from site_builder.standstill import standing_still  # noqa: PLC0415 - as above
    from site_builder.workers import without_looking_for_cycles  # noqa: PLC0415 - as above

    began = time.monotonic()
    with answering(), without_looking_for_cycles():
        look = Look(Options(site=site, strict=strict, **options))
        with look.helped():
            built = standing_still(look)
            if built is None and look.head:
                look.begin_loading()
                from site_builder.revision import revised  # noqa: PLC0415 - where nothing was edited nobody needs to wait for it

                built = revised(look)
        if built is None:
            with look.reading_ahead():
                from site_builder.build import turn_site_out  # noqa: PLC0415 - nor for this after a small edit

                turned = turn_site_out(look.options, _bar, look)  # kept to the end of the process: see `process`
                built = turned.built
        show(built.problems)
        notes = (*built.notes, _FORGOTTEN) if look.is_harmed else built.notes
        click.echo(" ".join((f"{built.summary}, in {time.monotonic() - began:.2f} s.", *notes)))
    sys.exit(DONE)


@commands.command()
@site_option
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How problems are written.",
)
@click.option("--strict", is_flag=True, help="Warnings are problems too.")
@click.option("--drafts", is_flag=True, help="Drafts are checked too.")
@click.option("--jobs", type=click.IntRange(1), help="How many processes work.  [default: one a processor]")
@click.option("--missing", is_flag=True, help="Say as well what the data of each season does not hold.")
def check(site: Path, paths: tuple[Path, ...], form: str, *, missing: bool, **options: Any) -> NoReturn:  # noqa: ANN401 - as above
    """Check everything that a build checks, and prose against data, without writing.

    With PATHS, only problems in these files and folders are looked for and shown.

    Example: site-builder check content/matches/2021 --format github
    """
    from site_builder.build import inspect_site  # noqa: PLC0415 - as above
    from site_builder.cli_showing import show_as  # noqa: PLC0415 - as above
    from site_builder.folders import in_site  # noqa: PLC0415 - as above
    from site_builder.outcome import Options  # noqa: PLC0415 - as above

    wanted = {path: in_site(site, path) for path in paths}
    if elsewhere := [f"`{path}`" for path, own in wanted.items() if own is None]:
        raise click.BadParameter(f"{', '.join(elsewhere)} is no part of this site. Say with --site which one it belongs to.")
    with answering():
        checked = inspect_site(Options(site=site, **options), [own for own in wanted.values() if own], _bar, missing=missing)
    show_as(form, checked.problems, "Nothing was written.", checked.missing if missing else None)
    sys.exit(PROBLEMS if any(p.is_error for p in checked.problems) else DONE)


@commands.command()
@site_option
@build_options
@click.argument("page")
def why(site: Path, page: str, **options: Any) -> NoReturn:  # noqa: ANN401 - as above
    """Say why a page would be made again, and what it rests on.

    PAGE is a file of the output or an address of the site.

    Example: site-builder why teams/atalanta.html
    """
    from site_builder.explaining import NoSuchPage, explain  # noqa: PLC0415 - as above
    from site_builder.outcome import Options  # noqa: PLC0415 - as above
    from site_builder.reporting import explained  # noqa: PLC0415 - as above

    with answering():
        try:
            found = explain(Options(site=site, **options), page)
        except NoSuchPage as nothing:
            raise click.BadParameter(str(nothing)) from nothing
    click.echo(explained(found.path, found.kind, found.reasons, found.rests_on, found.templates, found.sources))
    sys.exit(DONE)


@commands.command()
@site_option
@build_options
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at; any other can be seen by others.")
@click.option("--port", type=click.IntRange(0, 65535), help="The port to serve at.  [default: 8000, or the next that is free]")
@click.option("--open", "opens", is_flag=True, help="Open the site in the browser, in a tab that follows edits.")
@click.option("--poll", is_flag=True, help="Look for changes every moment: for network drives and containers.")
def watch(site: Path, host: str, port: int | None, *, opens: bool, poll: bool, **options: Any) -> NoReturn:  # noqa: ANN401 - as above
    """Build the site, serve it, and build it again whenever a file is saved.

    Browsers show changes where one is reading, and problems over the last good page.

    Example: site-builder watch --site my-fanzine --open
    """
    import webbrowser  # noqa: PLC0415 - as above

    from site_builder.cli_showing import tell  # noqa: PLC0415 - as above
    from site_builder.outcome import Options  # noqa: PLC0415 - as above
    from site_builder.serve.session import open_session  # noqa: PLC0415 - as above

    def note(sentence: str) -> None:
        click.echo(sentence, err=True)

    with answering(), open_session(Options(site=site, **options), note, host=host, port=port, poll=poll) as session:
        click.echo(f"Serving the site at {session.url} (Ctrl-C ends it).")
        for number, ended in enumerate(session.builds()):
            tell(ended, is_first=number == 0)
            if opens and number == 0:
                webbrowser.open(session.url_to_follow)
    sys.exit(DONE)


def _bar(total: int) -> Any:  # noqa: ANN401 - click's bar, or nothing
    """A progress bar where a person looks on."""
    return click.progressbar(length=total, label="Making pages", file=sys.stderr, hidden=not sys.stderr.isatty())
