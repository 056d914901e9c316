"""A document as the content of a PDF file."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPdfWriter

from praxidesk.ui.printing.page_frame import Stamp
from praxidesk.ui.printing.pages import Document
from praxidesk.ui.printing.painting import paint_document

_DOTS = 720
"""Tenths of a point: the grid that layout and type are measured on."""


def pdf_bytes(document: Document, stamp: Stamp) -> bytes:
    """The file's content, made in memory: nothing of it can be half written."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setCreator("PraxiDesk")
    writer.setResolution(_DOTS)
    writer.setPageLayout(document.paper.layout())
    if not paint_document(document, writer, stamp):
        raise RuntimeError("the PDF engine took no page")
    buffer.close()
    return bytes(content.data())
