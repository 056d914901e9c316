"""The registry of gestures as Qt actions: worded, tinted, enabled by what is selected."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from praxidesk.ui.action_list import ACTIONS, GROUPS, ActionId, Needs, action_texts
from praxidesk.ui.icons import icon
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.theme import Theme


def key_text(key: str) -> str:
    """A key as it is written on the keyboard of this language: ``Strg+Z``."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class Actions(QObject):
    """One ``QAction`` for each gesture, installed on a window.

    Single letters are safe: Qt asks a focused text field first (``ShortcutOverride``), and it keeps them.
    """

    triggered = Signal(object)
    """``ActionId``; for checkable ones too, by hand only."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[ActionId, QAction] = {}
        for spec in ACTIONS:
            action = QAction(window)
            action.setObjectName(spec.id)
            action.setData(spec.id)
            action.setCheckable(spec.checkable)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setAutoRepeat(spec.id in {ActionId.PREVIOUS, ActionId.NEXT})
            action.triggered.connect(self._on_triggered)
            window.addAction(action)
            self._actions[spec.id] = action
        for members in GROUPS:
            group = QActionGroup(self)
            for member in members:
                group.addAction(self._actions[member])
        self.retranslate()

    def __getitem__(self, wanted: ActionId) -> QAction:
        """The action of a gesture."""
        return self._actions[wanted]

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        for spec in ACTIONS:
            if spec.icon is not None:
                self._actions[spec.id].setIcon(icon(spec.icon, theme))

    def allow(self, met: frozenset[Needs]) -> None:
        """Enable what can be done now; undo and redo are told apart."""
        for spec in ACTIONS:
            if spec.id not in {ActionId.UNDO, ActionId.REDO}:
                self._actions[spec.id].setEnabled(spec.needs in met)

    def key(self, wanted: ActionId) -> str:
        """Its first key as written, or nothing."""
        keys = self._actions[wanted].shortcuts()
        return keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        for wanted, text in action_texts().items():
            action = self._actions[wanted]
            action.setText(text.replace("&", "&&"))
            key = self.key(wanted)
            action.setToolTip(plain_tooltip(f"{text} ({key})" if key else text))

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.triggered.emit(ActionId(action.objectName()))
