"""Builds on a disk that is full but for so many KiB, told as JSON; for a process that may mount (``unshare -Urm``).

The disk is a real one, in memory (tmpfs), at the output or at what saves time:

    unshare -Urm python small_disk.py FOLDER output 0 4 8 edge

``edge`` looks by itself for the space that is just enough.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from builders import TestSite
from old_and_new import Room
from site_builder.outcome import BuildFailed

FILLER = ".filler"
PAGE = 4
"""KiB that such a disk gives at once."""
CACHE = ".site-builder-cache"


def full_but_for(free: int, disk: Path, aside: Path) -> None:
    """What lies ``aside`` on the disk, and so many KiB free."""
    for path in disk.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(aside, disk, dirs_exist_ok=True)
    with (disk / FILLER).open("wb", buffering=0) as filler:
        filler.truncate(0)
        left = shutil.disk_usage(disk).free - free * 1024
        filler.write(bytes(max(left, 0)))


def attempt(room: Room, site: TestSite, disk: Path, free: int) -> str:
    """What a build says there; raises AssertionError where the site is neither the old one nor the new."""
    aside = room.first.folder / disk.relative_to(site.folder)
    full_but_for(free, disk, aside)
    failed = None
    try:
        site.build()
    except BuildFailed as error:
        failed = error
    (disk / FILLER).unlink()
    room.holds(site, failed, f"{disk.name}, {free} KiB")
    return str(failed) if failed else ""


def main(folder: Path, name: str, sizes: list[str]) -> None:
    room = Room(folder)
    site = room.attempt()
    disk = site.output if name == "output" else site.folder / CACHE
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)], check=True)
    said = {free: attempt(room, site, disk, int(free)) for free in sizes if free != "edge"}
    if "edge" in sizes:
        said |= edge(room, site, disk)
    print(json.dumps(said))  # noqa: T201 - what it is for


def edge(room: Room, site: TestSite, disk: Path) -> dict[str, str]:
    """Around the space that is just enough: what fails last is what is written last."""
    said: dict[str, str] = {}
    too_little, enough = 0, 512
    while enough - too_little > PAGE:
        middle = (too_little + enough) // 2 // PAGE * PAGE
        sentence = attempt(room, site, disk, middle)
        too_little, enough = (middle, enough) if sentence else (too_little, middle)
        if sentence:
            said[f"edge {middle}"] = sentence
    return said


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
