"""The articles of the collection with what stands in them, each read once for all tests of a process.

Tests that ask for many of them are in one group, ``xdist_group("articles")``, and so in one process.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from site_builder.authoring.articles.draft import Draft
from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.known import vocabulary_of

FOLDER = Path(__file__).parent / "authoring" / "articles"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@cache
def facts(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.facts").read_text(encoding="utf-8"))
    return found


@cache
def draft(name: str) -> Draft:
    published: date | None = facts(name).get("published")
    return read_article((FOLDER / f"{name}.txt").read_text(encoding="utf-8"), vocabulary_of(None), published)
