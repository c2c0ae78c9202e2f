"""Who plays with whom and against whom, by what players do in the sentences of an article.

"Zapata headed in Muriel's cross" has the two in one team, "past Ospina" has them
in two. What follows from all such words together is kept; what contradicts the
words before it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from site_builder.authoring.articles.names import Name
from site_builder.authoring.articles.players import within
from site_builder.authoring.articles.subject_words import OBJECT
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import folded
from site_builder.football.model import Side
from site_builder.phrases import Sentence

_SERVICE = (
    r"(?:[\w-]+ ){0,2}?(?:cross|pass|corner|free-kick|ball|delivery|lay-off|centre|flick|cut-?back|knock-?down|through-ball|"
    r"assist|set-piece|backheel|header|long throw|dummy|one-two)\b"
)
_WITH = (
    # "Muriel's cross", "a cross by Muriel", "after good work by Muriel": of the one who scores.
    (re.compile(rf"['’]s? {_SERVICE}"), "behind"),
    (re.compile(rf"\b{_SERVICE} (?:by|from|of) (?:the )?(?:substitute )?$"), "ahead"),
    (re.compile(r"\b(?:work|run|play|combination|exchange|one-two|passes) (?:\w+ )?(?:by|from|with) $"), "ahead"),
    (re.compile(r"\b(?:set up by|fed by|found by|picked out by|released by|played in by|thanks to|assisted by) $"), "ahead"),
)
_AGAINST = re.compile(
    r"\b(?:past|beyond|beat|beats|beating|under|over|fouled by|felled by|tripped by|brought down by|robbed|dispossessed|"
    r"outpaced|outjumped|nutmegged|denied by|saved by|thwarted by|rounded|lobbed)\s"
    r"(?:the )?(?:advancing |diving |stranded |helpless |goalkeeper |keeper |defender |captain |\w+ing )*$"
)
_FOUND = re.compile(
    r"\s(?:\w+ly )?(?:found|fed|picked out|set up|teed up|released|played in|crossed for|squared for|passed to|squared to|"
    r"crossed to|combined with|swapped passes with|exchanged passes with|slipped in|sent|put)\s"
)
_OWN = re.compile(r"\bown (?:goal|net)\b", re.IGNORECASE)
# What a player does to a pass of the other team.
_CLEARED = re.compile(r"\b(?:clear|push|sav|block|parr|tip|punch|intercept|stop|foul|cut out|deal|kept|keep|flap|fumbl|spill)")
_SAVED = re.compile(r"\s(?:\w+ly )?(?:saved (?:\w+ )?from|denied|kept out|thwarted|foiled|tripped|fouled|felled|brought down)\s")


LONGEST = 1500
"""Characters of a sentence at most."""


def surname(name: str) -> str:
    """The last word of a name, folded: what texts call players by."""
    return folded(name).rpartition(" ")[2]


class Bonds:
    """Players by surname in groups, each with the side of the group that he is on: a union-find with two sides."""

    def __init__(self) -> None:
        """No two players belong together yet."""
        self._parent: dict[str, tuple[str, bool]] = {}

    def root(self, one: str) -> tuple[str, bool]:
        """The first player of a group, and whether this one plays with him."""
        parent, is_same = self._parent.get(one, (one, True))
        if parent == one:
            return one, True
        top, is_parent_same = self.root(parent)
        return top, is_same is is_parent_same

    def tie(self, one: str, other: str, *, is_same: bool) -> None:
        """Two players as of one team or of two, unless that contradicts what was told before."""
        (first, with_first), (second, with_second) = self.root(one), self.root(other)
        if first != second:
            self._parent[second] = (first, is_same is (with_first is with_second))

    def are_mates(self, one: str, other: str) -> bool | None:
        """Whether two play together; None where nothing says."""
        (first, with_first), (second, with_second) = self.root(one), self.root(other)
        return with_first is with_second if first == second else None


def bonds_of(article: Article, people: Sequence[Name]) -> Bonds:
    """What the sentences of an article say of who plays with whom."""
    bonds = Bonds()
    for sentence in article.sentences[1:]:
        if len(sentence.text) > LONGEST:
            continue  # no sentence, and every name of it is held against every other
        for one, other, is_same in _ties(sentence, within(sentence, people)):
            if surname(one) != surname(other):
                bonds.tie(surname(one), surname(other), is_same=is_same)
    return bonds


def _ties(sentence: Sentence, names: Sequence[Name]) -> Iterator[tuple[str, str, bool]]:
    text = sentence.text
    if _OWN.search(text):
        return
    for number, name in enumerate(names):
        following = names[number + 1] if number + 1 < len(names) else None
        between = text[name.end : following.start] if following else ""
        is_sent = between.strip() not in ("sent", "put") or (
            following is not None and re.match(r" (?:through|clear|away|in)\b", text[following.end :])
        )
        if following and _FOUND.fullmatch(between) and is_sent:
            yield name.text, following.text, True
        if following and _SAVED.match(between) and len(between) < 30:
            yield name.text, following.text, False
        acting = [one for one in names[:number] if not one.is_possessive and not OBJECT.search(text[: one.start])]
        if not acting:
            continue
        earlier = acting[-1]
        ahead = text[earlier.end : name.start]
        if _CLEARED.search(ahead) or re.search(r"[;:—]|\b(?:but|while|and|when|because|before)\b", ahead):
            continue
        if _AGAINST.search(text[: name.start]) and not name.is_possessive:
            yield earlier.text, name.text, False
        elif any(_is_service(text, name, pattern, side) for pattern, side in _WITH):
            yield earlier.text, name.text, True


def _is_service(text: str, name: Name, pattern: re.Pattern[str], side: str) -> bool:
    if side == "behind":
        return name.is_possessive and bool(pattern.match(text, name.end))
    return bool(pattern.search(text[: name.start]))


def spread(known: Mapping[str, Side], bonds: Bonds, players: Iterable[str]) -> dict[str, Side]:
    """The sides of players whose mates or opponents are known (by surname); of nobody for whom that says both."""
    found: dict[str, Side] = {}
    for player in players:
        told = ((side, bonds.are_mates(one, surname(player))) for one, side in known.items())
        said = {side if is_mate else side.other for side, is_mate in told if is_mate is not None}
        if len(said) == 1:
            found[player] = said.pop()
    return found


def pairs_of(bonds: Bonds, players: Sequence[str]) -> tuple[tuple[str, str, bool], ...]:
    """Which of some players play together, and which against each other."""
    return tuple(
        (one, other, is_same)
        for one, other in combinations(players, 2)
        if (is_same := bonds.are_mates(surname(one), surname(other))) is not None
    )
