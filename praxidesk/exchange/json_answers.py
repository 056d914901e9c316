"""Outcomes as JSON objects; docs/integrators.md describes them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import (
    Conflict,
    Done,
    Free,
    Invalid,
    Outcome,
    Refused,
    SlotsFound,
)
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import (
    CancelRequest,
    ChangeRequest,
    SlotRequest,
    StatusRequest,
)
from praxidesk.engine.vocabulary import ConflictKind, EntryId, Status
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.asked_patient import asked_number, is_of_somebody_new
from praxidesk.exchange.conflict_messages import message
from praxidesk.exchange.json_milestones import milestones_object
from praxidesk.exchange.json_participants import participant_objects
from praxidesk.exchange.json_slot_answers import slots_answer
from praxidesk.exchange.names import Names

Json = dict[str, object]


def answer(
    outcome: Outcome | SlotsFound,
    practice: Practice,
    zone: Zone,
    request: ChangeRequest | SlotRequest | None = None,
) -> Json:
    """The one object that answers a request.

    Without the ``request`` the patient's number is named always, else only where the request made one.
    """
    names = _names(outcome, practice, zone, request)
    match outcome:
        case Done():
            return _done(outcome, names, name_patient=request is None or is_of_somebody_new(request))
        case Free():
            return _free(outcome, names)
        case Refused():
            return _refused(outcome, names)
        case Invalid():
            errors = [{"field": error.field, "message": error.message} for error in outcome.errors]
            return {"outcome": "invalid", "errors": errors}
        case SlotsFound():
            return slots_answer(outcome, names)


def conflict_objects(
    refused: Refused,
    practice: Practice,
    zone: Zone,
    request: ChangeRequest | None,
    keys: Mapping[EntryId, str],
) -> list[Json]:
    """What speaks against a request, each with the key under which the other entry was booked."""
    names = replace(_names(refused, practice, zone, request), keys=keys)
    return [conflict_object(each, names) for each in refused.conflicts]


def agenda_line(entry: Entry, practice: Practice, zone: Zone) -> Json:
    """An entry with everybody taken for it, the patient among them."""
    numbers = {} if entry.patient is None else {entry.patient.id: entry.patient.number}
    names = Names(practice, zone, numbers)
    appointment_type = None if entry.type is None else practice.types.get(entry.type)
    procedure = None if entry.procedure is None else practice.procedures.get(entry.procedure)
    values: Json = {
        "id": entry.id,
        "version": entry.version,
        "kind": entry.kind.value,
        "status": entry.status.value,
        "type": None if appointment_type is None else appointment_type.code,
        "procedure": None if procedure is None else procedure.code,
        "patient": None if entry.patient is None else entry.patient.number,
        "start": zone.iso(entry.starts_at),
        "end": zone.iso(entry.ends_at),
        "note": entry.note,
        "reason": entry.reason,
        "override": entry.override_reason,
        "participants": [
            {
                "actor": names.code(each.actor),
                "role": each.role.value,
                "start": zone.iso(each.starts_at),
                "end": zone.iso(each.ends_at),
                "blocking": each.blocking,
            }
            | ({} if each.seat is None else {"group": names.code(each.seat)})
            for each in entry.allocations
        ],
    }
    if entry.series is not None:
        values["series"] = entry.series
        if entry.series_day is not None:
            values |= {"series_day": entry.series_day.isoformat(), "exception": entry.is_exception}
    if entry.milestones:
        values["milestones"] = milestones_object(entry, zone)
    return values


def _done(done: Done, names: Names, *, name_patient: bool) -> Json:
    entry = done.entry
    values: Json = {
        "outcome": done.change.value,
        "id": entry.id,
        "version": entry.version,
        "start": names.zone.iso(entry.starts_at),
        "end": names.zone.iso(entry.ends_at),
        "warnings": [conflict_object(each, names) for each in done.warnings],
    }
    if entry.patient is not None and name_patient:
        values["patient"] = entry.patient.number
    if done.replayed:
        values["replayed"] = True
    return values


def _free(free: Free, names: Names) -> Json:
    return {
        "outcome": "free",
        "start": names.zone.iso(free.span.start),
        "end": names.zone.iso(free.span.end),
        "participants": participant_objects(free.participants, names),
        "warnings": [conflict_object(each, names) for each in free.warnings],
    }


def _refused(refused: Refused, names: Names) -> Json:
    conflicts = [conflict_object(each, names) for each in refused.conflicts]
    values: Json = {
        "outcome": "refused",
        "conflicts": conflicts,
        "alternatives": [
            {
                "start": names.zone.iso(slot.starts_at),
                "participants": participant_objects(slot.participants, names),
            }
            for slot in refused.alternatives
        ],
    }
    if refused.current is not None:
        current = agenda_line(refused.current, names.practice, names.zone)
        values["current"] = current
        for conflict in conflicts:
            if conflict["kind"] == ConflictKind.STALE_VERSION:
                conflict["current"] = current
    return values


def conflict_object(conflict: Conflict, names: Names) -> Json:
    """One thing that speaks against a request."""
    values: Json = {
        "kind": conflict.kind.value,
        "severity": conflict.severity.value,
        "actor": names.code(conflict.actor),
        "entry": conflict.entry,
        "start": names.zone.iso(conflict.span.start),
        "end": names.zone.iso(conflict.span.end),
        "message": message(conflict, names),
    }
    if conflict.role is not None:
        values["role"] = conflict.role.value
    if conflict.entry is not None and conflict.entry in names.keys:
        values["entry_key"] = names.keys[conflict.entry]
    return values


def _names(
    outcome: Outcome | SlotsFound,
    practice: Practice,
    zone: Zone,
    request: ChangeRequest | SlotRequest | None,
) -> Names:
    entries = list(_entries(outcome))
    return Names(
        practice,
        zone,
        {entry.patient.id: entry.patient.number for entry in entries if entry.patient is not None},
        asked_number(request),
        statuses={entry.id: entry.status for entry in entries},
        wanted_status=_wanted_status(request),
    )


def _entries(outcome: Outcome | SlotsFound) -> Iterator[Entry]:
    """Every entry that an outcome knows."""
    if isinstance(outcome, Done):
        yield from (each for each in (outcome.before, outcome.entry) if each is not None)
    elif isinstance(outcome, Refused):
        yield from outcome.others
        if outcome.current is not None:
            yield outcome.current


def _wanted_status(request: ChangeRequest | SlotRequest | None) -> Status | None:
    if isinstance(request, CancelRequest):
        return Status.CANCELLED
    return request.status if isinstance(request, StatusRequest) else None
