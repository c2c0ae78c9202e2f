"""Sizes: never enlarged, never two that are hardly different, and names that change with the bytes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from site_builder.images.model import Format, PictureFile
from site_builder.images.sizes import crest_variant, photo_variants, widths_of, works_of

PHOTO = PictureFile("matches/zapata.jpg", "0f" * 16, 4000, 3000, Format.JPEG)


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (1, (1,)),
        (480, (480,)),
        (500, (500,)),
        (700, (480, 700)),
        (1000, (480, 1000)),
        (1440, (480, 960, 1440)),
        (9000, (480, 960, 1440)),
    ],
)
def test_widths_go_up_to_the_photos_own(width: int, widths: tuple[int, ...]) -> None:
    assert widths_of(replace(PHOTO, width=width)) == widths


@pytest.mark.parametrize(
    ("given", "formats"),
    [
        (Format.JPEG, ["avif", "webp", "jpg"]),
        (Format.PNG, ["avif", "webp", "png"]),
        (Format.WEBP, ["avif", "webp"]),
        (Format.AVIF, ["webp", "avif"]),
        (Format.GIF, []),
        (Format.SVG, []),
    ],
)
def test_the_own_format_comes_last(given: Format, formats: list[str]) -> None:
    made = photo_variants(replace(PHOTO, format=given))
    assert [variants[0].path.rpartition(".")[2] for variants in made] == formats
    assert all(variant.path.startswith("matches/zapata-") for variants in made for variant in variants)


def test_proportions_stay_and_no_side_vanishes() -> None:
    assert [(v.width, v.height) for v in photo_variants(PHOTO)[0]] == [(480, 360), (960, 720), (1440, 1080)]
    assert photo_variants(replace(PHOTO, height=1))[0][0].height == 1


@pytest.mark.parametrize("sides", [(1, 79_000_000), (1440, 55_000), (79_000_000, 1), (3, 70_000)])
def test_the_oddest_proportions_give_sizes_that_every_format_holds(sides: tuple[int, int]) -> None:
    odd = replace(PHOTO, width=sides[0], height=sides[1])
    crest = crest_variant(odd)
    assert crest
    for variant in (crest, *(v for of_format in photo_variants(odd) for v in of_format)):
        assert 1 <= variant.width <= sides[0]
        assert 1 <= variant.height <= min(sides[1], 8192)


def test_a_name_changes_with_the_bytes_and_with_nothing_else() -> None:
    names = {v.path for of_format in photo_variants(PHOTO) for v in of_format}
    assert len(names) == 9
    assert names == {v.path for of_format in photo_variants(replace(PHOTO)) for v in of_format}
    assert not names & {v.path for of_format in photo_variants(replace(PHOTO, digest="1a" * 16)) for v in of_format}


@pytest.mark.parametrize(
    ("sides", "made"), [((600, 900), (85, 128)), ((900, 600), (128, 85)), ((60, 20), (60, 20)), ((1, 1), (1, 1))]
)
def test_a_crest_is_as_large_as_it_is_shown(sides: tuple[int, int], made: tuple[int, int]) -> None:
    variant = crest_variant(replace(PHOTO, width=sides[0], height=sides[1], format=Format.PNG))
    assert variant
    assert ((variant.width, variant.height), variant.format, variant.lossless) == (made, Format.WEBP, True)


def test_a_drawn_crest_is_shown_as_it_is() -> None:
    assert crest_variant(replace(PHOTO, format=Format.SVG)) is None


def test_only_what_is_shown_is_made() -> None:
    drawing = replace(PHOTO, path="a.svg", format=Format.SVG)
    pictures = {p.path: p for p in (PHOTO, replace(PHOTO, path="crest.png", format=Format.PNG), drawing)}
    works = works_of(pictures, {"matches/zapata.jpg", "a.svg"}, {"crest.png"})
    assert [(work.source, len(work.variants)) for work in works] == [("content/crest.png", 1), ("content/matches/zapata.jpg", 9)]
