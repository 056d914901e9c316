"""The list of all commands: opens it, does what is chosen, and remembers what was used last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.settings import DeskSettings
from praxidesk.worker.gateway import Gateway

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace

REMEMBERED = 5


class Commanding(QObject):
    """What is chosen is done as if its key was pressed."""

    chosen = Signal(object)
    """``ActionId``."""

    def __init__(self, window: Workplace, gateway: Gateway, settings: DeskSettings) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._settings = settings

    @property
    def doings(self) -> dict[ActionId, Callable[[], None]]:
        """What each action does."""
        return {ActionId.COMMANDS: self.open}

    @Slot()
    def open(self) -> None:
        """List every command."""
        talk = self._window.conversations
        sheet = openings.CommandSheet(
            talk.window_, talk.theme, self._window.actions_, self._gateway, self._recent()
        )
        sheet.chosen.connect(self._on_chosen)
        sheet.patient_wanted.connect(talk.card)
        talk.show(sheet)

    def _recent(self) -> list[ActionId]:
        known = set(ActionId)
        return [ActionId(each) for each in self._settings.recent_commands if each in known]

    @Slot(object)
    def _on_chosen(self, action: ActionId) -> None:
        others = [each for each in self._recent() if each is not action]
        self._settings.recent_commands = tuple([action, *others][:REMEMBERED])
        self.chosen.emit(action)
