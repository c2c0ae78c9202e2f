"""The plainer code of templates gives what Jinja's own code gives, whatever a template does."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from markupsafe import Markup
from msgspec import Struct

from figures import IS_FULL
from site_builder.language.words import Words
from site_builder.rendering.direct_code import DirectEnvironment
from site_builder.rendering.template_faults import FAULTS, Missing
from site_builder.rendering.template_words import TemplateWords


class Club(Struct, frozen=True):
    """A view in little."""

    name: str
    seasons: tuple[str, ...] = ()


PARTS = """
{%- macro plain(one, other="?") %}[{{ one }}|{{ other }}]{% endmacro %}
{%- macro chosen(one) %}{% if one %}{{ one }}{% elif one is none %}none{% endif %}{% endmacro %}
{%- macro listed(all) %}{% set before %}<{{ all | length }}>{% endset %}{{ before }}
{%- for one in all %}{{ plain(one) }}{% endfor %}{% endmacro %}
{%- macro box(title) %}<div>{{ title }}: {{ caller() }}</div>{% endmacro %}
{%- macro rest() %}{{ varargs | join("-") }}{{ kwargs | length }}{% endmacro %}
{%- set constant = "<" ~ "&" %}"""
PARTIAL = "{% from 'parts' import plain %}{% set mine = name %}({{ mine }}{{ plain(club.name) }}{{ given }})"
WITH_BLOCK = "{% block inner %}{{ name }}{% endblock %}"
BASE = (
    "{% from 'parts' import plain, chosen %}<{% block head %}{{ chosen(name) }}{% endblock %}>"
    "{% block main %}empty{% endblock %}{% block foot scoped %}{{ plain(number) }}{% endblock %}"
)
IMPORTS = "{% from 'parts' import plain, chosen, listed as lists, box, rest, constant %}{% import 'parts' as parts %}"
NAMES: Mapping[str, object] = {
    "name": "A & <B>",
    "club": Club("Ajax 'A'", ("2021", "2022 <c>", "")),
    "number": 7,
    "share": 0.5,
    "markup": Markup("<i>&amp;</i>"),
    "nothing": None,
    "yes": True,
    "no": False,
    "keys": {"one": "1 < 2"},
    "empty": (),
    "given": "<",
}
VALUES = (
    "name", "club.name", "number", "share", "markup", "nothing", "yes", "keys['one']", "constant", "'<' ~ name",
    "club.seasons[0]", "name if yes else markup", "'&' if no else '<'", "'&' if no", "no or name", "name | upper",
    "markup ~ name", "number + 1", "-number", "plain(name)", "plain(name, markup)", "plain(name, other=markup)", "plain()",
    "plain(*club.seasons)", "plain(**keys)", "chosen(no)", "chosen(nothing)", "lists(club.seasons)", "parts.plain(number)",
    "rest(1, name, a=2)", "plain(plain(name))", "name.replace('A', markup)", "_('Report')",
    "_('Won by {team}', team=chosen(name))", "_('Won by {team}', team=name)",
    "ngettext('{count} goal', '{count} goals', number)", "range(number) | sum", "club.nmae", "keys.one", "unknown",
    "name + 1", "plain(1, 2, 3)", "plain(unheard=1)", "name()", "caller()", "loop.index", "given", "cycler('a', 'b').next()",
    "namespace(x=name).x", "self.head()", "dict(a=name).items() | list", "name.__class__.__name__",
)  # fmt: skip
LOOP = "{{ loop.index }}{{ loop.index0 }}{% if loop.first %}!{% endif %}"
STATEMENTS = (
    "{{% if name %}}{0}{{% else %}}{1}{{% endif %}}",
    "{{% if {2} %}}{0}{{% elif yes %}}{1}{{% endif %}}",
    "{{% for one in club.seasons %}}{3}{{{{ one }}}}{0}{{% else %}}{1}{{% endfor %}}",
    "{{% for one in club.seasons if one %}}{{{{ loop.last }}}}{3}{0}{{% endfor %}}",
    "{{% for one in club.seasons %}}{{% set given = one %}}{{% include 'partial' %}}{0}{{% endfor %}}",
    "{{% for one in empty %}}{3}{0}{{% else %}}{1}{{% endfor %}}",
    "{{% for one in [club.seasons, empty] recursive %}}{{{{ loop(one) if one is not string }}}}{0}{{% endfor %}}",
    "{{% set given %}}{0}{{% endset %}}{{{{ given }}}}{1}",
    "{{% set given = {2} %}}{{{{ given }}}}{0}",
    "{{% with given = {2} %}}{0}{{{{ given }}}}{{% include 'partial' %}}{{% endwith %}}",
    "{{% filter upper %}}{0}{{% include 'partial' %}}{{% endfilter %}}",
    "{{% call box({2}) %}}{0}{{% endcall %}}",
    "{{% call plain({2}) %}}{0}{{% endcall %}}",
    "{{% macro own(a, b=name) %}}{0}{{{{ a }}}}{{{{ b }}}}{{% endmacro %}}{{{{ own({2}) }}}}{{{{ own(b=1, a=2) }}}}",
    "{{% autoescape false %}}{0}{{{{ {2} }}}}{{% endautoescape %}}",
    "{{% include 'partial' %}}{0}{{% include 'with_block' %}}{{% include ['absent', 'partial'] %}}",
    "{0}{{% include 'absent' ignore missing %}}",
    "{{% include 'partial' without context %}}{0}",
    "{{% from 'parts' import absent, plain %}}{{% if no %}}{{{{ absent({2}) }}}}{{% endif %}}{0}",
    "{{% from 'parts' import plain as chosen with context %}}{{{{ chosen({2}) }}}}{0}",
    "{{% macro plain(a, b=name, c='<') %}}{{{{ a }}}}{{{{ b }}}}{{{{ c }}}}{{% endmacro %}}{{{{ plain({2}, c=1) }}}}{0}",
    "{{% if {2} %}}{{% macro late(a) %}}({{{{ a }}}}){{% endmacro %}}{{{{ late({2}) }}}}{{% endif %}}{0}",
    "{{% macro out(a) %}}{{{{ inn(a) }}}}{{% endmacro %}}{{% macro inn(a) %}}[{{{{ a }}}}]{{% endmacro %}}{{{{ out({2}) }}}}{0}",
    "{{% for one in club.seasons %}}{{% macro each(a) %}}{{{{ a ~ one }}}}{{% endmacro %}}{{{{ each({2}) }}}}{{% endfor %}}{0}",
    "{{% from 'parts' import plain as a, chosen %}}{{% set a = {2} %}}{{{{ a }}}}{{% from 'parts' import chosen as plain %}}{0}",
)
PIECES = st.recursive(
    st.sampled_from([*(f"{{{{ {value} }}}}" for value in VALUES), "\n", "<b>", "text"]),
    lambda inner: (
        st.builds(
            lambda form, one, other, value: form.format(one, other, value, LOOP),
            st.sampled_from(STATEMENTS),
            inner,
            inner,
            st.sampled_from(VALUES),
        )
        | st.lists(inner, min_size=2, max_size=4).map("".join)
    ),
    max_leaves=8,
)
PAGES = PIECES.map(lambda body: IMPORTS + body) | st.builds(
    "{{% extends 'base' %}}{0}{{% set name = 'own' %}}{{% block main %}}{1}{{% endblock %}}"
    "{{% block head %}}{{{{ super() }}}}{2}{{% endblock %}}".format,
    st.just(IMPORTS),
    PIECES,
    PIECES,
)


SWITCHED = "{% autoescape false %}{{ name }}{{ _('Won by {team}', team=chosen(name)) }}{% endautoescape %}"


def environment(kind: type[Environment], page: str) -> Environment:
    """With these templates and the words of a site."""
    templates = {"page": page, "parts": PARTS, "partial": PARTIAL, "base": BASE, "with_block": WITH_BLOCK}
    made = kind(autoescape=True, undefined=Missing, loader=DictLoader(templates))
    made.globals.update(TemplateWords(Words("it", {"Won by {team}": ("<Vince> {team}",)})).functions)
    return made


def outcome(made: Environment) -> tuple[str, str]:
    """What a page says, or what is wrong with it."""
    try:
        text = made.rendered("page", NAMES) if isinstance(made, DirectEnvironment) else made.get_template("page").render(NAMES)
    except FAULTS as fault:
        return type(fault).__name__, "" if isinstance(fault, RecursionError) else str(fault)
    return "", re.sub("0x[0-9a-f]+", "", text)


@given(PAGES)
@example(IMPORTS + SWITCHED)
@example("{% extends 'base' %}" + IMPORTS + "{% block main %}" + SWITCHED + "{% endblock %}")
@settings(max_examples=1500 if IS_FULL else 100, deadline=None)
def test_a_page_says_what_jinjas_own_code_makes_it_say(page: str) -> None:
    assert outcome(environment(DirectEnvironment, page)) == outcome(environment(Environment, page))


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(
    "form", ["{{% extends 'base' %}}{0}{{% block main %}}{1}{{% endblock %}}", "{0}{1}", "{0}{{% set x = {2} %}}<{{{{ x }}}}>"]
)
def test_every_value_in_every_place(form: str, value: str) -> None:
    page = form.format(IMPORTS, f"-{{{{ {value} }}}}-", value)
    assert outcome(environment(DirectEnvironment, page)) == outcome(environment(Environment, page))


@pytest.mark.parametrize(
    "page",
    [
        "{% from 'parts' import plain %}{{ plain(name) }}{% macro plain(a) %}own{{ a }}{% endmacro %}{{ plain(name) }}",
        "{{ later(name) }}{% macro later(a) %}{{ a }}{% endmacro %}",
        "{% macro outer(a) %}{{ inner(a) }}{% endmacro %}{{ outer(name) }}{% macro inner(a) %}{{ a }}{% endmacro %}",
        "{% if no %}{% macro absent(a) %}{{ a }}{% endmacro %}{% endif %}{{ absent(name) }}",
        "{% macro one(a) %}{{ a is defined }}{{ b }}{% endmacro %}{{ one() }}",
        "{% macro one(a, b=a, c='&') %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ one('<') }}{{ one(1, c=2) }}{{ one(1, a=2) }}",
        "{% from 'parts' import constant, absent %}{{ constant }}{{ absent is defined }}",
        "{% from 'parts' import constant %}{{ constant(1) }}",
        "{% include 'partial' %}{% from 'parts' import chosen as mine %}{% include 'with_block' %}{{ mine(name) }}",
        "{% extends 'base' %}{% from 'parts' import listed as chosen %}{% block main %}{{ chosen(empty) }}{% endblock %}",
    ],
)
def test_names_that_change_what_they_stand_for(page: str) -> None:
    assert outcome(environment(DirectEnvironment, page)) == outcome(environment(Environment, page))


@pytest.mark.parametrize("statement", STATEMENTS)
def test_every_statement(statement: str) -> None:
    page = IMPORTS + statement.format("{{ name }}", "{{ markup }}", "number", LOOP)
    said = outcome(environment(Environment, page))
    assert (said[0] == "") is ("without context" not in statement and "call plain" not in statement)
    assert outcome(environment(DirectEnvironment, page)) == said
