"""The diagnosis in the window: facts, course, lists that are sorted, and the text that is handed on."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.store_facts import ServerCounts, StoreFacts
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.diagnostics.case_words import case_name
from praxidesk.ui.diagnostics.diagnostics_sheet import DiagnosticsSheet
from praxidesk.ui.wording.language import Language
from praxidesk.worker import use_cases
from praxidesk.worker.messages import Failed
from praxidesk.worker.questions.diagnostics import Diagnose, Diagnosis
from tests.ui.desk import Desk, Key
from tests.ui.desk_practice import NOW
from tests.ui.fake_diagnosis import SERVER, diagnosis, held
from tests.ui.window.conftest import OpenDesk


def opened(desk: Desk) -> DiagnosticsSheet:
    desk.press(Key.Key_F12)
    sheet = desk.sheet(DiagnosticsSheet)
    desk.qtbot.waitUntil(sheet.save.isEnabled)
    return sheet


def answered(store: StoreFacts, _: object) -> Diagnosis:
    return diagnosis(NOW, store)


def says(sheet: DiagnosticsSheet, words: str) -> bool:
    return words in sheet.missing.text()


def first(sheet: DiagnosticsSheet, column: int = 0) -> list[str]:
    return [row[column] for row in sheet.list.texts()]


def test_the_diagnosis_is_sorted_by_any_column_and_asked_anew(desk: Desk) -> None:
    sheet = opened(desk)
    assert sheet.facts() == {
        "Datenbank": "SQLite 3.40.1",
        "Verbindung": "verbunden seit 09:42",
        "Letzte Antwort": "2,0 ms",
        "Größe": "48,7 MB",
        "Wochen schon bekannt": "86 % von 480",
        "Journal-Modus": "delete",
    }
    assert sheet.about.text() == "2 Antworten über ihren Grenzen"
    minutes = diagnosis(NOW).minutes
    assert sheet.chart.counts() == tuple(sum(each.counts[level] for each in minutes) for level in range(4))
    assert f"länger: {sheet.chart.counts()[3]}" in sheet.chart.accessibleDescription()
    # What cost most comes first; the row that is chosen stays chosen while its place changes.
    assert first(sheet)[:2] == ["Woche laden", "Suche"]
    sheet.list.selectRow(0)
    desk.press(Key.Key_1)
    assert first(sheet) == sorted(first(sheet), key=str.casefold)
    assert sheet.list.texts()[sheet.list.currentIndex().row()][0] == "Woche laden"
    desk.press(Key.Key_1)
    assert first(sheet) == sorted(first(sheet), key=str.casefold, reverse=True)
    desk.press(Key.Key_8)
    assert first(sheet, 7)[:2] == ["1.412 ms", "318 ms"]
    model = sheet.list.model()
    assert model.headerData(7, Qt.Orientation.Horizontal) == "Längste ↓"
    assert model.headerData(4, Qt.Orientation.Horizontal) == "Gesamt"
    header = sheet.list.horizontalHeader()
    header.sectionClicked.emit(9)
    assert sorted(first(sheet, 9)[:2]) == ["1 (> 1.000 ms)", "1 (> 200 ms)"]
    # Asked anew, sorted as before.
    asked = len([each for each in desk.gateway.asked if isinstance(each, Diagnose)])
    desk.press(Key.Key_F5)
    desk.qtbot.waitUntil(
        lambda: len([each for each in desk.gateway.asked if isinstance(each, Diagnose)]) == asked + 1
    )
    desk.qtbot.waitUntil(lambda: model.headerData(9, Qt.Orientation.Horizontal) == "Über Grenze ↓")


def test_what_a_server_counts_is_shown_where_it_does_and_else_why_not(desk: Desk, tmp_path: Path) -> None:
    answers = desk.gateway.answers
    sheet = opened(desk)
    for page in (1, 2):
        sheet.pages.button(page).click()
        assert sheet.missing.isVisible()
        assert not sheet.list.isVisible()
        assert "Datei" in sheet.missing.text()
    for counts, words in (
        (ServerCounts.MISSING, "CREATE EXTENSION"),
        (ServerCounts.NOT_LOADED, "Neustart"),
        (ServerCounts.NOT_ALLOWED, "pg_read_all_stats"),
    ):
        answers[Diagnose] = partial(answered, replace(SERVER, counts=counts, statements=()))
        desk.press(Key.Key_F5)
        desk.qtbot.waitUntil(partial(says, sheet, words))
    answers[Diagnose] = lambda _: diagnosis(NOW, SERVER)
    desk.press(Key.Key_F5)
    desk.qtbot.waitUntil(sheet.list.isVisible)
    assert sheet.facts()["Sitzungen am Server"] == "21"
    assert [row[1] for row in sheet.list.texts()] == ["12.408", "811"]
    sheet.pages.button(3).click()
    assert sheet.list.texts()[0] == ["journal", "702 MB", "38 %"]
    sheet.pages.button(1).click()
    assert "Niemand wartet" in sheet.missing.text()
    # Who waits for whom: people and desks, and what ends it.
    answers[Diagnose] = lambda _: diagnosis(NOW, held(NOW))
    desk.press(Key.Key_F5)
    desk.qtbot.waitUntil(sheet.list.isVisible)
    assert sheet.list.texts() == [
        ["nightly hat Änderungen offen und arbeitet", "6 min", "4740"],
        ["Anna Beck (anna) · Empfang Süd hält andere auf und tut selbst nichts", "48 s", "4711"],
        ["Bert Lang (bert) · Platz 2 wartet auf Anna Beck (anna) · Empfang Süd", "12 s", "4720"],
        ["praxi_wand wartet auf Bert Lang (bert) · Platz 2, 9", "3 s", "4733"],
    ]
    assert "praxidesk user end-session 4711" in sheet.said.text()
    # All of it as a text that only its owner reads.
    file = tmp_path / "diagnose.txt"
    sheet.save_to(file)
    assert file.stat().st_mode & 0o077 == 0
    text = file.read_text("utf-8")
    for words in (
        "Diagnose von PraxiDesk",
        "PostgreSQL 15.18",
        "Woche laden",
        "1.412 ms",
        "SELECT entry.id",
        "wartet auf",
    ):
        assert words in text
    for entry in desk.gateway.store.entries.values():
        if entry.patient is not None:
            assert entry.patient.family not in text
    sheet.save_to(tmp_path / "nowhere" / "diagnose.txt")
    assert "diagnose.txt" in sheet.said.text()
    assert "nicht gespeichert" in sheet.said.text()


def test_a_store_that_does_not_answer_is_said_to(desk: Desk) -> None:
    desk.gateway.is_held = True
    desk.press(Key.Key_F12)
    sheet = desk.sheet(DiagnosticsSheet)
    assert not sheet.save.isEnabled()
    assert sheet.facts()["Datenbank"] == "SQLite"
    desk.gateway.failed.emit(Failed(sheet._asked, StoreFault.UNREACHABLE, ""))
    assert "server antwortet nicht" in sheet.said.text()
    sheet.close_sheet()


def test_every_use_case_has_words_in_both_languages(open_desk: OpenDesk) -> None:
    for language in (Language.ENGLISH, Language.GERMAN):
        desk = open_desk(language=language)
        for name in use_cases.OWN:
            assert case_name(name) != name
        assert desk.window.actions_[ActionId.DIAGNOSIS].shortcut().toString() == "F12"
        desk.window.close()
