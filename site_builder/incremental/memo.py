"""The one door through which a page may read the site: named inputs, and rules remembered once computed.

An `Input` names a mapping of values (all matches by id); a rule is a pure
function whose first argument is the door itself, so that whatever it reads goes
through `get` or another rule. `Memo` remembers what a rule gave. It knows
nothing of football, HTML or files, and lives no longer than its process.

    >>> GOALS: Input[str, int] = Input("goals")
    >>> def double(read: "Memo", key: str) -> int:
    ...     return 2 * read.get(GOALS, key)
    >>> read = Memo({GOALS: {"a": 3}})
    >>> read(double, "a"), read(double, "a"), read.computed
    (6, 6, 1)
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, Generic, TypeVar, TypeVarTuple

from msgspec import Struct

RECENT = 48
"""How many large values a `Memo` keeps at once."""
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
R = TypeVar("R")
Ts = TypeVarTuple("Ts")
_Cell = tuple[object, tuple[object, ...]]


class Input(Struct, Generic[K, V], frozen=True):
    """The name of a mapping that a `Memo` is given; equal names are one input."""

    name: str


class Printed(Struct, Generic[R], frozen=True):
    """A value with a fingerprint, which is another one for every other value that its rule can give."""

    value: R
    print: str


class Memo:
    """Reads inputs, and computes each rule once for each list of arguments.

    ``computed`` counts how often a rule ran: tests hold work to numbers.
    ``recent`` is how many large values are kept at once (`recently`).
    """

    recent = RECENT

    def __init__(self, inputs: Mapping[Input[Any, Any], Mapping[Any, Any]]) -> None:
        self._inputs = {source.name: values for source, values in inputs.items()}
        self._known: dict[_Cell, Any] = {}
        self._made: dict[tuple[object, ...], tuple[Any, Any]] = {}
        self._recent: OrderedDict[_Cell, Any] = OrderedDict()
        self.computed = 0

    def get(self, source: Input[K, V], key: K) -> V:
        """The value of an input; KeyError where it has no such key."""
        value: V = self._inputs[source.name][key]
        return value

    def find(self, source: Input[K, V], key: K) -> V | None:
        """The value of an input, None where it has no such key. Absence is a fact that a page can rest on."""
        value: V | None = self._inputs[source.name].get(key)
        return value

    def fixed(self, source: Input[str, V]) -> V:
        """The value of an input that has only one, on which everything rests: where it differs, all pages are made again."""
        value: V = self._inputs[source.name][""]
        return value

    def find_each(self, source: Input[K, V], keys: Iterable[K]) -> list[V | None]:
        """As `find`, for several keys."""
        return [self.find(source, key) for key in keys]

    def made_of(self, source: Input[K, V], key: K, make: Callable[[V], R]) -> R:
        """What a function makes of an input's value, once for each value; who asks for it has read that input."""
        value = self.get(source, key)
        made = self._made.get((make, source.name, key))
        if made is None or made[0] is not value:
            made = self._made[make, source.name, key] = (value, make(value))
        known: R = made[1]
        return known

    def __call__(self, rule: Callable[[Memo, *Ts], R], *args: *Ts) -> R:
        """What a rule gives for these arguments."""
        cell = (rule, args)
        if cell in self._known:
            remembered: R = self._known[cell]
            return remembered
        self.computed += 1
        value = rule(self, *args)
        self._known[cell] = value
        return value

    def part(self, rule: Callable[[Memo, str], Printed[R]], key: str) -> R:
        """A part of something large, told apart by a text, and cheap to take out of it.

        What reads it rests on the part alone: a `Recorder` keeps its fingerprint, so
        that a change of the whole which leaves the part as it was ends here.
        """
        return rule(self, key).value

    def recently(self, rule: Callable[[Memo, *Ts], R], *args: *Ts) -> R:
        """Like a call, for values so large that only those used last are kept: computed again when they come back."""
        cell = (rule, args)
        if cell in self._recent:
            self._recent.move_to_end(cell)
            remembered: R = self._recent[cell]
            return remembered
        self.computed += 1
        return self._keep(cell, rule(self, *args))

    def _keep(self, cell: _Cell, value: R) -> R:
        """Keep a large value, and let go of the one that was not used for the longest time."""
        self._recent[cell] = value
        if len(self._recent) > self.recent:
            self._recent.popitem(last=False)
        return value
