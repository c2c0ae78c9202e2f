"""The sentences of storylines, one for each fact; runs have theirs in `run_sentences`.

``{team}``, ``{other}``, ``{player}`` and ``{players}`` are names, ``{score}`` and
``{final}`` have the goals of ``{team}`` first, ``{minute}`` and ``{then}`` are noun phrases
(`minutes`), and so is ``{goal}``; ``{edition}`` is a competition's season.
"""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.football.storyline_facts import Coverage, Ending, Fact, GoalTold
from site_builder.language.words import message

SENTENCES: Mapping[Fact, str] = {
    Fact.LED_AT_HALF_TIME: message("{team} led {score} at half-time"),
    Fact.WINNER: message("{player} scored the winner in {minute}"),
    Fact.WINNER_BY_SUBSTITUTE: message("substitute {player} scored the winner in {minute}"),
    Fact.GOAL_WAS_WINNER: message("{goal} was the winner"),
    Fact.FORCED_EXTRA_TIME: message("{goal} forced extra time"),
    Fact.FORCED_SHOOTOUT: message("{goal} forced a shoot-out"),
    Fact.LEVELLED: message("{goal} made it {score}"),
    Fact.EARLY_GOAL: message("{player} scored in {minute}"),
    Fact.EARLY_OWN_GOAL: message("an own goal by {player} opened the scoring in {minute}"),
    Fact.BURST: message("{count:word} {team} goals in {total:word} minutes turned {score} into {final}"),
    Fact.BURST_IN_A_MINUTE: message("{count:word} {team} goals in the same minute turned {score} into {final}"),
    Fact.SCORER_SENT_OFF: message("{player} scored, then was sent off in {minute}"),
    Fact.HAT_TRICK: message("{player} scored a hat-trick"),
    Fact.HAT_TRICK_OF_SEASON: message("{player} scored a hat-trick, the {count:nthword} of {edition}"),
    Fact.HAT_TRICKS: message("{players} scored hat-tricks"),
    Fact.THREE_GOALS_EACH: message("{players} scored three goals or more each"),
    Fact.MANY_GOALS_OF_ONE: message("{player} scored {count:word} goals"),
    Fact.ONLY_GOAL_WAS_OWN: message("the only goal was an own goal, by {player}"),
    Fact.OWN_GOALS: message("{count:word} of the {total:word} goals were own goals"),
    Fact.PENALTIES: message("{count:word} of the {total:word} goals came from penalties"),
    Fact.SUBSTITUTE_TWICE: message("{player}, who came on as a substitute, scored twice"),
    Fact.SUBSTITUTE_WON: message("{player}, who came on as a substitute, scored the winner in {then}"),
    Fact.TIE_TURNED: message("{team} lost the first leg {score} and still won the tie"),
    Fact.TIE_KEPT: message("{team} lost by {count:word} goals and still won the tie, having won the first leg {score}"),
    Fact.LEVEL_UNTIL_GOAL: message("the tie was level on aggregate until {player:whose} goal in {minute}"),
    Fact.LEVEL_UNTIL_OWN_GOAL: message("the tie was level on aggregate until an own goal by {player} in {minute}"),
    Fact.NO_KICK_SCORED: message("{team} did not score a single penalty in the shoot-out"),
    Fact.LONG_SHOOTOUT: message("the shoot-out went on until {score}"),
    Fact.ANOTHER_SHOOTOUT: message("{team} won a {count:nthword} shoot-out in {edition}"),
    Fact.FIRST_HOME_DEFEAT: message("{team:whose} first home defeat of {edition}, in the {count:nthword} home match held here"),
    Fact.FIRST_HOME_POINTS_DROPPED: message(
        "{team} failed to win at home for the first time in {edition}, in the {count:nthword} home match held here"
    ),
    Fact.FIRST_HOME_WIN: message("{team:whose} first home win of {edition}, in the {count:nthword} home match held here"),
    Fact.FIRST_AWAY_DEFEAT: message("{team:whose} first away defeat of {edition}, in the {count:nthword} away match held here"),
    Fact.FIRST_AWAY_WIN: message("{team:whose} first away win of {edition}, in the {count:nthword} away match held here"),
    Fact.FIRST_WIN_OVER: message("{team:whose} first win over {other} in {count:word} meetings held here"),
    Fact.FIRST_WIN_AT_HOME_TO: message("{team:whose} first win at home to {other} in {count:word} such meetings held here"),
    Fact.FIRST_WIN_AWAY_TO: message("{team:whose} first win away to {other} in {count:word} such meetings held here"),
    Fact.WINS_OVER: message("{team:whose} {count:nthword} win in a row over {other} in the meetings held here"),
    Fact.UNBEATEN_AGAINST: message(
        "{team:whose} {count:nthword} meeting with {other} in a row without defeat, of those held here"
    ),
    Fact.DRAWS_BETWEEN: message("the {count:nthword} draw in a row between the two in the meetings held here"),
    Fact.BIGGEST_BETWEEN: message("the biggest win for either side in the {count:word} meetings held here"),
    Fact.BIGGEST_WIN_OF_SEASON: message("{team:whose} {score} was the biggest win of {edition} to that point"),
    Fact.BIGGEST_AWAY_WIN_OF_SEASON: message("{team:whose} {score} was the biggest away win of {edition} to that point"),
    Fact.MOST_GOALS_OF_SEASON: message("{count:word} goals were the most in a match of {edition} to that point"),
    Fact.BIGGEST_WIN_OF_TEAM: message("{team:whose} biggest win of {edition} to that point"),
    Fact.HEAVIEST_DEFEAT_OF_TEAM: message("{team:whose} heaviest defeat of {edition} to that point"),
    Fact.LARGEST_CROWD: message("the crowd of {count} was the largest of {edition} to that point ({total} crowds known here)"),
    Fact.FIRST_GOALLESS: message("the first match of {edition} without a goal"),
    Fact.SCORING_STREAK: message("{player} scored in a {count:nthword} {competition} match running"),
    Fact.TALLY: message("{player} reached {count:word} goals in {edition}"),
}

ENDINGS: Mapping[tuple[Fact, Ending], str] = {
    (Fact.CAME_FROM, Ending.WIN): message("{team} came from {score} down to win {final}"),
    (Fact.CAME_FROM, Ending.WIN_AFTER_EXTRA_TIME): message("{team} came from {score} down to win {final} after extra time"),
    (Fact.CAME_FROM, Ending.WIN_ON_PENALTIES): message("{team} came from {score} down to win on penalties"),
    (Fact.CAME_FROM, Ending.DRAW): message("{team} came from {score} down to draw {final}"),
    (Fact.CAME_FROM, Ending.DRAW_AFTER_EXTRA_TIME): message("{team} came from {score} down to draw {final} after extra time"),
    (Fact.CAME_FROM, Ending.SHOOTOUT): message("{team} came from {score} down to take the match to penalties"),
    (Fact.BEHIND_UNTIL, Ending.WIN): message("{team} were {score} down until {minute} and came back to win {final}"),
    (Fact.BEHIND_UNTIL, Ending.WIN_AFTER_EXTRA_TIME): message(
        "{team} were {score} down until {minute} and came back to win {final} after extra time"
    ),
    (Fact.TRAILED_AT_HALF_TIME, Ending.WIN): message("{team} trailed {score} at half-time and came back to win {final}"),
    (Fact.TRAILED_AT_HALF_TIME, Ending.WIN_AFTER_EXTRA_TIME): message(
        "{team} trailed {score} at half-time and came back to win {final} after extra time"
    ),
    (Fact.TRAILED_AT_HALF_TIME, Ending.WIN_ON_PENALTIES): message(
        "{team} trailed {score} at half-time and came back to win on penalties"
    ),
    (Fact.TRAILED_AT_HALF_TIME, Ending.DRAW): message("{team} trailed {score} at half-time and came back to draw {final}"),
    (Fact.TRAILED_AT_HALF_TIME, Ending.DRAW_AFTER_EXTRA_TIME): message(
        "{team} trailed {score} at half-time and came back to draw {final} after extra time"
    ),
    (Fact.TRAILED_AT_HALF_TIME, Ending.SHOOTOUT): message(
        "{team} trailed {score} at half-time and came back to take the match to penalties"
    ),
    (Fact.TEN_MEN, Ending.WIN): message("with ten men from {minute}, {team} still won"),
    (Fact.TEN_MEN, Ending.DRAW): message("with ten men from {minute}, {team} still drew"),
    (Fact.TEN_MEN, Ending.SHOOTOUT): message("with ten men from {minute}, {team} reached a shoot-out"),
    (Fact.NINE_MEN, Ending.WIN): message("with ten men from {minute} and nine from {then}, {team} still won"),
    (Fact.NINE_MEN, Ending.DRAW): message("with ten men from {minute} and nine from {then}, {team} still drew"),
    (Fact.NINE_MEN, Ending.SHOOTOUT): message("with ten men from {minute} and nine from {then}, {team} reached a shoot-out"),
}

BOTH: Mapping[Fact, str] = {
    Fact.OWN_GOALS: message("both goals were own goals"),
    Fact.PENALTIES: message("both goals came from penalties"),
}
ALL: Mapping[Fact, str] = {
    Fact.OWN_GOALS: message("all {count:word} goals were own goals"),
    Fact.PENALTIES: message("all {count:word} goals came from penalties"),
}

CAME_ON: Mapping[Fact, str] = {
    Fact.SUBSTITUTE_TWICE: message("{player}, who came on in {minute}, scored twice"),
    Fact.SUBSTITUTE_WON: message("{player}, who came on in {minute}, scored the winner in {then}"),
}
"""Where it is known when a substitute came on."""

WHOLE_SEASON: Mapping[Fact, str] = {
    Fact.FIRST_HOME_DEFEAT: message("{team:whose} first home defeat of {edition}, in their {count:nthword} home match"),
    Fact.FIRST_HOME_POINTS_DROPPED: message(
        "{team} failed to win at home for the first time in {edition}, in their {count:nthword} home match"
    ),
    Fact.FIRST_HOME_WIN: message("{team:whose} first home win of {edition}, in their {count:nthword} home match"),
    Fact.FIRST_AWAY_DEFEAT: message("{team:whose} first away defeat of {edition}, in their {count:nthword} away match"),
    Fact.FIRST_AWAY_WIN: message("{team:whose} first away win of {edition}, in their {count:nthword} away match"),
}
"""Where no match of a team's season is missing."""

SINCE: Mapping[Fact, str] = {
    Fact.FIRST_WIN_OVER: message(
        "{team:whose} first win over {other} since {day}, after {count:word} meetings held here without one"
    ),
    Fact.FIRST_WIN_AT_HOME_TO: message(
        "{team:whose} first win at home to {other} since {day}, after {count:word} such meetings held here without one"
    ),
    Fact.FIRST_WIN_AWAY_TO: message(
        "{team:whose} first win away to {other} since {day}, after {count:word} such meetings held here without one"
    ),
}

GOALS: Mapping[tuple[GoalTold, bool], str] = {
    (GoalTold.GOAL, False): message("{player:whose} goal in {minute}"),
    (GoalTold.GOAL, True): message("substitute {player:whose} goal in {minute}"),
    (GoalTold.SECOND_GOAL, False): message("{player:whose} {count:nthword} goal, in {minute},"),
    (GoalTold.SECOND_GOAL, True): message("substitute {player:whose} {count:nthword} goal, in {minute},"),
    (GoalTold.PENALTY, False): message("{player:whose} penalty in {minute}"),
    (GoalTold.PENALTY, True): message("substitute {player:whose} penalty in {minute}"),
    (GoalTold.OWN_GOAL, False): message("an own goal by {player} in {minute}"),
}
"""Goals as subjects of sentences; True for those of a substitute."""

COVERED: Mapping[Coverage, str] = {
    Coverage.MATCHES: message("{fact} ({held:word} matches held here)"),
    Coverage.MATCHES_OF_TEAM: message("{fact} ({held:word} {team} matches held here)"),
    Coverage.OF_THE_MATCHES: message("{fact}, of the matches held here"),
    Coverage.IN_THE_MATCHES: message("{fact} in the matches held here"),
    Coverage.OF_THESE: message("{fact} held here"),
}
"""A fact with what has to be said about coverage."""
