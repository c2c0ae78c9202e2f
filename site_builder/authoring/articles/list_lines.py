"""A line that lists goals, taken apart: names, minutes, marks and teams, and hardly any other word.

    Leeds United - Bamford (23), Harrison (51), Klich (78 pen); Burnley - Wood (40)
    0-1 Pepe (24), 0-2 Postiga (36)
    12' Gera, 20' Nani

Whether such a line lists goals, and not cards or changes, is for `goal_lists` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.names import PHRASE, proper_case
from site_builder.authoring.articles.team_names import Sides
from site_builder.football.model import GoalKind, Minute, Score

NAME = rf"(?:(?:[A-Z]\.[ ]?)+)?{PHRASE}"
_STEP = r"(?<![\d+])\d{1,2}[ ]?[-–:][ ]?\d{1,2}(?![\d'’′+])"
_TOKEN = re.compile(
    "|".join(
        (
            rf"(?P<step>\({_STEP}\)|{_STEP})",
            r"(?P<tag>\([A-Z]{1,3}\))",
            # Who helped, in brackets.
            r"(?P<aside>\((?=[^()]*\b(?:assist(?:ed)?|ass\.|from|by|header)\b)[^()\d]*\))",
            r"(?P<mark>(?:\b|(?<=\d))(?:pens?|pk|og|o\.g\.|own[ -]goal|penalty|p|rig|aut)\b\.?)",
            # The number of a team's or player's goals, before the bracket that has their minutes.
            r"(?P<count>(?<=\w )\d{1,2}(?=\s?\([^()]*\d)(?!\s?\(\d+[-–:]\d+\)))",
            (
                r"(?P<minute>(?<![\w.])\d{1,3}(?:['’′]|(?=\s?\+))?(?:\s?\+\s?\d{1,2})?"
                r"(?:['’′]|\s?(?:mins?|minutes?)\b\.?|m\b)?(?!(?!pens?\b|og\b|p\b)\w|[-–:]\d))"
            ),
            rf"(?P<name>{NAME})",
            r"(?P<cut>[;/|]|\n)",
            r"(?P<joint>\b(?:and|e|both)\b|[^\w\s])",
            r"(?P<other>\w[\w'’-]*)",
        )
    )
)
_LETTERS = {"step": "S", "tag": "G", "mark": "K", "minute": "M", "name": "N", "team": "T", "cut": "C"}
_BEHIND = re.compile(r"(?P<first>K?)N(?P<mark>K?)(?P<minutes>(?:MK?)+)(?P<tag>G?)")
_BEFORE = re.compile(r"(?P<minutes>M+)(?P<first>K?)S?N(?P<mark>K?)(?P<tag>G?)")
_HEADS = frozenset("goals goal goalscorers goalscorer scorers scorer scoring marcatori reti for the min ft ht".split())
_LAST = 130
_MOST_OTHER = 1
"""So many words may stand in a list that are no part of it."""


class Listed(Struct, frozen=True):
    """The goals of a line, in its order. ``cuts`` are the marks like ``;`` in it, each by the number of goals before it."""

    claims: tuple[Claim, ...]
    cuts: tuple[int, ...]


class _Token(Struct, frozen=True):
    kind: str
    text: str
    at: int
    team: str = ""

    @property
    def minute(self) -> Minute:
        base, _, added = re.sub(r"[^\d+]", "", self.text).partition("+")
        return Minute(int(base), int(added or 0))


def listed(text: str, offset: int, sides: Sides, team: str = "", *, others: int = _MOST_OTHER) -> Listed | None:
    """The goals of a stretch of text; None where it holds more than a list. ``team`` is whose they are, if that is known.

    ``others`` is how many words it may hold that are no part of a list.
    """
    tokens = list(_tokens(text, offset, sides))
    if sum(token.kind == "other" for token in tokens) > others:
        return None
    told = [token for token in tokens if token.kind in _LETTERS]
    shape = "".join(_LETTERS[token.kind] for token in told)
    pattern = _BEFORE if re.match(r"[^NM]*M", shape) else _BEHIND
    matches = list(pattern.finditer(shape))
    covered = sum(found[0].count("M") + found[0].count("N") for found in matches)
    if not matches or covered != shape.count("M") + shape.count("N"):
        return None
    if not all(1 <= token.minute.base <= _LAST for token in told if token.kind == "minute"):
        return None
    return _goals(matches, told, sides, team)


def _tokens(text: str, offset: int, sides: Sides) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        word = match[0].strip(":").lower()
        if word in _HEADS or kind in ("aside", "count", "joint"):
            continue
        called = sides.called(match[0]) if kind == "name" else ""
        yield _Token("team" if called else kind, match[0], offset + match.start(), called)


def _goals(matches: Sequence[re.Match[str]], told: Sequence[_Token], sides: Sides, team: str) -> Listed:
    claims: list[Claim] = []
    cuts: list[int] = []
    place = 0
    for found in matches:
        for token in told[place : found.start()]:
            team = token.team or team
            cuts += [len(claims)] if token.kind == "cut" else []
        claims += _of_one(found, told, sides, team)
        place = found.end()
    return Listed(_stepped(claims, [_score_of(token) for token in told if token.kind == "step"], sides), tuple(cuts))


def _stepped(claims: Sequence[Claim], scores: Sequence[Score], sides: Sides) -> tuple[Claim, ...]:
    """Goals with the team that each counts for, where each has the score after it."""
    if len(scores) != len(claims):
        return tuple(claims)
    before = (Score(0, 0), *scores)
    return tuple(
        replace(claim, team=gained(one, after, sides.home, sides.away) or claim.team)
        for claim, one, after in zip(claims, before, scores, strict=False)
    )


def _score_of(token: _Token) -> Score:
    home, away = re.findall(r"\d+", token.text)
    return Score(int(home), int(away))


def gained(before: Score, after: Score | None, home: str, away: str) -> str:
    """The team whose number went up by one, where the other's did not."""
    if after is None:
        return ""
    steps = (after.home - before.home, after.away - before.away)
    return home if steps == (1, 0) else away if steps == (0, 1) else ""


def _of_one(found: re.Match[str], told: Sequence[_Token], sides: Sides, team: str) -> Iterator[Claim]:
    """The goals of one name."""
    own = told[found.start() : found.end()]
    name = next(token for token in own if token.kind == "name")
    tag = next((_by_letter(token.text, sides) for token in own if token.kind == "tag"), "")
    ahead = next((token for token in own if token.kind == "mark"), None) if found["first"] or found["mark"] else None
    kind = _kind(ahead) if ahead else GoalKind.GOAL
    is_before = found.re is _BEFORE
    for number, token in enumerate(own):
        if token.kind != "minute":
            continue
        behind = own[number + 1] if number + 1 < len(own) and not is_before else None
        mark = _kind(behind) if behind and behind.kind == "mark" else kind
        yield Claim(proper_case(name.text), name.at, token.minute, kind=mark, team=tag or team, is_listed=True)
        kind = kind if is_before else GoalKind.GOAL


def _kind(mark: _Token) -> GoalKind:
    return GoalKind.OWN_GOAL if mark.text[0].lower() in "oa" else GoalKind.PENALTY


def _by_letter(tag: str, sides: Sides) -> str:
    """``(A)`` as the first letters of one team and not of the other."""
    letter = tag.strip("()")
    fits = [team for team in (sides.home, sides.away) if team.upper().startswith(letter)]
    return fits[0] if len(fits) == 1 else ""


def in_two(found: Listed, sides: Sides) -> Listed:
    """A list without names of teams that is cut once, as that of the home team and that of the other."""
    if any(claim.team for claim in found.claims) or len(set(found.cuts)) != 1:
        return found
    cut = found.cuts[0]
    claims = (replace(one, team=sides.home if n < cut else sides.away) for n, one in enumerate(found.claims))
    return Listed(tuple(claims), found.cuts)
