"""How the command line shows problems and the ends of builds: on the right stream, coloured where it is a terminal.

A command imports it when it begins: ``--help`` must not wait for it, and later on
a watch may have too many open files to import anything.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

import click

from site_builder import reporting
from site_builder.problems import Problem

if TYPE_CHECKING:
    from site_builder.checks.missing import Missing
    from site_builder.serve.builds import Ended


def show(problems: Sequence[Problem]) -> None:
    """Warnings, beside what a command prints."""
    if problems:
        click.echo(reporting.as_text(problems, _style(sys.stderr)) + "\n", err=True)
        click.echo(f"{reporting.counted(problems)}.\n", err=True)


def show_as(form: str, problems: Sequence[Problem], state: str, missing: Sequence[Missing] | None = None) -> None:
    """Problems in one of the forms of ``--format``; as text with their number and the sentence on the state of things.

    ``missing`` is what the data does not hold, None where nobody asked.
    """
    if form == "json":
        click.echo(reporting.as_json(problems, missing))
        return
    if form == "github":
        click.echo(reporting.as_github(problems), nl=bool(problems))
        return
    if problems:
        click.echo(reporting.as_text(problems, _style(sys.stdout)) + "\n")
    if missing:
        from site_builder.checks.missing import as_text  # noqa: PLC0415 - who has it to show has imported it

        click.echo(as_text(missing) + "\n")
    click.echo(f"{reporting.counted(problems)}. {state}")


def tell(ended: Ended, *, is_first: bool) -> None:
    """One line for a build of the watch, and all that is wrong."""
    if ended.failure:
        click.echo(f"The build failed: {ended.failure}", err=True)
    elif ended.built is None:
        show_as("text", ended.problems, ended.state)
    else:
        show(ended.problems)
        whole = " ".join((f"{ended.built.summary}, in {ended.seconds:.2f} s.", *ended.built.notes))
        click.echo(whole if is_first else ended.built.rebuilt(ended.seconds))
    sys.stdout.flush()


def _style(stream: TextIO) -> reporting.Style:
    """Colour is for terminals, unless NO_COLOR is set to anything."""
    return reporting.Style(stream.isatty() and not os.environ.get("NO_COLOR"))
