"""The shards of the search index: every match comes out as it went in, and an edit touches the shard of its season only."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TestSite, report
from pages.reading import COPPA_2021, PREMIER_LEAGUE, WORLD_CUP, Views, views_of, views_of_data
from site_builder.content.slugs import slugify
from site_builder.football.model import Match, Season
from site_builder.incremental.memo import Input, Memo
from site_builder.outcome import Options
from site_builder.pages.keys import PageKey
from site_builder.pages.search_index import headlines_shard, in_one_slug, season_shard, things_shard
from site_builder.pages.search_values import Entry, Headlines, SeasonShard, Things
from site_builder.preparation import prepare
from site_builder.rendering.search_shards import shard_script
from site_builder.site import model, questions

THINGS = PageKey("search/things", "search_things")
FILE = "content/matches/a.md"
ARTICLE = "---\ntitle: {title}\n{more}---\nText.\n"


def season(views: Views, text: str) -> SeasonShard:
    return season_shard(views.read, PageKey(f"search/{text}", "search_season", text))


def headlines(views: Views, text: str) -> Headlines:
    return headlines_shard(views.read, PageKey(f"search/headlines/{text}", "search_headlines", text))


def things(views: Views) -> Things:
    return things_shard(views.read, THINGS)


def told(shard: SeasonShard) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """Addresses and scores, read back as the script does it."""
    slugs = [team if isinstance(team, str) else team[0] for team in shard.teams]
    large = {at: (home, away) for at, home, away in shard.large}
    other = dict(shard.addresses)
    for at, passed in enumerate(accumulate(shard.days)):
        day = shard.start + timedelta(passed)
        last = other.get(at, f"{day}-{slugs[shard.home[at]]}-{slugs[shard.away[at]]}")
        packed = shard.scores[2 * at : 2 * at + 2]
        score = None if packed == "--" else (int(packed[0], 36), int(packed[1], 36))
        yield f"matches/{day.year}/{last}", large.get(at, score)


def known(views: Views, of: Season) -> Iterator[tuple[str, tuple[int, int] | None]]:
    matches: list[Match] = [questions.match_of(views.read, i) for i in views.read.get(model.MATCHES_OF_SEASON, of)]
    for match in matches:
        yield match.id, (match.result.score.home, match.result.score.away) if match.result else None


@pytest.mark.parametrize(("path", "text", "count"), [(PREMIER_LEAGUE, "2023-24", 380), (WORLD_CUP, "2022", 64)])
def test_every_match_of_a_season_comes_out_as_it_went_in(path: str, text: str, count: int) -> None:
    views = views_of_data(path)
    shard = season(views, text)
    assert list(told(shard)) == list(known(views, Season.parse(text)))
    assert len(shard.home) == len(shard.away) == len(shard.of) == len(shard.days) == count
    assert shard.addresses == ()


def test_a_season_holds_all_of_its_competitions(tmp_path: Path) -> None:
    site = TestSite(tmp_path).write({FILE: report(), "content/matches/b.md": report(competition="Serie A", date="2021-01-01")})
    shard = season(views_of(site), "2020-21")
    assert (shard.competitions, shard.of) == (("serie-a", "coppa-italia"), (0, 1))
    assert (shard.start, shard.days) == (date(2021, 1, 1), (0, 40))


def test_addresses_that_do_not_follow_from_day_and_teams_are_told(tmp_path: Path) -> None:
    rows = "date,competition,season,home,away,score\n" + 3 * "2021-02-10,Village Cup,2020-21,Ash,Elm,1-0\n"
    site = TestSite(tmp_path).write({"content/results/cup.csv": rows, FILE: report(slug="the-semi-final")})
    views = views_of(site)
    shard = season(views, "2020-21")
    assert {last for _, last in shard.addresses} == {"the-semi-final", "2021-02-10-ash-elm-2", "2021-02-10-ash-elm-3"}
    assert list(told(shard)) == list(known(views, Season(2020, 2021)))


@pytest.mark.parametrize(("score", "read_back"), [("35-0", (35, 0)), ("36-0", (36, 0)), ("0-149", (0, 149)), (None, None)])
def test_scores_of_any_size_and_none(tmp_path: Path, score: str | None, read_back: tuple[int, int] | None) -> None:
    shard = season(views_of(TestSite(tmp_path).write({FILE: report(score=score)})), "2020-21")
    assert [score for _, score in told(shard)] == [read_back]


def test_what_stands_beside_a_score_is_told() -> None:
    shard = season(views_of_data(COPPA_2021), "2020-21")
    assert any("on penalties" in note for _, note in shard.notes)


def test_a_team_that_bore_another_name_stands_under_it(tmp_path: Path) -> None:
    file = "---\nname: Inter\nnames: [{name: Ambrosiana, from: 1929-01-01}, {name: Inter, from: 1945-01-01}]\n---\n"
    old = report(home="Inter", date="1935-03-03", season="1934-35", competition="Serie A")
    site = TestSite(tmp_path).write({"content/teams/inter.md": file, "content/matches/old.md": old, FILE: report(home="Inter")})
    views = views_of(site)
    assert season(views, "1934-35").teams[0] == ("inter", "Ambrosiana")
    assert season(views, "2020-21").teams[0] == "inter"
    assert ("Inter", "", "Ambrosiana") in things(views).teams


def test_matches_without_a_day_have_no_page_and_are_left_out(tmp_path: Path) -> None:
    rows = "date,competition,season,home,away,score\n,Village Cup,2018-19,Ash,Elm,1-0\n"
    views = views_of(TestSite(tmp_path).write({FILE: report(), "content/results/cup.csv": rows}))
    assert "Ash" in things(views).teams
    assert questions.listed(views.read, "seasons") == ("2020-21",)


def test_a_thing_is_its_name_or_its_name_with_what_the_name_does_not_tell(tmp_path: Path) -> None:
    site = TestSite(tmp_path).write(
        {
            FILE: report(venue="Gewiss Stadium", author="Ada Keeper", tags="[semi-finals]"),
            "content/teams/atalanta.md": "---\nname: Atalanta\naliases: [La Dea, ATALANTA]\n---\n",
            "content/teams/napoli.md": "---\nname: Napoli\nslug: ssc-napoli\n---\n",
            "content/pages/club/about-us.md": "---\ntitle: Who we are\n---\nText.\n",
        }
    )
    found = things(views_of(site))
    assert found.teams == (("Atalanta", "", "La Dea"), ("Napoli", "ssc-napoli"))
    assert found.venues == ("Gewiss Stadium",)
    assert (found.authors, found.tags) == (("Ada Keeper",), ("semi-finals",))
    assert found.pages == (("Who we are", "club/about-us"),)
    assert "Tim Cup" in found.competitions[0] or "Coppa Italia" in found.competitions[0]


def test_a_name_that_does_not_give_the_slug_is_told_with_it() -> None:
    views = views_of_data(PREMIER_LEAGUE, COPPA_2021, WORLD_CUP)
    found = things(views)

    def slug(entry: Entry) -> str:
        return slugify(entry) if isinstance(entry, str) else entry[1] or slugify(entry[0])

    for kind in model.THINGS:
        assert [slug(entry) for entry in getattr(found, kind.value)] == list(questions.listed(views.read, kind.value))


def test_headlines_come_with_their_page_and_a_day_where_the_page_does_not_tell_it(tmp_path: Path) -> None:
    site = TestSite(tmp_path).write(
        {
            FILE: report(title="Pessina double"),
            "content/matches/b.md": report(date="2021-03-01", title="Rain in Bergamo", slug="rain"),
            "content/articles/of-the-season.md": ARTICLE.format(title="Of a season", more="date: 2021-04-01\nseason: 2020-21\n"),
            "content/articles/of-a-year.md": ARTICLE.format(title="Of a year", more="date: 2019-04-01\n"),
        }
    )
    views = views_of(site)
    assert headlines(views, "2020-21").headlines == (
        ("Pessina double", "matches/2021/2021-02-10-atalanta-napoli"),
        ("Rain in Bergamo", "matches/2021/rain", date(2021, 3, 1)),
        ("Of a season", "articles/of-the-season", date(2021, 4, 1)),
    )
    assert headlines(views, "2019").headlines == (("Of a year", "articles/of-a-year", date(2019, 4, 1)),)


@pytest.mark.parametrize("title", ["Atalanta 3-1 Napoli", "Atalanta 3–1 Napoli", "ATALANTA v NAPOLI"])
def test_a_headline_that_says_no_more_than_the_match_is_left_out(tmp_path: Path, title: str) -> None:
    views = views_of(TestSite(tmp_path).write({FILE: report(title=title)}))
    assert headlines(views, "2020-21").headlines == ()


class Recorder(Memo):
    """A door that remembers which matches went through it."""

    def __init__(self, inputs: Mapping[Input[Any, Any], Mapping[Any, Any]]) -> None:
        super().__init__(inputs)
        self.matches: set[str] = set()

    def get(self, source: Input[Any, Any], key: Any) -> Any:  # noqa: ANN401 - as wide as what it stands for
        if source == model.MATCHES:
            self.matches.add(key)
        return super().get(source, key)


def test_a_shard_reads_the_matches_of_its_own_season_only(tmp_path: Path) -> None:
    older = report(date="2019-02-10", season="2018-19", title="Before")
    site = TestSite(tmp_path).write({FILE: report(title="Now"), "content/matches/b.md": older})
    read = Recorder(prepare(Options(site=site.folder, jobs=1)).material.inputs)
    views = Views(read, {})
    season(views, "2018-19")
    headlines(views, "2018-19")
    assert read.matches == {"matches/2019/2019-02-10-atalanta-napoli"}
    things(views)
    assert read.matches == {"matches/2019/2019-02-10-atalanta-napoli"}


def searched(changed: tuple[str, ...]) -> list[str]:
    return sorted(path for path in changed if path.startswith("search"))


def test_an_edit_touches_the_shards_of_its_season_only(tmp_path: Path) -> None:
    older = report(date="2019-02-10", season="2018-19", title="Before")
    site = TestSite(tmp_path).write({FILE: report(title="Now"), "content/matches/b.md": older})
    every = ["search.html", "search/2018-19.js", "search/2020-21.js"]
    every += ["search/headlines/2018-19.js", "search/headlines/2020-21.js", "search/things.js"]
    assert searched(site.build().changed) == every
    site.write({FILE: report(title="Now", score="4-2")})
    assert searched(site.build().changed) == ["search/2020-21.js"]
    site.write({FILE: report(title="Now", score="4-2", text="Other words about Napoli.")})
    assert searched(site.build().changed) == []
    site.write({FILE: report(title="Later", score="4-2")})
    assert searched(site.build().changed) == ["search/headlines/2020-21.js"]
    site.remove("content/matches/b.md")
    assert searched(site.build().changed) == ["search.html", "search/2018-19.js", "search/headlines/2018-19.js"]


def test_a_match_takes_less_than_ten_bytes_on_its_way() -> None:
    """15 bytes are what 150 KB leave for each of 10,000 matches, names included."""
    shard = shard_script("2023-24", season(views_of_data(PREMIER_LEAGUE), "2023-24"))
    assert len(gzip.compress(shard, 9, mtime=0)) < 380 * 10


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("aZ1 -'`’é\u0301"), max_size=8), max_size=4))
def test_words_have_the_slug_of_their_slugs(words: list[str]) -> None:
    assert in_one_slug(*map(slugify, words)) == slugify(" ".join(words))
