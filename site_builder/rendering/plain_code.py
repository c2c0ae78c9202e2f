"""What Jinja writes for a template, made plainer before Python compiles it: the expressions.

Jinja asks a function of each value whether it has to be escaped, and its context
of each call whether the called wants that context. Here the one is asked on the
spot, and the other, which no function of a template wants, is not asked; a macro
is called as the function it is. `gathering` does the like for statements. Only
what is recognised is changed, none of it changes what comes out, and the rest of
Jinja's code stays as it is.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection
from typing import cast

from markupsafe import escape

from site_builder.rendering.escaping import ESCAPING
from site_builder.rendering.gathering import Gathering, is_giving, is_method, is_name
from site_builder.rendering.settling import RUN, settle

_VARIABLE = re.compile(r"l_\d+_")
_FOR_CONTEXT = frozenset({"_loop_vars", "_block_vars"})
"""What Jinja passes along for functions that want the context."""
_IMPORTS = """
from site_builder.rendering.direct_code import DirectMacro
from site_builder.rendering.escaping import escaped, escaped_text
"""
_RESOLVED = re.compile(r"^( *l_\d+_\w+ = )resolve\(('\w+')\)$", re.MULTILINE)
_LOOKED_UP = r"\1own[\2] if \2 in own else around.get(\2, missing)"
_SWITCHED = ".autoescape = "
"""Stands in the code where ``{% autoescape %}`` stands in the template: Jinja's own macros ask what holds there."""
_MORE = ("def macro(", "def block_")
"""A template with these has uses for a context of its own."""
_ESCAPED = f"{ESCAPING[0]}VALUE{ESCAPING[1]}"
_IS_OWN = "context.name == name"
_INNER = "environment.inner(template, context)"
_ROUNDS = {"index0": "ROUND", "index": "ROUND + 1", "first": "not ROUND"}
_READY = frozenset({"resolve", "undefined", "concat", "cond_expr_undefined", "own", "around", "_loop_vars", "_block_vars"})
"""Variables of Jinja's code that stand for nothing of the template's."""
_TEMPLATE = "environment.templates[NAME]"
_MODULE = "environment.modules[NAME]"


def plain(source: str, functions: Collection[str]) -> ast.Module:
    """The code of a template; ``functions`` are names that are functions, not macros, wherever a template calls them."""
    tree = ast.parse(_RESOLVED.sub(_LOOKED_UP, source))
    Gathering().visit(tree)
    Plain(functions).visit(tree)
    settle(tree)
    _without_unused(tree)
    sees_only = not any(more in source for more in _MORE) and _sees_only(tree)
    if _SWITCHED in source:
        _root_of(tree).body[:0] = ast.parse("raise AttributeError").body  # so that Jinja's own code renders the page
    tree.body[:0] = ast.parse(_IMPORTS).body
    tree.body += ast.parse(f"sees_only = {sees_only}").body
    return tree


def _without_unused(tree: ast.Module) -> None:
    """Take out what Jinja gets ready in each function and each round of a loop, where nothing asks for it any more."""
    for function in tree.body:
        if isinstance(function, ast.FunctionDef):
            nodes = list(ast.walk(function))
            used = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
            for node in nodes:
                if isinstance(node, ast.FunctionDef | ast.For):
                    left = [part for part in node.body if not _is_getting_ready(part, used)]
                    node.body = left or [ast.copy_location(ast.Pass(), node)]


def _is_getting_ready(statement: ast.stmt, used: Collection[str] = ()) -> bool:
    """Whether a statement does nothing but give a value to one of these variables that is not used."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name in _READY and name not in used
    return False


def _root_of(tree: ast.Module) -> ast.FunctionDef:
    """The function of a template, before those of its blocks."""
    return next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "root")


def _sees_only(tree: ast.Module) -> bool:
    """Whether a template only looks names up in its context: it can be included with that of the template around it.

    What it would give to those that import it, it then does not leave in a context that is not its own.
    """
    body = _root_of(tree).body
    rest = (statement for statement in body if not is_giving(statement) and not _is_getting_ready(statement))
    if any(is_name(node, "context") for statement in rest for node in ast.walk(statement)):
        return False
    for number, giving in enumerate(body):
        if is_giving(giving):
            body[number] = ast.copy_location(ast.If(_made(_IS_OWN, giving), [giving], []), giving)
    return True


class Plain(ast.NodeTransformer):
    """Changes the tree of a template's code in its place."""

    def __init__(self, functions: Collection[str]) -> None:
        self.functions = functions

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """A value that is written, something that is called, a name that is looked up, a template that is included."""
        if is_method(node, "environment", "escaped"):
            return self._written(node.args[0])
        self.generic_visit(node)
        match node:
            case ast.Call(args=[_, _, ast.Dict(keys=[])]) if is_method(node, "template", "new_context"):
                return _made(_INNER, node)
            case ast.Call(args=[ast.Constant() as name, _]) if is_method(node, "environment", "get_template"):
                return _made(_TEMPLATE, node, NAME=name)
            case ast.Call(func=ast.Attribute(value=ast.Subscript() as template, attr="_get_default_module")):
                return _made(_MODULE, node, NAME=template.slice)
            case ast.Call(func=ast.Name(id="getattr"), args=[ast.Name() as module, ast.Constant(value=str(name)), _]):
                return ast.copy_location(ast.Attribute(module, name, ast.Load()), node)
        return _direct(node) if _is_call(node) else node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        """A choice; in a value that is escaped on the spot there is nothing to be changed but the value."""
        match node.test:
            case ast.Compare(left=ast.Call(func=ast.Name(id="type"), args=[ast.NamedExpr() as given])):
                given.value = self.visit(given.value)
                return node
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """A variable, which stays."""
        return node

    def visit_For(self, node: ast.For) -> ast.AST:
        """A loop; one that asks only which round it is in counts them itself."""
        self.generic_visit(node)
        match node:
            case ast.For(
                target=ast.Tuple(elts=[item, ast.Name(id=loop) as counter]),
                iter=ast.Call(func=ast.Name(id="LoopContext"), args=[values, ast.Name(id="undefined")]),
            ) if all(_asks_for_round(body, loop) for body in node.body):
                node.target = ast.copy_location(ast.Tuple([counter, item], ast.Store()), node.target)
                node.iter = _made("enumerate(VALUES)", node.iter, VALUES=values)
                node.body = [cast("ast.stmt", Rounds(loop).visit(statement)) for statement in node.body]
        return node

    def _written(self, value: ast.expr) -> ast.expr:
        """The text of a value as it stands in the page."""
        match value:
            case ast.Constant(value=str(text)):
                return ast.copy_location(ast.Constant(str(escape(text))), value)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return ast.copy_location(ast.IfExp(self.visit(test), self._written(body), self._written(orelse)), value)
            case ast.Call(args=[called, *_]) if _is_call(value) and (macro := self._macro(called)):
                self.generic_visit(value)
                direct = _direct(value)
                if not direct.keywords:
                    return ast.copy_location(ast.Call(_made(RUN, value, MACRO=macro, CALLED=direct.func), direct.args, []), value)
                return _made(_ESCAPED, value, VALUE=direct)
        return _made(_ESCAPED, value, VALUE=self.visit(value))

    def _macro(self, called: ast.expr) -> ast.Name | None:
        """The variable that is called, where it may stand for a macro."""
        match called:
            case ast.Name(id=name) | ast.IfExp(orelse=ast.Name(id=name)) if _VARIABLE.sub("", name) not in self.functions:
                return ast.copy_location(ast.Name(name, ast.Load()), called)
        return None


def _is_call(node: ast.Call) -> bool:
    """Whether it is a call by the context of something that could as well be called itself."""
    if not is_method(node, "context", "call") or any(keyword.arg is None for keyword in node.keywords):
        return False
    return not (isinstance(node.args[0], ast.Attribute) and node.args[0].attr.startswith("__"))


def _direct(node: ast.Call) -> ast.Call:
    """The same call without the context."""
    keywords = [keyword for keyword in node.keywords if keyword.arg not in _FOR_CONTEXT]
    return ast.copy_location(ast.Call(node.args[0], node.args[1:], keywords), node)


def _asks_for_round(statement: ast.stmt, loop: str) -> bool:
    """Whether a statement asks the variable of a loop for nothing but the round."""
    nodes = list(ast.walk(statement))
    asked = sum(isinstance(node, ast.Attribute) and node.attr in _ROUNDS and is_name(node.value, loop) for node in nodes)
    return asked == sum(is_name(node, loop) for node in nodes)


class Rounds(ast.NodeTransformer):
    """Puts what follows from the number of a round, counted from 0, in the place of what is asked."""

    def __init__(self, loop: str) -> None:
        self.loop = loop

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """The round, where it is asked for."""
        self.generic_visit(node)
        return _made(_ROUNDS[node.attr], node, ROUND=node.value) if is_name(node.value, self.loop) else node


def _made(pattern: str, place: ast.AST, **parts: ast.expr) -> ast.expr:
    """An expression, in the place of another one, with nodes for names in it."""
    made = ast.parse(pattern, mode="eval").body
    for node in ast.walk(made):
        ast.copy_location(node, place)
    return cast("ast.expr", Parts(parts).visit(made))


class Parts(ast.NodeTransformer):
    """Puts nodes in the place of names."""

    def __init__(self, parts: dict[str, ast.expr]) -> None:
        self.parts = parts

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """A name or what stands in its place."""
        return self.parts.get(node.id, node)
