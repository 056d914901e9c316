"""Windows in which somebody has left something unsaved, while somebody else is signed in: in memory only."""

from PySide6.QtWidgets import QMainWindow

from praxidesk.ui.window.workplace import Workplace
from praxidesk.worker.gateway import Gateway


class Resting:
    """One for each login; out of sight, and without a way to the store, until the same one comes back."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Workplace, Gateway]] = {}

    @property
    def gateways(self) -> list[Gateway]:
        """Theirs."""
        return [gateway for _, gateway in self._kept.values()]

    def keeps(self, window: QMainWindow, place: Workplace, gateway: Gateway) -> bool:
        """Take what is in the window out of it, if a form is open there or a note unsaved; whether one is."""
        person = place.signing_in.person
        is_left_open = place.conversations.sheet is not None or place.parts.details.has_unsaved_note()
        if person is None or not is_left_open:
            return False
        window.takeCentralWidget()
        place.hide()
        gateway.leave()
        self._kept[person.login] = place, gateway
        return True

    def back(self, window: QMainWindow, login: str) -> tuple[Workplace | None, Gateway | None]:
        """Put into the window what somebody has left, if they have."""
        place, gateway = self._kept.pop(login, (None, None))
        if place is not None and gateway is not None:
            gateway.shutdown()  # it has left long ago, unless the other one was very quick
            window.setCentralWidget(place)
            place.signing_in.come_back()
        return place, gateway
