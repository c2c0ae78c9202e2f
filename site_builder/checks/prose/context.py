"""Whether a sentence speaks of the match at hand, as far as its own words tell.

Reports look back and ahead, and to other grounds. Each of these words is a
reason to say nothing: one that is missing costs a false alarm, one too many
costs a conflict that is not found.
"""

from __future__ import annotations

import re
from datetime import date

from site_builder.checks.prose.marks import Mark, Reading, Sign
from site_builder.checks.prose.record import Record
from site_builder.phrases import DatePhrase

_MONTHS = "january february march april may june july august september october november december".split()
_ELSEWHERE = re.compile(
    r"\b(?:last|previous|past|next|coming|following|earlier this|later this|this) (?:season|year|month|week|weekend|time"
    r"|term|summer"
    r"|autumn|winter|spring|match|matches|game|games|fixture|round|home|away|opponents?|meeting|visit|trip|tournament|edition"
    r"|five|six|seven|eight|nine|ten|two|three|four)\b"
    r"|\b(?:days?|weeks?|months?|years?|seasons?) (?:earlier|later|ago|before|after|since|previously|on)\b|\bago\b"
    r"|\b(?:earlier|previous|previously|yesterday|tomorrow|recent|recently|lately|historic|history|record|ever|since)\b"
    r"|\b(?:first|previous|last|third|fourth|fifth|second|reverse|return) (?:meeting|encounter|fixture|clash)\b"
    r"|\bmeetings\b|\bhead-to-head\b"
    r"|\bin the (?:league|cup|group|groups|group stage|table|standings|other|opening match|first match|last match)\b"
    r"|\b(?:league|group|qualifying) (?:match|matches|game|games|stage|campaign|meeting)\b"
    r"|\b(?:career|tournament|campaign|season)\b|\bof the (?:\w+ )?(?:season|tournament|campaign|competition|year)\b"
    r"|\bmeanwhile\b|\belsewhere\b|\bsame (?:evening|day|time|hour|night|afternoon)\b|\bother (?:match|game|tie|semi-final"
    r"|group)\b"
    r"|\b(?:had|they'd|having) (?:also |already |only |just |never |once |twice |again |previously )?(?:been |come "
    r"|gone )?(?:beaten|won|lost"
    r"|drawn|met|played|faced|defeated|eliminated|knocked|reached|thrashed)\b|\bwhen (?:they|the two|the teams"
    r"|the sides) (?:had )?(?:last )?met\b"
    r"|\bunbeaten\b|\brun of\b|\bin a row\b|\bsuccessive\b|\bconsecutive\b|\bstraight (?:win|defeat|match|game|loss)"
    r"|\byouth\b|\bunder-\d|\bwomen's\b|\breserves?\b"
)
_MAYBE = re.compile(
    r"\b(?:would|could|might|may|should|will|won't|wouldn't|needs?|needed|must|if|unless|hoping|hopes?|aiming|aims?"
    r"|expected|tipped|chasing|never|likely|unlikely)\b"
)
_NO_GOAL = re.compile(
    r"\b(?:not|n't|never|almost|nearly|denied|deny|disallowed|chalked|ruled out|offside|miss(?:ed|es|ing)?|saved|saves|save"
    r"|wide|crossbar"
    r"|woodwork|upright|cleared|blocked|failed|fails|without|chance|chances|should|could|might|may|would|came close|went close"
    r"|rattled|narrowly|parried|tipped|inches|appeals?|off the line|off the bar|the bar|hit the post|struck the post"
    r"|against the post"
    r"|onto the post|off the post|thought|until|unless|instead of|deserved|threaten(?:ed|ing|s)?|kept out|over the bar"
    r"|scoreless|fail"
    r"|(?:volleyed|headed|shot|fired|blazed|curled|lobbed|chipped|skied|lifted) (?:it |just )?over)\b"
)
_ONLY = re.compile(r"\bcould only (?=turn|divert|deflect|help|head|steer|push|put|bundle|prod|poke)")
_OTHER_EVENT = re.compile(
    r"\b(?:booked|booking|bookings|yellow|red card|cards?|sent off|sent on|sending[- ]off|dismiss\w*|substituted"
    r"|substitution\w*|came on|comes on"
    r"|coming on|come on|brought on|bring on|brings on|introduc\w*|taken off|took off|takes off|taking off|withdr\w*"
    r"|replac\w*|made way|off the bench"
    r"|went off|go off|gave way|injured|limped|stretcher\w*|hobbled|on for|on since|on in the|changes?|caution\w*|foul\w*"
    r"|concussion"
    r"|drinks break|cooling|flares?|paused|stopped|halted|interrupted|kick-?off|whistle)\b"
)
_SHOOTOUT = re.compile(r"\b(?:shoot-?out|kicks?|spot-kicks|penalties|pens)\b")
_IN = re.compile(r"\b(?:in|outside|inside|around) (?:the )?\Z")
_AT = re.compile(r"\bat (?:the )?\Z")
_GROUND = re.compile(r"\b(?:Stadium|Arena|Park|Ground|Stadion|Stadio|Estadio)\b")


def is_elsewhere(reading: Reading, record: Record, start: int = 0, end: int | None = None) -> bool:
    """Whether a sentence leads away from the match, to another time or match, or a part of it to what only may be."""
    whole = reading.text
    away = _ELSEWHERE.search(whole) or _MAYBE.search(whole[start:end])
    return bool(away) or _other_leg(whole, record) or _other_time(reading, record)


def _other_leg(part: str, record: Record) -> bool:
    named = {1: "first leg", 2: "second leg"}
    return any(words in part and leg != record.leg for leg, words in named.items()) or "both legs" in part


def _other_time(reading: Reading, record: Record) -> bool:
    """Dates and months that are not the match's, and any year."""
    for _, mark in reading.of(Sign.DATE):
        if mark.date is None or record.day is None or not _is_the_day(mark.date, record.day):
            return True
    month = record.day.month if record.day else 0
    own = _MONTHS[month - 1] if month else ""
    found = re.findall(rf"\b(?:in|since|of|last|until) (?:early |late |mid-)?({'|'.join(_MONTHS)})\b", reading.text)
    return any(name != own for name in found) or bool(re.search(r"\b(?:1[89]|20)\d\d\b", reading.text))


def _is_the_day(phrase: DatePhrase, day: date) -> bool:
    """Whether a date, or a bare weekday, may be the match's."""
    if phrase.month is None and phrase.weekday is not None:
        return not phrase.is_coming and phrase.weekday == day.weekday()
    return phrase.day == day or phrase.ago in (0, 1)


def has_strangers(reading: Reading, start: int = 0, end: int | None = None) -> bool:
    """Whether a part of a sentence names somebody or something that is not of the match; grounds and towns do not count."""
    stop = len(reading.text) if end is None else end
    return any(
        start <= place < stop and not _is_place(reading, place, mark) for place, mark in reading.of(Sign.OTHER, Sign.STRANGER)
    )


def _is_place(reading: Reading, place: int, mark: Mark) -> bool:
    """Whether a name stands where a town or a ground does: ``in Doha``, ``at Wembley``; ``at Bologna`` is another team."""
    before = reading.text[max(0, place - 14) : place]
    if _IN.search(before):
        return True
    return bool(_AT.search(before)) and (mark.address.startswith("venues/") or bool(_GROUND.search(mark.text)))


def is_no_goal(part: str) -> bool:
    """Whether words tell of a goal that was none, or may have been."""
    return bool(_NO_GOAL.search(_ONLY.sub("", part)))


def is_other_event(part: str) -> bool:
    """Whether words tell of a card, a change or an interruption: a minute beside them may be theirs."""
    return bool(_OTHER_EVENT.search(part))


def is_shootout(part: str) -> bool:
    """Whether words tell of the kicks after a match."""
    return bool(_SHOOTOUT.search(part))
