"""Which page or document is meant: its kind, what it is about, and where it lives."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

_DATA_OF = {"match": "match_data", "team": "team_data", "competition_season": "season_data"}
_SUFFIXES = {
    **dict.fromkeys(_DATA_OF.values(), ".json"),
    **dict.fromkeys(("search_things", "search_season", "search_headlines"), ".js"),
    **dict.fromkeys(("feed", "sitemap", "sitemap_index"), ".xml"),
    "calendar": ".ics",
    "card": ".png",
    "robots": ".txt",
}
_CARD = "/card"


class PageKey(Struct, frozen=True, order=True):
    """A page to be made.

    ``kind`` is the name of its template and of the module that makes its view;
    ``about`` is an id that this kind understands (a slug, a match's id,
    ``2021-02``); ``address`` is where it lives, without suffix. A document of open
    data has the address of the page that it stands beside.
    """

    address: str
    kind: str
    about: str = ""

    @property
    def path(self) -> str:
        """The output file."""
        return self.address + _SUFFIXES.get(self.kind, ".html")

    @property
    def data(self) -> PageKey | None:
        """The document of open data beside this page; None for kinds that have none."""
        kind = _DATA_OF.get(self.kind)
        return PageKey(self.address, kind, self.about) if kind else None

    @property
    def data_path(self) -> str:
        """The output file of that document; empty for kinds that have none."""
        return f"{self.address}.json" if self.kind in _DATA_OF else ""

    @property
    def card(self) -> PageKey | None:
        """The social card of this page, in the page's own folder; None for kinds that have none."""
        return PageKey(self.address + _CARD, "card", self.about) if self.kind == "match" else None

    @property
    def root(self) -> str:
        """The way from this page to the site's root: ``../../``, empty at the root."""
        return "../" * self.address.count("/")


def page_of_card(card: PageKey) -> str:
    """The address of the page that a social card belongs to."""
    return card.address.removesuffix(_CARD)


class InSeason(NamedTuple):
    """What a season's page is about, as `PageKey.about` spells it: ``atalanta 2020-21``."""

    slug: str
    season: str

    @property
    def about(self) -> str:
        """The spelling."""
        return f"{self.slug} {self.season}"

    @staticmethod
    def parse(about: str) -> InSeason:
        """The reverse of `about`; slugs have no spaces."""
        slug, _, season = about.partition(" ")
        return InSeason(slug, season)
