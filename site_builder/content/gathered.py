"""Everything that was read of a site's content, before anything is linked."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from site_builder.content.model import Document, SourceFile
from site_builder.content.results_model import ResultsFile


class Content(Struct, frozen=True):
    """Documents, bulk results and static files, each sorted by path.

    ``digests`` are what the reading of each document and file of results rests on, by path,
    ``bytes_read`` the digests of the very bytes that were read of these and of static files.
    """

    documents: tuple[Document, ...] = ()
    results: tuple[ResultsFile, ...] = ()
    statics: tuple[SourceFile, ...] = ()
    digests: Mapping[str, bytes] = field(default_factory=dict)
    bytes_read: Mapping[str, str] = field(default_factory=dict)
