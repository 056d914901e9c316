"""Drafts as the requests they become."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from praxidesk.engine.occupancy import participants_of
from praxidesk.engine.offerings import Need
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import (
    BookRequest,
    MoveRequest,
    NewPatient,
    Participant,
    PatientRef,
    SlotNeed,
    SlotRequest,
)
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import EntryKind, Phase, Ranking
from praxidesk.engine.walltime import NonexistentTime, Zone
from praxidesk.ui.booking.draft import (
    Draft,
    Missing,
    Seat,
    Window,
    default_minutes,
    service_of,
    total_minutes,
)
from praxidesk.ui.participants import fitting

NEAR_DAYS, FAR_DAYS = 14, 90
PROPOSALS = 3
RANKED = 60
"""Enough of the best ranked to offer some that lie apart."""


def missing(practice: Practice, draft: Draft, zone: Zone) -> tuple[Missing, ...]:
    """What keeps the draft from being booked, in the order of the dialog."""
    found = []
    had_none = draft.entry is not None and draft.entry.patient is None
    if draft.kind is not EntryKind.BLOCKOUT and draft.patient is None and not had_none:
        found.append(Missing.PATIENT)
    if draft.kind is not EntryKind.BLOCKOUT and service_of(practice, draft) is None:
        found.append(Missing.SERVICE)
    if draft.kind is EntryKind.BLOCKOUT:
        if not draft.reason.strip():
            found.append(Missing.REASON)
        if not any(seat.actor is not None for seat in draft.seats):
            found.append(Missing.PEOPLE)
    if draft.entry is None and any(is_unfit(practice, seat) for seat in draft.seats):
        found.append(Missing.FITTING_PEOPLE)
    if draft.minute is None:
        found.append(Missing.TIME)
    elif starts_at(draft, zone) is None:
        found.append(Missing.NONEXISTENT_TIME)
    return tuple(found)


def is_unfit(practice: Practice, seat: Seat) -> bool:
    """Whether somebody sits where nobody like them may."""
    return (
        seat.actor is not None
        and seat.need is not None
        and seat.actor not in fitting(practice, seat.role, seat.need)
    )


def starts_at(draft: Draft, zone: Zone) -> int | None:
    """The instant of its start, where the time is chosen and exists."""
    if draft.minute is None:
        return None
    wall = datetime.combine(draft.day, time()) + timedelta(minutes=draft.minute)
    try:
        return zone.instant(wall)
    except NonexistentTime:
        return None


def span_of(practice: Practice, draft: Draft, zone: Zone) -> Span | None:
    """From its start to its end."""
    start = starts_at(draft, zone)
    return None if start is None else Span(start, start + 60 * total_minutes(practice, draft))


def booking(draft: Draft, zone: Zone) -> BookRequest:
    """The request; only for a draft that misses nothing.

    For one that edits an entry it is the check whether that entry could be so.
    """
    start = starts_at(draft, zone)
    if start is None:
        raise ValueError("a draft without a time cannot be booked")
    return BookRequest(
        kind=draft.kind,
        starts_at=start,
        participants=_participants(draft),
        type=draft.type,
        procedure=draft.procedure,
        patient=_patient(draft),
        minutes=_minutes(draft),
        phases=_phases(draft),
        fill=_fills(draft),
        override_reason=draft.override_reason,
        note=draft.note,
        reason=draft.reason.strip(),
        entry=draft.entry.id if draft.entry is not None else None,
    )


def change(draft: Draft, zone: Zone) -> MoveRequest | None:
    """What an edited entry is to become; ``None`` where nothing differs."""
    entry = draft.entry
    if entry is None:
        raise ValueError("a draft of nothing yet cannot be a change")
    wish = booking(draft, zone)
    same = MoveRequest(entry.id, entry.version)
    request = same
    if wish.starts_at != entry.starts_at:
        request = replace(request, starts_at=wish.starts_at)
    if draft.type is not None and draft.type != entry.type:
        request = replace(request, type=draft.type)
    if draft.procedure is not None and draft.procedure != entry.procedure:
        request = replace(request, procedure=draft.procedure)
    if entry.phases is not None:
        if draft.procedure == entry.procedure and draft.minutes not in (None, entry.phases.surgery):
            request = replace(request, phases=_phases(draft))
    elif wish.minutes is not None and wish.minutes * 60 != entry.ends_at - entry.starts_at:
        request = replace(request, minutes=wish.minutes)
    if wish.fill or wish.participants != participants_of(entry):
        request = replace(request, participants=wish.participants, fill=wish.fill)
    if draft.patient != entry.patient:
        request = replace(request, patient=wish.patient)
    if draft.note != entry.note:
        request = replace(request, note=draft.note)
    if draft.kind is EntryKind.BLOCKOUT and wish.reason != entry.reason:
        request = replace(request, reason=wish.reason)
    return None if request == same else replace(request, override_reason=draft.override_reason)


def search(
    practice: Practice,
    draft: Draft,
    first_day: date,
    *,
    far: bool = False,
    ranking: Ranking = Ranking.EARLIEST,
) -> SlotRequest:
    """When could this be, from a day on: with those chosen, and anybody fitting on the other seats.

    Near: every start of two weeks, or of the days and hours wished for, to offer different ones; the best few
    where they are ranked otherwise. Far: the first few of three months.
    """
    last, weekdays, between = _wished(draft.window, first_day, far=far)
    return SlotRequest(
        kind=draft.kind,
        first_day=first_day,
        last_day=last,
        type=draft.type,
        procedure=draft.procedure,
        minutes=_search_minutes(practice, draft),
        phases=_phases(draft),
        patient=_known_patient(draft),
        needs=tuple(SlotNeed(_narrowed(practice, seat)) for seat in draft.seats),
        limit=PROPOSALS if far else RANKED if ranking is not Ranking.EARLIEST else 0,
        weekdays=weekdays,
        between=between,
        rank=ranking,
    )


def _wished(
    window: Window | None, first_day: date, *, far: bool
) -> tuple[date, frozenset[int], tuple[int, int]]:
    """Last day, weekdays and hours; what was wished for gives way where it held nothing."""
    last = first_day + timedelta(days=FAR_DAYS if far else NEAR_DAYS)
    every = frozenset(range(7))
    if window is None:
        return last, every, (0, 24 * 60)
    if not far and (window.last_day is None or first_day <= window.last_day):
        return window.last_day or last, window.weekdays, window.between
    return (
        last,
        window.weekdays if window.repeats else every,
        (0, 24 * 60) if window.is_moment else window.between,
    )


def _participants(draft: Draft) -> tuple[Participant, ...]:
    return tuple(
        Participant(seat.actor, seat.role, seat.from_minute, seat.minutes)
        for seat in draft.seats
        if seat.actor is not None
    )


def _fills(draft: Draft) -> bool:
    return any(seat.actor is None and seat.need is not None for seat in draft.seats)


def _phases(draft: Draft) -> Mapping[Phase, int]:
    if draft.kind is not EntryKind.OPERATION or draft.minutes is None:
        return {}
    return {Phase.SURGERY: draft.minutes}


def _minutes(draft: Draft) -> int | None:
    if draft.kind is EntryKind.OPERATION:
        return None
    return (
        default_minutes(None) if draft.minutes is None and draft.kind is EntryKind.BLOCKOUT else draft.minutes
    )


def _patient(draft: Draft) -> PatientRef | None:
    if draft.patient is None or isinstance(draft.patient, NewPatient):
        return draft.patient
    return draft.patient.id


def _known_patient(draft: Draft) -> PatientRef | None:
    patient = _patient(draft)
    return None if isinstance(patient, NewPatient) else patient


def _search_minutes(practice: Practice, draft: Draft) -> int | None:
    if draft.kind is EntryKind.OPERATION:
        return None
    return draft.minutes if draft.minutes is not None else default_minutes(service_of(practice, draft))


def _narrowed(practice: Practice, seat: Seat) -> Need:
    """The seat's need, for the one who is chosen if somebody is."""
    need = seat.need if seat.need is not None else Need(seat.role)
    if seat.actor is None:
        return need
    return Need(need.role, any_of=(practice.actors[seat.actor].code,), phases=need.phases)
