"""Scores and statistics: two numbers with a dash between them.

>>> line = parse_score("1-1 aet, 4-2 pens")
>>> line.score.text, line.extra_time, line.shootout.text
('1–1', <ExtraTime.FULL: 'full'>, '4–2')
"""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.content.shorthand.score_words import SCORE_FIX, fix_of_no_score, fix_of_rest
from site_builder.content.shorthand.tokens import ShorthandError
from site_builder.football.model import ExtraTime, Score

_SIDES = re.compile(r"\s*([0-9]+)\s*[-–—−:]\s*([0-9]+)(?![0-9])")
_FILLING = re.compile(r"[\s,;()]*")
_EXTRA_TIME = re.compile(r"(?:a\.?e\.?t\.?|after extra time)(?:/(gg|sg))?(?![a-z])", re.IGNORECASE)
_GOLDEN = re.compile(r"(?:(golden goal|gg)|silver goal|sg)(?![a-z])", re.IGNORECASE)
_PENS = re.compile(r"\s*(?:on\s+|after\s+)?(?:penalties|pens?\.?|p\.?)(?![a-z])", re.IGNORECASE)
_STAT = re.compile(r"\s*(\?|[0-9]+(?:\.[0-9]+)?)\s*%?\s*[-–—−:]\s*(\?|[0-9]+(?:\.[0-9]+)?)\s*%?\s*")
_MOST_DIGITS = 3
_STAT_FIX = "Write both sides, home first, as in `19-9`; `7-?` where one is unknown."


class ScoreLine(Struct, frozen=True):
    """What a ``score`` says: goals with extra time, how extra time went, and the shoot-out, which counts apart."""

    score: Score
    extra_time: ExtraTime | None = None
    shootout: Score | None = None


def _score(found: re.Match[str]) -> Score:
    for side in (1, 2):
        if len(found[side]) > _MOST_DIGITS:
            raise ShorthandError(f"`{found[side][:12]}` is too many goals", SCORE_FIX, found.start(side), len(found[side]))
    return Score(int(found[1]), int(found[2]))


def _no_score(text: str) -> ShorthandError:
    plain = text.strip()
    offset = text.find(plain)
    if plain.isascii() and plain.isdigit() and len(plain) <= 6:
        fix = f"Write it as `{int(plain) // 60}-{int(plain) % 60}`." if int(plain) >= 60 else SCORE_FIX
        return ShorthandError(f"`{plain}` is one number, a score has two", fix, offset, len(plain))
    if plain.startswith(("-", "–", "−")) and any("0" <= char <= "9" for char in plain):
        return ShorthandError(f"`{plain[:40]}` starts with a minus, goals are never negative", SCORE_FIX, offset, len(plain))
    said = f"`{plain[:40]}` is not a score" if plain else "the score is missing"
    return ShorthandError(said, fix_of_no_score(plain), offset, len(plain))


def _first_score(text: str) -> tuple[Score, int]:
    found = _SIDES.match(text)
    if not found:
        raise _no_score(text)
    return _score(found), found.end()


def parse_plain_score(text: str) -> Score:
    """Read ``2-0``, as for half-time; at most three digits a side. Raises ShorthandError."""
    score, end = _first_score(text)
    if rest := text[end:].strip():
        raise ShorthandError(f"`{rest[:40]}` follows the score", "Write only the two numbers.", text.find(rest, end), len(rest))
    return score


def parse_score(text: str) -> ScoreLine:
    """Read a final score with what it says about extra time and a shoot-out.

    ``3-1``, ``3–1``, ``3:1``; ``3-2 aet`` or ``a.e.t.``, ``aet/gg`` for a golden
    and ``aet/sg`` for a silver goal; ``1-1 aet, 4-2 pens``; ``0-0, 5-4 pens``.
    Raises ShorthandError.
    """
    score, end = _first_score(text)
    if _PENS.match(text, end):
        raise ShorthandError(
            "the shoot-out stands alone or before the score", "Write the score first: `1-1 aet, 4-2 pens`.", 0, len(text)
        )
    extra_time: ExtraTime | None = None
    shootout: Score | None = None
    while (at := _filling_end(text, end)) < len(text):
        if found := _EXTRA_TIME.match(text, at):
            extra_time, end = _how(found[1]), found.end()
        elif found := _GOLDEN.match(text, at):
            extra_time, end = ExtraTime.GOLDEN_GOAL if found[1] else ExtraTime.SILVER_GOAL, found.end()
        elif shootout is None and (found := _SIDES.match(text, at)):
            shootout, end = _shootout(text, found, score)
        else:
            raise _no_part(text, at, score)
    return ScoreLine(score, extra_time, shootout)


def _filling_end(text: str, at: int) -> int:
    found = _FILLING.match(text, at)
    return found.end() if found else at


def _how(mark: str | None) -> ExtraTime:
    marks = {"gg": ExtraTime.GOLDEN_GOAL, "sg": ExtraTime.SILVER_GOAL}
    return marks[mark.lower()] if mark else ExtraTime.FULL


def _shootout(text: str, found: re.Match[str], score: Score) -> tuple[Score, int]:
    pens = _PENS.match(text, found.end())
    said = found[0].strip()
    if not pens:
        fix = f"Write `{said} pens` for a shoot-out; half-time has a key of its own, `half_time`."
        known = _fix_of_rest(text, score)
        raise ShorthandError(f"`{said}` after the score does not say what it is", known or fix, found.start(), len(said))
    shootout = _score(found)
    if shootout.is_level:
        raise ShorthandError(f"the shoot-out `{said}` has no winner", "Write how it ended.", found.start(), len(said))
    return shootout, pens.end()


def _no_part(text: str, at: int, score: Score) -> ShorthandError:
    rest = text[at:].rstrip()
    fix = _fix_of_rest(text, score) or SCORE_FIX
    return ShorthandError(f"`{rest[:40]}` after the score is not understood", fix, at, len(rest))


def _fix_of_rest(text: str, score: Score) -> str:
    first = _SIDES.match(text)
    return fix_of_rest(f"{score.home}-{score.away}", text[first.end() :] if first else text)


def parse_stat(text: str) -> tuple[str | None, str | None]:
    """Read ``19-9``, ``48%-52%``, ``2.1-0.8`` or ``7-?`` into both sides' numbers as written, without percent signs.

    None is a side that is unknown. Raises ShorthandError, also where both are.
    """
    found = _STAT.fullmatch(text)
    if not found:
        plain = text.strip()
        said = f"`{plain[:40]}` is not a pair of numbers" if plain else "both numbers are missing"
        raise ShorthandError(said, _STAT_FIX, text.find(plain), len(plain))
    home, away = (None if side == "?" else side for side in found.groups())
    if home is None and away is None:
        raise ShorthandError("neither side is known", "Leave the line out.", 0, len(text))
    return home, away
