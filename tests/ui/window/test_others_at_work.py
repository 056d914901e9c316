from dataclasses import replace

from PySide6.QtCore import QPoint

from praxidesk.engine.at_work import Editor
from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.roles import Person, StaffRole
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.booking.verdict import VerdictKind
from praxidesk.ui.calendar.entry_tooltip import entry_tooltip
from praxidesk.ui.overlays.cancel_sheet import CancelSheet
from praxidesk.ui.patient.record_sheet import RecordSheet
from praxidesk.ui.practice_settings.absence_sheet import AbsenceSheet
from praxidesk.ui.practice_settings.setting_words import Page
from praxidesk.ui.practice_settings.settings_sheet import SettingsSheet
from praxidesk.worker.messages import StoreState
from praxidesk.worker.questions.editing import AnnounceEditing
from tests.ui.desk import CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import KOC, NOW, WEBER, at

LORENZ, KAYA = EntryId(7), EntryId(21)
NINE_DAYS = 9 * 86_400


def practice_of(desk: Desk) -> Practice:
    assert desk.gateway.practice is not None
    return desk.gateway.practice


def told(desk: Desk) -> list[tuple[EntryId, ...]]:
    """What the other desks were told, in order."""
    return [each.entries for each in desk.gateway.asked if isinstance(each, AnnounceEditing)]


def test_what_is_open_or_in_hand_here_is_told_until_it_is_closed(desk: Desk) -> None:
    desk.select(KAYA)
    assert told(desk) == []
    desk.press(Key.Key_E)
    desk.settled()
    assert told(desk) == [(KAYA,)]
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert told(desk) == [(KAYA,), ()]
    desk.press(Key.Key_N)
    desk.settled()
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert told(desk) == [(KAYA,), ()], "a new one is nobody else's"
    desk.select(LORENZ)
    desk.press(Key.Key_M)
    assert told(desk)[2:] == [(LORENZ,)]
    desk.gateway.state_changed.emit(StoreState(connected=False, since=NOW))
    desk.gateway.state_changed.emit(StoreState(connected=True, since=NOW))
    assert told(desk)[3:] == [(LORENZ,)], "told anew over a new connection"
    desk.press(Key.Key_Escape)
    assert told(desk)[4:] == [()]
    # Also what only asks why, or how much of a series; and a note while it is written.
    desk.press(Key.Key_Delete)
    assert isinstance(desk.window.conversations.sheet, CancelSheet)
    assert told(desk)[5:] == [(LORENZ,)]
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    desk.press(Key.Key_N, SHIFT)
    assert told(desk)[6:] == [(), (LORENZ,)]
    desk.press(Key.Key_Escape)
    assert told(desk)[8:] == [()]
    desk.window.conversations.together.cancel([desk.entry(LORENZ), desk.entry(KAYA)])
    assert told(desk)[9:] == [(LORENZ, KAYA)]
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert told(desk)[10:] == [()]
    desk.gateway.work_as(Person("gast", "Gast", StaffRole.VIEWER))
    desk.window.parts.views.view.begin_move()
    assert len(told(desk)) == 11, "a viewer announces nothing"
    tokens = {each.token for each in desk.gateway.asked if isinstance(each, AnnounceEditing)}
    assert len(tokens) == 1
    assert len(tokens.pop()) == 16


def test_who_has_an_entry_open_elsewhere_stands_in_details_sheet_and_on_the_tile(desk: Desk) -> None:
    details = desk.window.parts.details
    desk.select(KAYA)
    assert not details.editors.isVisible()
    both = (Editor(KAYA, "<b>Platz 2</b>", ""), Editor(KAYA, "Anmeldung", "k.brandt"))
    desk.gateway.editors_changed.emit(both)
    lines = "<b>Platz 2</b> bearbeitet diesen Termin\nk.brandt bearbeitet diesen Termin (Anmeldung)"
    assert details.editors.label.text() == lines
    assert details.editors.kind() is VerdictKind.NOTE
    state, entry = desk.window.feed.foreseen(desk.window.feed.days), desk.entry(KAYA)
    assert state is not None
    assert "&lt;b&gt;Platz 2" in entry_tooltip(state, entry, {KAYA: lines})
    marked = desk.view.grab().toImage()
    desk.select(LORENZ)
    assert not details.editors.isVisible()
    desk.select(KAYA)
    assert details.editors.isVisible()
    desk.press(Key.Key_E)
    sheet = desk.settled()
    assert sheet.others.label.text() == lines
    desk.gateway.editors_changed.emit(both[:1])
    assert sheet.others.label.text() == lines.partition("\n")[0]
    desk.gateway.editors_changed.emit(())
    assert sheet.others.isHidden()
    assert not details.editors.isVisible()
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    unmarked = desk.view.grab().toImage()
    rect = desk.view.visualRect(desk.view.currentIndex())
    corner = rect.topRight() + desk.view.viewport().pos() + QPoint(-2, 3)
    assert marked.pixelColor(corner) != unmarked.pixelColor(corner)


def test_an_open_form_says_at_once_what_another_desk_has_changed_and_keeps_what_was_typed(
    desk: Desk,
) -> None:
    desk.select(KAYA)
    desk.press(Key.Key_E)
    sheet = desk.settled()
    sheet.form.note.setFocus()
    desk.write("von hier")
    desk.gateway.refresh()
    assert sheet.others.isHidden()
    before = desk.entry(KAYA)
    theirs = replace(before, version=2, starts_at=at("11:20"), ends_at=at("11:40"), note="von drüben")
    desk.gateway.store.entries[KAYA] = theirs
    desk.gateway.refresh()
    assert sheet.others.kind() is VerdictKind.WARNING
    said = sheet.others.label.words()
    assert "An einem anderen Platz inzwischen geändert" in said
    assert "11:15 → Mo 23. Nov. 11:20" in said
    assert "von drüben" in said
    assert sheet.form.note.toPlainText() == "von hier"
    assert desk.focused() is sheet.form.note
    desk.gateway.editors_changed.emit((Editor(KAYA, "Platz 2", ""),))
    assert "Platz 2" in sheet.others.label.words()


def moved(entry: Entry, seconds: int) -> Entry:
    """As another desk moves it."""
    parts = tuple(
        replace(each, starts_at=each.starts_at + seconds, ends_at=each.ends_at + seconds)
        for each in entry.allocations
    )
    start, end = entry.starts_at + seconds, entry.ends_at + seconds
    return replace(entry, version=entry.version + 1, starts_at=start, ends_at=end, allocations=parts)


def test_where_a_selected_entry_went_is_said_with_the_way_there(desk: Desk) -> None:
    bar = desk.view.verticalScrollBar()
    desk.select(KAYA)
    where = bar.value()
    here = moved(desk.entry(KAYA), at("16:00") - at("11:15"))
    desk.gateway.store.entries[KAYA] = here
    desk.gateway.refresh()
    assert desk.window.selected == here, "the selection follows it"
    assert bar.value() == where
    away = moved(here, NINE_DAYS)
    desk.gateway.store.entries[KAYA] = away
    desk.gateway.refresh()
    assert desk.toast() == "Kaya, Deniz wurde an einem anderen Platz verschoben: Mi 2. Dez. 16:00"
    assert desk.window.selected is None
    assert bar.value() == where
    desk.press(Key.Key_J, CTRL)
    desk.qtbot.waitUntil(lambda: desk.window.selected == away)
    desk.window.toast.hide()
    gone = replace(away, version=4, status=Status.CANCELLED)
    desk.gateway.store.entries[KAYA] = gone
    desk.gateway.refresh()
    assert desk.toast() == "Kaya, Deniz hat jetzt den Status „Abgesagt“, gesetzt an einem anderen Platz."


def test_a_form_says_where_its_entry_went_and_a_deselection_says_nothing(desk: Desk) -> None:
    desk.select(KAYA)
    desk.press(Key.Key_E)
    sheet = desk.settled()
    before = desk.entry(KAYA)
    away = moved(before, NINE_DAYS)
    desk.gateway.store.entries[KAYA] = away
    desk.gateway.refresh()
    desk.qtbot.waitUntil(sheet.others.isVisible)
    assert "Mi 2. Dez. 11:15" in sheet.others.label.words()
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    desk.window.toast.hide()
    desk.select(LORENZ)
    desk.window.parts.views.select(None)
    desk.gateway.refresh()
    assert not desk.window.toast.isVisible()


def test_the_data_of_a_patient_and_a_page_of_the_settings_are_told_and_shown_as_well(desk: Desk) -> None:
    def records() -> list[str]:
        return [each.record for each in desk.gateway.asked if isinstance(each, AnnounceEditing)]

    patient = desk.entry(LORENZ).patient
    assert patient is not None
    desk.select(LORENZ)
    desk.press(Key.Key_O, SHIFT)
    record = desk.sheet(RecordSheet)
    desk.qtbot.waitUntil(record.save.isEnabled)
    of_patient = f"p{patient.id}"
    assert records() == [of_patient]
    others = (Editor(None, "Platz 2", "anna", of_patient), Editor(KAYA, "Platz 3", ""))
    desk.gateway.editors_changed.emit(others)
    assert record.others.label.words() == "anna bearbeitet die Daten dieses Patienten (Platz 2)"
    desk.gateway.editors_changed.emit(())
    assert record.others.isHidden()
    desk.press(Key.Key_Escape)
    desk.no_sheet()

    desk.window.gestures.do(ActionId.SETTINGS)
    settings = desk.sheet(SettingsSheet)
    settings.body.show_page(Page.ROOM)
    desk.gateway.editors_changed.emit((Editor(None, "Platz 2", "", "s.room"),))
    assert settings.editors.label.words() == "Platz 2 bearbeitet diese Seite der Einstellungen"
    settings.body.show_page(Page.DEVICE)
    assert settings.editors.isHidden(), "another page is nobody's"
    settings.body.show_page(Page.ROOM)
    assert settings.editors.isVisible()
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert records() == [of_patient, "", "s.site", "s.room", "s.device", "s.room", ""]

    desk.press(Key.Key_B, SHIFT)
    absence = desk.sheet(AbsenceSheet)
    assert records()[7:] == [f"a{WEBER}"]
    desk.gateway.editors_changed.emit((Editor(None, "Platz 2", "anna", f"a{KOC}"),))
    assert absence.editors.isHidden(), "hers is about somebody else"
    absence.who.setCurrentIndex(absence.who.findText(practice_of(desk).actors[KOC].name))
    absence.who.activated.emit(absence.who.currentIndex())
    assert absence.editors.label.words() == "anna trägt hier auch eine Abwesenheit ein (Platz 2)"
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert records()[7:] == [f"a{WEBER}", f"a{KOC}", ""]
