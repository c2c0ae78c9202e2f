"""Goals that sentences tell: who scored, by which words, and the phrase for the minute.

One claim for each scorer and verb; claims of a lead that sums the match up come
a second time in the text, and are put together by `goals`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from site_builder.authoring.articles.goal_effects import effect_of, score_made, team_of
from site_builder.authoring.articles.goal_scorers import CLAUSE, OBJECT, Told, merged, scorers
from site_builder.authoring.articles.goal_values import Claim, Effect
from site_builder.authoring.articles.goal_words import KICKS, NEGATIVE, PAST, kind_of
from site_builder.authoring.articles.names import Name, find_names, pattern_of, proper_case, ways_of
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.phrases import MinutePhrase, Sentence, find_minutes, find_scores

_SCORE_ALONE = re.compile(
    r"\W*(?:\d{1,2}\s?[-–]\s?\d{1,2}|(?:one|two|three|four|five)[- ](?:nil|all|one|two|three|four))\W*", re.IGNORECASE
)
_SCORE_AT_END = re.compile(r"[:—–] \d{1,2}[-–]\d{1,2}[.!]*$")
_NTH_GOAL = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}?[\w-]+[- ]minute (?:[\w-]+ ){0,2}?"
    r"(?:goal|header|strike|free-kick|penalty|spot-kick|opener|equali[sz]er|winner|drive|volley|shot|"
    r"effort|finish|lob|own goal)\b",
    re.IGNORECASE,
)
_NO_GOAL_ENTRY = re.compile(
    r"\b(?:book|yellow|red|card|caution|sub|replac|on for|off for|off\b|save|foul|corner|offside|miss|"
    r"wide|bar\b|post\b|chance|injur|var\b)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\b(?:and|but|while|whereas)\b|[;:—]| – ")
_TURN = re.compile(r"\b(?:it was|then came|along came|next came)(?: the turn of)? $", re.IGNORECASE)
_IT_WAS = re.compile(r"\s*(?:(?:It was|That was|This was) (?:only |now |already )?(?:in )?(?:the|on)|There were) \b")


def told_goals(article: Article, teams: tuple[str, str], vocabulary: Vocabulary, *, has_kicks: bool) -> tuple[Claim, ...]:
    """Every goal that sentences claim, in the order of the text."""
    found: list[Claim] = []
    subject = ""
    waiting: tuple[MinutePhrase, int] | None = None
    leading = ""
    previous: tuple[Sentence, list[Name]] | None = None
    people = _people(article, teams, vocabulary)
    for sentence in article.sentences:
        if sentence.end <= len(article.title) + 2:
            continue
        names = _within(sentence, people)
        if not (has_kicks and KICKS.search(sentence.text)):
            claims = (*_owned(sentence, names), *_claims(sentence, names, subject, teams)) or _by_score_alone(
                sentence, names, previous
            )
            claims = _with_open_minute(claims, waiting, sentence) if waiting else claims
            found += [replace(claim, team=claim.team or leading) if not n else claim for n, claim in enumerate(claims)]
            leading = "" if claims else team_of(sentence.text, teams)
            if (
                not claims
                and found
                and found[-1].phrase is None
                and _IT_WAS.match(sentence.text)
                and (late := _open_minute(sentence))
            ):
                found[-1] = replace(found[-1], minute=late[0].minute, phrase=late[0])
                continue
            actors = any(not name.is_possessive for name in names)
            waiting = None if claims or actors else _open_minute(sentence)
            previous = (sentence, names) if not claims else None
        subject = _subject(names, sentence, subject)
    return tuple(replace(claim, near=_near(article, claim, teams)) for claim in found)


def _near(article: Article, claim: Claim, teams: tuple[str, str]) -> str:
    """The team that was named last before a goal, in its sentence or the one before; of an equaliser that says nothing."""
    if claim.effect is Effect.LEVEL:
        return ""
    begun = [s.start for s in article.sentences if s.start <= claim.at][-2:]
    before = article.text[begun[0] : claim.at] if begun else ""
    before = before.rpartition("\n\n")[2]
    named = [
        (match.end(), one)
        for one, other in (teams, teams[::-1])
        for match in re.finditer(rf"(?<!\w){pattern_of(one, other)}(?!\w)", before)
    ]
    return max(named)[1] if named else ""


def _open_minute(sentence: Sentence) -> tuple[MinutePhrase, int] | None:
    """The moment of a sentence without a goal, for a goal that the next one tells: "It came a minute from time"."""
    if NEGATIVE.search(sentence.text):
        return None
    phrases = [p for p in find_minutes(sentence.text) if not _is_of_other(p, sentence.text)]
    fixed = [p for p in phrases if p.minute or p.added or p.later is not None]
    return (fixed[-1], sentence.block) if len(fixed) == 1 and len(sentence.text) < 140 else None


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
    if not actors or NEGATIVE.search(before.text) or before.block != sentence.block:
        return ()
    phrase = _best([p for p in find_minutes(before.text) if not _is_of_other(p, before.text)])
    kind, doubt = kind_of(before.text)
    actor = actors[0] if ending else actors[-1]
    at = before.start + actor.start
    minute, score = phrase.minute if phrase else None, find_scores(sentence.text)[-1].score
    return (Claim(proper_case(actor.text), at, minute, phrase, kind, score=score, is_sure=not doubt),)


def _owned(sentence: Sentence, names: Sequence[Name]) -> Iterator[Claim]:
    """``Basler's sixth-minute free-kick``: a goal named by its owner and its minute."""
    for name in names:
        rest = sentence.text[name.end :]
        found = _NTH_GOAL.match(rest) if name.is_possessive else None
        phrase = next((p for p in find_minutes(sentence.text) if found and p.start >= name.end and p.minute), None)
        if found and phrase and phrase.start < name.end + found.end() and not NEGATIVE.search(rest[: found.end() + 30]):
            kind, _ = kind_of(found[0])
            yield Claim(proper_case(name.text), sentence.start + name.start, phrase.minute, phrase, kind)


def _telegraphic(sentence: Sentence, names: Sequence[Name]) -> tuple[Claim, ...]:
    """``54 minutes: Gerrard, header.``: hardly more than a minute and a name, so maybe something else than a goal."""
    fixed = [p for p in find_minutes(sentence.text) if p.minute]
    if len(fixed) != 1 or len(names) != 1 or len(sentence.text) > 60 or _NO_GOAL_ENTRY.search(sentence.text):
        return ()
    between = sentence.text[min(fixed[0].end, names[0].end) : max(fixed[0].start, names[0].start)].strip(" :–—-")
    if between and between != "after":
        return ()
    kind, _ = kind_of(sentence.text)
    at = sentence.start + names[0].start
    return (Claim(proper_case(names[0].text), at, fixed[0].minute, fixed[0], kind, is_sure=False),)


def _by_turn(sentence: Sentence, names: list[Name]) -> Claim | None:
    """``Four minutes later it was Guerreiro``: a goal told by its minute and its name alone."""
    told = [n for n in names if not n.is_possessive and _TURN.search(sentence.text[: n.start])]
    phrase = _best([p for p in find_minutes(sentence.text) if not _is_of_other(p, sentence.text)])
    if not told or phrase is None or not (phrase.minute or phrase.later) or NEGATIVE.search(sentence.text):
        return None
    return Claim(proper_case(told[0].text), sentence.start + told[0].start, phrase.minute, phrase, is_sure=True)


def _people(article: Article, teams: tuple[str, str], vocabulary: Vocabulary) -> list[Name]:
    """Names in an article that can be a player's."""
    apart = {
        *vocabulary.competitions,
        *vocabulary.venues,
        *(folded(way) for one, other in (teams, teams[::-1]) for way in ways_of(one, other)),
    }
    names = find_names(article.text, vocabulary)
    return [name for name in names if folded(name.text) not in apart and not vocabulary.is_team(name.text)]


def _within(sentence: Sentence, names: Sequence[Name]) -> list[Name]:
    """The names of a sentence, with places in it."""
    inside = [name for name in names if sentence.start <= name.start and name.end <= sentence.end]
    return [replace(name, start=name.start - sentence.start, end=name.end - sentence.start) for name in inside]


def _subject(names: Sequence[Name], sentence: Sentence, before: str) -> str:
    """Whom a pronoun in the next sentence may mean."""
    own = [n for n in names if not n.is_possessive and not OBJECT.search(sentence.text[: n.start])]
    return own[0].text if own else names[0].text if names else before


def _claims(sentence: Sentence, names: Sequence[Name], subject: str, teams: tuple[str, str]) -> Iterator[Claim]:
    text = sentence.text
    phrases = [phrase for phrase in find_minutes(text) if not _is_of_other(phrase, text)]
    told = merged(text, list(scorers(text, names, subject)), phrases)
    owners = _owners(text, told, phrases)
    for number, one in enumerate(told):
        span = text[_clause_start(text, one, told, number) : _clause_end(text, one, told, number)]
        own = [phrase for phrase, owner in zip(phrases, owners, strict=True) if owner == number]
        phrase = _best_for(text, one, own)
        kind, doubt = kind_of(span, text[: one.start])
        yield Claim(
            player=proper_case(one.player),
            at=sentence.start + one.start,
            minute=phrase.minute if phrase else None,
            phrase=phrase,
            kind=kind,
            team=team_of(span, teams),
            effect=effect_of(span),
            score=score_made(span),
            is_sure=not doubt and not PAST.search(span),
        )


def _is_of_other(phrase: MinutePhrase, text: str) -> bool:
    """Whether a moment is that of a change or a card, as its own words say."""
    after = text[phrase.end : phrase.end + 30]
    before = text[max(0, phrase.start - 40) : phrase.start]
    return bool(
        re.match(r"\s*(?:substitute|red card|booking|substitution)", after)
        or re.search(
            r"\b(?:on from|came on|brought on|introduced|sent on|booked|sent off|shown|dismissed|replaced)\b[^,;]{0,30}$", before
        )
    )


def _owners(text: str, told: Sequence[Told], phrases: Sequence[MinutePhrase]) -> list[int]:
    """To which of the goals of a sentence each phrase belongs: one in its own clause, else the nearest."""
    if not told:
        return [-1] * len(phrases)
    return [min(range(len(told)), key=lambda number: (*_distance(text, told[number], phrase), number)) for phrase in phrases]


def _distance(text: str, one: Told, phrase: MinutePhrase) -> tuple[int, int]:
    """How many clauses, then how many letters lie between a goal and a phrase."""
    start, end = (phrase.end, one.start) if phrase.end <= one.start else (one.end, phrase.start)
    between = text[start:end] if start < end else ""
    return len(_JOINT.findall(between)), max(0, end - start)


def _best_for(text: str, one: Told, phrases: Sequence[MinutePhrase]) -> MinutePhrase | None:
    """Of the phrases in the clause of a goal, or as near to it as any, the one that says most."""
    nearest = min((_distance(text, one, phrase)[0] for phrase in phrases), default=0)
    return _best([phrase for phrase in phrases if _distance(text, one, phrase)[0] == nearest])


def _best(phrases: Sequence[MinutePhrase]) -> MinutePhrase | None:
    """The phrase that says most."""

    def rank(phrase: MinutePhrase) -> int:
        if phrase.minute:
            return 0
        return 1 if phrase.added else 2 if phrase.later is not None else 3

    return min(phrases, key=rank) if phrases else None


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
