"""Goals that an article lists: in brackets behind the teams, after "Scorers:", or as entries of a live blog.

Germany 5 (Wirtz 10, Havertz 45+1 pen) Scotland 1 (Rüdiger 87 og)
Scorers: 1' Bajrami (A), 11' Bastoni, 16' Barella
43' GOAL! England 2-0 Iran (Saka)
25 min. 1:0 Mert Müldür
0-1 Salisu (24), 0-2 Kudus 34
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.goal_words import kind_of
from site_builder.authoring.articles.names import PHRASE, find_names, proper_case
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.football.model import GoalKind, Minute, Score
from site_builder.phrases import find_scores

_NAME = rf"(?:[A-Z]\. )?{PHRASE}"
_MARK = r"(?:\s*\(?(?P<mark>pens?|p|og|o\.g\.|own goal|penalty)\b\.?\)?)"
_MINUTE = r"(?P<base>\d{1,3})['’′]?(?:\s?\+\s?(?P<added>\d{1,2}))?(?:['’′]|\s?min\b|m\b)?"
_BEHIND = re.compile(
    rf"(?P<player>{_NAME})(?:,|"
    rf":)?\s+(?P<minutes>{_MINUTE.replace('base', 'b1').replace('added', 'a1')}{_MARK.replace('mark', 'm1')}?(?:\s*(?:,|"
    rf"and|&)\s*\d{{1,3}}['’′]?(?:\+\d{{1,2}})?['’′]?(?:\s*\(?(?:pens?|p|og|o\.g\.)\b\.?\)?)?)*)"
)
_BEFORE = re.compile(
    rf"(?P<base>\d{{1,3}})['’′](?:\s?\+\s?(?P<added>\d{{1,2}})['’′]?)?\s+(?P<player>{_NAME}){_MARK}?(?:\s*\((?P<side>[A-Z]{{1,3}})\))?"
)
_ONE = re.compile(
    r"(?P<base>\d{1,3})['’′]?(?:\+(?P<added>\d{1,2}))?['’′]?(?:\s*\(?(?P<mark>pens?|p|og|o\.g\.|own goal|penalty)\b\.?\)?)?"
)
_SCORERS = re.compile(r"(?:scorers?|goals?|marcatori|reti)\s*:\s*(?P<list>[^\n]+(?:\n[^\n]+)?)", re.IGNORECASE)
_STEP = r"(?P<x>\d{1,2})\s?[-–:]\s?(?P<y>\d{1,2})"
_AT = r"\(?(?P<base>\d{1,3})['’′.]?(?:\s?\+\s?(?P<added>\d{1,2}))?(?:['’′]|\s?min(?:ute)?s?\b\.?|\.)?[,)]?"
# A running score with its scorer and minute, in any order.
_STEPS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w:–-]){_AT}[ \t:,–-]+{_STEP}[ \t:,–-]+(?P<player>{_NAME}){_MARK}?",
        rf"(?<![\w:–-]){_STEP}[ \t:,–-]+(?P<player>{_NAME})[ \t,]+\(?{_MARK}?[ \t,]*{_AT}{_MARK.replace('mark', 'mark2')}?",
        rf"(?<![\w:–-]){_STEP}[ \t:,–-]+{_AT}[ \t:,–-]+(?P<player>{_NAME}){_MARK}?",
    )
)
_ITALIAN = re.compile(
    r"(?P<minutes>(?:\d{1,2}['’](?:\s?\+\s?\d{1,2}['’]?)?\s?[ps]\.?t\.?,?\s*(?:e\s)?)+)"
    rf"(?:(?:rig|aut)\.\s)?(?P<player>{_NAME})(?:\s\((?P<mark>rig|r|aut|a|[A-Z])\.?\))?"
)
_HALF_MINUTE = re.compile(r"(?P<base>\d{1,2})['’](?:\s?\+\s?(?P<added>\d{1,2}))?['’]?\s?(?P<half>[ps])\.?t")
_ENTRY = re.compile(
    r"^[ \t]*(?:[-*•][ \t])?(?:\*\*)?(?P<base>\d{1,3})(?:['’′]?\s?\+\s?(?P<added>\d{1,2}))?\s?(?:['’′]|"
    r"mins?\b|minutes?\b)?\s?[:.–—|-]?\s*"
    r"(?:\*\*)?\s*(?P<text>.*(?:\bGO+A+L+S?\b|\bGo+a+l+\s?[!:(–—-]|⚽).*)$",
    re.MULTILINE,
)
_NO_GOAL = re.compile(
    r"\b(?:no goal|disallowed|offside|ruled out|chalked off|not given|goal[- ]?kick|on goal|goal ?line)\b", re.IGNORECASE
)


def bracketed_goals(article: Article, home: str, away: str, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Goals in brackets behind ``Team 5``, those of each team under its own name."""
    found: list[Claim] = []
    for match in re.finditer(
        rf"(?P<team>{PHRASE})\s+(?P<count>\d{{1,2}})\s*\((?P<list>[^()]*(?:\([^()]*\)[^()]*)*)\)", article.text
    ):
        team = next(
            (t for t in (home, away) if folded(vocabulary.team(match["team"])) == folded(t) or match["team"].endswith(t)), ""
        )
        if team:
            found += _behind(match["list"], match.start("list"), team)
    for match in re.finditer(rf"^(?P<team>{PHRASE})[ ]+\d{{1,2}}[ ]*\n(?P<list>[^\n]*\d[^\n]*)$", article.text, re.MULTILINE):
        team = next((t for t in (home, away) if folded(vocabulary.team(match["team"])) == folded(t)), "")
        if team and not re.fullmatch(rf"{PHRASE}[ ]+\d{{1,2}}[ ]*", match["list"]):
            found += _behind(match["list"], match.start("list"), team)
    for match in re.finditer(r"\((?P<list>[^()]*\d{1,3}['’′]?[^()]*)\)\s*$", _score_line(article, home, away), re.MULTILINE):
        if not found and ";" in match["list"]:
            start = article.text.index(match["list"])
            first, second = match["list"].split(";", 1)
            found = [*_behind(first, start, home), *_behind(second, start + len(first) + 1, away)]
    return tuple(found)


def _score_line(article: Article, home: str, away: str) -> str:
    lines = [line for line in article.text.split("\n") if home in line and away in line and find_scores(line)]
    return lines[0] if lines else ""


def _behind(text: str, offset: int, team: str) -> Iterator[Claim]:
    """``Messi 23 pen, 108, Di María 36``: minutes behind the name."""
    for match in _BEHIND.finditer(text):
        for one in _ONE.finditer(match["minutes"]):
            yield _claim(match["player"], one, offset + match.start(), team)


def _claim(player: str, one: re.Match[str], at: int, team: str) -> Claim:
    mark = (one["mark"] or "").lower()
    kind = GoalKind.OWN_GOAL if mark.startswith("o") else GoalKind.PENALTY if mark.startswith("p") else GoalKind.GOAL
    minute = Minute(int(one["base"]), int(one["added"] or 0))
    return Claim(proper_case(player), at, minute, kind=kind, team=team, is_listed=True)


def listed_goals(article: Article, home: str, away: str) -> tuple[Claim, ...]:
    """Goals after ``Scorers:``, minutes before or behind the names."""
    found: list[Claim] = []
    for match in _SCORERS.finditer(article.text):
        offset, text = match.start("list"), match["list"].split("\n\n")[0]
        lines = text.split("\n")
        before = list(_halved(text if lines[0].rstrip().endswith((",", ";")) else lines[0], offset))
        before = before or [
            _claim(m["player"], m, offset + m.start(), _by_letter(m["side"], home, away)) for m in _BEFORE.finditer(text)
        ]
        found += before or _behind(text, offset, "")
    return tuple(found)


def stepped_goals(article: Article, home: str, away: str) -> tuple[Claim, ...]:
    """Goals told by the score after each, from the first to the last without a gap."""
    for pattern in _STEPS:
        found: list[Claim] = []
        before = Score(0, 0)
        for match in pattern.finditer(article.text):
            after = Score(int(match["x"]), int(match["y"]))
            team = _gained(before, after, home, away)
            is_scorer = folded(match["player"]) not in (folded(home), folded(away)) and int(match["base"]) > 0
            if not team or not is_scorer:
                continue
            mark = (match["mark"] or (match["mark2"] if "mark2" in match.groupdict() else "") or "").lower()
            kind = GoalKind.OWN_GOAL if mark.startswith("o") else GoalKind.PENALTY if mark.startswith("p") else GoalKind.GOAL
            minute = Minute(int(match["base"]), int(match["added"] or 0))
            found.append(Claim(proper_case(match["player"]), match.start(), minute, kind=kind, team=team, is_listed=True))
            before = after
        if found:
            return tuple(found)
    return ()


def _halved(text: str, offset: int) -> Iterator[Claim]:
    """``12' pt Lookman, 30' st Scamacca``: minutes of each half, as Italian papers count them."""
    for match in _ITALIAN.finditer(text):
        for one in _HALF_MINUTE.finditer(match["minutes"]):
            base, added = int(one["base"]), int(one["added"] or 0)
            late = base - 45 if base > 45 else added
            minute = Minute((45 if one["half"] == "p" else 90) if late else base + 45 * (one["half"] == "s"), late)
            mark = match["mark"] or ""
            kind = GoalKind.PENALTY if mark.startswith("r") else GoalKind.OWN_GOAL if mark.startswith("a") else GoalKind.GOAL
            yield Claim(proper_case(match["player"]), offset + match.start("player"), minute, kind=kind, is_listed=True)


def _by_letter(letter: str | None, home: str, away: str) -> str:
    """``A`` as the first letters of one team and not of the other."""
    fits = [team for team in (home, away) if letter and team.upper().startswith(letter)]
    return fits[0] if len(fits) == 1 else ""


def blogged_goals(article: Article, home: str, away: str, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Entries with a minute and the word goal."""
    found: list[Claim] = []
    before = Score(0, 0)
    for match in _ENTRY.finditer(article.text):
        if _NO_GOAL.search(match["text"]):
            continue
        claim, score = _entry(article, match, (home, away), vocabulary)
        team = claim.team or _gained(before, score, home, away)
        found.append(replace(claim, team=team))
        before = score or before
    return tuple(found)


def _gained(before: Score, after: Score | None, home: str, away: str) -> str:
    """The team whose number went up by one, where the other's did not."""
    if after is None:
        return ""
    steps = (after.home - before.home, after.away - before.away)
    return home if steps == (1, 0) else away if steps == (0, 1) else ""


def _entry(article: Article, match: re.Match[str], teams: tuple[str, str], vocabulary: Vocabulary) -> tuple[Claim, Score | None]:
    text = match["text"]
    minute = Minute(int(match["base"]), int(match["added"] or 0))
    scores = find_scores(text)
    names = [n for n in find_names(text, vocabulary) if not _is_team(n.text, teams, vocabulary)]
    bracket = re.search(rf"\((?P<player>{_NAME})(?:,? (?:\d|pen|og)[^)]*)?\)", text)
    player = bracket["player"] if bracket else next((n.text for n in names if not n.is_possessive), "")
    benefit = re.search(r"\b(?:for|to)\s+(?:the )?(" + "|".join(map(re.escape, teams)) + r")\b", text)
    kind, doubt = kind_of(text, article.text[max(0, match.start() - 160) : match.start()])
    claim = Claim(
        proper_case(player),
        match.start(),
        minute,
        kind=kind,
        team=benefit[1] if benefit else "",
        is_listed=True,
        is_sure=not doubt,
    )
    return claim, scores[0].score if scores else None


def _is_team(name: str, teams: tuple[str, str], vocabulary: Vocabulary) -> bool:
    return vocabulary.is_team(name) or folded(name) in {folded(team) for team in teams}
