"""Front matter: every value as text, at its line and column."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from front_matters import PATH, at, head_of, problem_of, read
from site_builder.content import front_matter, yaml_tree
from site_builder.content.decoding import decode
from site_builder.content.head_parting import HeadHandler, parted


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


def test_every_control_character_is_found_and_nothing_else() -> None:
    found = [code for code in range(0x11000) if not 0xD800 <= code < 0xE000 and decode("a.md", chr(code).encode())[1]]
    # A byte order mark goes, CR is a line's end.
    assert found == [*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\u2028", "\ufeff"])
def test_characters_that_hide_in_names_are_problems(char: str) -> None:
    _, problems = read(f"---\nhome: Ata{char}lanta\n---\n")
    assert [(p.code, at(p)) for p in problems] == [("invisible-character", (2, 10))]


@pytest.mark.parametrize("escape", [r"\0", r"\x07", r"\u202e", r"\u2028"])
def test_escapes_do_not_bring_them_in(escape: str) -> None:
    assert problem_of(f'home: "Ata{escape}lanta"').code == "control-character"


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


LINES = st.sampled_from(["---", "---", "----", "--- ", "---\t", "---x", "- --", "--", " ---", "", " ", "a: b", "Text.", "..."])


@given(st.lists(LINES, max_size=6), st.sampled_from(["", "\n", "\n\n", " \n"]), st.sampled_from(["", "\n"]))
def test_plain_lines_part_a_front_matter_as_python_frontmatter_does(lines: list[str], above: str, end: str) -> None:
    written = "\n".join(["---", *lines]) + end
    quick = front_matter._parted_plainly(written)  # noqa: SLF001 - the quick way against the general one
    assert quick is None or quick == parted(PATH, above, written)


def test_a_front_matter_between_plain_lines_is_parted_plainly() -> None:
    assert front_matter._parted_plainly("---\na: b\n---\nText.\n") == ("\na: b\n", "\nText.\n", ())  # noqa: SLF001 - as above
    assert front_matter._parted_plainly("---\na: b\n---") == ("\na: b\n", "", ())  # noqa: SLF001 - as above
