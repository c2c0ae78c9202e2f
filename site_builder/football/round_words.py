"""The words for rounds, legs, groups and matchdays in the languages of open data.

Phrases are compared with words without case, accents and punctuation
(`rounds.normal`); ``#`` stands for a number, in digits, as an ordinal or in
letters. Adding a language is adding phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "erste": 1, "zweite": 2, "dritte": 3, "vierte": 4,
    "primo": 1, "secondo": 2, "terzo": 3, "quarto": 4,
    "primera": 1, "segunda": 2, "tercera": 3, "cuarta": 4, "premier": 1, "deuxieme": 2, "troisieme": 3,
}  # fmt: skip
_NUMBER = rf"(?P<number>\d{{1,3}}(?:st|nd|rd|th|er|eme|[aoe])?|{'|'.join(_ORDINALS)})"


def number_in(text: str) -> int | None:
    """The number of a round: ``3``, ``3rd``, ``third``."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else _ORDINALS.get(text)


class Phrases:
    """Patterns of one meaning; compiled at their first use, since after most edits no round is read."""

    def __init__(self, *phrases: str) -> None:
        """``#`` in a phrase stands for a number."""
        self._phrases = phrases

    def __iter__(self) -> Iterator[re.Pattern[str]]:
        """All of them."""
        return iter(self._patterns)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(phrase.replace("#", _NUMBER)) for phrase in self._phrases)


GROUP = re.compile(r"(?:group|gruppe|girone|groupe|grupo|gruppo|poule|grp)s? (?P<name>[a-z]|\d{1,2}|[a-z]\d)(?![a-z0-9])")
_AFTER_A_ROUND = "|".join(
    rf"(?<={name})"
    for name in (
        *(f"{ordinal} round" for ordinal in ("preliminary", "first", "second", "third", "1st", "2nd", "3rd")),
        "round [1-9]",
        *(f"{half}{gap}final{s}" for half in ("semi", "quarter") for gap in ("", " ") for s in ("", "s")),
    )
)
_NTH = "first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th"  # Alvechurch and Oxford City met six times in 1971
# "First round, play-off" is the third match of a level tie, as in the European Cup; a "play-off round" is a round.
REPLAY = re.compile(rf"\b(?:(?:{_NTH}) )?(?:replays?|replayed|wiederholungsspiele?)\b|(?:{_AFTER_A_ROUND}) play ?off$")
LEG = re.compile(
    r"\b(?:(?:1st|first|1) legs?|legs? (?:1|one)|hinspiele?|andata|ida|(?:match )?aller"
    r"|(?P<second>(?:2nd|second|2) legs?|legs? (?:2|two)|ruckspiele?|ritorno|vuelta|(?:match )?retour))\b"
)
MATCHDAY = Phrases(
    r"(?:matchday|match day|matchweek|gameweek|spieltag|giornata|jornada|journee|speelronde|fecha|rodada|md) #",
    r"# (?:matchday|match day|spieltag|giornata|jornada|journee|speelronde|rodada)",
)

_PLAYOFF = r"(?:play ?offs?|play ?outs?|spareggi?o?|barrages?|deciders?|test match(?:es)?)(?: rounds?| stage| match(?:es)?)?"

# The kind of round (a name of `rounds.RoundKind`), how many teams are left in it where that is fixed, and its names.
ROUNDS: tuple[tuple[str, int | None, Phrases], ...] = (
    (
        "THIRD_PLACE",
        None,
        Phrases(
            r"(?:match |play ?offs? )?(?:for )?(?:the )?(?:third|3rd)(?: place)?(?: (?:match|play ?offs?|final))?",
            r"(?:bronze|small) (?:medal )?(?:match|final)",
            r"spiel um (?:platz 3|den (?:dritten|3) platz)",
            r"finale (?:per il )?(?:terzo|3o?) posto|finalina",
            r"(?:partido por el )?tercer (?:y cuarto )?puesto",
            r"petite finale|match pour la (?:3e|troisieme) place",
        ),
    ),
    ("FINAL", None, Phrases(r"(?:the |grand )?final(?: match)?", "(?:la )?finale", "endspiel")),
    (
        "SEMI_FINAL",
        None,
        Phrases("semi ?finals?", "semis?", "semi ?final[ei]s?", "halbfinal[es]?", "demi ?finales?", "1/2 ?final(?:s|e|es)?"),
    ),
    (
        "QUARTER_FINAL",
        None,
        Phrases(
            "quarter ?finals?|quarters|(?:last|round of) (?:8|eight)",
            "viertelfinal[es]?",
            "quarti(?: di finale)?",
            "cuartos(?: de final)?",
            "quarts?(?: de finales?)?",
            "1/4 ?final(?:s|e|es)?",
        ),
    ),
    (
        "LAST",
        16,
        Phrases(
            "(?:round of|last|best of) (?:16|sixteen)|eighth ?finals?",
            "achtelfinal[es]?",
            "ottavi(?: di finale)?",
            "octavos(?: de final)?",
            "(?:huitiemes?|8(?:e|eme)s?)(?: de finales?)?",
            "1/8 ?final(?:s|e|es)?",
        ),
    ),
    (
        "LAST",
        32,
        Phrases(
            "(?:round of|last) (?:32|thirty two)",
            "sechzehntelfinal[es]?",
            "sedicesimi(?: di finale)?",
            "dieciseisavos(?: de final)?",
            "(?:seiziemes?|16(?:e|eme)s?)(?: de finales?)?",
            "1/16 ?final(?:s|e|es)?",
        ),
    ),
    (
        "LAST",
        64,
        Phrases(
            "(?:round of|last) (?:64|sixty four)",
            "zweiunddreissigstelfinal[es]?",
            "trentaduesimi(?: di finale)?",
            "treintaidosavos(?: de final)?",
            "1/32 ?final(?:s|e|es)?",
        ),
    ),
    ("LAST", None, Phrases("(?:round of|last) (?P<size>128|256|48|24|12|6)")),
    (
        "PLAYOFF",
        None,
        Phrases(
            rf"(?:(?:knockout|round|phase|stage|relegation|promotion|title|group|european|qualifying|final) )*{_PLAYOFF}",
            r"(?:championship|europa league|conference league|champions league) " + _PLAYOFF,
            r"relegationsspiele?|entscheidungsspiele?",
        ),
    ),
    ("QUALIFYING", None, Phrases("# (?:qualifying|qualification) rounds?", "(?:qualifying|qualification) rounds? #")),
    (
        "PRELIMINARY",
        None,
        Phrases(
            "(?:extra )?preliminary(?: (?:rounds?|stage))?",
            "turno preliminare",
            "(?:tour|ronda) preliminai?re?",
            "eliminatoria previa",
        ),
    ),
    (
        "FINAL_POOL",
        None,
        Phrases("final (?:rounds?|pool|group)", "endrunde|finalrunde", "girone finale", "poule finale", "liguilla final"),
    ),
    (
        "NUMBERED",
        None,
        Phrases(
            "rounds? #",
            "# (?:rounds?(?: proper)?|runde|turno|ronda|eliminatoria|tour)",
            "(?:runde|turno|ronda|eliminatoria|tour) #",
        ),
    ),
    ("REGULAR", None, Phrases("regular(?: (?:season|stage|phase))?", "hauptrunde|grunddurchgang", "saison reguliere")),
    ("LEAGUE_PHASE", None, Phrases("league(?: (?:phase|stage))?", "ligaphase", "fase (?:campionato|liga)", "phase de ligue")),
)

# What a round may be a part of: how that part is told apart (empty: not at all), and the kind of round it is alone.
PREFIXES: tuple[tuple[str, str, Phrases], ...] = (
    (
        "qualifying",
        "OTHER",
        Phrases("(?:qualifying|qualification|qualifikation|qualifiers?|quali)(?: (?:stage|phase|rounds?|competition))?"),
    ),
    (
        "second group stage",
        "GROUP",
        Phrases(
            "(?:second|2nd|intermediate) (?:group (?:stage|phase|round)|stage)",
            "zweite (?:gruppenphase|finalrunde)",
            "(?:seconda|segunda) fase",
        ),
    ),
    (
        "",
        "GROUP",
        Phrases(
            "(?:first|1st )?(?: )?groups?(?: (?:stage|phase|round))?",
            "(?:first|1st) stage",
            "(?:erste )?gruppenphase",
            "(?:fase a )?gironi",
            "fase de grupos",
            "phase de (?:groupes|poules)",
        ),
    ),
    (
        "",
        "OTHER",
        Phrases(
            "finals|final (?:stage|phase)",
            "(?:knock ?outs?|k o)(?: (?:stage|phase|rounds?|runde))?",
            "(?:fase|phase) finale?",
            "main (?:draw|round|competition)",
        ),
    ),
    (
        "split",
        "SPLIT",
        Phrases(
            "(?:championship|relegation|promotion|title|europa)(?: (?:groups?|rounds?|pool|phase|stage))?",
            "(?:top|bottom) six",
            "(?:meister|abstiegs|qualifikations)(?:gruppe|runde)",
        ),
    ),
)
