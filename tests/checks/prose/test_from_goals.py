"""What the keys of a report leave out is taken from its goals; where there are none, what may have been stays unsaid."""

from __future__ import annotations

import pytest

from prose_sites import codes, told

FOUND = [
    ("goals", "It was 1–1 at half-time.", "the report says 1–1, the half-time score is 1–0"),
    ("goals", "At the break Udinese led 2–0.", "the report says 2–0, the half-time score is 1–0"),
    ("goals", "Beto made it 3–1.", "the report has 3–1 after Beto's goal, it was 1–0"),
    ("goals", "Udinese were 2–0 up at one point.", "the report has 2–0 on the way, and the score never stood so"),
    ("extra", "It was 2–1 after ninety minutes.", "the report says 2–1, the score after ninety minutes is 1–1"),
    ("extra", "It ended 2–2 after extra time.", "the report says 2–2, the score is 2–1"),
    ("plain", "Sampdoria were 4–0 up after an hour.", "the report has 4–0 on the way, and the score never stood so"),
    ("plain", "It was 2–1 after ninety minutes.", "the report says 2–1, the score after ninety minutes is 3–1"),
    ("kicks", "Pisa won 4–3 on penalties.", "the report says 4–3, the shoot-out is 4–2"),
    ("kicks", "Pisa led 5–1 in the shoot-out.", "the report says 5–1, the shoot-out is 4–2"),
]
SILENT = [
    ("goals", "It was 1–0 at half-time."),
    ("goals", "Udinese were pegged back to 1–1."),
    ("extra", "It was 1–1 after ninety minutes."),
    ("extra", "Lecce won 2–1 after extra time."),
    ("plain", "It was 1–1 at half-time."),
    ("plain", "Sampdoria were 2–0 up after an hour."),
    ("plain", "Verona were 1–0 up after an hour."),
    ("plain", "It was 1–1 after ninety minutes."),
    ("plain", "Sampdoria won the shoot-out 4–3."),
    ("kicks", "Pisa led 3–2 in the shoot-out."),
    ("kicks", "Pisa won 4–2 on penalties."),
]


@pytest.mark.parametrize(("match", "sentence", "message"), FOUND, ids=lambda value: str(value)[:60])
def test_what_goals_contradict_is_found(match: str, sentence: str, message: str) -> None:
    found = told(match, f"\nIt was a cold night.\n\n{sentence}\n")
    assert [problem.message for problem in found] == [message]


@pytest.mark.parametrize(("match", "sentence"), SILENT, ids=lambda value: value[:60])
def test_what_may_have_been_is_left_alone(match: str, sentence: str) -> None:
    assert codes(match, sentence) == []
