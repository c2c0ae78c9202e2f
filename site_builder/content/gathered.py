"""Everything that was read of a site's content, before anything is linked."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.content.model import Document, SourceFile
from site_builder.content.results_model import ResultsFile


@dataclass(frozen=True, slots=True)
class Content:
    """Documents, bulk results and static files, each sorted by path."""

    documents: tuple[Document, ...] = ()
    results: tuple[ResultsFile, ...] = ()
    statics: tuple[SourceFile, ...] = ()
