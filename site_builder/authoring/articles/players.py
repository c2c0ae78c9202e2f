"""Who in an article can have scored, and whom "he" means: names without teams, managers and the likes of "the Brazilian"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.goal_subjects import is_clause_subject
from site_builder.authoring.articles.names import Name, find_names
from site_builder.authoring.articles.places import begins_word, ends_word, is_before, places_of
from site_builder.authoring.articles.subject_words import COMES, FROM_COUNTRY, OBJECT
from site_builder.authoring.articles.team_names import Sides
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.phrases import Sentence

_LEADS = re.compile(
    r"\b(?:coach|manager|boss|trainer|head coach|referee|ref|commentator|chairman|president|goalkeeper|keeper|Mister|Mr\.?|"
    r"[Cc]oached by|[Mm]anaged by|[Mm]anager:|[Cc]oach:|All\.)\s(?:[A-Z]\. )*$"
)
_LED = re.compile(
    r"(?:['’]s?|\s)?\s(?:side|team|men|women|players|charges|lot|army|troops|outfit|eleven|XI)\b(?!-)"
    r"|, the (?:\w+ ){0,2}(?:coach|manager|boss|referee|goalkeeper|keeper)\b"
    r"| (?:took off|sent on|threw on|brought on|turned to his bench|made (?:\w+ )?(?:changes|substitutions)|was asked)\b"
)
_THE = re.compile(r"\b[Tt]he (?:[A-Z][\w-]* )?$")
_THE_BIG = re.compile(r"\b[Tt]he (?:[a-z]+(?:-[a-z]+)? ){1,2}$")
_ADJECTIVE = re.compile(
    r"\w+(?:ians?|eans?|ish|ese|man|men|ards?|cans?|[^aeiou]ch|ines?|wedes?|anes?|urks?|zechs?|rabs?|roats?|cots|oles|inns?)$"
)


class Subject(Struct, frozen=True):
    """Whom a pronoun of the next sentence may mean; not sure where others were named with him."""

    player: str = ""
    is_sure: bool = True


def people_in(article: Article, teams: tuple[str, str], vocabulary: Vocabulary) -> list[Name]:
    """Names in an article that can be a scorer's."""
    apart = {*vocabulary.competitions, *vocabulary.venues}
    sides = Sides(*teams, vocabulary)
    found = [_without_origin(name, article) for name in find_names(article.text, vocabulary)]
    bearers = {_surname(name) for name in found if " " in name.text and not vocabulary.is_team(name.text)}
    if all(folded(team) in vocabulary.nations for team in teams):
        # Everton plays for Brazil; the club of that name does not.
        bearers |= {folded(name.text) for name in found if not vocabulary.has_team(name.text)}
    names = [name for name in found if not _is_no_person(name, article, vocabulary, bearers)]
    names = [name for name in names if folded(name.text) not in apart and not sides.called(name.text)]
    names = [name for name in names if not (" " in name.text and any(team.endswith(f" {name.text}") for team in teams))]
    apart |= {_surname(name) for name in names if _leads(name, article.text)}
    return [name for name in names if _surname(name) not in apart]


_SAVES = (
    r"(?:['’]s? (?:\w+ )?(?:save|gloves|fingertips)|,? (?:\w+ly |then |again )?(?:sav(?:ed|ing) (?!the day|a point|"
    r"the match|his)|(?:was|were) (?:\w+ )?beaten|"
    r"was (?:not |never |hardly )?called upon|could only (?:help|push|palm|parry|tip|beat|touch|get)\b|had (?:little|"
    r"nothing) to do|"
    r"got (?:a|both|his|her) (?:hands?|fingertips|glove|leg|body) to|came for|misjudged|flapped|"
    r"(?:was |left |stood )?(?:helpless|rooted|stranded|motionless)\b|"
    r"kept (?:his|her) (?:side|team) (?:alive|in it|in the (?:game|match|tie)|level|afloat)|"
    r"parried|tipped|palmed|kept out|spilled|fumbled|got down|turned (?:aside|away|over|behind)|"
    r"pushed (?:away|aside|over|behind|it|out)|dived|"
    r"made (?:an?|two|three|four|several|some|another|the) (?:[\w-]+ )?saves?)\b)"
)


# What is done to goalkeepers: "went round Begovic", "fired across Neuer".
_BEATEN = (
    r"\b(?:past|beyond|beat|beating|(?:rounded|rounding|lobbed|chipped)(?: \w+)??|"
    r"(?:went|goes|going|walk(?:ed|ing) it|took it|taking it|ran|skipped|stepped|danced|waltzed) (?:a)?round|"
    r"(?:fired|drove|drilled|shot|rolled|slid|slotted|struck|finished|headed|swept|curled|stroked|placed|hit|low|firmly|"
    r"coolly|calmly|it|the ball) (?:across|under|underneath|through))"
)


_SAVED, _SAVED_BY = re.compile(_SAVES), re.compile(r"\b(?:saved|save) by (?:the )?\Z")
_DONE_TO = re.compile(rf"{_BEATEN} (?:the )?\Z")
_KEEPER_CALLED, _ONLY, _TO_BEAT = (
    re.compile(r"\b(?:goal)?keeper, \Z"),
    re.compile(r"\b(?:only|just|with) \Z"),
    re.compile(r" to beat\b"),
)


def scorers_in(article: Article, people: Sequence[Name]) -> list[Name]:
    """The names of people without those of goalkeepers, as what they do, or what is done past them, shows them to be."""
    text = article.text
    saving = {one for one in {name.text for name in people} if any(_keeps(text, *place) for place in places_of(one, text))}
    keepers = {folded(one).rpartition(" ")[2] for one in saving}
    return [name for name in people if _surname(name) not in keepers]


def _keeps(text: str, start: int, end: int) -> bool:
    """Whether the name of this place is a goalkeeper's."""
    if _SAVED.match(text, end) and begins_word(text, start):
        return True
    if text.startswith(",", end) and is_before(_KEEPER_CALLED, text, start):
        return True
    if not ends_word(text, end):
        return False
    return is_before(_SAVED_BY, text, start) or is_before(_DONE_TO, text, start) or _is_alone(text, start, end)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether only he was left to beat."""
    return bool(_TO_BEAT.match(text, end)) and is_before(_ONLY, text, start)


_IS_KEEPER = re.compile(r"\b(?:[Gg]oalkeeper|[Kk]eeper),? (?:the )?$")


def keepers_in(article: Article, vocabulary: Vocabulary) -> frozenset[str]:
    """The names of goalkeepers: of those who are called so, and of those who make saves."""
    text = article.text
    return frozenset(
        name.text
        for name in find_names(text, vocabulary)
        if _IS_KEEPER.search(text[max(0, name.start - 20) : name.start])
        or re.match(_SAVES, text[name.end :])
        or re.match(r", the (?:\w+ )?(?:goalkeeper|keeper)\b", text[name.end :])
    )


def last_keeper(article: Article, keepers: frozenset[str], before: int) -> str:
    """The goalkeeper who was named last before a place of the text; empty where none was."""
    places = {keeper: article.text.rfind(keeper.rpartition(" ")[2], 0, before) for keeper in sorted(keepers)}
    return max(places, key=lambda keeper: (places[keeper], len(keeper))) if any(at >= 0 for at in places.values()) else ""


def _surname(name: Name) -> str:
    return folded(name.text).rpartition(" ")[2]


def _without_origin(name: Name, article: Article) -> Name:
    """``the Brazilian Neymar`` without where he comes from."""
    first, _, rest = name.text.partition(" ")
    if rest and _THE.search(article.text[max(0, name.start - 30) : name.start]) and _ADJECTIVE.fullmatch(first):
        return replace(name, text=rest, start=name.start + len(first) + 1)
    return name


def _is_no_person(name: Name, article: Article, vocabulary: Vocabulary, bearers: AbstractSet[str]) -> bool:
    """Whether a name is a team's, or stands behind "the": ``the Brazilian``, ``the Aston Villa striker``, ``the Red Devils``.

    ``bearers`` are the surnames of those whom the article names in full: Alan Sunderland is Sunderland further on.
    """
    if " " in name.text and article.text.startswith(" show", name.end):
        return False  # "the Gabriel Batistuta show"
    is_team = vocabulary.is_team(name.text) and folded(name.text) not in bearers
    before = article.text[max(0, name.start - 30) : name.start]
    is_called_so = bool(_THE_BIG.search(before)) and folded(name.text) not in bearers
    return is_team or bool(_THE.search(before)) or (is_called_so and bool(FROM_COUNTRY.fullmatch(name.text)))


def _leads(name: Name, text: str) -> bool:
    """Whether somebody is spoken of as a manager, a referee or a goalkeeper."""
    return bool(_LEADS.search(text[max(0, name.start - 14) : name.start]) or _LED.match(text, name.end + 2 * name.is_possessive))


def within(sentence: Sentence, names: Sequence[Name]) -> list[Name]:
    """The names of a sentence, with places in it."""
    inside = [name for name in names if sentence.start <= name.start and name.end <= sentence.end]
    return [replace(name, start=name.start - sentence.start, end=name.end - sentence.start) for name in inside]


_PRESENTED = re.compile(r"\b(?:after|from) (?:that|then)(?: on)? it was (?:the )?$")


_GOES_OFF = re.compile(
    r"(?: \w+ly)? (?:(?:was|were) (?:\w+ )?(?:unable to (?:continue|carry on)|forced off|taken off|carried off|"
    r"withdrawn|replaced|injured|"
    r"substituted|helped off|stretchered off)|could not (?:continue|carry on)|limped (?:off|away|out)|hobbled|"
    r"went off|pulled (?:up|a )|"
    r"made way|gave way|had to (?:go|come|be taken) off|came off|picked up an? (?:\w+ )?(?:injury|knock)|"
    r"did not reappear|stayed in)\b"
)
_COMES_ON = re.compile(
    r",? (?:\w+ly )?(?:came|comes|was sent|was brought|was thrown|trotted|entered|took (?:his|her) place|replaced|"
    r"appeared)\b"
)
_HE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)


def subject_after(names: Sequence[Name], sentence: Sentence, before: Subject) -> Subject:
    """Whom a pronoun in the next sentence may mean."""
    text = sentence.text
    own = [n for n in names if not n.is_possessive and not OBJECT.search(text[: n.start])]
    told_of = [n for n in names if _PRESENTED.search(text[: n.start])]
    given = [n for n in names if not n.is_possessive and COMES.search(text[: n.start])]
    off = [n for n in own if _GOES_OFF.match(text, n.end)]
    on = [n for n in own if off and n.start > off[0].end and _COMES_ON.match(text, n.end)]
    last = [n for n in given if not re.search(r"\w", text[n.end :])]
    first = (
        told_of[-1:]
        or last
        or on[:1]
        or [n for n in own if is_clause_subject(text, n)]
        or own
        or given[-1:]
        or ([] if _HE.search(text) else list(names))
    )
    if not first or (first == given[-1:] and _HE.match(text) and not last):
        return before if not first else replace(before, is_sure=False)
    return Subject(first[0].text, is_sure=len({n.text for n in first}) == 1)


_ASIDE = re.compile(
    r", (?:who|whose)\b(?=[^,.;:!?]*\b(?:had|has|have|once|never|last|previous|semi-final|quarter-final|season|feared|"
    r"debut|earned|signed|joined|is|turned)\b)[^.;:!?]{0,140}?,"
)


# "— Guehi nowhere —": between dashes, if nobody scores there.
_DASHED = re.compile(r" [—–] (?![^—–]*\b(?:scored|headed|fired|shot|in|home|net|minute|goal)\b)[^—–.;!?]{1,40} [—–](?= )")


# "A shot which Smith should have saved": it went in.
_FAULT = re.compile(
    r",? (?:which|that|though|although) (?:the (?:\w+ )?(?:goalkeeper|keeper)|[A-Z][\w’'-]+|he|she) (?:really |"
    r"perhaps |probably |surely )?"
    r"(?:should|might|could|ought to|will feel (?:he|she) should) (?:really |perhaps |probably |well )?have "
    r"(?:saved|stopped|kept out|done better(?: with)?|held|dealt with|reached|prevented)(?=[.,;]| (?:and|but|to|"
    r"for|in|on|after|from)\b)"
)


def without_asides(text: str) -> str:
    """A sentence without what it says of other matches and of lives (``, who had scored in May,``); places stay as they are."""
    text = _FAULT.sub(lambda fault: " " * len(fault[0]), text)
    plain = _ASIDE.sub(lambda aside: "," + " " * (len(aside[0]) - 2) + ",", text)
    return _DASHED.sub(lambda aside: " " * len(aside[0]), plain)
