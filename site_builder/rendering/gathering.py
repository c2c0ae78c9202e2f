"""What Jinja writes for a template, made plainer before Python compiles it: the statements.

Jinja's templates and blocks are generators, so that each piece of a page is handed
up through all that stands around it, one by one. Here they gather their pieces in
a list and return it. Macros, which do so in Jinja too, add several pieces at once,
and those that come down to a few return them without a list. What is added only in
some cases becomes one piece, a choice, so that those around it are added together.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeGuard

_PIECES = "pieces"
"""The list of a template or block."""


def is_name(node: ast.AST, name: str) -> TypeGuard[ast.Name]:
    """Whether a node is a variable of this name."""
    return isinstance(node, ast.Name) and node.id == name


def is_method(node: ast.AST, owner: str, name: str) -> TypeGuard[ast.Call]:
    """Whether a node is a call of this method of a variable."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == name
        and is_name(node.func.value, owner)
    )


def is_giving(statement: ast.stmt) -> bool:
    """Whether a statement does nothing but note a variable for those that import the template."""
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Attribute(value=ast.Name(id="context"), attr=attr)))):
            return attr in {"vars", "exported_vars"}
        case ast.Assign(targets=[ast.Subscript(value=ast.Attribute(value=ast.Name(id="context"), attr="vars"))]):
            return True
    return False


class Gathering(ast.NodeTransformer):
    """Changes the tree of a template's code in its place."""

    def __init__(self) -> None:
        self._is_generator = False
        self._lists: set[str] = set()

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Whatever is in a node; statements that follow one another are put together where they add to the same list."""
        for part in ("body", "orelse", "handlers", "finalbody"):
            statements = getattr(node, part, None)
            if isinstance(statements, list):
                changed = _merged(flat for statement in statements for flat in self._changed(statement))
                setattr(node, part, list(changed) or [ast.copy_location(ast.Pass(), each) for each in statements[:1]])
        return node

    def _changed(self, statement: ast.stmt) -> Sequence[ast.stmt]:
        """What becomes of a statement: nothing in it is visited but other statements."""
        changed = self.visit(statement)
        if isinstance(changed, list):
            return changed
        return [changed] if changed else []

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """A template or a block, or within one of them a macro."""
        outer = self._is_generator, self._lists
        self._is_generator, self._lists = node.col_offset == 0, set()
        self.generic_visit(node)
        if self._is_generator:
            node.body = [*ast.parse(f"{_PIECES} = []").body, *node.body, _named_return(node.body[-1])]
        else:
            node.body = _with_early_ends(node.body)
        self._is_generator, self._lists = outer
        return node

    def visit_If(self, node: ast.If) -> ast.AST | None:
        """A branch; that by which Jinja makes a generator of a function without output is left out."""
        if isinstance(node.test, ast.Constant) and not node.test.value:
            return None
        self.generic_visit(node)
        return _as_piece(node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        """A list for pieces is noted."""
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.List(elts=[])):
                self._lists.add(name)
        return self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """Pieces that are added."""
        self.generic_visit(node)
        match node.value:
            case ast.Yield(value=ast.expr() as piece) if self._is_generator:
                return _adding(_PIECES, ast.Tuple([piece], ast.Load()), node)
            case ast.YieldFrom(value=pieces) if self._is_generator:
                return _adding(_PIECES, pieces, node)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="append"), args=[piece]) if name in self._lists:
                return _adding(name, ast.Tuple([piece], ast.Load()), node)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="extend"), args=[ast.Tuple() as pieces]) if (
                name in self._lists
            ):
                return _adding(name, pieces, node)
        return node

    def visit_For(self, node: ast.For) -> ast.AST:
        """A loop; one that hands on the pieces of an included template or a block adds them all at once."""
        self.generic_visit(node)
        match node:
            case ast.For(
                target=ast.Name(id="event"),
                body=[ast.AugAssign(target=ast.Name(id=name), value=ast.Tuple(elts=[ast.Name(id="event")]))],
            ):
                return _adding(name, node.iter, node)
        return node

    def visit_Try(self, node: ast.Try) -> ast.AST | list[ast.stmt]:
        """A trial; a list of pieces need not be closed as a generator is."""
        self.generic_visit(node)
        match node:
            case ast.Try(body=body, handlers=[], finalbody=[ast.Expr(value=end)]) if is_method(end, "gen", "close"):
                return body
        return node


def _name(name: str, place: ast.AST) -> ast.Name:
    return ast.copy_location(ast.Name(name, ast.Load()), place)


def _named_return(place: ast.AST) -> ast.stmt:
    return ast.copy_location(ast.Return(_name(_PIECES, place)), place)


def _adding(name: str, pieces: ast.expr, place: ast.AST) -> ast.stmt:
    if isinstance(pieces, ast.Tuple):
        ast.copy_location(pieces, place)
    target = ast.copy_location(ast.Name(name, ast.Store()), place)
    return ast.copy_location(ast.AugAssign(target, ast.Add(), pieces), place)


def _as_piece(node: ast.If) -> ast.stmt:
    """A branch that does nothing but add pieces to a list: the choice between them is one piece."""
    match node.body, node.orelse:
        case [ast.AugAssign(target=ast.Name(id=name), value=ast.Tuple(elts=pieces))], []:
            others: list[ast.expr] = []
        case (
            [ast.AugAssign(target=ast.Name(id=name), value=ast.Tuple(elts=pieces))],
            [ast.AugAssign(target=ast.Name(id=other), value=ast.Tuple(elts=others))],
        ) if name == other:
            pass
        case _:
            return node
    choice = ast.copy_location(ast.IfExp(node.test, _text(pieces, node), _text(others, node)), node)
    return _adding(name, ast.Tuple([choice], ast.Load()), node)


def _text(pieces: list[ast.expr], place: ast.AST) -> ast.expr:
    """Pieces as one text."""
    if len(pieces) == 1:
        return pieces[0]
    parts: list[ast.expr] = [
        piece if isinstance(piece, ast.Constant) else ast.copy_location(ast.FormattedValue(piece, conversion=-1), piece)
        for piece in pieces
    ]
    return ast.copy_location(ast.JoinedStr(parts) if parts else ast.Constant(""), place)


def _folded(pieces: Iterable[ast.expr]) -> Iterator[ast.expr]:
    """The same pieces, fixed texts that follow one another as one."""
    before = ""
    for piece in pieces:
        match piece:
            case ast.Constant(value=str(text)):
                before += text
                continue
        if before:
            yield ast.copy_location(ast.Constant(before), piece)
        yield piece
        before = ""
    if before:
        yield ast.copy_location(ast.Constant(before), piece)


def _merged(statements: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The same statements, fewer: pieces that are added to a list one after another are added at once."""
    waiting: ast.AugAssign | None = None
    for statement in statements:
        match waiting, statement:
            case _, ast.Pass():
                continue
            case (
                ast.AugAssign(target=ast.Name(id=one), value=ast.Tuple(elts=pieces)),
                ast.AugAssign(target=ast.Name(id=other), value=ast.Tuple(elts=more)),
            ) if one == other:
                pieces[:] = _folded([*pieces, *more])
                continue
        if waiting:
            yield waiting
        waiting = statement if isinstance(statement, ast.AugAssign) else None
        if not waiting:
            yield statement
    if waiting:
        yield waiting


def _with_early_ends(body: list[ast.stmt]) -> list[ast.stmt]:
    """The body of a macro."""
    match body:
        case [
            ast.Assign(targets=[ast.Name(id=name)], value=ast.List(elts=[])) as start,
            *inner,
            ast.Return(value=ast.Call(func=ast.Name(id="concat"), args=[ast.Name(id=returned)])) as end,
        ] if name == returned:
            return _returning(inner, name, start, end)
    return body


def _returning(inner: list[ast.stmt], name: str, start: ast.stmt, end: ast.stmt) -> list[ast.stmt]:
    """Statements that gather pieces in a list and return their text; without the list where pieces are added only once."""
    if any(_uses(statement, name) for statement in inner[:-1]):
        return [start, *inner, end]
    match inner[-1] if inner else None:
        case ast.AugAssign(value=ast.Tuple() as pieces) as last:
            return [*inner[:-1], ast.copy_location(ast.Return(_text(pieces.elts, last)), last)]
        case ast.If() as last:
            last.body = _returning(last.body, name, start, end)
            last.orelse = _returning(last.orelse, name, start, end)
            return inner
    if inner and _uses(inner[-1], name):
        return [start, *inner, end]
    return [*inner, ast.copy_location(ast.Return(ast.copy_location(ast.Constant(""), end)), end)]


def _uses(statement: ast.AST, name: str) -> bool:
    return any(is_name(node, name) for node in ast.walk(statement))
