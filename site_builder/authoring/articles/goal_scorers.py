"""Who scored, by the words of a sentence: the name that a verb of scoring belongs to, and where the goal is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_builder.authoring.articles.goal_words import CAME, NEGATIVE, NTH, PAST, SHOT, STRONG
from site_builder.authoring.articles.names import Name
from site_builder.phrases import MinutePhrase, find_minutes

OBJECT = re.compile(
    r"\b(?:from|by|past|beyond|beat|beating|for|with|against|under|over|off|denied|found|finds|fed|"
    r"freed|robbed|robbing|replaced|replacing|left|"
    r"met|and beat|sent|sent on|threw on|brought on|released|picked out|set up|into the path of|ahead "
    r"of|behind|between|than|like|"
    r"at)\s+(?:the |substitute |goalkeeper |keeper |captain |striker )*$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|from|through|via|courtesy of|thanks to|came from|fell to)\s+(?:the |substitute |captain |striker |midfielder )*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:he|she|(?:the|his|her) (?:[\w-]+ ){0,2}(?:striker|midfielder|forward|winger|defender|"
    r"captain|substitute|full-back|centre-back|"
    r"teenager|\d\d-year-old))\b",
    re.IGNORECASE,
)
_THROUGH = re.compile(r"^\s*(?:again )?(?:through|via|courtesy of|thanks to) (?:the |substitute |captain )*$", re.IGNORECASE)
_REPLACED = re.compile(r"\b(?:injured|replac(?:ed|ing)|in place of|instead of) (?:the |captain )*$", re.IGNORECASE)
_HIS = re.compile(r"(?:his|her)\b", re.IGNORECASE)
_GOAL_OF = re.compile(
    r"\s*(?:\w+[- ]){0,3}(?:goal|header|strike|penalty|opener|equali[sz]er|winner|drive|shot|volley|"
    r"effort|finish|spot-kick|low drive)\b",
    re.IGNORECASE,
)
_CAME_GOAL = re.compile(r"\b(?:goal|answer|opener|winner|reply|equali[sz]\w*|levell?er)\b", re.IGNORECASE)
CLAUSE = re.compile(r"\b(?:and|but|while|whereas|then|before)\b|[;:—]| – ")


@dataclass(frozen=True, slots=True)
class Told:
    """A scorer and the stretch of a sentence that tells of his goal; places count within the sentence."""

    player: str
    start: int
    verb: int
    end: int


def scorers(text: str, names: Sequence[Name], subject: str) -> Iterator[Told]:
    """Each verb of scoring with the name that it belongs to."""
    triggers = sorted({(m.start(), m.end()) for pattern in (STRONG, SHOT, NTH, CAME) for m in pattern.finditer(text)})
    for start, end in triggers:
        if NEGATIVE.search(_segment(text, start)) or (PAST.search(_segment(text, start)) and not find_minutes(text)):
            continue
        if CAME.fullmatch(text[start:end]) and not (_CAME_GOAL.search(text)):
            continue
        found = _scorer(text, names, start, end, subject)
        if found:
            yield found


def _segment(text: str, at: int) -> str:
    """The part of a sentence between commas and the like that holds a place."""
    start = max(text.rfind(mark, 0, at) for mark in ",;:–—(")
    ends = [
        place
        for mark in (",", ";", ":", "–", "—", ")", " but ", " after ", " as ", " when ", " while ")
        if (place := text.find(mark, at)) >= 0
    ]
    return text[start + 1 : min(ends, default=len(text))]


def _scorer(text: str, names: Sequence[Name], start: int, end: int, subject: str) -> Told | None:
    """Whom a verb of scoring belongs to: a name before it, one after "by", or the person that a pronoun stands for."""
    if _HIS.match(text, start) and subject and not names:
        return Told(subject, start, start, end)
    before = [n for n in names if n.end <= start]
    actors = [n for n in before if _is_subject(text, n, start)]
    through = next((n for n in names if 0 <= n.start - end < 45 and _THROUGH.search(text[end : n.start])), None)
    if through:
        return Told(through.text, start, start, through.end)
    name = _pronoun(text, before, start) or (_outer(text, actors, start) if actors else None)
    if name:
        return Told(name.text, name.start, start, end)
    behind = next((n for n in names if start < n.start < end + 60 and _BY.search(text[: n.start])), None)
    if behind:
        return Told(behind.text, start, start, behind.end)
    pronouns = list(_PRONOUN.finditer(text, 0, start))
    return Told(subject, pronouns[-1].start(), start, end) if pronouns and subject and not before else None


def _pronoun(text: str, before: Sequence[Name], verb: int) -> Name | None:
    """The name that ``he`` stands for: the last one before it, in the clause before it in the same sentence."""
    said = [m for m in _PRONOUN.finditer(text, 0, verb) if not any(n.start >= m.end() and not n.is_possessive for n in before)]
    if not said or re.search(r"\bwho\b", text[said[-1].end() : verb]):
        return None
    earlier = [n for n in before if n.end <= said[-1].start() and not n.is_possessive]
    kept = [n for n in earlier if not _REPLACED.search(text[: n.start])] or earlier
    return kept[-1] if earlier and CLAUSE.search(text, earlier[-1].end, said[-1].start()) else None


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
    return bool(relative) or not OBJECT.search(text[: name.start])


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
    if not joints or len(fixed) < 2:
        return False
    joint = joints[-1]
    return any(p.end <= joint.start() for p in fixed) and any(p.start >= joint.end() for p in fixed)
