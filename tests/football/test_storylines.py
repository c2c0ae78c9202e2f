"""Storylines of real matches: what is told, what is not, and that nothing later changes it."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from football.loading import matches_of
from football.playing import match_of
from football.storytelling import before_of, goal, real, sentences, sentences_about, stories, told
from site_builder.football.form import RunKind, current_run
from site_builder.football.model import GoalKind, Match, Score, Side, Status
from site_builder.football.storyline_values import Story
from site_builder.football.storylines import storylines
from site_builder.football.timeline import Timeline

WORLD_CUP = "World Cup"
SERIE_A = "Serie A"
CUP = "Coppa Italia"
PREMIER_LEAGUE = "Premier League"


def test_the_final_of_2022_is_told_by_its_hat_trick_comeback_and_shoot_out() -> None:
    assert told(WORLD_CUP, "argentina", "france", "2022-12-18") == [
        "Kylian Mbappe scored a hat-trick, the second of the 2022 World Cup (64 matches held here).",
        "France came from 0–2 down to take the match to penalties.",
        "Argentina won a second shoot-out in the 2022 World Cup (seven Argentina matches held here).",
        "Kylian Mbappe's penalty in the 118th minute forced a shoot-out.",
        "Three of the six goals came from penalties.",
    ]


def test_what_is_not_held_is_not_told() -> None:
    """That Argentina had been unbeaten in 36 is true, but the file has no earlier match."""
    assert told(WORLD_CUP, "argentina", "saudi-arabia") == ["Two Saudi Arabia goals in six minutes turned 0–1 into 2–1."]


def test_a_substitute_who_saves_a_match_is_told_once() -> None:
    assert told(WORLD_CUP, "netherlands", "argentina") == [
        "Substitute Wout Weghorst's second goal, in the 11th minute of stoppage time, forced extra time.",
        "Netherlands came from 0–2 down to take the match to penalties.",
    ]


@pytest.mark.parametrize(
    ("home", "away", "text"),
    [
        ("portugal", "switzerland", "Goncalo Ramos scored a hat-trick, the first of the 2022 World Cup (56 matches held here)."),
        ("morocco", "spain", "Spain did not score a single penalty in the shoot-out."),
        ("spain", "costa-rica", "Spain's 7–0 was the biggest win of the 2022 World Cup to that point (11 matches held here)."),
        ("brazil", "south-korea", "Brazil led 4–0 at half-time."),
        ("croatia", "brazil", "Substitute Bruno Petkovic's goal in the 117th minute forced a shoot-out."),
        ("cameroon", "brazil", "Vincent Aboubakar scored, then was sent off in the third minute of stoppage time."),
        ("germany", "japan", "Japan were 0–1 down until the 75th minute and came back to win 2–1."),
        ("costa-rica", "germany", "Kai Havertz, who came on in the 66th minute, scored twice."),
        (
            "argentina",
            "mexico",
            "The crowd of 88,966 was the largest of the 2022 World Cup to that point (24 crowds known here).",
        ),
        ("netherlands", "qatar", "Cody Gakpo scored in a third World Cup match running (three Netherlands matches held here)."),
        ("france", "poland", "Kylian Mbappe reached five goals in the 2022 World Cup (four France matches held here)."),
    ],
)
def test_matches_of_the_world_cup(home: str, away: str, text: str) -> None:
    assert text in told(WORLD_CUP, home, away)


@pytest.mark.parametrize(
    ("home", "away", "text"),
    [
        ("parma-calcio-1913", "fc-crotone", "Fc Crotone's first away win of the 2020–21 Serie A, in their 17th away match."),
        ("ac-milan", "juventus-fc", "Ac Milan's first defeat of the 2020–21 Serie A, in their 16th match."),
        ("uc-sampdoria", "fc-internazionale-milano", "Uc Sampdoria ended Fc Internazionale Milano's run of eight Serie A wins."),
        (
            "juventus-fc",
            "fc-internazionale-milano",
            "Fc Internazionale Milano's first defeat in 21 Serie A matches, since 6 January 2021.",
        ),
        (
            "torino-fc",
            "ac-milan",
            "Ac Milan's 7–0 was the biggest win of the 2020–21 Serie A to that point (351 matches held here).",
        ),
        ("torino-fc", "us-sassuolo-calcio", "Torino Fc trailed 0–2 at half-time and came back to win 3–2."),
        ("fc-crotone", "acf-fiorentina", "Fc Crotone's first clean sheet in 26 Serie A matches."),
    ],
)
def test_matches_of_a_league(home: str, away: str, text: str) -> None:
    assert text in told(SERIE_A, home, away)


def test_a_run_says_so_where_a_matchday_is_missing() -> None:
    """Juventus had a match of the third matchday in hand."""
    assert told(SERIE_A, "genoa-cfc", "juventus-fc") == [
        "Genoa Cfc's tenth Serie A match in a row without a win.",
        "Juventus Fc's tenth Serie A match in a row without defeat, of the matches held here.",
    ]


def test_a_run_that_a_season_began_with_is_told_from_its_start() -> None:
    assert (
        "Wolverhampton Wanderers Fc ended the run of six wins with which Manchester City Fc began the 2023–24 Premier League."
        in (told(PREMIER_LEAGUE, "wolverhampton-wanderers-fc", "manchester-city-fc"))
    )


def test_the_second_leg_of_2021_was_level_until_the_tenth_minute() -> None:
    held = real(CUP)
    match = next(one for one in held if one.home == "atalanta" and one.stage.round == "Semifinals")
    goals = (
        goal(Side.HOME, "duvan-zapata", 10),
        goal(Side.HOME, "matteo-pessina", 16),
        goal(Side.AWAY, "hirving-lozano", 53),
        goal(Side.HOME, "matteo-pessina", 78),
    )
    match = replace(match, happenings=replace(match.happenings, goals=goals))
    found = stories(match, held)
    assert sentences(match, found, CUP) == ["The tie was level on aggregate until Duvan Zapata's goal in the 10th minute."]
    assert [len(story.rests_on) for story in found] == [2]


def test_a_tie_is_turned_in_its_second_leg_and_not_told_in_its_first() -> None:
    path = "football-txt/champions-league/2024-25/cl.txt"
    legs = [one for one in matches_of(path) if {one.home, one.away} == {"psv", "juventus-fc"} and one.stage.round == "Playoffs"]
    first, second = (sentences_about(leg, matches_of(path), "Champions League") for leg in legs)
    assert "Psv lost the first leg 2–1 and still won the tie." in second
    assert not [text for text in first if "tie" in text]


def test_most_matches_have_little_to_tell_and_none_too_much() -> None:
    matches = real(WORLD_CUP)
    found = [stories(match, matches) for match in matches]
    assert 15 < sum(bool(one) for one in found) < 40
    for match, one in zip(matches, found, strict=True):
        assert len(one) <= 5
        assert len({story.kind for story in one}) == len(one)
        subjects = [subject for story in one for subject in story.about]
        assert len(set(subjects)) == len(subjects)
        said = sentences(match, one, WORLD_CUP)
        assert all(text.endswith(".") and "  " not in text and "{" not in text for text in said)


def test_most_limits_the_stories_to_the_weightiest() -> None:
    final = real(WORLD_CUP)[-1]
    before = before_of(final, real(WORLD_CUP))
    assert [story.kind for story in storylines(before, most=1)] == ["hat-trick"]


def every(competition: str) -> tuple[Match, ...]:
    """A competition's matches, with the other one's that the same teams played."""
    return (*real(competition), *(real(CUP) if competition == SERIE_A else ()))


def over_before(match: Match, held: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(one for one in held if Timeline((one, match)).before(match) and one.id != match.id)


EVERY = (WORLD_CUP, SERIE_A, PREMIER_LEAGUE, CUP, "Champions League")


@given(st.sampled_from(EVERY), st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_neither_later_matches_nor_the_order_of_the_input_change_a_story(competition: str, number: int, dice: Random) -> None:
    held = list(every(competition))
    match = real(competition)[number % len(real(competition))]
    earlier = over_before(match, held)
    found = stories(match, held)
    dice.shuffle(held)
    assert stories(match, held) == found
    assert stories(match, (*earlier, match)) == found
    known = {one.id for one in earlier} | {match.id}
    assert all(known.issuperset(story.rests_on) and story.rests_on[-1] == match.id for story in found)


def test_runs_are_as_long_as_form_counts_them() -> None:
    """Counted again by other code, over every match of a league season."""
    held = real(SERIE_A)
    kinds = {f"{kind} run": kind for kind in (RunKind.WINNING, RunKind.UNBEATEN, RunKind.LOSING, RunKind.WINLESS)}
    checked = 0
    for number, match in enumerate(held):
        for story in stories_without_tie(match, held[:number]):
            if story.kind in kinds:
                team = next(name for about, name in story.about if about == "run")
                length = len(current_run(kinds[story.kind], team, (*over_before(match, held[:number]), match)))
                assert story.terms.count == length, story
                checked += 1
    assert checked > 50


def stories_without_tie(match: Match, held: Iterable[Match]) -> tuple[Story, ...]:
    return storylines(before_of(match, held))


@given(st.sampled_from((Status.AWARDED, Status.VOID, Status.ABANDONED, Status.POSTPONED, Status.CANCELLED, Status.SCHEDULED)))
def test_only_what_was_played_makes_stories(status: Status) -> None:
    final = real(WORLD_CUP)[-1]
    assert stories(replace(final, status=status), real(WORLD_CUP)) == ()


def test_a_match_without_a_date_or_a_result_has_none() -> None:
    final = real(WORLD_CUP)[-1]
    assert stories(replace(final, date=None), real(WORLD_CUP)) == ()
    assert stories(replace(final, result=None), real(WORLD_CUP)) == ()


def test_the_same_facts_without_minutes_tell_no_minute() -> None:
    final = real(WORLD_CUP)[-1]
    assert final.happenings.goals is not None
    bare = tuple(replace(one, minute=None) for one in final.happenings.goals)
    found = stories(replace(final, happenings=replace(final.happenings, goals=bare)), real(WORLD_CUP))
    assert [story.kind for story in found] == ["hat-trick", "shoot-outs won", "penalties", "scoring streak", "tally"]
    assert not [story for story in found if story.terms.minute or story.terms.then]


def test_goals_that_do_not_add_up_tell_nothing() -> None:
    final = real(WORLD_CUP)[-1]
    assert final.result is not None
    wrong = replace(final, result=replace(final.result, score=Score(4, 4)))
    assert [story.kind for story in stories(wrong, real(WORLD_CUP))] == ["shoot-outs won"]


def test_own_goals_make_no_hat_trick() -> None:
    match = match_of("a 3-0 b")
    told_goals = tuple(goal(Side.HOME, "x", minute, GoalKind.OWN_GOAL) for minute in (20, 50, 70))
    match = replace(match, happenings=replace(match.happenings, goals=told_goals))
    assert sentences_about(match, (match,)) == ["All three goals were own goals."]
