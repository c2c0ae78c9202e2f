"""What stands beside a scorer's name: the marks of goals, and words that writers put where a name or a mark belongs.

The marks of the contract are read; what other languages and other lists write
instead is known only to say what was meant. Nothing here walks over a text.
"""

from __future__ import annotations

from itertools import chain

from site_builder.football.model import GoalKind

KINDS = {
    "p": GoalKind.PENALTY,
    "pen": GoalKind.PENALTY,
    "pk": GoalKind.PENALTY,
    "penalty": GoalKind.PENALTY,
    "og": GoalKind.OWN_GOAL,
    "owngoal": GoalKind.OWN_GOAL,
}
"""Marks without dots, in small letters."""
BARE = frozenset({"pen", "pen.", "PEN", "og", "o.g.", "OG", "O.G."})
"""Marks without a bracket. Not `Pen` and `Og`, which are spelt as names are."""
_OWN_GOAL = (
    "og|own goal|own-goal|autogol|auto-gol|autogoal|autogolo|autorete|aut|eigentor|eigengoal|csc|contre son camp|samobój|"
    "självmål|selvmål"
)
_PENALTY = (
    "p|pen|pens|penalty|pk|rig|rigore|su rigore|elfmeter|foulelfmeter|handelfmeter|penalti|sur penalty|strafschop|straffe|karny"
)
_PERIODS = "ht|ft|half-time|half time|full-time|full time"
_MINUTE = "min|mins|minute|minutes|minuto|minuti|minuten|minutos"
_NOBODY = "none|n/a|na|nil|nobody|no one|no goals|no scorers|nessuno|keine|niemand|aucun|ninguno|nenhum"
_UNKNOWN = "unknown|unknown player|tbc|tba|tbd|not known|scorer unknown|sconosciuto|unbekannt|inconnu|desconocido"

_OWN_GOAL_FIX = "An own goal is marked `(og)` behind the minute, as in `Name 12' (og)`."
_PENALTY_FIX = "A penalty is marked `(pen)` behind the minute, as in `Name 12' (pen)`."
MINUTE_FIX = "Write minutes as `78'` or `45+2'`."
_NOBODY_FIX = "Leave out the side that has no goals."
_UNKNOWN_FIX = "Leave out a goal whose scorer is not known."


def _fixes(*told: tuple[str, str]) -> dict[str, str]:
    return dict(chain.from_iterable(((word, fix) for word in words.split("|")) for words, fix in told))


_MARKS = _fixes((_OWN_GOAL, _OWN_GOAL_FIX), (_PENALTY, _PENALTY_FIX))
_NO_NAMES = _MARKS | _fixes((_PERIODS, MINUTE_FIX), (_MINUTE, MINUTE_FIX), (_NOBODY, _NOBODY_FIX), (_UNKNOWN, _UNKNOWN_FIX))
# A name may end with an initial, and in Korean with `Min`.
_NO_ENDS = {word: fix for word, fix in _MARKS.items() if word != "p"} | _fixes((_PERIODS, MINUTE_FIX))
_UNKNOWN_WORDS = frozenset({*_UNKNOWN.split("|"), "n/a", "n.a."})
_SURNAMES = frozenset({"min", "na", "p"})
_LAST_WORDS = frozenset(words.rsplit(" ", 1)[-1] for words in chain(_NO_NAMES, _NO_ENDS))


def kind_of(text: str) -> GoalKind | None:
    """The kind that a mark tells, as in ``pen`` and ``o.g.``; None where it is no mark."""
    return KINDS.get("".join(text.lower().replace(".", "").split()))


def is_unknown(name: str) -> bool:
    """Whether this says that nobody knows who it was, as ``TBC`` does."""
    return name.casefold() in _UNKNOWN_WORDS


def _folded(text: str) -> str:
    return " ".join(text.replace(".", "").casefold().split())


def fix_of_mark(text: str) -> str:
    """What to write instead of a bracket's text; empty where that is anybody's guess."""
    return _MARKS.get(_folded(text), "")


def may_be_no_name(name: str) -> bool:
    """Whether `fix_of_name` is worth asking: quick, and true of few."""
    return name.rpartition(" ")[2].replace(".", "").casefold() in _LAST_WORDS or name.partition(" ")[0] in BARE


def fix_of_name(name: str) -> tuple[str, str]:
    """What is no part of a scorer's name, and what to write instead; empty for all that may be a name."""
    folded = _folded(name)
    if folded in _NO_NAMES and not (folded in _SURNAMES and name.istitle()):
        return name, _NO_NAMES[folded]
    first, _, rest = name.partition(" ")
    if rest and first in BARE:
        return first, _MARKS[_folded(first)]
    for n_words in (1, 2, 3):
        end = " ".join(name.split()[-n_words:])
        if _folded(end) in _NO_ENDS:
            return end, _NO_ENDS[_folded(end)]
    return "", ""
