"""Numbers as reporters write them: in words, as ordinals, in both."""

from __future__ import annotations

UNITS = "nil one two three four five six seven eight nine ten eleven twelve".split()
_WORDS = (
    *"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(),
    *"fifteen sixteen seventeen eighteen nineteen".split(),
)
_TENS = (
    *"zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(),
    *("a hundred", "a hundred and ten", "a hundred and twenty"),
)
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip


def in_words(number: int) -> str:
    if number < 20:
        return _WORDS[number]
    if 100 < number < 120:
        return f"a hundred and {in_words(number - 100)}"
    tens, unit = divmod(number, 10)
    return _TENS[tens] + (f"-{_WORDS[unit]}" if unit else "")


def ordinal_in_words(number: int) -> str:
    head, dash, last = in_words(number).rpartition("-")
    last = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return f"{head}{dash}{last}"


def ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def filled(template: str, number: int) -> str:
    """A template with a minute: ``{n}``, ``{nth}``, in words ``{n_}``, ``{nth_}``."""
    return template.format(n=number, nth=ordinal(number), n_=in_words(number), nth_=ordinal_in_words(number))
