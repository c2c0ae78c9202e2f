"""The sentences of runs: for each kind one of all matches held, one of a competition's, one from the season's start.

``{count}`` is the length of the run, ``{total}`` one more than it was before the match.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from site_builder.football.storyline_facts import Fact, Terms
from site_builder.football.storyline_streaks import Streak
from site_builder.language.words import message


class RunSentences(Struct, frozen=True):
    """What is said of a run in whatever matches, in those of one competition, and of one that a season began with."""

    of_all: str
    of_one: str
    of_season: str


GOES_ON: Mapping[Streak, RunSentences] = {
    Streak.WINNING: RunSentences(
        message("{team:whose} {total:nthword} win in a row"),
        message("{team:whose} {total:nthword} {competition} win in a row"),
        message("{team} won each of their first {count:word} matches of {edition}"),
    ),
    Streak.UNBEATEN: RunSentences(
        message("{team:whose} {total:nthword} match in a row without defeat"),
        message("{team:whose} {total:nthword} {competition} match in a row without defeat"),
        message("{team} were still unbeaten after {count:word} matches of {edition}"),
    ),
    Streak.LOSING: RunSentences(
        message("{team:whose} {total:nthword} defeat in a row"),
        message("{team:whose} {total:nthword} {competition} defeat in a row"),
        message("{team} lost each of their first {count:word} matches of {edition}"),
    ),
    Streak.WINLESS: RunSentences(
        message("{team:whose} {total:nthword} match in a row without a win"),
        message("{team:whose} {total:nthword} {competition} match in a row without a win"),
        message("{team} were still without a win after {count:word} matches of {edition}"),
    ),
    Streak.CLEAN_SHEETS: RunSentences(
        message("{team:whose} {total:nthword} match in a row without conceding"),
        message("{team:whose} {total:nthword} {competition} match in a row without conceding"),
        message("{team} conceded no goal in their first {count:word} matches of {edition}"),
    ),
    Streak.GOALLESS: RunSentences(
        message("{team} failed to score for the {total:nthword} match running"),
        message("{team} failed to score for the {total:nthword} {competition} match running"),
        message("{team} failed to score in any of their first {count:word} matches of {edition}"),
    ),
    Streak.SCORING: RunSentences(
        message("{team} scored for the {total:nthword} match running"),
        message("{team} scored for the {total:nthword} {competition} match running"),
        message("{team} scored in each of their first {count:word} matches of {edition}"),
    ),
}

ENDED: Mapping[Streak, RunSentences] = {
    Streak.WINNING: RunSentences(
        message("the end of {team:whose} run of {count:word} wins"),
        message("the end of {team:whose} run of {count:word} {competition} wins"),
        message("{team} failed to win for the first time in {edition}, after {count:word} wins"),
    ),
    Streak.UNBEATEN: RunSentences(
        message("{team:whose} first defeat in {total:word} matches"),
        message("{team:whose} first defeat in {total:word} {competition} matches"),
        message("{team:whose} first defeat of {edition}, in their {total:nthword} match"),
    ),
    Streak.LOSING: RunSentences(
        message("the end of {team:whose} run of {count:word} defeats"),
        message("the end of {team:whose} run of {count:word} {competition} defeats"),
        message("{team} avoided defeat for the first time in {edition}, in their {total:nthword} match"),
    ),
    Streak.WINLESS: RunSentences(
        message("{team:whose} first win in {total:word} matches"),
        message("{team:whose} first win in {total:word} {competition} matches"),
        message("{team:whose} first win of {edition}, in their {total:nthword} match"),
    ),
    Streak.CLEAN_SHEETS: RunSentences(
        message("{team} conceded for the first time in {total:word} matches"),
        message("{team} conceded for the first time in {total:word} {competition} matches"),
        message("{team} conceded for the first time in {edition}, in their {total:nthword} match"),
    ),
    Streak.CONCEDING: RunSentences(
        message("{team:whose} first clean sheet in {total:word} matches"),
        message("{team:whose} first clean sheet in {total:word} {competition} matches"),
        message("{team:whose} first clean sheet of {edition}, in their {total:nthword} match"),
    ),
    Streak.SCORING: RunSentences(
        message("{team} failed to score for the first time in {total:word} matches"),
        message("{team} failed to score for the first time in {total:word} {competition} matches"),
        message("{team} failed to score for the first time in {edition}, in their {total:nthword} match"),
    ),
    Streak.GOALLESS: RunSentences(
        message("{team} scored for the first time in {total:word} matches"),
        message("{team} scored for the first time in {total:word} {competition} matches"),
        message("{team} scored for the first time in {edition}, in their {total:nthword} match"),
    ),
}

ENDED_BY_DEFEAT = RunSentences(
    message("{other} ended {team:whose} run of {count:word} wins"),
    message("{other} ended {team:whose} run of {count:word} {competition} wins"),
    message("{other} ended the run of {count:word} wins with which {team} began {edition}"),
)
"""A winning run."""


def run_sentence(fact: Fact, terms: Terms) -> str:
    """The sentence for a run that went on or ended."""
    assert terms.streak is not None
    tables = {Fact.RUN_GOES_ON: GOES_ON, Fact.RUN_ENDED: ENDED}
    said = tables[fact][terms.streak] if fact in tables else ENDED_BY_DEFEAT
    return said.of_season if terms.of_season else said.of_one if terms.of_one else said.of_all
