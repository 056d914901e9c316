"""The way to what was changed last, where that is out of sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from praxidesk.engine.entries import Entry
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.changes.happenings import Happened

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class Aftermath(QObject):
    """Made after what tells of a change: the toast offers the way beside the words."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._last: Entry | None = None
        self.doings: dict[ActionId, Callable[[], None]] = {ActionId.SHOW_CHANGED: self.go_there}
        window.reception.happened.connect(self._on_happened)
        window.toast.show_wanted.connect(self.go_there)

    @Slot()
    def go_there(self) -> None:
        """To what was changed last, with it selected; or to what the toast says waits for an answer."""
        if self._window.interruptions.show_first():
            return
        if self._last is not None:
            self._window.select(self._last)
            self._window.parts.views.view.setFocus()
        else:
            self._window.toast.say_hint(self.tr("Nothing has been changed here yet."))

    def lead_to(self, entry: Entry) -> None:
        """The toast names this entry: with the way there, where it is out of sight."""
        window, zone = self._window, self._window.zone
        self._last = entry
        if zone is not None and zone.day_of(entry.starts_at) not in window.feed.days:
            key = window.actions_.key(ActionId.SHOW_CHANGED)
            window.toast.offer_to_show(self.tr("Show"), key)

    @Slot(object)
    def _on_happened(self, happened: Happened) -> None:
        self.lead_to(happened.entry)
