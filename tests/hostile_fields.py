"""Every field of every kind of content, and documents in which each of them holds a hostile string.

A field is a line of front matter in which ``@`` stands for the string, within double quotes. What a
field refuses (an address that runs is no address of a picture) is counted and left out; of what it
takes, a document holds a string in each field, the next document the next string in each: so that
after as many documents as there are strings every string has stood everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from site_builder.content.documents import read_document
from site_builder.content.model import Kind
from site_builder.content.results import read_results

BODY = "body"
WRITTEN = {
    "description": 'description: "@"',
    "author": 'author: "@"',
    "tags": 'tags: ["@"]',
    "image": 'image: "@"',
    "photos": 'photos: [{src: "/a.png", alt: "@", caption: "@", credit: "@"}]',
    "sources": 'sources: [{text: "@", url: "https://example.org/"}, "@"]',
    "lang": 'lang: "@"',
    "slug": 'slug: "@"',
    "redirects": 'redirects: ["/@"]',
    "draft": 'draft: "@"',
    "updated": 'updated: "@"',
    "corrections": 'corrections: [{date: 2021-02-13, text: "@"}]',
    "disputed": 'disputed: [{fact: venue, says: "@", source: "@"}]',
    "autolink": 'autolink: "@"',
    "extra": 'extra: {a: "@", "@": [b]}',
    BODY: "@",
}
THING = {**WRITTEN, "aliases": 'aliases: ["@ #"]'}
FIELDS: Mapping[Kind, Mapping[str, str]] = {
    Kind.MATCH: {
        **WRITTEN,
        "title": 'title: "@"',
        "type": 'type: "@"',
        "round": 'round: "@"',
        "matchday": 'matchday: "@"',
        "group": 'group: "@"',
        "leg": 'leg: "@"',
        "half_time": 'half_time: "@"',
        "full_time": 'full_time: "@"',
        "played_score": 'played_score: "@"',
        "status": 'status: "@"',
        "winner": 'winner: "@"',
        "neutral": 'neutral: "@"',
        "goals": 'goals: {home: [{player: "@", minute: 10, assist: "@"}]}',
        "cards": 'cards: {home: "@ 31\' (Y)"}',
        "lineups": 'lineups: {home: ["@", B, C, D, E, F, G, H, I, J, K]}',
        "bench": 'bench: {away: ["@"]}',
        "managers": 'managers: {home: "@"}',
        "formation": 'formation: {home: "@"}',
        "shootout": 'shootout: "1-0 @, 1-0 X (saved)"',
        "stats": 'stats: {"@": 1-2}',
        "venue": 'venue: "@"',
        "referee": 'referee: "@"',
        "assistants": 'assistants: ["@"]',
        "attendance": 'attendance: "@"',
        "weather": 'weather: "@"',
        "player_of_the_match": 'player_of_the_match: "@"',
        "ratings": 'ratings: {"@": "@"}',
    },
    Kind.ARTICLE: {
        **WRITTEN,
        "title": 'title: "@"',
        "teams": 'teams: ["@"]',
        "people": 'people: ["@"]',
        "competition": 'competition: "@"',
        "season": 'season: "@"',
        "match": 'match: "@"',
        "translation_of": 'translation_of: "@"',
    },
    Kind.PAGE: {**WRITTEN, "title": 'title: "@"', "translation_of": 'translation_of: "@"'},
    Kind.TEAM: {
        **THING,
        "names": 'names: [{name: "@", from: 1901}]',
        "short": 'short: "@"',
        "code": 'code: "@"',
        "colours": 'colours: ["@"]',
        "crest": 'crest: "@"',
        "ground": 'ground: "@"',
        "city": 'city: "@"',
        "country": 'country: "@"',
        "founded": 'founded: "@"',
        "nickname": 'nickname: "@"',
    },
    Kind.VENUE: {
        **THING,
        "names": 'names: [{name: "@", from: 1901}]',
        "city": 'city: "@"',
        "country": 'country: "@"',
        "capacity": 'capacity: "@"',
        "coordinates": 'coordinates: "@"',
    },
    Kind.PERSON: {
        **THING,
        "born": 'born: "@"',
        "nationality": 'nationality: "@"',
        "position": 'position: "@"',
        "roles": 'roles: ["@"]',
    },
    Kind.COMPETITION: {
        **THING,
        "country": 'country: "@"',
        "timezone": 'timezone: "@"',
        "season_starts": 'season_starts: "@"',
        "rules": 'rules: [{from: "@"}]',
        "seasons": 'seasons: {2020-21: {adjustments: [{team: "@", points: -1, reason: "@"}]}}',
        "zones": 'zones: [{places: 1-2, label: "@"}]',
    },
}
"""By kind and key; `BASE` holds those without which there is no document."""
BASE: Mapping[Kind, Sequence[str]] = {
    Kind.MATCH: ("date: {day}", "season: 2020-21", 'competition: "@"', 'home: "@ H{n}"', 'away: "A{n} @"', "score: 1-0"),
    Kind.ARTICLE: ("date: {day}", "title: Article {n}"),
    Kind.PAGE: ("title: Page {n}",),
    **dict.fromkeys((Kind.TEAM, Kind.VENUE, Kind.PERSON, Kind.COMPETITION), ('name: "@ {n}"',)),
}
IN_BASE = frozenset({"date", "season", "competition", "home", "away", "score", "title", "name"})
RESULTS = {
    "a.csv": 'date,home,away,score,round,group,venue,referee\n{day},"@ {n}",B{n},1-0,"@","@","@","@"\n',
    "a.json": '{"name": "League 2020/21", "matches": [{"date": "{day}", "team1": "@ {n}", "team2": "C{n}", "round": "@",'
    ' "group": "@", "score": {"ft": [1, 0]}, "goals1": [{"name": "@", "minute": 5}], "ground": "@"}]}',
    "title.txt": "= @ 2020/21\n\n{day}\n  F{n} v E{n}  1-0\n",
    "round.txt": "= League\n\n▪ @\n{day}\n  G{n} v E{n}  1-0\n",
    "team.txt": "= League\n\n{day}\n  H{n} v @  1-0\n",
    "goal.txt": "= League\n\n{day}\n  I{n} v E{n}  1-0\n    (@ 5')\n",
    "place.txt": "= League\n\n{day}\n  J{n} v E{n}  1-0 @ @\n",
}
"""Files of results by what they are called after; in a table a quote is written twice."""
FIRST_DAY = date(2020, 9, 1)


class Hostile(Struct):
    """A document with strings in its fields; ``string`` stands in those that it cannot do without."""

    kind: Kind
    number: int
    string: str
    fields: dict[str, str]

    @property
    def path(self) -> str:
        return f"content/{self.kind}/{self.number}.md"

    @property
    def text(self) -> str:
        day = str(FIRST_DAY + timedelta(days=self.number))
        base = (line for line in BASE[self.kind] if line.partition(":")[0] not in self.fields)
        lines = [_filled(line.replace("{n}", str(self.number)).replace("{day}", day), self.string) for line in base]
        lines += [_filled(FIELDS[self.kind][key], value) for key, value in self.fields.items() if key != BODY]
        body = self.fields.get(BODY, "")
        return "\n".join(["---", *lines, "---", f"{body}\n\nAtalanta {body} Napoli\n" if body else ""])

    def is_read(self) -> bool:
        document, problems = read_document(self.path, self.kind, self.text.encode("utf-8", "replace"))
        return document is not None and not any(problem.is_error for problem in problems)


def hostile_documents(strings: Sequence[str]) -> Iterator[Hostile]:
    """As many documents of each kind as there are strings, with all fields that take theirs."""
    for kind in FIELDS:
        for number, string in enumerate(strings):
            own = string if Hostile(kind, number, string, {}).is_read() else "plain"
            given = {key: strings[(number + turn) % len(strings)] for turn, key in enumerate(FIELDS[kind])}
            taken = {key: value for key, value in given.items() if Hostile(kind, number, own, {key: value}).is_read()}
            document = Hostile(kind, number, own, taken)
            assert document.is_read(), document.text
            yield document


def hostile_results(strings: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Files of results that are read without an error, by their paths."""
    for name, template in RESULTS.items():
        for number, string in enumerate(strings):
            day = str(FIRST_DAY + timedelta(days=number))
            written = {"csv": string.replace('"', '""'), "json": json.dumps(string)[1:-1], "txt": string}[name.rpartition(".")[2]]
            text = template.replace("{n}", str(number)).replace("{day}", day).replace("@", written)
            path = f"content/results/league/2020-21/{number}-{name}"
            if not any(problem.is_error for problem in read_results(path, text.encode("utf-8", "replace"))[1]):
                yield path, text


def _filled(line: str, string: str) -> str:
    """The line with the string in place of each ``@``, as it is written within double quotes."""
    return line.replace("@", json.dumps(string, ensure_ascii=False)[1:-1])
