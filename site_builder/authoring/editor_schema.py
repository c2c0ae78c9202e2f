"""JSON Schemas of the front matter, for editors: which keys there are, what each means, the site's own names as examples.

The models of `content.schema` are the source; nothing is described twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic.json_schema import models_json_schema

from site_builder.authoring.files import replace
from site_builder.authoring.loading import load_site
from site_builder.content.model import Kind
from site_builder.content.modelling import MODELS
from site_builder.content.schema.base import HeadModel
from site_builder.outcome import WrongSettings
from site_builder.site import model
from site_builder.site.model import Site

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: Mapping[str, Kind] = {
    "match": Kind.MATCH,
    "article": Kind.ARTICLE,
    "page": Kind.PAGE,
    "team": Kind.TEAM,
    "competition": Kind.COMPETITION,
    "person": Kind.PERSON,
    "venue": Kind.VENUE,
}
MOST_EXAMPLES = 200
_NAMED: Mapping[str, Kind] = {
    "home": Kind.TEAM,
    "away": Kind.TEAM,
    "teams": Kind.TEAM,
    "competition": Kind.COMPETITION,
    "venue": Kind.VENUE,
    "ground": Kind.VENUE,
}

Schema = dict[str, Any]


def text_of(kinds: Iterable[str], site: Site | None) -> str:
    """The schema of one kind, or of any of several, as JSON with a final line break."""
    models = [MODELS[KINDS[kind]] for kind in kinds]
    references, shared = models_json_schema([(one, "validation") for one in models], by_alias=True)
    parts = [references[one, "validation"] for one in models]
    definitions = _with_names(shared.get("$defs", {}), models, site)
    head: Schema = {"$schema": DIALECT, "title": _title(models)}
    rules: Schema = parts[0] if len(parts) == 1 else {"anyOf": parts}
    return json.dumps({**head, **rules, "$defs": _with_figures(definitions)}, indent=2, ensure_ascii=False) + "\n"


def _with_figures(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """The same with numbers allowed for texts: an editor takes ``founded: 1907`` for a number, here it is read as text."""
    if isinstance(schema, list):
        return [_with_figures(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    wider = {key: _with_figures(value) for key, value in schema.items()}
    is_any_text = schema.get("type") == "string" and not schema.keys() & {"enum", "const", "pattern", "format"}
    return {**wider, "type": ["string", "number"]} if is_any_text else wider


def _title(models: list[type[HeadModel]]) -> str:
    called = models[0].called if len(models) == 1 else "a file of a site"
    return f"The front matter of {called}"


def _with_names(definitions: Schema, models: Iterable[type[HeadModel]], site: Site | None) -> Schema:
    """The definitions with the site's names as examples of the keys that take names."""
    wanted = {one.__name__ for one in models}
    return {
        name: {**definition, "properties": _properties(definition["properties"], site)} if name in wanted else definition
        for name, definition in definitions.items()
    }


def _properties(properties: Schema, site: Site | None) -> Schema:
    return {key: {**value, "examples": names} if (names := _examples(key, site)) else value for key, value in properties.items()}


def _examples(key: str, site: Site | None) -> list[str]:
    """Names of the things that a key can name, the most used first; empty where the key takes none."""
    kind = _NAMED.get(key)
    if kind is None or site is None:
        return []
    counts = {slug: len(ids) for slug, ids in site.of(_USES[kind]).items()} if kind in _USES else {}
    things = site.of(model.THINGS_OF[kind]).values()
    ranked = sorted(things, key=lambda thing: (-counts.get(thing.slug, 0), thing.name))
    return [thing.name for thing in ranked[:MOST_EXAMPLES]]


_USES = {Kind.TEAM: model.MATCHES_OF_TEAM, Kind.VENUE: model.MATCHES_OF_VENUE}


def site_of(folder: Path) -> Site | None:
    """The site whose names are examples; None where the folder holds none that can be read."""
    try:
        return load_site(folder).site
    except WrongSettings:
        return None


def write_schemas(folder: Path, kinds: Iterable[str], site: Site | None) -> Iterator[Path]:
    """Write ``match.schema.json`` and so on, over those of an earlier call. Raises OSError."""
    for kind in kinds:
        path = folder / f"{kind}.schema.json"
        replace(path, text_of((kind,), site).encode("utf-8"))
        yield path
