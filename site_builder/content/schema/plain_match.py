"""The front matter of the plainest reports, read key by key.

Pydantic goes through all keys that there may be and collects what is wrong with
their values. Most reports have a dozen of sixty keys, and nothing is wrong: these
are read here by the same readers, those of the keys that there are. For any other
report `read_plainly` gives None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import UnionType
from typing import Final, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from site_builder.content.schema.base import Reads
from site_builder.content.schema.faults import text_of
from site_builder.content.schema.match import MatchModel
from site_builder.content.shorthand import parse_goals
from site_builder.football.model import GoalEvent, Side

Reader = Callable[[object], object]

_SIDES: Final = {str(side): side for side in Side}


def read_plainly(values: Mapping[str, object]) -> MatchModel | None:
    """What pydantic would read; None where it has to look, also to tell what is wrong."""
    read: dict[str, object] = {}
    try:
        for key, value in values.items():
            reader = _READERS.get(key)
            if reader is None:
                return None
            if value is not None:
                read[key] = reader(value)
    except ValueError:
        return None
    return _BARE.model_copy(update=read) if read.keys() >= _NEEDED else None


def _reader(field: FieldInfo) -> Reader | None:
    """The function that reads all values of a key; None where there is none that does so by itself."""
    choices = get_args(field.annotation) if get_origin(field.annotation) in (Union, UnionType) else ()
    marks = (*field.metadata, *(mark for choice in choices for mark in getattr(choice, "__metadata__", ())))
    return next((mark.read for mark in marks if isinstance(mark, Reads)), None)


def _read_goals(value: object) -> tuple[tuple[GoalEvent, ...], ...]:
    """Goals as texts below their sides, home first."""
    if not isinstance(value, dict) or not value.keys() <= _SIDES.keys():
        raise ValueError
    told = ((side, value[name]) for name, side in _SIDES.items() if value.get(name) is not None)
    return tuple(parse_goals(text_of(text), side) for side, texts in told for text in _listed(texts))


def _listed(texts: object) -> list[object]:
    return texts if isinstance(texts, list) else [texts]


_FIELDS: Final = MatchModel.keys()
_NEEDED: Final = frozenset(key for key, field in _FIELDS.items() if field.is_required())
_BARE: Final = MatchModel.model_construct(competition="", home="", away="")
# The author's own data is read with its numbers, which nobody here has.
_OWN: Final = frozenset({"extra"})
_READERS: Final[Mapping[str, Reader]] = {
    **{key: reader for key, field in _FIELDS.items() if (reader := _reader(field)) and key not in _OWN},
    "goals": _read_goals,
}
