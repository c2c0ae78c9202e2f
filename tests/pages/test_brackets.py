"""Ties and brackets as pages show them: who met whom, who went through, and on what."""

from __future__ import annotations

from builders import TestSite, report
from pages.reading import CHAMPIONS_2021, COPPA_2021, WORLD_CUP, Views, views_of, views_of_data
from site_builder.pages.season_views import BracketView, TieView

PORTO_AT_JUVENTUS = "2021-03-09-juventus-fc-porto"


def bracket(views: Views, season: str) -> BracketView:
    (found,) = [stage.bracket for stage in views.season(season).stages if stage.bracket]
    return found


def tie(found: BracketView, *teams: str) -> TieView:
    ties = (one for held in found.rounds for one in held.ties)
    return next(one for one in ties if {one.home.team.name, one.away.team.name} == set(teams))


def cup(*matches: str) -> str:
    """A cup as Football.TXT: each text is a round's name, a colon, and its matches a week apart."""
    days = iter(("Sat Sep 5", "Sat Sep 12", "Sat Sep 19", "Sat Sep 26", "Sat Oct 3"))
    parts = ["= Village Cup 2020/21\n"]
    for text in matches:
        name, _, lines = text.partition(":")
        parts.append(f"\n▪ {name}\n" + "".join(f"{next(days)} 2020\n  {line.strip()}\n" for line in lines.split(",")))
    return "".join(parts)


def villages(site: TestSite, *matches: str, rules: str = "") -> BracketView:
    site.write({"content/results/cup.txt": cup(*matches)})
    if rules:
        site.write({"content/competitions/village-cup.md": f"---\nname: Village Cup\nrules: {rules}\n---\n"})
    return bracket(views_of(site), "village-cup/2020-21")


def test_a_tie_on_away_goals_says_so_with_the_aggregate() -> None:
    found = tie(bracket(views_of_data(CHAMPIONS_2021), "champions-league/2020-21"), "Juventus", "FC Porto")
    assert (found.home.team.name, found.home.goals, found.away.goals) == ("FC Porto", "4", "4")
    assert (found.home.won, found.away.won) == (True, False)
    assert found.verdict == "FC Porto went through on away goals, 4–4 on aggregate"
    assert [row.score for row in found.matches] == ["2–1", "3–2"]


def test_ties_that_feed_one_stand_next_to_each_other() -> None:
    found = bracket(views_of_data(COPPA_2021), "coppa-italia/2020-21")
    quarter, semi, final = found.rounds[-3:]
    assert [held.name for held in found.rounds[-3:]] == ["Quarter-finals", "Semi-finals", "Final"]
    for number, one in enumerate(semi.ties):
        winners = {
            side.team.name for fed in quarter.ties[2 * number : 2 * number + 2] for side in (fed.home, fed.away) if side.won
        }
        assert winners == {one.home.team.name, one.away.team.name}
    assert found.winner is not None
    assert found.winner.name == "Juventus"
    assert [final.ties[0].home.won, final.ties[0].away.won] == [False, True]


def test_rounds_of_very_many_ties_are_left_to_the_results() -> None:
    views = views_of_data(COPPA_2021)
    assert [held.name for held in bracket(views, "coppa-italia/2020-21").rounds][:2] == ["Round of 16", "Quarter-finals"]
    assert [group.heading for group in views.season("coppa-italia/2020-21").rounds][-2:] == ["Round 2", "Round 1"]


def test_a_round_that_sources_spell_differently_is_listed_once(site: TestSite) -> None:
    villages(site, "Semifinals: Ash 1-0 Birch")
    text = report("Cedar", "Elm", "2-0", date="2020-09-06", round="Semi-finals", competition="Village Cup")
    body = views_of(site.write({"content/matches/one.md": text})).season("village-cup/2020-21")
    assert [(group.heading, len(group.rows)) for group in body.rounds] == [("Semi-finals", 2)]


def test_a_single_match_needs_no_sentence_unless_its_score_is_not_all() -> None:
    found = bracket(views_of_data(COPPA_2021), "coppa-italia/2020-21")
    assert tie(found, "Atalanta", "Lazio Roma").verdict == ""
    assert tie(found, "Juventus", "Genoa CFC").verdict == "Juventus went through after extra time"
    assert tie(found, "AC Milan", "Torino FC").verdict == "AC Milan went through 5–4 on penalties"
    assert tie(found, "AS Roma", "Spezia Calcio").verdict == "Spezia Calcio went through by a walkover"


def test_after_a_final_nobody_goes_through_but_wins() -> None:
    found = bracket(views_of_data(WORLD_CUP), "world-cup/2022")
    assert tie(found, "Argentina", "France").verdict == "Argentina won 4–2 on penalties"
    assert found.third_place is not None
    assert (found.third_place.home.team.name, found.third_place.home.won) == ("Croatia", True)
    assert "Third place play-off" not in [held.name for held in found.rounds]


def test_a_replay_decides_the_tie(site: TestSite) -> None:
    rules = "[{stage: knockout, ties: {legs: 1, then: [replay]}}]"
    found = villages(site, "Semi-finals: Ash 1-1 Birch, Birch 2-0 Ash", rules=rules)
    one = tie(found, "Ash", "Birch")
    assert (one.home.goals, one.away.goals, one.verdict) == ("0", "2", "Birch went through after a replay")


def test_a_tie_that_is_not_over_names_nobody(site: TestSite) -> None:
    found = villages(site, "Semi-finals: Ash 1-1 Birch")
    one = tie(found, "Ash", "Birch")
    assert (one.verdict, one.home.won, one.away.won) == ("", False, False)
    assert found.winner is None


def test_who_plays_the_next_round_went_through_whatever_else_is_unknown(site: TestSite) -> None:
    found = villages(site, "Semi-finals: Ash 1-1 Birch, Cedar 2-1 Elm", "Final: Cedar 0-1 Birch")
    one = tie(found, "Ash", "Birch")
    assert (one.verdict, one.away.won) == ("Birch went through", True)


def test_the_second_leg_says_under_its_score_who_went_through() -> None:
    views = views_of_data(CHAMPIONS_2021, COPPA_2021)
    notes = views.match(PORTO_AT_JUVENTUS).line.notes
    assert notes[-1] == "FC Porto went through on away goals, 4–4 on aggregate"
    assert not any("aggregate" in note for note in views.match("2021-02-17-fc-porto-juventus").line.notes)
    assert views.match("2021-02-10-atalanta-ssc-napoli").line.notes == (
        "Half-time 2–0",
        "Atalanta went through 3–1 on aggregate",
    )


def test_a_shoot_out_is_told_once_and_the_aggregate_beside_it(site: TestSite) -> None:
    first = report("Ash", "Birch", "1-0", date="2021-03-01", round="Semi-finals", leg="1", competition="Village Cup")
    second = report(
        "Birch", "Ash", "1-0 aet, 4-2 pens", date="2021-03-08", round="Semi-finals", leg="2", competition="Village Cup"
    )
    views = views_of(site.write({"content/matches/a.md": first, "content/matches/b.md": second}))
    assert views.match("2021-03-08-birch-ash").line.notes == (
        "After extra time",
        "Birch won 4–2 on penalties",
        "1–1 on aggregate",
    )


def test_an_author_says_who_went_through_where_the_score_does_not(site: TestSite) -> None:
    text = report("Ash", "Birch", "1-1", date="2021-03-01", competition="Village Shield", winner="away")
    views = views_of(site.write({"content/matches/a.md": text}))
    assert views.match("2021-03-01-ash-birch").line.notes == ("Birch went through",)


def test_a_match_that_was_not_played_or_whose_score_was_overruled_says_who_went_through(site: TestSite) -> None:
    cup = "content/results/efl-cup/2020-21.csv"
    row = "date,round,home,away,score,status,winner\n2020-09-22,Round 3,Leyton Orient,Tottenham,,cancelled,away\n"
    views = views_of(site.write({cup: row}))
    assert views.match("2020-09-22-leyton-orient-tottenham").line.notes == ("Cancelled", "Tottenham went through by a walkover")
    rows = "date,round,home,away,score,winner\n2006-12-02,Round 2,Chester,Bury,2-2,\n2006-12-12,Round 2,Bury,Chester,3-1,away\n"
    views = views_of(site.write({"content/results/fa-cup/2006-07.csv": rows}))
    assert views.match("2006-12-12-bury-chester").line.notes == ("Chester went through by a walkover",)
    only = rows.replace("2006-12-02,Round 2,Chester,Bury,2-2,\n", "")
    views = views_of(site.write({"content/results/fa-cup/2006-07.csv": only}))
    assert views.match("2006-12-12-bury-chester").line.notes == ("Chester went through by a walkover",)


def test_the_other_legs_are_those_of_the_tie() -> None:
    views = views_of_data(CHAMPIONS_2021)
    assert [row.score for row in views.match(PORTO_AT_JUVENTUS).other_legs] == ["2–1"]
    assert views.match("2020-12-08-fc-barcelona-juventus").other_legs == ()


def test_the_tie_box_shows_what_came_later() -> None:
    found = views_of_data(CHAMPIONS_2021).match("2021-02-17-fc-porto-juventus").standing.tie
    assert found is not None
    assert found.verdict == "FC Porto went through on away goals, 4–4 on aggregate"


def test_the_rules_of_ties_are_told() -> None:
    rules = views_of_data(WORLD_CUP).season("world-cup/2022").rules
    assert rules.endswith("; level ties are decided by extra time, then penalties.")


def test_the_goal_that_takes_a_second_leg_to_penalties_is_not_its_winner(site: TestSite) -> None:
    """A leg won after being behind, with a shoot-out behind it, has an ending of its own."""
    legs = {"round": "Semi-finals", "competition": "Village Cup"}
    first = report("Ash", "Birch", "1-0", date="2021-03-01", leg="1", **legs)
    goals = '{home: "Conti 60\', 89\'", away: "Galli 20\'"}'
    men = '{home: "Ferri 30\' (R)"}'
    second = report("Birch", "Ash", "2-1 aet, 2-4 pens", date="2021-03-08", leg="2", goals=goals, cards=men, **legs)
    site.write({"content/matches/a.md": first, "content/matches/b.md": second}).build()
    page = site.page("matches/2021/2021-03-08-birch-ash.html")
    assert "second goal, in the 89th minute, forced extra time." in page
    assert "With ten men from the 30th minute, Birch reached a shoot-out." in page
    assert "the winner" not in page
    assert "still won" not in page
