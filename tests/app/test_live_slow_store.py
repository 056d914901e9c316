"""Work goes on while the store does not answer, fails, or holds what another desk has changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from praxidesk.engine.outcomes import Done, StoreFault
from praxidesk.engine.requests import MoveRequest
from praxidesk.engine.vocabulary import Status
from praxidesk.services.desk import Desk
from praxidesk.services.moving import move
from praxidesk.ui.overlays.stale_sheet import StaleSheet
from praxidesk.ui.overlays.toast import ToastKind
from praxidesk.ui.search.search_sheet import SearchSheet
from praxidesk.worker.messages import Ticket
from tests.app.slow_store import SlowStore
from tests.app.store_desk import StoreDesk, at, store_desk
from tests.ui.hands import Key

ONLY_ONE = pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)


@contextmanager
def slow_desk(qtbot: QtBot, url: str, folder: Path) -> Iterator[tuple[StoreDesk, SlowStore]]:
    slow = SlowStore(url)
    with store_desk(qtbot, url, folder, StoreDesk, open_store=slow) as desk:
        try:
            yield desk, slow
        finally:
            slow.release()


@ONLY_ONE
def test_nothing_waits_for_a_store_that_is_slow(qtbot: QtBot, store_url: str, tmp_path: Path) -> None:
    with slow_desk(qtbot, store_url, tmp_path) as (desk, slow):
        booked = desk.book_by_line("brandt kontr heute weber")
        busy = desk.window.parts.status.busy
        dropped: list[Ticket] = []
        desk.program.gateway.superseded.connect(dropped.append)

        # What is only glanced at, and read ahead, has been asked and answered.
        gateway = desk.program.gateway
        qtbot.waitUntil(lambda: not gateway.is_asked and not gateway._unasked)
        # It is being saved, and that is said; the view answers the keys all the same.
        slow.be_slow()
        for key in (Key.Key_M, Key.Key_Down, Key.Key_Return):
            desk.press(key)
        qtbot.waitUntil(lambda: slow.waiting == "change")
        qtbot.waitUntil(lambda: busy.isVisible() and busy.words() == "speichert …")
        assert desk.shown(booked.id) == booked
        weeks = slow.asked.count("week")
        for key in (*[Key.Key_PageDown] * 12, Key.Key_2, Key.Key_3, Key.Key_T, Key.Key_1):
            desk.press(key)
            assert not desk.window.grab().isNull()
        # A search is begun and given up, a booking begun and typed.
        desk.press(Key.Key_Slash)
        desk.sheet(SearchSheet)
        desk.write("mü")
        desk.press(Key.Key_Escape)
        desk.no_sheet()
        desk.press(Key.Key_N)
        sheet = desk.booking()
        desk.write("mü kontr do weber")
        assert sheet.line.field.text() == "mü kontr do weber"
        assert slow.waiting == "change", "all of that without an answer"

        slow.release()
        desk.saved(booked.id, 2)
        qtbot.waitUntil(lambda: not busy.isVisible())
        qtbot.waitUntil(lambda: bool(sheet.proposals.lines()) and sheet.talk.is_settled())
        assert sheet.line.field.text() == "mü kontr do weber"
        assert desk.focused() is sheet.line.field
        # Of the days passed by waits for any.
        assert dropped
        assert slow.asked.count("week") - weeks < 12


@ONLY_ONE
def test_what_a_failing_store_did_not_save_is_said_and_can_be_done_again(
    qtbot: QtBot, store_url: str, tmp_path: Path
) -> None:
    with slow_desk(qtbot, store_url, tmp_path) as (desk, slow):
        booked = desk.book_by_line("brandt kontr heute weber")
        slow.fault = StoreFault.BUSY
        desk.press(Key.Key_A)
        qtbot.waitUntil(lambda: desk.window.toast.kind() is ToastKind.ERROR)
        assert "Der Status wurde nicht gespeichert." in desk.toast()
        assert desk.entry(booked.id) == desk.shown(booked.id) == booked
        desk.press(Key.Key_A)
        desk.saved(booked.id, 2, Status.ARRIVED)

        # A line that could not be booked is still there, and is booked by another Enter.
        slow.fault = StoreFault.DISK_FULL
        before = desk.stored()
        desk.press(Key.Key_N)
        sheet = desk.booking()
        desk.write("mü kontr do weber")
        qtbot.waitUntil(lambda: bool(sheet.proposals.lines()) and sheet.talk.is_settled())
        desk.press(Key.Key_Return)
        qtbot.waitUntil(lambda: bool(sheet.session.state.error))
        assert "Der Termin wurde nicht gebucht." in sheet.verdict.label.words()
        assert sheet.line.field.text() == "mü kontr do weber"
        assert desk.focused() is sheet.line.field
        assert desk.stored() == before
        desk.press(Key.Key_Return)
        desk.booked(set(before))

        # Where only the answer was lost, it was booked once.
        slow.loses_answer = True
        desk.book_by_line("mü kontr fr koc")
        assert not slow.loses_answer


@ONLY_ONE
def test_what_another_desk_changes_disturbs_nobody_and_is_told(
    qtbot: QtBot, store_url: str, tmp_path: Path
) -> None:
    with slow_desk(qtbot, store_url, tmp_path) as (desk, _):
        booked = desk.book_by_line("brandt kontr heute weber")
        bar = desk.view.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        where = bar.value()
        desk.press(Key.Key_E)
        sheet = desk.settled()
        sheet.form.note.setFocus()
        desk.write("nüchtern")
        theirs = move(
            Desk.open(desk.store),
            MoveRequest(booked.id, booked.version, starts_at=at("16:00"), note="mit Begleitung"),
            booked.starts_at,
        )
        assert isinstance(theirs, Done)
        desk.saved(booked.id, 2)
        assert sheet.form.note.toPlainText() == "nüchtern"
        assert desk.focused() is sheet.form.note
        assert desk.window.parts.views.selected() == booked.id
        assert bar.value() == where

        sheet.submit.click()
        stale = desk.sheet(StaleSheet)
        words = {each.text() for each in stale.findChildren(QLabel)}
        assert {"mit Begleitung", "nüchtern"} <= words
        assert desk.entry(booked.id) == theirs.entry
        desk.press(Key.Key_Return)
        desk.no_sheet()
        assert desk.entry(booked.id) == theirs.entry
