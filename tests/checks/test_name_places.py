from __future__ import annotations

from pathlib import Path

from builders import TestSite, report


def test_a_misspelt_player_is_told_at_the_line_that_names_him(tmp_path: Path) -> None:
    first = report(date="2021-02-10", score="1-0", goals='{home: "Duván Zapata 10\'"}')
    second = report(date="2021-02-17", score="1-0", away="Lazio", goals='{home: "Duván Zapata 10\'"}')
    third = report(date="2021-02-24", score="1-0", away="Roma", goals='{home: "Duván Zapatta 10\'"}')
    site = TestSite(tmp_path).write({f"content/matches/{n}.md": text for n, text in enumerate((first, second, third))})
    (problem,) = [problem for problem in site.problems() if problem.code == "misspelt-name"]
    assert "Zapatta" in problem.excerpt
    assert problem.place.column
