"""What a site knows, for those who write for it: names in every spelling, and the names of nations."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib.resources import files

from babel import Locale

from site_builder.authoring.articles.grounds import GROUNDS
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.content.model import Kind, TeamFile, VenueFile
from site_builder.football.rulebooks import rule_books
from site_builder.site import model
from site_builder.site.model import Site
from site_builder.site.names import other_names
from site_builder.site.people import people_named

# As football calls them, besides the names of countries that everybody knows.
_NATIONS = (
    *("England", "Scotland", "Wales", "Northern Ireland", "Republic of Ireland"),
    *("USA", "South Korea", "North Korea", "Ivory Coast", "Czech Republic", "Turkey", "DR Congo", "Bosnia"),
    *("Holland", "West Germany", "East Germany", "Soviet Union", "Yugoslavia", "Czechoslovakia"),
)

_PEOPLES = {
    "Netherlands": "Dutch",
    "Denmark": "Danes Danish",
    "Germany": "Germans German",
    "France": "French",
    "England": "English",
    "Scotland": "Scots Scottish",
    "Wales": "Welsh",
    "Republic of Ireland": "Irish",
    "Spain": "Spaniards Spanish",
    "Portugal": "Portuguese",
    "Italy": "Italians Italian",
    "Sweden": "Swedes Swedish",
    "Norway": "Norwegians Norwegian",
    "Finland": "Finns Finnish",
    "Belgium": "Belgians Belgian",
    "Switzerland": "Swiss",
    "Austria": "Austrians Austrian",
    "Hungary": "Hungarians Hungarian",
    "Poland": "Poles Polish",
    "Czech Republic": "Czechs Czech",
    "Croatia": "Croats Croatians",
    "Serbia": "Serbs Serbians",
    "Turkey": "Turks Turkish",
    "Greece": "Greeks Greek",
    "Romania": "Romanians",
    "Ukraine": "Ukrainians",
    "Russia": "Russians",
    "Brazil": "Brazilians Brazilian",
    "Argentina": "Argentines Argentinians",
    "Uruguay": "Uruguayans",
    "Mexico": "Mexicans",
    "USA": "Americans",
    "Japan": "Japanese",
    "Australia": "Australians Socceroos",
    "Morocco": "Moroccans",
    "Senegal": "Senegalese",
    "Cameroon": "Cameroonians",
    "Nigeria": "Nigerians",
    "Ghana": "Ghanaians",
}


def nations() -> dict[str, str]:
    """Names of nations by folded spelling: teams that anybody may mean without having them on the site."""
    territories = [name for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()]
    names = (*_NATIONS, *(name.replace("Türkiye", "Turkey") for name in territories))
    return {folded(name): name for name in names}


def clubs() -> dict[str, str]:
    """Names of clubs by folded spelling, those of all countries together."""
    listed = tomllib.loads((files("site_builder.authoring.articles") / "clubs.toml").read_text(encoding="utf-8"))
    return {folded(name): name for names in listed.values() for name in names}


def vocabulary_of(site: Site | None) -> Vocabulary:
    """The names that an article may use; without a site those of nations and of competitions with rule books."""
    competitions = {folded(name): book.name for book in rule_books() for name in (book.name, *book.aliases)}
    peoples = {folded(word): nation for nation, words in _PEOPLES.items() for word in words.split()}
    if site is None:
        return Vocabulary(
            teams=nations(), competitions=competitions, peoples=peoples, clubs=clubs(), grounds=GROUNDS, nations=set(nations())
        )
    return Vocabulary(
        teams={**nations(), **_spellings(site, Kind.TEAM)},
        people=_people(site),
        competitions={**competitions, **_spellings(site, Kind.COMPETITION)},
        venues=_spellings(site, Kind.VENUE),
        peoples=peoples,
        clubs=clubs(),
        grounds=GROUNDS,
        nations=set(nations()),
    )


def _spellings(site: Site, kind: Kind) -> dict[str, str]:
    """Names of one kind by every declared spelling; names through time stay what they were called then."""
    things = site.of(model.THINGS_OF[kind])
    found = {folded(thing.name): thing.name for thing in things.values()}
    for slug, file in site.of(model.FILES_OF[kind]).items():
        dated = {n.name for n in file.names} if isinstance(file, TeamFile | VenueFile) else set()
        shown = things[slug].name if slug in things else file.name
        kept = dated | ({*other_names(file)} if kind is Kind.VENUE else set())
        found |= {folded(name): name if name in kept else shown for name in other_names(file)}
        found |= {folded(file.name): shown}
    return found


def _people(site: Site) -> dict[str, frozenset[str]]:
    """People by name, with the teams that they played for."""
    teams: dict[str, set[str]] = defaultdict(set)
    names = site.of(model.TEAMS)
    for match in site.of(model.MATCHES).values():
        for person, team in people_named(match.happenings, match.home, match.away):
            teams[person] |= {folded(names[team].name)} if team in names else set()
    return {thing.name: frozenset(teams.get(slug, ())) for slug, thing in site.of(model.PEOPLE).items()}
