"""Who scored, by the words of a sentence: the name that a verb of scoring belongs to, and where the goal is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.goal_words import CAME, GOAL_FOR, NEGATIVE, NTH, PAST, SHOT, STRONG
from site_builder.authoring.articles.names import Name
from site_builder.phrases import MinutePhrase, find_minutes

OBJECT = re.compile(
    r"\b(?:from|by|past|beyond|beat|beating|for|with|against|under|over|off|denied|found|finds|fed|"
    r"above|around|round|off|after|to|into|onto|on to|nutmegged|spun|brought down|fouled|felled|turned|outpaced|outjumped|"
    r"freed|robbed|robbing|replaced|replacing|left|"
    r"met|and beat|sent|sent on|threw on|brought on|released|picked out|set up|into the path of|ahead "
    r"of|in|before|behind|between|than|like|"
    r"at)\s+(?:the |substitute |goalkeeper |keeper |captain |striker )*$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|from|through|via|courtesy of|thanks to|came from|fell to)\s+(?:the |substitute |captain |striker |midfielder )*$",
    re.IGNORECASE,
)
_ROLES = "|".join(
    """striker midfielder forward winger defender captain skipper substitute sub full-back left-back right-back wing-back
    centre-back centre-half centre-forward playmaker frontman marksman hitman poacher teenager youngster veteran ace star man
    international debutant""".split()
)
_ORIGIN = r"(?-i:[A-Z][a-z]+(?:ian|ean|ish|ese|man|ard|can|ch|ine|wede|ane|Turk|zech|rab|roat|erb|cot|ole|inn))"
_PRONOUN = re.compile(
    rf"\b(?:he|she|(?:the|his|her) (?:[\w'’-]+ ){{0,3}}?(?:{_ROLES}|No\.? ?\d+|number \d+|same player|same man|\d\d-year-old)"
    rf"|the {_ORIGIN})\b(?! (?-i:[A-Z])|['’]s\b)",
    re.IGNORECASE,
)
# What stands before a name that is the subject of its clause; before objects stand verbs and prepositions.
_JOINERS = (
    r"and|but|when|as|while|then|where|until|till|that|because|since|whereas|so|or|if|once|which|only|this time|again|soon|also|"
    r"minutes? later|later|minute|half|time|hour|interval|break|restart|turn of|it was|was it|\d(?:th|st|nd|rd)"
)
_TITLES = (
    r"the|a|an|his|their|substitute|sub|captain|skipper|striker|midfielder|defender|winger|forward|teenager|full-back|centre-back|"
    r"veteran|youngster|playmaker|fellow|team-mate|unmarked|unlucky|\d\d-year-old|[a-z]+-back"
)
_BEFORE_SUBJECT = re.compile(rf"(?:^|[,;:.!?()—–\"“”‘’]\s*|\b(?:{_JOINERS})\s+)['‘“\"]?(?:(?:{_TITLES})\s+)*$", re.IGNORECASE)
_ACTS = re.compile(r"\s(?:\w+ly |then )?(?:\w+ed|made|had|was|did|put|got|hit|shot|struck|took|gave|found|came|won)\b")
_PASSIVE = re.compile(r"\b(?:was|were|being|been|is|are|be|get|got)(?: \w+ly| then| duly| only| half)? $", re.IGNORECASE)
_THROUGH = re.compile(r"^\s*(?:again )?(?:through|via|courtesy of|thanks to) (?:the |substitute |captain )*$", re.IGNORECASE)
_REPLACED = re.compile(r"\b(?:injured|replac(?:ed|ing)|in place of|instead of) (?:the |captain )*$", re.IGNORECASE)
# Objects that act next: the ball falls to somebody, a manager sends somebody on.
_COMES = re.compile(
    r"\b(?:sent on|brought on|threw on|introduced|found|fed|released|freed|picked out|set up|played in|put through|"
    r"sent clear|sent|(?:fell|ran|broke|dropped|came|rolled|back) to) (?:the |substitute |captain |striker )*$",
    re.IGNORECASE,
)
_SAME = re.compile(r"the same (?:player|man)\b", re.IGNORECASE)
_SHORT = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_AGENT = re.compile(r"\bby (?:the |substitute |captain )*$", re.IGNORECASE)
_LETTING = re.compile(
    r"\b(?:for|allow(?:ed|ing)|enabl(?:ed|ing)|left|leaving|inviting) (?:the |substitute |captain |striker )*$", re.IGNORECASE
)
_OWN_GOAL = re.compile(r"own (?:goal|net)", re.IGNORECASE)
_GIVEN_TO = re.compile(r" (?:was |is |went )?(?:down )?(?:given|credited|awarded|attributed|later given)?(?: |)to ")
_OFF = re.compile(
    r"\boff (?:the (?:\w+ )?(?:arm|leg|knee|shin|head|chest|back|foot|boot|heel|thigh|shoulder|hand) of )?(?:the )?(?:\w+ )?$"
)
_HIS = re.compile(r"(?:his|her)\b", re.IGNORECASE)
_GOAL_OF = re.compile(
    r"\s*(?:\w+[- ]){0,3}(?:goal|header|strike|penalty|opener|equali[sz]er|winner|drive|shot|volley|"
    r"effort|finish|spot-kick|low drive|touch|tap-in|lob|flick|half-volley|free-kick|first|second|third|fourth)\b",
    re.IGNORECASE,
)
_CAME_GOAL = re.compile(r"\b(?:goal|answer|opener|winner|reply|equali[sz]\w*|levell?er)\b", re.IGNORECASE)
CLAUSE = re.compile(r"\b(?:and|but|while|whereas|then|before)\b|[;:—]| – ")


class Talk(Struct, frozen=True):
    """Whom the text spoke of before: ``pending`` scored in the last sentence, which did not say when; ``scorer`` scored last."""

    subject: str = ""
    pending: str = ""
    scorer: str = ""


class Told(Struct, frozen=True):
    """A scorer and the stretch of a sentence that tells of his goal; places count within the sentence."""

    player: str
    start: int
    verb: int
    end: int
    is_pronoun: bool = False


def scorers(text: str, names: Sequence[Name], talk: Talk) -> Iterator[Told]:
    """Each verb of scoring with the name that it belongs to."""
    for made in GOAL_FOR.finditer(text):
        name = next((n for n in names if n.start == made.end()), None)
        if name and not NEGATIVE.search(segment(text, made.start())):
            yield Told(name.text, made.start(), made.start(), name.end)
    triggers = sorted({(m.start(), m.end()) for pattern in (STRONG, SHOT, NTH, CAME) for m in pattern.finditer(text)})
    for number, (start, end) in enumerate(triggers):
        counted = NTH.fullmatch(text, start, end) or NTH.match(text, start)
        if counted and any(
            text[other:start].count(",") == 0 and not CLAUSE.search(text, ended, start) for other, ended in triggers[:number]
        ):
            continue  # "tap in the second": the number belongs to the verb before it
        if NEGATIVE.search(segment(text, start)) or (
            PAST.search(segment(text, start)) and not find_minutes(segment(text, start))
        ):
            continue
        if CAME.fullmatch(text[start:end]) and not (_CAME_GOAL.search(text)):
            continue
        found = _scorer(text, names, start, end, talk)
        if found:
            yield found
            talk = replace(talk, scorer=found.player)


_OPENS = re.compile(r"[,;:–—(]| but | and (?=(?:the |then )?[A-Z])")
_CLOSES = re.compile(r"[,;:–—)]| but | after | as | when | while | and (?=(?:the |then )?[A-Z])")


def segment(text: str, at: int) -> str:
    """The part of a sentence between commas and the like that holds a place."""
    begun = [m.end() for m in _OPENS.finditer(text, 0, at)]
    ending = _CLOSES.search(text, at)
    return text[begun[-1] if begun else 0 : ending.start() if ending else len(text)]


def _scorer(text: str, names: Sequence[Name], start: int, end: int, talk: Talk) -> Told | None:
    """Whom a verb of scoring belongs to: a name before it, one after "by", or the person that a pronoun stands for."""
    if _HIS.match(text, start) and talk.subject and not names:
        return Told(talk.subject, start, start, end, is_pronoun=True)
    named = next((n for n in names if 0 <= n.start - end < 45 and _is_through(text[end : n.start], n)), None)
    if named:
        return Told(named.text, start, start, named.end)
    if own := _off_whom(text, names, start, end):
        return Told(own.text, own.start, start, end)
    agent = next((n for n in names if start < n.start < end + 60 and _BY.search(text[: n.start])), None)
    by = Told(agent.text, start, start, agent.end) if agent else None
    if _PASSIVE.search(text[:start]):
        return by
    # "Tapping in after good work by Gakpo": what somebody does himself is not done by whoever comes next.
    return _subject_of(text, names, start, end, talk) or (None if text[start:end].endswith("ing") else by)


def _is_through(between: str, name: Name) -> bool:
    return not name.is_possessive and bool(_THROUGH.search(between))


def _subject_of(text: str, names: Sequence[Name], start: int, end: int, talk: Talk) -> Told | None:
    """The name before a verb, or whom the pronoun before it stands for."""
    before = [n for n in names if n.end <= start]
    if near := _beside(text, before, start):
        return Told(near.text, near.start, start, end)
    pronoun = _pronoun_before(text, before, start)
    if pronoun is not None:
        meant = _meant(text, before, pronoun, start, end, talk)
        if meant or not any(n.end <= pronoun and not n.is_possessive for n in before):
            return meant
    actors = [n for n in before if _is_subject(text, n, start)]
    first = [n for n in actors if is_clause_subject(text, n)] or actors
    if not first:
        return None
    name = _outer(text, first, start)
    return Told(name.text, name.start, start, end)


def _off_whom(text: str, names: Sequence[Name], start: int, end: int) -> Name | None:
    """Whose own goal it is: ``in off the arm of Fernandinho for an own goal``, ``the own goal was given to Pedri``."""
    if not _OWN_GOAL.match(text, start, end):
        return None
    given = next((n for n in names if n.start >= end and _GIVEN_TO.fullmatch(text[end : n.start])), None)
    return given or next((n for n in reversed(names) if n.end <= start and _OFF.search(text[: n.start])), None)


def _beside(text: str, before: Sequence[Name], verb: int) -> Name | None:
    """The name that a verb follows at once, by a relative clause, or as an infinitive: ``for Smicer to push in``."""
    for name in reversed(before):
        between = text[name.end : verb]
        if name.is_possessive:
            continue
        is_finite = not text.startswith("to ", verb)
        if is_finite and re.fullmatch(r"\s(?:\w+ly |then |also |duly |had )?", between) and not _AGENT.search(text[: name.start]):
            return name
        if re.fullmatch(r"\sfor ", between) and _COMES.search(text[: name.start]):
            return name
        if re.fullmatch(r"\s(?:\w+ )?to (?:\w+ly )?", between) and _LETTING.search(text[: name.start]):
            return name
        if re.fullmatch(r",? who(?: \w+ly)? ?(?:(?!, )[^;:.])*", between):
            return name
    return None


def _meant(text: str, before: Sequence[Name], pronoun: int, start: int, end: int, talk: Talk) -> Told | None:
    """The person that a pronoun or "the right-back" stands for: of the sentence, or whom the text spoke of before it."""
    earlier = [n for n in before if n.end <= pronoun and not n.is_possessive]
    if _SAME.match(text, pronoun):
        return Told(talk.scorer, pronoun, start, end, is_pronoun=True) if talk.scorer else None
    opening = _PRONOUN.search(text)
    is_continued = not earlier or (opening is not None and opening.start() < earlier[0].start and opening.start() < pronoun)
    if is_continued:
        return Told(talk.subject, pronoun, start, end, is_pronoun=True) if talk.subject else None
    if not CLAUSE.search(text, earlier[-1].end, pronoun):
        return None
    kept = [n for n in earlier if _may_go_on(text[: n.start])] or earlier
    if not _SHORT.match(text, pronoun) and talk.pending and talk.pending not in [n.text for n in earlier]:
        return Told(talk.pending, pronoun, start, end, is_pronoun=True)
    return Told(kept[-1].text, kept[-1].start, start, end)


def _may_go_on(before: str) -> bool:
    """Whether the words before a name let "he" mean it further on: no agent of a foul, nobody who goes off."""
    return not _REPLACED.search(before) and (not OBJECT.search(before) or bool(_COMES.search(before)))


def _pronoun_before(text: str, before: Sequence[Name], verb: int) -> int | None:
    """Where the pronoun stands that is the subject of a verb: the last one, if no name is the subject of a clause after it."""
    said = list(_PRONOUN.finditer(text, 0, verb))
    if not said or re.search(r"\bwho\b", text[said[-1].end() : verb]) or OBJECT.search(text[: said[-1].start()]):
        is_let = said and _SAME.match(text, said[-1].start()) and text[said[-1].end() : verb].strip() == "to"
        return said[-1].start() if is_let else None
    later = [n for n in before if n.start >= said[-1].end() and (n.is_possessive or is_clause_subject(text, n))]
    return None if [n for n in later if _is_subject(text, n, verb)] else said[-1].start()


def is_clause_subject(text: str, name: Name) -> bool:
    """Whether what stands before a name lets it be the subject of its clause."""
    before = text[: name.start]
    if before.endswith(("before ", "after ")):
        return bool(_ACTS.match(text, name.end))
    return bool(_BEFORE_SUBJECT.search(before))


def _outer(text: str, names: Sequence[Name], verb: int) -> Name:
    """The name that a verb belongs to: the last before it, but for one within an insertion between commas."""
    for name in names[:-1]:
        inserted = re.match(r",(?:(?!, and )[^;:])*,", text[name.end : verb])
        if inserted and names[-1].start < name.end + inserted.end() and verb - name.end - inserted.end() < 25:
            return name
    return names[-1]


def _is_subject(text: str, name: Name, verb: int) -> bool:
    """Whether a name before a verb can be who scored: no object of another verb, nor the owner of something else."""
    if name.is_possessive:
        return bool(_GOAL_OF.match(text[name.end + 2 :])) and verb - name.end < 80
    relative = re.match(r",? (?:who|whose)\b", text[name.end :])
    return bool(relative) or is_clause_subject(text, name) or not OBJECT.search(text[: name.start])


def merged(text: str, told: list[Told], phrases: Sequence[MinutePhrase]) -> list[Told]:
    """Verbs of one scorer without another between them are one goal, unless each has a minute in a clause of its own."""
    found: list[Told] = []
    for one in told:
        last = found[-1] if found else None
        if last and last.player == one.player and not _is_another(text, last, one, phrases):
            found[-1] = replace(last, end=max(last.end, one.end))
        else:
            begun = one.start if last is None or last.player != one.player else one.verb
            found.append(replace(one, start=begun))
    return found


def _is_another(text: str, last: Told, one: Told, phrases: Sequence[MinutePhrase]) -> bool:
    joints = list(CLAUSE.finditer(text, last.verb, one.verb))
    fixed = [p for p in phrases if p.minute or p.added or p.later is not None]
    if not joints:
        return False
    joint = joints[-1]
    if any(joint.end() <= p.start < one.verb for p in fixed):
        return True  # "and two minutes later" is another moment, whenever the first one was
    if len(fixed) < 2:
        return False
    return any(p.end <= joint.start() for p in fixed) and any(p.start >= joint.end() for p in fixed)
