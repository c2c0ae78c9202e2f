"""What fills the gaps: moments for goals that were told without one, and goals that the score has but no verb told.

All of this is marked as doubtful: it goes by what stands near, and only as far as
the score leaves room for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.goal_denials import KICKS, NEGATIVE, PAST, UNDONE, is_cancelled
from site_builder.authoring.articles.goal_kinds import kind_of
from site_builder.authoring.articles.goal_moments import fixed, own_moments, placed
from site_builder.authoring.articles.goal_scorers import segment
from site_builder.authoring.articles.goal_subjects import is_clause_subject
from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.names import Name, proper_case
from site_builder.authoring.articles.other_matches import is_of_another
from site_builder.authoring.articles.players import within
from site_builder.authoring.articles.relations import LONGEST
from site_builder.authoring.articles.subject_words import GOAL_OF, HAD
from site_builder.authoring.articles.text import Article
from site_builder.phrases import MinutePhrase, Sentence

NEAR_IT = "the minute is that of words near it"
_CHANGE = re.compile(
    r"\b(?:book(?:ed|ing)|yellow|"
    r"red card|caution|sent off|dismiss|replac|substitut|came on(?! \d| the (?:hour|half))|brought on|sent on|introduced|injur|"
    r"off for|on for|limped|withdrawn|second booking|penalty (?:was )?(?:saved|missed)|(?:gone|went|go|carried|taken) off|"
    r"(?:on|left) the (?:field|pitch))",
    re.IGNORECASE,
)
# How strongly words speak of a goal.
_PLAIN = re.compile(
    r"\b(?:goal(?!keeper|-line| kick|mouth)|net\b|the lead|ahead|level|equal|in front|scor(?:e|ed|ing)|\d[-–]\d|deadlock|"
    r"advantage|atoned|amends|joined in|off the mark|breakthrough|opener|winner|header|twice|beaten|own goal|fourth|third|"
    r"(?:nothing|little|no one|nobody) (?:to )?(?:separated|between)|(?:stayed|remained|lasted|wait|held out|"
    r"held firm) (?:\w+ ){0,2}until|"
    r"it (?:came|arrived)\b)",
    re.IGNORECASE,
)
_FAINT = re.compile(
    r"\b(?:pounce|meet|met|rose|climb|profit|capitali|punish|advantage of|rebound|loose ball|beat|pick(?:ed)? his spot|"
    r"kept (?:his|a) cool|no chance|unmarked|finish|hit|volley|corner|made no mistake|clean through|spot|flew|"
    r"roof|cross|let fly|got (?:his|a) (?:head|foot|toe|boot) to|"
    r"drive|curl|strike|struck|shot)",
    re.IGNORECASE,
)
_GOES_IN = re.compile(
    r"(?:It|The ball|His (?:shot|effort|header|drive)|The shot) (?:[\w-]+ ){0,2}?(?:flew|went|sailed|rocketed|screamed|nestled|"
    r"rolled|looped|crept|hit the (?:net|back)|was (?:his|her|their|the))\b"
)
_RECIPIENT = re.compile(
    r"\b(?:for|to|into the path of|reached|found|fell to|left|leaving|except|there (?:was|is)|it was|and|at the feet of) "
    r"(?:the |substitute |captain |only )*$"
)
_EXCEPT = re.compile(r"\b(?:except|other than|but) $")
_NEXT = 2
_LONGEST_TALE = 6
# "The winner came two minutes into the second half": told in so many sentences behind it.
_WILL_COME = re.compile(
    r"\b(?:winner|winning goal|(?:only|opening|decisive|first|second|third|fourth|next|deciding) goal|(?:the|a) goal|opener|"
    r"equali[sz]er|leveller|breakthrough|moment|second|third|reply|answer)\b[^.;]{0,25}"
    r"\b(?:came|arrived|followed|was (?:scored|made|born)|began)\b",
    re.IGNORECASE,
)


_INITIALS = 3
_UNDONE = 2
"""Words must speak so strongly of a goal where others of their sentence speak of a miss."""


class _Told(Struct, frozen=True):
    """A sentence with those whom it names, the moments that no goal has, and whether it tells a goal."""

    sentence: Sentence
    names: list[Name]
    moments: list[MinutePhrase]
    has_goal: bool


def _sentences(article: Article, people: Sequence[Name], claims: Sequence[Claim], *, has_kicks: bool) -> list[_Told]:
    taken = {claim.phrase.start for claim in claims if claim.phrase}
    found: list[_Told] = []
    kicking = -1
    for sentence in article.sentences:
        kicking = sentence.block if has_kicks and KICKS.search(sentence.text) else kicking
        if sentence.end <= len(article.title) + 2 or len(sentence.text) > LONGEST or sentence.block == kicking:
            continue
        moments = [placed(phrase, sentence) for phrase in fixed(own_moments(sentence.text))]
        is_told = any(sentence.start <= claim.at < sentence.end for claim in claims)
        free = [phrase for phrase in moments if phrase.start not in taken]
        found.append(_Told(sentence, within(sentence, people), free, is_told))
    return found


def with_near_moments(claims: Sequence[Claim], article: Article, people: Sequence[Name], *, has_kicks: bool) -> tuple[Claim, ...]:
    """Claims without words for their minute, with those of the sentence before in the same paragraph."""
    told = _sentences(article, people, claims, has_kicks=has_kicks)
    return tuple(claim if claim.phrase else _with_near(claim, told) for claim in claims)


def _with_near(claim: Claim, told: Sequence[_Told]) -> Claim:
    number = next((n for n, one in enumerate(told) if one.sentence.start <= claim.at < one.sentence.end), 0)
    own = told[number] if told else None
    for back, before in enumerate(reversed(told[max(0, number - _LONGEST_TALE) : number])):
        if own is None or before.sentence.block != own.sentence.block or before.has_goal:
            break
        if back >= _NEXT and not _WILL_COME.search(before.sentence.text):
            continue
        is_followed = _FROM_IT.match(own.sentence.text) and not _CHANGE.search(before.sentence.text)
        moments = [phrase for phrase in before.moments if is_followed or not _is_of_other(phrase, before)]
        if len(moments) == 1:
            return replace(claim, minute=moments[0].minute, phrase=moments[0], doubt=claim.doubt or NEAR_IT)
        if before.moments:
            break
    return claim


# "From the corner that followed …": at once after what the sentence before told.
_FROM_IT = re.compile(
    r"(?:But )?(?:[Ff]rom|[Dd]irect from|[Ss]traight from|[Aa]t) the (?:(?:resulting|ensuing|subsequent|following) |"
    r"(?:corner|free-kick|free kick|throw|throw-in|penalty|kick|rebound) (?:that followed|which followed|that resulted)\b)|"
    r"The (?:resulting|ensuing) "
)


def _is_of_other(phrase: MinutePhrase, told: _Told) -> bool:
    """Whether a moment is that of a change, a miss, or of another match."""
    text, at = told.sentence.text, phrase.start - told.sentence.start
    around = segment(text, at)
    return bool(_CHANGE.search(around) or NEGATIVE.search(around)) or _is_past(text, at, around)


def _is_past(text: str, at: int, around: str) -> bool:
    return bool(PAST.search(around)) or is_of_another(text, at, around)


def likely_goals(article: Article, people: Sequence[Name], claims: Sequence[Claim], *, has_kicks: bool) -> Iterator[Claim]:
    """A goal for each moment that no claim has, if words near it speak of one, with how strongly they do."""
    told = _sentences(article, people, claims, has_kicks=has_kicks)
    for number, one in enumerate(told):
        after = told[number + 1] if number + 1 < len(told) else None
        before = told[number - 1].sentence.text if number else ""
        later = " ".join(next_one.sentence.text for next_one in told[number + 1 : number + 4])
        if is_cancelled(one.sentence.text, later) or is_of_another(one.sentence.text, 0, "", before):
            continue
        after = after if after and after.sentence.block == one.sentence.block else None
        for phrase in one.moments:
            if claim := _likely(one, phrase, after, is_announced=bool(_ANNOUNCED.search(before))):
                yield claim


# "It was a long time before there was another goal."
_ANNOUNCED = re.compile(
    r"\b(?:(?:another|next|second|third|fourth|opening|first|only|decisive|winning) goal|equali[sz]er|winner|breakthrough)\b"
    r"[^.]{0,40}$",
    re.IGNORECASE,
)


def _likely(one: _Told, phrase: MinutePhrase, after: _Told | None, *, is_announced: bool) -> Claim | None:
    text, at = one.sentence.text, phrase.start - one.sentence.start
    around = segment(text, at)
    if (
        _MODAL.search(text)
        or _CHANGE.search(around)
        or _is_past(text, at, around)
        or (after and _is_missed(text, after.sentence.text))
    ):
        return None
    name = _actor(text, one.names, at)
    told = one.sentence
    if name is None and after and not after.has_goal and not one.has_goal and not after.moments and not NEGATIVE.search(text):
        told, name = after.sentence, _actor(after.sentence.text, after.names, 0)
    weight = _weight(text, after.sentence.text if after else "", is_next=told is not one.sentence) + _UNDONE * is_announced
    if name is None or not weight or (weight <= _UNDONE and NEGATIVE.search(text)) or UNDONE.search(text):
        return None
    kind, _ = kind_of(segment(told.text, name.end))
    return Claim(proper_case(name.text), told.start + name.start, phrase.minute, phrase, kind, is_sure=False, gap=weight)


def _is_missed(text: str, after: str) -> bool:
    """Whether a penalty that a sentence tells of was none in the next one."""
    return bool(_PENALTY.search(text)) and bool(NEGATIVE.search(after) or _HELD.search(after))


_MODAL = re.compile(r"\b(?:should|could|might|would)(?: not)? have\b|\b(?:should|could|might|would)['’]ve\b")
_PENALTY = re.compile(r"\b(?:penalty|spot)\b")
_HELD = re.compile(r"\b(?:went|dived|guessed) the right way\b|\bheld\b")


def _actor(text: str, names: Sequence[Name], at: int) -> Name | None:
    """Who acts last in a sentence, or gets the ball last; of several moments, up to the next one."""
    moments = [phrase for phrase in fixed(own_moments(text)) if phrase.start > at]
    stops = [moments[0].start if moments else len(text)]
    if moments and (stop := text.find(";", at)) >= 0:
        stops.append(stop)
    until = min(stops)
    begun = max((phrase.end for phrase in fixed(own_moments(text)) if phrase.end <= at), default=0)
    own = [name for name in names if begun <= name.start < until and not name.is_possessive] or (
        [name for name in names if not name.is_possessive] if not moments else []
    )
    if _SLIPPED.search(text):
        own = [name for name in names if name.is_possessive and GOAL_OF.match(text, name.end + 2)]
        return own[-1] if own else None
    acting = [
        name
        for name in own
        if _may_act(text, name) and (_EXCEPT.search(text[: name.start]) or not NEGATIVE.search(segment(text, name.end)))
    ]
    if not acting and not own:
        owning = [name for name in names if name.is_possessive and _ITS_END.match(text, name.end)]
        return owning[-1] if owning else None
    return acting[-1] if acting else None


# "Owed much to the goalkeeper, who let Berg's shot slip through his hands".
_SLIPPED = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}?(?:shot|header|effort|free[- ]kick|drive|volley|cross|corner)\b[^.;]{0,25}"
    r"\b(?:slip(?:ped)?|squirm(?:ed)?|through|creep|crept|under (?:him|his)|spill(?:ed)?|in off)\b"
)


# "Miller's cross, Petta's finish": whose finish it was.
_ITS_END = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}(?:finish|header|head|shot|volley|drive|strike|free-kick|tap-in|touch|boot|effort)\b"
)


def _may_act(text: str, name: Name) -> bool:
    before = text[: name.start]
    is_thing = before.endswith((" a ", " an ")) or (name.text.isupper() and len(name.text) > _INITIALS)
    is_exclaimed = not before and re.match(r"[!?]", text[name.end :])
    if HAD.match(text, name.end):
        return False
    return (is_clause_subject(text, name) or bool(_RECIPIENT.search(before))) and not is_thing and not is_exclaimed


def _weight(text: str, after: str, *, is_next: bool) -> int:
    """How strongly words speak of a goal; 0 where they do not at all."""
    own = 3 * bool(_PLAIN.search(text)) + bool(_FAINT.search(text))
    behind = 2 * bool(_GOES_IN.match(after)) + (bool(_PLAIN.search(after)) + bool(_FAINT.search(after))) * is_next
    return own + behind
