"""The search and the card of a patient, by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.found import PAGE, Found
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.vocabulary import ActorId, EntryId
from praxidesk.ui.patient.card_sheet import CardSheet
from praxidesk.ui.search.found_layout import Kind, Spot
from praxidesk.ui.search.search_sheet import SearchSheet
from praxidesk.worker.questions.finding import AskPatientCard, FindEverything, MorePatients
from tests.ui.desk import Desk

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MANY = 100


@pytest.fixture
def crowd(desk: Desk) -> Desk:
    store = desk.gateway.store
    for number in range(MANY):
        who = PatientOnEntry(
            ActorId(5000 + number), f"P-5{number:03}", f"Zander{number:03}", "Kim", None, "", ""
        )
        store.patients[who.id] = who
    return desk


def searched(desk: Desk, text: str) -> SearchSheet:
    desk.press(Key.Key_Slash)
    sheet = desk.sheet(SearchSheet)
    desk.write(text)
    desk.qtbot.waitUntil(lambda: sheet.pages.is_current and sheet.pages.found is not None)
    return sheet


def test_the_number_of_patients_and_appointments_is_exact(crowd: Desk) -> None:
    sheet = searched(crowd, "zander")
    assert sheet.count.words() == "100 Patienten · 0 Termine"


def test_further_rows_come_where_somebody_looks(crowd: Desk) -> None:
    sheet = searched(crowd, "zander")
    sheet.list.choose(Spot(Kind.PATIENT, MANY - 1))
    sheet.list.grab()
    crowd.qtbot.waitUntil(lambda: MANY - 1 in sheet.pages.patients)
    assert sheet.pages.patients[MANY - 1].patient.family == "Zander099"
    offsets = [each.offset for each in crowd.gateway.asked if isinstance(each, MorePatients)]
    assert set(offsets) <= {PAGE, 2 * PAGE}
    assert 2 * PAGE in offsets


def test_typing_on_asks_once_when_it_rests(desk: Desk) -> None:
    searched(desk, "kaya")
    assert [each.text for each in desk.gateway.asked if isinstance(each, FindEverything)] == ["kaya"]


def test_enter_before_the_answer_means_what_was_typed(desk: Desk) -> None:
    searched(desk, "lorenz")
    sheet = desk.sheet(SearchSheet)
    sheet.field.selectAll()
    desk.write("kaya")
    desk.press(Key.Key_Return)
    patient = desk.settled().session.state.draft.patient
    assert isinstance(patient, PatientOnEntry)
    assert patient.family == "Kaya"


def test_a_failed_search_says_so_and_asks_again(desk: Desk) -> None:
    desk.gateway.fault = next(iter(StoreFault))
    desk.press(Key.Key_Slash)
    sheet = desk.sheet(SearchSheet)
    desk.write("kaya")
    desk.qtbot.waitUntil(lambda: sheet.pages.fault is not None)
    desk.gateway.fault = None
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.patients))


def test_ctrl_enter_shows_the_card_and_its_enter_goes_to_an_appointment(desk: Desk) -> None:
    searched(desk, "lorenz")
    desk.press(Key.Key_Return, CTRL)
    card = desk.sheet(CardSheet)
    desk.qtbot.waitUntil(lambda: card.list.chosen() is not None)
    assert card.title.words().startswith("Lorenz")
    assert len([each for each in desk.gateway.asked if isinstance(each, AskPatientCard)]) == 1
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.window.parts.views.selected() == 7


def test_alt_j_goes_from_a_patient_to_the_next_appointment(desk: Desk) -> None:
    tell = desk.gateway.answers[FindEverything]

    def with_next(asked: FindEverything) -> Found:
        found = tell(asked)
        assert isinstance(found, Found)
        (hit, *_) = found.patients.hits
        return replace(found, patients=replace(found.patients, hits=(replace(hit, next=desk.entry(7)),)))

    desk.gateway.answers[FindEverything] = with_next
    sheet = searched(desk, "lorenz")
    assert sheet._next_hint.isVisible()
    hints = (sheet._enter_hint, sheet._next_hint, sheet._free_hint, sheet._card_hint, sheet._new_hint)
    assert all(each.width() >= each.minimumSizeHint().width() for each in hints)
    assert sheet.card.rect().contains(sheet._new_hint.mapTo(sheet.card, sheet._new_hint.rect().bottomRight()))
    desk.press(Key.Key_J, ALT)
    desk.no_sheet()
    assert desk.window.parts.views.selected() == 7


def test_the_mouse_chooses_a_patient_and_opens_the_card(desk: Desk) -> None:
    sheet = searched(desk, "r")
    patients = [Spot(Kind.PATIENT, place) for place in range(2)]
    assert sheet.list.chosen() == patients[0]
    at = sheet.list.rect_of(patients[1]).center()
    desk.qtbot.mouseClick(sheet.list.viewport(), Qt.MouseButton.RightButton, pos=at)
    assert sheet.list.chosen() == patients[1], "chosen, and not taken"
    assert sheet.isVisible()
    wanted = sheet._patient()
    assert wanted is not None
    desk.qtbot.mouseClick(sheet._card_hint, Qt.MouseButton.LeftButton)
    assert desk.sheet(CardSheet).title.words().startswith(wanted.family)


def test_the_card_books_for_its_patient(desk: Desk) -> None:
    searched(desk, "kaya")
    desk.press(Key.Key_Return, CTRL)
    desk.sheet(CardSheet)
    desk.press(Key.Key_N)
    patient = desk.settled().session.state.draft.patient
    assert isinstance(patient, PatientOnEntry)
    assert patient.family == "Kaya"


@pytest.mark.parametrize("name", ["<b>Zoe</b>", "<img src=x>zoe", "\u202ezoe", "zoe" * 100])
def test_a_hostile_name_is_drawn_as_it_is(desk: Desk, name: str) -> None:
    store = desk.gateway.store
    who = PatientOnEntry(ActorId(6000), "P-6000", name, name, None, "", name)
    store.patients[who.id] = who
    entry: Entry = store.entries[EntryId(7)]
    store.entries[entry.id] = replace(entry, patient=who)
    sheet = searched(desk, "zoe")
    sheet.grab()
    assert sheet.pages.found is not None
    assert sheet.pages.found.patients.total == 1
    desk.press(Key.Key_Return, CTRL)
    card = desk.sheet(CardSheet)
    desk.qtbot.waitUntil(lambda: card.list.chosen() is not None)
    card.grab()
    assert card.title.textFormat() is Qt.TextFormat.PlainText
    assert card.width() <= desk.window.width()
