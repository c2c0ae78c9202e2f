"""Whom a player plays for, as an article says by the way: in line-ups, and beside names (``England captain Harry Kane``)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from site_builder.authoring.articles.names import PHRASE
from site_builder.authoring.articles.team_names import Calls, pattern_of
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary, folded

_ROLE = (
    r"(?:captain|skipper|striker|forward|winger|midfielder|defender|full-back|left-back|right-back|wing-back|centre-back|"
    r"centre-half|centre-forward|goalkeeper|keeper|substitute|sub|playmaker|teenager|debutant|international|talisman|"
    r"number \d+|hero)"
)
NO_LONGER = r"(?<!former )(?<!Former )(?<!ex-)(?<!Ex-)(?<!old )(?<!one-time )(?<!One-time )(?<!erstwhile )(?<!future )"
"""What stands in front of a team that somebody played for once, and does not any more."""
_LEAST = 7
"""So many names make a line-up; fewer may be anything."""


def belonging(article: Article, teams: tuple[str, str], vocabulary: Vocabulary) -> Mapping[str, str]:
    """The team of each player that the text gives one, by folded surname; nobody of whom it gives both."""
    found: dict[str, set[str]] = {}
    for team, other in (teams, teams[::-1]):
        for name in (
            *_lined_up(article.text, pattern_of(team, other)),
            *_called(article.text, pattern_of(team, other, vocabulary)),
        ):
            found.setdefault(folded(name).rpartition(" ")[2], set()).add(team)
    return {surname: own.copy().pop() for surname, own in found.items() if len(own) == 1}


def lined_up(article: Article, teams: tuple[str, str]) -> set[str]:
    """The surnames of everybody in the line-ups, where the text has those of both teams; else nobody."""
    names = [_lined_up(article.text, pattern_of(team, other)) for team, other in (teams, teams[::-1])]
    return {folded(name).rpartition(" ")[2] for own in names for name in own} if all(names) else set()


def _lined_up(text: str, team: str) -> list[str]:
    """The names of ``Sweden (4-4-2): Isaksson; Lustig, Nilsson …``, which may go on in the next line."""
    heading = re.compile(
        rf"^\W*{team}[^:\n]{{0,60}}:[ \t]*(?P<list>[^\n]+(?:\n(?![^\n]*:)[^\n]+)?)",
        re.IGNORECASE | re.MULTILINE,
    )
    for match in heading.finditer(text):
        names = re.findall(PHRASE, match["list"])
        if len(names) >= _LEAST and len(re.findall(r"[,;]", match["list"])) >= _LEAST - 1:
            return names
    return []


def _called(text: str, team: str) -> list[str]:
    """The names of ``Sweden's Zlatan Ibrahimovic`` and ``the England captain Kane``."""
    own = re.compile(
        rf"{NO_LONGER}(?<!\w){team}(?:['’]s? (?:[a-z-]+ ){{0,2}}?{_ROLE}|['’]s| (?:[a-z-]+ )?{_ROLE}),? "
        rf"(?P<name>{PHRASE})"
    )
    return [match["name"] for match in own.finditer(text)]


def company_of(article: Article, player: str, calls: Calls) -> str:
    """The one team that is named in sentences beside a player's, or right before them; empty where both are or none is."""
    surname = player.rpartition(" ")[2]
    found: set[str] = set()
    before = ""
    for sentence in article.sentences[1:]:
        if surname in sentence.text:
            near = f"{before} {sentence.text}"
            found |= {one for one, pattern in calls.each if re.search(rf"(?<!\w){pattern}(?!\w)", near)}
        before = sentence.text
    return found.pop() if len(found) == 1 else ""
