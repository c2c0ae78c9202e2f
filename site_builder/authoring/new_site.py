"""A new site: settings, one report, one page, and what git should leave alone. It builds at once."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from site_builder.authoring.files import create
from site_builder.authoring.notes import Outcome

# The packaged texts by the place that each has in a site; packaged under plain names, since tools pass dot files over.
FILES: Mapping[str, str] = {
    "site.toml": "site.toml",
    ".gitignore": "gitignore",
    "content/matches/2021/2021-02-10-atalanta-napoli.md": "report.md",
    "content/teams/atalanta.md": "team.md",
    "content/pages/about.md": "about.md",
}


def new_site(folder: Path) -> Outcome:
    """Write a new site into a folder that is empty or not there yet. Raises OSError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        line = f"{folder} is not empty: a new site starts in a folder of its own. Nothing was written."
        return Outcome(lines=(line,), is_problem=True)
    texts = files("site_builder.authoring").joinpath("starter")
    for path, name in FILES.items():
        create(folder / path, texts.joinpath(name).read_text(encoding="utf-8"))
    return Outcome(
        lines=(
            f"Wrote a site into {folder}:",
            *(f"  {path}" for path in FILES),
            f"See it: site-builder watch --site {shlex.quote(str(folder))} --open",
        )
    )
