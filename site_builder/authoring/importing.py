"""What `import` does with each file: results into `content/results/`, an article into the draft of a report."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from site_builder.authoring.article_import import import_article
from site_builder.authoring.known import vocabulary_of
from site_builder.authoring.loading import load_site
from site_builder.authoring.notes import Outcome
from site_builder.authoring.results_import import SUFFIXES, import_results, incoming, normal, why_unread

_FOOTBALL_TXT = re.compile(r"\s*=+ \S")
ARTICLES = (".txt", ".md", ".text")


def import_file(site: Path, file: Path, published: date | None) -> Outcome:
    """Bring one file into a site; the site is read anew, with what was imported before it.

    Raises `WrongSettings`, and OSError where a file cannot be read or written.
    """
    loaded = load_site(site)
    results = incoming(file, vocabulary_of(loaded.site).competitions)
    if results:
        return import_results(loaded, results)
    if file.suffix.lower() not in ARTICLES:
        line = (
            f"{file.name}: no matches were found in it. Football.TXT (.txt), football.json, CSV and articles "
            "(.txt, .md) can be imported."
        )
        problems = why_unread(file) if file.suffix.lower() in SUFFIXES else ()
        return Outcome((line,), problems, is_problem=True)
    text = normal(file.read_bytes()).decode("utf-8")
    if _FOOTBALL_TXT.match(text):
        line = f"{file.name}: this is Football.TXT without a match: squads and lists of clubs are not imported."
        return Outcome(lines=(line,), is_problem=True)
    return import_article(loaded, file.name, text, published)
