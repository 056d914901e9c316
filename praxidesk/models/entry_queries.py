"""Entries with everybody taken for them: two statements, however many there are."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    Text,
    and_,
    bindparam,
    case,
    cast,
    func,
    select,
)

from praxidesk.engine.entries import Allocation, Entry, PatientOnEntry, Reached
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.outcomes import Change, RecordedChange
from praxidesk.engine.pauses import pausing
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    GONE,
    ActorId,
    EntryId,
    EntryKind,
    Milestone,
    ProcedureId,
    Role,
    SeriesId,
    Status,
    TypeId,
)
from praxidesk.models.gathered import joined
from praxidesk.models.id_list import is_among
from praxidesk.models.joint_rows import JointStatement, fetch_jointly
from praxidesk.models.raw_rows import collection_paused, fetch_all, fetch_many
from praxidesk.models.schema import LONGEST_SECONDS
from praxidesk.models.span_list import asked_spans, shares_time_with_any
from praxidesk.models.tables import allocation, entry, entry_change, milestone, milestone_change, patient

EntryRows = tuple[Sequence[Sequence[Any]], Sequence[Sequence[Any]]]
"""Of the entries, and of everybody taken for them."""
_KINDS = {kind.value: kind for kind in EntryKind}
_STATUSES = {status.value: status for status in Status}
_ROLES = {role.value: role for role in Role}
_CHANGES = {change.value: change for change in Change}
_ENDED = frozenset({Status.FULFILLED, Status.NOSHOW})
_MILESTONES = {each.value: (place, each) for place, each in enumerate(Milestone)}


def entries(connection: Connection, span: Span, actors: Iterable[ActorId] | None = None) -> tuple[Entry, ...]:
    """Every entry that shares time with the span, of any status, by start and then id.

    With ``actors``: only those in which one of them takes part.
    """
    asked = asked_of(span)
    if actors is None:
        return _load(connection, IN_SPAN, asked)
    asked["actors"] = actors if isinstance(actors, Sequence) else list(actors)
    asked["far"] = span.end + LONGEST_SECONDS
    return _load(connection, _OF_ACTORS_IN_SPAN, asked)


def entries_in(connection: Connection, spans: Iterable[Span]) -> tuple[Entry, ...]:
    """Every entry that shares time with one of the spans, of any status, by start and then id."""
    return _load(connection, _IN_SPANS, asked_spans(spans))


def entry_rows(connection: Connection, span: Span) -> EntryRows:
    """The rows of the same, of which ``entries_of`` makes entries once nobody waits for the connection."""
    return _rows(connection, IN_SPAN, asked_of(span))


def entries_by_id(connection: Connection, ids: Iterable[EntryId]) -> tuple[Entry, ...]:
    """Those of the entries that exist, by start and then id."""
    return _load(connection, _BY_ID, {"ids": list(ids)})


def few_entries(connection: Connection, ids: Iterable[EntryId]) -> tuple[Entry, ...]:
    """The same of some dozens, in one statement; none for none."""
    wanted = list(ids)
    if not wanted:
        return ()
    with collection_paused():
        heads, parts = fetch_jointly(connection, _FEW, {"ids": wanted})
    return entries_of((heads, parts))


def entries_without_room(connection: Connection, span: Span, limit: int) -> tuple[Entry, ...]:
    """Operations that start in the span, have no room, and are not over or gone: by start and then id."""
    asked = {"from": span.start, "until": span.end, "limit": limit}
    return _load(connection, _WITHOUT_ROOM, asked)


def entry_by_id(connection: Connection, id_: EntryId) -> Entry | None:
    """One entry, if it exists."""
    found = few_entries(connection, [id_])
    return found[0] if found else None


def history(connection: Connection, id_: EntryId) -> tuple[RecordedChange, ...]:
    """What was done to an entry, newest first."""
    return tuple(
        RecordedChange(
            version, _CHANGES[change], _STATUSES[status], at, Span(starts_at, ends_at), _listed(milestones)
        )
        for version, change, status, at, starts_at, ends_at, milestones in fetch_all(
            connection, _HISTORY, {"id": id_}
        )
    )


def asked_of(span: Span) -> dict[str, Any]:
    """The parameters of ``SHARES_TIME``."""
    return {"since": span.start - LONGEST_SECONDS, "from": span.start, "until": span.end}


PATIENT_COLUMNS = (
    patient.c.actor_id,
    patient.c.number,
    patient.c.family,
    patient.c.given,
    patient.c.birth_date,
    patient.c.sex,
    patient.c.phone,
)
"""What :func:`patient_on_entry` takes, in its order."""


def patient_on_entry(  # noqa: PLR0917 - the columns, as a row has them
    id_: int, number: str, family: str, given: str, birth_date: str | None, sex: str, phone: str
) -> PatientOnEntry:
    """A patient from the columns as they are stored."""
    born = date.fromisoformat(birth_date) if birth_date else None
    return PatientOnEntry(ActorId(id_), number, family, given, born, sex, phone)


def _in_one_text(
    kind: ColumnElement[str], time: ColumnElement[str], where: ColumnElement[bool]
) -> ScalarSelect[str]:
    """Milestones as ``kind=time,kind=time``: a list in one column, so that they cost no statement."""
    return select(joined(kind + "=" + time)).where(where).scalar_subquery()


def _listed(text: str | None) -> tuple[tuple[Milestone, int | None], ...]:
    """The same text as values, in the order of the milestones."""
    if not text:
        return ()
    pairs = (each.split("=") for each in text.split(","))
    found = sorted((*_MILESTONES[kind], time) for kind, time in pairs)
    return tuple((each, int(time) if time else None) for _, each, time in found)


_ENTRY_COLUMNS = (
    entry.c.id,
    entry.c.version,
    entry.c.kind,
    entry.c.status,
    entry.c.starts_at,
    entry.c.ends_at,
    entry.c.type_id,
    entry.c.procedure_id,
    entry.c.setup_minutes,
    entry.c.surgery_minutes,
    entry.c.closing_minutes,
    entry.c.cleaning_minutes,
    entry.c.note,
    entry.c.reason,
    entry.c.override_reason,
    entry.c.series_id,
    entry.c.series_day,
    entry.c.is_exception,
    # Of operations alone: the many appointments of a month are not asked.
    case(
        (
            entry.c.kind == EntryKind.OPERATION.value,
            _in_one_text(
                milestone.c.kind, cast(milestone.c.reached_at, Text), milestone.c.entry_id == entry.c.id
            ),
        )
    ),
    *PATIENT_COLUMNS,
)
ALLOCATION_COLUMNS = (
    allocation.c.entry_id,
    allocation.c.actor_id,
    allocation.c.role,
    allocation.c.starts_at,
    allocation.c.ends_at,
    allocation.c.blocking,
    allocation.c.own_part,
    allocation.c.group_id,
    allocation.c.turnover,
)

_Pair = tuple[Select[Any], Select[Any]]


def _pair(where: ColumnElement[bool]) -> _Pair:
    """The two statements that load the entries of a condition."""
    heads = (
        select(*_ENTRY_COLUMNS)
        .select_from(entry.outerjoin(patient, patient.c.actor_id == entry.c.patient_id))
        .where(where)
        .order_by(entry.c.starts_at, entry.c.id)
    )
    parts = (
        select(*ALLOCATION_COLUMNS)
        .select_from(allocation.join(entry, entry.c.id == allocation.c.entry_id))
        .where(where)
        .order_by(entry.c.starts_at, entry.c.id, allocation.c.id)  # the index's own order: nothing to sort
    )
    return heads, parts


SHARES_TIME = and_(
    # No entry is longer than 25 hours: this bound keeps the past out, however many years it has.
    entry.c.starts_at > bindparam("since"),
    entry.c.starts_at < bindparam("until"),
    entry.c.ends_at > bindparam("from"),
)
_other = allocation.alias("other")
IN_SPAN = _pair(SHARES_TIME)
_IN_SPANS = _pair(shares_time_with_any(entry.c.id))
_OF_ACTORS_IN_SPAN = _pair(
    and_(
        SHARES_TIME,
        entry.c.id.in_(
            select(_other.c.entry_id).where(
                is_among(_other.c.actor_id, "actors"),
                _other.c.starts_at > bindparam("since"),
                _other.c.starts_at < bindparam("far"),
            )
        ),
    )
)
_roomless = (
    select(entry.c.id)
    .where(
        entry.c.starts_at >= bindparam("from"),
        entry.c.starts_at < bindparam("until"),
        entry.c.kind == EntryKind.OPERATION.value,
        entry.c.status.in_([each.value for each in Status if each not in GONE | _ENDED]),
        ~select(_other.c.id)
        .where(_other.c.entry_id == entry.c.id, _other.c.role == Role.ROOM.value)
        .exists(),
    )
    .order_by(entry.c.starts_at, entry.c.id)
    .limit(bindparam("limit"))
)
_WITHOUT_ROOM = _pair(entry.c.id.in_(_roomless.correlate(None)))
_BY_ID = _pair(is_among(entry.c.id, "ids"))
_FEW = JointStatement.of(*_BY_ID)
_HISTORY = (
    select(
        entry_change.c.version,
        entry_change.c.change,
        entry_change.c.status,
        entry_change.c.changed_at,
        entry_change.c.starts_at,
        entry_change.c.ends_at,
        _in_one_text(
            milestone_change.c.kind,
            func.coalesce(cast(milestone_change.c.reached_at, Text), ""),
            and_(
                milestone_change.c.entry_id == entry_change.c.entry_id,
                milestone_change.c.version == entry_change.c.version,
            ),
        ),
    )
    .where(entry_change.c.entry_id == bindparam("id"))
    .order_by(entry_change.c.version.desc())
)


def _load(connection: Connection, pair: _Pair, asked: Mapping[str, Any]) -> tuple[Entry, ...]:
    return entries_of(_rows(connection, pair, asked))


def _rows(connection: Connection, pair: _Pair, asked: Mapping[str, Any]) -> EntryRows:
    with collection_paused():
        return fetch_many(connection, pair[0], asked), fetch_many(connection, pair[1], asked)


def entries_of(rows: EntryRows) -> tuple[Entry, ...]:
    """What the rows say; it may pause, and needs no connection."""
    heads, taken = rows
    with collection_paused():
        parts: dict[int, list[Allocation]] = {row[0]: [] for row in heads}
        for row in pausing(taken):
            entry_id, actor_id, role, starts_at, ends_at, blocking, own_part, group_id, turnover = row
            of_entry = parts.get(entry_id)
            if of_entry is not None:
                of_entry.append(
                    Allocation(
                        actor_id,
                        _ROLES[role],
                        starts_at,
                        ends_at,
                        blocking != 0,
                        own_part != 0,
                        group_id,
                        turnover,
                    )
                )
        patients: dict[int, PatientOnEntry] = {}
        return tuple([_entry(row, parts[row[0]], patients) for row in pausing(heads)])


def _entry(row: Sequence[Any], parts: list[Allocation], patients: dict[int, PatientOnEntry]) -> Entry:
    patient_id = row[19]
    who = None
    if patient_id is not None:
        who = patients.get(patient_id)
        if who is None:
            who = patients[patient_id] = patient_on_entry(*row[19:])
    kind = _KINDS[row[2]]
    return Entry(
        EntryId(row[0]),
        row[1],
        kind,
        _STATUSES[row[3]],
        row[4],
        row[5],
        TypeId(row[6]) if row[6] is not None else None,
        ProcedureId(row[7]) if row[7] is not None else None,
        PhaseMinutes(*row[8:12]) if kind is EntryKind.OPERATION else None,
        who,
        row[12],
        row[13],
        row[14],
        tuple(parts),
        SeriesId(row[15]) if row[15] is not None else None,
        date.fromisoformat(row[16]) if row[16] is not None else None,
        bool(row[17]),
        _reached(row[18]) if row[18] else (),
    )


def _reached(text: str) -> tuple[Reached, ...]:
    return tuple(Reached(each, at) for each, at in _listed(text) if at is not None)
