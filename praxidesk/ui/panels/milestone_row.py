"""One milestone in the list of an operation: reached, passed over, next or to come."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from praxidesk.engine.vocabulary import Milestone
from praxidesk.ui.controls.key_cap import cap_width, paint_cap
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme

EDGE = 7
"""By so much the next one's button reaches beyond the others."""
TIME_WIDTH = 44
APART = 18
"""Between the planned time and the real one."""
_HIGH, _NEXT_HIGH = 27, 32
_ICON = 16
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class RowState(StrEnum):
    """How far it is."""

    REACHED = "reached"
    LAST = "last"
    """Reached, and nothing after it."""
    NEXT = "next"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a row says."""

    state: RowState
    name: str
    planned: str
    reached: str
    """The real time; empty where it has none."""
    spoken: str


class MilestoneRow(QAbstractButton):
    """The next one is a button that records it; the others are lines that can be corrected."""

    def __init__(self, milestone: Milestone, theme: Theme) -> None:
        super().__init__()
        self.milestone = milestone
        self._theme = theme
        self._key = ""
        self._is_typed = False
        self.words = RowWords(RowState.AHEAD, "", "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def say(self, words: RowWords, key: str) -> None:
        """Set the words; the key stands on the next one."""
        self.words, self._key = words, key
        is_next = words.state is RowState.NEXT
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_next else Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_next else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(words.spoken)
        self.updateGeometry()
        self.update()

    def set_typed(self, typed: bool) -> None:
        """Whether a field lies over its real time."""
        self._is_typed = typed
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A full line of the panel."""
        return QSize(200, _NEXT_HIGH if self.words.state is RowState.NEXT else _HIGH)

    def time_rect(self) -> QRect:
        """Where the real time stands."""
        right = self.width() - EDGE
        return QRect(right - TIME_WIDTH, 0, TIME_WIDTH, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Symbol, name, planned and real time."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_next = self.words.state is RowState.NEXT
        if is_next:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._fill())
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        ink = theme.onaccent if is_next else theme.text if self._is_loud() else theme.text2
        painter.drawPixmap(QPoint(EDGE, (self.height() - _ICON) // 2), self._picture(ink))
        painter.setPen(ink)
        painter.setFont(BASE.font(SEMIBOLD if is_next or self._is_loud() else REGULAR))
        name = self.rect().adjusted(EDGE + _ICON + 8, 0, -EDGE, 0)
        painter.drawText(name, _LEFT, self.words.name)
        self._times(painter, ink)
        if self.hasFocus():
            painter.setPen(QPen(theme.onaccent if is_next else theme.focus, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = 2.5 if is_next else 1
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 3, 3)
        painter.end()

    def _times(self, painter: QPainter, ink: QColor) -> None:
        place = self.time_rect()
        if self.words.state is RowState.NEXT and not self._is_typed:
            end = QPoint(self.width() - EDGE - 1, self.height() // 2)
            paint_cap(painter, end, self._key, ink, ink)
            place.moveRight(end.x() - cap_width(self._key) - 8)
            painter.setFont(BASE.font(REGULAR))
            painter.drawText(place, _RIGHT, self.words.planned)
            return
        painter.setFont(BASE.font(SEMIBOLD if self._is_loud() else REGULAR))
        if not self._is_typed:
            painter.drawText(place, _RIGHT, self.words.reached or "–")
        place.translate(-TIME_WIDTH - APART, 0)
        painter.setFont(BASE.font(REGULAR))
        painter.setPen(ink if self.words.state is RowState.NEXT else self._theme.text2)
        painter.drawText(place, _RIGHT, self.words.planned)

    def _picture(self, ink: QColor) -> QPixmap:
        ratio = self.devicePixelRatioF()
        match self.words.state:
            case RowState.NEXT:
                name = Icon.PLAY
            case RowState.AHEAD:
                name = Icon.CIRCLE
            case _:
                name = Icon.CHECK if self.words.reached else Icon.MINUS
        return pixmap(name, ink, _ICON, ratio)

    def _is_loud(self) -> bool:
        return self.words.state is RowState.LAST

    def _fill(self) -> QColor:
        theme = self._theme
        return theme.accenthover if self.underMouse() or self.isDown() else theme.accent
