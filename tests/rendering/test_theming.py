"""The snippets of docs/theming.md do what stands beside them."""

from __future__ import annotations

import re
from pathlib import Path

from builders import TestSite, report

THEMING = (Path(__file__).parent.parent.parent / "docs" / "theming.md").read_text(encoding="utf-8")


def snippets(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", THEMING, re.DOTALL | re.MULTILINE)


def test_the_snippets_change_the_look_the_footer_and_a_kind_of_page(site: TestSite) -> None:
    (look,) = snippets("css")
    footer, words = snippets("jinja")
    site.write(
        {
            "templates/assets/css/club.css": look,
            "templates/base.html": footer,
            "templates/pages/article.html": words,
            "content/articles/a.md": "---\ntitle: A piece\ndate: 2021-03-01\n---\nThree plain words\n",
            "content/matches/a.md": report(text="They won."),
        }
    )
    site.build()
    assert "3 words" in site.page("articles/a.html")
    assert "Three plain words" in site.page("articles/a.html")
    for page in ("index.html", "articles/a.html", "matches/2021/2021-02-10-atalanta-napoli.html"):
        assert "Printed in Bergamo" in site.page(page)
        assert site.page(page).count('<footer class="site-footer"') == 1
    sheet = site.page("assets/site.css")
    assert sheet.rindex("--accent:#7a1e2c") > sheet.rindex("@layer print")


def test_the_blocks_and_names_that_are_promised_exist(site: TestSite) -> None:
    theme = Path(__file__).parent.parent.parent / "templates"
    blocks = re.findall(r"{% block (\w+) %}", (theme / "base.html").read_text(encoding="utf-8"))
    (promised,) = re.findall(r"has blocks: ([^.]*)\.", THEMING)
    assert re.findall(r"`(\w+)`", promised) == blocks
    tokens = (theme / "assets/css/tokens.css").read_text(encoding="utf-8")
    assert [name for name in re.findall(r"(--[a-z]+):", snippets("css")[0]) if f"{name}:" not in tokens] == []
    site.write(
        {
            "content/matches/a.md": report(text="They won.", extra="{stars: 4}"),
            "templates/pages/match.html": "{% set extra = view.report.extra | from_json %}{{ extra.stars }} stars"
            '{{ extra.rating | default("") }}',
        }
    )
    site.build()
    assert site.page("matches/2021/2021-02-10-atalanta-napoli.html").strip() == "4 stars"
