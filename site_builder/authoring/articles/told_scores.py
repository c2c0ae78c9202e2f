"""How a match ended, where no score line says so: the score of a sentence, and by its words whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.authoring.articles.draft import Found
from site_builder.authoring.articles.team_acts import BEAT, BEATEN
from site_builder.authoring.articles.team_names import Calls
from site_builder.authoring.articles.text import Article, scores_in
from site_builder.football.model import Score
from site_builder.phrases import ScoreKind, ScorePhrase

_ENDED = re.compile(r"\b(?:draw|drew|drawing|drawn|finished|ended)\b[^.]{0,12}$", re.IGNORECASE)
_WINS = re.compile(r"\b(?:won|win|wins|victory|winning)\b[^.]{0,20}$", re.IGNORECASE)


def told_scores(article: Article, calls: Calls) -> Iterator[Found[Score]]:
    """Scores in sentences, most likely first: those of a winner, level ones, the highest of the others."""
    kinds = (ScoreKind.SCORE, ScoreKind.EXTRA_TIME, ScoreKind.FULL_TIME)
    told = [s for s in scores_in(article) if s.kind in kinds and not _is_of_another(article.text, s)]
    is_level = _has_shootout(article)
    for phrase in told if not is_level else ():
        winner = "" if phrase.score.is_level else _said_winner(article, phrase, calls)
        if winner:
            score = phrase.score if (phrase.score.leader == "home") == (winner == calls.teams[0]) else phrase.score.swapped()
            yield Found(score, article.sentence_at(phrase.start))
    yield from _only_goals(article, calls)
    level = [s for s in told if s.score.is_level and (_is_final(article, s) or is_level)]
    level = [s for s in level if is_level or s.kind is not ScoreKind.FULL_TIME or not _EXTRA_TIME.search(article.text)]
    for one in sorted(level, key=lambda s: -s.score.home):
        yield Found(one.score, article.sentence_at(one.start))
    highest = _highest([s for s in told if s.score.is_level or not is_level], article)
    if highest:
        yield highest


_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_AGO = r"(?:last (?:season|year|month|week|weekend|time)|(?:a|two|three) (?:week|fortnight|month|year)s? (?:ago|earlier|before))"
_CLAUSE = r"(?:(?! but |, (?:and|but|while) )[^.;])*"
_ANOTHER = re.compile(
    r"(?:(?:(?:\bhad|['’]d)\b(?: \w+)?|\bhaving) "
    rf"(?:won|lost|beaten|drawn|been (?:beaten|held|thrashed)|gone (?:down|out)|knocked)\b{_CLAUSE}|\baveng\w+ (?:an?|the|their) "
    rf"|\b(?:first leg|first meeting|in qualifying|{_AGO}|previous(?:ly)?|earlier (?:this|in the)|reverse fixture)\b{_CLAUSE}"
    r"|\b(?:after|despite|since|following) (?:losing|beating|winning|drawing|being beaten)\b[^.;,]*"
    r"|\b(?:would have|even a|wanted|need(?:ed|ing)?|enough)\b[^.;,]*)$",
    re.IGNORECASE,
)
_MET = re.compile(
    rf"[^.;]{{0,20}}\b(?:when (?:these|the) two|in {_MONTH})\b"
    rf"|[^.;]{{0,40}}\b(?:the same (?:opponents|opposition|side|teams?|two)|last {_MONTH}|{_AGO}|the week before|"
    rf"(?:first|opening|earlier) (?:meeting|leg)|(?:on|in) (?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}|(?:18|19|20)\d\d)|"
    r"in the (?:first leg|group|semi-final|quarter-final|league|previous round))\b"
)


def _is_of_another(text: str, phrase: ScorePhrase) -> bool:
    """Whether a score is told to be that of an earlier match, or of none: ``they'd won 4-0 when these two met in June``."""
    before = text[max(0, phrase.start - 80) : phrase.start].replace("\n", ". ").rpartition(". ")[2]
    is_apposed = before.endswith(", ") and bool(_APPOSED.match(text, phrase.end))
    return is_apposed or bool(_ANOTHER.search(before) or _MET.match(text, phrase.end))


_EXTRA_TIME = re.compile(r"\b(?:extra[- ]time|(?:additional|extra|another) half[- ]hour)\b", re.IGNORECASE)
_ONLY_GOAL = re.compile(
    r"\b(?:the|a) (?:only|single|solitary|lone) goal\b(?! (?:of|in) (?:the )?(?:first|second|his|her|their)\b)", re.IGNORECASE
)
_SETTLED = re.compile(r"\b(?:won|win|wins|winning|beat|beating|defeated|enough|victory|settled|decided|separated)\b")


def _only_goals(article: Article, calls: Calls) -> Iterator[Found[Score]]:
    """``won by the only goal of the final``: one goal, the winner's where the sentence names one."""
    for sentence in article.sentences:
        found = _ONLY_GOAL.search(sentence.text)
        if found and _SETTLED.search(sentence.text) and not _ANOTHER.search(sentence.text[: found.start()]):
            winner = _winner(sentence.text[: found.start()], calls)
            score = Score(0, 1) if winner == calls.teams[1] else Score(1, 0)
            yield Found(score, " ".join(sentence.text.split()), "" if winner else "the text does not say whose goals are which")


def _is_final(article: Article, phrase: ScorePhrase) -> bool:
    """Whether a level score is told to be how it ended: ``after extra time``, ``came from 3-1 down to draw 3-3``."""
    before = article.text[max(0, phrase.start - 40) : phrase.start]
    is_draw = re.match(r"\s(?:draw|stalemate)\b", article.text[phrase.end : phrase.end + 12])
    return phrase.kind is not ScoreKind.SCORE or bool(is_draw or _ENDED.search(before))


_BEAT_THEM = re.compile(rf"\b{BEAT} (?:them|their \w+) (?:by )?$")
# "Rangers, 3-2 victors over Hearts a week earlier": a match before.
_APPOSED = re.compile(r" (?:victors|winners|conquerors) (?:over|against|of|at)\b")
_LOST = re.compile(
    r"\b(?:lost|loses?|losing|went down|go down|going down|fell|beaten|defeated|thrashed|hammered|wrong end)"
    r"(?: it| by| to a| of an?)? $",
    re.IGNORECASE,
)
_WINNING, _LOSING = (
    re.compile(r"\s(?:away )?(?:win|victory|winners|success|triumph)\b"),
    re.compile(r"\s(?:\w+ )?(?:defeat|loss)\b"),
)


def _said_winner(article: Article, phrase: ScorePhrase, calls: Calls) -> str:
    """Who won, by the words around a score; empty where they are those of no result."""
    text = article.text
    before, after = text[max(0, phrase.start - 160) : phrase.start], text[phrase.end : phrase.end + 40]
    for team, pattern in calls.each:
        if re.match(rf" by (?:the )?{pattern}(?!\w)", after):
            return team
    near = before[-90:]
    said = near if any(re.search(rf"(?<!\w){pattern}(?!\w)", near) for _, pattern in calls.each) else before.rpartition("\n")[2]
    if _LOST.search(near) or _LOSING.match(after):
        loser = _winner(said, calls)
        return next((team for team in calls.teams if loser and team != loser), "")
    if _WINS.search(near) or _BEAT_THEM.search(near) or BEATEN.search(near) or _WINNING.match(after) or near.endswith("ran out "):
        return _winner(said, calls)
    return ""


def _highest(told: list[ScorePhrase], article: Article) -> Found[Score] | None:
    """The highest of the scores that a text gives without saying whose they are."""
    best = max((s for s in told if s.is_figures), key=lambda s: (s.score.home + s.score.away, s.start), default=None)
    if best is None:
        return None
    return Found(best.score, article.sentence_at(best.start), "the text does not say whose goals are which")


def _winner(before: str, calls: Calls) -> str:
    """Who won, by the words before a score: not the one that was beaten, else the one named last."""
    beaten = BEATEN.search(before)
    for (_, pattern), (other, _) in (calls.each, calls.each[::-1]):
        if beaten and re.search(rf"(?<!\w){pattern}(?!\w)", beaten[0]):
            return other
    named = [(m, name) for name, pattern in calls.each for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", before)]
    actors = [
        (m.start(), name)
        for m, name in named
        if not _OPPONENT.search(before[: m.start()]) or before.startswith(", who ", m.end())
    ]
    last = max((m.start(), name) for m, name in named)[1] if named else ""
    return max(actors)[1] if actors else next((team for team in calls.teams if last and team != last), "")


# "The last kick against Austria. The 2-1 victory …": no winner.
_OPPONENT = re.compile(
    r"\b(?:against|over|past|to|at|from|met|meet|meeting|faced|facing|played|playing|hosted|hosting|visited|visiting|entertained|"
    r"welcomed|took on|held|by|with|for|on|clear of|ahead of|above|below|behind) (?:the )?$"
)


def _has_shootout(article: Article) -> bool:
    return any(s.kind is ScoreKind.SHOOTOUT for s in scores_in(article))
