"""A button that stands for an action, and lets its keys be where they are heard."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton


class ActionButton(QToolButton):
    """As with ``setDefaultAction``, by which Qt would hear the action's keys wherever the button is shown."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        action = self._action
        self.setText(action.iconText())
        self.setToolTip(action.toolTip())
        self.setIcon(action.icon())
        self.setEnabled(action.isEnabled())
