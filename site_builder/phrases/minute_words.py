"""The words that the patterns of minutes are made of: for the parts of a match, and for so many minutes."""

from __future__ import annotations

from typing import Final

from site_builder.phrases.minute_readers import HEDGES
from site_builder.phrases.numbers import CARDINAL

NUMBER: Final = rf"({CARDINAL}|an?)"
MINUTES: Final = r"[ -](?:minutes?|mins?)\b(?!['’])"
# So many minutes, loosely or not.
SO_MANY: Final = rf"(?:(?:{HEDGES})\s)?{NUMBER}{MINUTES}"
BREAK: Final = (
    r"(?:half[- ]?time|the (?:half-time )?(?:break|interval)|the turnaround|the half-time whistle|the whistle for half-time|"
    r"the end of the (?:first |opening )?half)"
)
RESTART: Final = (
    r"(?:half[- ]?time|the (?:half-time )?(?:break|interval)|the re-?start|the turnaround|the resumption|changing ends|"
    r"play (?:had )?(?:resumed|restarted)|the second half (?:had )?(?:began|begun|started|kicked off|got under way)|"
    r"the start of the second half)"
)
END: Final = (
    r"(?:the end of (?:normal time|(?:a|an|this) (?:[\w-]+ ){0,2}?(?:game|match|contest|tie)|the (?:game|match|"
    r"second half|contest|ninety(?: minutes)?|90))|the end(?! of)|time\b|"
    r"full[- ]?time|"
    r"the (?:final|last) whistle|the finish|the close(?! of)|normal time|regulation(?: time)?)"
)
START: Final = r"(?:kick[- ]?off|the (?:start|opening whistle|first whistle|beginning))"
ADDED: Final = r"(?:(?:stoppage|added|injury|additional)[ -]time|time added on)"
# "The second minute of added time at the end of the first half": the half behind.
OF_HALF: Final = (
    r"(?:,? (?:added )?(?:on )?at the end)? "
    r"((?:of|in|to) (?:the )?(?:(?:(?:first|second|opening) (?:half|period) of )?extra[ -]time|"
    rf"first|second|opening|half|match|game)\b|(?:before|ahead of) {BREAK})"
)
EXTRA: Final = r"(?:extra[ -]time|the extra period)"
GOAL: Final = r"(?:goal|header|strike|free-kick|penalty|volley|opener|equali[sz]er|winner|finish|effort|drive|shot|tap-in)"
LEFT: Final = r"(?:still )?(?:left|remaining|remained|to go|to play|to spare)"
NORMAL: Final = (
    r"(?:of (?:(?:normal|regulation|regular|ordinary) time|"
    r"the (?:ninety|90|(?:second|new) half|game|match|contest|tie|final)(?: (?:still|were))?) )?"
)
WELL: Final = r"(?:deep |well |far |early |late )*(?:in|into|during) (?:the )?"
CLOSING: Final = r"(?:the )?(?:last|final|dying|closing|penultimate)"
# What may follow "in the 53rd" where a minute is meant, and not a place, a match or a season.
NO_NOUN: Final = r"(?=\s*[,.;:)!?—–]|\s+(?:and|to|when|through|with|for|after|before|but|by|from|as|he|she|they|it)\b)"
# What he did "in the 53rd": "drove it in", and no "53rd appearance".
DID: Final = (
    r"(?:[a-z]+ed|drove|hit|shot|put|swept|struck|got|made|went|sent|slid|rose|met|had|gave|took|found|ran|beat|won|bent|came|"
    r"saw|brought|tied|did|was)"
)
# What must not follow "after ten minutes": that is so long on the pitch, or so much of something else.
NO_MORE: Final = (
    r"(?! (?:later|(?:after|before)(?! (?-i:[A-Z]))|earlier|from|on the (?:pitch|field|bench))\b"
    r"| of (?!play\b|the (?:game|match|first)))"
)
MINS: Final = r"(?:mins?\b(?! (?:from|later|into|after|before|of)\b)|minutes?(?=\s*[:–—]))"
SOON: Final = r"(?:moments|seconds|minutes|soon|shortly|not long|straight|immediately)"
