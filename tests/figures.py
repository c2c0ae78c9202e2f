"""Figures that tests record, and the table of them that ``make trust`` ends with.

A test that tries many things says how many, and what came of them::

    def test_kills(figures: Figures) -> None:
        figures.add("kills: tried", 40)
        figures.add("kills: differences from a clean build", len(different))
        figures.worst("pages: seconds of the slowest", seconds)

Figures of one name are summed up (``add``) or the largest of them counts (``worst``), whichever test and
worker process they come from: they travel with the reports of the tests. They are printed when the
environment variable ``TRUST`` is set. ``TRUST=full``, as in ``make trust``, asks for the long profiles:
``long_or_short(2000, 50)`` is the first then, else the second.

This is no benchmark: what it counts is the same on every machine, but for seconds.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

import pytest
from msgspec import Struct

PROPERTY = "figure"
IS_FULL = os.environ.get("TRUST") == "full"
IS_PRINTED = bool(os.environ.get("TRUST"))


def long_or_short(long: int, short: int) -> int:
    """How much is tried: in ``make trust``, and in ``make test``."""
    return long if IS_FULL else short


class Figures(Struct, frozen=True):
    """Takes the figures of one test; ``properties`` are what its report carries along."""

    properties: list[tuple[str, object]]

    def add(self, name: str, n: int) -> None:
        self.properties.append((PROPERTY, ("sum", name, n)))

    def worst(self, name: str, value: float) -> None:
        self.properties.append((PROPERTY, ("worst", name, value)))


def summed(recorded: Iterable[tuple[str, str, float]]) -> dict[str, float]:
    """One value for each name, in the order of the names."""
    found: dict[str, float] = {}
    for how, name, value in recorded:
        before = found.get(name, 0)
        found[name] = before + value if how == "sum" else max(before, value)
    return dict(sorted(found.items()))


def table(figures: dict[str, float]) -> list[str]:
    """Lines of the table: the name, and its value to the right."""
    shown = {name: f"{value:,}" if isinstance(value, int) else f"{value:.2f}" for name, value in figures.items()}
    wide = max(map(len, shown), default=0)
    far = max(map(len, shown.values()), default=0)
    return [f"{name:<{wide}}  {value:>{far}}" for name, value in shown.items()]


def recorded_in(reports: Iterable[object]) -> list[tuple[str, str, float]]:
    """What the tests of these reports recorded. Each test has several reports; the one of its call counts."""
    called = (report for report in reports if isinstance(report, pytest.TestReport) and report.when == "call")
    return [tuple(value) for report in called for name, value in report.user_properties if name == PROPERTY]  # type: ignore[misc, arg-type]  # pytest knows no more of a property than that it is an object
