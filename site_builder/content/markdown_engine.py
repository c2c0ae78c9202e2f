"""The markdown engine: Python-Markdown set up once per thread, from a page's markdown to its raw HTML.

Texts of the plainest kind do without it (`markdown_direct`), and `content.prose` loads it for the others.

Not safe HTML: what an author typed as HTML is still in it, whatever it is. See
`content.safe_html` for that, and `content.prose` for the way as a whole.
"""

from __future__ import annotations

import threading

from markdown import Markdown

from site_builder.content.markdown_direct import RawHtml
from site_builder.content.markdown_limits import SECONDS_A_PAGE, Budget, refuse_excess
from site_builder.content.markdown_speed import Speed
from site_builder.content.markdown_syntax import Syntax


class _Engine:
    """One instance of Python-Markdown with its deadline. Setting one up costs more than reading a page."""

    def __init__(self) -> None:
        self.budget = Budget()
        self.syntax = Syntax()
        self.markdown = Markdown(extensions=[Speed(self.budget), self.syntax], output_format="html")


class _Engines(threading.local):
    """The engine of each thread: an instance holds the state of the page it reads."""

    engine: _Engine | None = None


_ENGINES = _Engines()


def read_markdown(text: str) -> RawHtml:
    """The HTML of a text in markdown, lines ended by LF.

    Raises:
        TooMuch: the text is refused, because of its size in some respect or of the time it takes.

    Whatever else a library raises for a text comes out as it is, and leaves no
    trace in the next page.
    """
    refuse_excess(text)
    engine = _ENGINES.engine or _Engine()
    _ENGINES.engine = None
    engine.markdown.reset()
    engine.budget.start(SECONDS_A_PAGE)
    html = engine.markdown.convert(text)
    # Only an engine that came through is used again: after an exception its state is anybody's guess.
    _ENGINES.engine = engine
    return RawHtml(html, tuple(engine.syntax.wiki.found))
