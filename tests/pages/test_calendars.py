"""Calendars as a phone takes them: what they hold, what they say of a match, and by what they know it again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from builders import TestSite, report

BASE = 'base_url = "https://example.org/fanzine"\n'


def events(site: TestSite, path: str = "calendar.ics") -> list[Event]:
    """The events of a calendar that keeps the rules of the format."""
    data = (site.output / path).read_bytes()
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    calendar = Calendar.from_ical(data)
    assert (calendar["VERSION"], calendar.errors) == ("2.0", [])
    found = [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]
    assert all("UID" in event and "DTSTAMP" in event and not event.errors for event in found)
    assert len({str(event["UID"]) for event in found}) == len(found)
    return found


def built(site: TestSite, *matches: str, settings: str = BASE) -> TestSite:
    site.write({"site.toml": settings, **{f"content/matches/{n}.md": text for n, text in enumerate(matches)}}).build()
    return site


def only(site: TestSite, match: str, settings: str = BASE) -> Event:
    (event,) = events(built(site, match, settings=settings))
    return event


def test_a_match_that_was_played(site: TestSite) -> None:
    site.write({"content/venues/g.md": "---\nname: Gewiss Stadium\ncity: Bergamo\ncoordinates: 45.709, 9.681\n---\n"})
    match = report(
        date="2021-02-10 20:45", title="In the final, again", venue="Gewiss Stadium", round="Semi-finals", leg="2", text="Won."
    )
    event = only(site, match, f'{BASE}timezone = "Europe/Rome"\n')
    assert event.decoded("DTSTART") == datetime(2021, 2, 10, 19, 45, tzinfo=UTC)
    assert event.decoded("DURATION") == timedelta(hours=2)
    assert event.decoded("DTSTAMP") == datetime(2021, 2, 10, 19, 45, tzinfo=UTC)
    assert str(event["SUMMARY"]) == "Atalanta 3–1 Napoli"
    assert str(event["DESCRIPTION"]) == "Coppa Italia 2020–21, Semi-finals, Second leg\nIn the final, again"
    assert (str(event["LOCATION"]), event["GEO"].to_ical()) == ("Gewiss Stadium, Bergamo", "45.709;9.681")
    assert str(event["URL"]) == "https://example.org/fanzine/matches/2021/2021-02-10-atalanta-napoli.html"
    assert (str(event["STATUS"]), event.categories) == ("CONFIRMED", ["Coppa Italia"])
    assert "SEQUENCE" not in event


def test_a_match_without_a_kick_off_takes_the_day(site: TestSite) -> None:
    event = only(site, report(score=None, date="2021-03-01"), f'{BASE}timezone = "Pacific/Apia"\n')
    assert event.decoded("DTSTART") == date(2021, 3, 1)
    assert "DURATION" not in event
    assert str(event["TRANSP"]) == "TRANSPARENT"
    assert str(event["SUMMARY"]) == "Atalanta v Napoli"


@pytest.mark.parametrize(
    ("score", "more", "summary", "status"),
    [
        (None, {}, "Atalanta v Napoli", "CONFIRMED"),
        (None, {"status": "cancelled"}, "Atalanta v Napoli (cancelled)", "CANCELLED"),
        (None, {"status": "postponed"}, "Atalanta v Napoli (postponed)", "TENTATIVE"),
        ("1-0", {"status": "abandoned"}, "Atalanta 1–0 Napoli (abandoned)", "CONFIRMED"),
        ("1-1 aet, 4-2 pens", {}, "Atalanta 1–1 Napoli (aet, 4–2 on penalties)", "CONFIRMED"),
    ],
)
def test_what_became_of_a_match_is_said(
    site: TestSite, score: str | None, more: dict[str, str], summary: str, status: str
) -> None:
    event = only(site, report(score=score, date="2021-03-01 18:00", **more))
    assert (str(event["SUMMARY"]), str(event["STATUS"])) == (summary, status)
    assert event.decoded("DURATION") == (timedelta(minutes=165) if "aet" in summary else timedelta(hours=2))


FIXTURE = report(score=None, date="2021-03-01 18:00", matchday="24")


@pytest.mark.parametrize(
    "after",
    [
        report(score=None, date="2021-04-07 20:45", matchday="24"),
        report(score=None, date="2022-01-02", matchday="24"),
        report(date="2021-03-01 18:00", matchday="24", title="A title", text="And a report.", updated="2021-03-02"),
        report(score=None, date="2021-03-01 18:00", round="Matchday 24", status="postponed"),
        report(score=None, date="2021-03-01 18:00", matchday="24", slug="another-address"),
    ],
    ids=["another day", "another year", "played and told", "another spelling", "another address"],
)
def test_a_match_keeps_its_uid(site: TestSite, after: str) -> None:
    before = only(site, FIXTURE)
    assert str(before["UID"]) == str(only(site, after)["UID"])


def test_other_matches_have_other_uids(site: TestSite) -> None:
    matches = (
        report(leg="1"),
        report(date="2021-03-01", leg="2"),
        report(date="2021-03-02", round="Final"),
        report(date="2021-03-03", round="Final replay"),
        report("Napoli", "Atalanta", date="2021-03-04"),
        report(date="2021-03-05", competition="Serie A"),
        report(date="2021-03-06"),
        report(date="2021-03-12"),
    )
    assert len(events(built(site, *matches))) == len(matches)  # that they differ is checked while reading


def test_two_friendlies_keep_their_uids_when_one_is_moved_past_the_other(site: TestSite) -> None:
    first, second = events(built(site, report(date="2021-02-10"), report(date="2021-02-20")))
    (second_now, first_now) = events(built(site, report(date="2021-02-27"), report(date="2021-02-20")))
    assert (str(first["UID"]), str(second["UID"])) == (str(first_now["UID"]), str(second_now["UID"]))


def test_a_match_has_one_uid_in_all_calendars(site: TestSite) -> None:
    built(site, FIXTURE)
    paths = ("calendar.ics", "teams/atalanta/calendar.ics", "teams/napoli/calendar.ics", "competitions/coppa-italia/calendar.ics")
    assert len({str(events(site, path)[0]["UID"]) for path in paths}) == 1


def test_a_calendar_of_a_team_has_its_season_and_the_one_before(site: TestSite) -> None:
    built(
        site,
        report(date="2019-02-10", season="2018-19"),
        report(date="2020-02-10", season="2019-20"),
        report("Lazio", "Atalanta", date="2020-12-10", season="2020", competition="A Cup"),
        report(date="2021-05-10", score=None),
        report("Lazio", "Napoli", date="2021-02-10"),
    )
    days = [event.decoded("DTSTART").isoformat() for event in events(site, "teams/atalanta/calendar.ics")]
    assert days == ["2020-02-10", "2020-12-10", "2021-05-10"]


def test_a_calendar_of_a_competition_has_its_season_and_what_the_last_one_left(site: TestSite) -> None:
    built(
        site,
        report(date="2020-02-10", season="2019-20"),
        report("Lazio", "Roma", None, date="2020-03-10", season="2019-20", status="postponed"),
        report(date="2021-02-10"),
        report("Lazio", "Roma", date="2021-02-10", competition="Serie A"),
    )
    days = [event.decoded("DTSTART").isoformat() for event in events(site, "competitions/coppa-italia/calendar.ics")]
    assert days == ["2020-03-10", "2021-02-10"]


def test_the_calendar_of_the_site_is_what_lies_around_its_day(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.pages.calendars.RESULTS", 3)
    monkeypatch.setattr("site_builder.pages.calendars.FIXTURES", 2)
    played = [report(date=f"2021-0{month}-10", round=f"Round {month}") for month in range(1, 6)]
    coming = [report(score=None, date=f"2021-0{month}-11", round=f"Round {month}") for month in range(5, 10)]
    cancelled = report(score=None, date="2021-04-20", status="cancelled")
    built(site, *played, *coming, cancelled)
    days = [event.decoded("DTSTART").isoformat() for event in events(site)]
    assert days == ["2021-04-10", "2021-04-20", "2021-05-10", "2021-05-11", "2021-06-11"]


def test_a_result_of_long_ago_leaves_the_calendars_alone(site: TestSite) -> None:
    old = {"date": "1995-02-10", "season": "1994-95"}
    built(site, report(), *(report("Lazio", "Roma", date=f"2021-03-{day:02}") for day in range(1, 4)), report(**old))
    before = site.tree()
    site.write({"content/matches/4.md": report(score="4-4", **old)}).build()
    after = site.tree()
    changed = {path for path in after if before[path] != after[path]}
    assert "teams/atalanta/1994-95.html" in changed
    assert {path for path in changed if path.endswith((".ics", ".xml"))} <= {"calendar.ics"}


def test_calendars_need_no_base_address(site: TestSite) -> None:
    event = only(site, FIXTURE, "")
    assert "URL" not in event
    assert "webcal" not in site.page("teams/napoli.html")
    assert 'href="../teams/napoli/calendar.ics"' in site.page("teams/napoli.html")


def test_there_is_no_empty_calendar(site: TestSite) -> None:
    site.write({"content/teams/lazio.md": "---\nname: Lazio\n---\n", "content/pages/us.md": "Us."})
    site.write({"content/results/a.txt": "= Village League 2020/21\n\n▪ Matchday 1\n  Ash 1-0 Birch\n"}).build()
    assert not [path for path in site.tree() if path.endswith(".ics")]
    assert "calendar" not in site.page("teams/lazio.html")


def test_a_template_of_ones_own_is_escaped_and_folded_as_well(site: TestSite) -> None:
    own = "BEGIN:VCALENDAR\nVERSION:2.0\nX-ALL:{% for e in view.events %}{{ e.description }}{% endfor %}\n\nEND:VCALENDAR\n"
    site.write({"templates/feeds/calendar.ics": own})
    built(site, report(title="Zapata, Pessina; and a long evening in Bergamo", text="x", round="Semi-finals"))
    description = "Coppa Italia 2020–21\\, Semi-finals\\nZapata\\, Pessina\\; and a long evening in Bergamo"
    unfolded = (site.output / "calendar.ics").read_bytes().replace(b"\r\n ", b"").decode()
    assert unfolded == f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-ALL:{description}\r\nEND:VCALENDAR\r\n"


def test_hostile_text_stays_in_its_property(site: TestSite) -> None:
    title = '"One\\nATTACH:http://example.org\\rX: a\\\\b; c, d\\tEND:VCALENDAR"'
    venue = "'A, B; C\\D </script> ]]> €€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€'"
    (event,) = events(built(site, report(title=title, venue=venue, text="x")))
    assert set(event) <= {
        "UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "DESCRIPTION", "CATEGORIES", "LOCATION", "URL", "TRANSP"
    }  # fmt: skip
    assert "ATTACH:http://example.org" in str(event["DESCRIPTION"])
    assert str(event["LOCATION"]) == venue.strip("'")
