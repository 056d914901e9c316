"""A line that is read when somebody leaves it or presses Enter, such as a day or a time."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from praxidesk.ui.controls.refused_mark import mark_refused
from praxidesk.ui.text import plain_tooltip

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReadField(QLineEdit):
    """What cannot be read stays as it was typed, framed, and keeps Enter from going further."""

    refusal_changed = Signal()
    """What stands there can no longer be read, or is being mended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editingFinished.connect(self._on_finished)
        self.textChanged.connect(self._forgive)

    @property
    def is_refused(self) -> bool:
        """Whether what stands there could not be read; the value is still the one before."""
        return bool(self.property("refused"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads first, and is nobody else's where that fails."""
        super().keyPressEvent(event)
        if event.key() in ENTER and self.is_refused:
            self.selectAll()
            event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ready to be overwritten."""
        super().focusInEvent(event)
        self.selectAll()

    def read(self) -> bool:
        """Take what is typed; whether it could be read."""
        raise NotImplementedError

    @Slot()
    def _on_finished(self) -> None:
        is_read = self.read()
        self._mark(refused=not is_read)
        said = "" if is_read else self.tr("“{text}” cannot be read here.").format(text=self.text())
        self.setAccessibleDescription(said)
        self.setToolTip(plain_tooltip(said) if said else "")
        if said and self.isVisible():
            below = self.mapToGlobal(QPoint(0, self.height()))
            QToolTip.showText(below, plain_tooltip(said), self)

    @Slot()
    def _forgive(self) -> None:
        if self.is_refused:
            self._mark(refused=False)
            QToolTip.hideText()

    def _mark(self, *, refused: bool) -> None:
        if refused is not self.is_refused:
            mark_refused(self, refused=refused)
            self.refusal_changed.emit()


def refused_in(part: QWidget) -> ReadField | None:
    """The first field of a dialog that somebody has to look at before anything is saved; it gets the keys."""
    found = unreadable_in(part)
    if found is not None:
        found.setFocus()
    return found


def unreadable_in(part: QWidget) -> ReadField | None:
    """The first field of a dialog in which something stands that cannot be read."""
    fields = part.findChildren(ReadField)
    return next((each for each in fields if each.is_refused and each.isVisible()), None)
