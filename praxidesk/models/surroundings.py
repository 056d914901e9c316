"""All that a booking must know of the store, in one statement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    cast,
    literal_column,
    null,
    or_,
    select,
    union_all,
)

from praxidesk.engine.entries import PatientOnEntry, Taken
from praxidesk.engine.outcomes import Change
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    OCCUPYING,
    TENTATIVE,
    ActorId,
    EntryId,
    Status,
    service_of_entry,
)
from praxidesk.models.entry_queries import patient_on_entry
from praxidesk.models.id_list import is_among
from praxidesk.models.raw_rows import collection_paused, fetch_all
from praxidesk.models.schema import KEY, LONGEST_SECONDS, TEXT
from praxidesk.models.tables import allocation, entry, entry_change, patient, practice


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A request key that was used: what came of it."""

    fingerprint: str
    change: Change
    entry: EntryId


@dataclass(frozen=True, slots=True)
class Facts:
    """The state of the store around a request."""

    practice_version: int
    patient: PatientOnEntry | None
    """The one asked for."""
    known: KnownKey | None
    taken: tuple[Taken, ...]
    """Occupying and tentative allocations that share time with the span, by start, entry and actor."""


def surroundings(
    connection: Connection,
    actors: Iterable[ActorId],
    span: Span,
    *,
    patient_number: str | None = None,
    patient_id: ActorId | None = None,
    key: str | None = None,
) -> Facts:
    """When these actors, and the patient of this number, are taken; and whether the key is known.

    The patient may be named by id instead, who then is among the actors where their time matters.
    """
    with collection_paused():
        rows = fetch_all(
            connection,
            _SURROUNDINGS,
            {
                "actors": list(actors),
                "since": span.start - LONGEST_SECONDS,
                "from": span.start,
                "until": span.end,
                "number": patient_number,
                "patient": patient_id,
                "key": key,
            },
        )
        version = 0
        who = known = None
        taken: list[tuple[Any, ...]] = []
        for row in rows:
            tag = row[0]
            if tag == _TAKEN:
                taken.append(row)
            elif tag == _VERSION:
                version = row[1]
            elif tag == _PATIENT:
                who = patient_on_entry(row[1], *row[1 + _WIDTH :])
            else:
                known = KnownKey(row[1 + _WIDTH], Change(row[2 + _WIDTH]), EntryId(row[1]))
        taken.sort(key=_BY_START)
        return Facts(version, who, known, tuple([_taken(row) for row in taken]))


_VERSION, _PATIENT, _KEY, _TAKEN = range(4)
_STATUSES = {status.value: status for status in Status}
_WIDTH = 6
_BY_START = itemgetter(2, 4, 1)


def _tagged(
    tag: int, numbers: Sequence[ColumnElement[Any]], words: Sequence[ColumnElement[Any]]
) -> Select[Any]:
    """A part of the union: its tag, six numbers, six words; what it does not need is NULL."""
    no_number, no_word = cast(null(), KEY), cast(null(), TEXT)
    columns = [*numbers, *[no_number] * (_WIDTH - len(numbers)), *words, *[no_word] * (_WIDTH - len(words))]
    named = (each.label(f"c{place}") for place, each in enumerate(columns))
    return select(literal_column(str(tag)).label("tag"), *named)


_SURROUNDINGS = union_all(
    _tagged(_VERSION, [practice.c.version], []),
    _tagged(
        _PATIENT,
        [patient.c.actor_id],
        [
            patient.c.number,
            patient.c.family,
            patient.c.given,
            patient.c.birth_date,
            patient.c.sex,
            patient.c.phone,
        ],
    ).where(
        or_(
            patient.c.number == bindparam("number", type_=TEXT),
            patient.c.actor_id == bindparam("patient", type_=KEY),
        )
    ),
    _tagged(
        _KEY, [entry_change.c.entry_id], [entry_change.c.request_fingerprint, entry_change.c.change]
    ).where(entry_change.c.request_key == bindparam("key", type_=TEXT)),
    _tagged(
        _TAKEN,
        [
            allocation.c.actor_id,
            allocation.c.starts_at,
            allocation.c.ends_at,
            allocation.c.entry_id,
            entry.c.type_id,
            entry.c.procedure_id,
        ],
        [entry.c.kind, entry.c.status],
    )
    .select_from(allocation.join(entry, entry.c.id == allocation.c.entry_id))
    .where(
        is_among(
            allocation.c.actor_id,
            "actors",
            or_found=select(patient.c.actor_id)
            .where(patient.c.number == bindparam("number", type_=TEXT))
            .scalar_subquery(),
        ),
        # No allocation is longer than 25 hours: the bound keeps this flat over the years.
        allocation.c.starts_at > bindparam("since"),
        allocation.c.starts_at < bindparam("until"),
        allocation.c.ends_at > bindparam("from"),
        entry.c.status.in_([literal_column(f"'{status.value}'") for status in sorted(OCCUPYING | TENTATIVE)]),
    ),
)
"""One round trip; the statuses are literals, not parameters, for the planner."""


def _taken(row: tuple[Any, ...]) -> Taken:
    # The ids are ints already; naming their types here would cost more than making the value.
    _, actor, starts_at, ends_at, entry_id, type_id, procedure_id, _, status, _, _, _, _ = row
    return Taken(
        actor,
        starts_at,
        ends_at,
        entry_id,
        service_of_entry(type_id, procedure_id),
        int(_STATUSES[status].occupies),
        None,
    )
