"""What every face of the details panel is: a column of parts that shows a subject."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import section_label
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.subject import Subject

KeyOf = Callable[[ActionId], str]


class DetailsFace(QWidget):
    """Hidden until the panel chooses it; a new one is one line in ``DetailsPanel``."""

    action_wanted = Signal(object)
    """``ActionId``: a button was pressed."""
    note_set = Signal(object)
    """``NoteSet``."""
    entry_wanted = Signal(object)
    """``Entry``: go there."""
    left = Signal()
    """By key: the focus may go back to the calendar."""

    def __init__(self, theme: Theme, key_of: KeyOf) -> None:
        super().__init__()
        self._theme = theme
        self.key_of = key_of

    def set_theme(self, theme: Theme) -> None:
        """New parts are drawn in these colours; the present ones hear it themselves."""
        self._theme = theme

    def show_subject(self, subject: Subject) -> None:
        """Show it; called whenever something about it is another, the minute too."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Word anew what does not come with the subject."""
        raise NotImplementedError

    def scrolled(self) -> QVBoxLayout:
        """A column that fills the face and scrolls where the window is too low."""
        inside = Surface(self._theme, "chrome")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(4)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        return column


class Titled(QWidget):
    """A part under a small heading; both are shown or hidden together."""

    def __init__(self, theme: Theme, part: QWidget, aside: QWidget | None = None) -> None:
        super().__init__()
        self._title = section_label(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        if aside is not None:
            head.addWidget(aside)
        column.addLayout(head)
        column.addWidget(part)

    def say(self, title: str) -> None:
        """Set the heading."""
        self._title.say(title)
