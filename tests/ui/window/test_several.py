"""Several entries at once: selected by mouse and keys, moved, cancelled and set; all or none, one undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from praxidesk.engine.spans import Span
from praxidesk.engine.together import TogetherRequest
from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.booking.booking_sheet import BookingSheet
from praxidesk.ui.calendar.grid.cursor import cursor_at
from praxidesk.ui.calendar.grid.time_grid import TimeGrid
from praxidesk.ui.calendar.state import MoveWanted
from praxidesk.ui.overlays.cancel_sheet import CancelSheet
from praxidesk.ui.overlays.clash_sheet import ClashSheet
from praxidesk.ui.overlays.toast import ToastKind
from tests.ui.desk import CTRL, SHIFT, Desk, Key
from tests.ui.desk_practice import KOC, WEBER, at

LORENZ, ENGEL, FUCHS = EntryId(7), EntryId(8), EntryId(9)
"""Of Dr. Weber: 10:30, 11:00, 11:20."""
FIRST, SECOND = EntryId(10), EntryId(12)
"""Of Dr. Weber in the afternoon: 14:00 and 15:00."""
KAYA, ROSSI = EntryId(21), EntryId(22)
"""Of Dr. Koç: 11:15, 14:10."""


def click(desk: Desk, entry: EntryId, keys: Qt.KeyboardModifier) -> None:
    view = grid(desk)
    layout = view._layout
    assert layout is not None
    rect = layout.by_entry[entry][0].rect
    view._show_rect(rect)
    point = view._to_viewport(rect).center()
    desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, point)


def grid(desk: Desk) -> TimeGrid:
    view = desk.window.parts.views.view
    assert isinstance(view, TimeGrid)
    return view


def chosen(desk: Desk) -> set[int]:
    return {int(each) for each in desk.window.parts.views.selected_all()}


def choose(desk: Desk, *entries: EntryId) -> None:
    desk.select(entries[0])
    for each in entries[1:]:
        click(desk, each, CTRL)
    assert chosen(desk) == set(entries)


def moved(desk: Desk, *keys: Qt.Key) -> None:
    desk.press(Key.Key_M)
    assert grid(desk).is_moving()
    for key in keys:
        desk.press(key)
    desk.press(Key.Key_Return)


def test_several_in_hand_go_to_another_day_as_one_does(desk: Desk) -> None:
    choose(desk, LORENZ, KAYA)
    before = {each: desk.entry(each).span.start for each in (LORENZ, KAYA)}
    desk.press(Key.Key_M)
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageUp):
        desk.press(key)
        desk.qtbot.waitUntil(lambda: desk.window.feed.days[0] == desk.window.shown.day)
        assert grid(desk).is_moving()
    assert set(grid(desk).held()) == {LORENZ, KAYA}
    taken = replace(desk.entry(ENGEL), id=EntryId(501), starts_at=at("10:35") + 86_400)
    there = (taken.starts_at, taken.starts_at + 600)
    parts = tuple(replace(each, starts_at=there[0], ends_at=there[1]) for each in taken.allocations)
    desk.gateway.store.entries[taken.id] = replace(taken, ends_at=there[1], allocations=parts)
    desk.press(Key.Key_Return)
    sheet = desk.sheet(ClashSheet)
    assert [what.partition(" · ")[2] for what, _ in sheet.lines] == ["Mo 23. Nov. 10:30 → Di 24. Nov. 10:30"]
    desk.press(Key.Key_Escape)
    desk.no_sheet()
    del desk.gateway.store.entries[taken.id]
    desk.press(Key.Key_PageUp)
    desk.qtbot.waitUntil(lambda: desk.window.feed.days[0] == desk.window.shown.day)
    choose(desk, LORENZ, KAYA)
    for key in (Key.Key_M, Key.Key_PageDown, Key.Key_Return):
        desk.press(key)
        desk.qtbot.waitUntil(lambda: desk.window.feed.days[0] == desk.window.shown.day)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)
    assert {each: desk.entry(each).span.start - 86_400 for each in before} == before


def test_ctrl_and_click_adds_and_takes_away(desk: Desk) -> None:
    choose(desk, LORENZ, ENGEL, KAYA)
    click(desk, ENGEL, CTRL)
    assert chosen(desk) == {LORENZ, KAYA}
    rows = {index.row() for index in grid(desk).selectionModel().selectedRows()}
    assert len(rows) >= 2
    click(desk, FUCHS, Qt.KeyboardModifier.NoModifier)
    assert chosen(desk) == {FUCHS}


def test_shift_and_click_selects_all_between(desk: Desk) -> None:
    desk.select(LORENZ)
    click(desk, FUCHS, SHIFT)
    assert chosen(desk) == {LORENZ, ENGEL, FUCHS}


def test_a_click_on_one_of_several_selects_it_alone(desk: Desk) -> None:
    choose(desk, LORENZ, ENGEL)
    click(desk, LORENZ, Qt.KeyboardModifier.NoModifier)
    assert chosen(desk) == {LORENZ}


def test_ctrl_a_selects_the_column_then_everything(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.press(Key.Key_A, CTRL)
    column = {
        int(each.id) for each in desk.gateway.store.entries.values() if each.allocations[0].actor == WEBER
    }
    assert chosen(desk) == column
    desk.press(Key.Key_A, CTRL)
    assert chosen(desk) > column
    desk.press(Key.Key_Escape)
    assert chosen(desk) == set()


def test_ctrl_and_arrows_go_from_tile_to_tile_and_with_shift_select_them(desk: Desk) -> None:
    desk.select(LORENZ)
    desk.press(Key.Key_Down, CTRL)
    assert chosen(desk) == {ENGEL}
    desk.press(Key.Key_Down, CTRL | SHIFT)
    assert chosen(desk) == {ENGEL, FUCHS}
    desk.press(Key.Key_Space, CTRL)
    assert chosen(desk) == {ENGEL}


def test_ctrl_and_a_drag_draw_a_band_around_tiles(desk: Desk) -> None:
    view = grid(desk)
    layout = view._layout
    assert layout is not None
    top, bottom = layout.by_entry[LORENZ][0].rect, layout.by_entry[FUCHS][0].rect
    view._show_rect(top.united(bottom))
    start, end = view._to_viewport(top).topLeft(), view._to_viewport(bottom).center()
    port = view.viewport()
    desk.qtbot.mousePress(port, Qt.MouseButton.LeftButton, CTRL, start + QPoint(-2, -1))
    for part in (4, 2, 1):
        _dragged(view, start + (end - start) / part)
    desk.qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, CTRL, end)
    assert {LORENZ, ENGEL, FUCHS} <= chosen(desk)
    assert desk.gateway.submitted == []


def _dragged(view: TimeGrid, point: QPoint) -> None:
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    where = QPointF(point)
    event = QMouseEvent(QEvent.Type.MouseMove, where, port.mapToGlobal(where), left, left, CTRL)
    QApplication.sendEvent(port, event)


def test_they_move_together_and_come_back_in_one_step(desk: Desk) -> None:
    before = {each: desk.entry(each).starts_at for each in (FIRST, SECOND)}
    choose(desk, FIRST, SECOND)
    # Two hours later, each onto free time.
    moved(desk, *[Key.Key_Down] * 24)
    desk.qtbot.waitUntil(lambda: desk.entry(FIRST).version == 2)
    request = desk.gateway.several[-1]
    assert isinstance(request, TogetherRequest)
    shifts = {desk.entry(each).starts_at - before[each] for each in before}
    assert len(shifts) == 1
    assert desk.toast().startswith("Verschoben: 2 Termine")
    assert desk.window.actions_[ActionId.UNDO].text() == "Rückgängig: Verschieben (2 Termine)"
    assert chosen(desk) == {FIRST, SECOND}
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(FIRST).version == 3)
    assert {each: desk.entry(each).starts_at for each in before} == before
    desk.press(Key.Key_Z, CTRL | SHIFT)
    desk.qtbot.waitUntil(lambda: desk.entry(FIRST).version == 4)
    assert desk.entry(SECOND).starts_at != before[SECOND]


def test_where_one_clashes_none_moves_and_a_sheet_says_which(desk: Desk) -> None:
    before = dict(desk.gateway.store.entries)
    choose(desk, KAYA, ROSSI)
    # Kaya onto 10:45, where somebody is; Rossi to 13:40, where there is a break.
    moved(desk, *[Key.Key_Up] * 6)
    sheet = desk.sheet(ClashSheet)
    assert "Kaya, Deniz · 11:15 → 10:45" in [what for what, _ in sheet.lines]
    assert "Dr. Koç ist" in sheet.accessibleName()
    assert "alle sind, wie sie waren" in sheet.accessibleName()
    area = sheet.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    inside = area.widget()
    assert inside is not None
    assert area.height() == inside.heightForWidth(area.viewport().width()), "nothing below it"
    desk.press(Key.Key_Return)
    desk.no_sheet()
    assert dict(desk.gateway.store.entries) == before


def test_those_that_fit_may_move_alone(desk: Desk) -> None:
    choose(desk, KAYA, FIRST)
    moved(desk, *[Key.Key_Down] * 24)  # Kaya into the break at noon, the other onto free time
    sheet = desk.sheet(ClashSheet)
    assert [what for what, _ in sheet.lines] == ["Kaya, Deniz · 11:15 → 13:15"]
    assert sheet.rest.words() == "Nur die 1, die passen"
    desk.press(Key.Key_Return, SHIFT)
    desk.no_sheet()
    desk.qtbot.waitUntil(lambda: desk.entry(FIRST).version == 2)
    assert desk.entry(FIRST).starts_at == at("16:00")
    assert desk.entry(KAYA).version == 1
    assert "unverändert: Kaya, Deniz 11:15" in desk.toast()


def test_all_are_cancelled_for_one_reason_and_come_back_together(desk: Desk) -> None:
    choose(desk, LORENZ, ENGEL, KAYA)
    desk.press(Key.Key_Delete)
    sheet = desk.sheet(CancelSheet)
    assert sheet.confirm.words() == "3 Termine absagen"
    assert sheet.subject.words() == "3 Termine"
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).status is Status.CANCELLED)
    assert {desk.entry(each).reason for each in (LORENZ, ENGEL, KAYA)} == {"Patient hat abgesagt"}
    assert desk.toast().startswith("Abgesagt: 3 Termine")
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).status is Status.BOOKED)
    assert {desk.entry(each).status for each in (LORENZ, ENGEL)} == {Status.BOOKED}


def test_undoing_is_refused_for_all_where_one_place_was_taken(desk: Desk) -> None:
    choose(desk, LORENZ, KAYA)
    desk.press(Key.Key_Delete)
    desk.sheet(CancelSheet)
    desk.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).status is Status.CANCELLED)
    newcomer = replace(desk.entry(KAYA), id=EntryId(99), version=1, status=Status.BOOKED)
    desk.gateway.store.entries[newcomer.id] = newcomer
    desk.press(Key.Key_Z, CTRL)
    desk.qtbot.waitUntil(lambda: desk.window.toast.kind() is ToastKind.ERROR)
    assert "Kaya, Deniz 11:15: " in desk.toast()
    assert desk.entry(LORENZ).status is Status.CANCELLED
    assert desk.entry(99) == newcomer


@pytest.mark.parametrize(("key", "status"), [(Key.Key_A, Status.ARRIVED), (Key.Key_D, Status.FULFILLED)])
def test_a_letter_sets_the_status_of_all(desk: Desk, key: Key, status: Status) -> None:
    choose(desk, LORENZ, KAYA)
    desk.press(key)
    desk.qtbot.waitUntil(lambda: {desk.entry(each).status for each in (LORENZ, KAYA)} == {status})
    assert len(desk.gateway.several) == 1


def test_longer_and_shorter_by_key(desk: Desk) -> None:
    end = desk.entry(KAYA).ends_at
    desk.select(KAYA)
    moved(desk, Key.Key_Plus, Key.Key_Plus, Key.Key_Minus)
    desk.qtbot.waitUntil(lambda: desk.entry(KAYA).version == 2)
    assert desk.entry(KAYA).ends_at == end + 300
    assert desk.entry(KAYA).starts_at == at("11:15")


def test_the_keys_of_a_move_are_shown_while_it_lasts(desk: Desk) -> None:
    desk.select(ROSSI)
    desk.press(Key.Key_M)
    hints = grid(desk).hints
    assert ("Esc", "aufgeben") in list(hints.hints)
    assert ("P", "parken") in list(hints.hints)
    desk.press(Key.Key_Escape)
    assert not hints.isVisible()


def test_typing_on_free_time_begins_a_booking_with_the_name(desk: Desk) -> None:
    view = grid(desk)
    layout = view._layout
    assert layout is not None
    column = next(each for each in layout.columns if each.actor == KOC)
    view._set_cursor(cursor_at(layout, column, 17 * 60), by_keys=True)
    desk.write("M")
    sheet = desk.sheet(BookingSheet)
    desk.write("arkov")
    assert sheet.patient.search.text() == "Markov"
    assert sheet.session.state.draft.minute == 17 * 60


def test_a_move_of_several_waits_for_the_last_change_of_each(desk: Desk) -> None:
    choose(desk, KAYA, FUCHS)
    desk.gateway.is_held = True
    desk.window.parts.views.view.move_wanted.emit(MoveWanted(KAYA, Span(at("11:40"), at("12:00")), KOC, KOC))
    for key in (Key.Key_M, Key.Key_Down, Key.Key_Return):
        desk.press(key)
    assert not desk.gateway.several
    desk.gateway.release()
    desk.qtbot.waitUntil(lambda: bool(desk.gateway.several))
    (request,) = desk.gateway.several
    assert isinstance(request, TogetherRequest)
    wanted = {each.entry: getattr(each, "starts_at", None) for each in request.changes}
    assert wanted == {KAYA: at("11:45"), FUCHS: at("11:25")}
