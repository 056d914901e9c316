"""A desk without a window that books one entry after the other: ``booker.py STORE NUMBER``.

Until its standard input ends it prints a line before it asks, and a line for every answer: so whoever reads
them knows what was promised, whenever the process or the server is killed.
"""

import sys

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer, Slot

from praxidesk.engine.outcomes import Done
from praxidesk.engine.requests import BookRequest, Participant, RequestKey
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import EntryKind, Role
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Answered, Failed, StoreState, Ticket
from praxidesk.worker.opening import store_at

FIRST = 1_800_000_000
ROOM = 20_000
"""As many starts as each desk has for itself."""
TAKEN = (
    ("WEB", Role.PRACTITIONER),
    ("KOC", Role.PRACTITIONER),
    ("ANA", Role.ANAESTHETIST),
    ("R1", Role.ROOM),
    ("OP1", Role.ROOM),
)


class Booker(QObject):
    """Sends the next one when it has the answer to the last."""

    def __init__(self, url: str, number: int) -> None:
        super().__init__()
        self._gateway = Gateway(store_at(url))
        self._number = number
        self._ends = False
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(self._end)
        self._count = 0
        self._key = ""
        self._ticket: Ticket | None = None
        self._gateway.practice_loaded.connect(self._begin)
        self._gateway.answered.connect(self._on_answered)
        self._gateway.failed.connect(self._on_failed)
        self._gateway.delayed.connect(self._on_delayed)
        self._gateway.state_changed.connect(self._on_state)
        self._gateway.start()

    @Slot(object)
    def _begin(self, _: object) -> None:
        if not self._count:
            say("ready")
            self._next()

    @Slot()
    def _end(self) -> None:
        self._input.setEnabled(False)
        self._ends = True

    @Slot()
    def _next(self) -> None:
        if self._ends:
            self._gateway.shutdown()
            say("over")
            QCoreApplication.quit()
            return
        practice = self._gateway.practice
        assert practice is not None
        self._count += 1
        self._key = f"desk {self._number} booking {self._count}"
        code, role = TAKEN[self._number % len(TAKEN)]
        request = BookRequest(
            EntryKind.BLOCKOUT,
            FIRST + (self._number * ROOM + self._count) * 5 * MINUTE,
            (Participant(practice.actor_ids[code], role),),
            minutes=5,
            reason="Probe",
            key=RequestKey(self._key, "probe"),
        )
        say("sent", self._key)
        self._ticket = self._gateway.submit(request)

    @Slot(object)
    def _on_answered(self, answer: Answered) -> None:
        done = answer.outcome
        if isinstance(done, Done):
            say("replayed" if done.replayed else "booked", self._key)
        else:
            say("refused", self._key)
        self._next()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket == self._ticket:
            say("failed", self._key)
            QTimer.singleShot(50, self, self._next)

    @Slot(object)
    def _on_delayed(self, _: object) -> None:
        say("delayed", self._key)

    @Slot(object)
    def _on_state(self, state: StoreState) -> None:
        if not state.connected:
            say("lost", f"{state.fault} {state.detail}")


def say(what: str, about: str = "") -> None:
    """One line, out at once."""
    sys.stdout.write(f"{what}\t{about}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    app = QCoreApplication([])
    booker = Booker(sys.argv[1], int(sys.argv[2]))
    app.exec()
