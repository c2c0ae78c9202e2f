"""Many pages share an alarm, and each of them has its own time."""

from __future__ import annotations

import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from rendering.sample_parts import SITE
from rendering.samples import venue
from site_builder.language.words import Words
from site_builder.rendering import time_limit
from site_builder.rendering.template_faults import TemplateFault
from site_builder.rendering.templates import TemplateSource, render, theme_of

TICK = 0.02
"""Seconds that the clock of a process may lag behind, and its alarm."""
SOURCES = {"short": "{{ view.name }}", "endless": "{% for one in range(10 ** 12) %}{% endfor %}"}
THEME = theme_of({f"{name}.html": TemplateSource(f"templates/{name}.html", text) for name, text in SOURCES.items()}, Words())


@pytest.fixture(autouse=True)
def _little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS_A_PAGE", 0.1)
    monkeypatch.setattr(time_limit, "_AGAIN", 0.02)


def rendered(name: str) -> bytes:
    return render(THEME, f"{name}.html", SITE, venue())


def test_an_alarm_that_strikes_for_many_pages_stops_the_endless_one_only() -> None:
    with time_limit.watched():
        handler = signal.getsignal(signal.SIGVTALRM)
        until = time.process_time() + 0.3
        while time.process_time() < until:  # longer than a page may take, in them and between them
            assert rendered("short") == b"Gewiss Stadium\n"
        for _ in range(2):
            began = time.process_time()
            with pytest.raises(TemplateFault) as caught:
                rendered("endless")
            assert caught.value.is_endless
            assert time.process_time() - began > 0.1 - TICK
        assert rendered("short") == b"Gewiss Stadium\n"
        assert signal.getsignal(signal.SIGVTALRM) == handler
        assert signal.getitimer(signal.ITIMER_VIRTUAL)[1] == pytest.approx(0.02, abs=0.01)
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGVTALRM) == signal.SIG_DFL


def test_a_watch_within_a_watch_is_the_same_one() -> None:
    with time_limit.watched():
        with time_limit.watched():
            assert rendered("short")
        assert signal.getitimer(signal.ITIMER_VIRTUAL)[1] > 0
        with pytest.raises(TemplateFault):
            rendered("endless")


def test_a_page_of_another_thread_takes_nothing_from_those_of_the_watch() -> None:
    with time_limit.watched(), ThreadPoolExecutor(1) as threads:
        is_rendering, is_over = threading.Event(), threading.Event()

        def other() -> None:
            with time_limit.limited():
                is_rendering.set()
                is_over.wait(10)

        waiting = threads.submit(other)
        assert is_rendering.wait(10)
        until = time.process_time() + 0.3
        while time.process_time() < until:  # would be stopped if the other page's time were counted here
            pass
        is_over.set()
        waiting.result()
