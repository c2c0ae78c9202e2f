"""Front matter read from a text: its values, or the one problem that it has."""

from __future__ import annotations

from site_builder.content.front_matter import FrontMatter, RawDocument, read_front_matter
from site_builder.problems import Problem

PATH = "content/matches/a.md"


def read(text: str | bytes) -> tuple[RawDocument, tuple[Problem, ...]]:
    return read_front_matter(PATH, text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)


def head_of(yaml_text: str) -> FrontMatter:
    raw, problems = read(f"---\n{yaml_text}\n---\nBody.\n")
    assert problems == ()
    assert raw.head is not None
    return raw.head


def problem_of(yaml_text: str) -> Problem:
    _, problems = read(f"---\n{yaml_text}\n---\nBody.\n")
    assert len(problems) == 1, problems
    return problems[0]


def at(problem: Problem) -> tuple[int, int]:
    return problem.place.line, problem.place.column
