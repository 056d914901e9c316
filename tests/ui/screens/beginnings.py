"""How a practice comes into a store: the first screen, the wizard, a server, a foreign table."""

from pathlib import Path

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import ServerRefused, ServerTrouble
from praxidesk.ui.first_run.demo_sheets import ClosingSheet
from praxidesk.ui.first_run.server_sheet import ServerSheet
from praxidesk.ui.first_run.wizard_sheet import WizardSheet
from praxidesk.ui.table_import.import_sheet import At, ImportSheet
from praxidesk.worker.messages import StoreState
from tests.ui.desk import Desk
from tests.ui.desk_practice import NOW


def welcome(desk: Desk) -> None:
    """As on an empty store: the practice that the desk has loaded is taken away again."""
    desk.gateway._practice = None
    desk.window._practice = None
    desk.gateway.state_changed.emit(StoreState(False, NOW, 0.0, "sqlite", StoreFault.EMPTY))
    desk.window._fold()


def wizard(desk: Desk) -> None:
    desk.window.beginnings.set_up()
    desk.sheet(WizardSheet)


def server(desk: Desk) -> None:
    desk.window.beginnings.connecting.ask()
    sheet = desk.sheet(ServerSheet)
    sheet.host.setText("db.praxis.local")
    sheet.show_answer(ServerRefused(ServerTrouble.TLS_UNTRUSTED))


def closing(desk: Desk) -> None:
    desk.window.beginnings.close_demo()
    desk.sheet(ClosingSheet)


def bring_import(desk: Desk, at: At = At.COLUMNS) -> None:
    desk.window.beginnings.importing.look(Path("termine.csv"))
    sheet = desk.sheet(ImportSheet)
    while sheet._at < at:
        sheet.next.click()
        desk.qtbot.waitUntil(sheet.next.isEnabled)


def import_words(desk: Desk) -> None:
    bring_import(desk, At.WORDS)


def import_preview(desk: Desk) -> None:
    bring_import(desk, At.PREVIEW)
