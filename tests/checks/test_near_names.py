"""Names that are near to each other: letters and deletions find the same, and all that comparing each with each finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.names import (
    FEW,
    distance_allowed,
    edits,
    near_names,
    with_like_deletions,
    with_like_letters,
)

# Few letters, so that names of a squad are near to each other.
SLUGS = st.lists(st.text("abé-", min_size=3, max_size=11), max_size=8, unique=True)


def all_with_all(rare: list[str], known: list[str]) -> list[tuple[str, str]]:
    """The plain way."""
    found = []
    for name in rare:
        close = [o for o in known if o != name and edits(name, o) <= min(distance_allowed(name), distance_allowed(o))]
        found += [(name, min(close))] if close else []
    return found


@given(SLUGS, SLUGS)
def test_near_names_are_those_of_comparing_each_with_each(rare: list[str], known: list[str]) -> None:
    wanted = all_with_all(rare, known)
    assert list(near_names(rare, known)) == wanted
    for way in (with_like_letters, with_like_deletions):
        candidates = dict(way(rare, known))
        assert all(near in candidates[name] for name, near in wanted)
        assert all(name not in others for name, others in candidates.items())


def one_by_one(one: str, other: str) -> int:
    """Edits by the definition: the last letters are the same, changed, added, dropped, or swapped with those before."""
    if not one or not other:
        return len(one) + len(other)
    ways = [one_by_one(one[:-1], other) + 1, one_by_one(one, other[:-1]) + 1]
    ways.append(one_by_one(one[:-1], other[:-1]) + (one[-1] != other[-1]))
    if one[-2:] == other[-2:][::-1] and len(one) > 1 and len(other) > 1:
        ways.append(one_by_one(one[:-2], other[:-2]) + 1)
    return min(ways)


@given(st.text("ab-", max_size=6), st.text("ab-", max_size=6))
def test_what_two_names_begin_and_end_with_makes_no_difference_to_their_edits(one: str, other: str) -> None:
    assert edits(one, other) == one_by_one(one, other)


def test_of_many_rare_names_each_finds_its_like() -> None:
    rare = [f"person-number-{number:03}" for number in range(FEW + 1)]
    known = [f"persom-number-{number:03}" for number in range(0, FEW + 1, 10)]
    found = dict(near_names(rare, known))
    assert len(found) == len(rare)
    assert found == dict(all_with_all(rare, known))
