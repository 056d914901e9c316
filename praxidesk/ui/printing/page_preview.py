"""A page on the screen as it will be on paper."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from praxidesk.ui.look.fonts import BASE
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.printing.page_frame import Stamp, page_marks
from praxidesk.ui.printing.pages import Document
from praxidesk.ui.printing.painting import paint_marks

_MARGIN = 16
_LARGEST = 2.0
"""Pixels to a point: a slip is shown no larger than this."""
_STEP = 40


class PagePreview(QAbstractScrollArea):
    """One page, whole or as wide as the room; instead of it, a word on why there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._document: Document | None = None
        self._stamp: Stamp | None = None
        self._number = 0
        self._is_wide = False
        self._message = ""
        self._picture: QPixmap | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP)

    def set_theme(self, theme: Theme) -> None:
        """Draw the ground in these colours; paper stays white."""
        self._theme = theme
        self.viewport().update()

    def show_document(self, document: Document, stamp: Stamp) -> None:
        """Show its pages; the same number as before, where there is one."""
        self._document, self._stamp = document, stamp
        self._message = ""
        self._number = max(0, min(self._number, document.count - 1))
        self._refresh()

    def show_message(self, text: str) -> None:
        """A word instead of a page."""
        self._document = None
        self._message = text
        self._refresh()

    def message(self) -> str:
        """The word that stands instead of a page; empty where there is one."""
        return self._message

    def number(self) -> int:
        """The page shown, from 0."""
        return self._number

    def turn_to(self, number: int) -> None:
        """Show another page, its top first."""
        if self._document is not None and 0 <= number < self._document.count:
            self._number = number
            self.verticalScrollBar().setValue(0)
            self._refresh()

    def set_wide(self, wide: bool) -> None:
        """As wide as the room, or whole."""
        self._is_wide = wide
        self._refresh()

    def page_rect(self) -> QRect:
        """Where the page stands in the viewport."""
        if self._document is None:
            return QRect()
        paper, room = self._document.paper, self.viewport().rect()
        points = self._points()
        width, height = round(paper.width * points), round(paper.height * points)
        left = (room.width() - width) // 2
        top = max(_MARGIN, (room.height() - height) // 2)
        return QRect(left, top - self.verticalScrollBar().value(), width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page grows with its room."""
        super().resizeEvent(event)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 (Qt's)
        """Ground, paper, and what stands on it."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.closed)
        rect = self.page_rect()
        if self._document is None:
            painter.setPen(self._theme.text2)
            painter.setFont(BASE.font())
            room = self.viewport().rect().adjusted(36, 36, -36, -36)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._message)
        else:
            painter.drawPixmap(rect.topLeft(), self._drawn(rect))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._document is not None:
            painter.setPen(QPen(self._theme.linestrong, 1))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.focus, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _points(self) -> float:
        """Pixels to a point."""
        if self._document is None:
            return 1.0
        paper, room = self._document.paper, self.viewport().rect()
        across = (room.width() - 2 * _MARGIN) / paper.width
        down = (room.height() - 2 * _MARGIN) / paper.height
        return max(0.1, min(_LARGEST, across if self._is_wide else min(across, down)))

    def _drawn(self, rect: QRect) -> QPixmap:
        """The page as a picture, drawn once for each size."""
        if self._picture is None and self._document is not None and self._stamp is not None:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.white)
            painter = QPainter(picture)
            paint_marks(painter, page_marks(self._document, self._number, self._stamp), self._points())
            painter.end()
            self._picture = picture
        return self._picture or QPixmap()

    def _refresh(self) -> None:
        self._picture = None
        bar = self.verticalScrollBar()
        height = self.page_rect().height() + 2 * _MARGIN if self._document is not None else 0
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        self.viewport().update()
