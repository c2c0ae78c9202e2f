"""The words by which a sentence tells of no goal after all: misses, saves, goals of the past, kicks of a shoot-out."""

from __future__ import annotations

import re

_NOT_IN = (
    r"wide|over the (?:bar|crossbar)|(?<!ball )(?<!kick )(?<!pass )over the top|off target|chipped over",
    r"(?:shot|put|straight|it) (?:\w+ )?at (?:the )?(?:goal)?keeper",
    r"(?:past|beyond|around|round) (?:the|a) (?:\w+ ){0,2}?(?:post|upright|woodwork)|straight at (?-i:[A-Z])\w+|on ?to the post",
    (
        r"(?:put|shot|fired|headed|went|drove|lifted|sent|struck|hit|smack\w*|volley\w*|blaz\w*|ski\w*|hook\w*|lash\w*|"
        r"curl\w*|chipped|poked|swept) (?:[\w-]+ ){0,5}?"
        r"over(?= (?:with|from|in|after|within|when)\b|[,.;])"
    ),
    r"beat (?-i:[A-Z])\w+ to (?:it|the)|(?:inches|narrowly) past|(?:turned|pushed|beaten|beat) (?:aside|away|behind|out|round)",
    r"past (?-i:[A-Z])\w+ and (?:the|a) (?:post|upright|bar)",
    r"(?<!took the )(?<!seized the )opportunit(?:y|ies) (?:to|for)\b",
    (
        r"(?:hit|hits|hitting|struck|striking|against|rattled|rattling|onto|on to) (?:the|a|both) "
        r"(?:(?:outside|foot|face|base|top|frame) of the )?(?:goal|post|posts|bar|crossbar|woodwork|upright)|heads? against"
    ),
    (
        r"saved(?! the day)|saves|saving|(?:dived|dive|dives|diving|went|got down)(?: \w+){0,4} to save|"
        r"den(?:ied|ying)|spill(?:ed|t)|fumbled|cleared|blocked|tipped|kept out|parried|held on"
    ),
    (
        r"disallowed|ruled out|chalked off|(?<!suspicion of )(?<!hint of )(?<!looked )(?<!for )offside(?! trap| line)|"
        r"penalty appeal|thought (?:\w+ ){1,2}had|changed his mind|monitor"
    ),
    (
        r"missed|misses|wasted|came close(?:st|r)?|went close|(?:nearly|almost) (?:had|made|gave|found|put|took|won|went|"
        r"\w+ed)|(?<!no )chance"
    ),
    (
        r"(?:could|should|might|would|ought to)(?: have|['’]ve)|failed|fails|unable|tried(?! his luck)|trying|hoping|"
        r"needed to|looking for"
    ),
    (
        r"(?:go|goes|going|gone|fly|flew|flashed|drift\w*|sail\w*|just|narrowly|inches) (?:just )?"
        r"over(?= (?:with|from|in|after|within|when)\b|[,.;])|appeals?(?! to the crowd)|waved away"
    ),
    r"second (?:yellow|booking|caution)|red card|sent off|was booked|were booked",
    r"without scoring|not scored?|never",
)
NEGATIVE = re.compile(rf"\b(?:{'|'.join(_NOT_IN)})\b", re.IGNORECASE)
PAST = re.compile(
    r"\b(?:last (?:season|week|weekend|month|year)|earlier this (?:season|month|week)|in the first "
    r"leg|first meeting|in (?:19|20)\d\d\b|previous(?:ly)?|"
    r"(?:had|has|have) (?:\w+ )?(?:scored|netted|beaten|managed)|once (?:\w+ )?scored|whose \w+ once|"
    r"of (?:his|her) career|(?:youngest|oldest|first|last|only|second)(?: \w+){0,3} to (?:score|net|find)|"
    r"\bhad (?:ended|finished)\b|had not (?:\w+ )?(?:drawn|won|lost|scored|conceded|beaten)|"
    r"\bsince (?!coming|yesterday|boyhood|childhood|birth|(?:he|she) (?:was|came)|the (?:break|interval|restart|opening|half))|"
    r"all (?:season|tournament)|so far this|this season|(?:years?|months) ago\b)",
    re.IGNORECASE,
)
# What comes of a goal that was none: "ran clear and scored, only for VAR to show …".
UNDONE = re.compile(
    r"(?:, only (?:for|to)|, but|– but|before)\b[^.;]{0,50}\b(?:VAR|flag|offside|ruled out|disallowed|"
    r"chalked off|whistle|pulled back)\b"
    r"|,? but (?:not the|(?:it |the ball )?(?:hit|struck|clipped|grazed|(?:came back|rebounded|cannoned|bounced) off) (?:the|a)) "
    r"(?:\w+ )?(?:post|bar|crossbar|upright|woodwork)\b"
)
KICKS = re.compile(
    r"(?:^|[.!?] )(?:[Tt]o p|[Oo]n p|P)enalties(?: it was)?[.:!]|\b(?:shoot-?out|spot-kicks|winning kick|"
    r"decisive kick|of the (?:kicks|penalties)|kicks\b|on "
    r"penalties|on pens|from twelve paces)",
    re.IGNORECASE,
)
# What the next sentence says of a goal that was none.
CANCELLED = re.compile(
    r"\W*(?:(?:But|However|Alas|Only for|Then)\W+)?(?:it was |he was |that was |the (?:flag|goal|linesman|"
    r"assistant|whistle)[^.]{0,30}?)?"
    r"(?:given |ruled |flagged |chalked )?(?:offside|disallowed|ruled out|no goal|chalked off|handball|"
    r"VAR (?:said|ruled|disallowed|took))\b",
    re.IGNORECASE,
)
# "The flag went up, but the referee looked again and the goal stood."
_STANDS = re.compile(
    r"\b(?:(?:goal|it|effort|strike|header) (?:\w+ )?(?:stood|counted|stands|counts|(?:was|"
    r"is) (?:\w+ )?(?:allowed|given|awarded|confirmed))|"
    r"(?<!not )(?<!n’t )allowed to stand|gave the goal|awarded the goal|(?:flag|decision|call) (?:was|"
    r"is) (?:\w+ )?(?:overturned|overruled|reversed)|"
    r"(?:was|been|be) onside|played (?:him|her) onside)\b",
    re.IGNORECASE,
)
_KICK = re.compile(r"\b(?:penalty|spot-kick|from the spot)\b", re.IGNORECASE)
_STOPPED = re.compile(
    r"[^.;]{0,40}\b(?:saved|parried|kept out|pushed away|held|stopped|beat away) (?:it|the (?:kick|penalty|spot-kick|shot))\b"
    r"|[^.;]{0,40}\bto save(?: it)?\b[^.;]{0,10}\."
)


def is_cancelled(text: str, following: str) -> bool:
    """Whether the next sentence says that a goal was none, or that the goalkeeper stopped the penalty that this one tells."""
    if _STANDS.search(following):
        return False
    return bool(CANCELLED.match(following) or (_KICK.search(text) and _STOPPED.match(following)))
