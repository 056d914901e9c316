"""Who saved something last, and when: for whoever shows it beside what is wanted here."""

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.history import HistoryFilter, HistoryLine, HistoryPage
from praxidesk.engine.journal import Deed
from praxidesk.engine.walltime import Zone
from praxidesk.ui.history.history_words import doer_words
from praxidesk.ui.wording import dates
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Ticket, Told
from praxidesk.worker.questions.history import AskHistory


class LastSaver(QObject):
    """Asks the journal once; tells nothing where that may not be read, or says nothing."""

    found = Signal(object)
    """``tuple[HistoryLine, ...]``: what was saved, newest first; one at least."""
    told = Signal(object)
    """``str``: the first of them, as ``saver_text`` says it."""

    def __init__(self, gateway: Gateway, zone: Zone, wanted: HistoryFilter, parent: QObject) -> None:
        super().__init__(parent)
        self._zone, self._gateway = zone, gateway
        gateway.told.connect(self._on_told)
        self._asked: Ticket | None = gateway.ask(AskHistory(wanted))

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket != self._asked or not isinstance(told.answer, HistoryPage):
            return
        self._asked = None
        lines = tuple(each for each in told.answer.lines if each.deed is not Deed.READ)
        if lines:
            self.found.emit(lines)
            self.told.emit(saver_text(self._zone, lines[0], self._gateway.now()))


def saver_text(zone: Zone, line: HistoryLine, now: int) -> str:
    """``anna · Platz 2 · 10:42``."""
    return f"{doer_words(line.doer)} · {dates.clock_or_day(zone, line.at, now)}"
