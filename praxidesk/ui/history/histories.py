"""All that the window does about who changed what: sheets, the last change, this desk's own name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.history import HistoryFilter, HistoryLine
from praxidesk.engine.journal import SealSeen
from praxidesk.ui import openings
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.history.chain_words import missed_seal_words
from praxidesk.ui.history.history_words import place_words
from praxidesk.ui.history.scope import Scope, Whose
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.wording import words
from praxidesk.worker import desk_name
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Ticket, Told
from praxidesk.worker.questions.history import LastChange, LookAtSeal

if TYPE_CHECKING:
    from praxidesk.ui.window.workplace import Workplace

_SETTLED_MS = 400
"""A burst of changes is one."""
_FIRST_LOOK_MS = 5_000
"""After the practice is there: nobody waits for it."""
_LOOK_AGAIN_MS = 600_000


class Histories(QObject):
    """Of the practice, of the entry selected, and of whoever a card shows."""

    def __init__(self, window: Workplace, gateway: Gateway, settings: DeskSettings) -> None:
        super().__init__(window)
        self._window = window
        self._gateway = gateway
        self._settings = settings
        self._asked: Ticket | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._ask_last)
        desk_name.choose_name(settings.desk_name)
        window.parts.status.show_desk(desk_name.own_name())
        window.conversations.history_wanted.connect(self._on_history_wanted)
        window.feed.calendar_changed.connect(self._on_calendar_changed)
        self._seal: Ticket | None = None
        self._is_missed = False
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_AGAIN_MS)
        self._looking.timeout.connect(self.look_at_seal)
        gateway.practice_loaded.connect(self._on_practice_loaded)
        gateway.told.connect(self._on_told)

    @property
    def doings(self) -> dict[ActionId, Callable[[], None]]:
        """What each action does."""
        return {
            ActionId.CHANGES: self.of_practice,
            ActionId.ENTRY_HISTORY: self.of_entry,
            ActionId.DESK_NAME: self.name_desk,
        }

    @Slot()
    def of_practice(self) -> None:
        """Who changed what, in the whole practice."""
        self._open(Whose())

    @Slot()
    def of_entry(self) -> None:
        """What was done to the entry selected."""
        entry, practice = self._window.selected, self._window.practice
        if entry is not None and practice is not None:
            name = words.entry_name(practice, entry)
            self._open(Whose(Scope.ENTRY, HistoryFilter(entry=entry.id), name))

    @Slot()
    def name_desk(self) -> None:
        """Ask what this desk is called."""
        talk = self._window.conversations
        sheet = openings.NameSheet(talk.window_, talk.theme, self._settings.desk_name)
        sheet.accepted.connect(self._on_named)
        talk.show(sheet)

    @Slot()
    def look_at_seal(self) -> None:
        """Whether the journal still holds what this desk has seen of it; keep its newest seal."""
        self._seal = self._gateway.ask(LookAtSeal())

    @Slot(object)
    def _on_practice_loaded(self, message: object) -> None:  # noqa: ARG002 (the signal's)
        if not self._looking.isActive():
            self._looking.start()
            QTimer.singleShot(_FIRST_LOOK_MS, self, self.look_at_seal)

    def _open(self, whose: Whose) -> None:
        talk = self._window.conversations
        place = talk.place()
        if place is not None:
            sheet = openings.HistorySheet(talk.window_, talk.theme, self._gateway, place, whose)
            sheet.entry_wanted.connect(talk.entry_wanted)
            sheet.card_wanted.connect(talk.card)
            talk.show(sheet)

    @Slot(object)
    def _on_history_wanted(self, patient: PatientOnEntry) -> None:
        of = HistoryFilter(patients=(patient.id,))
        self._open(Whose(Scope.PATIENT, of, words.patient_name(patient)))

    @Slot(object)
    def _on_named(self, name: str) -> None:
        self._settings.desk_name = name
        desk_name.choose_name(name)
        self._window.parts.status.show_desk(desk_name.own_name())

    @Slot(object)
    def _on_calendar_changed(self, at: int) -> None:  # noqa: ARG002 (the signal's)
        self._settled.start()

    @Slot()
    def _ask_last(self) -> None:
        self._asked = self._gateway.ask(LastChange())

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._seal and isinstance(told.answer, SealSeen):
            is_missed = not told.answer.is_there
            if is_missed and not self._is_missed:
                self._window.toast.say_error(missed_seal_words(told.answer))
            self._is_missed = is_missed
        if told.ticket != self._asked or self._gateway.zone is None:
            return
        if isinstance(told.answer, HistoryLine):
            where = place_words(told.answer.doer)
            self._window.parts.status.show_change(told.answer.at, self._gateway.zone, where)
