"""A booking while it is being thought of: a value, and the steps from one to the next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TypeVar

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.occupancy import participants_of
from praxidesk.engine.offerings import AppointmentType, Need, Procedure
from praxidesk.engine.outcomes import Slot
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import NewPatient, Participant
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import ActorId, EntryKind, ProcedureId, Role, TypeId
from praxidesk.engine.walltime import Zone
from praxidesk.ui.participants import fitting, plays, roles_of

_Id = TypeVar("_Id", TypeId, ProcedureId)


@dataclass(frozen=True, slots=True)
class Seat:
    """One place in the team: a need of the type or procedure, or somebody beyond the needs."""

    role: Role
    need: Need | None = None
    actor: ActorId | None = None
    """``None``: whoever is free first."""
    from_minute: int | None = None
    """Own part, as a participant has it; kept, not edited here."""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Days and hours that were wished for, while no time is chosen."""

    last_day: date | None = None
    """Included; ``None``: any from the draft's day on."""
    weekdays: frozenset[int] = frozenset(range(7))
    between: tuple[int, int] = (0, 24 * 60)
    """Minutes of wall time within which it shall lie."""
    repeats: bool = False
    """The same weekdays of later weeks will do as well."""
    is_moment: bool = False
    """``between`` is one time of day: any other will do where it has nothing."""

    def holds(self, zone: Zone, slot: Slot) -> bool:
        """Whether a slot is what was wished for."""
        start, end = zone.local(slot.starts_at), zone.local(slot.ends_at - 1)
        day = start.date()
        return (
            (self.last_day is None or day <= self.last_day)
            and day.weekday() in self.weekdays
            and self.between[0] <= start.hour * 60 + start.minute
            and (end.date(), end.hour * 60 + end.minute) < (day, self.between[1])
        )


class Missing(Enum):
    """What a draft still lacks before it can be booked."""

    PATIENT = "patient"
    SERVICE = "service"
    """A type or procedure."""
    TIME = "time"
    NONEXISTENT_TIME = "nonexistent_time"
    """Summer time begins; the clock skips this one."""
    PEOPLE = "people"
    """A blockout blocks nobody."""
    FITTING_PEOPLE = "fitting_people"
    """Somebody was named who does not do this."""
    REASON = "reason"
    """A blockout has to say what it is."""

    @property
    def can_wait(self) -> bool:
        """Whether free time can be looked for without it."""
        return self in (Missing.PATIENT, Missing.REASON)


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything a booking dialog knows; what is ``None`` is still open."""

    kind: EntryKind
    day: date
    minute: int | None = None
    """Start, in minutes of local wall time."""
    patient: PatientOnEntry | NewPatient | None = None
    type: TypeId | None = None
    procedure: ProcedureId | None = None
    minutes: int | None = None
    """Length (of an operation, of its surgery); ``None``: as the type or procedure says."""
    seats: tuple[Seat, ...] = ()
    note: str = ""
    reason: str = ""
    """Of a blockout."""
    override_reason: str | None = None
    entry: Entry | None = None
    """What is being edited."""
    wished: tuple[ActorId, ...] = ()
    """Whose column was pointed at: preferred wherever they fit."""
    window: Window | None = None
    """Where free time is looked for first."""


def service_of(practice: Practice, draft: Draft) -> AppointmentType | Procedure | None:
    """The type or procedure chosen."""
    return practice.service(draft.type, draft.procedure)


def default_minutes(service: AppointmentType | Procedure | None) -> int:
    """What the minutes field starts with."""
    if isinstance(service, Procedure):
        return service.phases.surgery
    return service.minutes if service is not None else 30


def total_minutes(practice: Practice, draft: Draft) -> int:
    """From the first to the last minute of it."""
    service = service_of(practice, draft)
    own = draft.minutes if draft.minutes is not None else default_minutes(service)
    if (
        draft.entry is not None
        and draft.entry.phases is not None
        and draft.procedure == draft.entry.procedure
    ):
        return draft.entry.phases.total - draft.entry.phases.surgery + own
    if isinstance(service, Procedure):
        return service.phases.total - service.phases.surgery + own
    return own


def first_draft(
    practice: Practice,
    kind: EntryKind,
    day: date,
    minute: int | None = None,
    *,
    wished: Iterable[ActorId] = (),
) -> Draft:
    """What a dialog opens with: the place pointed at, and the first type that those wished for can do."""
    draft = Draft(kind, day, minute, wished=tuple(wished))
    return with_kind(practice, draft, kind)


def with_kind(practice: Practice, draft: Draft, kind: EntryKind) -> Draft:
    """The same wish as an appointment, operation or blockout."""
    draft = replace(draft, kind=kind, type=None, procedure=None, seats=())
    if kind is EntryKind.APPOINTMENT:
        options = {id_: each.need for id_, each in practice.types.items()}
        chosen = _first_fitting(practice, options, draft.wished)
        return with_type(practice, draft, chosen) if chosen is not None else draft
    if kind is EntryKind.OPERATION:
        procedures = {id_: each.need for id_, each in practice.procedures.items()}
        procedure = _first_fitting(practice, procedures, draft.wished)
        return with_procedure(practice, draft, procedure) if procedure is not None else draft
    return replace(draft, patient=None, seats=_seats_beyond(practice, (), draft.wished))


def with_type(practice: Practice, draft: Draft, chosen: TypeId) -> Draft:
    """Another appointment type: its needs, its length, the same people where they fit."""
    return _with_needs(practice, replace(draft, type=chosen, procedure=None), practice.types[chosen].need)


def with_procedure(practice: Practice, draft: Draft, chosen: ProcedureId) -> Draft:
    """Another procedure, in the same way."""
    needs = practice.procedures[chosen].need
    return _with_needs(practice, replace(draft, procedure=chosen, type=None, minutes=None), needs)


def with_seat(draft: Draft, index: int, actor: ActorId | None) -> Draft:
    """Somebody else on one seat."""
    seat = replace(draft.seats[index], actor=actor)
    return replace(draft, seats=(*draft.seats[:index], seat, *draft.seats[index + 1 :]))


def with_person(practice: Practice, draft: Draft, actor: ActorId) -> Draft:
    """One more, beyond the needs."""
    role = roles_of(practice.actors[actor])[0]
    return replace(draft, seats=(*draft.seats, Seat(role, actor=actor)))


def without_seat(draft: Draft, index: int) -> Draft:
    """One fewer."""
    return replace(draft, seats=(*draft.seats[:index], *draft.seats[index + 1 :]))


def with_slot(draft: Draft, zone: Zone, slot: Slot) -> Draft:
    """The time and people of a proposal."""
    start = zone.local(slot.starts_at)
    needs = tuple(seat.need for seat in draft.seats if seat.need is not None)
    return replace(
        draft,
        day=start.date(),
        minute=start.hour * 60 + start.minute,
        seats=_seated(needs, slot.participants),
        override_reason=None,
    )


def of_entry(practice: Practice, zone: Zone, entry: Entry) -> Draft:
    """An entry as it is, to be edited."""
    start = zone.local(entry.starts_at)
    service = practice.service(entry.type, entry.procedure)
    length = (entry.ends_at - entry.starts_at) // MINUTE
    return Draft(
        kind=entry.kind,
        day=start.date(),
        minute=start.hour * 60 + start.minute,
        patient=entry.patient,
        type=entry.type,
        procedure=entry.procedure,
        minutes=entry.phases.surgery if entry.phases is not None else length,
        seats=_seated(service.need if service is not None else (), participants_of(entry)),
        note=entry.note,
        reason=entry.reason if entry.kind is EntryKind.BLOCKOUT else "",
        entry=entry,
    )


def _with_needs(practice: Practice, draft: Draft, needs: tuple[Need, ...]) -> Draft:
    people = tuple(seat.actor for seat in draft.seats if seat.actor is not None)
    return replace(draft, seats=_seats_beyond(practice, needs, (*people, *draft.wished)))


def _seats_beyond(
    practice: Practice, needs: tuple[Need, ...], people: tuple[ActorId, ...]
) -> tuple[Seat, ...]:
    """A seat for each need, taken by the first person who fits; without needs, one for each person."""
    if not needs:
        return tuple(Seat(roles_of(practice.actors[each])[0], actor=each) for each in dict.fromkeys(people))
    left = list(dict.fromkeys(people))
    seats = []
    for need in needs:
        taker = next((each for each in left if each in fitting(practice, need.role, need)), None)
        if taker is not None:
            left.remove(taker)
        seats.append(Seat(need.role, need, taker))
    return tuple(seats)


def _seated(needs: tuple[Need, ...], people: tuple[Participant, ...]) -> tuple[Seat, ...]:
    """These people on the needs' seats: the n-th of a role on the n-th of that role, the others beyond."""
    left = list(people)
    seats = []
    for need in needs:
        taker = next((each for each in left if each.role is need.role), None)
        if taker is None:
            seats.append(Seat(need.role, need))
            continue
        left.remove(taker)
        seats.append(Seat(need.role, need, taker.actor, taker.from_minute, taker.minutes))
    beyond = (Seat(each.role, None, each.actor, each.from_minute, each.minutes) for each in left)
    return (*seats, *beyond)


def _first_fitting(
    practice: Practice, options: Mapping[_Id, tuple[Need, ...]], wished: tuple[ActorId, ...]
) -> _Id | None:
    for id_, needs in options.items():
        if all(_suits(practice, actor, needs) for actor in wished):
            return id_
    return next(iter(options), None)


def _suits(practice: Practice, actor: ActorId, needs: tuple[Need, ...]) -> bool:
    known = practice.actors[actor]
    return any(plays(known, need.role) and need.fits(known) for need in needs)
