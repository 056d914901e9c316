"""A document as a PDF file: whole, or not there at all."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

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


def save_pdf(file: Path, content: bytes) -> None:
    """Write it beside its place and put it there in one step; what stood there stays until then.

    :raises OSError: nothing was saved
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".praxidesk-", suffix=".pdf")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            shutil.copymode(file, name)  # who may read it stays as it was; a new one is its owner's alone
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
