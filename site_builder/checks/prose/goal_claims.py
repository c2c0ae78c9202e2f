"""Goals: who scored, when, for whom, how, and the score after it.

A sentence with one name and one moment is one claim. In one with several, the
pieces between names are taken apart, and each name goes with its own moment:

    Neymar scored in the 13th minute, Richarlison in the 29th and Lucas Paquetá in the 36th.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from site_builder.checks.prose.claims import GoalClaim
from site_builder.checks.prose.context import has_strangers, is_elsewhere, is_no_goal, is_other_event, is_shootout
from site_builder.checks.prose.marks import Mark, Reading, Sign, pattern
from site_builder.checks.prose.record import Record
from site_builder.football.model import GoalKind
from site_builder.phrases import Certainty

_SCORES = pattern(
    r"(?:\b|(?='))(?:scor(?:ed|es|ing|er|ers)|struck|strikes?|netted|nets|equalis\w*|equaliz\w*|level(?:led|ed|s|ler)"
    r"|headed|heads in|header|converted|converts"
    r"|slotted|fired (?:home|in|past|into)|tapp?ed (?:in|home)|tap-in|volleyed (?:home|in|past)|finish(?:ed|ing)?"
    r"|bundled|curled (?:home|in|into|past)|lashed|rifled|nodded|poked|prodded|swept (?:it )?(?:home|in)|drilled (?:home|in"
    r"|low|past|into)"
    r"|rolled (?:in|home|it|the ball)|found the (?:net|target|corner|bottom corner|top corner|back of the net)"
    r"|broke the deadlock|on target|opener"
    r"|opened the (?:scoring|account)|lead (?:through|thanks|with|when|from)|(?:in front|ahead)|doubled|pulled (?:one"
    r"|a goal) back|got (?:one|a goal) back"
    r"|halved|restored|sealed|wrapped up|completed|hat-trick|brace|own goal|own net|own goalkeeper|penalty|spot-kick"
    r"|from the spot"
    r"|(?:a|the|his|first|second|third|fourth|fifth|sixth|only|winning|opening|decisive|brought a"
    r"|brought the) goals?(?! kick)|goals? (?:for|from|by|came|arrived)"
    r"|(?:their|its|his|'s) (?:\w+ )?goals?|goal, (?:from|by|through)|winner|past the (?:goal)?keeper|past the goalkeeper"
    r"|claim the strike|(?:made|makes|make|making|moved|made the score) it (?:to )?<S>|for <S>|to <S>"
    r"|(?:made|makes|making|make) it (?:two|three|four|five|six)|gifted|took one touch|slid"
    r"|(?:gave|give|gives|handed|hands|drew|draws|put|puts) (?:the )?<T> (?:the lead|hope|a lifeline|level|back)"
    r"|reduced the arrears"
    r"|(?:took|take|takes|grabbed|regained|snatched) the lead|(?:reply|answer|response|breakthrough) (?:came|arrived)|settled it"
    r"|wrapped (?:it|things|the \w+) up|(?:added|adds|got|grabbed|hit|claimed) (?:the|a|his) (?:second|third|fourth|fifth"
    r"|sixth|winner|other)"
    r"|'s (?:first|second|third|fourth)(?=,| came| arrived| in| made| was))(?!\w)"
)
_GOAL_ITEM = pattern(r"^(?:<T>:? )?(?P<name>[<P><X>]),? \(?(?P<minute><M>)\)?(?P<rest>.{0,40})$")
_IN_FIGURES = pattern(r"(?P<name><P>),? \(?(?P<minutes><M>(?:(?:, | and |,? & )<M>)*)(?=[ ,.;:)(]|$)")
_MINUTES_FIRST = pattern(r"(?:^|[:;,] )<M>,? <PX>")
_OWN = re.compile(r"\bown[- ]goal\b|\bown net\b|\bown goalkeeper\b|\bown keeper\b|\((?:og|o\.g\.?)\)|\binto his own\b")
_PENALTY = re.compile(
    r"\bpenalt(?:y|ies)\b|\bspot-?kick\b|\bfrom the spot\b|\bfrom twelve yards\b|\bfrom 12 yards\b|\((?:p"
    r"|pen\.?|penalty)\)"
)
_OPEN_PLAY = re.compile(
    r"\b(?:header|headed|nodded|volley(?:ed)?|half-volley|free[- ]kick|tap-in|tapped in|long-range|from distance|overhead"
    r"|bicycle|diving|rebound"
    r"|loose ball|close range|from 2[05] yards|from (?:twenty|thirty|twenty-five) (?:yards|metres)|solo run|chip(?:ped)?"
    r"|lob(?:bed)?|back-?heel(?:ed)?)\b"
)
_FOR = pattern(
    r"\bfor (?:the )?(?P<side><T>)|(?P<side2><T>)'s? (?:<P>|(?:\w+ )?goals?|opener|equaliser|winner|first|second|third"
    r"|fourth|fifth|lead)|\b(?:put|gave|give|sent|fired|edged) (?:the )?"
    r"(?P<side3><T>) (?:ahead|in front|the lead|2|two|level|back|into the lead|a penalty|hope)"
    r"|^(?:the )?(?P<side4><T>) (?:scored|got (?:their|its)|moved it|were gifted|were handed|took the lead|equalised|levelled"
    r"|doubled their|made it|pulled one back|opened the scoring|went ahead|went in front|hit back|struck first|had their"
    r"|drew level|were level|were ahead)"
)
_FIRST = re.compile(
    r"\b(?:opened the scoring|opener|broke the deadlock|opening goal|first goal of the (?:match|game|night"
    r"|evening|afternoon|day)|struck first)\b"
)
_RUNNING = pattern(
    r"\b(?:(?:made|make|makes|making) (?:it|the score)|moved it to|made the score|for|to|it was|at)(?: still| to"
    r"| a)? (?P<running><S>)(?! (?:win|lead|victory|at (?:half|the)))"
)
_CUT = pattern(
    r"[;:]| [–—-] |—|,? (?:and|but|while|whereas|before|until|only for|then) (?=(?:the |again |then "
    r"|for )?[^;:,]{0,60}[<PXT>])|, (?=(?:and |but |then )?(?:the )?[<PX>])"
    r"|, (?=in (?:the )?<M>)"
)
_HELPED = re.compile(
    r"\b(?:cross|pass|assist|corner|ball|free-kick|free kick|shot|header|flick|knock-?down|cut-?back|throw|delivery"
    r"|through-ball|backheel|work|run) (?:from|by|of) \Z"
    r"|\b(?:set up by|fed by|found by|teed up by|assisted by|fouled by|brought down by|tripped by|pass from|from a|beating"
    r"|past|beyond|after|against|from)(?: the)? \Z"
)
_FROM_SCORER = re.compile(
    r"\bgoals?,? (?:came )?(?:from|of) (?:the )?\Z|\b(?:opener|equaliser|winner|hat-trick"
    r"|brace) (?:came )?from (?:the )?\Z"
)
_OF_HIS = re.compile(
    r"'s (?:pass|cross|corner|ball|free-kick|free kick|shot|header was|flick|through-ball|delivery"
    r"|knock-down|cutback|assist|foul|throw|long)\b"
)


class _Piece(Struct, frozen=True):
    """A part of a sentence with its names and moments."""

    start: int
    end: int
    names: tuple[tuple[int, Mark], ...]
    minutes: tuple[tuple[int, Mark], ...]


def goal_claims(reading: Reading, record: Record) -> Iterator[GoalClaim]:
    """Every goal that the sentence tells of."""
    if reading.is_item and (item := _GOAL_ITEM.match(reading.text)):
        yield _of_item(reading, item)
        return
    if (hit := _IN_FIGURES.search(reading.text)) and reading.marks[hit.start("minutes")].text.endswith(("'", "’", "′")):
        yield from _in_figures(reading, record)
        return
    if not _SCORES.search(reading.text) or is_elsewhere(reading, record, 0, 0) or is_shootout(_without_penalties(reading.text)):
        return
    pieces = _pieces(reading)
    for piece in pieces:
        part = reading.text[piece.start : piece.end]
        whole = len(pieces) == 1
        if is_no_goal(part) or is_other_event(part) or not (_SCORES.search(part) or _goes_on(reading, pieces, piece)):
            continue
        if not _is_stranger_to_us(reading, piece):
            yield from _of_piece(reading, piece, whole=whole)


def _in_figures(reading: Reading, record: Record) -> Iterator[GoalClaim]:
    """Scorers with their minutes in figures: ``Pessina (16', 78')``. Cards and changes are told so too."""
    if is_other_event(reading.text) or is_no_goal(reading.text) or is_elsewhere(reading, record):
        return
    if _MINUTES_FIRST.search(reading.text):
        return  # ``11' Bastoni, 16' Barella``: a minute stands before its name, and between two it may be either's
    scorers = {goal.player for goal in record.told}
    for hit in _IN_FIGURES.finditer(reading.text):
        name = reading.marks[hit.start("name")]
        minutes = reading.within(*hit.span("minutes"), Sign.MINUTE)
        if scorers.intersection(name.people) and all(mark.text.endswith(("'", "’", "′")) for mark in minutes):
            yield from (GoalClaim(named=name, players=name.people, minute=mark) for mark in minutes)


def _without_penalties(text: str) -> str:
    """A penalty during the match is no shoot-out, nor are kicks of other kinds."""
    return re.sub(
        r"free[- ]kicks?|goal[- ]kicks?|spot-kick\b|overhead kick|bicycle kick|corner kicks?|last kick"
        r"|first kick",
        "",
        text,
    )


def _pieces(reading: Reading) -> list[_Piece]:
    """The sentence cut so that each piece has one name and one moment where that can be."""
    cuts = [0, *(cut.end() for cut in _CUT.finditer(reading.text)), len(reading.text)]
    fine = [_piece(reading, start, end) for start, end in pairwise(cuts)]
    pieces: list[_Piece] = []
    for piece in fine:
        last = pieces[-1] if pieces else None
        if last and _fit_together(reading, last, piece):
            pieces[-1] = _piece(reading, last.start, piece.end)
        else:
            pieces.append(piece)
    return pieces


def _fit_together(reading: Reading, one: _Piece, other: _Piece) -> bool:
    """Whether two neighbours say no more than one goal's name and moment, and nothing else happens in either."""
    parts = reading.text[one.start : one.end], reading.text[other.start : other.end]
    if any(is_other_event(part) or is_no_goal(part) for part in parts):
        return False
    names = {mark.people or mark.text for _, mark in (*one.names, *other.names)}
    return len(names) <= 1 and len(one.minutes) + len(other.minutes) <= 1


def _piece(reading: Reading, start: int, end: int) -> _Piece:
    def within(*signs: Sign) -> tuple[tuple[int, Mark], ...]:
        return tuple((place, mark) for place, mark in reading.of(*signs) if start <= place < end)

    names = tuple((place, mark) for place, mark in within(Sign.PLAYER, Sign.STRANGER) if not _is_helper(reading, place, start))
    return _Piece(start, end, names, within(Sign.MINUTE))


def _is_helper(reading: Reading, place: int, start: int) -> bool:
    """Whether somebody is named who passed, was beaten or stood by, and not as the scorer."""
    before, after = reading.text[start:place], reading.text[place + 1 :]
    if _FROM_SCORER.search(before):
        return False
    return (
        bool(_HELPED.search(before))
        or bool(_OF_HIS.match(after))
        or bool(
            re.search(
                r"\b(?:the|a|an|his|their"
                r"|its) \Z",
                before,
            )
        )
    )


def _goes_on(reading: Reading, pieces: Sequence[_Piece], piece: _Piece) -> bool:
    """Whether a piece only adds a name and a moment to the scoring before it: ``, Neymar from the spot in the 13th``."""
    number = pieces.index(piece)
    text = reading.text[piece.start : piece.end]
    if number == 0 or len(piece.names) != 1 or len(piece.minutes) != 1 or len(text) > 60:
        return False
    before = pieces[number - 1]
    told = reading.text[before.start : before.end]
    if is_other_event(told) or is_no_goal(told):
        return False
    return bool(_SCORES.search(told)) or _goes_on(reading, pieces, before)


def _is_stranger_to_us(reading: Reading, piece: _Piece) -> bool:
    """Whether other teams or people are named beside the goal, apart from the scorer himself."""
    own = {place for place, mark in piece.names if mark.sign is Sign.STRANGER} if len(piece.names) == 1 else set()
    start, end = piece.start, piece.end
    for place in sorted(own):
        if has_strangers(reading, start, place):
            return True
        start = place + 1
    return has_strangers(reading, start, end)


def _of_piece(reading: Reading, piece: _Piece, *, whole: bool) -> Iterator[GoalClaim]:
    text = reading.text[piece.start : piece.end]
    beside = tuple(player for _, mark in reading.of(Sign.PLAYER) for player in mark.people)
    claim = _with_details(GoalClaim(is_first=bool(_FIRST.search(text)), beside=beside), reading, piece, text)
    names = {mark.people or (mark.text,): mark for _, mark in piece.names}
    if len(names) == 1:
        mark = next(iter(names.values()))
        claim = replace(claim, named=mark, players=mark.people)
    elif len(names) > 1:
        # Any of them may be the scorer; a stranger among them may be anybody.
        if any(mark.sign is Sign.STRANGER for mark in names.values()):
            return
        claim = replace(
            claim, named=piece.names[0][1], players=tuple(dict.fromkeys(p for _, m in piece.names for p in m.people)), kind=None
        )
    exact = [mark for _, mark in piece.minutes if _tells(mark)]
    if (len(exact) > 1 and not _are_listed(reading, piece)) or len(exact) < len(piece.minutes):
        return
    if not exact:
        yield claim
    several = len(exact) > 1
    for mark in exact:
        yield replace(claim, minute=mark, running=None if several else claim.running, is_first=claim.is_first and not several)
    if several and whole:
        return


def _tells(mark: Mark) -> bool:
    minute = mark.minute
    return minute is not None and (minute.certainty is not Certainty.OPEN or minute.added is not None or minute.span is not None)


def _are_listed(reading: Reading, piece: _Piece) -> bool:
    """Whether several moments stand side by side: ``in the 23rd and 108th minutes``."""
    places = [place for place, mark in piece.minutes if _tells(mark)]
    between = [reading.text[one + 1 : other].strip() for one, other in pairwise(places)]
    return all(re.fullmatch(r"(?:,|and|, and|,? and (?:again )?(?:in )?(?:the)?|, (?:the)?)", words) for words in between)


def _with_details(claim: GoalClaim, reading: Reading, piece: _Piece, text: str) -> GoalClaim:
    """For whom, how, and the score after it."""
    side = _FOR.search(text)
    running = _RUNNING.search(text) if text.count(Sign.SCORE.value) == 1 else None
    own, penalty, play = _OWN.search(text), _PENALTY.search(text), _OPEN_PLAY.search(text)
    kind = GoalKind.OWN_GOAL if own else GoalKind.PENALTY if penalty else None
    return replace(
        claim,
        side=reading.marks[piece.start + next(side.start(n) for n in _SIDES if side[n])] if side else None,
        running=reading.marks[piece.start + running.start("running")] if running else None,
        kind=None if (own and penalty) or (penalty and play) else kind,
        is_open_play=bool(play) and not own and not penalty,
    )


_SIDES = ("side", "side2", "side3", "side4")


def _of_item(reading: Reading, item: re.Match[str]) -> GoalClaim:
    """An entry of a list of scorers: ``Pessina 16' for Atalanta``, ``Messi 23' (pen)``."""
    rest = item["rest"]
    name, side = reading.marks[item.start("name")], _FOR.search(reading.text, item.start("rest"))
    own, penalty = _OWN.search(rest), _PENALTY.search(rest)
    return GoalClaim(
        named=name,
        players=name.people,
        minute=reading.marks[item.start("minute")],
        side=reading.marks[next(side.start(n) for n in _SIDES if side[n])] if side else None,
        kind=GoalKind.OWN_GOAL if own else GoalKind.PENALTY if penalty else None,
    )
