"""Painting the foot of the plan of rooms: operations that wait for a room, and what the patterns mean."""

from collections.abc import Container

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from praxidesk.engine.vocabulary import EntryId, Phase
from praxidesk.ui.calendar.hatches import Hatch, hatch_brush
from praxidesk.ui.calendar.rooms import rooms_text
from praxidesk.ui.calendar.rooms.bars import BarPainter
from praxidesk.ui.calendar.rooms.layout import LABELS, RULER, RoomsLayout
from praxidesk.ui.calendar.rooms.ruler import paint_phase
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.text_line import draw_line
from praxidesk.ui.look.fonts import BASE, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording.counted import counted


def paint_strip(
    painter: QPainter,
    theme: Theme,
    state: CalendarState,
    layout: RoomsLayout,
    selected: Container[EntryId],
) -> None:
    """All of it; the painter is at the contents' origin."""
    strip = QRect(*layout.strip)
    bars = BarPainter(painter, theme, state)
    painter.fillRect(strip, theme.chrome)
    painter.fillRect(QRect(strip.x(), strip.y(), strip.width(), 1), theme.linestrong)
    if layout.waiting:
        line = QRect(strip.x() + 12, strip.y() + 12, LABELS - 16, 18)
        draw_line(painter, rooms_text.waiting_title(), line, BASE, theme.text, weight=SEMIBOLD)
        line.translate(0, 19)
        count = rooms_text.waiting_count(len(layout.waiting))
        draw_line(painter, count, line, SECONDARY, theme.text2)
    for entry, box in layout.cards:
        bars.card(entry, box)
        if entry.id in selected:
            bars.ring(box)
    if layout.left_out:
        more = counted.more(layout.left_out)
        draw_line(painter, more, QRect(*layout.more), SECONDARY, theme.text2)
    _legend(painter, theme, QRect(*layout.legend))


def _legend(painter: QPainter, theme: Theme, area: QRect) -> None:
    ratio = painter.device().devicePixelRatioF()
    for at, phase in enumerate(Phase):
        x = area.x() + (0 if at in {0, 2} else 112)
        y = area.y() + (17 if at < 2 else 37)
        swatch = QRect(x, y, 24, RULER)
        if phase is Phase.CLEANING:
            painter.fillRect(swatch, theme.hatchbg)
            painter.fillRect(swatch, hatch_brush(Hatch.BREAK, theme.control, ratio))
        else:
            painter.fillRect(swatch, theme.canvas)
            paint_phase(painter, phase, swatch, theme.text2, ratio)
        painter.setPen(QPen(theme.control if phase is Phase.CLEANING else theme.text2, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(swatch.adjusted(0, 0, -1, -1))
        name = QRect(x + 32, y - 4, 80, 18)
        draw_line(painter, rooms_text.phase_name(phase), name, SECONDARY, theme.text2)
