"""JSON-LD as text: things in schema.org's words gathered into one graph for a page's head.

The text is plain JSON; a template makes it harmless in a script element with the
filter ``inert``.

    >>> from site_builder.pages.schema_org import Person
    >>> graph([Person(name="Duván Zapata")])
    '{"@context":"https://schema.org","@graph":[{"@type":"Person","name":"Duván Zapata"}]}'
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from site_builder.pages.parts import Link
from site_builder.pages.schema_org import Breadcrumbs, Graph, ListItem, Node

_ENCODER = msgspec.json.Encoder()
_FRONT = ("./", "index.html")


def graph(nodes: Iterable[Node]) -> str:
    """The JSON-LD of a page, empty where there is nothing to say."""
    known = list(nodes)
    return _ENCODER.encode(Graph("https://schema.org", known)).decode() if known else ""


def breadcrumbs(base_url: str, crumbs: Iterable[Link], title: str, address: str) -> Breadcrumbs:
    """The way to a page from the front page on; its own place has an address as well."""
    ways = [(crumb.text, f"{base_url}/{'' if crumb.href in _FRONT else crumb.href}") for crumb in crumbs]
    ways.append((title, address))
    return Breadcrumbs([ListItem(number, text, href) for number, (text, href) in enumerate(ways, 1)])
