"""The words by which prose tells a goal: verbs of scoring, what makes them none, and how a goal was scored."""

from __future__ import annotations

import re

from site_builder.football.model import GoalKind

# What a player does to a ball, without the ending; doubled letters stand in brackets.
_REGULAR = (
    "head nod(d) fir(e) volley side-foot slot(t) tap(p) pok(e) prod(d) bundl(e) stab(b) hook hammer lash curl chip(p) lift loft "
    "roll smash thump turn steer guid(e) glanc(e) blast rifl(e) thunder crash tuck finish power flick dink loop scrambl(e) "
    "forc(e) knock crack plant squeez(e) strok(e) plac(e) convert lob(b) deflect wallop drill whip(p) clip(p) nudg(e) bullet "
    "ram(m) drag(g) back-heel backheel arrow angl(e) belt bulg(e) slam(m) net(t) whistl(e) divert direct lac(e) "
    "unleash leather rasp screw scoop slic(e) swivel(l) toe-pok(e) despatch dispatch rattl(e)"
).split()
_IRREGULAR = (
    "sweep sweeps swept sweeping bury buries buried burying drive drives drove driven driving slide slides slid sliding bend "
    "bends bent bending strike strikes struck striking hit hits hitting shoot shoots shot shooting put puts putting send sends "
    "sent sending stick sticks stuck creep creeps crept nestle nestles nestled trickle trickled squirm squirmed sneak sneaked"
).split()


def _forms(stem: str) -> str:
    """``tap(p)`` as taps, tapped, tapping, and "to tap"."""
    root, _, more = stem.rstrip(")").partition("(")
    if more == "e":
        return rf"{root}(?:e[ds]?|ing)"
    return rf"{root}(?:e?s|{more}ed|{more}ing)" if root[-1] in "hsxz" else rf"{root}(?:s|{more}ed|{more}ing)"


def _infinitive(stem: str) -> str:
    root, _, more = stem.rstrip(")").partition("(")
    return root + ("e" if more == "e" else "")


_MORE = "push touch sweep bury drive slide bend strike hit shoot put send".split()
_PLAIN = "|".join([*map(_infinitive, _REGULAR), *_MORE])
_WENT = "(?:went|goes)(?! past| beyond| under| across| over)"
_SHOT = rf"(?:{'|'.join([*map(_forms, _REGULAR), *_IRREGULAR, _WENT])}|(?<=to )(?:{_PLAIN}))"
# "In" that is no word for where the ball went: in front, in the area, in the last minute, in Rome.
_COUNTED = "first|opener|second|third|fourth|fifth|sixth|seventh|eighth|equali[sz]er|winner"
_PLACES = r"front|behind|the (?:air|area|box|build|middle|match|game|first half|second half)"
_TIMES = r"(?:the )?(?:first|second|last|final|closing|opening|dying|added|stoppage|injury|extra)\b|the \w+[- ]minute\b"
_INTO = "|".join(
    (
        rf"\bin(?=[\s,.;:]|$)(?! (?:{_TIMES}|{_PLACES})| (?-i:[A-Z])(?!\w+(?: [\w-]+)?['’]s))",
        r"\bhome\b|\bpast\b|\bbeyond\b|\bover (?=(?-i:[A-Z]))|\bover the line\b|\bthe net\b",
        r"\bthe top corner\b|\bunder the bar\b",
        r"\b(?:under|across) (?=(?-i:[A-Z])|the (?:keeper|goalkeeper))|\b(?:through|between) (?:\w+['’]s?|the \w+['’]s) legs\b",
        r"\b(?:over|around|round) the (?:\w+ )?(?:keeper|goalkeeper)\b|\bbetween the legs of\b",
        r"\bbetween (?:(?-i:[A-Z])\w+|him|the (?:keeper|goalkeeper)) and (?:the|his)\b",
        r"\binside the (?:near |far |left |right )?(?:hand )?post\b|\binto the roof\b",
        r"\binto (?:the|his|her|their|an) (?:\w+,?[- ]){0,3}?(?:net|corner|goal|roof)\b",
        rf"(?:\bthe |(?-i:\b[A-Z])\w+['’]s? )(?:{_COUNTED})\b(?! (?:half|leg|period|minute|time))",
        r"\bfrom the (?:penalty )?spot\b|\bfrom twelve yards\b|(?<=to bury )the (?:spot[- ]kick|penalty)",
    )
)
_GOAL_NOUN = (
    r"(?:first|opener|goal|second|third|fourth|fifth|sixth|seventh|eighth|equali[sz]er|leveller|winner|clincher|consolation|"
    r"\d+(?:st|nd|rd|th) of the (?:season|campaign|tournament)|penalty|spot-kick|number (?:one|two|three|four|"
    r"five|six|seven|eight|nine)|hat[- ]trick|brace|double)"
)
_NTH = (
    r"(?:\bthe|(?<=, )(?:his|her)|(?<= and )(?:his|her)) (?:second|third|fourth|fifth|sixth|seventh|eighth)"
    r"(?= (?:\w+ minutes later|from|with|on|in|after|a|at)\b|[,.;:]|$)"
)
_GET = (
    r"(?:got|gets?|getting|grab(?:bed|s|bing)?|scored|scores?|scoring|bag(?:ged|s|ging)?|claim(?:ed|s|ing)?|netted|nets|netting|"
    r"add(?:ed|s|ing)?|hit|hits|hitting|struck|strikes|snatch(?:ed|es|ing)?|notch(?:ed|es|ing)?|convert(?:ed|s|ing)?|"
    r"tuck(?:ed|s|ing)? away|put(?:s|ting)? away|dispatch(?:ed|es)|despatch(?:ed|es)|buried|found|signs|signed|rescued|had|has|"
    r"complet(?:ed|es|ing)|nick(?:ed|s)|clinch(?:ed|es)|plunder(?:ed|s)|register(?:ed|s)|produc(?:ed|es))"
)
_CHANGED = (
    r"(?:(?<=to )(?:restore|regain|double|treble|extend|increase|stretch|halve|reduce)|restor(?:ed|es|ing)|"
    r"regain(?:ed|s|ing)|doubl(?:ed|es|ing)|trebl(?:ed|es|ing)|tripled|extend(?:ed|s|ing)|"
    r"increas(?:ed|es|ing)|stretch(?:ed|es|ing)|halv(?:ed|es|ing)|reduc(?:ed|es|ing)|cut|cuts|wip(?:ed|es|ing) out)"
)
_BY_HOW_MUCH = r"(?:lead|advantage|deficit|arrears|cushion|tally|margin|parity)"
_MOVE = "(?:move|counter|counter-attack|break|work|attack)"
_PERSONAL = r"(?:his|her|a|the personal) (?:second-half |first-half |perfect )?(?:hat[- ]trick|brace|double|treble)"
_THE_MATCH = (
    r"(?:the |a |an )?(?:[\w-]+ )?(?:game|match|tie|contest|win|victory|rout|points|result|scoring|job|comeback|"
    r"turnaround|set|deal)"
)
_SAYING_SO = (
    r"(?:his|her) (?:first|second|third|opener|goal)(?: goal)? (?:came|arrived)",
    r"(?<=['’]s )(?:first|second|third|fourth|opener|equali[sz]er|winner|goal|header) (?:came|arrived)\b",
    r"(?:gave|gives|giving) [^,.;:]{1,60} (?:start|perfect start|dream start)\b",
    r"(?:settled|won|decided|clinched|snatched|sealed) it\b|settled the (?:match|tie|final|matter|issue)",
    r"to score\b|(?<!the )scor(?:ed|es|ing)(?! draw|line)",
    r"open(?:ed|s|ing) (?:the scoring|(?:his|her|their|the) account)|broke the (?:deadlock|ice)|drew first blood",
    r"sealed (?:it|the|a)\b|saved the day",
    r"equali[sz](?:ed|es|ing|e)\b|level(?:led|s)\b(?! pegging)|(?:restored|restores|restoring) parity",
    (
        r"(?:were|went|are|go|was|goes) (?:ahead|in front|level)\b(?=[^.;]{0,40}\b(?:through|when|as|thanks|courtesy)\b)|"
        r"\w+(?:ed|ing) one back\b"
    ),
    r"back on (?:level )?terms|(?:his|her|their|the) noses? (?:in front|ahead)",
    (
        r"(?:pull|got|get|claw|grab|knock|peg)(?:ed|bed|ged|s|ing)? (?:one|a goal|"
        r"it(?! back (?:and|for|across|to (?-i:[A-Z])))|another(?: one| goal)?) back"
    ),
    r"(?:made|makes|make|making) it (?=\d|two|three|four|five|six|seven|one)",
    r"(?:gave|gives?|giving|handed|handing) [^,.;:]{1,40}? an? (?:[\w-]+ ){0,3}lead\b",
    rf"{_SHOT} [^,.;:]{{1,50}}? into (?:a|an|the) (?:[\w-]+ ){{0,3}}lead\b",
    r"appl(?:y|ies|ied|ying) the (?:[\w-]+ )?(?:finish|touch)\b|cancel(?:led|s|ling)? out (?=the |his |her |(?-i:[A-Z]))",
    (
        r"(?:put|puts|gave|gives|given|giving|drew|brought|hauled|handed) (?:[^,.;:]{0,40}? )?(?:the lead|"
        r"an early lead|back in it)\b"
    ),
    rf"(?:{_SHOT}|gave|gives|given|drew|brought|hauled) (?:[^,.;:]{{0,40}}? )?(?:in front|ahead|level)\b",
    rf"{_CHANGED} (?:[^,.;:]{{0,30}} )?{_BY_HOW_MUCH}",
    r"own goal|own net",
    r"(?:found|finds) the (?:\w+ )*(?:corner|net|target|roof)",
    r"(?:was|were) at it again|(?:struck|did it|strikes|scored|on target) again",
    r"(?:struck|strikes)(?= (?:in|on|after|with|twice|first|late|early|from|seconds|moments|midway|just|shortly)\b)",
    (
        r"(?:lobb(?:ed|ing)|lobs|chipp(?:ed|ing)|chips|round(?:ed|s|ing)|outfox(?:ed|"
        r"es)) (?:the )?(?:[a-z]+ )?(?:keeper\b|goalkeeper\b|(?-i:[A-Z]))"
    ),
    r"beats? (?:the )?(?:goalkeeper|keeper)\b|(?:beat|beats) (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?:after|from|with|at|low)\b",
    (
        rf"(?:{_GET}|{_SHOT}) (?:what was |what proved (?:to be )?)?(?:the|a|an|his|her|their|another|number) "
        r"(?:(?!(?:across|towards?|at|over|wide) )[\w-]+ ){0,3}?"
        rf"{_GOAL_NOUN}\b(?! (?:half|leg|period|minute|time|kick|area|box|shout|appeal|save|spot))"
    ),
    rf"{_GET} number (?:two|three|four|five|six|seven|eight|nine)\b",
    r"(?<!across )(?<!towards )(?<!at )(?:goal|strike|header|penalty|effort|drive|shot) (?:in|after|on) ",
    rf"finish(?:ed|es|ing) (?:off )?(?:a|the|an|another|(?-i:[A-Z])\w+['’]s?) (?:[\w-]+ ){{0,4}}?{_MOVE}\b",
    r"pass(?:ed|es|ing) (?:it|the ball) (?:[\w-]+ ){0,2}?(?:into|past|beyond)\b",
    r"(?:sent|sends|sending) (?:[\w-]+ ){1,4}the wrong way",
    r"(?:made|makes|making) no mistake|(?:gave|gives|giving) [^,.;:]{2,40} no chance",
    r"(?:found|finds|finding) the back of the net|g[eo]ts? (?:himself |herself )?on the score ?sheet|(?:was|were) on target",
    r"convert(?:ed|s|ing)(?= (?:from|after|it|with|at|low|coolly)\b|[,.;])",
    r"(?:got|gets|applied|applies|had|provided) the (?:decisive|final|last|finishing|telling|vital|crucial|killer) touch\b",
    r"(?:could|can) (?:not|hardly|scarcely|barely) miss\b",
    r"(?<=to )(?:finish|convert) (?=(?:with|from|at|low|coolly|calmly|off)\b)|(?<=to )finish(?=[.,;])",
    r"(?:buried|buries|burying|converted|tucked away|put away|slotted) (?:the|a) (?:loose ball|rebound|follow-up|chance)\b",
    r"pounced (?:on|upon) (?:the|a) (?:rebound|loose ball)\b",
    (
        r"with (?:a|the|his|her|their|another) (?:second|third|fourth|fifth|sixth|seventh|eighth)\b(?! (?:half|"
        r"yellow|booking|player|minute))"
    ),
    (
        r"for (?:his|her) (?:second|third|fourth|fifth|hat[- ]trick|brace|double|treble)\b(?! (?:half|booking|"
        r"yellow|caution|spell|cap))"
    ),
    r"did the same|followed suit|did likewise|(?:beat|beats) (?-i:[A-Z])[\w ]{2,30}? in the [\w-]+ minute",
    r"troubled the scorers|(?:had|has|having) the (?:final say|last word)|got in on the act",
    rf"(?:complet(?:ed|es|ing)|round(?:ed|s|ing) off|wrap(?:ped|s|ping) up|seal(?:ed|s|ing)|kill(?:ed|s|ing) off) {_THE_MATCH}\b",
    r"(?:wrapped|wraps|wrapping) (?:things|it|matters) up|(?:rounded|rounds|finished|capped) (?:things|it|matters) off",
    r"(?:put|puts|putting) (?:the (?:result|game|match|tie|outcome|seal|icing)|it) (?:beyond|to bed|on)\b",
    r"(?:made|makes|making) (?:sure of (?:the|a|victory)|(?:the (?:game|points|win|result)|it) (?:safe|certain))",
    (
        r"(?:had|has|with|for|complet(?:ed|es|e|ing)|to complete|seal(?:ed|s|ing)|wrapp(?:ed|ing) up|claim(?:ed|s|ing)|"
        rf"clinch(?:ed|es)|secured|notched|registered|took|bagged|scored|grabbed|netted) {_PERSONAL}"
    ),
)
STRONG = re.compile(rf"\b(?:{'|'.join(_SAYING_SO)})", re.IGNORECASE)
# Up to where the ball went, but not into the clause of somebody else.
_UP_TO = r"(?:(?!\b(?:and|but|while|before|as|when|after|until) (?:(?-i:[A-Z])|the |s?he )|, (?:who|where)\b)[^.;:!?]){0,90}?"
# A ball sent in for others: "whipped in a free-kick".
_SENT_IN = (
    r"(?:whip|swing|swung|float|send|sent|put|drill|fir|hit|play|roll|drag|driv|drov)\w* in "
    r"(?:a|an|the|another|his|her) (?:[\w-]+ ){0,2}(?:free-kick|corner|cross|ball|delivery|centre|pass)\b"
)
SHOT = re.compile(
    (
        rf"\b(?!{_SENT_IN}){_SHOT}\b(?! (?:down|across(?! (?-i:[A-Z]))|back|wide|off|provider|creator|out|"
        rf"over (?-i:[A-Z]))\b)(?={_UP_TO}(?:{_INTO}))"
    ),
    re.IGNORECASE,
)
NTH = re.compile(_NTH, re.IGNORECASE)
GOAL_FOR = re.compile(
    r"\b(?:gave|gives|giving|handed|left|leaving|presented) (?=[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:with )?an? "
    r"(?:[\w-]+ ){0,2}(?:finish|tap-in|header|goal)\b)"
    r"|\b(?:goal|equali[sz]er|winner|opener|tap-in|header) for "
    r"(?:the |substitute |captain |striker |midfielder |defender )*(?=[A-Z])"
)
CAME = re.compile(r"\b(?:came|fell) (?:from|through|to|courtesy of|by way of)\b", re.IGNORECASE)
_NOT_IN = (
    r"wide|over the (?:bar|crossbar|top)|off target|chipped over|(?:shot|put|straight|it) (?:\w+ )?at (?:the )?(?:goal)?keeper",
    r"(?:past|beyond|around|round) (?:the|a) (?:\w+ ){0,2}?(?:post|upright|woodwork)|straight at (?-i:[A-Z])\w+|on ?to the post",
    (
        r"(?:put|shot|fired|headed|went|drove|lifted|sent|struck|hit) (?:[\w-]+ ){0,5}?"
        r"over(?= (?:with|from|in|after|within|when)\b|[,.;])"
    ),
    r"beat (?-i:[A-Z])\w+ to (?:it|the)|(?:inches|narrowly) past|(?:turned|pushed|beaten|beat) (?:aside|away|behind|out|round)",
    r"past (?-i:[A-Z])\w+ and (?:the|a) (?:post|upright|bar)",
    r"(?<!took the )(?<!seized the )opportunit(?:y|ies) (?:to|for)\b",
    r"(?:hit|hits|struck|against|rattled|onto) (?:the|a|both) (?:post|posts|bar|crossbar|woodwork|upright)|heads? against",
    r"saved(?! the day)|saves|saving|denied|cleared|blocked|tipped|kept out|parried|held on",
    r"disallowed|ruled out|chalked off|offside|penalty appeal|thought (?:\w+ ){1,2}had|changed his mind|monitor",
    (
        r"missed|misses|wasted|came close|went close|(?:nearly|almost) (?:had|made|gave|found|put|took|won|went|"
        r"\w+ed)|(?<!no )chance"
    ),
    r"(?:could|should|might|would)(?: have|['’]ve)|failed|fails|unable|tried|trying|hoping|needed to|looking for",
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
    r"\bsince (?!coming|yesterday|the (?:break|interval|restart|opening|half))|"
    r"all (?:season|tournament)|so far this|this season|(?:years?|months) ago\b)",
    re.IGNORECASE,
)
# What comes of a goal that was none: "ran clear and scored, only for VAR to show …".
UNDONE = re.compile(
    r"(?:, only (?:for|to)|, but|– but|before)\b[^.;]{0,50}\b(?:VAR|flag|offside|ruled out|disallowed|"
    r"chalked off|whistle|pulled back)\b"
)
KICKS = re.compile(
    r"(?:^|[.!?] )(?:[Tt]o p|[Oo]n p|P)enalties(?: it was)?[.:!]|\b(?:shoot-?out|spot-kicks|winning kick|"
    r"decisive kick|of the (?:kicks|penalties)|kicks\b|on "
    r"penalties|on pens|from twelve paces)",
    re.IGNORECASE,
)
_PENALTY = re.compile(
    r"\b(?:penalty(?! (?:area|box|spot\b.{0,10}(?:scored|mark)))|from the (?:penalty )?spot|"
    r"spot[- ]kick|pen\b|from twelve yards|rolled in the penalty)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:(?<!his )(?<!her )(?<!their )own[- ]goal"
    r"|(?:through|into|in|past|beyond) (?:his|her|their) own (?:net|goal|goalkeeper|keeper)|og|o\.g\."
    r"|(?:trying|attempting|stretching|meaning) to (?:cut|clear|intercept|block)[^.;]{0,40}?"
    r"(?:diverted|turned|deflected|sliced|headed|poked|prodded|bundled|put) (?:it |the ball )?(?:past|into|in|beyond))(?![\w])",
    re.IGNORECASE,
)
_AWARDED = re.compile(
    r"\bpenalty\b[^.]{0,60}(?:!|awarded|given|for|to)\b|\bpenalty[!.]|\bpoint(?:s|ed|ing) to the (?:penalty )?spot\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"\b(?:wrong way|from the spot|panenka|up the middle|no mistake|stepp?(?:ed|s) up)\b", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(r",? (?:and|but) (?:they|he|she|it|the|there|then|[A-Z])")


_CONVERTED = re.compile(r"convert(?:ed|s|ing)\b", re.IGNORECASE)
PENALTIES = re.compile(
    (
        r"\b(?:hat[- ]trick|treble|brace|double|pair) of (?:penalties|spot-kicks)|\b(?:two|three|both|"
        r"all three) (?:penalties|spot-kicks)"
    ),
    re.IGNORECASE,
)


def is_award(text: str) -> bool:
    """Whether a sentence tells that a penalty was given."""
    return bool(_AWARDED.search(text))


def is_from_spot(text: str, verb: int, kind: GoalKind) -> bool:
    """Whether a goal may be a penalty without being called one: "converted after being fouled"."""
    if kind is not GoalKind.GOAL:
        return False
    is_plain = _CONVERTED.match(text, verb) and not re.search(
        r"\b(?:cross|pass|rebound|corner|centre|ball|chance)\b", text[verb:]
    )
    return bool(is_plain)


def kind_of(clause: str, before: str = "", verb: int | None = None) -> tuple[GoalKind, bool]:
    """How a goal was scored, by the words of its clause; doubtful where only the words before it speak of a penalty.

    ``verb`` is where its verb ends, if that is known: what another clause tells after it is another matter.
    """
    if _OWN.search(clause):
        return GoalKind.OWN_GOAL, False
    ending = _NEXT_CLAUSE.search(clause, verb) if verb is not None else None
    found = _PENALTY.search(clause[: ending.start()] if ending else clause)
    if found and not re.search(
        r"(?:after|earlier|missed|saved) [^,.;]{0,30}penalty|penalty (?:appeal|shout|claim|saved|missed|area|box)"
        r"|(?:want|wanted|claimed|appeal\w* for|no|denied) (?:a )?penalty",
        clause,
        re.IGNORECASE,
    ):
        return GoalKind.PENALTY, False
    if _AWARDED.search(before) and _TAKEN.search(clause):
        return GoalKind.PENALTY, False
    return GoalKind.GOAL, bool(_AWARDED.search(before) and before)
