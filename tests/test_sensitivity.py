"""Nothing that an author writes is lost: another value of any key changes what is published, or the key is on the list.

What both a build after an edit and a clean build overlook, comparing the two cannot show; this does.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from builders import TestSite, report
from everything import EVERYTHING, PICTURE
from site_builder.content.schema.match import MatchModel

TOLD: Mapping[str, str] = {
    "date": "2021-02-10 20:45", "competition": "Coppa Italia", "season": "2020-21", "home": "Atalanta", "away": "Napoli",
    "winner": "home", "played_score": "", "slug": "night-of-everything", "redirects": "[/old-night.html]", "draft": "false",
    "image": "/ground.png", "autolink": "true", "extra": "{kit: black}", "type": "report", **EVERYTHING,
}  # fmt: skip
"""Every key of a report with a value; an empty one stays away."""

OTHERWISE: Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]] = {
    "played_score": ({"status": "awarded", "score": "3-0", "played_score": "0-0"}, {"played_score": "1-0"}),
    "winner": ({"status": "played", "score": "1-1 aet", "winner": "home"}, {"winner": "away"}),
    "score": ({"score": "3-3", "full_time": "", "shootout": ""}, {"score": "4-3"}),
    "type": ({"type": "report"}, {"type": "preview"}),
}
"""Keys that only some matches can have: such a match, and what is then changed in it."""

OTHER: Mapping[str, str] = {
    "description": "Some of it in one match.", "author": "The publishers", "tags": "[league nights]", "image": "/other.png",
    "photos": "[{src: /ground.png, alt: An empty stand, credit: The agency}]", "sources": "[Another paper]", "lang": "fr",
    "slug": "night-of-nothing", "redirects": "[/older-night.html]", "draft": "true", "updated": "2021-02-14",
    "corrections": "[{date: 2021-02-13, text: The third goal was given to another.}]",
    "disputed": "[{fact: player_of_the_match, says: Cristian Romero, source: The other paper}]", "autolink": "false",
    "extra": "{kit: blue}", "title": "A night of nothing", "date": "2021-02-09 20:45", "competition": "Supercoppa",
    "season": "2021-22", "round": "Quarter-finals", "matchday": "21", "group": "C", "leg": "1", "home": "Lazio", "away": "Inter",
    "half_time": "2-1", "full_time": "3-3", "status": "played", "neutral": "false",
    "goals": EVERYTHING["goals"].replace("10'", "11'"), "cards": EVERYTHING["cards"].replace("88'", "87'"),
    "lineups": EVERYTHING["lineups"].replace("69'", "70'"), "bench": "{home: [Francesco Rossi]}",
    "managers": "{home: Ivan Jurić}", "formation": "{home: 4-3-3}", "shootout": EVERYTHING["shootout"].replace("saved", "post"),
    "stats": "{corner kicks: 16-13}", "venue": "Stadio Olimpico", "referee": "Daniele Orsato", "assistants": "[Alberto Tegoni]",
    "attendance": "1200", "weather": "snow", "player_of_the_match": "Matteo Pessina", "ratings": "{Luis Muriel: 8}",
}  # fmt: skip

UNPUBLISHED: Mapping[str, str] = {
    "extra": "is the author's own, for templates of their own",
}
"""Keys that the default theme publishes nowhere, with the reason."""
KEYS = tuple(field.alias or name for name, field in MatchModel.model_fields.items())


class Desk:
    """A site of one long report and two short ones, in which one key after the other gets another value and its own back."""

    def __init__(self, folder: Path) -> None:
        self.site = TestSite(folder)
        self.site.write({"content/ground.png": PICTURE, "content/other.png": PICTURE + b"\n"})
        self.site.write({"site.toml": 'base_url = "https://example.org"\n'})
        self.site.write(
            {"content/matches/before.md": report("Lazio", "Inter", "1-0", date="2021-01-10", venue="Stadio Olimpico")}
        )

    def published(self, told: Mapping[str, str]) -> dict[str, bytes]:
        """What there is to read once the long report says this."""
        said = "".join(f"{key}: {value}\n" for key, value in told.items() if value)
        self.site.write({"content/matches/one.md": f"---\n{said}---\nAtalanta met Napoli, and everything happened.\n"})
        self.site.build()
        return self.site.tree()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("sensitive"))


def test_every_key_is_here() -> None:
    assert sorted({*TOLD, *OTHERWISE}) == sorted(KEYS)
    assert sorted({*OTHER, *OTHERWISE}) == sorted(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_another_value_is_seen(desk: Desk, key: str) -> None:
    begin, change = OTHERWISE.get(key, ({"winner": ""}, {key: OTHER.get(key, "")}))
    told = {**TOLD, **begin} if key not in {"winner", "played_score"} else {**short(), **begin}
    before, after = desk.published(told), desk.published({**told, **change})
    assert (before == after) == (key in UNPUBLISHED)


def short() -> dict[str, str]:
    """A report without the keys that do not go with every course of a match."""
    return {key: value for key, value in TOLD.items() if key in {"date", "competition", "season", "home", "away", "round"}}
