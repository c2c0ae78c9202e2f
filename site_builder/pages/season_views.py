"""What follows from results, as pages show it: tables, ties, brackets, form. Declarations only.

`pages.tables`, `pages.brackets` and `pages.standing` fill them in.
"""

from __future__ import annotations

from msgspec import Struct

from site_builder.pages.parts import Link, ResultRow, TeamMark


class TableLine(Struct, frozen=True):
    """A team's line in a table.

    ``position`` is shown as it is (``3``, or ``=3`` where nothing separates);
    ``difference`` bears its sign; ``adjustment`` is the sum of points given or
    taken with its sign, empty if none; ``zone`` counts the zones of the legend
    from 1, 0 if none; ``marked`` lines belong to the teams that the page is about.
    """

    position: str
    team: TeamMark
    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int
    difference: str
    points: int
    adjustment: str = ""
    zone: int = 0
    marked: bool = False


class TableView(Struct, frozen=True):
    """A table with everything that has to be said under it.

    ``gaps`` tell before which lines (counted from 0) others were left out;
    ``zones`` is the legend, in order; ``notes`` are sentences: what decided
    between teams level on points, points given or taken, decisions. ``bottom``
    is the number of the zone that holds the last place, where others lead
    upwards: relegation; else 0.
    """

    caption: str
    lines: tuple[TableLine, ...]
    zones: tuple[str, ...]
    notes: tuple[str, ...]
    gaps: tuple[int, ...] = ()
    bottom: int = 0


class TieSide(Struct, frozen=True):
    """A side of a tie: ``goals`` are its goals on aggregate, empty before the first leg."""

    team: TeamMark
    goals: str
    won: bool


class TieView(Struct, frozen=True):
    """A tie: ``home`` is the host of its first match.

    ``verdict`` is a sentence on who went through and on what, empty while nobody
    has, and where the score of a single match says it.
    """

    home: TieSide
    away: TieSide
    verdict: str
    matches: tuple[ResultRow, ...]


class TieStep(Struct, frozen=True):
    """A tie over two legs after one of its goals.

    ``leg`` is 1 or 2, ``at`` the base minute for drawings; ``score`` is the
    aggregate and ``lead`` its difference, both for the host of the first leg;
    ``ahead`` is ``home``, ``away`` or empty, and ``told`` says it in words.
    """

    leg: int
    minute: str
    at: int
    player: Link
    score: str
    lead: int
    ahead: str
    told: str


class TieCourse(Struct, frozen=True):
    """Who was going through, goal by goal: ``home`` hosted the first leg, ``legs`` are their lengths in minutes."""

    home: str
    away: str
    legs: tuple[int, int]
    steps: tuple[TieStep, ...]


class BracketRoundView(Struct, frozen=True):
    """A round of a bracket; neighbouring ties feed one of the next round."""

    name: str
    ties: tuple[TieView, ...]


class BracketView(Struct, frozen=True):
    """A bracket to its last round, without first rounds of very many ties; ``third_place`` stands apart.

    ``winner`` won the final, None before it is decided.
    """

    rounds: tuple[BracketRoundView, ...]
    third_place: TieView | None
    winner: TeamMark | None


class CrossCell(Struct, frozen=True):
    """A match in a cross-table; ``href`` is empty where it has no page."""

    score: str
    href: str


class CrossLine(Struct, frozen=True):
    """A host's line in a cross-table, a cell for each team in the order of the lines.

    A cell holds all results there that count, the oldest first: none before the match,
    several where teams meet more often. The host's own cell is None.
    """

    team: TeamMark
    cells: tuple[tuple[CrossCell, ...] | None, ...]


class PositionLine(Struct, frozen=True):
    """A team's position after each matchday of `StageView.matchdays`; None where it had none."""

    team: TeamMark
    positions: tuple[int | None, ...]


class StageView(Struct, frozen=True):
    """A part of a season: a table, a bracket, or both missing where matches are only listed.

    ``kind`` is ``league``, ``group``, ``ranking`` (of third-placed teams) or
    ``knockout``; ``anchor`` the id of its heading. Leagues alone have a
    ``home_table``, an ``away_table``, a ``form_table`` (each team's last five), a ``cross_table`` (empty where most teams
    never meet) and ``positions`` after each of ``matchdays``.
    """

    name: str
    anchor: str
    kind: str
    table: TableView | None
    bracket: BracketView | None
    home_table: TableView | None = None
    away_table: TableView | None = None
    cross_table: tuple[CrossLine, ...] = ()
    matchdays: tuple[int, ...] = ()
    positions: tuple[PositionLine, ...] = ()
    form_table: TableView | None = None


class Count(Struct, frozen=True):
    """A person or team with a number; ``detail`` is what else there is to say (``Atalanta, 2 penalties``)."""

    link: Link
    number: int
    detail: str = ""


class CountList(Struct, frozen=True):
    """A ranking by a number: scorers, assists, clean sheets, cards, appearances.

    ``unit`` is the heading of the numbers (``Goals``); ``coverage`` is a sentence
    on what was counted, ``more`` one on those who are not named though they have as
    many as the last, or more than anybody here; empty where there are none.
    """

    heading: str
    unit: str
    counts: tuple[Count, ...]
    coverage: str
    more: str = ""


class Record(Struct, frozen=True):
    """A record in words with the matches it rests on; ``coverage`` says in how many matches it was looked for.

    Of a run these are its first and its last one; of many equal ones the oldest.
    """

    heading: str
    text: str
    matches: tuple[ResultRow, ...]
    coverage: str = ""


class FormMark(Struct, frozen=True):
    """One match of a form strip: ``outcome`` is W, D or L; ``text`` says it in full (``won 3–1 at home to Napoli``)."""

    outcome: str
    text: str
    href: str


class FormStrip(Struct, frozen=True):
    """A team's last matches before a match, the oldest first."""

    team: Link
    marks: tuple[FormMark, ...]


class Balance(Struct, frozen=True):
    """Meetings summed up for ``home``: on a match page the earlier ones; ``coverage`` says in how many held here."""

    home: Link
    away: Link
    home_wins: int
    draws: int
    away_wins: int
    goals: str
    coverage: str


class Storyline(Struct, frozen=True):
    """A fact worth saying that the data proves, with the matches it rests on."""

    text: str
    matches: tuple[ResultRow, ...]


class Standing(Struct, frozen=True):
    """How things stood around a match: nothing but the tie is changed by later results.

    ``table`` is that after the match (before it, where it has no result), the two
    teams' lines marked, shortened around them; ``full_table`` is all of it, None
    where ``table`` is whole; teams that had not played by then are in neither.
    ``stage`` is the heading over them (``Champions League, League phase``);
    ``before`` says both teams' positions at kick-off in a sentence. ``form`` has a
    strip for each side that had played; ``balance`` sums up earlier meetings;
    ``top_scorers`` are the competition's and both sides' leading ones after the
    match, at kick-off where it has no result; ``tie`` is the tie as it is known now.
    ``table_before`` (shortened) and ``scorers_before`` are those at the kick-off of
    a match that has a result; ``tie_course`` tells a tie over two legs goal by goal.
    """

    stage: str = ""
    table: TableView | None = None
    full_table: TableView | None = None
    before: str = ""
    form: tuple[FormStrip, ...] = ()
    balance: Balance | None = None
    top_scorers: CountList | None = None
    tie: TieView | None = None
    storylines: tuple[Storyline, ...] = ()
    table_before: TableView | None = None
    scorers_before: CountList | None = None
    tie_course: TieCourse | None = None
