"""What Jinja writes for a template, made plainer before Python compiles it: what is the same on every page is done once.

- What a template imports by name is looked up when it is first rendered, and then
  stands in the module of its code; each page takes it over in one step.
- A macro takes its arguments as a Python function does: a default stands in its
  head, and an argument that has to be given is not looked for.
- A macro that a name certainly stands for is called as the function it is,
  without a look at what the name holds now.

Where a template does something else, Python raises AttributeError, NameError or
TypeError, and the page is rendered by Jinja's own code (`direct_code`).
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Collection, Iterator

from site_builder.rendering.gathering import is_giving, is_method, is_name

RUN = "MACRO.run if type(MACRO) is DirectMacro else environment.written(CALLED)"
"""The function that a name stands for, found out at each call."""
_TAKEN = """
if not imported:
    take()
context.vars.update(imported)
context.exported_vars.difference_update(imported)
"""
_TAKING = """
imported = {}
def take():
    global NAMES
    found = {}
    imported.update(found)
"""


def settle(tree: ast.Module) -> None:
    """Change the tree of a template's code in its place."""
    for function in [node for node in tree.body if isinstance(node, ast.FunctionDef)]:
        stored = _stored(function)
        known = {*_taken_once(tree, function, stored), *_macros(function, stored)}
        if known:
            Calls(known).visit(function)


def _stored(function: ast.FunctionDef) -> Counter[str]:
    """How often each variable of a function, or of one within it, gets a value."""
    nodes = list(ast.walk(function))
    nothing = {
        id(target) for node in nodes if isinstance(node, ast.Assign) and _is_missing(node.value) for target in node.targets
    }
    stored = (
        node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in nothing
    )
    return Counter([*stored, *(node.arg for node in nodes if isinstance(node, ast.arg))])


def _is_missing(node: ast.expr) -> bool:
    """Whether it is what Jinja gives to a variable where its scope begins and ends."""
    return is_name(node, "missing")


def _run_of(name: str) -> str:
    """The variable for the function that another variable stands for."""
    return f"r{name[1:]}"


def _parsed(source: str, place: ast.AST) -> list[ast.stmt]:
    """Statements, in the place of others."""
    made = ast.parse(source).body
    for statement in made:
        for node in ast.walk(statement):
            ast.copy_location(node, place)
    return made


# Imports.


def _taken_once(tree: ast.Module, function: ast.FunctionDef, stored: Counter[str]) -> list[str]:
    """Move what a template imports by name, before anything else gets a name, to a function of its own; the variables for it."""
    importing = list(_importing(function.body))
    names = [name for statement in importing if (name := _imported_as(statement))]
    if not names or any(stored[name] != 2 for name in names):  # once where it is imported, once where it is not there
        return []
    start = function.body.index(importing[0])
    function.body[start : start + len(importing)] = _parsed(_TAKEN, importing[0])
    for statement in function.body:
        if isinstance(statement, ast.Assign) and _is_missing(statement.value):
            statement.targets = [
                target for target in statement.targets if not (isinstance(target, ast.Name) and target.id in names)
            ]
    function.body = [
        statement for statement in function.body if not (isinstance(statement, ast.Assign) and not statement.targets)
    ]
    variables = ", ".join([*names, *map(_run_of, names)])
    made = _parsed(_TAKING.replace("NAMES", variables), importing[0])
    taking = made[1]
    assert isinstance(taking, ast.FunctionDef), "as it is written above"
    taking.body[2:2] = [taken for statement in importing for taken in _taken(statement)]
    tree.body[tree.body.index(function) : 0] = made
    return names


def _importing(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements by which a template imports by name, up to the first other one."""
    has_begun = False
    for statement in body:
        if _is_module(statement):
            has_begun = True
        elif has_begun and not (_imported_as(statement) or _mended(statement) or is_giving(statement)):
            return
        if has_begun:
            yield statement


def _is_module(statement: ast.stmt) -> bool:
    """Whether it gets the template that is imported from."""
    match statement:
        case ast.Assign(
            targets=[ast.Name(id="included_template")],
            value=ast.Subscript(value=ast.Attribute(value=ast.Name(id="environment"), attr="modules")),
        ):
            return True
    return False


def _imported_as(statement: ast.stmt) -> str:
    """The variable for something that is imported."""
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute(value=ast.Name(id="included_template"))):
            return name
    return ""


def _mended(statement: ast.stmt) -> tuple[str, ast.expr] | None:
    """The variable to which a statement gives a value where it has none, with that value; None for another statement."""
    match statement:
        case ast.If(
            test=ast.Compare(left=ast.Name(id=name), ops=[ast.Is()], comparators=[ast.Name(id="missing")]),
            body=[ast.Assign(targets=[ast.Name(id=other)], value=value)],
            orelse=[],
        ) if name == other:
            return name, value
    return None


def _taken(statement: ast.stmt) -> list[ast.stmt]:
    """What becomes of a statement among those that are done once."""
    name = _imported_as(statement)
    if name:
        return [statement, *_parsed(f"{_run_of(name)} = environment.run_of({name})\nfound[{name!r}[4:]] = {name}", statement)]
    if is_giving(statement):
        return []
    if isinstance(statement, ast.If):
        statement.body = _parsed("raise AttributeError", statement)
    return [statement]


# Macros.


def _macros(function: ast.FunctionDef, stored: Counter[str]) -> Iterator[str]:
    """Give all macros in a function their defaults; the variables that stand for one of them and never for anything else."""
    for node in list(ast.walk(function)):
        for part in ("body", "orelse"):
            statements = getattr(node, part, None)
            if isinstance(statements, list):
                yield from _macros_in(statements, stored)


def _macros_in(statements: list[ast.stmt], stored: Counter[str]) -> Iterator[str]:
    macro: ast.stmt | None = None
    for statement in list(statements):
        match statement:
            case ast.FunctionDef(name="macro"):
                macro = statement
            case ast.Assign(targets=[*_, ast.Name(id=name)], value=value) if is_method(value, "environment", "macro"):
                assert isinstance(macro, ast.FunctionDef), "Jinja writes the function right before"
                _with_defaults(macro)
                if stored[name] == 1:
                    statements.insert(statements.index(statement) + 1, *_parsed(f"{_run_of(name)} = macro", statement))
                    yield name


def _with_defaults(macro: ast.FunctionDef) -> None:
    """Put the defaults of a macro's arguments where Python has them; what has to be computed stays a matter of its own."""
    mended = {found[0]: (statement, found[1]) for statement in macro.body if (found := _mended(statement))}
    missing: ast.expr = ast.copy_location(ast.Name("missing", ast.Load()), macro)
    for argument in macro.args.args:
        statement, value = mended.get(argument.arg, (None, missing))
        has_to_be_given = isinstance(value, ast.Call) and is_name(value.func, "undefined") and not macro.args.defaults
        is_known = isinstance(value, ast.Constant)
        if not has_to_be_given:
            macro.args.defaults.append(value if is_known else missing)
        if statement and (has_to_be_given or is_known):
            macro.body.remove(statement)


class Calls(ast.NodeTransformer):
    """Calls macros without a look at what their names hold."""

    def __init__(self, known: Collection[str]) -> None:
        self.known = known

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        """A choice between a macro's function and what else may be called."""
        match node:
            case ast.IfExp(
                test=ast.Compare(comparators=[ast.Name(id="DirectMacro")]),
                body=ast.Attribute(value=ast.Name(id=name), attr="run"),
            ) if name in self.known:
                return ast.copy_location(ast.Name(_run_of(name), ast.Load()), node)
        self.generic_visit(node)
        return node
