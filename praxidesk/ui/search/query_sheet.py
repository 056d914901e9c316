"""A line to type into and what it finds below: the shape of search and command list."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from praxidesk.ui.controls.key_cap import KeyCap
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import REGULAR, SECONDARY, TITLE
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.sheet import Sheet

WIDTH = 800
_TALLEST = 520
_TOP = 84
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class TypedSheet(Sheet):
    """The field keeps the focus; arrows, paging and Enter go to whatever a subclass lists below it."""

    taken = Signal()
    """Enter."""
    stepped = Signal(object)
    """``int``: a line up or down."""
    paged = Signal(object)
    """``int``: a page up or down."""
    grouped = Signal(object)
    """``int``: to the next or previous group."""

    def __init__(self, window: QWidget, theme: Theme, icon: Icon) -> None:
        super().__init__(window, theme, WIDTH)
        self.field = QLineEdit()
        self.field.setFont(TITLE.font())
        self.field.setFrame(False)
        self.field.setMaxLength(200)
        self.field.setStyleSheet("QLineEdit, QLineEdit:focus { border: none; background: transparent; }")
        self.count = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        picture = QLabel()
        picture.setPixmap(pixmap(icon, theme.text2, 20, self.devicePixelRatioF()))
        head = QHBoxLayout()
        head.setContentsMargins(18, 12, 16, 12)
        head.setSpacing(8)
        head.addWidget(picture)
        head.addWidget(self.field, 1)
        head.addWidget(self.count)
        head.addWidget(KeyCap(self.tr("Esc"), theme))
        self.card.column.addLayout(head)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        self.field.installEventFilter(self)

    def open(self) -> None:
        """Show it, ready to type."""
        super().open()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter of the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key, by = Qt.Key(event.key()), _STEPS.get(Qt.Key(event.key()), 0)
            if by:
                is_group = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                is_page = key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
                (self.grouped if is_group else self.paged if is_page else self.stepped).emit(by)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.taken.emit()
                return True
        return super().eventFilter(watched, event)

    def _top(self) -> int:
        """Right below the toolbar: the field stands where it was called, and the lists have room."""
        return min(_TOP, super()._top())

    def mousePressEvent(self, event: object) -> None:  # noqa: ARG002 (Qt's)
        """A click beside it leaves it: nothing typed is lost that matters."""
        self.dismiss()


class QuerySheet(TypedSheet):
    """The same with a column of widgets that scrolls."""

    def __init__(self, window: QWidget, theme: Theme, icon: Icon) -> None:
        super().__init__(window, theme, icon)
        inside = Surface(theme, "raised")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(8, 8, 8, 8)
        self.body.setSpacing(4)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.card.column.addWidget(self.area, 1)
        self.fit_body()

    def fit_body(self) -> None:
        """As tall as what was found, within limits."""
        wanted = self.body.sizeHint().height()
        self.area.setFixedHeight(min(wanted, _TALLEST))
        self.follow_content()
