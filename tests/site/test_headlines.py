"""Which pieces have a headline, and the season that each stands in."""

from __future__ import annotations

from pathlib import Path

from builders import TestSite, report
from site_builder.outcome import Options
from site_builder.preparation import prepare
from site_builder.site import model


def test_pieces_with_a_headline_stand_in_their_season(tmp_path: Path) -> None:
    article = "---\ntitle: Of {0}\n{1}---\nText.\n"
    site = TestSite(tmp_path).write(
        {
            "content/matches/a.md": report(title="Pessina double"),
            "content/matches/without.md": report(date="2021-03-01"),
            "content/matches/preview.md": report(
                date="2022-03-01", score=None, season="2021-22", type="preview", title="Before it"
            ),
            "content/articles/a.md": article.format("a season", "season: 2020-21\n"),
            "content/articles/b.md": article.format("a match", "date: 2023-01-01\nmatch: 2021-02-10 Atalanta v Napoli\n"),
            "content/articles/c.md": article.format("a day", "date: 2023-01-01\n"),
            "content/articles/d.md": article.format("no day", ""),
        }
    )
    found = prepare(Options(site=site.folder, jobs=1)).material.inputs[model.HEADLINES]
    assert found == {
        "2020-21": ("matches/2021/2021-02-10-atalanta-napoli", "articles/a", "articles/b"),
        "2021-22": ("matches/2022/2022-03-01-atalanta-napoli",),
        "2023": ("articles/c",),
        "undated": ("articles/d",),
    }
