"""The shorthands of Football.TXT, as front matter values and bulk results write them.

One small parser for each; values are those of `site_builder.football.model`,
names stay as written. This package knows neither YAML nor files: it takes a
text and gives a value, or raises `ShorthandError` with the place in that text.
It does not judge what it reads (eleven starters, goals against the score,
minutes after 120): callers do.

Grammar::

    score    := number DASH number { [","] (extra | shootout) }
    extra    := "aet" | "a.e.t." [ "/gg" golden goal | "/sg" silver goal ]
    shootout := number DASH number ("pens" | "pen." | "p")
    DASH     := "-" | "–" | ":"
    minute   := 1…150 [ "+" 1…99 ] [ "'" ]          spaces around the "+" of 45, 90, 105 and 120

    goals    := [ side ] [ ";" side ]               the home side's first
    side     := scorer { [ "," ] scorer }
    scorer   := name [ goal { [ "," ] goal } ]      a name alone is a goal without a minute
    goal     := minute { mark }
    mark     := "(" ("p" | "pen" | "pen." | "og" | "o.g." | "assist:" name) ")"; "51pen" and "22og" also
                any other bracket before the minute belongs to the name

    cards    := card { [ "," ] card }
    card     := name [ minute ] "(" colour ")" { [ "," ] [ minute ] "(" colour ")" }
    colour   := "Y" | "Y/R" second yellow | "R"

    line-up  := line { " - " line }                 the dash stands between spaces: "PERRY-ACOSTA" is one name
    line     := player { "," player }
    player   := [ shirt number ] name { note | change }
    note     := "[" colour [ minute ] "]" | "[c]"
    change   := "(" [ minute ] name { note } [ minute ] [ change ] ")"

    kicks    := kick { "," kick }
    kick     := [ running score ] name [ "(" note ")" ]     a note, or a score that stays, is a miss
    stat     := number DASH number                   "?" for a side that is unknown, percent signs dropped

All run in time linear in the text, and nesting is limited.
"""

from __future__ import annotations

from site_builder.content.shorthand.cards import parse_cards
from site_builder.content.shorthand.goals import parse_goals, parse_goals_both
from site_builder.content.shorthand.kicks import parse_kicks
from site_builder.content.shorthand.line_ups import parse_line_up
from site_builder.content.shorthand.names import title_cased
from site_builder.content.shorthand.player_words import no_player, sign_in
from site_builder.content.shorthand.scores import ScoreLine, parse_plain_score, parse_score, parse_stat
from site_builder.content.shorthand.tokens import ShorthandError, parse_minute, without_full_stop

__all__ = [
    "ScoreLine",
    "ShorthandError",
    "no_player",
    "parse_cards",
    "parse_goals",
    "parse_goals_both",
    "parse_kicks",
    "parse_line_up",
    "parse_minute",
    "parse_plain_score",
    "parse_score",
    "parse_stat",
    "sign_in",
    "title_cased",
    "without_full_stop",
]
