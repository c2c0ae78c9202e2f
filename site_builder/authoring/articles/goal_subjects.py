"""Whose a verb of a sentence is: the name beside it, whom a pronoun or "the striker" stands for, the subject of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from site_builder.authoring.articles.names import PHRASE, Name

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
    international debutant""".split()
)
_ORIGIN = r"(?-i:[A-Z][a-z]+(?:ian|ean|ish|ese|man|ard|can|ch|ine|wede|ane|Turk|zech|rab|roat|erb|cot|ole|inn))"
# "The Russian area": no person.
_OF_A_TEAM = (
    r"(?:area|box|goal|half|defence|net|lead|penalty|line|bench|players?|attack|side|team|fans|end|wall|keeper|goalkeeper)"
)
_PRONOUN = re.compile(
    rf"\b(?:he|she|(?:the|his|her) (?:(?!the )[\w'’-]+ ){{0,3}}?(?:{_ROLES}|"
    r"No\.? ?\d+|number (?:\d+|nine|ten|eleven)|same player|same man|\d\d-year-old)"
    rf"|the (?-i:[A-Z][\w-]+ )*(?-i:[A-Z][\w-]+ )(?:{_ROLES}|player)"
    rf"|the {_ORIGIN}(?! {_OF_A_TEAM}\b)|(?:his|her) (?:[\w-]+ ){{0,3}}?"
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
_BEFORE_SUBJECT = re.compile(rf"(?:^|[,;:.!?()—–\"“”‘’]\s*|\b(?:{_JOINERS})\s+)['‘“\"]?(?:(?:{_TITLES})\s+)*$", re.IGNORECASE)
_ACTS = re.compile(r"\s(?:\w+ly |then )?(?:\w+ed|made|had|was|did|put|got|hit|shot|struck|took|gave|found|came|won)\b")
_REPLACED = re.compile(r"\b(?:injured|replac(?:ed|ing)|in place of|instead of) (?:the |captain )*$", re.IGNORECASE)
# Objects that act next: the ball falls to somebody, a manager sends somebody on.
COMES = re.compile(
    r"\b(?:(?:pass|ball|cross|slipped|played|fed|laid|squared|crossed|rolled|pulled)[^,;.]{0,30} (?:to|for)|"
    r"sent on|brought on|threw on|introduced|found|fed|released|freed|picked out|set up|played in|put through|"
    r"sent clear|sent|(?:fell|ran|broke|dropped|came|rolled|back) to) (?:the |substitute |captain |striker )*$",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:second|again|another|third|fourth|brace|double|hat[- ]trick)\b", re.IGNORECASE)
_DID_AGAIN = re.compile(
    r"\b(?:did it|struck|scored|strikes|was at it|repeated the trick) (?:once )?again\b|\brepeated the trick\b"
)
_SAME = re.compile(r"the same (?:player|man)\b", re.IGNORECASE)
_SHORT = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_BEATEN = re.compile(
    (
        r"\b(?:by|past|beyond|over|under|against|around|round|beat|beating|off|denied|of) (?:the |substitute |"
        r"captain |goalkeeper |keeper )*$"
    ),
    re.IGNORECASE,
)
_LETTING = re.compile(
    (
        r"\b(?:setting up|putting|sending|teeing up|finding|releasing|freeing|playing in|for|allow(?:ed|ing)|"
        r"enabl(?:ed|ing)|left|leaving|inviting|there (?:was|is|were)(?: again)?) (?:the |substitute |captain |striker )*$"
    ),
    re.IGNORECASE,
)
GOAL_OF = re.compile(
    r"\s*(?:(?!(?:with|to|for|from|and|pass|cross|corner|on|at|in)\b)\w+[- ]){0,3}"
    r"(?:goal|header|strike|penalty|opener|equali[sz]er|winner|drive|shot|volley|"
    r"effort|finish|spot-kick|low drive|touch|tap-in|lob|flick|half-volley|free-kick|first|second|third|fourth)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"\b(?:and|but|while|whereas|then|before)\b|[;:—]| – ")


class Talk(Struct, frozen=True):
    """Whom the text spoke of before: ``pending`` scored in the last sentence, which did not say when; ``scorer`` scored last.

    ``before`` is the sentence before; ``keepers`` are the names of goalkeepers, whom "he" hardly means, ``keeper`` the
    one of them that was named last.
    """

    subject: str = ""
    pending: str = ""
    scorer: str = ""
    before: str = ""
    keepers: frozenset[str] = frozenset()
    keeper: str = ""


class Told(Struct, frozen=True):
    """A scorer and the stretch of a sentence that tells of his goal; places count within the sentence."""

    player: str
    start: int
    verb: int
    end: int
    is_pronoun: bool = False
    is_near: bool = True
    """Whether the words tie verb and name together; otherwise only their order does."""


def subject_of(text: str, names: Sequence[Name], start: int, end: int, talk: Talk) -> Told | None:
    """The name before a verb, or whom the pronoun before it stands for."""
    before = [n for n in names if n.end <= start]
    if near := _beside(text, before, start):
        return Told(near.text, near.start, start, end)
    if _TEAM_ACTS.search(text[:start]):
        return None
    text, before = _main_clause(text, before, start)
    pronoun = _pronoun_before(text, before, start)
    if pronoun is not None:
        meant = _meant(text, before, pronoun, start, end, talk)
        if meant or not any(n.end <= pronoun and not n.is_possessive for n in before):
            return meant
    if _TEAM_WHO.search(text[:start]) and not any(n.end >= start - 6 for n in before):
        return None
    actors = [n for n in before if _is_subject(text, n, start)]
    first = [n for n in actors if is_clause_subject(text, n)] or actors
    if not first:
        return None
    name = _outer(text, first, start)
    is_near = len({n.text for n in actors}) == 1 or _goes_on(text, name, start)
    return Told(name.text, name.start, start, end, is_near=is_near)


# "It was City who scored next": no player, since those end right before it.
_TEAM_WHO = re.compile(r"(?:[A-Z][\w’'-]+|\b(?:visitors|hosts|guests|side|team)),? who (?:\w+ly )?$")
# "The hosts won it": a team, whoever is told of for it further on.
_TEAM_ACTS = re.compile(r"\b[Tt]he (?:hosts|visitors|guests|(?:home|away|visiting) (?:side|team)) (?:\w+ly |then |had )?$")
_COORDINATED = re.compile(r",\s(?:and|but|then|before|and then)\s(?:\w+ly |also |then |duly )?$")
_SUBORDINATE = re.compile(r"(?<!^)\b(?:after|when|as|while|since|because|where|once|until)\b(?=[^,;:.]*(?:,[^,;:.]*)?$)")


def _main_clause(text: str, before: Sequence[Name], verb: int) -> tuple[str, list[Name]]:
    """The words up to a verb behind ", and" without the clause between: ``Berg scored after Dahl fell, and made it 2-0``."""
    joint = _COORDINATED.search(text, 0, verb)
    lower = _SUBORDINATE.search(text, 0, joint.start()) if joint else None
    if joint is None or lower is None:
        return text, list(before)
    kept = [name for name in before if name.end <= lower.start() and not name.is_possessive]
    if not kept and not _PRONOUN.search(text, 0, lower.start()):
        return text, list(before)
    blank = text[: lower.start()] + " " * (joint.start() - lower.start()) + text[joint.start() :]
    return blank, [name for name in before if not lower.start() <= name.start < joint.start()]


def _goes_on(text: str, name: Name, verb: int) -> bool:
    """Whether nothing but words of one clause, or of one that goes on with "and", lies between a name and its verb."""
    between = text[name.end : verb]
    return is_clause_subject(text, name) and not re.search(r"[;:—]|\b(?:when|as|while|after|who|which|whose|that)\b", between)


_AT_ONCE = re.compile(r"\s(?:\w+ly |then |also |duly |had )?")
_FOR = re.compile(r"\sfor ")
_LET_TO = re.compile(r"\s(?:[\w-]+ ){0,5}?to (?:\w+ly )?")
_SENT_TO = re.compile(r"\s(?:away |through |clear |in |free )?")
_RELATIVE = re.compile(r"(?:, [a-z][^,;:.!?]{1,60})?,? who(?: \w+ly)? ?(?:(?!, )[^;:.])*")
# Tarbuck, on for Kavanagh, won it.
_INSERTED = re.compile(r", [a-z][^,;:.!?]{1,70}, (?:\w+ly |then |also |duly )?")


def _beside(text: str, before: Sequence[Name], verb: int) -> Name | None:
    """The name that a verb follows at once, by a relative clause, or as an infinitive: ``for Smicer to push in``."""
    if text.startswith(("for ", "with "), verb):
        return None
    plain = (name for name in reversed(before) if not name.is_possessive)
    return next((name for name in plain if _is_beside(text[: name.start], text[name.end : verb], text[verb : verb + 3])), None)


def _is_beside(before: str, between: str, verb: str) -> bool:
    """Whether the words around a name and up to a verb tie the two together."""
    is_let, is_sent = bool(_LETTING.search(before)), bool(COMES.search(before))
    if _RELATIVE.fullmatch(between) or (is_sent and _FOR.fullmatch(between)) or (is_let and _LET_TO.fullmatch(between)):
        return True
    if verb == "to ":
        return (is_let or is_sent) and bool(_SENT_TO.fullmatch(between))
    is_object = bool(OBJECT.search(before)) and not before.endswith(("before ", "after "))
    at_once = bool(_AT_ONCE.fullmatch(between)) and not _BEATEN.search(before)
    return at_once or (not is_object and bool(_INSERTED.fullmatch(between)))


def _meant(text: str, before: Sequence[Name], pronoun: int, start: int, end: int, talk: Talk) -> Told | None:
    """The person that a pronoun or "the right-back" stands for: of the sentence, or whom the text spoke of before it."""
    earlier = [n for n in before if n.end <= pronoun and (not n.is_possessive or GOAL_OF.match(text, n.end + 2))]
    is_given = _ROLE_WHO.match(text, _role_end(text, pronoun)) and text[:pronoun].endswith(("to ", "for ", "found ", "by "))
    givers = [n for n in earlier if is_given or _GIVES.fullmatch(text, n.end, pronoun)]
    earlier = [n for n in earlier if n not in givers and n.text not in talk.keepers]
    if givers and not earlier and talk.subject in ("", *(n.text for n in givers)):
        return Told(givers[0].text, pronoun, start, end, is_near=False)
    if not earlier or _SAME.match(text, pronoun) or _is_continued(text, earlier, pronoun):
        is_scorer = _SAME.match(text, pronoun) or (talk.scorer and _DID_AGAIN.search(text, pronoun, end))
        said = talk.scorer if is_scorer else talk.subject
        return Told(said, pronoun, start, end, is_pronoun=True) if said else None
    return _of_sentence(text, earlier, pronoun, start, end, talk)


def _role_end(text: str, pronoun: int) -> int:
    found = _PRONOUN.match(text, pronoun)
    return found.end() if found else pronoun


def _is_continued(text: str, earlier: Sequence[Name], pronoun: int) -> bool:
    """Whether a pronoun means whom the text spoke of before the sentence: one that opens it did, or the ball fell "to him"."""
    opening = _PRONOUN.search(text)
    has_opened = opening is not None and opening.start() < earlier[0].start and opening.start() < pronoun
    return has_opened or bool(_TO_HIM.search(text, 0, pronoun))


def _of_sentence(text: str, earlier: Sequence[Name], pronoun: int, start: int, end: int, talk: Talk) -> Told | None:
    """Which of the names before a pronoun in its sentence it stands for; None where it is in the clause of them."""
    if not CLAUSE.search(text, earlier[-1].end, pronoun):
        return None
    scored = [n for n in earlier if n.text == talk.scorer]
    if scored and (_SHORT.match(text, pronoun) or _AGAIN.search(text, pronoun)):
        return Told(talk.scorer, scored[-1].start, start, end)
    is_near = len({n.text for n in earlier}) == 1
    kept = [n for n in earlier if _may_go_on(text[: n.start])] or earlier
    if not _SHORT.match(text, pronoun) and talk.pending and talk.pending not in [n.text for n in earlier]:
        return Told(talk.pending, pronoun, start, end, is_pronoun=True)
    return Told(kept[-1].text, kept[-1].start, start, end, is_near=is_near or bool(_SHORT.match(text, pronoun)))


# "Slimani laid the ball off and the number ten …": another than who gave it.
_GIVES = re.compile(
    r" (?:\w+ly )?(?:laid|crossed|squared|passed|slipped|fed|rolled|pulled|cut|played|teed|centred|hooked|swung|whipped)\b"
    r"[^,;.]*?,? (?:and|for|so that|where) "
)


# "Rojo's shot fell to him": to the one that the sentence before spoke of.
_TO_HIM = re.compile(r"['’]s? [^,;.]{0,40}\b(?:fell|broke|came|ran|rebounded|dropped|bounced) to (?:him|her)\b")


def _may_go_on(before: str) -> bool:
    """Whether the words before a name let "he" mean it further on: no agent of a foul, nobody who goes off."""
    return not _REPLACED.search(before) and (not OBJECT.search(before) or bool(COMES.search(before)))


def _pronoun_before(text: str, before: Sequence[Name], verb: int) -> int | None:
    """Where the pronoun stands that is the subject of a verb: the last one, if no name is the subject of a clause after it."""
    said = list(_PRONOUN.finditer(text, 0, verb))
    if said and _ROLE_WHO.fullmatch(text, said[-1].end(), verb):
        return said[-1].start()
    if not said or re.search(r"\bwho\b", text[said[-1].end() : verb]) or OBJECT.search(text[: said[-1].start()]):
        is_let = said and _SAME.match(text, said[-1].start()) and text[said[-1].end() : verb].strip() == "to"
        return said[-1].start() if is_let else None
    later = [n for n in before if n.start >= said[-1].end() and (n.is_possessive or is_clause_subject(text, n))]
    return None if [n for n in later if _is_subject(text, n, verb)] else said[-1].start()


# "Slipped it to the substitute, who hit it": another than who gave it.
_ROLE_WHO = re.compile(r", who (?:\w+ly |then |duly )?")
_PAIR = re.compile(rf"(?P<one>{PHRASE}) and $")


def is_clause_subject(text: str, name: Name) -> bool:
    """Whether what stands before a name lets it be the subject of its clause."""
    before = text[: name.start]
    pair = _PAIR.search(before)
    if pair and OBJECT.search(before[: pair.start("one")]):
        return False  # "beating Smith and Jones"
    if before.endswith(("before ", "after ")):
        return bool(_ACTS.match(text, name.end))
    return bool(_BEFORE_SUBJECT.search(before))


def _outer(text: str, names: Sequence[Name], verb: int) -> Name:
    """The name that a verb belongs to: the last before it, but for one within an insertion between commas."""
    for name in names[:-1]:
        inserted = re.match(r",(?:(?!, and )[^;:])*,", text[name.end : verb])
        if inserted and names[-1].start < name.end + inserted.end() and verb - name.end - inserted.end() < 25:
            return name
    return names[-1]


def _is_subject(text: str, name: Name, verb: int) -> bool:
    """Whether a name before a verb can be who scored: no object of another verb, nor the owner of something else."""
    if name.is_possessive:
        return bool(GOAL_OF.match(text[name.end + 2 :])) and verb - name.end < 80
    relative = re.match(r",? (?:who|whose)\b", text[name.end :])
    return bool(relative) or is_clause_subject(text, name) or not OBJECT.search(text[: name.start])
