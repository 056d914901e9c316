"""Taking over a foreign table: what its columns and words say, a look ahead, and what came of it."""

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from praxidesk.engine.practice import Practice
from praxidesk.engine.table_import import (
    Subject,
    TableChoice,
    TableImported,
    TableLook,
    TablePreview,
    TableRefused,
)
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.stepped_sheet import SteppedSheet
from praxidesk.ui.table_import.columns_page import ColumnsPage
from praxidesk.ui.table_import.meaning_words import meaning_name, problem_lines, trouble_text
from praxidesk.ui.table_import.outcome_page import OutcomePage
from praxidesk.ui.table_import.preview_page import PreviewPage
from praxidesk.ui.table_import.words_page import NEEDED, WordsPage, wants_words
from praxidesk.worker.errand import Errand


class At(IntEnum):
    """The pages in their order."""

    COLUMNS = 0
    WORDS = 1
    PREVIEW = 2
    OUTCOME = 3


class ImportSheet(SteppedSheet):
    """Escape gives up what is going on, then closes."""

    preview_wanted = Signal(object)
    """``TableChoice``."""
    import_wanted = Signal(object)
    """``TableChoice``."""
    practice_wanted = Signal(object)
    """``TableChoice``: there is no practice to take it into yet."""
    other_wanted = Signal()
    """Another file."""

    def __init__(
        self, window: QWidget, theme: Theme, file: Path, look: TableLook, place: tuple[Practice, Zone] | None
    ) -> None:
        super().__init__(window, theme)
        self._file = file
        self._look = look
        self._desk = place
        self._at = At.COLUMNS
        self._errand: Errand | None = None
        self._is_done = False
        self.other = KeyButton(theme)
        self.other.say(self.tr("Other file …"))
        self.other.clicked.connect(self._on_other)
        self.footer.row.insertWidget(1, self.other)
        self.columns = ColumnsPage(theme, look)
        self.words = WordsPage(theme)
        reason = self.tr("imported from {file}").format(file=file.name)
        self.preview = PreviewPage(theme, look, place, reason)
        self.outcome = OutcomePage(theme)
        for page in (self.columns, self.words, self.preview, self.outcome):
            self.pages.addWidget(page)
        self.columns.changed.connect(self._on_changed)
        self.words.changed.connect(self._on_changed)
        self.preview.changed.connect(self._on_preview_changed)
        self._show(At.COLUMNS)

    def open(self) -> None:
        """Show it; Enter goes on."""
        super().open()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def choice(self) -> TableChoice:
        """As it is said so far."""
        if self._at is At.COLUMNS:
            return self.columns.choice
        return self.words.choice if self._at is At.WORDS else self.preview.choice

    def show_preview(self, answer: TablePreview | TableRefused) -> None:
        """What would become of the first rows."""
        if isinstance(answer, TableRefused):
            self._say_problem(trouble_text(answer.trouble))
            return
        self.preview.show_preview(answer)
        self.next.setEnabled(True)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, errand: Errand) -> None:
        """It is being taken over."""
        self._errand = errand
        self.outcome.begin(errand)
        self._show(At.OUTCOME)

    def show_outcome(self, answer: TableImported | TableRefused | None) -> None:
        """What became of it; ``None``: it was given up."""
        self._errand = None
        if answer is None:
            self.outcome.show_fault(self.tr("Given up: nothing was imported."))
        elif isinstance(answer, TableRefused):
            nothing = self.tr("Nothing was imported.")
            self.outcome.show_fault(f"{nothing} {trouble_text(answer.trouble)}")
        elif self._desk is not None:
            lines = problem_lines(answer.problems, self._look.columns, *self._desk)
            self.outcome.show_outcome(answer, lines)
            self._is_done = answer.is_done
        self._word()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow_content()

    def show_fault(self, message: str) -> None:
        """The store could not answer."""
        self._errand = None
        if self._at is At.OUTCOME:
            self.outcome.show_fault(message)
            self._word()
        else:
            self._say_problem(message)

    def dismiss(self) -> None:
        """Give up what is going on; else close."""
        if self._errand is not None:
            self._errand.give_up()
            return
        self.close_sheet()

    def _steps(self) -> list[At]:
        """Those that this table has."""
        asks = wants_words(self.columns.choice, self._look)
        return [At.COLUMNS, *([At.WORDS] if asks else []), At.PREVIEW]

    def _show(self, at: At) -> None:
        self._at = at
        self.problem.hide()
        self._word()
        self._turn(at, {At.COLUMNS: self.columns.first(), At.WORDS: self.words.first()}.get(at, self.next))

    def _word(self) -> None:
        at, steps = self._at, self._steps()
        locale = QLocale()
        is_running = self._errand is not None
        title, about = {
            At.COLUMNS: (
                self.tr("What do the columns say?"),
                self.tr("{file}, {rows} rows. PraxiDesk has guessed; correct what is wrong."),
            ),
            At.WORDS: (
                self.tr("What do these words stand for?"),
                self.tr("Rows with a word that stands for nothing cannot be imported."),
            ),
            At.PREVIEW: (
                self.tr("This is what would be imported"),
                self.tr("All rows or none. Nothing has been stored yet."),
            ),
            At.OUTCOME: (self.tr("Importing {file}"), ""),
        }[at]
        if self._desk is None and at is At.COLUMNS:
            about = self.tr(
                "{file}, {rows} rows. First the practice is set up, with the people and types named here."
            )
        if at is At.PREVIEW and self.choice.subject is Subject.APPOINTMENTS:
            about = self.tr("All rows or none. Nothing has been stored yet. Nobody can book while it lasts.")
        named = {"file": self._file.name, "rows": locale.toString(self._look.rows)}
        place = steps.index(at) if at in steps else None
        self._say_step(place, len(steps), title.format(**named), about.format(**named))
        self.cancel.say(self.tr("Cancel"))
        self.cancel.setVisible(at is not At.OUTCOME or is_running)
        self.other.setVisible(at is At.COLUMNS)
        self.back.setVisible(at is not At.COLUMNS and not is_running and not self._is_done)
        self.next.setVisible(not is_running)
        self.next.setEnabled(at is not At.PREVIEW)
        if at is At.OUTCOME:
            self.next.say(self.tr("Close"))
        elif at is At.COLUMNS and self._desk is None:
            self.next.say(self.tr("Set up the practice"))
        else:
            self.next.say(self.tr("Import") if at is At.PREVIEW else self.tr("Next"))

    def _missing(self) -> bool:
        """Say what must still be chosen, and go there."""
        on_words = self._at is At.WORDS
        wanted = [each for each in self.choice.missing() if on_words or each not in NEEDED]
        if not wanted:
            return False
        said = self.tr("Still missing: {what}.")
        self._say_problem(said.format(what=", ".join(meaning_name(each) for each in wanted)))
        field = self.words.first() if on_words else self.columns.field_for(wanted[0])
        field.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def go_on(self) -> None:
        """The next step, the import, or the end."""
        if self._at is At.OUTCOME:
            self.close_sheet()
        elif self._at is At.PREVIEW:
            self.import_wanted.emit(self.preview.choice)
        elif self._desk is None:
            self.practice_wanted.emit(self.columns.choice)
        elif not self._missing():
            self._next_page(self._desk[0])

    def _next_page(self, practice: Practice) -> None:
        if self._at is At.COLUMNS:
            self.words.show_choice(self.columns.choice, self._look, practice)
            if At.WORDS in self._steps():
                self._show(At.WORDS)
                return
        self._look_ahead()

    def _look_ahead(self) -> None:
        self.preview.begin(self.words.choice)
        self._show(At.PREVIEW)
        self.preview_wanted.emit(self.preview.choice)

    def go_back(self) -> None:
        """The step before, where nothing has been taken over yet."""
        steps = self._steps()
        before = At.PREVIEW if self._at is At.OUTCOME else steps[max(0, steps.index(self._at) - 1)]
        if before is At.PREVIEW:
            self._look_ahead()
        else:
            self._show(before)

    @Slot()
    def _on_other(self) -> None:
        self.close_sheet()
        self.other_wanted.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.problem.hide()
        self._word()

    @Slot()
    def _on_preview_changed(self) -> None:
        self._look_ahead()
