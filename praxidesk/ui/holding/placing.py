"""Parking entries, and placing parked and waiting ones, by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.engine.waiting import Waiting, place_for, who_fits
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.hand_view import HandView
from praxidesk.ui.calendar.over_days import OverDays, moved_to
from praxidesk.ui.calendar.tile_face import FaceWords
from praxidesk.ui.changes.happenings import Happened
from praxidesk.ui.holding import held_words
from praxidesk.ui.holding.holding import Holding
from praxidesk.ui.holding.park_card import ParkCard, ParkingPlaces
from praxidesk.ui.holding.taking_up import TakingUp
from praxidesk.ui.panels.held_list import Carried, HeldLine
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.wording.counted import counted
from praxidesk.worker.gateway import Gateway

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class Placing(QObject):
    """Between the calendar, the panel beside it and what is held there."""

    def __init__(self, window: Workplace, gateway: Gateway, settings: DeskSettings, place: str) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._settings = settings
        self._in_the_way: frozenset[EntryId] = frozenset()
        self._freed: Entry | None = None
        """What was cancelled last, if nothing was changed since."""
        self.holding = Holding(gateway, settings, place, self)
        self.doings: dict[ActionId, Callable[[], None]] = {
            ActionId.PARK: self.park,
            ActionId.PLACE: self.place_parked,
            ActionId.PLACE_WAITING: self.place_waiting,
            ActionId.WAITLIST: self.put_on_waiting_list,
        }
        self.taking_up = TakingUp(window)
        self._over_days = OverDays(self)
        self._over_days.page_wanted.connect(self._on_page_wanted)
        panel, views = window.parts.held, window.parts.views
        self.holding.changed.connect(self.show)
        gateway.practice_loaded.connect(self.show)
        views.park_wanted.connect(self._on_park_wanted)
        self.places = ParkingPlaces(panel, ParkCard(panel.theme, views))
        views.set_drop_target(self.places)
        views.held_changed.connect(self._on_held_changed)
        views.set_day_target(window.parts.side.sheet)
        self._over_days.set_target(window.parts.side.sheet)
        views.page_wanted.connect(self._on_page_wanted)
        window.reception.happened.connect(self._on_happened)
        window.reception.known = self.entry
        window.conversations.moving_wanted.connect(self.taking_up.take)
        window.conversations.parking_wanted.connect(self._on_parking_wanted)
        window.conversations.setbacks.look_beside(self.holding.entry)
        window.conversations.setbacks.in_the_way_changed.connect(self._on_in_the_way)
        for part in (panel.parked, panel.waiting):
            part.taken.connect(self._on_taken)
            part.carried.connect(self._on_carried)
            part.dropped.connect(self._on_dropped)
        panel.parked.removed.connect(self._on_removed)
        panel.turned.connect(self._count)
        window.parts.status.parked_wanted.connect(self._on_parked_shown)

    def entry(self, wanted: EntryId) -> Entry | None:
        """One that is shown, parked or waiting, as it is known here."""
        return self._window.feed.entry(wanted) or self.holding.entry(wanted)

    def park(self) -> None:
        """Put the selected entries beside the calendar."""
        self._park(self._window.selected_all)

    def place_parked(self) -> None:
        """Take the first parked entry in hand."""
        parked = self.holding.parked
        if parked:
            self._take(parked[0], None)
        else:
            self._window.toast.say_hint(self.tr("Nothing is parked."))

    def place_waiting(self) -> None:
        """Take who has waited longest in hand; after a cancellation who fits its place, and there."""
        waiting, fitting = self.holding.waiting, self._fitting()
        if fitting and self._freed is not None:
            self._take(fitting[0].entry, Status.BOOKED)
            view = self._window.parts.views.view
            if isinstance(view, HandView):
                view.aim(*place_for(fitting[0], self._freed))
        elif waiting:
            self._take(waiting[0].entry, Status.BOOKED)
        else:
            self._window.toast.say_hint(self.tr("Nobody is on the waiting list."))

    def put_on_waiting_list(self) -> None:
        """The selected entries wait for a better time; their present one becomes free."""
        self._window.reception.set_status(self._window.selected_all, Status.WAITLIST)

    @Slot()
    def show(self) -> None:
        """The panel and the marks in the calendar as things are now."""
        practice, zone = self._gateway.practice, self._gateway.zone
        if practice is None or zone is None:
            return
        now = self._gateway.now()
        fitting = {each.entry.id for each in self._fitting()}
        face = FaceWords(practice, zone, self._settings.colour_by, {})
        parked = [
            HeldLine(
                each.id,
                held_words.who(practice, zone, each, now),
                held_words.parked_about(practice, each),
                held_words.parked_when(zone, each, now),
                held_words.parked_hint(zone, each),
                face.colour(each),
            )
            for each in self.holding.parked
        ]
        waiting = [
            HeldLine(
                each.entry.id,
                held_words.who(practice, zone, each.entry, now),
                held_words.waiting_about(practice, zone, each),
                held_words.fits(zone, self._freed, now)
                if self._freed is not None and each.entry.id in fitting
                else held_words.waiting_since(zone, each, now),
                "",
            )
            for each in self.holding.waiting
        ]
        self._window.parts.held.show_lines(parked, waiting)
        self._mark()
        self._count()

    def _fitting(self) -> tuple[Waiting, ...]:
        """Who waits for the place that was cancelled last, while that is still to come."""
        freed = self._freed
        if freed is None or freed.starts_at <= self._gateway.now():
            return ()
        return who_fits(self.holding.waiting, freed)

    @Slot()
    def _count(self) -> None:
        """Below, where the panel is folded away."""
        parts = self._window.parts
        parts.status.show_parked(0 if parts.held.isVisible() else len(self.holding.parked))

    @Slot()
    def _on_parked_shown(self) -> None:
        """Unfold the panel."""
        action = self._window.actions_[ActionId.DETAILS_PANEL]
        if not action.isChecked():
            action.trigger()
            return
        said = self.tr("The window is too narrow for that. {key} takes the first one in hand.")
        self._window.toast.say_hint(said.format(key=self._window.actions_.key(ActionId.PLACE)))

    def _mark(self) -> None:
        parked = frozenset(each.id for each in self.holding.parked)
        self._window.parts.views.mark(parked, self._in_the_way)

    @Slot(object)
    def _on_in_the_way(self, entries: frozenset[EntryId]) -> None:
        self._in_the_way = entries
        self._mark()

    def _park(self, entries: Iterable[Entry]) -> None:
        parked, zone = tuple(entries), self._gateway.zone
        practice = self._gateway.practice
        if not parked or practice is None or zone is None:
            return
        self.holding.park(parked)
        name = held_words.who(practice, zone, parked[0], self._gateway.now())
        if len(parked) > 1:
            name = counted.appointments(len(parked))
            said = self.tr("Parked: {name} · each keeps its time until it is placed").format(name=name)
        else:
            hint = held_words.parked_hint(zone, parked[0])
            said = self.tr("Parked: {name} · {hint}").format(name=name, hint=hint)
        self._window.toast.say_done(said)

    def _take(self, entry: Entry, status: Status | None) -> None:
        """In hand, by keys; where the view has no place for it, in the day."""
        window = self._window
        newest = self.entry(entry.id) or entry
        if not window.parts.views.view.hold(newest, status):
            window.go_to(Shown(ViewKind.DAY, window.shown.day))
            window.parts.views.view.hold(newest, status)

    def _status(self, entry: Entry) -> Status | None:
        """What placing makes of it."""
        return Status.BOOKED if entry.status is Status.WAITLIST else None

    @Slot(object)
    def _on_park_wanted(self, entries: tuple[EntryId, ...]) -> None:
        self._park(found for each in entries if (found := self.entry(each)) is not None)

    @Slot(object)
    def _on_parking_wanted(self, entries: tuple[Entry, ...]) -> None:
        self._park(entries)

    @Slot(object)
    def _on_page_wanted(self, day: date) -> None:
        self._window.go_to(Shown(self._window.shown.view, day))

    @Slot(object)
    def _on_taken(self, wanted: EntryId) -> None:
        entry = self.entry(wanted)
        if entry is not None:
            self._take(entry, self._status(entry))

    @Slot(object)
    def _on_removed(self, wanted: EntryId) -> None:
        self.holding.take_out((wanted,))

    @Slot()
    def _on_held_changed(self) -> None:
        """A card to park on, where the panel for it is folded away."""
        view = self._window.parts.views.view
        self.places.offer(is_held=isinstance(view, HandView) and view.is_dragging())

    @Slot(object)
    def _on_carried(self, carried: Carried) -> None:
        """Into the calendar, or over a day of the month beside it, whose page comes."""
        entry = self.entry(carried.entry)
        if entry is not None:
            self._over_days.hover(carried.at, self._window.feed.days)
            self._window.parts.views.view.hold_at(entry, carried.at, self._status(entry))

    @Slot(object)
    def _on_dropped(self, carried: Carried) -> None:
        views, day = self._window.parts.views, self._over_days.day
        entry, zone = self.entry(carried.entry), self._window.zone
        self._over_days.leave()
        views.view.put_held(carried.at)
        if day is not None and entry is not None and zone is not None:
            views.move_wanted.emit(*moved_to(zone, [entry], day, self._status(entry)))
            self._on_page_wanted(day)

    @Slot(object)
    def _on_happened(self, happened: Happened) -> None:
        is_one_gone = len(happened.entries) == 1 and happened.entry.status is Status.CANCELLED
        self._freed = happened.entry if is_one_gone else None
        self.show()
        placed = []
        for each in happened.entries:
            known = self.holding.entry(each.id)
            people = {(part.actor, part.starts_at) for part in each.allocations}
            if known is not None and people != {(part.actor, part.starts_at) for part in known.allocations}:
                placed.append(each.id)
        self.holding.take_out(placed)
        self.holding.refresh_soon()
