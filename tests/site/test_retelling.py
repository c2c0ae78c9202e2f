"""After an edit of one text the site is told from what was linked before, where nothing else can follow from the edit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import TestSite, report, tree_of
from site_builder import build as spine
from site_builder import preparation

FIRST = "content/matches/first.md"
PREVIEW = "content/matches/preview.md"
ARTICLE, PAGE, TEAM, CUP = (
    f"content/{name}.md" for name in ("articles/late", "pages/about", "teams/napoli", "competitions/coppa-italia")
)
GOALS = "{home: \"Duván Zapata 10', Matteo Pessina 16'\"}"
FILES = {
    FIRST: report(score="2-0", text="Zapata and Pessina scored.", goals=GOALS),
    PREVIEW: report("Lazio", "Napoli", None, date="2021-03-10", text="Who will win?", type="preview"),
    ARTICLE: "---\ntitle: Late goals\ndate: 2021-02-11\nteams: [Napoli]\n---\nGoals that [[Napoli]] remember.\n",
    PAGE: "---\ntitle: About\n---\nWe watch football.\n",
    TEAM: "---\nname: Napoli\naliases: [SSC Napoli]\n---\nBy the sea.\n",
    CUP: "---\nname: Coppa Italia\n---\nA cup.\n",
}
Anew = list[str]


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> Anew:
    """Grows with each time that everything is linked."""
    noted: Anew = []
    prepare: Callable[..., object] = preparation.prepare

    def counted(*args: object, **more: object) -> object:
        noted.append("linked")
        return prepare(*args, **more)

    monkeypatch.setattr(spine, "prepare", counted)
    return noted


def is_linked_anew(site: TestSite, anew: Anew, folder: Path, path: str, old: str, new: str) -> bool:
    """Whether everything is linked after an edit; the output has to be that of a clean build either way."""
    site.write(FILES).build()
    anew.clear()
    assert old in FILES[path]
    site.write({path: FILES[path].replace(old, new)}).build()
    found = bool(anew)
    site.build(output=folder / "clean", cache=folder / "clean-cache")
    assert site.tree() == tree_of(folder / "clean")
    return found


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (FIRST, "Zapata and", "Pessina and"),
        (FIRST, "10'", "11'"),
        (PREVIEW, "Who will win?", "Napoli will win."),
        (ARTICLE, "Goals that", "Many goals that"),
        (ARTICLE, "title: Late goals", "title: Early goals"),
        (PAGE, "We watch", "We like"),
        (PAGE, "title: About", "title: Us"),
        (TEAM, "By the sea.", "On the bay."),
    ],
)
def test_what_only_its_own_page_and_those_that_quote_it_say_is_told_alone(
    site: TestSite, anew: Anew, tmp_path: Path, path: str, old: str, new: str
) -> None:
    assert not is_linked_anew(site, anew, tmp_path, path, old, new)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (FIRST, "Duván Zapata 10'", "Luis Muriel 10'"),
        (FIRST, "Matteo Pessina 16'", "Duván Zapata 16'"),
        (FIRST, "home: Atalanta", "home: Roma"),
        (PREVIEW, "date: 2021-03-10", "date: 2021-03-11"),
        (PREVIEW, "home: Lazio", "home: Roma"),
        (ARTICLE, "teams: [Napoli]", "teams: [Atalanta]"),
        (ARTICLE, "date: 2021-02-11", "date: 2021-02-12"),
        (PAGE, "title: About", "title: About\ndraft: true"),
        (PAGE, "We watch football.", ""),
        (TEAM, "SSC Napoli", "Partenopei"),
        (CUP, "A cup.", "The cup."),
    ],
)
def test_where_more_may_follow_everything_is_linked_anew(
    site: TestSite, anew: Anew, tmp_path: Path, path: str, old: str, new: str
) -> None:
    assert is_linked_anew(site, anew, tmp_path, path, old, new)
