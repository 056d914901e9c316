"""A booking typed in one line, key by key."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from praxidesk.engine.outcomes import Done, StoreFault
from praxidesk.engine.requests import BookRequest, NewPatient
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId, EntryKind, Status
from praxidesk.ui.booking.booking_sheet import BookingSheet
from praxidesk.ui.booking.chip_row import ChipLook
from praxidesk.ui.calendar.state import Place
from praxidesk.ui.wording.language import Language
from tests.ui.desk import ALT, CTRL, Desk, Key
from tests.ui.desk_practice import CHECKUP, WEBER, ZONE, at
from tests.ui.window.conftest import OpenDesk

MUELLER = ActorId(1001)


@pytest.fixture
def desk(open_desk: OpenDesk) -> Iterator[Desk]:
    made = open_desk(by_line=True)
    yield made
    made.window.close()


def write(desk: Desk, text: str) -> None:
    """Key by key; those with letters that QTest cannot press as what a keyboard sends for them."""
    for letter in text:
        if letter.isascii():
            desk.write(letter)
        else:
            press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(desk.focused(), press)


def line(desk: Desk) -> BookingSheet:
    """The sheet with its line, which has the keys."""
    desk.press(Key.Key_N)
    sheet = desk.booking()
    assert isinstance(desk.focused(), QLineEdit)
    return sheet


def typed(desk: Desk, text: str) -> BookingSheet:
    sheet = line(desk)
    write(desk, text)
    desk.qtbot.waitUntil(lambda: bool(sheet.proposals.lines()))
    desk.settled()
    return sheet


def booked(desk: Desk) -> BookRequest:
    request = desk.gateway.submitted[-1]
    assert isinstance(request, BookRequest)
    return request


def test_one_line_and_enter_book(desk: Desk) -> None:
    sheet = typed(desk, "mü kontr 20 do nm weber")
    assert len(sheet.proposals.lines()) == 3
    desk.press(Key.Key_Return)
    desk.no_sheet()
    request = booked(desk)
    start = ZONE.local(request.starts_at)
    assert (request.patient, request.type, request.minutes) == (MUELLER, CHECKUP, 20)
    assert request.participants[0].actor == WEBER
    assert (start.date(), start.hour >= 12) == (date(2026, 11, 26), True)


@pytest.mark.parametrize(
    "text", ["weber nm do 20 kontr mü", "20 do mü nm kontr weber", "mü kontr 20 thu pm weber"]
)
def test_the_words_stand_in_any_order_and_either_language(desk: Desk, text: str) -> None:
    typed(desk, text)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert (booked(desk).patient, booked(desk).type, booked(desk).minutes) == (MUELLER, CHECKUP, 20)


def test_an_english_screen_reads_german_words(open_desk: OpenDesk) -> None:
    desk = open_desk(language=Language.ENGLISH, by_line=True)
    typed(desk, "mü kontr 20 do nm weber")
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert booked(desk).patient == MUELLER
    desk.window.close()


def test_enter_before_the_answer_books_nothing_that_was_not_on_the_screen(desk: Desk) -> None:
    line(desk)
    desk.gateway.is_held = True
    write(desk, "mü kontr 20 do nm weber")
    desk.press(Key.Key_Return)
    assert desk.gateway.submitted == []
    desk.gateway.release()
    desk.settled()
    assert desk.gateway.submitted == [], "the proposals have only now come"
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert len(desk.gateway.submitted) == 1


def test_without_a_patient_enter_asks_for_whom(desk: Desk) -> None:
    typed(desk, "kontr do nm weber")
    desk.press(Key.Key_Return)
    desk.settled()
    assert desk.gateway.submitted == []
    assert desk.window.conversations.sheet is not None


def test_nobody_is_called_unknown_before_they_were_looked_for(desk: Desk) -> None:
    sheet = line(desk)
    said = []
    sheet.talk.changed.connect(lambda: said.append((sheet.talk.state.text, sheet.talk.state.is_unknown)))
    write(desk, "mü kontr")
    desk.settled()
    assert len(said) >= len("mü kontr")
    assert not any(unknown for _, unknown in said)
    write(desk, " qqq")
    desk.qtbot.waitUntil(lambda: sheet.talk.state.is_unknown)
    assert sheet.submit.words() == "Neuer Patient …"


def test_who_could_not_be_looked_for_is_not_unknown_and_looked_for_when_the_store_is_back(desk: Desk) -> None:
    sheet = line(desk)
    desk.gateway.go_away()
    write(desk, "mü kontr 20 do nm weber")
    desk.qtbot.waitUntil(lambda: bool(sheet.talk.state.error))
    desk.settled()
    assert not sheet.talk.state.is_unknown
    assert sheet.line.chips.chips()[0].below == "keine Antwort"
    assert sheet.submit.words() == "Noch einmal suchen"
    desk.press(Key.Key_Return)  # in vain
    desk.qtbot.waitUntil(lambda: bool(sheet.talk.state.error))
    assert not sheet.talk.state.is_new
    desk.gateway.go_away(back=True)
    desk.qtbot.waitUntil(lambda: bool(sheet.proposals.lines()))
    desk.settled()
    assert not sheet.talk.state.error
    assert sheet.talk.state.patient is not None
    assert sheet.line.chips.chips()[0].meaning.startswith("Mü")


def test_times_that_could_not_be_looked_for_are_looked_for_when_the_store_is_back(desk: Desk) -> None:
    sheet = typed(desk, "mü kontr 20 do nm weber")
    desk.gateway.go_away()
    desk.press(Key.Key_Backspace)
    desk.qtbot.waitUntil(lambda: bool(sheet.session.state.error))
    assert not sheet.proposals.lines()
    desk.gateway.go_away(back=True)
    desk.qtbot.waitUntil(lambda: bool(sheet.proposals.lines()))
    assert not sheet.session.state.error


def test_a_new_patient_is_booked_without_leaving_the_line(desk: Desk) -> None:
    typed(desk, "zzwilling kontr do nm weber")
    desk.press(Key.Key_N, CTRL)
    desk.settled()
    desk.write("Zoe")
    desk.settled()
    desk.press(Key.Key_Return)
    desk.settled()
    if not desk.gateway.submitted:
        desk.press(Key.Key_Return)
    desk.no_sheet()
    patient = booked(desk).patient
    assert isinstance(patient, NewPatient)
    assert (patient.family.casefold(), patient.given) == ("zzwilling", "Zoe")


def test_a_birth_date_that_cannot_be_read_is_not_lost_by_booking(desk: Desk) -> None:
    sheet = typed(desk, "zzwilling kontr do nm weber")
    desk.press(Key.Key_N, CTRL)
    desk.settled()
    fields = sheet.line.fields
    for field, wrong, right in ((fields.given, "24.12.1990", "Zoe"), (fields.born, "0301234567", "1.2.90")):
        field.setFocus()
        desk.write(wrong)
        desk.settled()
        desk.press(Key.Key_Return)
        desk.settled()
        assert desk.focused() is field, "it has to be looked at"
        assert wrong in sheet.verdict.label.words()
        assert field.accessibleName() in sheet.submit.words()
        assert desk.gateway.submitted == []
        desk.write(right)
    desk.settled()
    desk.press(Key.Key_Return)
    desk.settled()
    if not desk.gateway.submitted:
        desk.press(Key.Key_Return)
    desk.no_sheet()
    patient = booked(desk).patient
    assert isinstance(patient, NewPatient)
    assert (patient.given, patient.birth_date) == ("Zoe", date(1990, 2, 1))


def test_a_whole_wish_typed_into_the_patient_field_goes_along_to_the_line(desk: Desk) -> None:
    sheet = line(desk)
    desk.press(Key.Key_F2)
    write(desk, "mü kontr 20 do nm weber")
    desk.settled()
    desk.press(Key.Key_F2)
    desk.settled()
    assert sheet.line.field.text() == "mü kontr 20 do nm weber"
    assert sheet.session.state.draft.minutes == 20


def test_a_whole_wish_in_the_patient_field_is_offered_as_a_line_before_it_becomes_a_name(desk: Desk) -> None:
    sheet = line(desk)
    desk.press(Key.Key_F2)

    def offered(text: str) -> list[str]:
        sheet.patient.results.show_lines(())
        sheet.patient.search.setFocus()
        sheet.patient.search.clear()
        write(desk, text)
        desk.qtbot.waitUntil(lambda: bool(sheet.patient.results.lines()))
        return ["new" if "Neu" in each.spoken else each.spoken for each in sheet.patient.results.lines()]

    known = offered("mü")
    assert not any("Buchungszeile" in each for each in known)
    for surname in ("zzwilling", "zzwilling anna", "sonntag"):
        assert offered(surname) == ["new"], "a name is a name"
    first, second = offered("zzwilling sonntag")
    assert (first, "Buchungszeile" in second) == ("new", True), "a name may be called as a day is"
    for typed_ in ("zzwilling kontr", "zzwilling 20 do", "kontr do nm zzwilling"):
        first, second = offered(typed_)
        assert ("Buchungszeile" in first, second) == (True, "new"), typed_
    wish = "mü kontr 20 do nm weber"
    first, second = offered(wish)
    assert "mü + kontr 20 do nm weber" in first
    desk.press(Key.Key_Return)
    desk.settled()
    assert sheet.is_by_line
    assert sheet.line.field.text() == wish
    assert not desk.window.books_by_line, "whoever prefers the fields begins with them the next time"
    desk.qtbot.waitUntil(lambda: bool(sheet.proposals.lines()))
    desk.settled()
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert (booked(desk).patient, booked(desk).type, booked(desk).minutes) == (MUELLER, CHECKUP, 20)


def test_the_mouse_finds_back_from_a_new_patient(desk: Desk) -> None:
    sheet = line(desk)
    desk.press(Key.Key_F2)
    write(desk, "zzwilling")
    desk.press(Key.Key_N, CTRL)
    assert sheet.patient.new.isVisible()
    desk.qtbot.mouseClick(sheet.patient.new.back, Qt.MouseButton.LeftButton)
    assert sheet.patient.search.isVisible()
    assert desk.focused() is sheet.patient.search
    assert sheet.session.state.draft.patient is None


def test_of_a_whole_wish_ctrl_n_takes_the_name_only(desk: Desk) -> None:
    sheet = line(desk)
    desk.press(Key.Key_F2)
    write(desk, "zzwilling kontr do nm weber")
    desk.press(Key.Key_N, CTRL)
    desk.settled()
    assert sheet.line.fields.isVisible()
    assert (sheet.line.fields.family.text(), sheet.line.fields.given.text()) == ("Zzwilling", "")
    assert sheet.session.state.draft.type == CHECKUP


def test_f2_turns_to_the_fields_and_is_remembered(desk: Desk) -> None:
    typed(desk, "mü kontr 20 do nm weber")
    desk.press(Key.Key_F2)
    sheet = desk.booking()
    assert sheet.session.state.draft.type == CHECKUP
    assert sheet.session.state.draft.minutes == 20
    desk.press(Key.Key_Escape)
    assert not desk.window.books_by_line


def test_a_store_that_does_not_answer_keeps_the_line(desk: Desk) -> None:
    typed(desk, "mü kontr 20 do nm weber")
    desk.gateway.fault = StoreFault.BUSY
    desk.press(Key.Key_Return)
    desk.settled()
    assert desk.booking().isVisible()
    assert all(entry <= EntryId(10_000) for entry in desk.gateway.store.entries)


@pytest.mark.parametrize("name", ["<b>fett</b>", '<img src="x">', "\u202eKaya", "%1 {name}", "x" * 300])
def test_hostile_words_are_only_words(desk: Desk, name: str) -> None:
    known = desk.gateway.store.patients[MUELLER]
    desk.gateway.store.patients[MUELLER] = replace(known, family=name)
    sheet = line(desk)
    # Not key by key: QTest cannot press what no keyboard has.
    sheet.line.set_text(f"{name[:100]} kontr do nm weber")
    desk.settled()
    assert sheet.isVisible()
    desk.press(Key.Key_Escape)


def test_tab_takes_the_next_patient_that_fits(desk: Desk) -> None:
    other = replace(desk.gateway.store.patients[MUELLER], id=ActorId(1900), number="P-1900", given="Zoe")
    desk.gateway.store.patients[ActorId(1900)] = other
    sheet = typed(desk, "mü kontr 20 do nm koc")
    # Who stands first of two was chosen by nobody: a guess.
    who = sheet.line.chips.chips()[0]
    assert (who.look, who.below.partition(" · ")[0]) == (ChipLook.GUESS, "1 von 2")
    assert sheet.submit.words().endswith(" buchen für Müller-Öztürk, I.")
    desk.press(Key.Key_Tab)
    desk.settled()
    assert sheet.submit.words().endswith(" buchen")
    who = sheet.line.chips.chips()[0]
    assert (who.look, who.below.partition(" · ")[0]) == (ChipLook.READ, "2 von 2")
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert booked(desk).patient == ActorId(1900)


def test_english_words_are_read_on_an_english_screen(open_desk: OpenDesk) -> None:
    desk = open_desk(language=Language.ENGLISH, by_line=True)
    typed(desk, "mü kontr 20min thursday afternoon weber")
    desk.press(Key.Key_Return)
    desk.no_sheet()
    start = ZONE.local(booked(desk).starts_at)
    assert (start.date(), start.hour >= 12) == (date(2026, 11, 26), True)
    desk.window.close()


def test_who_was_faster_leaves_other_times_and_enter_takes_one(desk: Desk) -> None:
    sheet = typed(desk, "mü kontr 20 do nm weber")
    taken = sheet.session.state.slots[0]
    store = desk.gateway.store
    outcome = store.change(
        BookRequest(
            kind=EntryKind.APPOINTMENT,
            starts_at=taken.starts_at,
            type=CHECKUP,
            participants=taken.participants,
            patient=ActorId(1002),
        ),
        desk.gateway.now(),
    )
    assert isinstance(outcome, Done)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: not sheet.session.state.saving and bool(sheet.session.state.blocking))
    assert sheet.isVisible()
    desk.qtbot.waitUntil(lambda: bool(sheet.proposals.lines()))
    desk.press(Key.Key_1, ALT)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert booked(desk).starts_at != taken.starts_at
    assert booked(desk).patient == MUELLER


def test_who_is_put_on_the_waiting_list_is_not_called_booked(desk: Desk) -> None:
    typed(desk, "mü kontr 20 do nm weber")
    desk.press(Key.Key_W, ALT)
    desk.no_sheet()
    assert booked(desk).status is Status.WAITLIST
    assert desk.toast().startswith("Auf der Warteliste: Müller-Öztürk")


def test_a_refused_wish_to_wait_that_is_overridden_still_waits(desk: Desk) -> None:
    sheet = at_five(desk)
    desk.write("kaya")
    desk.qtbot.waitUntil(sheet.patient.popup.isVisible)
    desk.press(Key.Key_Return)
    desk.settled()
    practice = desk.gateway.store.practice
    away = replace(practice.actors[WEBER], active=False)
    desk.gateway.store.practice = replace(practice, actors={**practice.actors, WEBER: away})
    desk.press(Key.Key_W, ALT)
    desk.qtbot.waitUntil(lambda: bool(sheet.session.state.blocking))
    sheet.session.override("dringend")
    desk.no_sheet()
    assert len(desk.gateway.submitted) == 2
    assert (booked(desk).status, booked(desk).override_reason) == (Status.WAITLIST, "dringend")


def at_five(desk: Desk) -> BookingSheet:
    """As drawn over free time of Dr. Weber."""
    desk.window.parts.views.booking_wanted.emit(Place(WEBER, Span(at("17:00"), at("17:20")), is_drawn=True))
    return desk.booking()


def test_a_place_that_is_pointed_at_opens_the_fields_with_its_time(desk: Desk) -> None:
    sheet = at_five(desk)
    assert sheet.session.state.draft.minutes == 20
    assert not sheet.line.isVisible()


@pytest.mark.parametrize("name", ["wagner", "gold", "seidel", "kaya"])
def test_a_name_typed_on_free_time_begins_a_booking_there_and_no_command(
    open_desk: OpenDesk, name: str
) -> None:
    desk = open_desk(by_line=True)
    view = desk.window.parts.views.view
    view.setFocus()
    for _ in range(40):
        desk.press(Key.Key_Down)
        if view.selected() is None:
            break
    assert view.selected() is None
    desk.write(name)
    field = desk.focused()
    assert isinstance(field, QLineEdit)
    assert (field.text(), desk.sheet(BookingSheet).isVisible()) == (name, True)


def test_fewer_than_three_proposals_say_that_no_more_is_free(desk: Desk) -> None:
    sheet = typed(desk, "mü kontr 20 do nm weber")
    state = sheet.session.state
    assert len(state.slots) == 3
    assert sheet.offers.title.words() == "Vorschläge"
    sheet.offers.show_state(replace(state, slots=state.slots[:1]), by_line=True)
    assert sheet.offers.title.words() == "Vorschläge: mehr ist so nicht frei"
