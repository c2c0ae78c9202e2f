"""What several tests of this room start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import TestSite, report
from cached_reading import TEAM, Reader, counting
from site_builder.content import reading, results


@pytest.fixture
def reader(site: TestSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    site.write(
        {
            "content/matches/a.md": report("Atalanta", "Napoli", "3-1", text="Zapata **scored**, see [[Napoli]]."),
            # One goal of three is told: a warning.
            "content/matches/b.md": report("Lazio", "Atalanta", "0-3", goals='{away: "Zapata 3\'"}'),
            "content/matches/c.md": report("Lazio", "Napoli", "2-2", date="2021-02-12", text="Both sat deep."),
            "content/teams/atalanta.md": TEAM,
        }
    )
    made = Reader(site.folder, tmp_path / "cache")
    for module, name in ((reading, "read_document"), (results, "read_results")):
        monkeypatch.setattr(module, name, counting(getattr(module, name), made.parsed))
    return made
