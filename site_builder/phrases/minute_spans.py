"""Patterns of moments that lie near one: around the hour, before and after the break, at the end."""

from __future__ import annotations

from typing import Final

from site_builder.phrases.minute_readers import Reader, as_about, as_exactly, as_open, as_part_of_half
from site_builder.phrases.minute_words import BREAK, EXTRA, RESTART

HOURS: Final[tuple[tuple[str, Reader], ...]] = (
    (r"\b(?:on|at|upon) the quarter[- ]hour(?: mark)?", as_exactly(15)),
    (r"\b(?:on|at|upon) the half[- ]hour(?: mark)?", as_exactly(30)),
    (r"\bafter (?:exactly )?half an hour\b(?! (?:later|of (?!play\b)))", as_about(30)),
    (r"\b(?:with )?half an hour (?:from (?:time|the end)|left|remaining|to (?:go|play))\b", as_about(60)),
    (r"\bhalf an hour had (?:gone|passed|been played)\b", as_about(30)),
    (
        r"(?<!half )\b(?:after (?:exactly )?an hour\b(?! (?:later|of (?!play\b)|and))|an hour had (?:gone|passed|been played)\b)",
        as_about(60),
    ),
    (r"\ba quarter of an hour had (?:gone|passed|been played)\b", as_about(15)),
    (r"\b(?:on|at|upon) (?:the stroke of )?the hour(?: mark)?", as_exactly(60)),
    (r"\b(?:just |shortly |soon |moments )?(?:after|past|beyond) the half[- ]hour(?: mark)?", as_open(30, 37)),
    (r"\b(?:just |shortly )?(?:before|short of|shy of) the half[- ]hour(?: mark)?", as_open(23, 30)),
    (r"\b(?:just |shortly |soon |moments )?(?:after|past|beyond) the hour(?: mark)?", as_open(60, 67)),
    (r"\b(?:just |shortly )?(?:before|short of|shy of) the hour(?: mark)?", as_open(53, 60)),
    (r"\b(?:around|about|near|approaching|towards) the hour(?: mark)?", as_open(54, 66)),
)
NEAR_THE_ENDS: Final[tuple[tuple[str, Reader], ...]] = (
    (rf"\b(?:on the (?:very )?stroke of|right on) {BREAK}|\bwith the last kick of the (?:first )?half", as_open(43, 45)),
    (rf"\b(?:just|shortly|right|immediately|moments|seconds|not long|soon) (?:before|ahead of) {BREAK}", as_open(40, 45)),
    (rf"\b(?:just|shortly|right|immediately|moments|seconds|straight|soon|not long) after {RESTART}", as_open(46, 53)),
    (r"\bseconds into the second half", as_open(46, 47)),
    (rf"\b{EXTRA} (?:was|were|seemed|looked) (?:\w+ ){{0,2}}?(?:seconds|moments|a minute|a whistle) away", as_open(89, 90)),
    (r"\b(?:penalties|a shoot-?out) (?:was|were|seemed) (?:\w+ ){0,2}?(?:seconds|moments|a minute) away", as_open(119, 120)),
    (r"\bon the stroke of full[- ]time|\bat the death\b|\bwith (?:almost |practically )?the last kick\b", as_open(85, 90)),
    (r"\b(?:in the )?(?:dying|closing|final|last) (?:seconds|moments|minute)\b", as_open(85, 90)),
    (r"\b(early|late|midway|halfway)(?: on)? (?:in|into|through|inside) the (first|second) half", as_part_of_half),
    (rf"\bin the second (?:half|period) of {EXTRA}", as_open(106, 120)),
    (rf"\bin the first (?:half|period) of {EXTRA}", as_open(91, 105)),
    (rf"\bin {EXTRA}", as_open(91, 120)),
    (rf"\bbefore {BREAK}|\bin the first half\b", as_open(1, 45)),
    (rf"\bafter {RESTART}|\bin the second half\b", as_open(46, 90)),
)
