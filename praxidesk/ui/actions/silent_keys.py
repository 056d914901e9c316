"""A key that can do nothing now says why, instead of being silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent, QKeySequence

from praxidesk.ui.actions.action_list import ACTIONS
from praxidesk.ui.search.command_reasons import reason

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace


class SilentKeys(QObject):
    """Qt passes the key of a disabled action on to whatever has the focus, and at last to the window."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window

    def explain(self, event: QKeyEvent) -> bool:
        """Say why the action of this key is not possible; whether it is one's key at all."""
        actions, pressed = self._window.actions_, QKeySequence(event.keyCombination())
        if actions.are_suspended:
            return False
        for spec in ACTIONS:
            if pressed in actions[spec.id].shortcuts() and not actions.is_allowed(spec.id):
                if refusal := actions.refusal(spec.id):
                    self._window.toast.say_hint(refusal)
                    return True
                name = actions[spec.id].text().replace("&&", "&").removesuffix(" …")
                why = reason(spec.id, spec.needs, actions.met)
                self._window.toast.say_hint(self.tr("{action}: {reason}").format(action=name, reason=why))
                return True
        return False
