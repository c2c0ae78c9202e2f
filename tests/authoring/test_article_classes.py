"""Who scored and when, in the classes of wording that plain reports use: the last act, the goalkeeper, counted minutes.

Each text is of Arendal against Bryne. A goal is right with its scorer and its minute; nothing else may be told
without a mark.
"""

from __future__ import annotations

import pytest

from site_builder.authoring.articles.draft import DraftGoal
from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.known import vocabulary_of
from site_builder.football.model import GoalKind


def drafts(text: str, score: str) -> tuple[DraftGoal, ...]:
    """The goals that a text tells."""
    return read_article(f"Arendal {score} Bryne\n\n{text}", vocabulary_of(None), None).goals


def as_said(goal: DraftGoal) -> str:
    """``Berg 12 pen``; a question mark where the minute is open."""
    kind = {GoalKind.OWN_GOAL: " og", GoalKind.PENALTY: " pen"}.get(goal.kind, "")
    return f"{goal.player.rpartition(' ')[2]} {goal.minute.text if goal.minute else '?'}{kind}"


@pytest.mark.parametrize(
    ("text", "score", "expected"),
    [
        # The last act is the goal: whoever acted before only led to it.
        (
            (
                "Arendal won the game in the 71st minute. Eide’s free-kick found Haug, who headed it back across goal for "
                "Berg to poke over the line."
            ),
            "1-0",
            "Berg 71",
        ),
        ("In the 20th minute Lund crossed and there was Dahl, unmarked at the far post, to nod it in.", "1-0", "Dahl 20"),
        (
            (
                "Lund swung over a corner, Holm’s header came back off the bar and up popped Vik to force it over the line "
                "after 33 minutes."
            ),
            "1-0",
            "Vik 33",
        ),
        (
            (
                "Eide’s corner was met by Holm, Foss could only parry and Berg was on the spot to turn the ball in. There "
                "were 12 minutes gone."
            ),
            "1-0",
            "Berg 12",
        ),
        (
            "Twenty minutes from the end Eide, who had run the game, threaded a pass to Dahl and he did the rest.",
            "1-0",
            "Dahl 70",
        ),
        (
            (
                "Dahl got the winner. There were only four minutes to play when Eide slid a ball through the middle for him "
                "and he lifted it over Foss."
            ),
            "1-0",
            "Dahl 86",
        ),
        ("After 56 minutes Haug drew Foss and unselfishly rolled the ball across for Eide to walk it in.", "1-0", "Eide 56"),
        (
            (
                "Lund went close in the 10th minute and Berg even closer in the 20th. It was third time lucky for Arendal "
                "ten minutes later. Dahl swung over a cross, Foss misjudged it, and there at the back post was Berg to nod "
                "into the empty net."
            ),
            "1-0",
            "Berg 30",
        ),
        (
            (
                "Berg put them ahead after nine minutes. Sand levelled from the spot on 36, Moen having been tripped by "
                "Haug, and it was Moen himself who got the winner, sidefooting home a cross from Rud with 14 minutes left."
            ),
            "1-2",
            "Berg 9, Sand 36 pen, Moen 76",
        ),
        # What became of the goalkeeper tells a goal too.
        (
            "Dahl steps up to take the free-kick in the 51st minute. He bends it round the wall and Foss is beaten.",
            "1-0",
            "Dahl 51",
        ),
        ("On 51 minutes Dahl let fly from 20 yards, leaving Foss helpless.", "1-0", "Dahl 51"),
        ("On 82 minutes Vik’s glancing header from Eide’s cross beat Foss.", "1-0", "Vik 82"),
        ("Foss got a hand to Haug’s shot in the 73rd minute but could not prevent it crossing the line.", "1-0", "Haug 73"),
        (
            (
                "Haug’s shot in the 60th minute beat Foss but not the post. Five minutes afterwards he was luckier, his low "
                "drive going in off the same upright."
            ),
            "1-0",
            "Haug 65",
        ),
        # Own goals by what the ball touched.
        ("Eide tried his luck in the 74th minute and the ball struck Moen’s heel and went in.", "1-0", "Moen 74 og"),
        ("Eide’s low cross in the 74th minute hit Moen on the shin and rolled over the line.", "1-0", "Moen 74 og"),
        # A goal that the flag did not undo.
        (
            (
                "Berg made it 1-0 in the 58th minute. The flag went up for offside, but the referee had a word with his "
                "linesman and the goal stood."
            ),
            "1-0",
            "Berg 58",
        ),
        # Minutes beside the goal, in the sentence before or behind it, or counted from another.
        ("When nine minutes remained Ola Vik won it. He took a pass from Lund and drove low past Foss.", "1-0", "Vik 81"),
        ("The clock showed 64 when Lund’s cross was turned in by Vik.", "1-0", "Vik 64"),
        (
            (
                "Lund went past two men and squared it, and Vik had the simple task of rolling it into an empty net. "
                "Sixty-four minutes."
            ),
            "1-0",
            "Vik 64",
        ),
        (
            (
                "Lund scored on 15 minutes with a shot from the edge of the area. The visitors were level within three "
                "minutes, Sand’s volley making it 1-1."
            ),
            "1-1",
            "Lund 15, Sand 18",
        ),
        ("Lund opened the scoring on 22 and on 65 Nils Berg struck a second.", "2-0", "Lund 22, Berg 65"),
        (
            (
                "Arne Solli pulled a muscle and could not carry on, so Ola Vik came on for the second half. He had been on "
                "the pitch 11 minutes when he ran on to Lund’s pass and slipped the ball under Foss."
            ),
            "1-0",
            "Vik 56",
        ),
        (
            "Berg scored on 20 minutes. That lead lasted two minutes before Sand met a free-kick from Moen with a header.",
            "1-1",
            "Berg 20, Sand 22",
        ),
        (
            (
                "Seven minutes from the end of a dull match Arendal won a corner. Berg played it short, got it back and "
                "drove in a low ball which Moen, trying to clear, sliced into the roof of his own net."
            ),
            "1-0",
            "Moen 83 og",
        ),
        (
            (
                "Foss saved brilliantly from Dahl in the 77th minute. From the corner that followed, taken by Eide, Jan Holm "
                "headed the only goal."
            ),
            "1-0",
            "Holm 77",
        ),
        (
            "Eide missed a penalty in the 52nd minute, but made amends 20 minutes later when he curled in a free-kick.",
            "1-0",
            "Eide 72",
        ),
        ("Substitute Ola Vik struck eight minutes from time, six minutes after replacing Berg.", "1-0", "Vik 82"),
        (
            "It was 82 minutes before anybody scored, and then it was Ola Vik, who stooped to head in Eide’s cross.",
            "1-0",
            "Vik 82",
        ),
        ("The match was only 40 seconds old when Berg, left unmarked, headed home.", "1-0", "Berg 1"),
        (
            (
                "After a goalless first half Arendal needed just 11 minutes of the second to go in front. Haug sprung the "
                "offside trap, drew Foss and unselfishly rolled the ball across for Eide, who had an open goal."
            ),
            "1-0",
            "Eide 56",
        ),
        (
            (
                "It was over before it had begun. Two minutes, 1-0: Sand, unmarked, from Rud’s corner. Twenty minutes, 2-0: "
                "Aas with a drive that went in off the post."
            ),
            "0-2",
            "Sand 2, Aas 20",
        ),
        # Whom the sentence before was about, and goals that are counted.
        (
            "Berg got both goals. The first was a header after 18 minutes and the second a tap-in with five minutes left.",
            "2-0",
            "Berg 18, Berg 85",
        ),
        (
            (
                "Sand and Nygaard had put Bryne two up inside 20 minutes, the first on 11 minutes and the second eight "
                "minutes later. Berg pulled one back two minutes before the break and Lund’s free-kick, with just three "
                "minutes left, rescued a point."
            ),
            "2-2",
            "Sand 11, Nygaard 19, Berg 43, Lund 87",
        ),
        (
            (
                "A minute after the restart Eide sent Dahl away and his cut-back was swept in by Berg. Berg turned provider "
                "for the second, 20 minutes from time, squaring for Eide to finish."
            ),
            "2-0",
            "Berg 46, Eide 70",
        ),
        (
            (
                "Arendal got their first from Berg, a penalty on ten minutes, their second from Dahl, who tapped in on 40, "
                "and the third from substitute Lund, whose shot five minutes from time was too much for Foss."
            ),
            "3-0",
            "Berg 10 pen, Dahl 40, Lund 85",
        ),
        (
            (
                "Bryne led 2-0 in no time. Aas shot through a ruck of players on four minutes and Sand, five minutes on, "
                "tapped in a rebound. Eide, with a header, and Haug, with a free-kick, brought Arendal level, in the 30th "
                "and 62nd minutes respectively. There was a sting in the tail, Rud stealing in to score the winner with the "
                "clock at 90."
            ),
            "2-3",
            "Sand 9, Eide 30, Haug 62, Rud 90",
        ),
        ("Sand got two of them, on 14 and 66 minutes, and Aas the other, in between, on 51.", "0-3", "Sand 14, Aas 51, Sand 66"),
        ("Berg made the first for Dahl after 12 minutes and scored the second himself on 64.", "2-0", "Dahl 12, Berg 64"),
        # Others who are named beside him.
        (
            (
                "A late goal by Vik sent Arendal through. The substitute met Eide’s free-kick in the 82nd minute with a "
                "header that gave Foss no chance."
            ),
            "1-0",
            "Vik 82",
        ),
        (
            (
                "Berg’s early header, in the seventh minute, flattered Arendal. Bryne drew level in the 28th minute when "
                "Sand collected Moravcik’s pass, held off Lund and beat Lien from a narrow angle, and they won it in the "
                "75th through Aas, who had replaced Moravcik 11 minutes earlier."
            ),
            "1-2",
            "Berg 7, Sand 28, Aas 75",
        ),
        (
            (
                "Berg marked his return with the winner. Brought on at the interval, he had been on the field less than a "
                "quarter of an hour when, on 58 minutes, he met Dahl’s cross at the near post and glanced it in."
            ),
            "1-0",
            "Berg 58",
        ),
        (
            (
                "Dahl gave Arendal a ninth-minute lead with a shot which Foss should have saved. Sand made it 1-1 on 50 "
                "minutes and missed a penalty on 63. Then, eight minutes from time, Berg beat three men and was brought down "
                "by Moen; he picked himself up and put the spot-kick to Foss’s right."
            ),
            "2-1",
            "Dahl 9, Sand 50, Berg 82 pen",
        ),
        (
            (
                "Berg headed in Eide’s corner on 16 minutes and could have had another five minutes later. Dahl made the "
                "game safe at the start of the second half, in the 48th minute."
            ),
            "2-0",
            "Berg 16, Dahl 48",
        ),
        (
            (
                "Arendal led after 14 minutes. Lund’s corner was flicked on by Holm at the near post and, with the Bryne "
                "defence at sixes and sevens, Berg hooked it in from close range. The equaliser, on 31 minutes, owed much to "
                "a mistake by Lien, who let Sand’s shot slip through his hands. Dahl settled the issue with a penalty ten "
                "minutes after the interval."
            ),
            "2-1",
            "Berg 14, Sand 31, Dahl 55 pen",
        ),
    ],
)
def test_a_goal_is_told_by_its_class_of_words(text: str, score: str, expected: str) -> None:
    found = {as_said(goal): goal.unsure for goal in drafts(text, score)}
    assert [goal for goal in expected.split(", ") if goal not in found] == []
    assert [goal for goal, unsure in found.items() if goal not in expected.split(", ") and not unsure] == []
