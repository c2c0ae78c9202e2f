"""Scores as prose gives them."""

from __future__ import annotations

import pytest

from site_builder.phrases import ScoreKind, find_scores


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("Atalanta beat Napoli 3–1.", ["3–1"]),
        ("3 - 1, then 2-0", ["3–1", "2–0"]),
        ("a two-nil win, one-all before", ["2–0", "1–1"]),
        ("a goalless draw", ["0–0"]),
        ("a goalless first leg, 0-0", ["0–0", "0–0"]),
        ("won 4-2", ["4–2"]),
        ("won by three goals to one and by 4 goals to nil", ["3–1", "4–0"]),
        ("by the odd goal in five, the odd goal of three", ["3–2", "2–1"]),
        ("two goals to their name, three goals in ten minutes", []),
    ],
)
def test_scores_in_figures_and_words(text: str, scores: list[str]) -> None:
    assert [phrase.score.text for phrase in find_scores(text)] == scores


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("won 4-2 on penalties", ScoreKind.SHOOTOUT),
        ("(4-2 pens)", ScoreKind.SHOOTOUT),
        ("won the shoot-out 4-2", ScoreKind.SHOOTOUT),
        ("3-2 after extra time", ScoreKind.EXTRA_TIME),
        ("3-2 aet", ScoreKind.EXTRA_TIME),
        ("3-1 on aggregate", ScoreKind.AGGREGATE),
        ("2-0 at half-time", ScoreKind.HALF_TIME),
        ("2-0 up at the break", ScoreKind.HALF_TIME),
        ("HT: 2-0", ScoreKind.HALF_TIME),
        ("2-2 after 90 minutes", ScoreKind.FULL_TIME),
        ("a 2-2 draw", ScoreKind.SCORE),
    ],
)
def test_what_a_score_is_the_score_of(text: str, kind: ScoreKind) -> None:
    assert [phrase.kind for phrase in find_scores(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    ["a 4-3-3", "3-4-1-2", "2020-21", "2021-02-10", "at 20:45", "aged 18-21", "between 10-15 shots", "10/11", "1–2–3", "5.1-2"],
)
def test_what_only_looks_like_a_score(text: str) -> None:
    assert find_scores(text) == ()
