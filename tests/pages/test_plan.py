"""The order in which pages are made: one season is sorted at a time, and they come as if all had been compared."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from site_builder.football.model import Season
from site_builder.pages.keys import PageKey
from site_builder.pages.plan import Plan, in_the_order_of_making

KEYS = st.builds(
    PageKey,
    st.sampled_from(("about", "index", "matches", "matches/2020/a-b", "matches/2021/b-a", "matches/a", "teams/a", "venues/a")),
    st.sampled_from(("archive", "match", "match", "plain", "team")),
    st.sampled_from(("one", "two", "three", "four")),
)
MATCHES: dict[str, Any] = {
    "one": SimpleNamespace(competition="serie-a", season=Season(2020, 2021)),
    "two": SimpleNamespace(competition="serie-a", season=Season(2019, 2020)),
    "three": SimpleNamespace(competition="serie-a", season=Season(2020, 2020)),
    "four": SimpleNamespace(competition="coppa-italia", season=Season(2020, 2021)),
}


def turn(key: PageKey) -> tuple[str, str, Season, PageKey]:
    """When a page is made."""
    match = MATCHES[key.about] if key.kind == "match" else None
    return ("matches", match.competition, match.season, key) if match else (key.address, "", Season(0, 0), key)


@given(st.sets(KEYS))
def test_pages_come_by_address_and_matches_season_by_season(keys: set[PageKey]) -> None:
    assert in_the_order_of_making(keys, MATCHES) == tuple(sorted(keys, key=turn))


PAGES = tuple(
    PageKey(address, kind, address)
    for address, kind in (
        ("index", "home"),
        ("matches/2020/a-b", "match"),
        ("matches/2020/b-a", "match"),
        ("matches/2020/card", "match"),
        ("teams/a", "team"),
        ("teams/b", "team"),
        ("venues/a", "venue"),
    )
)
BESIDE = tuple(key for page in PAGES for key in (page.data, page.card) if key)


@given(st.sets(st.sampled_from(BESIDE)))
def test_each_document_and_card_is_made_right_behind_its_page(there: set[PageKey]) -> None:
    documents, cards = (tuple(k for k in BESIDE if k in there and (k.kind == "card") is is_card) for is_card in (False, True))
    wanted = [key for page in PAGES for key in (page, page.data, page.card) if key in {page, *there}]
    rest = PageKey("search/things", "search_things"), PageKey("feed", "feed")
    made = Plan(PAGES, (), documents, rest[:1], rest[1:], cards).made
    assert made == (*wanted, *rest)
