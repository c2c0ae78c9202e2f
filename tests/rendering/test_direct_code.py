"""Templates compiled to plain Python say what Jinja's own code says, and know when to leave it to Jinja."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, UndefinedError
from markupsafe import Markup
from msgspec import Struct

from site_builder.language.words import Words
from site_builder.rendering.direct_code import DirectEnvironment
from site_builder.rendering.template_faults import Missing
from site_builder.rendering.template_words import TemplateWords


class Club(Struct, frozen=True):
    """A view in little."""

    name: str
    ground: str = "Stadio <Olimpico>"


def environment(words: Words | None = None, **templates: str) -> DirectEnvironment:
    made = DirectEnvironment(autoescape=True, undefined=Missing, loader=DictLoader(templates))
    made.globals.update(TemplateWords(words or Words()).functions)
    return made


def rendered(source: str, **names: object) -> str:
    return environment(page=source).rendered("page", names)


def test_attributes_are_read_and_escaped() -> None:
    assert rendered("{{ club.name }}: {{ club.ground }}", club=Club("Lazio")) == "Lazio: Stadio &lt;Olimpico&gt;"


@pytest.mark.parametrize("key", ["shirt", "class", "items_"])
def test_a_key_of_a_mapping_can_be_read_like_an_attribute(key: str) -> None:
    assert rendered(f"{{{{ extra.{key} }}}}", extra={key: "sky blue"}) == "sky blue"


def test_a_template_that_reads_keys_is_tried_once_only() -> None:
    made = environment(page="{{ extra.shirt }}")
    assert [made.rendered("page", {"extra": {"shirt": colour}}) for colour in ("blue", "white")] == ["blue", "white"]
    direct = made.get_template("page")
    direct.root_render_func = None  # type: ignore[assignment]  # nobody calls it any more
    assert made.rendered("page", {"extra": {"shirt": "red"}}) == "red"


def test_what_is_missing_is_said_as_jinja_says_it() -> None:
    with pytest.raises(UndefinedError, match="`Club` has no `nmae`"):
        rendered("{{ club.nmae }}", club=Club("Lazio"))


def test_macros_take_arguments_by_place_and_by_name() -> None:
    macro = "{% macro line(home, away='?', sign=' v ') %}{{ home }}{{ sign }}{{ away }}{% endmacro %}"
    calls = "{{ line('Roma', 'Lazio') }}, {{ line('Roma') }}, {{ line('Roma', sign=' – ', away='Inter') }}"
    assert rendered(macro + calls) == "Roma v Lazio, Roma v ?, Roma – Inter"


def test_what_a_macro_writes_is_escaped_once() -> None:
    macro = "{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}"
    assert rendered(macro + "{{ bold(bold('A & B')) }}") == "<b><b>A &amp; B</b></b>"


@pytest.mark.parametrize("call", ["line('Roma', 'Lazio')", "line(away='Lazio')"])
def test_an_argument_that_a_macro_does_not_take_is_a_fault(call: str) -> None:
    with pytest.raises(TypeError, match="macro 'line' takes no"):
        rendered("{% macro line(home) %}{{ home }}{% endmacro %}{{ " + call + " }}")


def test_macros_that_call_back_are_jinjas_own() -> None:
    macro = "{% macro box() %}<p>{{ caller() }}</p>{% endmacro %}"
    assert rendered(macro + "{% call box() %}{{ '<' }}{% endcall %}") == "<p>&lt;</p>"


def test_macros_of_another_file_and_within_loops() -> None:
    made = environment(
        parts="{% macro item(club) %}{{ club.name }};{% endmacro %}",
        page="{% from 'parts' import item %}{% for c in clubs %}{{ loop.index }} {{ item(c) }}{% endfor %}",
    )
    assert made.rendered("page", {"clubs": [Club("Lazio"), Club("Roma & Co.")]}) == "1 Lazio;2 Roma &amp; Co.;"


def test_what_is_imported_is_looked_up_once() -> None:
    made = environment(
        parts="{% macro item(club) %}{{ club.name }};{% endmacro %}",
        page="{% from 'parts' import item %}{% block all %}{{ item(club) }}{% endblock %}{{ item(club) }}",
    )
    assert made.rendered("page", {"club": Club("Lazio")}) == "Lazio;Lazio;"
    made.modules.clear()
    made.modules.load = pytest.fail
    assert made.rendered("page", {"club": Club("Roma & Co.")}) == "Roma &amp; Co.;Roma &amp; Co.;"


def test_fixed_words_are_looked_up_when_a_template_is_compiled() -> None:
    italian = Words("it", {"Report": ("La <partita>",), "Won by {team}": ("Vince {team}",)})
    made = environment(italian, page="{{ _('Report') }}: {{ _('Won by {team}', team=team) }}")
    template = made.get_template("page")
    made.globals["_"] = None  # what was looked up already is not asked for again
    with pytest.raises(TypeError):
        template.render(team="Lazio")
    made = environment(italian, page="{{ _('Report') }}")
    template = made.get_template("page")
    made.globals["_"] = None
    assert template.render() == "La &lt;partita&gt;"


def test_a_name_that_a_template_gives_a_meaning_of_its_own_keeps_it() -> None:
    source = "{% macro pgettext(one, other) %}{{ other }}-{{ one }}{% endmacro %}{{ pgettext('a', 'b') }}"
    assert rendered(source) == "b-a"
    assert rendered("{% set _ = own %}{{ _('Report') }}", own=lambda text: Markup(f"<i>{text}</i>")) == "<i>Report</i>"
