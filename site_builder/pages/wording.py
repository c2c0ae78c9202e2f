"""How the site puts things into words: dates, statuses, short notes. English; no markup, no addresses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from functools import lru_cache

from babel.dates import format_date

from site_builder.football.model import ExtraTime, Match, Result, Score, Side, Stage, Status
from site_builder.football.rounds import RoundKind, meaning_of
from site_builder.pages.parts import Day


@lru_cache(maxsize=65536)
def day_of(day: date, language: str) -> Day:
    """A date written out, short, and for machines."""
    locale = language.replace("-", "_")
    return Day(
        long=format_date(day, "EEEE d MMMM y", locale),
        short=format_date(day, "d MMM y", locale),
        iso=day.isoformat(),
    )


def date_words(day: date, language: str) -> str:
    """``10 February 2021``, for sentences."""
    return day_of(day, language).long.partition(" ")[2]


@lru_cache(maxsize=4096)
def month_of(year: int, month: int, language: str) -> str:
    """``February 2021``."""
    return format_date(date(year, month, 1), "LLLL y", language.replace("-", "_"))


def clock(at: time | None) -> str:
    """A local kick-off time, empty where unknown."""
    return at.strftime("%H:%M") if at else ""


def counted(count: int, one: str, many: str = "") -> str:
    """``1 match``, ``1,204 matches``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """``Atalanta, Napoli and Roma``."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def ordinal(number: int) -> str:
    """``1st``, ``12th``, ``23rd``."""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def signed(number: int) -> str:
    """``+12``, ``0``, or with a real minus sign ``−3``."""
    return f"{number:+}".replace("-", "\N{MINUS SIGN}") if number else "0"


STATUS_WORDS = {
    Status.SCHEDULED: "",
    Status.PLAYED: "",
    Status.POSTPONED: "postponed",
    Status.CANCELLED: "cancelled",
    Status.ABANDONED: "abandoned",
    Status.AWARDED: "awarded",
    Status.VOID: "void",
}


def row_note(match: Match) -> str:
    """What a line of results has to say beside the score: ``aet``, ``4–2 on penalties``, ``postponed``."""
    notes = [STATUS_WORDS[match.status]] if STATUS_WORDS[match.status] else []
    result = match.result
    if result and result.extra_time:
        notes.append("aet" if result.extra_time is ExtraTime.FULL else result.extra_time.value)
    if result and result.shootout:
        notes.append(f"{result.shootout.text} on penalties")
    return ", ".join(notes)


_ONE_NAME = frozenset({RoundKind.QUARTER_FINAL, RoundKind.SEMI_FINAL, RoundKind.FINAL})


@lru_cache(maxsize=4096)
def round_name(written: str) -> str:
    """A round as the site calls it: sources spell the last ones in many ways, of all others the own name is kept."""
    meant = meaning_of(Stage(round=written))
    is_plain = not (meant.phase or meant.replay or meant.leg or meant.group)
    return meant.name if meant.kind in _ONE_NAME and is_plain else written


def stage_words(stage: Stage) -> tuple[str, ...]:
    """Round, group, matchday and leg as a kicker has them; what the round says already is not said twice."""
    words: list[str] = []
    if stage.round:
        words.append(round_name(stage.round))
    if stage.group and not (stage.round and stage.group.lower() in stage.round.lower()):
        words.append(stage.group if " " in stage.group else f"Group {stage.group}")
    if stage.matchday is not None and not (stage.round and str(stage.matchday) in stage.round):
        words.append(f"Matchday {stage.matchday}")
    if stage.leg is not None:
        words.append({1: "First leg", 2: "Second leg"}.get(stage.leg, f"Leg {stage.leg}"))
    return tuple(words)


def score_notes(match: Match, home: str, away: str) -> tuple[str, ...]:
    """The sentences under a score: half-time, ninety minutes, extra time, penalties, what was awarded."""
    result = match.result
    if result is None:
        word = STATUS_WORDS[match.status]
        return (word.capitalize(),) if word else ()
    notes = [f"Half-time {result.half_time.text}"] if result.half_time else []
    notes += _after_ninety(result)
    if result.shootout and result.shootout.leader:
        winner = home if result.shootout.leader is Side.HOME else away
        notes.append(f"{winner} won {_from(result.shootout).text} on penalties")
    if match.status is Status.AWARDED:
        played = f"; played {match.played.text}" if match.played else ""
        notes.append(f"Awarded {result.score.text}{played}")
    elif STATUS_WORDS[match.status]:
        notes.append(STATUS_WORDS[match.status].capitalize())
    return tuple(notes)


def _after_ninety(result: Result) -> list[str]:
    if not result.extra_time:
        return []
    words = {ExtraTime.FULL: "After extra time", ExtraTime.GOLDEN_GOAL: "Golden goal", ExtraTime.SILVER_GOAL: "Silver goal"}
    ninety = f" ({result.full_time.text} after 90 minutes)" if result.full_time else ""
    return [words[result.extra_time] + ninety]


def _from(score: Score) -> Score:
    """A score as its winner tells it."""
    return score if score.home >= score.away else score.swapped()
