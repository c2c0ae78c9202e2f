"""Stories with all that they hold: terms, weight, proof, subjects. A change of any of them is seen in ``stories.txt``.

The file has the first three stories of each fact in real seasons, and those of small matches made for the rest.
With ``UPDATE=1`` in the environment it is written anew; look at what changed before you keep it.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import asdict, replace

from football.playing import match_of
from football.storytelling import FILES, before_of, real, stories
from site_builder.football.model import (
    BySide,
    Card,
    CardColour,
    GoalEvent,
    GoalKind,
    Happenings,
    LineUp,
    Match,
    Minute,
    Score,
    Side,
    Substitution,
)
from site_builder.football.stages import season_stages
from site_builder.football.storyline_facts import Fact, Terms
from site_builder.football.storyline_values import Story
from site_builder.football.storylines import storylines

WHOLE = Path(__file__).with_name("stories.txt")
KINDS = {"pen": GoalKind.PENALTY, "og": GoalKind.OWN_GOAL}
_EVENT = re.compile(r"(?P<what>[haHA]|red|half|on) (?P<who>[a-z0-9>-]+) ?(?P<minutes>[\d+ ]*)(?P<kind>pen|og)?")
SCENES = (
    # One match: a capital letter is the away side's; `red`, `on` and `half` are of the home side.
    "a 1-0 b: h x 89 pen",
    "a 1-0 b: h x 84",
    "a 1-1 b: h x 10, H y 90+3",
    "a 2-1 b: h x 10, H y 90+3, h z 90+9",
    "a 1-0 b: h x 1 og",
    "a 1-0 b: h x 2",
    "a 0-1 b: H x 3",
    "a 2-1 b: H y 10, h x 50 50",
    "a 2-2 b: H y 10 11, h x 50, h z 51",
    "a 3-0 b: h x 10, h y 12, h z 15",
    "a 4-0 b: h x 10, h y 12, h z 15, h v 16",
    "a 2-1 b: H y 10, h x 50, h z 55",
    "a 2-1 b: H y 10, h x 50, h z 85",
    "a 2-1 b: H y 10, h x 65, h z 85",
    "a 2-1 b: H y 10, h x 80, h z 85",
    "a 2-1 b: H y 10, h x 88, h z 90",
    "a 1-2 b: h x 10, H y 70, H z 80",
    "a 3-2 b: H y 10 20, h x 50 60 70",
    "a 3-3 b: H y 10 20 30, h x 40 60 80",
    "a 4-4 b: H y 10 20 30 35, h x 40 60 80, h z 82",
    "a 3-2 b aet (2-2): H y 10 20, h x 50 60, h z 110",
    "a 2-2 b aet (2-2), 4-2 pens: H y 10 20, h x 50 89",
    "a 2-2 b aet (2-2), 2-4 pens: H y 10 20, h x 50 60",
    "a 1-1 b aet (1-1): h x 10, H y 90+1",
    "a 1-1 b aet (0-0), 4-2 pens: h x 100, H y 119",
    "a 2-1 b aet (1-1): h x 10, H y 20, h z 118",
    "a 3-2 b: half 0-2",
    "a 2-1 b: half 0-1",
    "a 2-2 b: half 0-2",
    "a 2-3 b: half 2-0",
    "a 4-0 b: half 4-0",
    "a 5-1 b: h x 10 20, h y 30, h z 40, H v 50, h w 60",
    "a 0-5 b: H x 10 20, H y 30, H z 40 45",
    "a 1-0 b: h y 60, red x 30",
    "a 1-0 b: h y 60, red x 70",
    "a 1-0 b: h y 60, red x 71",
    "a 4-0 b: h y 10, h z 20, h v 25, red x 30, h w 60",
    "a 3-0 b: h y 10, h z 20, red x 30, h w 60",
    "a 0-0 b: red x 45",
    "a 0-0 b: red x 46",
    "a 0-0 b aet, 4-2 pens: red x 60",
    "a 0-0 b aet: red x 60",
    "a 1-0 b: h y 80, red x 30, red z 50",
    "a 2-1 b: h x 10, H y 20, h z 30, red x 85",
    "a 2-1 b: h x 10, H y 20, h x 88, red x 85",
    "a 3-0 b: h x 10 40 70",
    "a 6-0 b: h x 10 40 70, h y 20 50 80",
    "a 7-0 b: h x 10 30 50 70, h y 20 40 80",
    "a 4-0 b: h x 10 30 50 70",
    "a 6-0 b: h x 10 20 30 50 60 70",
    "a 1-0 b: h x 20 og",
    "a 2-1 b: h x 20 og, H y 30 og, h z 50",
    "a 3-0 b: h x 20 og, h y 30 og, h z 50 og",
    "a 3-1 b: h x 20 pen, H y 30 pen, h x 50 pen, h x 60 pen",
    "a 3-1 b: h l 60 70, h x 10, H y 20, on k>l 55",
    "a 1-0 b: h l 89, on k>l 55",
    "a 1-0 b: h l 60, on k>l 55",
    "a 1-1 b: H y 10, h l 90, on k>l 55",
    "a 1-1 b aet, 7-6 pens",
    "a 1-1 b aet, 11-12 pens",
    "a 1-1 b aet, 22-21 pens",
    "a 1-1 b aet, 3-0 pens",
    "a 1-1 b aet, 0-3 pens",
    # Meetings, and two legs.
    "a 2-0 b; b 1-0 a; a 1-1 b; b 2-0 a; a 0-1 b; b 0-2 a",
    "b 1-0 a; a 1-1 b; b 2-0 a; a 0-1 b; b 0-2 a",
    "a 2-0 b; a 1-1 b; a 1-1 b; a 0-1 b; a 0-2 b; b 1-2 a; a 3-0 b",
    "a 0-2 b; a 1-1 b; a 1-1 b; a 1-0 b; a 2-0 b; b 2-1 a; a 0-3 b",
    "a 1-1 b; a 1-1 b; a 0-1 b; a 0-2 b; b 1-2 a; a 3-0 b",
    "a 1-0 b; b 0-1 a; a 2-0 b; a 2-1 b",
    "b 0-1 a; a 2-0 b; a 2-1 b; b 0-1 a; b 0-1 a",
    "a 1-0 b; a 1-1 b; a 1-0 b; a 1-1 b; a 1-0 b; a 1-1 b; a 1-0 b; a 1-1 b; a 1-1 b; a 1-0 b",
    "a 1-1 b; b 2-2 a; a 0-0 b",
    "a 1-0 b; b 2-2 a; a 0-0 b; b 1-1 a; b 1-1 a",
    "a 1-0 b; b 1-0 a; a 1-0 b; b 1-0 a; a 1-0 b; b 1-0 a; a 4-0 b",
    "a 1-0 b; b 1-0 a; a 1-0 b; b 1-0 a; a 5-0 b; b 1-0 a; a 1-5 b",
    "a 0-1 b/1; b 0-2 a/2",
    "a 0-2 b/1; b 0-3 a/2",
    "a 1-5 b/1; b 0-6 a/2",
    "a 3-0 b/1; b 2-0 a/2",
    "a 3-0 b/1; b 1-0 a/2",
    "a 1-0 b/1; b 0-2 a/2",
    "a 1-0 b/1; b 1-0 a/2, 2-4 pens",
    "a 0-0 b/1; b 0-1 a/2: H x 10",
    "a 0-0 b/1; b 1-0 a/2: h x 75",
    "a 1-1 b/1; b 1-0 a/2: h x 88 og",
    "a 2-1 b/1; b 3-0 a/2: h x 40, h y 60, h z 90",
    # Others of the season.
    "c 1-1 d aet, 4-2 pens; c 1-1 e aet, 3-4 pens; f 1-1 c aet, 3-5 pens",
)


def scene(text: str) -> list[Match]:
    """The matches of a scene, the last of which is told; a week lies between two."""
    return [_match(line.strip(), number) for number, line in enumerate(text.split(";"))]


def _match(text: str, number: int) -> Match:
    line, _, events = text.partition(": ")
    found = re.sub(r"/(\d)", "", line)
    leg = int(line[line.index("/") + 1]) if "/" in line else None
    match = match_of(found, 7 * number, round="Semi-finals" if leg else None, leg=leg, id=f"m{number}")
    return _with_events(match, [one for one in map(_EVENT.fullmatch, events.split(", ")) if one])


def _with_events(match: Match, events: list[re.Match[str]]) -> Match:
    goals = [goal for one in events if one["what"] in "hH" for goal in _goals(one)]
    reds = tuple(Card(Side.HOME, one["who"], CardColour.RED, _minute(one["minutes"])) for one in events if one["what"] == "red")
    changes = [one for one in events if one["what"] == "on"]
    if changes:
        off, _, on = changes[0]["who"].partition(">")
        line_up = LineUp((tuple("abcdefghijk"),), (Substitution(off, on, _minute(changes[0]["minutes"])),))
        match = replace(match, happenings=replace(match.happenings, line_ups=BySide(line_up, None)))
    half = [one["who"] for one in events if one["what"] == "half"]
    if half and match.result:
        home, away = map(int, half[0].split("-"))
        match = replace(match, result=replace(match.result, half_time=Score(home, away)))
    told = replace(match.happenings, goals=tuple(sorted(goals, key=lambda one: one.minute or Minute(0))) or None, cards=reds)
    return replace(match, happenings=told if events else Happenings())


def _goals(event: re.Match[str]) -> Iterator[GoalEvent]:
    side = Side.HOME if event["what"] == "h" else Side.AWAY
    for minute in event["minutes"].split():
        yield GoalEvent(side, event["who"], _minute(minute), KINDS.get(event["kind"] or "", GoalKind.GOAL))


def _minute(text: str) -> Minute:
    base, _, added = text.strip().partition("+")
    return Minute(int(base), int(added or 0))


def line_of(story: Story) -> str:
    """All that a story holds; of its terms those that say something."""
    plain = asdict(Terms())
    terms = {name: value for name, value in asdict(story.terms).items() if value != plain[name]}
    told = " ".join(f"{name}={_shown(value)}" for name, value in terms.items())
    about = " ".join(f"{kind}:{which}" for kind, which in story.about)
    return f"{story.weight:3} {story.kind}, {story.fact}: {told} [{' '.join(story.rests_on)}] {about}".rstrip()


def _shown(value: object) -> str:
    match value:
        case Score() | Minute():
            return value.text
        case tuple():
            return "+".join(map(str, value))
        case _:
            return str(value).replace(" ", "_")


def told_of_seasons(most: int = 3) -> Iterator[str]:
    """The first stories of each fact in real seasons."""
    told: Counter[Fact] = Counter()
    for competition in FILES:
        held = real(competition)
        season = season_stages(held, held[0].season)
        for match in held:
            for story in storylines(before_of(match, held, season.tie_with(match)), 99):
                told[story.fact] += 1
                if told[story.fact] <= most:
                    yield f"{competition}, {match.home} {match.away}"
                    yield line_of(story)


def told_of_scenes() -> Iterator[str]:
    for text in SCENES:
        held = scene(text)
        yield text
        yield from map(line_of, stories(held[-1], held))


def facts_in(lines: Iterable[str]) -> set[str]:
    return {found[1] for found in (re.match(r"\s*\d+ [^,]+, ([^:]+):", line) for line in lines) if found}


def test_each_story_is_what_it_was() -> None:
    lines = [*told_of_scenes(), *told_of_seasons()]
    if os.environ.get("UPDATE"):
        WHOLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == WHOLE.read_text(encoding="utf-8").splitlines()


def test_no_fact_is_missing_among_them() -> None:
    assert facts_in(WHOLE.read_text(encoding="utf-8").splitlines()) == set(map(str, Fact))
