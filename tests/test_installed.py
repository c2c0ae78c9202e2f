"""Versions of packages are what the packaging metadata says."""

from __future__ import annotations

import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest

from site_builder.installed import version_of


def test_every_package_here_has_the_version_that_its_metadata_tell() -> None:
    told: dict[str, str] = {}
    for one in distributions():
        told.setdefault(one.name, one.version)
    assert len(told) > 20
    assert {name: version_of(name) for name in told} == told


def test_the_first_on_the_path_counts_and_what_is_not_there_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for recorded in ("one/Some_Thing-2.0rc1.dist-info", "two/some.thing-1.0.dist-info", "two/other-3-x.dist-info"):
        (tmp_path / recorded).mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path / name) for name in ("nowhere", "one", "two")])
    found = {name: version_of(name) for name in ("some-thing", "SOME.thing", "other", "pytest")}
    assert found == {"some-thing": "2.0rc1", "SOME.thing": "2.0rc1", "other": "", "pytest": ""}
