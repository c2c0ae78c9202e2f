"""The layout of the chart of positions: a row a place, a step a matchday."""

from __future__ import annotations

from rendering.sample_parts import mark
from rendering.sample_season import POSITIONS
from site_builder.pages.season_views import PositionLine
from site_builder.rendering.position_chart import position_chart_of


def test_lines_come_in_the_order_of_their_ends_with_a_point_for_each_matchday() -> None:
    chart = position_chart_of(POSITIONS, range(1, 6))
    assert chart is not None
    assert (chart.width, chart.height, chart.first, chart.last) == (40, 30, 1, 5)
    assert [line.team.name for line in chart.lines] == ["Napoli", "Atalanta", "Juventus"]
    assert [(line.best, line.worst) for line in chart.lines] == [(1, 3), (1, 3), (1, 3)]
    assert chart.lines[2].path == "M0 5L10 5L20 15L30 25L40 25"


def test_a_matchday_without_a_position_interrupts_the_line() -> None:
    chart = position_chart_of(POSITIONS, range(1, 6))
    assert chart is not None
    assert chart.lines[0].path == "M0 15M20 25L30 15L40 5"


def test_a_line_that_ends_early_stands_at_its_last_place() -> None:
    lines = (
        PositionLine(mark("Napoli"), (1, None)),
        PositionLine(mark("Atalanta"), (2, 1)),
        PositionLine(mark("Roma"), (None, None)),
    )
    chart = position_chart_of(lines, (1, 2))
    assert chart is not None
    assert [line.team.name for line in chart.lines] == ["Atalanta", "Napoli"]


def test_one_matchday_is_no_chart() -> None:
    assert position_chart_of(POSITIONS, (1,)) is None
    assert position_chart_of((), (1, 2)) is None
