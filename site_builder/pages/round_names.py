"""What rounds, groups, legs and parts of a season are called in the site's language.

In English a round keeps the name that its competition gives it, but for the last
ones, which sources spell in many ways. In another language a round whose meaning
is known has that language's name, and any other its own.
"""

from __future__ import annotations

from functools import lru_cache

from site_builder.football.model import Stage
from site_builder.football.rounds import Round, RoundKind, meaning_of
from site_builder.language.words import Words, message

_NAMES = {
    RoundKind.REGULAR: message("Regular season"),
    RoundKind.LEAGUE_PHASE: message("League phase"),
    RoundKind.GROUP: message("Group stage"),
    RoundKind.FINAL_POOL: message("Final round"),
    RoundKind.PRELIMINARY: message("Preliminary round"),
    RoundKind.PLAYOFF: message("Play-offs"),
    RoundKind.QUARTER_FINAL: message("Quarter-finals"),
    RoundKind.SEMI_FINAL: message("Semi-finals"),
    RoundKind.THIRD_PLACE: message("Third place play-off"),
    RoundKind.FINAL: message("Final"),
}
_LAST = {
    16: message("Round of 16"),
    32: message("Round of 32"),
    64: message("Round of 64"),
}
_ONE_NAME = frozenset({RoundKind.QUARTER_FINAL, RoundKind.SEMI_FINAL, RoundKind.FINAL})
_STAGES = {
    "Knockout": message("Knockout"),
    "Qualifying": message("Qualifying"),
    "Third-placed teams": message("Third-placed teams"),
}


@lru_cache(maxsize=4096)
def round_name(written: str, words: Words) -> str:
    """A round as the site calls it."""
    meant = meaning_of(Stage(round=written))
    is_plain = not (meant.phase or meant.replay or meant.leg or (meant.group and meant.kind is not RoundKind.GROUP))
    if meant.kind in _ONE_NAME and is_plain:
        return words(_NAMES[meant.kind])
    return usual_name(meant, words) or written if is_plain or meant.phase == "qualifying" else written


def usual_name(meant: Round, words: Words) -> str:
    """A round's name in a language with a catalogue; empty where the catalogue lacks it, and for rounds of another meaning."""
    text, values = _message_for(meant)
    return words(text, **values) if text and words.knows(text) else ""


def _message_for(meant: Round) -> tuple[str, dict[str, str]]:
    match meant.kind:
        case RoundKind.NUMBERED:
            text = message("Qualifying round {number}") if meant.phase == "qualifying" else message("Round {number}")
            return text, {"number": str(meant.number)}
        case RoundKind.LAST:
            return _LAST.get(meant.size or 0, message("Round of {number}")), {"number": str(meant.size)}
        case RoundKind.MATCHDAY:
            return message("Matchday {number}"), {"number": str(meant.matchday)}
        case RoundKind.GROUP if meant.group:
            # "Group A, Matchday 2" says more than either name.
            return ("", {}) if meant.matchday is not None else (message("Group {name}"), {"name": meant.group})
    return _NAMES.get(meant.kind, ""), {}


def bracket_round_name(meant: Round, words: Words) -> str:
    """A round of a bracket: its usual name, the source's own one where it is not known."""
    return usual_name(meant, words) or meant.name


@lru_cache(maxsize=4096)
def stage_title(name: str, words: Words) -> str:
    """A part of a season, which football names in English: ``Regular season``, ``Group A``, ``Knockout``."""
    if name in _STAGES:
        return words(_STAGES[name])
    second, _, group = name.rpartition("Second group stage: ")
    if second or name != group:
        return words("Second group stage: {group}", group=stage_title(group, words))
    letter = name.removeprefix("Group ").removesuffix(" play-off")
    if name == f"Group {letter} play-off":
        return words("Group {name} play-off", name=letter)
    return usual_name(meaning_of(Stage(round=name)), words) or name


@lru_cache(maxsize=4096)
def stage_words(stage: Stage, words: Words) -> tuple[str, ...]:
    """Round, group, matchday and leg as a kicker has them; what the round says already is not said twice."""
    told: list[str] = []
    if stage.round:
        told.append(round_name(stage.round, words))
    if stage.group and not (stage.round and stage.group.lower() in stage.round.lower()):
        told.append(_group(stage.group, words))
    if stage.matchday is not None and not (stage.round and str(stage.matchday) in stage.round):
        told.append(words("Matchday {number}", number=str(stage.matchday)))
    if stage.leg is not None:
        told.append(_leg(stage.leg, words))
    return tuple(told)


def _group(written: str, words: Words) -> str:
    if " " in written:
        return usual_name(meaning_of(Stage(group=written)), words) or written
    return words("Group {name}", name=written)


def _leg(number: int, words: Words) -> str:
    if number > 2:
        return words("Leg {number}", number=str(number))
    return words("First leg") if number == 1 else words("Second leg")
