"""Questions on their way to the store, each with somebody who waits for its answer."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Slot

from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, Told
from praxidesk.worker.questions.question import Question

Answered = Callable[[Any], None]
NotAnswered = Callable[[Failed], None]


class Asking(QObject):
    """Hands each answer to whoever asked, and each failure too."""

    def __init__(self, gateway: Gateway, parent: QObject) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._waiting: dict[Ticket, tuple[Answered, NotAnswered]] = {}
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)
        gateway.superseded.connect(self._on_superseded)

    def ask(self, question: Question, answered: Answered, failed: NotAnswered) -> None:
        """Ask; exactly one of the two is called, unless the question is superseded."""
        self._waiting[self._gateway.ask(question)] = answered, failed

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        waiting = self._waiting.pop(told.ticket, None)
        if waiting is not None:
            waiting[0](told.answer)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        waiting = self._waiting.pop(failed.ticket, None)
        if waiting is not None:
            waiting[1](failed)

    @Slot(object)
    def _on_superseded(self, ticket: Ticket) -> None:
        self._waiting.pop(ticket, None)
