"""Asks why nothing is free earlier, once somebody looks at the proposals for a moment."""

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import MovedEntry
from praxidesk.engine.outcomes import Slot as FreeSlot
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import SlotRequest
from praxidesk.engine.vocabulary import EntryId, EntryKind, Ranking
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.why_words import WhyWording
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import SlotsAnswered, Ticket

PAUSE_MS = 350
"""Before asking why there is nothing earlier: who takes the first proposal at once waits for no reasons."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why there is nothing earlier."""

    said: tuple[str, ...]
    """Sentences, the last perhaps about what would open something."""
    release: FreeSlot | None = None
    """What somebody else's taking part would open, bookable as it is."""


class WhyTalk(QObject):
    """One question at a time, about the search whose proposals are shown."""

    told = Signal(object)
    """``Reasons``."""

    def __init__(self, gateway: Gateway, practice: Practice, zone: Zone, parent: QObject) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._practice = practice
        self._zone = zone
        self._ticket: Ticket | None = None
        self._unexplained: SlotRequest | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        gateway.slots_answered.connect(self._on_slots_answered)

    def explain(self, request: SlotRequest) -> None:
        """Ask about this search in a moment."""
        if request.kind is not EntryKind.BLOCKOUT and request.rank is Ranking.EARLIEST:
            self._unexplained = replace(request, limit=1, explain=True)
            self._pause.start()

    def drop(self) -> None:
        """Other proposals are on their way: their reasons are others too."""
        self._ticket = self._unexplained = None
        self._pause.stop()

    @Slot()
    def _ask(self) -> None:
        if self._unexplained is not None:
            self._ticket = self._gateway.find_slots(self._unexplained)

    @Slot(object)
    def _on_slots_answered(self, answer: SlotsAnswered) -> None:
        if answer.ticket != self._ticket:
            return
        self._ticket = None
        why = answer.found.why_not_earlier
        if why is None or answer.invalid is not None:
            return
        wording = WhyWording(self._practice, self._zone, self._entry_at)
        said = [wording.reason(why)]
        release = None
        if why.release is not None:
            said.append(wording.release(why.release))
            if not isinstance(why.release.change, MovedEntry):
                release = why.release.slot
        self.told.emit(Reasons(tuple(each for each in said if each), release))

    def _entry_at(self, id_: EntryId, at: int) -> Entry | None:
        """An entry of a week that is loaded."""
        day = self._zone.day_of(at)
        batch = self._gateway.week(day - timedelta(days=day.weekday()))
        entries = () if batch is None else batch.entries
        return next((each for each in entries if each.id == id_), None)
