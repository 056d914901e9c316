"""Statements in the words of a server, worded once for the whole program and then sent as they are.

SQLAlchemy would look each up among those of its engine, and prepare its parameters one by one: a good part
of what a short statement costs the desk.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ClauseElement, Connection, CursorResult, Dialect, Executable
from sqlalchemy.sql.compiler import SQLCompiler


@dataclass(frozen=True, slots=True)
class _Words:
    """One statement, and what is done to its parameters before the driver gets them."""

    text: str
    fixed: Mapping[str, Any]
    """Parameters that are part of the statement."""
    converted: tuple[tuple[str, Callable[[Any], Any]], ...]


def executed(
    connection: Connection, statement: Executable, parameters: Mapping[str, Any] | None
) -> CursorResult[Any]:
    """What came of a statement of which there is one for the whole program, or few."""
    words = _words_of(connection.dialect, statement) if parameters else None
    if words is None or parameters is None:
        return connection.execute(statement, parameters)
    given = {**words.fixed, **parameters}
    for name, convert in words.converted:
        given[name] = convert(given[name])
    return connection.exec_driver_sql(words.text, given)


def _words_of(dialect: Dialect, statement: Executable) -> _Words | None:
    if dialect.name != "postgresql":
        return None  # a file's parameters have no names but places, and nothing is sent anywhere
    try:
        return _WORDS[statement]
    except KeyError:
        words = _WORDS[statement] = _worded(dialect, statement)
        return words


def _worded(dialect: Dialect, statement: Executable) -> _Words | None:
    """``None`` for one whose words depend on its parameters."""
    compiled = statement.compile(dialect=dialect) if isinstance(statement, ClauseElement) else None
    if not isinstance(compiled, SQLCompiler) or _OPEN in compiled.string:
        return None
    converted: list[tuple[str, Callable[[Any], Any]]] = []
    fixed: dict[str, Any] = {}
    for name, bind in compiled.binds.items():
        convert = bind.type.dialect_impl(dialect).bind_processor(dialect)
        if convert is not None:
            converted.append((name, convert))
        if not bind.required:
            fixed[name] = bind.effective_value
    return _Words(compiled.string, fixed, tuple(converted))


_OPEN = "[POSTCOMPILE_"
"""Marks a list of values that is written out."""
_WORDS: WeakKeyDictionary[Executable, _Words | None] = WeakKeyDictionary()
