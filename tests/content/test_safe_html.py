"""That nothing an author types can run in a reader's browser, whichever way it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.prose import read_prose
from site_builder.content.safe_html import SCHEMES, TAGS
from site_builder.site.finished import finish
from site_builder.site.mentions import mentions_in, names_by_first_token

SCRIPTS = [
    "<script>alert(1)</script>",
    "<ScRiPt >alert(1)</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    "<script/x>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1)//<</script>",
    "<script>alert(1)",
    "<script\n>alert(1)\n</script\n>",
    "</p><script>alert(1)</script><p>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "```\n<script>alert(1)</script>\n```",
    "```</code></pre><script>alert(1)</script>\nx\n```",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea><script>alert(1)</script></textarea>",
    "<title><img src=x onerror=alert(1)></title>",
    "<xmp><script>alert(1)</script></xmp>",
    "<template><script>alert(1)</script></template>",
    "<!--><script>alert(1)</script-->",
    "<!-- --!><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php <script>alert(1)</script> ?>",
]
HANDLERS = [
    "<img src=x onerror=alert(1)>",
    '<img src="x" OnErRoR="alert(1)">',
    "<img/src=x/onerror=alert(1)//",
    "<img src='x'onerror=alert(1)>",
    "<img src=x\tonerror\n=\nalert(1)>",
    "<img src=x onerror=&#97;lert(1)>",
    "<p onclick=alert(1)>x</p>",
    "<b onmouseover='alert(1)'>x</b>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    '<a href="x.html" onclick="alert(1)">x</a>',
    "<td onfocus=alert(1) tabindex=0>x</td>",
    "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
    "<audio src onloadstart=alert(1)>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<x onclick=alert(1)>x",
    '![x](x.png"onerror="alert(1))',
    "![x](x.png 'y\" onerror=\"alert(1)')",
    '![" onerror="alert(1)](x.png)',
    '[x](y.html "z\\" onclick=\\"alert(1)")',
    '[x](<y.html" onclick="alert(1)>)',
    "Text {onclick=alert(1)}",
    "## Heading {: onclick=alert(1) }",
    "``` {onclick=alert(1) .x}\ncode\n```",
    '[[A" onclick="alert(1)]]',
    '[[A|x" onclick="alert(1)]]',
    '<b title="[[A]]" title="[[x|y" onclick="alert(1)]]">x</b>',
    '<abbr title="<img src=x onerror=alert(1)>">x</abbr>',
    '<abbr title="[[A|\'><img src=x onerror=alert(1)>]]">x</abbr>',
]
FRAMES = [
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<frameset><frame src=javascript:alert(1)></frameset>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<math href=javascript:alert(1)>x</math>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<isindex action=javascript:alert(1) type=image>",
    "<base href=javascript:alert(1)//>",
    "<link rel=stylesheet href=javascript:alert(1)>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<table background=javascript:alert(1)><tr><td>x</table>",
    "<div style=width:expression(alert(1))>x</div>",
    "<custom-element onclick=alert(1)>x</custom-element>",
    "<portal src=javascript:alert(1)>",
]
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "  javascript:alert(1)",
    "java\tscript:alert(1)",
    "java&#10;script:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3A;alert(1)",
    "&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)",
    "&#0000106avascript:alert(1)",
    "\x01javascript:alert(1)",
    "\ufeffjavascript:alert(1)",
    "jav\x00ascript:alert(1)",
    "javascript\\:alert(1)",
    "java\\script:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "DATA:text/html,x",
    "blob:https://example.org/x",
    "file:///etc/passwd",
    "view-source:javascript:alert(1)",
    "wiki:javascript:alert(1)",
    "[[javascript:alert(1)|javascript:alert(1)]]",
    "java[[x|]]script:alert(1)",
]
SHAPES = [
    "[x]({})",
    "[x](<{}>)",
    "![x]({})",
    "<{}>",
    "[x][y]\n\n[y]: {}",
    "![x][y]\n\n[y]: <{}>",
    '<a href="{}">x</a>',
    "<a href={}>x</a>",
    "<img src='{}'>",
    '<blockquote cite="{}">x</blockquote>',
    "<a\nhref\n=\n'{}'\n>x</a>",
    '[[x]] <A HREF="{}">x</A> [[y]]',
    '<video poster="{}" src="{}"></video>',
]
ATTRIBUTES = {
    *("href", "title", "src", "alt", "width", "height", "class", "id", "rel", "lang", "dir", "start", "reversed", "open"),
    *("colspan", "rowspan", "scope", "span", "datetime"),
}
NAMES = names_by_first_token([("Atalanta", "teams/atalanta"), ("Alert", "teams/alert")])


def page_of(text: str) -> str:
    """The text as a page would have it: names linked, addresses as they were written."""
    prose, _ = read_prose(text, "a.md", 1)
    found = mentions_in(prose.parts, lambda words: map(NAMES.get, words), {}, ())
    same = str
    return str(finish(prose.parts, found, same, lambda target: f"x.html#{len(target)}", same, lambda _: None))


def elements_of(page: str) -> Iterator[Any]:
    """What a browser's parser makes of a page's HTML."""
    document = html5lib.parseFragment(page, namespaceHTMLElements=False, treebuilder="etree")
    return (element for element in document.iter() if element is not document)


def assert_inert(page: str) -> None:
    for element in elements_of(page):
        assert element.tag in TAGS, page
        assert set(element.attrib) <= ATTRIBUTES, page
        for name in ("href", "src"):
            # As a browser does before it looks for a scheme (WHATWG URL, "basic URL parser").
            address = re.sub("[\t\n\r]", "", element.get(name, "").lstrip("".join(map(chr, range(0x21)))))
            scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address)
            assert scheme is None or scheme.group(1).lower() in SCHEMES, page


@pytest.mark.parametrize("text", [*SCRIPTS, *HANDLERS, *FRAMES])
@pytest.mark.parametrize(
    "around", ["{}", "Atalanta {} Atalanta", "> - {}", "|a|b|\n|-|-|\n|{}|c|", "<div>\n{}\n</div>", "x[^1]\n\n[^1]: {}"]
)
def test_markup_that_runs_is_inert(text: str, around: str) -> None:
    assert_inert(page_of(around.replace("{}", text)))


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_run_are_inert(address: str) -> None:
    for shape in SHAPES:
        assert_inert(page_of(shape.replace("{}", address)))
        assert_inert(page_of("<div>\n" + shape.replace("{}", address) + "\n</div>"))


def test_code_is_shown_not_run() -> None:
    page = page_of("`<script>alert(1)</script>`")
    assert page == "<p><code>&lt;script&gt;alert(1)&lt;/script&gt;</code></p>"


def test_what_prose_may_hold_is_kept() -> None:
    figure = '<figure><img src="a.jpg" alt="A"><figcaption>The <b>goal</b></figcaption></figure>'
    assert page_of(figure) == figure
    details = "<details open><summary>More</summary>\n<p>H<sub>2</sub>O</p>\n</details>"
    assert page_of(details).replace('open=""', "open") == details
    table = '<table><tbody><tr><th scope="row">a</th><td colspan="2">b</td></tr></tbody></table>'
    assert page_of(table) == table


def test_what_is_left_out_is_said_with_its_line() -> None:
    _, problems = read_prose("One.\n\n<IFRAME src=x></iframe>\n\n[a](ftp://b) <c-d>\n\n`<script>`", "a.md", 10)
    assert [(problem.code, problem.place.line, problem.is_error) for problem in problems] == [
        ("prose-markup-left-out", 12, False),
        ("prose-markup-left-out", 14, False),
        ("prose-markup-left-out", 14, False),
    ]
    assert "`<iframe>`" in problems[0].message
    assert "`ftp:`" in problems[2].message


def test_markup_that_is_allowed_is_no_problem() -> None:
    text = "<b>a</b> <!-- <iframe> --> 1 < 2 <https://example.org> [c](mailto:d@example.org) `<script>` &amp; x:y"
    assert read_prose(text, "a.md", 1)[1] == ()


PIECES = [
    *SCRIPTS,
    *HANDLERS,
    *FRAMES,
    *ADDRESSES,
    *SHAPES,
    "<",
    ">",
    '"',
    "'",
    "&",
    "[[",
    "]]",
    "](",
    ")",
    "`",
    "\n\n",
    "\n",
    " ",
    "=",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_pieces_of_them_in_any_order_are_inert(text: str) -> None:
    assert_inert(page_of(text))
