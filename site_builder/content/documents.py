"""One source file to one typed document: front matter, its schema, football's arithmetic, prose.

The only place where these come together. It is given bytes and a kind and
reads no files; everything that is wrong comes back as problems with their
lines, and a document is given wherever its front matter makes sense.
"""

from __future__ import annotations

from site_builder.content.consistency import check_match
from site_builder.content.front_matter import FrontMatter, empty_front_matter, read_front_matter
from site_builder.content.model import Document, Kind, MatchReport, Prose
from site_builder.content.prose import read_prose
from site_builder.content.schema.plain_match import read_plainly
from site_builder.problems import Problem

Problems = tuple[Problem, ...]


def read_document(path: str, kind: Kind, data: bytes) -> tuple[Document | None, Problems]:
    """Read a document of one of the kinds that have front matter; ``path`` is relative to the site's folder.

    None where the front matter is missing or its values cannot be read;
    problems say why.
    """
    raw, problems = read_front_matter(path, data)
    head = raw.head
    if head is None and not problems:
        if kind is not Kind.PAGE:
            return None, (_missing(path, kind),)
        head = empty_front_matter(path)
    prose, prose_problems = read_prose(raw.body, path, raw.first_line)
    document, more = _written(path, kind, head, prose) if head else (None, ())
    return document, (*problems, *more, *prose_problems)


def load_all() -> None:
    """Load now what plain reports do without: for a process that will meet others, or whose children will."""
    from site_builder.content import head_parting, modelling  # noqa: F401, PLC0415 - pydantic and YAML are long to load


def _written(path: str, kind: Kind, head: FrontMatter, prose: Prose) -> tuple[Document | None, Problems]:
    plain = read_plainly(head.plain) if kind is Kind.MATCH else None
    if plain:
        facts, problems = check_match(plain[0], head.place)
        return MatchReport(path, facts, plain[1], prose), problems
    from site_builder.content.modelling import modelled  # noqa: PLC0415 - pydantic is long to load

    return modelled(path, kind, head, prose)


def _missing(path: str, kind: Kind) -> Problem:
    from site_builder.content.modelling import missing  # noqa: PLC0415 - pydantic is long to load

    return missing(path, kind)
