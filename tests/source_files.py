"""Files of a site of its own, for those who list and read them."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content" / "matches").mkdir(parents=True)
    return tmp_path


def write(site: Path, path: str, data: bytes = b"x") -> Path:
    file = site / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file
