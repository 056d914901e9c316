"""What the squares of a month mean: how full each half hour is, from free to full."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from praxidesk.ui.calendar.load_colours import LEVELS, level_colour
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import REGULAR, SMALL
from praxidesk.ui.look.theme import Theme

_SIDE, _HIGH, _GAP = 12, 9, 6


class _Steps(QWidget):
    """The squares."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """All of them."""
        return QSize(len(LEVELS) * (_SIDE + _GAP) - _GAP, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Draw them."""
        painter = QPainter(self)
        for level in range(len(LEVELS)):
            painter.fillRect(level * (_SIDE + _GAP), 0, _SIDE, _HIGH, level_colour(self._theme, level))
        painter.end()


class LoadKey(QWidget):
    """Stands in the status line beside a month."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._minutes = (0, 0)
        self._about = ToneLabel(theme, "", SMALL, REGULAR, Tone.SECOND)
        self._ends = ToneLabel(theme, "", SMALL, REGULAR, Tone.SECOND)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._about)
        row.addWidget(_Steps(theme))
        row.addWidget(self._ends)
        self.retranslate()

    def show_minutes(self, minutes: tuple[int, int]) -> None:
        """Between which wall times loads are shown, in minutes after midnight."""
        if minutes != self._minutes:
            self._minutes = minutes
            self.retranslate()

    def words(self) -> str:
        """What it says."""
        return f"{self._about.words()} {self._ends.words()}"

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Word it anew."""
        start, end = (_hour(minute) for minute in self._minutes)
        self._about.say(self.tr("Load of each half hour {start}–{end}").format(start=start, end=end))
        self._ends.say(self.tr("free → full"))


def _hour(minute: int) -> str:
    """``07``, or ``07:30``."""
    return f"{minute // 60:02}" if minute % 60 == 0 else f"{minute // 60:02}:{minute % 60:02}"
