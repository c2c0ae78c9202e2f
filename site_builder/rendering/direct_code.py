"""Templates compiled to nearly plain Python: attributes are read and macros called directly, fixed words are written in.

Jinja asks its environment for every attribute (which may be a key of a mapping,
or missing) and its context for every call (which may want the context). Views
are values with declared fields, macros take what they are given: for them the
detours cost a quarter of a page's time and change nothing. Where plain Python
cannot read an attribute, AttributeError is raised and the page is rendered again
by Jinja's own code (`DirectEnvironment.patient`), which finds the key or says
what is missing; a template that wanted this once is not tried again.

What a template says by itself is the same on every page: ``_("Report")`` is
looked up when the template is compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from keyword import iskeyword
from types import CodeType
from typing import Any, Self

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from site_builder.rendering.escaping import ESCAPING, EscapingCode, EscapingEnvironment, as_markup, escaped

FIXED = frozenset({"_", "pgettext"})
"""Functions of templates that give the same for the same words, as long as the environment lives."""


class DirectMacro:
    """A macro that takes only its own arguments, and whose text is markup."""

    __slots__ = ("arguments", "run")

    def __init__(self, run: Callable[..., str], arguments: tuple[str, ...]) -> None:
        self.run = run
        self.arguments = dict(zip(arguments, run.__code__.co_varnames, strict=False))

    def __call__(self, *args: object, **named: object) -> str:
        """Its text; raises TypeError or LookupError for arguments that it does not take."""
        given = {self.arguments[name]: value for name, value in named.items()}
        return as_markup(Markup, self.run(*args, **given))  # what a macro writes is escaped already


class FixedWords(NodeTransformer):
    """Puts what `_` gives in the place of its calls, where nothing is filled in."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja's name
        """The words of a call, or the call."""
        self.generic_visit(node)
        words = [word.value for word in node.args if isinstance(word, nodes.Const) and isinstance(word.value, str)]
        is_plain = len(words) == len(node.args) and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        if not (is_plain and isinstance(node.node, nodes.Name) and node.node.name in FIXED):
            return node
        function: Any = self.environment.globals[node.node.name]
        said = function(*words)
        return nodes.Const(said, lineno=node.lineno, environment=self.environment) if type(said) is str else node


def _named_in(source: nodes.Template) -> Iterator[str]:
    """The names to which a template gives a meaning."""
    for node in source.find_all((nodes.Name, nodes.Macro, nodes.Import, nodes.FromImport)):
        match node:
            case nodes.Name(name=name, ctx=ctx) if ctx != "load":
                yield name
            case nodes.Macro(name=name) | nodes.Import(target=name):
                yield name
            case nodes.FromImport(names=names):
                yield from (name if isinstance(name, str) else name[1] for name in names)


class DirectCode(EscapingCode):
    """Writes the code; what it does not know better it leaves to Jinja."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """``view.line`` as it stands there."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def write_commons(self) -> None:
        """What a function begins with: `plain_code` looks names up in the context's two mappings."""
        super().write_commons()
        self.writeline("own = context.vars")
        self.writeline("around = context.parent")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's type is private
        """What stands before a value that is written; calls and choices are looked at more closely in `plain_code`."""
        if self._is_inline(node, frame, finalize):
            self.write(f"{ESCAPING[0]}(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's type is private
        """What stands behind it."""
        if self._is_inline(node, frame, finalize):
            self.write(f"){ESCAPING[1]}")
        else:
            super()._output_child_post(node, frame, finalize)

    @staticmethod
    def _is_inline(node: nodes.Expr, frame: Frame, finalize: Any) -> bool:  # noqa: ANN401 - Jinja's type is private
        is_escaped = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None
        return is_escaped and not isinstance(node, nodes.Call | nodes.CondExpr)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """The object that a macro's name stands for."""
        is_plain = not (macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller)
        name = getattr(macro_ref.node, "name", None)
        if name is None or not is_plain or frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super().macro_def(macro_ref, frame)
            return
        arguments = tuple(argument.name for argument in macro_ref.node.args)
        self.write(f"environment.macro(macro, {arguments!r})")


class Loaded(dict[str, Any]):
    """Templates by their names, found by Python's own means when they are asked for again, as often as pages import them."""

    def __init__(self, load: Callable[[str], object]) -> None:
        super().__init__()
        self.load = load

    def __missing__(self, name: str) -> object:
        """One that is asked for the first time."""
        self[name] = self.load(name)
        return self[name]


class DirectEnvironment(EscapingEnvironment):
    """An environment whose templates are compiled by `DirectCode`."""

    code_generator_class: type[CodeGenerator] = DirectCode
    macro = DirectMacro
    _patient: Environment | None = None
    _left_to_it: frozenset[str] = frozenset()

    def __init__(self, *args: Any, **settings: Any) -> None:  # noqa: ANN401 - Jinja's own
        super().__init__(*args, **settings)
        self.templates = Loaded(self.get_template)
        self.modules = Loaded(self._module)

    def overlay(self, *args: Any, **settings: Any) -> Self:  # noqa: ANN401 - Jinja's own
        """An environment that shares all but these settings, and none of the compiled templates."""
        made = super().overlay(*args, **settings)
        assert isinstance(made, type(self)), "an overlay is of the same class"
        made.templates, made.modules = Loaded(made.get_template), Loaded(made._module)  # noqa: SLF001 - of the same class
        return made

    def _module(self, name: str) -> object:
        """What a template gives to those that import it."""
        return self.templates[name].module

    @property
    def patient(self) -> Environment:
        """The same with Jinja's own code for attributes."""
        if self._patient is None:
            self._patient = self.overlay(bytecode_cache=None)
            self._patient.code_generator_class = EscapingCode
        return self._patient

    def _generate(self, source: nodes.Template, *names: Any, **settings: Any) -> str:  # noqa: ANN401 - Jinja's hook for this
        """The code of a template; one that gives a name of `FIXED` a meaning of its own is left as it is."""
        if not FIXED & set(_named_in(source)) and all(name in self.globals for name in FIXED):
            FixedWords(self).visit(source)
        return super()._generate(source, *names, **settings)

    def _compile(self, source: str, filename: str) -> CodeType:
        """The code as Python has it."""
        if self.code_generator_class is not DirectCode:
            return super()._compile(source, filename)
        from site_builder.rendering.plain_code import plain  # noqa: PLC0415 - compiled code is kept, and most builds compile nothing

        return compile(plain(source, self.globals), filename, "exec")

    @staticmethod
    def written(called: Callable[..., object]) -> Callable[..., str]:
        """Something that is called, so that it gives the text that is written."""
        return lambda *args: escaped(called(*args))

    def run_of(self, called: Callable[..., object]) -> Callable[..., str]:
        """The function of a macro, or of something else that is called in its place."""
        return called.run if type(called) is DirectMacro else self.written(called)

    @staticmethod
    def inner(template: Template, context: Context) -> Context:
        """The context of a template that is included."""
        if template.root_render_func.__globals__["sees_only"]:
            return context
        return template.new_context(context.get_all(), shared=True, locals={})

    def rendered(self, template: str, names: Mapping[str, object]) -> str:
        """The text of a template; raises what Jinja's own code raises."""
        if template not in self._left_to_it:
            try:
                return self._directly(self.templates[template], names)
            except (AttributeError, KeyError, NameError, StopIteration, TypeError):
                self._left_to_it |= {template}
        return self.patient.get_template(template).render(names)

    def _directly(self, template: Template, names: Mapping[str, object]) -> str:
        """What `Template.render` gives, in a third of the steps around it."""
        try:
            context = Context(self, {**template.globals, **names}, template.name, template.blocks)
            return "".join(template.root_render_func(context))
        except Exception:  # noqa: BLE001 - it is raised again, with the template's lines in its traceback
            self.handle_exception()
