"""What else the patient has shortly before and after: lines that lead there."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import EntryId, Role, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.discard import discard
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording import dates, words

_HEIGHT = 24
_WHEN = 84
"""Room for ``Mi 25. Nov.``."""
_PAD = 6


@dataclass(frozen=True, slots=True)
class OtherEntry:
    """One line."""

    entry: Entry
    when: str
    what: str
    is_past: bool
    spoken: str


def other_entries(
    practice: Practice, zone: Zone, here: Entry, around: Iterable[Entry], now: int
) -> tuple[OtherEntry, ...]:
    """The others as lines, by start: of the same day with their time, else with their day."""
    return tuple(_line(practice, zone, here, each, now) for each in around if each.id != here.id)


def _line(practice: Practice, zone: Zone, here: Entry, other: Entry, now: int) -> OtherEntry:
    day, today = zone.day_of(other.starts_at), zone.day_of(now)
    when = dates.short_day(day)
    if day == zone.day_of(here.starts_at):
        when = dates.clock(zone, other.starts_at)
    elif day.year != today.year:
        when = dates.birth_date(day)
    parts = [words.short_service_name(practice, other)]
    if other.status is Status.NOSHOW:
        parts.append(words.status_name(other.status))
    else:
        people = (each.actor for each in other.allocations if each.role in _WHO)
        parts += [words.short_actor_name(practice, each) for each in list(people)[:1]]
    what = " · ".join(parts)
    spoken = f"{dates.short_day(day)} {dates.clock(zone, other.starts_at)}, {what}"
    return OtherEntry(other, when, what, other.starts_at < now, spoken)


_WHO = (Role.PRACTITIONER, Role.SURGEON)


class OtherEntries(QWidget):
    """A click, or Space, goes there."""

    entry_wanted = Signal(object)
    """``Entry``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[OtherEntryRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_theme(self, theme: Theme) -> None:
        """New lines are drawn in these colours; the present ones hear it themselves."""
        self._theme = theme

    def lines(self) -> tuple[OtherEntry, ...]:
        """What is shown."""
        return tuple(each.line for each in self._rows)

    def row(self, entry: EntryId) -> QAbstractButton:
        """The line of an entry."""
        return next(each for each in self._rows if each.line.entry.id == entry)

    def show_lines(self, lines: tuple[OtherEntry, ...]) -> None:
        """Show these; the same ones stay as they are."""
        if lines == self.lines():
            return
        for row in self._rows:
            discard(row)
        self._rows = [OtherEntryRow(each, self._theme) for each in lines]
        for row in self._rows:
            row.clicked.connect(self._on_clicked)
            self._column.addWidget(row)

    @Slot()
    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, OtherEntryRow):
            self.entry_wanted.emit(row.line.entry)


class OtherEntryRow(QAbstractButton):
    """When at the left, what at the right; what is past is quieter."""

    def __init__(self, line: OtherEntry, theme: Theme) -> None:
        super().__init__()
        self.line = line
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(line.spoken)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A line of the panel."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """The line, tinted under the pointer."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(-_PAD + 1.0, 1.0, -1.0, -1.0)
        painter.setPen(QPen(theme.focus, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.hover if self.underMouse() or self.isDown() else Qt.BrushStyle.NoBrush)
        if self.hasFocus() or self.underMouse():
            painter.drawRoundedRect(frame.adjusted(_PAD, 0, 0, 0), 4, 4)
        painter.setFont(SECONDARY.font(REGULAR))
        metrics = QFontMetrics(painter.font())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(theme.text2)
        painter.drawText(QRect(QPoint(0, 0), QSize(_WHEN, self.height())), align, self.line.when)
        painter.setPen(theme.text2 if self.line.is_past else theme.text)
        room = self.width() - _WHEN - _PAD
        text = metrics.elidedText(self.line.what, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(_WHEN, 0, room, self.height()), align, text)
        painter.end()
