"""Several acts of one goal: verbs of one scorer made one; of a header that came back and the shot that went in, only the last.

``Strachan's corner was met by McLeish, the ball came back off a defender, and
Black turned it in``: McLeish's is none, whatever his words could mean alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from site_builder.authoring.articles.goal_moments import fixed
from site_builder.authoring.articles.goal_subjects import Told
from site_builder.authoring.articles.goal_words import NTH, PASSIVE_GOAL, SHOT, STRONG
from site_builder.authoring.articles.subject_words import CLAUSE
from site_builder.phrases import MinutePhrase

_NOT_YET = re.compile(
    r"\b(?:came|come|comes|coming|bounced|rebounded|cannoned|ricocheted|spun|flew|fell|dropped|rolled|ran|broke) "
    r"(?:back|out|down|loose|to|for|off|kindly|invitingly)\b|\brebound|\b(?:parr(?:y|ied)|block|half[- ]clear|clear(?:ed|ance)|"
    r"push(?:ed)? (?:it |the ball )?(?:out|away|aside)|kept (?:it )?out|beat(?:en)? (?:it )?(?:out|away)|spill|drop(?:ped)?|"
    r"fumbl|palm|sav(?:ed|e)|stopped|flapp|loose ball|half-sav|help(?:ed)? (?:it )?on|flick(?:ed)? (?:it )?on|"
    r"turn(?:ed)? (?:it )?back|nod(?:ded)? (?:it )?(?:down|back|on)|knock(?:ed)? (?:it )?(?:down|back)|"
    r"head(?:ed)? (?:it )?(?:down|back|on|across))",
    re.IGNORECASE,
)


def last_acts(text: str, told: Sequence[Told], phrases: Sequence[MinutePhrase]) -> list[Told]:
    """Goals of a sentence without those after which the ball was still in play for the next one."""
    if len(told) < 2 or len(fixed(phrases)) > 1:
        return list(told)
    return [one for number, one in enumerate(told) if not _led_on(text, one, told[number + 1 :])]


def _led_on(text: str, one: Told, later: Sequence[Told]) -> bool:
    """Whether what seems to be a goal led to the next one only, of somebody else."""
    following = next((other for other in later if other.player != one.player and other.verb > one.verb), None)
    if following is None or _says_so(text, one):
        return False
    return bool(_NOT_YET.search(text, one.verb, following.verb))


def _says_so(text: str, one: Told) -> bool:
    """Whether the words can be of a goal only."""
    if PASSIVE_GOAL.match(text, one.verb):
        return " met" not in text[one.verb : one.end]
    return bool(STRONG.match(text, one.verb)) and not SHOT.match(text, one.verb)


def merged(text: str, told: list[Told], phrases: Sequence[MinutePhrase]) -> list[Told]:
    """Verbs of one scorer without another between them are one goal, unless each has a minute in a clause of its own."""
    found: list[Told] = []
    for one in told:
        last = found[-1] if found else None
        if last and last.player == one.player and not _is_another(text, last, one, phrases):
            found[-1] = replace(last, end=max(last.end, one.end))
        else:
            is_behind = last is not None and (last.player == one.player or one.start < last.end <= one.verb)
            begun = one.verb if is_behind else one.start
            found.append(replace(one, start=begun))
    return found


# "Opened his account in the fourth minute, doubled the lead …": the next verb of one subject.
_NEXT_VERB = re.compile(r", $")
# "Made no mistake, guiding home a cross": one goal.
_TELLS_MORE = re.compile(r"(?!adding|doubling|completing|making|scoring|grabbing|bagging|getting|claiming)\w+ing\b")
_ONCE_MORE = re.compile(r"\b(?:again|another|(?:his|her|a) second)\b")


def _is_another(text: str, last: Told, one: Told, phrases: Sequence[MinutePhrase]) -> bool:
    if NTH.match(text, one.verb) and text[one.verb : one.verb + 4] in ("his ", "her "):
        return True
    joints = [*CLAUSE.finditer(text, last.verb, one.verb)]
    if not _TELLS_MORE.match(text, one.verb):
        joints += _NEXT_VERB.finditer(text, last.verb, one.verb)
    fixed = [p for p in phrases if p.minute or p.added or p.later is not None]
    if not joints:
        return False
    joint = joints[-1]
    if any(p.end <= joint.start() for p in phrases) and _ONCE_MORE.search(text, joint.end(), one.end + 20):
        return True
    if any(joint.end() <= p.start < one.verb for p in fixed):
        return True  # "and two minutes later" is another moment, whenever the first one was
    if len(fixed) < 2:
        return False
    return any(p.end <= joint.start() for p in fixed) and any(p.start >= joint.end() for p in fixed)
