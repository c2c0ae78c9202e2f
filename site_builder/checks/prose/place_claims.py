"""Where, when and in which competition the match was played, as a sentence has it.

Only another place, day or competition makes a claim here: what agrees needs no
verdict. Grounds and competitions are named for many reasons, so that a claim
takes words that can only mean this match: its crowd, its kick-off, its result
in the opening paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from site_builder.checks.prose.claims import CompetitionClaim, DateClaim, RoundClaim, ThroughClaim, VenueClaim
from site_builder.checks.prose.context import has_strangers, is_elsewhere
from site_builder.checks.prose.marks import Mark, Reading, Sign, pattern
from site_builder.checks.prose.record import Record
from site_builder.football.model import Side

_RESULT = pattern(
    r"<S>|\b(?:beat|won|win|victory|lost|defeat|drew|draw|level|separate|played out|made the most|argue|plan|shared|ended"
    r"|finished|scoreline|points)\b"
)
_TOLD_RESULT = pattern(
    r"<T>[^;]*\b(?:beat|won|win|victory|lost|defeat|drew|draw|beaten|defeated|edged|saw off)\b[^;]*<S>|<S> (?:win|victory"
    r"|defeat|draw)"
)
_AT = pattern(r"\b(?P<way>in|at) (?:the )?(?P<place><OX>)")
_GROUND = re.compile(
    r"\b(?:stadium|stadion|stadio|estadio|estádio|stade|arena|park|ground|road|lane|field|dome|bowl|centre"
    r"|center)\b",
    re.IGNORECASE,
)
_CROWD = pattern(
    r"\b(?:attendance|crowd|spectators|fans|supporters|watched|noise|full house|sell-?out)\b"
    r"(?:(?!from (?:their|his|her|a)\b)[^.;<OX>]){0,40}\b(?:in|at"
    r"|inside|around|outside) (?:the )?(?P<place><OX>)"
    r"|\b(?:heard|loud enough)\b[^.;<OX>]{0,30}\b(?:outside|around|across|in) (?:the )?(?P<place2><OX>)"
    r"|^(?:the )?(?P<place3><OX>) (?:had|held|saw) (?:a crowd of )?\d"
    r"|\b(?:kicked off|kick-off|(?:match|game|tie|fixture|final) (?:was|is) (?:played|held|staged)|played|staged"
    r"|hosted) (?:in|at) (?:the )?(?P<place4><OX>)"
    r"|\b\d{1,3}(?:[,.]\d{3})+\b[^.;<OX>]{0,30}\b(?:at|inside) (?:the )?(?P<place5><OX>)"
    r"|\b(?:empty|packed|full|noisy|sold-out|deserted) (?P<place6><OX>)"
)
_PLACES = ("place", "place2", "place3", "place4", "place5", "place6")
_ROUND = pattern(
    r"(?:^in|(?:<T>|<S>),? in) (?:the|their|this) (?:(?:first|second) leg of (?:the|their) )?(?:<C> )?"
    r"(?P<round>round of (?:16|32|sixteen)|quarter-finals?|semi-finals?|final)\b(?![- ](?:minutes?|moments?|seconds?|third"
    r"|quarter|stages?|ten|five))"
)
_MATCH_OF = pattern(
    r"\b(?P<which>this|the|a|an|their|tonight's|today's|in) (?P<competition><O>) (?P<what>meeting|match|fixture|tie|clash"
    r"|game|encounter|outings?|qualifier|opener|showdown"
    r"|contest|semi-final|quarter-final|final|play-off|derby|duel|group match|group game|evening|night|afternoon)\b"
    r"|\bmore (?:reports|results) from (?:the )?(?P<competition2><O>)|\bearlier (?P<competition3><O>) outings"
)
_WHAT_IS_PLAYED = r"(?:meeting|match|game|fixture|tie|clash|encounter|contest|final|derby)"
_ON = pattern(
    rf"\b{_WHAT_IS_PLAYED}(?: \w+){{0,2}}? on (?P<day><D>)(?:[^.;]{{0,12}}\b(?:was|were|saw|drew|began|ended|finished"
    rf"|kicked)|,? (?:in|at) <V>)"
    rf"|\b{_WHAT_IS_PLAYED} (?:was )?(?:played|held|staged) (?:\w+ )?on (?P<day2><D>)|\b(?:kicked off|kick-off|was played"
    rf"|were played|played) (?:at \S+ )?on (?P<day3><D>)"
    rf"|^(?:the )?<T> (?:met|played|faced|hosted|beat|drew with|lost to) (?:the )?<T>(?: \w+){{0,3}}? on (?P<day4><D>)"
    r"|^on (?P<day5><D>),? (?:the )?<T> (?:and (?:the )?<T> (?:met|played|drew)|(?:met|played|faced|hosted|beat|drew with"
    r"|lost to) (?:the )?<T>)"
)
_DAYS = ("day", "day2", "day3", "day4", "day5")

_THROUGH = (
    pattern(
        r"(?P<side><T>)(?:, [^,;]{1,40},)? (?:then |duly |eventually |finally |deservedly |narrowly )?(?:went|go|goes|are"
        r"|were|got|get|sailed|squeezed|scraped|marched|march|move|moved|moves|advance|advanced|advances|progress"
        r"|progressed|progresses"
        r"|book(?:ed)? their place|booked a place|cruised|eased|qualif(?:y|ied|ies)) (?:through|on (?:to|penalties)"
        r"|(?:in)?to the (?:final|semi-finals?|quarter-finals?|next round|last|round)|in the (?:final|semi-finals?"
        r"|quarter-finals?|next round|last)|on their way to the)"
    ),
    pattern(r"(?P<side><T>) (?:reach|reached|reaches) the (?:final|semi-finals?|quarter-finals?|last|next round|round)"),
    pattern(r"(?P<side><T>) (?:won|win|wins|prevailed|triumphed|beat <T>|went through|progressed"
    r"|advanced)(?: \w+){0,3}? (?:on penalties|the shoot-?out|in a (?:penalty )?shoot-?out|on spot-kicks|on aggregate"
    r"|the tie|the cup|the trophy|the title)"),
    pattern(r"\b(?:send|sends|sent|sending|take|takes|took|put|puts|fire|fires|fired|carried"
    r"|carries) (?:the )?(?P<side><T>) (?:through|(?:in)?to the (?:final|semi-finals?|quarter-finals?|last|next round))"),
    pattern(r"(?P<out><T>) (?:are|were|went|go|goes|crashed|bowed|crash|bow) out\b(?! of (?:sight|luck|ideas|the (?:blocks"
    r"|traps|group)))(?! to\b)"),
    pattern(r"\b(?:knocking|knocked|knock|dumping|dumped) out (?:the )?(?P<out><T>)"),
    pattern(r"(?P<out><T>) (?:lost|lose|loses) (?:on penalties|the shoot-?out|the tie|the final|in a shoot-?out)"),
    pattern(r"(?P<out><T>) (?:were|are|was) (?:eliminated|knocked out|dumped out)"),
    pattern(r"(?P<side><T>) (?:knocked|knock|put|dumped|dump|sent|send|eliminated|eliminate) (?:the )?(?P<out><T>)(?: out)?"),
    pattern(r"\b(?:knock|knocks|knocked|put|puts|dump|dumps|dumped|eliminate|eliminates"
    r"|eliminated) (?:the )?(?P<out><T>)(?: out)\b"),
)  # fmt: skip
_TIE_WORDS = re.compile(
    r"\b(?:out|through|final|finals|semi-finals?|quarter-finals?|round|last|penalties|shoot-?out"
    r"|aggregate|tie|cup|trophy|title|spot-kicks|penalt|eliminat\w+)\b"
)


def through_claims(reading: Reading, record: Record) -> Iterator[ThroughClaim]:
    """Who went on, and who went out."""
    if not _TIE_WORDS.search(reading.text):
        return
    for hit in reading.search(*_THROUGH):
        start, end = reading.clause(hit.start())
        if (
            is_elsewhere(reading, record, start, end)
            or has_strangers(reading, start, end)
            or _is_negated(reading, hit.start(), hit.end())
        ):
            continue
        groups = hit.groupdict()
        sides = {mark.side for name in groups if groups[name] for mark in (reading.marks[hit.start(name)],)}
        if len(sides) < sum(1 for name in groups if groups[name]):
            continue
        mark = reading.marks[hit.start("side" if groups.get("side") else "out")]
        side = mark.side if groups.get("side") else _other(mark)
        if side:
            yield ThroughClaim(mark, side)


def _other(mark: Mark) -> Side | None:
    return mark.side.other if mark.side else None


def _is_negated(reading: Reading, start: int, end: int) -> bool:
    return bool(re.search(r"\b(?:not|never|nearly|almost|who|which|both|neither)\b", reading.text[max(0, start - 12) : end]))


def venue_claims(reading: Reading, record: Record) -> Iterator[VenueClaim]:
    """Other grounds that the sentence gives for the match's own."""
    if record.venue is None or reading.of(Sign.VENUE) or is_elsewhere(reading, record, 0, 0):
        return
    for hit in _CROWD.finditer(reading.text):
        mark = reading.marks[next(hit.start(name) for name in _PLACES if hit[name])]
        if _is_ground(mark) and not has_strangers(reading, 0, hit.start()):
            yield VenueClaim(mark)
    if reading.is_lead and not reading.is_title and _RESULT.search(reading.text) and reading.of(Sign.TEAM, Sign.SCORE):
        for hit in _AT.finditer(reading.text):
            mark = reading.marks[hit.start("place")]
            if _is_ground(mark) and _others_apart(reading, hit.start("place")):
                yield VenueClaim(mark)


def _is_ground(mark: Mark) -> bool:
    """A venue of the site, a town that is a team as well, or what is called a stadium."""
    if mark.sign is Sign.OTHER:
        return mark.address.startswith(("venues/", "teams/"))
    return bool(_GROUND.search(mark.text)) and len(mark.text.split()) > 1


def _others_apart(reading: Reading, place: int) -> bool:
    """Whether nobody else is named in the sentence."""
    return all(other == place for other, _ in reading.of(Sign.OTHER, Sign.STRANGER))


def competition_claims(reading: Reading, record: Record) -> Iterator[CompetitionClaim]:
    """Other competitions that the sentence gives for the match's own."""
    if reading.of(Sign.COMPETITION) or (
        is_elsewhere(reading, record, 0, 0) and "more " not in reading.text and "earlier" not in reading.text
    ):
        return
    for hit in _MATCH_OF.finditer(reading.text):
        name = next(name for name in ("competition", "competition2", "competition3") if hit[name])
        mark = reading.marks[hit.start(name)]
        others = [place for place, other in reading.of(Sign.OTHER, Sign.STRANGER) if other is not mark]
        if (
            mark.address.startswith("competitions/")
            and not others
            and (reading.is_lead or name == "competition2" or hit["which"] == "this")
        ):
            yield CompetitionClaim(mark)


def date_claims(reading: Reading, record: Record) -> Iterator[DateClaim]:
    """Days that the sentence gives for the match, and weekdays that no calendar gives to their dates."""
    for hit in _ON.finditer(reading.text):
        mark = reading.marks[next(hit.start(name) for name in _DAYS if hit[name])]
        found = mark.date
        if found is None or found.ago is not None or found.is_coming or has_strangers(reading) or _is_the_final(hit, record):
            continue
        if found.month is not None and found.day_of_month is not None:
            day = found.day or _in_year_of(record, found.month, found.day_of_month)
            if day and (reading.is_lead or found.year) and not _looks_back(reading, hit):
                yield DateClaim(mark, day, found.weekday)
    for _, mark in reading.of(Sign.DATE):
        if mark.date and mark.date.day and mark.date.weekday is not None and mark.date.day.weekday() != mark.date.weekday:
            yield DateClaim(mark, None, mark.date.weekday, is_impossible=True)
    yield from _weekdays(reading, record)


def _weekdays(reading: Reading, record: Record) -> Iterator[DateClaim]:
    """A bare weekday beside the result in the opening paragraph, where that is all that is said of time."""
    marks = [mark for _, mark in reading.of(Sign.DATE)]
    if len(marks) != 1 or not reading.is_lead or not _TOLD_RESULT.search(reading.text) or has_strangers(reading):
        return
    date = marks[0].date
    if (
        date
        and date.weekday is not None
        and date.month is None
        and not date.is_coming
        and not marks[0].text.lower().startswith("last")
    ):
        apart = replace(reading, text=reading.text.replace(Sign.DATE.value, ""), marks={})
        if not is_elsewhere(apart, record):
            yield DateClaim(marks[0], None, date.weekday)


def round_claims(reading: Reading, record: Record) -> Iterator[RoundClaim]:
    """The round that the opening paragraph gives with the result."""
    if (
        not reading.is_lead
        or not _TOLD_RESULT.search(reading.text)
        or has_strangers(reading)
        or is_elsewhere(reading, record, 0, 0)
    ):
        return
    for hit in _ROUND.finditer(reading.text):
        team = next((mark for _, mark in reading.of(Sign.TEAM, Sign.SCORE)), None)
        if team:
            yield RoundClaim(replace(team, text=hit["round"]), hit["round"])


def _is_the_final(hit: re.Match[str], record: Record) -> bool:
    """Whether the day is that of a final, and this match is none."""
    return " final" in hit[0] and record.round != "Final"


def _looks_back(reading: Reading, hit: re.Match[str]) -> bool:
    """Whether the sentence tells of a match of another time before it comes to its day."""
    return bool(
        re.search(
            r"\b(?:last|previous|next|first|reverse|return|earlier|other|had|will"
            r"|would)\b",
            reading.text[: hit.end()],
        )
    )


def _in_year_of(record: Record, month: int, day: int) -> date | None:
    """A day without a year, in that of the match; None where there is no such day."""
    try:
        return date(record.day.year, month, day) if record.day else None
    except ValueError:
        return None
