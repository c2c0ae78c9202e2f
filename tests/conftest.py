"""What many tests start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import TestSite


@pytest.fixture
def site(tmp_path: Path) -> TestSite:
    """An empty site in a folder of its own."""
    return TestSite(tmp_path / "site")
