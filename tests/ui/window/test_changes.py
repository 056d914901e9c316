"""Moving, cancelling, status, undo: by keys and mouse, as requests with the versions known."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.requests import CancelRequest, MoveRequest, Participant, StatusRequest
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import ActorId, EntryId, Role, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.calendar.state import MoveWanted
from praxidesk.ui.overlays.cancel_sheet import CancelSheet
from praxidesk.ui.overlays.refusal_sheet import RefusalSheet
from praxidesk.ui.overlays.stale_sheet import StaleSheet
from praxidesk.ui.overlays.toast import SHOWN_MS, ToastKind
from tests.ui.desk import ALT, CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import KOC, WEBER, at

ROSSI, LORENZ, KAYA = 22, 7, 21
"""Entries of Dr. Koç at 14:10, of Dr. Weber at 10:30, of Dr. Koç at 11:15."""


def drag(desk: Desk, entry: int, by: QPoint) -> None:
    start = desk.tile(entry)
    port = desk.window.parts.views.view.viewport()
    desk.qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for part in (4, 2, 1):
        desk.qtbot.mouseMove(port, start + by / part)
    desk.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + by)


def move(desk: Desk, entry: int, start: str, minutes: int, to: ActorId = KOC) -> None:
    span = Span(at(start), at(start) + minutes * 60)
    desk.window.parts.views.move_wanted.emit(MoveWanted(EntryId(entry), span, KOC, to))


@pytest.mark.parametrize(
    ("key", "status"),
    [
        (Key.Key_A, Status.ARRIVED),
        (Key.Key_C, Status.CHECKED_IN),
        (Key.Key_D, Status.FULFILLED),
        (Key.Key_X, Status.NOSHOW),
    ],
)
def test_a_letter_sets_the_status(desk: Desk, key: Key, status: Status) -> None:
    desk.select(LORENZ)
    desk.press(key)
    desk.qtbot.waitUntil(lambda: desk.entry(LORENZ).status is status)
    assert desk.gateway.submitted == [StatusRequest(EntryId(LORENZ), 1, status)]


def test_a_status_button_does_the_same(desk: Desk) -> None:
    desk.select(LORENZ)
    button = desk.window.parts.details.entry.status.button(Status.ARRIVED)
    desk.qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.entry(LORENZ).status is Status.ARRIVED)
    assert desk.toast().startswith("Eingetroffen: Lorenz")


def test_cancelling_asks_for_the_reason(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.press(Key.Key_Delete)
    sheet = desk.sheet(CancelSheet)
    desk.press(Key.Key_2, ALT)
    assert sheet.field.text() == "Patient ist erkrankt"
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(LORENZ).status is Status.CANCELLED)
    assert desk.gateway.submitted == [CancelRequest(EntryId(LORENZ), 1, "Patient ist erkrankt")]
    assert desk.toast() == "Abgesagt: Lorenz, Thi Mai, Mo 23. Nov. 10:30"


def test_cancelling_takes_a_reason_of_one_s_own(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.press(Key.Key_Delete)
    desk.sheet(CancelSheet)
    desk.write("zieht um")
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(LORENZ).reason == "zieht um")


def test_escape_cancels_nothing(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.press(Key.Key_Delete)
    desk.sheet(CancelSheet)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert desk.gateway.submitted == []


def test_dragging_a_tile_moves_the_entry(desk: Desk) -> None:
    before = desk.entry(ROSSI)
    drag(desk, ROSSI, QPoint(0, 16 * 12))
    desk.qtbot.waitUntil(lambda: desk.entry(ROSSI).version == 2)
    moved = desk.entry(ROSSI)
    assert moved.starts_at - before.starts_at == 2 * 3600
    assert moved.ends_at - moved.starts_at == before.ends_at - before.starts_at
    assert desk.toast().startswith("Verschoben: Rossi, Chiara auf Mo 23. Nov. 16:10")


def test_keys_move_the_selected_entry(desk: Desk) -> None:
    desk.select(KAYA)
    desk.press(Key.Key_M)
    for _ in range(3):
        desk.press(Key.Key_Down)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)
    assert desk.entry(KAYA).starts_at == at("11:30")


def test_a_second_move_waits_for_the_first_and_keeps_its_keys(desk: Desk) -> None:
    desk.select(KAYA)
    desk.gateway.is_held = True
    for steps in (3, 2):
        desk.press(Key.Key_M)
        for _ in range(steps):
            desk.press(Key.Key_Down)
        desk.press(Key.Key_Return)
    desk.press(Key.Key_Control)
    assert desk.window.parts.views.selected() == KAYA
    desk.gateway.release()
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 3)
    assert desk.entry(KAYA).starts_at == at("11:40")
    assert desk.window.conversations.sheet is None


def test_a_second_move_is_given_up_where_the_first_is_refused(desk: Desk) -> None:
    before = desk.entry(LORENZ)
    desk.gateway.is_held = True
    desk.select(LORENZ)
    for _ in range(2):
        desk.press(Key.Key_M)
        for _ in range(4):
            desk.press(Key.Key_Up)
        desk.press(Key.Key_Return)
    desk.gateway.release()
    desk.sheet(RefusalSheet)
    assert desk.entry(LORENZ) == before
    assert len(desk.gateway.submitted) == 1


def test_escape_gives_up_a_move_that_waits(desk: Desk) -> None:
    desk.select(KAYA)
    desk.gateway.is_held = True
    desk.press(Key.Key_A)
    desk.press(Key.Key_M)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Escape)
    desk.gateway.release()
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)
    assert not desk.window.parts.views.view.is_moving()
    assert desk.window.parts.views.selected() == KAYA


def test_a_quick_second_status_comes_after_the_first(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.gateway.is_held = True
    desk.press(Key.Key_A)
    desk.press(Key.Key_A)
    desk.press(Key.Key_C)
    desk.gateway.release()
    desk.qtbot.waitUntil(lambda: desk.entry(LORENZ).status is Status.CHECKED_IN)
    assert [each.version for each in desk.gateway.submitted if isinstance(each, StatusRequest)] == [1, 2]
    assert desk.window.conversations.sheet is None


def test_a_quick_undo_takes_back_what_is_under_way(desk: Desk) -> None:
    desk.select(KAYA)
    desk.press(Key.Key_A)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).status is Status.ARRIVED)
    desk.toast()
    desk.gateway.is_held = True
    desk.press(Key.Key_C)
    desk.press(Key.Key_Z, CTRL)
    desk.gateway.release()
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 4)
    assert desk.entry(KAYA).status is Status.ARRIVED


def test_a_quick_undo_leaves_older_changes_alone_where_the_last_was_not_saved(desk: Desk) -> None:
    desk.select(KAYA)
    desk.press(Key.Key_A)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).status is Status.ARRIVED)
    desk.toast()
    desk.gateway.is_held = True
    desk.gateway.fault = StoreFault.LOCKED
    desk.press(Key.Key_C)
    desk.press(Key.Key_Z, CTRL)
    desk.gateway.release()
    desk.qtbot.waitUntil(lambda: desk.window.toast.kind() is ToastKind.ERROR)
    assert len(desk.gateway.submitted) == 2
    assert desk.entry(KAYA).status is Status.ARRIVED


def test_another_column_is_another_practitioner(desk: Desk) -> None:
    move(desk, KAYA, "16:00", 20, to=WEBER)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)
    request = desk.gateway.submitted[-1]
    assert isinstance(request, MoveRequest)
    assert request.participants == (Participant(WEBER, Role.PRACTITIONER),)


def test_undo_and_redo_by_key(desk: Desk) -> None:
    before = desk.entry(KAYA)
    move(desk, KAYA, "16:00", 20, to=WEBER)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)
    desk.toast()
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 3)
    assert desk.entry(KAYA) == replace(before, version=3)
    assert desk.toast().startswith("Rückgängig gemacht")
    desk.press(Key.Key_Z, CTRL | SHIFT)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 4)
    assert desk.entry(KAYA).starts_at == at("16:00")
    assert desk.window.actions_[ActionId.UNDO].isEnabled()
    assert not desk.window.actions_[ActionId.REDO].isEnabled()


def test_a_cancelled_entry_comes_back_by_the_toast(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.press(Key.Key_Delete)
    desk.sheet(CancelSheet)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(LORENZ).status is Status.CANCELLED)
    desk.toast()
    desk.window.toast.undo_wanted.emit()
    desk.qtbot.waitUntil(lambda: desk.entry(LORENZ).status is Status.BOOKED)


def test_undo_does_not_overwrite_another_desk(desk: Desk) -> None:
    move(desk, KAYA, "16:00", 20)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)
    theirs = replace(desk.entry(KAYA), version=3, note="von drüben")
    desk.gateway.store.entries[theirs.id] = theirs
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.window.toast.kind() is ToastKind.ERROR)
    assert desk.entry(KAYA) == theirs
    assert not desk.window.actions_[ActionId.UNDO].isEnabled()


def test_a_refusal_names_who_is_there_and_takes_an_alternative(desk: Desk) -> None:
    desk.select(KAYA)
    move(desk, KAYA, "10:10", 20)
    sheet = desk.sheet(RefusalSheet)
    assert "Dr. Koç ist 10:10 – 10:20 mit Haddad, Dieter belegt." in sheet.accessibleName()
    assert "Kaya, Deniz bleibt um 11:15." in sheet.accessibleName()
    # Of the three nearest places one is where the entry stands: the fourth is offered instead.
    assert len(sheet.choices.lines()) == 3
    desk.press(Key.Key_2)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)
    last = desk.gateway.submitted[-1]
    assert isinstance(last, MoveRequest)
    assert last.override_reason is None


def test_leaving_a_refusal_leaves_the_entry(desk: Desk) -> None:
    desk.select(KAYA)
    move(desk, KAYA, "10:10", 20)
    desk.sheet(RefusalSheet)
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    assert len(desk.gateway.submitted) == 1
    assert desk.entry(KAYA).version == 1


def test_overriding_a_refusal_takes_a_reason_and_no_alternative(desk: Desk) -> None:
    desk.select(KAYA)
    move(desk, KAYA, "10:10", 20)
    desk.sheet(RefusalSheet)
    desk.press(Key.Key_Return, SHIFT)
    desk.press(Key.Key_Return)
    assert len(desk.gateway.submitted) == 1
    desk.write("Notfall")
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)
    assert len(desk.gateway.submitted) == 2
    assert desk.entry(KAYA).starts_at == at("10:10")
    assert desk.entry(KAYA).override_reason == "Notfall"


def test_searching_on_from_a_refusal_offers_free_times(desk: Desk) -> None:
    desk.select(KAYA)
    move(desk, KAYA, "10:10", 20)
    desk.sheet(RefusalSheet)
    desk.press(Key.Key_F)
    sheet = desk.settled()
    assert sheet.session.state.draft.entry == desk.entry(KAYA)
    assert sheet.session.state.slots
    desk.press(Key.Key_Return)
    desk.no_sheet()
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)


def test_a_stale_move_offers_both_states(desk: Desk) -> None:
    desk.select(KAYA)
    theirs = replace(desk.entry(KAYA), version=2, starts_at=at("11:20"), ends_at=at("11:40"))
    desk.gateway.store.entries[theirs.id] = theirs
    move(desk, KAYA, "16:00", 20)
    desk.sheet(StaleSheet)
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert desk.entry(KAYA) == theirs
    desk.gateway.refresh()
    assert desk.window.selected == theirs


def test_an_error_stays_until_it_is_closed(desk: Desk) -> None:
    desk.gateway.fault = StoreFault.DISK_FULL
    desk.select(LORENZ)
    desk.press(Key.Key_A)
    text = desk.toast()
    assert text == (
        "Der Datenträger ist voll. Der Status wurde nicht gespeichert. "
        "Schaffen Sie Platz und versuchen Sie es erneut."
    )
    assert desk.window.toast.kind() is ToastKind.ERROR
    assert not desk.window.toast.is_leaving()
    assert desk.entry(LORENZ).status is Status.BOOKED


def test_a_toast_of_something_done_leaves_by_itself(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.press(Key.Key_A)
    desk.toast()
    assert SHOWN_MS == 6000
    assert desk.window.toast.is_leaving()
