"""What a verdict finds: a contradiction between a mark in the prose and the data."""

from __future__ import annotations

from msgspec import Struct

from site_builder.checks.prose.marks import Mark


class Finding(Struct, frozen=True):
    """A contradiction: ``code`` is permanent, ``mark`` is where it stands, ``message`` and ``fix`` are as in a `Problem`."""

    code: str
    mark: Mark
    message: str
    fix: str
