"""The feed and the calendar that belong to a page, where the plan has them."""

from __future__ import annotations

from site_builder.incremental.memo import Memo
from site_builder.pages.keys import PageKey
from site_builder.pages.parts import Alternate
from site_builder.site import model, questions

_WITH = frozenset({"home", "team", "competition"})


def alternates_of(read: Memo, key: PageKey) -> tuple[Alternate, ...]:
    """What a program can follow in the place of a page: the site's on the front page, a team's and a competition's on theirs."""
    if key.kind not in _WITH:
        return ()
    folder = "" if key.kind == "home" else f"{key.address}/"
    found = (f"{folder}{name}" for name in ("feed.xml", "calendar.ics") if read.find(model.ENDPOINTS, f"{folder}{name}"))
    return tuple(_alternate(read, path) for path in found)


def _alternate(read: Memo, path: str) -> Alternate:
    if path.endswith(".xml"):
        return Alternate("feed", "application/atom+xml", path)
    base = questions.settings(read).base_url
    return Alternate("calendar", "text/calendar", path, f"webcal:{base.partition(':')[2]}/{path}" if base else "")
