"""Who beat whom, as sentences tell it: ``Leeds beat Burnley 3-1``, ``they went down 2-1 at Morpeth``, ``a win over Inter``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from site_builder.authoring.articles.goal_subjects import is_clause_subject
from site_builder.authoring.articles.names import OF_CLUBS, PHRASE, Name, find_names, is_one_name, proper_case
from site_builder.authoring.articles.team_acts import BEAT
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.football.model import Score
from site_builder.phrases import ScoreKind, Sentence, find_scores

_LOST = (
    r"(?:lost|lose|loses|losing|fell|went down|go down|slipped|succumbed|(?:were|was|being) (?:well |"
    r"narrowly )?(?:beaten|thrashed|"
    r"hammered|humbled|edged out|knocked out|held|torn apart|taken apart|swept aside|outclassed|overrun|crushed|routed|"
    r"stunned)|crashed|suffered an? [^.!?]{0,40}?(?:defeat|loss)|beaten)"
)
_NOUN = r"(?:wins?|victory|victories|triumph|success|defeat|loss|draw|stalemate|rout|drubbing|thrashing)"
_OVER = rf"{_NOUN} (?:over|against|at|away (?:to|at)|to|with|away from home (?:to|against)|by)"
# "A defeat" is a noun.
_BEAT = BEAT.replace("defeat(?:ed|s|ing)?", "defeat(?:ed|s|ing)|(?<=to )defeat")
_BEFORE = r"(?P<adverb>(?:have|had|also|again|finally|narrowly|duly|comfortably|deservedly|\w+ly) )?"
_VERB = re.compile(rf"\b{_BEFORE}(?:(?P<beat>{_BEAT}|beating|see off|seeing off)|(?P<lost>{_LOST})|(?P<noun>{_OVER}))\b")
_AT = re.compile(r"\b(?:at|away to|away at|trip to|travelled to|visit to)\s(?:the |a )?(?:[\w-]+ ){0,2}$")
_AT_HOME = re.compile(r"\b(?:at home (?:to|against)|hosting|visit of|visitors|visiting|the visit of)\s(?:the )?$")
_GROUND = re.compile(
    r"\b(?:Stadium|Park|Lane|Road|Ground|Arena|Stadio|Est[aá]dio|Stade|Street|Stadion|Bowl|Field|Dome|Oval)\b|^St\.? "
)
_ANOTHER = re.compile(
    r"(?:\bhad|['’]d|\bhaving) (?!the )(?:\w+ )?(?:beaten|lost|won|drawn)\b|\baveng\w+ (?:an?|the|their) |"
    r"\b(?:when (?:these|the) two|met in|first leg|last (?:season|month|week|year|time|round)|previous(?:ly)?|earlier|"
    r"reverse fixture|began|begun|dating|in (?:19|20)\d\d|since|next|unbeaten|at the same time|elsewhere|"
    r"in the (?:19|20)\d\d (?:final|semi-final|tournament|edition)|also beat|"
    r"in (?:their|his|her|the) (?:first|second|opening|last) (?:game|match|group game|group match)|in the other)\b",
    re.IGNORECASE,
)
# Who scored in a sentence is no team that beats another: "a header by Gray beat Rangers".
_AGENT = re.compile(r"\b(?:by|from|of|through|via|for|against|thanks to|over) (?:(?:the|captain|substitute|striker|skipper) )*$")
_GOAL = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}?(?:goals?|header|strike|penalty|winner|opener|equali[sz]er|volley|free-kick|"
    r"hat-trick|double|brace)\b"
)
# "Rangers, 3-2 victors over Hearts a week earlier": a match before.
_APPOSED = re.compile(r" (?:victors|winners|conquerors) (?:over|against|of|at)\b")
_DATELINE = re.compile(r"[^.!?]{0,60}?\s[-–—]{1,2}\s")
_BY = re.compile(r"\bby (?:the )?(?:hosts |visitors |champions )?$")
_FAR = 90


class ToldLine(Struct, frozen=True):
    """Two teams of a sentence at character ``at``, the goals of the first in front; ``home`` where it says who that was.

    ``first`` is empty where the sentence calls it otherwise: ``Alonso's team beat Werder Bremen 5-0``.
    """

    first: str
    second: str
    score: Score | None
    at: int
    home: str = ""


def told_lines(sentences: tuple[Sentence, ...], vocabulary: Vocabulary) -> Iterator[ToldLine]:
    """Each sentence that tells of a match between two."""
    for sentence in sentences:
        line = _line(sentence, vocabulary) or _drawn(sentence, vocabulary)
        if line:
            yield line


def _line(sentence: Sentence, vocabulary: Vocabulary) -> ToldLine | None:
    for verb in _VERB.finditer(sentence.text):
        around = sentence.text[max(0, verb.start() - 40) : verb.end() + 40]
        if _ANOTHER.search(around):
            continue
        line = _of_verb(sentence, verb, vocabulary)
        if line:
            return line
    return None


_DRAWN = re.compile(
    rf"(?P<a>{PHRASE}) and (?:the )?(?P<b>{PHRASE}) (?:\w+ly )?(?:drew|draw|played out|shared|fought out|ended|finished|settled|"
    rf"cancelled|had to|were (?:locked|level|tied)|battled|served up|could not be|couldn['’]t be)\b"
    rf"|(?P<c>{PHRASE}) (?:\w+ly )?(?:drew|were held|was held|had to settle|shared|picked up|earned|claimed|"
    r"rescued|salvaged|secured|"
    rf"battled|fought back|came from behind)\b[^.!?]{{0,70}}?\b(?:with|by|against|at|away to|at home to) (?:the )?(?P<d>{PHRASE})"
    rf"|\bat (?P<host>{PHRASE}), (?P<guest>{PHRASE}) [^.!?]{{0,70}}?\b(?:draw|a point)\b"
)


def _drawn(sentence: Sentence, vocabulary: Vocabulary) -> ToldLine | None:
    """``Blackburn and Hull played out a 1-1 draw``, ``Leeds were held to a draw by Hull``: with the level score beside it."""
    match = _DRAWN.search(sentence.text)
    level = next((s.score for s in find_scores(sentence.text) if s.score.is_level and s.kind is ScoreKind.SCORE), None)
    is_draw = level or re.search(r"\b(?:draw|drew|stalemate|a point|the points|the spoils|held)\b", sentence.text)
    if match is None or not is_draw or _ANOTHER.search(match[0]):
        return None
    first, second = match["a"] or match["c"] or match["guest"], match["b"] or match["d"] or match["host"]
    one, other = team_of_run(first, vocabulary), team_of_run(second, vocabulary)
    if _GROUND.search(second) and not vocabulary.is_team(second):
        return None
    home = other if match["host"] or (match["d"] and _AT.search(sentence.text[: match.start("d")])) else ""
    return ToldLine(one, other, level, sentence.start + match.start(), home) if one and other and one != other else None


def _of_verb(sentence: Sentence, verb: re.Match[str], vocabulary: Vocabulary) -> ToldLine | None:
    text = sentence.text
    names = [name for name in find_names(text, vocabulary) if not vocabulary.is_competition(name.text)]
    first = _before(names, text, verb.start(), vocabulary)
    second = _after(names, verb.end(), vocabulary)
    if second is None:
        return None
    one, other = team_of_run(first.text, vocabulary) if first else "", team_of_run(second.text, vocabulary)
    is_lost = bool(verb["lost"]) or (bool(verb["noun"]) and verb["noun"].startswith(("defeat", "loss")))
    between = text[verb.start() : second.start]
    is_lost = is_lost or bool(verb["beat"] and _BY.search(between))
    is_ground = bool(_GROUND.search(second.text)) and not vocabulary.is_team(second.text)
    between = between.replace("at the hands of", "by")
    home = one if _AT_HOME.search(between) else other if _AT.search(between) else ""
    score = _score(text, verb, second, is_lost=is_lost)
    if is_ground or one == other or (first is None and score is None):
        return None
    return ToldLine(one, other, score, sentence.start + (first.start if first else verb.start()), home)


def _before(names: list[Name], text: str, at: int, vocabulary: Vocabulary) -> Name | None:
    """The team that a verb belongs to: the name beside it, else the first team of its sentence."""
    before = [name for name in names if name.end <= at and not _is_of_a_goal(text, name)]
    if not before:
        return None
    near = before[-1]
    between = text[near.end : at]
    if re.fullmatch(r", who (?:\w+ )?|\s(?:(?!and |but |or )[\w-]+ )?|['’]s? \w+ |,[^,.]{1,80}, ", between) and not _is_of_a_man(
        text, near, vocabulary
    ):
        return near
    opening = _DATELINE.match(text)
    later = [name for name in before if not opening or name.start >= opening.end()] or before
    known = [name for name in later if vocabulary.is_team(name.text) or folded(name.text) in vocabulary.peoples]
    acting = [name for name in reversed(later) if is_clause_subject(text, name) and not name.is_possessive]
    return next(iter(known or ([] if _is_of_a_man(text, near, vocabulary) else acting or later)), None)


def _is_of_a_goal(text: str, name: Name) -> bool:
    """Whether somebody is named as who scored: a goal "by Gray", "Gray's header"."""
    return bool(_AGENT.search(text[: name.start])) or (name.is_possessive and bool(_GOAL.match(text, name.end)))


def _is_of_a_man(text: str, name: Name, vocabulary: Vocabulary) -> bool:
    """Whether the team is only named by its manager: ``Wiegman's team defeated Germany``."""
    owned = re.match(r"['’]s? (?:side|team|men|women|players|charges|lot|outfit)\b", text[name.end :])
    return bool(owned) and not vocabulary.is_team(name.text)


def _after(names: list[Name], at: int, vocabulary: Vocabulary) -> Name | None:
    after = [name for name in names if at <= name.start < at + _FAR]
    known = [name for name in after if vocabulary.is_team(name.text) or folded(name.text) in vocabulary.peoples]
    return next(iter(known or after), None)


def _score(text: str, verb: re.Match[str], second: Name, *, is_lost: bool) -> Score | None:
    """The score beside the verb, the goals of the first team in front."""
    told = [s for s in find_scores(text) if s.kind in (ScoreKind.SCORE, ScoreKind.EXTRA_TIME)]
    told = [s for s in told if not (text[: s.start].endswith(", ") and _APPOSED.match(text, s.end))]
    is_near = (s.score for s in told if abs(s.start - second.end) < 60 or verb.start() - 12 < s.start < second.start)
    near = next(is_near, None)
    if near is None or near.is_level:
        return near
    return near.swapped() if (near.home < near.away) is not is_lost else near


_SHORTENED = {"n. ireland": "Northern Ireland", "n ireland": "Northern Ireland"}


def team_of_run(written: str, vocabulary: Vocabulary) -> str:
    """A team by the end of a run of capitalised words that is one, else the run without common words."""
    words = written.split(" ")
    written = _SHORTENED.get(written.lower(), written)
    if words[0] == "1." or is_one_name(written):
        return vocabulary.team(written)
    is_whole = folded(words[-1]) in OF_CLUBS
    for start in range(len(words)):
        for end in range(len(words), len(words) - 1 if is_whole else start, -1):
            part = " ".join(words[start:end])
            if vocabulary.is_team(part):
                return vocabulary.team(part)
    if folded(written) in vocabulary.peoples:
        return vocabulary.peoples[folded(written)]
    names = find_names(written, vocabulary)
    if names and " & " in written:
        return proper_case(written[names[0].start :])
    return proper_case(names[-1].text) if names else ""


_HOSTS = re.compile(
    rf"\b(?:hosts|home side|home team) (?P<home>{PHRASE})|\b(?:visitors|visiting|guests) (?P<away>{PHRASE})"
    rf"|(?P<host>{PHRASE}),? (?:the hosts|the home side)\b|(?P<guest>{PHRASE}),? (?:the visitors|the guests)\b"
)


def said_home(text: str, teams: tuple[str, str], vocabulary: Vocabulary) -> str:
    """Which of two teams a text calls the hosts; empty where it says nothing, or both."""
    found: set[str] = set()
    for match in _HOSTS.finditer(text):
        host = team_of_run(match["home"] or match["host"] or "", vocabulary)
        guest = team_of_run(match["away"] or match["guest"] or "", vocabulary)
        found |= {host} & set(teams)
        found |= {teams[0] if guest == teams[1] else teams[1]} if guest in teams else set()
    return found.pop() if len(found) == 1 else ""
