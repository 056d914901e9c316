"""Lists of ids as one parameter: thousands of them make neither a longer statement nor another one."""

import json
from collections.abc import Iterable
from typing import Any, Self

from sqlalchemy import ARRAY, BigInteger, Boolean, ColumnElement, Dialect, ScalarSelect, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeDecorator, TypeEngine


class IdList(TypeDecorator[Iterable[int]]):
    """An array on PostgreSQL, JSON text on SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type the driver is given."""
        return ARRAY(BigInteger()) if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: Iterable[int] | None, dialect: Dialect) -> list[int] | str:
        """The ids as the driver takes them."""
        ids = list(value or ())
        return ids if dialect.name == "postgresql" else json.dumps(ids)


class _IsAmong(FunctionElement[bool]):
    """``column`` is one of the ids, or the one that a scalar subquery finds."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: OperatorType | None = None) -> Self:  # noqa: ARG002 - the method's form
        """Itself: SQLAlchemy would write ``… IN (…) = 1`` for SQLite, which then reads whole tables."""
        return self


def is_among(
    column: ColumnElement[Any], parameter: str, or_found: ScalarSelect[Any] | None = None
) -> ColumnElement[bool]:
    """Whether a column's value is in the list given as ``parameter``, or what the subquery finds."""
    ids = bindparam(parameter, type_=IdList())
    return _IsAmong(column, ids) if or_found is None else _IsAmong(column, ids, or_found)


def among(column: ColumnElement[Any], values: ColumnElement[Any]) -> ColumnElement[bool]:
    """The same for a list of another type, as its parameter."""
    return _IsAmong(column, values)


@compiles(_IsAmong, "sqlite")
def _on_sqlite(element: _IsAmong, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - the hook's form
    column, ids, *found = (compiler.process(each, **options) for each in element.clauses)
    also = f" UNION ALL SELECT {found[0]}" if found else ""
    return f"{column} IN (SELECT value FROM json_each({ids}){also})"  # noqa: S608 - compiled parts


@compiles(_IsAmong, "postgresql")
def _on_postgresql(element: _IsAmong, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    column, ids, *found = (compiler.process(each, **options) for each in element.clauses)
    return f"{column} = ANY(array_append({ids}, {found[0]}))" if found else f"{column} = ANY({ids})"
