"""How the site puts a match into words: dates, statuses, short notes. No word but from a `Words`; no markup, no addresses."""

from __future__ import annotations

from datetime import date, time
from functools import lru_cache

from site_builder.football.model import ExtraTime, Match, Result, Score, Side, Status
from site_builder.language.words import Words, message
from site_builder.pages.parts import Day


@lru_cache(maxsize=65536)
def day_of(day: date, words: Words) -> Day:
    """A date written out, short, and for machines."""
    return Day(long=words.weekday(day), short=words.short_day(day), iso=day.isoformat())


@lru_cache(maxsize=4096)
def month_of(month: str, words: Words) -> str:
    """``2021-02`` as ``February 2021``."""
    return words.month(date(int(month[:4]), int(month[5:]), 1))


def clock(at: time | None) -> str:
    """A local kick-off time, empty where unknown."""
    return at.isoformat("minutes") if at else ""


@lru_cache(maxsize=4096)
def matches_counted(words: Words, count: int) -> str:
    """``1 match``, ``1,204 matches``."""
    return words.plural("{count} match", "{count} matches", count)


@lru_cache(maxsize=4096)
def goals_counted(words: Words, count: int) -> str:
    """``1 goal``, ``7 goals``."""
    return words.plural("{count} goal", "{count} goals", count)


def fixture_words(words: Words, home: str, away: str, score: str = "") -> str:
    """``Atalanta 3–1 Napoli``; ``Atalanta v Napoli`` without a score."""
    if score:
        return words("{home} {score} {away}", home=home, score=score, away=away)
    return words("{home} v {away}", home=home, away=away)


_STATUSES = {
    Status.POSTPONED: message("postponed"),
    Status.CANCELLED: message("cancelled"),
    Status.ABANDONED: message("abandoned"),
    Status.AWARDED: message("awarded"),
    Status.VOID: message("void"),
}
_EXTRA_TIME = {
    ExtraTime.FULL: message("aet"),
    ExtraTime.GOLDEN_GOAL: message("golden goal"),
    ExtraTime.SILVER_GOAL: message("silver goal"),
}


def status_words(words: Words, status: Status) -> str:
    """What became of a match that was not simply played, else empty."""
    return words(_STATUSES[status]) if status in _STATUSES else ""


def row_note(match: Match, words: Words) -> str:
    """What a line of results has to say beside the score: ``aet``, ``4–2 on penalties``, ``postponed``."""
    result = match.result
    if match.status not in _STATUSES and not (result and (result.extra_time or result.shootout)):
        return ""
    notes = _endings(match, words)
    if result and result.shootout:
        notes.append(words("{score} on penalties", score=result.shootout.text))
    return ", ".join(notes)


def note_apart(match: Match, home: str, away: str, words: Words) -> str:
    """`row_note` where the teams do not stand around the score: it names the winner of the penalties."""
    return ", ".join(_endings(match, words) + _penalties(match.result, home, away, words))


def _endings(match: Match, words: Words) -> list[str]:
    status = status_words(words, match.status)
    notes = [status] if status else []
    if match.result and match.result.extra_time:
        notes.append(words(_EXTRA_TIME[match.result.extra_time]))
    return notes


def _penalties(result: Result | None, home: str, away: str, words: Words) -> list[str]:
    shootout = result.shootout if result else None
    if shootout is None or shootout.leader is None:
        return []
    winner = home if shootout.leader is Side.HOME else away
    return [words("{team} won {score} on penalties", team=winner, score=_from(shootout).text)]


def score_notes(match: Match, home: str, away: str, words: Words) -> tuple[str, ...]:
    """The sentences under a score: half-time, ninety minutes, extra time, penalties, what was awarded."""
    result = match.result
    status = capitalised(status_words(words, match.status))
    if result is None:
        if match.status is Status.AWARDED and match.winner:
            return (words("Awarded to {team}", team=home if match.winner is Side.HOME else away),)
        return (status,) if status else ()
    notes = [words("Half-time {score}", score=result.half_time.text)] if result.half_time else []
    notes += _after_ninety(result, words)
    notes += _penalties(result, home, away, words)
    if match.status is Status.AWARDED:
        notes.append(_awarded(match, result, words))
    elif status:
        notes.append(status)
    return tuple(notes)


def _awarded(match: Match, result: Result, words: Words) -> str:
    if match.played:
        return words("Awarded {score}; played {played}", score=result.score.text, played=match.played.text)
    return words("Awarded {score}", score=result.score.text)


_LONG = {
    ExtraTime.FULL: message("After extra time"),
    ExtraTime.GOLDEN_GOAL: message("Golden goal"),
    ExtraTime.SILVER_GOAL: message("Silver goal"),
}
_LONG_AFTER_NINETY = {
    ExtraTime.FULL: message("After extra time ({score} after 90 minutes)"),
    ExtraTime.GOLDEN_GOAL: message("Golden goal ({score} after 90 minutes)"),
    ExtraTime.SILVER_GOAL: message("Silver goal ({score} after 90 minutes)"),
}


def _after_ninety(result: Result, words: Words) -> list[str]:
    if not result.extra_time:
        return []
    if result.full_time:
        return [words(_LONG_AFTER_NINETY[result.extra_time], score=result.full_time.text)]
    return [words(_LONG[result.extra_time])]


def _from(score: Score) -> Score:
    """A score as its winner tells it."""
    return score if score.home >= score.away else score.swapped()


def capitalised(text: str) -> str:
    """With a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]
