"""A claim and the facts to a verdict: a `Finding` where they contradict each other, else nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from site_builder.checks.prose.claims import (
    Claim,
    CompetitionClaim,
    DateClaim,
    GoalClaim,
    MarginClaim,
    RoundClaim,
    ScoreClaim,
    ScoreOf,
    ThroughClaim,
    VenueClaim,
    WinnerClaim,
)
from site_builder.checks.prose.findings import Finding
from site_builder.checks.prose.goal_verdicts import goal_finding
from site_builder.checks.prose.record import Record
from site_builder.football.model import Score, Side
from site_builder.football.rounds import same_round


def judge(claim: Claim, record: Record) -> Finding | None:
    """What is wrong with a claim; None where it agrees with the facts, or they do not tell."""
    verdict: Finding | None = _VERDICTS[type(claim)](claim, record)
    return verdict


def _either(key: str, what: str) -> str:
    return f"Correct the text, or `{key}` in the front matter if {what} is wrong there."


def _score(claim: ScoreClaim, record: Record) -> Finding | None:
    known = _known(claim, record)
    if not known or _is_one_of(claim, known):
        return None
    if claim.of in (ScoreOf.FINAL, ScoreOf.HALF_TIME) and not claim.is_sure and claim.score in record.others:
        return None
    fact = known[0]
    names = {
        ScoreOf.FINAL: ("the score", "score"),
        ScoreOf.HALF_TIME: ("the half-time score", "half_time"),
        ScoreOf.FULL_TIME: ("the score after ninety minutes", "full_time"),
        ScoreOf.SHOOTOUT: ("the shoot-out", "score"),
        ScoreOf.AGGREGATE: ("the aggregate score", "score"),
    }
    if claim.of is ScoreOf.RUNNING:
        message = f"the report has {claim.score.text} on the way, and the score never stood so"
        return Finding("prose-score", claim.mark, message, _either("goals", "a goal"))
    what, key = names[claim.of]
    shown = fact if claim.score.leader is not Side.AWAY or fact.leader is not Side.HOME else fact.swapped()
    message = f"the report says {claim.score.text}, {what} is {_as_told(claim, shown).text}"
    return Finding("prose-score", claim.mark, message, _either(key, "the score"))


def _as_told(claim: ScoreClaim, fact: Score) -> Score:
    """The fact in the order in which the report gives goals."""
    if claim.first:
        return fact
    return fact if (claim.score.home >= claim.score.away) == (fact.home >= fact.away) else fact.swapped()


def _is_one_of(claim: ScoreClaim, known: tuple[Score, ...]) -> bool:
    if claim.first:
        wanted = claim.score if claim.first is Side.HOME else claim.score.swapped()
        return wanted in known
    return claim.score in known or claim.score.swapped() in known


def _known(claim: ScoreClaim, record: Record) -> tuple[Score, ...]:
    """What a score may be, the likeliest first; nothing where it is not known."""
    match claim.of:
        case ScoreOf.FINAL:
            return tuple(score for score in (record.score, record.full_time, record.shootout) if score) if record.score else ()
        case ScoreOf.HALF_TIME:
            half = record.half_time or _at_half_time(record)
            return (half,) if half else ()
        case ScoreOf.FULL_TIME:
            full = record.full_time or _at_full_time(record, claim.score)
            return (full,) if full else ()
        case ScoreOf.SHOOTOUT:
            return _shootout(record, claim)
        case ScoreOf.AGGREGATE:
            return (record.aggregate,) if record.aggregate else ()
        case ScoreOf.RUNNING:
            return () if record.score is None else (*_running(record, claim), *record.kicks)


def _shootout(record: Record, claim: ScoreClaim) -> tuple[Score, ...]:
    if record.shootout is None:
        return ()
    known = (record.shootout, *record.kicks, *_all(record), *_stood_at(record))
    is_open = not record.kicks and not claim.is_outcome and _may_have_stood(claim.score, record.shootout)
    return (claim.score,) if is_open else known


def _stood_at(record: Record) -> tuple[Score, ...]:
    return tuple(score for goal in record.goals or () for score in goal.after)


def _all(record: Record) -> tuple[Score, ...]:
    return tuple(score for score in (record.score, record.full_time) if score)


def _running(record: Record, claim: ScoreClaim) -> tuple[Score, ...]:
    """Every score that stood for a while; where goals are unknown, the claimed one if it may have."""
    assert record.score is not None, "asked for where there is one"
    if record.goals is not None and all(goal.after for goal in record.goals):
        return (record.score, Score(0, 0), *(score for goal in record.goals for score in goal.after))
    return (claim.score,) if _may_have_stood(claim.score, record.score) else (record.score,)


def _may_have_stood(score: Score, final: Score) -> bool:
    return any(one.home <= final.home and one.away <= final.away for one in (score, score.swapped()))


def _at_half_time(record: Record) -> Score | None:
    return _until(record, 45)


def _at_full_time(record: Record, claimed: Score) -> Score | None:
    """From the goals; else the final score, unless that may be of extra time, which a level score after ninety minutes tells."""
    return _until(record, 90) or (None if claimed.is_level else record.score)


def _until(record: Record, last: int) -> Score | None:
    """The score at the end of a minute, from the goals; None where not all are known."""
    if record.goals is None or not all(goal.minute for goal in record.goals):
        return None
    home = sum(g.side is Side.HOME for g in record.goals if g.minute and g.minute.base <= last)
    return Score(home, sum(1 for g in record.goals if g.minute and g.minute.base <= last) - home)


def _margin(claim: MarginClaim, record: Record) -> Finding | None:
    """The margin of the match, or of the tie."""
    if record.score is None:
        return None
    margins = {abs(score.home - score.away) for score in (record.score, record.aggregate) if score}
    if claim.goals in margins:
        return None
    message = f"the report has a margin of {claim.goals}, the score is {record.score.text}"
    return Finding("prose-score", claim.mark, message, _either("score", "the score"))


def _winner(claim: WinnerClaim, record: Record) -> Finding | None:
    leader = record.score.leader if record.score else None
    winner = leader or (record.shootout.leader if record.shootout else record.through)
    if record.score is None or winner is None or winner is claim.winner:
        return None
    if claim.score and record.score not in (claim.score, claim.score.swapped()):
        return None
    if not claim.is_sure and (claim.score is None or claim.score in record.others):
        return None
    message = f"the report has {record.team(claim.winner)} win, the data {record.team(winner)}"
    return Finding("prose-winner", claim.mark, message, _either("score", "the score"))


def _through(claim: ThroughClaim, record: Record) -> Finding | None:
    if record.through is None or record.through is claim.side:
        return None
    if record.score and record.score.leader is claim.side and record.aggregate is None:
        return None  # the other leg, which is not held, must have been lost: the author's word stands against itself
    message = f"the report has {record.team(claim.side)} go through, the data {record.team(record.through)}"
    return Finding("prose-winner", claim.mark, message, _either("winner", "`score` or `winner`"))


def _venue(claim: VenueClaim, record: Record) -> Finding | None:
    message = f"the report has the match at {claim.mark.text}, the data at {record.venue_names[0]}"
    return Finding("prose-venue", claim.mark, message, _either("venue", "the venue"))


def _competition(claim: CompetitionClaim, record: Record) -> Finding | None:
    message = f"the report has the match in the {claim.mark.text}, the data in the {record.competition_name}"
    return Finding("prose-competition", claim.mark, message, _either("competition", "the competition"))


def _round(claim: RoundClaim, record: Record) -> Finding | None:
    if not record.round or same_round(claim.round, record.round):
        return None
    message = f"the report has the match in the {claim.mark.text}, the data in the round `{record.round}`"
    return Finding("prose-round", claim.mark, message, _either("round", "the round"))


def _date(claim: DateClaim, record: Record) -> Finding | None:
    if claim.is_impossible:
        message = f"{claim.mark.text} was no such day of the week"
        return Finding("prose-date", claim.mark, message, "Correct the weekday or the date.")
    if record.day is None or claim.day == record.day or (claim.day is None and claim.weekday == record.day.weekday()):
        return None
    shown = f"{record.day:%A} " if claim.day is None else ""
    shown += f"{record.day.day} {record.day:%B} {record.day.year}"
    return Finding(
        "prose-date", claim.mark, f"the report says {claim.mark.text}, the match was on {shown}", _either("date", "the date")
    )


_VERDICTS: Mapping[type, Callable[..., Finding | None]] = {
    ScoreClaim: _score,
    MarginClaim: _margin,
    WinnerClaim: _winner,
    ThroughClaim: _through,
    GoalClaim: goal_finding,
    VenueClaim: _venue,
    CompetitionClaim: _competition,
    RoundClaim: _round,
    DateClaim: _date,
}
