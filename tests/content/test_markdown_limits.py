"""That no text takes long or brings the program down, and that honest texts meet no limit."""

from __future__ import annotations

import time

import pytest

from patience import seconds
from site_builder.content.model import Prose
from site_builder.content.prose import read_prose
from site_builder.problems import Problem, Severity


def problem_of(text: str) -> Problem:
    prose, problems = read_prose(text, "content/matches/a.md", 20)
    assert prose == Prose()
    assert len(problems) == 1
    return problems[0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("* " * 512 + "x", "prose-too-deep"),
        ("> " * 500 + "a", "prose-too-deep"),
        ("\n".join("    " * n + "- a" for n in range(300)), "prose-too-deep"),
        ("\n\n".join("    " * n + "- a" for n in range(300)), "prose-too-deep"),
        ("![" * 4000, "prose-too-slow"),
        ("[" * 4000 + "]" * 4000, "prose-too-slow"),
        ("\n".join(f"[^{n}]: note" for n in range(4000)), "prose-too-slow"),
        ("a[^1] " * 4000 + "\n\n[^1]: note", "prose-too-slow"),
        ("<b title=1>" * 5000, "prose-too-slow"),
        ("*a " * 60_000, "prose-too-slow"),
        ("a|b\n-|-\n" + "`x" * 5000, "prose-too-slow"),
        ('[a]: """' + '"' * 20_000, "prose-too-slow"),
        ("x\n\n" * 60_000, "prose-too-slow"),
    ],
    ids=lambda value: value[:12],
)
def test_a_costly_text_is_a_problem_at_once(text: str, code: str) -> None:
    began = time.process_time()
    problem = problem_of("A plain beginning.\n\n" + text)
    assert time.process_time() - began < seconds(1.5)
    assert (problem.code, problem.severity, problem.place.path) == (code, Severity.ERROR, "content/matches/a.md")
    assert problem.place.line >= 20
    assert problem.fix


def test_a_text_that_only_a_clock_can_refuse_is_refused_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.content.markdown_engine.SECONDS_A_PAGE", 0.1)
    began = time.process_time()
    assert problem_of("a\n=\n" * 50_000).code == "prose-too-slow"
    assert time.process_time() - began < seconds(1)


def test_the_next_page_is_read_as_if_nothing_had_happened() -> None:
    text = "One [[A]] and *two*[^1].\n\n- a\n\n[^1]: note\n"
    before = read_prose(text, "a.md", 1)
    problem_of("* " * 512 + "x")
    assert read_prose(text, "a.md", 1) == before


def test_a_deep_list_is_named_with_its_line() -> None:
    assert problem_of("Fine.\n\nFine.\n\n" + "> " * 100 + "deep").place.line == 24


def test_a_fault_of_the_library_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_text: str) -> None:
        raise KeyError("surprise")

    monkeypatch.setattr("site_builder.content.prose.read_directly", fail)
    assert problem_of("a").code == "prose-unreadable"


def test_long_honest_texts_are_read() -> None:
    text = "Zapata [shot](a.html) *wide* in the 10' minute, `x`, [[Napoli]] & <b>co</b>.\n\n- one\n    - two\n\n" * 400
    prose, problems = read_prose(text, "a.md", 1)
    assert prose.words > 5_000
    assert problems == ()
