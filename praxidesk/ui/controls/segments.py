"""Several choices beside each other, one of which holds."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme_sheet import ButtonKind, dress


class _Segment(QPushButton):
    """Heavier while it holds; as wide as it is then, so that no neighbour moves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._weigh)

    def sizeHint(self) -> QSize:
        """In its heavier form."""
        hint, words = super().sizeHint(), self.text().replace("&&", "&")
        heavy = QFontMetrics(BASE.font(SEMIBOLD)).horizontalAdvance(words)
        return QSize(hint.width() + heavy - self.fontMetrics().horizontalAdvance(words), hint.height())

    @Slot(bool)
    def _weigh(self, checked: bool) -> None:
        self.setFont(BASE.font(SEMIBOLD if checked else REGULAR))


class Segments(QWidget):
    """Arrow keys move along it, as in every group of exclusive buttons."""

    chosen = Signal(object)
    """``int``: the place of the choice, chosen by hand."""

    def __init__(self, count: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for index in range(count):
            button = _Segment(self)
            button.setProperty("inner", index > 0)
            dress(button, ButtonKind.SEGMENT)
            self._group.addButton(button, index)
            row.addWidget(button)
        self._count = count
        self.set_compact(compact=False)
        self._group.idClicked.connect(self._on_clicked)

    def set_compact(self, compact: bool) -> None:
        """Less air around the words."""
        padding = "padding: 0 9px;" if compact else ""
        # Joined: only the outer corners are round, and the first has nobody to share its left line with.
        first = "margin-left: 0; border-top-left-radius: 4px; border-bottom-left-radius: 4px;"
        last = "border-top-right-radius: 4px; border-bottom-right-radius: 4px;"
        for index in range(self._count):
            corners = first if index == 0 else last if index == self._count - 1 else ""
            self.button(index).setStyleSheet(f"QPushButton {{ {padding} {corners} }}")

    def say(self, words: Sequence[str], tips: Sequence[str] = ()) -> None:
        """Set the words of all, and their (escaped) tooltips."""
        for index, text in enumerate(words):
            self.button(index).setText(text.replace("&", "&&"))
            if tips:
                self.button(index).setToolTip(tips[index])

    def leave_focus_to_keys(self) -> None:
        """A click leaves the focus where it is; Tab still comes here."""
        for each in self._group.buttons():
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def has_focus(self) -> bool:
        """Whether the keys are at one of them."""
        return any(each.hasFocus() for each in self._group.buttons())

    def button(self, index: int) -> QAbstractButton:
        """One of them."""
        return self._group.button(index)

    def choose(self, index: int) -> None:
        """Show this choice; tells nobody."""
        self.button(index).setChecked(True)

    def choice(self) -> int:
        """The place of the choice."""
        return self._group.checkedId()

    @Slot(int)
    def _on_clicked(self, index: int) -> None:
        self.chosen.emit(index)
