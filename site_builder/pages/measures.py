"""What the measures of a match are called in the site's language: the usual ones; any other bears the name that was written."""

from __future__ import annotations

from functools import lru_cache

from site_builder.language.words import Words, message
from site_builder.pages.wording import capitalised

_MEASURES = {
    "possession": message("possession"),
    "shots": message("shots"),
    "shots on target": message("shots on target"),
    "shots off target": message("shots off target"),
    "blocked shots": message("blocked shots"),
    "shots on goal": message("shots on goal"),
    "corners": message("corners"),
    "fouls": message("fouls"),
    "offsides": message("offsides"),
    "saves": message("saves"),
    "passes": message("passes"),
    "pass accuracy": message("pass accuracy"),
    "crosses": message("crosses"),
    "tackles": message("tackles"),
    "interceptions": message("interceptions"),
    "clearances": message("clearances"),
    "free kicks": message("free kicks"),
    "throw-ins": message("throw-ins"),
    "goal kicks": message("goal kicks"),
    "yellow cards": message("yellow cards"),
    "red cards": message("red cards"),
    "big chances": message("big chances"),
    "xg": message("xG"),
    "expected goals": message("expected goals"),
}


@lru_cache(maxsize=1024)
def measure_words(written: str, words: Words) -> str:
    """A measure as it stands in a table, with a capital unless it has one of its own (``xG``)."""
    known = _MEASURES.get(" ".join(written.replace("_", " ").lower().split()), "")
    if known and not known.islower():
        return words(known)
    return capitalised(words(known) if words.knows(known) else written)
