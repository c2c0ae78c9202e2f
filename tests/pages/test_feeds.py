"""Feeds as a feed reader takes them: what they announce, and what an entry's id outlives."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import TestSite, report
from site_builder.pages.permanent_ids import uuid_of

BASE = 'base_url = "https://example.org/fanzine"\n'
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(site: TestSite, path: str = "feed.xml") -> Any:  # noqa: ANN401 - feedparser has no types
    """A feed as it was built; anything wrong with its XML or its encoding fails."""
    data = (site.output / path).read_bytes()
    ET.fromstring(data)
    read = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert read.bozo == 0, read.get("bozo_exception")
    return read


def built(site: TestSite, *matches: str, settings: str = BASE, **files: str) -> TestSite:
    site.write({"site.toml": settings, **{f"content/matches/{n}.md": text for n, text in enumerate(matches)}})
    site.write({f"content/articles/{name}.md": text for name, text in files.items()})
    site.build()
    return site


def article(title: str, *lines: str, text: str = "Text.") -> str:
    head = "".join(f"{line}\n" for line in lines)
    return f"---\ntitle: {title}\n{head}---\n{text}\n"


SEMI_FINAL = report(text="They won.", title="In the final", date="2021-02-10 20:45", author="The editors", tags="[cups]")


def test_a_feed_tells_who_wrote_what_when_and_where(site: TestSite) -> None:
    built(site, SEMI_FINAL, settings=f'{BASE}title = "The Far Post"\nlanguage = "en-GB"\ntimezone = "Europe/Rome"\n')
    read = feed(site)
    assert (read.feed.title, read.feed.language) == ("The Far Post", "en-GB")
    assert {link.rel: link.href for link in read.feed.links} == {
        "self": "https://example.org/fanzine/feed.xml",
        "alternate": "https://example.org/fanzine/",
    }
    (entry,) = read.entries
    assert entry.link == "https://example.org/fanzine/matches/2021/2021-02-10-atalanta-napoli.html"
    assert (entry.title, entry.summary, entry.author) == ("In the final", "They won.", "The editors")
    assert (entry.published, entry.updated) == ("2021-02-10T19:45:00Z", "2021-02-10T19:45:00Z")
    assert [tag.label for tag in entry.tags] == ["Coppa Italia", "cups"]


def test_an_entry_names_each_of_its_authors_once(site: TestSite) -> None:
    built(site, report(text="They won.", author="[Match desk, The editors, Match desk]"))
    (entry,) = feed(site).entries
    assert [author.name for author in entry.authors] == ["Match desk", "The editors"]


def test_an_entry_says_what_was_corrected(site: TestSite) -> None:
    corrections = "[{date: 2021-02-12, text: It was the 16th minute.}, {date: 2021-02-13, text: Rome & not Milan.}]"
    built(site, report(text="They won.", updated="2021-02-13", corrections=corrections))
    (entry,) = feed(site).entries
    assert entry.summary == "They won. Corrections · 12 Feb 2021: It was the 16th minute. · 13 Feb 2021: Rome & not Milan."
    assert entry.updated == "2021-02-13T00:00:00+00:00"


def test_the_date_of_an_update_has_the_time_zone_of_the_site(site: TestSite) -> None:
    settings = f'{BASE}timezone = "America/New_York"\n'
    built(site, report(text="Won.", updated="2021-07-02 09:30"), settings=settings, note=article("Late", "date: 2021-03-01"))
    assert {entry.title: entry.updated for entry in feed(site).entries} == {
        "Atalanta 3–1 Napoli": "2021-07-02T09:30:00-04:00",
        "Late": "2021-03-01T00:00:00-05:00",
    }
    assert feed(site).feed.updated == "2021-07-02T09:30:00-04:00"


def test_feeds_of_teams_and_competitions_hold_their_own(site: TestSite) -> None:
    other = report("Lazio", "Roma", competition="Serie A", text="Derby.", title="Derby")
    preview = article("Before the cup final", "date: 2021-05-01", "teams: [Napoli]", "competition: Coppa Italia")
    built(site, SEMI_FINAL, other, preview=preview)
    titles = {path: [e.title for e in feed(site, f"{path}/feed.xml").entries] for path in ("teams/napoli", "teams/lazio")}
    assert titles == {"teams/napoli": ["Before the cup final", "In the final"], "teams/lazio": ["Derby"]}
    assert [e.title for e in feed(site, "competitions/serie-a/feed.xml").entries] == ["Derby"]
    assert feed(site, "teams/napoli/feed.xml").feed.link == "https://example.org/fanzine/teams/napoli.html"


def test_the_newest_come_first_and_there_are_twenty_of_them(site: TestSite) -> None:
    days = [f"2021-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 13)]
    built(site, *(report(date=day, text="Text.", title=f"On {day}", round=f"Round {day}") for day in days))
    assert [entry.title for entry in feed(site).entries] == [f"On {day}" for day in reversed(days[4:])]
    site.write({"site.toml": BASE + "[feeds]\nentries = 3\n"}).build()
    assert len(feed(site).entries) == len(feed(site, "teams/atalanta/feed.xml").entries) == 3


def test_results_and_notes_on_fixtures_are_no_news(site: TestSite) -> None:
    fixture = report("Lazio", "Roma", None, date="2021-03-01", text="It will be close.")
    built(site, report(), fixture, undated=article("Some day"))
    assert not [path for path in site.tree() if path.endswith("feed.xml")]


OLD = "/matches/2021/2021-02-10-atalanta-napoli.html"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            report(text="Won."),
            report(text="Won.", date="2021-02-11", redirects=f"[{OLD}]"),
        ),
        (report(text="Won."), report(text="They won, and how.", title="Another headline")),
        (report(text="Won.", round="Semi-finals"), report(text="Won.", round="Semifinals", slug="the-semi-final")),
    ],
    ids=["a new date", "a new headline", "a new address"],
)
def test_the_id_of_a_report_outlives_its_address(site: TestSite, before: str, after: str) -> None:
    (old,) = feed(built(site, before)).entries
    (new,) = feed(built(site, after)).entries
    assert old.id == new.id
    assert old.id.startswith("urn:uuid:")
    assert (old.link, old.title) != (new.link, new.title)


def test_the_id_of_an_article_is_that_of_its_first_address(site: TestSite) -> None:
    (old,) = feed(built(site, first=article("A", "date: 2021-03-01"))).entries
    site.remove("content/articles/first.md")
    moved = article("B", "date: 2021-03-02", "redirects: [/articles/first.html, /articles/once.html]")
    (new,) = feed(built(site, second=moved)).entries
    assert old.id == new.id
    assert old.link != new.link


def test_ids_are_those_of_the_sites_first_address(site: TestSite) -> None:
    (old,) = feed(built(site, SEMI_FINAL)).entries
    (elsewhere,) = feed(built(site, SEMI_FINAL, settings='base_url = "https://example.net"\n')).entries
    moved = 'base_url = "https://example.net"\n[feeds]\nfirst_base_url = "http://example.org/fanzine/"\n'
    (new,) = feed(built(site, SEMI_FINAL, settings=moved)).entries
    assert old.id == new.id != elsewhere.id


def test_matches_that_only_their_date_tells_apart_have_ids_of_their_own(site: TestSite) -> None:
    both = [report(date=f"2021-02-{day}", text="Won.") for day in (10, 20)]
    ids = [entry.id for entry in feed(built(site, *both)).entries]
    assert len(set(ids)) == 2
    later = report(date="2021-02-27", text="Won.")
    assert [entry.id for entry in feed(built(site, later, both[1])).entries] == ids[::-1]


HOSTILE = "A ]]> B </title><script>alert(1)</script> & \"C\" 'D'"


def test_hostile_text_is_text(site: TestSite) -> None:
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    built(site, report(text=f"{HOSTILE}\n", title=quoted, author=quoted, tags=f"[{quoted}]"))
    (entry,) = ET.fromstring(site.page("feed.xml")).iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == HOSTILE
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == HOSTILE
    assert [element.tag for element in entry.iter() if not element.tag.startswith(ATOM)] == []
    assert feed(site).entries[0].title == HOSTILE


def test_an_entry_in_another_language_says_so(site: TestSite) -> None:
    built(site, report(text="Hanno vinto.", lang="it"))
    (entry,) = ET.fromstring(site.page("feed.xml")).iter(f"{ATOM}entry")
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "it"


def test_every_moment_has_a_time_zone(site: TestSite) -> None:
    built(site, SEMI_FINAL, report("Lazio", "Roma", text="x", date="2021-02-12T18:00+03:00"))
    moments = [
        e.text or "" for e in ET.fromstring(site.page("feed.xml")).iter() if e.tag in {f"{ATOM}updated", f"{ATOM}published"}
    ]
    assert len(moments) == 5
    assert all(datetime.fromisoformat(moment).tzinfo for moment in moments)


def test_without_a_base_address_there_are_no_feeds_and_the_build_says_so_once(site: TestSite) -> None:
    done = site.write({"content/matches/one.md": SEMI_FINAL}).build(strict=True)
    assert not [path for path in site.tree() if path.endswith(".xml")]
    assert "atom" not in site.page("index.html")
    assert done.notes == ("Without `base_url` in site.toml there are no feeds, no sitemap and no canonical links.",)
    assert site.command("build").stdout.count("no sitemap") == 1
    assert site.build(base_url="https://example.org").notes == ()
    assert feed(site).entries


def test_an_old_report_leaves_the_feeds_alone(site: TestSite) -> None:
    new = [report(date=f"2021-02-{day:02}", text="Text.", round=f"Round {day}") for day in range(1, 24)]
    built(site, *new, report(date="1995-02-10", season="1994-95", text="Long ago."))
    before = site.tree()
    site.write({"content/matches/23.md": report(date="1995-02-10", season="1994-95", text="Very long ago.")}).build()
    after = site.tree()
    assert {path for path in after if before[path] != after[path]} == {"matches/1995/1995-02-10-atalanta-napoli.html"}


@given(st.text(st.characters(codec="utf-8")))
def test_an_id_is_a_uuid_of_version_5(url: str) -> None:
    assert uuid_of(url) == str(uuid5(NAMESPACE_URL, url))
