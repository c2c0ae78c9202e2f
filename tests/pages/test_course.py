"""The course of a match: running scores against a plain count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.football.model import GoalEvent, Minute, Score, Side
from site_builder.pages.course import running_scores

GOALS = st.builds(
    GoalEvent,
    side=st.sampled_from(Side),
    player=st.just("zapata"),
    minute=st.one_of(st.none(), st.builds(Minute, st.integers(1, 4), st.integers(0, 1))),
)
TIMED = GOALS.filter(lambda goal: goal.minute is not None)


@given(st.lists(st.one_of(TIMED, TIMED, TIMED, GOALS), max_size=6).map(tuple))
def test_the_score_after_each_goal_counts_those_of_earlier_minutes_and_of_its_own_that_were_written_before(
    goals: tuple[GoalEvent, ...],
) -> None:
    def before(at: int) -> list[GoalEvent]:
        now = goals[at].minute
        assert now is not None
        return [one for i, one in enumerate(goals) if one.minute and (one.minute < now or (one.minute == now and i <= at))]

    plain = {
        at: Score(sum(one.side is Side.HOME for one in before(at)), sum(one.side is Side.AWAY for one in before(at)))
        for at in range(len(goals))
        if all(one.minute for one in goals)
    }
    assert running_scores(goals) == plain
