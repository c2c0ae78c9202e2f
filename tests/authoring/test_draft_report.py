"""A draft as text: it is a report that can be read, and the article stands in it unchanged."""

from __future__ import annotations

import pytest

from articles_read import FOLDER, NAMES, draft
from site_builder.authoring.articles.draft import Draft, DraftDismissal, DraftGoal, DraftResult, Found
from site_builder.authoring.draft_report import report_of
from site_builder.content.documents import read_document
from site_builder.content.model import Kind, MatchReport
from site_builder.football.model import GoalKind, Minute, Score, Side

RESULT = DraftResult(Found("Lecce", "Lecce beat Parma."), Found("Parma", "Lecce beat Parma."), Found(Score(2, 1), "It was 2-1."))


def read(text: str) -> MatchReport:
    document, problems = read_document("content/matches/a.md", Kind.MATCH, text.encode())
    assert {p.code for p in problems} <= {"fewer-goals-than-score"}
    assert isinstance(document, MatchReport)
    return document


@pytest.mark.xdist_group("articles")
@pytest.mark.parametrize("name", NAMES)
def test_every_draft_can_be_read_and_ends_with_its_article(name: str) -> None:
    found = draft(name)
    if found.result:
        written = report_of(found)
        assert written.endswith("\n---\n" + (FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
        assert read(written).publication.draft


def test_goals_stand_under_their_sides_with_their_sentences() -> None:
    goals = (
        DraftGoal("Rossi, Jr.", "He scored.", Side.HOME, Minute(90, 4), GoalKind.PENALTY),
        DraftGoal("Verdi", "Own goal!", Side.HOME, Minute(12), GoalKind.OWN_GOAL),
    )
    written = report_of(Draft("", "Text.\n", RESULT, competition=Found("Serie A", "In Serie A."), goals=goals))
    assert "    # “He scored.”\n    - {player: 'Rossi, Jr.', minute: 90+4, kind: penalty}\n" in written
    told = read(written).facts.happenings.goals
    assert told
    assert [(g.player, g.minute, g.kind, g.side) for g in told] == [(g.player, g.minute, g.kind, g.side) for g in goals]


def test_what_is_unsure_is_said_and_not_written() -> None:
    goals = (DraftGoal("Rossi", "Late on, Rossi.", None, None, GoalKind.GOAL, "the text leaves the minute open"),)
    off = (DraftDismissal("Verdi", "Verdi was sent off.", None, Minute(70), unsure="for which side is not clear"),)
    written = report_of(Draft("", "Text.\n", RESULT, goals=goals, dismissals=off))
    assert "# unsure: Rossi: the text leaves the minute open\n# “Late on, Rossi.”\n" in written
    assert "# unsure: Verdi 70' sent off: for which side is not clear\n" in written
    assert "# unsure: 2 of the goals were not found in the text\n" in written
    assert read(written).facts.happenings.goals is None


def test_a_sending_off_with_its_side_and_minute_is_a_card() -> None:
    off = (DraftDismissal("Verdi", "Off he went.", Side.AWAY, Minute(70), is_second_yellow=True),)
    (card,) = read(report_of(Draft("", "Text.\n", RESULT, dismissals=off))).facts.happenings.cards
    assert (card.player, card.side, card.minute) == ("Verdi", Side.AWAY, Minute(70))


def test_sentences_with_odd_characters_stay_comments() -> None:
    result = DraftResult(Found("Lecce", "A\n---\nkey: value"), Found("Parma", "# [x]: {"), Found(Score(1, 0), "tab\there"))
    assert read(report_of(Draft("--- odd: #1", "Text.\n", result))).publication.title == "--- odd: #1"
