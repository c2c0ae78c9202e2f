"""What every command has in common: its exit status, the option of the site, what is said where it fails."""

from __future__ import annotations

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
    from site_builder.cli_showing import show_as  # noqa: PLC0415 - `--help` must not wait for the whole package
    from site_builder.outcome import BuildFailed, ProblemsInContent, WrongSettings  # noqa: PLC0415 - as above

    try:
        yield
    except ProblemsInContent as found:
        show_as("text", found.problems, found.state)
        sys.exit(MISUSE if isinstance(found, WrongSettings) else PROBLEMS)
    except BuildFailed as failure:
        click.echo(f"The build failed: {failure}", err=True)
        sys.exit(FAILED)
