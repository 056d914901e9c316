"""What became of a table whose file has gone meanwhile: that, and what was taken over all the same."""

from functools import partial

from praxidesk.engine.table_import import TableImported, TableRefused, TableTrouble
from praxidesk.ui.table_import.import_sheet import At, ImportSheet
from praxidesk.worker.questions.table_import import ImportTable
from tests.ui.desk import Desk
from tests.ui.screens.beginnings import bring_import
from tests.ui.screens.example_day import screens_gateway
from tests.ui.window.conftest import OpenDesk


def says(sheet: ImportSheet, *words: str) -> bool:
    said = f"{sheet.outcome.text.words()} {sheet.outcome.more.words()}"
    return all(each in said for each in words)


def tried(desk: Desk, answer: object) -> ImportSheet:
    desk.gateway.answers[ImportTable] = lambda _: answer
    bring_import(desk, At.PREVIEW)
    sheet = desk.sheet(ImportSheet)
    sheet.next.click()
    return sheet


def test_a_file_that_has_gone_is_said_with_what_was_imported(open_desk: OpenDesk) -> None:
    desk = open_desk(screens_gateway())
    sheet = tried(desk, TableRefused(TableTrouble.MISSING))
    desk.qtbot.waitUntil(
        partial(says, sheet, "Nichts wurde übernommen", "nicht mehr da, wo sie gewählt wurde")
    )
    sheet.close_sheet()
    # Asked again under its key, after its answer was lost: it is in.
    sheet = tried(desk, TableImported(5, 2, 1, left_out=2))
    desk.qtbot.waitUntil(partial(says, sheet, "2 Patienten", "Welche, lässt sich nicht mehr zeigen"))
    assert "ersten 0" not in sheet.outcome.more.words()
    sheet.close_sheet()
    desk.window.close()
