"""The languages in which the text of a page is there, with the way to each."""

from __future__ import annotations

from site_builder.incremental.memo import Memo
from site_builder.language.locales import own_name
from site_builder.pages.links import absolute, href_of
from site_builder.pages.parts import Version
from site_builder.site import model


def versions_of(read: Memo, address: str) -> tuple[Version, ...]:
    """All versions of the text at an address, the original first; none where it was not translated."""
    found = read.find(model.TRANSLATIONS, address) or ()
    return tuple(Version(lang, own_name(lang), href_of(read, other), absolute(read, other)) for lang, other in found)
