"""A drawing is read as a whole: what in it could run keeps it off the pages, and nothing in it makes the program run on."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from builders import TestSite, report
from patience import seconds
from site_builder.images.drawings import MOST_BYTES, read_drawing, why_active
from site_builder.images.model import BadPicture

NAMESPACES = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml"'
)
PLAIN = f"""<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg {NAMESPACES} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 20 24">
<!-- <script>no()</script> --><metadata>on its own</metadata><style>path {{ fill: red }}</style>
<defs><path id="p" d="M0 0h20v24z"/></defs><use href="#p"/><use xlink:href="#p"/>
<a href="https://example.org/"><text>A</text></a><image href="data:image/png;base64,AA=="/>
<animate attributeName="opacity" values="0;1" inkscape:label="on"/></svg>"""
ACTIVE = {
    "<script>alert(1)</script>": "`<script>`",
    "<SCRIPT/>": "`<SCRIPT>`",
    "<g><g><script href='data:text/javascript,alert(1)'/></g></g>": "`<script>`",
    "<h:script>alert(1)</h:script>": "`<script>`",
    "<h:img src='x'/>": "`<img>`",
    "<x:script xmlns:x='http://www.w3.org/2000/svg'/>": "`<script>`",
    "<foreignObject><p/></foreignObject>": "`<foreignObject>`",
    "<handler/>": "`<handler>`",
    "<g onclick='alert(1)'/>": "`onclick`",
    "<g ONLOAD='alert(1)'/>": "`ONLOAD`",
    "<a href='javascript:alert(1)'/>": "the address in `href`",
    "<a xlink:href=' java&#9;script:alert(1)'/>": "the address in `href`",
    "<a href='&#x4A;avascript:alert(1)'/>": "the address in `href`",
    "<use href='data:image/svg+xml,&lt;svg onload=\"alert(1)\"/>#x'/>": "the address in `href`",
    "<animate attributeName='href' to='x'/>": "`href`",
    "<set attributeName='xlink:href' to='x'/>": "`xlink:href`",
    "<set attributeName='onmouseover' to='alert(1)'/>": "`onmouseover`",
    "<animate attributeName='x' values='#a;javascript:alert(1)'/>": "the address in `values`",
}


def drawn(folder: Path, text: str | bytes) -> Path:
    file = folder / "a.svg"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def refusal(file: Path) -> BadPicture:
    with pytest.raises(BadPicture) as found:
        read_drawing(file)
    return found.value


def test_a_plain_drawing_is_read(tmp_path: Path) -> None:
    file = drawn(tmp_path, PLAIN)
    assert read_drawing(file)["viewBox"] == "0 0 20 24"
    assert why_active(file) == ""


@pytest.mark.parametrize("part", ACTIVE)
def test_what_can_run_is_named(tmp_path: Path, part: str) -> None:
    file = drawn(tmp_path, f"<svg {NAMESPACES}>{part}</svg>")
    bad = refusal(file)
    assert (bad.code, str(bad)) == ("active-picture", f"{ACTIVE[part]} in this drawing can run")
    assert why_active(file) == str(bad)


def test_a_handler_of_the_drawing_itself_a_style_sheet_and_entities_are_refused(tmp_path: Path) -> None:
    assert "`onload`" in str(refusal(drawn(tmp_path, f"<svg {NAMESPACES} onload='alert(1)'/>")))
    sheet = f"<?xml-stylesheet type='text/xsl' href='x.xsl'?><svg {NAMESPACES}/>"
    assert "a style sheet" in str(refusal(drawn(tmp_path, sheet)))
    bomb = "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"
    assert "the entity `&a;`" in str(refusal(drawn(tmp_path, f"{bomb}<svg {NAMESPACES}><text>&b;</text></svg>")))


def test_a_script_is_found_in_every_encoding_and_however_late(tmp_path: Path) -> None:
    text = f"<svg {NAMESPACES}>{'<g/>' * 50_000}<script/></svg>"
    for encoding in ("utf-8", "utf-16", "utf-8-sig"):
        assert refusal(drawn(tmp_path, text.encode(encoding))).code == "active-picture"


@pytest.mark.parametrize(
    "text",
    ["", "<html/>", "<svg", f"<svg {NAMESPACES}><g></svg>", "<svg>&nbsp;</svg>", "<?xml version='1.0' encoding='x'?><svg/>"],
)
def test_what_is_no_drawing_is_a_bad_picture(tmp_path: Path, text: str) -> None:
    file = drawn(tmp_path, text)
    assert refusal(file).code == "bad-picture"
    assert why_active(file) == ""


def test_no_drawing_takes_long(tmp_path: Path) -> None:
    began = time.process_time()
    assert refusal(drawn(tmp_path, b"<svg>" + b"<g>" * 1_000_000)).code == "bad-picture"
    assert refusal(drawn(tmp_path, b" " * (MOST_BYTES + 1))).code == "picture-too-large"
    assert time.process_time() - began < seconds(2)


def test_on_a_page_it_is_an_error_and_beside_the_pages_a_warning(site: TestSite) -> None:
    active = f"<svg {NAMESPACES}><script>alert(1)</script></svg>"
    site.write(
        {"content/matches/a.md": report(text="![A drawing](a.svg)"), "content/matches/a.svg": active, "content/b.svg": active}
    )
    problems = {str(problem.place): (problem.code, problem.is_error) for problem in site.problems()}
    assert problems == {"content/b.svg": ("active-picture", False), "content/matches/a.svg": ("active-picture", True)}
