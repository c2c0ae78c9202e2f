"""Trouble with addresses (14, 15), markdown and HTML (16 to 18), templates and settings (19, 20)."""

from __future__ import annotations

from builders import report
from hostile_trouble import LINKING, NOTHING, A, Trouble, head, huge_png, page
from photographs import photo

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
