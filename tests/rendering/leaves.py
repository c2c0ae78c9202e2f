"""A view with one value changed: where its leaves are, and how to replace them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

Path = tuple[str | int, ...]
V = TypeVar("V")


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every text, number and truth value inside a view, with the way to it."""
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from leaves(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from leaves(item, (*path, n))
    elif value is not None:
        yield path, value


def owner_of(value: Any, path: Path) -> str:  # noqa: ANN401 - any view
    """The declared field that a path ends in: ``Link.href``; inside a tuple of texts, the tuple's."""
    named = [n for n, step in enumerate(path) if isinstance(step, str)][-1]
    for step in path[:named]:
        value = getattr(value, step) if isinstance(step, str) else value[step]
    return f"{type(value).__name__}.{path[named]}"


def changed(value: Any, path: Path, new: object) -> Any:  # noqa: ANN401 - any view
    """The same view with another value at the end of the path."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*value[:step], changed(value[step], rest, new), *value[step + 1 :])
    return replace(value, **{step: changed(getattr(value, step), rest, new)})


def with_texts(value: V, replaced: Callable[[str], str]) -> V:
    """The same view with every text replaced; markup is not text."""
    result: Any = value
    for path, leaf in leaves(value):
        if isinstance(leaf, str) and not isinstance(leaf, Markup):
            result = changed(result, path, replaced(leaf))
    assert isinstance(result, type(value))
    return result
