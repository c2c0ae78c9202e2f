"""Front matter as a value in a test: what a kind of document makes of some lines of YAML."""

from __future__ import annotations

from typing import TypeVar

from site_builder.content.documents import read_document
from site_builder.content.model import Document, Kind
from site_builder.problems import Problem

T = TypeVar("T")

MATCH = "competition: Serie A\nhome: Atalanta\naway: Napoli\n"


def read_head(kind: Kind, yaml: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document and the problems of a file with that front matter."""
    return read_document(f"content/{kind}/file.md", kind, f"---\n{yaml}\n---\nBody.\n".encode())


def good(kind: Kind, yaml: str, type_: type[T]) -> T:
    """The document, which has to be one without problems."""
    document, problems = read_head(kind, yaml)
    assert problems == ()
    assert isinstance(document, type_)
    return document


def told(kind: Kind, yaml: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each problem."""
    return [(p.code, p.place.line, p.place.column) for p in read_head(kind, yaml)[1]]


def only(kind: Kind, yaml: str) -> Problem:
    """The one problem of a front matter."""
    _, problems = read_head(kind, yaml)
    assert len(problems) == 1, problems
    return problems[0]
