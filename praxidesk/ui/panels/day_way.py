"""A patient's way through the practice on one day: what is behind, and what comes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import GONE, Status
from praxidesk.engine.waiting_room import Presence
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.glyphs import Symbol, paint_glyph
from praxidesk.ui.controls.discard import clear
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.waiting import waiting_words
from praxidesk.ui.wording import dates, words

translate = QCoreApplication.translate

_SYMBOLS = {
    Status.ARRIVED: Symbol.CLOCK,
    Status.CHECKED_IN: Symbol.PLAY,
    Status.FULFILLED: Symbol.CHECK,
    Status.NOSHOW: Symbol.CROSS,
}


@dataclass(frozen=True, slots=True)
class Station:
    """One line of the way."""

    time: str
    what: str
    symbol: Symbol | None
    """``None`` where it is still to come."""
    is_this: bool = False
    """It is the entry that the details are about."""


def way_of_day(
    practice: Practice, zone: Zone, entry: Entry, around: Sequence[Entry], here: Presence
) -> tuple[Station, ...]:
    """The stations of the entry's day, of a patient who came on it; none for whoever has not come yet.

    :param around: the patient's entries about that day; the entry itself may be among them or not
    """
    day = zone.day_of(entry.starts_at)
    came_at = here.arrived_at if here.arrived_at is not None else here.treated_at
    if came_at is None or zone.day_of(came_at) != day:
        return ()
    every = {each.id: each for each in around if each.status not in GONE} | {entry.id: entry}
    ordered = sorted(every.values(), key=lambda each: (each.starts_at, each.id))
    desk = Station(dates.clock(zone, came_at), translate("day way", "Front desk"), Symbol.CHECK)
    mine = (each for each in ordered if zone.day_of(each.starts_at) == day)
    return (desk, *(_station(practice, zone, each, entry) for each in mine))


def _station(practice: Practice, zone: Zone, each: Entry, entry: Entry) -> Station:
    return Station(
        dates.clock(zone, each.starts_at),
        _what(practice, each),
        _SYMBOLS.get(each.status),
        is_this=each.id == entry.id,
    )


def _what(practice: Practice, entry: Entry) -> str:
    place = waiting_words.room_name(practice, entry) or waiting_words.whom(practice, entry)
    return waiting_words.joined(words.service_name(practice, entry), place)


class _Sign(QWidget):
    """A symbol, or a ring for what is still to come."""

    def __init__(self, theme: Theme, symbol: Symbol | None) -> None:
        super().__init__()
        self._theme, self._symbol = theme, symbol
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a line."""
        return QSize(16, 18)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """One glyph."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._symbol is None:
            painter.setPen(theme.text3)
            painter.drawEllipse(QRectF(3.5, 5.5, 7, 7))
        else:
            ink = {Symbol.CLOCK: theme.st_arrived, Symbol.PLAY: theme.st_checkedin}.get(
                self._symbol, theme.text2
            )
            paint_glyph(painter, self._symbol, QRectF(2, 4, 10, 10), ink)
        painter.end()


class DayWay(QWidget):
    """The stations below each other; built anew when they change."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stations: tuple[Station, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(1, 46)
        self._grid.setColumnStretch(2, 1)

    def set_theme(self, theme: Theme) -> None:
        """New lines are drawn in these colours; the present ones hear it themselves."""
        self._theme = theme

    def stations(self) -> tuple[Station, ...]:
        """What is shown."""
        return self._stations

    def show_stations(self, stations: tuple[Station, ...]) -> None:
        """Show these."""
        if stations == self._stations:
            return
        self._stations = stations
        clear(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for row, each in enumerate(stations):
            weight = SEMIBOLD if each.is_this else REGULAR
            self._grid.addWidget(_Sign(self._theme, each.symbol), row, 0, top)
            self._grid.addWidget(ToneLabel(self._theme, each.time, BASE, REGULAR, Tone.SECOND), row, 1, top)
            what = ToneLabel(self._theme, each.what, BASE, weight)
            what.setWordWrap(True)
            self._grid.addWidget(what, row, 2, top)
