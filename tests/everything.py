"""A report that says everything a report can say, key by key, each value as YAML."""

from __future__ import annotations

ATALANTA = (
    "Pierluigi Gollini - Rafael Tolói, Cristian Romero, José Luis Palomino - Hans Hateboer, Marten de Roon, Remo Freuler, "
    "Robin Gosens - Josip Iličić (Luis Muriel 69') - Matteo Pessina [c], Duván Zapata"
)
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
EVERYTHING = {
    "score": "3-3 aet, 4-2 pens", "half_time": "2-0", "full_time": "2-2", "status": "abandoned", "neutral": "true",
    "round": "Semi-finals", "matchday": "22", "group": "B", "leg": "2", "venue": "Gewiss Stadium",
    "goals": "{home: \"Duván Zapata 10' (assist: Josip Iličić), 100' Matteo Pessina 16'(p)\", "
             "away: \"Hirving Lozano 53', 60' Rafael Tolói 110'(og)\"}",
    "cards": "{away: \"Kalidou Koulibaly 88' (Y/R)\"}", "lineups": f'{{home: "{ATALANTA}"}}',
    "bench": "{home: [Marco Sportiello]}", "managers": "{home: Gian Piero Gasperini}", "formation": "{home: 3-4-1-2}",
    "shootout": '"1-0 Luis Muriel, 1-0 Dries Mertens (saved), 2-0 Marten de Roon, 2-1 Hirving Lozano, 3-1 Remo Freuler, '
                '3-2 Piotr Zieliński, 4-2 Duván Zapata"',
    "stats": "{corner kicks: 17-13}", "referee": "Federico La Penna", "assistants": "[Ciro Carbone, Alberto Tegoni]",
    "attendance": "closed doors", "weather": '"rain, 8 degrees"', "player_of_the_match": "Duván Zapata",
    "ratings": "{Luis Muriel: 7.5}", "title": "A night of everything", "description": "All of it in one match.",
    "author": "The editors", "tags": "[cup nights]", "updated": "2021-02-12", "lang": "it",
    "photos": "[{src: /ground.png, alt: Floodlights over an empty stand, caption: An hour before kick-off, credit: The agency}]",
    "sources": "[{text: Notes from the ground, url: 'https://example.org/notes'}]",
    "corrections": "[{date: 2021-02-13, text: The fourth goal was given to another.}]",
    "disputed": "[{fact: player_of_the_match, says: Pierluigi Gollini, source: The other paper}]",
}  # fmt: skip
