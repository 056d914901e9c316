"""Who was here and has not come again: one statement."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, exists, or_, select
from sqlalchemy.sql.selectable import NamedFromClause

from praxidesk.engine.recall import Recall
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import OCCUPYING, TENTATIVE, TypeId
from praxidesk.models.entry_queries import PATIENT_COLUMNS, patient_on_entry
from praxidesk.models.raw_rows import fetch_all
from praxidesk.models.tables import entry, patient


def patients_to_recall(
    connection: Connection, type_id: TypeId, span: Span, now: int, limit: int
) -> tuple[Recall, ...]:
    """Patients whose last appointment of a type began within the span, and who have none to come.

    A missed or cancelled one is no last appointment; one that is only asked for, or waited for, is to
    come. Longest ago first, then by name; no more than ``limit``.
    """
    asked = {"type": type_id, "from": span.start, "until": min(span.end, now), "now": now, "limit": limit}
    return tuple(
        Recall(patient_on_entry(*row[1:]), row[0]) for row in fetch_all(connection, _TO_RECALL, asked)
    )


_later = entry.alias("later")


def _is_one_of(table: Table | NamedFromClause, statuses: Iterable[str]) -> ColumnElement[bool]:
    return table.c.status.in_(sorted(statuses))


_TO_RECALL = (
    select(entry.c.starts_at, *PATIENT_COLUMNS)
    .select_from(entry.join(patient, patient.c.actor_id == entry.c.patient_id))
    .where(
        entry.c.type_id == bindparam("type"),
        entry.c.starts_at >= bindparam("from"),
        entry.c.starts_at < bindparam("until"),
        _is_one_of(entry, OCCUPYING),
        ~exists().where(
            _later.c.patient_id == entry.c.patient_id,
            _later.c.type_id == bindparam("type"),
            or_(
                _later.c.starts_at > entry.c.starts_at,
                and_(_later.c.starts_at == entry.c.starts_at, _later.c.id > entry.c.id),
            ),
            or_(
                _is_one_of(_later, OCCUPYING),
                and_(_is_one_of(_later, TENTATIVE), _later.c.starts_at >= bindparam("now")),
            ),
        ),
    )
    .order_by(
        entry.c.starts_at,
        patient.c.family_key,
        patient.c.given_key,
        patient.c.number,
    )
    .limit(bindparam("limit"))
)
