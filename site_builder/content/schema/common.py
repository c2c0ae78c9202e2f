"""What every kind of written page may say about itself: photos, sources, tags, redirects and the like."""

from __future__ import annotations

import json
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from site_builder.content.model import Correction, Dispute, Photo, Publication, Source
from site_builder.content.schema.base import HeadModel, Reads
from site_builder.content.schema.faults import fault
from site_builder.content.schema.value_types import (
    Authors,
    Day,
    FileAddress,
    Flag,
    Language,
    Line,
    Moment,
    Redirect,
    Slug,
    Tags,
    WebAddress,
)
from site_builder.content.schema.words import as_list


class PhotoEntry(HeadModel):
    """A picture in `photos`."""

    called: ClassVar[str] = "a photo"

    src: FileAddress = Field(description="The file, relative to this one; after a slash, below content/.")
    alt: Line = Field("", description="What the picture shows, for those who cannot see it.")
    caption: Line = Field("", description="The sentence under the picture.")
    credit: Line = Field("", description="Who took it.")

    def value(self) -> Photo:
        """The picture as the rest of the program knows it."""
        return Photo(self.src, self.alt, self.caption, self.credit)


class SourceEntry(HeadModel):
    """A source with a name, an address or both."""

    called: ClassVar[str] = "a source"

    text: Line = Field("", description="Its name.")
    url: WebAddress = Field("", description="Its address on the web.")

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if not self.text and not self.url:
            raise fault("missing-key", "a source needs `text` or `url`", "Add its name or its address.")
        return self

    def value(self) -> Source:
        """The source as the rest of the program knows it; the address is its name where it has no other."""
        return Source(self.text or self.url, self.url)


class CorrectionEntry(HeadModel):
    """A correction of a published text."""

    called: ClassVar[str] = "a correction"

    date: Day = Field(description="When the text was corrected.")
    text: Line = Field(description="What was wrong, and what is right.")

    def value(self) -> Correction:
        """The correction as the rest of the program knows it."""
        return Correction(self.date, self.text)


def _as_source(value: object) -> object:
    return {_source_key(value): value} if isinstance(value, str) else value


class DisputeEntry(HeadModel):
    """A fact on which sources differ, as another one has it."""

    called: ClassVar[str] = "a disputed fact"

    fact: Line = Field(description="Which fact: a key like attendance, or a few words.")
    says: Line = Field(description="What the other source says.")
    source: Annotated[SourceEntry, BeforeValidator(_as_source, json_schema_input_type=str | SourceEntry)] = Field(
        description="Who says so: a name, an address, or {text, url}."
    )

    def value(self) -> Dispute:
        """The dispute as the rest of the program knows it."""
        return Dispute(self.fact, self.says, self.source.value())


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _as_photos(value: object) -> object:
    return [{"src": item} if isinstance(item, str) else item for item in _items(value)]


def _as_sources(value: object) -> object:
    return [_as_source(item) for item in _items(value)]


def _source_key(text: str) -> str:
    return "url" if text.strip().lower().startswith(("http://", "https://")) else "text"


def read_json(value: object) -> str:
    """Anything, as JSON text with the keys in the author's order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


Photos = Annotated[
    tuple[PhotoEntry, ...], BeforeValidator(_as_photos, json_schema_input_type=str | PhotoEntry | list[str | PhotoEntry])
]
Sources = Annotated[
    tuple[SourceEntry, ...], BeforeValidator(_as_sources, json_schema_input_type=str | SourceEntry | list[str | SourceEntry])
]
Corrections = Annotated[
    tuple[CorrectionEntry, ...], BeforeValidator(_items, json_schema_input_type=CorrectionEntry | list[CorrectionEntry])
]
Disputes = Annotated[tuple[DisputeEntry, ...], BeforeValidator(_items, json_schema_input_type=DisputeEntry | list[DisputeEntry])]
Redirects = Annotated[tuple[Redirect, ...], BeforeValidator(as_list, json_schema_input_type=Redirect | list[Redirect])]
Extra = Annotated[str, Reads(read_json, {})]


class PageModel(HeadModel):
    """The keys of every kind of page."""

    description: Line = Field("", description="A sentence for search engines and feeds.")
    author: Authors = Field((), description="Who wrote this: a name, or a list of names.")
    tags: Tags = Field((), description="Tags, as a list or parted by commas.")
    image: FileAddress = Field("", description="The picture for previews of links to this page.")
    photos: Photos = Field((), description="Pictures, shown with the text.")
    sources: Sources = Field((), description="Where the facts come from: names, addresses, or {text, url}.")
    lang: Language = Field("", description="The language of the text where it is not the site's.")
    slug: Slug = Field("", description="The page's name in its address.")
    redirects: Redirects = Field((), description="Old addresses of this page.")
    draft: Flag = Field(default=False, description="Whether to leave this page out, except with --drafts.")
    updated: Moment | None = Field(None, description="When the text was last changed in substance.")
    corrections: Corrections = Field((), description="What was corrected after publication.")
    disputed: Disputes = Field((), description="Facts on which another source differs: {fact, says, source}.")
    autolink: Flag = Field(default=True, description="Whether names in the text are linked by themselves.")
    extra: Extra = Field("{}", description="Anything, handed to templates as it is.")

    def publication(self, title: str = "") -> Publication:
        """What is said about the page, as the rest of the program knows it."""
        return Publication(
            title=title,
            description=self.description,
            author=self.author,
            tags=self.tags,
            image=self.image,
            photos=tuple(photo.value() for photo in self.photos),
            sources=tuple(source.value() for source in self.sources),
            lang=self.lang,
            slug=self.slug,
            redirects=self.redirects,
            draft=self.draft,
            updated=self.updated,
            corrections=tuple(correction.value() for correction in self.corrections),
            disputed=tuple(dispute.value() for dispute in self.disputed),
            autolink=self.autolink,
            extra=self.extra,
        )
