"""The words that tell who does what in a sentence: what makes a name an object, a subject, or whom a pronoun stands for."""

from __future__ import annotations

import re

OBJECT = re.compile(
    r"\b(?:defenders|from|by|past|beyond|beat|beating|for|with|against|under|over|off|denied|found|finds|fed|"
    r"above|around|round|off|after|to|into|onto|on to|nutmegged|spun|brought down|fouled|felled|turned|outpaced|outjumped|"
    r"freed|robbed|robbing|replaced|replacing|left|"
    r"met|and beat|sent|sent on|threw on|brought on|released|picked out|set up|into the path of|ahead "
    r"of|front of|in|before|behind|between|than|like|"
    r"at)\s+(?:the |substitute |goalkeeper |keeper |captain |striker |defenders? )*$",
    re.IGNORECASE,
)
_ROLES = "|".join(
    """striker midfielder forward winger defender captain skipper substitute sub full-back left-back right-back wing-back
    centre-back centre-half centre-forward playmaker frontman marksman hitman poacher teenager youngster veteran ace star man
    international debutant latter last-named""".split()
)
_ORIGIN = r"(?-i:[A-Z][a-z]+(?:ian|ean|ish|ese|man|ard|can|ch|ine|wede|ane|Turk|zech|rab|roat|erb|cot|ole|inn))"
_COUNTRYMAN = (
    r"(?-i:(?:Belg|Ital|Brazil|Norweg|Austral|Austr|Colomb|Russ|Ukrain|Serb|Bosn|Croat|Hungar|Roman|Bulgar|Niger|Ghana|"
    r"Ivor|Egypt|Alger|Tunis|Canad|Ecuador|Peruv|Boliv|Iran|Armen|Georg|Alban|Eston|Latv|Lithuan|Mal|Argentin|Cameroon|Sloven|"
    r"Liber|Zamb)ian|(?:Germ|Americ|Mexic|Morocc|Jamaic|Chile|Kore|Uruguay|Paraguay|Catal|Venezuel|Cub|Hondur|Angol|"
    r"Costa Ric)an|Spaniard|Swede|Dane|Finn|(?:Dutch|French|English|Scots|Irish|Welsh|Ulster)man|(?:Portugu|Japan|Senegal|"
    r"Congol|Togol|Gabon)ese|Swiss|Pole|Czech|Slovak|Slovene|Serb|Croat|Turk|Greek|Icelander|Basque|Argentine|Israeli|Scot)"
)
FROM_COUNTRY = re.compile(_COUNTRYMAN)
"""Where somebody comes from: no name of his in "the big Belgian"."""
# "The Russian area": no person.
_OF_A_TEAM = (
    r"(?:area|box|goal|half|defence|net|lead|penalty|line|bench|players?|attack|side|team|fans|end|wall|keeper|goalkeeper)"
)
PRONOUN = re.compile(
    rf"\b(?:he|she|(?:the|his|her) (?:(?!the )[\w'’-]+ ){{0,3}}?(?:{_ROLES}|"
    r"No\.? ?\d+|number (?:\d+|nine|ten|eleven)|same player|same man|\d\d-year-old)"
    rf"|the (?-i:[A-Z][\w-]+ )*(?-i:[A-Z][\w-]+ )(?:{_ROLES}|player)"
    rf"|the {_ORIGIN}(?! {_OF_A_TEAM}\b)|the (?-i:(?!of |and |other )[a-z-]+ ){{1,2}}{_COUNTRYMAN}(?! {_OF_A_TEAM}\b)"
    r"|(?:his|her) (?:[\w-]+ ){0,3}?"
    r"(?:chip|shot|effort|header|strike|volley|drive|finish|free-kick))"
    r"\b(?! (?-i:[A-Z])|['’]s\b)",
    re.IGNORECASE,
)
# What stands before a name that is the subject of its clause; before objects stand verbs and prepositions.
_JOINERS = (
    r"and|but|when|as|while|then|where|until|till|that|because|since|whereas|so|or|if|once|which|only|this time|again|soon|also|"
    r"minutes?(?: later)?|later|afterwards|end|remaining|left|gone|played|to go|whistle|kick-off|start|after that|mark|"
    r"half|time|hour|interval|break|restart|turn of|it was|was it|\d(?:th|st|nd|rd)"
)
_TITLES = (
    r"the|a|an|his|their|substitute|sub|captain|skipper|striker|midfielder|defender|winger|forward|teenager|full-back|centre-back|"
    r"veteran|youngster|playmaker|fellow|team-mate|unmarked|unlucky|\d\d-year-old|[a-z]+-back"
)
BEFORE_SUBJECT = re.compile(rf"(?:^|[,;:.!?()—–\"“”‘’]\s*|\b(?:{_JOINERS})\s+)['‘“\"]?(?:(?:{_TITLES})\s+)*$", re.IGNORECASE)
ACTS = re.compile(
    r"(?:, [^,;:.!?]{1,60},)?\s(?:\w+ly |then )?(?:\w+ed|made|had|was|did|put|got|hit|shot|struck|took|gave|found|came|won|"
    r"met|rose|ran|drove|sent|swept|slid|broke|stole|beat|went|stood|bent|fell|let|kept|sprang|leapt|threw|stuck)\b"
)
REPLACED = re.compile(r"\b(?:injured|replac(?:ed|ing)|in place of|instead of) (?:the |captain )*$", re.IGNORECASE)
# Objects that act next: the ball falls to somebody, a manager sends somebody on.
COMES = re.compile(
    r"\b(?:(?:pass|ball|cross|slipped|played|fed|laid|squared|crossed|rolled|pulled)[^,;.]{0,30} (?:to|for)|"
    r"sent on|brought on|threw on|introduced|found|fed|released|freed|picked out|set up|played in|put through|"
    r"sent clear|sent|(?:fell|ran|broke|dropped|came|rolled|back|straight) to|into the (?:path|stride) of|"
    r"at the feet of|as far as) (?:the |substitute |captain |striker )*$",
    re.IGNORECASE,
)
AGAIN = re.compile(r"\b(?:second|again|another|third|fourth|brace|double|hat[- ]trick)\b", re.IGNORECASE)
DID_AGAIN = re.compile(
    r"\b(?:did it|struck|scored|strikes|was at it|repeated the trick) (?:once )?again\b|\brepeated the trick\b"
)
SAME = re.compile(r"the same (?:player|man)\b", re.IGNORECASE)
SHORT = re.compile(r"(?:he|she)\b", re.IGNORECASE)
LATTER = re.compile(r"the (?:latter|last-named)\b", re.IGNORECASE)
HIS = re.compile(r"(?:he|she|his|her)\b", re.IGNORECASE)
BEATEN = re.compile(
    (
        r"\b(?:by|past|beyond|over|under|against|around|round|beat|beating|off|denied|of) (?:the |substitute |"
        r"captain |goalkeeper |keeper )*$"
    ),
    re.IGNORECASE,
)
LETTING = re.compile(
    (
        r"\b(?:setting up|putting|sending|teeing up|finding|releasing|freeing|playing in|for|allow(?:ed|ing)|"
        r"enabl(?:ed|ing)|left(?: to)?|leaving|it fell to|(?:up|down) to|inviting|"
        r"there (?:was|is|were)(?: again)?) (?:the |substitute |captain |striker )*$"
    ),
    re.IGNORECASE,
)
# "And there was Berg, unmarked, to …", "up popped Berg": he who comes last.
ARRIVES = re.compile(
    r"\b(?:there,?(?: again| (?:at|in|on|by|unmarked|waiting|all alone|lurking|"
    r"arriving)\b[^,.;]{0,30}?,?)? (?:was|were|is|stood|came)|(?:up|in) (?:pops|popped|stepped|steps|came|comes|"
    r"went|stole|ran|nipped|slid)|"
    r"(?:along|forward) came|(?:on hand|waiting|lurking|arriving|first there|up there|quickest) (?:was|is)|"
    r"(?:who|and who) (?:else )?(?:was|should be) there but) "
    r"(?:the |substitute |captain |skipper |striker |young |old |that man )*$",
    re.IGNORECASE,
)
GOAL_OF = re.compile(
    r"\s*(?:(?!(?:with|to|for|from|and|pass|cross|corner|on|at|in)\b)\w+[- ]){0,3}"
    r"(?:goal|header|strike|penalty|opener|equali[sz]er|winner|drive|shot|volley|"
    r"effort|finish|spot-kick|kick|low drive|touch|tap-in|lob|flick|half-volley|free-kick|first|second|third|fourth)\b",
    re.IGNORECASE,
)
# "After O'Hara had twice gone close": what went before.
HAD = re.compile(
    r" had (?:\w+ )?(?:gone|hit|missed|come|been|shot|headed|struck|seen|forced|fired|wasted|lost|won|given (?:it|the ball))\b"
)
_TWO_WORDS = re.compile(r"\b(free|spot) (?=kicks?\b)|\b(half) (?=volley)|\b(hat) (?=tricks?\b)", re.IGNORECASE)


def hyphened(text: str) -> str:
    """A sentence with "free-kick" for "free kick", as the other words here expect it; places stay as they are."""
    return _TWO_WORDS.sub(lambda word: f"{word[0][:-1]}-", text)


# "Met Strachan's free-kick": the goal is his who met it.
MET = re.compile(
    r"\b(?:met|meets|meeting|converted|headed|nodded|volleyed|turned|swept|put|steered|deflected|diverted|glanced|flicked|poked|prodded|"
    r"tapped|on to|onto|end of|followed up|finished) (?:in |home |on )?(?:the )?$"
)
CLAUSE = re.compile(r"\b(?:and|but|while|whereas|then|before)\b|[;:—]| – ")
