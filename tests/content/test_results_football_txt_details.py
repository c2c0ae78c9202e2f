"""What follows a match in Football.TXT: goals, line-ups, cards, shoot-outs, referees, and squads between matches."""

from __future__ import annotations

from site_builder.content.results_football_txt import read_football_txt
from site_builder.content.results_model import ResultsFile
from site_builder.football.model import CardColour, GoalKind, Score, Side

PATH = "content/results/cup/2024-25.txt"


def read(text: str) -> ResultsFile:
    file, problems = read_football_txt(PATH, text)
    assert problems == ()
    return file


def test_legacy_goals_stand_in_square_brackets_and_without_apostrophes() -> None:
    text = """= Euro 2000
(1) 13 July  Yugoslavia   3-1 (2-0)  Brazil   @ Parque Central
        [Tirnanić 21' Bek 30', 51';  Preguinho 62']
June 24 18.00 @ Amsterdam   Netherlands           6-1 Yugoslavia
        (Kluivert 24,38,54, Govedarica 51og, Overmars 78pen,90;
         Milosevic 90+1)
"""
    first, second = (row.facts.happenings.goals or () for row in read(text).rows)
    assert [(goal.player, goal.side) for goal in first] == [
        ("Tirnanić", Side.HOME),
        ("Bek", Side.HOME),
        ("Bek", Side.HOME),
        ("Preguinho", Side.AWAY),
    ]
    assert [goal.kind for goal in second][3:5] == [GoalKind.OWN_GOAL, GoalKind.PENALTY]


def test_named_lines_tell_the_rest() -> None:
    text = """= Copa 2021
A v B  1-1 a.e.t., 2-1 pen.
  Goals: One 10'; Two 20'
  Penalty shootout: 0-0 Zinho (held), 0-1 Dudamel;
                    1-1 Júnior, 1-1 Gaviria (post);
                    2-1 Roque
  Yellow cards: One 54', Three 77'; Two 65'
  Sent off: Four
  Referee: Danny Makkelie (Netherlands)
  Attn: 71_000
  A: Keeper - Three, Four, Five - Six, Seven, Eight (Nine 60') - Ten,
     One, Eleven, Twelve; Coach: Luiz SCOLARI
"""
    file, problems = read_football_txt(PATH, text)
    happenings = file.rows[0].facts.happenings
    assert [problem.code for problem in problems] == ["card-without-side"]
    assert [(card.player, card.side, card.colour) for card in happenings.cards] == [
        ("One", Side.HOME, CardColour.YELLOW),
        ("Three", Side.HOME, CardColour.YELLOW),
        ("Two", Side.AWAY, CardColour.YELLOW),
    ]
    assert [kick.scored for kick in happenings.shootout] == [False, True, True, False, True]
    assert (happenings.referee, happenings.attendance, happenings.managers.home) == ("Danny Makkelie", 71000, "Luiz Scolari")
    assert happenings.line_ups.home
    assert happenings.line_ups.home.formation == "3-3-4"


def test_squads_are_understood_and_hold_no_matches() -> None:
    file = read("""= World Cup 2022     # 32 Teams
== Senegal     # 26 Players
       1, Seny DIENG,                    GK,  b. 1994/11/23
  1,  Juan Musso (ARG),   GK,   b. 1994,   Udinese
       -, Aliou Cissé (SEN),             MG,  b. 1976/03/24
""")
    assert file.rows == ()


def test_goals_of_an_awarded_match_are_the_score_on_the_pitch() -> None:
    (row,) = read("= Cup 2024\nA v B  3-0  [awarded]\n   (X 5'; Y 6')\n").rows
    assert row.facts.result
    assert (row.facts.result.score, row.facts.played_score) == (Score(3, 0), Score(1, 1))
