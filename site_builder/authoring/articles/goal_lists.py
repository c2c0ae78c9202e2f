"""Goals that an article lists: after "Scorers:", in brackets behind the teams, in lines of their own.

Germany 5 (Wirtz 10, Havertz 45+1 pen) Scotland 1 (Rüdiger 87 og)
Scorers: 1' Bajrami (A), 11' Bastoni, 16' Barella
BELGIUM 3
Vertonghen 69, Fellaini 74, Chadli 90+4
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.list_lines import NAME, in_two, listed
from site_builder.authoring.articles.names import PHRASE, proper_case
from site_builder.authoring.articles.team_names import Sides
from site_builder.authoring.articles.text import Article
from site_builder.football.model import GoalKind, Minute, Score
from site_builder.phrases import find_dates

_GOALS = re.compile(
    r"^(?:[^\n]{0,80}?\. (?=[A-Z][a-z]*:))?\W*"
    r"(?:(?:match |all )?(?:the )?(?:goal ?-?scorers?|goals?|scorers?|scoring(?: sequence| summary)?|marcatori|reti)\b|⚽)"
    r"(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"^[^\n]?[🟨🟥🔁]|^\W*(?:book(?:ed|ings?)|caution(?:s|ed)?|yellow|red|sent[ -]off|sending|dismiss|cards?|"
    r"subs?\b|substitut|unused|bench|"
    r"ref(?:eree)?s?\b|officials?|att(?:endance)?\b|assists?|pen(?:alty|s|alties)? ?(?:shoot|missed|saved)|missed|shoot-?out|"
    r"man of|line-?ups?|teams?\b|next|ammoni|espuls|sostitu)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\((?P<list>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
_TEAM_LINE = re.compile(
    rf"\W*(?P<team>{PHRASE})[ \t]*[-:–]?[ \t]*(?:\(\d{{1,2}}\)[ \t]*)?\d{{1,2}}(?:\W*|[ \t]+(?P<rest>[A-Z][^\n]*))"
)
_ITALIAN = re.compile(
    r"(?P<minutes>(?:\d{1,2}['’](?:\s?\+\s?\d{1,2}['’]?)?\s?[ps]\.?t\.?,?\s*(?:e\s)?)+)"
    rf"(?:(?:rig|aut)\.\s)?(?P<player>{NAME})(?:\s\((?P<mark>rig|r|aut|a|[A-Z])\.?\))?"
)
_LONGEST = 20
"""Lines of a list at most."""
_HALF_MINUTE = re.compile(r"(?P<base>\d{1,2})['’](?:\s?\+\s?(?P<added>\d{1,2}))?['’]?\s?(?P<half>[ps])\.?t")


def goal_lists(article: Article, sides: Sides) -> Iterator[tuple[Claim, ...]]:
    """The lists of an article, the most telling first; each by itself may be all of its goals."""
    for found in (_headed(article, sides), _in_brackets(article, sides), _in_lines(article, sides)):
        if found:
            yield found


def is_whole(claims: tuple[Claim, ...], final: Score | None, sides: Sides) -> bool:
    """Whether a list has as many goals as the score, for each team where it says so."""
    if final is None:
        return True
    counts = [sum(claim.team == team for claim in claims) for team in (sides.home, sides.away)]
    return len(claims) == final.home + final.away and counts[0] <= final.home and counts[1] <= final.away


def _headed(article: Article, sides: Sides) -> tuple[Claim, ...]:
    """Goals after ``Scorers:``, which may go on in the next lines."""
    found: list[Claim] = []
    lines = list(_lines(article.text))
    for number, (start, line) in enumerate(lines):
        heading = _GOALS.match(line)
        if not heading:
            continue
        rest, at = heading["rest"], start + heading.start("rest")
        if italian := tuple(_halved(rest, at)):
            found += italian
            continue
        stretch = _stretch(rest, lines[number + 1 :])
        longest = (listed("\n".join(stretch[:size]), at, sides) for size in range(len(stretch), 0, -1))
        told = next(filter(None, longest), None)
        found += in_two(told, sides).claims if told else ()
    return _once(found)


def _stretch(first: str, following: list[tuple[int, str]]) -> list[str]:
    """The lines that a list may go on in: up to an empty one, or a heading of something else."""
    kept = [first]
    for _, line in following:
        if (not line.strip() and any(kept)) or _OTHER.match(line) or len(kept) > _LONGEST:
            break
        kept.append(line)
    return kept


def _in_brackets(article: Article, sides: Sides) -> tuple[Claim, ...]:
    """Goals in brackets behind ``Team 5``, those of each team under its own name, or of both behind the score."""
    found: list[Claim] = []
    for match in _BRACKETS.finditer(article.text):
        before = article.text[: match.start()].rpartition("\n")[2]
        named = re.search(rf"(?P<team>{PHRASE})[ \t]+\d{{1,2}}[ \t]*$", before)
        team = sides.called(named["team"]) or sides.called(named["team"].rpartition(" ")[2]) if named else ""
        is_score = re.search(r"\d\s?[-–:]\s?\d", before) and any(sides.called(n) for n in re.findall(PHRASE, before))
        told = listed(match["list"], match.start("list"), sides, team) if team or is_score else None
        found += (told if team else in_two(told, sides)).claims if told else ()
    return _once(found)


def _in_lines(article: Article, sides: Sides) -> tuple[Claim, ...]:
    """Goals in lines that hold nothing else, under the team that the line before names."""
    found: list[Claim] = []
    team, is_other = "", False
    for start, line in _lines(article.text):
        heading = _TEAM_LINE.fullmatch(line)
        if not line.strip():
            is_other = False
            continue
        is_other = is_other or bool(_OTHER.match(line))
        if heading and sides.called(heading["team"]):
            team, is_other = sides.called(heading["team"]), False
            found += _behind_team(heading, start, sides, team)
        elif not is_other and len(line) < 200 and not find_dates(line):
            told = listed(line, start, sides, team, others=0)
            found += (told if team else in_two(told, sides)).claims if told else ()
    return _once(found)


def _behind_team(heading: re.Match[str], start: int, sides: Sides, team: str) -> tuple[Claim, ...]:
    """``Watford 2 Troy Deeney 71pen, Tom Cleverley 90+2``: the goals behind a team on its own line."""
    rest = heading["rest"] or ""
    told = listed(rest, start + heading.start("rest"), sides, team) if rest else None
    is_of_both = any(sides.called(name) for name in re.findall(PHRASE, rest))
    return told.claims if told and not is_of_both and re.match(rf"{NAME}\W+\d", rest) else ()


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\n]*", text):
        if match.start() in (0, len(text)) or match[0] or text[match.start() - 1] == "\n":
            yield match.start(), match[0]


def _once(claims: list[Claim]) -> tuple[Claim, ...]:
    """Claims without those that a second list repeats."""
    seen: dict[tuple[str, Minute | None], Claim] = {}
    for claim in claims:
        seen.setdefault((claim.player.rpartition(" ")[2], claim.minute), claim)
    return tuple(seen.values())


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
