"""Three states of one entry beside each other: as it was, as another desk saved it, as it was wanted here."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.occupancy import participants_of
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import (
    KEEP,
    CancelRequest,
    ChangeRequest,
    Keep,
    MilestoneRequest,
    MoveRequest,
    NewPatient,
    Participant,
    PatientNumber,
    StatusRequest,
)
from praxidesk.engine.vocabulary import Milestone, Phase, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording import dates, theatre_words, words

translate = QCoreApplication.translate
_NOTE_SHOWN = 240
_Chosen = PatientOnEntry | NewPatient | None


class EntryField(Enum):
    """What two desks may change of an entry; besides, each milestone by itself."""

    STATUS = "status"
    TIME = "time"
    LENGTH = "length"
    SERVICE = "service"
    PATIENT = "patient"
    PARTICIPANTS = "participants"
    NOTE = "note"
    REASON = "reason"


Field = Hashable
"""Whose value one row shows; who asked for the rows knows which."""


@dataclass(frozen=True, slots=True)
class StateRow:
    """One field, in words."""

    name: str
    theirs: str
    """As it is saved now."""
    ours: str
    """As it was wanted here; where nobody here touched it, as it was."""
    was: str | None
    """As this desk knew it; ``None``: nobody knows any more."""
    field: Field

    @property
    def can_choose(self) -> bool:
        """Whether ours is another wish than what is saved."""
        return self.ours not in {self.theirs, self.was}

    @property
    def is_clash(self) -> bool:
        """Whether both desks changed it, and not alike."""
        return self.can_choose and self.theirs != self.was


def entry_rows(
    practice: Practice,
    zone: Zone,
    states: tuple[Entry | None, Entry],
    request: ChangeRequest,
    patient: _Chosen = None,
) -> tuple[StateRow, ...]:
    """The fields that either desk has changed.

    :param states: the entry as this desk knew it, if that is still known, and as it is saved now
    :param patient: whom this desk had chosen
    """
    known, current = states
    theirs = field_values(practice, zone, current)
    was = None if known is None else field_values(practice, zone, known)
    base = known or current
    wanted = dict(_wanted(practice, zone, base, request, patient))
    rows = []
    for each, name in field_names().items():
        before = None if was is None else was.get(each, "")
        now = theirs.get(each, "")
        ours = wanted.get(each, now if before is None else before)
        if not (now == ours and (before is None or before == now)):
            rows.append(StateRow(name, now, ours, before, each))
    return tuple(rows)


def changed_fields(practice: Practice, zone: Zone, before: Entry, after: Entry) -> tuple[StateRow, ...]:
    """What another desk has changed, ours being as it was."""
    was, now = field_values(practice, zone, before), field_values(practice, zone, after)
    return tuple(
        StateRow(name, now.get(each, ""), was.get(each, ""), was.get(each, ""), each)
        for each, name in field_names().items()
        if now.get(each, "") != was.get(each, "")
    )


def with_choice(request: ChangeRequest, current: Entry, chosen: Collection[Field]) -> ChangeRequest:
    """Only the chosen fields of a change, over what is saved now; it is checked anew as any other.

    An override counted for the request that it was given for.
    """
    match request:
        case MoveRequest():
            return _move_with_choice(replace(request, version=current.version), chosen)
        case MilestoneRequest():
            times = {each: at for each, at in request.times.items() if each in chosen}
            status = request.status if EntryField.STATUS in chosen else None
            return replace(request, version=current.version, times=times, status=status, key=None)
        case StatusRequest():
            return replace(request, version=current.version, override_reason=None, key=None)
        case CancelRequest():
            return replace(request, version=current.version, key=None)
    return request


def _move_with_choice(move: MoveRequest, chosen: Collection[Field]) -> MoveRequest:
    return replace(
        move,
        starts_at=move.starts_at if EntryField.TIME in chosen else KEEP,
        minutes=move.minutes if EntryField.LENGTH in chosen else KEEP,
        phases=move.phases if EntryField.LENGTH in chosen else KEEP,
        type=move.type if EntryField.SERVICE in chosen else KEEP,
        procedure=move.procedure if EntryField.SERVICE in chosen else KEEP,
        patient=move.patient if EntryField.PATIENT in chosen else KEEP,
        participants=move.participants if EntryField.PARTICIPANTS in chosen else KEEP,
        fill=move.fill and EntryField.PARTICIPANTS in chosen,
        note=move.note if EntryField.NOTE in chosen else KEEP,
        reason=move.reason if EntryField.REASON in chosen else KEEP,
        status=move.status if EntryField.STATUS in chosen else KEEP,
        override_reason=None,
        key=None,
    )


def field_names() -> dict[Field, str]:
    """All fields, in the order in which they are shown."""
    named: dict[Field, str] = {
        EntryField.STATUS: translate("stale", "Status"),
        EntryField.TIME: translate("stale", "Time"),
        EntryField.LENGTH: translate("stale", "Length"),
        EntryField.SERVICE: translate("stale", "Type"),
        EntryField.PATIENT: translate("stale", "Patient"),
        EntryField.PARTICIPANTS: translate("stale", "Participants"),
        EntryField.NOTE: translate("stale", "Note"),
        EntryField.REASON: translate("stale", "Reason"),
    }
    return named | {each: theatre_words.milestone_name(each) for each in Milestone}


def field_values(practice: Practice, zone: Zone, entry: Entry) -> Mapping[Field, str]:
    """Each field of an entry in words."""
    found: dict[Field, str] = {
        EntryField.STATUS: words.status_name(entry.status),
        EntryField.TIME: _moment(zone, entry.starts_at),
        EntryField.LENGTH: words.minutes_text(_minutes(entry)),
        EntryField.SERVICE: words.service_name(practice, entry),
        EntryField.PATIENT: words.patient_name(entry.patient) if entry.patient is not None else "",
        EntryField.PARTICIPANTS: _people(practice, participants_of(entry)),
        EntryField.NOTE: _short(entry.note),
        EntryField.REASON: entry.reason,
    }
    return found | {each: dates.clock(zone, at) for each, at in entry.milestones}


def _wanted(
    practice: Practice, zone: Zone, base: Entry, request: ChangeRequest, patient: _Chosen
) -> Iterator[tuple[Field, str]]:
    """What the request asks for, field by field."""
    match request:
        case StatusRequest(status=status):
            yield EntryField.STATUS, words.status_name(status)
        case CancelRequest(reason=reason):
            yield EntryField.STATUS, words.status_name(Status.CANCELLED)
            if reason:
                yield EntryField.REASON, reason
        case MilestoneRequest(times=times, status=its_status):
            if its_status is not None:
                yield EntryField.STATUS, words.status_name(its_status)
            for milestone, at in times.items():
                yield milestone, "" if at is None else dates.clock(zone, at)
        case MoveRequest():
            yield from _moved(practice, zone, base, request)
            if not isinstance(request.patient, Keep):
                yield EntryField.PATIENT, _patient_text(base, request.patient, patient)


def _moved(practice: Practice, zone: Zone, base: Entry, move: MoveRequest) -> Iterator[tuple[Field, str]]:
    if not isinstance(move.status, Keep):
        yield EntryField.STATUS, words.status_name(move.status)
    if not isinstance(move.starts_at, Keep):
        yield EntryField.TIME, _moment(zone, move.starts_at)
    if not isinstance(move.phases, Keep) and base.phases is not None:
        more = move.phases.get(Phase.SURGERY, base.phases.surgery) - base.phases.surgery
        yield EntryField.LENGTH, words.minutes_text(_minutes(base) + more)
    elif not isinstance(move.minutes, Keep):
        yield EntryField.LENGTH, words.minutes_text(move.minutes)
    if not isinstance(move.type, Keep):
        yield EntryField.SERVICE, practice.types[move.type].name
    if not isinstance(move.procedure, Keep):
        yield EntryField.SERVICE, practice.procedures[move.procedure].name
    if not isinstance(move.participants, Keep):
        yield EntryField.PARTICIPANTS, _people(practice, move.participants)
    if not isinstance(move.note, Keep):
        yield EntryField.NOTE, _short(move.note)
    if not isinstance(move.reason, Keep):
        yield EntryField.REASON, move.reason


def _patient_text(base: Entry, wanted: object, chosen: _Chosen) -> str:
    match wanted:
        case None:
            return ""
        case NewPatient(family=family, given=given):
            return ", ".join(part for part in (family, given) if part)
        case PatientNumber(number=number):
            return number
    for each in (chosen, base.patient):
        if isinstance(each, PatientOnEntry) and each.id == wanted:
            return words.patient_name(each)
    return translate("stale", "another patient")


def _minutes(entry: Entry) -> int:
    return (entry.ends_at - entry.starts_at) // 60


def _moment(zone: Zone, instant: int) -> str:
    return f"{dates.short_day(zone.day_of(instant))} {dates.clock(zone, instant)}"


def _short(note: str) -> str:
    """The beginning of a note, which may have 20,000 characters."""
    return note if len(note) <= _NOTE_SHOWN else f"{note[:_NOTE_SHOWN]} …"


def _people(practice: Practice, people: Iterable[Participant]) -> str:
    return ", ".join(words.actor_name(practice, each.actor) for each in people)
