"""Every template escapes what it is given, and markup that is taken as it is comes from a few places that are known."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import html5lib
import pytest
from msgspec import Struct
from msgspec.structs import replace

from figures import Figures
from rendering.sample_parts import SITE
from rendering.sample_site import default_theme, template_of
from rendering.samples import PAGES
from site_builder.rendering.templates import render

THEME = default_theme()
ROOT = Path(__file__).parent.parent
HOSTILE = "\"'><script>alert(1)</script><b onclick=alert(1)>{{ 7*7 }}"
MAKERS_OF_MARKUP = {
    "pages/text.py",  # an empty text
    "rendering/escaping.py",  # an example
    "rendering/finishing.py",  # JSON-LD, without anything that ends a script
    "rendering/line_breaks.py",  # escaped first
    "rendering/template_words.py",  # escaped first, and so is what is filled in
    "site/finished.py",  # prose, which was sanitised where it was read
}


def hostile(value: Any) -> Any:  # noqa: ANN401 - any part of a view
    """The value with every text in it hostile, but for markup and words of an enumeration."""
    if type(value) is str:
        return value + HOSTILE if value else value
    if isinstance(value, tuple):
        return tuple(map(hostile, value))
    if isinstance(value, dict):
        return {key: hostile(one) for key, one in value.items()}
    if isinstance(value, Struct):
        return replace(value, **{name: hostile(getattr(value, name)) for name in value.__struct_fields__})
    return value


@pytest.mark.parametrize("name", sorted(name for name in THEME.sources if not name.startswith("!default/")))
def test_no_template_turns_escaping_off(name: str) -> None:
    source = THEME.sources[name].text
    assert re.findall(r"\|\s*safe\b|autoescape|Markup|forceescape|__html__|__class__", source) == []
    environment = THEME.for_calendars if name.endswith(".ics") else THEME.environment
    assert environment.autoescape is not name.endswith(".ics")


def test_markup_is_made_where_it_is_known_to_be_safe() -> None:
    made = {
        path.relative_to(ROOT / "site_builder").as_posix()
        for path in (ROOT / "site_builder").rglob("*.py")
        if re.search(r"\bMarkup\(", path.read_text(encoding="utf-8"))
    }
    assert made == MAKERS_OF_MARKUP


@pytest.mark.parametrize("view", PAGES, ids=lambda view: view.meta.path)
def test_hostile_texts_in_every_field_stay_texts(view: Any, figures: Figures) -> None:  # noqa: ANN401 - any view
    page = render(THEME, template_of(view), SITE, hostile(view)).decode()
    document = html5lib.parse(page, namespaceHTMLElements=False, treebuilder="etree")
    for element in document.iter():
        assert not [name for name in element.attrib if str(name).startswith("on")], element.attrib
        if element.tag == "script":
            assert element.get("src") or element.get("type") == "application/ld+json", element.text
    assert "7*7" in page
    figures.add("templates rendered with hostile text in every field", 1)
