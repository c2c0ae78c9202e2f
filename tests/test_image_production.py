"""Pictures in builds: encoded once for ever, the same whoever makes them, gone when no page shows them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from builders import TestSite, report
from photographs import photo
from site_builder.images import encoding
from site_builder.images.model import Variant

PHOTO = "[{src: a.jpg, alt: Zapata shoots, credit: Somebody}]"


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of all variants that were encoded, in their order."""
    paths: list[str] = []
    encode = encoding.encode

    def noted(file: Path, variants: Iterable[Variant]) -> Iterator[tuple[Variant, bytes]]:
        for variant, data in encode(file, variants):
            paths.append(variant.path)
            yield variant, data

    monkeypatch.setattr(encoding, "encode", noted)
    return paths


def with_photo(site: TestSite) -> TestSite:
    return site.write({"content/matches/one.md": report(photos=PHOTO), "content/matches/a.jpg": photo(600, 400)})


def test_a_picture_is_encoded_once(site: TestSite, encoded: list[str]) -> None:
    with_photo(site).build()
    first, tree = len(encoded), site.tree()
    assert first == len(set(encoded)) == 6
    assert site.build().written == 0
    shutil.rmtree(site.output)
    site.build()
    assert len(encoded) == first
    assert site.tree() == tree


def test_without_its_cache_a_picture_that_stands_is_left_alone(site: TestSite, encoded: list[str]) -> None:
    with_photo(site).build()
    shutil.rmtree(site.folder / ".site-builder-cache")
    assert site.build().written == 0
    assert len(encoded) == 6


def test_only_a_new_picture_is_encoded_and_the_old_one_goes(site: TestSite, encoded: list[str]) -> None:
    with_photo(site).write({"content/matches/two.md": report(date="2021-02-11", photos=PHOTO.replace("a.jpg", "b.jpg"))})
    site.write({"content/matches/b.jpg": photo(300, 200)}).build()
    before = set(site.tree())
    encoded.clear()
    site.write({"content/matches/b.jpg": photo(320, 200)}).build()
    assert len(encoded) == 3
    gone = before - set(site.tree())
    assert len(gone) == 3
    assert all(path.startswith("matches/b-300-") for path in gone)


def test_an_edit_of_the_words_encodes_nothing(site: TestSite, encoded: list[str]) -> None:
    with_photo(site).build()
    encoded.clear()
    site.write({"content/matches/one.md": report(photos=PHOTO, text="They won.")}).build()
    assert encoded == []


def test_the_cache_holds_what_pages_show_and_nothing_else(site: TestSite) -> None:
    with_photo(site).build()
    pictures = site.folder / ".site-builder-cache" / "pictures"
    assert len(list(pictures.iterdir())) == 6
    site.write({"content/matches/one.md": report()}).remove("content/matches/a.jpg").build()
    assert list(pictures.iterdir()) == []


def test_a_check_encodes_nothing_and_makes_no_cache(site: TestSite, encoded: list[str]) -> None:
    assert with_photo(site).problems() == ()
    assert encoded == []
    assert not (site.folder / ".site-builder-cache").exists()


def test_workers_make_the_same_bytes(site: TestSite, tmp_path: Path) -> None:
    with_photo(site).write({"content/matches/two.md": report(date="2021-02-11", photos=PHOTO.replace("a.jpg", "b.jpg"))})
    site.write({"content/matches/b.jpg": photo(300, 200)}).build(jobs=2)
    tree = site.tree()
    site.output = tmp_path / "other"
    site.build(output=site.output, cache=tmp_path / "cache")
    assert site.tree() == tree


def test_what_stands_in_the_way_of_a_picture_is_told(site: TestSite) -> None:
    with_photo(site).build()
    path = next(path for path in site.tree() if path.endswith(".avif"))
    site.write({f"content/{path}": "mine"})
    assert [problem.code for problem in site.refused().problems] == ["same-path"]


def test_copies_of_a_photo_under_two_suffixes_are_one_problem(site: TestSite) -> None:
    both = PHOTO.removesuffix("]") + ", " + PHOTO.removeprefix("[").replace("a.jpg", "a.png")
    site.write({"content/matches/one.md": report(photos=both)})
    site.write({f"content/matches/{name}": photo(1600, 1000) for name in ("a.jpg", "a.png")})
    assert [(problem.code, problem.fix) for problem in site.problems() if problem.is_error] == [
        ("same-path", "Rename one of the two.")
    ]


def test_another_version_of_the_extra_looks_at_every_picture_again(
    site: TestSite, encoded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_photo(site).build()
    encoded.clear()
    monkeypatch.setattr("site_builder.images.extra.versions", lambda: ("another", "one"))
    monkeypatch.setattr(encoding, "encoders", lambda: ("another",))
    site.build()
    assert len(encoded) == 6


def test_a_picture_that_prose_names_anew_is_sized_like_any_other(site: TestSite) -> None:
    with_photo(site).write({"content/matches/b.jpg": photo(300, 200)}).build()
    site.write({"content/matches/one.md": report(photos=PHOTO, text="See ![Him](b.jpg).")}).build()
    assert len([path for path in site.tree() if path.startswith("matches/b-300-")]) == 3
    site.write({"content/matches/one.md": report(photos=PHOTO)}).build()
    assert not [path for path in site.tree() if path.startswith("matches/b-300-")]
