"""What goes wrong in practice, as changes to a good site: files, links, pipes, pictures, templates, settings.

Numbered by the kinds of trouble: files (1 to 5), front matter (6 to 10), football (11 to
13), addresses (14, 15), markdown and HTML (16 to 18), templates and settings (19, 20).
What an author types wrong in a report is in ``tests/broken/``; here is what takes more
than a text: bytes, the disk, sizes, several files. ``test_hostile_sites.py`` tries each.
"""

from __future__ import annotations

from hostile_files import FILES, HEADS
from hostile_matches import FOOTBALL
from hostile_texts import ADDRESSES, TEXTS, THEMES

TROUBLES = [*FILES, *HEADS, *FOOTBALL, *ADDRESSES, *TEXTS, *THEMES]
