"""What each of the other kinds of page shows. Declarations only: the modules named like the pages fill them in."""

from __future__ import annotations

from msgspec import Struct

from site_builder.pages.parts import Fact, Link, PageMeta, ResultGroup, ResultRow, Tally, TeamMark, Teaser, Text
from site_builder.pages.season_views import Balance, CountList, FormStrip, Record, StageView, TableView


class HomeView(Struct, frozen=True):
    """The front page: ``lead`` is the newest piece, None where nobody has written yet; ``tables`` are the tops of leagues."""

    meta: PageMeta
    lead: Teaser | None
    teasers: tuple[Teaser, ...]
    results: tuple[ResultGroup, ...]
    fixtures: tuple[ResultGroup, ...]
    competitions: tuple[Link, ...]
    tables: tuple[TableView, ...] = ()


class PeriodLink(Struct, frozen=True):
    """A year or a month of the archive, with the number of matches in it."""

    link: Link
    matches: int


class ArchiveView(Struct, frozen=True):
    """All matches by year (``periods`` are years), of a year (months), or of a month (``groups`` are days).

    ``earlier`` and ``later`` lead to the neighbouring year or month.
    """

    meta: PageMeta
    heading: str
    count: int
    periods: tuple[PeriodLink, ...]
    groups: tuple[ResultGroup, ...]
    earlier: Link | None = None
    later: Link | None = None


class IndexEntry(Struct, frozen=True):
    """A thing in a list of all of its kind: ``note`` is short (a country, a role, how many matches)."""

    link: Link
    note: str
    mark: TeamMark | None = None


class IndexSection(Struct, frozen=True):
    """Entries under a letter or another heading; ``anchor`` is its id."""

    heading: str
    anchor: str
    entries: tuple[IndexEntry, ...]


class IndexView(Struct, frozen=True):
    """All teams, competitions, people, venues, authors or tags."""

    meta: PageMeta
    heading: str
    count: int
    sections: tuple[IndexSection, ...]


class TeasersView(Struct, frozen=True):
    """A list of pieces: all articles, an author's, a tag's. ``text`` introduces it."""

    meta: PageMeta
    heading: str
    text: Text
    teasers: tuple[Teaser, ...]


class SeasonLink(Struct, frozen=True):
    """A season with its own page: ``note`` counts its matches."""

    link: Link
    note: str


class TeamView(Struct, frozen=True):
    """A team: what is known about it, its latest results, what is next; older seasons have pages of their own.

    ``counts`` (scorers first), and ``tables``, shortened around the team, are
    those of the latest season; ``form`` are its latest matches; ``records``
    are of all matches held; ``rivals`` lead to head-to-head pages.
    """

    meta: PageMeta
    team: TeamMark
    facts: tuple[Fact, ...]
    text: Text
    seasons: tuple[SeasonLink, ...]
    season: str
    tally: Tally
    fixtures: tuple[ResultRow, ...]
    results: tuple[ResultGroup, ...]
    counts: tuple[CountList, ...]
    teasers: tuple[Teaser, ...]
    form: FormStrip | None = None
    tables: tuple[TableView, ...] = ()
    records: tuple[Record, ...] = ()
    rivals: tuple[Link, ...] = ()


class TeamSeasonView(Struct, frozen=True):
    """A season of a team: results by competition, ``counts`` (scorers first), ``tables`` shortened around the team."""

    meta: PageMeta
    team: TeamMark
    season: str
    tally: Tally
    groups: tuple[ResultGroup, ...]
    counts: tuple[CountList, ...]
    earlier: Link | None = None
    later: Link | None = None
    tables: tuple[TableView, ...] = ()


class SeasonBody(Struct, frozen=True):
    """A season of a competition: tables, bracket, results by round, who scored, records.

    ``rules`` says which rules were taken, in a sentence, empty without a table and
    a tie; ``matches`` is how many counted, ``goals`` what was scored in them;
    ``unplaced`` are matches whose stage the data does not tell: in no table
    and no bracket; ``counts`` are rankings, the scorers first.
    """

    season: str
    rounds: tuple[ResultGroup, ...]
    fixtures: tuple[ResultGroup, ...]
    teams: tuple[Link, ...]
    matches: int
    goals: int
    rules: str = ""
    stages: tuple[StageView, ...] = ()
    unplaced: tuple[ResultRow, ...] = ()
    counts: tuple[CountList, ...] = ()
    records: tuple[Record, ...] = ()


class CompetitionView(Struct, frozen=True):
    """A competition with its latest season in full."""

    meta: PageMeta
    name: str
    facts: tuple[Fact, ...]
    text: Text
    seasons: tuple[SeasonLink, ...]
    body: SeasonBody
    teasers: tuple[Teaser, ...]


class CompetitionSeasonView(Struct, frozen=True):
    """A season of a competition on its own page."""

    meta: PageMeta
    competition: Link
    body: SeasonBody
    earlier: Link | None = None
    later: Link | None = None


class Appearance(Struct, frozen=True):
    """A match that a person took part in, and how: ``role`` is "2 goals", "substitute", "referee", "manager"."""

    row: ResultRow
    role: str


class PersonView(Struct, frozen=True):
    """A player, manager or referee, from what mentions them. Own goals and shoot-out kicks are no goals."""

    meta: PageMeta
    name: str
    roles: tuple[str, ...]
    facts: tuple[Fact, ...]
    text: Text
    teams: tuple[Link, ...]
    goals: int
    penalties: int
    appearances: tuple[Appearance, ...]
    teasers: tuple[Teaser, ...]


class VenueView(Struct, frozen=True):
    """A ground and the matches played there."""

    meta: PageMeta
    name: str
    facts: tuple[Fact, ...]
    text: Text
    results: tuple[ResultGroup, ...]
    fixtures: tuple[ResultRow, ...]


class ArticleView(Struct, frozen=True):
    """A preview, an analysis, an interview, news. ``match`` is the match it is attached to."""

    meta: PageMeta
    kicker: tuple[Link, ...]
    headline: str
    text: Text
    match: ResultRow | None
    related: tuple[Teaser, ...]


class PlainView(Struct, frozen=True):
    """A plain page."""

    meta: PageMeta
    headline: str
    text: Text


class RedirectView(Struct, frozen=True):
    """An old address: leads on to ``target``."""

    meta: PageMeta
    target: Link


class NotFoundView(Struct, frozen=True):
    """What a host shows where there is no page."""

    meta: PageMeta
    links: tuple[Link, ...]


class HeadToHeadView(Struct, frozen=True):
    """Every meeting of two teams held here; slugs in alphabetical order make the address.

    ``home`` is the first of the two by slug: ``balance`` and ``by_competition``
    (``12 matches: 5–3–4``, won, drawn and lost) are told from its side; ``groups``
    are the meetings by season, the newest first, ``fixtures`` those to come.
    """

    meta: PageMeta
    home: TeamMark
    away: TeamMark
    balance: Balance
    by_competition: tuple[Fact, ...]
    records: tuple[Record, ...]
    groups: tuple[ResultGroup, ...]
    fixtures: tuple[ResultRow, ...]


class SearchSeasons(Struct, frozen=True):
    """A competition with its seasons, newest first."""

    link: Link
    seasons: tuple[Link, ...]


class SearchView(Struct, frozen=True):
    """The search page: ``indexes``, ``competitions`` and ``teams`` are for readers without a script.

    The script loads the shards of ``seasons`` and ``headlines``, and puts
    ``suffix`` behind addresses.
    """

    meta: PageMeta
    indexes: tuple[Link, ...]
    competitions: tuple[SearchSeasons, ...]
    teams: tuple[Link, ...]
    seasons: tuple[str, ...]
    headlines: tuple[str, ...]
    suffix: str
