"""Links to a place within a page, where no text of the site has such a heading.

A warning: a template of the site's own may give its pages places that nobody
can know before it runs.
"""

from __future__ import annotations

from difflib import get_close_matches

from site_builder.content.model import PartKind, ProsePart
from site_builder.content.prose_parts import HEADING_ID
from site_builder.content.slugs import slugify
from site_builder.incremental.memo import Memo
from site_builder.problems import Place, Problem, warning
from site_builder.site import model
from site_builder.site.anchors import heading_meant, headings_at
from site_builder.site.references import link_address

PLACES = frozenset({"report", "page-top", "page-main"})
"""Ids that pages of the default theme have beside those of texts, for links of authors."""
_TOP = frozenset({"", "top"})
"""Where browsers show a page from its top, whatever ids it has."""
_STAGE = "stage-"
_WRITTEN = frozenset({"match", "article", "plain", "team", "person", "venue", "competition"})
"""Kinds of pages that have a text. Lists and tables have headings of their own."""


def check_anchor(part: ProsePart, path: str, read: Memo) -> Problem | None:
    """What is wrong with the fragment of a link into the site, None where it has none or leads somewhere."""
    target, _, fragment = part.target.partition("#")
    if part.kind is not PartKind.HREF or fragment.lower() in _TOP or fragment in PLACES or fragment.startswith(_STAGE):
        return None
    address = _address(target, path, read)
    if address is None or (read.find(model.PAGES, address) or "") not in _WRITTEN:
        return None
    ids = headings_at(read, address)
    if heading_meant(ids, fragment):
        return None
    near = get_close_matches(HEADING_ID + slugify(fragment), ids, 1, 0.6)
    known = ", ".join(f"`#{name.removeprefix(HEADING_ID)}`" for name in (near or ids[:5]))
    fix = f"Did you mean {known}?" if near else f"Its headings are {known}." if ids else "Its text has no headings."
    place = Place(path, part.line, part.column, part.length)
    return warning("broken-anchor", place, f"the text of {address}.html has no heading `#{fragment}`", fix)


def _address(target: str, path: str, read: Memo) -> str | None:
    if not target:
        return read.find(model.ADDRESSES, path)
    found = link_address(read, target, path)
    return found[1] if found and found[0] == "page" else None
