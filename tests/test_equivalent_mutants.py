"""The list of changes that change nothing: each is of a line that there is, and says why. What mutmut shows is found in it."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
TOOL = runpy.run_path(str(ROOT / "tools" / "mutate.py"))
LIST = (ROOT / "tools" / "equivalent_mutants.toml").read_text(encoding="utf-8")
ENTRIES = [(module, entry) for module, entries in tomllib.loads(LIST).items() for entry in entries]
SHOWN = """# site_builder.incremental.memo.xǁMemoǁrecently__mutmut_14: survived
--- site_builder/incremental/memo.py
+++ site_builder/incremental/memo.py
@@ -9,5 +9,5 @@
     value = rule(self, *args)
     self._recent[cell] = value
     if len(self._recent) > RECENT:
-        self._recent.popitem(last=False)
+        self._recent.popitem(last=None)
     return value

"""


@pytest.mark.parametrize(("module", "entry"), ENTRIES, ids=[f"{module} {entry['becomes'][:50]}" for module, entry in ENTRIES])
def test_an_entry_is_of_a_line_that_stands_there_and_has_a_reason(module: str, entry: dict[str, str]) -> None:
    source = (ROOT / "site_builder" / f"{module}.py").read_text(encoding="utf-8")
    lines = " ".join(line.strip() for line in source.splitlines())
    assert entry["was"] in lines
    assert entry["was"] != entry["becomes"]
    assert re.fullmatch(r"[A-Z`].+\.", entry["because"])


def test_no_entry_stands_there_twice() -> None:
    assert len(TOOL["listed"](LIST)) == len(ENTRIES)


def test_what_is_shown_is_found_in_the_list() -> None:
    change = TOOL["change_of"](SHOWN)
    assert (change.module, change.was, change.becomes) == (
        "incremental/memo",
        "self._recent.popitem(last=False)",
        "self._recent.popitem(last=None)",
    )
    assert change in TOOL["listed"](LIST)


def test_what_changes_nothing_is_asked_no_test_of(capsys: pytest.CaptureFixture[str]) -> None:
    tell: Any = TOOL["tell"]
    ends = {"a": "killed", "b": "survived", "c": "timeout", "d": "not checked", "e": "no tests"}
    other = SHOWN.replace("last=None", "last=True")
    part = tell(ends, {"b": SHOWN, "e": other}, TOOL["listed"](LIST))
    assert part == pytest.approx(2 / 3)
    said = capsys.readouterr().out
    assert "changes nothing: Both are false." in said
    assert said.endswith("1 of 4 mutants change nothing; of the 3 others tests see 2: 66.7%\n")
