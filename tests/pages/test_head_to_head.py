"""Pages of two teams: who has one, where it lives, what it sums up, and who leads to it."""

from __future__ import annotations

from builders import TestSite, report
from pages.reading import COPPA_2021, SERIE_A_2018, Views, views_of, views_of_data

SITE = 'title = "Villages"\n[head_to_head]\nminimum_meetings = {}\n'


def played(site: TestSite, *matches: tuple[str, str, str | None], minimum: int = 3) -> Views:
    """A site of matches, a week apart."""
    days = [f"2021-{month:02}-{day:02}" for month in (3, 4) for day in (1, 8, 15, 22)]
    site.write({"site.toml": SITE.format(minimum)})
    for number, ((home, away, score), day) in enumerate(zip(matches, days, strict=False)):
        site.write({f"content/matches/{number}.md": report(home, away, score, date=day, competition="Village Cup")})
    return views_of(site)


THREE: tuple[tuple[str, str, str | None], ...] = (("Ash", "Birch", "3-1"), ("Birch", "Ash", "0-0"), ("Birch", "Ash", "1-0"))


def pages(views: Views) -> list[str]:
    return sorted(address for address in views.keys if address.startswith("head-to-head/"))


def test_two_teams_that_met_often_enough_have_a_page(site: TestSite) -> None:
    assert pages(played(site, *THREE)) == ["head-to-head/ash-birch"]
    assert pages(played(site, *THREE, minimum=4)) == []


def test_only_results_are_meetings(site: TestSite) -> None:
    assert pages(played(site, *THREE[:2], ("Ash", "Birch", None))) == []


def test_the_balance_is_told_from_the_first_by_slug(site: TestSite) -> None:
    found = played(site, *THREE, ("Birch", "Ash", None)).meetings("ash-birch")
    assert (found.home.name, found.away.name) == ("Ash", "Birch")
    balance = found.balance
    assert (balance.home_wins, balance.draws, balance.away_wins, balance.goals) == (1, 1, 1, "3–2")
    assert balance.coverage == "In 3 meetings held here."
    assert [(fact.label, fact.value) for fact in found.by_competition] == [("Village Cup", "3 matches: 1–1–1")]


def test_the_newest_meeting_comes_first_and_what_is_to_come_stands_apart(site: TestSite) -> None:
    found = played(site, *THREE, ("Birch", "Ash", None)).meetings("ash-birch")
    assert [(group.heading, [row.score for row in group.rows]) for group in found.groups] == [("2020–21", ["1–0", "0–0", "3–1"])]
    assert [row.day.iso for row in found.fixtures if row.day] == ["2021-03-22"]


def test_records_of_both_are_told(site: TestSite) -> None:
    records = played(site, *THREE).meetings("ash-birch").records
    assert [(one.heading, f"{one.text}, {one.coverage}") for one in records] == [
        ("Biggest win of Ash", "By 2 goals, in 3 matches held here"),
        ("Biggest win of Birch", "By 1 goal, in 3 matches held here"),
        ("Most goals in a match", "4 goals, in 3 matches held here"),
    ]


def test_matches_and_teams_lead_to_the_page(site: TestSite) -> None:
    views = played(site, *THREE, ("Ash", "Cedar", "1-0"))
    link = views.match("2021-03-08-birch-ash").head_to_head
    assert link is not None
    assert (link.text, link.href) == ("Birch v Ash: every meeting", "head-to-head/ash-birch.html")
    assert views.match("2021-03-22-ash-cedar").head_to_head is None
    assert [(rival.text, rival.href) for rival in views.team("ash").rivals] == [("Birch", "head-to-head/ash-birch.html")]


def test_of_two_pairs_with_one_address_the_first_has_the_page(site: TestSite) -> None:
    views = played(
        site,
        ("Ash", "Birch Town", "1-0"),
        ("Ash", "Birch Town", "2-0"),
        ("Ash Birch", "Town", "3-0"),
        ("Ash Birch", "Town", "4-0"),
        minimum=2,
    )
    assert pages(views) == ["head-to-head/ash-birch-town"]
    assert views.meetings("ash-birch-town").home.name == "Ash"
    assert views.match("2021-03-01-ash-birch-town").head_to_head is not None
    assert views.match("2021-03-15-ash-birch-town").head_to_head is None


def test_meetings_of_all_competitions_are_on_one_page() -> None:
    found = views_of_data(SERIE_A_2018, COPPA_2021).meetings("atalanta-lazio-roma")
    assert [fact.label for fact in found.by_competition] == ["Serie A", "Coppa Italia"]
    assert [group.heading for group in found.groups] == ["2020–21", "2017–18"]


def test_the_page_is_built(site: TestSite) -> None:
    played(site, *THREE)
    site.build()
    assert "Every meeting" in site.page("head-to-head/ash-birch.html")
