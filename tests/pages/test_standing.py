"""How things stood around a match: as it was then, whatever was played since."""

from __future__ import annotations

from itertools import groupby

import pytest
from msgspec.structs import replace

from builders import TestSite, report
from pages.reading import COPPA_2021, DATA, EURO, SERIE_A_2018, WORLD_CUP, Views, league, views_of, views_of_data
from site_builder.pages import meetings
from site_builder.pages.match_view import MatchView
from site_builder.pages.season_views import FormStrip, Standing, TableView

ROUNDS = (
    "Ash 1-0 Birch, Cedar 2-2 Elm",
    "Birch 0-0 Cedar, Elm 0-3 Ash",
    "Ash 1-1 Cedar, Birch 2-0 Elm",
    "Birch 2-1 Ash, Elm 1-0 Cedar",
    "Cedar 3-0 Birch, Ash 4-0 Elm",
    "Cedar 0-2 Ash, Elm 1-1 Birch",
)


def villages(site: TestSite, rounds: int = len(ROUNDS), *more: str) -> Views:
    return views_of(site.write({"content/results/village.txt": league(*ROUNDS[:rounds], *more)}))


def shown(table: TableView | None) -> list[str]:
    assert table is not None
    return [f"{line.position} {line.team.name} {line.points}{'*' if line.marked else ''}" for line in table.lines]


def letters(strip: FormStrip) -> str:
    return "".join(mark.outcome for mark in strip.marks)


def settled(views: Views) -> dict[str, Standing]:
    """What stands on every match page, without the tie, which alone may change."""
    keys = [key.address for key in views.keys.values() if key.kind == "match"]
    return {address: replace(views.of(address, MatchView).standing, tie=None) for address in keys}


def test_the_table_stands_as_it_did_after_the_match(site: TestSite) -> None:
    found = villages(site).match("2020-09-12-birch-cedar").standing
    assert shown(found.table) == ["1 Ash 6", "2 Cedar 2*", "3 Birch 1*", "4 Elm 1"]
    assert found.stage == "Village League"
    assert found.full_table is None


def test_positions_at_kick_off_are_a_sentence(site: TestSite) -> None:
    views = villages(site)
    assert views.match("2020-09-12-birch-cedar").standing.before == "Birch stood 4th and Cedar joint 2nd at kick-off."
    assert views.match("2020-09-05-ash-birch").standing.before == ""


def test_a_team_without_a_match_is_said_to_have_none_and_stands_nowhere(site: TestSite) -> None:
    views = villages(site, 2, "Ash 2-0 Fir, Birch 2-0 Elm")
    found = views.match("2020-09-19-ash-fir").standing
    assert found.before == "Ash stood 1st at kick-off; Fir had not played yet."
    assert len(shown(found.table)) == 5
    assert len(shown(views.match("2020-09-12-birch-cedar").standing.table)) == 4


def test_a_table_of_many_is_shortened_around_the_two() -> None:
    found = views_of_data(SERIE_A_2018).match("2018-05-20-lazio-roma-inter").standing
    assert shown(found.table) == ["3 AS Roma 77", "4 Inter 72*", "5 Lazio Roma 72*", "6 AC Milan 64"]
    assert found.table is not None
    assert found.table.gaps == (0,)
    assert found.full_table is not None
    assert len(found.full_table.lines) == 20
    assert found.before == "Lazio Roma stood 4th and Inter 5th at kick-off."


def test_a_group_names_itself_beside_its_competition() -> None:
    found = views_of_data(WORLD_CUP).match("2022-11-22-argentina-saudi-arabia").standing
    assert found.stage == "World Cup, Group C"
    assert shown(found.table)[0] == "1 Saudi Arabia 3*"


def test_matches_that_kick_off_together_are_all_in_the_table(site: TestSite) -> None:
    views = villages(site)
    one, other = (views.match(f"2020-09-05-{pair}").standing.table for pair in ("ash-birch", "cedar-elm"))
    assert [line.rstrip("*") for line in shown(one)] == ["1 Ash 3", "=2 Cedar 1", "=2 Elm 1", "4 Birch 0"]
    assert shown(one) != shown(other)
    assert [line.rstrip("*") for line in shown(one)] == [line.rstrip("*") for line in shown(other)]


def test_form_is_the_last_five_over_at_kick_off_the_oldest_first(site: TestSite) -> None:
    views = villages(site)
    ash = views.match("2020-10-10-cedar-ash").standing.form[1]
    assert (ash.team.text, letters(ash)) == ("Ash", "WWDLW")
    assert ash.marks[0].text == "won 1–0 at home to Birch, Village League, 5 Sep 2020"
    assert ash.marks[3].text == "lost 2–1 away to Birch, Village League, 26 Sep 2020"
    assert ash.marks[0].href == "matches/2020/2020-09-05-ash-birch.html"
    assert views.match("2020-09-05-ash-birch").standing.form == ()


def test_form_names_the_winner_of_a_shoot_out() -> None:
    argentina = views_of_data(WORLD_CUP).match("2022-12-18-argentina-france").standing.form[0]
    assert "drew 2–2 against Netherlands, aet, Argentina won 4–3 on penalties, World Cup, 9 Dec 2022" in [
        mark.text for mark in argentina.marks
    ]


def test_form_ends_where_the_data_has_a_hole() -> None:
    views = views_of_data(SERIE_A_2018, COPPA_2021)
    texts = [mark.text for strip in views.match("2021-02-10-atalanta-ssc-napoli").standing.form for mark in strip.marks]
    assert "won 3–2 at home to Lazio Roma, Coppa Italia, 27 Jan 2021" in texts
    assert not any("2018" in text for text in texts)


def test_a_match_of_the_same_day_is_over_only_where_kick_offs_show_it(site: TestSite) -> None:
    def day(home: str, away: str, when: str) -> str:
        return report(home, away, "1-0", date=when, competition="Village Tournament")

    site.write(
        {
            "content/matches/a.md": day("Ash", "Birch", "2021-06-01 10:00"),
            "content/matches/b.md": day("Ash", "Cedar", "2021-06-01 14:00"),
            "content/matches/c.md": day("Elm", "Birch", "2021-06-01 11:00"),
            "content/matches/d.md": day("Cedar", "Elm", "2021-06-02"),
            "content/matches/e.md": day("Birch", "Cedar", "2021-06-02"),
        }
    )
    views = views_of(site)
    assert [letters(strip) for strip in views.match("2021-06-01-ash-cedar").standing.form] == ["W"]
    assert views.match("2021-06-01-elm-birch").standing.form == ()
    assert [letters(strip) for strip in views.match("2021-06-02-cedar-elm").standing.form] == ["L", "W"]


def test_a_match_without_a_kick_off_is_not_taken_for_one_of_its_day_that_was_over(site: TestSite) -> None:
    def day(home: str, away: str, score: str, when: str) -> str:
        return report(home, away, score, date=when, competition="Village Tournament")

    site.write(
        {
            "content/matches/a.md": day("Ash", "Cedar", "0-1", "2021-06-01"),
            "content/matches/b.md": day("Ash", "Birch", "1-0", "2021-06-01 11:00"),
            "content/matches/c.md": day("Ash", "Elm", "2-2", "2021-06-01 20:00"),
        }
    )
    views = views_of(site)
    assert [letters(strip) for strip in views.match("2021-06-01-ash-elm").standing.form] == ["W"]
    assert views.match("2021-06-01-ash-cedar").standing.form == ()


def test_the_balance_sums_up_earlier_meetings_for_the_home_team(site: TestSite) -> None:
    views = villages(site)
    found = views.match("2020-09-26-birch-ash").standing.balance
    assert found is not None
    assert (found.home.text, found.home_wins, found.draws, found.away_wins, found.goals) == ("Birch", 0, 0, 1, "0–1")
    assert found.coverage == "In 1 earlier meeting held here."
    assert views.match("2020-09-05-ash-birch").standing.balance is None


def test_top_scorers_are_those_of_the_moment() -> None:
    views = views_of_data(WORLD_CUP)
    early, late = (views.match(a).standing.top_scorers for a in ("2022-11-21-england-iran", "2022-12-18-argentina-france"))
    assert early is not None
    assert late is not None
    assert [(one.link.text, one.number, one.detail) for one in early.counts] == [
        ("Bukayo Saka", 2, "England"),
        ("Enner Valencia", 2, "Ecuador, 1 penalty"),
        ("Mehdi Taremi", 2, "Iran, 1 penalty"),
    ]
    assert [(one.link.text, one.number) for one in late.counts] == [("Kylian Mbappe", 8), ("Lionel Messi", 7)]
    assert late.coverage == "In all 64 matches of 2022 held here until then."


def test_leading_scorers_too_many_to_name_are_counted_where_others_are_named() -> None:
    found = views_of_data(EURO).match("2024-06-26-czech-republic-turkey").standing.scorers_before
    assert found is not None
    assert {(one.number, one.detail) for one in found.counts} == {(1, "Turkey"), (1, "Czech Republic")}
    assert found.more == "Ahead of them: 6 players with 2 goals each."
    final = views_of_data(WORLD_CUP).match("2022-12-18-argentina-france").standing.top_scorers
    assert final is not None
    assert final.more == ""


def test_a_fixture_shows_the_table_before_it_and_no_scorers(site: TestSite) -> None:
    found = villages(site, 2, "Ash v Cedar, Birch v Elm").match("2020-09-19-ash-cedar").standing
    assert found.before == "Ash stand 1st and Cedar 2nd."
    assert found.table is not None
    assert found.table.caption == "As it stood before the match"
    assert found.top_scorers is None


def test_an_undated_match_counts_in_no_form_and_no_balance(site: TestSite) -> None:
    undated = league(*ROUNDS[:2]).replace("Sat Sep 5 2020\n", "")
    views = views_of(site.write({"content/results/village.txt": undated}))
    found = views.match("2020-09-12-birch-cedar").standing
    assert found.form == ()
    assert found.balance is None


@pytest.mark.parametrize("rounds", range(1, len(ROUNDS)))
def test_later_results_never_change_what_stood(site: TestSite, rounds: int) -> None:
    before = settled(villages(site, rounds))
    after = settled(villages(site))
    assert len(before) == 2 * rounds
    assert {address: after[address] for address in before} == before


def test_teams_and_competitions_that_come_later_change_nothing_either(site: TestSite) -> None:
    before = settled(villages(site, 3))
    cup = "= Village Cup 2020/21\n\n▪ Final\nSat Nov 7 2020\n  15:00  Ash 9-0 Cedar\n"
    site.write({"content/results/cup.txt": cup})
    after = settled(villages(site, 4, "Fir 3-3 Gorse, Hazel 0-1 Ivy"))
    assert {address: after[address] for address in before} == before


def test_half_a_season_of_serie_a_stands_as_it_did(site: TestSite) -> None:
    text = (DATA / SERIE_A_2018).read_text(encoding="utf-8")
    half = text[: text.index("Matchday 11")].rpartition("\n")[0]
    before = settled(views_of(site.write({"content/results/serie-a.txt": half})))
    after = settled(views_of(site.write({"content/results/serie-a.txt": text})))
    on_time = {address: standing for address, standing in before.items() if address < "matches/2017/2017-10-30"}
    assert (len(before), len(on_time)) == (100, 99)  # a postponed one was played in January, after matches that are not held yet
    assert {address: after[address] for address in on_time} == on_time


def test_matches_are_made_season_by_season_so_that_each_season_is_computed_once(site: TestSite) -> None:
    site.write({"content/results/other.txt": league(*ROUNDS, competition="Valley League")})
    views = villages(site)
    made = [views.told(address.rpartition("/")[2]).competition for address, key in views.keys.items() if key.kind == "match"]
    assert [name for name, _ in groupby(made)] == ["valley-league", "village-league"]


def test_the_table_and_the_scorers_at_kick_off_stand_beside_those_after(site: TestSite) -> None:
    found = villages(site).match("2020-10-10-cedar-ash").standing
    assert found.table is not None
    assert found.table_before is not None
    assert found.table_before.caption == "At kick-off"
    played = [{line.team.name: line.played for line in table.lines} for table in (found.table_before, found.table)]
    assert played[1]["Ash"] == played[0]["Ash"] + 1
    assert played[1]["Cedar"] == played[0]["Cedar"] + 1


def test_few_meetings_are_counted_as_many_are(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    scores = ("2-1", "0-0", "1-3", "4-0", "1-1", "0-2", "2-2", "1-0")
    rounds = [f"Ash {score} Birch" if number % 3 else f"Birch {score} Ash" for number, score in enumerate(scores)]
    views = villages(site, 0, *rounds)
    few = {address: one.balance for address, one in settled(views).items()}
    assert sum(one is not None for one in few.values()) == len(scores) - 1
    monkeypatch.setattr(meetings, "FEW", 0)
    assert few == {address: one.balance for address, one in settled(views).items()}
    last = few[max(few)]
    assert last
    assert (last.home_wins + last.draws + last.away_wins, last.coverage) == (7, "In 7 earlier meetings held here.")
