"""Line-ups: eleven starters, each once, and changes for those who were on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from match_facts import PLAYED, XI, problems_of, with_line_up
from site_builder.content.shorthand import parse_line_up
from site_builder.football.model import (
    BySide,
    Happenings,
    Side,
)


@pytest.mark.parametrize(
    ("line_up", "expected"),
    [
        (XI, []),
        (f"{XI} (Ilicic 60' (Miranchuk 80'))", []),
        (f"{XI}, Ilicic", [("too-many-starters", True)]),
        (XI.removesuffix(", Muriel"), [("too-few-starters", False)]),
        (XI.replace("Muriel", "Toloi"), [("starter-twice", True)]),
        (f"{XI} (Toloi 60')", [("substitute-started", True)]),
    ],
)
def test_line_ups_are_counted(line_up: str, expected: list[tuple[str, bool]]) -> None:
    assert problems_of(with_line_up(line_up)) == [(code, ("lineups", "home"), error) for code, error in expected]


def test_who_is_replaced_has_to_be_on_the_pitch_and_once_only() -> None:
    line_up = parse_line_up(f"{XI} (Ilicic 60')", Side.HOME)
    change = line_up.substitutions[0]
    for changes, code in (
        ((replace(change, off="Nobody"),), "replaced-but-not-playing"),
        ((change, replace(change, on="Miranchuk")), "replaced-twice"),
    ):
        facts = replace(PLAYED, happenings=Happenings(line_ups=BySide(None, replace(line_up, substitutions=changes))))
        assert problems_of(facts) == [(code, ("lineups", "away"), True)]
