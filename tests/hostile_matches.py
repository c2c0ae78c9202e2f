"""Trouble with football (11 to 13)."""

from __future__ import annotations

from builders import report
from hostile_trouble import LINKING, RESULTS, SEASON, A, Trouble, head

FOOTBALL = [
    Trouble("same-match-thrice", 11, {A: report(), "content/matches/b.md": report(), "content/matches/c.md": report()}, LINKING),
    Trouble(
        "alias-of-itself",
        11,
        {A: report(away="La Dea"), "content/teams/a.md": head("name: Atalanta", "aliases: La Dea")},
        LINKING,
    ),
    Trouble(
        "close-to-a-known-name",
        11,
        {
            A: report("Lazoi", "Genoa", date="2021-04-01", competition="Serie A"),
            "content/matches/c.md": report("Lazio", "Roma", date="2021-04-14", competition="Serie A"),
        },
        LINKING,
    ),
    Trouble("shootout-of-a-decided-match", 11, {A: report(score='"3-1, 5-4 pens"')}, LINKING),
    Trouble(
        "results-that-contradict-a-report",
        11,
        {
            A: report("Lazio", "Roma", "2-1", date="2020-09-19", competition="Serie A"),
            f"{RESULTS}.txt": SEASON + "  Lazio  1-1  Roma\n",
        },
        LINKING,
    ),
    Trouble(
        "results-with-mistakes",
        11,
        {
            f"{RESULTS}.txt": SEASON
            + ("  18:00 Lazio v Lazio 1-0\n  Genoa v Roma 2-1 (3-0)\n foo bar\n  Inter v Milan 1-x\n    (Palacio 200')\nFeb 30\n")
        },
    ),
    Trouble(
        "a-table-with-mistakes",
        11,
        {
            f"{RESULTS}.csv": (
                "date,home,away,score,goals\n2021-13-01,A,B,1-0,\n2021-01-01,A,A,1-0,\n2021-01-01,A,B,1-x,\nfoo\n"
                "2021-01-02,C,D,1-0,X 1' Y 2',extra\n2021-01-03,C,D,1-0,X 1' Y 2'\n"
            )
        },
    ),
    Trouble("a-table-of-something-else", 11, {f"{RESULTS}.csv": "datum,heim\n1,2\n"}),
    Trouble("a-table-with-open-quotes", 11, {f"{RESULTS}.csv": 'date,home,away,score\n2021-01-01,"A,B,1-0\n'}),
    Trouble("json-cut-off", 11, {"content/results/a.json": '{"name": "Serie A 2020/21",\n "matches": [{"team1": '}),
    Trouble("json-too-deep", 11, {"content/results/a.json": "[" * 100_000}),
    Trouble("json-of-something-else", 11, {"content/results/a.json": "[1, 2]"}),
    Trouble(
        "json-with-mistakes",
        11,
        {
            "content/results/a.json": (
                '{"name": "Serie A 2020/21", "matches": [\n'
                '{"date": "2021-02-30", "team1": "A", "team2": "B", "score": {"ft": [1, 0]}},\n'
                '{"date": "2021-02-03", "team1": "A", "team2": "A", "score": {"ft": [1, 0]}},\n'
                '{"date": "2021-02-03", "team1": "A", "team2": "C", "score": {"ft": [1, "x"]}},\n'
                '{"date": "2021-02-03", "team1": "A", "team2": "D", "score": {"ft": [1e999, 0]}},\n7]}'
            )
        },
    ),
    Trouble("marks-out-of-range", 11, {A: report(ratings="{Zapata: 11, Toloi: -1, Romero: 7.5.1, Pessina: strong}")}),
    Trouble(
        "kick-off-in-an-hour-that-was-skipped",
        12,
        {
            "site.toml": 'timezone = "Europe/Rome"\n',
            A: report(date="2021-03-28 02:30"),
            "content/matches/b.md": report("Lazio", "Roma", date="2021-03-28 02:30+02:00"),
            "content/matches/c.md": report("Roma", "Lazio", date="2021-10-31 02:30"),
        },
        LINKING,
    ),
    Trouble("names-of-three-hundred-letters", 13, {A: report("A" * 300, venue="V" * 300, referee="R" * 300)}, LINKING),
    Trouble("names-of-nothing", 13, {A: report("⁂", "…", venue="“”", competition="—")}),
    Trouble(
        "names-of-nothing-beside-the-match",
        13,
        {A: report(referee="—", author="…", tags="[…]", photos="[{src: a.jpg, credit: '…', alt: '…'}]")},
        LINKING,
    ),
    Trouble(
        "numbers-beyond-all-measure",
        13,
        {
            A: report(
                score=f"{'9' * 400}-0",
                attendance="9" * 400,
                leg="9" * 400,
                matchday="0",
                goals=f'"X {"9" * 400}\'"',
                half_time="-1-0",
            )
        },
    ),
]
