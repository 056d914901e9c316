"""From a file somebody chose to patients and appointments: asks the store, and shows what it answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from praxidesk.engine.table_import import (
    TableChoice,
    TableImported,
    TableLook,
    TablePreview,
    TableRefused,
)
from praxidesk.ui import openings
from praxidesk.ui.asking import Asking
from praxidesk.ui.first_run.file_question import FileQuestion
from praxidesk.ui.late_notice import LateNotice
from praxidesk.ui.wording.fault_wording import failed_message
from praxidesk.worker.errand import Errand
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed
from praxidesk.worker.questions.table_import import ImportTable, LookAtTable, PreviewTable

if TYPE_CHECKING:
    from praxidesk.ui.conversations.conversations import Conversations
    from praxidesk.ui.table_import.import_sheet import ImportSheet


class Importing(QObject):
    """One table at a time."""

    practice_wanted = Signal(object)
    """``TableLook`` and ``TableChoice``: what the practice must have before the table can be taken over."""
    went_wrong = Signal(object)
    """``str``: what happened, what was not done, what to do."""

    def __init__(self, window: QWidget, gateway: Gateway, talk: Conversations) -> None:
        super().__init__(window)
        self._window = window
        self._talk = talk
        self._asking = Asking(gateway, self)
        self._sheet: ImportSheet | None = None
        self._file = Path()
        self._look: TableLook | None = None
        self._looks_later: Path | None = None
        self.lateness = LateNotice(self)
        self.question = FileQuestion(window, self)
        self.question.chosen.connect(self.look)

    @Slot()
    def choose(self) -> None:
        """Ask for a file."""
        self.question.ask(
            self.tr("Choose the table of patients or appointments"),
            self.tr("Tables (*.csv *.txt *.tsv)"),
            self.tr("All files (*)"),
        )

    @Slot(object)
    def look(self, file: Path) -> None:
        """Show what a file most probably says."""

        def answered(answer: TableLook | TableRefused) -> None:
            self.lateness.end()
            from praxidesk.ui.table_import.meaning_words import trouble_text  # noqa: PLC0415 - not before it is wanted

            if isinstance(answer, TableRefused):
                self.went_wrong.emit(f"{file.name}: {trouble_text(answer.trouble)}")
            else:
                self._open(file, answer)

        self.lateness.begin()
        self._asking.ask(LookAtTable(file), answered, self._on_not_looked)

    def go_on(self) -> None:
        """The practice is set up: the table that waited for it is taken over now."""
        file, self._looks_later = self._looks_later, None
        if file is not None:
            self.look(file)

    def _open(self, file: Path, look: TableLook) -> None:
        sheet = openings.ImportSheet(self._window, self._talk.theme, file, look, self._talk.place())
        self._sheet, self._file, self._look = sheet, file, look
        sheet.preview_wanted.connect(self._on_preview_wanted)
        sheet.import_wanted.connect(self._on_import_wanted)
        sheet.practice_wanted.connect(self._on_practice_wanted)
        sheet.other_wanted.connect(self.choose)
        self._talk.show(sheet)

    def _shown(self) -> ImportSheet | None:
        """The sheet, unless it was closed meanwhile."""
        return self._sheet if self._sheet is not None and self._talk.sheet is self._sheet else None

    @Slot(object)
    def _on_preview_wanted(self, choice: TableChoice) -> None:
        self._asking.ask(PreviewTable(self._file, choice), self._on_previewed, self._on_failed)

    def _on_previewed(self, answer: TablePreview | TableRefused) -> None:
        sheet = self._shown()
        if sheet is not None:
            sheet.show_preview(answer)

    @Slot(object)
    def _on_import_wanted(self, choice: TableChoice) -> None:
        sheet = self._shown()
        if sheet is not None:
            errand = Errand()
            sheet.begin(errand)
            self._asking.ask(ImportTable(self._file, choice, errand=errand), self._on_taken, self._on_failed)

    def _on_taken(self, answer: TableImported | TableRefused | None) -> None:
        sheet = self._shown()
        if sheet is not None:
            sheet.show_outcome(answer)

    @Slot(object)
    def _on_practice_wanted(self, choice: TableChoice) -> None:
        self._looks_later = self._file
        if self._sheet is not None:
            self._sheet.close_sheet()
        self.practice_wanted.emit((self._look, choice))

    def _on_failed(self, failed: Failed) -> None:
        sheet = self._shown()
        if sheet is not None:
            sheet.show_fault(self._not_taken(failed))
        else:
            self._on_not_looked(failed)

    def _on_not_looked(self, failed: Failed) -> None:
        self.lateness.end()
        self.went_wrong.emit(self._not_taken(failed))

    def _not_taken(self, failed: Failed) -> str:
        message = failed_message(failed)
        lost = self.tr("Nothing was imported.")
        return f"{message.happened} {lost} {message.to_do}"
