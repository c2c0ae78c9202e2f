"""Shards of the search index become scripts: one call with the shard's name and its values as JSON.

Scripts, because a page that is opened from disk may load no data. They do nothing
by themselves, and no text in them can end a script or a line.

    siteBuilderSearch("2020-21",{"start":"2020-08-22","days":[0,4], …})
"""

from __future__ import annotations

from msgspec import json as msgspec_json

from site_builder.pages.search_values import Shard

_ENCODER = msgspec_json.Encoder()
_INERT = ((b"<", rb"\u003c"), ("\u2028".encode(), rb"\u2028"), ("\u2029".encode(), rb"\u2029"))
"""What would mean something outside of JSON: the beginning of a tag, and line ends of older scripts."""


def shard_script(name: str, shard: Shard) -> bytes:
    """The bytes of a shard, in UTF-8."""
    values = _ENCODER.encode(shard)
    for letter, escaped in _INERT:
        values = values.replace(letter, escaped)
    return b"siteBuilderSearch(" + _ENCODER.encode(name) + b"," + values + b")\n"
