"""The far side of a cluster, without one: a parcel is opened without a folder, pages come back as bytes, nothing stays behind."""

from __future__ import annotations

import gc
import pickle
import weakref

import pytest
from msgspec.structs import replace

from builders import TestSite, report
from site_builder.cluster import parcel as far
from site_builder.cluster.parcel import Batch, OtherProgram, Parcel, make_batch, open_parcel, pack
from site_builder.outcome import Options
from site_builder.pages.keys import PageKey
from site_builder.preparation import prepare
from site_builder.production import Workshop


def packed_site(site: TestSite) -> tuple[Parcel, tuple[PageKey, ...]]:
    """A site as it arrives, with its pages."""
    site.write({"content/matches/a.md": report(text="A night to remember.")})
    prepared = prepare(Options(site=site.folder, jobs=1))
    arrived = pickle.loads(pickle.dumps(pack(prepared.material)))
    assert isinstance(arrived, Parcel)
    return arrived, prepared.keys


def test_pages_come_back_as_the_bytes_that_a_build_writes(site: TestSite) -> None:
    parcel, keys = packed_site(site)
    delivery = make_batch(parcel, Batch(keys, {}))
    site.build()
    assert {page.path: page.data for page in delivery.pages}.items() <= site.tree().items()
    assert len(delivery.pages) == len(keys)
    assert delivery.made.staged == ()


def test_a_page_that_stands_with_its_key_does_not_come_back(site: TestSite) -> None:
    parcel, keys = packed_site(site)
    first = make_batch(parcel, Batch(keys, {}))
    standing = {page.path: page.key for page in first.pages}
    standing["index.html"] = "of another view"
    again = make_batch(parcel, Batch(keys, standing))
    assert [page.path for page in again.pages] == ["index.html"]
    assert set(again.made.kept) == standing.keys() - {"index.html"}


def test_a_fault_of_a_template_comes_back_as_a_problem(site: TestSite) -> None:
    site.write(
        {"templates/pages/home.html": '{% extends "!default/pages/home.html" %}{% block stories %}{{ view.no }}{% endblock %}'}
    )
    parcel, keys = packed_site(site)
    (problem,) = make_batch(parcel, Batch(keys, {})).made.problems
    assert problem.place.path == "templates/pages/home.html"


def test_a_worker_that_comes_later_with_another_version_makes_nothing(site: TestSite) -> None:
    parcel, keys = packed_site(site)
    with pytest.raises(OtherProgram):
        make_batch(replace(parcel, program="9.9.9"), Batch(keys, {}))


def test_what_a_worker_made_of_a_site_goes_with_it(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[weakref.ref[Workshop]] = []

    def opening(parcel: Parcel) -> Workshop:
        workshop = open_parcel(parcel)
        opened.append(weakref.ref(workshop))
        return workshop

    monkeypatch.setattr(far, "open_parcel", opening)
    parcel, keys = packed_site(site)
    for key in keys[:2]:
        make_batch(parcel, Batch((key,), {}))
    (workshop,) = opened
    assert workshop() is not None
    del parcel
    gc.collect()
    assert workshop() is None
