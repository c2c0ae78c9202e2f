"""Makes the reference pages of the docs from the code, so that neither can say what the other does not.

    python tools/make_reference.py

writes ``docs/reference-front-matter.md`` (from the models that read it),
``docs/reference-commands.md`` (from the command line) and ``docs/reference-views.md``
(from what templates are handed). `tests/test_reference.py` fails where a page is not
what this makes. No explanation is written here: it stands in the code, or in the
pages that these link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from inspect import getdoc
from pathlib import Path
from typing import Any, get_type_hints

import click
from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from site_builder.cli import commands
from site_builder.content.model import Kind
from site_builder.content.modelling import MODELS
from site_builder.content.schema.common import PageModel
from site_builder.pages import endpoint_views, match_view, parts, season_views, views
from site_builder.pages.keys import PageKey
from site_builder.pages.kinds import CARD, TEMPLATES, VIEWS, template_of

DOCS = Path(__file__).parent.parent / "docs"
WIDTH = 88
Schema = Mapping[str, Any]
_OF_KEYS = """\
Made from the code by `tools/make_reference.py`. How the values are written is told in
[authors.md](authors.md); `site-builder schema` prints the same for editors ([editors.md](editors.md))."""
_OF_COMMANDS = """\
Made from the code by `tools/make_reference.py`: what `--help` says. The status at the end is
0 for done, 1 for problems in the content, 2 for a wrong command or wrong settings, 3 for a build
that failed, 130 and 143 where it was interrupted or terminated."""
_OF_VIEWS = """\
Made from the code by `tools/make_reference.py`. How a site brings templates of its own is told in
[theming.md](theming.md). Every template is handed `site` (SiteMeta), `page` (PageMeta) and `view`,
which is of the type below. A value that may be absent is `None`; every `href` is relative to the
site's root: `page.root` goes in front of it."""


def front_matter() -> str:
    """Every key of every kind of file: what it takes, and what it means."""
    parted = [
        "# Front matter: every key",
        _OF_KEYS,
        "## On every page",
        _keys(PageModel.model_json_schema(by_alias=True), ()),
    ]
    shared = tuple(PageModel.model_json_schema(by_alias=True)["properties"])
    for kind, model in MODELS.items():
        parted += [f"## {_heading(kind, model.called)}", _keys(model.model_json_schema(by_alias=True), shared)]
    return _page(parted)


def _heading(kind: Kind, called: str) -> str:
    return f"{called[0].upper()}{called[1:]}: `content/{kind}/`"


def _keys(schema: Schema, shared: tuple[str, ...]) -> str:
    """A table of keys; those of every page are told once."""
    known, required = schema.get("$defs", {}), schema.get("required", ())
    rows = [
        (f"`{key}`{' (required)' if key in required else ''}", _taken(value, known), _cell(value["description"]))
        for key, value in schema["properties"].items()
        if key not in shared
    ]
    return _table(("key", "takes", "meaning"), rows)


def _taken(schema: Schema, known: Schema) -> str:
    """What a key takes, in words."""
    if "$ref" in schema:
        keys = known[schema["$ref"].rpartition("/")[2]]["properties"]
        return f"`{{{', '.join(keys)}}}`"
    for union in ("anyOf", "oneOf"):
        if union in schema:
            return " or ".join(dict.fromkeys(_taken(one, known) for one in schema[union] if one.get("type") != "null"))
    if "enum" in schema:
        return ", ".join(f"`{str(word).lower()}`" for word in schema["enum"])
    return _example(schema) or _plainly(schema, known)


def _example(schema: Schema) -> str:
    return ", ".join(f"`{example}`" for example in schema.get("examples", ()))


def _plainly(schema: Schema, known: Schema) -> str:
    types = schema.get("type", "anything")
    if types == "array":
        return f"list of {_taken(schema.get('items', {}), known)}"
    if types == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"a name each with {_taken(schema['additionalProperties'], known)}"
    words = {"string": "text", "integer": "number", "number": "number", "array": "list", "object": "keys with values"}
    given = [types] if isinstance(types, str) else types
    # A number may always be written as a text, which says nothing new.
    return " or ".join(words.get(one, one) for one in given if not (one == "string" and "integer" in given))


def command_line() -> str:
    """What `--help` says of every command."""
    parted = [
        "# Commands and their options",
        _OF_COMMANDS,
    ]
    for name, command in _commands(commands, "site-builder"):
        context = click.Context(command, info_name=name, terminal_width=WIDTH, **commands.context_settings)
        parted += [f"## {name}", f"```\n{command.get_help(context)}\n```"]
    return _page(parted)


def _commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for inner, one in sorted(command.commands.items()):
            yield from _commands(one, f"{name} {inner}")


def view_fields() -> str:
    """What the template of each kind of page is handed."""
    parted = [
        "# What templates see",
        _OF_VIEWS,
        "## Templates and their views",
        _table(("template", "`view`"), _templates()),
        "## Types",
    ]
    modules = (parts, match_view, season_views, views, endpoint_views)
    found = (
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Struct) and kind is not Struct
    )
    types = {kind.__name__: kind for kind in found}
    for name in sorted(types):
        parted += [f"### {name}", *_described(types[name])]
    return _page(parted)


def _templates() -> list[tuple[str, ...]]:
    kinds = [kind for kind in VIEWS if kind != CARD]
    rows = {template_of(PageKey("", kind)): get_type_hints(VIEWS[kind])["return"].__name__ for kind in kinds}
    assert set(TEMPLATES.values()) <= {*rows, TEMPLATES[CARD]}
    return [(f"`templates/{template}`", name) for template, name in sorted(rows.items())]


def _described(kind: type[Struct]) -> Iterator[str]:
    yield (getdoc(kind) or "").replace("``", "`")
    yield _table(("field", "type"), [(f"`{field.name}`", _type_of(kind, field)) for field in fields(kind)])


def _type_of(kind: type[Struct], field: FieldInfo) -> str:
    """A field's type as the code has it, and its value where nothing is said."""
    default = "" if field.default is NODEFAULT or field.default is None else f", else `{field.default!r}`"
    declared = next(one.__annotations__[field.name] for one in kind.__mro__ if field.name in vars(one).get("__annotations__", {}))
    return f"`{declared}`".replace("|", "or") + default


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines).replace("| --- ", "|---").replace("--- |", "---|")


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|")


def _page(parted: list[str]) -> str:
    return "\n\n".join(parted) + "\n"


PAGES = {
    "reference-front-matter.md": front_matter,
    "reference-commands.md": command_line,
    "reference-views.md": view_fields,
}


def main() -> None:
    """Write all pages."""
    for name, made in PAGES.items():
        (DOCS / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
