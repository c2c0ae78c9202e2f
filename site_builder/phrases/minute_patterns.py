"""The patterns of minutes, the most telling first, each with what it makes of its words.

A later pattern takes only what no earlier one has. Groups are numbered: what a
pattern makes of them stands beside it. Readers give None for what turns out to
be no moment of play.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from site_builder.football.model import Minute
from site_builder.phrases.minute_values import Certainty, Meaning, Span
from site_builder.phrases.numbers import CARDINAL, ORDINAL, number_of, ordinal_of

Reader = Callable[[re.Match[str]], Meaning | None]

_LAST: Final = 120
_NUMBER: Final = rf"({CARDINAL}|an?)"
_MINUTES: Final = r"[ -](?:minutes?|mins?)\b(?!['’])"
_HEDGES: Final = "not|barely|less than|inside|within|under|almost|nearly|about|around|some|roughly|more than|over|not even"
_LOOSE: Final = re.compile(rf"\b(?:{_HEDGES})\b", re.IGNORECASE)
# So many minutes, loosely or not.
_SO_MANY: Final = rf"(?:(?:{_HEDGES})\s)?{_NUMBER}{_MINUTES}"
_BREAK: Final = r"(?:half[- ]?time|the (?:half-time )?(?:break|interval)|the turnaround)"
_RESTART: Final = r"(?:half[- ]?time|the (?:half-time )?(?:break|interval)|the restart|the turnaround|the resumption)"
_END: Final = (
    r"(?:the end of (?:normal time|the (?:game|match))|the end(?! of)|time\b|full[- ]?time|the final whistle|the finish)"
)
_START: Final = r"(?:kick[- ]?off|the (?:start|opening whistle|first whistle|beginning))"
_ADDED: Final = r"(?:stoppage|added|injury|additional)[ -]time"
_EXTRA: Final = r"(?:extra[ -]time|the extra period)"
_GOAL: Final = r"(?:goal|header|strike|free-kick|penalty|volley|opener|equali[sz]er|winner|finish|effort|drive|shot|tap-in)"
_LEFT: Final = r"(?:still )?(?:left|remaining|remained|to go|to play|to spare)"
_NORMAL: Final = r"(?:of (?:normal|regulation|regular) time )?"
_WELL: Final = r"(?:deep |well |far |early |late )*(?:in|into|during) (?:the )?"
_CLOSING: Final = r"(?:the )?(?:last|final|dying|closing|penultimate)"
# What may follow "in the 53rd" where a minute is meant, and not a place, a match or a season.
_NO_NOUN: Final = r"(?=\s*[,.;:)!?—–]|\s+(?:and|to|when|through|with|for|after|before|but|by|from|as|he|she|they|it)\b)"
# What must not follow "after ten minutes": that is so long on the pitch, or so much of something else.
_NO_MORE: Final = (
    r"(?! (?:later|(?:after|before)(?! (?-i:[A-Z]))|earlier|from|on the (?:pitch|field|bench))\b"
    r"| of (?!play\b|the (?:game|match|first)))"
)
_MINS: Final = r"(?:mins?\b(?! (?:from|later|into|after|before|of)\b)|minutes?(?=\s*[:–—]))"
_SOON: Final = r"(?:moments|seconds|minutes|soon|shortly|not long|straight|immediately)"


def _said(base: int, added: int = 0) -> Meaning | None:
    return Meaning(Certainty.SAID, Minute(base, added)) if 1 <= base <= _LAST + 30 else None


def _worked_out(base: int) -> Meaning | None:
    return Meaning(Certainty.WORKED_OUT, Minute(base)) if 1 <= base <= _LAST else None


def _within(first: int, last: int) -> Meaning:
    return Meaning(Certainty.OPEN, span=Span(max(1, first), min(_LAST, last)))


def _open(first: int, last: int) -> Reader:
    """A reader of words that always mean these minutes."""
    return lambda _match: _within(first, last)


def _exactly(minute: int) -> Reader:
    return lambda _match: _worked_out(minute)


def _figure(match: re.Match[str]) -> Meaning | None:
    before = match.string[max(0, match.start() - 40) : match.start()]
    # A figure at the end of a quotation is no minute: ‘the new No 10’.
    if before.rfind("‘") > before.rfind("’"):
        return None
    return _said(int(match[1]), int(match[2] or 0))


def _ordinal(offset: int, match: re.Match[str]) -> Meaning | None:
    value = ordinal_of(match[1])
    return _said(offset + value) if value else None


def _bare_ordinal(match: re.Match[str]) -> Meaning | None:
    """``in the 53rd``; a small number in words counts anything: ``in the fourth of them``."""
    value = ordinal_of(match[1])
    return _said(value) if value and (match[1][0].isdigit() or value > 12) else None


def _added(match: re.Match[str]) -> Meaning | None:
    """A minute of stoppage time, of a half that is named or not."""
    value = ordinal_of(match[1]) or number_of(match[1])
    if not value or value > 30:
        return None
    half = match[2] or ""
    if not half:
        return Meaning(Certainty.OPEN, added=value)
    return Meaning(Certainty.SAID, Minute(45 if half.lower().startswith("first") else 90, value))


def _after(base: int, match: re.Match[str]) -> Meaning | None:
    """So many minutes after a fixed one; with a hedge somewhere up to there."""
    count = number_of(match[1])
    if count is None or count > 60 + 60 * (base == 0):
        return None
    return _within(base + 1, base + count) if _LOOSE.match(match[0]) else _worked_out(base + count)


def _before(base: int, match: re.Match[str]) -> Meaning | None:
    count = number_of(match[1])
    if count is None or count >= base:
        return None
    return _within(base - count - 2, base - count + 2) if _LOOSE.match(match[0]) else _worked_out(base - count)


def _on(match: re.Match[str]) -> Meaning | None:
    """``on 72 minutes`` is how minutes are said; ``after ten minutes`` is near enough to be worked out."""
    count = number_of(match[2])
    if count is None:
        return None
    return _said(count) if match[1].lower() in ("on", "at") else _worked_out(count)


def _bare_figure(match: re.Match[str]) -> Meaning | None:
    """``Kane tapped in on 24``: no figure that counts something else stands there."""
    return _said(int(match[1])) if int(match[1]) <= 90 else None


def _begun(match: re.Match[str]) -> Meaning | None:
    """``93 minutes and 20 seconds``: in the 94th minute."""
    count = number_of(match[1])
    return _worked_out(count + 1) if count else None


def _seconds(base: int, match: re.Match[str]) -> Meaning | None:
    count = number_of(match[1])
    return None if count is None else _worked_out(base + max(0, count - 1) // 60 + 1)


def _relative(sign: int, match: re.Match[str]) -> Meaning | None:
    count = number_of(match[1])
    if count is None or _LOOSE.search(match[0]):
        return Meaning(Certainty.OPEN)
    return Meaning(Certainty.OPEN, later=sign * count)


def _relative_to(match: re.Match[str]) -> Meaning | None:
    count = number_of(match[1])
    if count is None or _LOOSE.match(match[0]):
        return Meaning(Certainty.OPEN, after=match[3].strip())
    return Meaning(Certainty.OPEN, later=count if match[2].lower() == "after" else -count, after=match[3].strip())


def _unsaid(_match: re.Match[str]) -> Meaning:
    return Meaning(Certainty.OPEN)


def _opening(match: re.Match[str]) -> Meaning | None:
    count = number_of(match[1])
    return _within(1, count) if count else None


def _closing(match: re.Match[str]) -> Meaning | None:
    count = number_of(match[1])
    return _within(90 - count, 90) if count and count < 90 else None


_HALVES: Final = {("early", 1): (1, 20), ("mid", 1): (17, 28), ("late", 1): (32, 45)}


def _part_of_half(match: re.Match[str]) -> Meaning:
    part = "mid" if match[1].lower() in ("midway", "halfway") else match[1].lower()
    first, last = _HALVES[part, 1]
    offset = 45 if match[2].lower() == "second" else 0
    return _within(first + offset, last + offset)


_FIGURES: Final[tuple[tuple[str, Reader], ...]] = (
    (r"(?<![\w'’+.])(\d{1,3})['’′]?\s?\+\s?(\d{1,2})(?:['’′]|(?:st|nd|rd|th)(?=[ -]minute))?(?![\w+])", _figure),
    (r"(?<![\w'’+.:–-])(\d{1,3})()['’′](?![\w\"”])", _figure),
    (rf"^[ \t]*(?:[-*•][ \t])?(?:\*\*|__)?(\d{{1,3}})()\s?{_MINS}", _figure),
    (r"\bmin(?:ute)?\.?\s(\d{1,3})()(?![\w:])", _figure),
    # ``Moura's free-kick (32) curled in``; behind a name it can be somebody's age.
    (rf"\b{_GOAL} \((\d{{1,3}})(?:\+(\d{{1,2}}))?['’′]?(?:,? ?(?:pens?|p|og))?\)", _figure),
)
_ORDINALS: Final[tuple[tuple[str, Reader], ...]] = (
    (rf"\b({ORDINAL})[ -]minute of (?:the )?(first-half |second-half )?{_ADDED}", _added),
    (rf"\b({ORDINAL})[ -]minute of the first (?:half|period) of {_EXTRA}", partial(_ordinal, 90)),
    (rf"\b({ORDINAL})[ -]minute of the second (?:half|period) of {_EXTRA}", partial(_ordinal, 105)),
    (rf"\b({ORDINAL})[ -]minute of {_EXTRA}", partial(_ordinal, 90)),
    (rf"\b({ORDINAL})[ -]minute of the second half", partial(_ordinal, 45)),
    (rf"\b{_CLOSING}[ -]minutes? of {_EXTRA}", _open(116, 120)),
    (rf"\b{_CLOSING}[ -]minutes? of the (?:first )?half", _open(43, 45)),
    (rf"\b({ORDINAL})(?=(?:(?:,|,? and) (?:the )?{ORDINAL})*[ -]minutes?\b)", partial(_ordinal, 0)),
    (r"\b(?:very )?opening[ -]minute\b(?!s)", _exactly(1)),
    (r"\b(?:last|final) minute of (?:normal|regulation|ordinary|the ninety) time\b", _exactly(90)),
    (rf"\bin the ({ORDINAL}){_NO_NOUN}", _bare_ordinal),
    (
        r"\bin the (\d{1,3}(?:st|nd|rd|th))(?= (?-i:[A-Z]))(?! (?:division|round|leg|half|century|street|avenue|league|edition))",
        partial(_ordinal, 0),
    ),
)
_STOPPAGE: Final[tuple[tuple[str, Reader], ...]] = (
    (rf"\b{_NUMBER}{_MINUTES} (?:deep )?into (?:the )?(first-half |second-half )?{_ADDED}", _added),
    (rf"\b{_WELL}first-half {_ADDED}|{_ADDED} (?:at the end )?of the first half", _open(45, 45)),
    (rf"\b{_WELL}second-half {_ADDED}|{_ADDED} (?:at the end )?of the second half", _open(90, 90)),
    (rf"\b{_WELL}(?:\w+ minutes of )?{_ADDED}", _unsaid),
)
# So many minutes before a fixed one, which stands in front.
_FROM_THE_END: Final[tuple[tuple[str, Reader], ...]] = tuple(
    (rf"\b{words.replace('SO_MANY', _SO_MANY)}", partial(_before, minute))
    for minute, words in (
        (120, rf"SO_MANY (?:from|before|short of) the end of {_EXTRA}"),
        (120, rf"SO_MANY of {_EXTRA} {_LEFT}"),
        (45, rf"SO_MANY of the (?:first )?half {_LEFT}"),
        (45, rf"SO_MANY (?:from|before|short of|ahead of) {_BREAK}"),
        (90, rf"SO_MANY (?:from|before|short of) {_END}"),
        (
            90,
            rf"(?:with|there (?:were|was)) (?:just |only |barely )?SO_MANY {_NORMAL}{_LEFT}(?! of (?!normal|the (?:game|match)))",
        ),
        (90, r"with (?:just |only |barely )?SO_MANY to (?:go|play)"),
        (30, "SO_MANY (?:before|short of|shy of) the half[- ]hour"),
        (60, "SO_MANY (?:before|short of|shy of) the hour"),
    )
)
# So many minutes after one.
_FROM_THE_START: Final[tuple[tuple[str, Reader], ...]] = (
    *(
        (rf"\b{words.replace('SO_MANY', _SO_MANY)}", partial(_after, minute))
        for minute, words in (
            (30, "SO_MANY (?:after|past) the half[- ]hour"),
            (60, "SO_MANY (?:after|past) the hour"),
            (105, rf"SO_MANY into the second (?:half|period) of {_EXTRA}"),
            (90, rf"SO_MANY (?:into|of|after the start of) (?:the first (?:half|period) of )?{_EXTRA}"),
            (45, "(?:after )?SO_MANY (?:into|of|after the start of) the second (?:half|period)"),
            (45, rf"SO_MANY (?:after|from|past|of|following|into) {_RESTART}"),
            (0, "SO_MANY into the (?:match|game|contest|final|tie|first half|proceedings)"),
            (0, rf"SO_MANY (?:after|of|from) {_START}"),
            (0, "with (?:just |only |barely )?SO_MANY (?:gone|played|elapsed|on the (?:clock|watch))"),
            (0, "SO_MANY (?:were|was|had|have) (?:been )?(?:gone|played|elapsed|passed|on the (?:clock|watch))"),
        )
    ),
    (rf"\b(?:on|after|at) ({CARDINAL}){_MINUTES} and {CARDINAL}[ -]seconds", _begun),
    (rf"\b(on|after|at) (?:just |only |exactly )?({CARDINAL}){_MINUTES}{_NO_MORE}", _on),
    (rf"(?:^|(?<=[.!?] ))(?:just |only )?{_NUMBER}{_MINUTES} (?:gone|played)\b", partial(_after, 0)),
    (r"\bon (\d{1,2})(?=[,.;!?]|\s+(?:and|but|when|after|with|as)\b)(?! and \d)", _bare_figure),
    (rf"\b{_NUMBER}{_MINUTES} in\b{_NO_NOUN}", partial(_after, 0)),
    (rf"\b({CARDINAL})[ -]seconds (?:after {_RESTART}|into the second half)", partial(_seconds, 45)),
    (
        rf"\b(?:after|inside|within|in|needed|took) (?:just |only |barely |less than )?({CARDINAL})[ -]seconds\b(?! of)",
        partial(_seconds, 0),
    ),
    (rf"\b(?:in|inside|within|during) the (?:first|opening) ({CARDINAL}){_MINUTES}", _opening),
    (rf"\b(?:in|inside|within|during) the (?:last|final|closing) ({CARDINAL}){_MINUTES}", _closing),
)
_FROM_ANOTHER: Final[tuple[tuple[str, Reader], ...]] = (
    (rf"\b{_SO_MANY} (?:later|afterwards|after that|thereafter)\b", partial(_relative, 1)),
    (rf"\b{_SO_MANY} (?:earlier|before that|previously)\b", partial(_relative, -1)),
    (rf"\b(?:lasted|needed|took|required) (?:just |only |all of )?{_SO_MANY}(?! (?:to recover|for))", partial(_relative, 1)),
    (rf"\b{_SO_MANY} (after|before) ([^,.;:()!?\n]{{3,70}})", _relative_to),
    (rf"\b{_SOON}[ -](?:later|afterwards)\b", _unsaid),
    (rf"\b(?:within|inside) {_NUMBER}{_MINUTES}", _unsaid),
    (
        rf"\b{_SOON} after\b(?! {_RESTART}| the (?:half[- ])?hour)",
        _unsaid,
    ),
)
_HOURS: Final[tuple[tuple[str, Reader], ...]] = (
    (r"\b(?:on|at|upon) the half[- ]hour(?: mark)?", _exactly(30)),
    (r"\b(?:on|at|upon) the hour(?: mark)?", _exactly(60)),
    (r"\b(?:just |shortly |soon |moments )?(?:after|past|beyond) the half[- ]hour(?: mark)?", _open(30, 37)),
    (r"\b(?:just |shortly )?(?:before|short of|shy of) the half[- ]hour(?: mark)?", _open(23, 30)),
    (r"\b(?:just |shortly |soon |moments )?(?:after|past|beyond) the hour(?: mark)?", _open(60, 67)),
    (r"\b(?:just |shortly )?(?:before|short of|shy of) the hour(?: mark)?", _open(53, 60)),
    (r"\b(?:around|about|near|approaching|towards) the hour(?: mark)?", _open(54, 66)),
)
_NEAR_THE_ENDS: Final[tuple[tuple[str, Reader], ...]] = (
    (rf"\b(?:on the (?:very )?stroke of|right on) {_BREAK}|\bwith the last kick of the (?:first )?half", _open(43, 45)),
    (rf"\b(?:just|shortly|right|immediately|moments|seconds|not long|soon) (?:before|ahead of) {_BREAK}", _open(40, 45)),
    (rf"\b(?:just|shortly|right|immediately|moments|seconds|straight|soon|not long) after {_RESTART}", _open(46, 53)),
    (r"\bseconds into the second half", _open(46, 47)),
    (r"\bon the stroke of full[- ]time|\bat the death\b|\bwith (?:almost |practically )?the last kick\b", _open(85, 90)),
    (r"\b(?:in the )?(?:dying|closing|final|last) (?:seconds|moments|minute)\b", _open(85, 90)),
    (r"\b(early|late|midway|halfway)(?: on)? (?:in|into|through|inside) the (first|second) half", _part_of_half),
    (rf"\bin the second (?:half|period) of {_EXTRA}", _open(106, 120)),
    (rf"\bin the first (?:half|period) of {_EXTRA}", _open(91, 105)),
    (rf"\bin {_EXTRA}", _open(91, 120)),
    (rf"\bbefore {_BREAK}|\bin the first half\b", _open(1, 45)),
    (rf"\bafter {_RESTART}|\bin the second half\b", _open(46, 90)),
)
_ALL: Final = (_FIGURES, _ORDINALS, _STOPPAGE, _FROM_THE_END, _FROM_THE_START, _FROM_ANOTHER, _HOURS, _NEAR_THE_ENDS)
PATTERNS: Final = tuple((re.compile(text, re.IGNORECASE | re.MULTILINE), read) for part in _ALL for text, read in part)
"""Every pattern with its reader, in the order in which they are tried."""
