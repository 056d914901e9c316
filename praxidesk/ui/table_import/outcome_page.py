"""How far a table has been taken over, and what became of it."""

from collections.abc import Sequence

from PySide6.QtCore import QBasicTimer, QLocale, QTimerEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.engine.table_import import TableImported
from praxidesk.ui.controls.errand_bar import ErrandBar
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.first_run.line_list import LineList
from praxidesk.ui.look.fonts import BASE, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording.counted import counted
from praxidesk.worker.errand import Errand

_LOOK_MS = 200


class OutcomePage(QWidget):
    """A bar while it lasts; then what was taken over, and each row that was not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._errand: Errand | None = None
        self._timer = QBasicTimer()
        self.text = ToneLabel(theme, "", BASE, SEMIBOLD)
        self.text.setWordWrap(True)
        self.more = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.more.setWordWrap(True)
        self.bar: ErrandBar | None = None
        self.lines = LineList()
        self.lines.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.text)
        self._column.addWidget(self.more)
        self._column.addWidget(self.lines, 1)
        self._column.addStretch(0)

    def begin(self, errand: Errand) -> None:
        """Follow this."""
        self._errand = errand
        self.lines.hide()
        self.bar = ErrandBar(errand)
        self.bar.setAccessibleName(self.tr("Importing the table"))
        self._column.insertWidget(2, self.bar)
        self.text.say(self.tr("The table is being imported …"))
        self.more.say("")
        self._timer.start(_LOOK_MS, self)

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: ARG002 (Qt's)
        """Say how far it is."""
        if self._errand is not None:
            reached, locale = self._errand.reached, QLocale()
            if reached.of:
                self.more.say(
                    self.tr("{done} of {all} rows").format(
                        done=locale.toString(reached.rows), all=locale.toString(reached.of)
                    )
                )

    def show_outcome(self, done: TableImported, lines: Sequence[str]) -> None:
        """All of it, or why nothing."""
        self.end()
        locale, wrong = QLocale(), done.left_out
        if not done.is_done:
            self.text.say(self.tr("Nothing was imported: %n row(s) cannot be.", "", wrong))
            self.more.say(
                self.tr("Mend them in the file, assign their words, or go back and leave them out.")
            )
        else:
            said = self.tr("Imported: {patients}, {appointments}.")
            self.text.say(
                said.format(
                    patients=counted.patients(done.patients),
                    appointments=counted.appointments(done.appointments),
                )
            )
            parts = (
                self.tr("%n row(s) were there already and stay as they are.", "", done.known),
                self.tr("%n appointment(s) break a rule and are marked.", "", done.marked),
                self.tr("%n row(s) were left out:", "", wrong),
            )
            counts = (done.known, done.marked, wrong)
            self.more.say(" ".join(part for part, count in zip(parts, counts, strict=True) if count))
        if done.left_out and not done.problems:
            lost = self.tr("Which ones cannot be shown: the file has gone or changed since.")
            self.more.say(f"{self.more.words()} {lost}")
        elif done.left_out > len(done.problems):
            shown = self.tr("The list shows the first {shown}.")
            self.more.say(f"{self.more.words()} {shown.format(shown=locale.toString(len(done.problems)))}")
        self.lines.setAccessibleName(self.text.words())
        self.lines.show_lines(lines)
        self.lines.setVisible(bool(lines))

    def show_fault(self, message: str) -> None:
        """It could not be done."""
        self.end()
        self.text.say(message)
        self.more.say("")

    def end(self) -> None:
        """Nothing is going on any more."""
        self._timer.stop()
        self._errand = None
        if self.bar is not None:
            self._column.removeWidget(self.bar)
            self.bar.deleteLater()
            self.bar = None
