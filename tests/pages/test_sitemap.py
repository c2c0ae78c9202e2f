"""The sitemap and robots.txt: every page that is one, with the day of its last change."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from builders import TestSite, report
from site_builder.config import Config
from site_builder.pages.endpoints import sitemap_of
from site_builder.pages.keys import PageKey
from site_builder.problems import Problem
from site_builder.site.model import Site

BASE = 'base_url = "https://example.org/fanzine"\n'
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def sitemap(site: TestSite) -> dict[str, str | None]:
    """Paths below the base address with their last change."""
    root = ET.fromstring((site.output / "sitemap.xml").read_bytes())
    assert root.tag == f"{NAMESPACE}urlset"
    entries = {url.findtext(f"{NAMESPACE}loc") or "": url.findtext(f"{NAMESPACE}lastmod") for url in root}
    assert all(address.startswith("https://example.org/fanzine/") for address in entries)
    return {address.removeprefix("https://example.org/fanzine/"): day for address, day in entries.items()}


def test_every_page_is_listed_as_its_canonical_address(site: TestSite) -> None:
    site.write({"site.toml": BASE, "content/matches/one.md": report(redirects="[/old.html]"), "content/pages/us.md": "Us."})
    site.build()
    pages = {path for path in site.tree() if path.endswith(".html")} - {"404.html", "old.html", "search.html"}
    assert set(sitemap(site)) == {"" if path == "index.html" else path for path in pages}
    for path in pages:
        canonical = f'<link rel="canonical" href="https://example.org/fanzine/{"" if path == "index.html" else path}">'
        assert canonical in site.page(path)


def test_the_last_change_is_one_that_the_sources_tell(site: TestSite) -> None:
    site.write(
        {
            "site.toml": BASE,
            "content/matches/a.md": report(venue="Gewiss Stadium"),
            "content/matches/b.md": report("Lazio", "Napoli", None, date="2021-06-01"),
            "content/matches/c.md": report("Lazio", "Roma", date="2021-01-05", updated="2021-03-01 10:00"),
            "content/matches/d.md": report("Roma", "Napoli", date="2021-01-06"),
            "content/teams/roma.md": "---\nname: Roma\nupdated: 2021-05-05\n---\n",
            "content/articles/a.md": "---\ntitle: A\ndate: 2021-02-20\n---\nText.",
            "content/articles/b.md": "---\ntitle: B\ndate: 2021-02-20\nupdated: 2021-02-21\n---\nText.",
            "content/articles/c.md": "---\ntitle: C\n---\nText.",
            "content/pages/us.md": "---\nupdated: 2020-12-24\n---\nUs.",
        }
    ).build()
    assert sitemap(site) | _told == sitemap(site)


_told = {
    "": "2021-02-21",
    "matches/2021/2021-02-10-atalanta-napoli.html": "2021-02-10",
    "matches/2021/2021-06-01-lazio-napoli.html": None,
    "matches/2021/2021-01-05-lazio-roma.html": "2021-03-01",
    "matches/2021/2021-01-06-roma-napoli.html": "2021-01-06",
    "matches/2021/2021-01.html": "2021-01-06",
    "teams/napoli.html": "2021-02-10",
    "teams/napoli/2020-21.html": "2021-02-10",
    "teams/roma.html": "2021-05-05",
    "competitions/coppa-italia.html": "2021-02-10",
    "competitions/coppa-italia/2020-21.html": "2021-02-10",
    "venues/gewiss-stadium.html": "2021-02-10",
    "articles/a.html": "2021-02-20",
    "articles/b.html": "2021-02-21",
    "articles/c.html": None,
    "us.html": "2020-12-24",
}


def test_clean_addresses_are_listed_clean(site: TestSite) -> None:
    site.write({"site.toml": BASE + "clean_urls = true\n", "content/matches/one.md": report()}).build()
    assert {"", "teams/napoli", "matches/2021/2021-02-10-atalanta-napoli"} <= set(sitemap(site))


def test_a_long_sitemap_is_split_and_its_parts_are_listed(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_builder.pages.plan.sitemap_of", lambda whole, pages: sitemap_of(whole, pages, 7))
    site.write({"site.toml": BASE, "content/matches/one.md": report()}).build()
    index = ET.fromstring((site.output / "sitemap.xml").read_bytes())
    assert index.tag == f"{NAMESPACE}sitemapindex"
    parts = [loc.text or "" for loc in index.iter(f"{NAMESPACE}loc")]
    assert parts == [f"https://example.org/fanzine/sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    assert len(parts) > 1
    files = [ET.fromstring(site.page(part.rpartition("/")[2])) for part in parts]
    assert [len(file) for file in files[:-1]] == [7] * (len(files) - 1)
    assert sum(map(len, files)) == len([p for p in site.tree() if p.endswith(".html")]) - 2


def test_a_sitemap_of_fifty_thousand_is_one_file() -> None:
    nothing = Site(Config(base_url="https://example.org"), {})
    keys = [PageKey(f"p{n}", "tag") for n in range(50_001)]
    assert list(sitemap_of(nothing, keys[:-1])) == ["sitemap"]
    assert {file: len(listed) for file, listed in sitemap_of(nothing, keys).items()} == {"sitemap-1": 50_000, "sitemap-2": 1}


def test_an_edit_of_prose_leaves_the_sitemap_alone(site: TestSite) -> None:
    site.write({"site.toml": BASE, "content/matches/one.md": report(text="They won.\n\nLate.")}).build()
    done = site.write({"content/matches/one.md": report(text="They won.\n\nVery late.")}).build()
    assert done.changed == ("matches/2021/2021-02-10-atalanta-napoli.html",)


def test_robots_may_read_everything_and_are_told_of_the_sitemap(site: TestSite) -> None:
    site.write({"site.toml": BASE, "content/matches/one.md": report()}).build()
    assert site.page("robots.txt") == "User-agent: *\nDisallow:\nSitemap: https://example.org/fanzine/sitemap.xml\n"
    site.remove("site.toml").build()
    assert site.page("robots.txt") == "User-agent: *\nDisallow:\n"
    assert "sitemap.xml" not in site.tree()


def test_an_authors_own_robots_txt_is_taken_as_it_is(site: TestSite) -> None:
    own = "User-agent: *\nDisallow: /drafts\n"
    site.write({"site.toml": BASE, "content/robots.txt": own, "content/matches/one.md": report()}).build()
    assert site.page("robots.txt") == own
    site.remove("content/robots.txt").build()
    assert "Sitemap:" in site.page("robots.txt")


@pytest.mark.parametrize("path", ["feed.xml", "sitemap.xml", "calendar.ics", "teams/napoli/feed.xml", "teams/lazio/calendar.ics"])
def test_a_file_in_the_place_of_an_endpoint_is_a_problem(site: TestSite, path: str) -> None:
    site.write({"site.toml": BASE, f"content/{path}": "mine", "content/matches/one.md": report("Napoli", "Lazio", text="Won.")})
    (problem,) = site.problems()
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place.path) == ("same-path", f"content/{path}")


def test_the_sites_own_addresses_stay_free_without_a_base_address(site: TestSite) -> None:
    site.write({"content/feed.xml": "mine", "content/matches/one.md": report(text="Won.")})
    assert [problem.code for problem in site.problems()] == ["same-path"]
