"""Whatever stands in a file, reading it ends: soon, with a document or with problems at their places, never with a traceback.

Hypothesis cuts, doubles and mixes what authors write with what nobody writes, for every reader of the
site and then for whole sites. ``make trust`` tries many times as much as ``make test``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import TestSite, report
from figures import Figures, long_or_short
from hostile_fields import BASE, BODY, FIELDS
from hostile_strings import STRINGS
from odd_texts import FOOTBALL_TXT, JSON, ODD, TABLE, TEXT
from patience import seconds
from site_builder.content.documents import read_document
from site_builder.content.markdown_limits import SECONDS_A_PAGE
from site_builder.content.model import Kind
from site_builder.content.prose import read_prose
from site_builder.content.results import read_results
from site_builder.content.schema.addresses import is_reserved, read_redirect, read_slug
from site_builder.content.slugs import slugify
from site_builder.outcome import ProblemsInContent
from site_builder.problems import Problem

T = TypeVar("T")

SECONDS = SECONDS_A_PAGE + 2
"""The budget of a page, and what a busy machine may add."""
EXAMPLES = long_or_short(3000, 40)
SITES = long_or_short(120, 6)


def head_of(kind: Kind) -> str:
    """A document of a kind with every key, of which most have values that they can take."""
    lines = [*BASE[kind], *(line for key, line in FIELDS[kind].items() if key != BODY)]
    return "\n".join(
        ["---", *(line.replace("@", "x").replace("{n}", "1").replace("{day}", "2021-02-10") for line in lines), "---", TEXT]
    )


@st.composite
def mangled(draw: st.DrawFn, texts: Sequence[str]) -> str:
    """A text with pieces cut out, repeated, moved, and odd ones put in."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = draw(st.sampled_from(ODD) | st.sampled_from(STRINGS) | st.text(max_size=12))
        times = draw(st.sampled_from((0, 1, 1, 1, 2, 60, 700)))
        text = draw(
            st.sampled_from(
                (
                    text[:start] + piece * times + text[start:],
                    text[:start] + text[end:],
                    text[:start] + text[start:end] * times + text[end:],
                )
            )
        )
    return text


def fuzz(figures: Figures, values: st.SearchStrategy[T], examples: int, try_: Callable[[T], object]) -> None:
    """Try many values; each has to come to its end in time."""
    spent: list[float] = []

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(values)
    def each(value: T) -> None:
        began = time.process_time()
        try_(value)
        spent.append(time.process_time() - began)
        assert spent[-1] < seconds(SECONDS)

    each()
    figures.add("fuzzing: inputs tried", len(spent))
    figures.worst("fuzzing: seconds of the slowest input", max(spent))


def check_places(problems: Sequence[Problem], text: str) -> None:
    """Each problem is a sentence at a place within its text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for problem in problems:
        assert problem.message
        assert 0 <= problem.place.line <= lines + 1


@pytest.mark.parametrize("kind", FIELDS, ids=str)
def test_no_document_breaks_its_reader(kind: Kind, figures: Figures) -> None:
    def read(text: str) -> None:
        document, problems = read_document(f"content/{kind}/a.md", kind, text.encode("utf-8", "surrogatepass"))
        assert document is not None or problems
        check_places(problems, text)

    fuzz(figures, mangled([head_of(kind), head_of(kind).replace('"', "")]), EXAMPLES, read)


KEYS = (
    "score",
    "half_time",
    "goals",
    "cards",
    "lineups",
    "bench",
    "shootout",
    "stats",
    "formation",
    "attendance",
    "date",
    "season",
)


@pytest.mark.parametrize("key", KEYS)
def test_no_shorthand_breaks_its_reader(key: str, figures: Figures) -> None:
    given_ = [
        "3-2 aet, 4-2 pens",
        "Name 10', 45+2'(p) Other 78'(og); X 3'",
        "Name 31' (Y), Other 49' (Y/R)",
        "A - B, C (D 60' (E 80')) [c]",
    ]

    def read(text: str) -> None:
        quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
        value = f'{{home: "{quoted}"}}' if key in {"cards", "lineups", "bench", "formation"} else f'"{quoted}"'
        source = report(**({"score": f'"{quoted}"'} if key == "score" else {key: value}))
        _, problems = read_document("content/matches/a.md", Kind.MATCH, source.encode("utf-8", "surrogatepass"))
        check_places(problems, source)

    fuzz(figures, mangled(given_), EXAMPLES // 2, read)


@pytest.mark.parametrize(("suffix", "text"), [("txt", FOOTBALL_TXT), ("csv", TABLE), ("json", JSON)])
def test_no_results_break_their_reader(suffix: str, text: str, figures: Figures) -> None:
    def read(mangled_: str) -> None:
        results, problems = read_results(f"content/results/serie-a/2020-21.{suffix}", mangled_.encode("utf-8", "surrogatepass"))
        assert results is not None or problems
        check_places(problems, mangled_)

    fuzz(figures, mangled([text, text.replace("\n", "\r\n")]), EXAMPLES, read)


def test_no_bytes_break_a_reader(figures: Figures) -> None:
    def read(data: bytes) -> None:
        for kind in FIELDS:
            document, problems = read_document(f"content/{kind}/a.md", kind, b"---\n" + data)
            assert document is not None or problems
        for suffix in ("txt", "csv", "json"):
            results, problems = read_results(f"content/results/a.{suffix}", data)
            assert results is not None or problems

    fuzz(figures, st.binary(max_size=300), EXAMPLES // 4, read)


def test_no_prose_takes_long(figures: Figures) -> None:
    fuzz(figures, mangled([TEXT, ""]), EXAMPLES, lambda text: check_places(read_prose(text, "a.md", 1)[1], text))


def test_slugs_and_redirects_stay_within_the_site(figures: Figures) -> None:
    def read(text: str) -> None:
        slug = slugify(text)
        assert slug == slugify(slug)
        assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        for reader in (read_slug, read_redirect):
            try:
                address = reader(text)
            except ValueError:
                continue
            for part in address.removesuffix("/").split("/"):
                assert part not in {"", ".", ".."}
                assert not is_reserved(part)
                assert not set(part) & set('\0\\:*?"<>|')
                assert len(part.encode()) <= 255

    pieces = st.lists(st.sampled_from((*ODD, *STRINGS, "..", "/", "%2f", "%00", "con", "C:", "~", "a")), max_size=6).map("".join)
    fuzz(figures, pieces | st.text(max_size=300), EXAMPLES, read)


def test_a_site_is_built_or_its_problems_are_told(figures: Figures) -> None:
    paths = [f"content/{kind}/a.md" for kind in FIELDS]
    files = st.fixed_dictionaries(
        {
            **{path: mangled([head_of(Kind(path.split("/")[1]))]) for path in paths},
            "content/results/a.txt": mangled([FOOTBALL_TXT]),
            "content/results/a.json": mangled([JSON]),
            "site.toml": mangled(['title = "T"\nbase_url = "https://example.org"\n[menu]\nx = "teams.html"\n']),
        }
    )

    def build(given_: dict[str, str]) -> None:
        with TemporaryDirectory() as folder:
            site = TestSite(Path(folder)).write({path: text.encode("utf-8", "surrogatepass") for path, text in given_.items()})
            for path in broken(site):
                site.remove(path)
            broken(site.write({"site.toml": ""}))

    fuzz(figures, files, SITES, build)


def broken(site: TestSite) -> set[str]:
    """Builds the site; the sources of what is wrong with it."""
    try:
        site.build()
    except ProblemsInContent as found:
        paths = {problem.place.path for problem in found.problems}
        return {path for path in paths if path.startswith("content/") and (site.folder / path).is_file()}
    return set()
