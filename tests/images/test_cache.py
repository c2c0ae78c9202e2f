"""The cache of pictures: what was kept is found, what was harmed is not, and nothing ever raises."""

from __future__ import annotations

from pathlib import Path

from site_builder.images.cache import FOLDER, PictureCache

KEY, OTHER = "0f" * 16, "1a" * 16


def test_what_was_kept_is_found_and_no_repository_takes_it(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "cache")
    cache.keep(KEY, b"picture")
    assert (cache.find(KEY), cache.find(OTHER)) == (b"picture", None)
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"
    assert [path.name for path in (tmp_path / "cache" / FOLDER).iterdir()] == [KEY]


def test_what_was_harmed_is_not_found(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    cache.keep(KEY, b"picture")
    kept = tmp_path / FOLDER / KEY
    whole = kept.read_bytes()
    for harmed in (b"", whole[:-1], whole[:10], whole + b"x", bytes(len(whole))):
        kept.write_bytes(harmed)
        assert cache.find(KEY) is None


def test_what_no_page_shows_any_more_goes_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    cache.keep(KEY, b"picture")
    cache.keep(OTHER, b"picture")
    (tmp_path / FOLDER / "diary.txt").write_text("mine")
    cache.keep_only({OTHER})
    assert sorted(path.name for path in (tmp_path / FOLDER).iterdir()) == [OTHER, "diary.txt"]


def test_a_folder_that_cannot_be_used_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for cache in (PictureCache(None), PictureCache(tmp_path / "file")):
        cache.keep(KEY, b"picture")
        cache.keep_only(())
        assert cache.find(KEY) is None
