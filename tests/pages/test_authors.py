"""Who wrote a piece: bylines, and the page of each author."""

from __future__ import annotations

from builders import TestSite, report

ONE = "matches/2021/2021-02-10-atalanta-napoli.html"


def test_each_of_several_authors_is_in_the_byline_and_has_a_page(site: TestSite) -> None:
    site.write({"content/matches/one.md": report(text="They won.", author="[Match desk, The editors, Photo desk]")}).build()
    names = {"match-desk": "Match desk", "the-editors": "The editors", "photo-desk": "Photo desk"}
    first, second, third = (f'<a href="../../authors/{slug}.html">{name}</a>' for slug, name in names.items())
    assert f"By {first}, {second} and {third}</span>" in site.page(ONE)
    for slug in names:
        assert "2021-02-10-atalanta-napoli.html" in site.page(f"authors/{slug}.html")


def test_two_names_in_one_text_have_one_page(site: TestSite) -> None:
    site.write({"content/matches/one.md": report(text="They won.", author="Match desk and Photo desk")}).build()
    assert '<a href="../../authors/match-desk-and-photo-desk.html">Match desk and Photo desk</a>' in site.page(ONE)
