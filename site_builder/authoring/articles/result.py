"""Who played and how it ended, from an article: score lines, then sentences such as "Atalanta beat Napoli 3–1".

The order of the teams is that of a score line; sentences do not tell who was at
home, so it is marked there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.draft import DraftResult, Found
from site_builder.authoring.articles.names import PHRASE, TEAM, find_names, proper_case
from site_builder.authoring.articles.shootout import beyond_ninety, fits
from site_builder.authoring.articles.teams import BEAT, teams_mentioned
from site_builder.authoring.articles.text import Article, scores_in
from site_builder.authoring.articles.told_scores import told_score
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.football.model import Score
from site_builder.phrases import ScoreKind, Sentence, find_scores

_SCORE = r"(?P<x>\d{1,2})\s?[-–—:]\s?(?P<y>\d{1,2})(?![\w–:/-])"
_BRACKETS = r"(?:\s*\([^()]*\))?"
_LINES = (
    re.compile(rf"(?P<a>{TEAM})[ \t]+{_SCORE}[ \t]+(?P<b>{TEAM})"),
    re.compile(
        rf"(?P<a>{TEAM})\s+(?P<x>\d{{1,2}}){_BRACKETS}[,;]?\s+(?P<b>{TEAM})\s+(?P<y>\d{{1,2}})(?=\s*(?:\(|"
        r"\n|$|[.!]|aet|after))"
    ),
    re.compile(rf"(?P<a>{TEAM})\s*[-–—]\s*(?P<b>{TEAM})[ \t:,]+{_SCORE}"),
    re.compile(rf"(?P<a>{TEAM})\s+v(?:s\.?|ersus)?\s+(?P<b>{TEAM})[ \t:,]+{_SCORE}"),
)
# Team and goals on a line, its scorers on the next, then the other team.
_STACKED = re.compile(
    rf"^(?P<a>{PHRASE})[ ]+(?P<x>\d{{1,2}})[ ]*\n(?:[^\n]*\d[^\n]*\n)?\n?(?P<b>{PHRASE})[ ]+(?P<y>\d{{1,2}})[ ]*$", re.MULTILINE
)
MOST_GOALS = 31
_FIXTURE = re.compile(rf"(?P<a>{TEAM})\s+(?:v|vs\.?|versus)\s+(?P<b>{TEAM})")
_DATELINE = re.compile(r"[^.!?]{0,60}?\s[-–—]{1,2}\s")
_THEY_BEAT = re.compile(
    rf"(?P<a>{PHRASE})(?: [a-z]|,)[^.!?]{{0,120}}?\b(?:they|who|by) (?:\w+ )?(?:beating|{BEAT}) "
    rf"(?:the )?(?P<b>{PHRASE})"
)
_LOST = r"(?:lost|fell|went down|slipped|succumbed|were beaten|was beaten|crashed)"
_DREW = r"(?:drew|were held|was held|had to settle|shared|played out)"
_WIN_OVER = re.compile(rf"(?:{_SCORE} )?(?:win|victory|triumph|success) (?:over|against|at) (?:the )?(?P<b>{PHRASE})")
_VERBS = tuple(
    (re.compile(
rf"(?P<a>{PHRASE})(?:['’]s \w+)?(?:,[^,.]{{1,80}},)? (?:(?:have|had|also|again|finally|narrowly|"
rf"duly) )?{verb}[^.!?]{{0,60}}?(?P<b>{PHRASE})"
), lost)
    for verb, lost in ((BEAT, False), (_LOST, True), (_DREW, False))
)  # fmt: skip
_HALF_TIME = re.compile(r"\b(?:half[- ]?time|HT|at the (?:break|interval))\b", re.IGNORECASE)


class _Line(Struct, frozen=True):
    """Two teams and their goals as one place of the text has them."""

    first: str
    second: str
    score: Score | None
    at: int
    is_in_order: bool
    is_half_time: bool = False


def read_result(article: Article, vocabulary: Vocabulary) -> DraftResult | None:
    """The match that an article is about; None where it names no two teams."""
    lines = [line for line in _score_lines(article, vocabulary) if _are_teams(line, article, vocabulary)]
    lines = _with_whole_names(lines)
    pair = _pair(lines, article, vocabulary)
    if pair is None:
        return None
    of_pair = [_turned(line, pair) for line in lines if {line.first, line.second} == {pair.first, pair.second}]
    final = _final(of_pair, article, pair)
    doubt = "" if pair.is_in_order else "the text does not say who was at home"
    evidence = article.sentence_at(pair.at)
    result = DraftResult(Found(pair.first, evidence, doubt), Found(pair.second, evidence, doubt), final)
    result = replace(result, half_time=_half_time(of_pair, article, final))
    return beyond_ninety(result, article)


def _with_whole_names(lines: list[_Line]) -> list[_Line]:
    """Lines that call a team by its whole name throughout: ``Bayern`` where another line has ``Bayern Munich``."""
    names = {name for line in lines for name in (line.first, line.second)}
    whole = {name: longer[0] for name in names if len(longer := [n for n in names if n != name and _is_part_of(name, n)]) == 1}
    return [replace(line, first=whole.get(line.first, line.first), second=whole.get(line.second, line.second)) for line in lines]


def _is_part_of(short: str, name: str) -> bool:
    return folded(name).startswith(f"{folded(short)} ") or folded(name).endswith(f" {folded(short)}")


def _score_lines(article: Article, vocabulary: Vocabulary) -> Iterator[_Line]:
    text = article.text
    for number, pattern in enumerate((*_LINES, _STACKED)):
        for match in pattern.finditer(text):
            score = Score(int(match["x"]), int(match["y"]))
            if max(score.home, score.away) > MOST_GOALS:
                continue
            around = text[max(0, match.start() - 14) : match.start()] + text[match.end() : match.end() + 12]
            half = bool(_HALF_TIME.search(around.replace("\n", " . ")) and number == 0)
            yield _Line(
                _team(match["a"], vocabulary),
                _team(match["b"], vocabulary),
                score,
                match.start("a"),
                is_in_order=True,
                is_half_time=half,
            )
    for match in _FIXTURE.finditer(text):
        yield _Line(_team(match["a"], vocabulary), _team(match["b"], vocabulary), None, match.start("a"), is_in_order=True)
    yield from _told_lines(article, vocabulary)


def _told_lines(article: Article, vocabulary: Vocabulary) -> Iterator[_Line]:
    """Teams of sentences with a verb; the score, if there is one beside it, turned to the order of the teams."""
    for sentence in article.sentences:
        for pattern, lost in _VERBS:
            match = pattern.search(sentence.text) or (None if lost else _by_pronoun(sentence.text))
            if match is None or _is_of_a_man(match, sentence.text, vocabulary):
                continue
            if re.search(r"\bhad (?:\w+ )?beaten\b", sentence.text):
                continue  # another match, before this one
            told = [s for s in find_scores(sentence.text) if s.kind in (ScoreKind.SCORE, ScoreKind.EXTRA_TIME)]
            near = next((s.score for s in told if abs(s.start - match.end()) < 60 or match.start() < s.start < match.end()), None)
            if near and (near.home < near.away) is not lost and not near.is_level:
                near = near.swapped()
            yield _Line(
                _team(match["a"], vocabulary),
                _team(match["b"], vocabulary),
                near,
                sentence.start + match.start("a"),
                is_in_order=False,
            )
            break
        yield from _wins_over(sentence, vocabulary)


def _wins_over(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[_Line]:
    """``England booked their place with a 2-1 win over the Dutch``: the last team before the words, else the first name."""
    for match in _WIN_OVER.finditer(sentence.text):
        names = [n for n in find_names(sentence.text[: match.start()], vocabulary) if not n.is_possessive]
        teams = [n for n in names if vocabulary.is_team(n.text)]
        if names:
            winner = (teams or names[:1])[-1]
            score = Score(int(match["x"]), int(match["y"])) if match["x"] else None
            first = vocabulary.team(winner.text)
            yield _Line(first, _team(match["b"], vocabulary), score, sentence.start + winner.start, is_in_order=False)


def _is_of_a_man(match: re.Match[str], text: str, vocabulary: Vocabulary) -> bool:
    """Whether the team is only named by its manager: ``Wiegman's team defeated Germany``."""
    owned = re.match(r"['’]s? (?:side|team|men|women|players|charges|lot|outfit)\b", text[match.end("a") :])
    return bool(owned) and not vocabulary.is_team(match["a"])


def _by_pronoun(text: str) -> re.Match[str] | None:
    """``Real Madrid won the cup when they beat Leverkusen 2-1``: the first name of a sentence, and whom "they" beat."""
    dateline = _DATELINE.match(text)
    return _THEY_BEAT.search(text, dateline.end() if dateline else 0)


def _team(written: str, vocabulary: Vocabulary) -> str:
    """A team by the end of a run of capitalised words that is one, else the run without common words."""
    words = written.split(" ")
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            part = " ".join(words[start:end])
            if vocabulary.is_team(part):
                return vocabulary.team(part)
    if folded(written) in vocabulary.peoples:
        return vocabulary.peoples[folded(written)]
    names = find_names(written, vocabulary)
    return proper_case(names[-1].text) if names else ""


def _are_teams(line: _Line, article: Article, vocabulary: Vocabulary) -> bool:
    """Whether both names can be teams: known, or at least not known as something else."""
    if not line.first or not line.second or line.first == line.second:
        return False
    others = {*vocabulary.competitions, *vocabulary.venues}
    if folded(line.first) in others or folded(line.second) in others:
        return False
    if line.is_in_order or line.score is not None:
        return True
    return all(vocabulary.is_team(name) or _plays(name, article) for name in (line.first, line.second))


def _plays(name: str, article: Article) -> bool:
    """Whether an article speaks of a name that nobody knows as of a team: often, or with a score."""
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", article.text)) >= 2


def _pair(lines: Iterable[_Line], article: Article, vocabulary: Vocabulary) -> _Line | None:
    """The two teams that the article is about: of the pair most often told, its first line that gives their order."""
    lines = list(lines)
    if not lines:
        told = teams_mentioned(article, vocabulary)
        return _Line(told[0], told[1], None, told[2], is_in_order=False) if told else None
    counts = Counter(frozenset((line.first, line.second)) for line in lines)
    weight = {pair: (count, sum(_mentions(name, article) for name in pair)) for pair, count in counts.items()}
    best = max(weight.values())
    chosen = [line for line in lines if weight[frozenset((line.first, line.second))] == best]
    return next((line for line in chosen if line.is_in_order), chosen[0])


def _mentions(name: str, article: Article) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", article.text))


def _turned(line: _Line, pair: _Line) -> _Line:
    """A line in the order of the pair."""
    if line.first == pair.first:
        return line
    return replace(line, first=pair.first, second=pair.second, score=line.score.swapped() if line.score else None)


def _final(lines: list[_Line], article: Article, pair: _Line) -> Found[Score] | None:
    """The score at the end: the highest of the score lines, else what sentences tell."""
    scored = [line for line in lines if line.score is not None and not line.is_half_time and not _is_shootout(line, article)]
    in_order = [line for line in scored if line.is_in_order] or scored
    if in_order:
        best = max(in_order, key=lambda line: (line.score.home + line.score.away if line.score else 0, -line.at))
        assert best.score is not None, "lines without a score are left out"
        return Found(best.score, article.sentence_at(best.at))
    return told_score(article, (pair.first, pair.second))


def _is_shootout(line: _Line, article: Article) -> bool:
    """Whether the score beside two teams is that of the kicks."""
    spoken = article.text[line.at : line.at + 160]
    phrase = next((s for s in find_scores(spoken) if {s.score, s.score.swapped()} & {line.score}), None)
    return phrase is not None and phrase.kind is ScoreKind.SHOOTOUT


def _half_time(lines: list[_Line], article: Article, final: Found[Score] | None) -> Found[Score] | None:
    for line in lines:
        if line.is_half_time and line.score:
            return Found(line.score, article.sentence_at(line.at))
    for phrase in scores_in(article):
        if phrase.kind is ScoreKind.HALF_TIME and final and fits(phrase.score, final.value):
            return Found(phrase.score, article.sentence_at(phrase.start))
    bracket = re.search(r"\d{1,2}\s?[-–]\s?\d{1,2} \((\d{1,2})\s?[-–]\s?(\d{1,2})\)", article.text)
    if bracket and final and fits(half := Score(int(bracket[1]), int(bracket[2])), final.value, either=False):
        return Found(half, article.sentence_at(bracket.start()))
    return None
