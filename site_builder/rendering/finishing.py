"""What becomes of a rendered text by the kind of its file: line ends, blank lines, characters that a format forbids.

- HTML and plain text: Unix line ends, no blank lines outside of preformatted text. The default theme writes
  none, so that most pages are only looked through: what a macro writes ends its own line, ``{{ table(root, t) -}}``.
- XML: besides, none of the characters that no XML document may hold, however written (XML 1.0, 2.2).
- iCalendar: lines of 75 octets at most that end in CRLF (RFC 5545, 3.1), and values escaped as its texts are (3.3.11).
"""

from __future__ import annotations

import re

from markupsafe import Markup

LONGEST_LINE = 75
"""Octets of a line of iCalendar, without its end."""
_BLANK_LINES = re.compile(b"\n\n+")
_blank_line = re.compile(b"\n\n").search
_VERBATIM = re.compile(r"(<(pre|textarea)\b.*?</\2>)", re.DOTALL)
_ends_verbatim = re.compile(b"</(?:pre|textarea)>").search
_CONTROLS_IN_XML = bytes([*range(9), 11, 12, *range(14, 32)])
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_ENDS_OF_LINES = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_means_something = re.compile("[\x00-\x08\n-\x1f\x7f\x85\u2028\u2029\\\\;,]").search
_IN_SCRIPT = [(character, f"\\u{ord(character):04x}") for character in "<>&'\u2028\u2029"]
_IN_TEXT = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def finished(template: str, text: str) -> bytes:
    """The bytes of a file from what its template gave, in UTF-8."""
    if template.endswith(".ics"):
        lines = _unix(text).encode(errors="replace").split(b"\n")
        return b"".join([line + b"\r\n" if len(line) <= LONGEST_LINE else _folded(line) for line in lines if line])
    # Most are looked through in half the time, and without a copy of the text.
    data = _for_xml(_unix(text)) if template.endswith(".xml") else text.encode()
    if b"\r" in data or not (data.startswith(b"<") and data.endswith(b">\n")):
        data = f"{_unix(data.decode()).strip()}\n".encode()
    return _without_blank_lines(data) if _blank_line(data) else data


def _for_xml(text: str) -> bytes:
    """A text in UTF-8 without the characters that no XML document may hold: bytes are gone through in a sixth of the time."""
    data = text.encode(errors="ignore").translate(None, _CONTROLS_IN_XML)  # surrogates are left out
    for character in _NO_CHARACTERS:
        data = data.replace(character, b"")
    return data


def _unix(text: str) -> str:
    """A text with Unix line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def calendar_text(value: object) -> str:
    r"""A value as it stands in a text of iCalendar: nothing in it can end its line or its property.

    >>> calendar_text("Brighton; Hove\nAlbion")
    'Brighton\\; Hove\\nAlbion'
    """
    text = str(value)
    if not _means_something(text):
        return text
    return _CONTROLS.sub("", _ENDS_OF_LINES.sub("\n", text)).translate(_IN_TEXT)


def inert(json: str) -> Markup:
    r"""JSON as it stands in a script element: nothing in it can end the element or begin a comment.

    >>> inert('{"headline":"</script>"}')
    Markup('{"headline":"\\u003c/script\\u003e"}')
    """
    for character, written in _IN_SCRIPT:
        if character in json:  # one character is found ten times as fast as several, or as it is replaced
            json = json.replace(character, written)
    return Markup(json)  # noqa: S704 - nothing is left that means anything in HTML


def _without_blank_lines(data: bytes) -> bytes:
    if _ends_verbatim(data):
        parts = _VERBATIM.split(data.decode())  # text, block, its tag, text, block …
        del parts[2::3]
        return b"".join(part.encode() if n % 2 else _BLANK_LINES.sub(b"\n", part.encode()) for n, part in enumerate(parts))
    return _BLANK_LINES.sub(b"\n", data)


def _folded(octets: bytes) -> bytes:
    """A line in pieces that fit, each but the first begun with a space; no character is cut in two."""
    start, room = 0, LONGEST_LINE
    pieces: list[bytes] = []
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0b1100_0000 == 0b1000_0000:  # within a character
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, LONGEST_LINE - 1
    pieces.append(octets[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
