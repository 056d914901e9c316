"""All that a booking must know of the store, in one statement."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    bindparam,
    func,
    literal_column,
    null,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy import cast as sql_cast

from praxidesk.engine.diaries import STAY_OF_MARK, Diaries, Diary
from praxidesk.engine.entries import PatientOnEntry, Taken
from praxidesk.engine.outcomes import Change
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    NOBODY,
    OCCUPYING,
    ActorId,
    EntryId,
    ProcedureId,
    ServiceId,
    TypeId,
)
from praxidesk.models.entry_queries import PATIENT_COLUMNS, patient_on_entry
from praxidesk.models.gathered import gathered, listed
from praxidesk.models.id_list import IdList, is_among
from praxidesk.models.raw_rows import collection_paused, fetch_all
from praxidesk.models.schema import INSTANT, KEY, LONGEST_SECONDS, TEXT
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
    """Occupying and tentative allocations that share time with the span, in no particular order."""


@dataclass(frozen=True, slots=True)
class Columns:
    """As much of the state of the store as a search over months needs."""

    practice_version: int
    patient: ActorId | None
    """The one asked for."""
    diaries: Diaries
    """Occupying and tentative allocations that share time with the span."""


def surroundings(
    connection: Connection,
    actors: Iterable[ActorId],
    span: Span,
    *,
    services: Iterable[ServiceId] = (),
    patient_number: str | None = None,
    patient_id: ActorId | None = None,
    key: str | None = None,
) -> Facts:
    """When these actors, and the patient of this number, are taken; and whether the key is known.

    The patient may be named by id instead, who then is among the actors where their time matters.

    :param services: besides, all their entries as wholes, whoever takes part: taken by ``NOBODY``
    """
    wanted = set(services)
    statements = _STATEMENTS[connection.dialect.name]
    asked = _where_and_who(actors, span, patient_number, patient_id)
    if key is None:
        # A viewer may not read keys, and has none.
        statement = statements.keyless_with_services if wanted else statements.keyless
    else:
        statement = statements.with_services if wanted else statements.surroundings
        asked["key"] = key
    if wanted:
        asked |= {
            "types": [TypeId(each) for each in wanted if each > 0],
            "procedures": [ProcedureId(-each) for each in wanted if each < 0],
        }
    with collection_paused():
        rows = fetch_all(connection, statement, asked)
        version = 0
        who = known = None
        taken: list[tuple[Any, ...]] = []
        for row in rows:
            tag = row[0]
            if tag >= NOBODY:
                taken.append(row)
            elif tag == _VERSION:
                version = row[1]
            elif tag == _PATIENT:
                who = patient_on_entry(row[1], *json.loads(row[-1]))
            else:
                fingerprint, change = json.loads(row[-1])
                known = KnownKey(fingerprint, Change(change), EntryId(row[1]))
        return Facts(version, who, known, tuple(map(_taken, map(_ALLOCATION_OF_ROW, taken))))


def columns(
    connection: Connection,
    actors: Iterable[ActorId],
    span: Span,
    *,
    patient_number: str | None = None,
    patient_id: ActorId | None = None,
) -> Columns:
    """The same for a search that needs to know of no single entry, in a fraction of the time.

    The store hands out each actor's allocations as two lists: making a row of each is what costs.
    """
    with collection_paused():
        asked = _where_and_who(actors, span, patient_number, patient_id)
        version = 0
        who: ActorId | None = None
        diaries: dict[ActorId, Diary] = {}
        for actor, starts, stays in fetch_all(
            connection, _STATEMENTS[connection.dialect.name].columns, asked
        ):
            if actor == _VERSION:
                version = int(starts)
            elif actor == _PATIENT:
                who = ActorId(int(starts))
            else:
                diaries[actor] = Diary(json.loads(starts), json.loads(stays))
        return Columns(version, who, diaries)


def _where_and_who(
    actors: Iterable[ActorId], span: Span, patient_number: str | None, patient_id: ActorId | None
) -> dict[str, Any]:
    return {
        "actors": list(actors),
        "since": span.start - LONGEST_SECONDS,
        "from": span.start,
        "until": span.end,
        "number": patient_number,
        "patient": patient_id,
    }


_VERSION, _PATIENT, _KNOWN_KEY = -1, -2, -3
"""Stand in the place of the actor, of whom none has such an id."""
_WIDTH = len(Taken._fields)
_ALLOCATION_OF_ROW = itemgetter(slice(_WIDTH))
_taken = partial(tuple.__new__, Taken)
"""A row as the value it already is but for its name: ``Taken._make`` without a step of Python."""


def _tagged(
    tag: int, numbers: Sequence[ColumnElement[Any]], words: ColumnElement[Any] | None = None
) -> Select[Any]:
    """A part of the union that is no allocation: its tag, its numbers, and its words in one column."""
    rest = [sql_cast(null(), KEY)] * (_WIDTH - 1 - len(numbers))
    last = sql_cast(null(), TEXT) if words is None else words
    return _named([literal_column(str(tag)), *numbers, *rest, last])


def _named(columns: Sequence[ColumnElement[Any]]) -> Select[Any]:
    return select(*(each.label(f"c{place}") for place, each in enumerate(columns)))


_IS_PATIENT = or_(
    patient.c.number == bindparam("number", type_=TEXT),
    patient.c.actor_id == bindparam("patient", type_=KEY),
)
OCCUPIES: ColumnElement[int] = literal_column("2") - allocation.c.occupancy
"""1, or 0 where it is only tentative."""
_BY_NUMBER = (
    select(patient.c.actor_id).where(patient.c.number == bindparam("number", type_=TEXT)).scalar_subquery()
)


def _standing(dialect: str, columns: Sequence[ColumnElement[Any]], *, grouped: bool = False) -> Select[Any]:
    """The allocations of those asked for, or a row for each of those who have any.

    No allocation is longer than 25 hours: a bound on both sides of the starts keeps this flat over the years.
    """
    since, until = bindparam("since", type_=INSTANT), bindparam("until", type_=INSTANT)
    if dialect == "sqlite":
        found = _named(columns).where(
            is_among(allocation.c.actor_id, "actors", or_found=_BY_NUMBER),
            allocation.c.starts_at > since,
            allocation.c.starts_at < until,
            allocation.c.ends_at > bindparam("from"),
            allocation.c.occupancy > literal_column("0"),
        )
        return found.group_by(allocation.c.actor_id) if grouped else found
    # One search of the actors' index for each of them, and only by whose and when: what could be compared
    # in the index besides is put so that it cannot. From version 18 on the server takes that for a reason
    # to jump about in it, finds this dear, and reads everybody's by the index of the starts instead.
    asked = select(
        func.unnest(func.array_append(bindparam("actors", type_=IdList()), _BY_NUMBER)).label("id")
    )
    one = asked.distinct().subquery("asked")
    nothing: ColumnElement[int] = literal_column("0")
    near = _named(columns).where(
        allocation.c.actor_id == one.c.id,
        allocation.c.starts_at > since,
        allocation.c.starts_at < until,
        allocation.c.ends_at + nothing > bindparam("from", type_=INSTANT),
        allocation.c.occupancy + nothing > nothing,
    )
    # Either keeps the search of one actor a plan of its own, instead of a join with the whole table.
    near = near.group_by(allocation.c.actor_id) if grouped else near.offset(literal_column("0"))
    each = near.lateral("near")
    return select(*each.c).select_from(one.join(each, true()))


_ENTRIES_OF_SERVICES = [
    _named(
        [
            literal_column(str(NOBODY)),
            entry.c.starts_at,
            entry.c.ends_at,
            entry.c.id,
            service,
            literal_column("1"),
            sql_cast(null(), KEY),
            sql_cast(null(), TEXT),
        ]
    ).where(
        is_among(column, parameter),
        entry.c.starts_at > bindparam("since"),
        entry.c.starts_at < bindparam("until"),
        entry.c.ends_at > bindparam("from"),
        entry.c.status.in_([literal_column(f"'{status.value}'") for status in sorted(OCCUPYING)]),
    )
    for column, parameter, service in (
        (entry.c.type_id, "types", entry.c.type_id),
        (entry.c.procedure_id, "procedures", -entry.c.procedure_id),
    )
]
"""The statuses are literals, not parameters, for the planner."""

_KNOWN = (
    _tagged(_VERSION, [practice.c.version]),
    _tagged(
        _PATIENT,
        [patient.c.actor_id],
        listed(*PATIENT_COLUMNS[1:]),
    ).where(_IS_PATIENT),
    _tagged(
        _KNOWN_KEY,
        [entry_change.c.entry_id],
        listed(entry_change.c.request_fingerprint, entry_change.c.change),
    ).where(entry_change.c.request_key == bindparam("key", type_=TEXT)),
)
_ALLOCATION = (
    allocation.c.actor_id,
    allocation.c.starts_at,
    allocation.c.ends_at,
    allocation.c.entry_id,
    allocation.c.service,
    OCCUPIES,
    allocation.c.group_id,
    sql_cast(null(), TEXT),
)
"""In the order in which ``Taken`` has its fields."""
_NO_TEXT = sql_cast(null(), TEXT)
_KNOWN_TO_SEARCHES = (
    _named([literal_column(str(_VERSION)), sql_cast(practice.c.version, TEXT), _NO_TEXT]),
    _named([literal_column(str(_PATIENT)), sql_cast(patient.c.actor_id, TEXT), _NO_TEXT]).where(_IS_PATIENT),
)
_DIARY = (
    allocation.c.actor_id,
    gathered(allocation.c.starts_at),
    gathered(
        (allocation.c.service * literal_column("2") + OCCUPIES) * literal_column(str(STAY_OF_MARK))
        + allocation.c.ends_at
        - allocation.c.starts_at
    ),
)
"""Both lists of an actor have the same order: the store goes through its allocations once."""


class _Statements(NamedTuple):
    """One round trip each."""

    surroundings: CompoundSelect[Any]
    with_services: CompoundSelect[Any]
    keyless: CompoundSelect[Any]
    keyless_with_services: CompoundSelect[Any]
    columns: CompoundSelect[Any]


def _statements(dialect: str) -> _Statements:
    rows = _standing(dialect, _ALLOCATION)
    return _Statements(
        union_all(*_KNOWN, rows),
        union_all(*_KNOWN, rows, *_ENTRIES_OF_SERVICES),
        union_all(*_KNOWN[:-1], rows),
        union_all(*_KNOWN[:-1], rows, *_ENTRIES_OF_SERVICES),
        union_all(*_KNOWN_TO_SEARCHES, _standing(dialect, _DIARY, grouped=True)),
    )


_STATEMENTS = {dialect: _statements(dialect) for dialect in ("sqlite", "postgresql")}
