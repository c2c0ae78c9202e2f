"""Reading rules as people write them: a value with its key path, and what is wrong with it.

The words come from TOML or YAML already taken apart into mappings, lists and
scalars; numbers and truth values may still be text. Nothing raises: a word that
makes no sense is a `RuleProblem` that names its key path, and reading goes on.

    >>> found = []
    >>> Word("3x", ("rules", 0, "points", "win"), found).number() is None, found[0].message
    (True, '`3x` is not a whole number')
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct

from site_builder.football.model import Season

Key = tuple[str | int, ...]
Choice = TypeVar("Choice", bound=StrEnum)

_TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class RuleProblem(Struct, frozen=True):
    """What is wrong in written rules: ``key`` is the way there (``("rules", 0, "rank", 2)``)."""

    key: Key
    message: str
    fix: str = ""


class Word(Struct, frozen=True):
    """A written value at its place; all words of one text share the list of problems."""

    value: object
    key: Key
    problems: list[RuleProblem]

    def fail(self, message: str, fix: str = "") -> None:
        """Note what is wrong here."""
        self.problems.append(RuleProblem(self.key, message, fix))

    def parts(self, known: Collection[str]) -> dict[str, Word]:
        """The entries of a mapping by key; an unknown key is a problem with the nearest known one."""
        if not isinstance(self.value, Mapping):
            self.fail(f"{self._shown()} should be a list of keys and values", f"Known keys: {', '.join(known)}.")
            return {}
        found = {str(name): Word(value, (*self.key, str(name)), self.problems) for name, value in self.value.items()}
        for name, word in found.items():
            if name not in known:
                word.fail(f"there is no key `{name}` here", _suggestion(name, known))
        return {name: word for name, word in found.items() if name in known and word.value is not None}

    def pairs(self) -> list[tuple[str, Word]]:
        """The entries of a mapping whose keys are the author's own."""
        if not isinstance(self.value, Mapping):
            self.fail(f"{self._shown()} should be a list of keys and values", "Write it as {key: value}.")
            return []
        return [(str(name), Word(value, (*self.key, str(name)), self.problems)) for name, value in self.value.items()]

    def items(self) -> list[Word]:
        """The entries of a list; a single value is a list of one."""
        values = list(self.value) if isinstance(self.value, list | tuple) else [self.value]
        return [Word(value, (*self.key, index), self.problems) for index, value in enumerate(values)]

    def text(self) -> str:
        """A text or number as text; empty, with a problem, where it is something else."""
        if isinstance(self.value, str | int) and not isinstance(self.value, bool):
            return str(self.value).strip()
        self.fail(f"{self._shown()} should be a word or a sentence", "Write it in the line of its key.")
        return ""

    def number(self) -> int | None:
        """A whole number, also as text and with a typographic minus."""
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            return self.value
        try:
            return int(str(self.value).strip().replace("−", "-"))
        except ValueError:
            self.fail(f"{self._shown()} is not a whole number", "Write digits, as in 3.")
            return None

    def flag(self) -> bool | None:
        """True or false."""
        found = self.value if isinstance(self.value, bool) else _TRUTH.get(str(self.value).strip().lower())
        if found is None:
            self.fail(f"{self._shown()} should be true or false", "Write true or false.")
        return found

    def flag_or_day(self) -> bool | date:
        """True, or false, or the day since which it is true."""
        return self._as_day() or bool(self.flag())

    def season(self) -> Season | None:
        """A season such as 2020-21 or 2026."""
        try:
            return Season.parse(str(self.value))
        except ValueError as error:
            self.fail(str(error), "Write it as 2020-21, or as 2026 where seasons are calendar years.")
            return None

    def day(self) -> date | None:
        """A date such as 2023-05-22."""
        found = self._as_day()
        if found is None:
            self.fail(f"{self._shown()} is not a date", "Write it as year-month-day, 2023-05-22.")
        return found

    def _as_day(self) -> date | None:
        if isinstance(self.value, date):
            return self.value
        try:
            return date.fromisoformat(str(self.value).strip())
        except ValueError:
            return None

    def choice(self, kind: type[Choice]) -> Choice | None:
        """One of the values of an enumeration, however it is spaced."""
        wanted = str(self.value).strip().lower()
        for one in kind:
            if spelt(one.value) == spelt(wanted):
                return one
        self.fail(f"{self._shown()} is not known here", _suggestion(wanted, [one.value for one in kind]))
        return None

    def _shown(self) -> str:
        text = str(self.value)
        return f"`{text if len(text) <= 60 else text[:60] + '…'}`"


def spelt(name: str) -> str:
    """A name without spaces, hyphens and underscores, for comparing: ``goal difference``, ``goal_difference``."""
    return name.lower().replace("_", "").replace("-", "").replace(" ", "")


_OTHER_WORDS = {
    "deductions": "adjustments",
    "penalties": "adjustments",
    "w": "win",
    "d": "draw",
    "l": "loss",
    "lose": "loss",
    "defeat": "loss",
    "tie": "draw",
    "since": "from",
    "pts": "points",
    "gd": "goal_difference",
    "difference": "goal_difference",
    "gf": "goals_for",
    "goals": "goals_for",
    "goalsscored": "goals_for",
    "headtohead": "h2h",
    "directmatches": "h2h",
    "away": "away_goals",
    "victories": "wins",
    "fairplay": "discipline",
    "coefficient": "ranking",
    "drawinglots": "lots",
    "coin": "lots",
    "cointoss": "lots",
}
"""What people write for keys and criteria that are called otherwise here, as `spelt`."""


def meant(name: str, known: Collection[str]) -> str:
    """``Did you mean …?`` for a word that elsewhere stands for one of the known; empty for others."""
    other = _OTHER_WORDS.get(spelt(name), "")
    return f"Did you mean `{other}`?" if other in known else ""


def _suggestion(name: str, known: Collection[str]) -> str:
    if told := meant(name, known):
        return told
    near = get_close_matches(name, known, n=1)
    return f"Did you mean `{near[0]}`?" if near else f"Known here: {', '.join(known)}."
