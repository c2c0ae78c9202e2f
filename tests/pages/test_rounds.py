"""The order of a season's rounds: the last one first, whatever was put off."""

from __future__ import annotations

from datetime import date

from builders import TestSite, report
from pages.reading import views_of
from site_builder.football.model import Match, Season, Stage
from site_builder.pages.rounds import in_place


def match(day: str, stage: Stage) -> Match:
    number = f"{day}-{stage}"
    return Match(number, "league", Season(2020, 2021), "ash", "birch", date.fromisoformat(day) if day else None, stage=stage)


def order(*told: tuple[str, str]) -> list[str]:
    """Headings in order; each told with the days of its matches."""
    held = {name: [match(day, Stage(round=name)) for day in days.split() or [""]] for name, days in told}
    return [one.heading for one in sorted(in_place(held), key=lambda one: one.order)]


def test_a_match_that_was_put_off_leaves_its_matchday_where_it_was() -> None:
    told = (("Matchday 1", "2020-09-01 2020-09-02 2021-05-20"), ("Matchday 2", "2020-09-08"), ("Matchday 3", "2020-09-15"))
    assert order(*told) == ["Matchday 3", "Matchday 2", "Matchday 1"]


def test_a_whole_matchday_that_was_put_off_keeps_its_number() -> None:
    told = (("Matchday 9", "2020-09-01"), ("Matchday 10", "2021-05-20"), ("Matchday 11", "2020-09-15"))
    assert order(*told) == ["Matchday 11", "Matchday 10", "Matchday 9"]


def test_matchdays_of_two_halves_of_a_year_do_not_mix() -> None:
    told = (
        ("Apertura, Matchday 1", "2020-02-01"),
        ("Clausura, Matchday 1", "2020-08-01"),
        ("Apertura, Matchday 2", "2020-02-08"),
        ("Clausura, Matchday 2", "2020-08-08"),
    )
    assert order(*told) == ["Clausura, Matchday 2", "Clausura, Matchday 1", "Apertura, Matchday 2", "Apertura, Matchday 1"]


def test_groups_come_by_name_below_the_rounds_that_follow_them() -> None:
    told = (
        ("Group B", "2020-06-02 2020-06-30"),
        ("Group A", "2020-06-01"),
        ("Final", "2020-07-15"),
        ("Third place", "2020-07-15"),
    )
    assert order(*told) == ["Final", "Third place", "Group A", "Group B"]


def test_rounds_of_which_no_day_is_known_come_by_their_place_in_the_competition() -> None:
    assert order(("Round 1", ""), ("Round 2", ""), ("Semi-finals", ""), ("Final", "")) == [
        "Final",
        "Semi-finals",
        "Round 2",
        "Round 1",
    ]


def test_where_no_match_names_a_round_results_stand_under_their_days(site: TestSite) -> None:
    told = {"2021-09-02": ("Poland", "Albania", "4-1"), "2021-09-05": ("San Marino", "Poland", "1-7")}
    files = {
        f"content/matches/{day}.md": report(*match, date=day, season="2022", competition="World Cup qualification")
        for day, match in told.items()
    }
    rounds = views_of(site.write(files)).season("world-cup-qualification/2022").rounds
    assert [(one.heading, [row.score for row in one.rows]) for one in rounds] == [
        ("Sunday 5 September 2021", ["1–7"]),
        ("Thursday 2 September 2021", ["4–1"]),
    ]
