"""The check of a whole site: places, paths, switches, and verdicts that are kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builders import TestSite, no_bar, report
from prose_sites import CUP
from site_builder import prose_checking
from site_builder.build import check_site, inspect_site
from site_builder.checks.prose import report as judging
from site_builder.checks.prose.record import Record
from site_builder.checks.prose.report import Told
from site_builder.incremental.memo import Memo
from site_builder.outcome import Options
from site_builder.problems import Problem
from site_builder.prose_checking import FILE

WRONG = "A cold night.\n\nZapata opened the scoring in the 12th minute.\n"


def cup(text: str, **more: str) -> str:
    return report(date="2021-02-10", text=text, **{**CUP, **more})


def prose(problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.code.startswith("prose-")]


def checked(folder: Path, *paths: str) -> list[Problem]:
    return prose(check_site(Options(site=folder, jobs=1), [folder / path for path in paths], no_bar))


def test_a_conflict_is_a_problem_at_its_line_and_column(tmp_path: Path) -> None:
    site = TestSite(tmp_path).write({"content/matches/cup.md": cup(WRONG)})
    (problem,) = prose(site.problems())
    line, column = problem.place.line, problem.place.column
    source = (tmp_path / "content/matches/cup.md").read_text(encoding="utf-8").splitlines()
    assert problem.is_error
    assert problem.code == "prose-minute"
    assert source[line - 1][column - 1 :].startswith("12th")
    assert "minute 10" in problem.message


def test_a_build_does_not_pay_for_it(tmp_path: Path) -> None:
    site = TestSite(tmp_path).write({"content/matches/cup.md": cup(WRONG)})
    assert site.build().problems == ()


def test_title_and_description_are_held_against_the_data_too(tmp_path: Path) -> None:
    site = TestSite(tmp_path).write(
        {"content/matches/cup.md": cup("Text.", title="Atalanta 4-1 Napoli", description="Napoli win 3–1")}
    )
    found = {(problem.code, problem.place.line) for problem in prose(site.problems())}
    assert {code for code, _ in found} == {"prose-score", "prose-winner"}
    assert all(line for _, line in found)


@pytest.mark.parametrize("text", ["<!-- check: off -->\n" + WRONG, WRONG.replace("scoring", "scoring <!-- check: off -->")])
def test_an_author_can_except_a_text(tmp_path: Path, text: str) -> None:
    site = TestSite(tmp_path).write({"content/matches/cup.md": cup(text)})
    assert site.problems() == ()
    site.build()
    page = next(
        data.decode() for path, data in site.tree().items() if path.startswith("matches/2021/2021-") and path.endswith(".html")
    )
    assert "check: off" not in page


def test_texts_in_other_languages_are_left_alone(tmp_path: Path) -> None:
    site = TestSite(tmp_path).write({"content/matches/cup.md": cup(WRONG, lang="it")})
    assert prose(site.problems()) == []


def test_only_the_named_reports_are_looked_at(tmp_path: Path) -> None:
    other = report("Inter", "Juventus", "1-2", date="2021-02-02", text="Inter beat Juventus 3–2.")
    TestSite(tmp_path).write({"content/matches/cup.md": cup(WRONG), "content/matches/2021/inter.md": other})
    assert {p.place.path for p in checked(tmp_path)} == {"content/matches/cup.md", "content/matches/2021/inter.md"}
    assert {p.place.path for p in checked(tmp_path, "content/matches/2021")} == {"content/matches/2021/inter.md"}


def test_other_errors_do_not_hide_a_conflict(tmp_path: Path) -> None:
    site = TestSite(tmp_path).write({"content/matches/cup.md": cup(WRONG + "\n[[Nobody]]\n")})
    assert {problem.code for problem in site.problems()} == {"prose-minute", "broken-wiki-link"}


def test_verdicts_are_kept_where_there_is_a_cache_and_change_with_text_and_facts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".site-builder-cache").mkdir()
    site = TestSite(tmp_path).write({"content/matches/cup.md": cup(WRONG)})
    first = checked(tmp_path)
    assert (tmp_path / ".site-builder-cache" / FILE).is_file()
    judged: list[str] = []

    def check_report(told: Told, record: Record, read: Memo) -> tuple[Problem, ...]:
        judged.append(told.path)
        return really_check(told, record, read)

    really_check = judging.check_report
    monkeypatch.setattr(prose_checking, "check_report", check_report)
    assert checked(tmp_path) == first
    assert judged == []
    site.write({"content/matches/cup.md": cup(WRONG.replace("12th", "tenth"))})
    assert checked(tmp_path) == []
    assert judged
    site.write(
        {
            "content/matches/cup.md": cup(
                WRONG, goals="{home: \"Duván Zapata 12' Matteo Pessina 16', 78'\", away: \"Hirving Lozano 53'\"}"
            )
        }
    )
    assert checked(tmp_path) == []


def test_a_cache_that_is_no_cache_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / ".site-builder-cache").mkdir()
    (tmp_path / ".site-builder-cache" / FILE).write_bytes(b"\xc1 nonsense")
    TestSite(tmp_path).write({"content/matches/cup.md": cup(WRONG)})
    assert len(checked(tmp_path)) == 1


def test_a_check_leaves_no_folder_of_its_own(tmp_path: Path) -> None:
    TestSite(tmp_path).write({"content/matches/cup.md": cup(WRONG)})
    checked(tmp_path)
    assert not (tmp_path / ".site-builder-cache").exists()


def test_what_is_missing_is_told_by_season_for_the_named_matches(tmp_path: Path) -> None:
    other = report("Inter", "Juventus", "1-2", date="2021-01-17", competition="Serie A")
    site = TestSite(tmp_path).write({"content/matches/cup.md": cup("Text."), "content/matches/inter.md": other})
    found = inspect_site(Options(site=tmp_path, jobs=1), [], no_bar, missing=True).missing
    assert {(one.competition, one.fact) for one in found} == {
        ("Coppa Italia", "assists"),
        ("Coppa Italia", "crowds"),
        *(("Serie A", fact) for fact in ("scorers", "assists", "line-ups", "cards", "crowds")),
    }
    said = site.command("check", "content/matches/inter.md", "--missing", "--format", "json")
    data = json.loads(said.stdout)
    assert {one["competition"] for one in data["missing"]} == {"Serie A"}
    assert data["missing"][0]["examples"] == ["matches/2021/2021-01-17-inter-juventus"]
    assert data["problems"] == []
    assert "Serie A 2020–21\n  scorers are not known" in site.command("check", "--missing").stdout


def test_the_message_in_the_docs_is_the_one_that_is_printed() -> None:
    root = Path(__file__).parent
    docs = (root.parent / "docs" / "checking.md").read_text(encoding="utf-8")
    message = docs[docs.index("prose-minute  ") : docs.index("```\n\nA report is read")]
    assert message in (root / "broken" / "prose-against-data" / "expected.txt").read_text(encoding="utf-8")
