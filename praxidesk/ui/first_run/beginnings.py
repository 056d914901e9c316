"""What the ways to begin lead to: sheets, questions to the store, and another store."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from praxidesk.engine.setup_outcomes import SetupInvalid, SetupReport
from praxidesk.engine.table_import import TableChoice, TableLook
from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import Needs
from praxidesk.ui.asking import Asking
from praxidesk.ui.conversations.conversations import Conversations
from praxidesk.ui.first_run.connecting import Connecting
from praxidesk.ui.first_run.file_question import FileQuestion
from praxidesk.ui.first_run.table_words import with_words
from praxidesk.ui.first_run.turn import StoreTurn
from praxidesk.ui.first_run.welcome_card import Beginning
from praxidesk.ui.first_run.wizard_draft import WizardDraft
from praxidesk.ui.panels.status_line import NOT_BEGUN
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.table_import.importing import Importing
from praxidesk.ui.window.window_layout import WindowLayout
from praxidesk.ui.wording.fault_wording import fault_message, kept
from praxidesk.ui.wording.regions import region_of, zone_here
from praxidesk.worker.errand import Errand
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, StoreState
from praxidesk.worker.opening import StoreAt
from praxidesk.worker.premises import Keeping
from praxidesk.worker.questions.demo import DemoReady, MakeDemo
from praxidesk.worker.questions.places import LookAgain, UpgradeFile
from praxidesk.worker.questions.setup import RehearseSetUp, SetUp


class Beginnings(QObject):
    """Shows the ways to begin while there is no practice, and goes them."""

    store_wanted = Signal(object)
    """``StoreTurn``."""
    done = Signal(object)
    """``str``: what has come about."""
    went_wrong = Signal(object)
    """``str``: what happened, what was not saved, what to do."""

    def __init__(
        self,
        window: QWidget,
        gateway: Gateway,
        talk: Conversations,
        parts: WindowLayout,
        settings: DeskSettings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._talk = talk
        self._parts = parts
        premises = parts.premises
        self._premises = premises
        self._asking = Asking(gateway, self)
        self._draft = first_draft()
        self.description = FileQuestion(window, self)
        self.description.chosen.connect(self._on_description_chosen)
        self.importing = Importing(window, gateway, talk)
        self.importing.practice_wanted.connect(self._on_practice_wanted)
        self.importing.went_wrong.connect(self.went_wrong)
        self.importing.lateness.changed.connect(parts.status.show_loading)
        self.connecting = Connecting(window, gateway, talk, settings=settings, premises=premises)
        self.connecting.store_wanted.connect(self.store_wanted)
        self._ways = {
            Beginning.WIZARD: self.set_up,
            Beginning.DESCRIPTION: self.read_description,
            Beginning.IMPORT: self.importing.choose,
            Beginning.DEMO: self.open_demo,
            Beginning.SERVER: self.connecting.ask,
        }
        parts.beginning_wanted.connect(self._on_wanted)
        parts.nothing.retry_wanted.connect(self._on_retry_wanted)
        parts.nothing.upgrade_wanted.connect(self._on_upgrade_wanted)
        parts.nothing.server_wanted.connect(self.connecting.ask)
        parts.nothing.file_wanted.connect(self.connecting.choose_file)
        parts.status.show_premises(premises, has_practice=False)

    def needs_met(self) -> frozenset[Needs]:
        """What can be done because of where the window is."""
        is_demo = self._premises.keeping is Keeping.DEMO
        return frozenset({Needs.DEMO}) if is_demo else frozenset()

    def show_state(self, state: StoreState, day: date) -> None:
        """Show the ways to begin, or why there is nothing to begin with."""
        self._parts.nothing.show_state(state)
        if self._gateway.practice is not None or state.connected:
            return
        if state.fault in NOT_BEGUN:
            is_first = not self._parts.is_first_run
            self._parts.show_welcome(day)
            if is_first and self._premises.keeping is Keeping.FILE:
                self.connecting.offer_known()
        elif state.fault is not None:
            self._parts.show_trouble()

    @Slot()
    def set_up(self) -> None:
        """The wizard, where it was left."""
        sheet = openings.WizardSheet(self._window, self._talk.theme, self._draft)
        sheet.accepted.connect(self._on_wizard_accepted)
        sheet.interrupted.connect(self._on_interrupted)
        self._talk.show(sheet)

    @Slot()
    def read_description(self) -> None:
        """Choose a practice file, and see what it would create."""
        self.description.ask(self.tr("Choose the practice file"), self.tr("Practice files (*.toml)"))

    @Slot()
    def open_demo(self) -> None:
        """Make the demo practice where there is none, and work on it."""
        errand = Errand()
        self._talk.show(openings.MakingSheet(self._window, self._talk.theme, errand))
        self._asking.ask(MakeDemo(errand=errand), self._on_demo_ready, self._on_demo_failed)

    @Slot()
    def close_demo(self) -> None:
        """Ask, then go back."""
        sheet = openings.ClosingSheet(self._window, self._talk.theme)
        sheet.closing_wanted.connect(self._on_closing_wanted)
        self._talk.show(sheet)

    # What comes of it

    @Slot(object)
    def _on_wanted(self, way: Beginning) -> None:
        self._ways[way]()

    @Slot()
    def _on_retry_wanted(self) -> None:
        self._asking.ask(LookAgain(), self._on_looked, self._on_not_looked)

    def _on_looked(self, answer: object) -> None:  # noqa: ARG002 (there is none)
        self._parts.nothing.tried()

    def _on_not_looked(self, failed: Failed) -> None:  # noqa: ARG002 (the state says it)
        self._parts.nothing.tried()

    @Slot()
    def _on_upgrade_wanted(self) -> None:
        self._asking.ask(UpgradeFile(), self._on_upgraded, self._on_not_upgraded)

    def _on_upgraded(self, copy: str) -> None:
        self._parts.nothing.tried()
        if copy:
            said = self.tr("The database is up to date. As it was before it stays in {file}.")
            self.done.emit(said.format(file=Path(copy).name))

    def _on_not_upgraded(self, failed: Failed) -> None:
        self._parts.nothing.tried()
        message = fault_message(failed.fault, None)
        self.went_wrong.emit(f"{message.happened} {kept(failed.fault)} {message.to_do}")

    @Slot(object)
    def _on_practice_wanted(self, told: tuple[TableLook, TableChoice]) -> None:
        self._draft = with_words(self._draft, *told)
        self.set_up()

    @Slot(object)
    def _on_interrupted(self, draft: WizardDraft) -> None:
        self._draft = draft

    @Slot(object)
    def _on_wizard_accepted(self, described: Mapping[str, object]) -> None:
        def answered(answer: SetupReport | SetupInvalid) -> None:
            sheet = self._talk.sheet
            if isinstance(answer, SetupReport):
                if isinstance(sheet, openings.WizardSheet):
                    sheet.close_sheet()
                self._draft = first_draft()
                self._on_set_up()
            elif isinstance(sheet, openings.WizardSheet):
                sheet.show_errors(answer.errors)

        def failed(failure: Failed) -> None:
            sheet = self._talk.sheet
            if isinstance(sheet, openings.WizardSheet):
                sheet.show_fault(self._not_created(failure))
            else:
                self._on_not_set_up(failure)

        self._asking.ask(SetUp(described), answered, failed)

    @Slot(object)
    def _on_description_chosen(self, file: Path) -> None:
        def answered(answer: SetupReport | SetupInvalid) -> None:
            sheet = openings.DescriptionSheet(self._window, self._talk.theme, file, answer)
            sheet.accepted.connect(self._on_description_accepted)
            sheet.other_wanted.connect(self.read_description)
            self._talk.show(sheet)

        self._asking.ask(RehearseSetUp(file), answered, self._on_not_set_up)

    @Slot(object)
    def _on_description_accepted(self, file: Path) -> None:
        def answered(answer: SetupReport | SetupInvalid) -> None:
            if isinstance(answer, SetupInvalid):
                # It has been changed since it was looked at.
                sheet = openings.DescriptionSheet(self._window, self._talk.theme, file, answer)
                sheet.other_wanted.connect(self.read_description)
                self._talk.show(sheet)
                return
            self._on_set_up()

        self._asking.ask(SetUp(file), answered, self._on_not_set_up)

    def _on_set_up(self) -> None:
        self._parts.views.view.setFocus()
        self.done.emit(self.tr("The practice is set up. You can book now."))
        self.importing.go_on()

    def _on_not_set_up(self, failed: Failed) -> None:
        self.went_wrong.emit(self._not_created(failed))

    def _not_created(self, failed: Failed) -> str:
        message = fault_message(failed.fault, None)
        lost = self.tr("Nothing was created.")
        return f"{message.happened} {lost} {message.to_do}"

    def _on_demo_ready(self, ready: DemoReady | None) -> None:
        if isinstance(self._talk.sheet, openings.MakingSheet):
            self._talk.sheet.close_sheet()
        if ready is not None:
            place = StoreAt(ready.url, is_demo=True)
            self.store_wanted.emit(StoreTurn(place, ready.day, ready.begins_at))

    def _on_demo_failed(self, failed: Failed) -> None:
        if isinstance(self._talk.sheet, openings.MakingSheet):
            self._talk.sheet.close_sheet()
        message = fault_message(failed.fault, None)
        lost = self.tr("The demo practice was not made.")
        self.went_wrong.emit(f"{message.happened} {lost} {message.to_do}")

    @Slot(object)
    def _on_closing_wanted(self, drops: bool) -> None:
        self.store_wanted.emit(StoreTurn(drops_demo=drops))


def first_draft() -> WizardDraft:
    """What the wizard begins with."""
    zone = zone_here()
    return WizardDraft(timezone=zone, holidays=region_of(zone))
