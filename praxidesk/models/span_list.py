"""Lists of spans as parameters of one statement, as ``id_list`` does it for ids."""

from collections.abc import Iterable
from typing import Any, Self

from sqlalchemy import Boolean, ColumnElement, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType

from praxidesk.engine.spans import Span
from praxidesk.models.id_list import IdList
from praxidesk.models.schema import LONGEST_SECONDS


class _SharesTime(FunctionElement[bool]):
    """The entry of an id shares time with one of the spans."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against: OperatorType | None = None) -> Self:  # noqa: ARG002 - the method's form
        """Itself, as in ``id_list``."""
        return self


def shares_time_with_any(entry_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether an entry shares time with one of the spans given by ``asked_spans``."""
    return _SharesTime(entry_id, bindparam("starts", type_=IdList()), bindparam("ends", type_=IdList()))


def asked_spans(spans: Iterable[Span]) -> dict[str, list[int]]:
    """The parameters for these spans."""
    found = list(spans)
    return {"starts": [each.start for each in found], "ends": [each.end for each in found]}


_SHARED = (
    "SELECT shared.id FROM {spans} CROSS JOIN entry AS shared WHERE shared.starts_at < {end}"
    " AND shared.starts_at > {start} - {longest} AND shared.ends_at > {start}"
)
"""For each span one look into the index: crossed, so that SQLite keeps the order."""


@compiles(_SharesTime, "sqlite")
def _on_sqlite(element: _SharesTime, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - the hook's form
    column, starts, ends = (compiler.process(each, **options) for each in element.clauses)
    spans = f"json_each({starts}) AS since JOIN json_each({ends}) AS until ON until.key = since.key"
    return f"{column} IN ({_shared(spans, 'since.value', 'until.value')})"


@compiles(_SharesTime, "postgresql")
def _on_postgresql(element: _SharesTime, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    column, starts, ends = (compiler.process(each, **options) for each in element.clauses)
    spans = f"unnest({starts}, {ends}) AS span(since, until)"
    return f"{column} IN ({_shared(spans, 'span.since', 'span.until')})"


def _shared(spans: str, start: str, end: str) -> str:
    return _SHARED.format(spans=spans, start=start, end=end, longest=LONGEST_SECONDS)
