"""Line-ups and shoot-outs kick by kick."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.content.shorthand import ShorthandError, parse_kicks, parse_line_up
from site_builder.football.model import Card, CardColour, Kick, Minute, Score, Side, Substitution

HUNGARY = """Gulacsi - Lang (Bolla [Y] 46'), Orban, Szalai [Y] (Dardai 79') - Fiola,
   Nagy (Kleinheisler 67'), Schäfer, Kerkez (Adam 79') - Sallai, Varga, Szoboszlai"""


def test_a_line_up_tells_lines_changes_and_cards() -> None:
    line_up = parse_line_up(HUNGARY, Side.AWAY)
    assert line_up.formation == "3-4-3"
    assert line_up.starters[0] == "Gulacsi"
    assert line_up.substitutions[:2] == (Substitution("Lang", "Bolla", Minute(46)), Substitution("Szalai", "Dardai", Minute(79)))
    assert [(card.player, card.side) for card in line_up.cards] == [("Bolla", Side.AWAY), ("Szalai", Side.AWAY)]


def test_the_minute_of_a_change_stands_before_or_after_the_substitute_or_nowhere() -> None:
    line_up = parse_line_up("A (60' B), C (D 61'), E (F)", Side.HOME)
    assert [sub.minute for sub in line_up.substitutions] == [Minute(60), Minute(61), None]


def test_a_substitute_replaced_is_nested() -> None:
    line_up = parse_line_up("ALFARAJ [c] (45+4' AL ABID [Y 88'] (89' ALAMRI [R 90']))", Side.HOME)
    assert line_up.captain == "ALFARAJ"
    assert line_up.substitutions == (
        Substitution("ALFARAJ", "AL ABID", Minute(45, 4)),
        Substitution("AL ABID", "ALAMRI", Minute(89)),
    )
    assert line_up.cards == (
        Card(Side.HOME, "AL ABID", CardColour.YELLOW, Minute(88)),
        Card(Side.HOME, "ALAMRI", CardColour.RED, Minute(90)),
    )


def test_several_notes_follow_one_player_in_any_order() -> None:
    line_up = parse_line_up("Cheddira [Y 90+1'] [Y/R 90+3'], Romero (90' Sub) [R 49'], Kane [c, Y]", Side.HOME)
    assert [(card.player, card.colour) for card in line_up.cards] == [
        ("Cheddira", CardColour.YELLOW),
        ("Cheddira", CardColour.SECOND_YELLOW),
        ("Romero", CardColour.RED),
        ("Kane", CardColour.YELLOW),
    ]
    assert line_up.captain == "Kane"


def test_only_a_dash_between_spaces_parts_lines() -> None:
    line_up = parse_line_up("Turner - PERRY-ACOSTA, Carter-Vickers - O'Shea", Side.HOME)
    assert line_up.lines == (("Turner",), ("PERRY-ACOSTA", "Carter-Vickers"), ("O'Shea",))


def test_a_shirt_number_is_dropped_and_round_brackets_mark_captain_and_goalkeeper() -> None:
    line_up = parse_line_up("1 Gollini (gk) - 2. Toloi (c), 10 Messi", Side.HOME)
    assert (line_up.starters, line_up.captain, line_up.substitutions) == (("Gollini", "Toloi", "Messi"), "Toloi", ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a player's name is missing at the end"),
        ("A,,B", "a player's name is missing before `,`"),
        ("A - ", "a player's name is missing at the end"),
        ("A; B", "`;` is not understood after `A`"),
        ("A (60' B", "the bracket `(` is never closed"),
        ("A (B 60', C 80')", "`,` does not belong into a change"),
        ("A (60' B 70')", "a second minute stands in the change of `B`"),
        ("A [x]", "`[x]` is not understood"),
        ("A [Y soon]", "`soon` is not a minute"),
        ("A [c], B [c]", "A and B are both marked as captain"),
        ("A 46", "`46` is not understood after `A`"),
        ("A (B " * 20 + ")" * 20, "the brackets are nested too deep"),
    ],
)
def test_a_line_up_that_cannot_be_read_is_explained(text: str, message: str) -> None:
    with pytest.raises(ShorthandError) as caught:
        parse_line_up(text, Side.HOME)
    assert caught.value.message == message
    assert caught.value.fix


NAMES = st.text(st.sampled_from("abcéø'-"), min_size=1, max_size=10).map(lambda rest: f"X{rest}x")
MINUTES = st.none() | st.builds(Minute, st.integers(1, 150), st.integers(0, 99))


@given(st.lists(st.lists(st.tuples(NAMES, NAMES, MINUTES, st.booleans()), min_size=1, max_size=4), min_size=1, max_size=5))
def test_a_written_line_up_reads_back(lines: list[list[tuple[str, str, Minute | None, bool]]]) -> None:
    def player(starter: str, sub: str, minute: Minute | None, carded: bool) -> str:  # noqa: FBT001 - drawn by hypothesis
        return f"{starter}{' [Y]' if carded else ''} ({sub}{' ' + minute.text if minute else ''})"

    line_up = parse_line_up(" - ".join(", ".join(player(*one) for one in line) for line in lines), Side.HOME)
    drawn = [one for line in lines for one in line]
    assert line_up.lines == tuple(tuple(one[0] for one in line) for line in lines)
    assert line_up.substitutions == tuple(Substitution(off, on, minute) for off, on, minute, _ in drawn)
    assert [card.player for card in line_up.cards] == [one[0] for one in drawn if one[3]]


def test_kicks_with_a_running_score_at_each() -> None:
    assert parse_kicks("1-0 Messi, 1-0 Coman (saved), 2-0 Dybala") == (
        Kick(Side.HOME, "Messi", scored=True, score=Score(1, 0)),
        Kick(Side.AWAY, "Coman", scored=False, score=Score(1, 0), note="saved"),
        Kick(Side.HOME, "Dybala", scored=True, score=Score(2, 0)),
    )


def test_missed_kicks_without_a_score_belong_to_the_side_whose_turn_it_was() -> None:
    kicks = parse_kicks("""    Takumi MINAMINO (missed), 0-1 Nikola VLASIC,
               Kaoru MITOMA (missed), 0-2 Marcelo BROZOVIC,
           1-2 Takuma ASANO,     Marko LIVAJA (missed),
               Maya YOSHIDA (missed), 1-3 Mario PASALIC""")
    assert [kick.side for kick in kicks] == [Side.HOME, Side.AWAY] * 4
    assert [kick.scored for kick in kicks] == [False, True, False, True, True, False, False, True]
    assert kicks[-1].score == Score(1, 3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2-0 Messi", "the running score goes from 0–0 to 2–0"),
        ("1-0 Messi (saved)", "the running score rises with the kick of Messi, which is noted as `saved`"),
        ("1-0 Messi, Coman", "the kick of Coman has neither a running score nor a note"),
        ("Messi (saved), Coman (post)", "no kick of the shoot-out was scored, so the sides cannot be told"),
        ("1-0 , 2-0 A", "the name of the kicker is missing"),
        ("1-0 A ()", "the note in brackets is empty"),
        ("first A", "the kick of first A has neither a running score nor a note"),
        ("10 A", "`10` is not a running score"),
    ],
)
def test_kicks_that_cannot_be_read_are_explained(text: str, message: str) -> None:
    with pytest.raises(ShorthandError) as caught:
        parse_kicks(text)
    assert caught.value.message == message


@given(st.lists(st.booleans(), max_size=30).filter(any), st.sampled_from(Side))
def test_a_written_shootout_reads_back(scored: list[bool], opener: Side) -> None:
    goals = {Side.HOME: 0, Side.AWAY: 0}
    texts, sides = [], []
    for index, hit in enumerate(scored):
        side = opener if index % 2 == 0 else opener.other
        goals[side] += hit
        sides.append(side)
        texts.append(f"{goals[Side.HOME]}-{goals[Side.AWAY]} Name" if hit else "Name (post)")
    kicks = parse_kicks(", ".join(texts))
    assert [kick.side for kick in kicks] == sides
    assert [kick.scored for kick in kicks] == scored


@pytest.mark.parametrize("change", ["(60' for Ilicic)", "(sub: Ilicic 60)", "(Sub Ilicic 60')"])
def test_words_before_a_substitute_s_name_are_no_part_of_it(change: str) -> None:
    with pytest.raises(ShorthandError, match="is no part of a name"):
        parse_line_up(f"Zapata, Muriel {change}", Side.HOME)


def test_a_substitute_may_have_any_name() -> None:
    assert parse_line_up("Muriel (Sub 60')", Side.HOME).substitutions[0].on == "Sub"


def test_a_card_in_round_brackets_is_a_card_and_nobody_came_on_for_it() -> None:
    line_up = parse_line_up("Toloi (Y 31') (Palomino 46'), Romero (R), Djimsiti", Side.HOME)
    assert line_up.substitutions == (Substitution("Toloi", "Palomino", Minute(46)),)
    assert line_up.cards == (
        Card(Side.HOME, "Toloi", CardColour.YELLOW, Minute(31)),
        Card(Side.HOME, "Romero", CardColour.RED),
    )


@pytest.mark.parametrize("mark", ["(c)", "(C)", "(capt.)", "(cap)", "(Captain)"])
def test_a_captain_is_marked_in_many_ways(mark: str) -> None:
    line_up = parse_line_up(f"Toloi {mark}, Romero", Side.HOME)
    assert (line_up.captain, line_up.substitutions) == ("Toloi", ())


@pytest.mark.parametrize("change", ["(Palomino 46.)", "(Palomino, 46')", "(46´ Palomino)", "(Palomino 46`)"])
def test_a_minute_may_have_another_sign(change: str) -> None:
    assert parse_line_up(f"Toloi {change}", Side.HOME).substitutions == (Substitution("Toloi", "Palomino", Minute(46)),)


def test_a_hash_before_a_shirt_number_goes_with_it() -> None:
    assert parse_line_up("#1 Gollini, #2 Toloi", Side.HOME).starters == ("Gollini", "Toloi")


@pytest.mark.parametrize(
    ("text", "wrong", "fix"),
    [
        ("Toloi (off 46')", "off", "a change"),
        ("Toloi (injured)", "injured", "a change"),
        ("Toloi (46' st Palomino)", "st", "a change"),
        ("Toloi (Palomino HT)", "HT", "78'"),
        ("Toloi 🟨", "🟨", "[Y 31']"),
        ("Toloi ↔ Palomino", "↔", "only the name"),
        ("Toloi / Palomino", "/", "a comma"),
        ("Toloi and Palomino", "and", "a comma"),
        ("Toloi, Subs: Palomino", ":", "`bench`"),
        ("Toloi, TBC", "TBC", "nobody knows"),
        ("Toloi (rep. Palomino 60')", "rep.", "a change"),
        ("Toloi (Palomino for 60')", "for", "a change"),
        ("Toloi (Palomino h-t)", "h-t", "78'"),
        ("Toloi, and Romero", "and", "leave it out"),
        ("Gollini GK - Toloi", "GK", "positions"),
        ("Gollini - CB Toloi", "CB", "positions"),
        ("Toloi c, Romero", "c", "[c]"),
        ("Gollini–Toloi, Romero", "–", "` - `"),
        ("“Toloi”, Romero", "“", "only the name"),
    ],
)
def test_what_is_no_name_never_plays(text: str, wrong: str, fix: str) -> None:
    with pytest.raises(ShorthandError) as caught:
        parse_line_up(text, Side.HOME)
    assert caught.value.message == f"`{wrong}` is no part of a name"
    assert fix.lower() in caught.value.fix.lower()


@pytest.mark.parametrize("remark", ["RB", "P", "capitano", "booked", "booked 30'", "giallo 30'"])
def test_what_brackets_say_of_a_player_is_nobody_who_came_on(remark: str) -> None:
    with pytest.raises(ShorthandError) as caught:
        parse_line_up(f"Toloi ({remark}), Romero", Side.HOME)
    assert caught.value.message == f"`{remark.partition(' ')[0]}` is nobody who came on"
    assert "[c]" in caught.value.fix


def test_small_letters_throughout_are_names() -> None:
    assert parse_line_up("toloi (palomino 60')", Side.HOME).substitutions == (Substitution("toloi", "palomino", Minute(60)),)


@pytest.mark.parametrize("text", ["Toloi (6), Romero", "Toloi (60'), Romero"])
def test_a_change_needs_a_name(text: str) -> None:
    with pytest.raises(ShorthandError, match="names nobody"):
        parse_line_up(text, Side.HOME)


@pytest.mark.parametrize("formation", ["(3-4-1-2) ", "3-4-1-2: "])
def test_a_formation_before_the_line_up_is_told_where_it_belongs(formation: str) -> None:
    with pytest.raises(ShorthandError) as caught:
        parse_line_up(f"{formation}Gollini - Toloi", Side.HOME)
    assert "`formation`" in caught.value.fix


@pytest.mark.parametrize("text", ["Gollini, Toloi.", "Gollini, Toloi. "])
def test_the_full_stop_at_the_end_is_of_no_name(text: str) -> None:
    assert parse_line_up(text, Side.HOME).starters == ("Gollini", "Toloi")
    assert parse_line_up("Gollini, Neymar Jr.", Side.HOME).starters[-1] == "Neymar Jr."


@pytest.mark.parametrize("mark", ["(Cap.)", "(CAPT)", "[Captain]"])
def test_a_captain_is_marked_in_any_case(mark: str) -> None:
    assert parse_line_up(f"Gollini (Goalkeeper), Toloi {mark}", Side.HOME).captain == "Toloi"
