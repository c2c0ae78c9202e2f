"""What is wrong with a value: from the reader of one value to the problem an author sees.

A reader raises what `fault` makes; pydantic collects all of them with their
key paths; `problems_of` turns those into problems at lines and columns. No
reader knows where its value stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from site_builder.content.front_matter import FrontMatter, Key
from site_builder.content.schema.base import HeadModel, tag
from site_builder.content.schema.other_words import OTHER_WORDS
from site_builder.content.shorthand import ShorthandError
from site_builder.problems import Problem

T = TypeVar("T")

_LONGEST_SHOWN = 60


def fault(
    code: str, message: str, fix: str = "", at: tuple[int, int] = (0, 0), item: str | int | None = None
) -> PydanticCustomError:
    """The error that a reader of values raises.

    ``at`` is the offset and the length of the characters that are meant, all
    of the value where the length is 0; ``item`` is the item of a list, or the key,
    in a value that was read as a whole.
    """
    said = {"message": message, "fix": fix, "offset": at[0], "length": at[1], "item": item}
    return PydanticCustomError(code, "{message}", said)


def of_shorthand(code: str, error: ShorthandError, item: int | None = None) -> PydanticCustomError:
    """A shorthand's error as a reader raises it."""
    return fault(code, error.message, error.fix, (error.offset, error.length), item)


def shown(value: str) -> str:
    """A value in backticks, shortened where it is long."""
    return f"`{value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + '…'}`"


def text_of(value: object) -> str:
    """The text that a reader was given. Raises the fault of a list or of keys in its place."""
    if isinstance(value, str):
        return value
    kind = "a list" if isinstance(value, list | tuple) else "keys with values"
    raise fault("wrong-kind-of-value", f"a text is due here, not {kind}", "Write it in the line of its key.")


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """``Did you mean `x`?`` where one of the known words is close."""
    close = nearest(word, known)
    return f"Did you mean `{close}`?" if close else otherwise


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like this one; empty where none is near."""
    close = get_close_matches(word.lower().replace("-", "_"), tuple(known), n=1)
    return close[0] if close else ""


def shorthand(code: str, parse: Callable[[str], T]) -> Callable[[object], T]:
    """A reader of one text from the parser of a shorthand; ``code`` is that of the problem where it cannot be read."""

    def read(value: object) -> T:
        try:
            return parse(text_of(value))
        except ShorthandError as error:
            raise of_shorthand(code, error) from None

    return read


def problems_of(error: ValidationError, model: type[HeadModel], head: FrontMatter) -> tuple[Problem, ...]:
    """All that pydantic found, at the places in the front matter."""
    found = error.errors(include_url=False, include_input=False)
    meant = {_meant(details["loc"], model) for details in found if details["type"] == "extra_forbidden"}
    # A key that is misspelt is one mistake, not also a missing key.
    return tuple(_problem(each, model, head) for each in found if each["type"] != "missing" or each["loc"] not in meant)


def _problem(details: ErrorDetails, model: type[HeadModel], head: FrontMatter) -> Problem:
    # The tags of unions stand in a location as if they were keys.
    location = details["loc"]
    key: Key = tuple(part for part in location if not str(part).startswith("\0"))
    kind, said = details["type"], details.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_key(key, _model_at(model, location[:-1]), head)
    if kind == "missing":
        return _missing_key(key, _model_at(model, location[:-1]), head)
    if "message" not in said:
        return _wrong_kind(kind, key, _model_at(model, location), head)
    if said["item"] is not None:
        key = (*key, said["item"])
    return Problem(kind, head.place(key, said["offset"], said["length"]), said["message"], said["fix"])


def _unknown_key(key: Key, model: type[HeadModel], head: FrontMatter) -> Problem:
    known = model.keys()
    otherwise = "Put it under `extra:` if a template needs it." if "extra" in known else f"The keys are {_listed(known)}."
    suggested = _suggested(str(key[-1]), known)
    fix = f"Did you mean `{suggested}`?" if suggested else otherwise
    return Problem("unknown-key", head.place_of_key(key), f"{model.called} has no such key", fix)


def _suggested(name: str, known: Iterable[str]) -> str:
    """The key, or the line that begins with it, that an author had in mind; empty where nothing is near."""
    other = OTHER_WORDS.get(name.lower().replace("-", "_").replace(" ", "_"), "")
    return other if other.partition(":")[0] in known else nearest(name, known)


def _meant(location: Key, model: type[HeadModel]) -> Key:
    """The location of the key that was meant by an unknown one."""
    suggested = _suggested(str(location[-1]), _model_at(model, location[:-1]).keys())
    return (*location[:-1], suggested.partition(":")[0])


def _missing_key(key: Key, model: type[HeadModel], head: FrontMatter) -> Problem:
    return Problem("missing-key", head.place(key), f"{model.called} needs the key `{key[-1]}`", f"Add a line `{key[-1]}: …`.")


def _wrong_kind(kind: str, key: Key, model: type[HeadModel], head: FrontMatter) -> Problem:
    """Pydantic's own remarks, which are all about the kind of a value."""
    if kind in ("tuple_type", "list_type"):
        return Problem("wrong-kind-of-value", head.place(key), "a list is due here", "Start each item with `- `.")
    fix = "Write each in a line of its own: `key: value`." if kind == "dict_type" else f"The keys are {_listed(model.keys())}."
    return Problem("wrong-kind-of-value", head.place(key), "keys with values are due here", fix)


def _listed(known: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in known)


def _model_at(model: type[HeadModel], location: Key) -> type[HeadModel]:
    """The model of the mapping at a location; where a key may hold several, the tag after it names the one."""
    choices: list[type[HeadModel]] = []
    for part in location:
        if field := model.keys().get(str(part)):
            choices = list(_models_in(field.annotation))
            model = choices[0] if choices else model
        model = next((choice for choice in choices if part == tag(choice.called)), model)
    return model


def _models_in(annotation: object) -> Iterator[type[HeadModel]]:
    if isinstance(annotation, type) and issubclass(annotation, HeadModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
