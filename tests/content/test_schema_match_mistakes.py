"""Values of a match report that are wrong, told at their place with what to do."""

from __future__ import annotations

import pytest

from content_heads import MATCH, only, read_head, told
from site_builder.content.model import Kind


def dated(yaml: str) -> str:
    """A report with these lines from the fifth on, and with a date."""
    return f"{MATCH}{yaml}" if yaml.startswith("date:") else f"{MATCH}{yaml}\ndate: 2021-02-10"


@pytest.mark.parametrize(
    ("yaml", "code", "line", "column"),
    [
        ("score: 130", "unreadable-score", 5, 8),
        ("score: {home: 1, away: 0}", "wrong-kind-of-value", 5, 1),
        ("half_time: 1-0-0\nscore: 1-0", "unreadable-score", 5, 15),
        ("goals: {home: \"A 10' B 200'\", away: C}\nscore: 2-1", "unreadable-goals", 5, 24),
        ("score: 1-1\ngoals: A 10' B 20'", "unreadable-goals", 6, 8),
        ("score: 2-0\ngoals:\n  home:\n    - A 10'\n    - B 0'", "unreadable-goals", 9, 9),
        ("score: 1-0\ngoals: [{player: A}]", "missing-key", 6, 9),
        ("score: 1-0\ngoals: {home: [{minute: 5}]}", "missing-key", 6, 16),
        ("score: 1-0\ngoals: {home: [{player: A, minut: 5}]}", "unknown-key", 6, 28),
        ("score: 1-0\ngoals: [{player: A, side: home, minut: 5}]", "unknown-key", 6, 33),
        ("score: 1-0\ngoals: {hom: A}", "unknown-key", 6, 9),
        ("score: 1-0\ngoals: [{player: A, side: north}]", "not-a-choice", 6, 27),
        ("score: 1-0\ngoals: {home: [{player: A, kind: header}]}", "not-a-choice", 6, 34),
        ('cards: {home: "A 10\' (Q)"}', "unreadable-cards", 5, 23),
        ('cards: {home: ["A 10\' (Y)", "B 20\' (Q)"]}', "unreadable-cards", 5, 37),
        ("lineups: {home: [A, B (C 200')]}", "unreadable-line-up", 5, 26),
        ("shootout: [1-0 A, 5-0 B]\nscore: 1-1", "unreadable-shootout", 5, 19),
        ("stats: {shots: many}", "unreadable-stat", 5, 16),
        ("managers: Gasperini", "wrong-kind-of-value", 5, 11),
        ("formation: {home: 433}", "not-a-formation", 5, 19),
        ("bench: {home: {a: b}}", "wrong-kind-of-value", 5, 9),
        ('bench: {home: "Caldara, Muriel (60\')"}', "unreadable-line-up", 5, 15),
        ("bench: {home: [Caldara, Muriel 🟨]}", "unreadable-line-up", 5, 25),
        ("bench: {home: [☆]}", "unreadable-line-up", 5, 16),
        ("bench: {home: Caldara - Muriel}", "unreadable-line-up", 5, 15),
        ("bench: {home: [Caldara, Muriel (not used)]}", "unreadable-line-up", 5, 25),
        ("bench: {home: [Caldara, Muriel (for Toloi)]}", "unreadable-line-up", 5, 25),
        ("bench: {home: [Caldara, Muriel (Y)]}", "unreadable-line-up", 5, 25),
        ("bench: {home: [Caldara, etc.]}", "unreadable-line-up", 5, 25),
        ("bench: {home: [Caldara, …]}", "unreadable-line-up", 5, 25),
        ("bench: {home: [Caldara, Muriel (9)]}", "unreadable-line-up", 5, 25),
        ("cards: {home: Gasperini (manager) 31' (R)}", "unreadable-cards", 5, 15),
        ("cards: {home: Toloi for dissent 31' (Y)}", "unreadable-cards", 5, 15),
        ("managers: {home: TBC}", "not-known", 5, 18),
        ("leg: 0", "not-a-number", 5, 6),
        ("matchday: Matchday 3", "not-a-number", 5, 11),
        ("attendance: many", "not-a-number", 5, 13),
        ("attendance: 22,62", "not-a-number", 5, 13),
        ("neutral: on", "not-true-or-false", 5, 10),
        ("status: canceled", "not-a-choice", 5, 9),
        ("winner: Atalanta", "not-a-choice", 5, 9),
        ("type: reports", "not-a-choice", 5, 7),
        ("season: 2020-25", "not-a-season", 5, 9),
        ("date: 2024-02-30", "not-a-date", 5, 7),
        ("venue: TBC", "not-known", 5, 8),
        ("referee: n/a", "not-known", 5, 10),
        ("player_of_the_match: unknown", "not-known", 5, 22),
        ("assistants: [Tegoni, TBA]", "not-known", 5, 22),
        ("author: TBC", "not-known", 5, 9),
        ('title: ""', "empty-value", 5, 8),
        ("title: [a]", "wrong-kind-of-value", 5, 1),
        ("photos: [{alt: x}]", "missing-key", 5, 10),
        ("photos: [{src: x.jpg, cap: y}]", "unknown-key", 5, 23),
        ("sources: [{}]", "missing-key", 5, 11),
        ("corrections: [{date: yesterday, text: x}]", "not-a-date", 5, 22),
        ("tags: {a: b}", "wrong-kind-of-value", 5, 1),
        ("lang: english", "not-a-language", 5, 7),
        ("time: 20:45", "unknown-key", 5, 1),
        ("foo:", "unknown-key", 5, 1),
    ],
)
def test_a_wrong_value_is_told_at_its_place(yaml: str, code: str, line: int, column: int) -> None:
    assert told(Kind.MATCH, dated(yaml)) == [(code, line, column)]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("half-time", "`half_time`"),
        ("stadium", "`venue`"),
        ("time", "`date: 2021-02-10 20:45`"),
        ("refere", "`referee`"),
        ("possession", "`stats`"),
        ("substitutions", "`lineups`"),
        ("Photos", "`photos`"),
        ("location", "`venue`"),
        ("Att", "`attendance`"),
        ("esito", "`score`"),
        ("Zuschauer", "`attendance`"),
        ("stage", "`round`"),
    ],
)
def test_an_unknown_key_comes_with_the_one_that_was_meant(key: str, meant: str) -> None:
    problem = only(Kind.MATCH, dated(f"{key}: x"))
    assert (problem.message, problem.fix) == ("a match report has no such key", f"Did you mean {meant}?")


def test_a_key_of_another_kind_of_document_is_no_guess() -> None:
    assert "`extra:`" in only(Kind.TEAM, "name: Torino\nleague: Serie A").fix
    assert only(Kind.TEAM, "name: Torino\nstadium: Stadio Olimpico").fix == "Did you mean `ground`?"


def test_a_comment_in_a_list_is_told_to_want_quotes() -> None:
    assert only(Kind.TEAM, "name: Torino\ncolours: [white, #8A1E03]").fix == (
        '`#` begins a comment: put quotes around what begins with it, as in `"#8A1E03"`.'
    )


def test_a_key_that_nothing_is_like_belongs_under_extra() -> None:
    assert "`extra:`" in only(Kind.MATCH, dated("zzzz: x")).fix


def test_a_misspelt_key_is_one_mistake_and_not_also_a_missing_one() -> None:
    problem = only(Kind.MATCH, "competiton: Coppa Italia\nhome: A\naway: B\ndate: 2021-02-10")
    assert (problem.code, problem.place.line, problem.place.column, problem.place.length) == ("unknown-key", 2, 1, 10)
    assert problem.fix == "Did you mean `competition`?"


def test_missing_keys_are_told_where_the_front_matter_opens() -> None:
    assert told(Kind.MATCH, "date: 2021-02-10\nscore: 1-0") == [("missing-key", 1, 1)] * 3


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("", True),
        ("date:", True),
        ("date: 2021-02-10", False),
        ("dat: 2021-02-10", False),
        ("draft: yes", False),
        ("draft: No", True),
    ],
)
def test_a_missing_date_is_told_with_other_missing_keys(said: str, is_told: bool) -> None:  # noqa: FBT001 - a case of the test
    _, problems = read_head(Kind.MATCH, f"home: Atalanta\nscore: 3-1\n{said}")
    missing = [problem.message for problem in problems if problem.code == "missing-key"]
    assert missing[:2] == [f"a match report needs the key `{key}`" for key in ("competition", "away")]
    assert missing[2:] == ["a match report needs the key `date`"] * is_told


@pytest.mark.parametrize("yaml", ["goals: {home: Zapata 10', Pessina 16', away: Lozano 53'}", "bench: {home: Lozano, Zapata}"])
def test_a_value_that_a_comma_cuts_within_brackets_is_told_to_want_quotes(yaml: str) -> None:
    problem = only(Kind.MATCH, dated(f"{yaml}\nscore: 2-1"))
    assert (problem.code, problem.message) == ("front-matter-syntax", "a comma ends a value within brackets, and cuts this off")
    assert problem.fix == 'Put straight quotes (`"`) around all of the value.'


@pytest.mark.parametrize("yaml", ["score: “3-1”", "goals: {home: “Zapata 10'”}\nscore: 1-0", "leg: „2“"])
def test_curly_quotes_around_a_value_are_told_as_such(yaml: str) -> None:
    assert only(Kind.MATCH, dated(yaml)).fix == 'Put straight quotes (`"`) around the value: curly ones are part of it.'


def test_a_leg_in_words_is_shown_a_number_that_legs_have() -> None:
    assert only(Kind.MATCH, dated("leg: first")).fix == "Write digits, as in `2`."


@pytest.mark.parametrize("mistake", ["competition: Coppa Italia\nscore: 3", "competiton: Coppa Italia"])
def test_a_missing_date_is_told_with_wrong_values_and_misspelt_keys(mistake: str) -> None:
    codes = [code for code, _, _ in told(Kind.MATCH, f"home: Atalanta\naway: Napoli\n{mistake}")]
    assert (len(codes), codes[-1]) == (2, "missing-key")
    assert "missing-key" not in [code for code, _, _ in told(Kind.MATCH, dated("score: 3"))]


def test_an_ordinal_is_told_its_number() -> None:
    assert only(Kind.MATCH, dated("matchday: 22nd")).fix == "Write `22`."


def test_all_mistakes_are_told_at_once() -> None:
    yaml = "home: A\naway: B\ncompetiton: C\ndate: 2024-02-30\nscore: 3\nstatus: won\nphotos: [{alt: x}]\nlang: x"
    assert [code for code, _, _ in sorted(told(Kind.MATCH, yaml), key=lambda t: t[1])] == [
        "unknown-key",
        "not-a-date",
        "unreadable-score",
        "not-a-choice",
        "missing-key",
        "not-a-language",
    ]


def test_a_wrong_value_leaves_no_document() -> None:
    document, problems = read_head(Kind.MATCH, dated("score: 3"))
    assert document is None
    assert problems[0].is_error


@pytest.mark.parametrize(
    "wrong",
    ["attendance: many", "vennue: Gewiss Stadium", "referee: [A, B]", "photos: [{scr: a.jpg}]", "ratings: [Zapata]"],
)
def test_arithmetic_is_told_with_a_value_beside_it_that_cannot_be_read(wrong: str) -> None:
    codes = [code for code, _, _ in told(Kind.MATCH, dated(f"score: 0-2\nhalf_time: 0-3\n{wrong}"))]
    assert "half-time-above-score" in codes
    assert len(codes) == 2


@pytest.mark.parametrize("wrong", ["scor: 1-0", "gaols: A 10'", "risultato: 1-0", "goals: A 200'", "status: over", "score: 130"])
def test_no_arithmetic_is_told_that_may_lack_what_cannot_be_read(wrong: str) -> None:
    codes = [code for code, _, _ in told(Kind.MATCH, dated(f"half_time: 2-0\n{wrong}"))]
    assert codes
    assert not {"half-time-without-score", "half-time-above-score", "fewer-goals-than-score", "status-and-score"} & set(codes)


@pytest.mark.parametrize("sign", ["-", "?", '"-"', '"?"', "–", "--", "??"])
@pytest.mark.parametrize(
    "key",
    [
        *("title", "date", "season", "round", "matchday", "leg", "group", "score", "half_time", "status", "winner", "neutral"),
        *("venue", "referee", "assistants", "attendance", "weather", "player_of_the_match", "lineups", "managers", "stats"),
        *("photos", "image", "author", "tags", "lang", "slug", "draft"),
    ],
)
def test_a_sign_for_nothing_is_told_to_be_left_out_with_its_key(key: str, sign: str) -> None:
    dated = "" if key == "date" else "date: 2021-02-10\n"
    assert only(Kind.MATCH, f"{MATCH}{dated}{key}: {sign}").fix == "Leave the key out where its value is not known."


@pytest.mark.parametrize("yaml", ["goals:\n  home: ?", "goals:\n  home: -", 'goals: {home: "?"}', 'stats: {shots: "-"}'])
def test_a_sign_for_nothing_is_told_below_other_keys_as_well(yaml: str) -> None:
    assert only(Kind.MATCH, dated(f"{yaml}\nscore: 1-0")).fix == "Leave the key out where its value is not known."
