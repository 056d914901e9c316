"""The board on the wall: a window of its own, dark, kept up to date by itself."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId
from praxidesk.ui.board import board_words
from praxidesk.ui.board.board_layout import BoardLayout, arrange_board, pages_of
from praxidesk.ui.board.board_paint import BoardPainter, Standing
from praxidesk.ui.board.board_plan import BoardPlan, board_plan, spoken
from praxidesk.ui.board.way_out import WayOut
from praxidesk.ui.calendar.rooms.plan import operating_rooms, rooms_plan
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.text_line import Flush, draw_line, wrapped
from praxidesk.ui.calendar_feed import CalendarFeed, Drawn
from praxidesk.ui.look.fonts import TextSize, load_fonts
from praxidesk.ui.look.theme import ThemeName, theme
from praxidesk.ui.minute_clock import MinuteClock
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import StoreState

TURN_MS = 15_000
"""How long a page stays where there are several."""
_SIZE = QSize(1600, 900)


class BoardWindow(QWidget):
    """Give it a gateway of its own, started or not, and show it full screen.

    It keeps what it has while the store is out of reach, and says so.
    """

    closed = Signal()

    def __init__(self, gateway: Gateway, rooms: Sequence[str] = (), day: date | None = None) -> None:
        """``rooms``: codes of those to show, all where none is given. ``day``: else always today."""
        super().__init__(None, Qt.WindowType.Window)
        load_fonts()
        self._gateway = gateway
        self._codes = tuple(rooms)
        self._day = day
        self._actors: tuple[ActorId, ...] = ()
        self._unknown = ""
        self._has_rooms = True
        self._seen_at: int | None = None
        """When the store was last known to answer."""
        self._page = 0
        self._state: CalendarState | None = None
        self.plan: BoardPlan | None = None
        """What is shown; ``None`` before anything is known."""
        self._layout: BoardLayout | None = None
        self._feed = CalendarFeed(gateway, self)
        self._clock = MinuteClock(gateway.now, self)
        self._turning = QTimer(self)
        self._turning.setInterval(TURN_MS)
        self._turning.timeout.connect(self.turn)
        self.setObjectName("board")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # The program ends with the desk's window, whatever hangs on the wall.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setMouseTracking(True)
        self.way_out = WayOut(self)
        self.resize(_SIZE)
        self._retitle()
        gateway.practice_loaded.connect(self._on_practice_loaded)
        gateway.state_changed.connect(self._on_store_state)
        self._feed.state_built.connect(self._on_state_built)
        self._clock.minute_begun.connect(self._on_minute_begun)
        self._clock.start()
        if gateway.practice is not None:
            self._on_practice_loaded(None)

    @property
    def standing(self) -> Standing:
        """Whether what is shown is so now, in words."""
        zone, state = self._gateway.zone, self._gateway.state
        if zone is None or self._seen_at is None:
            return Standing("", is_live=False)
        seen = dates.clock(zone, self._seen_at)
        if state.connected:
            return Standing(board_words.as_of(seen), is_live=True)
        return Standing(board_words.unreachable(seen, dates.clock(zone, state.since)), is_live=False)

    @property
    def unknown_room(self) -> str:
        """The first code asked for that is no operating room here; empty where all are."""
        return self._unknown

    def message(self) -> str:
        """What stands in place of the plan; empty where there is one."""
        if self._unknown:
            return board_words.unknown_room(self._unknown)
        if not self._has_rooms:
            return board_words.no_rooms()
        if self.plan is not None:
            return ""
        fault = self._gateway.state.fault
        return fault_message(fault, None).text if fault is not None else board_words.loading()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; arrows and page keys turn."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Escape | Qt.Key.Key_F11:
                self.close()
            case Qt.Key.Key_PageDown | Qt.Key.Key_Right | Qt.Key.Key_Space:
                self._turn_by(1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Left:
                self._turn_by(-1)
            case _:
                super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Whoever has a mouse sees how to close it."""
        super().mouseMoveEvent(event)
        self.way_out.come()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever gave the gateway ends it."""
        self._clock.stop()
        self._turning.stop()
        super().closeEvent(event)
        self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no page needs turning."""
        self._turning.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is as large as the screen has it."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._retitle()
            self._rebuild()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        """The plan, or why there is none."""
        painter, colours = QPainter(self), theme(ThemeName.DARK)
        message = self.message()
        if self.plan is not None and self._layout is not None and not message:
            BoardPainter(painter, colours, self._layout).paint(self.plan, self.standing)
        else:
            painter.fillRect(self.rect(), colours.chrome)
            size = TextSize(max(16, self.height() // 32), max(20, self.height() // 24))
            lines = wrapped(message, size, self.width() * 3 // 4)
            top = self.height() // 2 - len(lines) * size.line // 2
            for at, each in enumerate(lines):
                place = QRect(0, top + at * size.line, self.width(), size.line)
                draw_line(painter, each, place, size, colours.text2, flush=Flush.CENTRE)
        painter.end()

    # Inside

    def _retitle(self) -> None:
        self.setWindowTitle(board_words.title())
        self.setAccessibleName(board_words.title())

    def _today(self) -> date | None:
        zone = self._gateway.zone
        return self._day or (zone.day_of(self._gateway.now()) if zone is not None else None)

    def _show_day(self) -> None:
        day = self._today()
        if day is not None and not self._unknown and self._has_rooms:
            self._feed.show((day,), self._actors, Drawn(of_everybody=True))

    def _rebuild(self) -> None:
        if self._state is not None:
            plan = rooms_plan(self._state)
            self.plan = board_plan(self._state, plan) if plan is not None else None
        self.setAccessibleDescription(spoken(self.plan) if self.plan is not None else self.message())
        self._arrange()

    def _arrange(self) -> None:
        self._layout = None
        if self.plan is not None and self.width() > 0 and self.height() > 0:
            self._layout = arrange_board(self.plan, self.width(), self.height(), self._page)
            if self._layout.pages < 2:
                self._turning.stop()
            elif not self._turning.isActive():
                self._turning.start()
        self.update()

    @Slot()
    def turn(self) -> None:
        """The next page."""
        self._turn_by(1)

    def _turn_by(self, pages: int) -> None:
        if self.plan is not None:
            count = pages_of(len(self.plan.rooms), self.width(), self.height())
            self._page = (self._page + pages) % count
            self._arrange()

    def _choose(self, practice: Practice) -> None:
        every = operating_rooms(practice)
        self._has_rooms = bool(every)
        known = {practice.actors[each].code: each for each in every}
        self._unknown = next((code for code in self._codes if code not in known), "")
        self._actors = tuple(known[code] for code in self._codes if code in known) or every

    @Slot(object)
    def _on_practice_loaded(self, message: object) -> None:  # noqa: ARG002 - the signal's
        practice = self._gateway.practice
        if practice is None:
            return
        is_first = self._seen_at is None
        self._seen_at = self._gateway.now()
        self._choose(practice)
        self._show_day()
        if not is_first:
            self._feed.reload()
        self._rebuild()

    @Slot(object)
    def _on_state_built(self, state: CalendarState) -> None:
        self._state = state
        self._rebuild()

    @Slot(object)
    def _on_store_state(self, state: StoreState) -> None:
        if state.connected:
            self._seen_at = self._gateway.now()
        self.update()

    @Slot()
    def _on_minute_begun(self) -> None:
        if self._gateway.state.connected:
            self._seen_at = self._gateway.now()
        # The same day is built anew, for another minute; behind midnight it is another day.
        self._show_day()
