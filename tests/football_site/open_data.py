"""Built sites and their open data, as a program reads it: tables as teams by position, ties by round and teams."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builders import TestSite, report

DATA = Path(__file__).parent.parent / "data"
Json = dict[str, Any]


def results(*paths: str) -> dict[str, bytes]:
    """Files under ``tests/data`` as bulk results of a site."""
    return {f"content/results/{path}": (DATA / path).read_bytes() for path in paths}


def about(name: str, told: str) -> dict[str, str]:
    """A competition's file."""
    return {f"content/competitions/{name.lower().replace(' ', '-')}.md": f"---\nname: {name}\n{told}---\n"}


def reports(*told: tuple[str, str, str, str | None, str], **always: str) -> dict[str, str]:
    """Match reports, one for each (date, home, away, score, further keys as YAML)."""
    found = {}
    for number, (date, home, away, score, more) in enumerate(told):
        keys = dict(line.split(": ", 1) for line in more.split("; ") if line)
        found[f"content/matches/{number}.md"] = report(home, away, score, date=date, **{**always, **keys})
    return found


def built(folder: Path, *files: Mapping[str, str | bytes]) -> TestSite:
    """A site of these files, built."""
    site = TestSite(folder)
    for some in files:
        site.write(some)
    site.build()
    return site


def season(site: TestSite, name: str) -> Json:
    """The document of a competition's season, by ``serie-a/2020-21``."""
    return document(site, f"competitions/{name}")


def document(site: TestSite, address: str) -> Json:
    found = json.loads(site.page(f"{address}.json"))
    assert isinstance(found, dict)
    return found


def stage(told: Json, name: str) -> Json:
    (found,) = [one for one in told["stages"] if one["name"] == name]
    assert isinstance(found, dict)
    return found


def table(told: Json, name: str = "Regular season") -> list[Json]:
    return list(stage(told, name)["table"])


def row(told: Json, team: str, name: str = "Regular season") -> Json:
    (found,) = [one for one in table(told, name) if one["team"] == team]
    return found


def order(told: Json, name: str = "Regular season") -> list[tuple[int, str]]:
    return [(one["position"], one["team"]) for one in table(told, name)]


def ties(told: Json, round_name: str, name: str = "Knockout") -> list[Json]:
    return [one for one in stage(told, name)["ties"] if one["round"] == round_name]


def tie(told: Json, round_name: str, *teams: str) -> Json:
    (found,) = [one for one in ties(told, round_name) if {one["home"], one["away"]} == set(teams)]
    return found


def outcome(found: Json) -> tuple[str | None, str | None, list[int] | None]:
    """Who won a tie, on what, and the aggregate."""
    return found.get("winner"), found.get("won_on"), found.get("aggregate")
