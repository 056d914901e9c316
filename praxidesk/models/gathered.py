"""Many values as one text, in JSON: what the drivers hand out far faster than as many rows."""

from typing import Any

from sqlalchemy import ColumnElement, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _Gathered(FunctionElement[str]):
    """All values of a group, in the order in which the store comes by them."""

    type = Text()
    inherit_cache = True


class _Listed(FunctionElement[str]):
    """Some columns of one row."""

    type = Text()
    inherit_cache = True


class _Joined(FunctionElement[str]):
    """All texts of a group in one, with commas between them."""

    type = Text()
    inherit_cache = True


def gathered(column: ColumnElement[int]) -> ColumnElement[str]:
    """The column's numbers in each group of a grouped query, none of them null, as a JSON array."""
    return _Gathered(column)


def listed(*columns: ColumnElement[Any]) -> ColumnElement[str]:
    """The columns of a row, as a JSON array."""
    return _Listed(*columns)


def joined(text: ColumnElement[str]) -> ColumnElement[str]:
    """The texts of all rows, with commas between them; as SQLAlchemy's, but worded once for good."""
    return _Joined(text)


@compiles(_Joined, "sqlite")
def _joined_on_sqlite(element: _Joined, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - the hook's form
    return f"group_concat({compiler.process(element.clauses, **options)}, ',')"


@compiles(_Joined, "postgresql")
def _joined_on_postgresql(element: _Joined, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    return f"string_agg({compiler.process(element.clauses, **options)}, ',')"


@compiles(_Gathered, "sqlite")
def _gathered_on_sqlite(element: _Gathered, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - the hook's form
    return f"json_group_array({compiler.process(element.clauses, **options)})"


@compiles(_Gathered, "postgresql")
def _gathered_on_postgresql(element: _Gathered, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    # Numbers need no quoting, and json_agg looks up how to write each of them.
    return f"concat('[', string_agg(CAST({compiler.process(element.clauses, **options)} AS TEXT), ','), ']')"


@compiles(_Listed, "sqlite")
def _listed_on_sqlite(element: _Listed, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    return f"json_array({compiler.process(element.clauses, **options)})"


@compiles(_Listed, "postgresql")
def _listed_on_postgresql(element: _Listed, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    return f"CAST(json_build_array({compiler.process(element.clauses, **options)}) AS TEXT)"
