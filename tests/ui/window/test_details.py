"""The right panel: it follows what is selected, and leads from there to everything about the patient."""

from dataclasses import replace

from PySide6.QtCore import Qt

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.overlays.stale_sheet import StaleSheet
from praxidesk.ui.panels.details_face import DetailsFace
from praxidesk.ui.panels.subject import FaceKind
from praxidesk.ui.search.search_sheet import SearchSheet
from tests.ui.desk import CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import MONDAY

LORENZ, ENGEL, KAYA = EntryId(7), EntryId(8), EntryId(21)
MEETING = EntryId(30)


def face(desk: Desk) -> DetailsFace:
    return desk.window.parts.details.face


def test_the_face_follows_what_is_selected(desk: Desk) -> None:
    panel, views = desk.window.parts.details, desk.window.parts.views
    assert face(desk) is panel.nothing
    assert panel.nothing.isVisible()
    _, find = panel.nothing._lines[ActionId.SEARCH]
    desk.qtbot.mouseClick(find, Qt.MouseButton.LeftButton)
    desk.sheet(SearchSheet).close_sheet()
    desk.no_sheet()
    desk.select(LORENZ)
    assert face(desk) is panel.entry
    assert panel.entry.isVisible()
    assert panel.nothing.isHidden()
    desk.qtbot.waitUntil(lambda: panel.subject is not None and bool(panel.subject.known.around))
    views.choose((LORENZ, ENGEL, KAYA))
    desk.qtbot.waitUntil(lambda: face(desk) is panel.several)
    several = panel.several
    assert several.title.words() == "3 Termine ausgewählt"
    assert several.when.words() == "Mo 23. Nov."
    offered = {each for each, button in several.buttons.items() if not button.isHidden()}
    assert offered >= {ActionId.MOVE, ActionId.ARRIVED, ActionId.CANCEL}
    assert ActionId.RESTORE not in offered
    several.buttons[ActionId.ARRIVED].click()
    desk.qtbot.waitUntil(lambda: all(desk.entry(each).status is Status.ARRIVED for each in (7, 8, 21)))
    desk.qtbot.waitUntil(lambda: not several.buttons[ActionId.RESTORE].isHidden())
    desk.select(MEETING)
    assert panel.subject is not None
    assert panel.subject.face is FaceKind.BLOCKOUT
    views.select(None)
    assert face(desk) is panel.nothing


def test_j_goes_from_one_appointment_of_a_patient_to_the_next_on_whatever_day(desk: Desk) -> None:
    store, lorenz = desk.gateway.store, desk.entry(LORENZ)
    week = 7 * 86_400
    later = replace(
        lorenz,
        id=EntryId(700),
        starts_at=lorenz.starts_at + week,
        ends_at=lorenz.ends_at + week,
        allocations=tuple(
            replace(each, starts_at=each.starts_at + week, ends_at=each.ends_at + week)
            for each in lorenz.allocations
        ),
    )
    store.entries[later.id] = later
    desk.select(LORENZ)
    desk.press(Key.Key_J)
    desk.qtbot.waitUntil(lambda: desk.window.parts.views.selected() == later.id)
    assert desk.window.shown.day == MONDAY.fromordinal(MONDAY.toordinal() + 7)
    desk.press(Key.Key_J)
    assert desk.toast() == "Lorenz, Thi Mai hat keinen späteren Termin."
    desk.press(Key.Key_J, SHIFT)
    desk.qtbot.waitUntil(lambda: desk.window.parts.views.selected() == LORENZ)
    desk.select(MEETING)
    assert not desk.window.actions_.is_allowed(ActionId.NEXT_OF_PATIENT)


def test_the_note_is_written_in_the_panel_and_taken_back(desk: Desk) -> None:
    panel = desk.window.parts.details
    note = panel.entry.note
    desk.select(LORENZ)
    desk.press(Key.Key_N, SHIFT)
    assert desk.focused() is note
    desk.write("am park 1")
    theirs = replace(desk.entry(ENGEL), version=2, status=Status.ARRIVED)
    desk.gateway.store.entries[theirs.id] = theirs
    desk.gateway.refresh()
    assert note.toPlainText() == "am park 1"
    desk.press(Key.Key_Return, CTRL)
    assert desk.focused() is desk.view
    desk.qtbot.waitUntil(lambda: desk.entry(LORENZ).note == "am park 1")
    assert desk.toast().startswith("Geändert: Lorenz, Thi Mai")
    assert len(desk.gateway.submitted) == 1
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(LORENZ).note == "")
    desk.qtbot.waitUntil(lambda: note.toPlainText() == "")
    desk.press(Key.Key_N, SHIFT)
    desk.write("weg")
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    assert note.toPlainText() == ""
    assert len(desk.gateway.submitted) == 2


def test_a_note_that_was_not_saved_is_not_lost_and_one_of_another_desk_is_shown_beside_it(desk: Desk) -> None:
    note = desk.window.parts.details.entry.note
    desk.select(LORENZ)
    desk.gateway.fault = StoreFault.BUSY
    desk.press(Key.Key_N, SHIFT)
    desk.write("eins")
    desk.view.setFocus()
    desk.toast()
    desk.gateway.fault = None
    desk.gateway.refresh()
    assert note.toPlainText() == "eins"
    desk.press(Key.Key_N, SHIFT)
    theirs = replace(desk.entry(LORENZ), version=2, note="von drüben")
    desk.gateway.store.entries[theirs.id] = theirs
    desk.gateway.refresh()
    assert note.toPlainText() == "eins"
    desk.write(" zwei")
    desk.press(Key.Key_Return, CTRL)
    sheet = desk.sheet(StaleSheet)
    said = {label.text() for label in sheet.findChildren(ToneLabel)}
    assert {"von drüben", "eins zwei"} <= said
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert desk.entry(LORENZ).note == "von drüben"
    desk.gateway.refresh()
    desk.qtbot.waitUntil(lambda: note.toPlainText() == "von drüben")


def test_what_the_patient_has_before_and_after_is_listed_and_leads_there(desk: Desk) -> None:
    lorenz, store = desk.entry(LORENZ), desk.gateway.store
    for number, days, status in (
        (701, -14, Status.FULFILLED),
        (702, 2, Status.BOOKED),
        (703, 400, Status.CANCELLED),
    ):
        shift = days * 86_400
        store.entries[EntryId(number)] = replace(
            lorenz,
            id=EntryId(number),
            status=status,
            starts_at=lorenz.starts_at + shift,
            ends_at=lorenz.ends_at + shift,
            allocations=tuple(
                replace(each, starts_at=each.starts_at + shift, ends_at=each.ends_at + shift)
                for each in lorenz.allocations
            ),
        )
    desk.select(LORENZ)
    others = desk.window.parts.details.entry.others
    desk.qtbot.waitUntil(lambda: len(others.lines()) >= 2)
    lines = {each.entry.id: each for each in others.lines()}
    assert 703 not in lines
    assert LORENZ not in lines
    assert lines[EntryId(701)].is_past
    assert lines[EntryId(702)].when == "Mi 25. Nov."
    assert lines[EntryId(702)].what == "Erstvorstellung · Dr. Weber"
    others.row(EntryId(702)).click()
    desk.qtbot.waitUntil(lambda: desk.window.parts.views.selected() == 702)
