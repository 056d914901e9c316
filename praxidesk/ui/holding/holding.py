"""What lies beside the calendar to be placed later: parked entries of this desk, and the waiting list."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import GONE, EntryId
from praxidesk.engine.waiting import Waiting
from praxidesk.ui.settings import DeskSettings
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, Told
from praxidesk.worker.questions.held import ParkedEntries, WaitingList

REFRESH_MS = 300
"""So long it waits for more news before it asks again."""


class Holding(QObject):
    """Follows parked and waiting entries as any desk changes them; what is gone falls out.

    Parking changes nothing in the store: an entry keeps its time until it is placed. The desk remembers
    the numbers of those that each login has parked in each store, and nothing else.
    """

    changed = Signal()
    """Other entries are parked or wait, or the same are others now."""

    def __init__(self, gateway: Gateway, settings: DeskSettings, place: str, parent: QObject) -> None:
        """Follow those of one store.

        :param place: where it is: the file, or server and database
        """
        super().__init__(parent)
        self._gateway = gateway
        self._settings = settings
        self._place = place
        self._login: str | None = None
        """Whose the parked ones are; ``None`` until it is known who works here."""
        self._ids: tuple[EntryId, ...] = ()
        self._known: dict[EntryId, Entry] = {}
        self._waiting: tuple[Waiting, ...] = ()
        self._asked: set[Ticket] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)
        gateway.practice_loaded.connect(self._on_practice_loaded)
        gateway.store_changed.connect(self.refresh_soon)

    @property
    def parked(self) -> tuple[Entry, ...]:
        """Those that are loaded, in the order in which they were parked."""
        return tuple(self._known[each] for each in self._ids if each in self._known)

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """Longest waiting first."""
        return self._waiting

    def entry(self, wanted: EntryId) -> Entry | None:
        """One that is parked or waits."""
        waiting = (each.entry for each in self._waiting if each.entry.id == wanted)
        return self._known.get(wanted) or next(waiting, None)

    def park(self, entries: Iterable[Entry]) -> None:
        """Put them beside the calendar; one that is there already goes to the end."""
        added = {each.id: each for each in entries if each.status not in GONE}
        self._known |= added
        self._remember((*(each for each in self._ids if each not in added), *added))

    def take_out(self, entries: Iterable[EntryId]) -> None:
        """They are placed, or are to stay where they stand."""
        gone = set(entries)
        self._remember(tuple(each for each in self._ids if each not in gone))

    @property
    def is_known(self) -> bool:
        """Whether nothing is asked or about to be."""
        return not self._asked and not self._timer.isActive()

    @Slot()
    def refresh_soon(self) -> None:
        """Something may have changed."""
        if self._gateway.practice is not None and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def refresh(self) -> None:
        """Ask for them as they are now."""
        self._asked = {self._gateway.ask(WaitingList())}
        if self._ids:
            self._asked.add(self._gateway.ask(ParkedEntries(self._ids)))

    def _remember(self, ids: tuple[EntryId, ...]) -> None:
        if ids != self._ids:
            self._ids = ids
            self._known = {id_: entry for id_, entry in self._known.items() if id_ in ids}
            if self._login is not None:
                self._settings.set_parked(self._place, self._login, ids)
            self.changed.emit()

    @Slot()
    def _on_practice_loaded(self) -> None:
        """Nothing is loaded before somebody has signed in."""
        login = self._gateway.person.login
        if login != self._login:
            self._login = login
            self._ids = tuple(EntryId(each) for each in self._settings.parked(self._place, login))
            self._known.clear()
        self.refresh_soon()

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket not in self._asked or not isinstance(told.answer, tuple):
            return
        self._asked.discard(told.ticket)
        if isinstance(told.question, WaitingList):
            if told.answer != self._waiting:
                self._waiting = told.answer
                self.changed.emit()
            return
        found = {each.id: each for each in told.answer if each.status not in GONE}
        asked = told.question.entries if isinstance(told.question, ParkedEntries) else ()
        before, self._known = self._known, {**self._known, **found}
        if any(each not in found for each in asked):
            self.take_out(each for each in asked if each not in found)
        elif self._known != before:
            self.changed.emit()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        self._asked.discard(failed.ticket)  # the next change asks again
