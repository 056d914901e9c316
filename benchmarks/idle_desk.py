"""A desk at which nobody does anything, without its window: ``python -m benchmarks.idle_desk STORE``.

It loads the week as a window does and watches the store from then on. It answers each line with the
milliseconds it has worked since the one before, and ends with its input.
"""

import sys
import time
from typing import IO

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Slot

from benchmarks.other_desk import MONDAY
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.opening import store_at


class _IdleDesk(QObject):
    """Answers the lines that it is told."""

    def __init__(self, gateway: Gateway, told: IO[str]) -> None:
        super().__init__()
        self._gateway, self._told = gateway, told
        self._worked = time.process_time()
        self._notifier = QSocketNotifier(told.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_told)
        gateway.load_finished.connect(self._on_loaded)
        gateway.practice_loaded.connect(self._on_practice)

    @Slot()
    def _on_practice(self) -> None:
        self._gateway.show_weeks([MONDAY])

    @Slot()
    def _on_loaded(self) -> None:
        self._gateway.load_finished.disconnect(self._on_loaded)
        self._say("ready")

    @Slot()
    def _on_told(self) -> None:
        if not self._told.readline():
            self._gateway.shutdown()
            QCoreApplication.quit()
            return
        before, self._worked = self._worked, time.process_time()
        self._say(f"{(self._worked - before) * 1_000:.3f}")

    def _say(self, line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def main(url: str) -> None:
    """Until nobody wants to know any more."""
    app = QCoreApplication([])
    gateway = Gateway(store_at(url))
    desk = _IdleDesk(gateway, sys.stdin)
    gateway.start()
    app.exec()
    desk.deleteLater()


if __name__ == "__main__":
    main(sys.argv[1])
