"""Where a front matter begins and ends, as python-frontmatter has it, and what is wrong where it does not."""

from __future__ import annotations

import re
from typing import Any

from frontmatter.default_handlers import BaseHandler

from site_builder.content.yaml_errors import closed_with_dots
from site_builder.content.yaml_nodes import Mapping, YamlText
from site_builder.content.yaml_tree import read_tree
from site_builder.problems import Place, Problem

_DOTS = re.compile(r"^\.\.\.[ \t]*$", re.MULTILINE)
_KEY_LINE = re.compile(r"[A-Za-z_]+:(?:\s|$)")


class HeadHandler(BaseHandler):
    """Tells python-frontmatter where the front matter begins and ends; its values are read by `read_tree`."""

    FM_BOUNDARY = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def load(self, fm: str) -> dict[str, Any]:
        """The values as lists, mappings and texts; empty where they cannot be read."""
        tree, _ = read_tree(YamlText("", fm, 1))
        plain = tree.plain if isinstance(tree, Mapping) else {}
        assert isinstance(plain, dict)
        return dict(plain)


_HANDLER = HeadHandler()


def parted(path: str, above: str, written: str) -> tuple[str | None, str, tuple[Problem, ...]]:
    """The front matter of a text, None where there is none; the text that follows it; and what is wrong with the lines around it.

    ``above`` are the blank lines before it.
    """
    opening = above.count("\n") + 1
    if not _HANDLER.detect(written):
        return None, above + written, _looks_like_head(path, written, opening)
    try:
        head, body = _HANDLER.split(written)
    except ValueError:
        return None, "", (_never_closed(path, written, opening),)
    return head, body, ()


def _never_closed(path: str, written: str, opening: int) -> Problem:
    if found := _DOTS.search(written):
        line = opening + written.count("\n", 0, found.start())
        return closed_with_dots(Place(path, line, 1, 3))
    fix = "Put a line `---` after its last key."
    return Problem("front-matter-not-closed", Place(path, opening, 1, 3), "the front matter that opens here is never closed", fix)


def _looks_like_head(path: str, written: str, opening: int) -> tuple[Problem, ...]:
    """A problem where a file starts as if its opening delimiter had been forgotten or were another tool's."""
    first = written.split("\n", 1)[0]
    if not (_KEY_LINE.match(first) and HeadHandler.FM_BOUNDARY.search(written)) and first.strip() != "+++":
        return ()
    place = Place(path, opening, 1, max(1, len(first)))
    fix = "Put `---` above it."
    if first.strip() == "+++":
        fix = "Put `---` in the place of both lines `+++`, and write `date: 2021-02-10` in that of `date = 2021-02-10`."
    return (Problem("front-matter-not-opened", place, "the front matter has to open with a line `---`", fix),)
