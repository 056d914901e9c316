"""From a form to a practice on a server, or in another file."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from praxidesk.engine.server_probe import ServerFound, ServerRefused
from praxidesk.ui import openings
from praxidesk.ui.asking import Asking
from praxidesk.ui.conversations.conversations import Conversations
from praxidesk.ui.first_run.file_question import FileQuestion
from praxidesk.ui.first_run.turn import StoreTurn
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed
from praxidesk.worker.opening import StoreAt
from praxidesk.worker.premises import Keeping, Premises
from praxidesk.worker.questions.places import ProbeServer
from praxidesk.worker.server_address import ServerAddress, address_of


class Connecting(QObject):
    """Remembers the server of this desk, and never its password."""

    store_wanted = Signal(object)
    """``StoreTurn``."""

    def __init__(
        self,
        window: QWidget,
        gateway: Gateway,
        talk: Conversations,
        *,
        settings: DeskSettings,
        premises: Premises,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._talk = talk
        self._settings = settings
        self._premises = premises
        self._asking = Asking(gateway, self)
        self._asked = 0
        self._awaited = 0
        """Which question's answer somebody waits for; none is 0."""
        self.file = FileQuestion(window, self)
        self.file.chosen.connect(self._on_file_chosen)

    @Slot()
    def ask(self) -> None:
        """The form, as it was filled in last."""
        sheet = openings.ServerSheet(self._window, self._talk.theme, self._address())
        sheet.probe_wanted.connect(self._on_probe_wanted)
        sheet.given_up.connect(self._on_given_up)
        sheet.store_wanted.connect(self._on_store_wanted)
        self._talk.show(sheet)

    def _address(self) -> ServerAddress:
        """What the form begins with: where the window is, or was last."""
        known = self._settings.server
        if self._premises.keeping is Keeping.SERVER:
            told = address_of(f"postgresql://{self._premises.at}")
            if told is not None and (known is None or known.host != told[0].host):
                return told[0]
        return known or ServerAddress()

    def offer_known(self) -> None:
        """Where this desk worked on a server, ask for its password."""
        if self._settings.server is not None and self._talk.sheet is None:
            self.ask()

    @Slot()
    def choose_file(self) -> None:
        """Another practice on this computer."""
        self.file.ask(self.tr("Choose the practice's file"), self.tr("Practices (*.db *.sqlite *.praxidesk)"))

    @Slot(object)
    def _on_probe_wanted(self, told: tuple[ServerAddress, str]) -> None:
        self._asked += 1
        self._awaited = number = self._asked

        def answered(answer: ServerFound | ServerRefused) -> None:
            sheet = self._talk.sheet
            if number == self._awaited and isinstance(sheet, openings.ServerSheet):
                sheet.show_answer(answer)

        def failed(failure: Failed) -> None:
            sheet = self._talk.sheet
            if number == self._awaited and isinstance(sheet, openings.ServerSheet):
                sheet.show_fault(fault_message(failure.fault, None).text)

        self._asking.ask(ProbeServer(*told), answered, failed)

    @Slot()
    def _on_given_up(self) -> None:
        self._awaited = 0

    @Slot(object)
    def _on_store_wanted(self, told: tuple[ServerAddress, str]) -> None:
        address, password = told
        self._settings.server = address
        self.store_wanted.emit(StoreTurn(StoreAt(address.url(password)), is_own=True))

    @Slot(object)
    def _on_file_chosen(self, file: Path) -> None:
        self.store_wanted.emit(StoreTurn(StoreAt(str(file)), is_own=True))
