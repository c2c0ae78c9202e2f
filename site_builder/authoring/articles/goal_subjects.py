"""Whose a verb of a sentence is: the name beside it, whom a pronoun or "the striker" stands for, the subject of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from site_builder.authoring.articles.names import PHRASE, Name
from site_builder.authoring.articles.subject_acts import (
    CAME_TO_HIM,
    GIVEN_HIM,
    GIVES,
    GOAL_BY,
    OF_CLUB,
    SERVICE,
    TO_HIM,
    able,
    without_fouled,
)
from site_builder.authoring.articles.subject_words import (
    ACTS,
    AGAIN,
    ARRIVES,
    BEATEN,
    BEFORE_SUBJECT,
    CLAUSE,
    COMES,
    DID_AGAIN,
    GOAL_OF,
    HIS,
    LATTER,
    LETTING,
    MET,
    OBJECT,
    PRONOUN,
    REPLACED,
    SAME,
    SHORT,
)


class Talk(Struct, frozen=True):
    """Whom the text spoke of before: ``pending`` scored in the last sentence, which did not say when; ``scorer`` scored last.

    ``before`` is the sentence before; ``keepers`` are the names of goalkeepers, whom "he" hardly means, ``keeper`` the
    one of them that was named last.
    """

    subject: str = ""
    pending: str = ""
    scorer: str = ""
    before: str = ""
    keepers: frozenset[str] = frozenset()
    keeper: str = ""


class Told(Struct, frozen=True):
    """A scorer and the stretch of a sentence that tells of his goal; places count within the sentence."""

    player: str
    start: int
    verb: int
    end: int
    is_pronoun: bool = False
    is_near: bool = True
    """Whether the words tie verb and name together; otherwise only their order does."""


def subject_of(text: str, names: Sequence[Name], start: int, end: int, talk: Talk) -> Told | None:
    """The name before a verb, or whom the pronoun before it stands for."""
    before = [n for n in names if n.end <= start]
    if near := _beside(text, before, start):
        return Told(near.text, near.start, start, end)
    if _TEAM_ACTS.search(text[:start]):
        return None
    text, before = _main_clause(text, before, start)
    pronoun = _pronoun_before(text, before, start)
    if pronoun is not None:
        meant = _meant(text, before, pronoun, start, end, talk)
        if meant or not any(n.end <= pronoun and not n.is_possessive for n in before):
            return meant
        if not text[_role_end(text, pronoun) : start].strip():
            return _likely_meant(text, before, pronoun, start, end, talk)
    is_of_team = _TEAM_WHO.search(text[:start]) and not any(n.end >= start - 6 for n in before)
    actors = [] if is_of_team else [n for n in before if _is_subject(text, n, start)]
    first = able(text, [n for n in actors if is_clause_subject(text, n)] or actors)
    if not first:
        return None
    name = _outer(text, first, start)
    is_near = len({n.text for n in actors}) == 1 or _goes_on(text, name, start)
    return Told(name.text, name.start, start, end, is_near=is_near)


# "It was City who scored next": no player, since those end right before it.
_TEAM_WHO = re.compile(r"(?:[A-Z][\w’'-]+|\b(?:visitors|hosts|guests|side|team)),? who (?:\w+ly )?$")
# "The hosts won it": a team, whoever is told of for it further on.
_TEAM_ACTS = re.compile(
    r"\b(?:[Tt]hey|[Tt]he (?:hosts|visitors|guests|(?:home|away|visiting) (?:side|team))) (?:\w+ly |then |had )?$"
)
_COORDINATED = re.compile(r",\s(?:and|but|then|before|and then)\s(?:\w+ly |also |then |duly )?$")
_SUBORDINATE = re.compile(r"(?<!^)\b(?:after|when|as|while|since|because|where|once|until)\b(?=[^,;:.]*(?:,[^,;:.]*)?$)")


def _main_clause(text: str, before: Sequence[Name], verb: int) -> tuple[str, list[Name]]:
    """The words up to a verb behind ", and" without the clause between: ``Berg scored after Dahl fell, and made it 2-0``."""
    joint = _COORDINATED.search(text, 0, verb)
    lower = _SUBORDINATE.search(text, 0, joint.start()) if joint else None
    if joint is None or lower is None:
        return text, list(before)
    kept = [name for name in before if name.end <= lower.start() and not name.is_possessive]
    if not kept and not PRONOUN.search(text, 0, lower.start()):
        return text, list(before)
    blank = text[: lower.start()] + " " * (joint.start() - lower.start()) + text[joint.start() :]
    return blank, [name for name in before if not lower.start() <= name.start < joint.start()]


def _goes_on(text: str, name: Name, verb: int) -> bool:
    """Whether nothing but words of one clause, or of one that goes on with "and", lies between a name and its verb."""
    between = text[name.end : verb]
    return is_clause_subject(text, name) and not re.search(r"[;:—]|\b(?:when|as|while|after|who|which|whose|that)\b", between)


_AT_ONCE = re.compile(r"\s(?:\w+ly |then |also |duly |had )?")
_FOR = re.compile(r"\sfor ")
_LET_TO = re.compile(r"\s(?:[\w-]+ ){0,5}?to (?:\w+ly )?")
_SENT_TO = re.compile(r"\s(?:away |through |clear |in |free )?")
_RELATIVE = re.compile(r"(?: himself| herself)?(?:, [a-z][^,;:.!?]{1,60})?,? who(?: \w+ly)? ?(?:(?!, )[^;:.])*")
# Tarbuck, on for Kavanagh, won it.
_INSERTED = re.compile(r", [a-z][^,;:.!?]{1,70}, (?:\w+ly |then |also |duly )?")


def _beside(text: str, before: Sequence[Name], verb: int) -> Name | None:
    """The name that a verb follows at once, by a relative clause, or as an infinitive: ``for Smicer to push in``."""
    if text.startswith(("for ", "with "), verb):
        return None
    if came := _arrived(text, before, verb):
        return came
    plain = (name for name in reversed(before) if not name.is_possessive)
    return next((name for name in plain if _is_beside(text[: name.start], text[name.end : verb], text[verb : verb + 3])), None)


_FAR = 90


def _arrived(text: str, before: Sequence[Name], verb: int) -> Name | None:
    """Who turned up for what a verb tells: ``and there was Berg, in his red shirt, to volley it in``."""
    came = next((n for n in reversed(before) if not n.is_possessive and ARRIVES.search(text[: n.start])), None)
    if came is None or verb - came.end > _FAR or re.search(r"[.;:!?]", text[came.end : verb]):
        return None
    return None if any(n.start > came.end and is_clause_subject(text, n) for n in before) else came


def _is_beside(before: str, between: str, verb: str) -> bool:
    """Whether the words around a name and up to a verb tie the two together."""
    is_let, is_sent = bool(LETTING.search(before)), bool(COMES.search(before))
    if (
        _RELATIVE.fullmatch(between)
        or (is_sent and _FOR.fullmatch(between))
        or ((is_let or is_sent) and _LET_TO.fullmatch(between))
    ):
        return True
    if verb == "to ":
        return (is_let or is_sent) and bool(_SENT_TO.fullmatch(between))
    is_object = bool(OBJECT.search(before)) and not before.endswith(("before ", "after "))
    at_once = bool(_AT_ONCE.fullmatch(between)) and not BEATEN.search(before)
    return at_once or (not is_object and bool(_INSERTED.fullmatch(between)))


def _meant(text: str, before: Sequence[Name], pronoun: int, start: int, end: int, talk: Talk) -> Told | None:
    """The person that a pronoun or "the right-back" stands for: of the sentence, or whom the text spoke of before it."""
    earlier = [n for n in before if n.end <= pronoun and (not n.is_possessive or GOAL_OF.match(text, n.end + 2))]
    if earlier and LATTER.match(text, pronoun):
        return Told(earlier[-1].text, earlier[-1].start, start, end, is_near=False)
    is_of_club = bool(OF_CLUB.match(text, pronoun))
    earlier = [n for n in earlier if is_of_club or not SERVICE.match(text, n.end)]
    is_given = _ROLE_WHO.match(text, _role_end(text, pronoun)) and text[:pronoun].endswith(("to ", "for ", "found ", "by "))
    givers = [n for n in earlier if is_given or GIVES.fullmatch(text, n.end, pronoun)]
    own = [n for n in earlier if n not in givers and n.text not in talk.keepers]
    earlier = without_fouled(text, own, pronoun)
    if givers and not earlier and talk.subject in ("", *(n.text for n in givers)):
        return Told(givers[0].text, pronoun, start, end, is_near=False)
    if not earlier or SAME.match(text, pronoun) or _is_continued(text, earlier, pronoun):
        is_scorer = SAME.match(text, pronoun) or (talk.scorer and DID_AGAIN.search(text, pronoun, end))
        said = talk.scorer if is_scorer else talk.subject
        is_near = bool(earlier) or not own
        return Told(said, pronoun, start, end, is_pronoun=True, is_near=is_near) if said else None
    return _of_sentence(text, earlier, pronoun, start, end, talk)


def _likely_meant(text: str, before: Sequence[Name], pronoun: int, start: int, end: int, talk: Talk) -> Told | None:
    """Whom "the striker" right before a verb may mean, where nothing says so: him who is named last, but no goalkeeper."""
    named = [n for n in before if n.end <= pronoun and n.text not in talk.keepers]
    named = [n for n in named if not n.is_possessive or GOAL_OF.match(text, n.end + 2)]
    named = able(text, named)
    return Told(named[-1].text, named[-1].start, start, end, is_near=False) if named else None


def _role_end(text: str, pronoun: int) -> int:
    found = PRONOUN.match(text, pronoun)
    return found.end() if found else pronoun


def _is_continued(text: str, earlier: Sequence[Name], pronoun: int) -> bool:
    """Whether a pronoun means whom the text spoke of before the sentence: one that opens it did, or the ball fell "to him"."""
    opening = PRONOUN.search(text)
    has_opened = opening is not None and opening.start() < earlier[0].start and opening.start() < pronoun
    if CAME_TO_HIM.search(text, earlier[-1].end, pronoun):
        return has_opened
    return has_opened or bool(TO_HIM.search(text, 0, pronoun) or GIVEN_HIM.search(text, earlier[-1].end, pronoun))


def _of_sentence(text: str, earlier: Sequence[Name], pronoun: int, start: int, end: int, talk: Talk) -> Told | None:
    """Which of the names before a pronoun in its sentence it stands for; None where it is in the clause of them."""
    if not CLAUSE.search(text, earlier[-1].end, pronoun):
        return None
    scored = [n for n in earlier if n.text == talk.scorer]
    others = {n.text for n in earlier if n.text != talk.scorer and _may_go_on(text[: n.start])}
    if scored and (not others or SHORT.match(text, pronoun) or AGAIN.search(text, pronoun)):
        return Told(talk.scorer, scored[-1].start, start, end)
    is_near = len({n.text for n in earlier}) == 1
    kept = [n for n in earlier if _may_go_on(text[: n.start])] or earlier
    is_at_hand = COMES.search(text[: kept[-1].start])
    if not is_at_hand and not HIS.match(text, pronoun) and talk.pending and talk.pending not in [n.text for n in earlier]:
        return Told(talk.pending, pronoun, start, end, is_pronoun=True)
    return Told(kept[-1].text, kept[-1].start, start, end, is_near=is_near or bool(SHORT.match(text, pronoun)))


def _may_go_on(before: str) -> bool:
    """Whether the words before a name let "he" mean it further on: no agent of a foul, nobody who goes off."""
    return not REPLACED.search(before) and (not OBJECT.search(before) or bool(COMES.search(before)))


def _pronoun_before(text: str, before: Sequence[Name], verb: int) -> int | None:
    """Where the pronoun stands that is the subject of a verb: the last one, if no name is the subject of a clause after it."""
    said = list(PRONOUN.finditer(text, 0, verb))
    if said and _ROLE_WHO.fullmatch(text, said[-1].end(), verb):
        return said[-1].start()
    if not said or re.search(r"\bwho\b", text[said[-1].end() : verb]) or OBJECT.search(text[: said[-1].start()]):
        is_let = said and SAME.match(text, said[-1].start()) and text[said[-1].end() : verb].strip() == "to"
        return said[-1].start() if is_let else None
    later = [n for n in before if n.start >= said[-1].end() and (n.is_possessive or is_clause_subject(text, n))]
    return None if [n for n in later if _is_subject(text, n, verb)] else said[-1].start()


# "Slipped it to the substitute, who hit it": another than who gave it.
_ROLE_WHO = re.compile(r", who (?:\w+ly |then |duly )?")
_PAIR = re.compile(rf"(?P<one>{PHRASE}) and $")


def is_clause_subject(text: str, name: Name) -> bool:
    """Whether what stands before a name lets it be the subject of its clause."""
    before = text[: name.start]
    pair = _PAIR.search(before)
    if pair and OBJECT.search(before[: pair.start("one")]):
        return False  # "beating Smith and Jones"
    if before.endswith(("before ", "after ")):
        return bool(ACTS.match(text, name.end))
    return bool(BEFORE_SUBJECT.search(before))


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
        return bool(GOAL_OF.match(text[name.end + 2 :])) and verb - name.end < 80 and not MET.search(text[: name.start])
    relative = re.match(r",? (?:who|whose)\b", text[name.end :])
    is_maker = is_clause_subject(text, name) or bool(GOAL_BY.search(text[: name.start]))
    return bool(relative) or is_maker or not OBJECT.search(text[: name.start])
