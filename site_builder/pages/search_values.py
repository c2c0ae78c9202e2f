"""What the shards of the search index hold. Declarations only: `search_index` fills them in.

Compact by their form: things are told by their names, of which the browser makes
the slugs; matches are columns of small numbers. A field that has its default is
left out. What the script does with them is in ``templates/assets/js/search.js``.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

Entry = str | tuple[str, ...]
"""A thing: its name; or its name, its slug (empty where the name gives it), and its other names."""
TeamOfDay = str | tuple[str, str]
"""A team by its slug, or by slug and name of the day where that is not the one it bears now."""
Headline = tuple[str, str] | tuple[str, str, date]
"""A headline, its page, and its day where the page's name does not begin with it."""


class Shard(Struct, frozen=True, omit_defaults=True):
    """A part of the index, a file of its own. ``letters`` are those that a browser cannot spell, with their spelling."""

    letters: tuple[tuple[str, str], ...] = ()


class Things(Shard, frozen=True):
    """Everything that has a name, each kind in the order of its slugs; pages are told by title and address."""

    teams: tuple[Entry, ...] = ()
    competitions: tuple[Entry, ...] = ()
    people: tuple[Entry, ...] = ()
    venues: tuple[Entry, ...] = ()
    authors: tuple[Entry, ...] = ()
    tags: tuple[Entry, ...] = ()
    pages: tuple[Entry, ...] = ()


class SeasonShard(Shard, frozen=True, kw_only=True):
    """The matches of a season, oldest first, in columns.

    ``start`` is the day of the first one and ``days`` are the days from each match
    to the next, the first 0. ``home`` and ``away`` count in ``teams``, ``of`` counts in
    ``competitions`` (slugs). ``scores`` has two digits to the base 36 for each
    match, ``--`` where there is none. ``large`` (a score with 36 goals or more of a
    side), ``notes`` (what stands beside the score) and ``addresses`` (the last part
    of an address that is not date and slugs) are exceptions by number of match.
    """

    start: date
    days: tuple[int, ...]
    teams: tuple[TeamOfDay, ...]
    competitions: tuple[str, ...]
    home: tuple[int, ...]
    away: tuple[int, ...]
    of: tuple[int, ...]
    scores: str
    large: tuple[tuple[int, int, int], ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    addresses: tuple[tuple[int, str], ...] = ()


class Headlines(Shard, frozen=True, kw_only=True):
    """The headlines of reports and articles of a season, oldest first."""

    headlines: tuple[Headline, ...]
