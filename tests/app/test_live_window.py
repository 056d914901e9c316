"""The real window on real stores: what another process commits appears, and disturbs nobody."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from praxidesk.app import Program, desk_settings
from praxidesk.models.store import Store
from praxidesk.practice_clock import PracticeClock
from praxidesk.ui.calendar.items import ENTRY_ROLE
from praxidesk.ui.calendar.month.view import MonthView
from praxidesk.ui.shown.shown import Shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.worker.opening import store_at
from tests.leftovers import ROOT
from tests.small_practice import put_into

MONDAY = date(2026, 11, 23)


def book(store_url: str, start: str) -> int:
    """Another process books; the entry's id, when its commit is safe."""
    participants = [{"actor": "WEB", "role": "practitioner"}, {"actor": "R1", "role": "room"}]
    line = {"type": "KONTR", "start": start, "participants": participants}
    answer = subprocess.run(
        [sys.executable, "-m", "praxidesk", "--store", store_url, "--now", "2026-11-23T07:00", "book"],
        input=json.dumps(line),
        capture_output=True,
        check=True,
        text=True,
        cwd=ROOT,
    )
    booked = json.loads(answer.stdout)
    assert booked["outcome"] == "booked", answer.stdout
    return int(booked["id"])


@pytest.fixture
def program(qtbot: QtBot, store_url: str, tmp_path: Path) -> Iterator[Program]:
    store = Store.open(store_url)
    put_into(store)
    store.close()
    clock = PracticeClock(datetime(2026, 11, 23, 9, 0))
    made = Program(store_at(store_url), clock, desk_settings(tmp_path / "desk.json"))
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    with qtbot.waitSignal(made.gateway.load_finished):
        made.show()
    yield made
    made.end()


def shown(program: Program) -> set[int]:
    model = program.workplace.parts.views.view.model()
    return {model.index(row, 0).data(ENTRY_ROLE) for row in range(model.rowCount())}


def test_another_process_s_booking_appears_and_selection_and_scroll_stay(
    qtbot: QtBot, program: Program, store_url: str
) -> None:
    first = book(store_url, "2026-11-23T10:00")
    qtbot.waitUntil(lambda: first in shown(program))
    view = program.workplace.parts.views.view
    row = next(
        row for row in range(view.model().rowCount()) if view.model().index(row, 0).data(ENTRY_ROLE) == first
    )
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(row, 0)).center()
    )
    assert view.selected() == first
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 40)
    scrolled = view.verticalScrollBar().value()
    second = book(store_url, "2026-11-23T11:00")
    qtbot.waitUntil(lambda: second in shown(program))
    assert view.selected() == first
    assert view.verticalScrollBar().value() == scrolled


def test_a_click_in_the_month_opens_the_day(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.gateway.load_finished):
        program.workplace.go_to(Shown(ViewKind.MONTH, MONDAY))
    view = program.workplace.parts.views.view
    assert isinstance(view, MonthView)
    qtbot.waitUntil(lambda: bool(view.month_layout.cells))
    box = next(cell.box for cell in view.month_layout.cells if cell.facts.day == date(2026, 12, 2))
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.x + 20, box.y + box.height - 20)
    )
    assert program.workplace.shown == Shown(ViewKind.DAY, date(2026, 12, 2))


def test_every_view_can_be_turned_to_and_painted(qtbot: QtBot, program: Program) -> None:
    for kind in ViewKind:
        program.workplace.go_to(Shown(kind, MONDAY))
        qtbot.waitUntil(lambda: not program.gateway.is_asked)
        assert not program.window.grab().isNull()
        assert program.workplace.shown.view is kind
