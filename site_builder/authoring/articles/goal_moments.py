"""Which of the moments that a sentence names is that of a goal it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from site_builder.authoring.articles.goal_denials import NEGATIVE
from site_builder.authoring.articles.goal_subjects import Told
from site_builder.football.model import Minute
from site_builder.phrases import Certainty, MinutePhrase, Sentence, find_minutes

_LAST = 120
_JOINT = re.compile(
    r"\b(?:and|but|while|whereas)\b|\b(?:before|until|only for) (?=[A-Z])|[;:—]| – |"
    r", (?=[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?[a-z]+(?:ed|ose|ot|ept|ent|it)\b)"
)
_FRAGMENT = re.compile(r"\W*(?:(?:just|only|barely) )?$", re.IGNORECASE)


def placed(phrase: MinutePhrase, sentence: Sentence) -> MinutePhrase:
    """A phrase of a sentence with its place in the article."""
    return replace(phrase, start=phrase.start + sentence.start, end=phrase.end + sentence.start)


def moments_of(sentences: Sequence[Sentence]) -> tuple[MinutePhrase, ...]:
    """Every moment that an article names, with its place in it."""
    return tuple(placed(phrase, sentence) for sentence in sentences for phrase in _all(sentence.text))


def _all(text: str) -> list[MinutePhrase]:
    found = find_minutes(text)
    return sorted([*found, *_in_brackets(text, found)], key=lambda phrase: phrase.start)


def own_moments(text: str) -> list[MinutePhrase]:
    """The moments of a sentence that are no change's and no card's; places count within the sentence."""
    found = [phrase for phrase in find_minutes(text) if not _is_of_other(phrase, text)]
    return sorted([*found, *_in_brackets(text, found)], key=lambda phrase: phrase.start)


# "He scored from the spot (23)": behind a name it is an age, or the minute of a change.
_BRACKETED = re.compile(r"(?<=[a-z] )\((\d{1,3})(?:\+(\d{1,2}))?(?:['’′]|th|st|nd|rd| mins?)?\)")


def _in_brackets(text: str, found: Sequence[MinutePhrase]) -> Iterator[MinutePhrase]:
    """Minutes in brackets behind what was done in them."""
    for match in _BRACKETED.finditer(text):
        is_new = all(phrase.end <= match.start() or match.end() <= phrase.start for phrase in found)
        if is_new and 1 <= int(match[1]) <= _LAST:
            minute = Minute(int(match[1]), int(match[2] or 0))
            yield MinutePhrase(match[0], match.start(), match.end(), Certainty.SAID, minute)


def fixed(phrases: Sequence[MinutePhrase]) -> list[MinutePhrase]:
    """Those that name a minute, or a number of minutes after something."""
    return [p for p in phrases if p.minute or p.added or p.later is not None]


def open_minute(sentence: Sentence) -> tuple[MinutePhrase, int] | None:
    """The moment of a sentence without a goal, for a goal that the next one tells: "It came a minute from time"."""
    if NEGATIVE.search(sentence.text):
        return None
    found = fixed(own_moments(sentence.text))
    return (placed(found[-1], sentence), sentence.block) if len(found) == 1 and len(sentence.text) < 140 else None


_BEATEN = re.compile(r"\b(?:was|were) (?:finally |at last )?beaten (?:just |only )?(?:in the |after |on )?$")


def minute_beaten(sentence: Sentence) -> tuple[MinutePhrase, int] | None:
    """When a goalkeeper or a team "was beaten", for the next sentence to say by whom."""
    found = [p for p in fixed(own_moments(sentence.text)) if _BEATEN.search(sentence.text[: p.start])]
    return (placed(found[0], sentence), sentence.block) if found else None


def fragment_minute(sentence: Sentence) -> MinutePhrase | None:
    """The moment of a sentence that opens with it and hardly says more: ``90+8.``, ``55 minutes gone, 1-0 to them``."""
    found = [p for p in find_minutes(sentence.text) if p.minute]
    if len(found) != 1 or not _FRAGMENT.match(sentence.text[: found[0].start]):
        return None
    rest = sentence.text[found[0].end :].strip(" .,!:;–—-")
    is_brief = not rest or re.match(r"\W*(?:gone|played|on the clock|\d{1,2}[-–]\d)", sentence.text[found[0].end :])
    return placed(found[0], sentence) if is_brief or found[0].text.endswith(("gone", "played")) else None


def _is_of_other(phrase: MinutePhrase, text: str) -> bool:
    """Whether a moment is that of a change or a card, as its own words say."""
    after = text[phrase.end : phrase.end + 30]
    before = text[max(0, phrase.start - 40) : phrase.start]
    return bool(
        re.match(r"(?:[- ]minute |\s)(?:red card|booking|substitution|dismissal)|-minute substitute", after)
        or re.search(
            (
                r"\b(?:on from|on for|came on(?! \d)|brought on|introduced|sent on|booked|sent off|shown|dismissed|replaced|"
                r"red card|second yellow|limped off|injured|hurt)\b[^,;]{0,30}$"
            ),
            before,
        )
    )


def owners(text: str, told: Sequence[Told], phrases: Sequence[MinutePhrase]) -> list[int]:
    """To which of the goals of a sentence each phrase belongs: one in its own clause, else the nearest."""
    if not told:
        return [-1] * len(phrases)
    return [min(range(len(told)), key=lambda number: (*_distance(text, told[number], phrase), number)) for phrase in phrases]


def _distance(text: str, one: Told, phrase: MinutePhrase) -> tuple[int, int]:
    """How many clauses, then how many letters lie between a goal and a phrase."""
    start, end = (phrase.end, one.start) if phrase.end <= one.start else (one.end, phrase.start)
    joints = sum(start <= joint.start() < end for joint in _JOINT.finditer(text))
    return joints, max(0, end - start)


def best_for(text: str, one: Told, phrases: Sequence[MinutePhrase]) -> MinutePhrase | None:
    """Of the phrases in the clause of a goal, or as near to it as any, the one that says most."""
    nearest = min((_distance(text, one, phrase)[0] for phrase in phrases), default=0)
    near = [phrase for phrase in phrases if _distance(text, one, phrase)[0] == nearest]
    return best(sorted(near, key=lambda phrase: _distance(text, one, phrase)[1]))


def best(phrases: Sequence[MinutePhrase]) -> MinutePhrase | None:
    """The phrase that says most."""

    def rank(phrase: MinutePhrase) -> int:
        if phrase.minute or phrase.added:
            return 0
        return 2 if phrase.later is not None else 3

    return min(phrases, key=rank) if phrases else None
