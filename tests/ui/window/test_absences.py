"""Shift+B: somebody is away, and whom that strands is known before it is entered."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication

from praxidesk.engine.availability import Absence
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import DraftStale
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.overlays.toast import ToastKind
from praxidesk.ui.practice_settings.absence_sheet import AbsenceSheet
from praxidesk.ui.rules.conflict_list import ConflictList
from praxidesk.worker.questions.practice_settings import SavePractice
from tests.ui.desk import ALT, CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import KOC, LINDQVIST, MONDAY, WEBER
from tests.ui.fake_gateway import FakeGateway
from tests.ui.window.conftest import OpenDesk

FRIDAY = date(2027, 12, 3)
ROSSI = EntryId(22)


def opened(desk: Desk) -> AbsenceSheet:
    desk.press(Key.Key_B, SHIFT)
    sheet = desk.sheet(AbsenceSheet)
    # Nobody was pointed at: a day written into the wrong person would be worse than one key more.
    assert sheet.who.hasFocus()
    sheet.first.setFocus()
    known(desk, sheet)
    return sheet


def known(desk: Desk, sheet: AbsenceSheet) -> None:
    desk.qtbot.waitUntil(lambda: not sheet.questions.is_previewing)


def practice(desk: Desk) -> Practice:
    assert desk.gateway.practice is not None
    return desk.gateway.practice


def test_dr_weber_is_ill_from_monday_to_friday_by_keys_alone(desk: Desk) -> None:
    sheet = opened(desk)
    assert sheet.who.currentText() == "Dr. med. Lena Weber"
    assert sheet.first.day() == MONDAY
    sheet.who.setFocus()
    for letters, name in (
        ("koç", "Dr. Emre Koç"),
        ("jo", "Dr. Jonas Brandt"),
        ("lena w", "Dr. med. Lena Weber"),
    ):
        sheet.who._forget()
        desk.write(letters)
        assert sheet.who.currentText() == name
    desk.press(Key.Key_Tab)
    desk.write("23.11.")
    desk.press(Key.Key_Tab)
    desk.write("27.11.")
    desk.press(Key.Key_Tab)
    known(desk, sheet)
    assert sheet.affected.isVisible()
    assert "Termine sind betroffen" in sheet.affected.count.words()
    lines = [each.spoken for each in sheet.affected.choices.lines()]
    assert lines
    assert all("Dr. Weber ist" in each and "abwesend" in each for each in lines)
    assert sheet.confirm.words() == "Trotzdem eintragen"
    count = len(lines)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    away = practice(desk).actors[WEBER].availability.absences
    assert away == (Absence(datetime(2026, 11, 23), datetime(2026, 11, 28), "Krank"),)
    assert f"{count} Termine zu verlegen" in desk.toast()
    desk.window.toast.hide()


def test_a_day_that_cannot_be_read_is_named_and_keeps_the_absence_from_being_entered(desk: Desk) -> None:
    sheet = opened(desk)
    desk.write("weber")
    desk.press(Key.Key_Tab)
    assert sheet.error.isVisible()
    assert "weber" in sheet.error.words()
    assert not sheet.affected.isVisible(), "those of another day"
    desk.press(Key.Key_Return)
    assert desk.focused() is sheet.first
    assert practice(desk).actors[WEBER].availability.absences == ()
    desk.write("23.11.")
    desk.press(Key.Key_Tab)
    known(desk, sheet)
    assert not sheet.error.isVisible()
    assert sheet.affected.isVisible()


def stored_elsewhere(desk: Desk, absences: tuple[Absence, ...], name: str = "") -> None:
    """Another desk has changed Dr. Weber; this one has not heard of it yet."""
    store = desk.gateway.store
    weber = store.practice.actors[WEBER]
    hours = replace(weber.availability, absences=absences)
    changed = replace(weber, name=name or weber.name, availability=hours)
    store.practice = replace(store.practice, actors={**store.practice.actors, WEBER: changed})


def away(desk: Desk) -> tuple[Absence, ...]:
    return desk.gateway.store.practice.actors[WEBER].availability.absences


def test_an_absence_is_taken_back_and_entered_again_over_what_others_did_meanwhile(desk: Desk) -> None:
    desk.select(7)
    desk.press(Key.Key_A)
    desk.qtbot.waitUntil(lambda: desk.entry(7).status is Status.ARRIVED)
    opened(desk)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    (ours,) = away(desk)
    undo = desk.window.actions_[ActionId.UNDO]
    assert undo.text() == "Rückgängig: Abwesenheit von Dr. Weber, Mo 23. Nov."
    # Others enter another one and change the name: only ours goes, and comes.
    theirs = Absence(datetime(2027, 1, 4), datetime(2027, 1, 5), "Urlaub")
    stored_elsewhere(desk, (ours, theirs), "Dr. med. Lena Weber-Koç")
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: away(desk) == (theirs,))
    assert desk.toast() == "Zurückgenommen: Abwesenheit von Dr. Weber-Koç, Mo 23. Nov."
    desk.press(Key.Key_Y, CTRL)
    desk.qtbot.waitUntil(lambda: away(desk) == (ours, theirs))
    assert desk.toast().startswith("Wieder eingetragen: Abwesenheit von Dr. Weber-Koç, Mo 23. Nov.")
    assert desk.toast().endswith("Betroffene (K)")
    # Others make it longer: it stays as they left it, and what came before can still be taken back.
    longer = replace(ours, ends=datetime(2026, 11, 26))
    stored_elsewhere(desk, (longer, theirs))
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.window.toast.kind() is ToastKind.ERROR)
    assert "Ein anderer Platz hat sie seither geändert" in desk.toast()
    assert away(desk) == (longer, theirs)
    assert desk.entry(7).status is Status.ARRIVED
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(7).status is Status.BOOKED)
    assert away(desk) == (longer, theirs)


def test_an_absence_that_comes_back_stale_again_and_again_is_given_up(desk: Desk) -> None:
    opened(desk)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    asked: list[SavePractice] = []

    def stale(question: SavePractice) -> DraftStale:
        asked.append(question)
        return DraftStale(())

    desk.gateway.answers[SavePractice] = stale
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.window.toast.kind() is ToastKind.ERROR)
    assert len(asked) == 5
    assert not list(desk.window.reception._under_way), "and nothing waits for it any more"


def test_enter_at_once_waits_until_it_is_known_who_is_affected(desk: Desk) -> None:
    opened(desk)
    desk.gateway.is_held = True
    desk.write("24.11.")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return)
    assert practice(desk).actors[WEBER].availability.absences == ()
    desk.gateway.release()
    desk.no_sheet()
    (away,) = practice(desk).actors[WEBER].availability.absences
    assert away.starts == datetime(2026, 11, 24)


def test_where_nobody_is_affected_one_enter_is_enough(desk: Desk) -> None:
    opened(desk)
    desk.gateway.is_held = True
    desk.write("03.12.2027")
    desk.press(Key.Key_Return)
    desk.gateway.release()
    desk.no_sheet()
    assert practice(desk).actors[WEBER].availability.absences[0].starts.date() == FRIDAY


def test_the_column_of_the_cursor_says_who(desk: Desk) -> None:
    desk.press(Key.Key_Right)
    place = desk.window.parts.views.chosen_place()
    sheet = opened(desk)
    if place is not None and place.actor is not None:
        assert sheet.who.currentText() == practice(desk).actors[place.actor].name
    desk.press(Key.Key_Escape)
    desk.no_sheet()


def test_hours_of_a_day_instead_of_whole_days(desk: Desk) -> None:
    sheet = opened(desk)
    sheet.who.setCurrentText("Dr. Emre Koç")
    sheet.whole.click()
    assert sheet.begins.isVisible()
    sheet.begins.setFocus()
    desk.write("1530")
    desk.press(Key.Key_Tab)
    sheet.ends.setFocus()
    desk.write("24")
    desk.press(Key.Key_Tab)
    sheet.reason.setFocus()
    sheet.reason.setEditText("Kongress <b>")
    known(desk, sheet)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    (away,) = practice(desk).actors[KOC].availability.absences
    assert (away.starts, away.ends) == (datetime(2026, 11, 23, 15, 30), datetime(2026, 11, 24))
    assert away.reason == "Kongress <b>"


def test_an_end_before_its_beginning_is_refused_in_words(desk: Desk) -> None:
    sheet = opened(desk)
    sheet.whole.click()
    sheet.ends.setFocus()
    desk.write("7")
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(sheet.error.isVisible)
    assert sheet.error.words() == "Das Ende muss nach dem Anfang liegen."
    assert practice(desk).actors[WEBER].availability.absences == ()


def test_what_was_entered_elsewhere_meanwhile_stays(desk: Desk) -> None:
    sheet = opened(desk)
    store = desk.gateway.store
    weber = store.practice.actors[WEBER]
    theirs = Absence(datetime(2027, 1, 4), datetime(2027, 1, 5), "Urlaub")
    changed = replace(weber, availability=replace(weber.availability, absences=(theirs,)))
    store.practice = replace(store.practice, actors={**store.practice.actors, WEBER: changed})
    desk.gateway._practice = store.practice
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: not sheet.questions.is_saving)
    known(desk, sheet)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert theirs in practice(desk).actors[WEBER].availability.absences
    assert len(practice(desk).actors[WEBER].availability.absences) == 2


def test_an_absence_that_is_there_already_keeps_the_others(desk: Desk) -> None:
    sheet = opened(desk)
    sheet.who.setCurrentText("Dr. Lindqvist")
    sheet.who.activated.emit(sheet.who.currentIndex())
    known(desk, sheet)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert len(practice(desk).actors[LINDQVIST].availability.absences) == 2


def test_a_store_that_does_not_answer_is_named_and_nothing_is_lost(desk: Desk) -> None:
    sheet = opened(desk)
    desk.gateway.fault = StoreFault.BUSY
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(sheet.error.isVisible)
    assert "Nichts wurde gespeichert." in sheet.error.words()
    desk.gateway.fault = None
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert practice(desk).actors[WEBER].availability.absences != ()


def test_escape_enters_nothing(desk: Desk) -> None:
    opened(desk)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert practice(desk).actors[WEBER].availability.absences == ()


@pytest.mark.parametrize("name", ["<img src=x>", "אבג Weber", "W" * 300])
def test_hostile_names_are_only_names(open_desk: OpenDesk, name: str) -> None:
    gateway = FakeGateway()
    store = gateway.store
    actors = {**store.practice.actors, WEBER: replace(store.practice.actors[WEBER], name=name)}
    store.practice = replace(store.practice, actors=actors)
    desk = open_desk(gateway)
    sheet = opened(desk)
    assert sheet.who.currentText() == name
    assert sheet.card.width() <= desk.window.width()
    assert QApplication.focusWidget() is sheet.first


def test_it_is_among_the_commands_with_its_key(desk: Desk) -> None:
    assert desk.window.actions_.key(ActionId.ABSENCE) == "Umschalt+B"
    desk.window.gestures.do(ActionId.ABSENCE)
    desk.sheet(AbsenceSheet)


def test_whom_it_strands_is_in_hand_at_once_and_goes_to_another_day_in_one_step(desk: Desk) -> None:
    del desk.gateway.store.entries[ROSSI]  # shares a room with one of Dr. Weber's
    sheet = opened(desk)
    assert sheet.move_all.isVisible()
    desk.press(Key.Key_M, ALT)
    desk.no_sheet()
    view = desk.window.parts.views.view
    desk.qtbot.waitUntil(view.is_moving)
    held = set(view.held())
    assert len(held) > 3
    assert all(any(part.actor == WEBER for part in desk.entry(each).allocations) for each in held)
    before = {each: desk.entry(each).starts_at for each in held}
    desk.press(Key.Key_PageDown)
    desk.qtbot.waitUntil(lambda: desk.window.feed.days[0] == desk.window.shown.day)
    assert set(view.held()) == held
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: all(desk.entry(each).version == 2 for each in held))
    assert {each: desk.entry(each).starts_at - 86_400 for each in held} == before
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: {each: desk.entry(each).starts_at for each in held} == before)
    assert away(desk), "that is the step before"
    # The list of what breaks a rule offers the same, and parks all of them; of somebody else, too.
    store = desk.gateway.store
    koc = store.practice.actors[KOC]
    absent = (Absence(datetime(2026, 11, 23), datetime(2026, 11, 24), "Urlaub"),)
    koc = replace(koc, availability=replace(koc.availability, absences=absent))
    store.practice = replace(store.practice, actors={**store.practice.actors, KOC: koc})
    desk.press(Key.Key_K)
    conflicts = desk.sheet(ConflictList)
    desk.qtbot.waitUntil(lambda: bool(conflicts.choices.lines()))
    listed = len(conflicts.choices.lines())
    # Only those that the same absence strands, not those of the other one.
    alike = [at for at, each in enumerate(conflicts.choices.lines()) if "Dr. Weber ist" in each.spoken]
    assert len(held) <= len(alike) < listed
    conflicts.choices.step(alike[0] - conflicts.choices.current())
    assert conflicts.move_all.words() == f"{len(alike)} Termine vom Mo 23. Nov. verlegen"
    desk.press(Key.Key_M)
    desk.no_sheet()
    desk.qtbot.waitUntil(view.is_moving)
    assert held <= set(view.held())
    assert len(view.held()) == len(alike)
    desk.press(Key.Key_Escape)
    assert not view.is_moving()
    desk.press(Key.Key_K)
    conflicts = desk.sheet(ConflictList)
    desk.qtbot.waitUntil(lambda: bool(conflicts.choices.lines()))
    assert conflicts.park_all.words() == f"Alle {listed} parken"
    desk.press(Key.Key_P)
    desk.no_sheet()
    parked = {each.id for each in desk.window.placing.holding.parked}
    assert held < parked
    assert len(parked) == listed
    assert {each: desk.entry(each).starts_at for each in held} == before
