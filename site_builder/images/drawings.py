"""SVG drawings: how large they say they are, and whether anything in them can run.

In an ``img`` no browser runs a drawing's scripts, but a drawing has an address
of its own on the site, and whoever opens that is on the site's own origin. So a
drawing that pages show has to be inert: no scripts, no handlers, nothing of
HTML, no address that runs (SVG 2, 15 "Scripting"; WHATWG URL for schemes).
The whole of a file is read; entities of its own are refused, so that nothing
can stand for something else or grow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.parsers import expat

from site_builder.images.model import BadPicture, unreadable

MOST_BYTES = 8 * 1024 * 1024
_SPACE = "\n"  # what parts a name from its namespace; no name holds one
_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_ROOTS = frozenset({"svg", f"{_SVG}{_SPACE}svg"})
_RUNNING = frozenset({"script", "handler", "listener", "foreignobject", "iframe", "embed", "object"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IDLE_SCHEMES = frozenset({"http", "https", "mailto"})
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
_LED_TO = frozenset({"href", "src", "action", "formaction", "to", "from", "by", "values"})
_ANIMATED = re.compile(r"(?:.*:)?(?:href|on.*)", re.IGNORECASE)
# As a browser does before it looks for a scheme (WHATWG URL, "basic URL parser").
_IGNORED = re.compile("[\t\n\r]")
_BEFORE = "".join(map(chr, range(0x21)))


def read_drawing(file: Path) -> Mapping[str, str]:
    """The attributes of a drawing's first tag. Raises `BadPicture` for what is no drawing, or can run."""
    try:
        with file.open("rb") as source:
            data = source.read(MOST_BYTES + 1)
    except OSError:
        raise unreadable() from None
    if len(data) > MOST_BYTES:
        message = f"this drawing is larger than {MOST_BYTES // (1024 * 1024)} MiB"
        raise BadPicture("picture-too-large", message, "Save it simpler, or as PNG.")
    return _Drawing().read(data)


def why_active(file: Path) -> str:
    """What of a drawing can run, empty where nothing can, or where it is no drawing at all."""
    try:
        read_drawing(file)
    except BadPicture as bad:
        return str(bad) if bad.code == ACTIVE else ""
    return ""


ACTIVE = "active-picture"


def _active(what: str) -> BadPicture:
    return BadPicture(ACTIVE, f"{what} in this drawing can run", "Save it as a plain SVG, or as PNG.")


class _Drawing:
    """One pass of the parser over a drawing."""

    def __init__(self) -> None:
        self.root: dict[str, str] | None = None
        self.parser = expat.ParserCreate(namespace_separator=_SPACE)
        self.parser.StartElementHandler = self.start
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.EntityDeclHandler = self.entity

    def read(self, data: bytes) -> dict[str, str]:
        try:
            self.parser.Parse(data, True)  # noqa: FBT003 - "this is all", in expat's words
        except (expat.ExpatError, ValueError, LookupError):
            raise unreadable() from None
        if self.root is None:
            raise unreadable()
        return self.root

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.root is None:
            if tag not in _ROOTS:
                raise unreadable()
            self.root = attributes
        namespace, _, name = tag.rpartition(_SPACE)
        if name.lower() in _RUNNING or namespace == _XHTML:
            raise _active(f"`<{name}>`")
        for what in _running_in(attributes):
            raise _active(what)

    def instruction(self, target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise _active("a style sheet")

    def entity(self, name: str, *_: object) -> None:
        raise _active(f"the entity `&{name};`")


def _running_in(attributes: Mapping[str, str]) -> Iterator[str]:
    """The attributes of a tag that run something, or lead to what runs."""
    for attribute, value in attributes.items():
        name = attribute.rpartition(_SPACE)[2]
        if name.lower().startswith("on") or (name == "attributeName" and _ANIMATED.fullmatch(value)):
            yield f"`{name if name != 'attributeName' else value}`"
        elif name.lower() in _LED_TO and any(map(_runs, value.split(";") if name == "values" else [value])):
            yield f"the address in `{name}`"


def _runs(address: str) -> bool:
    text = _IGNORED.sub("", address.lstrip(_BEFORE))
    scheme = _SCHEME.match(text)
    return scheme is not None and scheme[1].lower() not in _IDLE_SCHEMES and not _PICTURE.match(text)
