"""Changes that were sent and not answered yet, and those that wait until they are."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.changes.happenings import Purpose, Sent, entries_of
from praxidesk.ui.late_notice import LateNotice
from praxidesk.worker.messages import Ticket


class UnderWay:
    """Changes of one entry follow each other; undoing waits for all."""

    def __init__(self, parent: QObject) -> None:
        self._sent: dict[Ticket, Sent] = {}
        self._waiting: list[Sent] = []
        self.lateness = LateNotice(parent)

    def __iter__(self) -> Iterator[Sent]:
        """What was sent, then what waits."""
        yield from (*self._sent.values(), *self._waiting)

    def is_about(self, entries: Iterable[EntryId]) -> bool:
        """Whether a change of one of these is among them."""
        requests = (each.request for each in self)
        busy = {entry for each in requests if each is not None for entry in entries_of(each)}
        return not busy.isdisjoint(entries)

    def is_turning(self, purpose: Purpose) -> bool:
        """Whether undoing, or redoing, is asked for already."""
        return any(each.purpose is purpose for each in self)

    def send(self, ticket: Ticket, sent: Sent) -> None:
        """It is on its way."""
        self._sent[ticket] = sent
        self.lateness.begin()

    def wait(self, sent: Sent) -> None:
        """It is to be sent later."""
        self._waiting.append(sent)

    def answered(self, ticket: Ticket) -> Sent | None:
        """What this was the answer to; ``None``: nothing of ours."""
        sent = self._sent.pop(ticket, None)
        if sent is not None and not self._sent:
            self.lateness.end()
        return sent

    def taken(self) -> list[Sent]:
        """All that waited, to be sent or put off again."""
        waiting, self._waiting = self._waiting, []
        return waiting
