"""How a match ended, where no score line says so: the score of a sentence, and by its words whose it is."""

from __future__ import annotations

import re

from site_builder.authoring.articles.draft import Found
from site_builder.authoring.articles.names import PHRASE
from site_builder.authoring.articles.teams import BEATEN
from site_builder.authoring.articles.text import Article, scores_in
from site_builder.football.model import Score
from site_builder.phrases import ScoreKind, ScorePhrase

_ENDED = re.compile(r"\b(?:draw|drew|drawing|drawn|finished|ended)\b[^.]{0,12}$", re.IGNORECASE)
_WINS = re.compile(r"\b(?:won|win|wins|victory|winning)\b[^.]{0,20}$", re.IGNORECASE)


def told_score(article: Article, teams: tuple[str, str]) -> Found[Score] | None:
    """A score in a sentence: level ones need no winner, others the one who won."""
    kinds = (ScoreKind.SCORE, ScoreKind.EXTRA_TIME, ScoreKind.FULL_TIME)
    told = [s for s in scores_in(article) if s.kind in kinds and not _is_of_another(article.text, s)]
    for phrase in told:
        winner = "" if phrase.score.is_level else _said_winner(article.text, phrase, teams)
        if winner:
            score = phrase.score if (phrase.score.leader == "home") == (winner == teams[0]) else phrase.score.swapped()
            return Found(score, article.sentence_at(phrase.start))
    level = [s for s in told if s.score.is_level and (_is_final(article, s) or _has_shootout(article))]
    if level:
        best = max(level, key=lambda s: s.score.home)
        return Found(best.score, article.sentence_at(best.start))
    return _highest(told, article)


_ANOTHER = re.compile(
    r"(?:\bhad|['’]d)\b(?: \w+)? (?:won|lost|beaten|drawn)\b[^.;]*$|\b(?:first leg|in qualifying|last season)\b[^.;]*$"
)
_MET = re.compile(r"[^.;]{0,20}\b(?:when (?:these|the) two|in (?:January|February|March|April|May|June|July|August|September)\b)")


def _is_of_another(text: str, phrase: ScorePhrase) -> bool:
    """Whether a score is told to be that of an earlier match: ``they'd won 4-0 when these two met in June``."""
    before = text[max(0, phrase.start - 80) : phrase.start].rpartition(". ")[2]
    return bool(_ANOTHER.search(before) or _MET.match(text, phrase.end))


def _is_final(article: Article, phrase: ScorePhrase) -> bool:
    """Whether a level score is told to be how it ended: ``after extra time``, ``came from 3-1 down to draw 3-3``."""
    before = article.text[max(0, phrase.start - 40) : phrase.start]
    is_draw = re.match(r"\s(?:draw|stalemate)\b", article.text[phrase.end : phrase.end + 12])
    return phrase.kind is not ScoreKind.SCORE or bool(is_draw or _ENDED.search(before))


def _said_winner(text: str, phrase: ScorePhrase, teams: tuple[str, str]) -> str:
    """Who won, by the words around a score; empty where they are those of no result."""
    before, after = text[max(0, phrase.start - 160) : phrase.start], text[phrase.end : phrase.end + 40]
    by = re.match(rf" by (?:the )?(?P<team>{PHRASE})", after)
    if by and by["team"] in teams:
        return by["team"]
    near = before[-90:]
    if _WINS.search(near) or BEATEN.search(near) or re.match(r"\s(?:win|victory)\b", after):
        return _winner(near, teams)
    loser = _winner(before, teams) if re.search(r"\b(?:lost|lose|went down)(?: it| by)? $", near) else ""
    return next((team for team in teams if loser and team != loser), "")


def _highest(told: list[ScorePhrase], article: Article) -> Found[Score] | None:
    """The highest of the scores that a text gives without saying whose they are."""
    best = max((s for s in told if s.is_figures), key=lambda s: (s.score.home + s.score.away, s.start), default=None)
    if best is None:
        return None
    return Found(best.score, article.sentence_at(best.start), "the text does not say whose goals are which")


def _winner(before: str, teams: tuple[str, str]) -> str:
    """Who won, by the words before a score: not the one that was beaten, else the one named last."""
    beaten = BEATEN.search(before)
    for one, other in (teams, (teams[1], teams[0])):
        if beaten and one in beaten[0]:
            return other
    names = [(m.start(), name) for name in teams for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", before)]
    actors = [
        (place, name)
        for place, name in names
        if not _OPPONENT.search(before[:place]) or before.startswith(", who ", place + len(name))
    ]
    return max(actors)[1] if actors else next((t for t in teams if names and t != max(names)[1]), "")


# "The last kick against Austria. The 2-1 victory …": no winner.
_OPPONENT = re.compile(r"\b(?:against|over|past|to|at|from) (?:the )?$")


def _has_shootout(article: Article) -> bool:
    return any(s.kind is ScoreKind.SHOOTOUT for s in scores_in(article))
