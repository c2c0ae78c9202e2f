"""What a verdict finds: a contradiction between a mark in the prose and the data."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.checks.prose.marks import Mark


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction: ``code`` is permanent, ``mark`` is where it stands, ``message`` and ``fix`` are as in a `Problem`."""

    code: str
    mark: Mark
    message: str
    fix: str
