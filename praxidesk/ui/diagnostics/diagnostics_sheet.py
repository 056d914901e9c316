"""How fast the store answers, and what it is: for whoever looks after the practice's computers."""

import os
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.plain_table import ROW_HEIGHT
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.segments import Segments
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.diagnostics.course_chart import CourseChart
from praxidesk.ui.diagnostics.figure_table import FigureList
from praxidesk.ui.diagnostics.figures import size_table, statement_table, use_case_table
from praxidesk.ui.diagnostics.held_sessions import blocker, held_table, nobody_waits
from praxidesk.ui.diagnostics.report_text import report_text
from praxidesk.ui.diagnostics.state_words import counts_said, facts_said
from praxidesk.ui.first_run.file_question import FileQuestion
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD, SMALL
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.printing.paper_doors import saving_fault
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, StoreState, Told
from praxidesk.worker.questions.diagnostics import Diagnose, Diagnosis

WIDTH = 1080
_ROWS = 11
_LOW = 600
"""Height of a window that has no room for everything."""
_COLUMNS = 3


class DiagnosticsSheet(Sheet):
    """Digits sort the list by a column, F5 asks anew, Ctrl+S saves all of it as a text."""

    def __init__(self, window: QWidget, theme: Theme, gateway: Gateway, zone: Zone) -> None:
        super().__init__(window, theme, min(WIDTH, window.width() - 32))
        self._gateway, self._zone = gateway, zone
        self._diagnosis: Diagnosis | None = None
        self._asked = gateway.ask(Diagnose())
        self._question = FileQuestion(window, self)
        self._question.chosen.connect(self.save_to)
        title = self.tr("Diagnosis")
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 24, 14)
        head.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        head.addStretch(1)
        self.about = ToneLabel(theme, self.tr("Asking the store …"), BASE, REGULAR, Tone.SECOND)
        head.addWidget(self.about)
        self.card.column.addLayout(head)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        self.card.column.addLayout(self._body(theme))
        self.card.column.addWidget(self._footer(theme))
        self.listen("F5", self._on_refresh)
        self.listen("Ctrl+S", self._on_save)
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)
        gateway.state_changed.connect(self._on_state)
        self.setAccessibleName(title)
        self._show_facts()
        self._show_lists()

    def open(self) -> None:
        """Show it; the list has the keys."""
        super().open()
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def facts(self) -> dict[str, str]:
        """The names and values above the lists."""
        return {name.text(): value.text() for name, value in self._facts if not name.isHidden()}

    def _body(self, theme: Theme) -> QVBoxLayout:
        body = QVBoxLayout()
        body.setContentsMargins(24, 14, 24, 14)
        body.setSpacing(12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        self._facts: list[tuple[ToneLabel, ToneLabel]] = []
        for place in range(2 * _COLUMNS):
            name = ToneLabel(theme, "", SMALL, REGULAR, Tone.SECOND)
            value = ToneLabel(theme, "", BASE, SEMIBOLD).elide()
            row, column = divmod(place, _COLUMNS)
            grid.addWidget(name, row * 3, column)
            grid.addWidget(value, row * 3 + 1, column)
            grid.setColumnStretch(column, 1)
            self._facts.append((name, value))
        grid.setRowMinimumHeight(2, 8)
        body.addLayout(grid)
        self.chart = CourseChart(theme)
        if self._window.height() < _LOW:
            self.chart.hide()  # the figures are worth more than their course
        body.addWidget(self.chart)
        self.pages = Segments(4)
        self.pages.say(
            (
                self.tr("Use cases"),
                self.tr("Who waits"),
                self.tr("Statements of the server"),
                self.tr("Tables"),
            ),
        )
        self.pages.choose(0)
        self.pages.chosen.connect(self._on_page)
        choice = QHBoxLayout()
        choice.addWidget(self.pages)
        choice.addStretch(1)
        body.addLayout(choice)
        self.list = FigureList(theme)
        room = max(4, min(_ROWS, (self._window.height() - 520) // ROW_HEIGHT))
        self.list.setFixedHeight((room + 1) * ROW_HEIGHT + 6)
        body.addWidget(self.list)
        self.missing = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.missing.setWordWrap(True)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.missing.setFixedHeight(self.list.height())
        self.missing.hide()
        body.addWidget(self.missing)
        self.said = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self.said.setWordWrap(True)
        body.addWidget(self.said)
        return body

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        self.refresh = KeyButton(theme, key="F5")
        self.refresh.say(self.tr("Ask anew"))
        self.refresh.clicked.connect(self._on_refresh)
        self.save = KeyButton(theme, key=self.tr("Ctrl+S"))
        self.save.say(self.tr("Save as text …"))
        self.save.clicked.connect(self._on_save)
        close = footer.way_out(self.tr("Close"), self.close_sheet)
        footer.row.addWidget(self.refresh)
        footer.row.addWidget(self.save)
        footer.row.addStretch(1)
        footer.row.addWidget(close)
        return footer

    def _show_facts(self) -> None:
        said = facts_said(self._diagnosis, self._gateway.state, self._gateway.known_weeks, self._zone)
        for place, (name, value) in enumerate(self._facts):
            is_said = place < len(said)
            name.setVisible(is_said)
            value.setVisible(is_said)
            if is_said:
                name.say(said[place][0])
                value.say(said[place][1])

    def _show_lists(self) -> None:
        diagnosis = self._diagnosis
        self.save.setEnabled(diagnosis is not None)
        self.said.say("")
        self.list.setHidden(diagnosis is None)
        self.missing.setHidden(diagnosis is not None)
        if diagnosis is None:
            return
        page = self.pages.choice()
        table = (
            use_case_table(diagnosis, self._zone)
            if page == 0
            else held_table(diagnosis)
            if page == 1
            else statement_table(diagnosis.store)
            if page == 2
            else size_table(diagnosis.store)
        )
        self.list.show_table(table)
        reason = "" if table.rows else self._reason(diagnosis, page)
        self.missing.say(reason)
        self.list.setHidden(bool(reason))
        self.missing.setHidden(not reason)
        ended = blocker(diagnosis.store)
        hints = {
            0: self.tr(
                "Counted by this program since {time}, on the way to the store and back. "
                "What exceeds its limit stands in the log, with ids only."
            ).format(time=dates.clock(self._zone, diagnosis.since)),
            1: self.tr(
                "An admin or OP manager ends a session with: praxidesk user end-session {process}. "
                "What it had not saved is lost to it."
            ).format(process=ended)
            if ended is not None
            else "",
            2: self.tr("Counted by the server, of all desks together. Values are left out."),
            3: self.tr("The largest tables of the database, with their indexes."),
        }
        self.said.say(hints[page] if table.rows else "")

    def _reason(self, diagnosis: Diagnosis, page: int) -> str:
        if page == 1:
            return nobody_waits(diagnosis.store)
        if page == 2:
            return counts_said(diagnosis.store.counts) or self.tr("The server has counted nothing yet.")
        return self.tr("A file does not tell the sizes of its tables.")

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket != self._asked or not isinstance(told.answer, Diagnosis):
            return
        self._diagnosis = told.answer
        over = sum(each.over_limit for each in told.answer.use_cases)
        self.about.say(
            self.tr("%n answer(s) over the limit", "", over) if over else self.tr("No answer over its limit")
        )
        self.chart.show_minutes(told.answer.minutes, self._zone)
        self._show_facts()
        self._show_lists()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket == self._asked:
            self.about.say("")
            self.said.say(fault_message(failed.fault, None).happened)

    @Slot(object)
    def _on_state(self, state: StoreState) -> None:  # noqa: ARG002 - the gateway remembers it
        self._show_facts()

    @Slot(object)
    def _on_page(self, page: int) -> None:  # noqa: ARG002 - the choice knows
        self._show_lists()

    @Slot()
    def _on_refresh(self) -> None:
        self._asked = self._gateway.ask(Diagnose())

    @Slot()
    def _on_save(self) -> None:
        if self._diagnosis is not None:
            self._question.ask(
                self.tr("Save the diagnosis"), "Text (*.txt)", saves_as="praxidesk-diagnose.txt"
            )

    @Slot(object)
    def save_to(self, file: Path) -> None:
        """Write all of it; readable by this user alone where the file is new."""
        if self._diagnosis is None:
            return
        gateway = self._gateway
        text = report_text(self._diagnosis, gateway.state, gateway.known_weeks, self._zone, _program())
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(text)
        except OSError as error:
            self.said.say(saving_fault(error, file))
            return
        self.said.say(self.tr("Saved as {file}").format(file=file.name))


def _program() -> str:
    try:
        return f"PraxiDesk {version('praxidesk')}"
    except PackageNotFoundError:
        return "PraxiDesk"
