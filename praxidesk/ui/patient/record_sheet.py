"""What is known about a patient, field by field, to be changed: Enter saves."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from praxidesk.engine.at_work import patient_record
from praxidesk.engine.entries import Patient
from praxidesk.engine.patient_changes import (
    PatientChange,
    PatientFault,
    PatientField,
    PatientMissing,
    PatientRefused,
    PatientSaved,
    PatientStale,
    faults_of,
)
from praxidesk.engine.vocabulary import ActorId
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.verdict import Verdict, VerdictKind
from praxidesk.ui.controls.fitting_scroll import FittingScroll
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.refused_mark import mark_refused
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel, section_label
from praxidesk.ui.look.fonts import HEADING, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.patient.patient_words import SEXES, fault_words, field_name, patient_rows, sex_name
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.fault_wording import failed_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, Told
from praxidesk.worker.questions.patients import AskPatient, ChangePatient, PresentPatient

WIDTH = 640
F = PatientField
_ROWS = ((F.FAMILY, F.GIVEN), (F.BIRTH_DATE, F.SEX), (F.PHONE, F.EMAIL), (F.NUMBER,), (F.NOTE,))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordSheet(Sheet):
    """Asks for the record, and saves it over exactly what it was asked for."""

    saved = Signal(object)
    """``PatientChange``."""
    became_stale = Signal(object)
    """``tuple[PatientChange, Patient]``: what was wanted, and what somebody else has saved."""

    record_changed = Signal()
    """Never: it is one patient's."""

    def __init__(self, window: QWidget, theme: Theme, gateway: Gateway, zone: Zone, patient: ActorId) -> None:
        super().__init__(window, theme, WIDTH)
        self._gateway = gateway
        self._zone = zone
        self._patient = patient
        self._before: Patient | None = None
        self._asked: Ticket | None = None
        self._sent: Ticket | None = None
        self._looked: Ticket | None = None
        self._warned = False
        self._changed_text = self._editing = ""
        self.texts = {each: QLineEdit() for each in F if each not in (F.SEX, F.NOTE)}
        self.sex = QComboBox()
        self.note = QPlainTextEdit()
        self.faults = {each: ToneLabel(theme, "", SECONDARY, REGULAR, Tone.DANGER) for each in F}
        self.trouble = ToneLabel(theme, "", tone=Tone.DANGER)
        self.others = Verdict(theme)
        self.save = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.cancel = KeyButton(theme, key=self.tr("Esc"))
        self._build(theme)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.dismiss)
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)
        gateway.calendar_touched.connect(self._on_touched)
        self._asked = gateway.ask(AskPatient(patient))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves; in the note it takes Ctrl."""
        if event.key() in _ENTER:
            self._on_save()
        else:
            super().keyPressEvent(event)

    def dismiss(self) -> None:
        """Leave it; what was typed is given up only where it is said twice."""
        wanted = self.wanted()
        if self._before is None or wanted == self._before or self._warned:
            super().dismiss()
            return
        self._warned = True
        self._say(self.tr("Not saved yet. Esc once more gives up what was changed."))

    @property
    def record(self) -> str:
        """Whose data they are, as the other desks are told."""
        return patient_record(self._patient)

    def say_editors(self, text: str) -> None:
        """Who has the same open at another desk; empty for nobody."""
        self._editing = text
        self._say_others()

    def field(self, field: PatientField) -> QWidget:
        """Where it is typed."""
        if field is F.SEX:
            return self.sex
        return self.note if field is F.NOTE else self.texts[field]

    def wanted(self) -> Patient | None:
        """What is typed; ``None`` where the birth date is none, or before the record is there."""
        born = self._born()
        if self._before is None or (born is None and self.texts[F.BIRTH_DATE].text().strip()):
            return None
        said = {each: " ".join(field.text().split()) for each, field in self.texts.items()}
        note = self.note.toPlainText() if self.note.document().isModified() else self._before.note
        return Patient(
            said[F.NUMBER],
            said[F.FAMILY],
            said[F.GIVEN],
            born,
            SEXES[self.sex.currentIndex()],
            said[F.PHONE],
            said[F.EMAIL],
            note,
        )

    def _build(self, theme: Theme) -> None:
        body = Surface(theme, "raised")
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        title = self.tr("Patient's data")
        column.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for row, fields in enumerate(_ROWS):
            for place, each in enumerate(fields):
                columns = 2 if each is F.NOTE else 1
                grid.addWidget(self._cell(theme, each), row, place, 1, columns)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        self.others.hide()
        column.addWidget(self.others)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        column.addWidget(self.trouble)
        self.card.column.addWidget(FittingScroll(body))
        footer = Footer(theme)
        footer.row.addStretch(1)
        footer.row.addWidget(self.cancel)
        footer.row.addWidget(self.save)
        self.cancel.say(self.tr("Cancel", "leave a dialog"))
        self.save.say(self.tr("Save"))
        self.card.column.addWidget(footer)
        self.sex.addItems([sex_name(each) for each in SEXES])
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)
        self.texts[F.BIRTH_DATE].editingFinished.connect(self._on_born)
        self.setAccessibleName(title)
        self._enable(enabled=False)

    def _cell(self, theme: Theme, field: PatientField) -> QWidget:
        cell, widget = QWidget(), self.field(field)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(section_label(theme, field_name(field)))
        column.addWidget(widget)
        column.addWidget(self.faults[field])
        self.faults[field].setWordWrap(True)
        self.faults[field].hide()
        widget.setAccessibleName(field_name(field))
        column.addStretch(1)
        return cell

    def _enable(self, *, enabled: bool) -> None:
        for each in F:
            self.field(each).setEnabled(enabled)
        self.save.setEnabled(enabled)

    def _show(self, patient: Patient) -> None:
        self._fill(patient)
        self._enable(enabled=True)
        self.texts[F.FAMILY].setFocus()

    def _fill(self, patient: Patient) -> None:
        self._before = patient
        for each, field in self.texts.items():
            field.setText("" if each is F.BIRTH_DATE else str(getattr(patient, each.value)))
            field.setCursorPosition(0)
        born = dates.birth_date(patient.birth_date) if patient.birth_date else ""
        self.texts[F.BIRTH_DATE].setText(born)
        self.sex.setCurrentIndex(SEXES.index(patient.sex))
        self.note.setPlainText(patient.note)

    def _born(self) -> date | None:
        return dates.typed_date(self.texts[F.BIRTH_DATE].text(), self._today())

    def _today(self) -> date:
        return self._zone.day_of(self._gateway.now())

    @Slot()
    def _on_born(self) -> None:
        born = self._born()
        if born is not None:
            self.texts[F.BIRTH_DATE].setText(dates.birth_date(born))

    @Slot()
    def _on_save(self) -> None:
        before = self._before
        if before is None or self._sent is not None:
            return
        wanted = self.wanted()
        unborn = ((F.BIRTH_DATE, PatientFault.UNREADABLE),)
        faults = unborn if wanted is None else faults_of(wanted, self._today())
        self._show_faults(faults)
        if wanted is None or faults:
            return
        if wanted == before:
            self.dismiss()
            return
        self.trouble.hide()
        self._warned = False
        self.save.setEnabled(False)
        self._sent = self._gateway.ask(ChangePatient(PatientChange(self._patient, before, wanted)))

    def _show_faults(self, faults: tuple[tuple[PatientField, PatientFault], ...]) -> None:
        known = dict(faults)
        for field, label in self.faults.items():
            label.say(fault_words(field, known[field]) if field in known else "")
            label.setVisible(field in known)
            widget = self.field(field)
            mark_refused(widget, refused=field in known)
            widget.setAccessibleDescription(label.words())
        if faults:
            self.field(faults[0][0]).setFocus()
        self.follow_content()

    def _say(self, trouble: str) -> None:
        self.trouble.say(trouble)
        self.trouble.show()
        self.follow_content()

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._asked:
            self._asked = None
            if isinstance(told.answer, Patient):
                self._show(told.answer)
            else:
                self._say(self.tr("This patient is not in the database any more."))
        elif told.ticket == self._looked:
            self._looked = None
            # Ours is no other desk's: its answer is on its way.
            if self._before is not None and isinstance(told.answer, Patient) and self._sent is None:
                self._tell_others(self._before, told.answer)
        elif told.ticket == self._sent and isinstance(told.question, ChangePatient):
            self._sent = None
            self.save.setEnabled(True)
            self._finish(told.question.change, told.answer)

    @Slot(object)
    def _on_touched(self, days: object) -> None:
        """Somebody has changed what stands on entries of any day, as a patient's data does."""
        if days is None and self._before is not None and self._sent is None:
            self._looked = self._gateway.ask(PresentPatient(self._patient))

    def _tell_others(self, before: Patient, present: Patient) -> None:
        """What another desk has saved meanwhile: shown at once where nothing was typed yet."""
        rows = patient_rows(before, present, present)
        what = "; ".join(f"{row.name}: {row.was or '–'} → {row.theirs or '–'}" for row in rows)
        said = self.tr("Changed at another desk meanwhile.")
        if self.wanted() == before:
            self._fill(present)
            after = self.tr("You see the data as they are now.")
        else:
            after = self.tr("What you save is shown beside it first.")
        self._changed_text = f"{said} {what}. {after}" if rows else ""
        self._say_others()

    def _say_others(self) -> None:
        said = tuple(part for part in (self._changed_text, self._editing) if part)
        self.others.setVisible(bool(said))
        if said:
            self.others.say(VerdictKind.NOTE, said)
        self.follow_content()

    def _finish(self, change: PatientChange, answer: object) -> None:
        match answer:
            case PatientSaved():
                self.close_sheet()
                self.saved.emit(change)
            case PatientStale(present):
                self.close_sheet()
                self.became_stale.emit((change, present))
            case PatientRefused(faults):
                self._show_faults(faults)
            case PatientMissing():
                self._say(self.tr("This patient is not in the database any more."))

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket in (self._asked, self._sent):
            is_saving = failed.ticket == self._sent
            self.save.setEnabled(is_saving)
            self._asked = self._sent = None
            message = failed_message(failed)
            kept = self.tr("The patient's data was not saved.") if is_saving else ""
            self._say(" ".join(part for part in (message.happened, kept, message.to_do) if part))
