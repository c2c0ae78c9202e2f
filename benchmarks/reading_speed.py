"""What a reader with a telephone gets: Lighthouse over a built site, served on this machine as hosts serve it, with gzip.

    npm i lighthouse
    python benchmarks/reading_speed.py --site output --lighthouse node_modules/.bin/lighthouse

Prints the four scores and the first paint of each page. Exit status 1 where a
score is under 100, the one for performance (which knows how busy the machine is) under 98.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
FLAGS = "--headless=new --no-sandbox --disable-gpu"
PAGES = (
    "index.html",
    "matches/2022/2022-12-18-argentina-france.html",
    "teams/atalanta.html",
    "competitions/serie-a/2020-21.html",
    "search.html",
)
"""A page of five kinds in the example site."""
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".ics"}


class Compressing(SimpleHTTPRequestHandler):
    """Serves files of a folder, those of text with gzip."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in TEXT:
            data = gzip.compress(data, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Nothing: what is asked for is no news."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on this machine, for as long as it is asked."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def looked_at(lighthouse: str, url: str) -> tuple[dict[str, int], str]:
    """The scores of a page as a telephone on a slow line has it, and its first paint in words."""
    with TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [lighthouse, url, "--quiet", f"--chrome-flags={FLAGS}", "--output=json", f"--output-path={report}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "CHROME_PATH": CHROMIUM})
        found = json.loads(report.read_text(encoding="utf-8"))
    scores = {name: round(100 * category["score"]) for name, category in found["categories"].items()}
    return scores, found["audits"]["first-contentful-paint"]["displayValue"].replace("\xa0", " ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, required=True, help="a built site")
    parser.add_argument("--lighthouse", default="lighthouse", help="its command")
    parser.add_argument("pages", nargs="*", default=PAGES)
    args = parser.parse_args()
    good = True
    with served(args.site) as address:
        for page in args.pages:
            scores, paint = looked_at(args.lighthouse, f"{address}/{page}")
            print(f"{page}: {', '.join(f'{name} {score}' for name, score in scores.items())}; first paint after {paint}")
            good &= all(scores[name] >= least for name, least in LEAST.items())
    sys.exit(not good)


if __name__ == "__main__":
    main()
