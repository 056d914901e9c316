"""What the status line and the strip of a lost connection are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from praxidesk.ui.calendar.month.view import MonthView
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import StoreState

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class StatusReport(QObject):
    """Passes on the facts as they come; decides nothing."""

    def __init__(self, window: Workplace, gateway: Gateway) -> None:
        super().__init__(window)
        self._window, self._gateway, self._parts = window, gateway, window.parts
        status, feed = window.parts.status, window.feed
        gateway.state_changed.connect(self._on_store_state)
        feed.state_built.connect(self._on_state_built)
        feed.calendar_changed.connect(self._on_calendar_changed)
        feed.lateness.changed.connect(status.show_loading)
        window.reception.lateness.changed.connect(status.show_saving)
        window.parts.views.state_shown.connect(self._on_state_shown)
        window.parts.connection.give_up_wanted.connect(gateway.unanswered_given_up)

    @Slot(object)
    def _on_store_state(self, state: StoreState) -> None:
        self._parts.status.show_state(state, self._gateway.zone)
        self._parts.connection.show_state(state, self._gateway.zone, self._gateway.now())

    @Slot()
    def _on_state_built(self) -> None:
        feed = self._window.feed
        self._parts.status.count(feed.counting(), feed.counts, self._window.shown.view)

    @Slot()
    def _on_state_shown(self) -> None:
        month = self._parts.views.views[ViewKind.MONTH]
        if isinstance(month, MonthView):
            self._parts.status.load_key.show_minutes(month.load_minutes)

    @Slot(object)
    def _on_calendar_changed(self, at: int) -> None:
        if self._gateway.zone is not None:
            self._parts.status.show_change(at, self._gateway.zone)
