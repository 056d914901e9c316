"""A sheet that opens by itself hears nothing at first: what is being typed was meant for something else."""

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

REST_MS = 350
"""Without a key or a click; shorter than it takes to see the sheet and mean a key of it."""

_KEPT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
    }
)
_PUTS_OFF = _KEPT - {QEvent.Type.KeyRelease}


class KeyRest(QObject):
    """Lives on the sheet, until keys and buttons have been still for a moment.

    It asks for its parent where it needs the sheet: two that hold each other are left to the garbage
    collector, which may run on another thread, and a widget that dies there takes the program with it.
    """

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(REST_MS)
        self._still.timeout.connect(self._on_still)

    @property
    def is_on(self) -> bool:
        """Whether keys are still nobody's."""
        return self._still.isActive()

    def begin(self) -> None:
        """Hear nothing from now on."""
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
            self._still.start()

    def end(self) -> None:
        """Hear again."""
        self._still.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what would go to the sheet; a key that is held, or typing that goes on, puts it off."""
        kind = event.type()
        if kind not in _KEPT or not isinstance(watched, QWidget):
            return False
        sheet = self.parent()
        if not isinstance(sheet, QWidget) or (watched is not sheet and not sheet.isAncestorOf(watched)):
            return False
        if kind in _PUTS_OFF:
            self._still.start()
        event.accept()  # a ShortcutOverride that is accepted is no shortcut
        return True

    @Slot()
    def _on_still(self) -> None:
        self.end()
