"""A gateway that is begun, and everything that it says."""

from collections.abc import Callable
from datetime import date, timedelta

from pytestqt.qtbot import QtBot

from praxidesk.engine.requests import BookRequest, Participant
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.vocabulary import ActorId, EntryKind, Frequency, Role
from praxidesk.worker.gateway import Gateway
from tests.worker.fake_access import NOW

MONDAY = date(2026, 11, 23)
WEEK = timedelta(days=7)
BOOKING = BookRequest(EntryKind.APPOINTMENT, NOW, (Participant(ActorId(1), Role.PRACTITIONER),))
SERIES = SeriesRequest(BOOKING, SeriesRule(Frequency.DAILY, count=2))


class Heard:
    """Everything a gateway said, in order."""

    def __init__(self, gateway: Gateway) -> None:
        self.said: list[tuple[str, object]] = []
        for name in (
            "practice_loaded",
            "week_loaded",
            "load_finished",
            "superseded",
            "answered",
            "patients_found",
            "failed",
            "store_changed",
            "state_changed",
        ):
            getattr(gateway, name).connect(self._hears(name))

    def _hears(self, name: str) -> Callable[[object], None]:
        return lambda what: self.said.append((name, what))

    def of(self, name: str) -> list[object]:
        return [what for heard, what in self.said if heard == name]


def started(qtbot: QtBot, gateway: Gateway) -> None:
    with qtbot.waitSignal(gateway.practice_loaded):
        gateway.start()


def shown(qtbot: QtBot, gateway: Gateway, *mondays: date) -> None:
    """Show weeks and wait until their neighbours are there too."""
    with qtbot.waitSignal(gateway.load_finished):
        gateway.show_weeks(mondays)
    qtbot.waitUntil(lambda: all(gateway.week(max(mondays) + n * WEEK) is not None for n in range(2)))
    qtbot.waitUntil(lambda: gateway.week(min(mondays) - WEEK) is not None)
