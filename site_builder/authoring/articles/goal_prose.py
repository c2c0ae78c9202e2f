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
from site_builder.authoring.articles.goal_chains import last_acts, merged
from site_builder.authoring.articles.goal_denials import KICKS, NEGATIVE, PAST, is_cancelled
from site_builder.authoring.articles.goal_effects import effect_of, score_made, team_of
from site_builder.authoring.articles.goal_flights import is_deflected
from site_builder.authoring.articles.goal_hints import beside_those, by_name_alone, by_noun, by_score_alone, likely, paired
from site_builder.authoring.articles.goal_kinds import is_award, is_from_spot, kind_of
from site_builder.authoring.articles.goal_minutes import OWN_ENTRY
from site_builder.authoring.articles.goal_moments import (
    announced_last,
    best_for,
    late_moment,
    minute_beaten,
    open_minute,
    own_moments,
    owners,
    placed,
)
from site_builder.authoring.articles.goal_owned import owned
from site_builder.authoring.articles.goal_phrases import phrase_claims
from site_builder.authoring.articles.goal_runs import of_his_career, runs, with_pairs
from site_builder.authoring.articles.goal_scorers import scorers, segment
from site_builder.authoring.articles.goal_subjects import Talk, Told, is_clause_subject
from site_builder.authoring.articles.goal_values import Claim, Effect
from site_builder.authoring.articles.names import Name, proper_case
from site_builder.authoring.articles.players import (
    Subject,
    keepers_in,
    last_keeper,
    people_in,
    scorers_in,
    subject_after,
    within,
    without_asides,
)
from site_builder.authoring.articles.relations import LONGEST, surname
from site_builder.authoring.articles.subject_words import CLAUSE, HAD, hyphened
from site_builder.authoring.articles.team_names import Calls
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary
from site_builder.football.model import GoalKind
from site_builder.phrases import MinutePhrase, Sentence

_NTHS = (
    (
        2,
        re.compile(
            r"\b(?:(?:his|her) (?:own )?second|(?:had|got) a second|(?:his|her|a) (?:own )?(?:brace|double))\b"
            r"(?! (?:half|assist|error|yellow|booking))",
            re.IGNORECASE,
        ),
    ),
    (
        3,
        re.compile(
            r"\b(?:(?:his|her) (?:own )?third\b(?! goal of| of)|(?:his|her|a|personal) (?:\w+-?\w* )?(?:hat[- ]trick|treble))",
            re.IGNORECASE,
        ),
    ),
    (4, re.compile(r"\b(?:his|her) fourth\b(?! of)", re.IGNORECASE)),
)


_THE_SAME = re.compile(r"\b(?:did the same|followed suit|did likewise)\b")
_NICKNAME = re.compile(r"(?:Big|Super|Wee|Wor|King|Young|Old|Little|Magic|Mighty) ")
_DEFLECTED = re.compile(
    r"\boff (?:the (?:post|bar|crossbar|upright) and )?(?:the )?(?:unlucky |unfortunate |luckless )?(?=(?P<name>[A-Z]))"
)


def told_goals(article: Article, calls: Calls, vocabulary: Vocabulary, *, has_kicks: bool) -> tuple[Claim, ...]:
    """Every goal that sentences claim, in the order of the text."""
    found: list[Claim] = []
    subject = Subject()
    waiting: tuple[MinutePhrase, int] | None = None
    leading = ("", -1)
    previous: tuple[Sentence, list[Name]] | None = None
    people = people_in(article, calls.teams, vocabulary)
    scoring = {name.text for name in scorers_in(article, people)}
    kicking, before, last = -1, "", Talk(keepers=frozenset({name.text for name in people} - scoring))
    keepers = keepers_in(article, vocabulary)
    texts = [one.text for one in article.sentences]
    cancelled = {one.start for n, one in enumerate(article.sentences) if is_cancelled(one.text, " ".join(texts[n + 1 : n + 4]))}
    for original in article.sentences:
        sentence = replace(original, text=hyphened(without_asides(original.text)))
        last = replace(last, keeper=last_keeper(article, keepers, sentence.start))
        if sentence.end <= len(article.title) + 2 or len(sentence.text) > LONGEST:
            continue
        claims: tuple[Claim, ...] = ()
        names = [name for name in within(sentence, people) if sentence.text[name.start : name.end] == name.text]
        if has_kicks and KICKS.search(sentence.text):
            kicking = sentence.block
        if sentence.block != kicking and sentence.start not in cancelled:
            claims = (*owned(sentence, names), *_claims(sentence, names, subject, calls, before, last)) or by_score_alone(
                sentence, names, previous
            )
            claims = (*claims, *beside_those(claims, tuple(paired(sentence, names))))
            claims = (*claims, *runs(sentence, names, last)) or tuple(of_his_career(sentence, names, subject.player))
            claims = with_pairs(sentence, names, claims)
            claims = phrase_claims(sentence, names, subject, last.scorer, claims)
            claims = (
                claims
                or tuple(by_name_alone(sentence, names, waiting))
                or tuple(filter(None, (by_noun(sentence, name) for name in names)))
                or likely(sentence, [name for name in names if name.text in scoring - keepers])
            )
            if found and _THE_SAME.search(sentence.text):
                claims = tuple(replace(claim, kind=found[-1].kind) for claim in claims)
            pending = claims[-1].player if claims and _is_pending(claims[-1], found, keepers) else ""
            scorer = claims[-1].player if claims else last.scorer
            last = replace(last, pending=pending, scorer=scorer, before=sentence.text)
            claims = _with_open_minute(claims, waiting, sentence) if waiting else claims
            said, block = leading
            said = said if block == sentence.block else ""
            found += [replace(claim, team=claim.team or said) if not n else claim for n, claim in enumerate(claims)]
            leading = ("" if claims else team_of(sentence.text, calls), sentence.block)
            late = late_moment(sentence, found[-1].phrase) if found and not claims and found[-1].minute is None else None
            if late and found[-1].at > sentence.start - 700:
                found[-1] = replace(found[-1], minute=late.minute, phrase=late)
                continue
            actors = any(
                is_clause_subject(sentence.text, n) and not (n.is_possessive or HAD.match(sentence.text, n.end)) for n in names
            )
            waiting = _announced(sentence, waiting, claims, has_actors=actors)
            previous = (sentence, names) if not claims else None
        subject = subject_after([name for name in names if name.text in scoring], sentence, subject)
        subject = _who_scored(claims, subject)
        before = sentence.text
    return tuple(replace(claim, near=_near(article, claim, calls)) for claim in _counted(found))


def _is_pending(claim: Claim, told: Sequence[Claim], keepers: frozenset[str]) -> bool:
    """Whether the next sentence may tell when a goal was; it is no other way of telling that of the sentence before."""
    is_told = bool(told) and told[-1].phrase is not None and surname(told[-1].player) == surname(claim.player)
    return claim.phrase is None and claim.player not in keepers and not is_told


def _who_scored(claims: Sequence[Claim], subject: Subject) -> Subject:
    """Whom "he" means after a sentence: whom it meant there, where he scored."""
    if not claims or not claims[-1].by_pronoun:
        return subject
    return Subject(claims[-1].player, is_sure=subject.is_sure and surname(subject.player) == surname(claims[-1].player))


def _announced(
    sentence: Sentence, waiting: tuple[MinutePhrase, int] | None, claims: Sequence[Claim], *, has_actors: bool
) -> tuple[MinutePhrase, int] | None:
    """The moment of a goal that the next sentence may tell; that of a foul lasts until the penalty is taken."""
    if claims:
        return announced_last(sentence, {claim.phrase.start for claim in claims if claim.phrase})
    if waiting and is_award(sentence.text) and not own_moments(sentence.text):
        return waiting
    return minute_beaten(sentence) or (None if has_actors and not is_award(sentence.text) else open_minute(sentence))


def _counted(claims: Sequence[Claim]) -> list[Claim]:
    """Claims whose scorer only a pronoun names, held against the number that the goal is said to be of his."""
    scored: Counter[str] = Counter()
    names: dict[str, str] = {}
    found: list[Claim] = []
    for claim in claims:
        one = claim
        own = scored[surname(claim.player)]
        if claim.by_pronoun and claim.nth and own != claim.nth - 1:
            fits = [player for player, count in scored.items() if count == claim.nth - 1]
            if len(fits) == 1:
                one = replace(claim, player=names[fits[0]], doubt="")
            else:
                one = replace(claim, doubt="the text does not name the scorer here")
        elif claim.nth > 1 and own < claim.nth - 1:
            one = replace(claim, doubt=claim.doubt or "the text tells fewer goals of his before this one")
        if one.minute or (one.phrase and (one.phrase.later is not None or one.phrase.added)):
            scored[surname(one.player)] += 1
            names[surname(one.player)] = one.player
        found.append(one)
    return found


def _near(article: Article, claim: Claim, calls: Calls) -> str:
    """The team that was named last before a goal, in its paragraph; of an equaliser that says nothing."""
    if claim.effect is Effect.LEVEL:
        return ""
    before = article.text[: claim.at].rpartition("\n\n")[2]
    named = [(match.end(), one) for one, pattern in calls.each for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", before)]
    return max(named)[1] if named else company_of(article, claim.player, calls)


def _with_open_minute(claims: tuple[Claim, ...], waiting: tuple[MinutePhrase, int], sentence: Sentence) -> tuple[Claim, ...]:
    """The first goal of a sentence with the moment of the sentence before, if it has none of its own."""
    phrase, block = waiting
    if not claims or claims[0].phrase or block != sentence.block:
        return claims
    doubt = _OTHERS if len({claim.player for claim in claims}) > 1 else ""
    return (replace(claims[0], minute=phrase.minute, phrase=phrase, doubt=claims[0].doubt or doubt), *claims[1:])


def _claims(
    sentence: Sentence, names: Sequence[Name], subject: Subject, calls: Calls, before: str, last: Talk
) -> Iterator[Claim]:
    text, talk = sentence.text, replace(last, subject=subject.player)
    phrases = own_moments(text)
    names = [
        name for name in names if not (name.is_possessive and any(p.after and p.start < name.start < p.end for p in phrases))
    ]
    told = last_acts(text, merged(text, list(scorers(text, names, talk)), phrases), phrases)
    owning = owners(text, told, phrases)
    for number, one in enumerate(told):
        begun = _clause_start(text, one, told, number)
        before_it = (p.end for p, owner in zip(phrases, owning, strict=True) if owner == number - 1 and p.end <= one.start)
        begun = max(begun, *before_it, 0)
        span = text[begun : _clause_end(text, one, told, number)]
        own = [phrase for phrase, owner in zip(phrases, owning, strict=True) if owner == number]
        phrase = best_for(text, one, [p for p in own if not _is_of_miss(text, one, p)] if len(own) > 1 else own)
        kind, doubt = kind_of(span, f"{before} {text[: one.start]}", max(0, one.end - begun))
        kind = GoalKind.GOAL if kind is GoalKind.OWN_GOAL and is_deflected(text, one, names) else kind
        yield Claim(
            player=proper_case(one.player),
            at=sentence.start + one.start,
            minute=phrase.minute if phrase else None,
            phrase=placed(phrase, sentence) if phrase else None,
            kind=kind,
            team=team_of(span, calls),
            effect=effect_of(span),
            score=score_made(span),
            nth=next((nth for nth, words in _NTHS if words.search(span)), 0),
            by_pronoun=one.is_pronoun,
            doubt=_doubt(text, span, one, subject, names)
            or (_OTHERS if phrase and _acts_between(text, one, phrase.start, names) else "")
            or ("maybe a penalty" if doubt or is_from_spot(text, one.verb, kind) else ""),
            is_sure=not PAST.search(span),
        )


def _is_of_miss(text: str, one: Told, phrase: MinutePhrase) -> bool:
    """Whether a moment is of a miss (``missed a penalty on 52 minutes, but made amends …``), or counted from when he came on."""
    if phrase.after and OWN_ENTRY.search(phrase.after):
        return True
    around = segment(text, phrase.start)
    return bool(NEGATIVE.search(around)) and segment(text, one.verb) != around


_OTHERS = "the sentence names others as well"


def _acts_between(text: str, one: Told, phrase: int, names: Sequence[Name]) -> bool:
    """Whether somebody else acts between a goal and the words for its minute, so that these may be his."""
    between = [name for name in names if one.end <= name.start < phrase and name.text != one.player and not name.is_possessive]
    return any(is_clause_subject(text, name) or text[: name.start].endswith("only for ") for name in between)


# An own goal is not his by whom the ball came in.
_OWN = re.compile(r"\bown (?:goal|net|keeper|goalkeeper)\b")
_SERVED = re.compile(r"\b(?:shot|cross|corner|ball|effort|header|drive|pass|free-kick|delivery) (?:by|from|of) $")


def _doubt(text: str, span: str, one: Told, subject: Subject, names: Sequence[Name]) -> str:
    """What makes it doubtful that the goal is this player's."""
    if one.is_pronoun and not subject.is_sure:
        return "the text does not name the scorer here"
    if _OWN.search(span) and any(n.text == one.player and _SERVED.search(text[: n.start]) for n in names):
        return _OTHERS
    if _NICKNAME.match(one.player):
        return "this looks like a nickname"
    if not one.is_near:
        return _OTHERS
    touched = _DEFLECTED.search(span)
    other = next((n.text for n in names if touched and span[touched.end() :].startswith(n.text)), "")
    return f"maybe it is {other}’s" if other and other != one.player else ""


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
