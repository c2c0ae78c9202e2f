"""Scores: the final one, that at half-time, after ninety minutes, over two legs, of the shoot-out, and as it ran.

What a score is the score of follows from the words around it; it is the
match's where the clause names its teams or nobody, and nothing leads elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.checks.prose.claims import MarginClaim, ScoreClaim, ScoreOf, WinnerClaim
from site_builder.checks.prose.context import has_strangers, is_elsewhere, is_shootout
from site_builder.checks.prose.marks import Mark, Reading, Sign, pattern
from site_builder.checks.prose.record import Record
from site_builder.football.model import Score, Side
from site_builder.phrases import ScoreKind, number_of

_WON = (
    r"(?:beat|beats|beating|defeat|defeats|defeated|defeating|overcame|overcome|edged(?: past| out)?|edge(?: past| out)?"
    r"|thrashed|thrash|hammered"
    r"|saw off|see off|sees off|outclassed|overwhelmed|downed|crushed|demolished|swept aside|brushed aside|stunned|stun"
    r"|shocked|shock|sank|sink"
    r"|got the better of|get the better of|won against|win against|win over|won at|triumphed over|routed|dispatched|humbled"
    r"|eased past|cruised past"
    r"|squeezed past|came from behind to beat|fought back to beat)"
)
_LOST = (
    r"(?:lost|lose|loses|losing|fell|fall|slipped|succumbed|went down|go down|were beaten|was beaten|are beaten|beaten"
    r"|suffered a|crashed)"
)
_BY = (
    r"(?: (?:by|with|to|at|in|a|an|the|their|his|it|out|narrowly|comfortably|deservedly|convincingly|emphatically|away"
    r"|home|here)){0,4} ?"
)
_NOUN = (
    r"(?: \w+){0,2}? ?(?:win|wins|victory|victories|success|triumph|triumphs|thrashing|rout|demolition|hammering|defeat"
    r"|loss|reverse|draw|stalemate"
    r"|winners|winner|losers|scoreline(?! (?:lasted|stood|held))|final score|result|thriller|comeback)\b"
)
_FINAL_AFTER = re.compile(rf"[ -]{_NOUN.lstrip()}|{_NOUN}")
_FINAL_BEFORE = re.compile(
    r"(?:\b(?:won|win|wins|lost|lose|loses|drew|draw|draws|drawn|finished|finish|finishes|ended|ends|end|closed|concluded"
    r"|prevailed|triumphed|beaten"
    r"|shared the (?:points|spoils)|final score|full-time score|scoreline|final result|full time)\b[^.;:,]{0,38}?[,:]? ?"
    r"|(?:final score|full-time score|full time|result): ?)\Z"
)
_BEAT = pattern(rf"<T> (?:\w+ )?{_WON} (?:the )?(?:<T>|them|their \w+)[^;<S>]{{0,40}}?<S>")
_BEATEN = pattern(rf"<T> {_LOST}[^;<S>]{{0,25}}?<S>?[^;<S>]{{0,25}}?\b(?:to|by|against) (?:the )?<T>")
_HEADLINE = pattern(r"(?<![\w'])<T>,? <S>,? <T>")
_SIDE_BY_SIDE = pattern(r"<T> (\d\d?),? (?P<other><T>) (\d\d?)(?=[.,;!?)]|$)")
_ENDED = re.compile(r"\b(?:won|win|wins|lost|lose|ended|finished|prevailed|victory|beat|beaten|result)\b")
_RUNNING_BEFORE = re.compile(
    r"(?:\b(?:made|make|makes|making|moved|brought|took|pulled) (?:it|the score|matters|things)(?: back)?(?: to| at)?"
    r"|\b(?:for|to|at|was|into|led|lead|leading|leads|ahead"
    r"|trail|trailed|trailing|trails|behind|back to|down to|up|the)|\bscore(?: was)?|\bwent|\bgo)(?: still| already| now"
    r"| by then| back)? ?\Z"
)
_AFTER_A_GOAL = re.compile(r"\b(?:for|(?:made|make|makes|making|moved) it(?: to)?) \Z")
_RUNNING_AFTER = re.compile(r" (?:up|down|ahead|behind|lead|advantage|to the good|cushion|deficit)\b")
_NOT_OURS = re.compile(
    r"\b(?:group|goals|cards?|shots?|corners?|record|formation|count|possession|attempts|fouls)\b[^;,]{0,16}\Z"
)
_MOST_GOALS = 31
"""More than any side ever scored in an international match, and fewer than most shares of possession."""
_HALF_TIME = re.compile(
    r"(?:\b(?:at|by) (?:half-?time|half time|the (?:break|interval))\b|\binto the (?:break|interval)\b|\bhalf-time (?:lead"
    r"|score|deficit|advantage)\b|\b(?:half-time|interval|break)\b)"
)
_HALF_TIME_ENTRY = re.compile(r"(?:half[- ]time|ht)\s?[:,–—-]")
_LEAD_AT_HALF_TIME = re.compile(
    r" (?:lead|advantage|deficit|cushion) (?:at|into|going into) (?:half-?time|the (?:break|interval))"
)
_OWN_HALF_TIME = re.compile(
    r"\A[ ,]{0,2}(?:(?:up|down|ahead|behind) )?(?:at|by) (?:half-?time|half time|the (?:break"
    r"|interval))\b"
)
"""What belongs to the score before: ``1–0 at half-time and beat them 3–1``."""
_KINDS = {
    ScoreKind.HALF_TIME: ScoreOf.HALF_TIME,
    ScoreKind.FULL_TIME: ScoreOf.FULL_TIME,
    ScoreKind.EXTRA_TIME: ScoreOf.FINAL,
    ScoreKind.SHOOTOUT: ScoreOf.SHOOTOUT,
    ScoreKind.AGGREGATE: ScoreOf.AGGREGATE,
}


def score_claims(reading: Reading, record: Record) -> Iterator[ScoreClaim]:
    """Every score of this match that the sentence tells, but for the running ones that go with a goal."""
    for place, mark in reading.of(Sign.SCORE):
        assert mark.score is not None, "a mark of a score has one"
        start, end = reading.clause(place)
        of = _score_of_entry(reading, mark) or _score_of(reading, place, start, end, mark)
        if of is None or not _is_ours(reading, record, of, place):
            continue
        first = _first(reading, place) if of is ScoreOf.FINAL else None
        ended = of is ScoreOf.SHOOTOUT and bool(_ENDED.search(reading.text[start:end]))
        yield ScoreClaim(mark, of, mark.score.score, first, reading.is_lead or reading.is_title, ended)
    yield from _side_by_side(reading, record)


def _side_by_side(reading: Reading, record: Record) -> Iterator[ScoreClaim]:
    """``Atalanta 3, Napoli 1``."""
    for hit in _SIDE_BY_SIDE.finditer(reading.text):
        mark, other = reading.marks[hit.start()], reading.marks[hit.start("other")]
        if mark.side is not other.side and not is_elsewhere(reading, record) and not has_strangers(reading):
            yield ScoreClaim(other, ScoreOf.FINAL, Score(int(hit[1]), int(hit[3])), mark.side, reading.is_lead)


def _score_of_entry(reading: Reading, mark: Mark) -> ScoreOf | None:
    """What the score of an entry of a live blog is: that of its minute, or that at half-time."""
    if reading.is_entry and mark.score and mark.score.kind is ScoreKind.SCORE and "full" not in reading.text:
        return ScoreOf.RUNNING
    return ScoreOf.HALF_TIME if _HALF_TIME_ENTRY.match(reading.text) else None


def _score_of(reading: Reading, place: int, start: int, end: int, mark: Mark) -> ScoreOf | None:
    """What the words around a score make of it; None where it may be anything."""
    assert mark.score is not None, "a mark of a score has one"
    before, after = reading.text[start:place], reading.text[place + 1 : end]
    told = _KINDS.get(mark.score.kind)
    # "For 1–1 after 90 minutes" is the score after a goal.
    if max(mark.score.score.home, mark.score.score.away) > _MOST_GOALS or _NOT_OURS.search(before):
        return None
    if told is ScoreOf.FULL_TIME and _AFTER_A_GOAL.search(before):
        return None
    if told:
        return told
    if is_shootout(reading.text):
        return ScoreOf.SHOOTOUT if "penalties" in reading.text or "shoot" in reading.text else None
    if _is_at_half_time(before, after):
        return ScoreOf.HALF_TIME
    return ScoreOf.RUNNING if _RUNNING_AFTER.match(after) else _final_or_running(reading, place, before, after, mark)


def _is_at_half_time(before: str, after: str) -> bool:
    last = before.rfind(Sign.SCORE.value)
    nearest = _OWN_HALF_TIME.sub("", before[last + 1 :]) if last >= 0 else before
    return bool(_HALF_TIME.search(nearest) or _HALF_TIME.match(after.lstrip(" ,")) or _LEAD_AT_HALF_TIME.match(after))


def _final_or_running(reading: Reading, place: int, before: str, after: str, mark: Mark) -> ScoreOf | None:
    assert mark.score is not None, "a mark of a score has one"
    if _hit(_HEADLINE, reading, place) or _hit(_BEAT, reading, place) or _hit(_BEATEN, reading, place):
        return ScoreOf.FINAL
    if (
        _FINAL_AFTER.match(after)
        or _FINAL_BEFORE.search(before)
        or _FINAL_BEFORE.search(reading.text[max(0, place - 70) : place])
    ):
        return ScoreOf.FINAL
    if mark.score.is_figures and _RUNNING_BEFORE.search(before):
        return ScoreOf.RUNNING
    return None


def _hit(one: re.Pattern[str], reading: Reading, place: int) -> re.Match[str] | None:
    """The hit of a pattern that holds a place."""
    return next((hit for hit in one.finditer(reading.text) if hit.start() <= place < hit.end()), None)


def _is_ours(reading: Reading, record: Record, of: ScoreOf, place: int) -> bool:
    """Whether nothing near a score leads away from the match, and nobody else is named."""
    start, end = reading.clause(place)
    if of is ScoreOf.AGGREGATE:
        return not has_strangers(reading, start, end)
    near = max(start, reading.text.rfind(",", start, place) + 1), min(end, reading.text.find(",", place) % (end + 1))
    if is_elsewhere(reading, record, *near) and not reading.is_title:
        return False
    if of in (ScoreOf.RUNNING, ScoreOf.SHOOTOUT, ScoreOf.HALF_TIME):
        return not has_strangers(reading)
    sides = {mark.side for mark in reading.within(start, end, Sign.TEAM)}
    return not has_strangers(reading, start, end) if len(sides) == 2 else not has_strangers(reading)


def _first(reading: Reading, place: int) -> Side | None:
    """Whose goals stand first: only a headline says it for sure."""
    hit = _hit(_HEADLINE, reading, place)
    return reading.marks[hit.start()].side if hit else None


_HOW_MANY = r"(?P<many>a single|a|one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)(?: clear)?"
_MARGINS = (
    pattern(
        rf"(?P<side><T>) (?:\w+ )?(?:won|win|lost|lose|beat (?:the )?<T>|{_WON} (?:the )?<T>)(?: \w+)? by {_HOW_MANY} goals?\b"
        r"(?! (?:to|in|on|from|after|each|behind|margin))"
    ),
    pattern(rf"(?P<side><T>)'s {_HOW_MANY}-goal (?:win|victory|defeat)\b(?! (?:in|last))"),
)


def margin_claims(reading: Reading, record: Record) -> Iterator[MarginClaim]:
    """By how many goals the sentence has one of the two teams win or lose."""
    for hit in reading.search(*_MARGINS):
        many = number_of("one" if hit["many"] in ("a", "a single") else hit["many"])
        is_other = is_elsewhere(reading, record, hit.start(), hit.end()) or has_strangers(reading)
        if many and not is_other and not is_shootout(reading.text) and Sign.SCORE.value not in hit[0]:
            yield MarginClaim(reading.marks[hit.start("side")], many)


_WINNERS = (
    pattern(rf"(?P<winner><T>) (?:\w+ )?{_WON} (?:the )?(?P<loser><T>)"),
    pattern(rf"(?P<loser><T>) {_LOST}{_BY}(?:<S>)?{_BY}(?:to|by|against) (?:the )?(?P<winner><T>)"),
    pattern(r"<S>[ -](?:\w+ ){0,2}?(?:win|victory|success|triumph)(?: \w+){0,1}? for (?:the )?(?P<winner><T>)"),
    pattern(r"<S>[ -](?:\w+ ){0,2}?(?:win|victory|success|triumph)(?: \w+){0,1}? (?:over|against) (?:the )?(?P<loser><T>)"),
    pattern(r"<S>[ -](?:\w+ ){0,2}?(?:defeat|loss)(?: \w+){0,1}? for (?:the )?(?P<loser><T>)"),
    pattern(r"<S>[ -](?:\w+ ){0,2}?defeat (?:by|to|against) (?:the )?(?P<winner><T>)"),
    pattern(r"(?P<winner><T>) (?:won|win|wins|prevailed|triumphed|ran out)(?: it| the \w+)? (?:<S>|by <S>)"),
    pattern(r"(?P<loser><T>) (?:lost|lose|loses) <S>"),
    pattern(r"(?P<loser><T>) came to <V>[^;]{0,25}; (?:the )?(?P<winner><T>) had a better"),
    pattern(r"(?P<winner><T>) did not deserve (?:\w+ ){1,3}against (?:the )?(?P<loser><T>)"),
)


def winner_claims(reading: Reading, record: Record) -> Iterator[WinnerClaim]:
    """Who won, where the sentence says it of the two teams and not of their shoot-out or their tie."""
    if is_shootout(reading.text) or "aggregate" in reading.text or "two legs" in reading.text:
        return
    for hit in reading.search(*_WINNERS):
        if is_elsewhere(reading, record, hit.start(), hit.end()):
            continue
        parts = {name: reading.marks[hit.start(name)] for name in ("winner", "loser") if hit.groupdict().get(name)}
        if has_strangers(reading, *reading.clause(hit.start())) or len({mark.side for mark in parts.values()}) < len(parts):
            continue
        mark = parts.get("winner") or parts["loser"]
        side = mark.side if "winner" in parts else mark.side and mark.side.other
        if side:
            yield WinnerClaim(mark, side, _score_in(reading, hit), reading.is_lead or reading.is_title)


def _score_in(reading: Reading, hit: re.Match[str]) -> Score | None:
    """The score that stands nearest behind the words that name the winner."""
    after = [mark for place, mark in reading.of(Sign.SCORE) if hit.start() <= place <= hit.end() + 40]
    return after[0].score.score if after and after[0].score else None
