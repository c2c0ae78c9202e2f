"""What tells that a name is a team's: that it is beaten, has a defence, or takes the verbs of many."""

from __future__ import annotations

import re

from site_builder.authoring.articles.names import PHRASE
from site_builder.authoring.articles.places import begins_word, is_before, places_of
from site_builder.authoring.articles.text import Article, article_of
from site_builder.authoring.articles.vocabulary import folded

BEAT = (
    r"(?:beat|beats|beaten|beating|defeat(?:ed|s|ing)?|overcame|overcome|thrash(?:ed)?|hammered|edged(?: past| "
    r"out)?|saw off|knocked out|stunned|"
    r"swept aside|crushed|outclassed|downed|sank|see off|put out|eliminated|dumped out|routed|humbled|"
    r"shocked|dispatched|brushed aside|(?:eas|swe|cruis|squeez|scrap|edg|got|get|see|went|storm)(?:e|ed|es|ep|ept|ing)? past|"
    r"outplayed|overpowered|overwhelmed|demolished|destroyed|dismantled|mauled|trounced|walloped|battered|thumped|toppled|upset|"
    r"pipped|tore apart|torn apart by|blew away|taught)"
)
BEATEN = re.compile(rf"\b{BEAT} (?:the )?(?:[\w-]+ )?(?P<b>{PHRASE})[^.;!?]{{0,30}}$")
# Last words that only teams have in their names.
_CLUB_WORDS = frozenset("town united city rovers wanderers albion athletic fc afc cf rangers hotspur wednesday argyle".split())


_DOES = re.compile(
    r"(?: (?:coach|manager|boss|head coach|captain|goalkeeper|supporters|fans)|"
    r"['’]s (?:side|men|players|defence|goalkeeper|fans|lead|net|team|goal|captain|bench|penalties)|"
    r"['’] (?:side|men|players|defence|lead)|"
    r" (?:are|were|have|go through|went through|(?:won|win|lost|drew) \d)|, (?:the holders|the hosts|"
    r"who (?:are|were|have|(?:won|lost) (?:this|the|their) (?:cup|trophy|title|league))))\b"
)
_OF_SOMEBODY, _ARE_MANY = re.compile(r"[a-z]['’]s \Z"), re.compile(r" (?:have|were|are)\b")
_PLAYED = re.compile(rf"\b(?:{BEAT}|(?:draw|win|victory|defeat|drew|won|lost) (?:with|over|against|by|at|to)) (?:the )?\Z")
_SCORE = re.compile(r" \d{1,2}[-–]\d")


def acts_as_team(name: str, article: Article) -> bool:
    """Whether a name ends as those of clubs do, takes a plural verb, was beaten, or has what teams have: ``Napoli's defence``."""
    text = article.text
    return folded(name).rpartition(" ")[2] in _CLUB_WORDS or any(_acts(text, *place) for place in places_of(name, text))


def _acts(text: str, start: int, end: int) -> bool:
    """Whether the name of this place acts as a team."""
    return bool(
        (_DOES.match(text, end) and begins_word(text, start))
        or (_ARE_MANY.match(text, end) and is_before(_OF_SOMEBODY, text, start))
        or (_SCORE.match(text, end) and is_before(_PLAYED, text, start))
    )


def is_managed_only(name: str, article: Article) -> bool:
    """Whether a name may be a manager's as well: all that is said of it is his side, or his men."""
    plain = re.sub(rf"{re.escape(name)}['’]s? (?:side|men|players|team)\b", "", article.text)
    return not acts_as_team(name, article_of(plain))
