"""What every command has in common: its exit status, the option of the site, how problems and failures are shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

DONE, PROBLEMS, MISUSE, FAILED, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143
F = TypeVar("F", bound=Callable[..., Any])


def site_option(command: F) -> F:
    """The option that every command has."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    option = click.option("--site", type=folder, default=".", show_default="here", help="The folder of the site.")
    return option(command)


@contextmanager
def answering() -> Iterator[None]:
    """Turns what stops a build into sentences and the exit status."""
    from site_builder.outcome import BuildFailed, ProblemsInContent, WrongSettings  # noqa: PLC0415 - `--help` must not wait for the whole package

    try:
        yield
    except ProblemsInContent as found:
        show_as("text", found.problems, found.state)
        sys.exit(MISUSE if isinstance(found, WrongSettings) else PROBLEMS)
    except BuildFailed as failure:
        click.echo(f"The build failed: {failure}", err=True)
        sys.exit(FAILED)


def show(problems: tuple[Any, ...]) -> None:
    """Warnings, beside what a command prints."""
    from site_builder.reporting import Style, as_text, counted  # noqa: PLC0415 - as above

    if problems:
        click.echo(as_text(problems, Style(has_colour(sys.stderr))) + "\n", err=True)
        click.echo(f"{counted(problems)}.\n", err=True)


def show_as(form: str, problems: tuple[Any, ...], state: str, missing: tuple[Any, ...] | None = None) -> None:
    """Problems in one of the forms of ``--format``; as text with their number and the sentence on the state of things.

    ``missing`` is what the data does not hold, None where nobody asked.
    """
    from site_builder import reporting  # noqa: PLC0415 - as above

    if form == "json":
        click.echo(reporting.as_json(problems, missing))
        return
    if form == "github":
        click.echo(reporting.as_github(problems), nl=bool(problems))
        return
    if problems:
        click.echo(reporting.as_text(problems, reporting.Style(has_colour(sys.stdout))) + "\n")
    if missing:
        from site_builder.checks.missing import as_text  # noqa: PLC0415 - as above

        click.echo(as_text(missing) + "\n")
    click.echo(f"{reporting.counted(problems)}. {state}")


def has_colour(stream: Any) -> bool:  # noqa: ANN401 - a text stream
    """Colour is for terminals, unless NO_COLOR is set to anything."""
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR")
