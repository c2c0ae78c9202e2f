"""Who won a shoot-out, by the words for it: ``Chelsea won 4-3 on penalties``, ``Leeds held their nerve``, ``a defeat by Roma``.

Words beside penalties say it for sure, and so does whoever is said to have gone on or
to have lifted a cup; where they say it of both teams it is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.authoring.articles.team_names import Calls
from site_builder.authoring.articles.text import Article

_NO_SUBJECT = "".join(
    rf"(?<!\b{word} )(?<!\b{word} the )" for word in ("against", "over", "past", "with", "for", "by", "to", "from", "of")
)
_TEAM = rf"{_NO_SUBJECT}<(?P<t>[01])>(?:['’]s? (?:side|men|team|women|players|girls))?(?!['’])(?: who|, who [^<>.;,]{{0,60}},)?"
_KICKS = re.compile(r"\b(?:penalties|pens?|shoot-?out|spot[- ]kicks|penalty kicks|from the spot)\b", re.IGNORECASE)
# Between a team and its verb: no other team, and nothing that makes it a wish or the past.
_GAP = (
    r"(?:(?!\b(?:not|never|failed|could|would|should|might|may|chance|hop\w+|need\w*|had|if|almost|nearly|last|previous\w*|"
    r"to avoid|who|which|before|after|when|while|until)\b|"
    r"n['’]t\b)(?:[^<>.;]|(?:(?<=against )|(?<=over )|(?<=against the )|(?<=with ))<[01]>)){0,90}?"
)
_NO_BALL = r"(?! (?:an?|the|his|their|two|three|another|possession) (?:\w+ )?(?:penalt|spot|free|corner|ball|header)| possession)"
_WON = (
    rf"(?:(?:w[io]n|wins|winning){_NO_BALL}|winners|victors|victorious|prevail(?:s|ed)?|triumph(?:s|ed)?|advanc(?:e|es|ed)|progress(?:es|ed)?|"
    r"(?:go|goes|went|going|gone|come|came|are|were|is|safely) (?:\w+ )?through|(?:hold|held|kept) (?:their|its) nerve|"
    r"(?:come|came|coming) out on top|lift(?:s|ed)?|beat|beats|beating|defeat(?:s|ed|ing)?|"
    r"edg(?:e|es|ed)|s(?:ee|aw) off|(?:knock(?:ed|s)?|put) <[01]> out|knock(?:ed|s)? out|eliminat(?:e|es|ed)|overc[ao]me|"
    r"(?:book|seal|secur)(?:e|es|ed|s)? (?:a|their|its) place|(?:are|is|were|was) (?:\w+ )?(?:champions|crowned)|"
    r"surviv(?:e|es|ed)|(?:take|takes|took|claim|claims|claimed|seal|seals|sealed|clinch|clinches|clinched) "
    r"(?:it|the (?:cup|trophy|title|shoot-?out|tie)))"
)
_LOST = (
    rf"(?:los(?:t|e|es|ing){_NO_BALL}|(?:go|goes|went|going|bow|bows|bowed|crash|crashes|crashed|"
    r"knocked|dumped|put|sent|are|were) out|exit(?:s|ed)?|(?:go|goes|went|going) down|f[ea]ll|falls|falling|"
    r"succumb(?:s|ed)?|miss(?:ed)? out|beaten|eliminated|cracked|"
    r"(?:were|was|are|is|been|being) (?:\w+ )?(?:defeated|denied|edged out|undone|knocked out)|suffer(?:s|ed)?)"
)
_VERB = re.compile(rf"{_TEAM}{_GAP}\b(?:(?P<lost>{_LOST})|(?P<won>{_WON}))\b", re.IGNORECASE)
_MORE = re.compile(
    rf"[^<>.;]{{0,40}}?\b(?:but|and|before|to|then)\b{_GAP}\b(?:(?P<lost>{_LOST})|(?P<won>{_WON}))\b", re.IGNORECASE
)
_WIN = r"(?:win|victory|triumph|success|glory|joy)"
_DEFEAT = r"(?:defeat|loss|exit|heartbreak|heartache|agony|misery)"
_ON = r"(?:through|past|(?:in)?to the (?:[\w-]+ ){0,2}(?:final|semi|quarter|round|last|premier|champions|next|top))"
_PRIZE = r"(?:the|a|their) (?:[\w-]+ ){0,3}(?:cup|trophy|title|tie|shoot-?out|win|victory|final|place)"
_NEAR = r"[^<>.;]{0,40}?"
_OF_WINNER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"<(?P<t>[01])>['’]s? (?:[\w–-]+ ){{0,4}}{_WIN}\b",
        rf"\b{_WIN}\b{_NEAR}\b(?:for|by) (?:the )?<(?P<t>[01])>",
        rf"\b{_DEFEAT}\b{_NEAR}\b(?:to|by|against|at the hands of) (?:the )?<(?P<t>[01])>",
        r"\b(?:penalties|pens|shoot-?out|spot-kicks|kicks)\)? (?:to|by|for) (?:the )?<(?P<t>[01])>",
        r"<(?P<t>[01])>['’]s? way\b",
        r"<(?P<t>[01])> (?:needed|took|required|had to wait for) (?:penalties|spot-kicks|a shoot-?out) to (?!de)",
        r"\bin favour of (?:the )?<(?P<t>[01])>",
        r"\bin <(?P<t>[01])>['’]s? favour\b",
        rf"\b(?:beaten|eliminated|knocked out|edged out|put out){_NEAR}\bby (?:the )?<(?P<t>[01])>",
        rf"\b(?:sen[dt]s?|put|puts|takes|took|fires?|fired|saw|sees|carr(?:y|ies|ied)) (?:the )?<(?P<t>[01])> {_ON}",
        rf"\b(?:w[io]ns?|gives?|gave|hands?|handed|earns?|earned) (?:the )?<(?P<t>[01])> {_PRIZE}",
        rf"\b(?:w[io]ns?|settles?|settled|decided|clinch(?:es|ed)|seal(?:s|ed)) (?:it|{_PRIZE}) for (?:the )?<(?P<t>[01])>",
        r"\b(?:winning|decisive|deciding|last) (?:penalty|kick|spot-kick|one)\b[^<>.;]{0,20}? for (?:the )?<(?P<t>[01])>",
    )
)
_OF_LOSER = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"<(?P<t>[01])>['’]s? (?:[\w–-]+ ){{0,7}}{_DEFEAT}\b",
        rf"\b{_DEFEAT}\b{_NEAR}\b(?:for|of) (?:the )?<(?P<t>[01])>",
        rf"\b{_WIN}\b{_NEAR}\b(?:over|against) (?:the )?<(?P<t>[01])>",
        r"\b(?:sen[dt]s?|put|puts|knock(?:s|ed)?|dump(?:s|ed)?) (?:the )?<(?P<t>[01])> (?:out|home|crashing|tumbling)\b",
    )
)
_CUP = r"(?:cup|trophy|title|shield|championship|final|silverware|play-offs?|promotion)"
_WENT_ON = re.compile(
    rf"{_TEAM}{_GAP}\b(?:(?:lift(?:s|ed)?|w[io]n|wins|claim(?:s|ed)?|rais(?:e|ed)) (?:the|a|their|its)\b"
    rf"[^<>.;]{{0,30}}?\b{_CUP}\b|"
    r"(?:are|were|is|was) (?:\w+ )?(?:champions|winners|crowned|promoted|through|"
    r"in(?:to)? the (?:[\w-]+ )?(?:final|last|next|semi|quarter))\b|"
    r"(?:go|goes|went|are|move|moved|march|marched|advanced?|progress(?:ed)?) (?:\w+ )?(?:through|into|up|on)\b)"
    rf"|\b(?:gives?|gave|hands?|handed|wins?|won) (?:the )?<(?P<given>[01])> (?:the|a|their)\b[^<>.;]{{0,30}}?\b{_CUP}\b",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(
    r"\b(?:(?:18|19|20)\d\d|last (?:season|year|month|week|time)|previous\w*|first leg|"
    r"earlier|ago|next|will|had (?:\w+ )?(?:won|lost|beaten))\b",
    re.IGNORECASE,
)

_ROUND = re.compile(r"\b(?:semi|quarter)-finals?\b", re.IGNORECASE)


def winner_of_kicks(article: Article, calls: Calls, at: int) -> int | None:
    """Which of the two teams (0 or 1) won the shoot-out whose score stands at a place; None where that is not clear."""
    told = [(sentence.start, _marked(sentence.text, calls)) for sentence in article.sentences]
    sentences = [(start, line) for start, text in told for line in text.split("\n")]
    beside = [line for start, line in sentences if _KICKS.search(line) and start in _near(article, at)]
    others = [line for _, line in sentences if _KICKS.search(line) and not (_OTHER_DAY.search(line) or _ROUND.search(line))]
    for lines, reader in ((beside, _said), (others, _said), ([line for _, line in sentences], _went_on)):
        found = {team for line in lines for team in reader(line)}
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return None


def _near(article: Article, at: int) -> set[int]:
    """Where the sentence begins that holds a place."""
    return {max((one.start for one in article.sentences if one.start <= at), default=0)}


def _marked(text: str, calls: Calls) -> str:
    """A sentence with ``<0>`` and ``<1>`` for what it calls the teams."""
    plain = re.sub(r"\b[A-Z]{4,}\b", lambda match: match[0].capitalize(), text.replace("<", "‹").replace(">", "›"))
    for number, (_, pattern) in enumerate(calls.each):
        plain = re.sub(rf"(?<!\w){pattern}(?!\w)", f"<{number}>", plain)
    return plain


def _said(line: str) -> Iterator[int]:
    """The winners by what a sentence about penalties says."""
    for match in _VERB.finditer(line):
        last = _MORE.match(line, match.end()) or match
        yield int(match["t"]) if last["won"] else 1 - int(match["t"])
    yield from (int(match["t"]) for pattern in _OF_WINNER for match in pattern.finditer(line))
    yield from (1 - int(match["t"]) for pattern in _OF_LOSER for match in pattern.finditer(line))


def _went_on(line: str) -> Iterator[int]:
    """Who went on, or has the cup, by a sentence about anything else."""
    if not _OTHER_DAY.search(line):
        yield from (int(match["t"] or match["given"]) for match in _WENT_ON.finditer(line))
