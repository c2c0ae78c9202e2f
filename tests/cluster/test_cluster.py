"""A real cluster on this machine: the same site byte for byte, whatever becomes of its workers, or a sentence why not."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from builders import TestSite, no_bar, report
from site_builder.build import build_site
from site_builder.cli import commands
from site_builder.cluster import client
from site_builder.outcome import BuildFailed, Built, Options

PATIENCE = 20.0
HOME = '{% extends "!default/pages/home.html" %}{% block stories %}Read on a worker{% endblock %}'


@dataclass
class LocalCluster:
    """A scheduler and workers, each a process of its own in an empty folder, as on machines that share no disk."""

    folder: Path
    stack: ExitStack
    scheduler: subprocess.Popen[bytes] = field(init=False)
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> tuple[str, int]:
        host, _, port = json.loads((self.folder / "scheduler.json").read_text())["address"].rpartition("/")[2].rpartition(":")
        return host, int(port)

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *words, "--host", "127.0.0.1", "--scheduler-file", "scheduler.json"]
        environment = {**os.environ, "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False", "PYTHONHASHSEED": "random"}
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [*command, "--no-dashboard"], cwd=self.folder, stdout=log, stderr=log, env=environment, start_new_session=True
            )
        self.stack.callback(process.wait)
        self.stack.callback(process.kill)
        return process

    def start_workers(self, number: int) -> None:
        self.workers += [self.start("worker", "--no-nanny", "--nthreads", "1", "--local-directory", ".") for _ in range(number)]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[LocalCluster]:
    """A cluster without workers yet."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    with ExitStack() as stack:
        started = LocalCluster(folder, stack)
        started.scheduler = started.start("scheduler", "--port", "0", "--dashboard-address", "127.0.0.1:0")
        deadline = time.monotonic() + PATIENCE
        about = folder / "scheduler.json"
        while not (about.exists() and about.stat().st_size) and time.monotonic() < deadline:  # it comes before what stands in it
            time.sleep(0.05)
        yield started


@pytest.fixture
def season(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> TestSite:
    """A site with a template of its own; its pages go in many small batches, none of which is made in this process."""
    teams = ("Atalanta", "Napoli", "Roma", "Lazio")
    games = [(home, away) for home in teams for away in teams if home != away]
    site.write({"site.toml": 'base_url = "https://example.org"\nlanguage = "it"\n', "templates/pages/home.html": HOME})
    for day, (home, away) in enumerate(games, 1):
        text = report(home, away, "2-1", date=f"2021-02-{day:02}", competition="Serie A", text=f"Words on [[{away}]].")
        site.write({f"content/matches/{home}-{away}.md": text})
    monkeypatch.setattr(client, "BATCH", 10)
    monkeypatch.setattr(client, "LEAST_AHEAD", 3)
    monkeypatch.setattr(client, "make_pages", None)
    return site


def build(site: TestSite, cluster: LocalCluster, bar: object = no_bar, output: str = "output") -> Built:
    options = Options(
        site=site.folder, output=site.folder / output, cache=site.folder / f"{output}-cache", executor=cluster.address
    )
    return build_site(options, bar)  # type: ignore[arg-type]  # a bar of the test's own


@contextmanager
def locally(site: TestSite) -> Iterator[dict[str, bytes]]:
    """What a build on this machine alone writes."""
    site.build(output=site.folder / "local", cache=site.folder / "local-cache")
    yield TestSite.tree(_at(site, "local"))


def _at(site: TestSite, output: str) -> TestSite:
    there = TestSite(site.folder)
    there.output = site.folder / output
    return there


class Axe:
    """A bar that ends processes as soon as the first pages are there, and then does what it is told to."""

    def __init__(self, *processes: subprocess.Popen[bytes], then: Callable[[], None] = lambda: None) -> None:
        self.processes = list(processes)
        self._then = then

    def __call__(self, _total: int) -> nullcontext[Axe]:
        return nullcontext(self)

    def update(self, steps: int) -> None:
        while steps and self.processes:
            process = self.processes.pop()
            assert process.poll() is None
            process.kill()
            process.wait()
            self._then()


def test_two_workers_write_the_site_that_one_machine_writes(season: TestSite, cluster: LocalCluster) -> None:
    cluster.start_workers(2)
    first = build(season, cluster)
    assert first.written == len(season.tree())
    assert "Read on a worker" in season.page("index.html")
    with locally(season) as local:
        assert season.tree() == local
    shutil.rmtree(season.folder / "output-cache")
    again = build(season, cluster)
    assert (again.written, again.unchanged) == (0, first.written)
    path = "content/matches/Roma-Lazio.md"
    season.write({path: (season.folder / path).read_text(encoding="utf-8").replace("score: 2-1", "score: 0-4")})
    edited = build(season, cluster)
    assert 0 < edited.written < first.written
    with locally(season) as local:
        assert season.tree() == local


def test_pages_of_a_killed_worker_are_made_by_another_and_without_any_the_build_fails(
    season: TestSite, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster.start_workers(2)
    axe = Axe(cluster.workers[0])
    build(season, cluster, axe)
    assert axe.processes == []
    with locally(season) as local:
        assert season.tree() == local
    monkeypatch.setattr(client, "GRACE", 1.0)
    with pytest.raises(
        BuildFailed, match=r"^(the cluster at .* is gone: |all workers of the cluster at .* are gone).*Nothing was"
    ):
        build(season, cluster, Axe(cluster.workers[1]), "other")
    assert _at(season, "other").tree() == {}


def test_when_all_workers_are_gone_one_that_comes_in_time_has_the_site_from_the_scheduler(
    season: TestSite, cluster: LocalCluster
) -> None:
    cluster.start_workers(1)
    axe = Axe(cluster.workers[0], then=lambda: cluster.start_workers(1))
    build(season, cluster, axe)
    assert axe.processes == []
    with locally(season) as local:
        assert season.tree() == local


def test_without_its_scheduler_the_build_fails(season: TestSite, cluster: LocalCluster) -> None:
    cluster.start_workers(1)
    with pytest.raises(
        BuildFailed, match=r"the cluster at .* is gone: its scheduler or all of its workers ended\. Nothing was written"
    ):
        build(season, cluster, Axe(cluster.scheduler))
    assert season.tree() == {}


def test_a_cluster_without_workers_is_told_so(season: TestSite, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "ANSWER", 2.0)
    with pytest.raises(BuildFailed, match=r"the cluster at 127\.0\.0\.1:\d+ has no workers\. Nothing was written"):
        build(season, cluster)


def test_a_worker_of_another_version_is_refused(season: TestSite, cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "IDENTITY", "9.9.9 (0123456789ab)")
    cluster.start_workers(1)
    with pytest.raises(BuildFailed, match=r"the worker tcp://.* runs site-builder .*, this one is 9\.9\.9 .*every machine needs"):
        build(season, cluster)
    assert season.tree() == {}


def test_where_no_cluster_is_the_build_says_so_at_once(season: TestSite) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    began = time.monotonic()
    done = season.command("build", "--executor", f"dask://127.0.0.1:{port}")
    assert time.monotonic() - began < 10
    assert done.returncode == 3
    assert done.stderr.startswith(f"The build failed: there is no Dask cluster at 127.0.0.1:{port} (")
    assert done.stderr.count("\n") == 1


def test_what_is_no_scheduler_is_told_from_one(season: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "ANSWER", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(BuildFailed, match="is no Dask scheduler"):
        build_site(Options(site=season.folder, jobs=1, executor=silent.getsockname()[:2]), no_bar)


@pytest.mark.parametrize(
    "executor", ["localhost:8786", "dask://", "dask://host", "dask://host:x", "tcp://host:1", "dask://host:1/x"]
)
def test_an_address_of_another_form_is_misuse(site: TestSite, executor: str) -> None:
    done = CliRunner().invoke(commands, ["build", "--site", str(site.folder), "--executor", executor])
    assert done.exit_code == 2
    assert "is not of the form dask://HOST:PORT" in done.stderr


def test_without_the_extra_it_is_named(site: TestSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "is_installed", lambda: False)
    done = CliRunner().invoke(commands, ["build", "--site", str(site.folder), "--executor", "dask://localhost:8786"])
    assert done.exit_code == 2
    assert "site-builder[distributed]" in done.stderr
