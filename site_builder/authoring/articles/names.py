"""Names in prose: runs of capitalised words, and what they are the names of.

A capital at the start of a sentence makes no name: words that the article
writes small elsewhere, and common words, are taken off.

    >>> [n.text for n in find_names("Then Duván Zapata passed to De Roon. Zapata's cross went in.", Vocabulary())]
    ['Duván Zapata', 'De Roon', 'Zapata']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.phrases import number_of

UPPER = "".join(chr(code) for code in range(0x250) if chr(code).isupper())
_WORD = rf"(?:St\.(?= [{UPPER}])|[{UPPER}][\w]*(?:['’](?!s\b)\w+|-\w+)*|[{UPPER}]\.|St\.)"
_PARTICLE = "de|da|do|di|del|della|dos|van|von|der|den|ten|ter|la|le|el|al|bin|ibn|ben|y|e"
# One name, where a club's word ends it: Brighton & Hove Albion; with "and" these are mostly two.
_ENDINGS = "Albion|Town|United|City|Rovers|Athletic|Borough|Diamonds"
_TWO_TOWNS = (
    rf"(?:Brighton and Hove Albion|BRIGHTON AND HOVE ALBION|{_WORD} & {_WORD} (?:{_ENDINGS}|{_ENDINGS.upper()})(?!\w)|"
    r"Bosnia and Herzegovina|Trinidad and Tobago|Antigua and Barbuda|Saint Kitts and Nevis)"
)
# Figures that are part of a club's name, and no minutes.
_FOUNDED = (
    r"(?:(?:(?<=Hannover )96|(?<=Darmstadt )98|(?<=Schalke )04|(?<=Mainz )05|(?<=Bayer )04|(?<=TSV )1860|(?<=Ulm )1846)(?!\w)|"
)
_YEAR_FIRST = r"(?:(?:1860(?= M[uü]n)|1899(?= Hoff)) )?"
_FIRST_CLUB = r"(?:1\. (?=(?:FC|FFC|FSV|SC|TSV|SV|CfR|FCA?)\b))?"
PHRASE = (
    rf"(?:{_TWO_TOWNS}|{_FIRST_CLUB}{_YEAR_FIRST}(?:(?:van|von|de|di|da|el|al|den|ten|ter) (?:(?:{_PARTICLE}) )?)?"
    rf"{_WORD}(?:[ ](?:(?:{_PARTICLE}) ){{0,2}}{_FOUNDED}{_WORD})){{0,5}})"
)
# A team may have more small words in its name: Republic of Ireland, Brighton & Hove Albion.
TEAM = rf"{PHRASE}(?: (?:of|of the|and|&) {PHRASE})?"
_NAME = re.compile(rf"(?<![\w'’.-])({PHRASE})(['’]s\b|['’](?=\s))?")
_CONTRACTION = re.compile(r"(?:i|you|we|they|it|he|she|that|there|what|who|let)['’]\w+")
_COMMON = frozenset(
    """a about after again all almost although always an and another any as at away back barely before behind both but by
    thirteen thirty deep despite doing during each early eight eleven even every eighteen extra few fifteen fourteen final
    earlier meanwhile afterwards having elsewhere
    first five for four from full gone goal goals half has have he her here him his home how however i if in indeed injury
    inside into it its just kick last late later leading left less long man men minutes more most much nine nineteen no
    nobody none not nothing now of off on once one only or others our out over own perhaps my she penalty penalties player red
    referee attendance scorers right second seconds seven seventeen shortly six sixteen so some soon still stoppage straight
    substitute such ten that the their them then there these they third this those three through time to too twelve twenty
    two under until up var very visitors hosts was we went were what when where which while who why will with within without
    yellow yet you your champions group round day match cup league world semi quarter minute min ht ft aet pens pen og att
    ref venue competition date story chronicle herr signor monsieur
    monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december mr mrs ms coach captain goalkeeper defender
    midfielder striker forward winger manager sir lord dr saturday’s sunday’s i’m i’d it’s that’s there’s he’s we’ve they’re
    didn’t report reuters afp division premier championship fa uefa fifa var ko efl mls jan feb apr jun jul aug sep sept oct
    nov dec hat-trick brace treble double equaliser equalizer leveller winner opener header volley corner free-kick offside
    half-time full-time extra-time kick-off own-goal penalty-kick spot-kick shoot-out stoppage-time deadlock heartbreak drama
    disaster""".split()
)


# Countries after which people are called as well: Jordan Pickford plays for none of them.
_GIVEN_NAMES = frozenset({"Jordan", "Georgia", "Chad", "Israel", "Cyprus"})


_LONGEST_INITIALS = 4
# Last words of clubs: "Ipswich Wanderers" is not Ipswich and somebody else.
OF_CLUBS = frozenset("town united city rovers wanderers albion athletic county fc afc cf rangers hotspur women ladies".split())


class Name(Struct, frozen=True):
    """A name from ``start`` to ``end`` of the text, without a possessive ending."""

    text: str
    start: int
    end: int
    is_possessive: bool = False


def is_one_name(written: str) -> bool:
    """Whether words are one team's name for all that two could stand in it: Trinidad and Tobago, Northern Ireland."""
    return bool(re.fullmatch(rf"{_TWO_TOWNS}|Northern Ireland", written))


def find_names(text: str, vocabulary: Vocabulary) -> tuple[Name, ...]:
    """Every run of capitalised words that is a name, in order."""
    small = set(re.findall(r"(?<![\w'’-])[a-zà-öø-ÿ][\w'’-]*", text))
    runs = (match for match in _NAME.finditer(text) if not _is_participle(match))
    return tuple(name for match in runs for name in _names_in(match, small, vocabulary))


def _names_in(match: re.Match[str], small: set[str], vocabulary: Vocabulary) -> Iterator[Name]:
    """The name in a run of capitalised words without what is none; two where a team stands before a person."""
    start, words = match.start(1), match[1].split(" ")
    while (
        words
        and _is_plain(words[0], small)
        and not (words[0] == "Jan" and len(words) > 1)
        and not _is_particle(words)
        and not vocabulary.is_team(" ".join(words))
    ):
        start += len(words[0]) + 1
        words = words[1:]
    if len(words) > 2 and re.search(r"-[a-z]", words[0]) and not re.search(r"(?:^|-)[A-Z]\w*-", words[0]):
        start, words = start + len(words[0]) + 1, words[1:]  # Ice-cool Cole Palmer
    while len(words) > 2 and not vocabulary.is_team(" ".join(words)) and vocabulary.is_team(" ".join(words[1:])):
        start, words = start + len(words[0]) + 1, words[1:]  # Promoted VfL Bochum
    while words and _is_plain(words[-1], small) and not vocabulary.is_team(" ".join(words)):
        words = words[:-1]
    if not words or (len(words) == 1 and len(words[0].strip(".")) == 1):
        return
    text = " ".join(words)
    end = start + len(text)
    is_possessive = bool(match[2]) and end == match.end(1)
    for count in range(len(words) - 1, 0, -1):
        head = " ".join(words[:count])
        if (
            words[count].lower() not in ("&", "and")
            and words[count - 1].lower() not in ("&", "and")
            and vocabulary.is_team(head)
            and folded(words[-1]) not in OF_CLUBS
            and head not in _GIVEN_NAMES
            and not vocabulary.is_team(text)
            and not vocabulary.full_names(text)
        ):
            yield Name(head, start, start + len(head))
            yield Name(text[len(head) + 1 :], start + len(head) + 1, end, is_possessive)
            return
    yield Name(text, start, end, is_possessive)


_PARTICLES = frozenset("van von de di el al le la dos da".split())


def _is_particle(words: list[str]) -> bool:
    """Whether a name begins with a small word that has a capital at the start of a sentence: ``Van Persie``."""
    return len(words) > 1 and (words[0].lower() in _PARTICLES or (words[0] == "Man" and words[1] in ("United", "Utd", "City")))


_BEGINS = re.compile(r"(?:^|[.!?]\s|\n)$")
_OBJECT = re.compile(
    r"\s(?:an?|the|his|her|their|to)\s|\s(?:down|up|off|out|back|away|forwards?|inside|into|onto|together)\b(?! (?:to|and) )"
)


_ADVERB = re.compile(
    r"(?:\w+ly|Instead|Moments|Thereafter|Undeterred|Buoyed|Stung|Inspired|Encouraged|Roared|Spurred|"
    r"Brought|Sent|Introduced|Thrown|Left|Put|Given|Fed|Played|Picked|Released|Called|Asked|Urged|Reduced|Beaten|Held|Caught|Cheered|"
    r"Driven|Backed|Booked|Fouled|Set|Deprived|Faced|Denied|Forced|Handed|Trailing|Leading|Back|Pushed|Moved|Recalled|Signed)\b"
)


def _is_participle(match: re.Match[str]) -> bool:
    """Whether a run is one word that begins a sentence as a participle or an adverb does: ``Needing a point, …``."""
    word, text = match[1], match.string
    if _ADVERB.fullmatch(word) and _BEGINS.search(text[: match.start(1)][-2:]) and re.match(r",|\s[a-z]", text[match.end(1) :]):
        return len(re.findall(rf"\b{word}\b", text)) == 1
    is_alone = word.endswith("ing") and " " not in word and len(re.findall(rf"\b{word}\b", text)) == 1
    return is_alone and bool(_BEGINS.search(text[: match.start(1)][-2:]) and _OBJECT.match(text, match.end(1)))


def _is_plain(word: str, small: set[str]) -> bool:
    """Whether a word begins with a capital for another reason than being a name."""
    lower = word.lower()
    if _CONTRACTION.fullmatch(lower):
        return True
    if "-" in word and number_of(lower) is not None:
        return True  # "Fifty-eight minutes had gone"
    return lower.replace("'", "’") in _COMMON or lower in small or (word.isupper() and len(word) > 1 and folded(word) in _COMMON)


def proper_case(name: str) -> str:
    """A name in capitals as it is usually written: ``MARCEL SABITZER`` is Marcel Sabitzer, ``BLYTH Spartans`` Blyth Spartans."""
    if not name.isupper() or len(name) < 4:
        words = name.split(" ")
        return " ".join(word.capitalize() if word.isupper() and len(word) > _LONGEST_INITIALS else word for word in words)
    return " ".join("-".join(map(_capitalised, word.split("-"))) for word in name.split(" "))


def _capitalised(word: str) -> str:
    """A word of a name in capitals; two or three letters that nobody could speak are initials: Inverness CT."""
    return word if 2 <= len(word) <= _LONGEST_SHORT and not _SPOKEN.search(word) else word.capitalize()


_LONGEST_SHORT = 3
_SPOKEN = re.compile("[AEIOUYÀ-ÖØ-Þ]")
