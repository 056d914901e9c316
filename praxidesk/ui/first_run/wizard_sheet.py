"""The wizard: five calm steps from nothing to a practice that can book."""

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from praxidesk.engine.outcomes import FieldError
from praxidesk.ui.controls.refused_mark import Problem, mark_refused
from praxidesk.ui.first_run.hours_step import HoursStep
from praxidesk.ui.first_run.people_step import PeopleStep
from praxidesk.ui.first_run.rooms_step import RoomsStep
from praxidesk.ui.first_run.site_step import SiteStep
from praxidesk.ui.first_run.step import Step
from praxidesk.ui.first_run.types_step import TypesStep
from praxidesk.ui.first_run.wizard_draft import WizardDraft, description
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.stepped_sheet import SteppedSheet
from praxidesk.ui.wording.reader_words import file_error, reader_words


class WizardSheet(SteppedSheet):
    """What was typed stays, also where the wizard is interrupted."""

    accepted = Signal(object)
    """The description, as ``SetUp`` takes it."""
    interrupted = Signal(object)
    """``WizardDraft``: as far as it was entered."""

    def __init__(self, window: QWidget, theme: Theme, draft: WizardDraft) -> None:
        super().__init__(window, theme)
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
        for step in self.steps:
            self.pages.addWidget(step)
            step.changed.connect(self._on_changed)
            step.show_draft(draft)
        self._untouched = self.draft()
        self.listen("Alt+N", self._on_add)
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

    def _show(self, place: int) -> None:
        self._at = place
        self._is_asking = False
        step = self.steps[place]
        if place:
            # A room's code keeps clear of the people's: it has to know them.
            self._draft = self.draft()
            if isinstance(step, RoomsStep):
                step.show_draft(self._draft)
        self._say_step(place, len(self.steps), step.title, step.about)
        self.problem.hide()
        self.back.setEnabled(place > 0)
        self._word()
        self._turn(place, step.first())

    def _word(self) -> None:
        is_last = self._at == len(self.steps) - 1
        self.cancel.say(self.tr("Cancel"))
        self.next.say(self.tr("Create the practice") if is_last else self.tr("Next"))

    def _say(self, problem: Problem) -> None:
        self._say_problem(problem.message)
        problem.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_asking(self) -> None:
        self._say_problem(
            self.tr("Interrupt the set-up? What you have entered is kept until PraxiDesk is closed.")
        )
        self.cancel.say(self.tr("Interrupt"))
        self.next.say(self.tr("Go on"))

    def _set_busy(self, *, busy: bool) -> None:
        self.next.setEnabled(not busy)
        self.pages.setEnabled(not busy)

    @Slot()
    def _on_changed(self) -> None:
        if self.problem.isVisible():
            self.problem.hide()
            self._is_asking = False
            self._word()

    def go_on(self) -> None:
        """The next step, or the end; first what is wrong in this one."""
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

    def go_back(self) -> None:
        """The step before."""
        if self._at:
            self._show(self._at - 1)

    @Slot()
    def _on_add(self) -> None:
        step = self.steps[self._at]
        if isinstance(step, PeopleStep | RoomsStep | TypesStep):
            step.add_row()
