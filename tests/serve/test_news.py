"""What browsers are told of a build: what concerns them."""

from __future__ import annotations

import json

from serving import Client, built, change
from site_builder.problems import Place, Problem
from site_builder.serve.builds import Ended
from site_builder.serve.news import MOST_FILES, News
from site_builder.serve.server import Server

REFUSED = Ended(0.1, None, (Problem("unknown-key", Place("content/a.md", 7, 1), "no <such> key", "Did you mean `score`?"),), "")


def test_only_browsers_on_a_changed_page_are_told(client: Client, server: Server) -> None:
    version = News().version  # of another server: a browser that has no idea
    home, teams = client.listen("/", version), client.listen("/teams/", version)
    assert [one.next("reload") for one in (home, teams)] == ["", ""]
    server.tell(built("teams/index.html"))
    assert teams.next("change") == change(page=True)
    server.tell(built("site.css"))
    assert [one.next("change") for one in (home, teams)] == [change("site.css")] * 2
    home.close()
    teams.close()


def test_a_browser_learns_what_happened_before_it_listened(client: Client, server: Server) -> None:
    page = client.ask("/").text
    version = page.partition('data-version="')[2].partition('"')[0]
    server.tell(built("index.html"))
    server.tell(built("teams/são-paulo.html", edited=("teams/são-paulo.html",)))
    server.tell(REFUSED)
    listener = client.listen("/", version)
    events = listener.events()
    assert next(events) == ("change", change(page=True))
    assert next(events) == ("edited", "/teams/s%C3%A3o-paulo.html")
    name, data = next(events)
    assert name == "problems"
    assert json.loads(data) == [
        {"place": "content/a.md:7:1", "message": "no <such> key", "fix": "Did you mean `score`?", "excerpt": ""}
    ]
    server.tell(built())
    assert next(events) == ("problems", "[]")
    listener.close()


def test_a_browser_is_told_of_its_page_and_of_files_that_it_may_have_loaded() -> None:
    news = News()
    start = news.version
    news.ended(built("matches/a.html", "site.css"))
    middle = news.version
    news.ended(built("feed.xml", "data/a.json"))
    assert news.told("matches/a.html", start) == [("change", change("site.css", page=True))]
    assert news.told("index.html", start) == [("change", change("site.css"))]
    assert news.told("matches/a.html", middle) == []
    assert news.told("index.html", "elsewhere-1") == news.told("index.html", "") == [("reload", "")]
    news.ended(built("photos/a.JPG", "a.js"))
    assert news.told("index.html", middle) == [("change", change("a.js", "photos/a.JPG"))]
    assert news.told("index.html", start) == [("change", change("a.js", "photos/a.JPG", "site.css"))]
    news.ended(built(*(f"{number}.png" for number in range(MOST_FILES))))
    assert news.told("index.html", start) == [("reload", "")]
    for _ in range(300):
        news.ended(built("x.html"))
    assert news.told("index.html", middle) == [("reload", "")]  # too long ago to know
    assert news.told("index.html", news.version) == []


def test_a_browser_is_told_which_page_is_edited_unless_it_shows_it_or_many_are() -> None:
    news = News()
    start = news.version
    news.ended(built("a.html", edited=("a.html",)))
    assert news.told("index.html", start) == [("edited", "/a.html")]
    assert news.told("a.html", start) == [("change", change(page=True))]
    middle = news.version
    news.ended(built(edited=("articles/index.html",)))  # saved, and the page came out as before
    assert news.told("a.html", middle) == news.told("index.html", start) == [("edited", "/articles/")]
    news.ended(built("a.html", "b.html", edited=("a.html", "b.html")))
    assert news.told("c.html", start) == [("edited", "/articles/")]
    news.ended(Ended(0.1, failure="the disk is full"))
    assert news.told("a.html", news.version) == []
