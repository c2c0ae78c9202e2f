"""Names of people whose surname stands in capitals, set as prose writes them.

>>> title_cased("Virgil VAN DIJK"), title_cased("Kellyn PERRY-ACOSTA"), title_cased("DeAndre Yedlin")
('Virgil van Dijk', 'Kellyn Perry-Acosta', 'DeAndre Yedlin')
"""

from __future__ import annotations

import re

_PARTICLE = re.compile("a[fl]|av|bin|d[aeiou]|das|del|della|den|der|dos|el|l[ae]|te[nr]|van|von|vom|zu[mr]?")
_PREFIXES = ("Mac", "Mc", "De", "Di", "Du", "Fitz", "La", "Le", "Van", "Von")
_NUMERALS = frozenset({"II", "III", "IV"})
_WITHOUT_VOWEL = frozenset({"JR", "NG", "SR"})
_PIECES = re.compile(r"([-‐'’.`/]+)")
_WITH_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-Ý]")


def title_cased(name: str) -> str:
    """A person's name with words in capitals set in title case.

    The rule: a word whose letters (two or more) are all capitals gets one
    capital for each part between hyphens and apostrophes, and one after
    ``Mc``; particles (``van``, ``de``, ``al``) that do not come first are set
    small; initials such as ``JJ`` and ``III`` stay. All other words are left as
    they are.
    """
    return " ".join(_word(word, first=index == 0) for index, word in enumerate(name.split(" ")))


def _word(word: str, *, first: bool) -> str:
    if not first and word.isupper() and _PARTICLE.fullmatch(word.lower()):
        return word.lower()
    if word in _NUMERALS and not first:
        return word
    return "".join(_piece(piece) for piece in _PIECES.split(word))


def _piece(piece: str) -> str:
    """A word or a part of one between hyphens or apostrophes."""
    for prefix in _PREFIXES:
        rest = piece.removeprefix(prefix)
        if rest != piece and _is_capital(rest):
            return prefix + _capitalised(rest)
    if not _is_capital(piece):
        return piece
    if len(piece) == 2 and piece.isascii() and not _WITH_VOWEL.search(piece) and piece not in _WITHOUT_VOWEL:
        return piece
    if piece.startswith("MC") and len(piece) > 3:
        return "Mc" + _capitalised(piece[2:])
    return _capitalised(piece)


def _is_capital(piece: str) -> bool:
    return len(piece) > 1 and piece.isalpha() and piece.replace("ß", "").isupper()


def _capitalised(piece: str) -> str:
    return piece[0] + piece[1:].lower().replace("i̇", "i")
