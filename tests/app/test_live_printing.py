"""Printing in the real window on real stores."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from praxidesk.app import Program, desk_settings
from praxidesk.models.store import Store
from praxidesk.practice_clock import PracticeClock
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.printing import paper_doors
from praxidesk.ui.printing.print_sheet import PrintSheet
from praxidesk.worker.opening import store_at
from tests.models.bookings import NINE, appointment, put
from tests.small_practice import put_into


def test_a_day_list_goes_from_the_store_to_a_file(
    qtbot: QtBot, store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "list.pdf"
    monkeypatch.setattr(paper_doors, "choose_file", lambda *_: file)
    store = Store.open(store_url)
    practice = put_into(store)
    entry = put(practice, appointment(practice))
    store.close()
    clock = PracticeClock(datetime.fromtimestamp(NINE, UTC))
    program = Program(store_at(store_url), clock, desk_settings(tmp_path / "desk.json"))
    qtbot.addWidget(program.window)
    with qtbot.waitSignal(program.gateway.load_finished):
        program.show()
    try:
        program.workplace.actions_[ActionId.PRINT].trigger()
        sheet = program.workplace.conversations.sheet
        assert isinstance(sheet, PrintSheet)
        qtbot.waitUntil(lambda: sheet.press.document is not None)
        document = sheet.press.document
        assert document is not None
        rows = [p.row.entry for s in document.sections for body in s.bodies for p in body.rows]
        assert rows.count(entry) == 2  # the practitioner's list, and the room's
        sheet.save.click()
        assert file.read_bytes().startswith(b"%PDF-")
        assert program.workplace.conversations.sheet is None
    finally:
        program.end()
