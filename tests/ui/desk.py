"""A window on the fake gateway, and the hands of somebody at the desk."""

from typing import cast

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.look.appearance import Appearance
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.window.workplace import Workplace
from praxidesk.worker.gateway import Gateway
from tests.ui.fake_gateway import FakeGateway
from tests.ui.hands import ALT, CTRL, NONE, SHIFT, Hands, Key

__all__ = ("ALT", "CTRL", "NONE", "SHIFT", "Desk", "Key")


class Desk(Hands):
    def __init__(self, qtbot: QtBot, gateway: FakeGateway, settings: SettingsFile) -> None:
        self.gateway = gateway
        remembered = DeskSettings(settings)
        appearance = Appearance(cast(QApplication, QApplication.instance()), remembered)
        super().__init__(qtbot, Workplace(cast(Gateway, gateway), appearance, remembered))
        appearance.setParent(self.window)
        qtbot.addWidget(self.window)
        self.window.resize(1600, 1000)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        with qtbot.waitSignal(gateway.load_finished):
            gateway.start()
        self.view.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is self.view)

    def entry(self, entry: int) -> Entry:
        """As it is stored."""
        return self.gateway.store.entries[EntryId(entry)]
