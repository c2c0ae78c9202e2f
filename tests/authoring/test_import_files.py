"""Files of results as they come: in old encodings, with others beside them, under other names, with more than before."""

from __future__ import annotations

import shutil
from pathlib import Path

from authoring_commands import SEASON, run
from builders import TestSite

DATA = Path(__file__).parent.parent / "data" / "international"
STORED = "content/results/coppa-italia-2020-21.txt"
MORE = SEASON.replace("Wed May 19\n", "Tue May 18\n  20:00  Inter  v  Roma\nWed May 19\n")


def brought(site: TestSite, folder: Path, name: str, data: str | bytes) -> str:
    """What is said when a file of this name is imported."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    done = run(site, "import", str(path))
    assert done.exit_code == 0, done.output
    return done.output


def test_a_file_in_the_encoding_of_old_windows_is_kept_in_utf_8(site: TestSite, tmp_path: Path) -> None:
    text = SEASON.replace("Napoli", "Köln")
    assert "wrote content/results/" in brought(site, tmp_path, "old.txt", text.replace("▪ ", "").encode("cp1252"))
    assert "Köln" in (site.folder / STORED).read_text(encoding="utf-8")
    site.build()
    assert "teams/koln.html" in site.tree()


def test_so_is_what_spreadsheets_call_unicode(site: TestSite, tmp_path: Path) -> None:
    assert "wrote content/results/" in brought(site, tmp_path, "new.txt", SEASON.replace("Napoli", "Köln").encode("utf-16"))
    assert "Köln" in (site.folder / STORED).read_text(encoding="utf-8")


def test_scorers_and_shoot_outs_that_lie_beside_a_file_come_with_it(site: TestSite, tmp_path: Path) -> None:
    folder = shutil.copytree(DATA, tmp_path / "World Cups")
    said = brought(site, folder, "results.csv", (DATA / "results.csv").read_bytes())
    assert "wrote content/results/world-cups/results.csv, " in said
    there = site.folder / "content/results/world-cups"
    assert {path.name for path in there.iterdir()} == {"results.csv", "goalscorers.csv", "shootouts.csv"}
    assert (there / "shootouts.csv").read_bytes() == (DATA / "shootouts.csv").read_bytes()
    assert "has all of it already; nothing changed" in brought(site, folder, "results.csv", (DATA / "results.csv").read_bytes())


def test_matches_that_a_file_of_another_name_tells_already_are_not_told_twice(site: TestSite, tmp_path: Path) -> None:
    site.write({"content/results/by-hand.txt": MORE})
    said = brought(site, tmp_path, "again.txt", SEASON)
    assert said == "again.txt: content/results/by-hand.txt has the same matches; nothing changed.\n"
    assert not (site.folder / STORED).exists()
    assert "wrote" in brought(site, tmp_path, "other.txt", SEASON.replace("0-0", "0-0 (0-0)"))


def test_a_file_of_another_name_that_has_more_takes_the_place_of_the_first(site: TestSite, tmp_path: Path) -> None:
    brought(site, tmp_path, "season.txt", SEASON)
    assert f"wrote {STORED}, 4 matches" in brought(site, tmp_path, "whole.txt", MORE)
    assert [path.name for path in (site.folder / "content/results").iterdir()] == ["coppa-italia-2020-21.txt"]
    assert site.build().matches == 4


def test_one_that_lacks_matches_of_the_first_stands_beside_it(site: TestSite, tmp_path: Path) -> None:
    brought(site, tmp_path, "season.txt", SEASON)
    final = "= Coppa Italia 2020/21\n\n▪ Final\nWed May 19\n  21:00  Atalanta  1-2  Juventus\n"
    assert "wrote content/results/coppa-italia-2020-21-final.txt, 1 match" in brought(site, tmp_path, "final.txt", final)
    assert "0-0" in (site.folder / STORED).read_text(encoding="utf-8")
