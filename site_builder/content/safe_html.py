"""What HTML prose may hold, whoever typed it; everything else is taken out of the rendered text.

Python-Markdown passes raw HTML on, so that this is the only door between an
author's text and a reader's browser: an allow list applied by a real parser
(nh3), after rendering, to all of it. Nothing that comes later changes an
address or unescapes an attribute that has passed here. What `markdown_direct`
writes passes by: there is no raw HTML in it, and this would leave it as it is.

Not allowed on purpose: styles, ids and classes of one's own (they would reach
into the page around the text), anything that runs, frames, forms or plays.
"""

from __future__ import annotations

import re

import nh3

TAGS = frozenset(
    {
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "pre", "hr", "br", "wbr"),
        *("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td"),
        *("div", "section", "figure", "figcaption", "img", "details", "summary"),
        *("a", "em", "strong", "b", "i", "u", "s", "small", "mark", "q", "cite", "abbr", "dfn", "time", "span", "bdi", "bdo"),
        *("code", "kbd", "samp", "var", "sub", "sup", "del", "ins", "ruby", "rt", "rp"),
    }
)
"""The elements that prose may have. ``content.prose_parts`` makes an ``h1`` an ``h2``."""
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What absolute addresses may begin with."""
WIKI_SCHEME = "wiki"
"""Wiki links on their way to the site: ``wiki:0`` is the first one of the page."""

_CELL = {"colspan", "rowspan"}
_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "details": {"open"},
    "dfn": {"title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ins": {"datetime"},
    "ol": {"start", "reversed"},
    "td": _CELL,
    "th": _CELL | {"scope"},
    "time": {"datetime"},
}
_CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote"},
    "td": {"align-left", "align-center", "align-right"},
    "th": {"align-left", "align-center", "align-right"},
}
_DROPPED_WITH_CONTENT = {
    *("applet", "audio", "canvas", "embed", "form", "frameset", "iframe", "math", "noembed", "noframes", "noscript"),
    *("object", "script", "select", "style", "svg", "template", "textarea", "title", "video", "xmp"),
}
_FOOTNOTE_ID = re.compile(r"fn(?:ref\d*)?:[\w-]+")


def _only_footnote_ids(_tag: str, attribute: str, value: str) -> str | None:
    return None if attribute == "id" and not _FOOTNOTE_ID.fullmatch(value) else value


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes=_ATTRIBUTES,
    allowed_classes=_CLASSES,
    clean_content_tags=_DROPPED_WITH_CONTENT,
    url_schemes={*SCHEMES, WIKI_SCHEME},
    link_rel=None,
)
# A filter in Python costs a call for each attribute: only pages with footnotes have ids at all.
_CLEANER_WITH_FOOTNOTES = nh3.Cleaner(
    tags=set(TAGS),
    attributes={**_ATTRIBUTES, "li": {"id"}, "sup": {"id"}},
    attribute_filter=_only_footnote_ids,
    allowed_classes=_CLASSES,
    clean_content_tags=_DROPPED_WITH_CONTENT,
    url_schemes={*SCHEMES, WIKI_SCHEME},
    link_rel=None,
)


def safe_html(html: str) -> str:
    """The HTML with only what prose may hold: well-formed, attributes in double quotes, text and attributes escaped."""
    return (_CLEANER_WITH_FOOTNOTES if 'id="fn' in html else _CLEANER).clean(html)


_TAG = re.compile(r"<([A-Za-z][\w-]*)")


def left_out(html: str) -> tuple[str, ...]:
    """The names of the elements in raw HTML that prose may not have, each once, in order; those in comments do not count."""
    before, *after_each = html.split("<!--")
    shown = before + "".join(rest.partition("-->")[2] for rest in after_each)
    return tuple(dict.fromkeys(name for name in map(str.lower, _TAG.findall(shown)) if name not in TAGS))
