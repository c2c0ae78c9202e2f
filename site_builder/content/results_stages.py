"""Stages in bulk results: what headings such as ``Finals, Round of 16`` or ``Group A`` say about a match.

What the words mean is `football.rounds`' affair; here they only find their
places in a `Stage`. A heading's parts stand between commas or dashes. The rules:

- ``Matchday 3``, ``Week 3``, ``3. Spieltag`` and the like are a matchday; under
  a heading that names a knock-out round they count its legs.
- ``Round 3`` and ``3rd Round`` are a matchday in a league and the name of a
  round in a cup. A file is a cup's if its title or path says so (``Cup``,
  ``Coppa``, …) or a heading names a final, semi-final, quarter-final or round
  of so many; but ten or more numbered rounds are always a league's.
- ``Group A``, ``Gruppe A`` are a group, named ``Group A``.
- ``1st Leg``, ``Leg 1 of 2`` are a leg. Two legs under one ``Semi-finals`` stay
  unmarked, as the source leaves them.
- Names of phases (``First stage``, ``Finals``) are dropped where a round or group
  is named; what remains is the round, as written (``League`` beside a matchday).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from site_builder.football.model import Stage
from site_builder.football.rounds import RoundKind, meaning_of

_OF = r"(?:\s+of\s+\d+)?"
_MATCHDAY = re.compile(
    rf"(?:match\s?day|game\s?week|match\s?week|week|spieltag|jornada|giornata|journée|speelronde|fecha)\s*(\d{{1,3}}){_OF}"
    r"|(\d{1,3})\.?\s*(?:spieltag|giornata|jornada|journée|matchday)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"round\s*(\d{1,3})|(\d{1,3})(?:st|nd|rd|th|\.)\s+(?:round|runde)", re.IGNORECASE)
_GROUP = re.compile(r"(?:group|gruppe|grupo|groupe|girone|gruppo)\s+([a-z]\d?|\d{1,2})", re.IGNORECASE)
_LEG = re.compile(
    rf"(?:leg\s*([12]){_OF}|(?:1st|first|hin)()(?:\s+leg|spiele?)|(?:2nd|second|rück)()()(?:\s+leg|spiele?))", re.IGNORECASE
)
_LEG_IN_BRACKETS = re.compile(r"\s*\(((?:1st|2nd|first|second)\s+leg|leg\s*[12])\)", re.IGNORECASE)
_PHASE = re.compile(
    r"(?:regular season|league|league (?:stage|phase)|liga|group|group(?: stage| phase| matches|s)|first stage|final stage"
    r"|finals|knock-?out(?: stage| phase| rounds?)?|main (?:round|stage)|tournament)",
    re.IGNORECASE,
)
_CUP_KINDS = frozenset({RoundKind.FINAL, RoundKind.SEMI_FINAL, RoundKind.QUARTER_FINAL, RoundKind.LAST})
_SPLIT = re.compile(r"\s*,\s*|\s+[-–]\s+")
_NO_HEADING = re.compile(r"[()\[\]@|;\"']|\sv\s|\d[-–:.]\d")
_LEAGUE_ROUNDS = 10


def group_name(written: str) -> str:
    """A group's name as all readers give it: ``A``, ``group A`` and ``Gruppe A`` are ``Group A``; others as written."""
    found = _GROUP.fullmatch(written.strip()) or re.fullmatch(r"([A-Za-z]\d?|\d{1,2})", written.strip())
    return f"Group {found[1].upper()}" if found else written.strip()


def names_a_round(text: str) -> bool:
    """Whether a bare line can only be a heading: a matchday, round, group or knock-out round."""
    plain = text.strip().rstrip(":")
    if len(plain) > 60 or _NO_HEADING.search(plain):
        return False
    return _is_known(plain) or _is_known(_SPLIT.split(plain)[0])


def _is_known(part: str) -> bool:
    if any(pattern.fullmatch(part) for pattern in (_MATCHDAY, _NUMBERED, _GROUP, _PHASE)):
        return True
    meaning = meaning_of(Stage(part))
    return meaning.kind not in {RoundKind.NONE, RoundKind.OTHER} or bool(meaning.phase)


@lru_cache(maxsize=1024)
def numbered_round(heading: str) -> int | None:
    """The number of ``Round 3`` or ``3rd Round`` anywhere in a heading."""
    for part in _SPLIT.split(heading):
        if found := _NUMBERED.fullmatch(part.strip()):
            return int(found[1] or found[2])
    return None


def is_cup(headings: Iterable[str], *, titled_cup: bool) -> bool:
    """Whether numbered rounds are those of a cup; see the module's rules."""
    seen = set(headings)
    highest = max((numbered_round(heading) or 0 for heading in seen), default=0)
    if highest >= _LEAGUE_ROUNDS:
        return False
    return titled_cup or any(meaning_of(Stage(heading)).kind in _CUP_KINDS for heading in seen)


@lru_cache(maxsize=4096)
def stage_of(headings: tuple[str, ...], *, cup: bool) -> Stage:
    """The stage that a path of headings, outermost first, gives to the matches under it."""
    matchday = group = leg = None
    rounds: list[str] = []
    phases: list[str] = []
    for part in _parts(headings):
        if found := _MATCHDAY.fullmatch(part):
            matchday = int(found[1] or found[2])
        elif found := _GROUP.fullmatch(part):
            group = group_name(part)
        elif found := _LEG.fullmatch(part):
            leg = int(found[1]) if found[1] else 1 if found[2] is not None else 2
        elif (found := _NUMBERED.fullmatch(part)) and not cup:
            matchday = int(found[1] or found[2])
        elif _PHASE.fullmatch(part):
            phases.append(part)
        else:
            rounds.append(part)
    if matchday in (1, 2) and group is None and any(meaning_of(Stage(name)).kind.is_knockout for name in rounds):
        matchday, leg = None, leg or matchday
    if not rounds and group is None:
        rounds = phases[-1:]
    return Stage(", ".join(rounds) or None, matchday, group, leg)


def _parts(headings: tuple[str, ...]) -> list[str]:
    spread = (_LEG_IN_BRACKETS.sub(r", \1", heading) for heading in headings)
    return [part.strip() for heading in spread for part in _SPLIT.split(heading) if part.strip()]
