"""The operating rooms beside their plan: how the day goes, milestones by hand, and what a delay asks for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from praxidesk.engine.progress import Stage, room_of
from praxidesk.engine.requests import MilestoneRequest, MoveRequest
from praxidesk.engine.room_progress import DayProgress, RoomProgress, day_progress
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui.calendar.rooms.plan import operating_rooms
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from praxidesk.ui.changes.moves import move_request
from praxidesk.ui.holding.roomless import Roomless
from praxidesk.ui.other_rooms import other_rooms
from praxidesk.ui.overlays.push_sheet import PushSheet
from praxidesk.ui.panels.delay_box import DelayBox
from praxidesk.ui.panels.milestone_times import MilestoneSet
from praxidesk.ui.panels.operation_details import is_operation
from praxidesk.ui.panels.status_line import TheatreCounts
from praxidesk.ui.settings import Panel
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.wording import dates, words
from praxidesk.worker.gateway import Gateway

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class Theatre(QObject):
    """Between the panel of operations and the rest of the window."""

    def __init__(self, window: Workplace, gateway: Gateway) -> None:
        super().__init__(window)
        self._window = window
        self._state: CalendarState | None = None
        self._progress: DayProgress | None = None
        self._known: tuple[CalendarState | None, dict[tuple[date, ActorId | None], DayProgress]] = (None, {})
        self._offers: list[MoveWanted] = []
        self.roomless = Roomless(gateway, self)
        self.roomless.changed.connect(self._on_roomless_changed)
        panel = self._panel = window.parts.details.operation
        window.feed.state_built.connect(self._on_state_built)
        window.details.changed.connect(self.show)
        panel.milestone_set.connect(self._on_milestone_set)
        for late in (panel.late, window.parts.details.late):
            late.push_wanted.connect(self._on_push_wanted)
            late.other_room_wanted.connect(self._on_other_room_wanted)

    def type_milestone(self) -> None:
        """Type the time of the next milestone of the selected operation, in the panel beside."""
        window = self._window
        if not is_operation(window.selected):
            return
        if window.parts.details.isHidden():
            window.show_panel(Panel.DETAILS)
        if window.parts.details.isHidden():
            window.toast.say_done(self.tr("The window is too narrow for the details of the operation."))
        else:
            self._panel.milestones.edit_next()

    @Slot()
    def show(self) -> None:
        """How the day of the plan goes, and that of the selected operation."""
        state, window = self._state, self._window
        if state is None:
            return
        entry, is_plan = window.selected, window.shown.view is ViewKind.ROOMS
        own = None
        if entry is not None and is_operation(entry):
            own = self._progress_of(state, state.zone.day_of(entry.starts_at), room_of(entry))
        self._progress = self._progress_of(state, window.shown.day) if is_plan else own
        late = self._progress.rooms.values() if self._progress is not None else ()
        self._panel.show_progress(own, late)
        alone = late if not window.details.entries else ()
        window.parts.details.late.show_rooms(state.practice, state.zone, alone)
        window.parts.status.show_theatre(self._counts())

    def _progress_of(self, state: CalendarState, day: date, beside: ActorId | None = None) -> DayProgress:
        """The same as long as the state is: whatever is selected meanwhile."""
        if self._known[0] is not state:
            self._known = state, {}
        known = self._known[1]
        if (day, beside) not in known:
            known[day, beside] = progress_of(state, state.zone.day(day), beside)
        return known[day, beside]

    def _counts(self) -> TheatreCounts | None:
        """How many operations are how far, where today's plan is shown."""
        progress, state = self._progress, self._state
        is_plan = self._window.shown.view is ViewKind.ROOMS
        if progress is None or state is None or not is_plan or self._window.shown.day != self._window.today():
            return None
        return TheatreCounts(
            over=progress.count(Stage.OVER),
            running=progress.count(Stage.RUNNING),
            cleaning=progress.count(Stage.CLEANING),
            planned=progress.count(Stage.PLANNED),
            late=progress.late_count,
        )

    @Slot(object)
    def _on_state_built(self, state: CalendarState) -> None:
        self._state = state
        self.roomless.look(at_it=self._window.shown.view is ViewKind.ROOMS)
        self.show()

    @Slot()
    def _on_roomless_changed(self) -> None:
        entries = self.roomless.entries
        self._window.feed.know_beside(entries)
        self._window.parts.views.show_roomless(entries)

    @Slot(object)
    def _on_milestone_set(self, wanted: MilestoneSet) -> None:
        entry = self._window.feed.entry(wanted.entry)
        if entry is not None:
            request = MilestoneRequest(entry.id, entry.version, {wanted.milestone: wanted.at})
            self._window.reception.submit(request)

    @Slot(object)
    def _on_push_wanted(self, room: ActorId) -> None:
        late, place = self._late(room), self._window.conversations.place()
        if late is None or place is None or not late.pushes:
            return
        sheet = PushSheet(self._window, self._window.conversations.theme, *place, late)
        sheet.accepted.connect(self._on_push_accepted)
        self._window.conversations.show(sheet)

    @Slot(object)
    def _on_push_accepted(self, room: ActorId) -> None:
        """What was listed is moved, as it is known now: the plan may have gone on meanwhile."""
        late = self._late(room)
        if late is not None:
            self._window.reception.submit_all(
                MoveRequest(each.entry.id, each.entry.version, starts_at=each.starts_at)
                for each in late.pushes
            )

    @Slot(object)
    def _on_other_room_wanted(self, box: DelayBox) -> None:
        late, state = self._late(box.room), self._state
        if late is None or state is None or late.pushed is None:
            return
        entry = late.pushed.entry
        menu = QMenu(self._window)
        self._offers = []
        menu.addAction(_plain(words.entry_name(state.practice, entry))).setEnabled(False)
        menu.addSeparator()
        for offer in other_rooms(state, entry, late.pushed.starts_at):
            name = words.actor_name(state.practice, offer.room)
            time = dates.clock(state.zone, offer.wanted.span.start)
            text = self.tr("{room} · {time}").format(room=name, time=time)
            if offer.against:
                text = self.tr("{room} · {time} · {reason}").format(
                    room=name, time=time, reason=offer.against
                )
            action = QAction(_plain(text), menu)
            action.setEnabled(not offer.against)
            action.setData(len(self._offers))
            action.triggered.connect(self._on_room_chosen)
            self._offers.append(offer.wanted)
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        button = box.other_room
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    @Slot()
    def _on_room_chosen(self) -> None:
        action, practice = self.sender(), self._window.practice
        if not isinstance(action, QAction) or practice is None:
            return
        wanted = self._offers[int(action.data())]
        entry = self._window.feed.entry(wanted.entry)
        if entry is not None:
            self._window.conversations.series.change(entry, move_request(practice, entry, wanted))

    def _late(self, room: ActorId) -> RoomProgress | None:
        return self._progress.rooms.get(room) if self._progress is not None else None


def _plain(text: str) -> str:
    """In a menu an ampersand is an ampersand."""
    return text.replace("&", "&&")


def progress_of(state: CalendarState, day: Span, beside: ActorId | None = None) -> DayProgress:
    """How a day of all operating rooms goes, and of one room beside them."""
    rooms = operating_rooms(state.practice)
    if beside is not None and beside not in rooms:
        rooms = (*rooms, beside)
    start, end = day
    entries = [each for each in state.entries if each.starts_at < end and start < each.ends_at]
    return day_progress(state.practice, entries, rooms, day, state.now, unseen=state.unseen)
