"""A list of names to choose from, found by the beginning of any of their words."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from praxidesk.engine.spelling import folded

_FORGET_MS = 1500
_NO_LETTER = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class NameBox(QComboBox):
    """*oka* chooses Dr. Daniel Okafor: Qt's own search begins at the title, which everybody has."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._forgetting = QTimer(self)
        self._forgetting.setSingleShot(True)
        self._forgetting.setInterval(_FORGET_MS)
        self._forgetting.timeout.connect(self._forget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters find a name; everything else is as in other lists."""
        text = event.text()
        is_letter = text.isprintable() and bool(text.strip() or (text and self._typed))
        if not is_letter or event.modifiers() & _NO_LETTER:
            super().keyPressEvent(event)
            return
        event.accept()
        self._forgetting.start()
        self._typed += text
        place = self.place_of(self._typed)
        if place is None:
            self._typed = text  # a new name is begun
            place = self.place_of(text)
        if place is not None and place != self.currentIndex():
            self.setCurrentIndex(place)
            self.activated.emit(place)

    def place_of(self, text: str) -> int | None:
        """The first item from the present one on of which a word begins so, or the whole of it does."""
        wanted = folded(text)
        count, here = self.count(), max(0, self.currentIndex())
        for place in ((here + step) % count for step in range(count)):
            name = folded(self.itemText(place))
            words = name.split()
            if any(" ".join(words[first:]).startswith(wanted) for first in range(len(words))):
                return place
        return None

    @Slot()
    def _forget(self) -> None:
        self._typed = ""
