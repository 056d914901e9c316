"""The month with something in hand: entries go to other days, at the same times of day."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import Status
from praxidesk.ui.calendar.hand_view import HandView
from praxidesk.ui.calendar.hint_bar import HintBar
from praxidesk.ui.calendar.month.layout import HEADER, Cell, MonthLayout
from praxidesk.ui.calendar.month.move import MonthMove
from praxidesk.ui.calendar.overlay_paint import (
    paint_edited,
    paint_ghost,
    paint_in_the_way,
    paint_parked,
    paint_words,
    words_rect,
)

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_HELD_KEYS = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_P, *ENTER, *STEPS})


class MonthHand(HandView):
    """Adds what is in hand, its keys and marks; the mouse is the subclass's."""

    _layout: MonthLayout
    _move: MonthMove | None = None
    _cursor: date | None = None
    """The day that keys work on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hints = HintBar(self.viewport())

    # What the window calls

    def begin_move(self) -> None:
        """Take the selected entries in hand: arrows carry them from day to day, Enter puts them down."""
        self._take_selected(by_keys=True)
        if self._move is not None:
            self.setFocus()

    def hold(self, entry: Entry, status: Status | None = None) -> bool:
        """Take an entry in hand by keyboard, wherever it stands: on its own day, or that of the cursor."""
        state = self._state
        if state is None or not state.days:
            return False
        own = state.zone.day_of(entry.starts_at)
        self._take([entry], own if own in state.days else self._cursor, by_keys=True, status=status)
        if self._move is None:
            return False
        self._show_rect(self._move.cell_rect(), margin=HEADER)
        self.setFocus()
        return True

    def hold_at(self, entry: Entry, at: QPoint, status: Status | None = None) -> bool:
        """Hold an entry by mouse at a point of the screen; whether a day is there."""
        cell = self._cell_under(self.viewport().mapFromGlobal(at))
        if cell is None or not self.viewport().rect().contains(self.viewport().mapFromGlobal(at)):
            self._let_go()
            return False
        if self._move is None or entry.id not in self._move.entries:
            self._take([entry], cell.facts.day, by_keys=False, status=status)
        self._carry(cell.facts.day)
        return self._move is not None

    def put_held(self, at: QPoint | None) -> None:
        """Put down what is held by mouse at a point of the screen, or give it up."""
        port = self.viewport().mapFromGlobal(at) if at is not None else None
        if port is not None and self._cell_under(port) is not None:
            self._put_down()
        else:
            self._let_go()

    # In hand

    def _take_selected(self, *, by_keys: bool) -> None:
        """The one selected last, and those selected with it."""
        state, one, chosen = self._state, self.selected(), self._shown_chosen.all
        found = [each for each in state.entries if each.id in chosen] if state is not None else []
        found.sort(key=lambda each: each.id != one)
        if state is not None and found and found[0].id == one:
            self._take(found, state.zone.day_of(found[0].starts_at), by_keys=by_keys)

    def _take(
        self, entries: Sequence[Entry], day: date | None, *, by_keys: bool, status: Status | None = None
    ) -> None:
        state = self._state
        movable = [each for each in entries if MonthMove.can_move(each)]
        if state is None or day is None or not movable or movable[0] is not entries[0]:
            return
        self._move = MonthMove(state, self._layout, movable, day, by_keys=by_keys, status=status)
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        give_up, park = (self.tr("Esc"), self.tr("give up")), ("P", self.tr("park"))
        keys = [("↵", self.tr("put down")), ("← ↑ ↓ →", self.tr("other day"))] if by_keys else []
        self.hints.show_hints(self._theme, [give_up, *keys, park])
        self.viewport().update()
        self.held_changed.emit()

    def _carry(self, day: date) -> None:
        if self._move is not None and self._move.hold(day):
            self.viewport().update()

    def _let_go(self) -> None:
        self.over_days.leave()
        if self._move is not None:
            self._move = None
            self.hints.hide()
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            self.viewport().update()
            self.held_changed.emit()

    def _follow_layout(self) -> None:
        """What is in hand goes on in another layout, or is let go."""
        state = self._state
        if self._move is not None and (state is None or not self._move.follow(state, self._layout)):
            self._let_go()
        elif self._move is not None and (day := self.over_days.day) is not None:
            self._move.hold(day)  # its page has been turned to

    def _cell_under(self, at: QPoint) -> Cell | None:
        """The day at a viewport point; the header hides what is scrolled under it."""
        if at.y() < HEADER:
            return None
        contents = self._to_contents(at)
        return self._layout.cell_at(contents.x(), contents.y())

    # Keys

    def event(self, event: QEvent) -> bool:
        """While something is held, its keys are no shortcuts of the window."""
        is_override = event.type() is QEvent.Type.ShortcutOverride and self._move is not None
        if is_override and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _HELD_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of what is in hand."""
        move, key = self._move, Qt.Key(event.key())
        if move is None:
            event.ignore()
        elif key is Qt.Key.Key_Escape:
            self._let_go()
        elif key is Qt.Key.Key_P:
            self._park()
        elif key in ENTER and move.by_keys:
            self._put_down()
        elif key in STEPS and move.by_keys and move.hold(move.day + timedelta(days=STEPS[key])):
            self._show_rect(move.cell_rect(), margin=HEADER)
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hints stay at the lower edge."""
        super().resizeEvent(event)
        self.hints.place()

    # Painting

    def _paint_over(self, painter: QPainter) -> None:
        """Marks and what is in hand; the painter is at the contents' origin."""
        marks = ((self._parked, paint_parked), (self._in_the_way, paint_in_the_way))
        is_marked = self._parked or self._in_the_way or self._edited
        for cell in self._layout.cells if is_marked else ():
            for line in cell.lines:
                for marked, paint in marks:
                    if line.entry is not None and line.entry.id in marked:
                        paint(painter, QRect(*line.box).adjusted(-3, 0, 3, 0), self._theme)
                if line.entry is not None and line.entry.id in self._edited:
                    paint_edited(
                        painter, QRect(*line.box).translated(0, 6), self._theme, self.devicePixelRatioF()
                    )
        if self._move is None:
            return
        theme, ghost, ratio = self._theme, self._move.ghost, self.devicePixelRatioF()
        painter.save()
        painter.setPen(QPen(theme.danger if ghost.is_refused else theme.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self._move.cell_rect()).adjusted(1, 1, -2, -2))
        painter.restore()
        paint_ghost(painter, ghost, theme, ratio)
        window = self.viewport().rect().translated(self._offset())
        paint_words(painter, ghost, words_rect(ghost, window), theme, ratio)
