r"""Bytes to text: UTF-8 with ``\n`` at every line's end, and a problem for what is no text.

A byte order mark goes, CRLF and lone CR become LF, so that the same words give
the same text whatever wrote them. It reads no files and knows no front matter.

    >>> decode("content/a.md", b"\xef\xbb\xbfone\r\ntwo\rthree")
    ('one\ntwo\nthree', ())
"""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from site_builder.problems import Place, Problem

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# Overrides turn the order of letters around, so that a name reads as another;
# YAML takes the two separators as line ends, which no editor does.
_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]")
_IN_VALUES = re.compile(f"{_CONTROLS.pattern[:-1]}{_INVISIBLE.pattern[1:-1]}\ud800-\udfff]")
_MOST_TOLD = 10
# The bytes of control characters in ASCII, and what the others begin with. Looking for bytes takes a tenth of the time.
_CONTROL_BYTES = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
_CONTROL_BEGINNINGS = (b"\xc2", b"\xef")


def decode(path: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file; None where its bytes are not UTF-8.

    Control characters are problems and become U+FFFD in the text, so that the
    rest can still be checked.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return None, (Problem("not-utf-8", Place(path), "this file is UTF-16, not UTF-8", "Save it as UTF-8."),)
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return None, (_not_utf_8(path, data, error.start),)
    if "\r" in text:
        text = with_line_feeds(text)
    if not _may_hold_controls(data) or not _CONTROLS.search(text):
        return text, ()
    problems = tuple(islice(_controls(path, text), _MOST_TOLD))
    return _CONTROLS.sub("\ufffd", text), problems


def _may_hold_controls(data: bytes) -> bool:
    return len(data.translate(None, _CONTROL_BYTES)) != len(data) or any(map(data.__contains__, _CONTROL_BEGINNINGS))


def with_line_feeds(text: str) -> str:
    """The text with CRLF and lone CR as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Both from 1, of a character in a text whose lines end in line feeds."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def invisible_in(text: str) -> Iterator[tuple[int, str]]:
    """Offsets of characters that no name may hold (overrides of direction and the like), with a sentence about each."""
    return ((found.start(), said_of(found[0])) for found in islice(_INVISIBLE.finditer(text), _MOST_TOLD))


def unprintable_in(value: str) -> str | None:
    """The first character that no value may hold, as an escape in quotes can bring it in; None where there is none."""
    found = _IN_VALUES.search(value)
    return found[0] if found else None


def legible(line: str) -> str:
    """A line for showing: what would disturb a terminal becomes U+FFFD, so that columns stay."""
    return _IN_VALUES.sub("\ufffd", line)


def said_of(char: str) -> str:
    """``the control character U+0007 stands here``, in the words that fit the character."""
    code = f"U+{ord(char):04X}"
    if _CONTROLS.match(char):
        return f"the control character {code} stands here"
    name = unicodedata.name(char, "").lower()
    return f"the invisible character {code}{f' ({name})' if name else ''} stands here"


def _controls(path: str, text: str) -> Iterator[Problem]:
    for found in _CONTROLS.finditer(text):
        line, column = line_and_column(text, found.start())
        yield Problem("control-character", Place(path, line, column, 1), said_of(found[0]), "Delete it.")


def _not_utf_8(path: str, data: bytes, at: int) -> Problem:
    before = with_line_feeds(data[:at].decode())
    line, column = line_and_column(before, len(before))
    fix = "Save the file as UTF-8."
    with suppress(UnicodeDecodeError):
        fix = f"Save the file as UTF-8; in Windows-1252 the byte is `{data[at : at + 1].decode('cp1252')}`."
    return Problem("not-utf-8", Place(path, line, column, 1), f"the byte 0x{data[at]:02X} is not UTF-8", fix)
