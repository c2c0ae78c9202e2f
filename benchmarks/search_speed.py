"""How fast the search answers in a browser, and how much it loads: from a key to the result on the screen.

    python benchmarks/search_speed.py --corpus ../shared/bench/corpus.py --matches 10000
    python benchmarks/search_speed.py --site output

Builds a site of N real matches (or takes one that is built), opens its search page
from disk in Chromium and types. "First" is the first key of a page just opened:
nothing of the index is there yet. Exit status 1 where a median is over --limit.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
QUERIES = ("brazil argentina 2021", "brazil 3-1", "2021-03-25", "world cup", "muller", "mexico 2019")
WATCH = """() => {
  const list = document.querySelector(".hits");
  window.taken = [];
  let pressed = 0;
  document.addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
  new MutationObserver(() => {
    if (!pressed || !list.querySelector(".hit")) return;
    const from = pressed;
    pressed = 0;
    requestAnimationFrame(() => setTimeout(() => window.taken.push(performance.now() - from)));
  }).observe(list, { childList: true, subtree: true });
}"""


@contextmanager
def built(corpus: str, matches: int) -> Iterator[Path]:
    """A site of real matches, for as long as it is looked at."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        script = [sys.executable, corpus, "--flavour", "site-builder", "--matches", str(matches), "--out", str(site)]
        subprocess.run(script, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([sys.executable, "-m", "site_builder", "build", "--site", str(site)], check=True)
        yield site / "output"


def weigh(output: Path) -> None:
    """The size of the index, as a host sends it."""
    for name, paths in (("index", "search/*.js"), ("headlines", "search/headlines/*.js"), ("scripts", "assets/js/search*.js")):
        files = sorted(output.glob(paths))
        size = sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in files)
        print(f"{name}: {len(files)} files, {size / 1024:,.1f} KiB with gzip")


def typed(page: Page, output: Path, query: str) -> tuple[float, list[float]]:
    """Milliseconds from a key to its result on the screen: of the first key of a page just opened, and of the others."""
    page.goto((output / "search.html").absolute().as_uri())
    page.evaluate(WATCH)
    page.locator("#page-search").press(query[0])
    page.wait_for_function("window.taken.length > 0")
    page.wait_for_function(f"document.scripts.length > {len(list(output.glob('search/**/*.js')))}")
    page.wait_for_timeout(1000)
    first: float = page.evaluate("window.taken[0]")
    page.evaluate("window.taken = []")
    for letter in query[1:]:
        page.keyboard.press(letter)
        page.wait_for_timeout(60)
    later: list[float] = page.evaluate("window.taken")
    return first, later


def measure(output: Path, limit: float) -> bool:
    """Print what typing takes; whether both medians are within the limit (milliseconds)."""
    firsts: list[float] = []
    laters: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for query in QUERIES:
            page = browser.new_page()
            first, later = typed(page, output, query)
            page.close()
            firsts.append(first)
            laters += later
            print(
                f"{query!r}: first key {first:.0f} ms; later keys {statistics.median(later):.0f} ms, longest {max(later):.0f} ms"
            )
        browser.close()
    medians = statistics.median(firsts), statistics.median(laters)
    print(f"medians: first key {medians[0]:.0f} ms, later keys {medians[1]:.0f} ms; limit {limit:.0f} ms")
    return max(medians) <= limit


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", help="the script that writes the reports")
    parser.add_argument("--matches", type=int, default=10_000)
    parser.add_argument("--site", type=Path, help="a site that is built, instead of a corpus")
    parser.add_argument("--limit", type=float, default=100)
    args = parser.parse_args()
    if args.site:
        weigh(args.site)
        good = measure(args.site, args.limit)
    else:
        with built(args.corpus, args.matches) as output:
            weigh(output)
            good = measure(output, args.limit)
    sys.exit(not good)


if __name__ == "__main__":
    main()
