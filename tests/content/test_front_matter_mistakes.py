"""Front matter that is none, or is hostile: told at its place, and nothing that can hang or crash."""

from __future__ import annotations

import resource
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from front_matters import at, head_of, problem_of, read
from patience import seconds


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\nhome: A\n\nBody.\n", 1),
        ("---\nhome: A\n...\nBody.\n", 3),
        ("---\nhome: A\n...\nBody.\n\n---\n\nMore.\n", 3),
        ("\n---\nhome: A\n", 2),
    ],
)
def test_front_matter_that_is_not_closed_is_told_and_never_published(text: str, line: int) -> None:
    raw, problems = read(text)
    assert raw.head is None
    assert [(p.code, p.place.line) for p in problems] == [("front-matter-not-closed", line)]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("home: A\naway: B\n---\nBody.\n", "Put `---` above it."),
        ("+++\nhome = 1\n+++\nBody.\n", "in the place of both lines `+++`"),
    ],
)
def test_front_matter_that_is_not_opened_is_told(text: str, fix: str) -> None:
    assert [(p.code, fix in p.fix) for p in read(text)[1]] == [("front-matter-not-opened", True)]


@pytest.mark.parametrize(("text", "what"), [("- a\n- b", "a list"), ("just words", "a text")])
def test_a_list_or_a_text_is_no_front_matter(text: str, what: str) -> None:
    assert what in problem_of(text).message


def test_a_duplicate_key_names_both_lines() -> None:
    problem = problem_of("home: A\naway: B\nhome: C")
    assert (problem.code, at(problem)) == ("duplicate-key", (4, 1))
    assert "line 2" in problem.message


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("home: A\naway: B\ngoals:\nhome: C", "Indent it where it belongs to `goals`, else keep one of the two."),
        ("home: A\naway: B\ngoals: x\nhome: C", "Keep one of the two."),
    ],
)
def test_a_duplicate_key_that_is_not_indented_below_another_is_told_to_be(text: str, fix: str) -> None:
    assert problem_of(text).fix == fix


def test_a_duplicate_key_inside_a_value_is_told_too() -> None:
    assert at(problem_of("goals:\n  home: A\n  home: B")) == (4, 3)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("title: Foo: bar", (2, 11), 'Put quotes around the value: `title: "Foo: bar"`.'),
        ("title: @foo", (2, 8), "`@`"),
        ("title: `foo`", (2, 8), "backtick"),
        ("title: %foo", (2, 8), "`%`"),
        ("title: *foo*", (2, 8), "`*`"),
        ("title: & foo", (2, 8), "`&`"),
        ("title: Foo #1", (2, 12), "comment"),
        ("round: #3", (2, 8), "comment"),
        ("goals:\n\thome: x", (3, 1), "tab"),
        ("title: foo\tbar", (2, 11), "tab"),
        ("title:\tfoo", (2, 7), "tab"),
        ('title: "foo\nhome: A', (2, 8), "never closed"),
        ("title: 'It's'", (2, 12), "closing quote"),
        ('title: "a\\qb"', (2, 10), "escape"),
        ("title Foo\nhome: A", (2, 1), "`key: value`"),
        ("home: A\naway B", (3, 1), "`key: value`"),
        ("title:Foo\nhome: A", (2, 6), "space is missing"),
        ("home: A\n  away: B", (3, 3), "indented"),
        ("goals:\n  home: A\n away: B", (4, 2), "indented"),
        ("  home: A\naway: B", (3, 1), "further left"),
        ("tags: [a, b\nhome: A", (2, 7), "not closed"),
        ("tags: a]\nkey: [b]]", (3, 9), "never opened"),
        ("key: - a", (2, 6), "line of its key"),
        (": b", (2, 1), "key before"),
        ("key: |x", (2, 6), "`|`"),
        ("%YAML 1.2\na: b", (2, 1), "directive"),
        ("title: {{ page.title }}", (2, 9), "bracket"),
        ("title: &a b", (2, 8), "anchor"),
        ("a: &x b\nc: d", (2, 4), "anchor"),
        ("title: *a", (2, 8), "alias"),
        ("title: !x b", (2, 8), "tag"),
        ("title: !!python/name:os.system x", (2, 8), "tag"),
        ("<<: {a: b}", (2, 1), "merge key"),
        ("? [a]\n: b", (2, 3), "key is due"),
    ],
)
def test_a_mistake_in_the_yaml_is_told_at_its_place_with_its_mend(text: str, place: tuple[int, int], said: str) -> None:
    problem = problem_of(text)
    assert at(problem) == place
    assert said in f"{problem.message} {problem.fix}"


@pytest.mark.parametrize(
    "text", ["a: x # a comment", "a: x # #1", 'a: "x #1"', "a: x#1", "#a: b\nc: d", "a: |\n  x #1\n  y", "a: 'b\tc'\t"]
)
def test_comments_and_tabs_that_do_no_harm_are_none(text: str) -> None:
    assert head_of(text) is not None


def test_several_mistakes_of_form_are_told_at_once() -> None:
    _, problems = read("---\na: &x b\na: c\nd: !t e\n---\n")
    assert [p.place.line for p in problems] == [2, 3, 4]


HOSTILE = {
    "brackets": "a: " + "[" * 100_000,
    "braces": "a: " + "{" * 100_000,
    "closed brackets": "a: " + "[" * 50_000 + "]" * 50_000,
    "dashes": "- " * 100_000,
    "question marks": "? " * 100_000,
    "merges": "a: &a {x: y}\n" + "".join(f"b{i}: &b{i} {{<<: *a, <<: *a}}\n" for i in range(200)),
    "self reference": "a: &a [*a]",
    "many items": "a: [" + "x, " * 80_000 + "]",
    "many keys": "".join(f"k{i}: v\n" for i in range(25_000)),
    "large": "a: " + "x" * 300_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_front_matter_is_refused_at_once(kind: str) -> None:
    code = (
        "import sys\nfrom site_builder.content.front_matter import read_front_matter\n"
        "raw, problems = read_front_matter('a.md', b'---\\n' + sys.stdin.buffer.read() + b'\\n---\\n')\n"
        "print(len(problems))"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # In a process of its own: the naive way does not fail, it kills the interpreter.
    done = subprocess.run(
        [sys.executable, "-c", code], input=HOSTILE[kind].encode(), capture_output=True, check=False, timeout=20
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 1
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < seconds(5)


@given(st.text(alphabet="ab:- \n#\"'[]{},&*!|>%@`\t?~\\", max_size=80))
def test_no_text_makes_reading_fail(text: str) -> None:
    raw, problems = read(f"---\n{text}\n---\n")
    assert raw.head is not None or problems
    lines = text.count("\n") + 3
    assert all(1 <= problem.place.line <= lines for problem in problems)


@given(st.binary(max_size=80))
def test_no_bytes_make_reading_fail(data: bytes) -> None:
    for start in (b"", b"---\n"):
        raw, problems = read(start + data)
        assert raw.body is not None
        assert all(problem.message for problem in problems)
