"""A small output folder beside a secret, with a server and a client of it; and a watch over a small site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import TestSite, report
from serving import FILE, PAGE, Client
from site_builder.folders import folders_of
from site_builder.serve import watching
from site_builder.serve.server import Server, bind
from site_builder.serve.watching import Watch


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "output"
    (folder / "teams").mkdir(parents=True)
    (folder / ".site-builder").mkdir()
    (folder / ".site-builder" / "ledger.jsonl").write_text("secret")
    (folder / ".htaccess").write_text("secret")
    (folder / "index.html").write_bytes(PAGE)
    (folder / "404.html").write_bytes(PAGE.replace(b"Home", b"Not here"))
    (folder / "teams" / "index.html").write_bytes(PAGE.replace(b"Home", b"Teams"))
    (folder / "teams" / "são-paulo.html").write_bytes(PAGE)
    (folder / "site.css").write_text("p { color: red }")
    (folder / "empty").mkdir()
    return folder


@pytest.fixture
def server(output: Path) -> Iterator[Server]:
    with bind("127.0.0.1", 0) as listening, Server(output, listening) as started:
        yield started


@pytest.fixture
def client(server: Server) -> Client:
    return Client(server.url)


@pytest.fixture(params=["told", "polled"])
def watch(site: TestSite, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    monkeypatch.setattr(watching, "POLL", 0.03)
    site.write({FILE: report(), "content/matches/2021/b.md": report(home="Lazio"), "templates/base.html": "x", "site.toml": ""})
    said: list[str] = []
    with Watch(folders_of(site.folder), said.append, poll=request.param == "polled") as begun:
        assert begun.is_polling is (request.param == "polled")
        yield begun
    assert said == []
