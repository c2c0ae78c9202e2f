"""The tutorial does what it says: its commands run in an empty folder, one after the other, and print what stands below them."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue

from msgspec import Struct

TUTORIAL = (Path(__file__).parent.parent / "docs" / "tutorial.md").read_text(encoding="utf-8")
PATIENCE = 120.0
_BLOCK = re.compile(r"(?:Open `(?P<file>[^`]+)`[^`]*)?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


class Step(Struct, frozen=True):
    """A command with what it prints; or, without one, what the watch prints next; or a file to write."""

    command: str = ""
    said: tuple[str, ...] = ()
    file: str = ""
    text: str = ""


def steps() -> Iterator[Step]:
    for block in _BLOCK.finditer(TUTORIAL):
        if block["file"]:
            yield Step(file=block["file"], text=block["text"])
            continue
        assert block["language"] == "console", block["text"]
        first, *others = re.split(r"^\$ ", block["text"], flags=re.MULTILINE)
        if first:
            yield Step(said=tuple(first.splitlines()))
        for command, *said in (other.splitlines() for other in others):
            yield Step(command, tuple(said))


def masked(lines: tuple[str, ...]) -> list[str]:
    """Lines without what differs from one machine to the next: times and the port."""
    return [re.sub(r"\d+\.\d\d s\b", "… s", re.sub(r"(127\.0\.0\.1):\d+", r"\1:…", line)) for line in lines]


@dataclass
class Reader:
    """Somebody who does what the tutorial says."""

    folder: Path
    watching: subprocess.Popen[str] | None = None
    lines: Queue[str] = field(default_factory=Queue)

    def take(self, step: Step) -> None:
        if step.file:
            save(self.folder / step.file, step.text)
        elif step.command.startswith("cd "):
            self.folder /= step.command.removeprefix("cd ")
        else:
            assert masked(self._said(step)) == masked(step.said), step.command

    def _said(self, step: Step) -> tuple[str, ...]:
        words = shlex.split(step.command)
        if not words or "watch" in words:
            if words:
                self._watch(words)
            return tuple(self.lines.get(timeout=PATIENCE) for _ in step.said)
        self.stop()
        done = subprocess.run(words, cwd=self.folder, env=environment(), capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        return tuple(done.stdout.splitlines())

    def _watch(self, words: list[str]) -> None:
        self.watching = subprocess.Popen(words, cwd=self.folder, env=environment(), stdout=subprocess.PIPE, text=True)
        threading.Thread(target=self._listen, args=(self.watching,)).start()

    def _listen(self, watching: subprocess.Popen[str]) -> None:
        assert watching.stdout
        for line in watching.stdout:
            self.lines.put(line.removesuffix("\n"))

    def stop(self) -> None:
        """Ctrl-C, where something is running."""
        if self.watching:
            self.watching.send_signal(signal.SIGINT)
            assert self.watching.wait(PATIENCE) == 130
            assert self.watching.stdout
            self.watching.stdout.close()
            self.watching = None


def save(path: Path, text: str) -> None:
    """As editors save: all at once."""
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def environment() -> dict[str, str]:
    """The commands of this installation, a browser that does nothing, and lines as they come."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return {**os.environ, "PATH": path, "BROWSER": "true", "PYTHONUNBUFFERED": "1"}


def test_the_tutorial_takes_five_commands_and_prints_what_it_shows(tmp_path: Path) -> None:
    taken = list(steps())
    assert len([step for step in taken if step.command]) <= 5
    reader = Reader(tmp_path)
    try:
        for step in taken:
            reader.take(step)
    finally:
        if reader.watching:
            reader.watching.kill()
            reader.watching.wait()
    page = (reader.folder / "output/matches/2021/2021-05-19-atalanta-juventus.html").read_text(encoding="utf-8")
    assert "1–2" in page
    assert 'people/federico-chiesa.html">Chiesa</a>' in page
    assert (reader.folder / "output/people/andrea-pirlo.html").exists()
