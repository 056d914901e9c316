"""Marks on any painter: screen, printer and PDF get the same page."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPen

from praxidesk.ui.printing.faces import SCALE, font
from praxidesk.ui.printing.marks import Box, Fill, Mark, Stroke, Text
from praxidesk.ui.printing.page_frame import Stamp, page_marks
from praxidesk.ui.printing.pages import Document


def paint_marks(painter: QPainter, marks: Iterable[Mark], points: float) -> None:
    """Paint marks from the painter's origin on; a point is so many of its units."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(points / SCALE, points / SCALE)
    for mark in marks:
        colour = QColor.fromRgbF(mark.grey, mark.grey, mark.grey)
        if isinstance(mark, Text):
            painter.setPen(colour)
            painter.setFont(font(mark.face))
            painter.drawText(QPointF(mark.x * SCALE, mark.y * SCALE), mark.text)
            continue
        if isinstance(mark, Fill):
            painter.fillRect(
                QRectF(mark.x * SCALE, mark.y * SCALE, mark.width * SCALE, mark.height * SCALE), colour
            )
            continue
        pen = QPen(colour, mark.thickness * SCALE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if isinstance(mark, Stroke):
            if mark.is_dashed:
                pen.setDashPattern([4.0, 3.0])
            painter.setPen(pen)
            start = QPointF(mark.x * SCALE, mark.y * SCALE)
            painter.drawLine(start, start + QPointF(mark.dx * SCALE, mark.dy * SCALE))
        elif isinstance(mark, Box):
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            outline = QRectF(mark.x * SCALE, mark.y * SCALE, mark.width * SCALE, mark.height * SCALE)
            painter.drawRoundedRect(outline, mark.radius * SCALE, mark.radius * SCALE)
    painter.restore()


def paint_document(
    document: Document, device: QPagedPaintDevice, stamp: Stamp, pages: Iterable[int] | None = None
) -> bool:
    """Every page, or those chosen, on a device whose page layout is set; whether the device took all."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    points = device.logicalDpiX() / 72
    is_good = True
    for place, number in enumerate(range(document.count) if pages is None else pages):
        if place and not device.newPage():
            is_good = False
            break
        paint_marks(painter, page_marks(document, number, stamp), points)
    return painter.end() and is_good
