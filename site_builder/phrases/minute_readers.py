"""What the words of a minute mean: a reader for each kind of pattern; None for what turns out to be no moment of play."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from site_builder.football.model import Minute
from site_builder.phrases.minute_values import Certainty, Meaning, Span
from site_builder.phrases.numbers import number_of, ordinal_of

Reader = Callable[[re.Match[str]], Meaning | None]
_LAST: Final = 120
HEDGES: Final = "not|barely|less than|inside|within|under|almost|nearly|about|around|some|roughly|more than|over|not even"
LOOSE: Final = re.compile(rf"\b(?:{HEDGES})\b", re.IGNORECASE)


_NEAR: Final = 200
"""Letters before a match that its reader looks at."""


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _NEAR) : match.start()]


def _said(base: int, added: int = 0) -> Meaning | None:
    return Meaning(Certainty.SAID, Minute(base, added)) if 1 <= base <= _LAST + 30 else None


def _worked_out(base: int) -> Meaning | None:
    return Meaning(Certainty.WORKED_OUT, Minute(base)) if 1 <= base <= _LAST else None


def _within(first: int, last: int) -> Meaning:
    return Meaning(Certainty.OPEN, span=Span(max(1, first), min(_LAST, last)))


def as_open(first: int, last: int) -> Reader:
    """A reader of words that always mean these minutes."""
    return lambda _match: _within(first, last)


def as_exactly(minute: int) -> Reader:
    """A reader of words that always mean this minute."""
    return lambda _match: _worked_out(minute)


def as_about(minute: int) -> Reader:
    """A reader of words that mean this minute or one near it: ``after a quarter of an hour``."""
    return lambda _match: Meaning(Certainty.OPEN, Minute(minute))


def as_about_later(minutes: int) -> Reader:
    """A reader of words that mean about so many minutes after what was told last."""
    return lambda _match: Meaning(Certainty.OPEN, later=minutes)


def as_figure(match: re.Match[str]) -> Meaning | None:
    """``72'`` and ``90+4``."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    # A figure at the end of a quotation is no minute: ‘the new No 10’.
    if before.rfind("‘") > before.rfind("’"):
        return None
    return _said(int(match[1]), int(match[2] or 0))


def as_ordinal(offset: int, match: re.Match[str]) -> Meaning | None:
    """``in the 53rd minute``, counted from the start of a half or of extra time."""
    value = ordinal_of(match[1])
    return _said(offset + value) if value else None


def as_bare_ordinal(match: re.Match[str]) -> Meaning | None:
    """``in the 53rd``; a small number in words counts anything: ``in the fourth of them``."""
    value = ordinal_of(match[1])
    return _said(value) if value and (match[1][0].isdigit() or value > 12) else None


_ENDS: Final = (
    (105, re.compile("(?:first|opening).*extra")),
    (120, re.compile("extra")),
    (90, re.compile("second|match|game")),
    (45, re.compile("first|opening|half|break|interval|turnaround")),
)
"""When the period ended to which stoppage time was added, by the words for it."""


def as_added(match: re.Match[str]) -> Meaning | None:
    """A minute of stoppage time, of a half that is named or not."""
    value = ordinal_of(match[1]) or number_of(match[1])
    if not value or value > 30:
        return None
    half = (match[2] or "").lower()
    end = next((minute for minute, words in _ENDS if words.search(half)), None)
    return Meaning(Certainty.SAID, Minute(end, value)) if end else Meaning(Certainty.OPEN, added=value)


_ADDED_BEFORE: Final = re.compile(r"\bminutes? (?:of|into) (?:the )?(?:stoppage|added|injury|additional)[ -]time\b[^.!?]{3,120}$")


def as_added_again(match: re.Match[str]) -> Meaning | None:
    """``in the first minute of added time …; in the third``: another minute of it."""
    value = ordinal_of(match[1])
    is_again = value and _ADDED_BEFORE.search(_before(match))
    return Meaning(Certainty.OPEN, added=value) if is_again else None


def as_after(base: int, match: re.Match[str]) -> Meaning | None:
    """So many minutes after a fixed one; with a hedge somewhere up to there."""
    count = number_of(match[1])
    if count is None or count > 60 + 60 * (base == 0):
        return None
    return _within(base + 1, base + count) if LOOSE.match(match[0]) and count > 1 else _worked_out(base + count)


def as_before(base: int, match: re.Match[str]) -> Meaning | None:
    """So many minutes before a fixed one."""
    count = number_of(match[1])
    if count is None or count >= base:
        return None
    return _within(base - count - 2, base - count + 2) if LOOSE.match(match[0]) else _worked_out(base - count)


def as_on(match: re.Match[str]) -> Meaning | None:
    """``on 72 minutes`` is how minutes are said; ``after ten minutes`` is near enough to be worked out."""
    count = number_of(match[2])
    if count is None:
        return None
    return _said(count) if match[1].lower() in ("on", "at") else _worked_out(count)


def as_bare_figure(match: re.Match[str]) -> Meaning | None:
    """``Kane tapped in on 24``: no figure that counts something else stands there."""
    return _said(int(match[1])) if int(match[1]) <= 90 else None


_MINUTES_BEFORE: Final = re.compile(r"\bminutes?\b[^.!?]{3,90}$")


def as_bare_again(match: re.Match[str]) -> Meaning | None:
    """``after seven minutes Berg scored; after eleven Dahl``: a number behind one that had its minutes."""
    count = number_of(match[1])
    is_again = bool(_MINUTES_BEFORE.search(match.string[: match.start()]))
    return _worked_out(count) if is_again and count and count > 2 else None


def as_begun(match: re.Match[str]) -> Meaning | None:
    """``93 minutes and 20 seconds``: in the 94th minute."""
    count = number_of(match[1])
    return _worked_out(count + 1) if count else None


def as_seconds(base: int, match: re.Match[str]) -> Meaning | None:
    """``after 40 seconds``: in the first minute."""
    count = number_of(match[1])
    return None if count is None else _worked_out(base + max(0, count - 1) // 60 + 1)


_ABOUT: Final = re.compile(r"\b(?:barely|less than|under|almost|nearly|about|around|some|roughly|within|inside)\b")


def as_relative(sign: int, match: re.Match[str]) -> Meaning | None:
    """So many minutes after what was told last, or before it; about so many with a hedge."""
    count = number_of(match[1])
    if count and sign > 0 and _ABOUT.search(match[0]):
        return Meaning(Certainty.OPEN, later=count, after="within")
    if count is None or LOOSE.search(match[0]):
        return Meaning(Certainty.OPEN)
    return Meaning(Certainty.OPEN, later=sign * count)


_MANY: Final = re.compile(r"\b(?:twice|two|three|four|both|brace|double|goals|hat[- ]trick|treble)\b[^.;]{0,40}$", re.IGNORECASE)
_FEW: Final = 20
"""So short a time that what came within it is most likely of its last minutes."""


def as_within(match: re.Match[str]) -> Meaning | None:
    """``levelled within four minutes``: about so many after what was told last, where they are few."""
    count = number_of(match[1])
    is_about = count and count <= _FEW and count > 1 and not _MANY.search(_before(match))
    is_about = is_about and not re.match(
        r" of (?!falling|going|the (?:opener|goal|equali|first goal))", match.string[match.end() :]
    )
    return Meaning(Certainty.OPEN, later=count, after="within") if is_about else Meaning(Certainty.OPEN)


def as_relative_to(match: re.Match[str]) -> Meaning | None:
    """So many minutes after something that is named."""
    count = number_of(match[1])
    if count is None or LOOSE.match(match[0]):
        return Meaning(Certainty.OPEN, after=match[3].strip())
    return Meaning(Certainty.OPEN, later=count if match[2].lower() == "after" else -count, after=match[3].strip())


def as_into(match: re.Match[str]) -> Meaning | None:
    """So many minutes into what the text spoke of before: ``four minutes into it``."""
    count = number_of(match[1])
    return None if count is None else Meaning(Certainty.OPEN, later=count, after=match[2])


def as_unsaid(_match: re.Match[str]) -> Meaning:
    """Words for a moment that do not say which."""
    return Meaning(Certainty.OPEN)


def as_opening(match: re.Match[str]) -> Meaning | None:
    """``in the first ten minutes``."""
    count = number_of(match[1])
    return _within(1, count) if count else None


def as_closing(match: re.Match[str]) -> Meaning | None:
    """``in the last ten minutes``."""
    count = number_of(match[1])
    return _within(90 - count, 90) if count and count < 90 else None


_HALVES: Final = {("early", 1): (1, 20), ("mid", 1): (17, 28), ("late", 1): (32, 45)}


def as_part_of_half(match: re.Match[str]) -> Meaning:
    """``early in the second half``."""
    part = "mid" if match[1].lower() in ("midway", "halfway") else match[1].lower()
    first, last = _HALVES[part, 1]
    offset = 45 if match[2].lower() == "second" else 0
    return _within(first + offset, last + offset)
