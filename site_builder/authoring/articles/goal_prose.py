"""Goals that sentences tell: who scored, by which words, and the phrase for the minute.

One claim for each scorer and verb; claims of a lead that sums the match up come
a second time in the text, and are put together by `goals`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from site_builder.authoring.articles.belonging import company_of
from site_builder.authoring.articles.goal_effects import effect_of, score_made, team_of
from site_builder.authoring.articles.goal_moments import (
    best,
    best_for,
    fixed,
    fragment_minute,
    open_minute,
    own_moments,
    owners,
    placed,
)
from site_builder.authoring.articles.goal_scorers import CLAUSE, OBJECT, Talk, Told, is_clause_subject, merged, scorers, segment
from site_builder.authoring.articles.goal_values import Claim, Effect
from site_builder.authoring.articles.goal_words import KICKS, NEGATIVE, PAST, kind_of
from site_builder.authoring.articles.names import Name, pattern_of, proper_case
from site_builder.authoring.articles.players import Subject, people_in, subject_after, within, without_asides
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary
from site_builder.phrases import MinutePhrase, Sentence, find_minutes, find_scores

_SCORE_ALONE = re.compile(
    r"\W*(?:\d{1,2}\s?[-–]\s?\d{1,2}|(?:one|two|three|four|five)[- ](?:nil|all|one|two|three|four))\W*", re.IGNORECASE
)
_SCORE_AT_END = re.compile(
    r"(?:[:—–]|, (?:and )?(?:it was|that was)) "
    r"(?:\d{1,2}[-–]\d{1,2}|(?:one|two|three|four|five)[- ](?:nil|all|one|two|three|four))[.!]*$",
    re.IGNORECASE,
)
_NTH_GOAL = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}?[\w-]+[- ]minute (?:[\w-]+ ){0,2}?"
    r"(?:goal|header|strike|free-kick|penalty|spot-kick|opener|equali[sz]er|winner|drive|volley|shot|"
    r"effort|finish|lob|own goal)\b",
    re.IGNORECASE,
)
_MARKED_GOAL = re.compile(r"['’]s? (?:[\w-]+ ){0,3}?[\w-]+ \(\d{1,3}(?:\+\d{1,2})?['’′]?(?:,? ?(?:pens?|p|og))?\)")
_NO_GOAL_ENTRY = re.compile(
    r"\b(?:book|yellow|red|card|caution|sub|replac|on for|off for|off\b|save|foul|corner|offside|miss|"
    r"wide|bar\b|post\b|chance|injur|var\b)",
    re.IGNORECASE,
)
_ABOUT_GOALS = re.compile(
    r"\b(?:goal(?!keeper|-line)|net\b|the lead|ahead|level|equal|in front|scor(?:e|ing)|\d[-–]\d|home)", re.IGNORECASE
)
_TURN = re.compile(r"\b(?:it was|then came|along came|next came)(?: the turn of)? $", re.IGNORECASE)
_IT_WAS = re.compile(r"\s*(?:(?:It was|That was|This was) (?:only |now |already )?(?:in )?(?:the|on)|There were) \b")


_NTHS = (
    (
        2,
        re.compile(r"\b(?:his|her|a) (?:own )?(?:second|brace|double)\b(?! (?:half|assist|error|yellow|booking))", re.IGNORECASE),
    ),
    (
        3,
        re.compile(
            r"\b(?:his|her|a|personal) (?:own )?(?:\w+-?\w* )?(?:third\b(?! goal of| of)|hat[- ]trick|treble)", re.IGNORECASE
        ),
    ),
    (4, re.compile(r"\b(?:his|her) fourth\b(?! of)", re.IGNORECASE)),
)
_DEFLECTED = re.compile(
    r"\boff (?:the (?:post|bar|crossbar|upright) and )?(?:the )?(?:unlucky |unfortunate |luckless )?(?=(?P<name>[A-Z]))"
)


LONGEST = 1500
"""Characters of a sentence at most: what is longer is none, and its patterns would take their time."""


def told_goals(article: Article, teams: tuple[str, str], vocabulary: Vocabulary, *, has_kicks: bool) -> tuple[Claim, ...]:
    """Every goal that sentences claim, in the order of the text."""
    found: list[Claim] = []
    subject = Subject()
    waiting: tuple[MinutePhrase, int] | None = None
    leading = ""
    previous: tuple[Sentence, list[Name]] | None = None
    people = people_in(article, teams, vocabulary)
    kicking, before, last = -1, "", Talk()
    for original in article.sentences:
        sentence = replace(original, text=without_asides(original.text))
        if sentence.end <= len(article.title) + 2 or len(sentence.text) > LONGEST:
            continue
        names = [name for name in within(sentence, people) if sentence.text[name.start : name.end] == name.text]
        if has_kicks and KICKS.search(sentence.text):
            kicking = sentence.block
        if sentence.block != kicking:
            claims = (*_owned(sentence, names), *_claims(sentence, names, subject, teams, before, last)) or _by_score_alone(
                sentence, names, previous
            )
            claims = claims or _likely(sentence, names)
            pending = claims[-1].player if claims and claims[-1].phrase is None else ""
            last = Talk(pending=pending, scorer=claims[-1].player if claims else last.scorer)
            claims = _with_open_minute(claims, waiting, sentence) if waiting else claims
            found += [replace(claim, team=claim.team or leading) if not n else claim for n, claim in enumerate(claims)]
            leading = "" if claims else team_of(sentence.text, teams)
            late = _said_after(sentence) if found and not claims and not (found[-1].minute or found[-1].phrase) else None
            late = late or (fragment_minute(sentence) if found and not claims and found[-1].minute is None else None)
            if late and found[-1].at > sentence.start - 700:
                found[-1] = replace(found[-1], minute=late.minute, phrase=late)
                continue
            actors = any(not name.is_possessive and is_clause_subject(sentence.text, name) for name in names)
            waiting = None if claims or actors else open_minute(sentence)
            previous = (sentence, names) if not claims else None
        subject = subject_after(names, sentence, subject)
        before = sentence.text
    return tuple(replace(claim, near=_near(article, claim, teams, vocabulary)) for claim in _counted(found))


def _said_after(sentence: Sentence) -> MinutePhrase | None:
    """``It was only the tenth minute``: the moment of the goal that was told before."""
    late = open_minute(sentence) if _IT_WAS.match(sentence.text) else None
    return late[0] if late else None


def _counted(claims: Sequence[Claim]) -> list[Claim]:
    """Claims whose scorer only a pronoun names, held against the number that the goal is said to be of his."""
    scored: Counter[str] = Counter()
    found: list[Claim] = []
    for claim in claims:
        one = claim
        if claim.by_pronoun and claim.nth and scored[claim.player] != claim.nth - 1:
            fits = [player for player, count in scored.items() if count == claim.nth - 1]
            if len(fits) == 1:
                one = replace(claim, player=fits[0], doubt="")
            else:
                one = replace(claim, doubt="the text does not name the scorer here")
        if one.minute or (one.phrase and (one.phrase.later is not None or one.phrase.added)):
            scored[one.player] += 1
        found.append(one)
    return found


def _near(article: Article, claim: Claim, teams: tuple[str, str], vocabulary: Vocabulary) -> str:
    """The team that was named last before a goal, in its paragraph; of an equaliser that says nothing."""
    if claim.effect is Effect.LEVEL:
        return ""
    before = article.text[: claim.at].rpartition("\n\n")[2]
    named = [
        (match.end(), one)
        for one, other in (teams, teams[::-1])
        for match in re.finditer(rf"(?<!\w){pattern_of(one, other, vocabulary)}(?!\w)", before)
    ]
    return max(named)[1] if named else company_of(article, claim.player, teams, vocabulary)


def _with_open_minute(claims: tuple[Claim, ...], waiting: tuple[MinutePhrase, int], sentence: Sentence) -> tuple[Claim, ...]:
    """The first goal of a sentence with the moment of the sentence before, if it has none of its own."""
    phrase, block = waiting
    if not claims or claims[0].phrase or block != sentence.block:
        return claims
    return (replace(claims[0], minute=phrase.minute, phrase=phrase), *claims[1:])


def _by_score_alone(sentence: Sentence, names: list[Name], previous: tuple[Sentence, list[Name]] | None) -> tuple[Claim, ...]:
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
    return (Claim(proper_case(actor.text), at, minute, at_phrase, kind, score=score, is_sure=not doubt),)


def _owned(sentence: Sentence, names: Sequence[Name]) -> Iterator[Claim]:
    """``Basler's sixth-minute free-kick``: a goal named by its owner and its minute."""
    for name in names:
        rest = sentence.text[name.end :]
        found = (_NTH_GOAL.match(rest) or _MARKED_GOAL.match(rest)) if name.is_possessive else None
        phrase = next((p for p in find_minutes(sentence.text) if found and p.start >= name.end and p.minute), None)
        if found and phrase and phrase.start <= name.end + found.end() and not NEGATIVE.search(rest[: found.end() + 30]):
            kind, _ = kind_of(found[0])
            yield Claim(proper_case(name.text), sentence.start + name.start, phrase.minute, placed(phrase, sentence), kind)


def _likely(sentence: Sentence, names: Sequence[Name]) -> tuple[Claim, ...]:
    """A sentence with one minute, one player and a word of goals: most likely his goal, whatever the verb, but not surely."""
    moments = fixed(own_moments(sentence.text))
    acting = [n for n in names if not n.is_possessive and is_clause_subject(sentence.text, n)]
    is_other = _NO_GOAL_ENTRY.search(sentence.text) or NEGATIVE.search(sentence.text) or PAST.search(sentence.text)
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


def _claims(
    sentence: Sentence, names: Sequence[Name], subject: Subject, teams: tuple[str, str], before: str, last: Talk
) -> Iterator[Claim]:
    text, talk = sentence.text, replace(last, subject=subject.player)
    phrases = own_moments(text)
    told = merged(text, list(scorers(text, names, talk)), phrases)
    owning = owners(text, told, phrases)
    for number, one in enumerate(told):
        begun = _clause_start(text, one, told, number)
        span = text[begun : _clause_end(text, one, told, number)]
        own = [phrase for phrase, owner in zip(phrases, owning, strict=True) if owner == number]
        phrase = best_for(text, one, own)
        kind, doubt = kind_of(span, f"{before} {text[: one.start]}", max(0, one.end - begun))
        yield Claim(
            player=proper_case(one.player),
            at=sentence.start + one.start,
            minute=phrase.minute if phrase else None,
            phrase=placed(phrase, sentence) if phrase else None,
            kind=kind,
            team=team_of(span, teams),
            effect=effect_of(span),
            score=score_made(span),
            nth=next((nth for nth, words in _NTHS if words.search(span)), 0),
            by_pronoun=one.is_pronoun,
            doubt=_doubt(span, one, subject, names),
            is_sure=not doubt and not PAST.search(span),
        )


def _doubt(span: str, one: Told, subject: Subject, names: Sequence[Name]) -> str:
    """What makes it doubtful that the goal is this player's."""
    if one.is_pronoun and not subject.is_sure:
        return "the text does not name the scorer here"
    touched = _DEFLECTED.search(span)
    other = next((n.text for n in names if touched and span[touched.end() :].startswith(n.text)), "")
    return f"maybe it is {other}’s" if other else ""


def _clause_start(text: str, one: Told, told: Sequence[Told], number: int) -> int:
    """Where the words about a goal begin: after the goal before it, and after the conjunction in front of its scorer."""
    begun = told[number - 1].end if number else 0
    joints = [m.end() for m in CLAUSE.finditer(text, begun, one.start)]
    return joints[-1] if joints and number else begun


def _clause_end(text: str, one: Told, told: Sequence[Told], number: int) -> int:
    if number + 1 == len(told):
        return len(text)
    joints = [m.start() for m in CLAUSE.finditer(text, one.end, told[number + 1].start)]
    return joints[-1] if joints else told[number + 1].start
