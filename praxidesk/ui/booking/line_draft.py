"""The reading of a typed line as a draft, over what the sheet was opened on."""

from dataclasses import replace
from datetime import date

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import NewPatient
from praxidesk.engine.typed_values import Reading
from praxidesk.engine.vocabulary import ActorId, ActorKind, EntryKind, ProcedureId, TypeId
from praxidesk.ui.booking.draft import (
    Draft,
    Window,
    total_minutes,
    with_kind,
    with_person,
    with_procedure,
    with_type,
)
from praxidesk.ui.booking.draft_requests import is_unfit


def drafted(
    practice: Practice,
    base: Draft,
    reading: Reading,
    patient: PatientOnEntry | NewPatient | None,
    today: date,
    *,
    keeps_service: bool = False,
) -> Draft:
    """What the line asks for; what it leaves open is as in ``base``.

    :param keeps_service: the type of ``base`` was chosen, not only proposed
    """
    draft = _served(practice, base, reading, keeps_service=keeps_service)
    for actor in reading.actors:
        if all(seat.actor != actor for seat in draft.seats):
            draft = _seated(practice, draft, actor)
    if reading.minutes is not None:
        draft = replace(draft, minutes=reading.minutes)
    draft = replace(draft, patient=patient if patient is not None else base.patient)
    return _timed(practice, draft, reading, today)


def _served(practice: Practice, base: Draft, reading: Reading, *, keeps_service: bool) -> Draft:
    """With the type or procedure named, kept, or else the first that those named can do."""
    if reading.service is None and keeps_service and not reading.actors:
        return base
    draft = replace(base, seats=(), wished=_wished(practice, base, reading))
    if reading.service is not None and reading.service > 0:
        appointment = replace(draft, kind=EntryKind.APPOINTMENT)
        return with_type(practice, appointment, TypeId(reading.service))
    if reading.service is not None:
        operation = replace(draft, kind=EntryKind.OPERATION)
        return with_procedure(practice, operation, ProcedureId(-reading.service))
    if keeps_service and base.type is not None:
        return with_type(practice, draft, base.type)
    if keeps_service and base.procedure is not None:
        return replace(with_procedure(practice, draft, base.procedure), minutes=base.minutes)
    return with_kind(practice, draft, base.kind)


def _wished(practice: Practice, base: Draft, reading: Reading) -> tuple[ActorId, ...]:
    """Those named, and of those pointed at whom nobody of their kind was named instead."""
    kinds = {practice.actors[each].kind for each in reading.actors}
    kept = (each for each in base.wished if practice.actors[each].kind not in kinds)
    return (*reading.actors, *kept)


def _seated(practice: Practice, draft: Draft, actor: ActorId) -> Draft:
    """Somebody who fits no open seat: beside the team, or on a seat that says so."""
    if practice.actors[actor].kind is ActorKind.PRACTITIONER:
        for index, seat in enumerate(draft.seats):
            if (
                seat.need is not None
                and seat.role.actor_kind is ActorKind.PRACTITIONER
                and seat.actor is None
            ):
                unfit = replace(seat, actor=actor)
                return replace(draft, seats=(*draft.seats[:index], unfit, *draft.seats[index + 1 :]))
    return with_person(practice, draft, actor)


def _timed(practice: Practice, draft: Draft, reading: Reading, today: date) -> Draft:
    days, moment, between = reading.days, reading.moment, reading.between
    if days is None and moment is None and between is None:
        return draft
    day = days.first if days is not None else max(draft.day, today)
    single = days.single if days is not None else None
    if moment is not None and single is not None:
        return replace(draft, day=single, minute=moment.minute, window=None)
    hours = (0, 24 * 60)
    if moment is not None:
        hours = (moment.minute, min(24 * 60, moment.minute + total_minutes(practice, draft)))
    elif between is not None:
        hours = (between.start, between.end)
    window = Window(
        days.last if days is not None else None,
        days.weekdays if days is not None else frozenset(range(7)),
        hours,
        repeats=days is not None and days.repeats,
        is_moment=moment is not None,
    )
    return replace(draft, day=day, minute=None, window=window)


def unfit_actors(practice: Practice, draft: Draft) -> frozenset[ActorId]:
    """Who sits where nobody like them may."""
    return frozenset(
        seat.actor for seat in draft.seats if seat.actor is not None and is_unfit(practice, seat)
    )
