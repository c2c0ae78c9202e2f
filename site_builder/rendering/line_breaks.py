"""Where a line may not end: a score and a season keep together, though browsers break lines after a dash.

A span does it, and not a character between the figures: what is searched for or
copied stays ``2–1``. The template's filter `unbroken` is for what the site says by
itself and for summaries; what stands in prose is the author's.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from site_builder.rendering.escaping import as_markup, escaped

_between_figures = re.compile(r"([0-9]+(?:–[0-9]+)+)").split


def unbroken(text: str) -> str:
    """A text in which figures with dashes between them are not parted.

    >>> unbroken("Won 2–1 & through")
    Markup('Won <span class="unbroken">2–1</span> &amp; through')
    """
    if "–" not in text:
        return text
    parts = _between_figures(str(escaped(text)))  # text, figures, text, figures … text
    for number in range(1, len(parts), 2):
        parts[number] = f'<span class="unbroken">{parts[number]}</span>'
    return as_markup(Markup, "".join(parts))  # figures and dashes in escaped text
