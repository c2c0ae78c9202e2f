"""Sentences as reporters write them: conflicts that have to be found, and what must stay unsaid, with the same care for both."""

from __future__ import annotations

import pytest

from prose_sites import codes

FOUND = [
    # Scores.
    ("cup", "Atalanta beat Napoli 4–1.", "prose-score"),
    ("cup", "It finished 3-2.", "prose-score"),
    ("cup", "Napoli lost 2-1 to Atalanta.", "prose-score"),
    ("cup", "A 4-1 win over Napoli was the least they deserved.", "prose-score"),
    ("cup", "Napoli were beaten 2–1 by a better side.", "prose-score"),
    ("cup", "The hosts won 2-1.", "prose-score"),
    ("cup", "The match ended 3–2.", "prose-score"),
    ("cup", "The final score was 2-1.", "prose-score"),
    ("cup", "Atalanta won by three goals to two.", "prose-score"),
    ("cup", "Atalanta saw off Napoli three-two.", "prose-score"),
    ("cup", "Full time: Atalanta 3–2 Napoli.", "prose-score"),
    ("cup", "Atalanta were 1–0 up at half-time.", "prose-score"),
    ("cup", "At the break it was 1-0.", "prose-score"),
    ("cup", "They went in at half-time 1–1.", "prose-score"),
    ("cup", "Zapata's goal made it 2–0.", "prose-score"),
    ("cup", "Lozano pulled one back in the 53rd minute to make it 2–2.", "prose-score"),
    ("cup", "Pessina made it 4–1 in the 78th minute.", "prose-score"),
    ("cup", "It was 3–1 on the night and 4–1 on aggregate.", "prose-score"),
    ("final", "England won 5–3 on penalties.", "prose-score"),
    ("final", "It was 1–1 after ninety minutes.", "prose-score"),
    ("final", "The final ended 3–3 after extra time.", "prose-score"),
    # Minutes.
    ("cup", "Zapata opened the scoring in the 12th minute.", "prose-minute"),
    ("cup", "Zapata scored after 20 minutes.", "prose-minute"),
    ("cup", "In the 18th minute Pessina doubled the lead.", "prose-minute"),
    ("cup", "Lozano struck on the hour.", "prose-minute"),
    ("cup", "Lozano's goal, in the fifty-fifth minute, gave Napoli hope.", "prose-minute"),
    ("cup", "Pessina scored in the 16th and 80th minutes.", "prose-minute"),
    ("cup", "Zapata scored in the tenth minute, Pessina in the 19th.", "prose-minute"),
    ("cup", "Twelve minutes from time Pessina scored, but Lozano had scored in the 59th minute.", "prose-minute"),
    ("cup", "Lozano (57') got Napoli's goal.", "prose-minute"),
    ("cup", "Lozano scored ten minutes into the second half.", "prose-minute"),
    ("cup", "Lozano pulled one back in first-half stoppage time.", "prose-minute"),
    ("final", "Mbappé equalised in the 88th minute.", "prose-minute"),
    ("final", "Kane converted a penalty in the 40th minute.", "prose-minute"),
    # Scorers and sides.
    ("cup", "Muriel opened the scoring in the tenth minute.", "prose-scorer"),
    ("cup", "Zapata scored in the 53rd minute.", "prose-minute"),
    ("cup", "In the 78th minute Malinovskyi made it 3–1.", "prose-scorer"),
    ("cup", "Smithson scored for Atalanta in the 16th minute.", "prose-scorer"),
    ("cup", "Osimhen pulled one back for Napoli in the 53rd minute.", "prose-scorer"),
    ("cup", "Zapata scored for Napoli in the tenth minute.", "prose-side"),
    ("cup", "Lozano scored for Atalanta in the 53rd minute.", "prose-side"),
    # Manner.
    ("cup", "Zapata scored a penalty in the tenth minute.", "prose-goal-kind"),
    ("cup", "Lozano put through his own net in the 53rd minute: an own goal.", "prose-goal-kind"),
    ("final", "Kane headed in in first-half stoppage time.", "prose-goal-kind"),
    ("final", "Walker scored from the spot in the 61st minute.", "prose-goal-kind"),
    # Who won, who went through.
    ("cup", "Napoli are through to the final.", "prose-winner"),
    ("cup", "Napoli knocked Atalanta out.", "prose-winner"),
    ("cup", "Atalanta went out.", "prose-winner"),
    ("cup", "Napoli reached the final.", "prose-winner"),
    ("final", "France won the shoot-out.", "prose-winner"),
    ("final", "France won on penalties.", "prose-winner"),
]
LEADS = [
    ("cup", "Napoli beat Atalanta 3–1.", "prose-winner"),
    ("cup", "Atalanta beat Napoli 3–1 at San Siro.", "prose-venue"),
    ("cup", "The match was played on 11 February 2021.", "prose-date"),
    ("cup", "The game on Wednesday 17 February 2021 was a good one.", "prose-date"),
    ("cup", "This Serie A match had everything.", "prose-competition"),
    ("cup", "It was a Champions League tie to remember.", "prose-competition"),
    ("cup", "A crowd of thousands at San Siro saw four goals.", "prose-venue"),
    ("cup", "Atalanta beat Napoli 3–2 in the second leg of the semi-final.", "prose-score"),
]
SILENT = [
    ("cup", "Atalanta beat Napoli 3–1."),
    ("cup", "Atalanta had beaten Napoli 4–1 in October."),
    ("cup", "Napoli had won 4–1 when the two last met."),
    ("cup", "The first leg had ended 0–0."),
    ("cup", "Eleven days later Atalanta beat Napoli 4–2 in the league."),
    ("cup", "Inter lost 2–1 to Juventus."),
    ("cup", "Cremonese were beaten 1–0."),
    ("cup", "Last season Atalanta won 5–1."),
    ("cup", "They had beaten Empoli 3–2 and Spezia 4–2."),
    ("cup", "A 2–1 win would have sent Napoli through."),
    ("cup", "A 0–0 draw was never likely."),
    ("cup", "Napoli threw away a three-goal lead at Sassuolo, where they drew 3–3."),
    ("cup", "Zapata had a header saved in the 12th minute."),
    ("cup", "Zapata hit the post in the 22nd minute."),
    ("cup", "Zapata missed a penalty in the 33rd minute."),
    ("cup", "Zapata nearly scored in the 40th minute."),
    ("cup", "Zapata was booked in the 34th minute."),
    ("cup", "Malinovskyi came on in the 70th minute and scored in training all week."),
    ("cup", "In the 60th minute Palomino replaced Sutalo."),
    ("cup", "Lozano, booked in the 31st minute, scored in the 53rd."),
    ("cup", "Zapata scored 15 goals last season."),
    ("cup", "Zapata's second goal in three matches came in the tenth minute."),
    ("cup", "Zapata, who scored twice against Lazio in the 12th and 30th minutes, scored again."),
    ("cup", "Gasperini, 63, has been at Atalanta since 2016."),
    ("cup", "He wore number 91 and ran 12 kilometres."),
    ("cup", "Zapata scored from 20 yards in the tenth minute."),
    ("cup", "Two minutes later Gollini saved from Osimhen."),
    ("cup", "It was 2–0 at half-time."),
    ("cup", "Within sixteen minutes Atalanta were 2–0 up."),
    ("cup", "They led 2–0 and 2–1, and won 3–1."),
    ("cup", "The 3-4-1-2 served them well."),
    ("cup", "Juventus are through to the final as well."),
    ("cup", "Napoli could have gone through with a 1–1 draw."),
    ("cup", "Napoli went through in 2020, on penalties."),
    ("cup", "The final will be played on 19 May 2021."),
    ("cup", "Napoli play in Serie A on Saturday."),
    ("cup", "The next match is at San Siro."),
    ("cup", "Atalanta have scored 50 goals in Serie A."),
    ("cup", "“We lost 5–0 in our heads,” said Gattuso."),
    ("cup", "> Atalanta beat Napoli 9–0."),
    ("cup", "The teamsheet said `Atalanta 9–0 Napoli`."),
    ("cup", "Lozano pulled one back eight minutes after the break."),
    ("cup", "Pessina scored twelve minutes from time."),
    ("cup", "Pessina struck twice, and Zapata once."),
    ("cup", "With 12 minutes left, Pessina made it 3–1."),
    ("cup", "Zapata put Atalanta ahead early on."),
    ("cup", "Lozano's goal gave Napoli a way back."),
    ("cup", "The Colombian scored in the tenth minute."),
    ("cup", "It took Atalanta ten minutes to score."),
    ("cup", "Two of the goals came before the 17th minute."),
    ("cup", "A goal in the 90th minute would have changed everything."),
    ("cup", "Insigne scored in the 12th minute of the league match."),
    ("cup", "Gattuso's side scored once, Gasperini's three times."),
    ("cup", "The win takes Atalanta to the final."),
    ("cup", "Napoli are out."),
    ("final", "Mbappé equalised in the fourth minute of stoppage time."),
    ("final", "Mbappé equalised in the 94th minute."),
    ("final", "Kane scored a penalty in first-half stoppage time."),
    ("final", "Stones put through his own net in the 20th minute."),
    ("final", "France led through an own goal by Stones."),
    ("final", "England won 4–3 on penalties after a 2–2 draw."),
    ("final", "At 2–1 in the shoot-out France missed."),
    ("final", "Kane's penalty was saved, but he had scored one in first-half stoppage time."),
    ("final", "Spain lost on penalties to Morocco."),
    ("final", "In 1966 England won the final 4–2."),
    ("final", "Mbappé, 23, has 12 goals in 14 World Cup matches."),
]


@pytest.mark.parametrize(("match", "sentence", "code"), FOUND, ids=lambda v: v[:60])
def test_a_conflict_is_found(match: str, sentence: str, code: str) -> None:
    assert code in codes(match, sentence)


@pytest.mark.parametrize(("match", "sentence", "code"), LEADS, ids=lambda v: v[:60])
def test_a_conflict_in_the_opening_paragraph_is_found(match: str, sentence: str, code: str) -> None:
    assert code in codes(match, sentence, lead=True)


@pytest.mark.parametrize(("match", "sentence"), SILENT, ids=lambda v: v[:60])
@pytest.mark.parametrize("lead", [False, True])
def test_what_is_right_or_about_something_else_is_left_alone(match: str, sentence: str, *, lead: bool) -> None:
    assert codes(match, sentence, lead=lead) == []
