"""What tells that a name is a team's: that it is beaten, has a defence, or takes the verbs of many."""

from __future__ import annotations

import re

from site_builder.authoring.articles.names import PHRASE
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


def acts_as_team(name: str, article: Article) -> bool:
    """Whether a name ends as those of clubs do, takes a plural verb, was beaten, or has what teams have: ``Napoli's defence``."""
    own = (
        r"['’]s (?:side|men|players|defence|goalkeeper|fans|lead|net|team|goal|captain|bench|penalties)|"
        r"['’] (?:side|men|players|defence|lead)"
    )
    verbs = (
        r" (?:are|were|have|go through|went through|(?:won|win|lost|drew) \d)|, (?:the holders|the hosts|"
        r"who (?:are|were|have|(?:won|lost) (?:this|the|their) (?:cup|trophy|title|league)))"
    )
    last = folded(name).rpartition(" ")[2]
    led = rf"(?<!\w){re.escape(name)} (?:coach|manager|boss|head coach|captain|goalkeeper|supporters|fans)\b"
    if re.search(rf"{led}|[a-z]['’]s {re.escape(name)} (?:have|were|are)\b", article.text):
        return True
    if last in _CLUB_WORDS or re.search(rf"(?<!\w){re.escape(name)}(?:{own}|{verbs})\b", article.text):
        return True
    beaten = rf"\b(?:{BEAT}|(?:draw|win|victory|defeat|drew|won|lost) (?:with|over|against|by|at|to)) (?:the )?"
    return bool(re.search(rf"{beaten}{re.escape(name)} \d{{1,2}}[-–]\d", article.text))


def is_managed_only(name: str, article: Article) -> bool:
    """Whether a name may be a manager's as well: all that is said of it is his side, or his men."""
    plain = re.sub(rf"{re.escape(name)}['’]s? (?:side|men|players|team)\b", "", article.text)
    return not acts_as_team(name, article_of(plain))
