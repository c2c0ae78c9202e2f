"""Photos from the report's folder to the page: where they lie, what stands under them, what is missing."""

from __future__ import annotations

import pytest

from builders import TestSite, report

PNG = b"\x89PNG\r\n\x1a\n" + bytes(32)
ONE = "matches/2021/2021-02-10-atalanta-napoli.html"
PHOTO = "[{src: zapata goal.png, alt: Zapata shoots, caption: The opener, credit: Somebody/Agency}]"


def test_a_photo_beside_the_report_is_copied_and_shown(site: TestSite) -> None:
    site.write({"content/matches/cup/one.md": report(text="They won.", photos=PHOTO), "content/matches/cup/zapata goal.png": PNG})
    site.build()
    assert site.tree()["matches/cup/zapata goal.png"] == PNG
    page = site.page(ONE)
    assert 'src="../../matches/cup/zapata%20goal.png"' in page
    assert 'alt="Zapata shoots"' in page
    assert "The opener" in page
    assert "Somebody/Agency" in page


def test_a_photo_under_content_is_named_with_a_slash(site: TestSite) -> None:
    site.write(
        {
            "content/matches/one.md": report(text="Won.", photos=PHOTO.replace("zapata goal.png", "/img/a.png")),
            "content/img/a.png": PNG,
        }
    )
    site.build()
    assert 'src="../../img/a.png"' in site.page(ONE)


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


def test_a_crest_is_shown_and_a_missing_one_told(site: TestSite) -> None:
    team = "---\nname: Atalanta\ncrest: atalanta.svg\n---\n"
    site.write({"content/teams/atalanta.md": team, "content/matches/one.md": report()})
    assert [problem.code for problem in site.problems()] == ["missing-picture"]
    site.write({"content/teams/atalanta.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}).build()
    assert "teams/atalanta.svg" in site.page(ONE)
