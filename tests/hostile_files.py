"""Trouble with files (1 to 5) and with front matter (6 to 10)."""

from __future__ import annotations

from builders import report
from hostile_trouble import READING, RESULTS, A, Trouble, head, linked, pipe

FILES = [
    Trouble("bom", 1, {A: "\ufeff" + report(refere="x")}),
    Trouble("crlf", 1, {A: report(refere="x").replace("\n", "\r\n")}),
    Trouble("lone-cr", 1, {A: report(refere="x").replace("\n", "\r")}),
    Trouble("latin-1", 2, {A: report(venue="Estádio").encode("latin-1")}),
    Trouble("utf-16", 2, {A: report().encode("utf-16")}),
    Trouble("latin-1-results", 2, {f"{RESULTS}.txt": "= Serie A 2020/21\nSep 19\n  Lazio v Málaga  1-0\n".encode("latin-1")}),
    Trouble("latin-1-table", 2, {f"{RESULTS}.csv": "date,home,away,score\n2021-01-01,Málaga,B,1-0\n".encode("latin-1")}),
    Trouble("latin-1-json", 2, {"content/results/a.json": '{"name": "Málaga 2021"}'.encode("latin-1")}),
    Trouble("nul", 2, {A: report(text="a\x00b")}),
    Trouble("bell-in-a-name", 2, {A: report(venue="Gewiss\x07")}),
    Trouble("override-in-a-name", 2, {A: report(venue="Stadium \u202efdp")}),
    Trouble("override-by-an-escape", 2, {A: report(venue='"Stadium \\u202efdp"')}),
    Trouble(
        "override-in-json",
        2,
        {"content/results/a.json": '{"name": "A 2021", "matches": [\n{"team1": "A\\u202e", "team2": "B"}]}'},
    ),
    Trouble("override-in-a-table", 2, {f"{RESULTS}.csv": "date,home,away,score\n2021-01-01,A\u202ex,B,1-0\n"}),
    Trouble("control-in-the-settings", 2, {"site.toml": 'title = "a\\u0007b"\n'}, READING),
    Trouble("too-large", 3, {A: report(text="x" * 1024 * 1024)}),
    Trouble("pipe", 3, {}, READING, pipe("content/matches/pipe.md")),
    Trouble("pipe-for-a-picture", 3, {A: report(text="![A](p.jpg)")}, READING, pipe("content/matches/p.jpg")),
    Trouble("pipe-for-results", 3, {}, READING, pipe("content/pipe.txt")),
    Trouble("dangling-link", 3, {}, READING, linked(("content/matches/l.md", "nowhere.md"))),
    Trouble("link-to-itself", 3, {}, READING, linked(("content/matches/l.md", "m.md"), ("content/matches/m.md", "l.md"))),
    Trouble("link-up", 3, {}, READING, linked(("content/matches/up", ".."))),
    Trouble("link-out", 3, {}, READING, linked(("content/matches/l.md", "../../../elsewhere.md"), ("content/etc", "/etc"))),
    Trouble("folder-called-as-a-report", 3, {"content/matches/a.md/b.txt": "x"}),
    Trouble("settings-are-a-folder", 3, {"site.toml/x": "x"}),
    Trouble("settings-in-latin-1", 3, {"site.toml": 'title = "Málaga"\n'.encode("latin-1")}),
    Trouble(
        "litter-of-editors",
        5,
        dict.fromkeys(
            ("content/matches/.#a.md", f"{A}~", "content/matches/.a.md.swp", "content/matches/4913", "content/.DS_Store"), "x"
        ),
    ),
]
HEADS = [
    Trouble("only-an-opening", 6, {A: "---"}),
    Trouble("an-empty-file", 6, {A: ""}),
    Trouble("an-empty-head", 6, {A: "---\n---\n"}),
    Trouble("head-of-a-number", 6, {"content/teams/a.md": "---\n42\n---\n"}),
    Trouble("closed-with-dots", 6, {"content/articles/a.md": "---\ntitle: A\ndate: 2021-01-01\n...\nText.\n"}),
    Trouble("keys-of-the-library", 6, {"content/pages/a.md": head("title: A", "content: x", "handler: y", "metadata: z")}),
    Trouble("duplicate-key-in-a-list", 7, {"content/teams/a.md": head("name: A", "names:", "  - name: B", "    name: C")}),
    Trouble(
        "unknown-key-of-every-kind",
        7,
        {
            f"content/{kind}/a.md": head(f"{key}: A", *more, "captian: x")
            for kind, key, *more in (
                ("teams", "name"),
                ("people", "name"),
                ("venues", "name"),
                ("competitions", "name"),
                ("pages", "title"),
                ("articles", "title", "date: 2021-01-01"),
            )
        },
    ),
    Trouble(
        "yaml-types",
        8,
        {
            A: report(
                score="1:0",
                date="2021-02-10 20:75",
                leg="007",
                attendance="0x1F",
                neutral="NO",
                matchday="1_000",
                founded="1.5",
            )
        },
    ),
    Trouble(
        "impossible-day-everywhere",
        8,
        {
            "content/people/a.md": head("name: A", "born: 2021-02-30"),
            "content/articles/a.md": head("title: A", "date: 2021-02-30"),
            "content/teams/a.md": head("name: A", "names: [{name: B, from: 1901-13-01}]"),
            A: report(updated="2024-02-30"),
        },
    ),
    Trouble(
        "quotes-needed",
        9,
        {
            "content/pages/a.md": head("title: A: B"),
            "content/pages/b.md": head("title: @b"),
            "content/pages/c.md": head("title: `c`"),
            "content/pages/d.md": head("title: d #e"),
            "content/pages/e.md": head("title:\te"),
            "content/pages/f.md": head("title: %f"),
            "content/pages/g.md": head('title: "g" and more'),
            "content/pages/h.md": head("title: [g] and more"),
        },
    ),
    Trouble(
        "a-bomb-of-merges",
        10,
        {
            "content/pages/a.md": head(
                "title: A",
                "extra:",
                "  a: &a {x: 1}",
                "  b: &b {<<: [*a, *a]}",
                "  c: {<<: [*b, *b]}",
            )
        },
    ),
    Trouble("a-hundred-thousand-brackets", 10, {"content/pages/a.md": head("title: A", f"extra: {'[' * 100_000}")}),
    Trouble("a-hundred-thousand-braces", 10, {"content/pages/a.md": head("title: A", f"extra: {'{a: ' * 100_000}")}),
    Trouble("a-hundred-thousand-dashes", 10, {"content/pages/a.md": head("title: A", f"extra:\n  {'- ' * 100_000}")}),
    Trouble("a-hundred-thousand-keys", 10, {"content/pages/a.md": head("title: A", *(f"k{n}: v" for n in range(100_000)))}),
    Trouble("tags-of-python", 10, {"content/pages/a.md": head("title: !!python/object/apply:os.system [id]", "extra: !x y")}),
]
