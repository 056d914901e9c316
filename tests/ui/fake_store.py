"""A calendar in memory that decides by the real engine: what the fake gateway asks."""

from dataclasses import replace
from datetime import date

from praxidesk.engine import alternatives, conflicts, fill, slots
from praxidesk.engine.entries import Entry, PatientOnEntry, Taken
from praxidesk.engine.milestone_changes import with_milestones
from praxidesk.engine.occupancy import plan, replan
from praxidesk.engine.outcomes import (
    Change,
    Conflict,
    Done,
    FieldError,
    Free,
    Invalid,
    Outcome,
    RecordedChange,
    Refused,
    Slot,
    SlotsFound,
    WhyNotEarlier,
)
from praxidesk.engine.practice import Practice
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.requests import (
    KEEP,
    BookRequest,
    CancelRequest,
    ChangeRequest,
    MilestoneRequest,
    MoveRequest,
    NewPatient,
    PatientNumber,
    PatientRef,
    SlotRequest,
    StatusRequest,
)
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, ConflictKind, EntryId, Role, Severity, Status
from praxidesk.engine.walltime import Zone


class FakeStore:
    def __init__(
        self,
        practice: Practice,
        zone: Zone,
        patients: dict[ActorId, PatientOnEntry],
        entries: tuple[Entry, ...],
    ) -> None:
        self.practice = practice
        self.zone = zone
        self.patients = dict(patients)
        self.entries = {entry.id: entry for entry in entries}
        self._whole: dict[EntryId, Entry] = {}
        self.unseen: tuple[Taken, ...] = ()
        """When people are taken by entries that the login does not see."""
        self.why: WhyNotEarlier | None = None
        """What a search that asks for it is told."""
        self.substitutes: list[Slot] = []
        """What is offered where those asked for have nothing."""
        self.lines: dict[EntryId, list[RecordedChange]] = {
            entry.id: [
                RecordedChange(1, Change.BOOKED, Status.BOOKED, entry.starts_at - 11 * 86400, entry.span)
            ]
            for entry in entries
        }

    def change(self, request: ChangeRequest, now: int) -> Outcome:
        if isinstance(request, BookRequest):
            outcome = self._book(request, now)
        else:
            entry = self.entries.get(request.entry)
            if entry is None:
                return Invalid((FieldError("id", "unknown"),))
            if request.version != entry.version:
                return self.stale(entry)
            if isinstance(request, MilestoneRequest):
                outcome = self._recorded(request, entry, now)
            else:
                outcome = self._changed(request, entry, now)
        if isinstance(outcome, Done):
            entry = outcome.entry
            self.entries[entry.id] = entry
            times = tuple(request.times.items()) if isinstance(request, MilestoneRequest) else ()
            line = RecordedChange(entry.version, outcome.change, entry.status, now, entry.span, times)
            self.lines.setdefault(entry.id, []).insert(0, line)
        return outcome

    def _recorded(self, request: MilestoneRequest, entry: Entry, now: int) -> Outcome:
        after = with_milestones(self.zone, entry, request, now)
        if isinstance(after, Invalid):
            return after
        return Done(Change.STATUS_CHANGED, after, before=entry)

    @staticmethod
    def stale(entry: Entry) -> Refused:
        stale = Conflict(ConflictKind.STALE_VERSION, Severity.BLOCKING, entry.span, entry=entry.id)
        return Refused((stale,), current=entry, others=(entry,))

    def check(self, request: BookRequest, now: int) -> Outcome:
        proposal = self._planned(request)
        if isinstance(proposal, Invalid):
            return proposal
        found = self._conflicts(proposal, now)
        if any(each.severity is Severity.BLOCKING for each in found):
            return self._refused(proposal, found, now)
        return Free(proposal.span, proposal.participants, tuple(found))

    def find_slots(self, request: SlotRequest, now: int) -> SlotsFound | Invalid:
        span = Span(self.zone.at(request.first_day, 0), self.zone.at(request.last_day, 1440))
        if isinstance(fault := slots.length(self.practice, request), FieldError):
            return Invalid((fault,))
        patient = self._patient_id(request.patient)
        found = slots.find(self.practice, self.zone, request, patient, self._taken(), now, span)
        substitutes = () if found else tuple(self.substitutes)
        why = self.why if request.explain else None
        return SlotsFound(tuple(found), request.last_day, substitutes, why)

    def find_patients(self, text: str) -> tuple[PatientOnEntry, ...]:
        parts = text.casefold().split()
        return tuple(
            each
            for each in self.patients.values()
            if all(
                part in f"{each.family} {each.given} {each.number} {each.phone} {each.birth_date}".casefold()
                for part in parts
            )
        )

    def week(self, monday: date) -> tuple[Entry, ...]:
        span = Span(self.zone.at(monday, 0), self.zone.at(date.fromordinal(monday.toordinal() + 7), 0))
        inside = [entry for entry in self.entries.values() if entry.span.overlaps(span)]
        return tuple(sorted(inside, key=lambda entry: (entry.starts_at, entry.id)))

    def hide(self, *ids: EntryId) -> None:
        """The login sees of these only when people, rooms and devices are taken."""
        self._whole = self._whole or dict(self.entries)
        gone = [self.entries.pop(each) for each in ids]
        self.unseen += tuple(
            Taken.of(entry.id, entry.status, entry.service, part)
            for entry in gone
            for part in entry.allocations
            if part.role is not Role.PATIENT
        )

    def reveal(self) -> None:
        """The login sees everything again."""
        self.entries = self._whole | self.entries
        self._whole, self.unseen = {}, ()

    def unseen_in(self, span: Span) -> tuple[Taken, ...]:
        return tuple(each for each in self.unseen if each.span.overlaps(span))

    def _book(self, request: BookRequest, now: int) -> Outcome:
        proposal = self._planned(request)
        if isinstance(proposal, Invalid):
            return proposal
        found = self._conflicts(proposal, now)
        blocked = any(each.severity is Severity.BLOCKING for each in found)
        if blocked and not request.override_reason:
            return self._refused(proposal, found, now)
        patient = self.patients.get(self._patient_id(request.patient) or ActorId(0))
        if isinstance(request.patient, NewPatient):
            patient = self._admit(request.patient)
            proposal = self._planned(replace(request, patient=patient.id))
            assert isinstance(proposal, Proposal)
        proposal = conflicts.guarded(proposal, found)
        entry = Entry(
            EntryId(max(self.entries, default=0) + 1),
            1,
            proposal.kind,
            proposal.status,
            proposal.starts_at,
            proposal.ends_at,
            proposal.type,
            proposal.procedure,
            proposal.phases,
            patient,
            request.note,
            request.reason,
            (request.override_reason or "") if blocked else "",
            proposal.allocations,
        )
        return Done(Change.BOOKED, entry, tuple(found))

    def _changed(
        self, request: MoveRequest | CancelRequest | StatusRequest, entry: Entry, now: int
    ) -> Outcome:
        version = entry.version + 1
        if isinstance(request, CancelRequest):
            after = replace(entry, version=version, status=Status.CANCELLED, reason=request.reason)
            return Done(Change.CANCELLED, after, before=entry)
        if isinstance(request, StatusRequest):
            after = replace(entry, version=version, status=request.status)
            if request.status.occupies and not entry.status.occupies:
                proposal = replan(
                    self.practice, self.zone, after, MoveRequest(entry.id, version), self._of(entry)
                )
                assert isinstance(proposal, Proposal)
                found = self._conflicts(proposal, now)
                if any(each.severity is Severity.BLOCKING for each in found) and not request.override_reason:
                    return self._refused(proposal, found, now)
                after = replace(after, allocations=conflicts.guarded(proposal, found).allocations)
            return Done(Change.STATUS_CHANGED, after, before=entry)
        return self._moved(request, entry, now)

    def _moved(self, request: MoveRequest, entry: Entry, now: int) -> Outcome:
        patient = self._of(entry) if request.patient is KEEP else self._patient_id(request.patient)
        proposal = replan(self.practice, self.zone, entry, request, patient)
        if isinstance(proposal, Invalid):
            return proposal
        found = self._conflicts(proposal, now)
        if request.restores:
            found = conflicts.without_hours(found)
        blocked = any(each.severity is Severity.BLOCKING for each in found)
        if blocked and not request.override_reason:
            return self._refused(proposal, found, now)
        after = replace(
            entry,
            version=entry.version + 1,
            status=proposal.status,
            starts_at=proposal.starts_at,
            ends_at=proposal.ends_at,
            type=proposal.type,
            procedure=proposal.procedure,
            phases=proposal.phases,
            patient=self.patients.get(patient) if patient is not None else None,
            note=entry.note if request.note is KEEP else request.note,
            reason=entry.reason if request.reason is KEEP else request.reason,
            override_reason=(request.override_reason or "") if blocked else "",
            allocations=conflicts.guarded(proposal, found).allocations,
        )
        return Done(Change.MOVED, after, tuple(found), before=entry)

    def _planned(self, request: BookRequest) -> Proposal | Invalid:
        if request.fill:
            request = fill.fill(self.practice, self.zone, request, self._taken(), request.starts_at)
        return plan(self.practice, self.zone, request, self._patient_id(request.patient))

    def _conflicts(self, proposal: Proposal, now: int) -> list[Conflict]:
        return conflicts.check(self.practice, self.zone, proposal, self._taken(), now)

    def _refused(self, proposal: Proposal, found: list[Conflict], now: int) -> Refused:
        others = {each.entry for each in found}
        most = alternatives.MOST + (proposal.entry is not None)
        nearest, apart = alternatives.offers(
            alternatives.nearest_first(self.practice, self.zone, proposal, self._taken(), now, most=most),
            most,
        )
        return Refused(
            tuple(found),
            nearest,
            apart,
            others=tuple(self.entries[each] for each in others if each in self.entries),
        )

    def _taken(self) -> list[Taken]:
        return [
            *self.unseen,
            *self._taken_by_entries(),
        ]

    def _taken_by_entries(self) -> list[Taken]:
        return [
            Taken.of(entry.id, entry.status, entry.service, each)
            for entry in self.entries.values()
            if entry.status.occupies or entry.status.is_tentative
            for each in entry.allocations
        ]

    def _patient_id(self, patient: PatientRef | None) -> ActorId | None:
        if patient is None or isinstance(patient, NewPatient):
            return None
        if isinstance(patient, PatientNumber):
            return next((id_ for id_, each in self.patients.items() if each.number == patient.number), None)
        return patient

    def _of(self, entry: Entry) -> ActorId | None:
        return entry.patient.id if entry.patient is not None else None

    def _admit(self, new: NewPatient) -> PatientOnEntry:
        id_ = ActorId(max(self.patients, default=1000) + 1)
        self.patients[id_] = PatientOnEntry(id_, f"P-{id_}", new.family, new.given, new.birth_date, "", "")
        return self.patients[id_]
