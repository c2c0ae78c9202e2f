"""The search page of the samples, with everything on its lists and with nothing."""

from __future__ import annotations

from datetime import date

from rendering.sample_parts import link, meta, team
from site_builder.pages.parts import Link
from site_builder.pages.search_values import Headlines, SeasonShard, Shard, Things
from site_builder.pages.views import SearchSeasons, SearchView
from site_builder.rendering.search_shards import shard_script

_CUP = (Link("2020–21", "competitions/coppa-italia/2020-21.html"), Link("2019–20", "competitions/coppa-italia/2019-20.html"))
_LISTS = (Link("Matches", "matches.html"), Link("Teams", "teams.html"))


def search() -> SearchView:
    """The page with lists."""
    competitions = (SearchSeasons(link("Coppa Italia", "competitions"), _CUP), SearchSeasons(link("Serie A", "competitions"), ()))
    teams = (team("Atalanta"), team("Borussia Mönchengladbach"), team("Napoli"))
    path = meta("search", "Search", "search.html")
    return SearchView(path, _LISTS, competitions, teams, ("2020-21", "2019-20"), ("2020-21",), ".html")


def no_search() -> SearchView:
    """The page of a site with nothing on it."""
    return SearchView(meta("search", "Search", "empty/search.html"), (), (), (), (), (), ".html")


def _season(day: date, score: str) -> SeasonShard:
    return SeasonShard(
        start=day,
        days=(0,),
        teams=("atalanta", "napoli"),
        competitions=("coppa-italia",),
        home=(0,),
        away=(1,),
        of=(0,),
        scores=score,
    )


_TEAMS = ("Atalanta", "Borussia Mönchengladbach", "Napoli")
_SHARDS: dict[str, Shard] = {
    "things": Things(teams=_TEAMS, competitions=("Coppa Italia", "Serie A"), people=("Duván Zapata",)),
    "2020-21": _season(date(2021, 2, 10), "31"),
    "2019-20": _season(date(2020, 2, 12), "00"),
    "headlines/2020-21": Headlines(headlines=(("Pessina double", "matches/2021/2021-02-10-atalanta-napoli"),)),
}
SHARDS = {f"search/{name}.js": shard_script(name, shard) for name, shard in _SHARDS.items()}
"""What the page loads, by path."""
