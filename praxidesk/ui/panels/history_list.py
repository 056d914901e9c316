"""What was done to an entry, newest first."""

from itertools import islice, zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from praxidesk.engine.outcomes import RecordedChange
from praxidesk.engine.walltime import Zone
from praxidesk.ui import dates, theatre_words, words
from praxidesk.ui.controls.discard import clear
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.fonts import REGULAR, SECONDARY
from praxidesk.ui.theme import Theme

SHOWN_LINES = 8


class HistoryList(QWidget):
    """Times of today, dates of before."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnMinimumWidth(0, 40)
        self._grid.setColumnStretch(1, 1)

    def set_theme(self, theme: Theme) -> None:
        """New lines are drawn in these colours; the present ones hear it themselves."""
        self._theme = theme

    def show_lines(self, zone: Zone, lines: tuple[RecordedChange, ...], now: int) -> None:
        """Show the newest of these."""
        shown = tuple(
            (moment(zone, line.at, now), _word(zone, line, before))
            for line, before in islice(zip_longest(lines, lines[1:]), SHOWN_LINES)
        )
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._grid)
        for row, (time, what) in enumerate(shown):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(ToneLabel(self._theme, time, SECONDARY, REGULAR, Tone.SECOND), row, 0, top)
            line = ToneLabel(self._theme, what, SECONDARY)
            line.setWordWrap(True)
            self._grid.addWidget(line, row, 1, top)


def _word(zone: Zone, line: RecordedChange, before: RecordedChange | None) -> str:
    if line.milestones:
        return theatre_words.recorded(zone, line.milestones)
    # The history keeps times and no people: who came or went is a change like that of a note.
    has_moved = before is not None and before.span != line.span
    return words.history_word(line.change, line.status, has_moved=has_moved)


def moment(zone: Zone, instant: int, now: int) -> str:
    """``09:33`` of today, ``12.11.`` of another day."""
    day = zone.day_of(instant)
    return dates.clock(zone, instant) if day == zone.day_of(now) else dates.day_month(day)
