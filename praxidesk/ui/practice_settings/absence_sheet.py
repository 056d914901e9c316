"""Somebody is away: who, from when to when, why; and at once whom it strands."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from praxidesk.engine.absence_changes import AbsenceChange, with_absence
from praxidesk.engine.actors import Actor
from praxidesk.engine.at_work import absence_record
from praxidesk.engine.availability import Absence
from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import DraftEffects, DraftRefused, PracticeDraft, RowChange
from praxidesk.engine.roles import Person
from praxidesk.engine.vocabulary import ActorId, ActorKind
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.verdict import Verdict, VerdictKind
from praxidesk.ui.booking.verdict_words import unreadable
from praxidesk.ui.booking.when_fields import DayField
from praxidesk.ui.changes.noted_changes import days_text, noted_name
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.name_box import NameBox
from praxidesk.ui.controls.read_field import refused_in, unreadable_in
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SECONDARY, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.practice_settings.affected_list import AffectedList
from praxidesk.ui.practice_settings.clock_field import ClockField, finish_typing
from praxidesk.ui.practice_settings.draft_questions import DraftQuestions
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.error_words import worded
from praxidesk.worker.gateway import Gateway

WIDTH = 760
_LONGEST_REASON = 200
_KINDS = (ActorKind.PRACTITIONER, ActorKind.ROOM, ActorKind.DEVICE)


class AbsenceSheet(Sheet):
    """Enter saves once it is known, and shown, who is affected."""

    done = Signal(object)
    """``tuple[AbsenceChange, str]``: what was entered, and what is said of it."""
    moving_wanted = Signal(object)
    """``tuple[Entry, ...]``: whom it strands, to be moved together."""
    record_changed = Signal()
    """It is about somebody else now."""

    def __init__(  # noqa: PLR0917 - what a sheet needs, and what it begins with
        self,
        window: QWidget,
        theme: Theme,
        gateway: Gateway,
        practice: Practice,
        zone: Zone,
        actor: ActorId | None,
        day: date,
    ) -> None:
        super().__init__(window, theme, WIDTH)
        self._gateway = gateway
        self._practice = practice
        self._effects: DraftEffects | None = None
        self._is_confirmed = False
        self._is_moving = False
        """Whom it strands shall be in hand as soon as it is entered."""
        self._actors = _offered(practice, gateway.person)
        self.questions = DraftQuestions(gateway, self)
        self.who = NameBox()
        self._is_known = actor in self._actors
        self.who.addItems([practice.actors[each].name for each in self._actors])
        self.who.setMaxVisibleItems(16)
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if actor in self._actors:
            self.who.setCurrentIndex(self._actors.index(actor))
        today = zone.day_of(gateway.now())
        self.first, self.last = DayField(today), DayField(today)
        self.begins, self.ends = ClockField(8 * 60), ClockField(18 * 60, is_end=True)
        for field in (self.first, self.last):
            field.set_day(day)
        self.whole = QCheckBox(self.tr("Whole days"))
        self.whole.setChecked(True)
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems([self.tr("Ill"), self.tr("Holiday"), self.tr("Training")])
        self.error = ToneLabel(theme, "", BASE, REGULAR, Tone.DANGER)
        self.error.setWordWrap(True)
        self.nobody = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.affected = AffectedList(theme, practice, zone)
        self.editors = Verdict(theme)
        """Who enters one for the same at another desk."""
        self._fill(theme)
        self.card.column.addWidget(self._footer(theme))
        self._listen_to_fields()
        self._follow()

    def open(self) -> None:
        """Show it, ready for the first day, or first for whom, where nobody was pointed at."""
        super().open()
        (self.first if self._is_known else self.who).setFocus()

    @property
    def record(self) -> str:
        """Whom it is about, as the other desks are told."""
        return absence_record(self._actors[self.who.currentIndex()])

    def say_editors(self, text: str) -> None:
        """Who enters one for the same at another desk; empty for nobody."""
        self.editors.setVisible(bool(text))
        if text:
            self.editors.say(VerdictKind.NOTE, (text,))
        self.follow_content()

    def draft(self) -> PracticeDraft:
        """The absence added to what is stored now."""
        before = self._row()
        return PracticeDraft((RowChange(before, with_absence(before, self._absence())),))

    def _fill(self, theme: Theme) -> None:
        title = self.tr("Enter an absence")
        self.setAccessibleName(title)
        column = QVBoxLayout()
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(8)
        column.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        span = QHBoxLayout()
        span.setSpacing(8)
        until = ToneLabel(theme, self.tr("to", "from one day to another"), BASE, REGULAR, Tone.SECOND)
        for each in (self.first, self.begins, until, self.last, self.ends, self.whole):
            span.addWidget(each)
        span.addStretch(1)
        for field in (self.first, self.last):
            field.setFixedWidth(150)
        names = (self.tr("Who"), self.tr("From"), self.tr("Reason"))
        for row, name in enumerate(names):
            grid.addWidget(ToneLabel(theme, name, SECONDARY, REGULAR, Tone.SECOND), row, 0)
        grid.addWidget(self.who, 0, 1)
        grid.addLayout(span, 1, 1)
        grid.addWidget(self.reason, 2, 1)
        column.addLayout(grid)
        self.editors.hide()
        for label in (self.editors, self.error, self.nobody):
            column.addWidget(label)
        column.addWidget(self.affected, 1)
        self.card.column.addLayout(column, 1)
        spoken: tuple[tuple[QWidget, str], ...] = (
            (self.who, self.tr("Who")),
            (self.first, self.tr("First day")),
            (self.last, self.tr("Last day")),
            (self.begins, self.tr("From")),
            (self.ends, self.tr("Until")),
            (self.reason, self.tr("Reason")),
        )
        for widget, name in spoken:
            widget.setAccessibleName(name)
        line = self.reason.lineEdit()
        if line is not None:
            line.setMaxLength(_LONGEST_REASON)

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        keep = footer.way_out(self.tr("Cancel"), self.close_sheet)
        self.confirm = footer.way_on(self.tr("Enter absence"), self._on_confirmed)
        self.move_all = KeyButton(theme, key=self.tr("Alt M"))
        self.move_all.say(self.tr("Enter, then move them"))
        self.move_all.clicked.connect(self._on_move_all)
        self.move_all.hide()
        footer.row.addStretch(1)
        footer.row.addWidget(keep)
        footer.row.addWidget(self.move_all)
        footer.row.addWidget(self.confirm)
        return footer

    def _listen_to_fields(self) -> None:
        self.listen("Return", self._on_confirmed)
        self.listen("Enter", self._on_confirmed)
        self.listen("Alt+M", self._on_move_all)
        self.who.activated.connect(self._on_who)
        self.first.changed.connect(self._on_first)
        self.last.changed.connect(self._on_last)
        self.begins.changed.connect(self._follow)
        self.ends.changed.connect(self._follow)
        self.whole.toggled.connect(self._on_whole)
        for field in (self.first, self.last, self.begins, self.ends):
            field.refusal_changed.connect(self._on_refusal_changed)
        self.questions.previewed.connect(self._on_previewed)
        self.questions.refused.connect(self._on_refused)
        self.questions.became_stale.connect(self._on_stale)
        self.questions.went_wrong.connect(self._on_went_wrong)
        self.questions.saved.connect(self._on_saved)

    def _row(self) -> Actor:
        """As it is stored now, as far as this desk knows."""
        practice = self._gateway.practice or self._practice
        return practice.actors[self._actors[self.who.currentIndex()]]

    def _absence(self) -> Absence:
        reason = self.reason.currentText().strip()
        first, last = self.first.day(), self.last.day()
        if self.whole.isChecked():
            return Absence(
                datetime.combine(first, time()), datetime.combine(last + timedelta(days=1), time()), reason
            )
        starts = datetime.combine(first, time()) + timedelta(minutes=self.begins.minute())
        return Absence(starts, datetime.combine(last, time()) + timedelta(minutes=self.ends.minute()), reason)

    @Slot()
    def _follow(self) -> None:
        """Something else is entered: ask what it would break."""
        for field in (self.begins, self.ends):
            field.setVisible(not self.whole.isChecked())
        self._effects = None
        self._is_confirmed = self._is_moving = False
        self.move_all.hide()
        self.error.hide()
        self.affected.hide()
        self.nobody.say(self.tr("Looking whom it affects …"))
        self.nobody.show()
        self.confirm.say(self.tr("Enter absence"))
        self.questions.preview(self.draft())
        self.follow_content()

    @Slot(int)
    def _on_who(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        self.record_changed.emit()
        self._follow()

    @Slot(object)
    def _on_first(self, day: date) -> None:
        if self.last.day() < day:
            self.last.set_day(day)
        self._follow()

    @Slot(object)
    def _on_last(self, day: date) -> None:
        if day < self.first.day():
            self.first.set_day(day)
        self._follow()

    @Slot(bool)
    def _on_whole(self, checked: bool) -> None:  # noqa: ARG002 (Qt's)
        self._follow()

    @Slot()
    def _on_refusal_changed(self) -> None:
        """A day or time that cannot be read: whom the one before it would strand is no matter now."""
        field = unreadable_in(self.card)
        if field is None:
            self._follow()
            return
        self.questions.forget()
        self._effects = None
        self.affected.hide()
        self.move_all.hide()
        self._say_error(unreadable(field.accessibleName(), field.text())[1][0])

    @Slot()
    def _on_confirmed(self) -> None:
        finish_typing()
        if self.questions.is_saving or refused_in(self.card) is not None:
            return
        if self._effects is None:
            # Not known yet whom it strands: nothing is saved before that was shown.
            self._is_confirmed = True
            return
        self.questions.save(self.draft())

    @Slot()
    def _on_move_all(self) -> None:
        if not self.move_all.isHidden():
            self._is_moving = True
            self._on_confirmed()

    def _movable(self) -> tuple[Entry, ...]:
        """Whom it strands, of those that whoever works here may move."""
        breaches = self._effects.breaches if self._effects is not None else ()
        return tuple(each.entry for each in breaches if self._gateway.person.may_write(each.entry))

    @Slot(object)
    def _on_previewed(self, effects: DraftEffects) -> None:
        self._effects = effects
        if effects.count:
            self.affected.show_effects(effects)
            self.affected.show()
            self.nobody.hide()
            self.confirm.say(self.tr("Enter all the same"))
            self.move_all.setVisible(bool(self._movable()))
        else:
            self.nobody.say(self.tr("No entry is affected."))
        self.follow_content()
        if self._is_confirmed and not effects.count:
            self.questions.save(self.draft())
        self._is_confirmed = False

    @Slot(object)
    def _on_refused(self, refused: DraftRefused) -> None:
        self._say_error(" ".join(worded(each.error) for each in refused.errors))

    @Slot(object)
    def _on_stale(self, stale: object) -> None:  # noqa: ARG002 (the signal's)
        # An absence is only added: it goes to whatever stands there now.
        self._follow()

    @Slot(object)
    def _on_went_wrong(self, message: str) -> None:
        self._say_error(message)

    def _say_error(self, text: str) -> None:
        self._is_confirmed = self._is_moving = False
        self.nobody.hide()
        self.error.say(text)
        self.error.show()
        self.follow_content()

    @Slot()
    def _on_saved(self) -> None:
        change = AbsenceChange(self._actors[self.who.currentIndex()], self._absence())
        name, days = noted_name(self._practice, change), days_text(change)
        text = self.tr("Absence entered: {name}, {days}").format(name=name, days=days)
        count = self._effects.count if self._effects is not None else 0
        if count:
            entries = counted.entries(count)
            text = self.tr("{done} · {entries} to be moved (K)").format(done=text, entries=entries)
        self.close_sheet()
        self.done.emit((change, text))
        if self._is_moving:
            self.moving_wanted.emit(self._movable())


def _offered(practice: Practice, person: Person) -> list[ActorId]:
    """Everybody active of whom this may be entered, people first."""
    return [
        id_
        for kind in _KINDS
        for id_, actor in practice.actors.items()
        if actor.kind is kind and actor.active and person.may_close(actor)
    ]
