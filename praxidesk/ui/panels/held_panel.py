"""The lower part of the right panel: what is parked, and who waits; entries are dropped here to be parked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.controls.key_cap import KeyCap
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.held_list import HeldLine, HeldList

_MOST_HEIGHT, _LEAST_HEIGHT = 320, 160
_SHARE = 0.27
"""Of the window's height: in a low one the details of what is selected need the room."""


class HeldPanel(Surface):
    """A drop target of the calendar, too."""

    turned = Signal()
    """It is to be seen now, or no longer."""

    def __init__(self, theme: Theme, key: Callable[[ActionId], str]) -> None:
        """``key`` names the keys of an action in the language spoken."""
        super().__init__(theme, "chrome")
        self._look = theme
        self._is_over = False
        self._most = _MOST_HEIGHT
        self._key = key
        self._caps = {each: KeyCap("", theme) for each in (ActionId.PLACE, ActionId.PLACE_WAITING)}
        self._parked_title, self._waiting_title = section_label(theme), section_label(theme)
        self.parked, self.waiting = HeldList(theme), HeldList(theme)
        self._hint = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.THIRD)
        self._hint.setWordWrap(True)
        inside = Surface(theme, "chrome")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(4)
        self._heads: list[QWidget] = []
        for title, action, part in (
            (self._parked_title, ActionId.PLACE, self.parked),
            (self._waiting_title, ActionId.PLACE_WAITING, self.waiting),
        ):
            head = QWidget()
            row = QHBoxLayout(head)
            row.setContentsMargins(0, 4, 0, 0)
            row.addWidget(title)
            row.addStretch(1)
            row.addWidget(self._caps[action])
            column.addWidget(head)
            column.addWidget(part)
            self._heads.append(head)
            if part is self.parked:
                column.addWidget(self._hint)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(3, 3, 3, 3)
        whole.addWidget(self._area)
        self.show_lines((), ())

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        super().set_theme(theme)
        self._look = theme

    @property
    def theme(self) -> Theme:
        """In whose colours it is drawn."""
        return self._look

    def show_lines(self, parked: Sequence[HeldLine], waiting: Sequence[HeldLine]) -> None:
        """Show these."""
        self.parked.show_lines(parked)
        self.waiting.show_lines(waiting)
        self.retranslate()
        for part, head in zip((self.parked, self.waiting), self._heads, strict=True):
            head.setVisible(bool(part.lines()) or part is self.parked)
        self._fit()

    def limit(self, window_height: int) -> None:
        """Take no more than a share of a window of this height."""
        self._most = max(_LEAST_HEIGHT, min(_MOST_HEIGHT, round(window_height * _SHARE)))
        self._fit()

    def _fit(self) -> None:
        wanted = 116 + self.parked.sizeHint().height() + self.waiting.sizeHint().height()
        self.setFixedHeight(min(self._most, wanted))

    def retranslate(self) -> None:
        """Word it anew."""
        count, waiting = len(self.parked.lines()), len(self.waiting.lines())
        self._parked_title.say(self.tr("Parked {count}").format(count=count or "").strip())
        self._waiting_title.say(self.tr("Waiting list {count}").format(count=waiting))
        for action, cap in self._caps.items():
            cap.set_key(self._key(action))
        self.parked.setAccessibleName(self.tr("Parked entries"))
        self.waiting.setAccessibleName(self.tr("Waiting list"))
        if count:
            self._hint.say(self.tr("Each keeps its time until it is placed."))
        else:
            self._hint.say(
                self.tr("Drag an entry here, or press {key}, to place it later.").format(
                    key=self._key(ActionId.PARK)
                )
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Unfolded."""
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Folded away."""
        super().hideEvent(event)
        self.turned.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def covers(self, at: QPoint) -> bool:
        """Whether a point of the screen is in it."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(at))

    def show_held(self, *, over: bool) -> None:
        """Show that what is held would be parked; or no longer."""
        if over != self._is_over:
            self._is_over = over
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame around it while something would be dropped into it."""
        super().paintEvent(event)
        if self._is_over:
            painter = QPainter(self)
            pen = QPen(self._look.accent, 2)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
            painter.end()
