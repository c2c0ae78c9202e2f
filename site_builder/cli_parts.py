"""What every command has in common: its exit status, the option of the site, what is said where it fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import click

DONE, PROBLEMS, MISUSE, FAILED, INTERRUPTED, TERMINATED = 0, 1, 2, 3, 130, 143
F = TypeVar("F", bound=Callable[..., Any])


def site_option(command: F) -> F:
    """The option that every command has."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    option = click.option("--site", type=folder, default=".", show_default="here", help="The folder of the site.")
    return option(command)


class Commands(click.Group):
    """Commands that know what others call the same, and say so: who comes from another generator types its words first."""

    elsewhere: ClassVar[Mapping[str, str]] = {}

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; a word of another generator raises `click.UsageError` with the command that does it here."""
        if args and args[0] not in self.commands and (here := self.elsewhere.get(args[0])):
            message = f"No such command {args[0]!r}. Here it is `site-builder {here}`."
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)


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
