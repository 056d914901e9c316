"""The wizard: five calm steps from nothing to a practice that can book."""

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from praxidesk.engine.outcomes import FieldError
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.refused_mark import mark_refused
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.first_run.hours_step import HoursStep
from praxidesk.ui.first_run.people_step import PeopleStep
from praxidesk.ui.first_run.rooms_step import RoomsStep
from praxidesk.ui.first_run.site_step import SiteStep
from praxidesk.ui.first_run.step import Problem, Step
from praxidesk.ui.first_run.types_step import TypesStep
from praxidesk.ui.first_run.wizard_draft import WizardDraft, description
from praxidesk.ui.fonts import BASE, REGULAR, SECONDARY, SEMIBOLD, TITLE
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.reader_words import file_error, reader_words
from praxidesk.ui.theme import Theme
from praxidesk.ui.theme_sheet import ButtonKind

WIDTH = 860
_PAGE = 380
"""Height of a page; a window with less room scrolls the tables."""
_AROUND = 250


class WizardSheet(Sheet):
    """Enter goes on, Alt+Left back; what was typed stays, also where the wizard is interrupted."""

    accepted = Signal(object)
    """The description, as ``SetUp`` takes it."""
    interrupted = Signal(object)
    """``WizardDraft``: as far as it was entered."""

    def __init__(self, window: QWidget, theme: Theme, draft: WizardDraft) -> None:
        super().__init__(window, theme, WIDTH)
        self._draft = draft
        self._is_asking = False
        self._at = 0
        self.steps: tuple[Step, ...] = (
            SiteStep(theme),
            HoursStep(theme),
            PeopleStep(theme),
            RoomsStep(theme),
            TypesStep(theme),
        )
        self._count = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND)
        self._title = ToneLabel(theme, "", TITLE, SEMIBOLD)
        self._about = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self._about.setWordWrap(True)
        self.problem = ToneLabel(theme, "", BASE, SEMIBOLD, Tone.DANGER)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.pages = QStackedWidget()
        self.pages.setFixedHeight(max(200, min(_PAGE, window.height() - _AROUND)))
        for step in self.steps:
            self.pages.addWidget(step)
            step.changed.connect(self._on_changed)
            step.show_draft(draft)
        self._untouched = self.draft()
        self._build(theme)
        for key, answer in (
            ("Return", self._on_next),
            ("Enter", self._on_next),
            ("Alt+Left", self._on_back),
            ("Alt+N", self._on_add),
            ("Escape", self.dismiss),
        ):
            self.listen(key, answer)
        self._show(0)

    def open(self) -> None:
        """Show it; the first field has the keys."""
        super().open()
        self.steps[self._at].first().setFocus(Qt.FocusReason.TabFocusReason)

    def draft(self) -> WizardDraft:
        """As it stands in the fields."""
        draft = self._draft
        for step in self.steps:
            draft = step.read(draft)
        return draft

    def show_errors(self, errors: tuple[FieldError, ...]) -> None:
        """What the store refused: go to the step of the first, and say it there."""
        self._set_busy(busy=False)
        for error in errors:
            path = re.sub(r"^\.", "", error.field).split(".")
            for place, step in enumerate(self.steps):
                field = step.field_of(path)
                if field is not None:
                    mark_refused(field, refused=True)
                    self._show(place)
                    self._say(Problem(reader_words(error.message), field))
                    return
        self._say(Problem("\n".join(file_error(error) for error in errors), self.next))

    def show_fault(self, message: str) -> None:
        """It could not be stored; everything typed is still here."""
        self._set_busy(busy=False)
        self._say(Problem(message, self.next))

    def dismiss(self) -> None:
        """Ask first; then keep what was entered."""
        if self._is_asking or self.draft() == self._untouched:
            self._interrupt()
            return
        self._is_asking = True
        self._say_asking()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _interrupt(self) -> None:
        draft = self.draft()
        self.close_sheet()
        self.interrupted.emit(draft)

    def _build(self, theme: Theme) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 14)
        head.setSpacing(4)
        for label in (self._count, self._title, self._about):
            head.addWidget(label)
        self.card.column.addLayout(head)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        page = QVBoxLayout()
        page.setContentsMargins(24, 16, 24, 12)
        page.setSpacing(8)
        page.addWidget(self.pages)
        page.addWidget(self.problem)
        self.card.column.addLayout(page)
        footer = Footer(theme)
        self.cancel = KeyButton(theme, key=self.tr("Esc"))
        self.cancel.clicked.connect(self.dismiss)
        self.back = KeyButton(theme, key=self.tr("Alt+←"))
        self.back.say(self.tr("Back"))
        self.back.clicked.connect(self._on_back)
        self.next = KeyButton(theme, ButtonKind.PRIMARY, key="↵")
        self.next.clicked.connect(self._on_next)
        row: QHBoxLayout = footer.row
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        self.card.column.addWidget(footer)

    def _show(self, place: int) -> None:
        self._at = place
        self._is_asking = False
        step = self.steps[place]
        if place:
            # A room's code keeps clear of the people's: it has to know them.
            self._draft = self.draft()
            if isinstance(step, RoomsStep):
                step.show_draft(self._draft)
        self.pages.setCurrentIndex(place)
        self._count.say(self.tr("Step {number} of {count}").format(number=place + 1, count=len(self.steps)))
        self._title.say(step.title)
        self._about.say(step.about)
        self.setAccessibleName(step.title)
        self.problem.hide()
        self.back.setEnabled(place > 0)
        self._word()
        if self.isVisible():
            step.first().setFocus(Qt.FocusReason.TabFocusReason)
        self.follow_content()

    def _word(self) -> None:
        is_last = self._at == len(self.steps) - 1
        self.cancel.say(self.tr("Cancel"))
        self.next.say(self.tr("Create the practice") if is_last else self.tr("Next"))

    def _say(self, problem: Problem) -> None:
        self.problem.say(problem.message)
        self.problem.show()
        self.problem.setAccessibleName(problem.message)
        problem.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow_content()

    def _say_asking(self) -> None:
        self.problem.say(
            self.tr("Interrupt the set-up? What you have entered is kept until PraxiDesk is closed.")
        )
        self.problem.show()
        self.cancel.say(self.tr("Interrupt"))
        self.next.say(self.tr("Go on"))
        self.follow_content()

    def _set_busy(self, *, busy: bool) -> None:
        self.next.setEnabled(not busy)
        self.pages.setEnabled(not busy)

    @Slot()
    def _on_changed(self) -> None:
        if self.problem.isVisible():
            self.problem.hide()
            self._is_asking = False
            self._word()

    @Slot()
    def _on_next(self) -> None:
        if not self.next.isEnabled():
            return
        if self._is_asking:
            self._show(self._at)
            return
        problem = self.steps[self._at].problem()
        if problem is not None:
            self._say(problem)
        elif self._at < len(self.steps) - 1:
            self._show(self._at + 1)
        else:
            self._create()

    def _create(self) -> None:
        for place, step in enumerate(self.steps):
            problem = step.problem()
            if problem is not None:
                self._show(place)
                self._say(problem)
                return
        self._set_busy(busy=True)
        self.accepted.emit(description(self.draft()))

    @Slot()
    def _on_back(self) -> None:
        if self._at:
            self._show(self._at - 1)

    @Slot()
    def _on_add(self) -> None:
        step = self.steps[self._at]
        if isinstance(step, PeopleStep | RoomsStep | TypesStep):
            step.add_row()
