"""The entries of a live blog: stretches of text that begin with their minute, and which of them tell a goal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from site_builder.authoring.articles.goal_gaps import NEAR_IT
from site_builder.authoring.articles.goal_kinds import kind_of
from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.list_lines import NAME, gained
from site_builder.authoring.articles.names import find_names, proper_case
from site_builder.authoring.articles.subject_words import OBJECT
from site_builder.authoring.articles.team_names import Sides
from site_builder.authoring.articles.text import Article
from site_builder.football.model import Minute, Score
from site_builder.phrases import find_scores

_LEAD = r"[ \t]*(?:[-*•⚽🥅🔴🔵🟨🟥🔁]\ufe0f?[ \t]*|\*\*|\[)*"
_START = re.compile(
    rf"^(?P<lead>{_LEAD})(?P<base>\d{{1,3}})(?:['’′]?\s?\+\s?(?P<added>\d{{1,2}})(?!\d))?"
    r"(?!['’′]?\s?\+\s?\d)(?:(?<=\+\d)(?=\s)|(?<=\+\d\d)(?=\s)|\s?(?:['’′]|mins?\b\.?|minutes?\b)|(?=\s?[:.–—|-]\s)|(?=\s+(?:GOAL|Goal|⚽)))",
    re.MULTILINE,
)
_CUE = re.compile(r"\bGO+A+L+S?\b|\bGo+a+l+\s?[!:(–—-]|^\W*Goal\b|⚽|🥅")
_NO_GOAL = re.compile(
    r"\b(?:no goal|disallowed|offside|ruled out|chalked off|not given|goal[- ]?kick|on goal|goal ?line)\b", re.IGNORECASE
)
_BREAK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:HT|FT|KO|Half|Full)\b)", re.IGNORECASE)
FEWEST = 3
"""So many lines that begin with a minute make a blog."""


class Entry(Struct, frozen=True):
    """A goal as an entry tells it, from ``start`` to ``end`` of the article; ``team`` by the score that it gives."""

    start: int
    end: int
    minute: Minute
    text: str
    team: str = ""


def goal_entries(article: Article, home: str, away: str) -> tuple[Entry, ...]:
    """Entries that tell a goal, in order of time: by a word for it, or by a score that is one up on the last."""
    found = sorted(_entries(article.text), key=lambda entry: entry.minute)
    before = Score(0, 0)
    goals: list[Entry] = []
    for entry in found:
        scores = [phrase.score for phrase in find_scores(entry.text)]
        after = next((score for score in scores if gained(before, score, home, away)), None)
        is_goal = bool(_CUE.search(entry.text)) or (after is not None and len(found) >= FEWEST)
        if is_goal and not _NO_GOAL.search(entry.text):
            team = gained(before, after, home, away)
            goals.append(Entry(entry.start, entry.end, entry.minute, entry.text, team))
            before = after or before
    return tuple(goals)


def _entries(text: str) -> Iterator[Entry]:
    starts = list(_START.finditer(text))
    for number, match in enumerate(starts):
        following = starts[number + 1].start() if number + 1 < len(starts) else len(text)
        stop = _BREAK.search(text, match.end(), following)
        end = stop.start() if stop else following
        lead = "⚽ " if "⚽" in match["lead"] else ""
        minute = Minute(int(match["base"]), int(match["added"] or 0))
        if minute.base:
            yield Entry(match.start(), end, minute, lead + text[match.end() : end])


def entry_claims(article: Article, told: Sequence[Claim], sides: Sides) -> tuple[Claim, ...]:
    """The goals of entries; ``told`` are those that the sentences of the article tell."""
    entries = goal_entries(article, sides.home, sides.away)
    return tuple(_claim(entry, article, [c for c in told if entry.start <= c.at < entry.end], sides) for entry in entries)


_BRACKET = re.compile(rf"\((?P<player>{NAME})(?:,? (?:\d|pen|og)[^)]*)?\)")
# The scorer right behind the word: "GOAL! Kane 1-0", "GOAL HIBS - Boyle."
_BARE = re.compile(rf"(?:GO+A+L+S?|Go+a+l+|⚽)\W*(?:for )?(?P<player>{NAME})\W*(?:$|\n|\d|\(|pen)")
# A sentence that is nothing but his name: "Raphinha!", "It's ACERBI."
_ALONE = re.compile(rf"[!.] (?:It['’]s |It is |That['’]s |Who else\? )?(?P<player>{NAME})[!.]")
_FOR = re.compile(rf"\b(?:for|to|GOAL|⚽)\W+(?:the )?(?P<team>{NAME})")


# Who gets the ball may be who scores: "slides it through for Malen".
_GIVEN = re.compile(r"\b(?:for|to|finds?|found|feeds?|fed|plays? in|into the path of) (?:the |substitute |captain |striker )*$")


def _claim(entry: Entry, article: Article, told: Sequence[Claim], sides: Sides) -> Claim:
    player, is_sure = _scorer(entry, told, sides)
    kind, is_maybe = kind_of(entry.text, article.text[max(0, entry.start - 160) : entry.start])
    named = (sides.called(match["team"]) for match in _FOR.finditer(entry.text))
    team = entry.team or next(filter(None, named), "")
    doubt = "maybe a penalty" if is_maybe else ""
    doubt = doubt if is_sure else "the text does not say clearly who scored"
    return Claim(proper_case(player), entry.start, entry.minute, kind=kind, team=team, is_listed=True, doubt=doubt)


def _scorer(entry: Entry, told: Sequence[Claim], sides: Sides) -> tuple[str, bool]:
    """Who scored, and whether that is sure."""
    for pattern in (_BRACKET, _BARE, _ALONE):
        for match in pattern.finditer(entry.text):
            names = find_names(match["player"], sides.vocabulary)
            if names and not sides.called(names[-1].text):
                return names[-1].text, True
    # An entry has its own minute, whatever is doubtful about that of its sentences.
    sure = {claim.player for claim in told if claim.is_sure and claim.doubt in ("", NEAR_IT)}
    if sure or len(told) > 1:
        best = [claim for claim in told if claim.player in sure] or list(told)
        return best[-1].player, len(sure) == 1
    people = [n for n in find_names(entry.text, sides.vocabulary) if not sides.called(n.text)]
    acting = [n for n in people if not n.is_possessive and not OBJECT.search(entry.text[: n.start])]
    first = next(iter(acting or people), None)
    # "GOAL! Kane, from twelve yards": nobody else does anything.
    others = [n for n in acting[1:] if not re.search(r"\b(?:after|when|as) (?:the )?$", entry.text[: n.start])]
    others += [n for n in people if first and n.start > first.end and _GIVEN.search(entry.text[: n.start])]
    is_alone = bool(acting) and not others and bool(re.search(r"(?:[!:.–—-]|⚽)\W*$", entry.text[: acting[0].start]))
    return (first.text if first else ""), is_alone
