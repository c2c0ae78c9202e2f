"""Messages with numbers, names and dates put into them."""

from __future__ import annotations

from datetime import date

import pytest

from site_builder.language.catalogues import load_words
from site_builder.language.words import CONTEXT, Words, plural_form

ENGLISH = Words()
ITALIAN = load_words("it")[0]
DAY = date(2021, 2, 10)


def test_what_a_catalogue_lacks_stays_english() -> None:
    words = Words("xx", {"Report": ("Bericht",)})
    assert (words("Report"), words("Preview"), words.knows("Preview")) == ("Bericht", "Preview", False)


def test_a_context_tells_two_messages_of_one_text_apart() -> None:
    words = Words("xx", {f"column{CONTEXT}P": ("G",), "P": ("Q",)})
    assert (words.within("column", "P"), words("P"), words.within("form", "P")) == ("G", "Q", "P")


def test_the_catalogues_rule_chooses_between_plurals() -> None:
    rule = "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)"
    polish = Words("pl", {"{count} match": ("{count} mecz", "{count} mecze", "{count} meczów")}, rule)
    said = [polish.plural("{count} match", "{count} matches", count) for count in (1, 3, 5, 12, 22)]
    assert said == ["1 mecz", "3 mecze", "5 meczów", "12 meczów", "22 mecze"]


def test_a_plural_takes_further_values() -> None:
    said = ENGLISH.plural("{count} match of {year}", "{count} matches of {year}", 1204, year="2021")
    assert said == "1,204 matches of 2021"


def test_what_is_no_plural_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="plural"):
        plural_form("import os")


def test_numbers_are_words_up_to_ten() -> None:
    assert [ENGLISH.number_word(one) for one in (0, 1, 10, 11, 1204)] == ["no", "one", "ten", "11", "1,204"]
    assert [ITALIAN.number_word(one) for one in (2, 10, 11, 1204)] == ["due", "dieci", "11", "1.204"]


def test_ordinals() -> None:
    said = [ENGLISH.ordinal_word(one) for one in (1, 10, 11, 12, 13, 21, 22, 23, 53, 101, 111, 1002)]
    assert said == "first tenth 11th 12th 13th 21st 22nd 23rd 53rd 101st 111th 1,002nd".split()
    assert [ITALIAN.ordinal(one) for one in (1, 2, 53)] == ["1º", "2º", "53º"]


def test_ordinals_are_formed_as_the_language_forms_them() -> None:
    french = {f"ordinal{CONTEXT}{{number}}st": ("{number}er",), f"ordinal{CONTEXT}{{number}}th": ("{number}e",)}
    swedish = {f"ordinal{CONTEXT}{{number}}st": ("{number}:a",), f"ordinal{CONTEXT}{{number}}th": ("{number}:e",)}
    assert [Words("fr", french).ordinal(one) for one in (1, 2, 3, 21, 22)] == "1er 2e 3e 21e 22e".split()
    assert [Words("sv", swedish).ordinal(one) for one in (1, 2, 3, 12, 21, 22)] == "1:a 2:a 3:e 12:e 21:a 22:a".split()
    assert [Words("fr").ordinal(one) for one in (1, 2, 3, 21)] == "1st 2nd 3rd 21st".split()


def test_a_message_says_how_its_number_is_written() -> None:
    text = "{n} {n:word} {n:nth} {n:nthword}"
    assert ENGLISH(text, n=ENGLISH.numeral(7)) == "7 seven 7th seventh"
    assert ITALIAN(text, n=ITALIAN.numeral(7)) == "7 sette 7º settimo"


def test_names_in_the_genitive() -> None:
    assert [ENGLISH("{a:whose}", a=ENGLISH.named(name)) for name in ("Wolves", "Roma")] == ["Wolves'", "Roma's"]
    assert ENGLISH("{a}", a=ENGLISH.named("Roma")) == "Roma"


def test_what_is_put_in_is_never_taken_for_a_place() -> None:
    assert ENGLISH("{home} v {away}", home="{away}", away="{0.__class__}") == "{away} v {0.__class__}"


def test_lists() -> None:
    assert [ENGLISH.listed(["a", "b", "c"][:count]) for count in (0, 1, 2, 3)] == ["", "a", "a and b", "a, b and c"]
    assert ITALIAN.listed(["Atalanta", "Napoli", "Roma"]) == "Atalanta, Napoli e Roma"


def test_signs_and_decimals() -> None:
    assert [ENGLISH.signed(number) for number in (12, 0, -3)] == ["+12", "0", "−3"]
    assert (ENGLISH.decimal("1.818"), ITALIAN.decimal("1.818")) == ("1.818", "1,818")


def test_dates() -> None:
    assert ENGLISH.weekday(DAY) == "Wednesday 10 February 2021"
    assert (ENGLISH.day(DAY), ENGLISH.short_day(DAY), ENGLISH.month(DAY)) == ("10 February 2021", "10 Feb 2021", "February 2021")
    assert ITALIAN.weekday(DAY) == "mercoledì 10 febbraio 2021"
    assert (ITALIAN.day(DAY), ITALIAN.short_day(DAY), ITALIAN.month(DAY)) == ("10 febbraio 2021", "10 feb 2021", "febbraio 2021")


def test_a_language_without_a_catalogue_writes_dates_as_is_usual_in_it() -> None:
    assert Words("de").weekday(DAY) == "Mittwoch, 10. Februar 2021"
    assert Words("nb").day(DAY) == "10. februar 2021"
    assert Words("en-GB").day(DAY) == "10 February 2021"


def test_a_catalogue_may_order_the_parts_of_a_date() -> None:
    assert Words("hu", {f"date{CONTEXT}d MMMM y": ("y. MMMM d.",)}).day(DAY) == "2021. február 10."


def test_every_message_is_in_the_digest() -> None:
    one, other = Words("it", {"a": ("b",)}), Words("it", {"a": ("c",)})
    assert len({one.digest, other.digest, Words("de", {"a": ("b",)}).digest, Words("it", {"a": ("b",)}, "0").digest}) == 4
    assert one.digest == Words("it", {"a": ("b",)}).digest


@pytest.mark.parametrize(
    ("known", "count", "said"), [(1, 43, "1 delle 43 partite"), (1, 1, "1 partita su 1"), (42, 43, "42 delle 43 partite")]
)
def test_a_part_of_the_matches_agrees_in_italian(known: int, count: int, said: str) -> None:
    one = "Assists are told in {known} of the {count} match of {season} held here."
    many = one.replace("match ", "matches ")
    told = ITALIAN.plural(one, many, count, known=ITALIAN.number(known), season="2020–21")
    assert told == f"Assist indicati in {said} del 2020–21 in archivio."
