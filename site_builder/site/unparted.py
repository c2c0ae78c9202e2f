"""Where a line may not end: a score, a season and a formation keep together, though browsers break lines after a dash.

A span does it, and not a character between the figures: what is searched for or
copied stays ``2–1``.
"""

from __future__ import annotations

import re

# Is there anything to do? A search for one character and what stands around it is a tenth of a search for figures.
_hyphen = re.compile(r"-(?<=[0-9]-)[0-9]").search
_dash = re.compile(r"–(?<=[0-9]–)[0-9]").search
# Four figures are a year; what is longer is a number of another kind, and may be too long for a line.
_FIGURES = r"[0-9](?<![0-9–-][0-9])[0-9]{0,3}(?:[–-][0-9]{1,4}){1,4}(?![0-9–-])"
_in_text = re.compile(_FIGURES).sub
_TAG = r'<[^">]*+(?:"[^"]*+"[^">]*+)*+>'
_beside_tags = re.compile(rf"({_TAG})|{_FIGURES}").sub


def unparted(markup: str) -> str:
    """Safe HTML in which figures with dashes between them are not parted.

    >>> unparted("Won <b>2–1</b> in a 3-4-3")
    'Won <b><span class="unbroken">2–1</span></b> in a <span class="unbroken">3-4-3</span>'
    """
    if not (_hyphen(markup) or _dash(markup)):
        return markup
    if '="' in markup:  # figures in a tag's attributes are no text
        return _beside_tags(lambda found: found[0] if found[1] else f'<span class="unbroken">{found[0]}</span>', markup)
    return _in_text(r'<span class="unbroken">\g<0></span>', markup)
