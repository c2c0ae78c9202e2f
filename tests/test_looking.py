"""The look before a build, and what changes while the build reads: to and fro, so that nothing seems to have happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import TestSite, report, tree_of
from site_builder import looking, preparation
from site_builder.content.reading import read_content
from site_builder.looking import Look
from site_builder.outcome import Options
from site_builder.prepared import settings_of

FILE = "content/matches/a.md"
FOOTER = "templates/partials/footer.html"


@pytest.mark.parametrize(("path", "before", "between"), [(FILE, report(), report(score="0-5")), (FOOTER, "<p>A</p>", "<p>B</p>")])
def test_a_build_that_read_something_else_than_it_looked_at_is_not_believed(
    site: TestSite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, path: str, before: str, between: str
) -> None:
    site.write({FILE: report(), FOOTER: "<p>A</p>"})

    def edited_meanwhile(*given: object) -> object:
        """After the look, and before anything is read."""
        site.write({path: between})
        return settings_of(*given)  # type: ignore[arg-type]  # as it is called

    with monkeypatch.context() as patch:
        patch.setattr(preparation, "settings_of", edited_meanwhile)
        site.build()
    site.write({path: before})
    site.build()
    site.build(output=tmp_path / "clean", cache=tmp_path / "cache")
    assert site.tree() == tree_of(tmp_path / "clean")


def test_what_did_not_move_is_known(site: TestSite) -> None:
    site.write({FILE: report(), "content/matches/b.md": report("Lazio")})
    site.build()
    look = Look(Options(site.folder))
    looked = look.sources
    assert look.unmoved({}) == looked
    site.write({FILE: report()})
    assert look.unmoved({}).files != looked.files
    assert looked.files
    assert (look.unmoved({}).files or {})["content/matches/b.md"] == looked.files["content/matches/b.md"]
    site.remove(FILE)
    assert (look.unmoved({}).files or {})[FILE].digest == ""


def test_where_nothing_is_remembered_who_reads_the_files_tells_what_they_hold(
    site: TestSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "TICK_NS", 0)
    site.write({FILE: report(), "content/about.md": "---\ntitle: About\n---\nUs.\n", "content/crest.png": "no picture"})
    look = Look(Options(site.folder))
    content, _ = read_content(site.folder, cache=site.folder / "cache")
    again, _ = read_content(site.folder, cache=site.folder / "cache")
    assert content.bytes_read == again.bytes_read
    look.begin()
    assert look.unmoved(content.bytes_read) == look.sources
    site.write({FILE: report()})
    assert (look.unmoved(content.bytes_read).files or {})[FILE].digest == ""
    assert Look(Options(site.folder)).edited is None


def test_sources_are_read_ahead_where_nothing_is_remembered(site: TestSite) -> None:
    site.write({FILE: report()})
    look = Look(Options(site.folder))
    with look.reading_ahead():
        assert look.reading
        assert look.reading.content()[0] == read_content(site.folder)[0]
    site.build()
    look = Look(Options(site.folder))
    with look.reading_ahead():
        assert look.reading is None


def test_a_first_build_digests_every_file_once(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write({FILE: report(), "content/matches/b.md": report("Lazio")})
    with monkeypatch.context() as patch:
        patch.setattr(looking, "read_chunks", pytest.fail)
        site.build()
    assert Look(Options(site.folder)).edited == ()
