"""A spine in small for the tests of the output room: pages are bytes under paths, and a build brings them into a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from site_builder.incremental.fingerprint import fingerprint
from site_builder.output.folder import OutputFolder, open_output
from site_builder.output.ledger import Ledger
from site_builder.output.paths import PRIVATE
from site_builder.output.publish import Published, publish
from site_builder.output.staging import open_staging
from site_builder.output.survey import is_current, remarks, standing_row, survey

Pages = Mapping[str, bytes]


def build(site: Path, pages: Pages, *, tool: str = "1", verify: bool = False) -> Published:
    """Build into ``output/`` of a site's folder, making only what is not current."""
    with open_output(site / "output", site, wait=0) as folder:
        ledger = folder.ledger()
        found = survey(folder, ledger, verify=verify)
        with open_staging(folder) as staging:
            staged = [
                staging.stage(path, key, data, standing_row(path, ledger, found))
                for path, data in pages.items()
                if not is_current(path, key := fingerprint(tool, data), ledger, found)
            ]
            return publish(folder, ledger, staging, staged, pages.keys(), verify=verify)


def remarked(site: Path, pages: Pages) -> list[str]:
    """The codes of what a look at the output remarks."""
    with open_output(site / "output", site, wait=0) as folder:
        ledger = folder.ledger()
        return [problem.code for problem in remarks(folder, ledger.damage, _unplanned(folder, ledger, pages))]


def _unplanned(folder: OutputFolder, ledger: Ledger, pages: Pages) -> list[str]:
    return [path for path in survey(folder, ledger).strangers if path not in pages]


def tree(folder: Path) -> dict[str, bytes | None]:
    """Every file of a folder with its bytes, every link and folder without; nothing of the room's own."""
    paths = sorted(path for path in folder.rglob("*") if PRIVATE not in path.parts)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() and not path.is_symlink() else None
        for path in paths
    }


def tree_of(pages: Pages) -> dict[str, bytes | None]:
    """What `tree` gives for these pages and nothing else."""
    folders = {parent.as_posix(): None for path in pages for parent in list(Path(path).parents)[:-1]}
    return dict(sorted({**folders, **pages}.items(), key=lambda item: Path(item[0])))
