"""How to leave the board: a button that is there while the mouse moves, for nobody needs it on a wall."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from praxidesk.ui.board import board_words
from praxidesk.ui.look.theme import ThemeName, theme

STAYS_MS = 3_000
_MARGIN = 24


class WayOut(QPushButton):
    """Lies at the upper edge, between the counts and the time."""

    def __init__(self, board: QWidget) -> None:
        super().__init__(board)
        self._board = board
        colours = theme(ThemeName.DARK)
        self.setStyleSheet(
            f"QPushButton {{ color: {colours.text.name()}; background: {colours.raised.name()};"
            f" border: 1px solid {colours.control.name()}; border-radius: 6px; padding: 8px 18px; }}"
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(STAYS_MS)
        self._leaving.timeout.connect(self.leave)
        self.clicked.connect(board.close)
        self.hide()

    def come(self) -> None:
        """Be there for a moment, and the pointer with it."""
        self.setText(board_words.way_out())
        self.adjustSize()
        self.move(self._board.width() * 7 // 10 - self.width() // 2, _MARGIN)
        self._board.setCursor(Qt.CursorShape.ArrowCursor)
        self.show()
        self.raise_()
        self._leaving.start()

    @Slot()
    def leave(self) -> None:
        """No longer; unless the pointer is on it."""
        if self.underMouse():
            self._leaving.start()
            return
        self._board.setCursor(Qt.CursorShape.BlankCursor)
        self.hide()
