"""The sheets about several entries at once, and what their answers lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.offerings import Combination
from praxidesk.engine.requests import CancelRequest, MoveRequest, NewPatient
from praxidesk.engine.series_requests import ScopedRequest
from praxidesk.ui import openings
from praxidesk.ui.booking.draft import Draft, service_of
from praxidesk.ui.booking.draft_requests import booking
from praxidesk.ui.changes.reception import Reception
from praxidesk.ui.series.repetition import Repetition
from praxidesk.ui.wording import words
from praxidesk.worker.gateway import Gateway

if TYPE_CHECKING:
    from praxidesk.ui.conversations.conversations import Conversations


class SeriesTalks(QObject):
    """Opens them in turn with the others."""

    def __init__(self, talk: Conversations, gateway: Gateway, reception: Reception) -> None:
        super().__init__(talk)
        self._talk, self._gateway, self._reception = talk, gateway, reception
        self._draft: Draft | None = None
        """What is edited, to come back to where nobody says how much of the series."""

    @Slot(object)
    def repeat(self, draft: Draft) -> None:
        """The booking shall be a series."""
        place = self._talk.place()
        if place is None:
            return
        practice, zone = place
        session = openings.SeriesSession(self._gateway, booking(draft, zone), Repetition())
        service = service_of(practice, draft)
        patient = draft.patient
        who = "" if patient is None else _name(patient)
        what = service.name if service is not None else draft.reason or words.kind_name(draft.kind)
        about = " · ".join(each for each in (who, what) if each)
        sheet = openings.SeriesSheet(
            self._talk.window_, self._talk.theme, practice, zone, session, draft, about
        )
        session.done.connect(self._reception.note_several_done)
        sheet.back_wanted.connect(self._on_back_wanted)
        self._talk.show(sheet)

    @Slot(object)
    def combine(self, wanted: tuple[Draft, Combination]) -> None:
        """A combination of the practice shall be booked."""
        place, (draft, combination) = self._talk.place(), wanted
        patient = draft.patient
        if place is None or patient is None:
            return
        practice, zone = place
        whom = patient if isinstance(patient, NewPatient) else patient.id
        session = openings.CombinedSession(self._gateway, practice, zone, combination, whom, draft.day)
        who = _name(patient)
        sheet = openings.CombinedSheet(
            self._talk.window_, self._talk.theme, practice, zone, session, draft, who
        )
        session.done.connect(self._reception.note_several_done)
        sheet.back_wanted.connect(self._on_back_wanted)
        self._talk.show(sheet)

    def change(self, entry: Entry, request: MoveRequest, draft: Draft | None = None) -> None:
        """Change an entry, of a series as much as somebody says; ``draft`` is where the wish comes from."""
        self._draft = draft
        if entry.series is None:
            self._reception.submit(request)
        else:
            self._ask(entry, request)

    def cancel(self, entry: Entry) -> None:
        """Ask how much of its series is cancelled; then why."""
        self._draft = None
        self._ask(entry, CancelRequest(entry.id, entry.version))

    def _ask(self, entry: Entry, request: ScopedRequest) -> None:
        place = self._talk.place()
        if place is None:
            return
        session = openings.ScopeSession(self._gateway, place[1], entry, request)
        sheet = openings.ScopeSheet(self._talk.window_, self._talk.theme, *place, session)
        sheet.accepted.connect(self._on_accepted)
        sheet.given_up.connect(self._on_given_up)
        self._talk.show(sheet)

    @Slot(object)
    def _on_back_wanted(self, draft: Draft) -> None:
        self._talk.book(draft)

    @Slot(object)
    def _on_accepted(self, request: ScopedRequest) -> None:
        place, sheet = self._talk.place(), self.sender()
        if place is None or not isinstance(sheet, openings.ScopeSheet):
            return
        self._draft = None
        if isinstance(request, MoveRequest):
            self._reception.submit(request)
            return
        entry = sheet.session.entry
        whole, count = sheet.whole(), sheet.session.state.reached
        why = openings.CancelSheet(
            self._talk.window_, self._talk.theme, *place, entry, request.scope, whole, count
        )
        self._talk.ask_why(why)

    @Slot()
    def _on_given_up(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            self._talk.book(draft)


def _name(patient: PatientOnEntry | NewPatient) -> str:
    return ", ".join(each for each in (patient.family, patient.given) if each)
