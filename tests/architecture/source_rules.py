"""Rules of the house style that no general linter knows, each from a syntax tree to sentences."""

import ast
from collections.abc import Iterator

from PySide6.QtCore import Qt

LONGEST_MODULE_LINES = 400


def docstrings(tree: ast.Module) -> Iterator[str]:
    """Every module, public class and public function says what it is."""
    for node in (tree, *_public_definitions(tree)):
        if not ast.get_docstring(node):
            name = getattr(node, "name", "the module")
            yield f"line {getattr(node, 'lineno', 1)}: {name} has no docstring"


def swallowed_exceptions(tree: ast.Module) -> Iterator[str]:
    """No handler that only passes over what happened; ``contextlib.suppress`` names what it drops."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and all(_does_nothing(each) for each in node.body):
            yield f"line {node.lineno}: an exception is swallowed"


def formatted_translations(tree: ast.Module) -> Iterator[str]:
    """``tr(f"…")`` is extracted as it stands and never found again at run time."""
    for call in _calls(tree, {"tr", "translate"}):
        for argument in (*call.args, *(each.value for each in call.keywords)):
            is_formatted = isinstance(argument, ast.JoinedStr)
            is_added = isinstance(argument, ast.BinOp) and isinstance(argument.op, ast.Add | ast.Mod)
            is_filled = isinstance(argument, ast.Call) and _name(argument.func) == "format"
            if is_formatted or is_added or is_filled:
                yield f"line {call.lineno}: a text is put together before it is translated"


def lambda_slots(tree: ast.Module) -> Iterator[str]:
    """A lambda slot runs on the thread that emits, and keeps its widget alive."""
    for call in _calls(tree, {"connect"}):
        if any(isinstance(each, ast.Lambda) for each in call.args):
            yield f"line {call.lineno}: a lambda is connected to a signal"


def short_enum_names(tree: ast.Module) -> Iterator[str]:
    """``Qt.UserRole`` is looked up anew at each use, at 11 µs; ``Qt.ItemDataRole.UserRole`` is not."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Qt":
            member = getattr(Qt, node.attr, None)
            if not isinstance(member, type) and not callable(member):
                yield f"line {node.lineno}: Qt.{node.attr} without the name of its enum"


def _public_definitions(
    parent: ast.Module | ast.ClassDef,
) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in parent.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            if node.name.startswith("_") or _is_qts_own(node) or _is_setter(node):
                continue
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public_definitions(node)


def _is_qts_own(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A method that Qt calls, in Qt's spelling, is documented by Qt."""
    is_camel_case = node.name != node.name.lower() and node.name[0].islower()
    return isinstance(node, ast.FunctionDef) and is_camel_case


def _is_setter(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """The property itself says what it is."""
    return any(isinstance(each, ast.Attribute) and each.attr == "setter" for each in node.decorator_list)


def _does_nothing(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def _calls(tree: ast.Module, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in names:
            yield node


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
