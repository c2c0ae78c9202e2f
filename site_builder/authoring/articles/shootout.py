"""How a score went on from half-time to extra time and the shoot-out, as far as an article tells."""

from __future__ import annotations

import re

from msgspec.structs import replace

from site_builder.authoring.articles.draft import DraftResult, Found
from site_builder.authoring.articles.text import Article, scores_in
from site_builder.football.model import Score
from site_builder.phrases import ScoreKind, find_minutes

_EXTRA_TIME = re.compile(
    r"\b(?:(?:additional|extra) half[- ]hour|a\.?e\.?t\b|after extra[- ]time|in extra[- ]time|into extra[- ]time|"
    r"extra[- ]time|120 minutes|golden goal)",
    re.IGNORECASE,
)
_PLAYED = re.compile(
    r"\b(?:a\.?e\.?t\b|(?:after|in|into|to|was|of) extra[- ]time|"
    r"extra[- ]time (?:had )?(?:began|begun|started|was (?:\w+ )?(?:minutes?|seconds) old|brought)|120 minutes|golden goal)",
    re.IGNORECASE,
)
_NO_EXTRA = re.compile(r"\b(?:avoid(?:ed)?|without|no) extra[- ]time", re.IGNORECASE)
_THROUGH = r"(?:win|wins|won|beat|go through|went through|going through|advance|prevail|triumph|took|take|progress)"


def fits(half: Score, final: Score, *, either: bool = True) -> bool:
    """Whether a half-time score can lead to the final one, and in one order only."""
    straight = half.home <= final.home and half.away <= final.away
    turned = half.away <= final.home and half.home <= final.away
    return straight and (not either or half.is_level or not turned or half.home > half.away)


def beyond_ninety(result: DraftResult, article: Article) -> DraftResult:
    """With extra time and the shoot-out, where the text has them."""
    kicks = [s for s in scores_in(article) if s.kind is ScoreKind.SHOOTOUT and not s.score.is_level]
    level = result.score is None or result.score.value.is_level
    shootout = _shootout(kicks[0].score, kicks[0].start, result, article) if kicks and level else None
    spoken = _EXTRA_TIME.search(_NO_EXTRA.sub("", article.text))
    late = _late_moment(article)
    place = spoken.start() if spoken and (shootout or _is_decided_late(article)) else late
    extra = None if place is None else Found(value=True, evidence=article.sentence_at(place))
    if shootout and extra is None:
        shootout = replace(shootout, unsure=shootout.unsure or "the text does not say whether extra time was played")
    return replace(result, extra_time=extra, shootout=shootout)


# Extra time that was not played, or in another match.
_ONLY_SPOKEN_OF = re.compile(
    r"\b(?:goal|goals|minutes?|seconds?|kick|away|short|brink|verge|edge|prospect|threat|possibility|sight|thoughts?|instead|"
    r"rather|would|could|might|seemed|looked|looking|appeared|destined|heading|headed|bound|set|almost|nearly)\b"
    r"[^.;!?]{0,40}$",
    re.IGNORECASE,
)
_ANOTHER_MATCH = re.compile(r"\b(?:(?:19|20)\d\d|first leg|last (?:season|year|month|week)|previous)\b[^.;!?]*$", re.IGNORECASE)


# What only extra time that was played has, whatever is said around it.
_ITS_PARTS = re.compile(
    r"\b(?:(?:first|second) (?:half|period) of extra[- ]time|from the end of extra[- ]time|"
    r"(?:forced?|forcing) (?:the )?(?:additional|extra) (?:half[- ]hour|30 minutes|period))\b",
    re.IGNORECASE,
)
_LATEST_ADDED = 105
"""A minute after this one is hardly one of stoppage time."""


def _late_moment(article: Article) -> int | None:
    """Where a moment is told that only extra time has; None where there is none."""
    for sentence in article.sentences:
        for phrase in find_minutes(sentence.text):
            if phrase.minute and phrase.minute.base > _LATEST_ADDED and not _ANOTHER_MATCH.search(sentence.text[: phrase.start]):
                return sentence.start + phrase.start
    return None


def _is_decided_late(article: Article) -> bool:
    """Whether extra time was played, and is not only spoken of."""
    parts = _ITS_PARTS.search(article.text)
    if parts and not _ANOTHER_MATCH.search(article.text[max(0, parts.start() - 100) : parts.start()]):
        return True
    for match in _PLAYED.finditer(article.text):
        before = article.text[max(0, match.start() - 100) : match.start()].rpartition("\n")[2]
        if re.match(r"a\.?e", match[0], re.IGNORECASE):
            return True
        if not _ONLY_SPOKEN_OF.search(before) and not _ANOTHER_MATCH.search(before):
            return True
    return False


def _shootout(score: Score, at: int, result: DraftResult, article: Article) -> Found[Score]:
    """The kicks in the order of the teams, by who is said to have won them."""
    before, evidence = article.text[max(0, at - 200) : at], article.sentence_at(at)
    high, low = max(score.home, score.away), min(score.home, score.away)
    teams = (result.home.value, result.away.value)
    beside = [(0, team) for team in teams if re.search(rf"(?:^|[,.;:\n]|\band) ?{re.escape(team)}:? $", before)]
    spoken = beside or _winners(result, before) or _winners(result, article.text)[:1]
    if not spoken:
        return Found(score, evidence, "the text does not say who won the shoot-out")
    is_home = max(spoken)[1] == result.home.value
    return Found(Score(high, low) if is_home else Score(low, high), evidence)


def _winners(result: DraftResult, text: str) -> list[tuple[int, str]]:
    """Where a team is said to have won or gone on, with its name."""
    said = rf"(?<!\w){{}}(?!\w)[^.;]{{{{0,60}}}}?\b{_THROUGH}\b"
    teams = (result.home.value, result.away.value)
    return [(match.start(), team) for team in teams for match in re.finditer(said.format(re.escape(team)), text)]
