"""A store that is busy, gone or damaged."""

from PySide6.QtWidgets import QGraphicsOpacityEffect

from praxidesk.engine.outcomes import StoreFault
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.worker.messages import StoreState
from tests.ui.desk import Desk
from tests.ui.desk_practice import NOW
from tests.ui.screens.example_day import LORENZ

A = ActionId


def error(desk: Desk) -> None:
    desk.gateway.fault = StoreFault.BUSY
    desk.select(LORENZ)
    desk.window.gestures.do(A.ARRIVED)
    desk.toast()
    desk.gateway.fault = None
    faded = desk.window.toast.graphicsEffect()
    assert isinstance(faded, QGraphicsOpacityEffect)
    desk.qtbot.waitUntil(lambda: faded.opacity() == 1)


def offline(desk: Desk) -> None:
    """As when the server does not answer, and one booking was under way."""
    lost = StoreState(
        False, NOW, 0.0, "postgresql", StoreFault.UNREACHABLE, as_of=NOW - 60, unanswered=1, is_passing=False
    )
    desk.gateway.state_changed.emit(lost)
    desk.qtbot.waitUntil(desk.window.parts.connection.isVisible)


def fault(desk: Desk) -> None:
    """As where the store's file is damaged."""
    desk.window.parts.nothing.show_state(
        StoreState(False, NOW, 0.0, "sqlite", StoreFault.DAMAGED, "SQLITE_X")
    )
    desk.window.parts.show_trouble()
    desk.window._fold()
