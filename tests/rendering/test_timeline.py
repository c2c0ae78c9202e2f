"""The layout of the timeline: everything inside, nothing across anything else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rendering.sample_matches import moment, world_cup_final
from site_builder.pages.match_view import Moment
from site_builder.rendering.timeline import timeline_of


def test_goals_stand_at_their_minute_above_and_below_the_line() -> None:
    drawing = timeline_of([moment("goal", "home", "45+2", "A", score="1–0"), moment("goal", "away", "90", "B", score="1–1")])
    assert drawing is not None
    first, second = drawing.flags
    assert (first.x, second.x) == ("50%", "100%")
    assert first.top < drawing.axis < second.top
    assert second.left


def test_a_match_with_extra_time_has_a_line_of_120_minutes() -> None:
    drawing = timeline_of(world_cup_final().moments)
    assert drawing is not None
    assert [tick.text for tick in drawing.ticks] == ["45", "90", "120"]
    assert [flag.moment.score for flag in drawing.flags] == ["1–0", "2–0", "2–1", "2–2", "3–2", "3–3"]


def test_what_comes_after_the_match_does_not_stretch_the_line() -> None:
    drawing = timeline_of([moment("goal", "home", "10", "A"), moment("red", "away", "125", "B")])
    assert drawing is not None
    assert drawing.cards[0].x == "100%"


def test_a_match_without_goals_or_without_minutes_has_no_drawing() -> None:
    assert timeline_of([]) is None
    assert timeline_of([moment("red", "home", "10", "A")]) is None
    assert timeline_of([moment("goal", "home", "", "A")]) is None


def test_of_two_goals_in_one_minute_the_first_stands_higher() -> None:
    drawing = timeline_of([moment("goal", "home", "45+1", "A", score="1–0"), moment("goal", "home", "45+3", "B", score="2–0")])
    assert drawing is not None
    first, second = drawing.flags
    assert first.moment.score == "1–0"
    assert first.top < second.top


def test_goals_without_room_for_a_label_keep_their_stem() -> None:
    drawing = timeline_of([moment("goal", "home", "10", "A Player", score=f"{n}–0") for n in range(1, 20)])
    assert drawing is not None
    assert len(drawing.flags) == 19
    assert 0 < sum(flag.label is not None for flag in drawing.flags) < 19


def test_a_name_that_has_room_on_neither_side_of_its_stem_is_left_to_the_text() -> None:
    found: dict[int, tuple[bool, bool]] = {}
    for minute in (30, 45, 55, 85):
        goal = moment("goal", "home", str(minute), "Pierre-Emerick Emiliano François Aubameyang", score="1–0")
        drawing = timeline_of([goal])
        assert drawing is not None
        found[minute] = (drawing.flags[0].named, drawing.flags[0].left)
    assert found == {30: (True, False), 45: (False, False), 55: (True, True), 85: (True, True)}


GOALS = st.builds(
    lambda side, minute, name: moment("goal", side, str(minute), name, score="1–0"),
    st.sampled_from(["home", "away"]),
    st.integers(1, 120),
    st.text("abcdefgh ", min_size=1, max_size=30),
)


@given(st.lists(GOALS, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_everything_lies_inside_the_drawing_and_no_two_labels_in_one_place(goals: list[Moment]) -> None:
    drawing = timeline_of(goals)
    assert drawing is not None
    assert len(drawing.flags) == len(goals)
    labels = [(flag.moment.side, flag.x, flag.label, flag.left) for flag in drawing.flags if flag.label is not None]
    assert len(set(labels)) == len(labels)
    for flag in drawing.flags:
        assert 0 <= flag.top <= drawing.height
        assert 0 <= float(flag.x.rstrip("%")) <= 100
        assert flag.label is None or 0 < flag.label <= drawing.height + 1


def shares(goal: Moment, length: int) -> tuple[float, float]:
    """Where a goal stands and how wide its label is, in percent."""
    width = 100 * (6.6 * len(f"{goal.score} {goal.player.text} {goal.minute} {goal.kind}") + 26) / 620
    return 100 * min(goal.at or 0, length) / length, width


@given(st.lists(GOALS, min_size=1, max_size=12))
@settings(max_examples=200, deadline=None)
def test_a_label_is_in_the_lowest_lane_above_all_that_it_meets(goals: list[Moment]) -> None:
    drawing = timeline_of(goals)
    assert drawing is not None
    length = int(drawing.ticks[-1].text)
    for side, way in (("home", -1), ("away", 1)):
        flags = sorted((flag for flag in drawing.flags if flag.moment.side == side), key=lambda flag: flag.moment.at or 0)
        placed: list[tuple[int, float, float]] = []
        for flag in [*(flag for flag in flags[::-1] if not flag.left), *(flag for flag in flags if flag.left)]:
            x, width = shares(flag.moment, length)
            start, end = (x - width, x) if flag.left else (x, x + width)
            lane = 1 + max((other for other, first, last in placed if start <= last and first <= end), default=-1)
            placed.append((lane, start, end))
            assert (flag.top - drawing.axis) * way == 14 + 20 * min(lane + 1, 6) - 4
            assert (flag.label is None) is (lane >= 6)
