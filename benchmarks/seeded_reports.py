"""The facts of a report as its front matter has them, read without site-builder: what `seeded_conflicts` changes or tells."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from seeded_wordings import Facts, Goal

_GOAL = re.compile(r'^    - "(?P<name>.*?) (?P<minute>\d+)\'(?: \((?P<kind>pen|og)\))?"$')
_VALUE = re.compile(r'^(?P<key>\w+): "?(?P<value>.*?)"?$')


def facts_of(path: Path) -> Facts | None:
    """The facts of a report; None where it has not all that seeds need."""
    head = path.read_text(encoding="utf-8").split("\n---\n")[0]
    values: dict[str, str] = {}
    goals: list[Goal] = []
    side = ""
    for line in head.splitlines():
        if found := _VALUE.match(line):
            values[found["key"]] = found["value"]
        elif line.strip() in {"home:", "away:", "home: []", "away: []"}:
            side = line.strip().partition(":")[0]
        elif goal := _GOAL.match(line):
            goals.append(Goal(goal["name"], int(goal["minute"]), side, goal["kind"] or ""))
    home, away = map(int, values["score"].split("-"))
    if not goals or len(goals) != home + away or len({goal.minute for goal in goals}) < len(goals):
        return None
    goals.sort(key=lambda goal: goal.minute)
    return Facts(
        home=values["home"],
        away=values["away"],
        score=(home, away),
        goals=tuple(goals),
        venue=values["venue"],
        competition=values["competition"],
        day=date.fromisoformat(values["date"]),
        winner=values.get("winner", ""),
    )
