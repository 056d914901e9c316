"""From "phone rings" to "booked" without a mouse."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from praxidesk.engine.availability import Absence, Availability
from praxidesk.engine.requests import BookRequest, MoveRequest, NewPatient
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryKind, Role, Status
from praxidesk.ui.booking.draft import Draft, first_draft
from praxidesk.ui.booking.patient_field import Page
from praxidesk.ui.booking.verdict import VerdictKind
from praxidesk.ui.calendar.state import Place
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.other_desks.stale_states import EntryField
from praxidesk.ui.overlays.stale_sheet import StaleSheet
from tests.ui import desk_practice
from tests.ui.desk import ALT, CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import CHECKUP, FIRST_VISIT, KOC, ROOM1, WEBER, at


def booked(desk: Desk) -> BookRequest:
    request = desk.gateway.submitted[-1]
    assert isinstance(request, BookRequest)
    return request


def test_name_enter_enter_books_the_first_proposal(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    assert QApplication.focusWidget() is sheet.patient.search
    desk.write("kaya")
    desk.qtbot.waitUntil(sheet.patient.popup.isVisible)
    desk.press(Key.Key_Return)
    assert QApplication.focusWidget() is sheet.form.service
    desk.settled()
    assert sheet.proposals.current() == 0
    desk.press(Key.Key_Return)
    desk.no_sheet()
    request = booked(desk)
    assert request.patient == ActorId(1002)
    assert request.type == CHECKUP
    assert desk.toast().startswith("Gebucht: Kaya, Deniz, Mo 23. Nov.")
    assert desk.window.parts.details.entry.title.words() == "Kaya, Deniz"


def test_another_type_is_chosen_by_its_first_letters(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write("P-1002")
    desk.qtbot.waitUntil(sheet.patient.popup.isVisible)
    desk.press(Key.Key_Return)
    desk.write("erst")
    desk.settled()
    assert sheet.session.state.draft.type == FIRST_VISIT
    desk.press(Key.Key_2, ALT)
    assert sheet.proposals.current() == 1
    second = sheet.session.state.slots[1]
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert (booked(desk).starts_at, booked(desk).participants) == (second.starts_at, second.participants)
    assert {each.role for each in booked(desk).participants} == {Role.PRACTITIONER, Role.ROOM}


def test_arrows_go_through_the_people_found(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write("de")
    desk.qtbot.waitUntil(sheet.patient.popup.isVisible)
    offered = [line.cells[0].text for line in sheet.patient.results.lines()]
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    draft = sheet.session.state.draft
    assert draft.patient is not None
    assert offered[1].startswith(draft.patient.family)


def test_an_unknown_patient_is_entered_in_passing(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write("zander emil 3.4.80")
    desk.qtbot.waitUntil(sheet.patient.popup.isVisible)
    desk.press(Key.Key_Return)
    assert sheet.patient.page() is Page.NEW
    desk.settled()
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert booked(desk).patient == NewPatient("Zander", "Emil", date(1980, 4, 3))
    patient = desk.entry(max(desk.gateway.store.entries)).patient
    assert patient is not None
    assert patient.family == "Zander"


def test_an_impossible_birth_date_is_marked(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write("meier")
    desk.press(Key.Key_N, CTRL)
    desk.press(Key.Key_Tab)
    desk.write("29.2.2023")
    desk.press(Key.Key_Tab)
    assert sheet.patient.new.born.property("refused") is True
    assert sheet.session.state.draft.patient == NewPatient("Meier", "", None)


def test_a_typed_time_that_is_taken_is_explained_and_gives_alternatives(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.write("kaya")
    desk.qtbot.waitUntil(sheet.patient.popup.isVisible)
    desk.press(Key.Key_Return)
    sheet.form.seats.choices[0].setFocus()
    desk.write("Dr. med. Lena")
    sheet.form.time.setFocus()
    desk.write("1035")
    desk.press(Key.Key_Tab)
    desk.settled()
    assert sheet.verdict.kind() is VerdictKind.TAKEN
    assert sheet.verdict.label.words() == "Dr. Weber ist 10:35 – 10:55 mit Lorenz, Thi Mai belegt."
    assert len(sheet.proposals.lines()) == 3
    sheet.form.time.setFocus()
    desk.press(Key.Key_Return)
    assert sheet.proposals.current() == 0
    assert desk.gateway.submitted == []
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert booked(desk).starts_at == at("11:40")


def test_a_time_or_day_that_cannot_be_read_stays_and_nothing_else_is_booked(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    sheet.session.edit(at_weber(16 * 60))
    desk.settled()
    assert sheet.verdict.kind() is VerdictKind.FREE
    for field, typed in ((sheet.form.time, "1o30"), (sheet.form.day, "31.2.2027")):
        field.setFocus()
        desk.write(typed)
        for key in (Key.Key_Return, Key.Key_Return, Key.Key_Tab):
            desk.press(key)
        assert field.text() == typed
        assert field.is_refused
        assert typed in field.accessibleDescription()
        desk.settled()
        assert sheet.verdict.kind() is VerdictKind.WARNING
        name = field.accessibleName()
        assert sheet.verdict.label.words().startswith(f"{name}: „{typed}“ ist nicht lesbar.")
        assert sheet.submit.accessibleName() == f"Berichtigen: {name}"
        sheet.submit.click()
        assert desk.focused() is field
        assert desk.gateway.submitted == []
        desk.press(Key.Key_A, CTRL)
        desk.write("15 Uhr" if field is sheet.form.time else "24.11.")
        desk.press(Key.Key_Tab)
        assert not field.is_refused
        assert sheet.verdict.kind() is not VerdictKind.WARNING
    desk.settled()
    assert sheet.verdict.kind() is VerdictKind.FREE
    sheet.submit.click()
    desk.no_sheet()
    assert booked(desk).starts_at == at("15:00") + 24 * 3600


def test_overriding_needs_a_reason(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    sheet.session.edit(at_weber(10 * 60 + 35))
    desk.settled()
    sheet.form.time.setFocus()
    desk.press(Key.Key_Return, SHIFT)
    assert QApplication.focusWidget() is sheet.ways.reason
    desk.press(Key.Key_Return)
    assert desk.gateway.submitted == []
    desk.write("Notfall")
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert booked(desk).override_reason == "Notfall"
    assert desk.entry(max(desk.gateway.store.entries)).override_reason == "Notfall"


def test_old_answers_are_dropped(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.settled()
    desk.gateway.is_held = True
    for minute in (10 * 60 + 35, 16 * 60):
        asked = len(desk.gateway.checked)
        sheet.session.edit(at_weber(minute))
        desk.qtbot.waitUntil(partial(_was_asked_more, desk, asked))
    desk.gateway.release()
    state = sheet.session.state
    assert state.is_free
    assert state.blocking == ()


def test_nothing_is_booked_for_nobody(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.settled()
    assert sheet.session.state.slots
    desk.press(Key.Key_Return)
    assert QApplication.focusWidget() is sheet.patient.search
    assert desk.gateway.submitted == []
    assert not sheet.submit.isEnabled()


def test_where_two_weeks_are_full_the_search_goes_on(desk: Desk) -> None:
    away = Availability(absences=(Absence(datetime(2026, 11, 1), datetime(2026, 12, 20), "Umbau"),))
    practice = desk.gateway.store.practice
    hours = practice.site.availability
    site = replace(practice.site, availability=replace(hours, absences=away.absences))
    desk.gateway.store.practice = replace(practice, site=site)
    desk.press(Key.Key_N)
    sheet = desk.settled()
    assert [request.limit for request in desk.gateway.searched if not request.explain] == [0, 3]
    assert desk_practice.ZONE.day_of(sheet.session.state.slots[0].starts_at) == date(2026, 12, 21)


def test_escape_leaves_everything_as_it_was(desk: Desk) -> None:
    desk.press(Key.Key_N)
    desk.booking()
    desk.write("kaya")
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert desk.gateway.submitted == []
    assert QApplication.focusWidget() is desk.view


def test_time_is_blocked_by_keyboard(desk: Desk) -> None:
    desk.press(Key.Key_B)
    sheet = desk.booking()
    assert QApplication.focusWidget() is sheet.form.reason
    desk.write("Teambesprechung")

    def asked() -> list[str]:
        return [each.words() for each in sheet.form.seats.findChildren(ToneLabel) if each.isVisible()]

    # Nobody is there yet whom somebody else could be added to.
    desk.qtbot.waitUntil(lambda: asked() == ["Wer"])
    sheet.form.seats.person_added.emit(KOC)
    desk.qtbot.waitUntil(sheet.form.seats.choices[0].isVisible)
    desk.qtbot.waitUntil(lambda: asked()[-1] == "Außerdem")
    sheet.form.time.setFocus()
    desk.write("16")
    desk.press(Key.Key_Tab)
    desk.settled()
    desk.press(Key.Key_Return)
    desk.no_sheet()
    request = booked(desk)
    assert request.kind is EntryKind.BLOCKOUT
    assert (request.reason, request.starts_at, request.minutes) == ("Teambesprechung", at("16:00"), 30)
    assert [each.actor for each in request.participants] == [KOC]


def test_an_edit_sends_only_what_was_changed(desk: Desk) -> None:
    desk.select(7)
    desk.press(Key.Key_E)
    sheet = desk.settled()
    sheet.form.note.setFocus()
    desk.write("Bericht mitbringen")
    sheet.form.time.setFocus()
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.gateway.submitted == [MoveRequest(desk.entry(7).id, 1, note="Bericht mitbringen")]
    assert desk.entry(7).note == "Bericht mitbringen"


def test_an_edit_that_edits_nothing_saves_nothing(desk: Desk) -> None:
    desk.select(7)
    desk.press(Key.Key_E)
    desk.settled()
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.gateway.submitted == []


def test_an_entry_changed_elsewhere_meanwhile_gives_the_choice(desk: Desk) -> None:
    desk.select(7)
    desk.press(Key.Key_E)
    sheet = desk.settled()
    theirs = replace(desk.entry(7), version=2, status=Status.ARRIVED, note="von drüben")
    desk.gateway.store.entries[theirs.id] = theirs
    sheet.form.note.setFocus()
    desk.write("von hier")
    sheet.form.time.setFocus()
    desk.press(Key.Key_Return)
    stale = desk.sheet(StaleSheet)
    assert not stale.take.isEnabled()
    stale.grid.cells(EntryField.NOTE)[1].button.setChecked(True)
    stale.take.setFocus()
    desk.press(Key.Key_Return)
    desk.no_sheet()
    desk.qtbot.waitUntil(lambda: desk.entry(7).version == 3)
    assert desk.entry(7).note == "von hier"
    assert desk.entry(7).status is Status.ARRIVED


@pytest.mark.parametrize(("actor", "need"), [(WEBER, 0), (ROOM1, 1)])
def test_a_dialog_opened_on_a_column_prefers_whose_it_is(desk: Desk, actor: ActorId, need: int) -> None:
    desk.window.parts.views.booking_wanted.emit(Place(actor, Span(at("16:00"), at("16:15"))))
    draft = desk.settled().session.state.draft
    assert draft.minute == 16 * 60
    assert draft.seats[need].actor == actor
    assert draft.minutes is None


def at_weber(minute: int) -> Draft:
    """Kaya at Dr. Weber's, at this minute."""
    practice = desk_practice.practice()
    draft = first_draft(practice, EntryKind.APPOINTMENT, desk_practice.MONDAY, minute, wished=(WEBER,))
    return replace(draft, patient=desk_practice.patients()[ActorId(1002)])


def _was_asked_more(desk: Desk, before: int) -> bool:
    return len(desk.gateway.checked) > before


def test_leaving_while_it_is_saved_does_not_lose_the_answer(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    sheet.session.edit(at_weber(16 * 60))
    desk.settled()
    sheet.form.time.setFocus()
    desk.gateway.is_held = True
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    desk.gateway.release()
    assert desk.toast().startswith("Gebucht: Kaya, Deniz")
    assert desk.window.reception.steps.next_undo() is not None


def test_after_a_click_on_a_kind_its_first_field_is_written_in_and_arrows_walk_on(desk: Desk) -> None:
    desk.press(Key.Key_N)
    sheet = desk.booking()
    desk.qtbot.mouseClick(sheet.kinds.button(2), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is sheet.form.reason
    desk.write("Teambesprechung")
    assert sheet.session.state.draft.reason == "Teambesprechung"
    desk.qtbot.mouseClick(sheet.kinds.button(0), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is sheet.patient.search
    sheet.kinds.button(0).setFocus()
    desk.press(Key.Key_Right)
    assert sheet.session.state.draft.kind is EntryKind.OPERATION
    assert sheet.kinds.has_focus()
