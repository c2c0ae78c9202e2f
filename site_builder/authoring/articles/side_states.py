"""What is said of a team where a goal is told: that it was level, ahead, behind; one table of patterns, nothing more.

``{T}`` is a team's mark (`side_marks`), also with a relative clause behind it. The first
pattern that fits a team counts, so that what speaks against it comes first.
"""

from __future__ import annotations

import re

from site_builder.authoring.articles.side_rules import DEFENCE, LEVELS

_TEAM = r"<T(?P<t>\d+)>(?:, (?:[^<>,;.]|<[TP]\d+>(?:’s)?){0,60},)?"
_MARGIN = r"(?:one|two|three|four|\d)"
_HELPED = r"(?:(?:had|have|has|then|also|soon|were|was|duly|\w+ly|at last) ){0,3}"
_DOWN = r"(?:(?:found themselves|fell|went|going|falling|slipped|fallen|gone) )?(?:\w+ )?"
_UP = r"(?:(?:go|went|gone|going|got|get|drew|moved|edged|pulled|drawn|draw|back) )?(?:\w+ )?"
_GIVEN = r"(?:put|puts|gave|give|gives|got|brought|had|fired|fires|headed|shot|sent|hauled|drew|dragged|putting|giving)"


def _said(words: str, weight: float) -> tuple[re.Pattern[str], float]:
    return re.compile(words.replace("{T}", _TEAM), re.IGNORECASE), weight


SAID_OF_TEAMS = (
    _said(r"\b(?:poor|bad|nightmare|disastrous|terrible|dreadful|worst(?: possible)?|rude) (?:\w+ )?start for {T}", -3),
    _said(r"\b(?:perfect|dream|flying|ideal|great|best(?: possible)?|bright|fine|good) (?:\w+ )?start for {T}", 3),
    _said(r"\b(?:eased?|eases|settled|calmed|steadied) (?:the |any )?{T}['’]?s? nerves", 3),
    _said(r"\b(?:blow|setback|shock|calamity|disaster|cruel) (?:\w+ )?(?:for|on|to) {T}", -2),
    _said(r"\b(?:answer|reply|response|relief|joy|delight|hope|lifeline|way back) (?:\w+ )?(?:for|from|to) {T}", 2),
    # The other team's goal.
    _said(
        r"{T}['’]s? (?:[\w-]+ ){0,3}?(?:lead|joy|relief|advantage|celebrations|delight|goal)\b[^<>.;]{0,40}?"
        r"\b(?:lasted|lived|last|cut|wiped|cancelled|halved|gone|disappeared|reduced|settled)",
        -3,
    ),
    _said(
        rf"{{T}} {_HELPED}{_DOWN}(?:behind|trailed|trailing|conceded|let in|shipped|{_MARGIN} (?:goals? )?down|stood still|"
        r"stopped|switched off)\b",
        -3,
    ),
    _said(r"{T} (?:were|was|are) (?:\w+ )?(?:caught|punished|undone|hit|stunned|rocked|rattled|breached|beaten)\b", -3),
    _said(
        r"{T} (?:had |have )?(?:only |could |failed to |half |did not |could not |never |barely ){1,2}(?:half )?"
        r"(?:clear(?:ed)?|deal|cope|react)\b",
        -3,
    ),
    _said(
        rf"{{T}} {_HELPED}(?:within|minutes|seconds|moments|heading|on course|on their way|set (?:for|to)|almost|nearly|"
        rf"closing in|"
        r"on the (?:brink|verge|point)|hanging on|holding on|content|comfortable|cruising) ",
        -1.5,
    ),
    _said(r"{T} (?:held(?: out| on| firm)?|survived|resisted)\b(?! (?:the lead|a))", -1.5),
    _said(r"{T} (?:might|could|should) have\b", -1.5),
    _said(
        r"{T} (?:bench|fans|supporters|players) were (?:\w+ )?(?:on their feet|celebrating|whistling|counting|waiting)\b", -1.5
    ),
    _said(r"\b(?:stunned|shocked|punished|rocked|silenced|undid|undone|catch|caught) {T}", -2),
    _said(rf"{{T}}['’]?s? (?:{DEFENCE}|error|mistake|marking|defending|clearance|appeal\w*)", -2),
    _said(r"\bgift(?:ed)?\b[^<>.;]{0,20} (?:by|from) {T}", -2),
    # Its own.
    _said(
        rf"{{T}} {_HELPED}{_UP}(?:level|ahead|in front|on terms|on level terms|{_MARGIN} (?:goals? )?(?:up|clear)|on top)\b", 3
    ),
    _said(
        rf"{{T}} {_HELPED}(?:(?:took|taken|take|takes|taking) (?:the|a)\b[^<>.;]{{0,15}} ?lead|led|equali[sz]ed|levelled|"
        rf"scored|struck(?! (?:a|the)\b)|replied|"
        r"responded|hit back|answered|opened the scoring|doubled|extended|restored|regained|increased|stretched|made (?:sure|it)|"
        r"pulled|reduced|halved|sealed|wrapped|clinched|won it|snatched|score|level|strike|broke|drew first blood)\b",
        3,
    ),
    _said(
        r"{T} [^<>;:.]{0,50}? (?:to (?:hit back|reply|respond|equali[sz]e|level|score|take the lead)|on the board|"
        r"off the mark)\b",
        3,
    ),
    _said(r"{T} had to (?:be patient|wait)\b", 2.5),
    _said(
        r"{T}['’]s? (?:[\w-]+ ){0,3}?(?:equali[sz]er|leveller|opener|winner|answer|reply|response|goal|first|second|third|fourth|"
        r"fifth|sixth|lead|advantage|recovery|fightback|comeback|treble|hat-trick|penalty|pressure)\b",
        2.5,
    ),
    _said(rf"\b{_GIVEN} {{T}} (?:\w+ )?{LEVELS}", 3),
    _said(
        r"\b(?:goal|equali[sz]er|leveller|winner|opener|reward|salvation|breakthrough|lead|worse|better|first|second|third|penalty|"
        r"start|it took|took [\w ]{0,15}minutes) (?:for )?{T}(?!['’])",
        1.5,
    ),
    _said(
        r"{T} (?:deserved|pressed|attacked|dominated|pushed|laid siege|poured|improved|had to win|sent \w+ forward|went for)\b",
        1.5,
    ),
)
"""Each with its weight: above 0 for a goal of the team, below for one of the other."""

AFTERWARDS = re.compile(
    _TEAM + r" (?:now |then |again )?(?:(?:lead|leads|led)\b(?! (?:by|\w+ at))|(?:are|were|is|was|had gone|have gone) "
    r"(?:\w+ )?(?:ahead|in front|back in it|level|on terms|up)\b)",
    re.IGNORECASE,
)
"""What a sentence right after a goal says of its team: ``<T0> lead.``"""
BEHIND = re.compile(
    r"<T(?P<t>\d+)>[^<>.;!?]{0,60}?\b(?:should|could|might|nearly|almost|tried to|trying to|looking to|searching for|"
    r"in search of|"
    r"looking for|chasing|pushed for|pressed for|chased) (?:have |an |the )?(?:equali[sz]\w+|level\w*|drawn level)\b",
    re.IGNORECASE,
)
"""Who looks for an equaliser: the last goal was the other team's."""
