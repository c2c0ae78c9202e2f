"""Every way in which editors save a file: those that are at hand do it themselves, the habits of others are replayed.

After each save the watch knows the file's last text, and nothing else for a source; and it is quiet then.
"""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from builders import TestSite, report
from figures import Figures
from serving import FILE, LONG, SHORT
from site_builder.incremental.fingerprint import digest
from site_builder.serve.watching import Watch

Save = Callable[[Path], object]
NEW = "2-2"


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("3-1", NEW)


def of_program(*words: str) -> Save:
    """A program that changes the file by itself."""
    return lambda path: subprocess.run([*words, str(path)], check=True, capture_output=True, cwd=path.parent)


def of_ed(path: Path) -> None:
    subprocess.run(["ed", "-s", str(path)], input=f"%s/3-1/{NEW}/\nw\nq\n", text=True, check=True)


def of_nano(path: Path) -> None:
    """Somebody at a terminal: replaces (Ctrl-\\), saves (Ctrl-O), leaves (Ctrl-X)."""
    here, there = pty.openpty()
    with subprocess.Popen(
        ["nano", "-I", str(path)], stdin=there, stdout=there, stderr=there, env={**os.environ, "TERM": "vt100"}
    ):
        os.close(there)
        for keys in (b"\x1c", b"3-1\r", NEW.encode() + b"\r", b"a", b"\x0f", b"\r", b"\x18"):
            time.sleep(0.15)
            os.read(here, 65536)
            os.write(here, keys)
        try:
            while os.read(here, 65536):
                pass
        except OSError:  # it has left
            os.close(here)


def vim(*settings: str) -> Save:
    return of_program("vim", "-N", "-u", "NONE", "-es", *(f"+set {one}" for one in settings), f"+%s/3-1/{NEW}/", "+wq")


def of_vs_code(path: Path) -> None:
    """Written in place: cut to nothing, then written, then made durable."""
    new = text(path)
    with path.open("r+b", buffering=0) as file:
        file.truncate(0)
        time.sleep(0.005)
        file.write(new.encode())
        os.fsync(file.fileno())


def of_jetbrains(path: Path) -> None:
    """Safe write: a copy beside, the old one renamed away, the copy in its place."""
    beside, old = path.with_name(f"{path.name}___jb_tmp___"), path.with_name(f"{path.name}___jb_old___")
    beside.write_text(text(path), encoding="utf-8")
    path.rename(old)
    beside.rename(path)
    old.unlink()


def of_emacs(path: Path) -> None:
    """A lock that leads nowhere, an automatic save, the old one as a backup, a new file."""
    lock, automatic = path.with_name(f".#{path.name}"), path.with_name(f"#{path.name}#")
    lock.symlink_to("somebody@desk.1:1")
    new = text(path)
    automatic.write_text(new, encoding="utf-8")
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(new, encoding="utf-8")
    automatic.unlink()
    lock.unlink()


def by_replacing(name: str) -> Save:
    """A new file under another name, renamed over the old one: GNOME, KDE, Sublime Text, rsync, Dropbox."""

    def save(path: Path) -> None:
        beside = path.with_name(name.format(path.name))
        beside.write_text(text(path), encoding="utf-8")
        beside.replace(path)

    return save


def by_removing(path: Path) -> None:
    """Gone for a moment."""
    new = text(path)
    path.unlink()
    time.sleep(0.03)
    path.write_text(new, encoding="utf-8")


def line_by_line(path: Path) -> None:
    """A slow hand, or a network: a part at a time."""
    new = text(path)
    with path.open("w", encoding="utf-8") as file:
        for line in new.splitlines(keepends=True):
            file.write(line)
            file.flush()
            time.sleep(0.01)


AT_HAND: dict[str, tuple[str, Save]] = {
    "vim": ("vim", vim()),
    "vim, copying": ("vim", vim("backupcopy=yes")),
    "vim, renaming, with a backup": ("vim", vim("backupcopy=no", "backup")),
    "vim, without any": ("vim", vim("nowritebackup", "noswapfile")),
    "nano": ("nano", of_nano),
    "ed": ("ed", of_ed),
    "sed": ("sed", of_program("sed", "-i", f"s/3-1/{NEW}/")),
    "perl": ("perl", of_program("perl", "-pi", "-e", f"s/3-1/{NEW}/")),
}
REPLAYED: dict[str, Save] = {
    "VS Code": of_vs_code,
    "JetBrains": of_jetbrains,
    "Emacs": of_emacs,
    "GNOME": by_replacing(".goutputstream-X3Y4Z5"),
    "KDE": by_replacing("{}.AbCdEf"),
    "Sublime Text": by_replacing(".sublime-{}.tmp"),
    "rsync": by_replacing(".{}.k3jd8a"),
    "removed and made again": by_removing,
    "line by line": line_by_line,
}
WAYS = {**{name: save for name, (program, save) in AT_HAND.items() if shutil.which(program)}, **REPLAYED}


@pytest.mark.parametrize("way", WAYS)
def test_a_save_is_seen_whole_and_nothing_after_it(watch: Watch, site: TestSite, way: str, figures: Figures) -> None:
    path = site.folder / FILE
    before = set(watch.sources.seen)
    WAYS[way](path)
    seen = set(watch.next_change(LONG))
    while more := watch.next_change(SHORT):
        seen |= more
    assert path.read_text(encoding="utf-8") == report(score=NEW)
    assert FILE in seen
    assert watch.sources.seen[FILE].digest == digest(path.read_bytes())
    assert set(watch.sources.seen) == before
    figures.add("watching: ways of saving", 1)
