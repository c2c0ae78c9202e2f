"""JSON-LD as text: nodes of schema.org's vocabulary gathered into one graph for a page's head.

What is empty is left out, so that makers of nodes (`json_ld`) need not ask what is
known. The text is plain JSON; a template makes it harmless in a script element
with the filter ``inert``.

    >>> graph([{"@type": "Person", "name": "Duván Zapata", "birthDate": ""}])
    '{"@context":"https://schema.org","@graph":[{"@type":"Person","name":"Duván Zapata"}]}'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from site_builder.pages.parts import Link

Node = dict[str, Any]
"""A thing with its type and its properties; values are texts, numbers, nodes, or lists of these."""
_ENCODER = msgspec.json.Encoder()
_FRONT = ("./", "index.html")


def graph(nodes: Iterable[Node]) -> str:
    """The JSON-LD of a page, empty where there is nothing to say."""
    known = [_known(node) for node in nodes]
    return _ENCODER.encode({"@context": "https://schema.org", "@graph": known}).decode() if known else ""


def breadcrumbs(base_url: str, crumbs: Iterable[Link], title: str, address: str) -> Node:
    """The way to a page from the front page on; its own place has an address as well."""
    ways = [(crumb.text, f"{base_url}/{'' if crumb.href in _FRONT else crumb.href}") for crumb in crumbs]
    items = [
        {"@type": "ListItem", "position": number, "name": text, "item": href}
        for number, (text, href) in enumerate([*ways, (title, address)], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _known(value: Any) -> Any:  # noqa: ANN401 - a value of JSON
    """A value without anything empty in it, at any depth; no number is empty."""
    if type(value) is dict:
        found = {key: _known(held) if type(held) in _HOLDERS else held for key, held in value.items()}
        return {key: held for key, held in found.items() if held or type(held) is int}
    return [known for known in map(_known, value) if known] if type(value) in _HOLDERS else value


_HOLDERS = frozenset({dict, list, tuple})
