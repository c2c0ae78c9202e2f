"""The layout of a tie's course: on the side of who is going through, and nothing outside the drawing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rendering.sample_season import TIE_COURSE
from site_builder.pages.parts import Link
from site_builder.pages.season_views import TieCourse, TieStep
from site_builder.rendering.tie_chart import tie_chart_of


def test_the_line_starts_level_and_lies_on_the_side_of_who_is_going_through() -> None:
    chart = tie_chart_of(TIE_COURSE)
    assert chart.half == "50%"
    assert [stretch.y - chart.axis for stretch in chart.stretches] == [0, 15, 30, 15, 30]
    assert (chart.stretches[0].start, chart.stretches[1].start, chart.stretches[-1].end) == ("0%", "55.56%", "100%")
    assert [label.text for label in chart.labels] == ["0–2", "1–2", "1–3"], "0–1 would stand on 0–2"


def test_a_lead_on_away_goals_is_half_a_goal_high() -> None:
    level = replace(TIE_COURSE.steps[0], score="1–1", lead=0, ahead="home")
    chart = tie_chart_of(replace(TIE_COURSE, steps=(level,)))
    assert chart.axis - chart.stretches[-1].y == 7


def test_extra_time_makes_the_second_leg_longer() -> None:
    late = replace(TIE_COURSE.steps[0], at=120)
    chart = tie_chart_of(replace(TIE_COURSE, legs=(90, 120), steps=(late,)))
    assert (chart.half, chart.stretches[-1].start, chart.labels[0].left) == ("42.86%", "100%", True)


STEPS = st.lists(st.tuples(st.integers(1, 2), st.integers(1, 130), st.integers(-9, 9)), min_size=1, max_size=25)


@given(STEPS)
def test_everything_stays_inside_the_drawing_from_left_to_right(found: list[tuple[int, int, int]]) -> None:
    steps = tuple(
        TieStep(leg, str(at), at, Link("A"), "1–0", lead, "home" if lead > 0 else "away" if lead else "", "")
        for leg, at, lead in sorted(found)
    )
    chart = tie_chart_of(TieCourse("A", "B", (90, 120), steps))
    assert all(
        0 <= stretch.y <= chart.height and 0 <= label.y <= chart.height for stretch in chart.stretches for label in chart.labels
    )
    ends = [float(stretch.end[:-1]) for stretch in chart.stretches]
    assert ends == sorted(ends)
    assert ends[-1] == 100
