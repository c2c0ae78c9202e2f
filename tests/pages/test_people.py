"""What a person's page says of itself."""

from __future__ import annotations

from builders import TestSite
from pages.reading import WORLD_CUP, views_of_data
from site_builder.pages.views import PersonView


def test_who_never_played_is_summed_up_without_goals() -> None:
    views = views_of_data(WORLD_CUP)
    said = {slug: views.of(f"people/{slug}", PersonView).meta.description for slug in ("szymon-marciniak", "lionel-messi")}
    assert said == {
        "szymon-marciniak": "Szymon Marciniak: 3 matches held here.",
        "lionel-messi": "Lionel Messi: 7 matches, 7 goals.",
    }


def test_who_is_only_written_about_has_no_matches_to_count(site: TestSite) -> None:
    site.write({"content/people/aldo-serena.md": "---\nname: Aldo Serena\n---\nOnce a striker.\n"}).build()
    index = site.page("people.html")
    assert "Aldo Serena" in index
    assert "0 matches" not in index
