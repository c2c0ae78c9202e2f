"""Records and rankings: what stands out, and in how many matches it was looked for."""

from __future__ import annotations

from builders import TestSite, report
from pages.reading import COPPA_2021, EURO, PREMIER_LEAGUE, SERIE_A_2018, WORLD_CUP, league, views_of, views_of_data
from site_builder.pages.season_views import CountList, Record


def record(records: tuple[Record, ...], heading: str) -> Record:
    return next(one for one in records if one.heading == heading)


def rows(one: Record) -> list[str]:
    return [f"{row.home.text} {row.score} {row.away.text}" for row in one.matches]


def ranking(counts: tuple[CountList, ...], heading: str) -> CountList:
    return next(one for one in counts if one.heading == heading)


def told(one: Record) -> str:
    return f"{one.text}, {one.coverage}"


def top(found: CountList, most: int = 2) -> list[tuple[str, int, str]]:
    return [(one.link.text, one.number, one.detail) for one in found.counts[:most]]


def test_a_season_has_its_biggest_win_and_most_goals() -> None:
    records = views_of_data(PREMIER_LEAGUE).season("premier-league/2023-24").records
    win, goals = record(records, "Biggest win"), record(records, "Most goals in a match")
    assert told(win) == "By 8 goals, in 380 matches held here"
    assert rows(win) == ["Sheffield United FC 0–8 Newcastle United FC"]
    assert told(goals) == "8 goals, 3 times, in 380 matches held here"
    assert len(goals.matches) == 3


def test_runs_are_told_with_their_first_and_last_match() -> None:
    run = record(views_of_data(SERIE_A_2018).season("serie-a/2017-18").records, "Longest winning run")
    assert told(run) == "Juventus, 12 matches from 17 December 2017 to 14 March 2018, in 380 matches held here"
    assert len(run.matches) == 2


def test_a_record_of_a_team_is_of_everything_held() -> None:
    views = views_of_data(SERIE_A_2018, COPPA_2021)
    records = views.team("atalanta").records
    assert told(record(records, "Biggest win")) == "By 5 goals, in 43 matches held here"
    assert all(row.outcome == "" for one in records for row in one.matches)


def test_few_matches_make_no_record(site: TestSite) -> None:
    rounds = ("Ash 9-0 Birch, Cedar 1-0 Elm", "Birch 1-0 Ash, Elm 1-1 Cedar")
    views = views_of(site.write({"content/results/village.txt": league(*rounds)}))
    assert views.season("village-league/2020-21").records == ()
    assert views.team("ash").records == ()


def test_crowds_are_told_with_what_is_known_of_them() -> None:
    records = views_of_data(WORLD_CUP).season("world-cup/2022").records
    assert told(record(records, "Largest crowd")) == "88,966, known in 64 of 64 matches held here"
    assert told(record(records, "Smallest crowd")) == "39,089, known in 64 of 64 matches held here"
    assert record(records, "Average crowd").matches == ()


def test_a_crowd_behind_closed_doors_is_nobody_s_smallest(site: TestSite) -> None:
    crowds = ("500", "closed doors", "300", "closed doors", "400", "closed doors")
    site.write(
        {
            f"content/matches/{n}.md": report("Ash", "Birch", "1-0", date=f"2021-03-{n:02}", round=f"Round {n}", attendance=crowd)
            for n, crowd in enumerate(crowds, 1)
        }
    )
    records = views_of(site).season("coppa-italia/2020-21").records
    assert told(record(records, "Smallest crowd")) == "300, known in 3 of 6 matches held here"
    assert told(record(records, "Average crowd")) == "400, known in 3 of 6 matches held here, 3 more behind closed doors"


def test_world_cup_2022_scorers_are_mbappe_8_and_messi_7() -> None:
    found = ranking(views_of_data(WORLD_CUP).season("world-cup/2022").counts, "Scorers")
    assert top(found) == [("Kylian Mbappe", 8, "France, 2 penalties"), ("Lionel Messi", 7, "Argentina, 4 penalties")]
    assert found.coverage == "In all 64 matches of 2022 held here."


def test_a_list_says_how_many_are_level_with_its_last() -> None:
    counts = views_of_data(WORLD_CUP).season("world-cup/2022").counts
    assert {one.heading: (len(one.counts), one.counts[-1].number, one.more) for one in counts} == {
        "Scorers": (20, 2, "11 more with 2 each."),
        "Clean sheets": (10, 2, "3 more with 2 each."),
        "Cards": (10, 2, "18 more with 2 each."),
        "Appearances": (10, 7, "17 more with 7 each."),
    }


def test_a_list_that_ends_above_the_next_says_nothing_of_them(site: TestSite) -> None:
    def goals(players: int) -> str:
        names = [f"Adam {chr(65 + number)}dler" for number in range(players)]
        return f"{{home: [{', '.join(f'{name} {minute}' + chr(39) for minute, name in enumerate(names, 1))}]}}"

    views = {
        scorers: views_of(site.write({"content/matches/a.md": report("Ash", "Birch", f"{scorers}-0", goals=goals(scorers))}))
        for scorers in (20, 21)
    }
    assert [ranking(views[scorers].team("ash").counts, "Scorers").more for scorers in (20, 21)] == ["", "1 more with 1."]


def test_own_goals_and_kicks_of_a_shoot_out_are_nobody_s_goals(site: TestSite) -> None:
    goals = "{home: \"Adam Alder 10', Carl Cole 20'(og)\", away: \"Bert Brook 30', 40'(p)\"}"
    text = report("Ash", "Birch", "2-2, 1-0 pens", goals=goals, shootout="1-0 Adam Alder, 1-0 Bert Brook (saved)")
    views = views_of(site.write({"content/matches/a.md": text}))
    found = ranking(views.season("coppa-italia/2020-21").counts, "Scorers")
    assert top(found, 9) == [("Bert Brook", 2, "Birch, 1 penalty"), ("Adam Alder", 1, "Ash")]
    assert top(ranking(views.team("ash").counts, "Scorers"), 9) == [("Adam Alder", 1, "")]


def test_scorers_that_nobody_told_are_admitted(site: TestSite) -> None:
    told = report("Ash", "Birch", "1-0", goals='{home: "Adam Alder 10\'"}')
    site.write({"content/matches/a.md": told, "content/matches/b.md": report("Birch", "Ash", "3-0", date="2021-03-01")})
    found = ranking(views_of(site).season("coppa-italia/2020-21").counts, "Scorers")
    assert found.coverage == "All scorers are known in 1 of the 2 matches of 2020–21 held here."


def test_goals_of_one_side_alone_are_listed_and_not_called_all(site: TestSite) -> None:
    views = views_of(site.write({"content/matches/a.md": report("Ash", "Birch", "1-2", goals='{home: "Adam Alder 10\'"}')}))
    found = ranking(views.season("coppa-italia/2020-21").counts, "Scorers")
    assert top(found, 9) == [("Adam Alder", 1, "Ash")]
    assert found.coverage == "All scorers are known in 0 of the 1 match of 2020–21 held here."


def test_a_season_without_any_scorer_has_no_ranking_of_them() -> None:
    headings = [one.heading for one in views_of_data(SERIE_A_2018).season("serie-a/2017-18").counts]
    assert headings == ["Clean sheets"]


def test_clean_sheets_need_scores_only() -> None:
    found = ranking(views_of_data(SERIE_A_2018).season("serie-a/2017-18").counts, "Clean sheets")
    assert top(found, 1) == [("Juventus", 22, "")]
    assert found.coverage == "In all 380 matches of 2017–18 held here."


def test_cards_and_appearances_say_in_how_few_matches_they_are_known() -> None:
    counts = views_of_data(EURO).season("euro/2024").counts
    assert ranking(counts, "Cards").coverage == "Cards are known in 4 of the 51 matches of 2024 held here."
    assert ranking(counts, "Appearances").coverage == "Both line-ups are held in 4 of the 51 matches of 2024 held here."
    assert ("Porteous", 1, "Scotland, sent off") in top(ranking(counts, "Cards"), 10)


def test_assists_are_ranked_where_they_are_told(site: TestSite) -> None:
    goals = "[{player: Adam Alder, minute: 10, assist: Dan Dell}, {player: Adam Alder, minute: 20, assist: Dan Dell}]"
    text = report("Ash", "Birch", "2-0", goals=f"{{home: {goals}}}")
    found = ranking(views_of(site.write({"content/matches/a.md": text})).season("coppa-italia/2020-21").counts, "Assists")
    assert top(found) == [("Dan Dell", 2, "Ash")]
