"""How a score went on from half-time to extra time and the shoot-out, as far as an article tells."""

from __future__ import annotations

import re

from msgspec.structs import replace

from site_builder.authoring.articles.draft import DraftResult, Found
from site_builder.authoring.articles.shootout_winner import winner_of_kicks
from site_builder.authoring.articles.team_names import Calls
from site_builder.authoring.articles.text import Article, scores_in
from site_builder.football.model import Score
from site_builder.phrases import ScoreKind, ScorePhrase, find_minutes, find_scores

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


def fits(half: Score, final: Score, *, either: bool = True) -> bool:
    """Whether a half-time score can lead to the final one, and in one order only."""
    straight = half.home <= final.home and half.away <= final.away
    turned = half.away <= final.home and half.home <= final.away
    return straight and (not either or half.is_level or not turned or half.home > half.away)


def beyond_ninety(result: DraftResult, article: Article, calls: Calls) -> DraftResult:
    """With extra time and the shoot-out, where the text has them; ``calls`` are what it calls the teams."""
    kicks = _kicks(article)
    level = result.score is None or result.score.value.is_level
    shootout = _shootout(kicks, result, article, calls) if kicks and level else None
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
_LATEST_NEAR = 98
"""As `_LATEST_ADDED`, where the text speaks of normal or extra time."""
_OF_TIME = re.compile(r"\b(?:normal|extra|additional)[- ](?:time|half)\b", re.IGNORECASE)


def _late_moment(article: Article) -> int | None:
    """Where a moment is told that only extra time has; None where there is none."""
    for sentence in article.sentences:
        for phrase in find_minutes(sentence.text):
            latest = _LATEST_NEAR if _OF_TIME.search(article.text) else _LATEST_ADDED
            if phrase.minute and phrase.minute.base > latest and not _ANOTHER_MATCH.search(sentence.text[: phrase.start]):
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


def _kicks(article: Article) -> ScorePhrase | None:
    """The score of a shoot-out: one that is called so, else the highest of a sentence about one."""
    running = [s for s in scores_in(article) if s.kind is ScoreKind.SHOOTOUT and not s.score.is_level]
    running = [s for s in running if not _is_of_another_day(article.text, s)]
    called = {s.start for s in find_scores(article.text) if s.kind is ScoreKind.SHOOTOUT}
    return next((s for s in running if s.start in called), None) or max(
        running, key=lambda s: s.score.home + s.score.away, default=None
    )


_YEAR = (
    r"(?:in|of|from) (?:18|19|20)\d\d|(?:years?|months?|weeks?|seasons?) (?:ago|earlier|before)|last (?:season|year|month|week)"
)
_WAS_LOST = re.compile(
    r"\bhad (?:\w+ )?(?:lost|won|beaten|gone|been)\b(?:(?! but )[^.;])*$|"
    rf"\b(?:lost|won|beaten|out)\b[^.;]*\b(?:{_YEAR})[^.;]{{0,12}}$",
    re.IGNORECASE,
)
_BACK_THEN = re.compile(rf"[^.;,]{{0,50}}\b(?:{_YEAR})\b", re.IGNORECASE)


def _is_of_another_day(text: str, phrase: ScorePhrase) -> bool:
    """Whether a score is that of an earlier shoot-out: ``Chelsea had lost the final of 2008, 6-5 on penalties``."""
    before = text[max(0, phrase.start - 100) : phrase.start].rpartition("\n")[2]
    return bool(_WAS_LOST.search(before) or _BACK_THEN.match(text, phrase.end))


_BESIDE = r"(?:^|[,.;:\n]|\band) ?{}:? $"


def _shootout(kicks: ScorePhrase, result: DraftResult, article: Article, calls: Calls) -> Found[Score]:
    """The kicks in the order of the teams, by who is said to have won them."""
    score, evidence = kicks.score, article.sentence_at(kicks.start)
    before = article.text[max(0, kicks.start - 200) : kicks.start]
    high = score if score.home > score.away else score.swapped()
    beside = [number for number, team in enumerate(calls.teams) if re.search(_BESIDE.format(re.escape(team)), before)]
    winner = beside[0] if beside else winner_of_kicks(article, calls, kicks.start)
    if winner is not None:
        return Found(high.swapped() if winner else high, evidence)
    is_in_order = score != high and _is_of_line(before, result)
    return Found(score, evidence, "" if is_in_order else "the text does not say who won the shoot-out")


def _is_of_line(before: str, result: DraftResult) -> bool:
    """Whether a score stands in the brackets behind both teams: the lower number in front is the first team's."""
    line = before.rpartition("\n")[2] or before.rstrip("\n").rpartition("\n")[2]
    names = [re.search(rf"(?<!\w){re.escape(team.value)}(?!\w)", line, re.IGNORECASE) for team in (result.home, result.away)]
    return all(names)
