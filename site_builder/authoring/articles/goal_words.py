"""The words by which prose tells a goal: verbs of scoring, what makes them none, and how a goal was scored."""

from __future__ import annotations

import re

from site_builder.football.model import GoalKind

_SHOT = (
    r"(?:head(?:ed|s)|nod(?:ded|s)|fire[ds]?|volley(?:ed|s)|side-foot(?:ed|s)|slot(?:ted|s)|sweep[s]?|"
    r"swept|tap(?:ped|s)|poke[ds]?|prod(?:ded|s)|"
    r"bundle[ds]?|stab(?:bed|s)|hook(?:ed|s)|hammer(?:ed|s)|lash(?:ed|es)|curl(?:ed|s)|chip(?:ped|s)|"
    r"lift(?:ed|s)|loft(?:ed|s)|bent|bends|drove|drives|"
    r"driven|roll(?:ed|s)|smash(?:ed|es)|thump(?:ed|s)|turn(?:ed|s)|steer(?:ed|s)|guide[ds]?|"
    r"glance[ds]?|slid|slides|slide|blast(?:ed|s)|rifle[ds]?|"
    r"shot|struck|strikes?|hit|hits|thunder(?:ed|s)|crash(?:ed|es)|tuck(?:ed|s)|finish(?:ed|es)|"
    r"power(?:ed|s)|flick(?:ed|s)|dink(?:ed|s)|loop(?:ed|s)|"
    r"scramble[ds]?|force[ds]?|knock(?:ed|s)|crack(?:ed|s)|bur(?:ied|ies)|plant(?:ed|s)|squeeze[ds]?|"
    r"stroke[ds]?|place[ds]?|convert(?:ed|s)|put|puts|sent|sends|went|lob(?:bed|s)|deflect(?:ed|s))"
)
_INTO = (
    r"(?:\bin(?=[\s,.;:]|$)(?! (?:front|behind|the (?:air|area|box|build|middle|match|game|first half|"
    r"second half))| (?-i:[A-Z])(?!\w+(?: [\w-]+)?['’]s))|\bhome\b|\binto (?:the|his|her|their|an) (?:own |empty |unguarded |"
    r"far |near |top |bottom |roof |left |right )*(?:net|corner|goal|roof)|"
    r"\bpast\b|\bbeyond\b|\bover (?=(?-i:[A-Z]))|\bthe net\b|\binto the roof\b|\bunder the bar\b|"
    r"\bthe (?:first|opener|second|third|fourth|fifth|sixth|seventh|eighth|equali[sz]er|winner)\b(?! "
    r"(?:half|leg|period|minute|time))|\bfrom the (?:penalty )?spot\b|\bfrom twelve yards\b)"
)
_ORDINAL = (
    r"(?:first|opener|opening goal|second|third|fourth|fifth|sixth|seventh|eighth|equaliser|equalizer|"
    r"winner|winning goal|decisive goal|penalty|spot-kick)"
)
_NTH = r"\bthe (?:second|third|fourth|fifth|sixth|seventh|eighth)(?= (?:\w+ minutes later|from|with|on|in|after|a|at)\b|[,.;:]|$)"
_GET = (
    r"(?:got|gets|grabbed|grabs|scored|scores|bagged|claimed|netted|added|adds|hit|struck|snatched|"
    r"notched|converted|converts|tucked away|put away|dispatched|despatched|buried|found|signs|signed|"
    r"rescued|slammed|fired|made)"
)
_CHANGED = r"(?:restored|regained|doubled|extended|increased|stretched|halved|reduced)"
_SAYING_SO = (
    r"(?:his|her) (?:first|second|third|opener|goal)(?: goal)? (?:came|arrived)",
    r"for (?:his|her) (?:hat[- ]trick|brace)",
    r"to score\b|scor(?:ed|es|ing)(?! draw|line)",
    r"open(?:ed|s|ing) the scoring|broke the deadlock|restored parity|sealed (?:it|the|a)\b|saved the day",
    r"equali[sz](?:ed|es|ing|e)\b|level(?:led|s)\b",
    r"(?:pull|got|get|claw|grab)(?:ed|bed|s|ing)? (?:one|a goal|it) back",
    r"(?:made|makes|make|making) it (?=\d|two|three|four|five|six|seven|one)",
    r"(?:put|puts|gave|gives|given|giving|drew|brought|hauled) (?:[^,.;:]{0,40}? )?(?:the lead|an early lead|back in it)\b",
    rf"(?:{_SHOT}|gave|gives|given|drew|brought|hauled) (?:[^,.;:]{{0,40}}? )?(?:in front|ahead|level)\b",
    rf"{_CHANGED} (?:[^,.;:]{{0,30}} )?(?:lead|advantage|deficit|arrears)",
    r"own goal|own net",
    r"(?:found|finds) the (?:\w+ )*(?:corner|net|target|roof)",
    r"(?:was|were) at it again|(?:struck|did it) again",
    r"beats? (?:the )?(?:goalkeeper|keeper)\b|(?:beat|beats) (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?:after|from|with|at|low)\b",
    r"complet(?:ed|es|ing) (?:his|her|a) (?:hat[- ]trick|brace|double|treble)",
    rf"{_GET} (?:what was |what proved (?:to be )?)?(?:the|a|an|his|her|their|another) (?:[\w-]+ ){{0,3}}?{_ORDINAL}\b",
    r"(?:goal|strike|header|penalty|effort|drive|shot) (?:in|after|on) ",
)
STRONG = re.compile(rf"\b(?:{'|'.join(_SAYING_SO)})", re.IGNORECASE)
# Up to where the ball went, but not into the clause of somebody else.
_UP_TO = r"(?:(?!\b(?:and|but|while|before) (?-i:[A-Z])|, who\b)[^.;:!?]){0,90}?"
SHOT = re.compile(rf"\b{_SHOT}\b(?! (?:down|across|back|wide|off)\b)(?={_UP_TO}(?:{_INTO}))", re.IGNORECASE)
NTH = re.compile(_NTH, re.IGNORECASE)
CAME = re.compile(r"\b(?:came|fell) (?:from|through|to|courtesy of|by way of)\b", re.IGNORECASE)
_NOT_IN = (
    r"wide|over the (?:bar|crossbar|top)|off target|chipped over",
    r"(?:hit|hits|struck|against|rattled|onto) (?:the|a|both) (?:post|posts|bar|crossbar|woodwork|upright)|heads? against",
    r"saved(?! the day)|saves|saving|denied|cleared|blocked|tipped|kept out|parried|held on",
    r"disallowed|ruled out|chalked off|offside|penalty appeal|thought (?:he|she|they) had (?:scored|levelled)",
    r"missed|misses|wasted|came close|went close|nearly|almost|chance",
    r"could have|should have|might have|would have|failed|fails|unable|tried|trying|hoping|needed to|looking for",
    r"without scoring|not scored?|never",
)
NEGATIVE = re.compile(rf"\b(?:{'|'.join(_NOT_IN)})\b", re.IGNORECASE)
PAST = re.compile(
    r"\b(?:last (?:season|week|weekend|month|year)|earlier this (?:season|month|week)|in the first "
    r"leg|first meeting|in (?:19|20)\d\d\b|previous(?:ly)?|"
    r"(?:had|has|have) (?:\w+ )?(?:scored|netted|beaten|managed)|once (?:\w+ )?scored|whose \w+ once|"
    r"of (?:his|her) career|all (?:season|tournament)|so far this|this season)",
    re.IGNORECASE,
)
KICKS = re.compile(
    r"\b(?:shoot-?out|spot-kicks|winning kick|decisive kick|of the (?:kicks|penalties)|kicks\b|on "
    r"penalties|on pens|from twelve paces)",
    re.IGNORECASE,
)
_PENALTY = re.compile(
    r"\b(?:penalty(?! (?:area|box|spot\b.{0,10}(?:scored|mark)))|from the (?:penalty )?spot|"
    r"spot[- ]kick|pen\b|from twelve yards|rolled in the penalty)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:own[- ]goal|(?:his|her|their) own net|(?:his|her) own goal(?:keeper)?|og|o\.g\.)(?![\w])", re.IGNORECASE)
_AWARDED = re.compile(r"\bpenalty\b[^.]{0,60}(?:!|awarded|given|for|to)\b|\bpenalty[!.]", re.IGNORECASE)


def kind_of(clause: str, before: str = "") -> tuple[GoalKind, bool]:
    """How a goal was scored, by the words of its clause; doubtful where only the words before it speak of a penalty."""
    if _OWN.search(clause):
        return GoalKind.OWN_GOAL, False
    found = _PENALTY.search(clause)
    if found and not re.search(
        r"(?:after|earlier|missed|saved) [^,.;]{0,30}penalty|penalty (?:appeal|shout|saved|missed|area|box)",
        clause,
        re.IGNORECASE,
    ):
        return GoalKind.PENALTY, False
    sent = re.search(r"\b(?:wrong way|from the spot|panenka|up the middle)\b", clause, re.IGNORECASE)
    if _AWARDED.search(before) and sent:
        return GoalKind.PENALTY, False
    return GoalKind.GOAL, bool(_AWARDED.search(before) and before)
