"""The commands that help to write: `new`, `import`, `schema`. Words to calls; they print, and give the exit status."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar, NoReturn

import click

from site_builder.cli_parts import DONE, FAILED, PROBLEMS, Commands, F, answering, site_option

KINDS = ("match", "article", "page", "team", "competition", "person", "venue")


class _Day(click.ParamType):  # type: ignore[type-arg]  # generic only in its newest version
    """A day as people write one; where the order of its numbers could be another, the year has to come first."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - as the library has it
        """The day. Raises `click.BadParameter` with the day that was likely meant."""
        try:
            return date.fromisoformat(value)
        except ValueError:
            parts = _DAY_FIRST.fullmatch(value)
        day = f"{parts[3]}-{int(parts[2]):02}-{int(parts[1]):02}" if parts and int(parts[2]) <= 12 else "2021-05-19"
        raise click.BadParameter(f"{value!r} is not a day; write the year first, as in {day}.", ctx, param)


_DAY_FIRST = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")


def date_option(explained: str) -> Callable[[F], F]:
    """The option of a day."""
    return click.option("--date", "day", type=_Day(), metavar="YYYY-MM-DD", help=explained)


class _New(Commands):
    elsewhere: ClassVar[Mapping[str, str]] = {"report": "new match", "game": "new match", "post": "new article"}


@click.group(cls=_New)
def new() -> None:
    """Start a site, a match report or an article. No file is ever overwritten.

    Example: site-builder new match "Atalanta v Napoli"
    """


@new.command("site")
@click.argument("folder", type=click.Path(path_type=Path))
def new_site(folder: Path) -> NoReturn:
    """Start a site in a folder of its own: settings, a report, a page. It builds at once.

    Example: site-builder new site my-fanzine
    """
    from site_builder.authoring.new_site import new_site as write  # noqa: PLC0415 - `--help` must not wait for the whole package

    with _writing():
        outcome = write(folder)
    _end(outcome, DONE if not outcome.is_problem else click.UsageError.exit_code)


@new.command("match")
@site_option
@click.argument("teams", metavar='"HOME v AWAY"', nargs=-1, required=True)
@date_option("The day of the match, where the site knows several or none.")
@click.option("--competition", default="", help="The competition, where the site knows several matches or none.")
def new_match(site: Path, teams: tuple[str, ...], day: date | None, competition: str) -> NoReturn:
    """Start a match report, with all that the site knows of the match.

    Date, round, ground and managers are filled in from fixtures and earlier
    matches; the last line-ups stand in it as comments.

    Example: site-builder new match "Atalanta v Napoli" --date 2021-02-10
    """
    from site_builder.authoring.new_report import NotAFixture, new_report  # noqa: PLC0415 - as above

    with answering(), _writing():
        try:
            outcome = new_report(site, " ".join(teams), day, competition)
        except NotAFixture as unclear:
            raise click.UsageError(str(unclear)) from unclear
    _end(outcome)


@new.command("article")
@site_option
@click.argument("title", nargs=-1, required=True)
@date_option("The day of the article.  [default: today]")
def new_article(site: Path, title: tuple[str, ...], day: date | None) -> NoReturn:
    """Start an article.

    Example: site-builder new article "A man in the box"
    """
    from site_builder.authoring.new_article import new_article as write  # noqa: PLC0415 - as above

    with answering(), _writing():
        outcome = write(site, " ".join(title), day or datetime.now().astimezone().date())
    _end(outcome)


@click.command("import")
@site_option
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@date_option("The day on which articles were published: it explains `last night` and `on Saturday`.")
def import_(site: Path, files: tuple[Path, ...], day: date | None) -> NoReturn:
    """Bring in results or articles.

    Football.TXT, football.json and CSV go to content/results/. A plain-text
    article becomes the draft of a report: what it says of the match stands in
    the front matter, each value with its sentence. Doing it twice changes nothing.

    Example: site-builder import season.txt report.txt --date 2021-02-11
    """
    from site_builder.authoring.importing import import_file  # noqa: PLC0415 - as above

    failed = False
    for file in files:
        with answering(), _writing():
            outcome = import_file(site, file, day)
        _tell(outcome)
        failed = failed or outcome.is_problem
    sys.exit(PROBLEMS if failed else DONE)


@click.command()
@site_option
@click.argument("kind", required=False, type=click.Choice(KINDS))
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="A folder to write into, a file for each kind.")
def schema(site: Path, kind: str | None, output: Path | None) -> NoReturn:
    """Print the JSON Schema of the front matter, for editors.

    Of one KIND, or of all; the site's own names are in it as examples.

    Example: site-builder schema match
    """
    from site_builder.authoring.editor_schema import site_of, text_of, write_schemas  # noqa: PLC0415 - as above

    kinds = (kind,) if kind else KINDS
    known = site_of(site)
    if output is None:
        click.echo(text_of(kinds, known), nl=False)
        sys.exit(DONE)
    with _writing():
        for path in write_schemas(output, kinds, known):
            click.echo(f"Wrote {path}.")
    sys.exit(DONE)


class _writing:  # noqa: N801 - reads as a verb where it is used
    """Turns what the disk or rights refuse into a sentence and the exit status."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Say what failed, and end there."""
        if isinstance(error, OSError):
            click.echo(f"Not written: {error.filename or 'a file'}: {error.strerror or error}", err=True)
            sys.exit(FAILED)


def _tell(outcome: Any) -> None:  # noqa: ANN401 - an outcome; its type would be imported for nothing else
    """The lines of an outcome, problems first."""
    from site_builder.cli_showing import show_as  # noqa: PLC0415 - `--help` must not wait for the whole package

    if outcome.problems:
        show_as("text", outcome.problems, "Nothing was written." if outcome.is_problem else "The file was written all the same.")
    for line in outcome.lines:
        click.echo(line)


def _end(outcome: Any, code: int | None = None) -> NoReturn:  # noqa: ANN401 - as above
    _tell(outcome)
    sys.exit((PROBLEMS if outcome.is_problem else DONE) if code is None else code)
