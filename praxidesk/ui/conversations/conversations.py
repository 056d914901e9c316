"""The sheets that a gesture opens, and what their answers lead to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import MoveRequest
from praxidesk.engine.vocabulary import EntryId, EntryKind
from praxidesk.engine.walltime import Zone
from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.actions.actions import Actions
from praxidesk.ui.booking.draft import Draft, of_entry
from praxidesk.ui.calendar_feed import CalendarFeed
from praxidesk.ui.changes.reception import Reception
from praxidesk.ui.conversations.interruptions import Interruption
from praxidesk.ui.conversations.setback_talks import RectOf, SetbackTalks
from praxidesk.ui.conversations.together_talks import TogetherTalks
from praxidesk.ui.look.appearance import Appearance
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.practice_settings.talks import PracticeTalks
from praxidesk.ui.rules.policy_changes import PolicyChanges
from praxidesk.ui.series.talks import SeriesTalks
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Ticket

if TYPE_CHECKING:
    from praxidesk.ui.overlays.sheet import Sheet

Come = Callable[[Interruption], None]
"""Show what nobody has asked for at this moment, as soon as it disturbs nobody."""


@runtime_checkable
class _Saving(Protocol):
    """A sheet's session that may still be saving when the sheet closes."""

    def hand_over(self) -> Ticket | None: ...


class Conversations(QObject):
    """Opens one sheet at a time; while it is open, the window's keys are silent."""

    booking_wanted = Signal(object)
    """``PatientOnEntry``: found by search."""
    next_free_wanted = Signal(object)
    """``PatientOnEntry``."""
    new_patient_wanted = Signal(object)
    """``str``."""
    record_wanted = Signal(object)
    """``PatientOnEntry``: their data shall be changed."""
    history_wanted = Signal(object)
    """``PatientOnEntry``: what was done to their data and entries."""
    entry_wanted = Signal(object)
    """``Entry``: go there."""
    moving_wanted = Signal(object)
    """``tuple[Entry, ...]``: take these in hand together."""
    parking_wanted = Signal(object)
    """``tuple[Entry, ...]``."""
    rested = Signal()
    """No sheet is open any more."""
    booking_face_chosen = Signal(object)
    """``bool``: bookings are typed in a line from now on, or in fields."""

    sheet_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        gateway: Gateway,
        appearance: Appearance,
        actions: Actions,
        reception: Reception,
        feed: CalendarFeed,
        rect_of: RectOf,
        come: Come,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._appearance = appearance
        self._actions = actions
        self._reception = reception
        self._feed = feed
        self._come = come
        self.refuses_writing: Callable[[EntryKind], bool] = lambda _: False
        self.sheet: Sheet | None = None
        self.policy = PolicyChanges(gateway, self)
        self.series = SeriesTalks(self, gateway, reception)
        self.practice = PracticeTalks(self, gateway)
        self.together = TogetherTalks(self, reception)
        self.setbacks = SetbackTalks(self, gateway=gateway, reception=reception, feed=feed, rect_of=rect_of)

    def book(self, draft: Draft, typed: str = "", *, by_line: bool = False) -> openings.BookingSheet | None:
        """Open the booking sheet on a draft; ``typed`` stands in the line, or is a new patient's name."""
        place = self.place()
        if place is None or self.refuses_writing(draft.kind):
            return None
        practice, zone = place
        session = openings.BookingSession(self._gateway, practice, zone, draft)
        sheet = openings.BookingSheet(self._window, self.theme, practice, zone, session, by_line=by_line)
        session.done.connect(self._reception.note_done)
        session.became_stale.connect(self.setbacks.show_stale_booking)
        session.scope_wanted.connect(self._on_scope_wanted)
        sheet.repeat_wanted.connect(self.series.repeat)
        sheet.combination_wanted.connect(self.series.combine)
        sheet.face_chosen.connect(self.booking_face_chosen)
        self.show(sheet)
        if typed and by_line:
            sheet.line.set_text(typed)
        elif typed:
            sheet.patient.begin_new_named(typed)
        return sheet

    def edit(self, entry: Entry) -> None:
        """Open an entry."""
        place = self.place()
        if place is not None:
            self.book(of_entry(place[0], place[1], entry))

    def cancel(self, entry: Entry) -> None:
        """Ask how much of a series, and why; then cancel."""
        place = self.place()
        if place is not None and entry.series is not None:
            self.series.cancel(entry)
        elif place is not None:
            self.ask_why(openings.CancelSheet(self._window, self.theme, *place, entry))

    def ask_why(self, sheet: openings.CancelSheet) -> None:
        """Open a sheet that asks why, and cancel for what it is told."""
        sheet.accepted.connect(self._on_cancel_accepted)
        self.show(sheet)

    def search(self) -> None:
        """Find patients and entries."""
        place = self.place()
        if place is None:
            return
        sheet = openings.SearchSheet(self._window, self.theme, self._gateway, place)
        sheet.booking_wanted.connect(self.booking_wanted)
        sheet.next_free_wanted.connect(self.next_free_wanted)
        sheet.new_patient_wanted.connect(self.new_patient_wanted)
        sheet.entry_wanted.connect(self.entry_wanted)
        sheet.card_wanted.connect(self.card)
        self.show(sheet)

    @Slot(object)
    def card(self, patient: PatientOnEntry) -> None:
        """Show everything about a patient."""
        place = self.place()
        if place is not None:
            sheet = openings.CardSheet(self._window, self.theme, self._gateway, place, patient)
            sheet.record_wanted.connect(self.record_wanted)
            sheet.history_wanted.connect(self.history_wanted)
            sheet.booking_wanted.connect(self.booking_wanted)
            sheet.next_free_wanted.connect(self.next_free_wanted)
            sheet.entry_wanted.connect(self.entry_wanted)
            self.show(sheet)

    def conflicts(self) -> None:
        """List what breaks a rule where it stands."""
        place = self.place()
        if place is not None:
            sheet = openings.ConflictList(self._window, self.theme, self._gateway, *place)
            sheet.entry_wanted.connect(self.entry_wanted)
            sheet.moving_wanted.connect(self.moving_wanted)
            sheet.parking_wanted.connect(self.parking_wanted)
            self.show(sheet)

    def rules(self) -> None:
        """Show and change what each rule does."""
        place = self.place()
        if place is not None:
            sheet = openings.PolicySheet(self._window, self.theme, place[0])
            sheet.accepted.connect(self.policy.submit)
            self.show(sheet)

    def menu(self, entry: Entry | None, at: QPoint, *, is_several: bool = False) -> None:
        """The context menu of an entry, of several, or of free time."""
        menu = QMenu(self._window)
        wanted = _PLACE_MENU if entry is None else _SEVERAL_MENU if is_several else _ENTRY_MENU
        for action in wanted:
            if action is None:
                menu.addSeparator()
            elif self._actions.is_allowed(action) or self._actions.refusal(action):
                menu.addAction(self._actions[action])
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    @property
    def window_(self) -> QWidget:
        """What the sheets lie over."""
        return self._window

    @property
    def theme(self) -> Theme:
        """The colours of now."""
        return self._appearance.theme

    def place(self) -> tuple[Practice, Zone] | None:
        """The practice and its wall time, once they are loaded."""
        practice, zone = self._gateway.practice, self._gateway.zone
        return None if practice is None or zone is None else (practice, zone)

    def show(self, sheet: Sheet) -> None:
        """Open a sheet, in place of the one that is open."""
        open_, self.sheet = self.sheet, sheet
        if open_ is not None:
            open_.close_sheet()
        self._actions.suspend(suspended=True)
        sheet.closed.connect(self._on_closed)
        sheet.open()
        self.sheet_changed.emit()

    def interrupt(self, text: str, entry: EntryId | None, show: Callable[[], None]) -> None:
        """Open a sheet that nobody asked for at this moment; where it would disturb, say so instead."""
        about = frozenset() if entry is None else frozenset({entry})
        self._come(Interruption(text, about, show))

    @Slot()
    def _on_closed(self) -> None:
        sheet = self.sender()
        session = getattr(sheet, "session", None)
        ticket = session.hand_over() if isinstance(session, _Saving) else None
        if ticket is not None:
            self._reception.adopt(ticket)
        if sheet is self.sheet:
            self.sheet = None
            self._actions.suspend(suspended=False)
            self.rested.emit()

    @Slot(object)
    def _on_cancel_accepted(self, reason: str) -> None:
        sheet = self.sender()
        entry = self._feed.entry(sheet.entry) if isinstance(sheet, openings.CancelSheet) else None
        if entry is not None and isinstance(sheet, openings.CancelSheet):
            self._reception.cancel(entry, reason, sheet.scope)

    @Slot(object)
    def _on_scope_wanted(self, request: MoveRequest) -> None:
        session = self.sender()
        if isinstance(session, openings.BookingSession) and session.state.draft.entry is not None:
            draft = session.state.draft
            if self.sheet is not None:
                self.sheet.close_sheet()
            self.series.change(session.state.draft.entry, request, draft)


_ENTRY_MENU: tuple[ActionId | None, ...] = (
    ActionId.OPEN,
    ActionId.MOVE,
    ActionId.PARK,
    ActionId.NEXT_FREE,
    None,
    ActionId.MILESTONE,
    ActionId.MILESTONE_AT,
    None,
    ActionId.ARRIVED,
    ActionId.CHECKED_IN,
    ActionId.FULFILLED,
    ActionId.NOSHOW,
    ActionId.RESTORE,
    ActionId.WAITLIST,
    None,
    ActionId.PRINT_SLIP,
    ActionId.ENTRY_HISTORY,
    None,
    ActionId.CANCEL,
)
_SEVERAL_MENU: tuple[ActionId | None, ...] = (
    ActionId.MOVE,
    ActionId.PARK,
    None,
    *_ENTRY_MENU[_ENTRY_MENU.index(ActionId.ARRIVED) : _ENTRY_MENU.index(ActionId.WAITLIST) + 1],
    None,
    ActionId.CANCEL,
)
_PLACE_MENU: tuple[ActionId | None, ...] = (
    ActionId.BOOK,
    ActionId.BLOCK,
    ActionId.ABSENCE,
    ActionId.PLACE,
    ActionId.NEXT_FREE,
    None,
    ActionId.TODAY,
    ActionId.ZOOM_DAY,
)
