"""Where a line may not end in what the site says by itself and in summaries: the template's filter `unbroken`.

What stands in prose is looked at where it is finished (`site.finished`).
"""

from __future__ import annotations

from markupsafe import Markup

from site_builder.rendering.escaping import as_markup, escaped
from site_builder.site.unparted import unparted


def unbroken(text: str) -> str:
    """A text in which figures with dashes between them are not parted.

    >>> unbroken("Won 2–1 & through")
    Markup('Won <span class="unbroken">2–1</span> &amp; through')
    """
    if "–" not in text and "-" not in text:
        return text
    return as_markup(Markup, unparted(str(escaped(text))))  # figures and dashes in escaped text
