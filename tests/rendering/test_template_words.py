"""What templates call to say something: filled, escaped, in the site's language."""

from __future__ import annotations

from markupsafe import Markup

from site_builder.language.catalogues import load_words
from site_builder.language.words import CONTEXT, Words
from site_builder.rendering.template_words import TemplateWords

ENGLISH = TemplateWords(Words())


def test_markup_that_is_filled_in_stays_markup_and_nothing_else_is() -> None:
    said = ENGLISH.gettext("By {author} & {other}", author=Markup('<a href="x">A</a>'), other="<b>")
    assert said == 'By <a href="x">A</a> &amp; &lt;b&gt;'
    assert isinstance(said, Markup)


def test_text_alone_is_left_to_the_template_to_escape() -> None:
    said = ENGLISH.gettext("By {author}", author="<b>")
    assert (said, type(said)) == ("By <b>", str)


def test_a_translation_with_markup_of_its_own_is_escaped() -> None:
    words = TemplateWords(Words("xx", {"By {author}": ("<script>{author}",)}))
    assert words.gettext("By {author}", author=Markup("<i>A</i>")) == "&lt;script&gt;<i>A</i>"


def test_numbers_are_written_as_the_language_has_them() -> None:
    italian = TemplateWords(load_words("it")[0])
    assert italian.gettext("{count} in all", count=1204) == "1.204 in tutto"
    assert italian.ngettext("{count} match", "{count} matches", 1) == "1 partita"
    assert italian.functions["number"](1204) == "1.204"


def test_a_context() -> None:
    words = TemplateWords(Words("xx", {f"column{CONTEXT}P": ("G",)}))
    assert (words.pgettext("column", "P"), words.pgettext("form", "P")) == ("G", "P")
