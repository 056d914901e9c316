"""From a wish to pages, in the background: asks the store, sets a little at a time, tells of the whole."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.late_notice import LateNotice
from praxidesk.ui.printing.composing import Answer, Composing, compose
from praxidesk.ui.printing.job import Job
from praxidesk.ui.printing.page_frame import Stamp, stamp
from praxidesk.ui.printing.pages import Document
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, Told


class Press(QObject):
    """One wish at a time; a new one takes the place of the one before."""

    document_set = Signal()
    """The pages of the newest wish are there, or there are none because something is still to be chosen."""
    went_wrong = Signal(object)
    """``str``: the store did not answer."""

    def __init__(self, gateway: Gateway, practice: Practice, zone: Zone, parent: QObject) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._practice, self._zone = practice, zone
        self._job: Job | None = None
        self._asked: Ticket | None = None
        self._work: Composing | None = None
        self._read_at = 0
        self.document: Document | None = None
        """The pages of the newest wish."""
        self.is_gone = False
        """What the slip was wanted for is no longer there."""
        self.lateness = LateNotice(self)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)
        gateway.store_changed.connect(self._on_store_changed)

    @property
    def is_busy(self) -> bool:
        """Whether pages are on their way."""
        return self._asked is not None or self._work is not None

    def want(self, job: Job) -> None:
        """Make the pages of this job."""
        self._job = job
        self.document = None
        self._ask()

    def stamp(self) -> Stamp:
        """For printing now."""
        return stamp(self._zone, self._gateway.now(), self._read_at or self._gateway.now())

    def _ask(self) -> None:
        self._stop()
        self.is_gone = False
        question = self._job.question(self._practice) if self._job is not None else None
        if question is None:
            self._asked = None
            self.lateness.end()
            self.document_set.emit()
            return
        self._asked = self._gateway.ask(question)
        self.lateness.begin()

    def _stop(self) -> None:
        self._timer.stop()
        self._work = None

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket != self._asked or self._job is None:
            return
        self._asked = None
        if not isinstance(told.answer, Answer):
            self.is_gone = True
            self.document = None
            self.lateness.end()
            self.document_set.emit()
            return
        self._read_at = told.answer.read_at
        self._work = compose(self._job, self._practice, self._zone, told.answer)
        self._timer.start()

    @Slot()
    def _go_on(self) -> None:
        if self._work is None:
            return
        try:
            next(self._work)
        except StopIteration as end:
            self._stop()
            self.document = end.value
            self.lateness.end()
            self.document_set.emit()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket == self._asked:
            self._asked = None
            self.lateness.end()
            self.went_wrong.emit(fault_message(failed.fault, None).text)

    @Slot(object)
    def _on_store_changed(self, changed: object) -> None:  # noqa: ARG002 (the signal's)
        """Somebody has booked: what is printed shall be as it is now."""
        if self._job is not None:
            self._ask()
