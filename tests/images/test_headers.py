"""Headers: what a picture is, whatever it is called, and what is said of files that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from photographs import bomb, moving, photo, turned
from site_builder.images import extra, headers
from site_builder.images.headers import is_picture, read_pictures
from site_builder.images.model import Format, PictureFile
from site_builder.problems import Problem

SVG = '<?xml version="1.0"?><!-- <svg> --><svg xmlns="http://www.w3.org/2000/svg" {}><path/></svg>'


def read(folder: Path, name: str, data: bytes) -> tuple[PictureFile | None, tuple[Problem, ...]]:
    (folder / "content").mkdir(exist_ok=True)
    (folder / "content" / name).write_bytes(data)
    found, problems = read_pictures(folder, [(f"content/{name}", "digest")])
    return found.get(name), problems


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_every_format_is_read_by_its_bytes(tmp_path: Path, kind: str) -> None:
    suffix = Format[kind].suffix
    assert read(tmp_path, f"a.{suffix}", photo(40, 30, kind)) == (PictureFile(f"a.{suffix}", "digest", 40, 30, Format[kind]), ())


@pytest.mark.parametrize(("orientation", "sides"), [(1, (40, 30)), (3, (40, 30)), (6, (30, 40)), (8, (30, 40))])
def test_sides_are_those_of_the_picture_as_it_is_shown(tmp_path: Path, orientation: int, sides: tuple[int, int]) -> None:
    picture, _ = read(tmp_path, "a.jpg", turned(40, 30, orientation))
    assert picture
    assert (picture.width, picture.height) == sides


@pytest.mark.parametrize(("kind", "suffix"), [("GIF", "gif"), ("PNG", "png"), ("WEBP", "webp"), ("AVIF", "avif")])
def test_what_moves_is_shown_as_it_is(tmp_path: Path, kind: str, suffix: str) -> None:
    picture, problems = read(tmp_path, f"a.{suffix}", moving(kind))
    assert (picture and (picture.is_animated, picture.is_sized), problems) == ((True, False), ())


def test_a_wrong_suffix_is_told_and_the_bytes_decide(tmp_path: Path) -> None:
    picture, (problem,) = read(tmp_path, "a.jpg", photo(4, 3, "PNG"))
    assert picture
    assert picture.format is Format.PNG
    assert (problem.code, problem.is_error, problem.fix) == ("picture-suffix", False, "Rename it to end in `.png`.")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.jpg", b"", "bad-picture"),
        ("a.jpg", b"<html><script>alert(1)</script>", "bad-picture"),
        ("a.jpg", SVG.encode(), "bad-picture"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(32), "bad-picture"),
        ("a.jpg", photo()[:40], "bad-picture"),
        ("a.gif", b"GIF89a", "bad-picture"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "bad-picture"),
        ("a.avif", photo(kind="AVIF")[:60], "bad-picture"),
        ("a.png", photo(kind="TIFF"), "bad-picture"),
        ("a.png", photo(kind="PPM"), "bad-picture"),
        ("a.svg", b"<html></html>", "bad-picture"),
        ("a.png", bomb(9000, 9000), "picture-too-large"),
        ("a.png", bomb(100_000, 100_000), "picture-too-large"),
    ],
)
def test_what_is_no_picture_is_a_problem_of_its_file(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    picture, (problem,) = read(tmp_path, name, data)
    assert picture is None
    assert (problem.code, problem.place.path, problem.is_error) == (code, f"content/{name}", True)


def test_a_file_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    assert [p.code for p in read_pictures(tmp_path, [("content/a.jpg", ""), ("content/a.svg", "")])[1]] == ["bad-picture"] * 2


@pytest.mark.parametrize(
    ("attributes", "sides"),
    [
        ('width="48" height="60"', (48, 60)),
        ("width='48px' height='60.4px'", (48, 60)),
        ('viewBox="0 0 20 24"', (20, 24)),
        ('width="100%" height="100%" viewBox="-1,-1 20.5,24"', (20, 24)),
        ('width="100%"', (0, 0)),
        ("", (0, 0)),
        ('data-x=">" viewBox="0 0 3 4"', (3, 4)),
    ],
)
def test_a_drawing_may_tell_its_sides(tmp_path: Path, attributes: str, sides: tuple[int, int]) -> None:
    picture, _ = read(tmp_path, "a.svg", SVG.format(attributes).encode())
    assert picture
    assert (picture.width, picture.height, picture.is_sized) == (*sides, False)


def test_a_drawing_with_very_many_attributes_is_read_at_once(tmp_path: Path) -> None:
    picture, problems = read(tmp_path, "a.svg", b"<svg" + b' a="' * 16_000)
    assert (picture, [p.code for p in problems]) == (None, ["bad-picture"])


def test_without_pillow_only_drawings_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headers, "is_installed", lambda _package: False)
    assert read(tmp_path, "a.jpg", photo()) == (None, ())
    assert read(tmp_path, "b.svg", SVG.format('viewBox="0 0 3 4"').encode())[0] is not None


def test_pictures_are_told_by_their_names() -> None:
    assert [name for name in ("a.JPG", "b.pdf", "c.svg", "png") if is_picture(name)] == ["a.JPG", "c.svg"]


def test_the_extra_knows_its_versions() -> None:
    assert extra.version_of(extra.PHOTOS)
    assert extra.versions() == (extra.version_of(extra.PHOTOS), extra.version_of(extra.CARDS))
    assert extra.is_installed(extra.CARDS)
    assert not extra.is_installed("no_such_package")
