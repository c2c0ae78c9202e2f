"""A site that is to become another one, for tests of whatever may come between: attempts, and what has to hold after each."""

from __future__ import annotations

import shutil
from pathlib import Path

from builders import TestSite, report
from photographs import photo
from site_builder.outcome import BuildFailed

MINE = {"CNAME": b"example.org", "notes/mine.txt": b"years of work"}
"""What the owner put into the output."""
EDITED = "content/matches/a.md"


def old(folder: Path) -> TestSite:
    """A site as it stands, with what its owner put there, and the edits that are not built yet."""
    site = TestSite(folder)
    site.write(
        {
            EDITED: report(),
            "content/matches/b.md": report("Lazio", "Napoli", date="2021-02-11", photos="[{src: p.jpg, alt: A goal}]"),
            "content/matches/c.md": report("Lazio", "Atalanta", date="2021-02-12"),
            "content/matches/p.jpg": photo(120, 80),
            "content/static/robots.md.txt": "x",
        }
    ).build()
    for path, data in MINE.items():
        (site.output / path).parent.mkdir(exist_ok=True)
        (site.output / path).write_bytes(data)
    site.write({EDITED: report(score="0-4"), "content/matches/d.md": report("Juventus", "Napoli", date="2021-02-13")})
    return site.remove("content/matches/c.md")


class Room:
    """The old site, what the new one has to be, and folders for attempts; copied, not built, for each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.first = old(folder / "first")
        self.before = self.first.tree()
        clean = TestSite(folder / "clean")
        self.first.build(output=clean.output, cache=folder / "no-cache")
        self.after = {**clean.tree(), **MINE}
        assert self.before != self.after

    def attempt(self) -> TestSite:
        shutil.rmtree(self.folder / "attempt", ignore_errors=True)
        shutil.copytree(self.first.folder, self.folder / "attempt", symlinks=True)
        return TestSite(self.folder / "attempt")

    def holds(self, site: TestSite, failed: BuildFailed | None, what: object) -> None:
        """After an attempt: the old site or the new one, its owner's files, one line; and the next build makes it right."""
        now = site.tree()
        if failed is None:
            assert now == self.after, f"built, and not the new site: {what}"
        elif "Some pages may be new already" not in str(failed):
            assert now == self.before, f"touched: {what}"
        for path, data in now.items():
            assert data in (self.before.get(path), self.after.get(path)), f"{path}: {what}"
        assert MINE.items() <= now.items(), f"the owner's files: {what}"
        assert "\n" not in str(failed), what
        site.build()
        assert site.tree() == self.after, f"not mended: {what}"
