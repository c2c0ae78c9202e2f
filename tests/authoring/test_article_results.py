"""How a match ended and on which day, by many wordings: score lines, shoot-outs, days of other matches beside its own."""

from __future__ import annotations

from datetime import date

import pytest

from site_builder.authoring.articles.draft import DraftResult, Found
from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.known import vocabulary_of

GOALS = "Moen scored on 10 minutes and Berg equalised two minutes later."


def result(text: str) -> DraftResult:
    found = read_article(text, vocabulary_of(None), None).result
    assert found
    return found


@pytest.mark.parametrize(
    ("line", "teams", "score"),
    [
        ("Spain ... 0 Northern Ireland ... 1", ("Spain", "Northern Ireland"), "0–1"),
        ("SPAIN . . . 0 N. IRELAND . . . 1", ("Spain", "Northern Ireland"), "0–1"),
        ("Spain (0) 0 Northern Ireland (0) 1", ("Spain", "Northern Ireland"), "0–1"),
        ("Spain | 0 - 1 | Northern Ireland", ("Spain", "Northern Ireland"), "0–1"),
        ("Spain nil, Northern Ireland one", ("Spain", "Northern Ireland"), "0–1"),
        ("1. FC Saarbrücken 2-1 Bayern Munich", ("1. FC Saarbrücken", "Bayern Munich"), "2–1"),
        ("FC Schalke 04 – 1. FSV Mainz 05 2:1", ("Schalke 04", "1. FSV Mainz 05"), "2–1"),
        ("Hannover 96 2 1860 Munich 1", ("Hannover 96", "1860 Munich"), "2–1"),
        ("Bosnia and Herzegovina 1-1 Trinidad and Tobago", ("Bosnia and Herzegovina", "Trinidad and Tobago"), "1–1"),
        ("Leeds (1) 2\nMoen 10, Berg 80\nBurnley (0) 1\nDahl 60", ("Leeds", "Burnley"), "2–1"),
        ("Burnley lost 2-1 at home to Leeds.", ("Burnley", "Leeds"), "1–2"),
        ("RB Leipzig 2-0 FC St. Pauli", ("RB Leipzig", "FC St. Pauli"), "2–0"),
    ],
)
def test_score_lines(line: str, teams: tuple[str, str], score: str) -> None:
    found = result(f"A report\n\n{line}\n\nThe crowd went home.")
    assert (found.home.value, found.away.value) == teams
    assert found.score
    assert found.score.value.text == score


def test_a_club_is_called_as_its_score_line_has_it() -> None:
    found = result("Augsburg - Bayern Munich 1-0\n\nFC Augsburg beat the champions. FC Augsburg were the better side.")
    assert found.home.value == "Augsburg"


def kicks(line: str, text: str) -> Found[object] | None:
    found = result(f"{line}\n\n{GOALS} {text}").shootout
    return found and Found(found.value.text, unsure=found.unsure)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Leeds 1 Burnley 1\n(aet, Burnley won 4-3 on penalties)", ""),
        ("Leeds 1-1 Burnley (aet, 3-4 pens)", "Dahl scored the last penalty."),
        ("Burnley beat Leeds on penalties\n\nLeeds 1-1 Burnley (aet, 4-3 pens)", ""),
        ("Leeds 1-1 Burnley (aet)", "Burnley, who had led twice, went through 4-3 on penalties."),
        ("Leeds 1-1 Burnley (aet)", "Leeds lost the shoot-out 4-3."),
        ("Leeds 1-1 Burnley (aet)", "Leeds were beaten 4-3 on penalties by Burnley."),
        ("Leeds 1-1 Burnley (aet)", "It was Burnley who held their nerve in the shoot-out to go through 4-3."),
        ("Leeds 1-1 Burnley (aet)", "In the shoot-out Leeds led 3-1, but Burnley won it 4-3."),
        ("Leeds 1-1 Burnley (aet)", "Burnley's 4-3 shoot-out victory over Leeds was deserved."),
        ("Leeds 1-1 Burnley (aet)", "The shoot-out finished 4-3 in Burnley's favour."),
        ("Leeds 1-1 Burnley (aet)", "Leeds came from behind but lost 4-3 on penalties."),
        ("Leeds 1-1 Burnley (aet)", "So to penalties, which Burnley won 4-3."),
        ("Leeds 1-1 Burnley (aet)", "Dahl's kick sent Burnley through 4-3 on penalties."),
        ("Leeds 1-1 Burnley (aet, 4-3 on penalties)", "Burnley are into the semi-finals. Burnley lifted the cup last year."),
        ("Leeds 1-1 Burnley (aet)", "Burnley won 4-3 on penalties. They had lost the final of 1998, 6-5 on penalties."),
    ],
)
def test_the_winner_of_a_shootout_is_read_from_the_words_for_it(line: str, text: str) -> None:
    assert kicks(line, text) == Found("3–4")


@pytest.mark.parametrize(
    "text",
    [
        "It was 4-3 on penalties.",
        "It finished 4-3 on spot-kicks, Dahl hitting a post for Leeds before Eide won it.",
        "Leeds won 4-3 on penalties, and Burnley won the shoot-out.",
    ],
)
def test_a_shootout_that_nobody_is_said_to_have_won_is_marked(text: str) -> None:
    found = kicks("Leeds 1-1 Burnley (aet)", text)
    assert found is None or found.unsure


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Posted Tuesday 3 May 2016\n\nAfter Sunday's win at Wigan we met Leeds last night and won.", None, date(2016, 5, 2)),
        ("Tuesday 3 May 2016\n\nBurnley bounced back from Saturday's defeat at Hull to win last night.", None, date(2016, 5, 2)),
        ("Wigan's draw on Sunday meant Leeds had to win at Burnley on Monday night.", date(2016, 5, 3), date(2016, 5, 2)),
        ("The manager said on Friday that he would stay, and yesterday his side won.", date(2016, 5, 1), date(2016, 4, 30)),
        ("Turf Moor, Saturday 30 April 2016\n\nLeeds won. On Wednesday they had drawn at Hull.", None, date(2016, 4, 30)),
        ("Leeds beat Burnley on Saturday, 30 April 2016. With Hull due on Wednesday they rested four.", None, date(2016, 4, 30)),
        ("Leeds beat Burnley on Monday, May 2, 2016. The title was settled on Sunday.", None, date(2016, 5, 2)),
        ("April 30, 2016. Leeds beat Burnley.", None, date(2016, 4, 30)),
    ],
)
def test_days_of_other_matches_are_passed_over(text: str, published: date | None, day: date) -> None:
    found = read_article(f"Leeds 2 Burnley 1\n\n{text}", vocabulary_of(None), published).date
    assert found
    assert found.value == day


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Posted on Tuesday 3 May 2016\n\nLeeds beat Burnley.", None),
        ("Friday 6 May 2016\n\nLeeds beat Burnley on Tuesday.", None),
        ("Leeds beat Burnley on Saturday night, three days after drawing at Hull on Wednesday.", date(2016, 5, 2)),
    ],
)
def test_a_day_that_may_be_another_is_marked(text: str, published: date | None) -> None:
    found = read_article(f"Leeds 2 Burnley 1\n\n{text}", vocabulary_of(None), published).date
    assert found
    assert found.unsure
