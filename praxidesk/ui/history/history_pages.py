"""The deeds that a list shows: asked for page by page, as far as somebody looks."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from praxidesk.engine.history import PAGE, HistoryFilter, HistoryLine, HistoryPage
from praxidesk.engine.outcomes import StoreFault
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, Told
from praxidesk.worker.questions.history import AskHistory, MoreHistory

_LATE_MS = 200


class HistoryPages(QObject):
    """One filter at a time; a newer one forgets all of the older."""

    changed = Signal()
    """Another list, or a fault in place of it."""
    grown = Signal()
    """Lines that were missing are known."""
    became_late = Signal()
    """The answer is long in coming."""

    def __init__(self, gateway: Gateway, parent: QObject) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._wanted = HistoryFilter()
        self._ticket: Ticket | None = None
        self._more: dict[Ticket, int] = {}
        self.page: HistoryPage | None = None
        """The first one."""
        self.fault: StoreFault | None = None
        self.lines: dict[int, HistoryLine] = {}
        """By their places."""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self.became_late)
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)

    def want(self, wanted: HistoryFilter) -> None:
        """Show what passes this filter."""
        self._wanted = wanted
        self.again()

    @Slot()
    def again(self) -> None:
        """Ask anew for the same."""
        self._ticket = self._gateway.ask(AskHistory(self._wanted))
        self._more = {}
        self._late.start()

    def want_line(self, place: int) -> None:
        """The page with this line."""
        offset = place // PAGE * PAGE
        if self.page is not None and self._ticket is None and offset not in self._more.values():
            ticket = self._gateway.ask(MoreHistory(self._wanted, self.page.newest, offset))
            self._more = {ticket: offset}

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._ticket and isinstance(told.answer, HistoryPage):
            self._late.stop()
            self._ticket = None
            self.page, self.fault = told.answer, None
            self.lines = dict(enumerate(told.answer.lines))
            self.changed.emit()
        elif told.ticket in self._more and isinstance(told.answer, HistoryPage):
            self.lines.update(enumerate(told.answer.lines, self._more.pop(told.ticket)))
            self.grown.emit()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        self._more.pop(failed.ticket, None)
        if failed.ticket == self._ticket:
            self._late.stop()
            self._ticket = None
            self.page, self.fault, self.lines = None, failed.fault, {}
            self.changed.emit()
