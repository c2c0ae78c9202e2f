"""Views as tests ask for them: of a site as an author writes it, or of open data under ``tests/data``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from msgspec import Struct

from builders import TestSite
from site_builder.football.model import Match
from site_builder.incremental.memo import Memo
from site_builder.outcome import Options
from site_builder.pages.keys import PageKey
from site_builder.pages.kinds import DOCUMENTS, view_of
from site_builder.pages.match_view import MatchView
from site_builder.pages.views import CompetitionSeasonView, HeadToHeadView, HomeView, SeasonBody, TeamView
from site_builder.preparation import prepare
from site_builder.site import questions

DATA = Path(__file__).parent.parent / "data"
SERIE_A_2018 = "football-txt/italy/2017-18/1-seriea.txt"
COPPA_2021 = "football-txt/italy/2020-21/cup.txt"
PREMIER_LEAGUE = "football-txt/england/2023-24/1-premierleague.txt"
CHAMPIONS_2021 = "football-txt/champions-league/2020-21/cl.txt"
CHAMPIONS_2025 = "football-txt/champions-league/2024-25/cl.txt"
EURO = "football-txt/euro/2024--germany/euro.txt"
WORLD_CUP = "football-txt/worldcup/2022/2022_full.txt"
V = TypeVar("V")


class Views(Struct, frozen=True):
    """A site that can be asked for the view of any of its pages."""

    read: Memo
    keys: Mapping[str, PageKey]

    def of(self, address: str, kind: type[V]) -> V:
        found = view_of(self.read, self.keys[address])
        assert isinstance(found, kind)
        return found

    def match(self, address: str) -> MatchView:
        return self.of(f"matches/{address[:4]}/{address}", MatchView)

    def told(self, address: str) -> Match:
        """The match itself."""
        return questions.match_of(self.read, f"matches/{address[:4]}/{address}")

    def season(self, address: str) -> SeasonBody:
        return self.of(f"competitions/{address}", CompetitionSeasonView).body

    def team(self, slug: str) -> TeamView:
        return self.of(f"teams/{slug}", TeamView)

    def home(self) -> HomeView:
        return self.of("index", HomeView)

    def meetings(self, pair: str) -> HeadToHeadView:
        return self.of(f"head-to-head/{pair}", HeadToHeadView)


def views_of(site: TestSite) -> Views:
    prepared = prepare(Options(site=site.folder, jobs=1))
    return Views(Memo(prepared.material.inputs), {key.address: key for key in prepared.keys if key.kind not in DOCUMENTS})


@cache
def views_of_data(*paths: str, **files: str) -> Views:
    """A site of these data files; ``files`` are competition files by name, without ``---``."""
    with TemporaryDirectory() as folder:
        site = TestSite(Path(folder))
        site.write({f"content/results/{path.replace('/', '-')}": (DATA / path).read_bytes() for path in paths})
        site.write({f"content/competitions/{name}.md": f"---\n{text}---\n" for name, text in files.items()})
        return views_of(site)


def league(*rounds: str, competition: str = "Village League", season: str = "2020/21") -> str:
    """Results as Football.TXT: a matchday for each text, whose lines are matches (``Ash 1-0 Birch``), a week apart."""
    days = ("Sat Sep 5", "Sat Sep 12", "Sat Sep 19", "Sat Sep 26", "Sat Oct 3", "Sat Oct 10", "Sat Oct 17", "Sat Oct 24")
    parts = [f"= {competition} {season}\n"]
    for number, (day, text) in enumerate(zip(days, rounds, strict=False), 1):
        lines = "".join(f"  15:00  {line.strip()}\n" for line in text.split(","))
        parts.append(f"\n▪ Matchday {number}\n{day} 2020\n{lines}")
    return "".join(parts)
