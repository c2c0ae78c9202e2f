"""One match line of Football.TXT, after its date and time: teams, score, status and venue.

    >>> line = match_line("Juventus  3-2 a.e.t. (2-2, 2-1)  Genoa CFC   @ Torino", has_prefix=True)
    >>> line.home, line.result.score.text, line.result.full_time.text, line.venue
    ('Juventus', '3–2', '2–2', 'Torino')

The score is looked for first: what stands left of it is the home side, or both
sides with a ``v`` between them. What is understood::

    match  := sides { "[" status "]" } [ "@" ground ]  |  "@" ground "  " sides
    sides  := TEAM "v" TEAM [ score ]  |  TEAM score TEAM [ "(" extra ")" ]  |  TEAM " - " TEAM
    score  := n-n [ (half-time) ]  |  n-n a.e.t. [ (after 90 [, half-time]) ] [ , p-p pen. ]
              p-p pen. n-n [ a.e.t. … ]  |  p-p pen. (after 90 [, half-time])  without extra time  |  n/p
    extra  := "aet" [ "/gg" | "/sg" ] [ "," p-p "pen" ]
    ground := NAME [ "," town ] [ "(UTC-3)" ] [ "," "Att:" number ]
"""

from __future__ import annotations

import re
from datetime import timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.content.results_dates import utc_offset
from site_builder.content.results_titles import team_name
from site_builder.content.shorthand import ShorthandError, parse_score
from site_builder.football.model import ExtraTime, Result, Score, Status

_NN = r"\d{1,3}[-–:]\d{1,3}"
_PEN = r"\s?pen(?:s|alties)?\b\.?"
_BRACKET = rf"\(\s*{_NN}(?:\s*,\s*{_NN})?\s*\)"
_SCORE = re.compile(
    rf"(?<!\S)(?:(?P<only>{_NN}){_PEN}\s*(?P<level>{_BRACKET})"
    rf"|(?:(?P<before>{_NN}){_PEN},?\s+)?(?P<score>{_NN})\s?(?P<aet>a\.?e\.?t\b\.?(?:/(?P<how>gg|sg))?)?\s*(?P<detail>{_BRACKET})?"
    rf"(?:\s*,?\s*(?P<after>{_NN}){_PEN})?)(?!\S)"
)
_TAIL = re.compile(r"\s*\(((?:aet|a\.e\.t\.|gg|sg|golden|silver|(?:win\s+)?\d+-\d+\s+(?:on\s+)?pen)[^()]*)\)$", re.IGNORECASE)
_MARK = re.compile(r"\s*\[([^\[\]]*)\]$")
_VERSUS = re.compile(r"\s+(?:v|vs\.?)\s+")
_DASH = re.compile(r"\s+[-–]\s+")
_PLACE_FIRST = re.compile(r"@\s*(.+?)\s{2,}(.+)", re.DOTALL)
_ATTENDANCE = re.compile(r",?\s*Att(?:n|endance|\.)?:?\s*(\d[\d.,_ ]*)$", re.IGNORECASE)
_OFFSET = re.compile(r"\s*\(UTC\s?([+-]\d{1,2}(?::\d{2})?)\)$")
_AGGREGATE = re.compile(r"(?:on\s+)?(?:agg|aggregate)\b.*|(?:on\s+)?away goals", re.IGNORECASE)
_NAME = re.compile(r"(?!.*(?:(?<![^\s(])(?:\d+|\?)[-–]|\s[-–](?:\s|$)))[^\s(),;:|@\[\]=][^|@\[\];:]*")
"""A team's name: no signs of other lines in it, and nothing like the beginning of a score, also in brackets."""
_LOOSE_SCORE = re.compile(r"\s1?\d\s+[-–]\s+1?\d\s")
"""A score with spaces around its dash, which else would part `Siena 2` from `1 Pisa`."""
_STATUSES = {
    "awarded": Status.AWARDED,
    "awd": Status.AWARDED,
    "walkover": Status.AWARDED,
    "cancelled": Status.CANCELLED,
    "canceled": Status.CANCELLED,
    "n/p": Status.CANCELLED,
    "not played": Status.CANCELLED,
    "postponed": Status.POSTPONED,
    "abandoned": Status.ABANDONED,
    "suspended": Status.ABANDONED,
    "annulled": Status.VOID,
    "void": Status.VOID,
}


class MatchLineError(ValueError):
    """A line that is a match but holds something that cannot be read; ``fix`` says what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


class Where(Struct, frozen=True):
    """A ground as given after an ``@``, with the attendance and the difference from UTC that may follow it."""

    venue: str | None = None
    attendance: int | None = None
    offset: timedelta | None = None


class MatchLine(Struct, frozen=True):
    """What one line tells; ``result`` is None for a fixture."""

    home: str
    away: str
    result: Result | None = None
    status: Status = Status.SCHEDULED
    where: Where = field(default_factory=Where)

    @property
    def venue(self) -> str | None:
        """The ground."""
        return self.where.venue


class _Marks(Struct, frozen=True):
    status: Status | None = None
    shown: str = ""


def where_of(text: str) -> Where:
    """Read ``Al Bayt Stadium, Al Khor, Att: 67372`` or ``Maracanã, Rio (UTC-3)``; the town is dropped."""
    attendance = _ATTENDANCE.search(text)
    plain = text[: attendance.start()] if attendance else text
    offset = _OFFSET.search(plain)
    plain = plain[: offset.start()] if offset else plain
    venue = " ".join(plain.partition(",")[0].split())
    return Where(venue or None, whole_number(attendance[1]) if attendance else None, utc_offset(offset[1]) if offset else None)


def whole_number(written: str) -> int | None:
    """``67372``, ``67,372``, ``67.372`` or ``67_372`` as a number of people; None where it is none or absurd."""
    digits = re.sub(r"[\s.,_]", "", written)
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 7 else None


def match_line(text: str, *, has_prefix: bool) -> MatchLine | None:
    """Read a line after its date and time; None where it is no match.

    ``has_prefix`` tells whether a number, date, time or indent came before:
    only then two names with a bare dash between them are a fixture. Raises
    MatchLineError where a match is recognised and something in it is wrong.
    """
    sides, where = _without_place(text)
    sides, marks = _without_marks(sides)
    sides, tail = _without_tail(sides)
    found = _SCORE.search(sides)
    if found:
        names = _around(sides, found)
    else:
        sides, marks = _not_played(sides, marks)
        names = _apart(sides, has_prefix=has_prefix or marks.status is not None)
    if names is None:
        return None
    result = _result(found, tail, marks) if found else None
    status = marks.status or (Status.PLAYED if result else Status.SCHEDULED)
    if tail and result is None:
        raise MatchLineError(f"`({tail})` stands in a match without a score", "Write the score between the teams.")
    return MatchLine(*names, result, status, where)


def _without_place(text: str) -> tuple[str, Where]:
    if text.startswith("@"):
        first = _PLACE_FIRST.fullmatch(text)
        return (first[2], where_of(first[1])) if first else (text, Where())
    sides, sign, place = text.partition("@")
    if not sign:
        return text, Where()
    place, marks = _cut_marks(place.strip())
    return f"{sides.rstrip()} {marks}".rstrip(), where_of(place)


def _cut_marks(text: str) -> tuple[str, str]:
    marks = ""
    while found := _MARK.search(text):
        marks = f" {found[0].strip()}{marks}"
        text = text[: found.start()]
    return text, marks


def _without_marks(text: str) -> tuple[str, _Marks]:
    """The text without the square brackets at its end, and what they say; ``shown`` is about the score (``aet``)."""
    text, written = _cut_marks(text)
    marks = _Marks()
    for mark in re.findall(r"\[([^\]]*)\]", written):
        word = mark.partition(";")[0].strip().rstrip(".").lower()
        if word in _STATUSES:
            marks = replace(marks, status=_STATUSES[word])
        elif re.match(r"aet|a\.e\.t|gg|sg|golden|silver|\d+-\d+ pen|pen", word):
            marks = replace(marks, shown=f"{marks.shown} {mark}".strip())
        elif not _AGGREGATE.fullmatch(word):
            known = ", ".join(f"[{status}]" for status in ("awarded", "cancelled", "postponed", "abandoned", "annulled"))
            raise MatchLineError(f"`[{mark[:40]}]` is no status of a match", f"The statuses are {known}.")
    return text, marks


def _without_tail(text: str) -> tuple[str, str]:
    found = _TAIL.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")


def _not_played(text: str, marks: _Marks) -> tuple[str, _Marks]:
    found = re.search(r"(?<!\S)n/p(?!\S)", text)
    if not found:
        return text, marks
    between = " v " if text[found.end() :].strip() and not _VERSUS.search(text) else " "
    return f"{text[: found.start()]}{between}{text[found.end() :]}".strip(), replace(marks, status=Status.CANCELLED)


def _around(text: str, found: re.Match[str]) -> tuple[str, str] | None:
    left, right = text[: found.start()].strip(), text[found.end() :].strip()
    versus = _VERSUS.split(left, maxsplit=1)
    if len(versus) == 2:
        return None if right else _named(*versus)
    return _named(left, right)


def _apart(text: str, *, has_prefix: bool) -> tuple[str, str] | None:
    if _LOOSE_SCORE.search(text):
        return None
    for pattern in (_VERSUS, re.compile(r"\s{2,}[-–]\s{2,}"), _DASH):
        parts = pattern.split(text.strip())
        if len(parts) == 2 and (has_prefix or pattern is not _DASH):
            return _named(*parts)
    return None


def _named(home: str, away: str) -> tuple[str, str] | None:
    names = team_name(home), team_name(away)
    return names if all(_NAME.fullmatch(name) and any(char.isalpha() for char in name) for name in names) else None


def _pair(written: str) -> Score:
    home, away = re.split(r"[-–:]", written)
    return Score(int(home), int(away))


def _result(found: re.Match[str], tail: str, marks: _Marks) -> Result:
    details = [_pair(pair) for pair in re.findall(_NN, found["detail"] or found["level"] or "")]
    if found["only"]:
        return Result(details[0], details[1] if len(details) > 1 else None, shootout=_decided(found["only"]))
    shootout = found["before"] or found["after"]
    extra_time = _extra_time(found)
    result = Result(_pair(found["score"]), extra_time=extra_time, shootout=_decided(shootout) if shootout else None)
    for shown in (tail, marks.shown):
        result = _with_shown(result, shown) if shown else result
    if not details:
        return result
    if result.extra_time is None:
        if len(details) > 1:
            raise MatchLineError("two scores stand in brackets but no `a.e.t.` before them", "Write `a.e.t.` or half-time alone.")
        return replace(result, half_time=details[0])
    return replace(result, full_time=details[0], half_time=details[1] if len(details) > 1 else None)


def _extra_time(found: re.Match[str]) -> ExtraTime | None:
    if not found["aet"]:
        return None
    return {"gg": ExtraTime.GOLDEN_GOAL, "sg": ExtraTime.SILVER_GOAL}.get(found["how"] or "", ExtraTime.FULL)


def _decided(written: str) -> Score:
    score = _pair(written)
    if score.is_level:
        raise MatchLineError(f"the shoot-out `{written}` has no winner", "Write how it ended.")
    return score


def _with_shown(result: Result, shown: str) -> Result:
    """The result with what a bracket at the end of the line says: ``aet/gg``, ``aet, win 4-2 on pens``."""
    words = re.sub(r"\bwin\s+", "", shown, flags=re.IGNORECASE)
    try:
        line = parse_score(f"{result.score.home}-{result.score.away}, {words}")
    except ShorthandError as error:
        raise MatchLineError(f"`{shown[:40]}` after the match is not understood", "Write `(aet)` or `(aet, 4-2 pen)`.") from error
    return replace(result, extra_time=line.extra_time or result.extra_time, shootout=line.shootout or result.shootout)
