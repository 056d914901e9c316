"""Six weeks at a glance: a click or Enter opens the day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from praxidesk.ui.calendar.items import Beside, Item
from praxidesk.ui.calendar.month import month_text
from praxidesk.ui.calendar.month.days import KeptDays, MonthDay, MonthFacts, load_bounds
from praxidesk.ui.calendar.month.hand import ENTER, STEPS, MonthHand
from praxidesk.ui.calendar.month.layout import HEADER, Cell, KeptCells, MonthLayout, arrange_month
from praxidesk.ui.calendar.month.paint import MonthPainter, MonthScene
from praxidesk.ui.calendar.month.pictures import MonthPictures
from praxidesk.ui.calendar.nobody_shown import paint_nobody
from praxidesk.ui.calendar.state import CalendarState, Place
from praxidesk.ui.calendar.tile_face import FaceWords
from praxidesk.ui.text import plain_tooltip

_A_CELL, _A_PICTURE = 2, 20
"""To lay a day out, and to draw it, takes as long as so many entries."""


class MonthView(MonthHand):
    """Every day with its free time, load, absences and first entries."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = KeptDays()
        self._cells = KeptCells()
        self._pictures = MonthPictures()
        self._facts = MonthFacts((), (0, 0))
        self._layout = arrange_month(self._facts, 0, 0)
        self._cursor: date | None = None
        self._hovered: date | None = None
        self._pressed: date | None = None
        self._pressed_at: QPoint | None = None
        """Where the mouse went down on an entry, until it is dragged or let go."""
        self._has_keys = False
        """Keys were used last, so that it matters which day they work on."""
        self.setObjectName("month_view")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._name_for_readers()

    @property
    def month_layout(self) -> MonthLayout:
        """Where everything stands, in contents coordinates."""
        return self._layout

    @property
    def load_minutes(self) -> tuple[int, int]:
        """Wall time between which loads are shown, in minutes after midnight."""
        return self._facts.minutes

    def current_day(self) -> date | None:
        """The day that keys work on."""
        return self._cursor

    def _state_set(self, before: CalendarState | None) -> None:  # noqa: ARG002 (the base's)
        state = self._state
        if state is None:
            return
        self._facts = self._days.facts(state)
        if self._cursor not in state.days:
            today = state.zone.day_of(state.now)
            first = state.days[0] if state.days else None
            self._cursor = today if today in state.days else first

    def steps(self, state: CalendarState) -> Iterator[int]:
        """Work out the days of another state and draw them, one a step."""
        worked = self._days.worked
        days: list[MonthDay] = []
        for day in self._days.steps(state):
            days += [day] if day is not None else []
            yield self._days.worked - worked
            worked = self._days.worked
        if not days or not self.isVisible():
            return
        facts = MonthFacts(tuple(days), load_bounds(state))
        size, made = self.viewport().size(), self._cells.made
        layout = arrange_month(facts, size.width(), size.height(), self._cells)
        yield _A_CELL * (self._cells.made - made)
        scene, drawn = self._scene(state, facts), self._pictures.drawn
        for cell in layout.cells:
            self._picture(cell, days[0].day, scene)
            yield _A_PICTURE * (self._pictures.drawn - drawn)
            drawn = self._pictures.drawn

    def _arrange(self) -> Sequence[Item]:
        state = self._state
        if state is None:
            return ()
        size = self.viewport().size()
        self._layout = arrange_month(self._facts, size.width(), size.height(), self._cells)
        self._follow_layout()
        return [
            Item(line.entry.id, line.box, partial(month_text.entry_spoken, line.entry, state))
            for cell in self._layout.cells
            for line in cell.lines
            if line.entry is not None
        ]

    def _arranged_beside(self) -> Sequence[Beside]:
        return tuple(
            Beside(QRect(*line.box), said, said)
            for cell in self._layout.cells
            for line in cell.lines
            if line.unseen
            for said in (partial(month_text.unseen_spoken, cell.facts),)
        )

    def _contents_size(self) -> QSize:
        return QSize(self._layout.width, self._layout.height)

    def _place_at(self, at: QPoint) -> Place | None:
        cell = self._layout.cell_at(at.x(), at.y())
        if cell is None or self._state is None:
            return None
        return Place(None, self._state.zone.day(cell.facts.day))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The days, then the weekdays over them."""
        if self._state is None or not self._layout.cells:
            QPainter(self.viewport()).fillRect(event.rect(), self._theme.canvas)
            return
        painter = QPainter(self.viewport())
        scene, first = self._scene(self._state, self._facts), self._layout.cells[0].facts.day
        work = MonthPainter(painter, self._theme, scene)
        painter.translate(-self._offset())
        exposed = event.rect().translated(self._offset())
        work.paint(self._layout, exposed, lambda cell: self._picture(cell, first, scene))
        self._paint_over(painter)
        painter.resetTransform()
        work.paint_header(self._layout)
        if not self._state.actors:
            paint_nobody(painter, self.viewport().rect(), self._theme, self.devicePixelRatioF())

    def _picture(self, cell: Cell, first: date, scene: MonthScene) -> QPixmap:
        return self._pictures.picture(cell, first, scene, (self._theme, self.devicePixelRatioF()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the entry pointed at, if any; its day opens on release, unless it is dragged to another."""
        if self._move is not None:
            self._let_go()
            return
        super().mousePressEvent(event)
        cell = self._cell_under(event.position().toPoint())
        self._has_keys = False
        self._pressed = cell.facts.day if cell and event.button() is Qt.MouseButton.LeftButton else None
        at = self._to_contents(event.position().toPoint())
        is_held = self._pressed is not None and self._item_at(at) is not None
        self._pressed_at = event.position().toPoint() if is_held else None
        if cell is not None:
            self._move_cursor(cell.facts.day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the day, unless the mouse went elsewhere in between."""
        pressed, self._pressed = self._pressed, None
        self._pressed_at = None
        if self._move is not None and not self._move.by_keys:
            if self._is_over_target(event.globalPosition().toPoint()):
                self._park()
            elif self.over_days.day is not None:
                self._put_on(self.over_days.day)
            elif self._cell_under(event.position().toPoint()) is not None:
                self._put_down()
            else:
                self._let_go()
            self._show_target(None)
            event.accept()
            return
        cell = self._cell_under(event.position().toPoint())
        is_choosing = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if pressed is not None and not is_choosing and cell is not None and cell.facts.day == pressed:
            self.day_wanted.emit(pressed)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing more than the first click did."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the day a click would open; carry an entry that was pressed on to another one."""
        at = event.position().toPoint()
        cell, pressed = self._cell_under(at), self._pressed_at
        if pressed is not None and (at - pressed).manhattanLength() >= QApplication.startDragDistance():
            self._begin_drag()
        if self._move is not None and not self._move.by_keys:
            screen = self.viewport().mapToGlobal(at)
            self._show_target(screen)
            over = self.over_days.hover(screen, self._state.days if self._state is not None else ())
            if (day := over or (cell.facts.day if cell is not None else None)) is not None:
                self._carry(day)
            event.accept()
            return
        self._hover(cell.facts.day if cell else None)
        event.accept()

    def _begin_drag(self) -> None:
        self._pressed = self._pressed_at = None
        self._take_selected(by_keys=False)

    def _put_on(self, day: date) -> None:
        """Put down on a day beside the calendar; where that is not on the page, the page turns to it."""
        move, state = self._move, self._state
        if move is None or state is None or move.hold(day) or day in state.days:
            self._put_down()
            return
        self._let_go()
        self._ask_for(move.wanted_on(day))
        self.over_days.page_wanted.emit(day)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips say what a cell has no room for."""
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from day to day, Home and End within the week, Enter opens."""
        if self._move is not None:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        day = self._cursor
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or day is None:
            event.ignore()
            return
        self._has_keys = True
        if key in ENTER:
            self.day_wanted.emit(day)
        elif key in STEPS:
            self._move_cursor(day + timedelta(days=STEPS[key]))
        elif key is Qt.Key.Key_Home:
            self._move_cursor(day - timedelta(days=day.weekday()))
        elif key is Qt.Key.Key_End:
            self._move_cursor(day + timedelta(days=6 - day.weekday()))
        else:
            event.ignore()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come by key, the current day is shown at once."""
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._has_keys = self._has_keys or event.reason() in by_key
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language names the view anew."""
        if event.type() is QEvent.Type.LanguageChange:
            self._pictures.forget()
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._name_for_readers()

    def _name_for_readers(self) -> None:
        self.setAccessibleName(self.tr("Month"))

    def _scene(self, state: CalendarState, facts: MonthFacts) -> MonthScene:
        start, end = facts.minutes
        noon = (12 * 60 - start) / (end - start) if start < 12 * 60 < end else None
        return MonthScene(
            state=state,
            words=FaceWords(state.practice, state.zone, state.colour_by, {}),
            today=state.zone.day_of(state.now),
            noon_share=noon,
            cursor=self._cursor if self._has_keys and self.hasFocus() else None,
            hovered=self._hovered,
            selected=self._shown_chosen.all,
        )

    def _move_cursor(self, day: date) -> None:
        state = self._state
        if state is None or day not in state.days:
            return
        self._cursor = day
        facts = self._facts.days[state.days.index(day)]
        self.setAccessibleDescription(month_text.day_spoken(facts, state))
        cell = next(each for each in self._layout.cells if each.facts.day == day)
        self._show_rect(QRect(*cell.box), margin=HEADER)
        self.viewport().update()

    def _hover(self, day: date | None) -> None:
        if day != self._hovered:
            self._hovered = day
            self.viewport().update()

    def _tell(self, event: QHelpEvent) -> None:
        cell, state = self._cell_under(event.pos()), self._state
        if cell is None or state is None:
            QToolTip.hideText()
            return
        contents = self._to_contents(event.pos())
        entry = next(
            (each.entry for each in cell.lines if each.box.contains(contents.x(), contents.y())), None
        )
        text = month_text.entry_spoken(entry, state) if entry else month_text.day_spoken(cell.facts, state)
        if entry is not None and entry.id in self._edited:
            text = f"{text}\n{self._edited[entry.id]}"
        QToolTip.showText(event.globalPos(), plain_tooltip(text), self.viewport())
