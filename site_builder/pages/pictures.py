"""Photos, and pictures for previews: what a page says of them. Addresses only; nothing is encoded here.

picture_of(read, Photo("zapata.jpg", "Zapata shoots"), "content/matches/one.md").width
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from urllib.parse import quote

from site_builder.config import Cards
from site_builder.content.model import Document, PartKind, Photo, ProsePart, Publication, TeamFile
from site_builder.images.model import Format, PictureFile, Variant
from site_builder.images.sizes import photo_variants
from site_builder.incremental.memo import Memo
from site_builder.pages.keys import PageKey
from site_builder.pages.links import absolute_file
from site_builder.pages.parts import Picture, PictureSource, SharedImage, SizedImage
from site_builder.site import model, questions
from site_builder.site.model import Site
from site_builder.site.references import static_of

CARD = (1200, 630)
"""Width and height of a social card, in pixels."""
IN_PROSE = "(min-width: 40rem) 38rem, 100vw"
"""How wide a picture in prose is shown: the measure of the text, or the phone's width."""
_ATTRIBUTE = re.compile(r'\s([a-z-]+)(?:="([^"]*)")?')
_NOTHING = Publication()
_OURS = frozenset({"src", "width", "height", "loading", "decoding", "srcset", "sizes"})


def photos_of(read: Memo, document: Document) -> tuple[Picture, ...]:
    """The photos of a page: its own; of a team, person or venue the one picture of it goes first."""
    photos = document.publication.photos
    portrait = document.publication.image
    name = getattr(document, "name", "") if portrait else ""
    if name and all(photo.src != portrait for photo in photos):
        photos = (Photo(portrait, name), *photos)
    return tuple([picture_of(read, photo, document.path) for photo in photos])


def picture_of(read: Memo, photo: Photo, source: str) -> Picture:
    """A photo as a page shows it, without an address where there is no such file."""
    static = static_of(read, photo.src, source) or ""
    file = read.find(model.PICTURES, static)
    plain = Picture(quote(static), photo.alt, photo.caption, photo.credit)
    return _sized(plain, file) if file else plain


def _sized(picture: Picture, file: PictureFile) -> Picture:
    variants = photo_variants(file)
    if not variants:
        return Picture(picture.href, picture.alt, picture.caption, picture.credit, file.width, file.height)
    *modern, own = variants
    middle = own[min(1, len(own) - 1)]
    return Picture(
        quote(middle.path),
        picture.alt,
        picture.caption,
        picture.credit,
        middle.width,
        middle.height,
        tuple(PictureSource(sizes[0].format.media_type, _images(sizes)) for sizes in modern),
        _images(own),
    )


def _images(variants: tuple[Variant, ...]) -> tuple[SizedImage, ...]:
    return tuple(SizedImage(quote(variant.path), variant.width) for variant in variants)


def picture_markup(read: Memo, part: ProsePart, source: str, root: str) -> str | None:
    """What stands in prose for an image's tag; None, to leave it as it is, where there is no such file.

    What the author wrote besides, ``alt`` and ``title``, stays.
    """
    picture = picture_of(read, Photo(part.target), source)
    if not picture.href:
        return None
    written = [(name, value) for name, value in _ATTRIBUTE.findall(part.html) if name not in _OURS]
    said = {
        "src": root + picture.href,
        "srcset": _srcset(picture.sizes, root),
        "sizes": IN_PROSE if picture.sizes else "",
        "width": str(picture.width or ""),
        "height": str(picture.height or ""),
        "loading": "lazy",
        "decoding": "async",
    }
    attributes = "".join(f' {name}="{value}"' for name, value in written) + _attributes(said)
    sources = "".join(
        f"<source{_attributes({'type': one.type, 'srcset': _srcset(one.sizes, root), 'sizes': IN_PROSE})}>"
        for one in picture.sources
    )
    return f"<picture>{sources}<img{attributes}></picture>" if sources else f"<img{attributes}>"


def _srcset(images: tuple[SizedImage, ...], root: str) -> str:
    return ", ".join(f"{root}{image.href} {image.width}w" for image in images)


def _attributes(said: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in said.items() if value)


def card_of(read: Memo, key: PageKey) -> PageKey | None:
    """The social card of a page; None where it gets none."""
    cards = questions.settings(read).cards
    if cards is Cards.NONE or key.card is None:
        return None
    is_written = any(read.find(source, key.about) is not None for source in (model.REPORTS, model.PREVIEWS))
    return key.card if is_written or cards is Cards.ALL else None


def shared_image(read: Memo, key: PageKey, document: Document | None) -> SharedImage | None:
    """The picture that stands for a page where a link to it is shown: the author's choice, a match's card, the first photo.

    None without a base address: such pictures are fetched from elsewhere.
    """
    config = questions.settings(read)
    if not config.base_url:
        return None
    publication = document.publication if document else _NOTHING
    source = document.path if document else ""
    if publication.image and (chosen := _shared(read, Photo(publication.image), source)):
        return chosen
    if card := card_of(read, key):
        return SharedImage(absolute_file(read, card.path), *CARD)
    return next((image for photo in publication.photos if (image := _shared(read, photo, source))), None)


def _shared(read: Memo, photo: Photo, source: str) -> SharedImage | None:
    """A photo as others may fetch it: the largest of its own format, which everybody can read."""
    static = static_of(read, photo.src, source)
    file = read.find(model.PICTURES, static) if static else None
    if static is None or (file and file.format in {Format.SVG, Format.AVIF}):
        return None
    if file is None:
        return SharedImage(absolute_file(read, static), alt=photo.alt)
    variants = photo_variants(file)
    if not variants:
        return SharedImage(absolute_file(read, static), file.width, file.height, photo.alt)
    largest = variants[-1][-1]
    return SharedImage(absolute_file(read, largest.path), largest.width, largest.height, photo.alt)


def named_pictures(read: Memo, site: Site, documents: Iterator[Document]) -> tuple[frozenset[str], frozenset[str]]:
    """Output paths of the static files that are shown as photos, and of those that are shown as crests."""
    if not site.of(model.STATICS):
        return frozenset(), frozenset()
    photos: set[str | None] = set()
    crests: set[str | None] = set()
    for document in documents:
        publication = document.publication
        sources = [photo.src for photo in publication.photos]
        sources += [publication.image] if publication.image else []
        sources += [part.target for part in document.prose.parts if part.kind is PartKind.SRC]
        photos.update(static_of(read, src, document.path) for src in sources)
        if isinstance(document, TeamFile) and document.crest:
            crests.add(static_of(read, document.crest, document.path))
    return frozenset(filter(None, photos)), frozenset(filter(None, crests))
