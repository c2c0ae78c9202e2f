"""A few matches linked into a site in memory, and what the check says of a sentence in the report on one of them."""

from __future__ import annotations

from functools import lru_cache

from builders import report
from site_builder.checks.prose.record import Record, record_of
from site_builder.checks.prose.report import Told, check_report
from site_builder.config import Config
from site_builder.content.documents import read_document
from site_builder.content.gathered import Content
from site_builder.content.model import Kind
from site_builder.incremental.memo import Memo
from site_builder.problems import Problem
from site_builder.site import model
from site_builder.site.assemble import assemble

LINE_UP = (
    "Gollini - Toloi, Romero, Djimsiti - Sutalo (Palomino 60'), de Roon, Freuler, Gosens - Pessina - Muriel (Malinovskyi 70'), "
    "Duván Zapata"
)
AGAINST = (
    "Ospina - Hysaj, Maksimović, Rrahmani, Mário Rui - Elmas, Bakayoko, Zieliński - Politano, Osimhen, Hirving Lozano [Y 31']"
)

# Goals at 10, 16, 53 and 78; 2–0 at half-time; the first leg was goalless.
CUP = {
    "score": "3-1",
    "half_time": "2-0",
    "round": "Semi-finals",
    "leg": "2",
    "goals": "{home: \"Duván Zapata 10' Matteo Pessina 16', 78'\", away: \"Hirving Lozano 53'\"}",
    "lineups": f'{{home: "{LINE_UP}", away: "{AGAINST}"}}',
    "venue": "Gewiss Stadium",
    "referee": "Federico La Penna",
    "managers": "{home: Gian Piero Gasperini, away: Gennaro Gattuso}",
}
# An own goal, a penalty, a goal in stoppage time of either half, extra time and a shoot-out.
FINAL = {
    "score": '"2-2 aet, 4-3 pens"',
    "full_time": "2-2",
    "half_time": "1-1",
    "round": "Final",
    "neutral": "true",
    "goals": "{home: \"Harry Kane 45+2'(p) Kyle Walker 61'\", away: \"John Stones 20'(og) Kylian Mbappé 90+4'\"}",
    "venue": "Lusail Stadium",
}

SCORERS = 'home: "Beto 10\', 80\'", away: "Orsolini 50\'"'


def _more(**keys: str) -> dict[str, str]:
    return keys


REPORTS = {
    "cup": report(date="2021-02-10", **_more(**CUP)),
    "first": report("Napoli", "Atalanta", "0-0", date="2021-02-03", round="Semi-finals", leg="1", venue="Stadio Maradona"),
    "league": report("Atalanta", "Napoli", "4-2", date="2021-02-21", competition="Serie A", venue="San Siro"),
    "inter": report("Inter", "Juventus", "1-2", date="2021-02-02", round="Semi-finals", leg="1", venue="San Siro"),
    "final": report("England", "France", date="2022-12-18", competition="World Cup", season="2022", **_more(**FINAL)),
    "other": report(
        "Morocco", "Spain", "0-0 aet, 3-0 pens", date="2022-12-06", competition="World Cup", season="2022", round="Round of 16"
    ),
    # What the keys do not tell follows from the goals, and where there are none it is open.
    "goals": report("Udinese", "Bologna", "2-1", date="2021-03-01", goals=f"{{{SCORERS}}}"),
    "extra": report("Lecce", "Monza", '"2-1 aet"', date="2021-03-02", goals=f"{{{SCORERS.replace('80', '110')}}}"),
    "plain": report("Sampdoria", "Verona", "3-1", date="2021-03-03"),
    "kicks": report("Pisa", "Cosenza", '"1-1 aet, 4-2 pens"', date="2021-03-04"),
}


@lru_cache(maxsize=1)
def site() -> Memo:
    """The site of these reports."""
    documents = []
    for name, text in REPORTS.items():
        document, problems = read_document(f"content/matches/{name}.md", Kind.MATCH, text.encode())
        assert not [p for p in problems if p.is_error], problems
        assert document is not None
        documents.append(document)
    linked, problems = assemble(Content(documents=tuple(documents)), Config())
    assert not [p for p in problems if p.is_error], problems
    return Memo(linked.inputs)


def record(name: str) -> Record:
    """The facts of one of the matches."""
    read = site()
    reports = {id_: read.get(model.REPORTS, id_) for id_ in read.get(model.LISTS, "results")}
    id_ = next(id_ for id_, one in reports.items() if one.path.endswith(f"/{name}.md"))
    return record_of(read, read.get(model.MATCHES, id_))


def told(name: str, body: str, *, title: str = "", description: str = "") -> tuple[Problem, ...]:
    """What the check says of a report on one of the matches with this text."""
    head = REPORTS[name].rpartition("---\n")[0] + "---\n"
    facts = record(name)
    return check_report(Told(f"content/matches/{name}.md", head + body, title, description), facts, site())


def codes(name: str, sentence: str, *, lead: bool = False) -> list[str]:
    """The codes of what is said of a sentence, in the opening paragraph or in the next."""
    return [problem.code for problem in told(name, f"\n{sentence}\n" if lead else f"\nIt was a cold night.\n\n{sentence}\n")]
