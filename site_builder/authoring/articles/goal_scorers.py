"""Who scored, by the words of a sentence: the name that a verb of scoring belongs to, and where the goal is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from site_builder.authoring.articles.goal_denials import NEGATIVE, UNDONE
from site_builder.authoring.articles.goal_flights import flown_in, struck_and_in
from site_builder.authoring.articles.goal_own import of_keepers, off_whom, own_touches, touched_in
from site_builder.authoring.articles.goal_subjects import Talk, Told, is_clause_subject, subject_of
from site_builder.authoring.articles.goal_words import CAME, GOAL_FOR, NTH, PASSIVE_GOAL, SHOT, STRONG
from site_builder.authoring.articles.names import Name
from site_builder.authoring.articles.other_matches import is_of_another
from site_builder.authoring.articles.subject_acts import SERVED_BY, able
from site_builder.authoring.articles.subject_words import CLAUSE, GOAL_OF, MET

_BY = re.compile(
    r"\b(?:by|from|through|via|courtesy of|thanks to|came from|fell to)\s+(?:the (?:head|boot|left foot|"
    r"right foot) of )?(?:the |substitute |captain |striker |midfielder )*$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|being|been|is|are|be|get|got)(?: \w+ly| then| duly| only| half)? $", re.IGNORECASE)
_THROUGH = re.compile(
    r"^\s*(?:again )?(?:(?:in|on|after|at) (?:[\w-]+ ){1,3}?)?(?:(?:on|with|"
    r"from) an? (?:[\w-]+ ){0,2}(?:penalty(?: kick)?|header|shot|strike|free-kick|volley|drive|goal|effort) by|"
    r"through|via|courtesy of|thanks to) (?:the |substitute |captain )*$",
    re.IGNORECASE,
)
_HIS = re.compile(r"(?:his|her)\b", re.IGNORECASE)
_CAME_GOAL = re.compile(r"\b(?:(?<!to )goal|answer|opener|winner|reply|equali[sz]\w*|levell?er)\b", re.IGNORECASE)


def scorers(text: str, names: Sequence[Name], talk: Talk) -> Iterator[Told]:
    """Each verb of scoring with the name that it belongs to."""
    yield from _passive(text, names)
    yield from own_touches(text, names)
    kept = [*of_keepers(text, names, talk), *struck_and_in(text, names), *flown_in(text, names)]
    yield from kept
    yield from _who_but(text, names)
    yield from _played_through(text, talk)
    for made in GOAL_FOR.finditer(text):
        name = next((n for n in names if n.start == made.end()), None)
        if name and not NEGATIVE.search(segment(text, made.start())):
            yield Told(name.text, made.start(), made.start(), name.end)
    triggers = sorted({(m.start(), m.end()) for pattern in (STRONG, SHOT, NTH, CAME) for m in pattern.finditer(text)})
    last: Told | None = None
    for number, (start, end) in enumerate(triggers):
        counted = NTH.fullmatch(text, start, end) or NTH.match(text, start)
        if counted and _GIVER_OF.search(text[:start]):
            continue  # "turned provider for the second"
        if counted and any(
            text[other:start].count(",") == 0 and not CLAUSE.search(text, ended, start) for other, ended in triggers[:number]
        ):
            continue  # "tap in the second": the number belongs to the verb before it
        around = segment(text, start)
        if (
            _BEFOREHAND.search(text[:start])
            or NEGATIVE.search(around)
            or UNDONE.search(text, end)
            or _is_only_taken(text, start, end)
            or _sends_in(text, names, end)
            or any(start < own.end for own in kept)
            or any(made.start() <= start < made.end() for made in GOAL_FOR.finditer(text))
            or is_of_another(text, start, around, talk.before)
        ):
            continue
        if CAME.fullmatch(text[start:end]) and not (_CAME_GOAL.search(text)):
            continue
        goes_on = last is not None and (_goes_on_from(text, names, last, start) or text[start : start + 4] in ("his ", "her "))
        found = replace(last, verb=start, end=end) if last and goes_on else _scorer(text, names, start, end, talk)
        if found is None and number + 1 == len(triggers):
            found = _of_team(text, names, start, end)
        if found:
            yield found
            last, talk = found, replace(talk, scorer=found.player)


_GIVER_OF = re.compile(
    r"\b(?:(?:provider|architect|creator) (?:of|for)|(?:hand|part|involved) in|set up|sets up|made|created|"
    r"laid on|assist(?:ed)? (?:for)?|"
    r"supplied|responsible for|behind|before|after|until|despite|waiting for|looking for|searching for) $"
)
_TAKEN = re.compile(
    r"\b(?:took|takes?|taking|taken|given|awarded|conceded|gave away|won|earned|missed|(?:stepped|came) up (?:for|to take)) "
    r"(?:the|a|his|her|their|that) (?:\w+ )?$"
)
_STOPPED = re.compile(
    r"[^.;]{0,50}?\b(?:(?:was|were) (?:\w+ )?(?:weak|poor|tame|feeble|soft|comfortable|easy|too \w+)|"
    r"saved|parried|pushed (?:it )?(?:away|aside)|kept (?:it )?out|"
    r"(?:dived|went|got down|flew|guessed)\b[^.;]{0,25} to (?:save|keep|push|turn|tip|parry))\b"
)


_THROUGH_ON = re.compile(r" (?:in|through|clear|away|free)\b(?! (?:front|the lead))")


def _sends_in(text: str, names: Sequence[Name], end: int) -> bool:
    """Whether a verb has somebody for its object: ``slips Berg in``."""
    sent = next((name for name in names if name.start == end + 1 and not name.is_possessive), None)
    return sent is not None and bool(_THROUGH_ON.match(text, sent.end))


def _is_only_taken(text: str, start: int, end: int) -> bool:
    """Whether ``the penalty in the 12th minute`` is one that was given or taken, or that the goalkeeper stopped."""
    if not re.match(r"penalty|shot|effort|drive|header|strike", text[start:end]):
        return False
    return bool(_TAKEN.search(text[:start]) or _STOPPED.match(text, end))


_BUT_HIM = re.compile(
    r"\bwho (?:else )?(?:should|was|could|would)? ?(?:be |have been |pop up |turn up |it be )?(?:\w+ )?(?:at the [\w-]+ post |"
    r"on the spot |in the [\w-]+ )?but (?:the |substitute |captain |old )*$",
    re.IGNORECASE,
)


def _who_but(text: str, names: Sequence[Name]) -> Iterator[Told]:
    """``The ball broke loose, and who should be there but Berg``."""
    name = next((n for n in names if not n.is_possessive and _BUT_HIM.search(text[: n.start])), None)
    if name and not NEGATIVE.search(text, name.end):
        yield Told(name.text, name.start, name.start, name.end, is_near=False)


_THROUGH_FOR = re.compile(
    r"\b(?:played|sent|slid|put|slipped|set|teed|released) (?:him|her) (?:through |in |up |clear |away |free )?for "
    r"(?:the|his|her) (?:second|third|fourth|fifth|sixth|winner|equali[sz]er|goal|opener)\b"
)


def _played_through(text: str, talk: Talk) -> Iterator[Told]:
    """``played him through for the fourth``: he who scored last."""
    found = _THROUGH_FOR.search(text)
    player = talk.scorer or talk.subject
    if found and player:
        yield Told(player, found.start(), found.start(), found.end(), is_pronoun=True, is_near=False)


def _passive(text: str, names: Sequence[Name]) -> Iterator[Told]:
    """``The lead was doubled in the 51st minute by Berg``: whom "by" names behind what was done to the score."""
    for made in PASSIVE_GOAL.finditer(text):
        begun = max((joint.end() for joint in CLAUSE.finditer(text, 0, made.start())), default=0)
        if NEGATIVE.search(segment(text[begun:], made.start() - begun)):
            continue
        behind = (
            n for n in names if made.end() <= n.start < made.end() + 70 and not re.search(r"[.;:]", text[made.end() : n.start])
        )
        name = next((n for n in behind if _BY.search(text[: n.start])), None)
        if name and (not name.is_possessive or GOAL_OF.match(text, name.end + 2)):
            yield Told(name.text, made.start(), made.start(), name.end)


# "After Bellerin had bundled him over": what went before the goal.
_BEFOREHAND = re.compile(r"\b(?:after|when|because|since) [^,;:.]{0,60}\bhad (?:\w+ly )?$")


def _goes_on_from(text: str, names: Sequence[Name], last: Told, start: int) -> bool:
    """Whether a participle tells more of the goal before it: ``before scoring the winner -- firing in from the spot``."""
    if re.match(r"for (?:his|her) ", text[start:]) and not re.search(r"[,;:]", text[last.end : start]):
        return last.end <= start and not CLAUSE.search(text, last.end, start)
    is_participle = bool(re.match(r"\w+ing\b", text[start:]))
    return is_participle and last.end <= start and not any(last.verb < name.start < start for name in names)


_LINK = re.compile(
    r"\b(?:when|as|with|after|through|thanks to|courtesy of|via)\b|[:–—]|,(?= [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? \w+ing\b)"
)


# "The lead lasted two minutes before Berg met a corner": whatever the verb, that ended it.
_LASTED = re.compile(r"\b(?:last|surviv|stood|held)", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:before|until|when)\b")


def _of_team(text: str, names: Sequence[Name], start: int, end: int) -> Told | None:
    """``Athletic were back on terms as Pell rose highest``: who acts behind the words, where those before it are of a team."""
    link = (_ENDED if _LASTED.search(text, start, end) else _LINK).search(text, end)
    if link is None or any(name.end <= start and not name.is_possessive for name in names):
        return None
    after = [name for name in names if name.start >= link.end() and (not name.is_possessive or GOAL_OF.match(text, name.end + 2))]
    acting = [n for n in after if is_clause_subject(text, n) or n.is_possessive or text[link.end() : n.start].strip() == ""]
    acting = able(text, acting)
    if not acting or NEGATIVE.search(segment(text, acting[0].end)):
        return None
    is_near = len({name.text for name in after}) == 1 and link[0] != "after"
    return Told(acting[0].text, start, start, acting[0].end, is_near=is_near)


_OPENS = re.compile(
    r"[,;:–—(]| but | and (?=(?:could|might|should|would|almost|nearly|later|then (?:missed|hit|shot)|went close|"
    r"hit the|missed)\b)| when | by the time | before (?=[A-Z])| and (?=(?:the |then )?[A-Z])"
)
_CLOSES = re.compile(
    r"[,;:–—)]| but |(?<!minutes)(?<!a minute)(?<!one minute)(?<!seconds) after | as | when | while |"
    r" and (?=(?:the |then )?[A-Z])|"
    r" and (?=(?:could|might|should|would|almost|nearly|later|then (?:missed|hit|shot)|went close|hit the|missed)\b)"
)


def segment(text: str, at: int) -> str:
    """The part of a sentence between commas and the like that holds a place."""
    begun = [m.end() for m in _OPENS.finditer(text, 0, at)]
    ending = _CLOSES.search(text, at)
    return text[begun[-1] if begun else 0 : ending.start() if ending else len(text)]


def _scorer(text: str, names: Sequence[Name], start: int, end: int, talk: Talk) -> Told | None:
    """Whom a verb of scoring belongs to: a name before it, one after "by", or the person that a pronoun stands for."""
    if _HIS.match(text, start) and talk.subject and not any(name.end <= start for name in names):
        return Told(talk.subject, start, start, end, is_pronoun=True)
    if first := (_owner(text, names, start, end) or _shooter(text, names, start, end) or _named_through(text, names, start, end)):
        return first
    if own := off_whom(text, names, start, end):
        return Told(own.text, own.start, start, end)
    if touched := touched_in(text, names, start, end):
        return touched
    by = _agent(text, names, start, end)
    if _PASSIVE.search(text[:start]) or _TEAMS_ONLY.match(text, start):
        return by
    # "Tapping in after good work by Gakpo": what somebody does himself is not done by whoever comes next.
    return subject_of(text, names, start, end, talk) or (None if text[start:end].endswith("ing") else by)


def _agent(text: str, names: Sequence[Name], start: int, end: int) -> Told | None:
    """Who stands behind "by" or "from" after a verb, and did not only serve the ball."""
    agents = (
        n
        for n in names
        if start < n.start < end + 60
        and _BY.search(text[: n.start])
        and not SERVED_BY.search(text[: n.start])
        and not _NEXT_GOAL.search(text, end, n.start)
    )
    agent = next((n for n in agents if not n.is_possessive or GOAL_OF.match(text, n.end + 2)), None)
    return Told(agent.text, start, start, agent.end) if agent else None


_NOUN = re.compile(r"(?:goal|strike|header|penalty|effort|drive|shot|free-kick|volley)\b", re.IGNORECASE)
# "Got a hand to Berg's shot": a goal only by what comes after it.
_TOUCHED = re.compile(r"\b(?:hands?|fingers?|fingertips|glove|foot|leg|body|touch) (?:to|on|in the way of) $")


def _owner(text: str, names: Sequence[Name], start: int, end: int) -> Told | None:
    """Whose goal a noun tells; not surely his where the goalkeeper got a hand to it."""
    noun = _NOUN.match(text, start)
    owner = next((n for n in names if _owns(text, n, start)), None) if noun and noun.end() < end else None
    return Told(owner.text, owner.start, start, end, is_near=not _TOUCHED.search(text[: owner.start])) if owner else None


def _owns(text: str, name: Name, noun: int) -> bool:
    """Whether a noun of goals is somebody's: ``Berg's low shot after ten minutes``; but not what he only met."""
    return (
        name.is_possessive
        and bool(re.fullmatch(r"['’]s? (?:[\w-]+ ){0,3}", text[name.end : noun]))
        and not MET.search(text[: name.start])
    )


# Said of teams: whoever scored stands behind.
_TEAMS_ONLY = re.compile(r"(?:took|takes|seized) the lead|drew level", re.IGNORECASE)


def _named_through(text: str, names: Sequence[Name], start: int, end: int) -> Told | None:
    """``Went ahead through Berg``: who stands behind the words."""
    is_counted = bool(_COUNTED.search(text[start:end]))
    named = next(
        (n for n in names if 0 <= n.start - end < 45 and _is_through(text[end : n.start], n, is_counted=is_counted)), None
    )
    return Told(named.text, start, start, named.end) if named else None


_COUNTED = re.compile(r"\b(?:first|second|third|fourth|fifth|goal|opener|winner|equali[sz]er)$")
_FROM_HIM = re.compile(r"\s(?:from|by) (?:the |substitute |captain |striker |defender |midfielder )*")
# "On ten minutes, their second from Berg": the next goal.
_NEXT_GOAL = re.compile(r",[^,.;]{0,25}\b(?:first|second|third|fourth|another|other|winner|equali[sz]er)\b")


def _is_through(between: str, name: Name, *, is_counted: bool) -> bool:
    return not name.is_possessive and bool(_THROUGH.search(between) or (is_counted and _FROM_HIM.fullmatch(between)))


_THE_SHOT = re.compile(r"\b(?:the|whose|that) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_NOUNS = frozenset({"shot", "drive", "volley", "lob", "header", "strike", "chip", "flick", "curl"})
_RECEIVED = re.compile(
    r"\b(?:found|finds|fed|picked out|picks out|released|played in|set up|teed up|spotted|reached|"
    r"(?:fell|ran|broke|came|back|on) to) (?:the |substitute |captain |striker )*$"
)


def _shooter(text: str, names: Sequence[Name], start: int, end: int) -> Told | None:
    """Whose ``the shot`` is, in ``Berg found Dahl on the edge of the area, and the shot was past Foss``: not surely his."""
    if text[start:end].partition(" ")[0] not in _NOUNS or not _THE_SHOT.search(text[:start]):
        return None
    got = [n for n in names if n.end <= start and not n.is_possessive and _RECEIVED.search(text[: n.start])]
    return Told(got[-1].text, got[-1].start, start, end, is_near=False) if got else None
