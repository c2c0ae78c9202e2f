"""What those named in a sentence do that leaves a goal to somebody else: who gave the ball, who lost it, who was fouled.

The words that make a name an object or a subject at all are in `subject_words`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.authoring.articles.goal_words import NOUN_OF_GOAL
from site_builder.authoring.articles.names import Name
from site_builder.authoring.articles.subject_words import SHORT

# "The Atalanta player": somebody new, whom the words tell apart by his club.
OF_CLUB = re.compile(r"the [A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?(?:player|man|striker|winger|forward|midfielder|defender)\b")
# "From a Jesus Navas cross": whose cross it was, and nobody that acts.
SERVICE = re.compile(
    r" (?:[\w-]+ )?(?:cross|corner|pass|free[- ]kick|centre|delivery|cut-?back|pull-?back|through-ball|long ball|"
    r"throw)\b"
)
# "Slimani laid the ball off and the number ten …": another than who gave it.
GIVES = re.compile(
    r"(?:, [a-z][^,;.]{1,60},)? (?:\w+ly )?"
    r"(?:laid|crossed|squared|passed|slipped|fed|rolled|pulled|cut|played|teed|centred|hooked|swung|whipped|lifted|lofted|floated|"
    r"clipped|threaded|delivered|(?:picked out|found)(?= [A-Z]))\b(?! one back| a goal back)"
    r"[^,;.]*?,? (?:and|for|so that|where) "
)
# "Rojo's shot fell to him": to the one that the sentence before spoke of.
TO_HIM = re.compile(r"['’]s? [^,;.]{0,40}\b(?:fell|broke|came|ran|rebounded|dropped|bounced) to (?:him|her)\b")
# "He headed in when a corner dropped to him": to him who was spoken of, in his sentence.
CAME_TO_HIM = re.compile(
    r"\b(?:when|as|and|after|once|where) (?:the|a|an|another) (?:[\w'’-]+ ){1,5}?"
    r"(?:dropped|fell|broke|ran|came|rebounded|bounced|rolled|"
    r"was (?:\w+ )?(?:played|laid|rolled|squared|headed|cut|knocked)(?: \w+)?)"
    r" (?:to|for|at|into) (?:him|her|his|the feet of)\b"
)
# "Strachan slid a ball through for him and he …": nobody passes to himself.
GIVEN_HIM = re.compile(
    r"\b(?:for|to|found|finds|picked|sent|sends|released|put|played|slipped|fed|gave|freed|set|teed|left|sprung) "
    r"(?:him|her(?= (?:and|through|clear|in|up|free|with|out)\b|[,.;]))\b"
)

# "Head home a cross from Vik": who served the ball.
SERVED_BY = re.compile(
    r"\b(?:cross|corner|pass|free-kick|centre|cut-?back|delivery|lay-off|ball|throw|pull-?back|knock-?down) (?:by|from|of) "
    r"(?:the |substitute |captain )*$"
)
_FOUL = (
    r"(?:brought down|fouled|felled|tripped|pulled (?:down|back)|upended|bundled over|(?:hauled|chopped|cut|hacked) down|"
    r"flattened|clattered|sent (?:sprawling|tumbling)|impeded|bowled over|kicked)"
)
# "Raum had been brought down, and the midfielder …": another takes the kick.
_FOULED = re.compile(rf",? (?:(?:had|has) (?:just )?been|was|is|went down) (?:\w+ly |then |himself |herself )?{_FOUL}\b")
_GETS_UP = re.compile(r"\b(?:himself|herself|got up|(?:got )?to (?:his|her) feet|recovered)\b")
_BY_WHOM = re.compile(rf"\b{_FOUL}\b[^,;.]{{0,40}} by (?:the |goalkeeper |keeper |captain |[A-Z][\w’'-]+ )*$")
# "Di Maria wasted two openings", "Simunovic dithered".
_HAPLESS = re.compile(
    rf",? (?:\w+ly |then |had |also ){{0,2}}(?:{_FOUL} (?:[A-Z]|him|her|the )|"
    r"(?:wasted|missed|squandered|spurned|dithered|misjudged|"
    r"miscontrolled|mis-?kicked|mis-?hit|over-?ran|dwelt|hesitated|handled|"
    r"lost (?:the ball|possession|his footing|her footing|out|track)|"
    r"(?:gave|surrendered|lost) (?:the ball|it|possession)\b|slipped(?=[,.;]| and\b)|fluffed|failed to|could (?:not|only)|"
    r"let (?:[\w'’-]+ ){1,4}(?:slip|run|bounce|go)|was (?:robbed|dispossessed|caught|beaten|outjumped|outmuscled|outpaced))\b)"
)

# "A header by Berg from Vik's corner gave Arendal the lead": his goal, whoever served the ball.
GOAL_BY = re.compile(
    rf"\b(?:an?|the|another) (?:[\w-]+ ){{0,3}}?{NOUN_OF_GOAL} (?:by|from) (?:the |substitute |captain |striker )*$",
    re.IGNORECASE,
)


def is_hapless(text: str, name: Name) -> bool:
    """Whether what stands behind a name is no act of a scorer."""
    return bool(_HAPLESS.match(text, name.end))


def able(text: str, names: Sequence[Name]) -> list[Name]:
    """The names without those of players who lost the ball and the like; all of them if nobody else is named."""
    return [name for name in names if not is_hapless(text, name)] or list(names)


def without_fouled(text: str, names: Sequence[Name], pronoun: int) -> list[Name]:
    """The names that "the midfielder" can stand for: of nobody who lost the ball, or who was fouled."""
    if SHORT.match(text, pronoun):
        return list(names)
    if _GETS_UP.search(text, pronoun):
        return list(names)
    kept = (name for name in names if not is_hapless(text, name) and not _FOULED.match(text, name.end))
    return [name for name in kept if not _BY_WHOM.search(text[: name.start])]
