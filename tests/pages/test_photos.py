"""Photos from the report's folder to the page: where they lie, what stands under them, what is missing or wrong."""

from __future__ import annotations

import re

import pytest

from builders import TestSite, report
from photographs import bomb, moving, photo, turned
from site_builder.image_preparation import PHOTOS_AS_THEY_ARE

ONE = "matches/2021/2021-02-10-atalanta-napoli.html"
PHOTO = "[{src: zapata goal.png, alt: Zapata shoots, caption: The opener, credit: Somebody/Agency}]"
JPEG = PHOTO.replace("zapata goal.png", "a.jpg")
PNG = photo(8, 6, "PNG")
IMAGE = re.compile(r"<img [^>]*>")


def test_a_photo_beside_the_report_is_copied_and_shown(site: TestSite) -> None:
    site.write({"content/matches/cup/one.md": report(text="They won.", photos=PHOTO), "content/matches/cup/zapata goal.png": PNG})
    site.build()
    assert site.tree()["matches/cup/zapata goal.png"] == PNG
    page = site.page(ONE)
    (made,) = (path for path in site.tree() if path.endswith(".avif"))
    assert f'srcset="../../{made.replace(" ", "%20")} 8w"' in page
    assert 'alt="Zapata shoots"' in page
    assert "The opener" in page
    assert "Somebody/Agency" in page


def test_a_photo_under_content_is_named_with_a_slash(site: TestSite) -> None:
    site.write(
        {
            "content/matches/one.md": report(text="Won.", photos=PHOTO.replace("zapata goal.png", "/img/a.gif")),
            "content/img/a.gif": moving("GIF"),
        }
    )
    site.build()
    assert '<img src="../../img/a.gif" width="8" height="6"' in site.page(ONE)


def test_every_address_of_a_photo_is_a_file_of_its_size(site: TestSite) -> None:
    text = 'See ![Him](b.jpg "Seen") and ![Her](c.svg).'
    files: dict[str, str | bytes] = {
        "a.jpg": turned(1600, 1000, 6),
        "b.jpg": photo(700, 500),
        "c.svg": '<svg viewBox="0 0 30 20"/>',
    }
    site.write({"content/matches/one.md": report(text=text, photos=JPEG)})
    site.write({f"content/matches/{name}": data for name, data in files.items()}).build()
    page, tree = site.page(ONE), site.tree()
    named = {
        address.split()[0].removeprefix("../../")
        for values in re.findall(r' (?:src|srcset)="([^"]*)"', page)
        for address in values.split(", ")
    }
    assert named <= tree.keys()
    assert {name for name in tree if re.search(r"-[0-9a-f]{8}\.", name)} - named == set()
    first, second, third = IMAGE.findall(page)
    assert ' width="1000" height="1600"' in first
    assert ' width="700" height="500"' in second
    assert ' title="Seen"' in second
    assert ' width="30" height="20"' in third


def test_the_first_photo_comes_first_and_the_others_when_they_are_seen(site: TestSite) -> None:
    two = JPEG[:-1] + ", {src: b.jpg, alt: Two, credit: X}]"
    files = {"content/matches/a.jpg": photo(9, 9), "content/matches/b.jpg": photo(7, 7)}
    site.write({"content/matches/one.md": report(text="![Prose](b.jpg)", photos=two), **files}).build()
    first, in_prose, second = IMAGE.findall(site.page(ONE))
    assert ('fetchpriority="high"' in first, 'loading="lazy"' in first) == (True, False)
    assert all('loading="lazy"' in one and "fetchpriority" not in one for one in (in_prose, second))


def test_the_picture_of_a_person_is_shown_under_the_name(site: TestSite) -> None:
    person = "---\nname: Duván Zapata\nimage: z.jpg\n---\n"
    site.write({"content/people/duvan-zapata.md": person, "content/people/z.jpg": photo(9, 9)})
    site.write({"content/matches/one.md": report(goals='"Duván Zapata 10\'; "')}).build()
    assert 'alt="Duván Zapata"' in site.page("people/duvan-zapata.html")


def test_quotes_in_prose_cannot_leave_an_attribute(site: TestSite) -> None:
    text = """<img src="a.jpg" alt='a "b" onerror=x' title="<i>" srcset="https://example.org/x 1x" onload="x()">"""
    site.write({"content/matches/one.md": report(text=text), "content/matches/a.jpg": photo(9, 9)}).build()
    (image,) = IMAGE.findall(site.page(ONE))
    assert "example.org" not in image
    assert not re.search(r'onload|onerror=(?!x")', image)
    assert image.count('"') % 2 == 0


@pytest.mark.parametrize(
    ("photo", "files", "code", "words"),
    [
        (PHOTO, (), "missing-picture", "Put it into content/matches/"),
        (PHOTO, ("content/img/Zapata goal.png",), "missing-picture", "content/img/Zapata goal.png"),
        (
            PHOTO.replace("alt: Zapata shoots, ", ""),
            ("content/matches/zapata goal.png",),
            "no-alt",
            "for those who cannot see it",
        ),
        (PHOTO.replace(", credit: Somebody/Agency", ""), ("content/matches/zapata goal.png",), "no-credit", "credit"),
    ],
)
def test_what_a_photo_lacks_is_told_at_its_line(
    site: TestSite, photo: str, files: tuple[str, ...], code: str, words: str
) -> None:
    site.write({"content/matches/one.md": report(photos=photo), **dict.fromkeys(files, PNG)})
    (problem,) = site.problems()
    assert (problem.code, problem.place.line) == (code, 8)
    assert words in f"{problem.message} {problem.fix}"


def test_a_picture_in_prose_without_a_text_is_told_at_its_line(site: TestSite) -> None:
    site.write({"content/matches/one.md": report(text="Won.\n\n![](a.jpg)"), "content/matches/a.jpg": photo()})
    (problem,) = site.problems()
    assert (problem.code, problem.place.line, problem.is_error) == ("no-alt", 11, False)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html>", "bad-picture"),
        (photo(400, 300)[:3000], "bad-picture"),
        (bomb(30_000, 30_000), "picture-too-large"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "bad-picture"),
    ],
)
def test_a_hostile_photo_stops_the_build_and_is_told_by_a_check_too(site: TestSite, data: bytes, code: str) -> None:
    site.write({"content/matches/one.md": report(photos=JPEG), "content/matches/a.jpg": data})
    for problems in (site.refused().problems, site.problems()):
        assert [(problem.code, problem.place.path) for problem in problems] == [(code, "content/matches/a.jpg")]
    assert not site.tree()


def test_a_drawing_is_never_part_of_the_page(site: TestSite) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><title>On its own</title></svg>'
    site.write({"content/matches/one.md": report(photos=JPEG.replace("a.jpg", "a.svg")), "content/matches/a.svg": drawing})
    site.build()
    assert "On its own" not in site.page(ONE)
    assert '<img src="../../matches/a.svg" width="4" height="3"' in site.page(ONE)


def test_a_file_that_no_page_shows_may_be_anything(site: TestSite) -> None:
    site.write({"content/matches/one.md": report(), "content/static/a.jpg": b"no picture"})
    assert site.build().problems == ()
    assert site.tree()["static/a.jpg"] == b"no picture"


def test_without_the_extra_photos_are_shown_as_they_are_and_the_build_says_so(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("headers", "extra"):
        monkeypatch.setattr(f"site_builder.images.{module}.is_installed", lambda _package: False)
    monkeypatch.setattr("site_builder.image_preparation.is_installed", lambda _package: False)
    site.write({"content/matches/one.md": report(photos=JPEG), "content/matches/a.jpg": photo(900, 600)})
    built = site.build()
    assert (built.problems, PHOTOS_AS_THEY_ARE in built.notes) == ((), True)
    assert '<img src="../../matches/a.jpg" alt="Zapata shoots"' in site.page(ONE)
    assert not [path for path in site.tree() if path.endswith((".avif", ".webp"))]


def test_a_crest_is_shown_in_its_size_and_a_missing_one_told(site: TestSite) -> None:
    team = "---\nname: Atalanta\ncrest: {}\n---\n"
    site.write({"content/teams/atalanta.md": team.format("atalanta.svg"), "content/matches/one.md": report()})
    assert [problem.code for problem in site.problems()] == ["missing-picture"]
    site.write({"content/teams/atalanta.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 24'/>"}).build()
    assert 'src="../../teams/atalanta.svg" width="20" height="24"' in site.page(ONE)
    site.write({"content/teams/atalanta.md": team.format("a.png"), "content/teams/a.png": photo(600, 900, "PNG")}).build()
    assert re.search(r'src="../../teams/a-85-[0-9a-f]{8}.webp" width="85" height="128"', site.page(ONE))
