"""Days as they stand in addresses and in orders: each written once, since many matches share one."""

from __future__ import annotations

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=16384)
def written(day: date) -> str:
    """``2021-02-10``."""
    return day.isoformat()
