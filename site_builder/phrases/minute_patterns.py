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
    HEDGES,
    Reader,
    as_about,
    as_about_later,
    as_added,
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
    as_part_of_half,
    as_relative,
    as_relative_to,
    as_seconds,
    as_unsaid,
)
from site_builder.phrases.numbers import CARDINAL, ORDINAL

_NUMBER: Final = rf"({CARDINAL}|an?)"
_MINUTES: Final = r"[ -](?:minutes?|mins?)\b(?!['’])"
# So many minutes, loosely or not.
_SO_MANY: Final = rf"(?:(?:{HEDGES})\s)?{_NUMBER}{_MINUTES}"
_BREAK: Final = (
    r"(?:half[- ]?time|the (?:half-time )?(?:break|interval)|the turnaround|the half-time whistle|"
    r"the end of the (?:first |opening )?half)"
)
_RESTART: Final = (
    r"(?:half[- ]?time|the (?:half-time )?(?:break|interval)|the re-?start|the turnaround|the resumption|changing ends|"
    r"play (?:had )?(?:resumed|restarted)|the second half (?:had )?(?:began|begun|started|kicked off|got under way)|"
    r"the start of the second half)"
)
_END: Final = (
    r"(?:the end of (?:normal time|the (?:game|match|second half|contest|ninety(?: minutes)?|90))|the end(?! of)|time\b|"
    r"full[- ]?time|"
    r"the (?:final|last) whistle|the finish|the close(?! of)|normal time|regulation(?: time)?)"
)
_START: Final = r"(?:kick[- ]?off|the (?:start|opening whistle|first whistle|beginning))"
_ADDED: Final = r"(?:(?:stoppage|added|injury|additional)[ -]time|time added on)"
# "The second minute of added time at the end of the first half": the half behind.
_OF_HALF: Final = r"(?:,? at the end)? (?:of|in|to) (?:the )?(first|second|match|game)\b"
_EXTRA: Final = r"(?:extra[ -]time|the extra period)"
_GOAL: Final = r"(?:goal|header|strike|free-kick|penalty|volley|opener|equali[sz]er|winner|finish|effort|drive|shot|tap-in)"
_LEFT: Final = r"(?:still )?(?:left|remaining|remained|to go|to play|to spare)"
_NORMAL: Final = r"(?:of (?:normal|regulation|regular) time )?"
_WELL: Final = r"(?:deep |well |far |early |late )*(?:in|into|during) (?:the )?"
_CLOSING: Final = r"(?:the )?(?:last|final|dying|closing|penultimate)"
# What may follow "in the 53rd" where a minute is meant, and not a place, a match or a season.
_NO_NOUN: Final = r"(?=\s*[,.;:)!?—–]|\s+(?:and|to|when|through|with|for|after|before|but|by|from|as|he|she|they|it)\b)"
# What must not follow "after ten minutes": that is so long on the pitch, or so much of something else.
_NO_MORE: Final = (
    r"(?! (?:later|(?:after|before)(?! (?-i:[A-Z]))|earlier|from|on the (?:pitch|field|bench))\b"
    r"| of (?!play\b|the (?:game|match|first)))"
)
_MINS: Final = r"(?:mins?\b(?! (?:from|later|into|after|before|of)\b)|minutes?(?=\s*[:–—]))"
_SOON: Final = r"(?:moments|seconds|minutes|soon|shortly|not long|straight|immediately)"


_FIGURES: Final[tuple[tuple[str, Reader], ...]] = (
    (r"(?<![\w'’+.])(\d{1,3})['’′]?\s?\+\s?(\d{1,2})(?:['’′]|(?:st|nd|rd|th)(?=[ -]minute))?(?![\w+])", as_figure),
    (r"(?<![\w'’+.:–-])(\d{1,3})()['’′](?![\w\"”])", as_figure),
    (rf"^[ \t]*(?:[-*•][ \t])?(?:\*\*|__)?(\d{{1,3}})()\s?{_MINS}", as_figure),
    (r"\bmin(?:ute)?\.?\s(\d{1,3})()(?![\w:])", as_figure),
    # ``Moura's free-kick (32) curled in``; behind a name it can be somebody's age.
    (rf"\b{_GOAL} \((\d{{1,3}})(?:\+(\d{{1,2}}))?['’′]?(?:,? ?(?:pens?|p|og))?\)", as_figure),
    (r"(?<=\()(\d{1,3})(?:\+(\d{1,2}))? ?(?:mins?|minutes?)(?=[),])", as_figure),
)
_ORDINALS: Final[tuple[tuple[str, Reader], ...]] = (
    (rf"\b({ORDINAL})[ -]minute of (?:the )?{_ADDED}{_OF_HALF}", as_added),
    (rf"\b({ORDINAL})[ -]minute of (?:the )?(first-half |second-half )?{_ADDED}", as_added),
    (rf"\b({ORDINAL})[ -]minute of the first (?:half|period) of {_EXTRA}", partial(as_ordinal, 90)),
    (rf"\b({ORDINAL})[ -]minute of the second (?:half|period) of {_EXTRA}", partial(as_ordinal, 105)),
    (rf"\b({ORDINAL})[ -]minute of {_EXTRA}", partial(as_ordinal, 90)),
    (rf"\b({ORDINAL})[ -]minute of the second half", partial(as_ordinal, 45)),
    (rf"\b{_CLOSING}[ -]minutes? of {_EXTRA}", as_open(116, 120)),
    (rf"\b{_CLOSING}[ -]minutes? of the (?:first )?half", as_open(43, 45)),
    (rf"\b({ORDINAL})(?=(?:(?:,|,? and) (?:the )?{ORDINAL})*[ -]minutes?\b(?! of (?:it|that|them)\b))", partial(as_ordinal, 0)),
    (rf"\bminute, the ({ORDINAL})(?! of)\b", partial(as_ordinal, 0)),
    (r"\b(?:very )?opening[ -]minute\b(?!s)", as_exactly(1)),
    (r"\b(?:last|final) minute of (?:normal|regulation|ordinary|the ninety) time\b", as_exactly(90)),
    (rf"\bin the ({ORDINAL}){_NO_NOUN}", as_bare_ordinal),
    (rf"\bin the ({ORDINAL})(?= (?:an?|his|her|their|it was|there was|came) )", as_bare_ordinal),
    (rf"(?<=\d(?:st|nd|rd|th) and )(\d{{1,3}}(?:st|nd|rd|th)){_NO_NOUN}", as_bare_ordinal),
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
    (rf"\b{_NUMBER}{_MINUTES} (?:deep )?into (?:the )?{_ADDED}{_OF_HALF}", as_added),
    (rf"\b{_NUMBER}{_MINUTES} (?:deep )?into (?:the )?(first-half |second-half )?{_ADDED}", as_added),
    (rf"\b{_WELL}first-half {_ADDED}|{_ADDED} (?:at the end )?of the first half", as_open(45, 45)),
    (rf"\b{_WELL}second-half {_ADDED}|{_ADDED} (?:at the end )?of the second half", as_open(90, 90)),
    (rf"\b{_WELL}(?:\w+ minutes of )?{_ADDED}", as_unsaid),
)
# So many minutes before a fixed one, which stands in front.
_FROM_THE_END: Final[tuple[tuple[str, Reader], ...]] = tuple(
    (rf"\b{words.replace('SO_MANY', _SO_MANY)}", partial(as_before, minute))
    for minute, words in (
        (120, rf"SO_MANY (?:from|before|short of) the end of {_EXTRA}"),
        (120, rf"SO_MANY of {_EXTRA} {_LEFT}"),
        (45, rf"SO_MANY of the (?:first )?half {_LEFT}"),
        (45, rf"SO_MANY (?:from|before|short of|ahead of) {_BREAK}"),
        (90, rf"SO_MANY (?:from|before|short of) {_END}"),
        (
            90,
            rf"(?:with|there (?:were|was)) (?:just |only |barely )?SO_MANY {_NORMAL}{_LEFT}(?! of (?!normal|the (?:game|match)))",
        ),
        (90, r"with (?:just |only |barely )?SO_MANY to (?:go|play)"),
        (90, rf"(?<=[.!?] )SO_MANY {_NORMAL}(?:remained|were (?:left|remaining)) (?=when\b)"),
        (30, "SO_MANY (?:before|short of|shy of) the half[- ]hour"),
        (60, "SO_MANY (?:before|short of|shy of) the hour"),
    )
)
# So many minutes after one.
_FROM_THE_START: Final[tuple[tuple[str, Reader], ...]] = (
    *(
        (rf"\b{words.replace('SO_MANY', _SO_MANY)}", partial(as_after, minute))
        for minute, words in (
            (30, "SO_MANY (?:after|past) the half[- ]hour"),
            (60, "SO_MANY (?:after|past) the hour"),
            (90, rf"with (?:just |only |barely )?SO_MANY of {_EXTRA} (?:gone|played|elapsed)"),
            (105, rf"SO_MANY into the second (?:half|period) of {_EXTRA}"),
            (90, rf"SO_MANY (?:into|of|after the start of) (?:the first (?:half|period) of )?{_EXTRA}"),
            (45, "(?:after )?SO_MANY (?:into|of|after the start of) the second (?:half|period)"),
            (45, rf"SO_MANY (?:after|from|past|of|following|into) {_RESTART}"),
            (0, "SO_MANY into the (?:match|game|contest|final|tie|first half|proceedings)"),
            (0, rf"SO_MANY (?:after|of|from) {_START}"),
            (0, "with (?:just |only |barely )?SO_MANY (?:gone|played|elapsed|on the (?:clock|watch))"),
            (0, "SO_MANY (?:were|was|had|have) (?:been )?(?:gone|played|elapsed|passed(?! when)|on the (?:clock|watch))"),
            (0, "there (?:were|was) (?:just |only |barely )?SO_MANY on the (?:clock|watch)"),
            (90, "extra[ -]time was (?:only |just |barely )?SO_MANY old"),
            (45, "second half (?:was )?(?:only |just |barely )?SO_MANY old"),
            (0, "(?:was |game |match |contest |final |tie )(?:only |just |barely )?SO_MANY old"),
            (0, r"took (?:only |just |barely )?SO_MANY (?=for the (?:first|opening|deadlock|breakthrough|scoring)\b)"),
            (0, "the SO_MANY mark"),
        )
    ),
    (rf"\b(?:on|after|at) ({CARDINAL}){_MINUTES} and {CARDINAL}[ -]seconds", as_begun),
    (rf"\b(on|after|at) (?:just |only |exactly )?({CARDINAL}){_MINUTES}{_NO_MORE}", as_on),
    (rf"(?:^|(?<=[.!?] ))(?:just |only )?{_NUMBER}{_MINUTES} (?:gone|played)\b", partial(as_after, 0)),
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
    (rf"\b(?:the )?clock (?:showed|showing|read|reading|said|on|at) ({CARDINAL})(?:{_MINUTES})?", partial(as_after, 0)),
    (r"\bon (\d{1,2})(?=[,.;!?]|\s+(?:and|but|when|after|with|as)\b)(?! and \d)", as_bare_figure),
    (rf"\b{_NUMBER}{_MINUTES} in\b{_NO_NOUN}", partial(as_after, 0)),
    (rf"\b{_NUMBER}{_MINUTES} in(?= (?:i|we|you) )", partial(as_after, 0)),
    (rf"\b(?:after|on) ({CARDINAL})(?=,| (?-i:[A-Z]))", as_bare_again),
    (
        rf"\b(?:behind|ahead|in front|level|up|down|led) (?:after|on|by) (?:just |only )?({CARDINAL})(?=[,.;])",
        partial(as_after, 0),
    ),
    (rf"\b({CARDINAL})[ -]seconds (?:after {_RESTART}|into the second half)", partial(as_seconds, 45)),
    (
        rf"\b(?:after|inside|within|in|needed|took) (?:just |only |barely |less than )?({CARDINAL})[ -]seconds\b(?! of)",
        partial(as_seconds, 0),
    ),
    (rf"\b(?:in|inside|within|during) the (?:first|opening) ({CARDINAL}){_MINUTES}", as_opening),
    (rf"\b(?:in|inside|within|during) the (?:last|final|closing) ({CARDINAL}){_MINUTES}", as_closing),
)
_FROM_ANOTHER: Final[tuple[tuple[str, Reader], ...]] = (
    (
        (
            rf"\btook (?:[\w'’ ]|(?<=[A-Z])\.){{0,30}}?{_NUMBER}{_MINUTES} "
            r"(?=to (?:open|take the lead|score|break|go ahead|go in front|get going|get on the board))"
        ),
        partial(as_after, 0),
    ),
    (
        rf"\btook [\w'’ ]{{0,30}}?{_NUMBER}{_MINUTES} (?=to (?:equali[sz]e|level|respond|reply|hit back|add|double|draw level))",
        partial(as_relative, 1),
    ),
    (rf"\b{_SO_MANY} (?:later|afterwards|after that|thereafter)\b", partial(as_relative, 1)),
    (r"\ba quarter of an hour (?:later|afterwards|after that)\b", as_about_later(15)),
    (r"\bhalf an hour (?:later|afterwards|after that)\b", as_about_later(30)),
    (rf"\b(?:only |just )?{_SO_MANY} (?:had )?passed (?=(?:when|before)\b)", partial(as_relative, 1)),
    (rf"\b{_NUMBER}{_MINUTES} into (it)\b", as_into),
    (
        rf"\bhad (?:only |just )?been on (?:the (?:pitch|field) )?(?:for )?(?:just |only )?{_SO_MANY} (?=when\b)",
        partial(as_relative, 1),
    ),
    (rf"\b{_SO_MANY} (?:earlier|before that|previously)\b", partial(as_relative, -1)),
    (
        rf"\b(?:lasted|needed|took|required) (?:for )?(?:just |only |all of )?(?:for )?{_SO_MANY}(?! (?:to recover|for))",
        partial(as_relative, 1),
    ),
    (rf"\b{_SO_MANY} (after|before) ([^,.;:()!?\n]{{3,70}})", as_relative_to),
    (rf"\b{_SOON}[ -](?:later|afterwards)\b", as_unsaid),
    (rf"\b(?:within|inside) {_NUMBER}{_MINUTES}", as_unsaid),
    (
        rf"\b{_SOON} after\b(?! {_RESTART}| the (?:half[- ])?hour)",
        as_unsaid,
    ),
)
_HOURS: Final[tuple[tuple[str, Reader], ...]] = (
    (r"\b(?:on|at|upon) the quarter[- ]hour(?: mark)?", as_exactly(15)),
    (r"\b(?:on|at|upon) the half[- ]hour(?: mark)?", as_exactly(30)),
    (r"\bafter (?:exactly )?half an hour\b(?! (?:later|of (?!play\b)))", as_about(30)),
    (r"\b(?:on|at|upon) the hour(?: mark)?", as_exactly(60)),
    (r"\b(?:just |shortly |soon |moments )?(?:after|past|beyond) the half[- ]hour(?: mark)?", as_open(30, 37)),
    (r"\b(?:just |shortly )?(?:before|short of|shy of) the half[- ]hour(?: mark)?", as_open(23, 30)),
    (r"\b(?:just |shortly |soon |moments )?(?:after|past|beyond) the hour(?: mark)?", as_open(60, 67)),
    (r"\b(?:just |shortly )?(?:before|short of|shy of) the hour(?: mark)?", as_open(53, 60)),
    (r"\b(?:around|about|near|approaching|towards) the hour(?: mark)?", as_open(54, 66)),
)
_NEAR_THE_ENDS: Final[tuple[tuple[str, Reader], ...]] = (
    (rf"\b(?:on the (?:very )?stroke of|right on) {_BREAK}|\bwith the last kick of the (?:first )?half", as_open(43, 45)),
    (rf"\b(?:just|shortly|right|immediately|moments|seconds|not long|soon) (?:before|ahead of) {_BREAK}", as_open(40, 45)),
    (rf"\b(?:just|shortly|right|immediately|moments|seconds|straight|soon|not long) after {_RESTART}", as_open(46, 53)),
    (r"\bseconds into the second half", as_open(46, 47)),
    (r"\bon the stroke of full[- ]time|\bat the death\b|\bwith (?:almost |practically )?the last kick\b", as_open(85, 90)),
    (r"\b(?:in the )?(?:dying|closing|final|last) (?:seconds|moments|minute)\b", as_open(85, 90)),
    (r"\b(early|late|midway|halfway)(?: on)? (?:in|into|through|inside) the (first|second) half", as_part_of_half),
    (rf"\bin the second (?:half|period) of {_EXTRA}", as_open(106, 120)),
    (rf"\bin the first (?:half|period) of {_EXTRA}", as_open(91, 105)),
    (rf"\bin {_EXTRA}", as_open(91, 120)),
    (rf"\bbefore {_BREAK}|\bin the first half\b", as_open(1, 45)),
    (rf"\bafter {_RESTART}|\bin the second half\b", as_open(46, 90)),
)
_ALL: Final = (_FIGURES, _ORDINALS, _STOPPAGE, _FROM_THE_END, _FROM_THE_START, _FROM_ANOTHER, _HOURS, _NEAR_THE_ENDS)
PATTERNS: Final = tuple((re.compile(text, re.IGNORECASE | re.MULTILINE), read) for part in _ALL for text, read in part)
"""Every pattern with its reader, in the order in which they are tried."""
