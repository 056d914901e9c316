"""The program's own window on a server, by those who run, change and look: each one's daily work."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from praxidesk.app import Program, desk_settings
from praxidesk.commands.journal_words import sentences
from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.roles import StaffRole
from praxidesk.engine.vocabulary import EntryId, Milestone, Status
from praxidesk.exchange.practice_file import read
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.models.store import StoreUnavailable
from praxidesk.practice_clock import PracticeClock
from praxidesk.services.setup import apply
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.grid.holding_grid import HoldingGrid
from praxidesk.ui.diagnostics.diagnostics_sheet import DiagnosticsSheet
from praxidesk.ui.history.history_sheet import HistorySheet
from praxidesk.ui.logins.logins_sheet import LoginsSheet
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.patient.card_sheet import CardSheet
from praxidesk.ui.practice_settings.settings_sheet import SettingsSheet
from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.language import Language
from praxidesk.worker.opening import store_at
from tests.models.desks_of_a_server import PASSWORD, SECRETS, Server, login_of, server
from tests.services.diary import PRACTICE
from tests.stores import Stores
from tests.two_sites import with_sites
from tests.ui.hands import Hands

A = ActionId
NEWCOMERS = "vier-worte-ohne-sinn"


@pytest.fixture(scope="module")
def practice(stores: Stores) -> Iterator[Server]:
    with server(stores) as made:
        yield made


class RoleDesk(Hands):
    """Somebody at the real window; nothing that they do may be refused."""

    def shows(self, entry: int) -> bool:
        return self.window.feed.entry(EntryId(entry)) is not None

    def known(self, entry: int) -> Entry:
        found = self.window.feed.entry(EntryId(entry))
        assert found is not None
        return found

    def do(self, action: ActionId) -> None:
        """By its action, which is allowed."""
        assert self.window.actions_.is_allowed(action), (action, self.window.actions_.refusal(action))
        self.window.actions_[action].trigger()

    def read_aloud(self) -> list[str]:
        """Of everything in the view."""
        model = self.view.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]

    def look(self, view: ActionId, kind: ViewKind) -> None:
        self.do(view)
        self.qtbot.waitUntil(lambda: self.window.shown.view is kind)

    def open_and_close(self, action: ActionId, kind: type[Sheet]) -> None:
        self.do(action)
        self.sheet(kind).close_sheet()
        self.no_sheet()


@contextmanager
def at_work(
    qtbot: QtBot,
    practice: Server,
    role: StaffRole,
    folder: Path,
    caplog: pytest.LogCaptureFixture,
    *,
    seen: Entry | None = None,
) -> Iterator[RoleDesk]:
    """:param seen: shown when the window is ready; the operation, where nothing is said"""
    first = (seen or practice.operation).id
    settings = desk_settings(folder / f"{role}.json")
    DeskSettings(settings).language = Language.GERMAN
    program = Program(store_at(practice.as_(role)), PracticeClock(datetime(2026, 11, 23, 7, 42)), settings)
    qtbot.addWidget(program.window)
    program.window.resize(1280, 800)
    program.show()
    try:
        qtbot.waitUntil(lambda: program.workplace.practice is not None)
        program.window.activateWindow()
        desk = RoleDesk(qtbot, program.workplace)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is desk.view)
        qtbot.waitUntil(lambda: desk.shows(first))
        yield desk
        problems = [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING]
        assert [each for each in problems if not each.startswith("slow: ")] == []
    finally:
        program.end()


def test_a_practitioner_sees_the_plan_and_sets_what_becomes_of_own_appointments(
    qtbot: QtBot, practice: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with at_work(qtbot, practice, StaffRole.PRACTITIONER, tmp_path, caplog) as desk:
        own = practice.of_weber
        assert desk.shows(own.id)
        assert not desk.shows(practice.of_koc.id)
        desk.select(own.id)
        desk.do(A.ARRIVED)
        qtbot.waitUntil(lambda: desk.known(own.id).status is Status.ARRIVED)
        desk.open_and_close(A.PATIENT, CardSheet)
        desk.open_and_close(A.ENTRY_HISTORY, HistorySheet)
        for refused in (A.BOOK, A.MOVE, A.CANCEL, A.CHANGES, A.SETTINGS):
            assert desk.window.actions_.refusal(refused)
        # Of a colleague's empty time it is said that it need not be free.
        hints = [each for each in desk.read_aloud() if "sichtbar, " in each]
        assert any("Koç" in each for each in hints)
        assert not any("Weber" in each for each in hints)
        desk.look(A.VIEW_ROOMS, ViewKind.ROOMS)
        desk.select(practice.operation.id)
        assert desk.window.actions_.refusal(A.MILESTONE)


def test_a_reception_of_one_site_sees_that_time_is_taken_at_another(
    qtbot: QtBot, practice: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        practice.diary(StaffRole.ADMIN) as diary,
        psycopg.connect(practice.as_(StaffRole.ADMIN), autocommit=True) as admin,
    ):
        apply(diary.desk.store, read(with_sites(PRACTICE.read_text("utf-8"))))
        diary.desk.refresh()
        bind = "SELECT praxi_access.set_login_sites(%s, %s)"
        login = login_of(StaffRole.RECEPTION)
        admin.execute(bind, [login, '["OST"]'])
        try:
            with at_work(
                qtbot, practice, StaffRole.RECEPTION, tmp_path, caplog, seen=practice.of_weber
            ) as desk:
                assert not desk.shows(practice.operation.id)

                def taken() -> list[str]:
                    return [each for each in desk.read_aloud() if each.startswith("Belegt, ")]

                (surgery,) = (
                    each for each in practice.operation.allocations if each.actor == diary.id("WEB")
                )
                time = dates.time_range(diary.desk.zone, surgery.span)
                assert [each for each in taken() if "Weber" in each and time in each]
                # What is booked there meanwhile comes, and goes.
                before = taken()
                there = diary.booked("10:00", "R1 WEB")
                qtbot.waitUntil(lambda: len(taken()) == len(before) + 1)
                assert not desk.shows(there.id)
                # Held over it, it is refused before it is let go, and nobody's name is told.
                desk.select(practice.of_weber.id)
                for key in (Qt.Key.Key_M, *[Qt.Key.Key_Down] * 24):
                    desk.press(key)
                view = desk.view
                assert isinstance(view, HoldingGrid)
                assert view._move is not None
                assert view._move.ghost.is_refused
                assert view._move.ghost.reasons[0].startswith("Belegt: anderer Standort ")
                desk.press(Qt.Key.Key_Escape)
                diary.cancel(there)
                qtbot.waitUntil(lambda: taken() == before)
        finally:
            admin.execute(bind, [login, "[]"])


def test_an_op_manager_runs_the_rooms_and_leaves_appointments_alone(
    qtbot: QtBot, practice: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with at_work(qtbot, practice, StaffRole.OP_MANAGER, tmp_path, caplog) as desk:
        desk.select(practice.of_koc.id)
        assert desk.window.actions_.refusal(A.CANCEL)
        desk.look(A.VIEW_ROOMS, ViewKind.ROOMS)
        operation = practice.operation.id
        desk.select(operation)
        version = desk.known(operation).version
        desk.do(A.MILESTONE)
        qtbot.waitUntil(lambda: desk.known(operation).version == version + 1)
        assert dict(desk.known(operation).milestones).keys() == {Milestone.PATIENT_IN_ROOM}
        desk.do(A.UNDO)
        qtbot.waitUntil(lambda: desk.known(operation).version == version + 2)
        assert desk.known(operation).milestones == ()
        desk.open_and_close(A.CHANGES, HistorySheet)
        assert desk.window.actions_.is_allowed(A.BOOK)  # operations


def test_an_admin_books_moves_and_sees_settings_journal_and_diagnosis(
    qtbot: QtBot, practice: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with at_work(qtbot, practice, StaffRole.ADMIN, tmp_path, caplog) as desk:
        entry = desk.known(practice.of_weber.id)
        desk.select(entry.id)
        for key in (Qt.Key.Key_M, *[Qt.Key.Key_Down] * 36, Qt.Key.Key_Return):
            desk.press(key)
        qtbot.waitUntil(lambda: desk.known(entry.id).version == entry.version + 1)
        assert desk.known(entry.id).starts_at > entry.starts_at
        desk.do(A.UNDO)
        qtbot.waitUntil(lambda: desk.known(entry.id).version == entry.version + 2)
        for action, kind in (
            (A.SETTINGS, SettingsSheet),
            (A.CHANGES, HistorySheet),
            (A.DIAGNOSIS, DiagnosticsSheet),
        ):
            desk.open_and_close(action, kind)
        caplog.set_level(logging.DEBUG)
        lets_somebody_in_and_takes_the_login_away(desk, practice)
        assert not any(secret in caplog.text for secret in (PASSWORD, NEWCOMERS))


def lets_somebody_in_and_takes_the_login_away(desk: RoleDesk, practice: Server) -> None:
    """Under the own login: the server asks for no other."""
    desk.do(A.LOGINS)
    sheet = desk.sheet(LoginsSheet)

    def listed(count: int) -> None:
        desk.qtbot.waitUntil(lambda: sheet.page is sheet.list and not sheet.is_busy)
        assert len(sheet.list.choices.lines()) == count, sheet.answer.words()

    desk.write(PASSWORD)
    desk.press(Qt.Key.Key_Return)
    listed(len(StaffRole))
    sheet.add.click()
    desk.write("bea")
    for field in sheet.form.new.fields:
        field.setText(NEWCOMERS)
    desk.press(Qt.Key.Key_Return)
    listed(len(StaffRole) + 1)
    psycopg.connect(psycopg.conninfo.make_conninfo(practice.url, user="bea", password=NEWCOMERS)).close()
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Return)
    listed(len(StaffRole))
    sheet.close_sheet()


def test_the_journal_in_words_names_no_patient_whom_a_login_may_not_see(practice: Server) -> None:
    def told(role: StaffRole) -> str:
        with practice.diary(role) as diary:
            return "\n".join(sentences(diary.desk, JournalFilter(), 500, "de"))

    assert SECRETS[0] in told(StaffRole.RECEPTION)
    of_weber = told(StaffRole.PRACTITIONER)
    assert "gebucht" in of_weber
    assert not any(secret in of_weber for secret in (SECRETS[0], SECRETS[2]))
    with pytest.raises(StoreUnavailable) as raised:
        told(StaffRole.VIEWER)
    assert raised.value.fault is StoreFault.NOT_ALLOWED
