"""What must be answered, and comes while somebody is at something else: said, and shown when they ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.changes.happenings import Happened

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace

_TYPED_IN = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)


@dataclass(frozen=True, slots=True)
class Interruption:
    """One thing to answer."""

    text: str
    """All of it in a sentence or two."""
    entries: frozenset[EntryId]
    """What it is about: once one of them is changed after all, it is settled."""
    show: Callable[[], None]
    """Open its sheet."""


class Interruptions(QObject):
    """Opens a sheet by itself only where it takes the keys from nobody; the toast names what waits."""

    def __init__(self, window: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Interruption] = []
        window.toast.put_away.connect(self._on_put_away)
        window.toast.left.connect(self.say)

    def come(self, interruption: Interruption) -> None:
        """Show it now, where nobody is at anything else; else say it, with the way there."""
        if self._is_somebody_busy():
            self._waiting.append(interruption)
            self.say()
        else:
            interruption.show()

    def show_first(self) -> bool:
        """Open what the toast names; whether it names anything that waits."""
        is_named = bool(self._waiting) and self._window.toast.says(self._waiting[0].text)
        if not is_named or self._window.conversations.sheet is not None:
            return False
        first = self._waiting.pop(0)
        self._window.toast.dismiss()
        first.show()
        return True

    @Slot()
    def say(self) -> None:
        """Name the first of those that wait; the way there, once no sheet lies over it."""
        if self._waiting:
            toast = self._window.toast
            toast.say_error(self._waiting[0].text)
            if self._window.conversations.sheet is None:
                toast.offer_to_show(self.tr("Show"), self._window.actions_.key(ActionId.SHOW_CHANGED))

    @Slot(object)
    def settle(self, happened: Happened) -> None:
        """What has been changed after all needs no answer any more."""
        changed = {each.id for each in happened.entries}
        self._waiting = [each for each in self._waiting if changed.isdisjoint(each.entries)]

    @Slot(object)
    def _on_put_away(self, text: str) -> None:
        """Somebody has read it, and leaves everything as it is."""
        self._waiting = [each for each in self._waiting if each.text != text]

    def _is_somebody_busy(self) -> bool:
        window = self._window
        return (
            window.conversations.sheet is not None
            or window.parts.views.view.is_moving()
            or isinstance(QApplication.focusWidget(), _TYPED_IN)
            or QApplication.activePopupWidget() is not None
            or QApplication.mouseButtons() != Qt.MouseButton.NoButton
        )
