"""What is typed and chosen in the fields, as the next draft of the session."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Slot

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import NewPatient
from praxidesk.engine.vocabulary import ActorId, EntryKind, ProcedureId, TypeId
from praxidesk.ui.booking.booking_form import BookingForm
from praxidesk.ui.booking.draft import (
    Draft,
    with_kind,
    with_person,
    with_procedure,
    with_seat,
    with_type,
    without_seat,
)
from praxidesk.ui.booking.patient_field import PatientField
from praxidesk.ui.booking.session import BookingSession
from praxidesk.ui.controls.segments import Segments

KINDS = (EntryKind.APPOINTMENT, EntryKind.OPERATION, EntryKind.BLOCKOUT)


class DraftEditor(QObject):
    """Hears the fields and tells the session; the sheet shows what comes of it."""

    def __init__(self, session: BookingSession, practice: Practice, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._practice = practice

    def hear(self, kinds: Segments, patient: PatientField, form: BookingForm) -> None:
        """Connect the fields of a sheet."""
        self._kinds, self._patient, self._form = kinds, patient, form
        kinds.leave_focus_to_keys()
        kinds.chosen.connect(self._on_kind)
        patient.search_wanted.connect(self._session.search_patients)
        patient.chosen.connect(self._on_patient)
        form.service_chosen.connect(self._on_service)
        form.minutes_changed.connect(self._on_minutes)
        form.day_changed.connect(self._on_day)
        form.minute_changed.connect(self._on_minute)
        form.note_changed.connect(self._session.note)
        form.reason_changed.connect(self._on_reason)
        form.seats.seat_changed.connect(self._on_seat)
        form.seats.seat_removed.connect(self._on_seat_removed)
        form.seats.person_added.connect(self._on_person)

    def begin(self) -> None:
        """Write on in the first thing that is missing."""
        draft = self._draft
        if draft.kind is EntryKind.BLOCKOUT:
            self._form.reason.setFocus()
        elif draft.patient is None:
            self._patient.search.setFocus()
        else:
            (self._form.service if draft.entry is None else self._form.time).setFocus()

    @property
    def _draft(self) -> Draft:
        return self._session.state.draft

    @Slot(object)
    def _on_kind(self, index: int) -> None:
        self._session.edit(with_kind(self._practice, self._draft, KINDS[index]))
        if not self._kinds.has_focus():  # clicked on, not walked along by arrows
            self.begin()

    @Slot(object)
    def _on_patient(self, patient: PatientOnEntry | NewPatient | None) -> None:
        self._session.edit(replace(self._draft, patient=patient))

    @Slot(object)
    def _on_service(self, chosen: int) -> None:
        if self._draft.kind is EntryKind.OPERATION:
            self._session.edit(with_procedure(self._practice, self._draft, ProcedureId(chosen)))
        else:
            draft = replace(self._draft, minutes=None)
            self._session.edit(with_type(self._practice, draft, TypeId(chosen)))

    @Slot(object)
    def _on_minutes(self, minutes: int) -> None:
        self._session.edit(replace(self._draft, minutes=minutes))

    @Slot(object)
    def _on_day(self, day: date) -> None:
        self._session.edit(replace(self._draft, day=day, window=None))

    @Slot(object)
    def _on_minute(self, minute: int | None) -> None:
        self._session.edit(replace(self._draft, minute=minute, window=None))

    @Slot(object)
    def _on_reason(self, reason: str) -> None:
        self._session.edit(replace(self._draft, reason=reason))

    @Slot(object)
    def _on_seat(self, seat: tuple[int, ActorId | None]) -> None:
        self._session.edit(with_seat(self._draft, *seat))

    @Slot(object)
    def _on_seat_removed(self, index: int) -> None:
        self._session.edit(without_seat(self._draft, index))

    @Slot(object)
    def _on_person(self, actor: ActorId) -> None:
        self._session.edit(with_person(self._practice, self._draft, actor))
