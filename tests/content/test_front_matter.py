"""Front matter: every value as text, at its line and column, and nothing that can hang or crash."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content import yaml_tree
from site_builder.content.front_matter import FrontMatter, HeadHandler, RawDocument, read_front_matter
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


# What YAML 1.1 would make something else of.


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "on",
        "yes",
        "1:0",
        "2:10",
        "20:45",
        "007",
        "0x1F",
        "1e3",
        "2024-02-30",
        "2021-02-10 20:45",
        "3-1",
        ".inf",
        "=",
        "1_000",
    ],
)
def test_an_unquoted_value_stays_the_text_that_was_typed(written: str) -> None:
    assert head_of(f"key: {written}").plain == {"key": written}


@pytest.mark.parametrize("written", ["", "~", "null", "  # a comment"])
def test_an_empty_value_is_absent(written: str) -> None:
    assert head_of(f"key: {written}").plain == {"key": None}


@pytest.mark.parametrize("written", ['""', '"null"', "'~'"])
def test_a_quoted_value_is_never_absent(written: str) -> None:
    assert head_of(f"key: {written}").plain == {"key": written.strip("'\"")}


def test_absent_items_of_a_list_are_left_out_and_the_rest_keep_their_places() -> None:
    head = head_of("key:\n  -\n  - ~\n  - x")
    assert head.plain == {"key": ["x"]}
    assert head.place(("key", 0)).line == 5


def test_keys_that_python_frontmatter_stumbles_over_are_plain_keys() -> None:
    assert head_of("content: a\nhandler: b\nno: c").plain == {"content": "a", "handler": "b", "no": "c"}


def test_json_values_are_typed_only_where_they_are_json_and_unquoted() -> None:
    head = head_of('extra: {a: 1, b: -2.5, c: true, d: "1", e: 007, f: NO, g: ~, h: [x, false]}')
    assert head.json_of("extra") == {
        "a": 1,
        "b": -2.5,
        "c": True,
        "d": "1",
        "e": "007",
        "f": "NO",
        "g": None,
        "h": ["x", False],
    }


# Bytes and line ends.


def test_a_byte_order_mark_makes_no_difference() -> None:
    text = "---\ntitle: Étoile\n---\nBody.\n".encode()
    assert plain_and_body(b"\xef\xbb\xbf" + text) == plain_and_body(text)


@pytest.mark.parametrize("ending", [b"\r\n", b"\r"])
def test_other_line_ends_read_like_line_feeds(ending: bytes) -> None:
    text = b"---\nhome: A\n\naway: B\n---\n\nFirst.\n\nSecond.\n"
    assert plain_and_body(text.replace(b"\n", ending)) == plain_and_body(text)


def plain_and_body(data: bytes) -> tuple[object, str, int]:
    raw, problems = read(data)
    assert not problems
    assert raw.head
    return raw.head.plain, raw.body, raw.first_line


def test_the_body_begins_at_its_line() -> None:
    raw, _ = read("\n\n---\nhome: A\n---\nBody.\n")
    assert (raw.body, raw.first_line) == ("Body.\n", 6)


def test_a_rule_in_the_body_does_not_end_anything() -> None:
    raw, problems = read("---\nhome: A\n---\nOne.\n\n---\n\nTwo.\n")
    assert raw.body == "One.\n\n---\n\nTwo.\n"
    assert not problems


def test_a_file_without_front_matter_is_all_body() -> None:
    raw, problems = read("Just text.\n")
    assert (raw.head, raw.body, raw.first_line, problems) == (None, "Just text.\n", 1, ())


def test_an_empty_front_matter_has_no_keys() -> None:
    raw, problems = read("---\n---\nBody.\n")
    assert raw.head
    assert raw.head.plain == {}
    assert (raw.body, raw.first_line, problems) == ("Body.\n", 3, ())


def test_bytes_that_are_not_utf_8_are_named_with_their_place_and_what_they_may_be() -> None:
    raw, problems = read("---\ntitle: caf\xe9\n---\n".encode("cp1252"))
    assert raw.head is None
    assert [(p.code, at(p)) for p in problems] == [("not-utf-8", (2, 11))]
    assert "`é`" in problems[0].fix


def test_a_utf_16_file_is_told_as_one() -> None:
    _, problems = read("---\ntitle: A\n---\n".encode("utf-16"))
    assert [p.message for p in problems] == ["this file is UTF-16, not UTF-8"]


def test_control_characters_are_problems_wherever_they_stand() -> None:
    _, problems = read("---\ntitle: a\0b\n---\nBell \x07.\n")
    assert [(p.code, at(p)) for p in problems] == [("control-character", (2, 9)), ("control-character", (4, 6))]


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u2028", "\ufeff"])
def test_characters_that_hide_in_names_are_problems(char: str) -> None:
    _, problems = read(f"---\nhome: Ata{char}lanta\n---\n")
    assert [(p.code, at(p)) for p in problems] == [("invisible-character", (2, 10))]


@pytest.mark.parametrize("escape", [r"\0", r"\x07", r"\u202e", r"\u2028"])
def test_escapes_do_not_bring_them_in(escape: str) -> None:
    assert problem_of(f'home: "Ata{escape}lanta"').code == "control-character"


# Forms that are no front matter.


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


@pytest.mark.parametrize("text", ["home: A\naway: B\n---\nBody.\n", "+++\nhome = 1\n+++\nBody.\n"])
def test_front_matter_that_is_not_opened_is_told(text: str) -> None:
    assert [p.code for p in read(text)[1]] == ["front-matter-not-opened"]


@pytest.mark.parametrize(("text", "what"), [("- a\n- b", "a list"), ("just words", "a text")])
def test_a_list_or_a_text_is_no_front_matter(text: str, what: str) -> None:
    assert what in problem_of(text).message


def test_a_duplicate_key_names_both_lines() -> None:
    problem = problem_of("home: A\naway: B\nhome: C")
    assert (problem.code, at(problem)) == ("duplicate-key", (4, 1))
    assert "line 2" in problem.message


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


# Hostile ones.

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
    start = time.monotonic()
    # In a process of its own: the naive way does not fail, it kills the interpreter.
    done = subprocess.run(
        [sys.executable, "-c", code], input=HOSTILE[kind].encode(), capture_output=True, check=False, timeout=20
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 1
    assert time.monotonic() - start < 5


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


KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
VALUES = st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=20)


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_values_in_double_quotes_come_back_with_their_places(values: dict[str, str]) -> None:
    quoted = {key: value.replace("\\", "\\\\").replace('"', '\\"') for key, value in values.items()}
    raw, problems = read("---\n" + "".join(f'{key}: "{value}"\n' for key, value in quoted.items()) + "---\n")
    assert problems == ()
    assert raw.head
    assert raw.head.plain == values
    for line, key in enumerate(values, start=2):
        assert (raw.head.place((key,)).line, raw.head.place((key,)).column) == (line, len(key) + 3)


# Places.


def test_the_place_of_a_value_of_a_key_and_of_what_is_not_there() -> None:
    head = head_of("home: Atalanta\ngoals:\n  home: \"A 10' B 200'\"\n  away: [C]")
    assert str(head.place(("home",))) == f"{PATH}:2:7"
    assert head.place(("home",)).length == 8
    assert str(head.place(("goals",))) == f"{PATH}:3:1"
    assert str(head.place_of_key(("goals", "home"))) == f"{PATH}:4:3"
    assert str(head.place(("goals", "away", 0))) == f"{PATH}:5:10"
    assert str(head.place(("goals", "away", 7))) == f"{PATH}:5:3"
    assert str(head.place(("score",))) == f"{PATH}:1:1"
    assert str(head.place(("goals", "nobody"))) == f"{PATH}:3:1"


@pytest.mark.parametrize(
    ("written", "line", "column"),
    [
        ("A 10' B 200'", 2, 16),
        ("\"A 10' B 200'\"", 2, 17),
        ("'A 10'' B 200'''", 2, 18),
        ("A 10'\n  B 200'", 3, 5),
        (">\n  A 10'\n  B 200'", 4, 5),
        ("\"A\\u0020 10'  B 200'\"", 2, 24),
    ],
)
def test_characters_of_a_value_are_found_however_it_is_written(written: str, line: int, column: int) -> None:
    head = head_of(f"goals: {written}")
    value = str(head.plain["goals"])
    place = head.place(("goals",), value.index("200'"), 4)
    assert (place.line, place.column, place.length) == (line, column, 4)


def test_the_second_of_two_equal_words_is_found() -> None:
    head = head_of("goals: A 10' A 10'")
    assert head.place(("goals",), 8, 3).column == 16


# The two loaders, and the library that splits.


@pytest.mark.parametrize(
    "text", ["title: Foo: bar", "a: b\na: c", "a: [b, {c: d}]\ne: |\n  f", "a: @x", 'a: "b', "home: A\n  away: B", "a: x\ty"]
)
def test_without_libyaml_the_same_is_read_and_told(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast, fast_problems = read(f"---\n{text}\n---\n")
    monkeypatch.setattr(yaml_tree, "_LOADER", yaml.SafeLoader)
    slow, slow_problems = read(f"---\n{text}\n---\n")
    assert [(p.place, p.code) for p in slow_problems] == [(p.place, p.code) for p in fast_problems]
    if fast.head and slow.head:
        assert slow.head.plain == fast.head.plain


def test_the_c_loader_is_used_where_there_is_one() -> None:
    assert yaml_tree._LOADER is yaml.CSafeLoader  # noqa: SLF001 - speed rests on it: 2,821 µs a head without


def test_the_handler_reads_values_for_python_frontmatter_too() -> None:
    handler = HeadHandler()
    assert handler.detect("---\nscore: 1:0\n---\n")
    assert handler.load("score: 1:0") == {"score": "1:0"}
    assert handler.load("- a") == {}
