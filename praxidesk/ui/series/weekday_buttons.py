"""Seven buttons, any of which may hold."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from praxidesk.ui.look.fonts import BASE, MEDIUM
from praxidesk.ui.look.theme_sheet import ButtonKind, dress

_PAD = 5


class WeekdayButtons(QWidget):
    """Arrow keys go along it, the space bar turns one on or off."""

    chosen = Signal(object)
    """``frozenset[int]``: by hand, Monday is 0."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons: list[QPushButton] = []
        first = "margin-left: 0; border-top-left-radius: 4px; border-bottom-left-radius: 4px;"
        last = "border-top-right-radius: 4px; border-bottom-right-radius: 4px;"
        for index in range(7):
            button = QPushButton(self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setFont(BASE.font(MEDIUM))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            dress(button, ButtonKind.SEGMENT)
            corners = first if index == 0 else last if index == 6 else ""
            button.setStyleSheet(f"QPushButton {{ padding: 0 {_PAD}px; {corners} }}")
            if index:
                # One stop for Tab, as for every group.
                button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.installEventFilter(self)
            button.clicked.connect(self._on_clicked)
            self.buttons.append(button)
            row.addWidget(button)

    def say(self, short: list[str], names: list[str]) -> None:
        """Set what they say, and what a screen reader says."""
        for button, text, name in zip(self.buttons, short, names, strict=True):
            button.setText(text)
            # The style sheet's own padding is not in the size hint.
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text) + 2 * _PAD + 2)
            button.setAccessibleName(name)

    def choose(self, weekdays: frozenset[int]) -> None:
        """Show these; tells nobody."""
        for index, button in enumerate(self.buttons):
            button.setChecked(index in weekdays)

    def choice(self) -> frozenset[int]:
        """Those that hold."""
        return frozenset(index for index, button in enumerate(self.buttons) if button.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and Right, which a button alone takes for Tab."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            here = next((index for index, each in enumerate(self.buttons) if each is watched), None)
            if step is not None and here is not None:
                self.buttons[(here + step) % 7].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.choice())
