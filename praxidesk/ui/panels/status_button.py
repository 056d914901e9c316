"""One step of an entry's status: drawn as past, present, next or possible."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from praxidesk.engine.vocabulary import Status
from praxidesk.ui.controls.key_cap import cap_width, paint_cap
from praxidesk.ui.look.fonts import BASE, MEDIUM, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.icons import pixmap
from praxidesk.ui.look.status_icons import STATUS_ICONS
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.status_steps import StatusStep, StepLook

HEIGHT = 32
_PAD = 12
_ICON = 16


class StatusButton(QAbstractButton):
    """Left the symbol and the word, right the key or the time it happened."""

    def __init__(self, step: StatusStep, theme: Theme) -> None:
        super().__init__()
        self.step = step
        self._theme = theme
        self._words = ""
        self._key = ""
        self._time = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        clickable = step.action is not None
        self.setEnabled(clickable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if clickable else Qt.FocusPolicy.NoFocus)
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, words: str, key: str = "", time: str = "") -> None:
        """Set the word, and the key or the time."""
        self._words, self._key, self._time = words, key, time
        self.setAccessibleName(f"{words} {time}".strip())
        self.update()

    def words(self) -> str:
        """What it says."""
        return self._words

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A full line of the panel."""
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Frame or fill, then the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text, fill, frame, width = self._colours()
        if fill is not None or frame is not None:
            inset = width / 2
            painter.setPen(QPen(frame, width) if frame is not None else Qt.PenStyle.NoPen)
            painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        middle = self.height() // 2
        picture = pixmap(STATUS_ICONS[self.step.status], text, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(_PAD, middle - _ICON // 2), picture)
        loud = self.step.look in (StepLook.PRESENT, StepLook.NEXT)
        painter.setPen(text)
        painter.setFont(BASE.font(SEMIBOLD if loud else REGULAR if self._is_past() else MEDIUM))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        line = self.rect().adjusted(_PAD + _ICON + 8, 0, -_PAD, 0)
        end = QPoint(self.width() - _PAD, middle)
        if self._key:
            paint_cap(painter, end, self._key, text, text if fill is not None and loud else frame or text)
            line.adjust(0, 0, -cap_width(self._key) - 8, 0)
        painter.setFont(BASE.font(SEMIBOLD if loud else REGULAR if self._is_past() else MEDIUM))
        painter.drawText(line, left, self._words)
        if self._time:
            painter.setFont(SECONDARY.font())
            painter.drawText(line, right, self._time)
        painter.end()

    def _is_past(self) -> bool:
        return self.step.look is StepLook.PAST

    def _colours(self) -> tuple[QColor, QColor | None, QColor | None, int]:
        """Of text, fill and frame, and the frame's width."""
        theme = self._theme
        if not self.isEnabled() and self.step.action is not None:
            return theme.text3, None, theme.line, 1
        hovered = self.isEnabled() and (self.underMouse() or self.isDown())
        raised = theme.hover if hovered else theme.raised
        focus = theme.focus if self.hasFocus() else None
        match self.step.look:
            case StepLook.PAST:
                return theme.text2, None, None, 1
            case StepLook.PRESENT:
                return self._present()
            case StepLook.NEXT:
                return theme.accent, raised, focus or theme.accent, 2
            case StepLook.POSSIBLE:
                return theme.text, raised, focus or theme.linestrong, 2 if focus else 1

    def _present(self) -> tuple[QColor, QColor | None, QColor | None, int]:
        theme = self._theme
        filled = {
            Status.ARRIVED: theme.st_arrived,
            Status.CHECKED_IN: theme.st_checkedin,
            Status.FULFILLED: theme.done_text,
            Status.NOSHOW: theme.st_noshow,
        }.get(self.step.status)
        if filled is not None:
            return theme.onstatus, filled, None, 1
        return theme.text, theme.accentsoft, None, 1
