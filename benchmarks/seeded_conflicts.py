"""How many conflicts between prose and data `site-builder check` finds: seeds them into a site and counts.

    python benchmarks/seeded_conflicts.py --site FOLDER --number 500 --seed 1

The site is copied; in so many of its reports either one fact of the text is
changed where it stands, or a sentence in a reporter's words is added that has
one fact wrong. Half as many reports get a sentence in which all is right. What
the check says at the line of a seed is found, what it says anywhere else is a
false alarm. Exit status 1 below 95 % or with any false alarm.

Reports need scorers with minutes, and front matter in block style with strings
in double quotes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from seeded_numbers import filled
from seeded_reports import facts_of
from seeded_wordings import KINDS, Facts, Goal


class Seed(Struct, frozen=True):
    """A change to a report: the new text, the line of it, and what was changed, for those who look."""

    kind: str
    path: Path
    text: str
    line: int
    sentence: str


@dataclass
class Pools:
    """Names from other reports, to be put in the place of the right ones."""

    players: list[str] = field(default_factory=list)
    venues: list[str] = field(default_factory=list)
    competitions: list[str] = field(default_factory=list)


def seeds(folder: Path, number: int, rng: random.Random) -> Iterator[Seed]:
    """So many seeded reports, the kinds in turn."""
    paths = sorted((folder / "content" / "matches").rglob("*.md"))
    known = {path: facts for path in paths if (facts := facts_of(path))}
    pools = Pools(
        players=sorted({goal.player for facts in known.values() for goal in facts.goals}),
        venues=sorted({facts.venue for facts in known.values()}),
        competitions=sorted({facts.competition for facts in known.values()}),
    )
    reports = list(known)
    rng.shuffle(reports)
    wanted = number
    while wanted and reports:
        kind = KINDS[wanted % len(KINDS)]
        # Of the few matches that were decided on penalties one has to be looked for.
        path = next((p for p in reports if kind != "through" or known[p].winner), None)
        if path is None:
            break
        reports.remove(path)
        make: Callable[..., Seed | None] = in_place if rng.random() < 0.5 else added
        seed = make(kind, path, known[path], pools, rng) or added(kind, path, known[path], pools, rng)
        if seed:
            wanted -= 1
            yield seed
    for path in reports[: number // 2]:
        if seed := right(path, known[path], rng):
            yield seed


def in_place(kind: str, path: Path, facts: Facts, pools: Pools, rng: random.Random) -> Seed | None:
    """A report with one fact of its own text changed."""
    text = path.read_text(encoding="utf-8")
    head, body = text.split("\n---\n", 1)
    places = list(_places(kind, body, facts, pools, rng))
    if not places:
        return None
    start, end, wrong = rng.choice(places)
    changed = f"{head}\n---\n{body[:start]}{wrong}{body[end:]}"
    at = len(head) + len("\n---\n") + start
    line = changed.count("\n", 0, at) + 1
    return Seed(kind, path, changed, line, changed[max(0, at - 150) : at + 150].replace("\n", " "))


def _places(kind: str, body: str, facts: Facts, pools: Pools, rng: random.Random) -> Iterator[tuple[int, int, str]]:
    """Where a fact of this kind stands in a text, and what to put there."""
    lead = body.strip().split("\n\n")[0]
    at = body.index(lead)
    if kind == "score":
        for found in re.finditer(r"\b(\d+)-(\d+)\b", lead):
            yield at + found.start(), at + found.end(), _other_score(found[0], facts, rng)
    elif kind in {"venue", "competition", "date"}:
        yield from _names_in(kind, lead, at, facts, pools, rng)
    elif kind == "through":
        winner, loser = (facts.home, facts.away) if facts.winner == "home" else (facts.away, facts.home)
        for found in re.finditer(rf"{re.escape(winner)}(?= went through)", body):
            yield found.start(), found.end(), loser
    else:
        for goal in facts.goals:
            yield from _of_goal(kind, body, facts, goal, pools, rng)


def _names_in(kind: str, lead: str, at: int, facts: Facts, pools: Pools, rng: random.Random) -> Iterator[tuple[int, int, str]]:
    other = {
        "venue": (rf"(?<=in ){re.escape(facts.venue)}\b", pools.venues),
        "competition": (
            rf"(?<=(?:The|his|r a) ){re.escape(facts.competition)}(?= (?:meeting|fixture|match))",
            pools.competitions,
        ),
        "date": (rf"{facts.long_day}", [_long(facts.day + timedelta(days=n)) for n in (-30, -7, -1, 1, 2, 10, 366)]),
    }[kind]
    for found in re.finditer(other[0], lead):
        wrong = rng.choice([o for o in other[1] if o not in found[0] and found[0] not in o and o not in (facts.home, facts.away)])
        yield at + found.start(), at + found.end(), wrong


def _long(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _of_goal(kind: str, body: str, facts: Facts, goal: Goal, pools: Pools, rng: random.Random) -> Iterator[tuple[int, int, str]]:
    """Within the sentences and entries that name a goal's scorer and its minute."""
    if sum(g.player == goal.player for g in facts.goals) > 1:
        return
    for sentence in _SENTENCE.finditer(body):
        text = sentence[0]
        minute = re.search(rf"\b{goal.minute}(?:st|nd|rd|th)?(?=\b|')", text)
        is_enough = bool(minute) or kind == "running"
        # An own goal can be told as for the one or for the other side.
        is_open = kind == "side" and goal.kind == "og" and "gifted" not in text
        if goal.player not in text or not is_enough or is_open:
            continue
        found = _FACT_OF_GOAL[kind](text, minute, facts, goal)
        if found:
            wrong = _wrong_in_goal(kind, found[0], facts, goal, pools, rng)
            yield sentence.start() + found.start(), sentence.start() + found.end(), wrong


_SENTENCE = re.compile(r"(?:^- |(?<=[.!?] )|^)[^\n]*?(?:(?<=[^J][^r])[.!?](?= |$)|$)", re.MULTILINE)
_Found = re.Match[str] | None
_FACT_OF_GOAL: dict[str, Callable[[str, _Found, Facts, Goal], _Found]] = {
    "minute": lambda _text, minute, _facts, _goal: minute,
    "scorer": lambda text, _minute, _facts, goal: re.search(re.escape(goal.player), text),
    "running": lambda text, _minute, _facts, _goal: re.search(r"(?<= )\d+-\d+(?=[ .])", text),
    "goal kind": lambda text, _minute, _facts, _goal: re.search(r"\((?:pen|og)\)", text),
    "side": lambda text, _minute, facts, goal: re.search(
        rf"(?<=for ){re.escape(facts.name(goal.side))}\b|{re.escape(facts.name(goal.side))}(?= were gifted)", text
    ),
}


def _wrong_in_goal(kind: str, right: str, facts: Facts, goal: Goal, pools: Pools, rng: random.Random) -> str:
    if kind == "minute":
        return filled("{n}" if right.isdigit() else "{nth}", facts.other_minute(rng, near=goal.minute))
    if kind == "scorer":
        others = [g.player for g in facts.goals if g.player != goal.player] if rng.random() < 0.3 else []
        return rng.choice(others or pools.players)
    if kind == "running":
        return _other_score(right, facts, rng)
    if kind == "side":
        return facts.name("away" if goal.side == "home" else "home")
    return "(og)" if right == "(pen)" else "(pen)"


def _other_score(score: str, facts: Facts, rng: random.Random) -> str:
    """Another score than this one, that of the match, and any on the way to it."""
    home, away = map(int, score.split("-"))
    stood = facts.stood()
    while True:
        more, less = home + rng.choice((-1, 0, 1, 1, 2)), away + rng.choice((-1, 0, 0, 1))
        if (
            min(more, less) >= 0
            and (more >= less) == (home >= away)
            and (more == less) == (home == away)
            and not ({(more, less), (less, more)} & stood)
        ):
            return f"{more}-{less}"
        home += rng.choice((0, 0, 1))


def added(kind: str, path: Path, facts: Facts, pools: Pools, rng: random.Random) -> Seed | None:
    """A report with one more sentence, in which one fact is wrong."""
    sentence = facts.wrong(kind, rng, pools.players, pools.venues, pools.competitions)
    return _inserted(kind, path, sentence, rng) if sentence else None


def right(path: Path, facts: Facts, rng: random.Random) -> Seed | None:
    """A report with one more sentence in which all is right."""
    kind = rng.choice([kind for kind in KINDS if kind != "through" or facts.winner])
    sentence = facts.right(kind, rng)
    return _inserted("right", path, sentence, rng) if sentence else None


def _inserted(kind: str, path: Path, sentence: str, rng: random.Random) -> Seed:
    """The sentence in the opening paragraph where that is its place, else in any."""
    lines = path.read_text(encoding="utf-8").split("\n")
    start = lines.index("---", 1)
    prose = [n for n, line in enumerate(lines) if n > start and line and not line.startswith(("#", ">", "-", "|"))]
    line = prose[0] if kind in {"venue", "competition", "date", "score"} or sentence.startswith("^") else rng.choice(prose)
    sentence = sentence.lstrip("^")
    lines[line] = f"{lines[line]} {sentence}" if rng.random() < 0.7 else f"{sentence} {lines[line]}"
    return Seed(kind, path, "\n".join(lines), line + 1, sentence)


def check(folder: Path) -> list[dict[str, object]]:
    """What the check says of prose."""
    command = [sys.executable, "-m", "site_builder", "check", "--format", "json", "--site", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stdout + done.stderr)
    found = json.loads(done.stdout)
    problems = found["problems"] if isinstance(found, dict) else found
    return [p for p in problems if str(p["code"]).startswith("prose-") or p["code"] == "misspelt-in-prose"]


def report(made: Sequence[Seed], said: list[dict[str, object]], folder: Path, *, verbose: bool) -> bool:
    """Print what was found by kind; whether that is enough."""
    lines = {(str(p["path"]), p["line"]) for p in said}
    places = {(seed.path.relative_to(folder).as_posix(), seed.line): seed for seed in made if seed.kind != "right"}
    counts, hits = (
        Counter(seed.kind for seed in places.values()),
        Counter(s.kind for place, s in places.items() if place in lines),
    )
    for kind in KINDS:
        print(f"{kind:12} {hits[kind]:4} of {counts[kind]:4}")
    total, found = sum(counts.values()), sum(hits.values())
    alarms = [p for p in said if (str(p["path"]), p["line"]) not in places]
    print(f"{'all':12} {found:4} of {total:4}, {found / max(1, total):.1%}")
    print(f"{len(alarms)} false alarms; {len(made) - total} sentences were added in which all is right")
    for place, seed in places.items() if verbose else ():
        if place not in lines:
            print(f"missed {seed.kind}: {place[0]}:{place[1]}: {seed.sentence}")
    for alarm in alarms:
        line = (folder / str(alarm["path"])).read_text(encoding="utf-8").splitlines()[int(str(alarm["line"])) - 1]
        print(f"false {alarm['code']} {alarm['path']}:{alarm['line']}: {alarm['message']}: {line[:300]}")
    return found >= 0.95 * total and not alarms


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, required=True, help="a site with reports; it stays as it is")
    parser.add_argument("--number", type=int, default=500, help="how many conflicts")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="show what was missed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "site"
        shutil.copytree(given.site, folder, ignore=shutil.ignore_patterns("output", ".*"))
        made = list(seeds(folder, given.number, random.Random(given.seed)))
        for seed in made:
            seed.path.write_text(seed.text, encoding="utf-8")
        is_enough = report(made, check(folder), folder, verbose=given.verbose)
    sys.exit(0 if is_enough else 1)


if __name__ == "__main__":
    main()
