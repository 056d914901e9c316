"""A view or dialog of the window, and how one comes to it by one press."""

from collections.abc import Callable
from dataclasses import dataclass

from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.overlays.sheet import Sheet
from tests.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Screen:
    """One view or dialog."""

    name: str
    open: Callable[[Desk], None]
    """Waits until all that it asked has been answered."""


def press(action: ActionId, kind: type[Sheet] | None = None) -> Callable[[Desk], None]:
    def opened(desk: Desk) -> None:
        desk.window.gestures.do(action)
        if kind is not None:
            desk.sheet(kind)

    return opened


def view(action: ActionId) -> Callable[[Desk], None]:
    def opened(desk: Desk) -> None:
        desk.window.gestures.do(action)
        # Laid out in slices: a picture taken before would be of an empty window.
        desk.qtbot.waitUntil(lambda: desk.window.parts.views.view.model().rowCount() > 0)

    return opened
