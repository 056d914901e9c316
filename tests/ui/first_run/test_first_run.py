"""From a real, empty store to a practice: every way to begin, by keyboard, in the program's own window."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from praxidesk.app import Program, desk_settings
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.spans import Span
from praxidesk.models import queries
from praxidesk.models.store import Store
from praxidesk.practice_clock import PracticeClock
from praxidesk.services import demo_store
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.first_run.demo_sheets import ClosingSheet
from praxidesk.ui.first_run.description_sheet import DescriptionSheet
from praxidesk.ui.first_run.hours_step import HoursStep
from praxidesk.ui.first_run.people_step import PeopleStep
from praxidesk.ui.first_run.server_sheet import ServerSheet
from praxidesk.ui.first_run.welcome_card import Beginning
from praxidesk.ui.first_run.wizard_sheet import WizardSheet
from praxidesk.ui.table_import.import_sheet import ImportSheet
from praxidesk.worker.opening import store_at
from praxidesk.worker.premises import Keeping
from tests.older_file import older_file
from tests.stores import Stores

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
HOSTILE = "<img src=x> Ünal " + "x" * 120


class Hands:
    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot = qtbot
        self.program = program

    def focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.focused(), key, modifier)

    def write(self, text: str) -> None:
        self.qtbot.keyClicks(self.focused(), text)

    def welcomed(self) -> None:
        parts = self.program.workplace.parts
        self.qtbot.waitUntil(lambda: parts.is_first_run)
        self.program.window.activateWindow()
        assert parts.welcome is not None
        first = parts.welcome.card.rows[Beginning.WIZARD].button
        first.setFocus()
        self.qtbot.waitUntil(first.hasFocus)

    def wizard(self) -> WizardSheet:
        sheet = self.program.workplace.conversations.sheet
        assert isinstance(sheet, WizardSheet)
        return sheet


@pytest.fixture
def url(stores: Stores, dialect: str) -> Iterator[str]:
    with stores.url(dialect, migrated=False) as made:
        if dialect == "sqlite":
            Path(made).unlink(missing_ok=True)
        yield made


def opened(qtbot: QtBot, url: str, tmp_path: Path) -> Program:
    program = Program(
        store_at(url), PracticeClock(datetime(2026, 11, 23, 9, 42)), desk_settings(tmp_path / "desk.json")
    )
    qtbot.addWidget(program.window)
    program.window.resize(1280, 800)
    program.show()
    qtbot.waitUntil(lambda: program.gateway.state.fault is not None)
    return program


@pytest.fixture
def hands(qtbot: QtBot, url: str, tmp_path: Path) -> Iterator[Hands]:
    program = opened(qtbot, url, tmp_path)
    made = Hands(qtbot, program)
    made.welcomed()
    yield made
    program.end()
    assert program.ended_in_time


def test_the_wizard_leads_to_a_calendar_that_can_book(qtbot: QtBot, hands: Hands, url: str) -> None:
    hands.press(Key.Key_Return)
    hands.write("Praxis am Wall")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return)
    hands.write(HOSTILE)
    hands.press(Key.Key_N, ALT)
    hands.write("Dr. Koc")
    hands.press(Key.Key_Return)
    hands.write("Zimmer 1")
    hands.press(Key.Key_Return)
    with qtbot.waitSignal(hands.program.gateway.practice_loaded):
        hands.press(Key.Key_Return)
    window = hands.program.workplace
    qtbot.waitUntil(lambda: window.conversations.sheet is None)
    qtbot.waitUntil(window.parts.views.view.hasFocus)
    with closing(Store.open(url)) as store, store.read() as connection:
        practice = queries.practice(connection)
    assert practice.site.name == "Praxis am Wall"
    assert [each.name for each in practice.actors.values()] == [HOSTILE, "Dr. Koc", "Zimmer 1"]
    hands.press(Key.Key_N)
    qtbot.waitUntil(lambda: window.conversations.sheet is not None)


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_what_is_wrong_is_said_where_it_stands(hands: Hands) -> None:
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return)
    wizard = hands.wizard()
    assert wizard.problem.isVisible()
    hands.write("Praxis")
    assert not wizard.problem.isVisible()
    hands.press(Key.Key_Return)
    hours = wizard.steps[1]
    assert isinstance(hours, HoursStep)
    hours.lines[0].times[1].setText("7")
    hands.press(Key.Key_Return)
    assert wizard.problem.isVisible()
    assert hours.lines[0].times[1].hasFocus()
    hours.lines[0].times[1].setText("1530")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return)
    people = wizard.steps[2]
    assert isinstance(people, PeopleStep)
    assert people.rows[0].name.hasFocus()
    assert wizard.problem.isVisible()


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_escape_asks_and_what_was_entered_is_there_again(qtbot: QtBot, hands: Hands) -> None:
    hands.press(Key.Key_Return)
    hands.write("Praxis am Wall")
    hands.press(Key.Key_Escape)
    assert hands.wizard().isVisible()
    hands.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: hands.program.workplace.conversations.sheet is None)
    hands.press(Key.Key_Return)
    assert hands.wizard().draft().name == "Praxis am Wall"


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_description_is_shown_before_it_is_applied(
    qtbot: QtBot, hands: Hands, tmp_path: Path, url: str
) -> None:
    file = tmp_path / "praxis.toml"
    file.write_text('[site]\ncode = "H"\nname = "Haus"\ntimezone = "Nowhere"\n', "utf-8")
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    begun = hands.program.workplace.beginnings
    talk = hands.program.workplace.conversations
    assert begun.description.dialog is not None
    begun.description.dialog.close()
    begun.description.chosen.emit(file)
    qtbot.waitUntil(lambda: isinstance(talk.sheet, DescriptionSheet))
    assert isinstance(talk.sheet, DescriptionSheet)
    assert talk.sheet.lines.lines()[0].startswith("site.timezone")
    assert not Path(url).exists()
    talk.sheet.close_sheet()
    file.write_text(file.read_text("utf-8").replace("Nowhere", "Europe/Berlin"), "utf-8")
    begun.description.chosen.emit(file)
    qtbot.waitUntil(lambda: isinstance(talk.sheet, DescriptionSheet))
    assert not Path(url).exists()
    assert isinstance(talk.sheet, DescriptionSheet)
    with qtbot.waitSignal(hands.program.gateway.practice_loaded):
        qtbot.keyClick(talk.sheet.go, Key.Key_Return)


def test_a_table_of_the_old_program_leads_through_the_wizard_to_its_appointments(
    qtbot: QtBot, hands: Hands, tmp_path: Path, url: str
) -> None:
    file = tmp_path / "termine.csv"
    file.write_text(
        "Datum;Uhrzeit;Arzt;Terminart;Patient;geb.\n"
        f"23.11.2026;10:30;Dr. Weber;Kontrolle;{HOSTILE}, Ada;1.2.1990\n"
        "23.11.2026;10:40;Dr. Weber;Kontrolle;Kaya, Deniz;3.4.1991\n",
        "utf-8",
    )
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    window = hands.program.workplace
    importing, talk = window.beginnings.importing, window.conversations
    assert importing.question.dialog is not None
    importing.question.dialog.close()
    importing.question.chosen.emit(tmp_path / "nowhere.csv")
    qtbot.waitUntil(lambda: "nowhere.csv" in window.toast.label.words())
    importing.question.chosen.emit(file)
    qtbot.waitUntil(lambda: isinstance(talk.sheet, ImportSheet))
    hands.program.window.activateWindow()  # the file dialog was it
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(talk.sheet, WizardSheet))
    hands.write("Praxis am Wall")
    draft = hands.wizard().draft()
    assert [each.name for each in draft.people] == ["Dr. Weber"]
    assert [each.name for each in draft.types] == ["Kontrolle"]
    for _ in range(5):
        hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(talk.sheet, ImportSheet))
    sheet = talk.sheet
    assert isinstance(sheet, ImportSheet)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(sheet.next.isEnabled)
    model = sheet.preview.rows.model()
    assert model.index(0, 6).data().startswith("<img src=x>")
    assert model.index(1, 1).data().startswith("⚠")
    qtbot.waitUntil(sheet.next.hasFocus)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(sheet.outcome.lines.lines()))
    assert "10:40" in sheet.outcome.lines.lines()[0]
    hands.press(Key.Key_Left, ALT)
    sheet.preview.leaves_out.setChecked(True)
    qtbot.waitUntil(sheet.next.isEnabled)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: sheet._is_done)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: talk.sheet is None)
    with closing(Store.open(url)) as store, store.read() as connection:
        assert len(queries.entries(connection, Span(0, 2**40))) == 1
    qtbot.waitUntil(lambda: len(list(window.feed.entries())) == 1)


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_the_demo_is_kept_apart_and_can_be_deleted(qtbot: QtBot, hands: Hands, url: str) -> None:
    own = hands.program.gateway
    hands.press(Key.Key_Up)
    hands.press(Key.Key_Up)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: hands.program.gateway is not own, timeout=60_000)
    demo = hands.program.gateway
    qtbot.waitUntil(lambda: demo.practice is not None)
    window = hands.program.workplace
    assert window.parts.status.place.words()
    assert window.actions_.is_allowed(ActionId.CLOSE_DEMO)
    assert not Path(url).exists()
    assert Path(demo_store.demo_store()).exists()
    window.actions_[ActionId.CLOSE_DEMO].trigger()
    sheet = window.conversations.sheet
    assert isinstance(sheet, ClosingSheet)
    sheet.delete.click()
    qtbot.waitUntil(lambda: hands.program.gateway is not demo)
    qtbot.waitUntil(lambda: not Path(demo_store.demo_store()).exists())
    hands.welcomed()
    assert not hands.program.workplace.actions_.is_allowed(ActionId.CLOSE_DEMO)


def test_a_server_is_tried_before_it_is_worked_with_and_its_password_is_kept_by_nobody(
    qtbot: QtBot, stores: Stores, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cluster, settings = stores.cluster, tmp_path / "desk.json"
    with stores.url("postgresql", migrated=False) as url:
        program = opened(qtbot, str(tmp_path / "none.db"), tmp_path)
        hands = Hands(qtbot, program)
        hands.welcomed()
        hands.press(Key.Key_Up)
        hands.press(Key.Key_Return)
        sheet = program.workplace.conversations.sheet
        assert isinstance(sheet, ServerSheet)
        pasted = url.replace(cluster.password, "wrong")
        sheet.host.setText(pasted)
        sheet.host.textEdited.emit(pasted)
        assert (sheet.host.text(), sheet.user.text(), sheet.password.text()) == (
            "127.0.0.1",
            "praxi",
            "wrong",
        )
        hands.press(Key.Key_Return)
        hands.press(Key.Key_Escape)
        assert sheet.isVisible()
        assert sheet.connect_.isEnabled()
        hands.press(Key.Key_Return)
        qtbot.waitUntil(sheet.answer.isVisible)
        assert sheet.password.hasFocus()
        sheet.password.setText(cluster.password)
        sheet.password.textEdited.emit("")
        assert not sheet.answer.isVisible()
        hands.press(Key.Key_Return)
        qtbot.waitUntil(sheet.found.isVisible)
        before = program.gateway
        hands.press(Key.Key_Return)
        qtbot.waitUntil(lambda: program.gateway is not before)
        qtbot.waitUntil(lambda: program.gateway.state.fault is StoreFault.MISSING)
        hands.welcomed()
        assert program.workplace._premises.keeping is Keeping.SERVER
        program.end()
        desk_settings(settings).sync()
        kept = settings.read_text("utf-8")
        assert "127.0.0.1" in kept
        assert cluster.password not in kept + caplog.text
        again = opened(qtbot, str(tmp_path / "none.db"), tmp_path)
        qtbot.waitUntil(lambda: isinstance(again.workplace.conversations.sheet, ServerSheet))
        asked = again.workplace.conversations.sheet
        assert isinstance(asked, ServerSheet)
        assert (asked.host.text(), asked.password.text()) == ("127.0.0.1", "")
        again.end()


def test_other_faults_keep_their_message_and_can_be_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "praxis.db"
    file.write_bytes(b"no database")
    program = opened(qtbot, str(file), tmp_path)
    nothing = program.workplace.parts.nothing
    qtbot.waitUntil(nothing.retry.isVisible)
    assert program.gateway.state.fault is StoreFault.DAMAGED
    nothing.retry.click()
    qtbot.waitUntil(lambda: "\n" in nothing.detail.words())
    nothing.server.click()
    sheet = program.workplace.conversations.sheet
    assert isinstance(sheet, ServerSheet)
    sheet.close_sheet()
    nothing.file.click()
    dialog = program.workplace.beginnings.connecting.file.dialog
    assert dialog is not None
    dialog.close()
    file.unlink()
    nothing.retry.click()
    qtbot.waitUntil(lambda: program.workplace.parts.is_first_run)
    program.end()


def test_a_file_of_an_older_program_is_brought_up_to_date_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    file = older_file(tmp_path / "praxis.db")
    program = opened(qtbot, str(file), tmp_path)
    nothing = program.workplace.parts.nothing
    qtbot.waitUntil(nothing.retry.isVisible)
    assert nothing.retry.words() == "Auf den neuen Stand bringen"
    program.window.activateWindow()
    qtbot.waitUntil(nothing.retry.hasFocus)
    assert "Kopie" in nothing.text.words()
    qtbot.keyClick(nothing.retry, Key.Key_Return)
    assert nothing.detail.words() == "Die Datenbank wird auf den neuen Stand gebracht …"
    qtbot.waitUntil(lambda: program.gateway.practice is not None)
    (copy,) = tmp_path.glob("praxis.db.before-*")
    qtbot.waitUntil(lambda: copy.name in program.workplace.toast.label.words())
    program.end()


def test_a_place_says_what_kind_it_is() -> None:
    assert store_at("/x.db").premises.keeping is Keeping.FILE
