"""Sentences with a mark for each person and each team in them: ``<T0> led when <P1> shot past <P2>``.

Managers' men are marked as a team of their own, of which only the sentences say
whose it is; "they" and "their" stand for the team that was spoken of last.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.goal_subjects import is_clause_subject
from site_builder.authoring.articles.names import Name, find_names
from site_builder.authoring.articles.relations import LONGEST, surname
from site_builder.authoring.articles.side_network import AWAY, HOME
from site_builder.authoring.articles.team_names import Calls
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.phrases import Sentence

_LED = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}?(?:side|team|men|women|players|charges|lot|army|troops|outfit|eleven|XI|boys|girls|teams)\b(?!-)"
)
_HE = re.compile(
    r"\b(?:(?P<he>[Hh]e|[Ss]he)|[Tt]he (?:striker|forward|midfielder|winger|defender|substitute|captain|skipper|teenager|"
    r"centre-forward))\b(?! [A-Z])"
)
_THEY = re.compile(r"\b(?:they|them|their|theirs|themselves)\b", re.IGNORECASE)
# What stands for a team without naming it; the text says elsewhere which it is, or not at all.
_ROLES = re.compile(
    r"\b(?:the )?(?P<role>hosts|home side|home team|home(?= (?:nerves|fans|supporters|crowd|defence|bench|support)\b)|visitors|"
    r"visiting side|guests|away side|away team|(?<=the )(?:champions|holders|"
    r"leaders|underdogs|favou?rites|newcomers|part-timers))\b",
    re.IGNORECASE,
)
_VISITING = ("visitors", "visiting side", "guests", "away side", "away team")
_HOSTING = ("hosts", "home side", "home team", "home")
_SHORTEST = 4
_THE_MAN = "<the man>"
HOSTS, VISITORS = "<hosts>", "<visitors>"
_TITLES = (
    r"goalkeeper|keeper|captain|skipper|substitute|sub|striker|forward|winger|midfielder|defender|centre-back|centre-half|"
    r"centre-forward|full-back|left-back|right-back|wing-back|playmaker|teenager|debutant|veteran|coach|head coach|manager|boss|"
    r"international|talisman|fellow|team-mate|unmarked|young|unlucky|luckless|former|old"
)
_BEFORE_PERSON = re.compile(rf"(?:\b(?:[Tt]he )?(?:(?:{_TITLES}),? )+)$", re.IGNORECASE)
_BEFORE_TEAM = re.compile(r"\b[Tt]he $")


# "Born and raised in Sunderland": a town, and no team.
_A_TOWN = re.compile(
    r"\b(?:born|raised|bred|brought up|grew up|native|son|daughter|lives?|living|suburbs?|streets|city|town|port) "
    r"(?:and \w+ )?(?:in|of|near) (?:the )?\Z",
    re.IGNORECASE,
)


class Mark(Struct, frozen=True):
    """A person or a team from ``start`` to ``end`` of a sentence; ``who`` is a surname, or one of the two teams."""

    start: int
    end: int
    who: str
    is_team: bool
    is_subject: bool = False
    is_owner: bool = False
    """Whether it stands for "their", which has its possessive ending in it."""


class Marked(Struct, frozen=True):
    """A sentence with its marks, and the team that was spoken of last before it: empty at first."""

    sentence: Sentence
    text: str
    marks: tuple[Mark, ...]
    topic: str
    places: tuple[tuple[int, int], ...]
    """Places in the sentence, each with the place in the marked text where it went."""

    def place(self, at: int) -> int:
        """Where a character of the article stands in the marked text."""
        inside = at - self.sentence.start
        before, after = self.places[max(0, bisect_right(self.places, (inside, len(self.text))) - 1)]
        return after + max(0, inside - before)

    @property
    def subject(self) -> str:
        """The first team that is the subject of a clause here."""
        return next((mark.who for mark in self.marks if mark.is_team and mark.is_subject), "")


_SCORER = re.compile(r"(?:he|she)\b|(?:the|his|her) (?:[A-Z][\w-]+ ){0,2}[\w-]+", re.IGNORECASE)


def marked(article: Article, calls: Calls, vocabulary: Vocabulary, scorers: Mapping[int, str]) -> tuple[Marked, ...]:
    """Every sentence of an article with its marks. ``scorers`` are surnames by where the text has them, maybe as "he" only."""
    apart = {*vocabulary.competitions, *vocabulary.venues}
    names = [name for name in find_names(article.text, vocabulary) if folded(name.text) not in apart]
    patterns = tuple(re.compile(rf"(?<!\w){_with_peoples(*one, article.text, vocabulary)}(?!\w)") for one in calls.each)
    found: list[Marked] = []
    topic = person = ""
    for sentence in article.sentences:
        if len(sentence.text) > LONGEST:
            continue
        inside = [_moved(n, sentence) for n in names if sentence.start <= n.start and n.end <= sentence.end]
        stand_ins = _stand_ins(sentence, scorers)
        named = [n for n in _marks(sentence.text, inside, patterns) if not any(_overlap(n, one) for one in stand_ins)]
        marks = tuple(_with_topic([*stand_ins, *named], topic, person))
        one = _replaced(sentence, marks, topic)
        found.append(one)
        person = next((mark.who for mark in marks if not mark.is_team and mark.is_subject), person)
        topic = one.subject or topic or next((mark.who for mark in marks if mark.is_team), "")
    return tuple(found)


def _stand_ins(sentence: Sentence, scorers: Mapping[int, str]) -> list[Mark]:
    """The words that stand for a scorer: "he", "the Everton teenager"."""
    places = {at - sentence.start: who for at, who in scorers.items() if sentence.start <= at < sentence.end}
    found = ((_SCORER.match(sentence.text, at), who) for at, who in places.items())
    return [Mark(match.start(), match.end(), who, is_team=False) for match, who in found if match]


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


_OF_A_NATION = re.compile(r"(?:(?:i|a|e|v?i|o)?an|l?ese|ish|ic|i|er|n|e)?s?")


def _with_peoples(team: str, pattern: str, text: str, vocabulary: Vocabulary) -> str:
    """What calls a team, with its people and the adjective of its nation: ``the Croatian defence``, ``the Bulgarians``."""
    own = [word.capitalize() for word, nation in vocabulary.peoples.items() if team == nation or team.endswith(f" {nation}")]
    forms = {form for word in own for form in (word, word.removesuffix("s") if word.endswith("ans") else word)}
    forms |= {word for word in set(_CAPITALISED.findall(text)) if any(_is_of(word, part) for part in team.split(" "))}
    more = [re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form))]
    return f"(?:{'|'.join((pattern, *more))})"


_CAPITALISED = re.compile(r"(?<=[Tt]he )[A-Z][a-zà-ÿ]{4,}\b(?! [A-Z])")


def _is_of(word: str, name: str) -> bool:
    """Whether a word behind "the" is what the people of a place are called: Bulgarians of Bulgaria, Ivorians of Ivory Coast."""
    pairs = zip(word, name, strict=False)
    common = next((number for number, (one, other) in enumerate(pairs) if one != other), min(len(word), len(name)))
    is_near = len(name) >= _SHORTEST and common >= max(_SHORTEST, len(name) - 3)
    return is_near and word != name and bool(_OF_A_NATION.fullmatch(word[common:]))


def _moved(name: Name, sentence: Sentence) -> Name:
    return Name(name.text, name.start - sentence.start, name.end - sentence.start, name.is_possessive)


def _marks(text: str, names: Sequence[Name], teams: Sequence[re.Pattern[str]]) -> Iterator[Mark]:
    """What is named in a sentence: teams, managers' men, people; "they" as a team without a name."""
    taken: list[tuple[int, int]] = []
    for pattern, who in zip(teams, (HOME, AWAY), strict=True):
        for match in pattern.finditer(text):
            is_longer = any(name.start == match.start() and match.end() < name.end for name in names)
            if is_longer or _A_TOWN.search(text, 0, match.start()):
                continue  # "West Ham" is not West Germany
            start = _begun(_BEFORE_TEAM, text, match.start())
            taken.append((match.start(), match.end()))
            yield Mark(start, match.end(), who, is_team=True, is_subject=_is_subject(text, start, match.end()))
    for match in _ROLES.finditer(text):
        role = match["role"].lower()
        who = HOSTS if role in _HOSTING else VISITORS if role in _VISITING else f"<{role}>"
        is_subject = _is_subject(text, match.start(), match.end())
        is_free = not any(start < match.end() and match.start() < end for start, end in taken)
        if is_free and (is_subject or who in (HOSTS, VISITORS)):
            yield Mark(match.start(), match.end(), who, is_team=True, is_subject=is_subject)
    for match in _THEY.finditer(text):
        is_owner = match[0].lower().startswith("their")
        yield Mark(match.start(), match.end(), "", is_team=True, is_owner=is_owner)
    for match in _HE.finditer(text):
        yield Mark(match.start(), match.end(), "" if match["he"] else _THE_MAN, is_team=False)
    for name in names:
        if text[name.start : name.end] != name.text or any(start < name.end and name.start < end for start, end in taken):
            continue
        led = _LED.match(text, name.end)
        start = name.start if led else _begun(_BEFORE_PERSON, text, name.start)
        end = led.end() if led else name.end
        yield Mark(start, end, surname(name.text), is_team=bool(led), is_subject=_is_subject(text, start, end))


def _is_subject(text: str, start: int, end: int) -> bool:
    is_owner = text.startswith(("'s", "’s", "' ", "’ "), end)
    return not is_owner and is_clause_subject(text, Name(text[start:end], start, end))


def _begun(before: re.Pattern[str], text: str, start: int) -> int:
    match = before.search(text[:start])
    return match.start() if match else start


def _with_topic(marks: Iterable[Mark], topic: str, person: str) -> Iterator[Mark]:
    """Marks in order, none within another, with the team that "they" means: the subject of the sentence, else of that before."""
    end, before = 0, person
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < end:
            continue
        end = mark.end
        if mark.who == _THE_MAN:
            yield replace(mark, who=before)
            continue
        if mark.is_subject and mark.who:
            topic, person = (mark.who, person) if mark.is_team else (topic, mark.who)
        yield mark if mark.who else replace(mark, who=topic if mark.is_team else person)


def _replaced(sentence: Sentence, marks: tuple[Mark, ...], topic: str) -> Marked:
    text = sentence.text.replace("<", "‹").replace(">", "›")  # those of marks are no text's
    parts, places, done = "", [(0, 0)], 0
    for number, mark in enumerate(marks):
        parts += text[done : mark.start]
        places.append((mark.start, len(parts)))
        parts += f"<{'T' if mark.is_team else 'P'}{number}>{'’s' if mark.is_owner else ''}"
        done = mark.end
        places.append((done, len(parts)))
    return Marked(sentence, parts + text[done:], marks, topic, tuple(places))
