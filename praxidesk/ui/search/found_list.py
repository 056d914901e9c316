"""The list of what was found: painted, so that forty thousand lines cost what ten do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from praxidesk.ui.controls.key_cap import cap_width, paint_cap
from praxidesk.ui.history.deed_paint import paint_deed
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD, SMALL
from praxidesk.ui.look.icons import Icon, pixmap
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.search.found_layout import Block, FoundLayout, Kind, Spot
from praxidesk.ui.search.found_line import FoundLine, Piece
from praxidesk.ui.search.found_paint import SECOND, THIRD, Ink, draw_piece, paint_entry, paint_patient

MARGIN = 8
_PAD = 10
_LINES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_SIGN = 16
_BEYOND = 300
"""Pixels looked ahead for what has to be loaded."""

LineOf = Callable[[Spot], FoundLine | None]


class FoundList(QAbstractScrollArea):
    """Shows blocks of lines; asks for the words of those that are to be seen."""

    moved = Signal(object)
    """``Spot``: another line is chosen."""
    taken = Signal(object)
    """``Spot``: this line is meant, by hand."""
    missing = Signal(object)
    """``Spot``: it is to be seen, and nobody knows it yet."""

    def __init__(self, theme: Theme, line_of: LineOf, *, inset: int = 0) -> None:
        super().__init__()
        self.setViewportMargins(inset, 0, inset, 0)
        self._theme = theme
        self._line_of = line_of
        self._layout = FoundLayout(())
        self._current = -1
        self._hovered = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(26)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self._theme = theme
        self.viewport().update()

    def show_blocks(self, blocks: Sequence[Block], chosen: Spot | None, tallest: int) -> None:
        """Show these, with a line chosen, as tall as they need up to a limit; tells nobody."""
        self._layout = FoundLayout(blocks)
        self._current = self._layout.index(chosen) if chosen is not None else -1
        self._hovered = -1
        height = self._layout.height + 2 * MARGIN if self._layout.blocks else 0
        self.setFixedHeight(min(height, tallest))
        self._fit()
        self._speak()
        self.viewport().update()
        self._look()

    def refresh(self) -> None:
        """Lines that were missing are known now."""
        self._speak()
        self.viewport().update()
        self._look()

    @property
    def found_layout(self) -> FoundLayout:
        """Where everything stands."""
        return self._layout

    def chosen(self) -> Spot | None:
        """The line that is chosen."""
        return self._layout.spot(self._current)

    def choose(self, spot: Spot) -> None:
        """Choose a line, show it, and tell."""
        self._go(self._layout.index(spot))

    def step(self, by: int) -> None:
        """So many lines down or up."""
        self._go(self._current + by)

    def page(self, by: int) -> None:
        """As many lines as are to be seen."""
        _, height = self._layout.top(max(0, self._current))
        self.step(by * max(1, (self.viewport().height() - 2 * MARGIN) // max(1, height) - 1))

    def hears(self, event: QKeyEvent) -> bool:
        """Go a line or a page further where that is what a key is for; whether it is."""
        key = Qt.Key(event.key())
        if key in _LINES:
            self.step(_LINES[key])
        elif key in _PAGES:
            self.page(_PAGES[key])
        else:
            return False
        return True

    def group(self, by: int) -> None:
        """To the next or previous group."""
        self._go(self._layout.next_group(self._current, by))

    def rect_of(self, spot: Spot) -> QRect:
        """Where a line stands in the viewport."""
        top, height = self._layout.top(self._layout.index(spot))
        y = top + MARGIN - self.verticalScrollBar().value()
        return QRect(MARGIN, y, self.viewport().width() - 2 * MARGIN, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the line; with the other button only choose it, for what the sheet does with it besides."""
        index = self._index_at(event.position().toPoint())
        if index >= 0 and event.button() is Qt.MouseButton.RightButton:
            self._go(index)
        if index >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._go(index)
            spot = self.chosen()
            if spot is not None:
                self.taken.emit(spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the line under the pointer."""
        self._hover(self._index_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002 (Qt's)
        """None is under the pointer."""
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002 (Qt's)
        """Another part is to be seen."""
        self._fit()
        self._look()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is to be seen, and no more."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.raised)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shift = MARGIN - self.verticalScrollBar().value()
        chosen, hovered = self.chosen(), self._layout.spot(self._hovered)
        for spot, top, height in self._layout.lines(
            event.rect().top() - shift, event.rect().bottom() - shift + 1
        ):
            rect = QRect(MARGIN, top + shift, self.viewport().width() - 2 * MARGIN, height)
            block = self._layout.block_at(top)
            if block is not None:
                self._paint(painter, rect, block, spot, is_chosen=spot == chosen, is_hovered=spot == hovered)
        painter.end()

    # Inside

    def _paint(
        self, painter: QPainter, rect: QRect, block: Block, spot: Spot, *, is_chosen: bool, is_hovered: bool
    ) -> None:
        theme = self._theme
        if block.kind is Kind.RULE:
            painter.fillRect(QRect(-MARGIN, rect.center().y(), self.width() + 2 * MARGIN, 1), theme.line)
            return
        if is_chosen or is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent if is_chosen else theme.hover)
            painter.drawRoundedRect(QRectF(rect), 4, 4)
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        ink = Ink(theme, is_chosen=is_chosen)
        match block.kind:
            case Kind.HEADING | Kind.SUBHEADING:
                self._paint_heading(painter, inside, block)
            case Kind.TEXT:
                draw_piece(painter, inside, Piece(block.text), BASE, ink.quiet, ink.quiet)
            case Kind.PATIENT | Kind.ENTRY | Kind.DEED:
                line = self._line_of(spot)
                if line is None:
                    self._paint_unknown(painter, inside)
                elif block.kind is Kind.PATIENT:
                    paint_patient(painter, inside, line, ink)
                elif block.kind is Kind.DEED:
                    paint_deed(painter, inside, line, ink)
                else:
                    paint_entry(painter, inside, line, ink, self.devicePixelRatioF())
            case _:
                self._paint_offer(painter, inside, block, ink)

    def _paint_heading(self, painter: QPainter, rect: QRect, block: Block) -> None:
        theme = self._theme
        weight = REGULAR if block.kind is Kind.SUBHEADING else SEMIBOLD
        width = QFontMetrics(SMALL.font(weight)).horizontalAdvance(block.text)
        draw_piece(painter, rect, Piece(block.text), SMALL, theme.text2, theme.text2, weight)
        room = rect.adjusted(width + 24, 0, 0, 0)
        painter.setFont(SMALL.font())
        painter.setPen(theme.text2)
        if painter.fontMetrics().horizontalAdvance(block.aside) <= room.width():
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, block.aside)

    def _paint_unknown(self, painter: QPainter, rect: QRect) -> None:
        """A line on its way."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.hover)
        middle = rect.center().y()
        for left, width in ((0, 140), (SECOND, 100), (THIRD, 90)):
            painter.drawRoundedRect(QRectF(rect.left() + left, middle - 5, width, 10), 3, 3)

    def _paint_offer(self, painter: QPainter, rect: QRect, block: Block, ink: Ink) -> None:
        icon = {Kind.NEW: Icon.USER_PLUS, Kind.AGAIN: Icon.REFRESH}.get(block.kind, Icon.CHEVRON_DOWN)
        painter.drawPixmap(
            QPoint(rect.left(), rect.center().y() - _SIGN // 2 + 1),
            pixmap(icon, ink.accent, _SIGN, self.devicePixelRatioF()),
        )
        room = rect.adjusted(_SIGN + 8, 0, 0, 0)
        if block.aside:
            paint_cap(painter, QPoint(rect.right(), rect.center().y()), block.aside, ink.quiet, ink.rim)
            room.adjust(0, 0, -cap_width(block.aside) - 8, 0)
        draw_piece(painter, room, Piece(block.text), BASE, ink.accent, ink.accent, SEMIBOLD)

    def _go(self, index: int) -> None:
        index = max(0, min(index, self._layout.count - 1))
        if self._layout.count == 0:
            return
        has_moved = index != self._current
        self._current = index
        top, height = self._layout.top(index)
        bar, port = self.verticalScrollBar(), self.viewport().height()
        if index == 0:
            top, height = 0, height + top
        if top < bar.value():
            bar.setValue(top)
        elif top + height + 2 * MARGIN > bar.value() + port:
            bar.setValue(top + height + 2 * MARGIN - port)
        self.viewport().update()
        if has_moved:
            self._speak()
            spot = self.chosen()
            if spot is not None:
                self.moved.emit(spot)

    def _fit(self) -> None:
        whole, port = self._layout.height + 2 * MARGIN, self.viewport().height()
        self.verticalScrollBar().setPageStep(port)
        self.verticalScrollBar().setRange(0, max(0, whole - port))

    def _look(self) -> None:
        """Ask for the first line to be seen that nobody knows."""
        since = self.verticalScrollBar().value() - MARGIN
        for spot, _, _ in self._layout.lines(since, since + self.viewport().height() + _BEYOND):
            if spot.kind.is_found and self._line_of(spot) is None:
                self.missing.emit(spot)
                return

    def _on_scrolled(self, _value: int) -> None:
        self.viewport().update()
        self._look()

    def _index_at(self, at: QPoint) -> int:
        return self._layout.index_at(at.y() - MARGIN + self.verticalScrollBar().value())

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.viewport().update()

    def _speak(self) -> None:
        spot = self.chosen()
        if spot is None:
            return
        line = self._line_of(spot) if spot.kind.is_found else None
        block = self._layout.block(spot)
        self.setAccessibleName(line.spoken if line is not None else block.text if block is not None else "")
