"""Asking for a file, without waiting for the answer."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget


class FileQuestion(QObject):
    """The system's own dialog, one at a time; it begins where the last one ended."""

    chosen = Signal(object)
    """``Path``."""

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent or window)
        self._window = window
        self._folder = ""
        self.dialog: QFileDialog | None = None

    def ask(self, title: str, *patterns: str, saves_as: str = "") -> None:
        """Open it; ``patterns`` such as ``TOML (*.toml)``. With a name to save as, a file to be written."""
        dialog = QFileDialog(self._window, title, self._folder)
        dialog.setNameFilters(list(patterns))
        if saves_as:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setFileMode(QFileDialog.FileMode.AnyFile)
            dialog.selectFile(saves_as)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_selected)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    @Slot(str)
    def _on_selected(self, name: str) -> None:
        path = Path(name)
        self._folder = str(path.parent)
        self.chosen.emit(path)

    @Slot(int)
    def _on_finished(self, result: int) -> None:  # noqa: ARG002 (Qt's)
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
