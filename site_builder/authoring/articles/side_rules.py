"""What words between the marks of a sentence (`side_marks`) say of who belongs together: tables of patterns, nothing more.

``{P}`` and ``{Q}`` are people, ``{T}`` is a team; a rule says whether the two play
together, and how much it weighs. Weights are of one scale: 3 hardly errs, 1 often does.
"""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.authoring.articles.belonging import NO_LONGER

_SERVICE = (
    r"(?:[\w-]+ ){0,2}?(?:cross|pass|corner|free-kick|free kick|ball|delivery|lay-off|centre|flick|cut-?back|knock-?down|"
    r"through-ball|assist|set-piece|backheel|back-heel|throw|long throw|dummy|one-two|work|run|return)\b"
)
_SHOT = (
    r"(?:['’]s? (?:[\w-]+ ){0,2}(?:shot|header|effort|drive|strike|finish|volley|free-kick|penalty|attempt|lob|chip|flick)\b)?"
    r"(?!['’]s? )"
)
_GAP = _SHOT + r"[^<>;:.!?]{0,60}?"
# What somebody does who is no team-mate of the one who had the ball.
_NOT_HIS = (
    r"(?! (?:\w+ly )?(?:could|failed|did not|couldn|clear|sav(?:ed|es)|block|parr|tip|punch|push|turned|kept|got a|half|"
    r"stood|was|"
    r"were|had no|intercept|stepped in))"
)
# What a defender does to a ball: those on both sides of it are no team-mates.
_STOPS = (
    r"clear|sav(?:ed|es|ing)|block|parr|tip|punch|held|holds|palm|push|kept|kick|den(?:y|ied)|intercept|stop|foul|tackl|"
    r"turned (?:aside|away|behind|over)|cut out|could only|failed"
)
# Others on the way: "was given too much room by <P1> and shot".
_OTHERS = r"(?:(?<=by )|(?<=past )|(?<=beyond )|(?<=from )|(?<=over ))<P\d+>"
_PLAY = rf"{_SHOT}(?:(?!\b(?:{_STOPS}))[^<>;:.!?]|{_OTHERS}){{0,70}}?"
_FOULED = (
    r"(?:brought down|fouled|hauled down|tripped|felled|clipped|upended|floored|scythed down|chopped down|held back|pulled down|"
    r"pulled back|took out|clattered|hacked down|bundled over|taken down|caught|challenged|tackled|robbed|dispossessed|shoved|"
    r"grabbed|elbowed)"
)
_SAVED = (
    r"(?:saved|saves|tipped|tips|parried|pushed|palmed|turned (?:aside|away|over|behind)|kept out|held|blocked|beat out|clawed|"
    r"denied|foiled|stopped|smothered|thwarted|frustrated|made (?:\w+ )?saves?|save after save)"
)
LEVELS = (
    r"(?:into a [\w -]{0,25}lead|level|ahead|in front|back|on terms|on level terms|the lead|clear|through|on (?:their|the) way|"
    r"hope|\w+ up|a \w+)"
)
DEFENCE = (
    r"(?:defence|defenders?|back line|backline|rearguard|half|area|box|goal|net|penalty area|goalkeeper|keeper|wall|midfield|end)"
)
_PASSED = (
    r"(?:laid|played|slipped|crossed|squared|pulled|rolled|headed|knocked|nodded|flicked|centred|set|found|put|sent|passed|cut|"
    r"picked|fed|chipped|swung|whipped|slid|threaded|clipped|hooked|crossing|squaring|heading|won)\b"
)


# Before somebody who does nothing himself.
_ACTING = r"(?<!by )(?<!past )(?<!beyond )(?<!beat )"


class Rule(Struct, frozen=True):
    """A pattern with groups ``p`` and ``q`` or ``t`` for the numbers of two marks."""

    pattern: re.Pattern[str]
    is_same: bool
    weight: float


def _rule(words: str, weight: float, before: str = _ACTING) -> Rule:
    """A rule for what plays together, against each other where its weight is below 0; found at every place, also overlapping."""
    for letter in "PQT":
        words = words.replace(f"{{{letter}}}", rf"<{'T' if letter == 'T' else 'P'}(?P<{letter.lower()}>\d+)>")
    return Rule(re.compile(f"{before if words.startswith('<P') else ''}(?={words})", re.IGNORECASE), weight > 0, abs(weight))


def _side(words: str, weight: float) -> Rule:
    """A rule for people and teams, which holds for "a header by" somebody as well."""
    return _rule(words, weight, before="")


CHANGES = (
    _rule(
        r"{P},? (?:who )?(?:had |has |was |only )?(?:comes? on|came on|coming on|on|brought on|sent on|thrown on|made way|"
        r"making way|"
        r"gave way|went off|in place)(?: at half-time| as substitute|, \w+,)? (?:for|of|to) {Q}",
        3,
    ),
    _rule(r"{P},? (?:who |then )?(?:had |has |was |being |having )?(?:replaced|replacing|replaces)(?: by)? {Q}", 3),
    _rule(r"{P},? (?:was |being |stood |stepped up |starting |started |stood in |preferred )?in place of {Q}", 3),
    _rule(r"\b(?:sent|sending|brought|bringing|threw|throwing|put|putting|took off) (?:on )?{P} (?:and|for|with) {Q}", 3),
    _rule(rf"{{P}}{_GAP}{{Q}} taking (?:his|her) place", 3),
    _rule(
        r"{P} (?:\w+ )?(?:sent|sends|brought|brings|threw|throws|turned to|introduced|called on|took off|withdrew|kept|chose|"
        r"picked|recalled|left out)(?: on| off| for)? {Q}",
        2.5,
    ),
    _rule(rf"{{P}}{_GAP}(?:sending|bringing|throwing) on {{Q}}", 2.5),
)
"""Substitutions and managers' choices."""

PASSES = (
    _rule(
        rf"{{P}}{_GAP}(?:set up|fed|found|picked out|released|played in|sent clear|put clear|put through|sent through|teed up|"
        r"freed|sent away|assisted|supplied) by {Q}",
        3,
    ),
    _rule(
        rf"{{P}}{_GAP}(?:exchang\w+ passes|combin\w+|swapp\w+ passes|link\w+ up|one-two|give-and-go|interchange) with {{Q}}", 3
    ),
    _rule(
        r"{P} (?:\w+ )?(?:played|put|sent|slid|slipped|set|teed|sets|plays|puts|sends) {Q} (?:through|in|clear|free|away|up)", 2.5
    ),
    _rule(
        rf"{{P}}{_PLAY} (?:cross\w*|cut|laid|pulled|squared|roll\w+|pass\w*|centred|headed|nodd?\w*|knock\w+|flick\w+|"
        rf"slipped|played|hooked|swung|whipped|feed|fed|ball|touch\w*)\b{_PLAY} (?:for|to|towards) {{Q}}",
        2,
    ),
    _rule(
        r"{P} (?:\w+ly )?(?:found|finds|fed|feeds|picked out|picks out|set up|released|teed up|crossed for|squared for|"
        r"freed) {Q}",
        3,
    ),
    _rule(
        rf"{{P}} (?:[\w]+ ){{0,8}}?(?:crossed|centred|crosses|centres|flicked (?:it|the ball) on|flicked on|headed (?:it )?down|"
        rf"throw|nodded (?:it )?(?:down|back|on)|squared|corner)\b{_PLAY}(?:, and|,| and|, where) (?:there was )?{{Q}}{_NOT_HIS}",
        1.2,
    ),
    _rule(rf"{{P}}{_PLAY}\b(?:back across goal|across goal|across the (?:goal|area|face))\b{_PLAY}\band (?:there was )?{{Q}}", 2),
    _rule(rf"{{P}}{_PLAY} (?:after|when|as|once) {{Q}} (?:had )?(?:\w+ly )?{_PASSED}", 1.5),
    _rule(rf"{{P}}{_PLAY} {{Q}}['’]s? {_SERVICE}", 2),
    _rule(
        rf"{{P}}{_PLAY} (?:cross|pass|corner|free-kick|centre|delivery|ball|flick|throw|knock-?down|lay-off) (?:by|from) {{Q}}", 2
    ),
    _rule(
        rf"{{P}}['’]s? {_SERVICE}(?: [\w-]+){{0,3}} (?:picked out|found|was|reached|set up|fell to|for) (?:\w+ )?(?:by )?{{Q}}", 2
    ),
    _rule(rf"{{P}}['’]s? {_SERVICE},? (?:and |for )?{{Q}}", 1.5),
    _rule(
        rf"{{P}}{_SHOT}(?:[^<>;.]|<P\d+>){{0,60}}?\b(?:his|her) {_SERVICE} was [^<>;.]{{0,30}}by {{Q}}",
        2,
    ),
    _rule(
        rf"{{P}} (?:was |had been |is |being )?{_FOULED} by <P\d+>[^<>;.]{{0,80}}\b(?:and|,) {{Q}}"
        r"(?=[^<>;.]{0,60}(?:spot|penalty))",
        2,
    ),
)
"""What team-mates do with the ball."""

DUELS = (
    _rule(
        rf"{{P}}{_PLAY} (?:past|beyond|beat|beats|beating|rounded|rounding|chipped|lobbed|nutmegg\w+) {{Q}}(?!['’]s? {_SERVICE})",
        -3,
    ),
    _rule(rf"{{P}}{_PLAY} (?:across|over|under|around|round|between) {{Q}}(?!['’]s? {_SERVICE})", -1.5),
    _rule(
        r"{P} (?:\w+ly )?(?:sent|sending|leaving|left|gave|giving) {Q} (?:the wrong way|stranded|helpless|no chance|standing)", -3
    ),
    _rule(
        rf"{{P}}{_GAP}(?:{_FOULED}|denied|thwarted|foiled|frustrated|kept out|stopped|blocked|saved|marked) (?:\w+ )?by {{Q}}", -3
    ),
    _rule(rf"{{P}} (?:\w+ly |then |had |also ){{0,2}}{_SAVED}[^<>;,:.!?]{{0,45}} {{Q}}", -3),
    _rule(rf"{{P}}{_GAP}{_FOULED} (?:by the [\w ]+ )?{{Q}}", -3),
    _rule(rf"{{P}}{_GAP}\b(?:holding|fouling|tripping|pulling|bringing down|felling|pushing|handling|foul on|fouls) {{Q}}", -3),
    _rule(
        rf"{{P}}{_GAP}(?:(?<!chosen )(?<!preferred )(?<!picked )ahead of|in front of|above|away from|inside|the better of|"
        r"too strong for|held off|shook off|outran|outpaced|outjumped) {Q}",
        -1.5,
    ),
    _rule(
        r"{P} (?:\w+ly )?(?:pushed|parried|spilled|palmed|dropped|fumbled|spilt|punched)\b(?:[^<>;.]|<P\d+>){0,60}?"
        r" (?:to|into the path of|for) {Q}",
        -2,
    ),
    _rule(rf"{{P}}{_GAP}(?:room|space|freedom|present|gift) by {{Q}}", -2),
    _rule(
        rf"(?:back[- ]?pass|mistake|error|slip|blunder|miskick) (?:by|from) {{P}} (?:had )?(?:let|allowed|gifted|presented)"
        rf"{_GAP}{{Q}}",
        -2,
    ),
    _rule(r"{P}['’]s? (?:[\w-]+ ){0,2}(?:back[- ]?pass|error|slip|miskick|blunder|mistake)" + _GAP + "{Q}", -2),
    _rule(rf"{{P}}{_GAP}{{Q}}['’]s? (?:[\w-]+ ){{0,2}}(?:back[- ]?pass|error|slip|miskick|blunder|mistake)", -2),
    _rule(
        rf"{{P}} (?:\w+ ){{0,3}}{_FOULED} <P\d+>[^<>.]{{0,120}}\b(?:penalty|spot)\b[^<>;.]{{0,60}}\b(?:and|,) {{Q}}",
        -2,
    ),
    _rule(
        rf"{{P}} (?:could only|could not|failed to|hesitated|slipped|dithered|lost|misjudged|fumbled|spilled|spilt){_GAP}{{Q}}",
        -1.5,
    ),
)
"""What opponents do to each other."""

MEMBERS = (
    _side(r"{P} (?:is|was|were|had been) {T}['’]s", 3),
    _side(rf"{NO_LONGER}{{T}}['’]s? (?:(?!referee|official|linesman|win|victory|defeat)[a-z-]+ ){{0,3}}{{P}}", 3),
    _side(rf"{NO_LONGER}{{T}} {{P}}", 2.5),
    _side(r"{P}['’]s {T}", 2.5),
    _side(
        r"{P}, (?:who is )?{T}['’]?s? (?:[\w-]+ ){0,2}(?:captain|striker|forward|winger|midfielder|defender|goalkeeper|keeper)", 3
    ),
    _side(rf"{{T}}{_GAP}through {{P}}", 2.5),
    _side(r"{T} (?:brought on|sent on|threw on|replaced|lost|missed|without) {P}", 2),
    _side(rf"{{P}}{_GAP} (?:put|puts|gave|gives|got|had|fired|fires|brought|headed|shot|sent|hauled|drew) {{T}} {LEVELS}", 3),
    _side(r"{P}(?: \w+){0,5} (?:for|restored|earned|won it for|handed) {T}(?!['’]s)", 1.5),
    _side(
        r"{P} (?:\w+ly )?(?:sends?|sent|fire[sd]?|puts?|takes?|took|lifts?|shoots?|guide[sd]?|leads?|steer(?:s|ed)?|"
        r"heads?|helps?|"
        r"inspire[sd]?|rescue[sd]?|save[sd]?) {T} (?!out|home|down|crashing|packing|tumbling)",
        2,
    ),
    _side(r"{P},(?: [^<>,;.]{2,30},)? and <P\d+> (?:scored|replied|netted|struck|answered) for {T}", 2),
    _side(
        r"{P}['’]s? (?:[\w-]+ ){0,4}(?:goal|header|strike|winner|penalty|free-kick|volley|finish|effort|double|brace|"
        r"hat-trick|treble|"
        r"equali[sz]er|opener|goals)\b[^<>;.]{0,30}(?:gave|give|gives|earned|secured|sealed|handed|clinched|rescued|brought|put|sent|"
        r"saw|snatched|won|salvaged|helped|took|saved) {T}",
        3,
    ),
    _side(r"{T}(?:[^<>;.!?]|<T\d+>){0,70}?(?:thanks to|courtesy of|by way of|owed [\w ]+ to) [^<>;.]{0,60}?{P}", 2.5),
    _side(r"{P}[^<>.;]{0,90}\b(?:his|her) {T}", 1),
    _side(rf"{{P}}{_GAP} as {{T}} (?!['’])", 1.2),
    _side(rf"{{P}}{_GAP} (?:appeal|penalty|goal|chance|saves?|saving|scored|struck|header) for {{T}}", 2),
    _side(rf"{{T}}{_GAP}\bwith {{P}} (?:\w+ly )?\w+ing\b", 2),
    _side(rf"{{T}}{_GAP}\band {{P}} (?:being )?(?:denied|shooting|heading)", 1.5),
)
"""Who is said to be of a team."""

_ONCE = r"(?:his|her) (?:former|old|boyhood|previous|one-time|first|hometown|home-town) (?:club|side|team|employers|love|town)"
AGAINST = (
    _side(rf"{{P}}[^<>.;]{{0,90}}\b{_ONCE},? {{T}}", -2),
    _side(r"(?:former|ex-|one-time|erstwhile) ?{T} (?:[a-z-]+ ){0,3}{P}", -1),
    _side(rf"{{P}}{_GAP} (?:against|beat|beats|beating|stunned|punished|sank|eliminated|knocked) {{T}}", -1.5),
    _side(r"{P} (?:sends?|sent|dump(?:s|ed)?) {T} (?:out|home|down|crashing|packing|tumbling)", -2),
    _side(rf"{{P}}{_GAP} (?:at|through|past|in|inside|behind|of|over|across) {{T}}['’]?s? {DEFENCE}", -2),
    _side(rf"{{T}}{_GAP}(?:denied|kept out|held|frustrated|thwarted|foiled|kept at bay|beaten|undone) by {{P}}", -2),
    _side(rf"{{P}}{_GAP}with {{T}} appealing", -3),
)
"""Whom a team has against it."""

_MARK = r"<P(?P<p>\d+)>"
KEEPERS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\b(?:shot|shoot|drove|fired|poked|slid|slotted|headed|rolled|curled|lifted|chipped|drilled|struck|volleyed|swept|hooked|"
        r"header|effort|low|high|finished|ball|it)\b[^<>.;]{0,30} (?:past|beyond|across|under|over) " + _MARK,
        r"\bbeat(?:ing|s)? " + _MARK + r" (?:with|from|at|low|high)\b",
        _MARK
        + r"(?: \w+ly)? (?:saved|parried|tipped|palmed|had no chance|was beaten|picked the ball out|could only (?:parry|push))\b",
        _MARK + r"['’]s? (?:legs|dive|gloves|fingertips|net|near post|far post|save|reach)\b",
        _MARK + r", the (?:\w+ )?(?:goalkeeper|keeper)\b",
        r"\boff the (?:hands|gloves|fingers|fingertips) of " + _MARK,
    )
)
"""Who keeps goal."""
