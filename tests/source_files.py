"""Files of a site of its own, for those who list and read them."""

from __future__ import annotations

from pathlib import Path


def empty_site(folder: Path) -> Path:
    (folder / "content" / "matches").mkdir(parents=True)
    return folder


def write(site: Path, path: str, data: bytes = b"x") -> Path:
    file = site / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file
