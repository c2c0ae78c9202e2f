"""Goals that a phrase tells beside the verbs of its sentence: nouns, minutes in brackets, minutes side by side.

Two penalties by Berg, in the 20th and 50th minutes, …
The visitors scored through Eide (24, 81) and Sand (68).
His 35th-minute free-kick took a deflection.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from site_builder.authoring.articles.goal_denials import NEGATIVE, PAST
from site_builder.authoring.articles.goal_hints import by_noun
from site_builder.authoring.articles.goal_kinds import kind_of
from site_builder.authoring.articles.goal_moments import fixed, own_moments, placed
from site_builder.authoring.articles.goal_scorers import segment
from site_builder.authoring.articles.goal_values import Claim
from site_builder.authoring.articles.goal_words import NOUN_OF_GOAL
from site_builder.authoring.articles.names import Name, proper_case
from site_builder.authoring.articles.players import Subject
from site_builder.authoring.articles.relations import surname
from site_builder.football.model import Minute
from site_builder.phrases import Certainty, MinutePhrase, Sentence

_NOT_NAMED = "the text does not name the scorer here"


def phrase_claims(
    sentence: Sentence, names: Sequence[Name], subject: Subject, scorer: str, told: Sequence[Claim]
) -> tuple[Claim, ...]:
    """The claims of a sentence with those that its phrases add; ``subject`` is who "he" is, ``scorer`` who scored last."""
    numbered = _numbered(sentence, names, scorer)
    places = {claim.phrase.start for claim in numbered if claim.phrase}
    told = [*(claim for claim in told if not (claim.phrase and claim.phrase.start in places)), *numbered]
    nouns = [one for name in names if (one := by_noun(sentence, name)) and one.is_sure and one.phrase]
    theirs = {one.phrase.start for one in nouns if one.phrase}
    told = [c for c in told if not (c.phrase and c.phrase.start in theirs and c.doubt)]
    claims = (*told, *_beside(told, _in_brackets(sentence, names, told)))
    claims = (*claims, *_beside(claims, _of_nouns(sentence, names)))
    claims = (*claims, *_beside(claims, filter(None, (by_noun(sentence, name) for name in names))))
    claims = (*claims, *_beside(claims, _of_pronouns(sentence, names, subject, scorer)))
    return (*claims, *_side_by_side(sentence, claims))


def _beside(told: Sequence[Claim], more: Iterator[Claim]) -> Iterator[Claim]:
    """Claims at moments that no other has."""
    taken = {(claim.phrase.start if claim.phrase else -1) for claim in told}
    for claim in more:
        if claim.phrase and claim.phrase.start not in taken:
            taken.add(claim.phrase.start)
            yield claim


_NUMBERED = re.compile(
    r"(?:['’]s?|\b(?P<who>the|his|her|a)) (?:own )?(?P<which>first|second|third|fourth|fifth|sixth)"
    r"(?: goal)?(?= \(\d)",
    re.IGNORECASE,
)
_ONE_MORE_KICK = re.compile(
    rf"\b(?:came|followed|there was)\b[^.;()]{{0,60}}?\b(?:an?|another|one more) (?:[\w-]+ ){{0,3}}?"
    rf"(?:{NOUN_OF_GOAL}|kick|curler|chip)"
    r"(?= \(\d)",
    re.IGNORECASE,
)
_HE = re.compile(r"[^,.;:]{0,12}\(\d[^()]*\)(?:, (?!by|from|through)[^A-Z,.;:]*,)? (?:[Ss]?he|was|came|followed|arrived)\b")


def _numbered(sentence: Sentence, names: Sequence[Name], scorer: str) -> list[Claim]:
    """``The second (52) was a low drive``, ``crossed for Berg's fourth (57)``: a run of goals of one, counted.

    Nobody else is named with ``the second``; a header that "then came" in the same sentence is likely his too.
    """
    text = sentence.text
    found: list[Claim] = []
    moments = {phrase.end: phrase for phrase in own_moments(text) if phrase.minute and phrase.text.endswith(")")}
    for one in _NUMBERED.finditer(text):
        phrase = moments.get(text.find(")", one.end()) + 1)
        owner = next((name for name in names if name.end == one.start() and name.is_possessive), None)
        others = [name for name in names if surname(name.text) != surname(scorer or (found[-1].player if found else ""))]
        is_his = scorer and one["who"] and (not others or _HE.match(text, one.end()))
        is_counted = one["which"].lower() != "first" or owner
        player = owner.text if owner else found[-1].player if found and not others else scorer if is_his else ""
        if phrase and player and is_counted and not PAST.search(text):
            doubt = "" if owner else _NOT_NAMED
            at = sentence.start + one.start()
            found.append(
                Claim(proper_case(player), at, phrase.minute, placed(phrase, sentence), by_pronoun=not owner, doubt=doubt)
            )
    more = _ONE_MORE_KICK.search(text) if found else None
    phrase = moments.get(text.find(")", more.end()) + 1) if more else None
    if more and phrase and found[-1].at < sentence.start + more.start():
        found.append(
            replace(
                found[-1],
                at=sentence.start + more.start(),
                minute=phrase.minute,
                phrase=placed(phrase, sentence),
                doubt=_NOT_NAMED,
            )
        )
    return found


_FIGURE = r"\d{1,3}(?:\+\d{1,2})?(?:['’′]|\s?(?:mins?|minutes?)\b\.?)?(?:,? ?(?:pens?|p|og)\b\.?)?"
_LIST = re.compile(rf" \((?P<list>{_FIGURE}(?:(?:, ?| and | & |, and ){_FIGURE})*)\)")
_GOALS = re.compile(
    r"\b(?:goals?\b|scor|net|header|lead\b|level|equal|ahead|strike|struck|doubl|\d-\d|winner|penalt)", re.IGNORECASE
)
_NO_GOALS = re.compile(r"\b(?:book|card|caution|sub|replac|aged?\b|years?\b|debut)", re.IGNORECASE)
_AGES = range(15, 41)


def _in_brackets(sentence: Sentence, names: Sequence[Name], told: Sequence[Claim]) -> Iterator[Claim]:
    """``Berg (6) gave Arendal the lead, Eide (15, 40 pen) …``: what can be ages as well is not sure."""
    text = sentence.text
    if PAST.search(text):
        return
    lists = [(name, found) for name in names if (found := _LIST.match(text, name.end))]
    is_sure = any(_is_minute(found["list"]) for _, found in lists)
    if not lists or _NO_GOALS.search(text) or not (_GOALS.search(text) or len(lists) > 1):
        return
    kinds = {claim.player: claim.kind for claim in told}
    is_denied, last = False, 0
    for name, found in lists:
        goes_on = is_denied and _AND.fullmatch(text, last, name.start)
        is_denied, last = bool(goes_on or NEGATIVE.search(segment(text, name.end))), found.end()
        if is_denied:
            continue
        for one in re.finditer(_FIGURE, found["list"]):
            base, _, added = re.sub(r"[^\d+]", "", one[0]).partition("+")
            at = found.start("list") + one.start()
            minute = Minute(int(base), int(added or 0))
            phrase = MinutePhrase(one[0], at, at + len(one[0]), Certainty.SAID, minute)
            player = proper_case(name.text)
            kind = kind_of(one[0])[0] if re.search("[a-z]", one[0]) else kinds.get(player, kind_of("")[0])
            yield Claim(player, sentence.start + name.start, minute, placed(phrase, sentence), kind, is_sure=is_sure)


def _is_minute(written: str) -> bool:
    figures = [int(figure) for figure in re.findall(r"\d+", written)]
    return len(figures) > 1 or figures[0] not in _AGES or bool(re.search(r"['’′a-z]", written))


_OF_NAME = re.compile(rf" (?:own )?{NOUN_OF_GOAL}\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:a|an|two|three|one|another) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_BY = re.compile(
    rf"\b{NOUN_OF_GOAL} (?:(?:from|by|for|through) |(?:each|apiece) (?:from|by) )(?:the |substitute |captain |striker )*$",
    re.IGNORECASE,
)
_FAR = 60


def _of_nouns(sentence: Sentence, names: Sequence[Name]) -> Iterator[Claim]:
    """``A Berg header in the 12th minute``, ``Two penalties by Berg, in the 20th``: a noun of goals with its scorer."""
    text = sentence.text
    for number, name in enumerate(names):
        noun = _OF_NAME.match(text, name.end) if _ARTICLE.search(text[: name.start]) and not name.is_possessive else None
        by = None if name.is_possessive else _BY.search(text[: name.start])
        if was := _was_his(sentence, name):
            yield was
        elif (noun or by) and not NEGATIVE.search(segment(text, name.start)) and not PAST.search(text):
            until = names[number + 1].start if number + 1 < len(names) else len(text)
            phrase = (
                _next_moment(text, noun.end() if noun else name.end, until)
                or (_moment_of(text, by.start()) if by else None)
                or _only_moment(text)
            )
            kind, _ = kind_of(noun[0] if noun else by[0] if by else "")
            if phrase:
                yield Claim(
                    proper_case(name.text),
                    sentence.start + name.start,
                    phrase.minute,
                    placed(phrase, sentence),
                    kind,
                    is_sure=False,
                )


def _moment_of(text: str, noun: int) -> MinutePhrase | None:
    """The moment of ``a ninth-minute header``."""
    own = [p for p in fixed(own_moments(text)) if re.fullmatch(r"[- ]minute (?:[\w-]+ ){0,2}", text[p.end : noun])]
    return own[-1] if own else None


_BROUGHT = re.compile(r"\b(?:brought|produced|yielded|led to|was rewarded with|ended with|came from|was) ")


def _only_moment(text: str) -> MinutePhrase | None:
    """The moment of ``a cross in the 88th minute brought the winner, a Berg header``."""
    own = fixed(own_moments(text))
    return own[0] if len(own) == 1 and (_BROUGHT.search(text, own[0].end) or ":" in text[own[0].end :]) else None


_WAS = re.compile(
    rf"\b[Tt]he (?:[\w-]+ )?{NOUN_OF_GOAL}\b[^.;:]{{0,60}}? (?:was|came from|fell to|belonged to|went to) (?:the )?$",
    re.IGNORECASE,
)


def _was_his(sentence: Sentence, name: Name) -> Claim | None:
    """``The winner, four minutes from the end, was Vik's``."""
    found = _WAS.search(sentence.text[: name.start])
    phrase = _next_moment(sentence.text, found.start(), name.start) if found else None
    if found and name.is_possessive:
        phrase = phrase or _next_moment(sentence.text, name.end, len(sentence.text))
    is_his = name.is_possessive or (found and not found[0].rstrip().endswith("was"))
    if phrase is None or not is_his:
        return None
    return Claim(proper_case(name.text), sentence.start + name.start, phrase.minute, placed(phrase, sentence), is_sure=False)


def _next_moment(text: str, start: int, until: int) -> MinutePhrase | None:
    """The moment that stands next, before somebody else is named."""
    return next((p for p in fixed(own_moments(text)) if start <= p.start < min(until, start + _FAR)), None)


_HIS = re.compile(
    rf"\b(?P<who>his|her|the (?-i:[A-Z])?[\w-]+['’]s?|(?:^|(?<=[.!?] ))the(?= (?:first|second|third)(?:,| came| arrived|"
    rf" followed) )) (?:\w+ )??"
    rf"(?P<which>[\w-]+[- ]minute (?:[\w-]+ ){{0,2}}?{NOUN_OF_GOAL}|first|second|third|next|other)\b"
    r"(?: goal)?(?! (?:half|touch|yellow|booking|cap|game|match|season|start|appearance|assist)\b)",
    re.IGNORECASE,
)


_ONE_MORE = frozenset({"second", "third", "next", "other"})


def _of_pronouns(sentence: Sentence, names: Sequence[Name], subject: Subject, scorer: str) -> Iterator[Claim]:
    """``His 35th-minute free-kick``; ``his first, in the 41st minute, was a header``."""
    text = sentence.text
    for found in _HIS.finditer(text):
        own = [
            p
            for p in fixed(own_moments(text))
            if found.start() <= p.start < found.end() + _FAR and ";" not in text[found.end() : p.start]
        ]
        before = [name for name in names if name.end <= found.start() and not name.is_possessive]
        goes_on = (found["which"].lower() in _ONE_MORE or found["who"].lower() == "the") and not before and scorer
        is_other = (
            goes_on and found["who"].lower() in ("his", "her") and subject.player and surname(subject.player) != surname(scorer)
        )
        player = before[-1].text if before else scorer if goes_on and not is_other else subject.player
        if found["who"].lower() == "the" and own and not re.match(r"(?: minutes?)?(?:,| and (?:was|it was))", text[own[0].end :]):
            continue
        if own and player and not NEGATIVE.search(segment(text, own[0].start)) and not PAST.search(text):
            kind, _ = kind_of(found[0])
            sure = not is_other and ((bool(goes_on) and found["who"].lower() != "the") or (subject.is_sure and not before))
            doubt = "" if sure or before else _NOT_NAMED
            yield Claim(
                proper_case(player),
                sentence.start + found.start(),
                own[0].minute,
                placed(own[0], sentence),
                kind,
                by_pronoun=not before,
                doubt=doubt,
                is_sure=sure,
            )


_AND = re.compile(r"(?:[- ]minutes?)?(?:,? and |, | & )(?:again |then )?(?:(?:in|on|after) )?(?:the )?")
_MORE_THAN_ONE = re.compile(
    r"\b(?:twice|two|three|both|in each half|either side|brace|double|goals|penalties|headers|strikes|again|"
    r"hat[- ]trick|treble|pair|"
    r"(?:his|her) second)\b",
    re.IGNORECASE,
)


def _side_by_side(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Claim]:
    """``Berg scored twice, in the 20th and 50th minutes``: as many goals as minutes."""
    if not _MORE_THAN_ONE.search(sentence.text):
        return
    moments = [placed(phrase, sentence) for phrase in fixed(own_moments(sentence.text))]
    taken = {claim.phrase.start for claim in claims if claim.phrase}
    for group in _groups(moments, sentence):
        own = next((c for c in claims if c.phrase and any(c.phrase.start == phrase.start for phrase in group)), None)
        for phrase in group if own else ():
            if own and phrase.start not in taken:
                yield replace(own, minute=phrase.minute, phrase=phrase, nth=0, score=None)


def _groups(moments: Sequence[MinutePhrase], sentence: Sentence) -> list[list[MinutePhrase]]:
    """Moments with nothing but "and" between them."""
    groups: list[list[MinutePhrase]] = []
    for phrase in moments:
        last = groups[-1][-1] if groups else None
        between = sentence.text[last.end - sentence.start : phrase.start - sentence.start] if last else ""
        if last and _AND.fullmatch(between):
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
    return [group for group in groups if len(group) > 1]
