"""What each gesture does: the table between actions, views and what answers them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.requests import MoveRequest
from praxidesk.engine.vocabulary import EntryId, EntryKind, Status
from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.actions.checked_actions import COLOURS, LANGUAGES, THEMES, VIEWS
from praxidesk.ui.booking.draft import Draft, first_draft, with_kind, with_procedure, with_type
from praxidesk.ui.calendar.state import MenuWanted, MoveWanted, Place, TypedAt
from praxidesk.ui.changes.moves import move_request
from praxidesk.ui.changes.typed_ahead import TypedAhead
from praxidesk.ui.panels.note_field import NoteSet
from praxidesk.ui.settings import Panel
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace

A = ActionId


class Gestures(QObject):
    """Hears actions and views; asks the reception, the conversations and the window."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._do: dict[ActionId, Callable[[], None]] = {
            A.BOOK: self.book,
            A.NEXT_FREE: self.next_free,
            A.BLOCK: self.block,
            A.OPEN: self.open,
            A.MOVE: self.move,
            A.NOTE: self.write_note,
            A.MILESTONE: self.record_milestone,
            A.MILESTONE_AT: window.theatre.type_milestone,
            A.CANCEL: self.cancel,
            A.SELECT_ALL: self.select_all,
            A.UNDO: window.reception.undo,
            A.REDO: window.reception.redo,
            A.TODAY: self.today,
            A.SEARCH: window.conversations.search,
            A.CONFLICTS: window.conversations.conflicts,
            A.RULES: window.conversations.rules,
            A.DIAGNOSIS: window.conversations.practice.diagnosis,
            A.ABSENCE: self.absence,
            A.SETTINGS: window.conversations.practice.settings,
            A.LOGINS: window.conversations.practice.logins,
            A.ZOOM_IN: self.zoom_in,
            A.ZOOM_OUT: self.zoom_out,
            A.ZOOM_DAY: self.zoom_day,
            A.SHOW_CANCELLED: window.refresh_choices,
            A.SIDE_PANEL: window.refresh_choices,
            A.DETAILS_PANEL: window.refresh_choices,
            A.IMPORT: window.beginnings.importing.choose,
            A.CLOSE_DEMO: window.beginnings.close_demo,
            A.BOARD: window.board_wanted.emit,
            A.QUIT: self.quit,
        }
        self._do |= window.arranging.doings | window.filtering.doings | window.saved_views.doings
        self._do |= window.printing.doings | window.placing.doings | window.patients.doings
        self._do |= window.waiting.doings | window.histories.doings
        self._do |= window.commanding.doings | window.signing_in.doings
        self._statuses = {
            A.ARRIVED: Status.ARRIVED,
            A.CHECKED_IN: Status.CHECKED_IN,
            A.FULFILLED: Status.FULFILLED,
            A.NOSHOW: Status.NOSHOW,
            A.RESTORE: Status.BOOKED,
        }
        self._do |= window.aftermath.doings
        self._views = {action: view for view, action in VIEWS.items()}
        self._pages = {A.PREVIOUS: -1, A.NEXT: 1}
        self._themes = {action: mode for mode, action in THEMES.items()}
        self._languages = {action: language for language, action in LANGUAGES.items()}
        self._colours = {action: by for by, action in COLOURS.items()}
        self._in_hand: dict[EntryId, Entry] = {}
        """What was taken in hand last: carried into another week, it is not among what is shown there."""
        self._typed_ahead = TypedAhead(window.reception, window.feed, self)
        self._connect()

    def _connect(self) -> None:
        window = self._window
        views, talk = window.parts.views, window.conversations
        window.actions_.triggered.connect(self.do)
        window.parts.details.action_wanted.connect(self.do)
        window.parts.details.note_set.connect(self._on_note_set)
        window.parts.details.entry_wanted.connect(window.select)
        window.parts.details.left.connect(self._on_details_left)
        window.reception.happened.connect(window.parts.details.settle_notes)
        window.details.changed.connect(self._typed_ahead.go_on)
        window.commanding.chosen.connect(self.trigger)
        views.opened.connect(self._on_opened)
        views.booking_wanted.connect(self._on_booking_wanted)
        views.move_wanted.connect(self._on_move_wanted)
        views.day_wanted.connect(self._on_day_wanted)
        views.menu_wanted.connect(self._on_menu_wanted)
        views.moves_wanted.connect(self._on_moves_wanted)
        views.held_changed.connect(self._on_held_changed)
        views.typing_begun.connect(self._on_typing_begun)
        talk.booking_wanted.connect(self._on_patient_found)
        talk.next_free_wanted.connect(self._on_patient_found)
        talk.new_patient_wanted.connect(self._on_new_patient)
        talk.entry_wanted.connect(window.select)

    @Slot(object)
    def trigger(self, action: ActionId) -> None:
        """As if its key was pressed: checkable ones change too."""
        self._window.actions_[action].trigger()

    @Slot(object)
    def do(self, action: ActionId) -> None:
        """Do what an action says."""
        window = self._window
        if window.permission.refuses_action(action):
            return
        if action in self._do:
            self._do[action]()
        elif action in self._statuses:
            self._set_status(self._statuses[action])
        elif action in self._views:
            window.go_to(Shown(self._views[action], window.shown.day))
        elif action in self._pages:
            window.go_to(window.shown.paged(self._pages[action]))
        elif action in self._themes:
            window.appearance.set_mode(self._themes[action])
        elif action in self._languages:
            window.appearance.speak(self._languages[action])
        else:
            window.set_colour_by(self._colours[action])

    def book(self) -> None:
        """A new appointment where the keyboard's cursor stands, or the next free one of the day."""
        draft = self._drafted(self._window.parts.views.chosen_place())
        if draft is not None:
            self._window.conversations.book(draft, by_line=self._window.books_by_line)

    def block(self) -> None:
        """Block the time where the cursor stands."""
        self._begin(self._draft(self._window.parts.views.chosen_place(), EntryKind.BLOCKOUT))

    def absence(self) -> None:
        """Somebody is away: whoever's column the cursor stands in, from the day shown on."""
        window = self._window
        place, zone = window.parts.views.chosen_place(), window.zone
        actor, day = (place.actor if place is not None else None), window.shown.day
        if place is not None and zone is not None:
            day = zone.day_of(place.span.start)
        window.conversations.practice.absence(actor, max(day, window.today()))

    def next_free(self) -> None:
        """The next free time for the patient selected, or for whoever is typed."""
        draft = self._draft(None)
        entry, practice = self._window.selected, self._window.practice
        if draft is None or entry is None or practice is None or entry.kind is EntryKind.BLOCKOUT:
            self._begin(draft)
            return
        if entry.procedure is not None:
            draft = with_procedure(practice, with_kind(practice, draft, entry.kind), entry.procedure)
        elif entry.type is not None:
            draft = with_type(practice, draft, entry.type)
        self._begin(replace(draft, patient=entry.patient))

    def open(self) -> None:
        """Edit the selected entry."""
        if (entry := self._window.selected) is not None:
            self._window.conversations.edit(entry)

    def record_milestone(self) -> None:
        """Say that the selected operation has reached its next milestone now."""
        if (entry := self._window.selected) is not None:
            self._window.reception.record_next(entry)

    def write_note(self) -> None:
        """Write in the details; where there is no room for them, in the whole entry."""
        window = self._window
        window.show_panel(Panel.DETAILS)
        if window.parts.details.isVisible():
            window.parts.details.write_note()
        else:
            self.open()

    def move(self) -> None:
        """Take the selected entry in hand."""
        if (entry := self._window.selected) is not None:
            self._typed_ahead.begin_move(self._window.parts.views.view, entry)

    def cancel(self) -> None:
        """Cancel the selected entries, with a reason."""
        chosen, entry = self._window.selected_all, self._window.selected
        if len(chosen) > 1:
            self._window.conversations.together.cancel(chosen)
        elif entry is not None:
            self._window.conversations.cancel(entry)

    def select_all(self) -> None:
        """The column; once that is selected, all that is shown."""
        self._window.parts.views.view.choose_column()

    def today(self) -> None:
        """Back to today."""
        self._window.go_to(Shown(self._window.shown.view, self._window.today()))

    def zoom_in(self) -> None:
        """Larger."""
        self._window.parts.views.view.zoom_in()

    def zoom_out(self) -> None:
        """Smaller."""
        self._window.parts.views.view.zoom_out()

    def zoom_day(self) -> None:
        """The whole day."""
        self._window.parts.views.view.zoom_day()

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self._window.window().close()

    def _set_status(self, status: Status) -> None:
        self._window.reception.set_status(self._window.selected_all, status)

    def _draft(self, place: Place | None, kind: EntryKind = EntryKind.APPOINTMENT) -> Draft | None:
        """A draft for a place, or for the first free time from the day shown on."""
        window = self._window
        practice, zone = window.practice, window.zone
        if practice is None or zone is None:
            return None
        if place is None or place.actor is None:
            day = max(window.shown.day, window.today())
            return first_draft(practice, kind, zone.day_of(place.span.start) if place else day)
        start = zone.local(place.span.start)
        minutes = (place.span.end - place.span.start) // 60
        draft = first_draft(
            practice,
            kind,
            start.date(),
            start.hour * 60 + start.minute,
            wished=(place.actor,),
        )
        meant = place.is_drawn or kind is EntryKind.BLOCKOUT
        return replace(draft, minutes=minutes) if meant else draft

    def _drafted(self, place: Place | None) -> Draft | None:
        """A draft of what is booked in the view shown; an operation is as long as its phases."""
        kind = self._kind()
        draft = self._draft(place, kind)
        return replace(draft, minutes=None) if draft is not None and kind is EntryKind.OPERATION else draft

    def _kind(self) -> EntryKind:
        """What is booked in the view shown."""
        is_theatre = self._window.shown.view is ViewKind.ROOMS
        return EntryKind.OPERATION if is_theatre else EntryKind.APPOINTMENT

    def _begin(self, draft: Draft | None, typed: str = "") -> None:
        if draft is not None:
            self._window.conversations.book(draft, typed)

    @Slot(object)
    def _on_note_set(self, note: NoteSet) -> None:
        self._window.reception.submit(MoveRequest(note.entry, note.version, note=note.text))

    @Slot()
    def _on_details_left(self) -> None:
        self._window.parts.views.view.setFocus()

    @Slot(object)
    def _on_opened(self, entry: EntryId) -> None:
        found = self._window.feed.entry(entry)
        if found is not None:
            self._window.conversations.edit(found)

    @Slot(object)
    def _on_booking_wanted(self, place: Place) -> None:
        self._begin(self._drafted(place))

    @Slot(object)
    def _on_move_wanted(self, wanted: MoveWanted) -> None:
        entry, practice = self._window.placing.entry(wanted.entry), self._window.practice
        held = self._in_hand.get(wanted.entry)
        if held is not None and (entry is None or entry.version < held.version):
            entry = held
        if entry is not None and practice is not None:
            request = move_request(practice, entry, wanted)
            if not self._window.permission.refuses(request):
                self._window.conversations.series.change(entry, request)

    @Slot()
    def _on_held_changed(self) -> None:
        held = self._window.parts.views.view.held()
        if held:
            known = {each.id: each for each in self._window.feed.those(held)}
            self._in_hand = {id_: each for id_, each in self._in_hand.items() if id_ in held} | known

    @Slot(object)
    def _on_moves_wanted(self, wanted: tuple[MoveWanted, ...]) -> None:
        window, practice = self._window, self._window.practice
        entries = self._in_hand | {each.id: each for each in window.feed.entries()}
        if practice is not None and all(each.entry in entries for each in wanted):
            window.reception.submit_all(move_request(practice, entries[each.entry], each) for each in wanted)

    @Slot(object)
    def _on_typing_begun(self, typed: TypedAt) -> None:
        """Whoever types on free time begins a booking there, for the patient whose name that is."""
        self._on_booking_wanted(typed.place)
        sheet = self._window.conversations.sheet
        if isinstance(sheet, openings.BookingSheet):
            sheet.patient.begin_typing(typed.text)

    @Slot(object)
    def _on_day_wanted(self, day: date) -> None:
        self._window.go_to(Shown(ViewKind.DAY, day))

    @Slot(object)
    def _on_menu_wanted(self, wanted: MenuWanted) -> None:
        entry = self._window.feed.entry(wanted.entry)
        is_several = len(self._window.selected_all) > 1
        self._window.conversations.menu(entry, wanted.global_pos, is_several=is_several)

    @Slot(object)
    def _on_patient_found(self, patient: PatientOnEntry) -> None:
        draft = self._draft(None)
        self._begin(replace(draft, patient=patient) if draft is not None else None)

    @Slot(object)
    def _on_new_patient(self, typed: str) -> None:
        self._begin(self._draft(None), typed)
