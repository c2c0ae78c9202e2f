"""What else an article tells of a match: competition, round, ground, attendance, referee, sendings-off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.authoring.articles.competitions import with_places
from site_builder.authoring.articles.draft import DraftDismissal, DraftResult, Found
from site_builder.authoring.articles.names import PHRASE, UPPER, find_names, proper_case
from site_builder.authoring.articles.text import Article
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.football.model import Side
from site_builder.phrases import find_minutes

_NUMBER = r"(\d{1,3}(?:[,.’ ]\d{3})+|\d{3,6})(?![\w,.]\d)"
_ABOUT = r"(?:about |around |some |more than |over |nearly |almost )?"
_THERE = (
    r"(?:watched|saw|were at|were there|spectators|fans|people|supporters|of us|in attendance|attended|at the|inside|there\b)"
)
_ATTENDANCES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:attendance|att|attn|crowd|gate|spectators)\s*[:.]?\s*(?:of |was |\()?{_NUMBER}",
        rf"\b(?:crowd|attendance|gate)(?: that (?:day|night))? (?:of|was|numbered) (?:officially )?{_ABOUT}{_NUMBER}",
        rf"\b(?:watched by|in front of|before|witnessed by|there were)\s+(?:a crowd of |an attendance of )?{_NUMBER}",
        rf"\b{_NUMBER} {_THERE}",
        rf"\bthe {_NUMBER} (?:crowd\b|who (?:filled|packed|saw|watched)\b)",
    )
)
_CLOSED = re.compile(

r"\b(?:behind closed doors|closed to (?:spectators|the public|supporters|fans)|without "
r"(?:spectators|fans|a crowd)|no (?:spectators|fans|crowd|supporters)\b|"

    r"empty (?:stands|stadium|seats|ground|terraces))",
    re.IGNORECASE,
)  # fmt: skip
_REFEREES = (
    re.compile(rf"\b[Rr]ef(?:eree)?\s*[:.]\s*({PHRASE})"),
    re.compile(rf"\b[Rr]eferee(?: was| is|,)? ({PHRASE})"),
    re.compile(rf"\b({PHRASE}) of (?:the )?{PHRASE},? (?:was|is) in charge\b"),
    re.compile(rf"\b({PHRASE})(?: of (?:the )?{PHRASE})?,? (?:was|is) (?:the|our|tonight['’]s) (?:referee|man with the whistle)"),
    re.compile(
        rf"\b({PHRASE})(?: of (?:the )?{PHRASE})? "
        r"(?:is the man with the whistle|refereed|took charge(?! of (?!the (?:match|game|final|tie)))|blew)"
    ),
    re.compile(rf"\b({PHRASE}),? the (?:[A-Z]\w+ ){{0,2}}referee\b"),
    re.compile(rf"\bshown (?:a |the )?(?:\w+ )?(?:red|yellow)(?: card)? by ({PHRASE})"),
    re.compile(rf"\b({PHRASE}) (?:did not book|had no need to book|booked nobody|showed (?:\w+ ){{1,2}}(?:yellow )?cards?)"),
    re.compile(rf"\b[Rr]efereed by ({PHRASE})"),
    re.compile(rf"\b({PHRASE}) (?:brought out|produced|flourished|reached for|showed) (?:the|a|his) (?:straight )?red card"),
)
_ROUND_WORDS = (
    r"(?:quarter[- ]?finals?|semi[- ]?finals?|round of (?:16|32|64)|last[- ](?:16|32|eight|four|"
    r"sixteen)|third[- ]place play[- ]off|"
    r"play[- ]off final|(?:first|second|third|fourth|fifth|sixth) round|matchday \d{1,2}|"
    r"play[- ]offs?|final(?! whistle| score| minute| say| third| word| ten| seconds))"
)
_ROUND = re.compile(rf"\b{_ROUND_WORDS}\b", re.IGNORECASE)
_ANOTHER_YEARS = re.compile(r"\b(?:last|previous|next) (?:season|year|month|summer)['’]s (?:\w+ ){0,2}$")
_ANOTHER_ROUND = re.compile(
    r"\b(?:into|to|towards|reach(?:ed|es|ing)?|through to|set up|sets up|"
    r"place in|in the next|await in|meet \w+ in|book(?:ed)?|qualify for)"
    r"\s+(?:(?:the|a|their|his|\w+['’]s|next|World|Cup|Euro|European|League|\d{4}) ){0,4}$",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\b[Gg]roup ([A-L])\b")
_LEG = re.compile(r"\b(first|second|return)[- ]leg\b", re.IGNORECASE)
_HEAD = 150
_FIRST_LEG = re.compile(
    r"\b(?:after|following|from|in) (?:a |the )?(?:[\w–-]+ ){0,3}first[- ]leg\b|\bon aggregate\b|\bover (?:the )?two legs\b",
    re.IGNORECASE,
)
_GROUND = re.compile(
    rf"\b(?:at|inside|in|the) (?:the |a |an )?((?:[{UPPER}][\w’'-]* ){{0,3}}(?:Stadium|Arena|Park|Stadion|Stadio|"
    rf"Estádio|Stade|Ground|Road|Lane|Dome|Coliseum)(?: [{UPPER}][\w’'-]*){{0,2}})"
    rf"|\b((?:Stadio|Estádio|Estadio|Stade) [{UPPER}][\w’'-]*(?: [{UPPER}][\w’'-]*){{0,3}})|(?:^|[,(] "
    rf"?)((?:[{UPPER}][\w’'-]* ){{1,3}}(?:Stadium|Arena))\b",
    re.MULTILINE,
)
_BY_NAME = re.compile(
    r"\b(?:at|in) (?:the )?(Wembley|Anfield|Old Trafford|San Siro|Camp Nou|Bernab[eé]u|Maracan[aã]|Hampden|"
    r"Goodison|Highbury|Stamford Bridge|Ibrox|Celtic Park|St James['’] Park|Azteca)\b"
)
# A ground in the lines of a heading: "Kenilworth Road", "Craven Cottage, Thursday 18 March", "Play-off Final, Wembley, Saturday".
_TOP = 400
_GROUND_LINE = re.compile(
    rf"^(?:[^\n.]{{0,50}}, )?((?:[{UPPER}][\w’'-]* ){{1,3}}(?:Stadium|Arena|Park|Road|Lane|Cottage|Ground)|"
    r"(?:St James['’] Park|Stamford Bridge|Old Trafford|Santiago Bernab[eé]u|Wembley|Anfield|San Siro|Camp Nou|Hampden))"
    r"(?: Stadium)?(?:, [^\n.]{0,40})?$",
    re.MULTILINE,
)
_ELSEWHERE = re.compile(
    r"(?:\b(?:[Ss]ee you|[Nn]ext|will|go(?:es)? to|trip|(?:last|previous|next) (?:season|year|month|week)['’]s)\b[^.!?\n]{0,40}|"
    r"\b(?:19|20)\d\d\b[^.!?\n]{0,15})$"
)
_OFF = re.compile(
    r"\b(?:sent off|red card(?:ed)?|dismissed|given (?:his|her) marching orders|shown (?:a |the "
    r")?(?:straight )?red|saw red|second (?:yellow|booking|caution))\b",
    re.IGNORECASE,
)
_ROUNDS = {
    "quarter": "Quarter-finals",
    "semi": "Semi-finals",
    "final": "Final",
    "round of 16": "Round of 16",
    "last 16": "Round of 16",
    "last sixteen": "Round of 16",
    "last eight": "Quarter-finals",
    "last four": "Semi-finals",
    "last 32": "Round of 32",
    "round of 32": "Round of 32",
    "third place": "Third place play-off",
    "third-place": "Third place play-off",
}


def read_attendance(article: Article) -> Found[str] | None:
    """A number without separators, or the words for closed doors."""
    for pattern in _ATTENDANCES:
        found = pattern.search(article.text)
        if found:
            digits = re.sub(r"\D", "", found[1])
            if 50 <= int(digits) <= 250_000 and not re.fullmatch(r"(?:19|20)\d\d", found[1]):
                return Found(digits, article.sentence_at(found.start()))
    closed = _CLOSED.search(article.text)
    return Found("closed doors", article.sentence_at(closed.start())) if closed else None


def read_referee(article: Article, vocabulary: Vocabulary) -> Found[str] | None:
    """The referee's name, full where the site knows one of this surname."""
    for pattern in _REFEREES:
        for found in pattern.finditer(article.text):
            names = find_names(found[1], vocabulary)
            if names and not vocabulary.is_team(names[-1].text):
                written = _without_nation(names[-1].text, vocabulary)
                full = vocabulary.full_names(written) or (() if " " in written else _named_in(article, written, vocabulary))
                named = full[0] if len(full) == 1 else proper_case(written)
                initials = _INITIALS.search(article.text, 0, found.end(1) - len(names[-1].text)) if " " not in named else None
                return Found((initials[0] if initials else "") + named, article.sentence_at(found.start()))
    return None


_INITIALS = re.compile(r"\b(?:[A-Z]\. ?){1,3}$")


def _without_nation(name: str, vocabulary: Vocabulary) -> str:
    """``Italian Paolo Bergamo`` without where he comes from."""
    first, _, rest = name.partition(" ")
    return rest if " " in rest and {folded(first), f"{folded(first)}s"} & vocabulary.peoples.keys() else name


def _named_in(article: Article, surname: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The full names of a text that end with a surname."""
    return tuple({name.text for name in find_names(article.text, vocabulary) if name.text.endswith(f" {surname}")})


def read_round(article: Article) -> Found[str] | None:
    """The round, from a line of its own kind first, from a sentence that does not look ahead else."""
    text = article.text
    candidates = [m for m in _ROUND.finditer(text) if not (m[0].lower().startswith("final") and _is_part(text, m))]
    candidates = [m for m in candidates if not _ANOTHER_YEARS.search(text, 0, m.start())]
    headed = [m for m in candidates if _is_heading(article, m)]
    plain = [m for m in candidates if not _ANOTHER_ROUND.search(text[max(0, m.start() - 60) : m.start()].replace("\n", ". "))]
    chosen = next(iter(headed or plain), None)
    if chosen is None:
        return None
    others = {_round_name(m[0]) for m in plain} - {_round_name(chosen[0])}
    doubt = f"the text also speaks of {' and '.join(sorted(others))}" if others and not headed else ""
    return Found(_round_name(chosen[0]), article.sentence_at(chosen.start()), doubt)


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Whether "final" is only a part of another word, or an adjective."""
    return text[max(0, match.start() - 1)] == "-" or bool(
        re.match(
            r"(?:s)? [a-z]+ ?(?:minute|second|whistle|touch|pass|kick|group|game|match|defeat)",
            text[match.end() : match.end() + 25],
        )
    )


def _is_heading(article: Article, match: re.Match[str]) -> bool:
    """Whether a word stands in a line without a verb: a heading, a date line, a score line."""
    start = article.text.rfind("\n", 0, match.start()) + 1
    end = article.text.find("\n", match.end())
    line = article.text[start : end if end >= 0 else len(article.text)]
    return (
        len(line) < 130
        and match.start() - start < 70
        and not re.search(
            r"\b(?:to|into|reach|reached|send|sends|in the|out of|set up|sets up)\s+(?:the )?(?:\w+ ){0,2}$",
            line[: match.start() - start],
        )
    )


def _round_name(written: str) -> str:
    lower = written.lower()
    for word, name in _ROUNDS.items():
        if lower.startswith(word):
            return name
    return written[0].upper() + written[1:].lower()


def read_group(article: Article) -> Found[str] | None:
    """``E`` of the group that is named, where only one is."""
    found = list(_GROUP.finditer(article.text))
    return Found(found[0][1], article.sentence_at(found[0].start())) if len({m[1] for m in found}) == 1 else None


def read_leg(article: Article) -> Found[int] | None:
    """1 or 2; a first leg that is looked back at makes it the second."""
    headed = _LEG.search(article.text[:_HEAD])
    if headed and headed[1].lower() == "first" and "aggregate" not in article.text:
        return Found(1, article.sentence_at(headed.start()))
    back = _FIRST_LEG.search(article.text)
    if back:
        return Found(2, article.sentence_at(back.start()))
    found = _LEG.search(article.text)
    return Found(1 if found[1].lower() == "first" else 2, article.sentence_at(found.start())) if found else None


def read_venue(article: Article, vocabulary: Vocabulary) -> Found[str] | None:
    """A ground that the site knows, else a name that says that it is one."""
    text, places = with_places(article.text)
    known = [
        (match.start("name"), name)
        for spelling, name in vocabulary.venues.items()
        if len(spelling) > 3 and (match := _ground_in(text, spelling))
    ]
    if known:
        start, name = min(known)
        return Found(name, article.sentence_at(places[start]))
    if line := _GROUND_LINE.search(article.text[:_TOP]):
        return Found(line[1], article.sentence_at(line.start(1)))
    found = _GROUND.search(article.text)
    written = next((group for group in found.groups() if group), "") if found else ""
    by_name = (one for one in _BY_NAME.finditer(article.text) if not _ELSEWHERE.search(article.text, 0, one.start()))
    if named := None if found else next(by_name, None):
        return Found(named[1], article.sentence_at(named.start()))
    if not found or not written or written in ("Stadium", "Park", "Ground", "Road", "Lane", "Arena"):
        return None
    return Found(written.strip(), article.sentence_at(found.start()))


def _ground_in(text: str, spelling: str) -> re.Match[str] | None:
    """Where a known ground is named; a single word may be a town's as well, so it needs ``at`` before it."""
    before = r"\b(?:at|at the|inside|inside the) " if " " not in spelling else r"(?<!\w)"
    return re.search(rf"{before}(?P<name>{re.escape(spelling)})(?!\w)", text)


def read_dismissals(article: Article, result: DraftResult, vocabulary: Vocabulary) -> Iterator[DraftDismissal]:
    """Players sent off, with the minute where their sentence gives one."""
    teams = (result.home.value, result.away.value)
    told: set[str] = set()
    last = ""
    for sentence in article.sentences:
        names = [n for n in find_names(sentence.text, vocabulary) if not vocabulary.is_team(n.text) and n.text not in teams]
        found = _OFF.search(sentence.text)
        if found and not re.search(r"\b(?:could|should|might|almost|nearly|lucky not|escaped|appeal)\b", sentence.text):
            before = [n for n in names if n.end <= found.start() and not n.is_possessive]
            player = _full(before[-1].text if before and not _is_pronoun(sentence.text, found) else last, vocabulary)
            if player and folded(player) not in told:
                told.add(folded(player))
                yield _dismissal(article, sentence.text, sentence.start, found, player, teams, vocabulary)
        plain = [n for n in names if not n.is_possessive]
        last = plain[0].text if plain else last


def _is_pronoun(text: str, found: re.Match[str]) -> bool:
    """Whether "the goalkeeper … was shown a red card" means somebody of the sentence before."""
    return bool(
        re.match(
            r"[^,]*\b(?:the (?:goalkeeper|defender|midfielder|striker|forward|captain)|he|"
            r"she)\b[^A-Z]*\b(?:was|saw|came|went|had)",
            text[: found.start()],
        )
    )


def _full(player: str, vocabulary: Vocabulary) -> str:
    full = vocabulary.full_names(player) if player else ()
    return full[0] if len(full) == 1 else proper_case(player)


def _dismissal(
    article: Article, text: str, start: int, found: re.Match[str], player: str, teams: tuple[str, str], vocabulary: Vocabulary
) -> DraftDismissal:
    phrases = [p for p in find_minutes(text) if p.minute]
    near = min(phrases, key=lambda p: min(abs(p.start - found.end()), abs(found.start() - p.end)), default=None)
    clubs = [team for team in teams if folded(team) in vocabulary.clubs_of(player)]
    side = (Side.HOME if clubs[0] == teams[0] else Side.AWAY) if len(clubs) == 1 else None
    doubts = [] if near else ["the text leaves the minute open"]
    doubts += [] if side else ["for which side is not clear"]
    second = bool(re.search(r"second (?:yellow|booking|caution)|two yellow", text, re.IGNORECASE))
    return DraftDismissal(player, article.sentence_at(start), side, near.minute if near else None, second, "; ".join(doubts))
