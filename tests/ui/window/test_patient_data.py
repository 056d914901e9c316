"""What is known about a patient, changed at the desk: from the calendar, from the card, with undo."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QApplication

from praxidesk.engine.history import Doer, HistoryFilter, HistoryLine, HistoryPage, RowDeed, Topic
from praxidesk.engine.journal import Deed
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.patient_changes import PatientField
from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.overlays.stale_sheet import StaleSheet
from praxidesk.ui.patient.card_sheet import CardSheet
from praxidesk.ui.patient.record_sheet import RecordSheet
from praxidesk.worker.questions.history import AskHistory
from praxidesk.worker.questions.patients import AskPatient
from tests.ui.desk import CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import MONDAY, at

LORENZ = EntryId(7)


def opened(desk: Desk) -> RecordSheet:
    sheet = desk.sheet(RecordSheet)
    desk.qtbot.waitUntil(sheet.save.isEnabled)
    return sheet


def patient(desk: Desk) -> ActorId:
    found = desk.entry(LORENZ).patient
    assert found is not None
    return found.id


def phone(desk: Desk) -> str:
    return desk.gateway.store.patients[patient(desk)].phone


def is_phone(desk: Desk, wanted: str) -> bool:
    return phone(desk) == wanted


def saved_by_anna(asked: AskHistory, patient: ActorId) -> tuple[HistoryLine, ...]:
    """And opened by somebody since."""
    assert asked.wanted == HistoryFilter(patients=(patient,), topic=Topic.PATIENT)
    doer, what = Doer("anna", "", "Platz 2", is_person=True), RowDeed("patient", "", patient)
    return tuple(
        HistoryLine(number, at("10:42"), deed, Topic.PATIENT, doer, patient, "", what)
        for number, deed in ((2, Deed.READ), (1, Deed.UPDATE))
    )


def test_it_is_changed_by_keys_and_taken_back_and_done_again(desk: Desk) -> None:
    desk.select(LORENZ)
    before = phone(desk)
    desk.press(Key.Key_O, SHIFT)
    sheet = opened(desk)
    assert QApplication.focusWidget() is sheet.texts[PatientField.FAMILY]
    assert sheet.texts[PatientField.BIRTH_DATE].text() == "16.04.1975"
    sheet.texts[PatientField.PHONE].setFocus()
    sheet.texts[PatientField.PHONE].selectAll()
    desk.write("0171 22")
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.toast() == "Gespeichert: Daten von Lorenz, Thi Mai"
    assert phone(desk) == "0171 22"
    for key, modifier, now in ((Key.Key_Z, CTRL, before), (Key.Key_Y, CTRL, "0171 22")):
        desk.press(key, modifier)
        desk.qtbot.waitUntil(partial(is_phone, desk, now))
    # Somebody else goes on from it: taking back says so, and leaves it.
    store = desk.gateway.store
    store.patients[patient(desk)] = replace(store.patients[patient(desk)], phone="von drüben")
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: "inzwischen" in desk.window.toast.label.words())
    assert phone(desk) == "von drüben"


def test_faults_stand_at_their_fields_and_typed_text_is_given_up_only_twice(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.press(Key.Key_O)
    desk.sheet(CardSheet)
    desk.press(Key.Key_E)
    sheet = opened(desk)
    sheet.texts[PatientField.FAMILY].clear()
    sheet.texts[PatientField.EMAIL].setText("nirgends")
    desk.press(Key.Key_Return)
    said = {each for each, label in sheet.faults.items() if label.isVisible()}
    assert said == {PatientField.FAMILY, PatientField.EMAIL}
    assert QApplication.focusWidget() is sheet.texts[PatientField.FAMILY]
    sheet.texts[PatientField.BIRTH_DATE].setText("31.2.2000")
    desk.press(Key.Key_Return)
    assert sheet.faults[PatientField.BIRTH_DATE].words() == "Kein Geburtsdatum wie 29.2.1984"
    desk.press(Key.Key_Escape)
    assert sheet.trouble.isVisible()
    assert desk.sheet(RecordSheet) is sheet
    desk.press(Key.Key_Escape)
    desk.no_sheet()


def test_where_nothing_was_typed_yet_the_open_record_follows_the_other_desk(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.press(Key.Key_O, SHIFT)
    sheet = opened(desk)
    store = desk.gateway.store
    sheet.texts[PatientField.PHONE].setFocus()
    store.patients[patient(desk)] = replace(store.patients[patient(desk)], phone="0171 23")
    desk.gateway.calendar_touched.emit((MONDAY,))
    desk.gateway.calendar_touched.emit(None)
    desk.qtbot.waitUntil(sheet.others.isVisible)
    assert sheet.texts[PatientField.PHONE].text() == "0171 23"
    assert "Sie sehen die Daten, wie sie jetzt sind." in sheet.others.label.words()
    assert QApplication.focusWidget() is sheet.texts[PatientField.PHONE]
    sheet.texts[PatientField.GIVEN].setText("Mai")
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert (phone(desk), store.patients[patient(desk)].given) == ("0171 23", "Mai")


def test_what_another_desk_saved_stands_beside_ours_and_a_silent_store_keeps_what_was_typed(
    desk: Desk,
) -> None:
    desk.select(LORENZ)
    desk.press(Key.Key_O, SHIFT)
    sheet = opened(desk)
    sheet.texts[PatientField.GIVEN].setText("Mai Thi")
    desk.gateway.fault = StoreFault.BUSY
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(sheet.trouble.isVisible)
    assert "nicht gespeichert" in sheet.trouble.words()
    desk.gateway.fault = None
    store = desk.gateway.store
    store.patients[patient(desk)] = replace(store.patients[patient(desk)], given="Thi")
    desk.gateway.answers[AskHistory] = lambda asked: HistoryPage(2, 2, saved_by_anna(asked, patient(desk)))
    # It is said while the record is open; and nobody opens it a second time for the journal.
    desk.gateway.calendar_touched.emit(None)
    desk.qtbot.waitUntil(sheet.others.isVisible)
    said = sheet.others.label.words()
    assert said.startswith("An einem anderen Platz inzwischen geändert. Vorname: Thi Mai → Thi. Was Sie")
    assert sheet.texts[PatientField.GIVEN].text() == "Mai Thi"
    assert [type(each) for each in desk.gateway.asked].count(AskPatient) == 1
    desk.press(Key.Key_Return)
    stale = desk.sheet(StaleSheet)
    desk.qtbot.waitUntil(lambda: stale.grid.saved.words() == "Jetzt gespeichert\nanna · Platz 2 · 10:42")
    assert {"Thi", "Mai Thi"} <= {label.text() for label in stale.findChildren(ToneLabel)}
    stale.grid.take_ours()
    stale.take.click()
    desk.qtbot.waitUntil(lambda: store.patients[patient(desk)].given == "Mai Thi")
    assert desk.toast() == "Gespeichert: Daten von Lorenz, Mai Thi"
