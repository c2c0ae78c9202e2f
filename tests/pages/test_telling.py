"""Storylines in words: every fact has its sentence, in every language that comes along."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from football.storytelling import real, stories, title
from site_builder.football.model import Match, Minute, Score, Season
from site_builder.football.storyline_facts import Coverage, Ending, Fact, GoalTold, Terms
from site_builder.football.storyline_streaks import ENDED, GOES_ON, Streak
from site_builder.football.storyline_values import Story
from site_builder.language.catalogues import load_words
from site_builder.language.words import Words
from site_builder.pages.run_sentences import ENDED as ENDED_SENTENCES
from site_builder.pages.run_sentences import GOES_ON as GOES_ON_SENTENCES
from site_builder.pages.storyline_sentences import ENDINGS, GOALS, SENTENCES
from site_builder.pages.telling import Voice, told

ITALIAN = load_words("it")[0]
RUNS = {Fact.RUN_GOES_ON, Fact.RUN_ENDED, Fact.RUN_ENDED_BY_DEFEAT}
FULL = Terms(
    "roma",
    "lazio",
    ("totti", "pellegrini"),
    Score(2, 1),
    Score(3, 2),
    Minute(60),
    Minute(90, 3),
    count=3,
    total=12,
    held=20,
)


def voice(words: Words, competition: str = "Serie A") -> Voice:
    return Voice(words, title, title, competition, Season(2020, 2021))


def say(fact: Fact, terms: Terms, words: Words) -> str:
    return told(Story("kind", fact, terms, 50, ("m",)), voice(words))


def test_every_fact_has_a_sentence() -> None:
    assert {*SENTENCES, *(fact for fact, _ in ENDINGS), *RUNS} == set(Fact)
    assert (ENDED_SENTENCES.keys(), GOES_ON_SENTENCES.keys()) == (ENDED.keys(), GOES_ON.keys())


@pytest.mark.parametrize("words", [Words(), ITALIAN], ids=["en", "it"])
def test_every_sentence_can_be_filled_in(words: Words) -> None:
    facts: list[tuple[Fact, Terms]] = []
    goals = [Terms(players=("totti",), minute=Minute(90, 3), score=Score(1, 1), count=2, goal=g, substitute=s) for g, s in GOALS]
    of_goals = {Fact.GOAL_WAS_WINNER, Fact.FORCED_EXTRA_TIME, Fact.FORCED_SHOOTOUT, Fact.LEVELLED}
    facts += [(fact, terms) for fact in of_goals for terms in goals]
    facts += [(fact, with_(ending=ending)) for fact, ending in ENDINGS]
    facts += [(fact, with_(of_season=whole, since=since)) for fact in SENTENCES.keys() - of_goals for whole, since in VARIANTS]
    facts += [(Fact.RUN_GOES_ON, with_(streak=s, of_season=w, of_one=w or o)) for s in GOES_ON for w in BOTH for o in BOTH]
    facts += [(Fact.RUN_ENDED, with_(streak=s, of_season=w, of_one=w or o)) for s in ENDED for w in BOTH for o in BOTH]
    for fact, terms in facts:
        said = say(fact, terms, words)
        assert said.endswith(".")
        assert not set("{}") & set(said)


BOTH = (False, True)
VARIANTS = ((False, None), (True, None), (False, date(2021, 1, 6)))


def with_(
    ending: Ending | None = None,
    streak: Streak | None = None,
    since: date | None = None,
    *,
    of_season: bool = False,
    of_one: bool = False,
) -> Terms:
    return replace(FULL, ending=ending, streak=streak, since=since, of_season=of_season, of_one=of_one)


@given(st.sampled_from(real("Serie A")))
def test_a_season_in_italian_has_no_english_left(match: Match) -> None:
    for story in stories(match, real("Serie A")):
        said = told(story, voice(ITALIAN))
        assert not {"the", "in a row", "match", "win"} & set(said.lower().split()), said


@pytest.mark.parametrize(
    ("fact", "terms", "italian"),
    [
        (
            Fact.CAME_FROM,
            Terms("roma", score=Score(0, 2), final=Score(3, 2), ending=Ending.WIN),
            "Roma: da 0–2 alla vittoria per 3–2.",
        ),
        (
            Fact.HAT_TRICK_OF_SEASON,
            Terms(players=("totti",), count=2, coverage=Coverage.MATCHES, held=64),
            "Totti ha segnato una tripletta, la 2ª in Serie A 2020–21 (64 partite in archivio).",
        ),
        (
            Fact.FORCED_EXTRA_TIME,
            Terms(players=("totti",), minute=Minute(90, 3), score=Score(1, 1), goal=GoalTold.PENALTY),
            "Il rigore di Totti al minuto 90+3 ha portato la partita ai supplementari.",
        ),
    ],
)
def test_facts_in_italian(fact: Fact, terms: Terms, italian: str) -> None:
    assert say(fact, terms, ITALIAN) == italian


def test_a_competition_without_an_article_keeps_its_year_behind() -> None:
    assert voice(Words(), "Euro").edition == "Euro 2020–21"
    assert (voice(Words()).edition, voice(ITALIAN).edition) == ("the 2020–21 Serie A", "Serie A 2020–21")
