"""The commands that help to write, run on a site in a folder; a season of results and a team to write about."""

from __future__ import annotations

from pathlib import Path

import yaml
from click.testing import CliRunner, Result

from builders import TestSite
from site_builder.cli import commands

ARTICLES = Path(__file__).parent / "authoring" / "articles"


SEASON = """= Coppa Italia 2020/21

▪ Semi-finals
Wed Feb 3 2021
  20:45  Napoli  0-0  Atalanta
Wed Feb 10
  20:45  Atalanta BC  3-1 (2-0)  Napoli

▪ Final
Wed May 19
  21:00  Atalanta  v  Juventus
"""


ATALANTA = "---\nname: Atalanta\naliases: [Atalanta BC, La Dea]\nground: Gewiss Stadium\n---\n"


LINE_UP = "Gollini - Toloi, Romero, Palomino - Hateboer, De Roon, Freuler, Gosens - Pessina - Muriel, Zapata"


def run(site: TestSite, *words: str) -> Result:
    return CliRunner().invoke(commands, [*words, "--site", str(site.folder)], catch_exceptions=False)


def head_of(path: Path) -> dict[str, object]:
    found: dict[str, object] = yaml.load(path.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.BaseLoader)
    return found
