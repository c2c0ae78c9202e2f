"""Teeth: with a bug put into what decides which pages are made again, an edit shows it.

Each bug is one that an engine like this could have. A build after an edit is then
compared with a clean one: the two have to differ, or such a bug would pass unseen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from builders import TestSite, report, tree_of
from site_builder import changes, looking, resumption, turnout
from site_builder.incremental import spreading
from site_builder.incremental.memo import Memo
from site_builder.incremental.recorder import Recorder, What
from site_builder.incremental.traces import Traces
from site_builder.output import survey
from site_builder.output.survey import Glance
from site_builder.rendering import closure
from site_builder.site import retelling

FIRST, SECOND, FOOTER = "content/matches/first.md", "content/matches/second.md", "templates/partials/footer.html"
SEASON: Mapping[str, str] = {
    FIRST: report("Atalanta", "Napoli", "2-1", date="2021-02-01", competition="Serie A", text="Napoli lost."),
    SECOND: report("Napoli", "Lazio", "1-1", date="2021-02-08", competition="Serie A", text="A draw."),
    "content/teams/napoli.md": "---\nname: Napoli\n---\nBy the sea.\n",
    FOOTER: "<footer><p>Old</p></footer>\n",
}
SCORE = {FIRST: SEASON[FIRST].replace("2-1", "0-1")}
PROSE = {FIRST: SEASON[FIRST].replace("Napoli lost.", "Napoli lost their way.")}
NAME = {"content/teams/napoli.md": "---\nname: SSC Napoli\naliases: [Napoli]\n---\nBy the sea.\n"}
TEMPLATE = {FOOTER: "<footer><p>New</p></footer>\n"}

Patch = Callable[[pytest.MonkeyPatch], None]


def _reads_of_inputs_are_not_noted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Recorder, "get", Memo.get)


def _that_nothing_was_there_is_not_noted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Recorder, "find", Memo.find)


def _every_part_comes_out_as_before(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(spreading, "_is_as_before", lambda *_: True)


def _a_part_has_one_print(patch: pytest.MonkeyPatch) -> None:
    noted: Callable[..., None] = vars(Recorder)["_note"]

    def note(self: Recorder, what: What, name: str, print_: str, *more: Any) -> None:  # noqa: ANN401 - handed on
        noted(self, what, name, "" if what is What.PART else print_, *more)

    patch.setattr(Recorder, "_note", note)
    patch.setattr(Recorder, "print_of_part", lambda *_: "")


def _readers_are_not_found(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Traces, "readers", lambda *_: iter(()))


def _no_cell_differs(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(changes, "differing", lambda *_: set())
    patch.setattr(resumption, "retold", lambda *_: {})


def _everything_can_be_retold(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(retelling, "_same_but", lambda *_: True)
    patch.setattr(resumption, "retold", lambda *_: {})


def _the_key_of_a_page_does_not_count(patch: pytest.MonkeyPatch) -> None:
    for module in (survey, turnout):
        patch.setattr(module, "is_current", lambda path, _key, _ledger, found: path in found.intact)


def _what_stands_in_the_output_does_not_count(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Glance, "stands_as", lambda *_: True)


def _templates_are_not_looked_at(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(closure, "closure_digest", lambda *_: "")
    patch.setattr(turnout, "closure_digest", lambda *_: "")
    patch.setattr("site_builder.production.closure_digest", lambda *_: "")
    patch.setattr(looking, "folders_digest", lambda about, _folders: about)
    patch.setattr(changes, "folders_digest", lambda about, _folders: about)


def _times_of_change_are_not_looked_at(patch: pytest.MonkeyPatch) -> None:
    def proved(file: Any, known: Mapping[str, Any]) -> Any:  # noqa: ANN401 - as the function that it stands for
        seen = known.get(file.path)
        return seen if seen and (seen.size, seen.mtime_ns) == (file.status.st_size, file.status.st_mtime_ns) else None

    patch.setattr(looking, "TICK_NS", 0)
    patch.setattr(looking, "_proved", proved)


OTHER_OUTPUT = {"the key of a page does not count", "what stands in the output does not count"}
"""Bugs that show where the edit was built into another output before: what is remembered is newer than this one."""
BUGS: Mapping[str, tuple[Patch, Mapping[str, str]]] = {
    "reads of inputs are not noted": (_reads_of_inputs_are_not_noted, SCORE),
    "that nothing was there is not noted": (_that_nothing_was_there_is_not_noted, PROSE),
    "every part comes out as before": (_every_part_comes_out_as_before, SCORE),
    "a part has one print": (_a_part_has_one_print, SCORE),
    "readers are not found": (_readers_are_not_found, SCORE),
    "no cell differs": (_no_cell_differs, NAME),
    "everything can be retold": (_everything_can_be_retold, SCORE),
    "the key of a page does not count": (_the_key_of_a_page_does_not_count, SCORE),
    "what stands in the output does not count": (_what_stands_in_the_output_does_not_count, SCORE),
    "templates are not looked at": (_templates_are_not_looked_at, TEMPLATE),
    "times of change are not looked at": (_times_of_change_are_not_looked_at, SCORE),
}


def _after(folder: Path, edit: Mapping[str, str], *, elsewhere: bool = False) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What an edit leaves, built from the last build and from nothing. The edited files keep their size and time."""
    site = TestSite(folder / "site").write(SEASON)
    site.build()
    for path, text in edit.items():
        file = site.folder / path
        was = file.stat()
        site.write({path: text})
        os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
    if elsewhere:
        site.build(output=folder / "elsewhere")
    site.build()
    site.build(output=folder / "clean", cache=folder / "no-cache")
    return site.tree(), tree_of(folder / "clean")


@pytest.mark.parametrize("bug", BUGS)
def test_a_bug_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bug: str) -> None:
    put, edit = BUGS[bug]
    with monkeypatch.context() as patch:
        put(patch)
        after, clean = _after(tmp_path, edit, elsewhere=bug in OTHER_OUTPUT)
    assert after != clean


@pytest.mark.parametrize("edit", [SCORE, PROSE, NAME, TEMPLATE], ids=["score", "prose", "name", "template"])
@pytest.mark.parametrize("elsewhere", [False, True])
def test_without_a_bug_nothing_is_seen(tmp_path: Path, edit: Mapping[str, str], *, elsewhere: bool) -> None:
    after, clean = _after(tmp_path, edit, elsewhere=elsewhere)
    assert after == clean
