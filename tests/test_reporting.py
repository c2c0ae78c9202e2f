"""Problems as they are shown: to people, to programs, to GitHub."""

from __future__ import annotations

import json

from site_builder.problems import Place, Problem, in_order, warning
from site_builder.reporting import Style, as_github, as_json, as_text, counted

UNKNOWN = Problem(
    "unknown-key",
    Place("content/matches/2021/semi-final.md", 7, 1, 10),
    "a match report has no such key",
    "Did you mean `competition`?",
    excerpt="competiton: Coppa Italia",
)


def test_a_problem_looks_as_the_contract_says() -> None:
    assert as_text([UNKNOWN]) == (
        "unknown-key                              content/matches/2021/semi-final.md:7:1\n"
        "   7 | competiton: Coppa Italia\n"
        "     | ^^^^^^^^^^ a match report has no such key\n"
        "  Did you mean `competition`?"
    )
    assert counted([UNKNOWN]) == "1 problem in 1 file"


def test_colour_comes_only_when_asked_for() -> None:
    assert "\x1b[" in as_text([UNKNOWN], Style(colour=True))
    assert "\x1b[" not in as_text([UNKNOWN])


def test_warnings_of_a_kind_are_counted_after_the_first_few() -> None:
    many = [warning("misspelt-name", Place("a.md", n), f"sentence {n}") for n in range(1, 1201)]
    said = as_text([*many, UNKNOWN])
    assert said.count("misspelt-name (warning)") == 5
    assert "and 1,195 more `misspelt-name` warnings" in said
    assert counted([*many, UNKNOWN]) == "1 problem in 1 file, 1,200 warnings"


def test_problems_come_once_and_in_order_of_place() -> None:
    later = Problem("x", Place("b.md", 2), "m")
    first = Problem("y", Place("a.md", 10), "m")
    assert in_order([later, first, later, Problem("y", Place("a.md", 9), "m")])[1:] == (first, later)


def test_data_is_the_same_problem() -> None:
    (row,) = json.loads(as_json([UNKNOWN]))
    assert row == {
        "code": "unknown-key",
        "severity": "error",
        "path": "content/matches/2021/semi-final.md",
        "line": 7,
        "column": 1,
        "message": "a match report has no such key",
        "fix": "Did you mean `competition`?",
    }


def test_an_annotation_cannot_be_broken_out_of() -> None:
    sly = Problem("x", Place("content/a,b:c.md", 1), "one\n::error::two 100%")
    assert as_github([sly]) == "::error file=content/a%2Cb%3Ac.md,line=1,title=x::one%0A::error::two 100%25."
