"""Readers of what ends up in addresses: slugs, redirects, pictures, links. Nothing here can lead out of the site.

>>> read_redirect("/2019/old-report.html")
'2019/old-report.html'
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from site_builder.content.schema.faults import fault, shown
from site_builder.content.schema.words import read_line
from site_builder.content.slugs import slugify

LONGEST_SLUG = 100
LONGEST_SEGMENT = 200
LONGEST_ADDRESS = 1000

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"https?://[^/\s]+", re.IGNORECASE)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_OTHER_SUFFIX = re.compile(r".*\.(?!(?-i:html)$)[a-z][a-z0-9]{1,4}", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\/]')


def is_reserved(name: str) -> bool:
    """Whether Windows keeps this file name, with any suffix, to itself."""
    return bool(_RESERVED.fullmatch(name))


def read_slug(value: object) -> str:
    """A slug, which has to be what the rule for slugs gives for it. Raises the fault with the safe one."""
    text = read_line(value)
    safe = slugify(text)[:LONGEST_SLUG].strip("-")
    if is_reserved(safe):
        raise fault("unsafe-slug", f"{shown(text)} is a reserved file name on Windows", f"Write `slug: {safe}-page`.")
    if text == safe:
        return text
    fix = f"Write `slug: {safe}`." if safe else "Use the letters a to z, digits and hyphens."
    what = f"is longer than {LONGEST_SLUG} characters" if text.startswith(safe) and len(text) > LONGEST_SLUG else "is no slug"
    raise fault("unsafe-slug", f"{shown(text)} {what}", fix)


def read_redirect(value: object) -> str:
    """An old address of a page as a path below the site's root, without its leading slash and percent signs."""
    text = read_line(value)
    if _SCHEME.match(text) or text.startswith(("//", "\\\\")):
        raise fault(
            "unsafe-redirect", f"{shown(text)} is not an address of this site", "Write only its path: `/old/report.html`."
        )
    if "?" in text or "#" in text:
        raise fault("unsafe-redirect", f"{shown(text)} has more than a path", "Leave out what follows `?` or `#`.")
    path = text.removeprefix("/")
    segments = [_segment(text, part) for part in path.removesuffix("/").split("/")]
    if _OTHER_SUFFIX.fullmatch(segments[-1]) and not path.endswith("/"):
        suffix = segments[-1].rpartition(".")[2]
        sentence = f"{shown(text)} is no address of a page: hosts take .{suffix} for another kind of file"
        raise fault("unsafe-redirect", sentence, "Leave it out, or copy a file to that place under content/.")
    if len(text) > LONGEST_ADDRESS:
        raise fault("unsafe-redirect", f"{shown(text)} is too long", f"Addresses have {LONGEST_ADDRESS} characters at most.")
    return "/".join(segments) + ("/" if path.endswith("/") else "")


def _segment(text: str, part: str) -> str:
    """A part of a path as a file name."""
    name = unquote(part)
    if not name or name.startswith("."):
        raise fault("unsafe-redirect", f"{shown(text)} is not a plain path", "Write it without `..`, `//` and hidden files.")
    if _NOT_IN_NAMES.search(name) or "\ufffd" in name or "%" in name or name[-1] in ". " or is_reserved(name):
        raise fault("unsafe-redirect", f"{shown(part)} cannot be the name of a file everywhere", "Write another address.")
    if len(name.encode()) > LONGEST_SEGMENT:
        raise fault("unsafe-redirect", f"{shown(part)} is too long for the name of a file", "Write a shorter address.")
    return name


def read_file_address(value: object) -> str:
    """A file beside the source, one below ``content/`` after a slash, or an address on the web."""
    text = read_line(value)
    if _WEB.match(text):
        return text
    if _SCHEME.match(text) or text.startswith("//"):
        raise fault(
            "unsafe-address",
            f"{shown(text)} is neither a file nor an address on the web",
            "Write the path of a file: `zapata.jpg`.",
        )
    if "\\" in text:
        raise fault("unsafe-address", f"{shown(text)} has a backslash", f"Write `{text.replace(chr(92), '/').lstrip('/')}`.")
    return text


def read_web_address(value: object) -> str:
    """An address on the web."""
    text = read_line(value)
    if not _WEB.match(text) or " " in text:
        raise fault("unsafe-address", f"{shown(text)} is not an address on the web", "Write it with `https://`.")
    return text
