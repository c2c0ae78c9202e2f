"""The bytes of what has no template: open data as JSON, shards of the search index as scripts."""

from __future__ import annotations

from site_builder.pages.data_values import Document
from site_builder.pages.keys import PageKey
from site_builder.pages.search_values import Shard
from site_builder.rendering.open_data import written
from site_builder.rendering.search_shards import shard_script


def document_bytes(key: PageKey, document: Document | Shard) -> bytes:
    """A document as it is published; a shard is called by its address below ``search/``."""
    if isinstance(document, Shard):
        return shard_script(key.address.removeprefix("search/"), document)
    return written(document)
