"""World Cups and Euros: from Football.TXT in both its forms, and from lists of internationals that tell no rounds."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from builders import TestSite
from football_site.open_data import DATA, built, document, order, outcome, results, season, stage, table, tie

FULL = ("football-txt/worldcup/2022/2022_full.txt",)
CUP = ("football-txt/worldcup/2022/cup.txt", "football-txt/worldcup/2022/cup_finals.txt")
INTERNATIONAL = tuple(f"international/{name}.csv" for name in ("results", "goalscorers", "shootouts"))
WINNERS = {"A": "Netherlands", "B": "England", "C": "Argentina", "D": "France"} | {
    "E": "Japan", "F": "Morocco", "G": "Brazil", "H": "Portugal",
}  # fmt: skip


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    return built(tmp_path_factory.mktemp("full"), results(*FULL))


@pytest.fixture(scope="module")
def cup(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    return built(tmp_path_factory.mktemp("cup"), results(*CUP))


@pytest.fixture(scope="module")
def internationals(tmp_path_factory: pytest.TempPathFactory) -> TestSite:
    return built(tmp_path_factory.mktemp("internationals"), results(*INTERNATIONAL))


def test_both_forms_tell_the_same_groups_and_the_same_bracket(full: TestSite, cup: TestSite) -> None:
    one, other = season(full, "world-cup/2022"), season(cup, "world-cup/2022")
    assert [stage["name"] for stage in one["stages"]] == [*(f"Group {letter}" for letter in WINNERS), "Knockout"]
    assert {letter: order(one, f"Group {letter}")[0][1] for letter in WINNERS} == WINNERS
    assert one["stages"] == other["stages"]


def test_argentina_win_the_final_of_2022_on_penalties(full: TestSite) -> None:
    told = season(full, "world-cup/2022")
    assert outcome(tie(told, "Final", "Argentina", "France")) == ("Argentina", "penalties", [3, 3])
    final = document(full, "matches/2022/2022-12-18-argentina-france")
    assert (final["score"], final["shootout"]) == ([3, 3], [4, 2])
    assert "Argentina won 4–2 on penalties" in full.told("matches/2022/2022-12-18-argentina-france.html")


def test_kicks_of_a_shoot_out_and_own_goals_are_nobodys_goals(full: TestSite, cup: TestSite) -> None:
    for site in (full, cup):
        scorers = [(one["player"].replace("é", "e"), one["goals"]) for one in season(site, "world-cup/2022")["scorers"]]
        assert scorers[:2] == [("Kylian Mbappe", 8), ("Lionel Messi", 7)]
        goals = [goal for path in season(site, "world-cup/2022")["matches"] for goal in document(site, path).get("goals", ())]
        own = sum(goal.get("kind") == "own_goal" for goal in goals)
        assert (len(goals), own, sum(count for _, count in scorers)) == (172, 2, 170)


def test_every_match_of_2022_has_its_line_ups(full: TestSite) -> None:
    for path in season(full, "world-cup/2022")["matches"]:
        sides = document(full, path)["line_ups"]
        assert {len([p for line in sides[side]["lines"] for p in line]) for side in ("home", "away")} == {11}


def test_internationals_without_rounds_are_listed_in_no_table_and_no_bracket(internationals: TestSite) -> None:
    told = season(internationals, "world-cup/2022")
    assert (told["stages"], len(told["matches"])) == ([], 64)
    assert told["scorers"][0] == {"player": "Kylian Mbappé", "team": "France", "goals": 8, "penalties": 2}
    page = internationals.page("competitions/world-cup/2022.html")
    assert "<table" not in page.split("Scorers", maxsplit=1)[0]
    assert "rule book" not in page
    assert "stood" not in internationals.page("matches/2022/2022-12-18-argentina-france.html")


def with_rounds(*named: tuple[int, str]) -> str:
    """Rows with the rounds of the last matches of 2022, as an author may add them: so many of each."""
    rows = [
        row
        for row in csv.DictReader((DATA / INTERNATIONAL[0]).read_text(encoding="utf-8").splitlines())
        if row["date"] > "2022-12-02"
    ]
    rows = [row for row in rows if row["tournament"] == "FIFA World Cup" and row["date"][:4] == "2022"][-16:]
    names = [name for count, name in named for _ in range(count)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("competition", "season", "date", "home", "away", "round"))
    for row, name in zip(rows, names, strict=True):
        writer.writerow(("World Cup", "2022", row["date"], row["home_team"], row["away_team"], name))
    return text.getvalue()


def test_rows_that_tell_the_rounds_place_the_same_matches(tmp_path: Path) -> None:
    rounds = with_rounds((8, "Round of 16"), (4, "Quarter-finals"), (2, "Semi-finals"), (1, "Third place"), (1, "Final"))
    site = built(tmp_path, results(*INTERNATIONAL), {"content/results/rounds.csv": rounds})
    told = season(site, "world-cup/2022")
    assert [one["name"] for one in told["stages"]] == ["Knockout"]
    assert len(stage(told, "Knockout")["ties"]) == 16
    assert outcome(tie(told, "Final", "Argentina", "France")) == ("Argentina", "penalties", [3, 3])
    assert outcome(tie(told, "Third place play-off", "Croatia", "Morocco")) == ("Croatia", "score", [2, 1])
    assert len(told["matches"]) == 64


GROUP_2_OF_1966 = """group,date,home,away,score
Group 2,1966-07-12,West Germany,Switzerland,5-0
Group 2,1966-07-13,Argentina,Spain,2-1
Group 2,1966-07-15,Spain,Switzerland,2-1
Group 2,1966-07-16,Argentina,West Germany,0-0
Group 2,1966-07-19,Argentina,Switzerland,2-0
Group 2,1966-07-20,West Germany,Spain,2-1
"""


def test_level_teams_of_1966_are_parted_by_goal_average(site: TestSite) -> None:
    site.write({"content/results/world-cup/1966.csv": GROUP_2_OF_1966})
    site.build()
    told = season(site, "world-cup/1966")
    assert order(told, "Group 2") == [(1, "West Germany"), (2, "Argentina"), (3, "Spain"), (4, "Switzerland")]
    assert table(told, "Group 2")[0]["decided_by"] == "goal_average"
    assert "West Germany stand above Argentina on goal average, 7.000 to 4.000." in site.told("competitions/world-cup/1966.html")
