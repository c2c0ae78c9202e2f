"""What pydantic found wrong with a front matter, as the problems that an author sees: at lines and columns, with what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from site_builder.content.front_matter import FrontMatter, Key
from site_builder.content.schema.base import HeadModel, tag
from site_builder.content.schema.faults import NOTHING, NOTHING_FIX, Fault, nearest
from site_builder.content.schema.other_words import OTHER_WORDS
from site_builder.content.schema.words import FLAGS
from site_builder.problems import Problem

_CUT_FIX = 'Put straight quotes (`"`) around all of the value.'
_QUOTES_FIX = 'Put straight quotes (`"`) around the value: curly ones are part of it.'
_CURLY_OPENING = ("“", "”", "„", "«", "‘")
_CURLY_CLOSING = ("“", "”", "»")


def problems_of(error: ValidationError, model: type[HeadModel], head: FrontMatter) -> tuple[Problem, ...]:
    """All that pydantic found, at the places in the front matter."""
    found = error.errors(include_url=False, include_input=False)
    meant = {_meant(details["loc"], model) for details in found if details["type"] == "extra_forbidden"}
    # A key that is misspelt is one mistake, not also a missing key.
    told = [each for each in found if each["type"] != "missing" or each["loc"] not in meant]
    problems = tuple(_problem(each, model, head) for each in told)
    if _is_draft(head):
        return problems
    # Told by the site where nothing else is wrong with a report; who corrects one wants to know of all.
    due = ((key,) for key in model.due if head.plain.get(key) is None and (key,) not in meant)
    return (*problems, *(_missing_key(key, model, head) for key in due))


def wrong_keys(error: ValidationError, model: type[HeadModel]) -> frozenset[str]:
    """The outermost keys of what pydantic found, as they were meant; ``""`` where nobody knows what was."""
    found = error.errors(include_url=False, include_input=False)
    places = (_meant(each["loc"], model) if each["type"] == "extra_forbidden" else each["loc"] for each in found)
    return frozenset(str(place[0]) if place else "" for place in places)


def _is_draft(head: FrontMatter) -> bool:
    """Whether a head says so; what cannot be read may mean it."""
    written = head.plain.get("draft")
    return written is not None and (not isinstance(written, str) or FLAGS.get(written.strip().lower(), True))


def _problem(details: ErrorDetails, model: type[HeadModel], head: FrontMatter) -> Problem:
    # The tags of unions stand in a location as if they were keys.
    location = details["loc"]
    key: Key = tuple(part for part in location if not str(part).startswith("\0"))
    kind, said = details["type"], details.get("ctx", {}).get("error")
    if kind == "extra_forbidden":
        return _unknown_key(key, _model_at(model, location[:-1]), head)
    if kind == "missing":
        return _missing_key(key, _model_at(model, location[:-1]), head)
    if not isinstance(said, Fault):
        return _wrong_kind(kind, key, _model_at(model, location), head)
    if said.item is not None:
        key = (*key, said.item)
    says_nothing = head.value(key).strip() in NOTHING
    fix = NOTHING_FIX if says_nothing else _QUOTES_FIX if _has_curly_quotes(key, head) else said.fix
    return Problem(said.code, head.place(key, *said.at), said.message, fix)


def _has_curly_quotes(key: Key, head: FrontMatter) -> bool:
    """Whether a value was meant to stand in quotes, which a word processor has made curly: YAML takes these for letters."""
    value = head.value(key)
    return value.startswith(_CURLY_OPENING) or value.endswith(_CURLY_CLOSING)


def _unknown_key(key: Key, model: type[HeadModel], head: FrontMatter) -> Problem:
    if head.is_cut_off(key):
        message, fix = "a comma ends a value within brackets, and cuts this off", _CUT_FIX
        return Problem("front-matter-syntax", head.place_of_key(key), message, fix)
    known = model.keys()
    otherwise = "Put it under `extra:` if a template needs it." if "extra" in known else f"The keys are {_listed(known)}."
    suggested = _suggested(str(key[-1]), known)
    fix = f"Did you mean `{suggested}`?" if suggested else otherwise
    return Problem("unknown-key", head.place_of_key(key), f"{model.called} has no such key", fix)


def _suggested(name: str, known: Iterable[str]) -> str:
    """The key, or the line that begins with it, that an author had in mind; empty where nothing is near."""
    others = OTHER_WORDS.get(name.lower().replace("-", "_").replace(" ", "_"), "").split("|")
    meant = next((other for other in others if other.partition(":")[0] in known), "")
    return meant if meant or others[0] else nearest(name, known)


def _meant(location: Key, model: type[HeadModel]) -> Key:
    """The location of the key that was meant by an unknown one."""
    suggested = _suggested(str(location[-1]), _model_at(model, location[:-1]).keys())
    return (*location[:-1], suggested.partition(":")[0])


def _missing_key(key: Key, model: type[HeadModel], head: FrontMatter) -> Problem:
    return Problem("missing-key", head.place(key), f"{model.called} needs the key `{key[-1]}`", f"Add a line `{key[-1]}: …`.")


def _wrong_kind(kind: str, key: Key, model: type[HeadModel], head: FrontMatter) -> Problem:
    """Pydantic's own remarks, which are all about the kind of a value."""
    if head.value(key).strip() in NOTHING:
        return Problem("wrong-kind-of-value", head.place(key), f"`{head.value(key).strip()}` says nothing", NOTHING_FIX)
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
