"""One file to one document: bytes, front matter, schema, arithmetic and prose together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content_heads import MATCH, good, only, read_head
from site_builder.content.documents import read_document
from site_builder.content.model import Kind, MatchReport, PlainPage
from site_builder.content.modelling import MODELS
from site_builder.football.model import ExtraTime, Status

BROKEN = Path(__file__).parent.parent / "broken"


def test_a_report_has_facts_publication_and_prose() -> None:
    report = good(Kind.MATCH, MATCH + "score: 3-1\ntitle: Three", MatchReport)
    assert report.path == "content/matches/file.md"
    assert (report.facts.status, report.publication.title, report.prose.excerpt) == (Status.PLAYED, "Three", "Body.")


def test_what_follows_from_goals_is_in_the_facts() -> None:
    report = good(Kind.MATCH, MATCH + "score: 1-0\ngoals: A 105'", MatchReport)
    assert report.facts.result
    assert report.facts.result.extra_time is ExtraTime.FULL


def test_problems_of_arithmetic_stand_at_their_values() -> None:
    problem = only(Kind.MATCH, MATCH + "score: 1-0\ngoals:\n  home: A 10', 20'")
    assert (problem.code, problem.place.line, problem.place.column, problem.place.length) == ("more-goals-than-score", 7, 9, 10)


def test_goals_in_one_text_have_one_place() -> None:
    problem = only(Kind.MATCH, MATCH + "score: 1-1\ngoals: A 10', 20'; B")
    assert (problem.place.line, problem.place.column) == (6, 8)


@pytest.mark.parametrize("key", ["half_time", "full_time"])
def test_a_score_on_the_way_needs_one_at_the_end(key: str) -> None:
    problem = only(Kind.MATCH, MATCH + f"{key}: 1-0")
    assert (problem.code, problem.place.line) == ("half-time-without-score", 5)


def test_a_document_is_given_where_only_its_arithmetic_is_wrong() -> None:
    document, problems = read_head(Kind.MATCH, MATCH + "score: 1-0\nplayed_score: 1-0")
    assert document is not None
    assert [p.code for p in problems] == ["played-score"]


@pytest.mark.parametrize("kind", [kind for kind in MODELS if kind is not Kind.PAGE])
def test_a_file_without_front_matter_is_a_problem(kind: Kind) -> None:
    document, problems = read_document("content/x/a.md", kind, b"Just text.\n")
    assert document is None
    assert [(p.code, p.place.line) for p in problems] == [("no-front-matter", 1)]


def test_a_page_needs_no_front_matter() -> None:
    document, problems = read_document("content/pages/club/Our History.md", Kind.PAGE, b"# History\n\nLong.\n")
    assert problems == ()
    assert isinstance(document, PlainPage)
    assert document.route == "club/our-history"
    assert document.prose.words == 2


def test_the_slug_of_a_page_replaces_its_file_name() -> None:
    document, _ = read_document("content/pages/club/x.md", Kind.PAGE, b"---\nslug: history\n---\n")
    assert isinstance(document, PlainPage)
    assert document.route == "club/history"


def test_a_page_whose_name_leaves_nothing_is_a_problem() -> None:
    document, problems = read_document("content/pages/+++.md", Kind.PAGE, b"Text.\n")
    assert document is None
    assert [p.code for p in problems] == ["empty-slug"]


def test_problems_of_the_prose_come_with_those_of_the_front_matter() -> None:
    _, problems = read_document("content/pages/a.md", Kind.PAGE, b"---\nzzz: 1\n---\n<script>alert(1)</script>\n")
    assert {p.code for p in problems} > {"unknown-key"}


@pytest.mark.parametrize("kind", list(MODELS))
@given(data=st.binary(max_size=60), tail=st.text(alphabet="abé :-\n[]{}\"'#", max_size=60))
def test_no_bytes_make_reading_fail(kind: Kind, data: bytes, tail: str) -> None:
    for source in (data, b"---\n" + data + b"\n---\n", f"---\nhome: {tail}\n---\n{tail}".encode()):
        document, problems = read_document("content/x/a.md", kind, source)
        assert document is not None or problems


VALUES = st.recursive(
    st.text(alphabet="ab019 '\"+()-–:;,/%é", max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["home", "away", "player", "src", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("kind", list(MODELS))
@given(data=st.data())
def test_no_value_of_any_key_makes_reading_fail(kind: Kind, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(MODELS[kind].keys())))
    value = data.draw(VALUES)
    # A Python literal of texts, lists and mappings is YAML of the flow style, but for its quotes.
    written = repr(value).replace("\\'", "'") if "'" not in str(value) else "x"
    document, problems = read_head(kind, f"{key}: {written}")
    assert document is not None or problems
    assert all(p.place.line >= 1 for p in problems if p.place.path and p.code != "empty-slug")


def test_problems_and_settings_do_not_wait_for_the_schemas() -> None:
    modules = "site_builder.problems, site_builder.football.model, site_builder.content.model"
    code = f"import sys, {modules}; print('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout == "False\n"


def test_every_broken_site_of_the_collection_is_more_than_a_file_name() -> None:
    sites = [site for site in BROKEN.iterdir() if site.is_dir()]
    assert len(sites) >= 30
    assert all((site / "content").is_dir() for site in sites)
