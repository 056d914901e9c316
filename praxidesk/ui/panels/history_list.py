"""What was done to an entry, newest first: when, what, by whom and from where."""

from itertools import islice, zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from praxidesk.engine.outcomes import RecordedChange
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.click_label import ClickLabel
from praxidesk.ui.controls.discard import clear
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.history import history_words
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.panels.subject import Known
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording import dates, theatre_words, words

SHOWN_LINES = 8

_Line = tuple[str, str, str]
"""When, what, and what the tooltip says."""


class HistoryList(QWidget):
    """Times of today, dates of before."""

    all_wanted = Signal()
    """More than stands here."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[_Line, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnMinimumWidth(0, 40)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self.all = ClickLabel(theme, "", SECONDARY, REGULAR, Tone.ACCENT)
        self.all.clicked.connect(self.all_wanted)
        self.all.hide()
        column.addWidget(self.all)

    def set_theme(self, theme: Theme) -> None:
        """New lines are drawn in these colours; the present ones hear it themselves."""
        self._theme = theme

    def show_known(self, practice: Practice, zone: Zone, known: Known, now: int) -> None:
        """Show the newest deeds, from the journal where it may be read."""
        self.all.say(self.tr("Whole history …"))
        self.all.lead(leads=True)
        self.all.setVisible(bool(known.deeds))
        if not known.deeds:
            self.show_lines(zone, known.history, now)
            return
        self._show(
            tuple(
                (
                    moment(zone, each.at, now),
                    history_words.listed(
                        (
                            history_words.deed_words(practice, zone, each),
                            history_words.doer_words(each.doer),
                        )
                    ),
                    f"{dates.when_at(zone, each.at)}\n{history_words.doer_known(each.doer)}",
                )
                for each in known.deeds[:SHOWN_LINES]
            )
        )

    def show_lines(self, zone: Zone, lines: tuple[RecordedChange, ...], now: int) -> None:
        """Show the newest of these, of whose doers nothing is known here."""
        self._show(
            tuple(
                (moment(zone, line.at, now), _word(zone, line, before), "")
                for line, before in islice(zip_longest(lines, lines[1:]), SHOWN_LINES)
            )
        )

    def _show(self, shown: tuple[_Line, ...]) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._grid)
        for row, (time, what, more) in enumerate(shown):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(ToneLabel(self._theme, time, SECONDARY, REGULAR, Tone.SECOND), row, 0, top)
            line = ToneLabel(self._theme, what, SECONDARY)
            line.setWordWrap(True)
            line.setToolTip(plain_tooltip(more))
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
