"""What goes wrong in practice, as changes to a good site: files, links, pipes, pictures, templates, settings.

Numbered by the kinds of trouble: files (1 to 5), front matter (6 to 10), football (11 to
13), addresses (14, 15), markdown and HTML (16 to 18), templates and settings (19, 20).
What an author types wrong in a report is in ``tests/broken/``; here is what takes more
than a text: bytes, the disk, sizes, several files. ``test_hostile_sites.py`` tries each.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from struct import pack

from msgspec import Struct, field

from builders import TestSite, report
from photographs import photo

A = "content/matches/a.md"
GOOD = {
    "content/matches/good.md": report("Lazio", "Genoa", "1-0", date="2021-03-01", competition="Serie A"),
    "content/pages/history.md": "---\ntitle: History\n---\n## Cup wins\n",
}
READING = {"content/matches/zz.md": report("Roma", "Inter", "1-0", date="2021-03-02", competition="Serie A", refere="Orsato")}
"""A mistake of another file that reading it tells: it has to be told beside the one that is tried."""
LINKING = {"content/pages/zz.md": "---\ntitle: Zz\n---\n[[Nowhere]]\n"}
"""The same for what only the whole site can tell, once every file could be read."""
NOTHING: Mapping[str, str | bytes] = {}
RESULTS = "content/results/serie-a/2020-21"
SEASON = "= Serie A 2020/21\n\n▪ Matchday 1\nSat Sep 19 2020\n"

Change = Callable[[Path], object]


class Trouble(Struct, frozen=True):
    """A site with something wrong: ``change`` does to its folder what files cannot say."""

    name: str
    number: int
    files: Mapping[str, str | bytes]
    beside: Mapping[str, str | bytes] = field(default_factory=lambda: READING)
    change: Change | None = None

    def made_in(self, site: TestSite) -> None:
        site.write({**self.files, **self.beside})
        if self.change:
            self.change(site.folder)


def page(text: str = "", **keys: str) -> str:
    return "---\ntitle: A\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"---\n{text}\n"


def head(*lines: str) -> str:
    return "---\n" + "\n".join(lines) + "\n---\n"


def huge_png(width: int, height: int) -> bytes:
    """A small file that says it is a huge picture."""
    size = pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def linked(*links: tuple[str, str]) -> Change:
    def change(folder: Path) -> None:
        for name, target in links:
            (folder / name).symlink_to(target)

    return change


def pipe(name: str) -> Change:
    return lambda folder: os.mkfifo(folder / name)


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
            + ("  18:00 Lazio v Lazio 1-0\n  Genoa v Roma 2-1 (3-0)\n foo bar\n  Inter v Milan 1-x\n    (Nobody 200')\nFeb 30\n")
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
        {A: report(referee="—", author="…", tags="[…]", bench="{home: [☆]}", photos="[{src: a.jpg, credit: '…', alt: '…'}]")},
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
ADDRESSES = [
    Trouble(
        "slugs-that-lead-elsewhere",
        14,
        {
            f"content/pages/{n}.md": page(slug=slug)
            for n, slug in enumerate(
                (
                    "../../etc/passwd",
                    "/etc/passwd",
                    "C:\\windows",
                    "a\\b",
                    "a%2fb",
                    "a...",
                    "x" * 300,
                    "con",
                    "COM1",
                    '"."',
                    "Łódź",
                )
            )
        },
    ),
    Trouble(
        "names-that-windows-keeps", 14, {A: report("CON", "Aux", author="Nul", tags="[prn]"), "content/x/nul.txt": "x"}, LINKING
    ),
    Trouble(
        "names-that-leave-nothing",
        14,
        {
            "content/teams/a.md": head('name: "???"'),
            "content/pages/☃.md": page(),
            "content/people/a.md": head("name: A", "aliases: ['…']"),
        },
    ),
    Trouble("two-pages-but-for-case", 15, {"content/pages/About.md": page(), "content/pages/about.md": page()}, LINKING),
    Trouble(
        "two-files-but-for-case-and-form",
        15,
        {
            "content/x/Caf\u00e9.txt": "x",
            "content/x/Cafe\u0301.txt": "y",
            "content/x/CAF\u00c9.TXT": "z",
        },
        LINKING,
    ),
    Trouble(
        "pages-in-the-place-of-the-sites-own",
        15,
        {f"content/pages/{name}.md": page() for name in ("search", "404", "index", "matches", "teams")}
        | {"content/feed.xml": "x", "content/sitemap.xml": "x", "content/matches.html": "x"},
        LINKING,
    ),
    Trouble(
        "redirects-round-in-a-circle",
        15,
        {
            "content/pages/a.md": page(redirects="[/b.html, /a.html]"),
            "content/pages/b.md": page(redirects="[/a.html, /index.html]"),
        },
        LINKING,
    ),
    Trouble(
        "one-old-address-of-two",
        15,
        {
            "content/pages/a.md": page(redirects="/old.html"),
            "content/pages/b.md": page(redirects="[/OLD.html]"),
        },
        LINKING,
    ),
    Trouble(
        "a-team-declared-twice-in-other-letters",
        15,
        {
            "content/teams/a.md": head("name: Łódź"),
            "content/teams/b.md": head("name: LODZ"),
            "content/teams/c.md": head("name: København"),
        },
        LINKING,
    ),
]
TEXTS = [
    Trouble(
        "markup-that-runs",
        16,
        {
            "content/pages/a.md": page(
                "<script>alert(1)</script>\n\n<p onclick=alert(1)>x</p>\n\n<iframe src=x></iframe>\n\n"
                "[x](javascript:alert(1))\n\n<svg onload=alert(1)>\n\n![x](data:text/html,x)\n\n{{ 7*7 }}\n"
            )
        },
    ),
    Trouble("a-kilobyte-of-lists", 17, {"content/pages/a.md": page("* " * 512 + "x")}),
    Trouble("eight-kilobytes-of-pictures", 17, {"content/pages/a.md": page("![" * 4096)}),
    Trouble(
        "four-thousand-footnotes", 17, {"content/pages/a.md": page("\n".join(f"a[^{n}]\n\n[^{n}]: note\n" for n in range(4000)))}
    ),
    Trouble(
        "links-that-lead-nowhere",
        18,
        {
            "content/pages/a.md": page(
                "[[Lazoi]]\n\n[a](nowhere.md) [b](/teams/nobody.html)\n\n[c](history.md#cups) [d](#here)\n\n"
                "![e](f.png)\n\n[f](../matches/good.MD)\n"
            )
        },
        LINKING,
    ),
    Trouble("a-picture-of-another-case", 18, {A: report(text="![A](Foto.JPG)"), "content/matches/foto.jpg": photo()}, LINKING),
    Trouble(
        "a-picture-of-sixty-megapixels",
        18,
        {A: report(text="![A](a.png)"), "content/matches/a.png": huge_png(10_000, 6_000)},
        LINKING,
    ),
    Trouble("a-picture-cut-off", 18, {A: report(text="![A](a.jpg)"), "content/matches/a.jpg": photo()[:64]}, LINKING),
    Trouble("a-picture-that-is-none", 18, {A: report(image="a.jpg"), "content/matches/a.jpg": "<html>"}, LINKING),
    Trouble(
        "a-picture-with-a-script",
        18,
        {
            A: report(text="![A](a.svg)"),
            "content/matches/a.svg": "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "content/b.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        },
        LINKING,
    ),
    Trouble(
        "pictures-with-unsafe-addresses",
        18,
        {
            A: report(
                image="javascript:alert(1)", photos='[{src: "data:image/png;base64,AA=="}, {src: "\\\\\\\\host\\\\a.png"}]'
            ),
            "content/teams/a.md": head("name: A", "crest: 'vbscript:x'"),
        },
    ),
]
THEMES = [
    Trouble("template-syntax", 19, {"templates/pages/match.html": "\n{% if %}\n"}),
    Trouble("missing-include", 19, {"templates/pages/match.html": '<p>\n{% include "partials/fooder.html" %}\n'}),
    Trouble("include-loop", 19, {"templates/a.html": '{% include "b.html" %}', "templates/b.html": '{% include "a.html" %}'}),
    Trouble("computed-include", 19, {"templates/pages/match.html": "{% include page.kind %}"}),
    Trouble("template-in-latin-1", 19, {"templates/pages/match.html": "\n\xe9".encode("latin-1")}),
    Trouble("undefined-variable", 19, {"templates/pages/match.html": "\n{{ foo.bar }}\n"}, NOTHING),
    Trouble("undefined-field", 19, {"templates/pages/match.html": "\n{{ view.scroe }}\n"}, NOTHING),
    Trouble("division-by-zero", 19, {"templates/pages/match.html": "{{ 1 / 0 }}"}, NOTHING),
    Trouble("endless-macro", 19, {"templates/pages/match.html": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"}, NOTHING),
    Trouble("one-fault-on-every-page", 19, {"templates/base.html": "{{ nothing }}"}, NOTHING),
    Trouble("settings-syntax", 20, {"site.toml": 'title = "x\n'}),
    Trouble("settings-unknown-and-wrong", 20, {"site.toml": 'titel = "x"\ndata = 1\n[feeds]\nentrys = 3\n[menu]\nx = 1\n'}),
    Trouble(
        "settings-with-dangerous-addresses",
        20,
        {
            "site.toml": 'base_url = "https://["\ntimezone = "../../etc/passwd"\n'
            '[menu]\nx = "javascript:alert(1)"\n[feeds]\nfirst_base_url = "//x"\n',
        },
    ),
    Trouble("menu-that-leads-nowhere", 20, {"site.toml": '[menu]\nTables = "tables.html"\n'}, LINKING),
]
TROUBLES = [*FILES, *HEADS, *FOOTBALL, *ADDRESSES, *TEXTS, *THEMES]
