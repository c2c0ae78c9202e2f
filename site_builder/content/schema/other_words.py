"""What people write for keys that are called otherwise here: too far off for a likeness of letters to find."""

from __future__ import annotations

from typing import Final

# A key, or a line that begins with one; it is only suggested where that key is known.
OTHER_WORDS: Final = {
    "alias": "aliases",
    "attendees": "attendance",
    "away_team": "away",
    "bookings": "cards",
    "coach": "managers",
    "coaches": "managers",
    "colors": "colours",
    "crowd": "attendance",
    "ground": "venue",
    "headline": "title",
    "home_team": "home",
    "ht": "half_time",
    "images": "photos",
    "keywords": "tags",
    "kick_off": "date: 2021-02-10 20:45",
    "language": "lang",
    "league": "competition",
    "line_ups": "lineups",
    "logo": "crest",
    "man_of_the_match": "player_of_the_match",
    "motm": "player_of_the_match",
    "penalties": "shootout",
    "permalink": "slug",
    "pictures": "photos",
    "scorers": "goals",
    "since": "from",
    "squads": "lineups",
    "stadium": "venue",
    "starting_xi": "lineups",
    "substitutes": "bench",
    "subtitle": "description",
    "summary": "description",
    "team1": "home",
    "team2": "away",
    "time": "date: 2021-02-10 20:45",
    "title": "name",
    "tournament": "competition",
    "url": "slug",
}
