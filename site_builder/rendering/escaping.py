"""Escaping at the speed of plain text: most names, dates and addresses hold nothing to escape.

What leaves a template goes through `escaped` instead of `markupsafe.escape`:
the same text comes out, but a string without any of the five characters is
passed on as it is, which takes a third of the time. A page has hundreds.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

import markupsafe
from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

as_markup = str.__new__
"""Markup of a text at once, ``as_markup(Markup, text)``: its own constructor asks first what it is given."""


def _in_words(text: str) -> str:
    return str(escape(text))


escaped_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", _in_words)
"""A text that is no markup as it stands in HTML: where there is such a function, in C and without making markup of it."""


def escaped(value: object) -> str:
    """A value as it stands in HTML, in text and in quoted attributes; markup is left as it is.

    >>> escaped("Verona & Roma"), escaped(Markup("<b>3–1</b>")), escaped(7)
    ('Verona &amp; Roma', Markup('<b>3–1</b>'), '7')
    """
    if type(value) is str:  # exactly: a subclass may have markup of its own
        return escaped_text(value)
    if type(value) is Markup:
        return value
    if type(value) is int:
        return str(value)
    return escape(value)


ESCAPING = "(escaped_text(e) if type(e := ", ") is str else str(e) if type(e) is int else escaped(e))"
"""The same in the code of a template: what stands before a value and what stands behind it."""


class EscapingEnvironment(Environment):
    """An environment whose templates write through `escaped`, and share one plain dictionary of globals.

    Jinja's own chain of mappings is compared, key by key in Python, at every
    import of a macro: a fifth of the time that a short page takes.
    """

    escaped = staticmethod(escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The environment's globals, with a template's own on top where there are any."""
        return {**self.globals, **d} if d else self.globals


class EscapingCode(CodeGenerator):
    """Compiles ``{{ … }}`` to a call of the environment's `escaped`.

    A Jinja that calls this differently falls back to its own escaping, which is slower and no less safe.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's type is private
        """Open the call around an expression that is written out; Jinja closes it."""
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


EscapingEnvironment.code_generator_class = EscapingCode
