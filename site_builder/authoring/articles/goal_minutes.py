"""The minutes of claimed goals, where they hang on one another: "six minutes later", "in stoppage time"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.vocabulary import folded
from site_builder.football.model import Minute
from site_builder.phrases import MinutePhrase

OWN_ENTRY = re.compile(r"\b(?:coming on|introduction|replacing|entering|arrival|arriving|the restart|substitut)", re.IGNORECASE)
# Words after which stoppage time can only be that of the second half.
_LATE = re.compile(
    r"\b(?:second half|after the (?:break|interval|restart)|(?:last|final) quarter of an hour|closing "
    r"stages|off the bench|final ten minutes|"
    r"full[- ]time|from time|normal time)\b",
    re.IGNORECASE,
)
WITHIN = "within"
_FIRST_HALF = re.compile(
    r"\bfirst[- ]half (?:stoppage|added|injury)[ -]time\b|\b(?:touch|kick|action|act|end) of the (?:first|"
    r"opening) half\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"\b(?:half|break|interval)\b", re.IGNORECASE)
_WHICH_HALF = "the text does not say of which half"
_MAYBE_EXTRA = "the minute may be one of extra time"
_EXTRA = re.compile(r"\bextra[ -]time\b", re.IGNORECASE)
_ABOUT = "about this minute"
_TO_GO = re.compile(r"\b(?:left|remaining|to go|to play|from (?:time|the end)|before the end)\b", re.IGNORECASE)
_NEEDED = re.compile(r"needed|took|(?:only |just )?\w+ minutes had passed", re.IGNORECASE)
_FROM_THE_START = re.compile(r"\b(?:[Ee]arlier\b[^.;]*\b)?had $")
_OF_SECOND_HALF = re.compile(
    r"\b(?:in|of|after|for|to|into) (?:the|a \w+) (?:second(?: half)?|interval|break|restart)\b", re.IGNORECASE
)
_INTERVAL = re.compile(r"\b(?:interval|break|half-time|restart)\b[^.;]{0,20}$")
_LAST_GOAL = re.compile(
    r"^(?:that\b|(?:the|his|her|their) (?:opener|opening goal|equali[sz]er|goal|first|second|penalty)|"
    r"falling behind|going (?:ahead|behind|in front)|taking the lead)",
    re.IGNORECASE,
)


def resolved(claims: Sequence[Claim], moments: Iterable[MinutePhrase], text: str, *, has_extra_time: bool) -> tuple[Claim, ...]:
    """Claims with the minutes that can be worked out from what the text told before them.

    ``moments`` are all phrases of the article, with places in its text. Each is
    looked at in turn, whether a goal was found beside it or not: "six minutes
    later" is counted from what was told last, be it a corner.
    """
    found: list[Claim] = []
    events: list[tuple[int, int, Claim | MinutePhrase]] = []
    own = {claim.phrase.start for claim in claims if claim.phrase}
    events += [(c.phrase.start if c.phrase else c.at, n, c) for n, c in enumerate(claims)]
    events += [(m.start, -1, m) for m in moments if m.start not in own]
    second = [m.start for m in moments if (m.minute and 45 < m.minute.base <= 90) or (m.span and m.span.first > 45)]
    last: Minute | None = None
    for _, _, event in sorted(events, key=lambda e: e[:2]):
        if isinstance(event, MinutePhrase):
            last = _moment(event, last)
            continue
        late = bool(_LATE.search(text[max(0, event.at - 600) : event.at]))
        early = last is not None or bool(_HALF.search(text[max(0, event.at - 200) : event.at + 200]))
        early = early and any(place > event.at for place in second)
        if event.phrase and event.phrase.added is not None and _is_of_first_half(text, event.phrase, event.at):
            event = replace(event, minute=Minute(45, event.phrase.added))  # noqa: PLW2901 - the same claim, its half known
        claim = _with_minute(event, last, found, text, has_extra_time=has_extra_time, is_second_half=late, is_first_half=early)
        is_same = claim.phrase is None and bool(found) and found[-1].player == claim.player
        found.append(claim)
        last = last if is_same else claim.minute
    return tuple(sorted(found, key=lambda c: c.at))


_SINCE_BREAK = re.compile(r"\b(?:second|interval|break|half[- ]time|restart)\b", re.IGNORECASE)
_NEAR_BREAK = re.compile(
    r"\b(?:before|on the stroke of|stroke of|towards) (?:half[- ]?time|the (?:break|interval))\b", re.IGNORECASE
)


def _is_of_first_half(text: str, phrase: MinutePhrase, at: int) -> bool:
    """Whether a minute of added time is one of the first half, as the words before it say."""
    is_near = _NEAR_BREAK.search(_sentence_before(text, phrase.start))
    return bool(is_near or _FIRST_HALF.search(text[max(0, at - 200) : at]))


def _moment(phrase: MinutePhrase, last: Minute | None) -> Minute | None:
    """The moment that the text has got to with a phrase that tells no goal; None where it leaves it open."""
    if phrase.minute:
        return phrase.minute
    if phrase.after == WITHIN and last is None and phrase.later:
        return Minute(phrase.later)
    if phrase.later is not None and not phrase.after and last:
        return _plus(last, phrase.later)
    return None


def _with_minute(
    claim: Claim,
    last: Minute | None,
    told: Sequence[Claim],
    text: str,
    *,
    has_extra_time: bool,
    is_second_half: bool,
    is_first_half: bool,
) -> Claim:
    phrase = claim.phrase
    if claim.minute:
        return _of_its_period(claim, claim.minute, last, text, has_extra_time=has_extra_time)
    if phrase is None:
        return claim
    if phrase.span and phrase.span.last == phrase.span.first + 1 and phrase.span.last % 45:
        return replace(claim, minute=Minute(phrase.span.last), doubt=claim.doubt or _ABOUT)
    if phrase.added is not None:
        is_late = is_second_half or (last is not None and last.base > 45)
        return _in_added_time(claim, phrase.added, is_late=is_late, is_open=not is_first_half)
    return _counted(claim, phrase, last, told, text[max(0, phrase.start - 160) : phrase.start])


def _of_its_period(claim: Claim, minute: Minute, last: Minute | None, text: str, *, has_extra_time: bool) -> Claim:
    """A claim whose words give its minute, in the half or the extra time that these count from."""
    phrase = claim.phrase
    if phrase and _TO_GO.search(phrase.text):
        if minute.base > _LATE_ON and _OF_FIRST.search(_sentence_before(text, phrase.start)):
            return replace(claim, minute=Minute(minute.base - 45), doubt=claim.doubt or _ABOUT)
        if has_extra_time and last and last.base > 90 >= minute.base:
            return replace(claim, minute=Minute(minute.base + 30))
    if phrase and last and minute.base < min(45, last.base) and _AT_BREAK.search(_sentence_before(text, phrase.start)):
        return replace(claim, minute=Minute(45 + minute.base), doubt=claim.doubt or _ABOUT)
    late = 90 < minute.base <= 105 and not minute.added and not has_extra_time
    doubt = claim.doubt or (_MAYBE_EXTRA if late and _EXTRA.search(text) else "")
    return replace(claim, minute=Minute(90, minute.base - 90), doubt=doubt) if late else claim


def _counted(claim: Claim, phrase: MinutePhrase, last: Minute | None, told: Sequence[Claim], before: str) -> Claim:
    """A claim whose minute is counted from another; about right only where it was "within" so many."""
    if phrase.later and _BEEN_ON.search(phrase.text) and _ON_AT_HALF_TIME.search(before):
        return replace(claim, minute=Minute(45 + phrase.later), doubt=claim.doubt or _ABOUT)
    minute = _counted_on(phrase, last, told, before[-120:])
    return replace(claim, minute=minute, doubt=claim.doubt or (_ABOUT if minute and phrase.after == WITHIN else ""))


_LATE_ON = 75
# "What he said at the break was undone after three minutes": counted from the restart.
_AT_BREAK = re.compile(
    r"\b(?:at|during|after|over|since|in) (?:half[- ]?time|the (?:half-time )?(?:break|interval))\b", re.IGNORECASE
)
_BEEN_ON = re.compile(r"\bbeen on\b", re.IGNORECASE)
_ON_AT_HALF_TIME = re.compile(
    r"\b(?:came|come|brought|sent|threw|was) on (?:[\w ]{0,40} )?(?:for|at the start of) the second half\b|"
    r"\b(?:on|replac\w+|introduced|for|him|her|(?-i:[A-Z])[\w’'-]+) at (?:half[- ]time|the (?:break|interval))\b",
    re.IGNORECASE,
)


# "With the last kick of the half, or nearly: there was a minute left".
_OF_FIRST = re.compile(r"\b(?:kick|touch|minutes?|seconds|moments|end) of the (?:first |opening )?half\b", re.IGNORECASE)


def _sentence_before(text: str, place: int) -> str:
    return re.split(r"[.!?]\s", text[max(0, place - 160) : place])[-1]


def _counted_on(phrase: MinutePhrase, last: Minute | None, told: Sequence[Claim], before: str) -> Minute | None:
    """The minute that is so many after another, or after the start of a half that the words ``before`` speak of."""
    if phrase.later is None:
        return None
    if phrase.after == "it" or phrase.after.startswith("it "):
        is_half = _OF_SECOND_HALF.search(before) or _INTERVAL.search(before)
        return (
            Minute(45 + phrase.later)
            if is_half
            else _plus(last, phrase.later)
            if last and phrase.text.endswith("after it")
            else None
        )
    if not told and _NEEDED.match(phrase.text) and (last is None or _FROM_THE_START.search(before)):
        return Minute(phrase.later)
    if phrase.after == WITHIN and last is None and not told:
        return Minute(phrase.later + 45 * bool(_SINCE_BREAK.search(before)))
    base = _base(phrase, last, told)
    return _plus(base, phrase.later) if base else None


def _in_added_time(claim: Claim, added: int, *, is_late: bool, is_open: bool) -> Claim:
    """A goal in added time: after ninety minutes where the text is past half-time, most likely so where it says nothing."""
    if not is_late and not is_open:
        return claim
    return replace(claim, minute=Minute(90, added), doubt=claim.doubt or ("" if is_late else _WHICH_HALF))


def _base(phrase: MinutePhrase, last: Minute | None, told: Sequence[Claim]) -> Minute | None:
    """The minute that another is counted from."""
    if phrase.after in ("", WITHIN):
        return last
    if OWN_ENTRY.search(phrase.after):
        return None
    after = folded(re.sub(r"['’]s\b", "", phrase.after)).split()
    named = [c for c in told if c.player and folded(c.player.split(" ")[-1]) in after]
    if named:
        return named[-1].minute
    return last if _LAST_GOAL.search(phrase.after) else None


def _plus(base: Minute, later: int) -> Minute | None:
    """So many minutes on; None where a half ends in between, since nobody knows how much was added."""
    if base.added:
        return Minute(base.base, base.added + later) if base.added + later > 0 else None
    minute = base.base + later
    for end in (45, 90, 105, 120):
        if base.base <= end < minute or minute < 1:
            return None
        if minute <= end < base.base:
            return None
    return Minute(minute)
