"""Fingerprints tell apart whatever differs, and depend on nothing but the value."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, time, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from msgspec import Struct

from incremental.struct_samples import (
    Cup,
    CupOfLookAlikes,
    CupOfNone,
    CupOfNothingInParticular,
    DateOrText,
    Foot,
    Holder,
    LookAlikes,
    Mixed,
    Pair,
    Player,
    Round,
    Score,
    Team,
    Thawed,
    Unslotted,
    Venue,
    WithAnything,
    WithAnyTuple,
    WithDict,
    WithMixed,
    WithMixedChoice,
    WithPairOfAnything,
    WithScore,
    WithSet,
    WithTwoOrNone,
)
from site_builder.content import model as content
from site_builder.football import model as football
from site_builder.incremental.fingerprint import digest, digest_of, fingerprint, print_of
from site_builder.pages import match_view, parts, views

DIFFERENT = (
    (),
    ("1",),
    (1,),
    (1.0,),
    (True,),
    (None,),
    (b"1",),
    ("",),
    ("a", "b"),
    (("a", "b"),),
    (("a",), "b"),
    ("ab",),
    (Markup("1"),),
    (("Markup", "1"),),
    (Foot.LEFT,),
    ("left",),
    (date(2021, 2, 10),),
    ("2021-02-10",),
    (datetime(2021, 2, 10, 12, tzinfo=timezone(timedelta(hours=1))),),
    (datetime(2021, 2, 10, 11, tzinfo=timezone(timedelta(0))),),
    (time(20, 45),),
    (timedelta(hours=1),),
    (Team("Napoli"),),
    (Venue("Napoli"),),
    (Team("Napoli"), Venue("Napoli")),
    (Venue("Napoli"), Team("Napoli")),
    ((Team("Napoli"), Team("Napoli")),),
    (Pair(Team("Napoli"), Team("Napoli")),),
    (Pair(Venue("Napoli"), Team("Napoli")),),
    (Player("Zapata"),),
    (Player("Zapata", Foot.RIGHT),),
    (Player("Zapata", teams=(Team("Napoli"),)),),
    (Player("Zapata", ratings=Pair(7.0, None)),),
    (Player("Zapata", since=date(2018, 7, 12)),),
    (Player("Zapata", side="away"),),
)


def test_values_that_differ_in_anything_have_different_fingerprints() -> None:
    names = [fingerprint(*values) for values in DIFFERENT]
    assert len(set(names)) == len(DIFFERENT)


def test_equal_values_have_equal_fingerprints() -> None:
    assert fingerprint(Player("Zapata", teams=(Team("Atalanta", 1907),))) == fingerprint(
        Player("Zapata", teams=(Team("Atalanta", 1907),))
    )


@pytest.mark.parametrize(
    "value",
    [
        {"a"},
        frozenset({"a"}),
        {"a": 1},
        ["a"],
        object(),
        LookAlikes(Team("Napoli")),
        DateOrText("2021-02-10"),
        WithSet(frozenset()),
        WithDict({}),
        WithAnything(1),
        WithMixed(Mixed.TEXT),
        Mixed.TEXT,
        Thawed("Napoli"),
        Unslotted("Napoli"),
        Holder(Thawed("Napoli")),
        (1, ({"a"},)),
        Pair(Team("Napoli"), {"a"}),
        WithAnyTuple(()),
        WithTwoOrNone(None),
        WithMixedChoice("1"),
        CupOfLookAlikes(Round(())),
        CupOfNothingInParticular(Round(())),
        CupOfNone(Round(())),
    ],
)
def test_what_does_not_settle_its_bytes_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        fingerprint(value)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (LookAlikes(Team("Napoli")), r"LookAlikes\.of may hold values of different types that look alike: .*Team \| .*Venue"),
        (WithTwoOrNone(None), r"WithTwoOrNone\.teams may hold values of different types that look alike: .*Team \| .*Venue"),
        (CupOfLookAlikes(Round(())), r"Pair\.home may hold values of different types that look alike: .*Team \| .*Venue"),
        (CupOfNone(Round(())), r"Round\.best may hold values of different types that look alike"),
        (CupOfNothingInParticular(Round(())), r"Pair\.home cannot be fingerprinted: ~T does not settle its bytes"),
        (WithAnyTuple(()), r"WithAnyTuple\.things cannot be fingerprinted: <class 'object'> does not settle its bytes"),
        (WithSet(frozenset()), r"WithSet\.teams cannot be fingerprinted: frozenset\[str\] does not settle its bytes"),
        (WithMixed(Mixed.TEXT), r"WithMixed\.thing mixes types: <enum 'Mixed'>"),
        (WithScore(Score.WON), r"WithScore\.score cannot be fingerprinted: <class 'tuple'> does not settle its bytes"),
        (WithPairOfAnything(Pair(1, 1)), r"Pair\.home cannot be fingerprinted: ~T does not settle its bytes"),
        (WithMixedChoice("1"), r"WithMixedChoice\.thing mixes types: typing\.Literal\['1', 1\]"),
        (Thawed("Napoli"), r"Thawed cannot be fingerprinted: it is not frozen"),
        ({"a"}, r"set cannot be fingerprinted: <class 'set'> does not settle its bytes"),
        (Team(object()), r"object cannot be fingerprinted"),  # type: ignore[arg-type]  # not what the field says
    ],
)
def test_the_refusal_names_the_field(value: object, message: str) -> None:
    with pytest.raises(TypeError, match=f"^{message}"):
        fingerprint(value)


def test_what_a_generic_value_is_of_is_known_below_it_too() -> None:
    cups = [Cup(Round((Pair(Team(name), Team("Lazio")),))) for name in ("Napoli", "Genoa")]
    assert fingerprint(cups[0]) == fingerprint(Cup(Round((Pair(Team("Napoli"), Team("Lazio")),))))
    assert fingerprint(cups[0]) != fingerprint(cups[1])


def test_plain_text_in_a_field_differs_from_the_same_text_marked_as_safe() -> None:
    assert fingerprint(Team("<b>")) != fingerprint(Team(Markup("<b>")))
    assert fingerprint(Team(Markup("<b>"))) != fingerprint(Team(Markup("<i>")))


def test_a_fingerprint_is_the_same_in_every_process_whatever_the_hash_seed() -> None:
    code = (
        "from site_builder.incremental.fingerprint import fingerprint\n"
        "from site_builder.pages.parts import Link\n"
        "print(fingerprint('Łódź', 1, None, (Link('a', 'b'), Link('c'))))"
    )
    names = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"))
    }
    assert names == {fingerprint("Łódź", 1, None, (parts.Link("a", "b"), parts.Link("c"))) + "\n"}


@pytest.mark.parametrize("module", [parts, views, match_view, football, content], ids=lambda module: module.__name__)
def test_every_value_of_the_site_can_be_fingerprinted(module: object) -> None:
    own = [cls for cls in vars(module).values() if isinstance(cls, type) and issubclass(cls, Struct) and cls is not Struct]
    assert own
    assert {len(fingerprint(cls(**dict.fromkeys(cls.__struct_fields__)))) for cls in own} == {32}


def test_the_digest_of_chunks_is_the_digest_of_the_whole() -> None:
    assert digest_of([b"Ata", b"", b"lanta"]) == digest(b"Atalanta")
    assert digest(b"Atalanta") != digest(b"Napoli")


@given(st.lists(st.text(), max_size=6), st.lists(st.text(), max_size=6))
def test_texts_are_told_apart_wherever_they_are_cut(left: list[str], right: list[str]) -> None:
    assert (fingerprint(*left) == fingerprint(*right)) == (left == right)


SCALARS = st.none() | st.booleans() | st.integers() | st.text() | st.dates() | st.floats(allow_nan=False, allow_infinity=False)


@given(*[st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3).map(tuple), max_leaves=6)] * 2)
def test_nested_tuples_are_told_apart_by_type_and_place(left: object, right: object) -> None:
    assert (fingerprint(left) == fingerprint(right)) == (repr(left) == repr(right))


def test_goal_averages_are_told_apart() -> None:
    averages = (Fraction(60, 33), Fraction(61, 34), Fraction(2), 2, float("inf"), None)
    assert len({print_of(average) for average in averages}) == len(averages)
    assert print_of(Fraction(60, 33)) == print_of(Fraction(20, 11))
    with pytest.raises(TypeError, match="object cannot be printed"):
        print_of(object())
