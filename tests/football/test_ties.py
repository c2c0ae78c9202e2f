"""Knockout ties: pairing legs, and who went through on what."""

from __future__ import annotations

from itertools import permutations

from msgspec.structs import replace

from football.playing import match_of, round_of
from site_builder.football.model import Match, Season, Side, Status
from site_builder.football.rulebooks import rule_book
from site_builder.football.rules import AwayGoals, Decider, ExtraTimeRule, RoundTies, Rules, TieRules
from site_builder.football.ties import Tie, ties_of
from site_builder.language.words import Words
from site_builder.pages.tie_words import tie_words

TWO_LEGS = Rules(ties=TieRules(legs=2, away_goals=AwayGoals.EXTRA_TIME))
REPLAYS = Rules(ties=TieRules(legs=1, then=(Decider.REPLAY, Decider.SHOOTOUT)))


def only_tie(matches: tuple[Match, ...], rules: Rules = TWO_LEGS) -> Tie:
    (tie,) = ties_of(matches, rules)
    return tie


def outcome(tie: Tie) -> tuple[str | None, str | None, str | None]:
    return tie.winner, tie.won_on.value if tie.won_on else None, tie.aggregate.text if tie.aggregate else None


def test_an_authors_word_is_the_most_that_the_rules_allow_where_scores_do_not_show_it() -> None:
    def way(*lines: str, legs: int | None = None, then: tuple[Decider, ...] = (Decider.SHOOTOUT,), **more: int) -> str | None:
        matches = tuple(match_of(line, 7 * n, round="Semi-finals", **more) for n, line in enumerate(lines))  # type: ignore[arg-type]  # a leg
        told = (*matches[:-1], replace(matches[-1], winner=Side.AWAY))
        return outcome(only_tie(told, Rules(ties=TieRules(legs, then=then))))[1]

    assert way("a 1-1 b") == "penalties"
    assert way("a 1-1 b", then=(Decider.LOTS,)) == "lots"
    assert way("a 2-1 b") == "walkover"
    assert way("a 2-1 b", legs=2) == "aggregate"
    assert way("a 2-1 b", leg=2) == "aggregate"
    assert way("a 1-0 b", "b 1-0 a", legs=2) == "penalties"
    assert way("a 1-0 b", "b 1-0 a", legs=2, then=(Decider.LOTS,)) == "lots"


def test_legs_are_paired_by_round_and_swapped_teams_in_any_order() -> None:
    matches = (
        match_of("napoli 0-0 atalanta", 1, round="Semifinals"), match_of("inter 1-2 juventus", 0, round="Semifinals"),
        match_of("juventus 0-0 inter", 7, round="Semi-finals"), match_of("atalanta 3-1 napoli", 8, round="Semi-finals"),
    )  # fmt: skip
    for order in permutations(matches):
        first, second = ties_of(order, TWO_LEGS)
        assert (first.home, first.away, *outcome(first)) == ("inter", "juventus", "juventus", "aggregate", "1–2")
        assert (second.home, second.away, *outcome(second)) == ("napoli", "atalanta", "atalanta", "aggregate", "1–3")


def test_two_legs_under_two_headings_are_one_tie() -> None:
    matches = (*round_of("Semi-finals, 1st leg", "a 2-0 b"), *round_of("Semi-finals, 2nd leg", "b 1-0 a", first_day=14))
    assert outcome(only_tie(matches)) == ("a", "aggregate", "2–1")
    playoffs = (*round_of("Playoffs, Matchday 1", "a 0-1 b"), *round_of("Playoffs, Matchday 2", "b 0-2 a", first_day=7))
    assert outcome(only_tie(playoffs)) == ("a", "aggregate", "2–1")


def test_away_goals_by_era() -> None:
    legs = round_of("Semi-finals", "porto 2-1 juventus", "juventus 3-2 porto aet (2-1)")
    assert outcome(only_tie(legs)) == ("porto", "away_goals", "4–4")
    for rule, winner in ((AwayGoals.OFF, None), (AwayGoals.NINETY, None), (AwayGoals.AFTER_EXTRA_TIME, "porto")):
        assert only_tie(legs, Rules(ties=TieRules(2, rule))).winner == winner
    ninety = round_of("Semi-finals", "a 2-1 b", "b 1-0 a")
    for rule, winner in ((AwayGoals.EXTRA_TIME, "b"), (AwayGoals.NINETY, "b"), (AwayGoals.AFTER_EXTRA_TIME, None)):
        assert only_tie(ninety, Rules(ties=TieRules(2, rule))).winner == winner


def test_away_goals_level_as_well_decide_nothing() -> None:
    assert outcome(only_tie(round_of("Semi-finals", "a 1-1 b", "b 1-1 a"))) == (None, None, "2–2")


def test_extra_time_made_the_difference_only_where_ninety_minutes_left_the_tie_level() -> None:
    assert outcome(only_tie(round_of("Semi-finals", "napoli 3-1 chelsea", "chelsea 4-1 napoli aet (3-1)"))) == (
        "chelsea", "extra_time", "4–5",
    )  # fmt: skip
    assert outcome(only_tie(round_of("Semi-finals", "a 1-0 b", "b 2-0 a aet"))) == ("b", "extra_time", "1–2")


def test_a_shoot_out_decides_a_tie_and_a_single_match() -> None:
    assert outcome(only_tie(round_of("Round of 16", "a 1-0 b", "b 1-0 a aet, 2-4 pens"))) == ("a", "penalties", "1–1")
    single = only_tie(round_of("Round of 16", "milan 0-0 torino aet, 5-4 pens"), Rules())
    assert outcome(single) == ("milan", "penalties", "0–0")
    assert tie_words(single, str, Words()) == "milan went through 5–4 on penalties"


def test_half_a_tie_is_not_decided() -> None:
    played_and_to_come = (match_of("a 3-0 b", 1, round="Final"), match_of("b v a", 9, round="Final"))
    tie = only_tie(played_and_to_come)
    assert (tie.awaited, *outcome(tie)) == (True, None, None, "3–0")
    tie = only_tie(round_of("Semi-finals", "a 3-0 b"))
    assert (tie.awaited, tie.winner) == (True, None)
    tie = only_tie((match_of("b 3-0 a", 1, round="Semi-finals", leg=2),), Rules())
    assert (tie.home, tie.away, tie.awaited, *outcome(tie)) == ("a", "b", True, None, None, "0–3")


def test_the_author_knows_who_went_through_where_a_leg_is_not_held() -> None:
    tie = only_tie((match_of("atalanta 0-1 napoli", 1, round="Semi-finals", leg=2, winner=Side.HOME),))
    assert outcome(tie) == ("atalanta", "aggregate", "1–0")


def test_the_authors_winner_of_a_drawn_match_went_through_as_its_rules_have_it() -> None:
    drawn = (match_of("italy 0-0 soviet-union aet", 1, round="Semi-finals", winner=Side.HOME),)
    assert outcome(only_tie(drawn, Rules(ties=TieRules(1, then=(Decider.LOTS,))))) == ("italy", "lots", "0–0")
    assert outcome(only_tie(drawn, Rules())) == ("italy", "penalties", "0–0")


def test_a_walkover_is_awarded_or_told() -> None:
    awarded = (match_of("roma 0-3 spezia", 1, round="Round of 16", status=Status.AWARDED),)
    assert outcome(only_tie(awarded, Rules())) == ("spezia", "walkover", "0–3")
    cancelled = tuple(
        match_of(line, day, round="Round of 16", status=Status.CANCELLED)
        for day, line in enumerate(("leipzig v spartak", "spartak v leipzig"))
    )
    assert outcome(only_tie(cancelled)) == (None, None, None)
    told = (cancelled[0], replace(cancelled[1], winner=Side.AWAY))
    assert outcome(only_tie(told)) == ("leipzig", "walkover", None)
    first = match_of("legia 4-1 celtic", 0, round="Qualifying round 3")
    ruled = (first, match_of("celtic 0-2 legia", 7, round="Qualifying round 3", winner=Side.HOME))
    assert outcome(only_tie(ruled)) == ("celtic", "walkover", "6–1")
    gone = match_of("celtic v legia", 7, round="Qualifying round 3", status=Status.CANCELLED)
    assert outcome(only_tie((replace(first, winner=Side.AWAY), gone))) == ("celtic", "walkover", "4–1")
    again = (
        match_of("chester 2-2 bury", 0, round="Round 2"),
        match_of("bury 3-1 chester", 10, round="Round 2", winner=Side.AWAY),
    )
    assert outcome(only_tie(again, REPLAYS)) == ("chester", "walkover", "1–3")


def test_a_second_match_is_a_replay_where_ties_are_of_one_match() -> None:
    matches = round_of("Round 3", "a 1-1 b", "b 2-1 a")
    tie = only_tie(matches, REPLAYS)
    assert (len(tie.legs), len(tie.replays), *outcome(tie)) == (1, 1, "b", "replay", "1–2")
    assert outcome(only_tie(matches, Rules())) == ("b", "aggregate", "2–3")


def test_a_replay_is_known_by_its_heading_or_by_extra_time_before_it() -> None:
    told = (
        *round_of("Quarter-finals", "italy 1-1 spain aet"),
        *round_of("Quarter-finals replays", "italy 1-0 spain", first_day=1),
    )
    assert outcome(only_tie(told, Rules())) == ("italy", "replay", "1–0")
    swapped = round_of("First round", "switzerland 1-1 germany aet", "germany 2-4 switzerland")
    assert outcome(only_tie(swapped, Rules())) == ("switzerland", "replay", "4–2")


def test_a_replay_after_two_legs_overrules_away_goals() -> None:
    legs = round_of("Quarter-finals", "braunschweig 3-2 juventus", "juventus 1-0 braunschweig")
    assert outcome(only_tie(legs)) == ("juventus", "away_goals", "3–3")
    third = (*legs, match_of("juventus 1-0 braunschweig", 20, round="Quarter-finals"))
    tie = only_tie(third)
    assert (*outcome(tie), len(tie.legs), len(tie.replays)) == ("juventus", "replay", "3–3", 2, 1)


def test_a_replay_may_end_in_a_shoot_out_or_level_again() -> None:
    first = match_of("a 0-0 b", 1, round="Round 4")
    assert outcome(only_tie((first, match_of("b 1-1 a aet, 3-4 pens", 9, round="Round 4")), REPLAYS)) == ("a", "penalties", "1–1")
    assert outcome(only_tie((first, match_of("b 1-1 a aet", 9, round="Round 4")), REPLAYS)) == (None, None, "1–1")


def test_of_replays_alone_the_last_ones_shoot_out_decides() -> None:
    replays = round_of("Round 4, Replay", "a 1-1 b aet", "b 1-1 a aet", "a 0-0 b aet, 5-4 pens")
    assert outcome(only_tie(replays, REPLAYS)) == ("a", "penalties", "0–0")
    replays = round_of("Round 4, Replay", "a 1-1 b aet", "b 1-1 a aet", "b 1-0 a")
    assert outcome(only_tie(replays, REPLAYS)) == ("b", "replay", "0–1")


def test_a_postponed_leg_played_later_is_one_leg() -> None:
    postponed = match_of("b v a", 7, round="Semi-finals", status=Status.POSTPONED)
    legs = (*round_of("Semi-finals", "a 1-0 b"), postponed, match_of("b 0-0 a", 14, round="Semi-finals"))
    tie = only_tie(legs)
    assert (len(tie.matches), *outcome(tie)) == (2, "a", "aggregate", "1–0")


def test_single_matches_are_won_on_the_score_or_in_extra_time() -> None:
    assert outcome(only_tie(round_of("Final", "atalanta 1-2 juventus"), Rules())) == ("juventus", "score", "1–2")
    assert outcome(only_tie(round_of("Final", "juventus 3-2 genoa aet"), Rules())) == ("juventus", "extra_time", "3–2")


def test_a_round_may_have_rules_of_its_own() -> None:
    final = RoundTies(("Final",), TieRules(legs=1, extra_time=ExtraTimeRule.FULL))
    rules = replace(TWO_LEGS, round_ties=(final,))
    assert only_tie(round_of("Finale", "a 1-0 b"), rules).winner == "a"
    assert only_tie(round_of("Semi-finals", "a 1-0 b"), rules).winner is None


def test_the_european_cup_counted_away_goals_in_the_first_two_rounds_only_from_1967_to_1970() -> None:
    book = rule_book("European Cup")
    assert book is not None
    legs = (("a 2-1 b", "b 1-0 a"),)
    for season, name, winner in (
        (Season(1966, 1967), "First round", None),
        (Season(1967, 1968), "First round", "b"),
        (Season(1967, 1968), "Quarter-finals", None),
        (Season(1970, 1971), "Quarter-finals", "b"),
        (Season(2020, 2021), "Quarter-finals", "b"),
        (Season(2021, 2022), "Quarter-finals", None),
    ):
        assert only_tie(round_of(name, *legs[0]), book.rules(season)).winner == winner, (season, name)


def test_the_cup_winners_cup_counted_away_goals_first() -> None:
    book = rule_book("Cup Winners' Cup")
    assert book is not None
    legs = round_of("First round", "a 2-1 b", "b 1-0 a")
    assert [only_tie(legs, book.rules(Season(year, year + 1))).winner for year in (1964, 1965)] == [None, "b"]


def test_the_first_cup_winners_cup_final_had_two_legs_and_the_next_one_a_replay() -> None:
    book = rule_book("Cup Winners' Cup")
    assert book is not None
    first = only_tie(round_of("Final", "rangers 0-2 fiorentina", "fiorentina 2-1 rangers"), book.rules(Season(1960, 1961)))
    assert outcome(first) == ("fiorentina", "aggregate", "1–4")
    second = only_tie(round_of("Final", "atletico 1-1 fiorentina aet", "atletico 3-0 fiorentina"), book.rules(Season(1961, 1962)))
    assert outcome(second) == ("atletico", "replay", "3–0")


def test_the_coppa_italia_semi_finals_lost_away_goals_in_2022() -> None:
    book = rule_book("Coppa Italia")
    assert book is not None
    legs = round_of("Semi-finals", "a 2-1 b", "b 1-0 a")
    assert [only_tie(legs, book.rules(Season(year, year + 1))).winner for year in (2020, 2021, 2022, 2025)] == [
        "b",
        "b",
        None,
        None,
    ]


def test_qualifying_rounds_may_have_rules_of_their_own() -> None:
    rules = Rules(ties=TieRules(legs=2), round_ties=(RoundTies(("qualifying",), TieRules(legs=1)),))
    assert only_tie(round_of("Qualifying, Round 1", "a 1-0 b"), rules).winner == "a"
    assert only_tie(round_of("Round 1", "a 1-0 b"), rules).winner is None


def test_a_tie_knows_its_loser_and_each_sides_opponent() -> None:
    tie = only_tie(round_of("Final", "a 1-2 b"), Rules())
    assert (tie.loser, tie.other("a"), tie.other("b")) == ("a", "b", "a")
    assert only_tie((match_of("a v b", 1, round="Final"),), Rules()).loser is None


def test_legs_of_which_one_was_awarded_are_summed_and_two_awarded_are_a_walkover() -> None:
    first = match_of("a 1-2 b", 1, round="Semi-finals")
    second = match_of("b 0-3 a", 8, round="Semi-finals", status=Status.AWARDED)
    assert outcome(only_tie((first, second))) == ("a", "aggregate", "4–2")
    both = (replace(first, status=Status.AWARDED), second)
    assert outcome(only_tie(both)) == ("a", "walkover", "4–2")
