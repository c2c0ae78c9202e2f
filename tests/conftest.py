"""What many tests start from."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from builders import TestSite
from figures import IS_PRINTED, Figures, recorded_in, summed, table

ROOT = Path(__file__).parent.parent


# How long an example takes says more of the machine than of the program; where time counts, a test measures it.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture(scope="session", autouse=True)
def _code_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compiled templates are kept for all tests of a run, and not among the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp().parent / "code"))
        yield


@pytest.fixture(scope="session", autouse=True)
def _interrupts() -> Iterator[None]:
    """Ctrl-C ends what tests start, also where they run in the background of a shell, whose processes ignore it."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    """An empty site in a folder of its own."""
    return TestSite(tmp_path / "site")


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site as a command builds it, its output alone; built once for all tests and all of their processes.

    Nothing may be written into it.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent  # a worker's own folder is inside of that of all
    folder = shared / "example-site"
    with FileLock(shared / "example-site.lock"):
        if not (folder / "built").exists():
            _build_example(TestSite(folder))
            (folder / "built").touch()
    return folder / "output"


def _build_example(site: TestSite) -> None:
    shutil.copytree(ROOT / "content", site.folder / "content", dirs_exist_ok=True)
    shutil.copy(ROOT / "site.toml", site.folder)
    done = site.command("build", "--jobs", "1", PYTHONHASHSEED="0", TZ="UTC")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """Takes figures for the table at the end of ``make trust``: ``figures.add("kills: tried", 1)``."""
    return Figures(request.node.user_properties)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table of all figures, where it is asked for."""
    figures = summed(recorded_in(report for reports in terminalreporter.stats.values() for report in reports))
    if figures and IS_PRINTED:
        terminalreporter.section("figures")
        for line in table(figures):
            terminalreporter.line(line)
