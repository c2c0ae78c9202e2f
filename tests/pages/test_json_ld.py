"""What pages say of themselves to machines: JSON-LD in schema.org's words, canonical addresses, previews of links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from builders import TestSite, report

BASE = 'base_url = "https://example.org/fanzine"\ntitle = "The Far Post"\n'
ONE = "matches/2021/2021-02-10-atalanta-napoli.html"
URL = "https://example.org/fanzine/"

THING = {"name", "url", "description", "image", "alternateName", "mainEntityOfPage"}
PLACE = THING | {"address", "geo", "maximumAttendeeCapacity"}
ORGANIZATION = THING | {"address", "foundingDate", "location", "logo"}
VOCABULARY = {
    "SportsEvent": THING
    | {"sport", "homeTeam", "awayTeam", "location", "startDate", "eventStatus", "eventAttendanceMode", "superEvent"},
    "NewsArticle": THING
    | {"headline", "about", "author", "publisher", "datePublished", "dateModified", "inLanguage", "wordCount", "keywords"}
    | {"correction"},
    "CorrectionComment": THING | {"text", "datePublished"},
    "SportsTeam": ORGANIZATION | {"sport"},
    "Organization": ORGANIZATION,
    "Person": THING | {"birthDate", "nationality", "affiliation"},
    "StadiumOrArena": PLACE,
    "Country": THING,
    "GeoCoordinates": {"latitude", "longitude"},
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
    "WebSite": THING | {"inLanguage"},
}
"""Properties that schema.org has for a type, those of its parents included, as far as pages use them."""


def scripts(page: str) -> list[Element]:
    tree: Element = html5lib.HTMLParser(namespaceHTMLElements=False).parse(page)
    return list(tree.iter("script"))


def nodes(page: str) -> dict[str, dict[str, Any]]:
    """The things that a page tells of by their types, each checked against the vocabulary."""
    (script,) = [script for script in scripts(page) if script.get("type") == "application/ld+json"]
    told = json.loads(script.text or "")
    assert told["@context"] == "https://schema.org"
    for node in everything(told["@graph"]):
        if set(node) != {"@id"}:
            assert {key for key in node if not key.startswith("@")} <= VOCABULARY[node["@type"]], node
            assert not [key for key, value in node.items() if value in ("", None, [], {})]
    return {node["@type"]: node for node in told["@graph"]}


def everything(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    held = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for inner in held:
        yield from everything(inner)


def built(site: TestSite, match: str, settings: str = BASE, **files: str) -> TestSite:
    site.write({"site.toml": settings, "content/matches/one.md": match})
    site.write({f"content/{name.replace('__', '/')}.md": text for name, text in files.items()}).build()
    return site


def test_a_match_is_a_sports_event(site: TestSite) -> None:
    venue = "---\nname: Gewiss Stadium\ncity: Bergamo\ncapacity: 24950\ncoordinates: 45.709, 9.681\n---\n"
    built(site, report(date="2021-02-10 20:45", venue="Gewiss Stadium"), venues__g=venue)
    event = nodes(site.page(ONE))["SportsEvent"]
    assert (event["name"], event["url"], event["startDate"]) == ("Atalanta v Napoli", URL + ONE, "2021-02-10T20:45:00Z")
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["homeTeam"] == {"@type": "SportsTeam", "name": "Atalanta", "url": f"{URL}teams/atalanta.html"}
    assert event["awayTeam"]["name"] == "Napoli"
    assert event["superEvent"]["name"] == "Coppa Italia 2020–21"
    assert event["location"]["maximumAttendeeCapacity"] == 24950
    assert event["location"]["geo"] == {"@type": "GeoCoordinates", "latitude": 45.709, "longitude": 9.681}
    assert "NewsArticle" not in nodes(site.page(ONE))


@pytest.mark.parametrize(("status", "said"), [("postponed", "EventPostponed"), ("cancelled", "EventCancelled")])
def test_a_match_that_is_off_says_so(site: TestSite, status: str, said: str) -> None:
    built(site, report(score=None, status=status))
    assert nodes(site.page(ONE))["SportsEvent"]["eventStatus"] == f"https://schema.org/{said}"


def test_a_report_is_an_article_about_its_match(site: TestSite) -> None:
    more = {"author": "The editors", "tags": "[cups]", "updated": "2021-02-11", "corrections": "[{date: 2021-02-11, text: Oh}]"}
    built(site, report(title="In the final", text="They won.", lang="it", **more))
    told = nodes(site.page(ONE))
    news = told["NewsArticle"]
    assert news["about"] == {"@id": told["SportsEvent"]["@id"]}
    assert (news["headline"], news["description"], news["wordCount"]) == ("In the final", "They won.", 2)
    assert (news["datePublished"], news["dateModified"]) == ("2021-02-10", "2021-02-11T00:00:00+00:00")
    assert news["author"] == {"@type": "Person", "name": "The editors", "url": f"{URL}authors/the-editors.html"}
    assert (news["keywords"], news["inLanguage"], news["publisher"]["name"]) == (["cups"], "it", "The Far Post")
    assert news["correction"] == [{"@type": "CorrectionComment", "text": "Oh", "datePublished": "2021-02-11"}]


def test_several_authors_are_a_list_of_persons(site: TestSite) -> None:
    built(site, report(text="They won.", author="[Match desk, The editors]"))
    assert nodes(site.page(ONE))["NewsArticle"]["author"] == [
        {"@type": "Person", "name": "Match desk", "url": f"{URL}authors/match-desk.html"},
        {"@type": "Person", "name": "The editors", "url": f"{URL}authors/the-editors.html"},
    ]


def test_a_text_before_the_match_was_not_written_on_its_day(site: TestSite) -> None:
    built(site, report(score=None, text="It will be close.", date="2030-02-10"))
    news = nodes(site.page("matches/2030/2030-02-10-atalanta-napoli.html"))["NewsArticle"]
    assert not {"datePublished", "dateModified"} & set(news)


def test_an_article_is_about_its_match_or_its_teams(site: TestSite) -> None:
    head = "---\ntitle: A word\ndate: 2021-02-12 10:00\n"
    about = {"articles__match": f"{head}match: 2021-02-10 Atalanta v Napoli\n---\nText.", "articles__teams": ""}
    about["articles__teams"] = f"{head}teams: [Napoli, Lazio]\n---\nText."
    built(site, report(), f'{BASE}author = "The editors"\n', **about)
    news = nodes(site.page("articles/match.html"))["NewsArticle"]
    assert news["about"]["@id"] == nodes(site.page(ONE))["SportsEvent"]["@id"]
    assert news["author"] == {"@type": "Organization", "name": "The editors"}
    assert [team["name"] for team in nodes(site.page("articles/teams.html"))["NewsArticle"]["about"]] == ["Napoli", "Lazio"]


def test_teams_people_and_grounds_are_told(site: TestSite) -> None:
    team = "---\nname: Atalanta\nshort: Atalanta\nnickname: La Dea\nfounded: 1907\nground: Gewiss Stadium\ncity: Bergamo\n---\n"
    person = "---\nname: Duván Zapata\nborn: 1991-04-01\nnationality: Colombia\naliases: [Duvan Zapata Banguero]\n---\n"
    built(site, report(goals='{home: "Duván Zapata 10\'"}', venue="Gewiss Stadium"), teams__a=team, people__z=person)
    told = nodes(site.page("teams/atalanta.html"))["SportsTeam"]
    assert (told["name"], told["alternateName"], told["foundingDate"]) == ("Atalanta", ["La Dea"], "1907")
    assert told["location"] == {"@type": "StadiumOrArena", "name": "Gewiss Stadium", "address": "Bergamo"}
    zapata = nodes(site.page("people/duvan-zapata.html"))["Person"]
    assert (zapata["birthDate"], zapata["nationality"]["name"]) == ("1991-04-01", "Colombia")
    assert [club["name"] for club in zapata["affiliation"]] == ["Atalanta"]
    assert nodes(site.page("venues/gewiss-stadium.html"))["StadiumOrArena"]["name"] == "Gewiss Stadium"
    assert nodes(site.page("index.html"))["WebSite"]["url"] == URL


def test_breadcrumbs_lead_from_the_front_page_to_the_page(site: TestSite) -> None:
    built(site, report())
    items = nodes(site.page(ONE))["BreadcrumbList"]["itemListElement"]
    assert [(item["position"], item["item"].removeprefix(URL)) for item in items] == [
        (1, ""),
        (2, "competitions.html"),
        (3, "competitions/coppa-italia.html"),
        (4, "competitions/coppa-italia/2020-21.html"),
        (5, ONE),
    ]


def test_every_page_of_a_site_keeps_to_the_vocabulary_and_its_addresses_exist(site: TestSite) -> None:
    built(site, report(text="Won.", author="Them", tags="[x]", goals='{home: "Zapata 1\'"}', venue="Here", redirects="[/old]"))
    tree = site.tree()
    pages = [path for path in tree if path.endswith(".html") and "ld+json" in site.page(path)]
    assert len(pages) > 12
    for path in pages:
        told = nodes(site.page(path))
        for address in re.findall(rf'"{URL}([^"#]*)', json.dumps(told, ensure_ascii=False)):
            assert (address or "index.html") in tree, (path, address)


def test_without_a_base_address_no_address_is_told(site: TestSite) -> None:
    built(site, report(text="Won."), "")
    told = nodes(site.page(ONE))
    assert set(told) == {"SportsEvent", "NewsArticle"}
    assert told["NewsArticle"]["about"]["name"] == "Atalanta v Napoli"
    assert not [node for node in everything(list(told.values())) if "url" in node or "@id" in node]
    assert "canonical" not in site.page(ONE)


def test_hostile_text_stays_in_its_value(site: TestSite) -> None:
    hostile = "</script><script>alert(1)</script><!-- ]]> & 'x'"
    quoted = "'" + hostile.replace("'", "''") + "'"
    built(site, report(title=quoted, author=quoted, text="Won.", venue=quoted))
    told = nodes(site.page(ONE))
    assert told["NewsArticle"]["headline"] == hostile
    assert [
        script.text for script in scripts(site.page(ONE)) if "alert(1)" in (script.text or "") and not script.get("type")
    ] == []
    (raw,) = re.findall(r'<script type="application/ld\+json">(.*)</script>', site.page(ONE))
    assert not set("<>&'") & set(raw)


KINDS = {
    "matches/one": (ONE, report(redirects="[/old-place.html]")),
    "articles/a": ("articles/a.html", "---\ntitle: A\nredirects: [/old-place.html]\n---\nText."),
    "pages/us": ("us.html", "---\nredirects: /old-place/\n---\nText."),
    "teams/napoli": ("teams/napoli.html", "---\nname: Napoli\nredirects: [/old-place]\n---\n"),
    "competitions/cup": ("competitions/coppa-italia.html", "---\nname: Coppa Italia\nredirects: [/old-place]\n---\n"),
    "people/zapata": ("people/zapata.html", "---\nname: Zapata\nredirects: [/old-place]\n---\n"),
    "venues/here": ("venues/here.html", "---\nname: Here\nredirects: [/old-place]\n---\n"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_old_address_of_any_kind_of_page_leads_on(site: TestSite, kind: str) -> None:
    target, source = KINDS[kind]
    site.write({"site.toml": BASE, "content/matches/one.md": report(), f"content/{kind}.md": source}).build()
    old = "old-place/index.html" if kind == "pages/us" else "old-place.html"
    page = site.page(old)
    assert f'<link rel="canonical" href="{URL}{target}">' in page
    assert '<meta name="robots" content="noindex">' in page
    to = f"../{target}" if "/" in old else target
    assert f'content="0; url={to}"' in page
    assert f'<a href="{to}">' in page
    assert old not in site.page("sitemap.xml")


@pytest.mark.parametrize("old", ["/feed.xml", "/old.php", "/a/b.HTM", "/x.ics"])
def test_an_old_address_that_no_page_can_have_is_a_problem(site: TestSite, old: str) -> None:
    site.write({"content/matches/one.md": report(redirects=f"[{old}]")})
    (problem,) = site.problems()
    assert problem.code == "unsafe-redirect"
    assert "another kind of file" in problem.message


@pytest.mark.parametrize("old", ["/st.-etienne", "/v1.2", "/old.html", "/report.xml/", "/inter-v-a.c.-milan"])
def test_a_dot_alone_makes_no_other_kind_of_file(site: TestSite, old: str) -> None:
    assert site.write({"content/matches/one.md": report(redirects=f"[{old}]")}).problems() == ()


def test_a_page_names_its_feed_and_its_calendar(site: TestSite) -> None:
    built(site, report(text="Won."))
    page = site.page("teams/napoli.html")
    atom = '<link rel="alternate" type="application/atom+xml" title="{}" href="../{}feed.xml">'
    assert atom.format("The Far Post", "") in page
    assert atom.format("Napoli", "teams/napoli/") in page
    assert '<link rel="alternate" type="text/calendar" title="Napoli" href="../teams/napoli/calendar.ics">' in page
    for href in (
        "../teams/napoli/feed.xml",
        "../teams/napoli/calendar.ics",
        "webcal://example.org/fanzine/teams/napoli/calendar.ics",
    ):
        assert f'<a href="{href}"' in page
    home = site.page("index.html")
    assert home.count('href="feed.xml"') == 2
    assert 'href="webcal://example.org/fanzine/calendar.ics"' in home
    assert "webcal:" not in site.page(ONE)


def test_an_author_can_link_a_feed_and_name_it_in_the_menu(site: TestSite) -> None:
    settings = f'{BASE}[menu]\n"Feed" = "/feed.xml"\n"Dates" = "calendar.ics"\n'
    built(site, report(text="Won. [The feed](/teams/napoli/feed.xml)."), settings)
    assert 'href="../../teams/napoli/feed.xml">The feed</a>' in site.page(ONE)
    assert "calendar.ics" in site.page("about.html" if "about.html" in site.tree() else ONE)
