"""What an article hints of who plays for whom: the ties of its sentences, and of its goals with the teams spoken of there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from site_builder.authoring.articles.belonging import belonging
from site_builder.authoring.articles.draft import DraftResult
from site_builder.authoring.articles.goal_sides import Hints
from site_builder.authoring.articles.goal_values import Claim, Effect
from site_builder.authoring.articles.names import find_names
from site_builder.authoring.articles.relations import surname
from site_builder.authoring.articles.side_course import course_of
from site_builder.authoring.articles.side_marks import HOSTS, VISITORS, Mark, Marked, marked
from site_builder.authoring.articles.side_network import AWAY, HOME, Tie, leanings
from site_builder.authoring.articles.side_rules import AGAINST, CHANGES, DUELS, KEEPERS, MEMBERS, PASSES, Rule
from site_builder.authoring.articles.side_states import AFTERWARDS, BEHIND, SAID_OF_TEAMS
from site_builder.authoring.articles.subject_words import CLAUSE
from site_builder.authoring.articles.team_names import Calls, calls_of
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary
from site_builder.football.model import GoalKind, Minute
from site_builder.phrases import find_scores

_OWN = re.compile(r"\bown (?:goal|net|keeper|goalkeeper)\b", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:by|from|of|past|beyond|beat|beating|denied|against|over|across|on) $", re.IGNORECASE)
_START = Minute(1)
# How much each kind of hint weighs, of the scale of the rules.
_TOLD = 4
_ACTING = 0.5
_NEAR = 0.5
_SUBJECT = 1.0
_TURNED = 0.5
_SCARED = 1.5
_LOOKED_FOR = 2
_AFTERWARDS = 2
_TOPIC = 0.3
_TOLD_ON = 0.8
_RIVALS = 2
# Of what the sentence before the goal says of a team, beside what its own says.
_BEFORE = 0.7


def hints_of(article: Article, result: DraftResult, vocabulary: Vocabulary, claims: Sequence[Claim]) -> Hints:
    """What an article hints of the teams of those who scored its goals."""
    teams = (result.home.value, result.away.value)
    names = [name.text for name in find_names(article.text, vocabulary)]
    calls = calls_of(teams, vocabulary, names, is_ordered=not result.home.unsure)
    sides = dict(zip(teams, (HOME, AWAY), strict=True))
    told = [Tie(sides[team], one, is_same=True, weight=_TOLD) for one, team in belonging(article, teams, vocabulary).items()]
    ties = (*told, *ties_of(article, calls, vocabulary, claims), *_of_scores(article, claims, result))
    half_time = result.half_time.value if result.half_time else None
    course = course_of(article, half_time, places=[claim.at for claim in claims])
    return Hints(leanings(ties, {surname(claim.player) for claim in claims}), course)


def _of_scores(article: Article, claims: Sequence[Claim], result: DraftResult) -> Iterator[Tie]:
    """Whose goals they are in a list with the score after each, which is in the order of the teams: ``24' Wilson 1-1``."""
    before, ordered = (0, 0), sorted(claims, key=lambda claim: (claim.minute is None, claim.minute or _START, claim.at))
    steps: list[tuple[Claim, tuple[int, int]]] = []
    for claim in ordered:
        score = next((p.score for p in find_scores(article.text[claim.at : article.text.find("\n", claim.at)])), None)
        after = (score.home, score.away) if score else (0, 0)
        steps.append((claim, (after[0] - before[0], after[1] - before[1])))
        before = after
    is_list = all(claim.is_listed and step in ((1, 0), (0, 1)) for claim, step in steps)
    if is_list and result.score and before == (result.score.value.home, result.score.value.away):
        yield from (_credit(claim, HOME if step[0] else AWAY, _TOLD) for claim, step in steps)


def ties_of(article: Article, calls: Calls, vocabulary: Vocabulary, claims: Sequence[Claim]) -> tuple[Tie, ...]:
    """Every hint of an article at who plays with whom, and for which team."""
    sentences = marked(article, calls, vocabulary, {claim.at: surname(claim.player) for claim in claims})
    hints = [tie for sentence in sentences for tie in _within(sentence)]
    goals = (*_of_goals(sentences, claims), *_of_lists(sentences, claims), *_of_nearest(calls, claims))
    return (*hints, *goals, *_of_managers(sentences), *_of_keepers(sentences))


def _within(sentence: Marked) -> Iterator[Tie]:
    """What one sentence says of the people and teams in it."""
    rules = CHANGES if _OWN.search(sentence.text) else (*CHANGES, *PASSES, *DUELS, *MEMBERS, *AGAINST)
    for rule in rules:
        yield from _found(rule, sentence)
    acting = _first_acting(sentence)
    if acting:
        yield Tie(sentence.subject, acting.who, is_same=True, weight=_ACTING)


def _found(rule: Rule, sentence: Marked) -> Iterator[Tie]:
    for match in rule.pattern.finditer(sentence.text):
        one, other = (sentence.marks[int(number)].who for number in match.groupdict().values())
        if one and other and one != other:
            yield Tie(one, other, rule.is_same, rule.weight)


def _first_acting(sentence: Marked) -> Mark | None:
    """The first person of a sentence about one team only, who may well be one of its players."""
    teams = {mark.who for mark in sentence.marks if mark.is_team}
    if len(teams) != 1 or not sentence.subject or _OWN.search(sentence.text):
        return None
    begun = next(mark.start for mark in sentence.marks if mark.is_team and mark.is_subject)
    people = (mark for mark in sentence.marks if not mark.is_team and mark.start > begun)
    first = next(people, None)
    return None if first is None or _BEHIND.search(sentence.sentence.text[: first.start]) else first


def _of_nearest(calls: Calls, claims: Sequence[Claim]) -> Iterator[Tie]:
    """The team that was named last before a goal."""
    sides = dict(zip(calls.teams, (HOME, AWAY), strict=True))
    for claim in claims:
        if claim.near in sides:
            yield _credit(claim, sides[claim.near], _NEAR)


def _of_managers(sentences: Sequence[Marked]) -> Iterator[Tie]:
    """Whose men are which team: of two managers each has one, and of a team goes on what begins with its manager's men."""
    led = sorted({m.who for one in sentences for m in one.marks if m.is_team and m.who not in ("", HOME, AWAY)})
    managers = [who for who in led if not who.startswith("<")]
    if {HOSTS, VISITORS} <= {*led}:
        yield Tie(HOSTS, VISITORS, is_same=False, weight=_RIVALS)
    if len(managers) == 2:
        yield Tie(managers[0], managers[1], is_same=False, weight=_RIVALS)
    for one in sentences:
        teams = {mark.who for mark in one.marks if mark.is_team and mark.who}
        if one.subject in led and len(teams) == 2:
            yield Tie(one.subject, (teams - {one.subject}).pop(), is_same=False, weight=_RIVALS)
        elif one.subject in led and one.topic and one.topic != one.subject:
            yield Tie(one.subject, one.topic, is_same=True, weight=_TOLD_ON)


def _of_keepers(sentences: Sequence[Marked]) -> Iterator[Tie]:
    """Of two who keep goal, each plays for one team."""
    found = {one.marks[int(m["p"])].who for one in sentences for words in KEEPERS for m in words.finditer(one.text)}
    if len(found) == 2:
        yield Tie(min(found), max(found), is_same=False, weight=_RIVALS)


def _credit(claim: Claim, team: str, weight: float) -> Tie:
    """A hint that a goal counts for a team, or for the other where the weight is below 0."""
    return Tie(team, surname(claim.player), (weight > 0) is not (claim.kind is GoalKind.OWN_GOAL), abs(weight))


def _of_goals(sentences: Sequence[Marked], claims: Sequence[Claim]) -> Iterator[Tie]:
    """What the sentences that tell the goals, and those right before them, say of the teams."""
    told = [[c for c in claims if one.sentence.start <= c.at < one.sentence.end] for one in sentences]
    for number, (one, own) in enumerate(zip(sentences, told, strict=True)):
        for claim, (start, end) in zip(own, _spans(one, own), strict=True):
            turn = _turn(one, start, one.place(claim.at))
            yield from (_credit(claim, who, -weight / 2) for who, weight in _said(one, start, turn))
            yield from (_credit(claim, who, weight) for who, weight in _said(one, turn, end))
            yield from _of_subject(one, claim, start, end)
        before = sentences[number - 1] if number else None
        is_inside = before is not None and before.sentence.block == one.sentence.block
        if own and before and is_inside and not told[number - 1]:
            yield from (_credit(own[0], who, weight * _BEFORE) for who, weight in _said(before, 0, len(before.text)))
        is_spoken_of = bool(own) and any(s.subject and s.sentence.block == one.sentence.block for s in sentences[:number])
        if is_spoken_of and one.topic and own[0].effect is not Effect.LEVEL:
            yield _credit(own[0], one.topic, _TOPIC)
        told_before = [] if own or not is_inside or number == 0 else told[number - 1][-1:]
        yield from (
            _credit(claim, one.marks[int(m["t"])].who, _AFTERWARDS)
            for claim in told_before
            for m in AFTERWARDS.finditer(one.text)
        )
        last = next((claims[-1] for claims in reversed(told[:number]) if claims), None)
        yield from (_credit(last, one.marks[int(m["t"])].who, -_LOOKED_FOR) for m in BEHIND.finditer(one.text) if last)


_LISTED = re.compile(r"<T(?P<t>\d+)> \d{1,2} \([^()]+\)")


def _of_lists(sentences: Sequence[Marked], claims: Sequence[Claim]) -> Iterator[Tie]:
    """The goals in the brackets behind a team and its number of goals: ``Celtic 5 (Furuhashi 8, 26, Abada 31)``."""
    for one in sentences:
        for match in _LISTED.finditer(one.text):
            own = (c for c in claims if one.sentence.start <= c.at < one.sentence.end)
            inside = (c for c in own if match.start() <= one.place(c.at) < match.end())
            yield from (_credit(claim, one.marks[int(match["t"])].who, _TOLD) for claim in inside)


_TURN = re.compile(r"\b(?:before|until|only for|but|by the time)\b")
_AFTER_ALL = re.compile(r"(?:That|It|This|All that|All this) (?:was|came|lasted|held) (?:\w+ )?(?:before|until)\b")
_CONTRARY = re.compile(r"\b(?:only for|until|but|while|whereas|by the time|before(?= <P))\b")


def _turn(sentence: Marked, start: int, at: int) -> int:
    """Where the words about a goal turn from what was before it: ``<T0> led until``; the start where they do not."""
    found = [match.start() for match in _CONTRARY.finditer(sentence.text, start, max(start, at))]
    return found[-1] if found else start


_SCARE = re.compile(r"\b(?:scare|shock|blow|setback|fright|alarm|jolt)\b")


def _of_subject(sentence: Marked, claim: Claim, start: int, end: int) -> Iterator[Tie]:
    """The one team that a sentence is about, where it says no more of it: its goal, but for one "before" which it was told of."""
    at = sentence.place(claim.at)
    if _SCARE.search(sentence.text, start, at) and sentence.topic:
        yield _credit(claim, sentence.topic, -_SCARED)
    teams = {mark.who for mark in sentence.marks if mark.is_team}
    if not teams and sentence.topic and _AFTER_ALL.match(sentence.text):
        yield _credit(claim, sentence.topic, -_SUBJECT)
    if not sentence.subject or len(teams) != 1 or list(_said(sentence, start, end)):
        return
    is_turned = bool(_TURN.search(sentence.text, sentence.text.index("<T"), max(at, start)))
    yield _credit(claim, sentence.subject, -_TURNED if is_turned else _SUBJECT)


def _spans(sentence: Marked, claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """The stretch of a sentence that is about each of the goals in it."""
    if not claims:
        return []
    places = [sentence.place(claim.at) for claim in claims]
    cuts = [0]
    for one, following in pairwise(places):
        joints = [joint.start() for joint in CLAUSE.finditer(sentence.text, one, max(one, following))]
        cuts.append(joints[-1] if joints else following)
    return list(zip(cuts, [*cuts[1:], len(sentence.text)], strict=True))


def _said(sentence: Marked, start: int, end: int) -> Iterator[tuple[str, float]]:
    """Each team of a stretch of a sentence, with how much speaks for its goal: the first words for each that fit count."""
    told: set[str] = set()
    for pattern, weight in SAID_OF_TEAMS:
        for match in pattern.finditer(sentence.text, start, end):
            mark = sentence.marks[int(match["t"])]
            if match["t"] not in told and mark.who:
                told.add(match["t"])
                yield mark.who, weight
