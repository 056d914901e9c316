"""The system's own dialogs: which printer, which file. Each waits for the person."""

import errno
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from praxidesk.ui.printing.page_frame import Stamp
from praxidesk.ui.printing.pages import Document
from praxidesk.ui.printing.painting import paint_document

translate = QCoreApplication.translate


class NoPrinter(Exception):
    """This computer has none."""


def choose_printer(parent: QWidget, document: Document) -> QPrinter | None:
    """The printer somebody chose, with the document's paper; ``None`` where they gave up.

    :raises NoPrinter: there is nothing to choose from
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    printer.setCreator("PraxiDesk")
    printer.setPageLayout(document.paper.layout())
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, document.count)
    chosen = bool(dialog.exec())
    dialog.deleteLater()
    return printer if chosen else None


def print_document(document: Document, printer: QPrinter, stamp: Stamp) -> bool:
    """Send the pages that were chosen; whether the printer took them."""
    pages = range(document.count)
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        pages = pages[printer.fromPage() - 1 : printer.toPage()]
    is_good = paint_document(document, printer, stamp, pages)
    return is_good and printer.printerState() is not QPrinter.PrinterState.Error


def choose_file(parent: QWidget, title: str) -> Path | None:
    """Where a PDF shall go; ``None`` where somebody gave up. Asks before it replaces one."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    proposed = str(Path(folder) / f"{title}.pdf")
    heading = translate("print", "Save as PDF")
    name, _ = QFileDialog.getSaveFileName(parent, heading, proposed, "PDF (*.pdf)")
    if not name:
        return None
    file = Path(name)
    return file if file.suffix.casefold() == ".pdf" else file.with_name(f"{file.name}.pdf")


def saving_fault(error: OSError, file: Path) -> str:
    """What kept a file from being saved, and what to do."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        text = translate(
            "print", "{file} was not saved: the disk is full. Make room or choose another folder."
        )
    elif error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        text = translate("print", "{file} was not saved: this folder may not be written. Choose another one.")
    elif error.errno in {errno.ENOENT, errno.ENOTDIR}:
        text = translate("print", "{file} was not saved: the folder is not there. Choose another one.")
    else:
        text = translate("print", "{file} was not saved: {reason}. Choose another folder.")
    return text.format(file=file.name, reason=error.strerror or type(error).__name__)
