"""The sheets about a change that was not made: refused, or made over by somebody else meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.history import HistoryFilter
from praxidesk.engine.outcomes import Slot as FreeSlot
from praxidesk.engine.requests import BookRequest, ChangeRequest, MoveRequest
from praxidesk.engine.roles import Deed
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui import openings
from praxidesk.ui.calendar_feed import CalendarFeed
from praxidesk.ui.changes.happenings import Setback, entry_of, version_of
from praxidesk.ui.changes.moves import move_to_slot, moved_draft
from praxidesk.ui.changes.reception import Reception
from praxidesk.ui.history.last_saver import LastSaver
from praxidesk.ui.other_desks.stale_states import Field, entry_rows, with_choice
from praxidesk.ui.wording import words
from praxidesk.ui.wording.refusals import refusal, refused_text
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Answered

if TYPE_CHECKING:
    from praxidesk.ui.conversations.conversations import Conversations

RectOf = Callable[[EntryId | None], QRect | None]
"""Where an entry stands in the window."""


class SetbackTalks(QObject):
    """Opens them where they disturb nobody, and asks for what is chosen there."""

    in_the_way_changed = Signal(object)
    """``frozenset[EntryId]``: whom the refusal that is open names; none when it closes."""

    def __init__(
        self,
        talk: Conversations,
        *,
        gateway: Gateway,
        reception: Reception,
        feed: CalendarFeed,
        rect_of: RectOf,
    ) -> None:
        super().__init__(talk)
        self._gateway = gateway
        self._talk, self._reception, self._feed = talk, reception, feed
        self._rect_of = rect_of
        self._setback: Setback | None = None
        self._beside: Callable[[EntryId], Entry | None] | None = None
        reception.refused.connect(self._on_refused)
        reception.became_stale.connect(self._on_stale)

    def look_beside(self, entry: Callable[[EntryId], Entry | None]) -> None:
        """Entries may be placed that are on none of the days shown: ask here for them."""
        self._beside = entry

    def _entry_of(self, request: ChangeRequest) -> Entry | None:
        wanted = entry_of(request)
        if wanted is None:
            return None
        return self._feed.entry(wanted) or (self._beside(wanted) if self._beside is not None else None)

    @Slot(object)
    def _on_refused(self, setback: Setback) -> None:
        place = self._talk.place()
        if place is not None:
            about = entry_of(setback.request)
            text = refused_text(*place, setback.request, setback.refused, self._entry_of(setback.request))
            self._talk.interrupt(text, about, partial(self._show_refusal, setback))

    def _show_refusal(self, setback: Setback) -> None:
        place = self._talk.place()
        if place is None:
            return
        self._setback = setback
        entry = self._entry_of(setback.request)
        shown = refusal(*place, setback.request, setback.refused, entry)
        sheet = openings.RefusalSheet(self._talk.window_, self._talk.theme, *place, shown)
        sheet.slot_taken.connect(self._on_slot_taken)
        sheet.override_wanted.connect(self._on_override_wanted)
        sheet.more_wanted.connect(self._on_more_wanted)
        sheet.closed.connect(self._on_refusal_closed)
        anchor = self._rect_of(entry_of(setback.request))
        if anchor is not None:
            sheet.place_beside(anchor)
        self._talk.show(sheet)
        sheet.rest_first()
        self.in_the_way_changed.emit(frozenset(each.id for each in setback.refused.others))

    @Slot(object)
    def _on_stale(self, setback: Setback) -> None:
        place, current = self._talk.place(), setback.refused.current
        if place is not None and current is not None:
            text = refused_text(*place, setback.request, setback.refused, current)
            self._talk.interrupt(text, current.id, partial(self._show_stale, setback))

    def _show_stale(self, setback: Setback) -> None:
        place, current = self._talk.place(), setback.refused.current
        if place is None or current is None:
            return
        self._setback = setback
        known = self._feed.in_version(current.id, version_of(setback.request))
        rows = entry_rows(*place, (known, current), setback.request, setback.patient)
        sheet = openings.StaleSheet(
            self._talk.window_, self._talk.theme, words.entry_name(place[0], current), rows
        )
        sheet.taken.connect(self._on_taken)
        if self._gateway.person.may(Deed.READ_NAMES):
            saver = LastSaver(self._gateway, place[1], HistoryFilter(entry=current.id), sheet)
            saver.told.connect(sheet.say_saver)
        self._talk.show(sheet)
        sheet.rest_first()

    @Slot(object)
    def show_stale_booking(self, answer: Answered) -> None:
        """As a booking sheet's session found it, when it saved over somebody else's change."""
        session = self.sender()
        patient = session.state.draft.patient if isinstance(session, openings.BookingSession) else None
        self._show_stale(Setback(answer.request, answer.outcome, patient))  # type: ignore[arg-type]

    @Slot(object)
    def _on_taken(self, chosen: frozenset[Field]) -> None:
        setback = self._setback
        if setback is not None and setback.refused.current is not None:
            self._reception.submit(with_choice(setback.request, setback.refused.current, chosen))

    @Slot(object)
    def _on_slot_taken(self, slot: FreeSlot) -> None:
        request = self._setback.request if self._setback is not None else None
        if isinstance(request, MoveRequest):
            self._reception.submit(move_to_slot(request, slot))
        elif isinstance(request, BookRequest):
            self._reception.submit(
                replace(request, starts_at=slot.starts_at, participants=slot.participants, key=None)
            )

    @Slot(object)
    def _on_override_wanted(self, reason: str) -> None:
        if self._setback is not None:
            self._reception.override(self._setback.request, reason)

    @Slot()
    def _on_more_wanted(self) -> None:
        place, setback = self._talk.place(), self._setback
        if place is None or setback is None:
            return
        entry = self._entry_of(setback.request)
        if entry is not None:
            self._talk.book(moved_draft(place[0], place[1], entry))

    @Slot()
    def _on_refusal_closed(self) -> None:
        self.in_the_way_changed.emit(frozenset())
