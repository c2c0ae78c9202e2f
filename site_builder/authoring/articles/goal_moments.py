"""Which of the moments that a sentence names is that of a goal it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from site_builder.authoring.articles.goal_denials import NEGATIVE
from site_builder.authoring.articles.goal_subjects import Told
from site_builder.football.model import Minute
from site_builder.phrases import CARDINAL, ORDINAL, Certainty, MinutePhrase, Sentence, find_minutes, number_of, ordinal_of

_LAST = 120
_JOINT = re.compile(
    r"\b(?:and|but|while|whereas)\b|\b(?:before|until|only for) (?=[A-Z])|[;:—]| – |"
    r", (?=[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?[a-z]+(?:ed|ose|ot|ept|ent|it)\b)"
)
_ABOUT_SO_MANY = "within"
_FRAGMENT = re.compile(r"\W*(?:the )?(?:(?:just|only|barely) )?$", re.IGNORECASE)


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


_ARRIVED = re.compile(
    r"\b(?:winner|winning goal|equali[sz]er|leveller|second|third|fourth|breakthrough|another goal|drama|twist|"
    r"reply|answer)\b[^.;,]{0,25}"
    r"\b(?:came|arrived|followed|was to come)\b"
)


def announced_last(sentence: Sentence, taken: AbstractSet[int]) -> tuple[MinutePhrase, int] | None:
    """The moment of a goal that a sentence announces behind another: ``…, and in the 88th minute the winner arrived``."""
    found = [placed(phrase, sentence) for phrase in fixed(own_moments(sentence.text))]
    last = found[-1] if found else None
    if last is None or last.start in taken or not _ARRIVED.search(sentence.text, last.end - sentence.start):
        return None
    return last, sentence.block


_BEATEN = re.compile(
    r"\b(?:was|were) (?:finally |at last )?beaten (?:again |once more )?(?:just |only )?(?:in the |after |on )?$"
)


def minute_beaten(sentence: Sentence) -> tuple[MinutePhrase, int] | None:
    """When a goalkeeper or a team "was beaten", for the next sentence to say by whom."""
    found = [p for p in fixed(own_moments(sentence.text)) if _BEATEN.search(sentence.text[: p.start])]
    return (placed(found[0], sentence), sentence.block) if found else None


# "Eighty-nine minutes." behind a goal.
_BARE = re.compile(rf"(?:The )?({CARDINAL}|{ORDINAL}) minutes?[.!]", re.IGNORECASE)
_GONE = re.compile(r"(?:gone|played|on the (?:clock|watch)|from (?:time|the end)|to go|left|remaining)$")


def fragment_minute(sentence: Sentence) -> MinutePhrase | None:
    """The moment of a sentence that opens with it and hardly says more: ``90+8.``, ``55 minutes gone, 1-0 to them``."""
    if bare := _BARE.fullmatch(sentence.text):
        count = number_of(bare[1]) or ordinal_of(bare[1])
        minute = Minute(count) if count and count <= _LAST else None
        return MinutePhrase(bare[0], sentence.start, sentence.end, Certainty.SAID, minute) if minute else None
    found = [p for p in find_minutes(sentence.text) if p.minute]
    if len(found) != 1 or not _FRAGMENT.match(sentence.text[: found[0].start]):
        return None
    rest = sentence.text[found[0].end :].strip(" .,!:;–—-")
    if re.match(r"\W*(?:when|as|before|until)\b", sentence.text[found[0].end :]) or NEGATIVE.search(sentence.text):
        return None
    is_brief = not rest or re.match(r"\W*(?:gone|played|on the clock|\d{1,2}[-–]\d)", sentence.text[found[0].end :])
    return placed(found[0], sentence) if is_brief or _GONE.search(found[0].text) else None


_IT_WAS = re.compile(r"\s*(?:(?:It was|That was|This was) (?:only |now |already )?(?:in )?(?:the|on)|There were) \b")


# "The official time of the goal was …", "the goal was timed at …".
_TIMED = re.compile(
    r"\b(?:time of (?:the|his|her) (?:goal|winner|equali[sz]er)|"
    r"(?:[Tt]he|his|her) (?:goal|winner|equali[sz]er|header|strike|shot) "
    r"(?:was (?:\w+ )?(?:timed|clocked|recorded)|went down|goes down)|was timed)\b"
)


def late_moment(sentence: Sentence, told: MinutePhrase | None) -> MinutePhrase | None:
    """The moment of a goal that the text told before, beside the words ``told``: ``It was only the tenth minute``."""
    is_unsaid = told is None or told.after == _ABOUT_SO_MANY or not fixed([told])
    late = (_said_after(sentence) if is_unsaid else None) or fragment_minute(sentence)
    return late if late and _may_be(told, late) else None


def _may_be(told: MinutePhrase | None, late: MinutePhrase) -> bool:
    """Whether words behind a goal can be for the same moment as those that stand with it."""
    return not (told and told.span and late.minute and not told.span.holds(late.minute))


def _said_after(sentence: Sentence) -> MinutePhrase | None:
    """``It was only the tenth minute``: the moment of the goal that was told before."""
    late = open_minute(sentence) if _IT_WAS.match(sentence.text) or _TIMED.search(sentence.text) else None
    return late[0] if late else None


def _is_of_other(phrase: MinutePhrase, text: str) -> bool:
    """Whether a moment is that of a change or a card, as its own words say."""
    after = text[phrase.end : phrase.end + 30]
    before = text[max(0, phrase.start - 40) : phrase.start]
    return bool(
        re.match(
            r"(?:[- ]minute |\s)(?:red card|booking|substitution|dismissal)|-minute (?:substitute|replacement|change)\b", after
        )
        or re.search(
            (
                r"\b(?:on from|on for|came on(?! \d)|brought on|introduced|sent on|booked|sent off|shown|"
                r"dismissed|replaced|substituted|withdrawn|taken off|"
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
            return int(phrase.certainty is Certainty.OPEN and not phrase.added)
        return 2 if phrase.later is not None else 3

    return min(phrases, key=rank) if phrases else None
