"""What goes to the workers of a cluster once for a build, and what one of them does with it: pages as bytes.

Imported on both sides, without Dask. Nothing here writes. The site's values go
as MessagePack and are decoded as pages ask for them; the rest is pickled by
Dask: whoever may give work to a cluster can run anything on it anyway.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from msgspec import Struct
from msgspec.structs import replace

from site_builder import __version__
from site_builder.incremental.cells import Stored, Unpacked, encode_inputs
from site_builder.incremental.fingerprint import fingerprint
from site_builder.incremental.memo import Input
from site_builder.output.ledger import Row, State
from site_builder.output.staging import NOT_HELD
from site_builder.pages.keys import PageKey
from site_builder.pages.parts import SiteMeta
from site_builder.production import Made, Material, Workshop
from site_builder.program import program_version
from site_builder.rendering.templates import TemplateSource, load_theme, theme_of
from site_builder.site import model
from site_builder.site.keeping import GIVEN, codecs_in_full
from site_builder.workers import without_looking_for_cycles

_TAKING_PART = ("msgspec", "tzdata")
"""Packages that show in pages, besides those of `program.SHOWING`."""

IDENTITY = f"{__version__} ({fingerprint(program_version(), *map(version, _TAKING_PART))[:12]})"
"""Which program this process runs. Taken as the module is loaded: what is edited later does not run here."""


class OtherProgram(Exception):
    """A worker runs another program than the build; the text is what it runs."""


class Parcel(Struct, frozen=True, eq=False, weakref=True):
    """A site on its way: ``inputs`` are encoded but for the ``given`` ones; ``templates`` are the theme's texts by name."""

    program: str
    inputs: Mapping[bytes, bytes]
    given: Mapping[Input[Any, Any], Mapping[Any, Any]]
    site: SiteMeta
    tool: str
    templates: Mapping[str, TemplateSource]


class Batch(Struct, frozen=True):
    """Pages to be made; ``standing`` are the render keys of the files that stand in the output already, by path."""

    keys: tuple[PageKey, ...]
    standing: Mapping[str, str]


class Page(Struct, frozen=True):
    """A finished page that nobody has staged yet."""

    path: str
    key: str
    data: bytes


class Delivery(Struct, frozen=True):
    """What a worker sends back: ``made`` has no rows, since nothing is staged yet."""

    pages: tuple[Page, ...]
    made: Made


def pack(material: Material) -> Parcel:
    """All that a worker needs of a site. The templates are read once more, as every local worker does."""
    theme = load_theme(material.own_templates, material.default_templates, None, material.inputs[model.WORDS][""])
    return Parcel(
        program=IDENTITY,
        inputs=encode_inputs(material.inputs, codecs_in_full()),
        given={source: dict(material.inputs[source]) for source in GIVEN},
        site=material.site,
        tool=material.tool,
        templates=dict(theme.sources),
    )


def as_it_is(parcel: Parcel) -> Parcel:
    """A parcel that has come to a worker; the others fetch it from there."""
    return parcel


def open_parcel(parcel: Parcel) -> Workshop:
    """The reverse: where pages are made, without a folder to read from. Raises `OtherProgram`."""
    if parcel.program != IDENTITY:
        raise OtherProgram(IDENTITY)
    cells = Unpacked(parcel.inputs)
    kept = {source: codec for source, codec in codecs_in_full().items() if source.name in set(cells)}
    stored = {source: Stored(partial(cells.__getitem__, source.name), codec) for source, codec in kept.items()}
    nowhere = Path()
    material = Material({**stored, **parcel.given}, parcel.site, parcel.tool, nowhere, nowhere, None, None)
    return Workshop(material, theme_of(parcel.templates, parcel.given[model.WORDS][""]))


class Basket:
    """Takes finished pages where there is no staging folder (a `production.Keeper`)."""

    def __init__(self, standing: Mapping[str, str]) -> None:
        self.pages: list[Page] = []
        self._standing = standing

    def stands(self, path: str, key: str) -> bool:
        """Whether the file in the output has this render key."""
        return self._standing.get(path) == key

    def stage(self, path: str, key: str, data: bytes, name: str) -> Row:
        """Keep a page for the way back."""
        self.pages.append(Page(path, key, data))
        return Row(path, key, len(data), NOT_HELD, name, State.PENDING)


# Dask holds a parcel as long as its build wants it; what was made of it goes with it.
_workshops: WeakKeyDictionary[Parcel, Workshop] = WeakKeyDictionary()
_one_at_a_time = threading.Lock()


def make_batch(parcel: Parcel, batch: Batch) -> Delivery:
    """Make some pages, on a worker: one batch at a time, however many threads it has. Raises `OtherProgram`."""
    with _one_at_a_time, without_looking_for_cycles():
        workshop = _workshops.get(parcel)
        if workshop is None:
            workshop = _workshops[parcel] = open_parcel(parcel)
        workshop.keeper = basket = Basket(batch.standing)
        made = workshop.made(batch.keys)
    return Delivery(tuple(basket.pages), replace(made, staged=()))


def identity() -> str:
    """Which program a worker runs."""
    return IDENTITY
