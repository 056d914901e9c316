"""What the lists of patients and commands lead to: a booking, an entry, the next free time."""

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.ui.search.command_sheet import CommandSheet
from praxidesk.ui.search.search_sheet import SearchSheet
from praxidesk.ui.shown.view_kind import ViewKind
from tests.ui.desk import ALT, CTRL, Desk, Key


def test_the_command_list_finds_and_does_what_it_lists(desk: Desk) -> None:
    desk.press(Key.Key_K, CTRL)
    sheet = desk.sheet(CommandSheet)
    assert len(sheet.choices.lines()) > 20
    desk.write("woch")
    found = [line.cells[0].text for line in sheet.choices.lines()]
    assert found[0] == "Ansicht: Woche"
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.window.shown.view is ViewKind.WEEK


def test_search_books_for_whom_it_finds(desk: Desk) -> None:
    desk.press(Key.Key_F, CTRL)
    sheet = desk.sheet(SearchSheet)
    desk.write("kaya")
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.patients))
    desk.press(Key.Key_Return)
    booking = desk.settled()
    patient = booking.session.state.draft.patient
    assert isinstance(patient, PatientOnEntry)
    assert patient.family == "Kaya"


def test_search_goes_to_an_entry(desk: Desk) -> None:
    desk.press(Key.Key_Slash)
    sheet = desk.sheet(SearchSheet)
    desk.write("lorenz")
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.entries))
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.window.parts.views.selected() == 7


def test_the_next_free_time_from_the_patient_found(desk: Desk) -> None:
    desk.press(Key.Key_Slash)
    sheet = desk.sheet(SearchSheet)
    desk.write("kaya")
    desk.qtbot.waitUntil(lambda: bool(sheet.pages.patients))
    desk.press(Key.Key_F, ALT)
    assert desk.settled().session.state.slots


def test_a_new_patient_typed_as_a_search_is_written_as_a_name(desk: Desk) -> None:
    desk.press(Key.Key_N)
    fields = desk.booking().patient.new
    for typed, family, given in (
        ("yıldız özge", "Yıldız", "Özge"),
        ("von der weide, anna-lena", "von der Weide", "Anna-Lena"),
        ("McKay ian", "McKay", "ian"),
        ("o'brien 3.4.1980", "O'Brien", ""),
    ):
        fields.begin(typed)
        assert (fields.family.text(), fields.given.text()) == (family, given)


def test_the_next_free_time_for_the_patient_selected(desk: Desk) -> None:
    desk.select(22)
    desk.press(Key.Key_F)
    draft = desk.settled().session.state.draft
    assert draft.patient == desk.entry(22).patient
    assert draft.type == desk.entry(22).type
    assert draft.minute is None
