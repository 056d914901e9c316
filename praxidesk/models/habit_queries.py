"""When something was booked in the past: only the starts, counted by the quarter of an hour."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, func, literal_column, select

from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import OCCUPYING, ServiceId, Status
from praxidesk.models.raw_rows import collection_paused, fetch_all
from praxidesk.models.schema import KEY
from praxidesk.models.tables import entry

_QUARTER = 900
"""Seconds: wall time is never ahead of or behind UTC by less, so an hour of the wall begins with one."""
_KEPT: list[ColumnElement[Any]] = [
    literal_column(f"'{status.value}'") for status in sorted(OCCUPYING | {Status.NOSHOW})
]
"""What was meant to be; as literals, not parameters, for the planner."""


def starts_of(connection: Connection, service: ServiceId, span: Span) -> list[tuple[int, int]]:
    """When entries of a type or procedure started within a span, in no particular order.

    Beginnings of quarters of an hour, each with how many started in it. Nothing for what is neither
    a type nor a procedure.
    """
    if not service:
        return []
    statement = _OF_TYPE if service > 0 else _OF_PROCEDURE
    asked = {"service": abs(service), "from": span.start, "until": span.end}
    with collection_paused():
        return [(quarter, count) for quarter, count in fetch_all(connection, statement, asked)]


_quarter = (entry.c.starts_at - entry.c.starts_at % literal_column(str(_QUARTER))).label("quarter")
_OF_TYPE, _OF_PROCEDURE = (
    select(_quarter, func.count())
    .where(
        column == bindparam("service", type_=KEY),
        entry.c.starts_at >= bindparam("from"),
        entry.c.starts_at < bindparam("until"),
        entry.c.status.in_(_KEPT),
    )
    .group_by(_quarter)
    for column in (entry.c.type_id, entry.c.procedure_id)
)
