"""What the left panel knows at a glance: the load of its month, and when everybody is free next."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from praxidesk.engine.vocabulary import ActorId
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Told
from praxidesk.worker.questions.free_times import NextFree, SheetLoad

CALM_MS = 150
"""Changes that come one upon another are looked at together."""
CLOCK_MS = 60_000
"""How often somebody's next free time may have gone by."""


class Glances(QObject):
    """Asks when something is looked at, when the calendar changes, and as time goes by.

    What is known stays until the new answer is there; a newer question makes the older one useless.
    """

    loads_told = Signal(object)
    """``Mapping[date, DayTotal]``."""
    free_told = Signal(object)
    """``Mapping[ActorId, Span]``."""

    def __init__(self, gateway: Gateway, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._sheet: SheetLoad | None = None
        self._free: NextFree | None = None
        self._is_sheet_old = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self._ask_again)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._ask_free)
        gateway.told.connect(self._on_told)
        gateway.calendar_touched.connect(self._on_touched)

    def look_at_sheet(self, first: date, last: date, actors: tuple[ActorId, ...]) -> None:
        """The sheet shows these days, of these people."""
        wanted = SheetLoad(first, last, actors)
        if wanted != self._sheet:
            self._sheet = wanted
            self._gateway.ask(wanted)

    def forget_sheet(self) -> None:
        """Nobody's load is asked for."""
        self._sheet = None

    def look_from(self, since: int) -> None:
        """Free times count from this instant on, or from now where that is later."""
        wanted = NextFree(since)
        if wanted != self._free:
            self._free = wanted
            self._ask_free()
        self._clock.start()

    def look_again(self) -> None:
        """The practice has changed."""
        self._is_sheet_old = True
        self._ask_again()

    @Slot()
    def _ask_again(self) -> None:
        if self._sheet is not None and self._is_sheet_old:
            self._is_sheet_old = False
            self._gateway.ask(self._sheet)
        self._ask_free()

    @Slot()
    def _ask_free(self) -> None:
        if self._free is not None:
            self._gateway.ask(self._free)

    @Slot(object)
    def _on_touched(self, days: tuple[date, ...] | None) -> None:
        sheet = self._sheet
        if sheet is not None and (days is None or any(sheet.first <= day <= sheet.last for day in days)):
            self._is_sheet_old = True
        self._calm.start()

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.question == self._sheet:
            self.loads_told.emit(told.answer)
        elif told.question == self._free:
            self.free_told.emit(told.answer)
