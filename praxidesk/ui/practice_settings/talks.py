"""Opens the sheets about the practice itself and its store, and tells what was saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui import openings
from praxidesk.worker.gateway import Gateway

if TYPE_CHECKING:
    from datetime import date

    from praxidesk.ui.conversations.conversations import Conversations


class PracticeTalks(QObject):
    """In turn with the other sheets."""

    saved = Signal(object)
    """``tuple[SettingsChange | None, str]``: what takes it back, and what is said of it."""
    absence_entered = Signal(object)
    """``tuple[AbsenceChange, str]``: and what is said of it."""

    def __init__(self, talk: Conversations, gateway: Gateway) -> None:
        super().__init__(talk)
        self._talk, self._gateway = talk, gateway

    def settings(self) -> None:
        """Everything the practice is made of."""
        place = self._talk.place()
        if place is None:
            return
        sheet = openings.SettingsSheet(self._talk.window_, self._talk.theme, self._gateway, *place)
        sheet.saved.connect(self.saved)
        self._talk.show(sheet)

    def logins(self) -> None:
        """Who may sign in."""
        place = self._talk.place()
        if place is not None:
            talk = self._talk
            talk.show(openings.LoginsSheet(talk.window_, talk.theme, self._gateway, *place))

    def absence(self, actor: ActorId | None, day: date) -> None:
        """Enter an absence of somebody, beginning on a day."""
        place = self._talk.place()
        if place is None or not any(each.active for each in place[0].actors.values()):
            return
        sheet = openings.AbsenceSheet(self._talk.window_, self._talk.theme, self._gateway, *place, actor, day)
        sheet.done.connect(self.absence_entered)
        sheet.moving_wanted.connect(self._talk.moving_wanted)
        self._talk.show(sheet)

    def diagnosis(self) -> None:
        """How fast the store answers, and what it is."""
        place = self._talk.place()
        if place is not None:
            talk = self._talk
            talk.show(openings.DiagnosticsSheet(talk.window_, talk.theme, self._gateway, place[1]))
