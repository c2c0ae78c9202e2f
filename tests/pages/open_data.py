"""What tests of open data start from: a semi-final over two legs, and documents read back."""

from __future__ import annotations

import json
from typing import Any

from builders import TestSite

SEMI_FINAL = "matches/2021/2021-02-10-atalanta-napoli"
FIRST_LEG = "matches/2021/2021-02-03-napoli-atalanta"


def data(site: TestSite, address: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads(site.page(f"{address}.json"))
