"""The last hour minute by minute: how many answers of the store were quick, felt, waited for."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from praxidesk.engine.walltime import Zone
from praxidesk.ui.look.fonts import SMALL
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording import dates
from praxidesk.worker.questions.diagnostics import MinuteTimes

translate = QCoreApplication.translate
HEIGHT = 124
_TOP, _BOTTOM = 24, 20
_SWATCH, _GAP = 10, 6


def level_names() -> tuple[str, ...]:
    """What the levels of an answer's time are called, the quickest first."""
    return (
        translate("diagnostics", "up to 10 ms"),
        translate("diagnostics", "up to 100 ms"),
        translate("diagnostics", "up to 1 s"),
        translate("diagnostics", "longer"),
    )


class CourseChart(QWidget):
    """Bars that stand on each other, the slow ones on top; never by colour alone: the legend counts them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._zone: Zone | None = None
        self._minutes: tuple[MinuteTimes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_minutes(self, minutes: Sequence[MinuteTimes], zone: Zone) -> None:
        """Paint these, and say the same to a screen reader."""
        self._minutes, self._zone = tuple(minutes), zone
        told = ", ".join(f"{name}: {count}" for name, count in zip(level_names(), self.counts(), strict=True))
        self.setAccessibleName(translate("diagnostics", "Answers of the last hour"))
        self.setAccessibleDescription(told)
        self.update()

    def counts(self) -> tuple[int, ...]:
        """How many answers there were of each level, in the whole hour."""
        return tuple(sum(each.counts[level] for each in self._minutes) for level in range(len(level_names())))

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Legend, bars, times."""
        painter = QPainter(self)
        painter.setFont(SMALL.font())
        self._paint_legend(painter)
        field = QRect(0, _TOP, self.width(), self.height() - _TOP - _BOTTOM)
        most = max((sum(each.counts) for each in self._minutes), default=0)
        for place, minute in enumerate(self._minutes):
            left = field.width() * place // len(self._minutes)
            right = field.width() * (place + 1) // len(self._minutes) - 2
            bottom = field.bottom()
            for colour, count in zip(self._colours(), minute.counts, strict=True):
                if count:
                    # What happened once among thousands is still to be seen.
                    height = max(2, count * (field.height() - 8) // most)
                    painter.fillRect(QRect(left, bottom - height, right - left, height), colour)
                    bottom -= height
        painter.fillRect(0, field.bottom(), field.width(), 1, self._theme.linestrong)
        self._paint_times(painter, field)
        painter.end()

    def _paint_legend(self, painter: QPainter) -> None:
        metrics = QFontMetrics(SMALL.font())
        x = 0
        for colour, name, count in zip(self._colours(), level_names(), self.counts(), strict=True):
            painter.fillRect(QRect(x, 4, _SWATCH, _SWATCH), colour)
            words = f"{name}: {count}"
            x += _SWATCH + _GAP
            painter.setPen(self._theme.text2)
            painter.drawText(QRect(x, 0, self.width() - x, 18), Qt.AlignmentFlag.AlignVCenter, words)
            x += metrics.horizontalAdvance(words) + 18

    def _paint_times(self, painter: QPainter, field: QRect) -> None:
        if self._zone is None or not self._minutes:
            return
        painter.setPen(self._theme.text2)
        line = QRect(0, field.bottom() + 3, field.width(), 16)
        first, last = self._minutes[0].begins_at, self._minutes[-1].begins_at
        middle = self._minutes[len(self._minutes) // 2].begins_at
        for at, side in (
            (first, Qt.AlignmentFlag.AlignLeft),
            (middle, Qt.AlignmentFlag.AlignHCenter),
            (last, Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, dates.clock(self._zone, at))

    def _colours(self) -> tuple[QColor, ...]:
        return (self._theme.linestrong, self._theme.accent, self._theme.warn, self._theme.danger)
