"""What authors add to results: points given and taken, lots, play-offs, rulings."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from football.playing import FIRST_DAY, league_of, match_of
from site_builder.football.model import Score, Season, Status
from site_builder.football.rule_books import Adjustment, Decision, PointsOverride, Rulings
from site_builder.football.rulebooks import rule_book
from site_builder.football.rules import Criterion, Points, Rules
from site_builder.football.snapshots import snapshots
from site_builder.football.standings import League, Playoff
from site_builder.football.table import as_of, before, league_table

LEVEL = league_of("a 1-0 b", "b 1-0 a")
LOTS = Rules(rank=(Criterion.POINTS, Criterion.LOTS))


def test_a_decision_puts_level_teams_in_order_and_names_its_criterion() -> None:
    table = league_table(
        LEVEL, League(LOTS, rulings=Rulings(decisions=(Decision(("b", "a"), "drawn in Zurich", Criterion.LOTS),)))
    )
    assert [(row.position, row.team, row.decided_by) for row in table.rows] == [(1, "b", "lots"), (2, "a", None)]
    assert table.rows[0].verdict is not None
    assert table.rows[0].verdict.why == "drawn in Zurich"
    assert len(table.decisions) == 1


def test_a_decision_without_a_criterion_stands_for_the_first_one_that_results_cannot_supply() -> None:
    rules = Rules(rank=(Criterion.POINTS, Criterion.GOAL_DIFFERENCE, Criterion.DISCIPLINE, Criterion.RANKING))
    table = league_table(LEVEL, League(rules, rulings=Rulings(decisions=(Decision(("b", "a")),))))
    assert table.rows[0].decided_by == "discipline"


def test_a_decision_about_teams_that_are_not_level_changes_nothing() -> None:
    ahead = league_of("a 1-0 b", "a 1-0 c")
    table = league_table(ahead, League(LOTS, rulings=Rulings(decisions=(Decision(("b", "a")),))))
    assert table.rows[0].team == "a"
    assert table.decisions == ()


def test_a_decision_about_two_does_not_part_a_place_that_three_share() -> None:
    three = league_of("a 0-0 b", "b 0-0 c", "c 0-0 a")
    table = league_table(three, League(LOTS, rulings=Rulings(decisions=(Decision(("c", "a")),))))
    assert [row.position for row in table.rows] == [1, 1, 1]
    assert table.decisions == ()


def test_a_decision_holds_only_when_its_teams_have_finished_or_from_its_day() -> None:
    to_play = (*LEVEL, match_of("a v b", 9, matchday=3))
    undated = Rulings(decisions=(Decision(("b", "a")),))
    assert league_table(to_play, League(LOTS, rulings=undated)).rows[0].decided_by == "undecided"
    dated = Rulings(decisions=(Decision(("b", "a"), date=FIRST_DAY),))
    assert league_table(to_play, League(LOTS, rulings=dated)).rows[0].team == "b"


def test_an_adjustment_counts_from_its_day_and_can_be_taken_back() -> None:
    rulings = Rulings(
        (Adjustment("a", -15, date(2020, 9, 2), "accounts"), Adjustment("a", 15, date(2020, 9, 4)), Adjustment("a", -1, None))
    )
    wins = league_of("a 1-0 b", "a 1-0 b", "a 1-0 b", "a 1-0 b", "a 1-0 b")
    league = League(Rules(), rulings=rulings)
    points = [row.points for day in (1, 2, 3, 4) for row in as_of(date(2020, 9, day), wins, league).rows if row.team == "a"]
    assert points == [2, -10, -7, 11]
    assert league_table(wins, league).row("a") == as_of(date(2020, 9, 9), wins, league).row("a")
    assert [row.adjustment for row in before(wins[1], wins, league).rows if row.team == "a"] == [-16]


def test_both_teams_may_be_punished_for_one_match() -> None:
    rulings = Rulings(overrides=(PointsOverride("a", "b", (0, 0), "both fielded ineligible players"),))
    table = league_table(league_of("a 0-0 b"), League(Rules(), rulings=rulings))
    assert [row.points for row in table.rows] == [0, 0]


def test_void_cancelled_and_abandoned_matches_do_not_count_but_a_ruling_on_one_does() -> None:
    void, cancelled, abandoned = (
        match_of("a 1-0 b", day, status=status) for day, status in enumerate((Status.VOID, Status.CANCELLED, Status.ABANDONED))
    )
    table = league_table((void, cancelled, abandoned), League(Rules()))
    assert [row.played for row in table.rows] == [0, 0]
    stands = replace(abandoned, played=Score(1, 0))
    assert [row.points for row in league_table((stands,), League(Rules())).rows] == [3, 0]


def test_two_points_for_a_win_and_points_per_match() -> None:
    table = league_table(league_of("a 1-0 b", "a 0-0 c"), League(Rules(points=Points(win=2))))
    assert [(row.team, row.points) for row in table.rows] == [("a", 3), ("c", 1), ("b", 0)]
    short = league_table(league_of("a 1-0 b", "a 0-1 c", "d 1-0 b"), League(Rules(points=Points(per_match=True))))
    assert [(row.team, row.points, row.played) for row in short.rows][:2] == [("c", 3, 1), ("d", 3, 1)]


def test_a_season_that_was_cut_short_goes_by_points_until_then() -> None:
    """Ligue 1 after Nice won their second match of 2019-20 and before Paris played theirs; the ruling came in April."""
    book = rule_book("Ligue 1")
    assert book is not None
    assert book.rules(Season(2019, 2020)).points.per_match == date(2020, 4, 30)
    ruled = FIRST_DAY + timedelta(days=30)
    league = League(Rules(points=Points(per_match=ruled)))
    played = (match_of("psg 3-0 nimes", 2), match_of("nice 2-1 amiens", 1), match_of("nimes 1-2 nice", 8))
    assert [row.team for row in as_of(ruled - timedelta(days=1), played, league).rows][:2] == ["nice", "psg"]
    assert [row.team for row in as_of(ruled, played, league).rows][:2] == ["psg", "nice"]
    assert [row.team for row in league_table(played, league).rows][:2] == ["psg", "nice"]
    never = match_of("psg v nice", 40)
    season = snapshots((*played, never), league)
    assert [table.rows[0].team for table in (season.after(played[2]), season.before(never))] == ["nice", "psg"]


LEVEL_SECOND = league_of("top 1-0 x", "x 0-1 top", "top 1-0 y", "y 0-1 top", "x 2-0 y", "y 1-0 x")
DECISIVE = Rules(rank=(Criterion.POINTS, Criterion.GOAL_DIFFERENCE), playoff_places=(2,), meetings=2)


def _second(league: League) -> list[tuple[int, str, str | None]]:
    return [(row.position, row.team, row.decided_by) for row in league_table(LEVEL_SECOND, league).rows[1:]]


def test_without_a_decisive_place_the_other_criteria_hold() -> None:
    assert _second(League(replace(DECISIVE, playoff_places=()))) == [(2, "x", "goal_difference"), (3, "y", None)]
    assert _second(League(replace(DECISIVE, playoff_places=(1,)))) == [(2, "x", "goal_difference"), (3, "y", None)]


def test_a_decisive_place_is_undecided_until_the_play_off_is_known() -> None:
    assert _second(League(DECISIVE)) == [(2, "x", "undecided"), (2, "y", None)]
    assert _second(League(DECISIVE, playoffs=(Playoff(("x", "y"), "y"),))) == [(2, "y", "playoff"), (3, "x", None)]
    assert _second(League(DECISIVE, playoffs=(Playoff(("y", "x"), "x"),))) == [(2, "x", "playoff"), (3, "y", None)]


def test_an_authors_word_on_a_play_off_holds() -> None:
    ruled = Rulings(decisions=(Decision(("y", "x"), by=Criterion.PLAYOFF),))
    assert _second(League(DECISIVE, rulings=ruled)) == [(2, "y", "playoff"), (3, "x", None)]


def test_while_matches_are_to_come_nobody_awaits_a_play_off() -> None:
    open_season = league_table((*LEVEL_SECOND, match_of("x v y", 40)), League(DECISIVE))
    assert [(row.position, row.decided_by) for row in open_season.rows[1:]] == [(2, "goal_difference"), (3, None)]


def test_serie_a_2022_23_leaves_17th_and_18th_to_a_play_off() -> None:
    book = rule_book("Serie A")
    assert book is not None
    assert book.rules(Season(2022, 2023)).playoff_places == (1, 17)
    assert book.rules(Season(2021, 2022)).playoff_places == ()


def test_a_table_shows_the_neighbours_of_two_teams() -> None:
    matches = league_of("a 5-0 z", "b 4-0 z", "c 3-0 z", "d 2-0 z", "e 1-0 z", "z 1-0 f")
    table = league_table(matches, League(Rules()))
    assert [row.team for row in table.rows] == ["a", "b", "c", "d", "e", "z", "f"]
    assert [row.team for row in table.around(("b",))] == ["a", "b", "c"]
    assert [row.team for row in table.around(("a", "f"), beside=1)] == ["a", "b", "z", "f"]
    assert table.position("z") == 6
    assert table.position("nobody") is None
