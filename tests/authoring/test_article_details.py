"""What else an article tells: referee, ground, round and crowd, and what it says of those of other matches."""

from __future__ import annotations

import pytest

from site_builder.authoring.articles.draft import Draft, Found
from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.known import vocabulary_of


def draft(text: str) -> Draft:
    return read_article(f"Leeds 2-1 Burnley\n\n{text}", vocabulary_of(None), None)


def value(found: Found[str] | None) -> str:
    return found.value if found else ""


@pytest.mark.parametrize(
    ("text", "referee"),
    [
        ("Mr A. Ellis, the English referee, disallowed it.", "A. Ellis"),
        ("The match was refereed by Italian Pierluigi Collina.", "Pierluigi Collina"),
        ("He pulled him back, and Howard Webb brought out the red card.", "Howard Webb"),
        ("Referee: Christian Brocchi.", "Christian Brocchi"),
    ],
)
def test_the_referee_is_named_without_his_nation_and_with_his_initials(text: str, referee: str) -> None:
    assert value(draft(text).referee) == referee


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Premier League\nElland Road\n\nIt rained. See you at Old Trafford.", "Elland Road"),
        ("Cup, Wembley, Saturday 22 May 2010\n\nIt rained. See you at Old Trafford.", "Wembley"),
        ("It was dry. They lost last season's final at Wembley.", ""),
        ("They met at the Philips Stadion in Eindhoven.", "Philips Stadion"),
    ],
)
def test_the_ground_is_that_of_this_match(text: str, venue: str) -> None:
    assert value(draft(text).venue) == venue


def test_last_seasons_final_is_no_round_of_this_match() -> None:
    assert draft("The teams met in last season's final.").round is None


def test_a_figure_that_was_there_is_the_crowd() -> None:
    assert value(draft("82,244 there. Thank you.").attendance) == "82244"
