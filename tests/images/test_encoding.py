"""Encoding: upright, in sRGB, without notes of the camera, the same bytes every time; broken files are said to be broken."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from photographs import bomb, drawing, opened, photo, turned
from site_builder.images.encoding import decoded, encode
from site_builder.images.headers import read_picture
from site_builder.images.model import BadPicture, Variant
from site_builder.images.sizes import crest_variant, photo_variants


def variants_of(file: Path) -> list[Variant]:
    picture = read_picture(file, file.name, "digest")
    assert picture
    crest = crest_variant(picture)
    return [variant for of_format in photo_variants(picture) for variant in of_format] + ([crest] if crest else [])


def made_of(folder: Path, data: bytes, name: str = "a.jpg") -> dict[Variant, bytes]:
    file = folder / name
    file.write_bytes(data)
    return dict(encode(file, variants_of(file)))


def test_every_variant_is_what_its_name_says(tmp_path: Path) -> None:
    made = made_of(tmp_path, photo(1000, 700))
    assert len(made) == 7
    for variant, data in made.items():
        picture = opened(data)
        assert (picture.format, picture.size) == (variant.format.name, (variant.width, variant.height))
    assert {v.width for v in made} == {480, 1000, 128}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_upright_and_forgets_who_took_it_where(tmp_path: Path, orientation: int) -> None:
    upright = drawing(64, 48)
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = upright.transpose(Image.Transpose(back[orientation])) if orientation in back else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored.save(tmp_path / "given.jpg", quality=95, exif=exif)
    for data in made_of(tmp_path, (tmp_path / "given.jpg").read_bytes()).values():
        picture = opened(data).convert("RGB")
        width, height = picture.size
        red, blue, foot = (
            picture.getpixel(at) for at in ((width // 5, height // 3), (width * 4 // 5, height // 3), (width // 2, height - 2))
        )
        assert isinstance(red, tuple)
        assert isinstance(blue, tuple)
        assert isinstance(foot, tuple)
        assert red[0] > 2 * red[2]
        assert blue[2] > 2 * blue[0]
        assert max(foot) < 60


def test_nothing_that_the_camera_noted_is_left(tmp_path: Path) -> None:
    given = turned(64, 48, 6)
    assert b"Telephone" in given
    for data in made_of(tmp_path, given).values():
        assert b"Telephone" not in data
        assert b"Exif" not in data
        assert not {"exif", "icc_profile", "xmp", "comment"} & opened(data).info.keys()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("PNG", "1"),
        ("PNG", "L"),
        ("PNG", "LA"),
        ("PNG", "P"),
        ("PNG", "RGBA"),
        ("PNG", "I;16"),
        ("JPEG", "CMYK"),
        ("JPEG", "L"),
        ("WEBP", "RGBA"),
    ],
)
def test_all_modes_become_colours_that_browsers_show(tmp_path: Path, kind: str, mode: str) -> None:
    picture = drawing(64, 48, "L").convert("I;16").point(lambda v: v * 256) if mode == "I;16" else drawing(64, 48, mode)
    picture.save(tmp_path / "given", kind)
    is_clear = mode in {"LA", "RGBA"}
    for variant, data in made_of(tmp_path, (tmp_path / "given").read_bytes()).items():
        found = opened(data)
        assert found.mode in ({"RGBA", "RGB"} if is_clear else {"RGB"}), variant
        head, foot = (found.convert("L").getpixel((found.width // 3, y)) for y in (2, found.height - 2))
        assert isinstance(head, float | int)
        assert isinstance(foot, float | int)
        assert head > foot + 40 or mode == "1"


def test_a_clear_picture_stays_clear(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (64, 48), (200, 30, 30, 0))
    clear.paste((30, 30, 200, 255), (0, 0, 32, 48))
    clear.save(tmp_path / "given.png")
    for variant, data in made_of(tmp_path, (tmp_path / "given.png").read_bytes(), "a.png").items():
        corner = opened(data).convert("RGBA").getpixel((opened(data).width - 2, 2))
        assert isinstance(corner, tuple)
        assert corner[3] < 8, variant


def test_a_profile_is_applied_and_a_broken_one_ignored(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), lab, b"no profile"):
        (tmp_path / "a.jpg").write_bytes(photo(64, 48, quality=95, icc_profile=profile))
        pixel = decoded(tmp_path / "a.jpg").getpixel((10, 10))
        assert isinstance(pixel, tuple)
        assert abs(pixel[0] - 200) < 8


def test_one_variant_alone_is_the_same_as_among_all(tmp_path: Path) -> None:
    made = made_of(tmp_path, photo(4000, 1200))
    for variant, data in made.items():
        assert dict(encode(tmp_path / "a.jpg", [variant])) == {variant: data}


def test_another_process_makes_the_same_bytes(tmp_path: Path) -> None:
    made = made_of(tmp_path, photo(700, 500))
    script = (
        "import sys; sys.path.insert(0, 'tests/images'); from pathlib import Path; from hashlib import sha256\n"
        "from test_encoding import variants_of; from site_builder.images.encoding import encode\n"
        "file = Path(sys.argv[1]); print(sorted(sha256(d).hexdigest() for _, d in encode(file, variants_of(file))))"
    )
    root = Path(__file__).parent.parent.parent
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = ['tests']\n{script}", str(tmp_path / "a.jpg")],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(sorted(sha256(data).hexdigest() for data in made.values()))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", photo(400, 300)[:2000]),
        ("a.png", photo(400, 300, "PNG")[:200]),
        ("a.webp", photo(400, 300, "WEBP")[:200]),
        ("a.avif", photo(400, 300, "AVIF")[:-200]),
        ("a.png", bomb(4000, 4000)),
    ],
)
def test_a_file_that_is_cut_off_is_a_bad_picture(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadPicture):
        decoded(tmp_path / name)


def test_a_single_pixel_is_a_picture(tmp_path: Path) -> None:
    assert {opened(data).size for data in made_of(tmp_path, photo(1, 1, "PNG"), "a.png").values()} == {(1, 1)}
