"""What the name of a round means, in whatever words and language a source has it.

    >>> meaning_of(Stage(round="Finals, Quarterfinals")).name, meaning_of(Stage(round="Viertelfinale")).name
    ('Quarter-finals', 'Quarter-finals')
    >>> meaning_of(Stage(round="Playoffs, Matchday 2")).leg
    2
    >>> same_round("Semifinals", "Semi-finals, 1st leg")
    True

Only words are known here: whether a "Round 3" belongs to a league or to a cup,
`stages` decides by the rule book and by who plays.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from site_builder.football.model import Stage
from site_builder.football.round_words import GROUP, LEG, MATCHDAY, PREFIXES, REPLAY, ROUNDS, number_in


class RoundKind(IntEnum):
    """What sort of round; in the order in which a competition comes to them."""

    NONE = 0
    OTHER = 1
    MATCHDAY = 2
    REGULAR = 3
    LEAGUE_PHASE = 4
    GROUP = 5
    FINAL_POOL = 6
    SPLIT = 7
    PRELIMINARY = 10
    NUMBERED = 11
    PLAYOFF = 12
    LAST = 13
    QUARTER_FINAL = 14
    SEMI_FINAL = 15
    THIRD_PLACE = 16
    FINAL = 17

    @property
    def is_knockout(self) -> bool:
        """Whether ties are played in it."""
        return self >= RoundKind.PRELIMINARY


class Round(Struct, frozen=True):
    """The meaning of a round's name.

    ``number`` is that of a numbered round, ``size`` the number of teams left in
    a "round of 32"; ``phase`` is what the round is a part of (``qualifying``,
    ``second group stage``); ``label`` is the source's own name where nothing
    else is known.
    """

    kind: RoundKind = RoundKind.NONE
    number: int | None = None
    size: int | None = None
    group: str | None = None
    matchday: int | None = None
    leg: int | None = None
    replay: bool = False
    phase: str = ""
    label: str = ""

    @property
    def key(self) -> tuple[int, int, int, str, str]:
        """What is equal for two names of one round, whatever the leg; sorts rounds into their order."""
        qualifying = 0 if self.phase == "qualifying" else 1
        return qualifying, int(self.kind), self.number or -(self.size or 0), self.label.casefold(), self.phase

    @property
    def name(self) -> str:
        """The round's usual name in English; the source's own one where it is not known."""
        plain = self._plain_name()
        if self.phase == "qualifying" and self.kind is RoundKind.NUMBERED:
            return f"Qualifying round {self.number}"
        return plain

    def _plain_name(self) -> str:
        match self.kind:
            case RoundKind.NUMBERED:
                return f"Round {self.number}"
            case RoundKind.LAST:
                return f"Round of {self.size}"
            case RoundKind.MATCHDAY:
                return f"Matchday {self.matchday}"
            case RoundKind.GROUP:
                return f"Group {self.group}" if self.group else "Group stage"
            case RoundKind.OTHER | RoundKind.SPLIT:
                return self.label
            case _:
                return _NAMES.get(self.kind, "")


_NAMES = {
    RoundKind.REGULAR: "Regular season",
    RoundKind.LEAGUE_PHASE: "League phase",
    RoundKind.FINAL_POOL: "Final round",
    RoundKind.PRELIMINARY: "Preliminary round",
    RoundKind.PLAYOFF: "Play-offs",
    RoundKind.QUARTER_FINAL: "Quarter-finals",
    RoundKind.SEMI_FINAL: "Semi-finals",
    RoundKind.THIRD_PLACE: "Third place play-off",
    RoundKind.FINAL: "Final",
}


@lru_cache(maxsize=4096)
def meaning_of(stage: Stage) -> Round:
    """What a match's stage means, from the name of its round, its group, its matchday and its leg together."""
    found = _read(stage.round or "")
    group = _group_name(stage.group) if stage.group else found.group
    matchday = stage.matchday if stage.matchday is not None else found.matchday
    leg = stage.leg if stage.leg is not None else found.leg
    kind = found.kind
    if group and kind in {RoundKind.NONE, RoundKind.MATCHDAY, RoundKind.OTHER, RoundKind.NUMBERED}:
        kind = RoundKind.GROUP
    elif kind is RoundKind.NONE and matchday is not None:
        kind = RoundKind.MATCHDAY
    elif kind is RoundKind.SPLIT and matchday is None and found.label == "Relegation":
        kind = RoundKind.PLAYOFF  # as German has it: the matches against the third of the second division
    return replace(found, kind=kind, group=group, matchday=matchday, leg=leg)


def same_round(one: str, other: str) -> bool:
    """Whether two names may mean the same round: a leg or a replay is not another one, nor is a group of the group stage."""
    first, second = _read(one), _read(other)
    pairs = ((first.group, second.group), (first.matchday, second.matchday))
    return first.key == second.key and all(None in pair or pair[0] == pair[1] for pair in pairs)


def finer_round(one: str, other: str) -> str:
    """Of two names of one round the one that says more, else the first: "Group C" before "Group stage"."""
    first, second = (sum(said is not None for said in (found.group, found.matchday)) for found in (_read(one), _read(other)))
    return other if second > first else one


def normal(text: str) -> str:
    """Words only: lower case, without accents, punctuation and doubled spaces; digits and slashes stay."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss")).encode("ascii", "ignore").decode()
    return " ".join(re.sub(r"[^a-z0-9/]+", " ", plain.replace("'", "")).split())


def _group_name(text: str) -> str:
    """``A`` for "Group A", "Gruppe A" and "a"; a longer name as written, without the word for group."""
    found = GROUP.fullmatch(normal(text))
    bare = re.sub(r"^(?:group|gruppe|girone|groupe|grupo|gruppo)\s+", "", text.strip(), flags=re.IGNORECASE)
    return found["name"].upper() if found else bare.upper() if len(bare) <= 2 else bare


@cache
def _read(text: str) -> Round:
    """A round's name taken apart at its commas and dashes, every part adding what it says."""
    found = Round()
    without_number = re.sub(r"^\(\d+\)\s*", "", text)
    for part in re.split(r"\s*(?:,|\||//|:|\s[-–—]\s)\s*", without_number):
        words = normal(part)
        if words:
            found = _with_part(found, words, part.strip())
    return found


def _with_part(found: Round, words: str, original: str) -> Round:
    words, found = _without_leg(words, found)
    if not words:
        return found
    if found.kind.is_knockout and words in {"play off", "playoff"}:
        return replace(found, replay=True)
    for known in (_group, _matchday, _named_round, _prefix):
        more = known(found, words)
        if more is not None:
            return more
    if found.kind is RoundKind.NONE:
        return replace(found, kind=RoundKind.OTHER, label=original)
    return found


def _without_leg(words: str, found: Round) -> tuple[str, Round]:
    replayed = REPLAY.search(words)
    if replayed:
        words, found = REPLAY.sub(" ", words), replace(found, replay=True)
    leg = LEG.search(words)
    if leg:
        words, found = LEG.sub(" ", words), replace(found, leg=2 if leg["second"] else 1)
    return " ".join(words.split()), found


def _group(found: Round, words: str) -> Round | None:
    group = GROUP.fullmatch(words)
    if group:
        return replace(found, kind=RoundKind.GROUP, group=group["name"].upper())
    before = GROUP.match(words)
    if before and (rest := words[before.end() :].strip()) and (more := _named_round(found, rest)):
        return replace(more, group=before["name"].upper())
    return None


def _matchday(found: Round, words: str) -> Round | None:
    """A matchday; inside a knockout round it is a leg (``Playoffs, Matchday 2``)."""
    hit = next((hit for phrase in MATCHDAY if (hit := phrase.fullmatch(words))), None)
    number = number_in(hit["number"]) if hit else None
    if number is None:
        return None
    if found.kind.is_knockout:
        return replace(found, leg=number if number in {1, 2} else found.leg)
    kind = RoundKind.MATCHDAY if found.kind in {RoundKind.NONE, RoundKind.OTHER} else found.kind
    return replace(found, kind=kind, matchday=number)


def _named_round(found: Round, words: str) -> Round | None:
    for name, size, phrases in ROUNDS:
        hit = next((hit for phrase in phrases if (hit := phrase.fullmatch(words))), None)
        if hit:
            told = hit.groupdict()
            number = number_in(told["number"]) if told.get("number") else None
            phase = "qualifying" if name == "QUALIFYING" else "play-offs" if found.kind is RoundKind.PLAYOFF else found.phase
            kind = RoundKind.NUMBERED if name == "QUALIFYING" else RoundKind[name]
            return replace(found, kind=kind, number=number, size=int(told["size"]) if told.get("size") else size, phase=phase)
    return None


def _prefix(found: Round, words: str) -> Round | None:
    """A part of the competition that a round belongs to; alone it may be a round of its own."""
    for phase, kind, phrases in PREFIXES:
        if any(phrase.fullmatch(words) for phrase in phrases):
            alone = RoundKind[kind] if found.kind is RoundKind.NONE else found.kind
            label = words.capitalize() if alone in {RoundKind.SPLIT, RoundKind.OTHER} else found.label
            return replace(found, kind=alone, phase=phase or found.phase, label=label)
    return None
