"""YAML as authors write it, from values: plain where that is safe, quoted where YAML 1.1 would read something else.

>>> scalar("Atalanta"), scalar("NO"), scalar("2:10"), scalar("AC: Milan #1")
('Atalanta', "'NO'", "'2:10'", "'AC: Milan #1'")
"""

from __future__ import annotations

import re

import yaml

_ENDLESS = 1_000_000
# What some reader or other takes for a number, a date or a time, though PyYAML may not.
_LIKE_A_NUMBER = re.compile(r"[-+.]?[0-9][-+.,:_0-9eExXa-fA-F]*")


def scalar(text: str) -> str:
    """A text as one YAML scalar on one line."""
    if _LIKE_A_NUMBER.fullmatch(text):
        return f"'{text}'"
    dumped = yaml.safe_dump(text, allow_unicode=True, width=_ENDLESS, default_style=None)
    plain = dumped.removesuffix("...\n").rstrip("\n")
    return (
        plain if "\n" not in plain else yaml.safe_dump(text, allow_unicode=True, width=_ENDLESS, default_style='"').rstrip("\n")
    )


def mapping(values: dict[str, str]) -> str:
    """A mapping on one line; the values are YAML already: ``{player: Messi, minute: 23}``."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"


def within_flow(text: str) -> str:
    """A text as a scalar inside a mapping or list on one line, where a comma or a bracket would end it."""
    plain = scalar(text)
    return plain if not set(plain) & set(",[]{}?:#") or plain[0] in "'\"" else "'" + text.replace("'", "''") + "'"


def comment(text: str) -> str:
    """A comment of one line."""
    return "# " + " ".join(text.split())
