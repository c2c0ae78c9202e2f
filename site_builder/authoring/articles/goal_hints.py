"""Goals that sentences tell without a verb of scoring: by a score, a name or a moment alone, and so less surely."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from site_builder.authoring.articles.goal_denials import NEGATIVE, PAST
from site_builder.authoring.articles.goal_kinds import kind_of
from site_builder.authoring.articles.goal_moments import best, fixed, own_moments, placed
from site_builder.authoring.articles.goal_scorers import segment
from site_builder.authoring.articles.goal_subjects import is_clause_subject
from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.names import Name, proper_case
from site_builder.authoring.articles.other_matches import is_of_another
from site_builder.authoring.articles.subject_words import HAD, MET, OBJECT
from site_builder.phrases import MinutePhrase, Sentence, find_minutes, find_scores

_SCORE_ALONE = re.compile(
    r"\W*(?:\d{1,2}\s?[-–]\s?\d{1,2}|(?:one|two|three|four|five)[- ](?:nil|all|one|two|three|four))\W*", re.IGNORECASE
)
_SCORE_AT_END = re.compile(
    r"(?:[:—–]|, (?:and )?(?:it was|that was)) "
    r"(?:\d{1,2}[-–]\d{1,2}|(?:one|two|three|four|five)[- ](?:nil|all|one|two|three|four))[.!]*$",
    re.IGNORECASE,
)
# "Forlán's free-kick, ten minutes into the second half": a goal perhaps, if no other words tell of it.
_NOUN_GOAL = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}?(?P<noun>goal|opener|equali[sz]er|leveller|winner|header|strike|free-kick|"
    r"(?:overhead|bicycle|scissors?)[- ]kick|chip|curler|screamer|stunner|rocket|piledriver|thunderbolt|"
    r"penalty|volley|finish|drive|lob|flick|shot|effort|touch|tap-in|half-volley|second|third|reply|consolation|response)"
    r"\b(?! kick)[^.;:!?]{0,40}$"
)
# "Welbeck's cheeky flick 12 minutes from time gave England a 3-2 victory".
_GAVE = re.compile(r"\W{1,2}(?:gave|earned|sealed|won|secured|clinched|handed|rescued|snatched|settled|was enough)\b")
_WAS_PENALTY = re.compile(r"(?: minute)?,? (?:was|came) (?:\w+ )?(?:a penalty|from the (?:penalty )?spot)\b")
_SURE_NOUN = frozenset("goal opener equaliser equalizer leveller winner second third consolation".split())
_NO_GOAL_ENTRY = re.compile(
    r"\b(?:book|yellow|red|card|caution|sub|replac|on for|off for|off\b|save|foul|corner|offside|miss|"
    r"wide|bar\b|post\b|chance|injur|var\b)",
    re.IGNORECASE,
)
_ABOUT_GOALS = re.compile(
    r"\b(?:goal(?!keeper|-line)|net\b|the lead|ahead|level|equal|in front|scor(?:e|ing)|\d[-–]\d|home)", re.IGNORECASE
)
_TURN = re.compile(
    r"\b(?:it was|then came|along came|next came|(?:goal)?scorer was|man on the mark was)(?: the turn of)? (?:the )?$",
    re.IGNORECASE,
)


def by_score_alone(sentence: Sentence, names: list[Name], previous: tuple[Sentence, list[Name]] | None) -> tuple[Claim, ...]:
    """``2-1.`` as a sentence of its own: the one before it told the goal, its last name being the scorer."""
    if turn := _by_turn(sentence, names):
        return (turn,)
    if brief := _telegraphic(sentence, names):
        return brief
    ending = _SCORE_AT_END.search(sentence.text)
    if ending and names:
        before = sentence
    elif previous and _SCORE_ALONE.fullmatch(sentence.text):
        before, names = previous
    else:
        return ()
    if not find_scores(sentence.text):
        return ()
    actors = [n for n in names if not n.is_possessive and not OBJECT.search(before.text[: n.start])]
    if not actors or NEGATIVE.search(segment(before.text, actors[0 if ending else -1].end)) or before.block != sentence.block:
        return ()
    phrase = best(own_moments(before.text))
    kind, doubt = kind_of(before.text)
    actor = actors[0] if ending else actors[-1]
    at = before.start + actor.start
    minute, score = phrase.minute if phrase else None, find_scores(sentence.text)[-1].score
    at_phrase = placed(phrase, before) if phrase else None
    is_sure = not doubt and len({name.text for name in names}) == 1
    return (Claim(proper_case(actor.text), at, minute, at_phrase, kind, score=score, is_sure=is_sure),)


def _is_past(text: str) -> bool:
    return bool(PAST.search(text)) or is_of_another(text, 0, "")


def by_noun(sentence: Sentence, name: Name) -> Claim | None:
    """``Ronaldo's header, in the 62nd minute,``: a noun of goals between its owner and its minute."""
    for phrase in fixed(own_moments(sentence.text)) if name.is_possessive else ():
        found = _NOUN_GOAL.fullmatch(sentence.text[name.end : phrase.start]) if phrase.minute or phrase.later else None
        found = found if found and (phrase.minute or found["noun"] in _SURE_NOUN) else None
        is_met = found and MET.search(sentence.text[: name.start])
        if found and not is_met and not NEGATIVE.search(sentence.text, name.end) and not _is_past(sentence.text):
            was = _WAS_PENALTY.match(sentence.text, phrase.end)
            kind, _ = kind_of(found[0] + (was[0] if was else ""))
            is_sure = found["noun"] in _SURE_NOUN or bool(_GAVE.match(sentence.text, phrase.end))
            at = sentence.start + name.start
            return Claim(proper_case(name.text), at, phrase.minute, placed(phrase, sentence), kind, is_sure=is_sure)
    return None


_SCORED = re.compile(r"\b(?:goals?|scor(?:ed|e|ers?)|decided|settled|struck|got|netted|on target|added)\b", re.IGNORECASE)
_GOALS_BY = re.compile(r"\b(?:goals?|strikes|efforts|headers) (?:from|by|through|for)\b", re.IGNORECASE)


def beside_those(claims: Sequence[Claim], more: Iterable[Claim]) -> Iterator[Claim]:
    """Claims of other players at other moments than those that the sentence tells already."""
    taken = {claim.player for claim in claims} | {claim.phrase.start for claim in claims if claim.phrase}
    return (one for one in more if not taken & {one.player, one.phrase.start if one.phrase else -1})


def by_name_alone(sentence: Sentence, names: Sequence[Name], waiting: tuple[MinutePhrase, int] | None) -> Iterator[Claim]:
    """``Portugal equalised on 56 minutes. Eusébio.``: a name that is all of a sentence, behind one that had the moment."""
    if waiting and len(names) == 1 and waiting[1] == sentence.block and sentence.text.strip(" .!") == names[0].text:
        phrase, _ = waiting
        yield Claim(proper_case(names[0].text), sentence.start, phrase.minute, phrase, is_sure=False)


_AND_WHEN = re.compile(
    r",? (?:for [A-Z]\w+(?: [A-Z]\w+)* |the (?:other|first|second|third)(?:, [a-z ]{1,20})?,? )?\(?(?:(?:in|on|"
    r"after|at|with|the|just|only) )*"
)


def paired(sentence: Sentence, names: Sequence[Name]) -> Iterator[Claim]:
    """``goals by Berg in the 10th minute and Dahl, ten minutes later, …``: names with their minutes, under one verb."""
    text = sentence.text
    if not _SCORED.search(text) or NEGATIVE.search(text) or _is_past(text):
        return
    for phrase in fixed(own_moments(text)):
        name = next((n for n in names if _AND_WHEN.fullmatch(text, n.end, phrase.start)), None)
        if name and not name.is_possessive:
            is_sure = bool(_GOALS_BY.search(text[: name.start]))
            kind, _ = kind_of(segment(text, phrase.start))
            at = sentence.start + name.start
            yield Claim(proper_case(name.text), at, phrase.minute, placed(phrase, sentence), kind, is_sure=is_sure)


def likely(sentence: Sentence, names: Sequence[Name]) -> tuple[Claim, ...]:
    """A sentence with one minute, one player and a word of goals: most likely his goal, whatever the verb, but not surely."""
    moments = fixed(own_moments(sentence.text))
    acting = [
        n for n in names if not n.is_possessive and is_clause_subject(sentence.text, n) and not HAD.match(sentence.text, n.end)
    ]
    is_other = _NO_GOAL_ENTRY.search(sentence.text) or NEGATIVE.search(sentence.text) or _is_past(sentence.text)
    if len(moments) != 1 or len(acting) != 1 or is_other:
        return ()
    rest = sentence.text[: moments[0].start] + sentence.text[moments[0].end :]
    if not _ABOUT_GOALS.search(rest) or re.search(r"\b(?:went|goes|going) past\b", rest):
        return ()
    kind, _ = kind_of(sentence.text)
    at, phrase = sentence.start + acting[0].start, placed(moments[0], sentence)
    return (Claim(proper_case(acting[0].text), at, phrase.minute, phrase, kind, is_sure=False),)


def _telegraphic(sentence: Sentence, names: Sequence[Name]) -> tuple[Claim, ...]:
    """``54 minutes: Gerrard, header.``: hardly more than a minute and a name, so maybe something else than a goal."""
    moments = [p for p in find_minutes(sentence.text) if p.minute]
    if len(moments) != 1 or len(names) != 1 or len(sentence.text) > 60 or _NO_GOAL_ENTRY.search(sentence.text):
        return ()
    between = sentence.text[min(moments[0].end, names[0].end) : max(moments[0].start, names[0].start)].strip(" :–—-")
    if between and between != "after":
        return ()
    kind, _ = kind_of(sentence.text)
    at = sentence.start + names[0].start
    return (Claim(proper_case(names[0].text), at, moments[0].minute, placed(moments[0], sentence), kind, is_sure=False),)


def _by_turn(sentence: Sentence, names: list[Name]) -> Claim | None:
    """``Four minutes later it was Guerreiro``: a goal told by its minute and its name alone."""
    told = [n for n in names if not n.is_possessive and _TURN.search(sentence.text[: n.start])]
    phrase = best(own_moments(sentence.text))
    if not told or phrase is None or not (phrase.minute or phrase.later) or NEGATIVE.search(sentence.text):
        return None
    return Claim(proper_case(told[0].text), sentence.start + told[0].start, phrase.minute, placed(phrase, sentence), is_sure=True)
