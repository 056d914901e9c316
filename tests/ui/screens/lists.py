"""What is looked up, listed or printed."""

from praxidesk.engine.patient_changes import PatientField
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.diagnostics.diagnostics_sheet import DiagnosticsSheet
from praxidesk.ui.history.history_sheet import HistorySheet
from praxidesk.ui.history.name_sheet import NameSheet
from praxidesk.ui.patient.record_sheet import RecordSheet
from praxidesk.ui.printing.print_sheet import PrintSheet
from praxidesk.ui.rules.conflict_list import ConflictList
from praxidesk.ui.search.search_sheet import SearchSheet
from praxidesk.worker.desk_name import machine_name
from praxidesk.worker.questions.diagnostics import Diagnose
from tests.ui.desk import Desk
from tests.ui.desk_practice import NOW
from tests.ui.fake_diagnosis import diagnosis, held
from tests.ui.screens.example_day import LORENZ, WAITING

A = ActionId


def search(desk: Desk) -> None:
    desk.window.gestures.do(A.SEARCH)
    sheet = desk.sheet(SearchSheet)
    desk.write("ka")
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.patients))


def patient_data(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.window.gestures.do(A.EDIT_PATIENT)
    sheet = desk.sheet(RecordSheet)
    desk.qtbot.waitUntil(sheet.save.isEnabled)
    sheet.texts[PatientField.EMAIL].setText("lorenz at home")
    sheet.save.click()


def conflicts(desk: Desk) -> None:
    desk.window.gestures.do(A.CONFLICTS)
    sheet = desk.sheet(ConflictList)
    desk.qtbot.waitUntil(lambda: bool(sheet.choices.lines()) or sheet.empty.isVisible())


def history(desk: Desk) -> None:
    desk.window.gestures.do(A.CHANGES)
    sheet = desk.sheet(HistorySheet)
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.lines))
    sheet.list.step(2)


def waiting(desk: Desk) -> None:
    desk.window.gestures.do(A.WAITING_ROOM)
    panel = desk.window.waiting.panel
    assert panel is not None
    desk.qtbot.waitUntil(lambda: bool(panel.list.rows()[0].minutes))
    desk.select(WAITING)
    desk.qtbot.waitUntil(lambda: bool(desk.window.parts.details.entry.way.stations()))


def open_print(desk: Desk) -> None:
    desk.window.gestures.do(A.PRINT)
    sheet = desk.sheet(PrintSheet)
    desk.qtbot.waitUntil(lambda: not sheet.press.is_busy)


def desk_name(desk: Desk) -> None:
    desk.window.gestures.do(A.DESK_NAME)
    sheet = desk.sheet(NameSheet)
    # Whatever the machine is called that draws the picture.
    sheet.name.setPlaceholderText("empfang-pc")
    sheet.note.say(sheet.note.words().replace(machine_name(), "empfang-pc"))


def open_diagnosis(desk: Desk) -> None:
    desk.window.gestures.do(A.DIAGNOSIS)
    sheet = desk.sheet(DiagnosticsSheet)
    desk.qtbot.waitUntil(sheet.save.isEnabled)


def diagnosis_of_server(desk: Desk, page: int = 2) -> None:
    desk.gateway.answers[Diagnose] = lambda _: diagnosis(NOW, held(NOW))
    open_diagnosis(desk)
    sheet = desk.sheet(DiagnosticsSheet)
    sheet.pages.button(page).click()
