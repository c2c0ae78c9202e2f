"""What a build keeps for the next one: which files, what becomes of them with each edit, and when they are not to be trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import report
from edited_season import Season, league_match, page_of, path_of
from site_builder import last_build
from site_builder.last_build import FOLDER
from site_builder.looking import Look
from site_builder.outcome import Options
from site_builder.standstill import standing_still


@pytest.fixture
def season(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Season:
    return Season(tmp_path, monkeypatch)


@pytest.mark.parametrize("harm", [lambda _: b"", lambda data: data[:-5], lambda data: data[:40] + b"\x00" + data[41:]])
def test_a_last_build_that_cannot_be_trusted_is_none(season: Season, harm: Callable[[bytes], bytes]) -> None:
    folder = season.site.folder / ".site-builder-cache" / FOLDER
    for number, kind in enumerate((".cells", ".traces", ".msgpack")):
        path = next(path for path in folder.iterdir() if path.suffix == kind)
        path.write_bytes(harm(path.read_bytes()))
        built = season.after({path_of(3): league_match(3, text=f"A match.\n\nAs there are {number}.")})
        assert built.changed == (page_of(3),)
        assert season.is_linked_anew


def test_where_nothing_was_edited_only_the_head_is_needed(season: Season) -> None:
    folder = season.site.folder / ".site-builder-cache" / FOLDER
    for path in folder.iterdir():
        if path.suffix != ".msgpack":
            path.unlink()
    look = Look(Options(season.site.folder, season.site.output))
    built = standing_still(look)
    assert built
    assert (built.written, built.unchanged) == (0, len(season.site.tree()))


def test_what_came_since_is_kept_beside_the_files_of_the_whole_build(season: Season) -> None:
    folder = season.site.folder / ".site-builder-cache" / FOLDER
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".msgpack"}
    season.after({path_of(3): league_match(3, "3-3")})
    season.after({path_of(4): league_match(4, "0-3")})
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".msgpack"} == before
    assert not season.is_linked_anew


def test_a_whole_build_of_another_output_between_two_edits_takes_nothing_from_the_second(season: Season, tmp_path: Path) -> None:
    """The head names its files: another build that replaced them leaves a page that it made from others as it was."""
    season.after({path_of(3): league_match(3, "3-3")})
    season.site.build(output=tmp_path / "other", drafts=True)
    built = season.after({path_of(3): league_match(3, "3-4")})
    assert page_of(3) in built.changed


def test_three_files_are_all_that_is_kept(season: Season) -> None:
    for number in range(3):
        season.after({path_of(number): league_match(number, "3-3")})
    season.after({"content/matches/late.md": report("Lazio", "Juventus", date="2021-03-20")})
    assert sorted(path.suffix for path in (season.site.folder / ".site-builder-cache" / FOLDER).iterdir()) == [
        ".cells",
        ".msgpack",
        ".traces",
    ]


def test_what_is_kept_does_not_grow_with_edits_of_the_same_pages(season: Season, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where so much came since that all is written anew, what later edits took the place of is left out."""
    monkeypatch.setattr(last_build, "MOST_SINCE", 0)
    sizes = []
    for goals in range(8):
        season.after({path_of(3): league_match(3, f"3-{goals}")})
        (traces,) = (season.site.folder / ".site-builder-cache" / FOLDER).glob("*.traces")
        sizes.append(traces.stat().st_size)
    assert not season.is_linked_anew
    assert max(sizes[3:]) < 1.1 * max(sizes[:3]), sizes
