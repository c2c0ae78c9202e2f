"""`import` on the command line: results once and for all, articles as drafts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from authoring_commands import ARTICLES, ATALANTA, SEASON, head_of, run
from builders import TestSite, report
from site_builder.content.documents import read_document
from site_builder.content.model import Kind


def test_results_are_imported_once(site: TestSite, tmp_path: Path) -> None:
    site.write({"content/matches/a.md": report("Atalanta", "Lazio", "3-2", date="2021-01-27")})
    season = tmp_path / "Some Season.txt"
    season.write_bytes(b"\xef\xbb\xbf" + SEASON.replace("\n", "\r\n").encode())
    done = run(site, "import", str(season))
    assert done.exit_code == 0, done.output
    assert "Some Season.txt: wrote content/results/coppa-italia-2020-21.txt, 3 matches.\n" in done.output
    assert "  Atalanta BC is new to this site; the nearest name is Atalanta.\n" in done.output
    assert (site.folder / "content/results/coppa-italia-2020-21.txt").read_text(encoding="utf-8") == SEASON
    tree = {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}
    done = run(site, "import", str(season))
    assert (done.exit_code, "nothing changed" in done.output) == (0, True)
    assert {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()} == tree


def test_a_newer_file_takes_the_place_of_its_older_self(site: TestSite, tmp_path: Path) -> None:
    season = tmp_path / "season.txt"
    season.write_text(SEASON, encoding="utf-8")
    run(site, "import", str(season))
    season.write_text(SEASON.replace("Atalanta  v  Juventus", "Atalanta  1-2  Juventus"), encoding="utf-8")
    done = run(site, "import", str(season))
    assert done.exit_code == 0, done.output
    assert "1-2" in (site.folder / "content/results/coppa-italia-2020-21.txt").read_text(encoding="utf-8")


def test_what_an_author_edited_is_not_replaced(site: TestSite, tmp_path: Path) -> None:
    season = tmp_path / "season.txt"
    season.write_text(SEASON, encoding="utf-8")
    run(site, "import", str(season))
    site.write({"content/results/coppa-italia-2020-21.txt": SEASON.replace("0-0", "1-1")})
    season.write_text(SEASON.replace("3-1 (2-0)", "3-1 (1-0)"), encoding="utf-8")
    done = run(site, "import", str(season))
    assert done.exit_code == 1
    assert "edited since" in done.output
    assert "1-1" in (site.folder / "content/results/coppa-italia-2020-21.txt").read_text(encoding="utf-8")


def test_rows_that_contradict_a_report_are_listed(site: TestSite, tmp_path: Path) -> None:
    site.write({"content/matches/a.md": report("Atalanta", "Napoli", "4-1"), "content/teams/atalanta.md": ATALANTA})
    season = tmp_path / "season.txt"
    season.write_text(SEASON, encoding="utf-8")
    done = run(site, "import", str(season))
    assert done.exit_code == 1
    assert "content/results/coppa-italia-2020-21.txt:7" in done.output
    assert "content/matches/a.md" in done.output
    assert not (site.folder / "content/results").exists()


def test_csv_and_json_are_imported(site: TestSite, tmp_path: Path) -> None:
    (tmp_path / "E0.csv").write_bytes(
        "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nE0,11/08/2023,Burnley,Man City,0,3,A\n".encode("cp1252")
    )
    rows = {
        "name": "Ligue 1 2023/24",
        "matches": [{"round": "Matchday 1", "date": "2023-08-11", "team1": "Nice", "team2": "Lille", "score": {"ft": [1, 1]}}],
    }
    (tmp_path / "fr.1.json").write_text(json.dumps(rows), encoding="utf-8")
    done = run(site, "import", str(tmp_path / "E0.csv"), str(tmp_path / "fr.1.json"))
    assert done.exit_code == 0, done.output
    assert len(list((site.folder / "content/results").iterdir())) == 2
    assert site.build().matches == 2


def test_what_holds_no_matches_is_said(site: TestSite, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    done = run(site, "import", str(tmp_path / "x.json"))
    assert (done.exit_code, "no matches were found" in done.output) == (1, True)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("Datum;Heim;Gast\n2021-05-19;Atalanta;Juventus\n", "Name the columns as the keys of a match report"),
        ("competition,date,home,away\nCoppa Italia,19/05/2021,Atalanta,Juventus\n", "`19/05/2021` is no date"),
    ],
)
def test_a_table_that_cannot_be_read_is_told_why(site: TestSite, tmp_path: Path, table: str, told: str) -> None:
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")
    done = run(site, "import", str(tmp_path / "table.csv"))
    assert (done.exit_code, told in done.output, "table.csv:" in done.output) == (1, True, True), done.output


@pytest.mark.parametrize("name", ["02-broadsheet", "04-liveblog", "06-shootout", "09-tabloid", "18-ticker"])
def test_an_article_becomes_a_draft_that_can_be_built(site: TestSite, name: str) -> None:
    site.write(
        {
            "content/results/cup.txt": SEASON,
            "content/teams/atalanta.md": ATALANTA,
            "content/teams/napoli.md": "---\nname: Napoli\n---\n",
        }
    )
    done = run(site, "import", str(ARTICLES / f"{name}.txt"))
    assert done.exit_code == 0, done.output
    (path,) = (site.folder / "content/matches").rglob("*.md")
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n---\n" + (ARTICLES / f"{name}.txt").read_text(encoding="utf-8"))
    document, problems = read_document("content/matches/x.md", Kind.MATCH, text.encode())
    assert document
    assert {p.code for p in problems} <= {"fewer-goals-than-score"}
    # Whoever publishes the draft has to say when it was; whether prose agrees with it is for the checks of prose.
    codes = {p.code for p in site.problems(drafts=True) if p.is_error and not p.code.startswith("prose")}
    assert codes <= ({"missing-key"} if "undated" in path.name else set())
    before = path.read_bytes()
    assert run(site, "import", str(ARTICLES / f"{name}.txt")).exit_code == 0
    assert path.read_bytes() == before


def test_a_draft_takes_the_facts_of_the_fixture(site: TestSite) -> None:
    site.write({"content/results/cup.txt": SEASON, "content/teams/atalanta.md": ATALANTA})
    run(site, "import", str(ARTICLES / "02-broadsheet.txt"))
    text = (site.folder / "content/matches/2021/2021-02-10-atalanta-napoli.md").read_text(encoding="utf-8")
    assert "# as in content/results/cup.txt:7\ndate: 2021-02-10\n" in text
    _, _, away = text.partition("\n  away:\n")
    assert "# unsure: for this side by what stands near it only\n    - {player: Hirving Lozano, minute: 53}\n" in away


def test_a_draft_never_takes_the_place_of_a_report(site: TestSite) -> None:
    site.write({"content/matches/semi.md": report(), "content/teams/napoli.md": "---\nname: Napoli\n---\n"})
    done = run(site, "import", str(ARTICLES / "02-broadsheet.txt"))
    assert done.exit_code == 1
    assert "is reported already, in content/matches/semi.md" in done.output


def test_a_draft_is_held_against_the_goals_that_the_site_knows(site: TestSite, tmp_path: Path) -> None:
    goals = "               (Zapata 10', Pessina 16', 78'; Lozano 53')\n"
    known = SEASON.replace("3-1 (2-0)  Napoli\n", f"3-1 (2-0)  Napoli\n{goals}")
    site.write({"content/results/cup.txt": known, "content/teams/atalanta.md": ATALANTA})
    told = "Duván Zapata scored in the 12th minute. Hirving Lozano struck in the 53rd minute with a shot past Gollini."
    text = f"Atalanta 3-1 Napoli\n\n{told}\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run(site, "import", str(tmp_path / "a.txt"))
    written = (site.folder / "content/matches/2021/2021-02-10-atalanta-napoli.md").read_text(encoding="utf-8")
    assert "unsure: content/results/cup.txt:7 has 10'" in written.replace("for which side is not clear; ", "")
    assert "  away:\n" in written


def test_a_report_is_no_article(site: TestSite, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(report(), encoding="utf-8")
    done = run(site, "import", str(tmp_path / "a.md"))
    assert (done.exit_code, "has front matter already" in done.output) == (1, True)


def test_a_text_without_teams_is_refused(site: TestSite, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Nothing happened.\n", encoding="utf-8")
    done = run(site, "import", str(tmp_path / "note.txt"))
    assert done.exit_code == 1
    assert "no two teams" in done.output


def test_the_finals_of_a_cup_do_not_take_the_place_of_its_groups(site: TestSite, tmp_path: Path) -> None:
    groups, finals = tmp_path / "groups.txt", tmp_path / "finals.txt"
    groups.write_text("= World Cup 2022\n\n» Group A\nSun Nov 20\n  19:00  Qatar  0-2 (0-2)  Ecuador\n", encoding="utf-8")
    finals.write_text(
        "= World Cup 2022\n\n» Final\nSun Dec 18\n  18:00  Argentina  3-3 a.e.t. 4-2 pen.  France\n", encoding="utf-8"
    )
    for file in (groups, finals, finals, groups):
        assert run(site, "import", str(file)).exit_code == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in (site.folder / "content" / "results").iterdir()}
    assert written == {
        "world-cup-2022.txt": groups.read_text(encoding="utf-8"),
        "world-cup-2022-finals.txt": finals.read_text(encoding="utf-8"),
    }


def test_squads_are_no_article(site: TestSite, tmp_path: Path) -> None:
    squads = tmp_path / "squads.txt"
    squads.write_text("= World Cup 2022\n\nQatar\n  1 GK Saad Al Sheeb\n  2 DF Ro-Ro\n\nEcuador\n  1 GK Hernan Galindez\n")
    done = run(site, "import", str(squads))
    assert done.exit_code == 1
    assert "Football.TXT without a match" in done.output


def test_a_scorer_is_written_as_the_site_has_him(site: TestSite) -> None:
    season = "= World Cup 2022\n\n» Group E\nThu Dec 1 2022\n  22:00  Costa Rica  2-4 (0-1)  Germany\n"
    goals = "   (Tejeda 58' Vargas 70'; Gnabry 10' Havertz 73', 85' Niclas Fuellkrug 89')\n"
    site.write({"content/results/world-cup.txt": season + goals})
    assert run(site, "import", str(ARTICLES / "18-ticker.txt")).exit_code == 0
    (draft,) = site.folder.glob("content/matches/**/*.md")
    assert "Niclas Fuellkrug, minute: 89" in draft.read_text(encoding="utf-8")
    assert [problem.code for problem in site.problems(drafts=True) if problem.is_error] == []


def test_an_article_about_a_fixture_without_a_score_takes_its_facts(site: TestSite, tmp_path: Path) -> None:
    site.write({"content/results/cup.txt": SEASON})
    article = tmp_path / "final.txt"
    article.write_text(
        "Atalanta 1-2 Juventus\n\n19 May 2021\n\nFederico Chiesa decided it in the 73rd minute.\n", encoding="utf-8"
    )
    assert run(site, "import", str(article)).exit_code == 0
    head = head_of(site.folder / "content/matches/2021/2021-05-19-atalanta-juventus.md")
    assert (head["competition"], head["round"], head["score"]) == ("Coppa Italia", "Final", "1-2")


def test_what_is_longer_than_an_article_is_refused_at_once(site: TestSite, tmp_path: Path) -> None:
    article = tmp_path / "book.txt"
    article.write_text("Atalanta beat Napoli 3-1.\n" + "He scored after 10 minutes. " * 3000, encoding="utf-8")
    done = run(site, "import", str(article))
    assert done.exit_code == 1
    assert done.output.startswith("book.txt is longer than an article on one match (60,000 characters).")
    assert not list(site.folder.glob("content/matches/*"))


def test_a_report_in_one_line_that_begins_with_its_result_is_an_article(site: TestSite, tmp_path: Path) -> None:
    article = tmp_path / "report.txt"
    told = "Atalanta 1-0 Napoli. Duván Zapata scored the only goal of the afternoon from the spot after 12 minutes.\n"
    article.write_text(told, encoding="utf-8")
    done = run(site, "import", str(article))
    assert done.exit_code == 0, done.output
    (draft,) = site.folder.glob("content/matches/**/*.md")
    assert "{player: Duván Zapata, minute: 12, kind: penalty}" in draft.read_text(encoding="utf-8")
    assert not (site.folder / "content/results").exists()
