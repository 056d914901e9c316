"""Keeps the waiting room up to date, and between it and the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.engine.waiting_order import WaitingOrder
from praxidesk.engine.waiting_room import Presence, waiting_room
from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.minute_clock import MinuteClock
from praxidesk.ui.settings import DeskSettings, Panel
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Ticket, Told
from praxidesk.worker.questions.waiting_room import PresenceOfDay
from praxidesk.worker.week_cache import monday_of

if TYPE_CHECKING:
    from praxidesk.ui.waiting.waiting_panel import WaitingPanel
    from praxidesk.ui.window.workplace import Workplace

_WIDE_FROM = 1500
"""Width of the window from which the panel has all its own."""
_THERE = frozenset({Status.ARRIVED, Status.CHECKED_IN})


class WaitingWatch(QObject):
    """Shows today's room beside the day view, whichever day that shows; makes the panel when it is wanted."""

    def __init__(self, window: Workplace, gateway: Gateway, settings: DeskSettings) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._settings = settings
        self.panel: WaitingPanel | None = None
        """``None`` as long as nobody wanted it."""
        self._presence: Mapping[EntryId, Presence] = {}
        self._asked: Ticket | None = None
        self._asked_about: object = None
        self._clock = MinuteClock(gateway.now, self)
        self._clock.minute_begun.connect(self._show)
        self.doings: dict[ActionId, Callable[[], None]] = {ActionId.WAITING_ROOM: self.toggle}
        window.parts.status.waiting_wanted.connect(self.go)
        window.feed.state_built.connect(self._on_state_built)
        window.details.changed.connect(self._on_selected)
        gateway.told.connect(self._on_told)

    @property
    def is_shown(self) -> bool:
        """Whether the panel stands beside the day."""
        return self.panel is not None and not self.panel.isHidden()

    @Slot()
    def toggle(self) -> None:
        """Show it, from any view, or put it away."""
        is_wanted = self._window.shown.view is not ViewKind.DAY or not self.is_shown
        self._settings.set_panel_shown(Panel.WAITING, ViewKind.DAY, is_wanted)
        day = self._window.today() if is_wanted else self._window.shown.day
        had_focus = self.panel is not None and self.panel.list.hasFocus()
        self._window.go_to(Shown(ViewKind.DAY, day))
        if is_wanted and self.panel is not None:
            self.panel.list.setFocus()
        elif had_focus:
            self._window.parts.views.view.setFocus()

    @Slot()
    def go(self) -> None:
        """Show it, and put the keyboard into it."""
        if self._window.practice is None:
            return
        if self.panel is not None and self.is_shown and self._window.shown.view is ViewKind.DAY:
            self.panel.list.setFocus()
        else:
            self.toggle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width of the window, another of the panel."""
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._fold()
        return False

    def _fold(self) -> None:
        if self.panel is not None:
            self.panel.set_wide(wide=self._window.width() >= _WIDE_FROM)

    @Slot(object)
    def _on_state_built(self, state: object) -> None:  # noqa: ARG002 (the signal's)
        is_wanted = self._window.shown.view is ViewKind.DAY and self._settings.is_panel_shown(
            Panel.WAITING, ViewKind.DAY
        )
        if is_wanted and self.panel is None:
            self._make()
        panel = self.panel
        if panel is None:
            return
        panel.setVisible(is_wanted)
        if not is_wanted:
            self._clock.stop()
            return
        self._clock.start()
        self._fold()
        self._ask()
        self._show()

    def _make(self) -> None:
        self.panel = openings.WaitingPanel(self._window.appearance.theme, self._settings.waiting_order)
        self._window.parts.beside.addWidget(self.panel)
        self._window.installEventFilter(self)
        self.panel.order_chosen.connect(self._on_order_chosen)
        self.panel.reworded.connect(self._show)
        self.panel.list.chosen.connect(self._on_chosen)
        self.panel.list.opened.connect(self._on_opened)
        self.panel.list.left.connect(self._on_left)

    def _entries(self) -> tuple[Entry, ...] | None:
        """Today's week, as far as it is known; ``None`` where the days shown are far from today."""
        monday = monday_of(self._window.today())
        before = monday - timedelta(days=7)
        if any(monday_of(day) == monday for day in self._window.feed.days):
            return tuple(self._window.feed.entries())
        batch = self._gateway.week(monday)
        if batch is None:
            return None
        batches = [each for each in (self._gateway.week(before), batch) if each is not None]
        return tuple({entry.id: entry for each in batches for entry in each.entries}.values())

    def _ask(self) -> None:
        """Only where somebody has come or gone since."""
        entries = self._entries()
        if entries is None:
            return
        about = self._window.today(), tuple(_come(entries))
        if about != self._asked_about:
            self._asked_about = about
            self._asked = self._gateway.ask(PresenceOfDay(about[0]))

    @Slot()
    def _show(self) -> None:
        practice, zone, panel = self._window.practice, self._gateway.zone, self.panel
        if practice is None or zone is None or panel is None or panel.isHidden():
            return
        entries = self._entries()
        today = self._window.today()
        keys = self._window.actions_.key(ActionId.ARRIVED), self._window.actions_.key(ActionId.TODAY)
        if entries is None:
            panel.show_room(practice, zone, None, *keys)
            return
        now, order = self._gateway.now(), self._settings.waiting_order
        room = waiting_room(entries, self._presence, zone.day(today), now, order)
        panel.show_room(practice, zone, room, *keys)
        panel.list.select(self._window.parts.views.selected())

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._asked and isinstance(told.answer, Mapping):
            self._presence = told.answer
            self._show()

    @Slot()
    def _on_selected(self) -> None:
        if self.panel is not None and self.is_shown:
            self.panel.list.select(self._window.parts.views.selected())

    @Slot(object)
    def _on_order_chosen(self, order: WaitingOrder) -> None:
        self._settings.waiting_order = order
        self._show()

    @Slot(object)
    def _on_chosen(self, entry: EntryId) -> None:
        found = next((each for each in self._entries() or () if each.id == entry), None)
        if found is None:
            return
        window = self._window
        shown = window.actors.of(ViewKind.DAY)
        seen = [
            part.actor
            for part in found.allocations
            if window.practice and part.actor in window.practice.actors
        ]
        if seen and not any(actor in shown for actor in seen):
            # Somebody whose column is not shown: it comes, so that there is a tile to act on.
            window.actors.choose(ViewKind.DAY, (*shown, seen[0]))
            window.arrange()
        window.select(found)

    @Slot(object)
    def _on_opened(self, entry: EntryId) -> None:
        self._window.parts.views.opened.emit(entry)

    @Slot()
    def _on_left(self) -> None:
        self._window.parts.views.view.setFocus()


def _come(entries: Iterable[Entry]) -> Iterable[tuple[EntryId, int]]:
    """Those who are there, and in which version: what the answer hangs on."""
    return ((each.id, each.version) for each in entries if each.status in _THERE)
