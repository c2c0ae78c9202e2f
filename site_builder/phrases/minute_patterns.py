"""The patterns of minutes, the most telling first, each with what it makes of its words.

A later pattern takes only what no earlier one has. Groups are numbered: what a
pattern makes of them stands beside it. Readers give None for what turns out to
be no moment of play.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from site_builder.phrases.minute_readers import (
    Reader,
    as_about,
    as_about_later,
    as_added,
    as_added_again,
    as_after,
    as_bare_again,
    as_bare_figure,
    as_bare_ordinal,
    as_before,
    as_begun,
    as_closing,
    as_exactly,
    as_figure,
    as_into,
    as_on,
    as_open,
    as_opening,
    as_ordinal,
    as_relative,
    as_relative_to,
    as_seconds,
    as_unsaid,
    as_within,
)
from site_builder.phrases.minute_spans import HOURS, NEAR_THE_ENDS
from site_builder.phrases.minute_words import (
    ADDED,
    BREAK,
    CLOSING,
    DID,
    END,
    EXTRA,
    GOAL,
    LEFT,
    MINS,
    MINUTES,
    NO_MORE,
    NO_NOUN,
    NORMAL,
    NUMBER,
    OF_HALF,
    RESTART,
    SO_MANY,
    SOON,
    START,
    WELL,
)
from site_builder.phrases.numbers import CARDINAL, ORDINAL

_FIGURES: Final[tuple[tuple[str, Reader], ...]] = (
    (r"(?<![\w'’+.])(\d{1,3})['’′]?\s?\+\s?(\d{1,2})(?:['’′]|(?:st|nd|rd|th)(?=[ -]minute))?(?![\w+])", as_figure),
    (r"(?<![\w'’+.:–-])(\d{1,3})()['’′](?![\w\"”])", as_figure),
    (rf"^[ \t]*(?:[-*•][ \t])?(?:\*\*|__)?(\d{{1,3}})()\s?{MINS}", as_figure),
    (r"\bmin(?:ute)?\.?\s(\d{1,3})()(?![\w:])", as_figure),
    # ``Moura's free-kick (32) curled in``; behind a name it can be somebody's age.
    (rf"\b{GOAL} \((\d{{1,3}})(?:\+(\d{{1,2}}))?['’′]?(?:,? ?(?:pens?|p|og))?\)", as_figure),
    (r"(?<=\()(\d{1,3})(?:\+(\d{1,2}))? ?(?:mins?|minutes?)(?=[),])", as_figure),
)
_ORDINALS: Final[tuple[tuple[str, Reader], ...]] = (
    (rf"\b({ORDINAL})[ -]minute of (?:the )?{ADDED}{OF_HALF}", as_added),
    (rf"\b({ORDINAL})[ -]minute of (?:the )?(first-half |second-half )?{ADDED}", as_added),
    (rf"\b({ORDINAL})[ -]minute of the first (?:half|period) of {EXTRA}", partial(as_ordinal, 90)),
    (rf"\b({ORDINAL})[ -]minute of the second (?:half|period) of {EXTRA}", partial(as_ordinal, 105)),
    (rf"\b({ORDINAL})[ -]minute of {EXTRA}", partial(as_ordinal, 90)),
    (rf"\b({ORDINAL})[ -]minute of the (?:second|new) half", partial(as_ordinal, 45)),
    (rf"\b({ORDINAL})[ -]minute (?:after|following|from) {RESTART}", partial(as_ordinal, 45)),
    (rf"\b{CLOSING}[ -]minutes? of {EXTRA}", as_open(116, 120)),
    (rf"\b{CLOSING}[ -]minutes? of the (?:first )?half", as_open(43, 45)),
    (rf"\b({ORDINAL})(?=(?:(?:,|,? and) (?:the )?{ORDINAL})*[ -]minutes?\b(?! of (?:it|that|them)\b))", partial(as_ordinal, 0)),
    (rf"\bminute, the ({ORDINAL})(?! of)\b", partial(as_ordinal, 0)),
    (r"\b(?:very )?opening[ -]minute\b(?!s)", as_exactly(1)),
    (r"\b(?:last|final) minute of (?:(?:normal|regulation|ordinary|the ninety) time|the (?:ninety|90))\b", as_exactly(90)),
    (rf"\bin the ({ORDINAL}){NO_NOUN}", as_added_again),
    (rf"\bin the ({ORDINAL}){NO_NOUN}", as_bare_ordinal),
    (rf"\bin the ({ORDINAL})(?= (?:an?|his|her|their|it was|there was|came) )", as_bare_ordinal),
    (rf"\bin the (\d{{1,3}}(?:st|nd|rd|th))(?= (?:\w+ly )?{DID}\b)", as_bare_ordinal),
    (rf"(?<=\d(?:st|nd|rd|th) and )(\d{{1,3}}(?:st|nd|rd|th)){NO_NOUN}", as_bare_ordinal),
    (
        r"\bin the (\d{1,3}(?:st|nd|rd|th))(?= (?-i:[A-Z]))(?! (?:division|round|leg|half|century|street|avenue|league|edition))",
        partial(as_ordinal, 0),
    ),
)
_STOPPAGE: Final[tuple[tuple[str, Reader], ...]] = (
    (
        rf"\b({ORDINAL}) (?:minute )?of (?:the )?(?:{CARDINAL} )?(first-half |second-half )?(?:added|additional|extra) minutes",
        as_added,
    ),
    (rf"\b({ORDINAL}) (first-half |second-half )?(?:added|additional) minute\b", as_added),
    (rf"\b{NUMBER}{MINUTES} (?:deep )?into (?:the )?{ADDED}{OF_HALF}", as_added),
    (rf"\b{NUMBER}{MINUTES} (?:deep )?into (?:the )?(first-half |second-half )?{ADDED}", as_added),
    (rf"\b{WELL}first-half {ADDED}|{ADDED} (?:at the end )?of the first half", as_open(45, 45)),
    (rf"\b{WELL}second-half {ADDED}|{ADDED} (?:at the end )?of the second half", as_open(90, 90)),
    (rf"\b{WELL}(?:\w+ minutes of )?{ADDED}", as_unsaid),
)
# So many minutes before a fixed one, which stands in front.
_FROM_THE_END: Final[tuple[tuple[str, Reader], ...]] = tuple(
    (rf"\b{words.replace('SO_MANY', SO_MANY)}", partial(as_before, minute))
    for minute, words in (
        (120, rf"SO_MANY (?:from|before|short of) the end of {EXTRA}"),
        (120, rf"SO_MANY of {EXTRA} {LEFT}"),
        (45, rf"SO_MANY of the (?:first )?half {LEFT}"),
        (45, rf"SO_MANY (?:from|before|short of|ahead of) {BREAK}"),
        (90, rf"SO_MANY (?:from|before|short of) {END}"),
        (
            90,
            rf"(?:with|there (?:were|was)) (?:just |only |barely )?SO_MANY {NORMAL}{LEFT}(?! of (?!normal|the (?:game|match)))",
        ),
        (90, r"with (?:just |only |barely )?SO_MANY to (?:go|play)"),
        (90, rf"(?<=[.!?] )SO_MANY {NORMAL}(?:remained|were (?:left|remaining)) (?=when\b)"),
        (90, rf"(?:when|as|and|but) SO_MANY {NORMAL}(?:still )?(?:remained|were (?:still )?(?:left|remaining|to (?:go|play)))"),
        (90, r"there remained (?:just |only |barely )?SO_MANY(?! of (?!normal|the (?:game|match)))"),
        (30, "SO_MANY (?:before|short of|shy of) the half[- ]hour"),
        (60, "SO_MANY (?:before|short of|shy of) the hour"),
    )
)
# So many minutes after one.
_FROM_THE_START: Final[tuple[tuple[str, Reader], ...]] = (
    (r"\b(?:not|less than|barely|hardly) (?:even )?a minute of the (?:second|new) half (?:had|was) ", as_exactly(46)),
    *(
        (rf"\b{words.replace('SO_MANY', SO_MANY)}", partial(as_after, minute))
        for minute, words in (
            (30, "SO_MANY (?:after|past) the half[- ]hour"),
            (60, "SO_MANY (?:after|past) the hour"),
            (90, rf"with (?:just |only |barely )?SO_MANY of {EXTRA} (?:gone|played|elapsed)"),
            (105, rf"SO_MANY into the second (?:half|period) of {EXTRA}"),
            (90, rf"SO_MANY (?:into|of|after the start of) (?:the first (?:half|period) of )?{EXTRA}"),
            (45, "(?:after )?SO_MANY (?:into|of|after the start of) the second (?:half|period)"),
            (45, "SO_MANY of the second(?= to )"),
            (45, rf"SO_MANY (?:after|from|past|of|following|into) {RESTART}"),
            (0, "SO_MANY into the (?:match|game|contest|final|tie|first half|proceedings)"),
            (0, rf"SO_MANY (?:after|of|from) {START}"),
            (0, "with (?:just |only |barely )?SO_MANY (?:gone|played|elapsed|on the (?:clock|watch))"),
            (0, "SO_MANY (?:were|was|had|have) (?:been )?(?:gone|played|elapsed|passed(?! when)|on the (?:clock|watch))"),
            (0, "there (?:were|was) (?:just |only |barely )?SO_MANY (?:gone|played|on the (?:clock|watch))"),
            (90, "(?<!of )extra[ -]time was (?:only |just |barely )?SO_MANY old"),
            (105, rf"second (?:half|period) of {EXTRA} (?:was )?(?:only |just |barely )?SO_MANY old"),
            (45, "(?:second|new) half (?:was )?(?:only |just |barely )?SO_MANY old"),
            (0, "(?<!half )(?<!period )(?:was |game |match |contest |final |tie )(?:only |just |barely )?SO_MANY old"),
            (
                0,
                (
                    r"(?:it was|there were|it took) SO_MANY before (?=any(?:body|one)\b|either\b|the (?:first|opening|"
                    r"only|deadlock|breakthrough)|a goal)"
                ),
            ),
            (0, r"took (?:only |just |barely )?SO_MANY (?=for the (?:first|opening|deadlock|breakthrough|scoring)\b)"),
            (0, "the SO_MANY mark"),
        )
    ),
    (
        (
            rf"\b(?:(?:on|after|at|there were) )?({CARDINAL}){MINUTES} and {CARDINAL}[ -]seconds(?: on the (?:clock|"
            r"watch)| gone| played)?"
        ),
        as_begun,
    ),
    (rf"\b(on|after|at) (?:just |only |exactly )?({CARDINAL}){MINUTES}{NO_MORE}", as_on),
    (rf"\bon (\d{{1,2}})(?= and \d{{1,2}}{MINUTES})", as_bare_figure),
    (rf"(?<=\bon \d\d and )(\d\d){MINUTES}", as_bare_figure),
    (
        rf"(?:^|(?<=[.!?;:—–,] )|(?<=\())(?:just |only )?{NUMBER}{MINUTES} (?:gone|played|on the (?:clock|watch))\b",
        partial(as_after, 0),
    ),
    (r"\b(?:after|on) (?:just |only )?a quarter of an hour\b(?! (?:later|of (?!play\b)))", as_about(15)),
    (
        r"\b(?:with )?(?:just |only )?(?:a )?quarter of an hour (?:from (?:time|the end)|left|remaining|to (?:go|play))\b",
        as_about(75),
    ),
    (rf"\b({CARDINAL}) on the clock", partial(as_after, 0)),
    (rf"\bwith (?:just |only |barely )?({CARDINAL}) (?:gone|played)\b", partial(as_after, 0)),
    (rf"\bwith (?:just |only |barely )?({CARDINAL}) (?:left|remaining|to go|to play)\b", partial(as_before, 90)),
    (r"\bsecond half was (?:less than|not (?:yet |even )?|barely )a minute old", as_exactly(46)),
    (r"\b(?:was|were) (?:less than|not (?:yet |even )?|barely )a minute old", as_exactly(1)),
    (r"(?:(?<=[.!?] )|(?<=[,:—–] ))(\d{1,3}) minutes(?: gone| played)?(?=[.!,:;])", partial(as_after, 0)),
    (
        (
            r"\b(?:the )?(?:clock|watch|watches|notes?|notebook|scoreboard) (?:says?|showed|showing|reads?|reading|"
            r"said|on|at|(?:had )?(?:reached|ticked (?:on )?(?:to|past))|"
            rf"stood at|was (?:on|at|showing)) ({CARDINAL})(?:{MINUTES})?"
        ),
        partial(as_after, 0),
    ),
    (
        (
            r"\bon (\d{1,2})(?=[,.;!?]|\s+(?:and|but|when|after|with|as|before|while|through|from|to (?:make|put|give|"
            r"level|double))\b)(?! and \d)"
        ),
        as_bare_figure,
    ),
    (
        r"(?:^|\band |\bthen |\bbut |, )on (\d{1,2})(?= (?-i:[A-Z]))(?! (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec))",
        as_bare_figure,
    ),
    (rf"\bthe time was ({CARDINAL}){MINUTES}", partial(as_after, 0)),
    (rf"\b{NUMBER}{MINUTES} in\b{NO_NOUN}", partial(as_after, 0)),
    (rf"(?:^|(?<=[.!?] )){NUMBER}{MINUTES}(?=(?:, \d{{1,2}}[-–]\d{{1,2}})?\s*[:—–])", partial(as_after, 0)),
    (rf"\b{NUMBER}{MINUTES} in(?= (?:i|we|you) )", partial(as_after, 0)),
    (rf"\b(?:after|on) ({CARDINAL})(?=,| (?-i:[A-Z]))", as_bare_again),
    (r"\bafter (\d\d)(?=, [a-z]|[.;])", as_bare_figure),
    (
        rf"\b(?:behind|ahead|in front|level|up|down|led) (?:after|on|by) (?:just |only )?({CARDINAL})(?=[,.;])",
        partial(as_after, 0),
    ),
    (rf"\bsecond half (?:was )?(?:only |just |barely )?({CARDINAL})[ -]seconds old", partial(as_seconds, 45)),
    (rf"(?<!half )\b(?:was |game |match )(?:only |just |barely |less than )?({CARDINAL})[ -]seconds old", partial(as_seconds, 0)),
    (rf"\b({CARDINAL})[ -]seconds of the (?:second|new) (?:half|period) (?:had|were|was)\b", partial(as_seconds, 45)),
    (rf"\b({CARDINAL})[ -]seconds (?:after {RESTART}|into the second half)", partial(as_seconds, 45)),
    (
        (
            r"\b(?:after|inside|within|in|needed|took(?: (?-i:[A-Z])[\w ]{0,25}?| them| him)?) "
            rf"(?:just |only |barely |less than )?({CARDINAL})[ -]seconds\b(?! of)"
        ),
        partial(as_seconds, 0),
    ),
    (rf"\b(?:in|inside|within|during) the (?:first|opening) ({CARDINAL}){MINUTES}", as_opening),
    (rf"\b(?:in|inside|within|during) the (?:last|final|closing) ({CARDINAL}){MINUTES}", as_closing),
)
_FROM_ANOTHER: Final[tuple[tuple[str, Reader], ...]] = (
    (
        (
            rf"\btook (?:[\w'’ ]|(?<=[A-Z])\.){{0,30}}?{NUMBER}{MINUTES} "
            r"(?=to (?:open|take the lead|find (?:a way|the net)|score|break|go ahead|go in front|get going|get on the board))"
        ),
        partial(as_after, 0),
    ),
    (
        rf"\btook [\w'’ ]{{0,30}}?{NUMBER}{MINUTES} (?=to (?:equali[sz]e|level|respond|reply|hit back|add|double|draw level))",
        partial(as_relative, 1),
    ),
    (rf"\b{SO_MANY} (?:later|afterwards|after that|thereafter)\b", partial(as_relative, 1)),
    (
        (
            rf"(?:^|(?<=[.!?;:—–,] )|(?<=and )|(?<=then ))(?:another |a further )?{NUMBER}(?: (?:more|further){MINUTES}|"
            rf"{MINUTES} (?:more|on|further on))(?=,| (?:and )?(?-i:[A-Z])| (?:he|she|they|it|there|his|her)\b)"
        ),
        partial(as_relative, 1),
    ),
    (r"\ba quarter of an hour (?:later|afterwards|after that)\b", as_about_later(15)),
    (r"\bhalf an hour (?:later|afterwards|after that)\b", as_about_later(30)),
    (rf"\b(?:only |just )?{SO_MANY} (?:had )?passed (?=(?:when|before)\b)", partial(as_relative, 1)),
    (rf"\b{NUMBER}{MINUTES} into (it)\b", as_into),
    (
        (
            r"\bhad (?:only |just |barely |hardly )?been on (?:(?:the (?:pitch|field|park)|"
            rf"court) )?(?:for )?(?:just |only |all of )?{SO_MANY} (?=when\b)"
        ),
        partial(as_relative, 1),
    ),
    (rf"\b{SO_MANY} (?:earlier|before that|previously)\b", partial(as_relative, -1)),
    (
        rf"\b(?:lasted|needed|took|required) (?:for )?(?:just |only |all of )?(?:for )?{SO_MANY}(?! (?:to recover|for))",
        partial(as_relative, 1),
    ),
    (rf"\b{SO_MANY} (after|before) ([^,.;:()!?\n]{{3,70}})", as_relative_to),
    (rf"\b{SOON}[ -](?:later|afterwards)\b", as_unsaid),
    (rf"\b(?:within|inside) {NUMBER}{MINUTES}(?: of (?:that|it))?", as_within),
    (
        rf"\b{SOON} after\b(?! {RESTART}| the (?:half[- ])?hour)",
        as_unsaid,
    ),
)
_ALL: Final = (_FIGURES, _ORDINALS, _STOPPAGE, _FROM_THE_END, _FROM_THE_START, _FROM_ANOTHER, HOURS, NEAR_THE_ENDS)
PATTERNS: Final = tuple((re.compile(text, re.IGNORECASE | re.MULTILINE), read) for part in _ALL for text, read in part)
"""Every pattern with its reader, in the order in which they are tried."""
