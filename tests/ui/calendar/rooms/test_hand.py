"""Bars of the plan of rooms in hand: longer, several at once, brought from elsewhere, out of the strip."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from praxidesk.engine.entries import Entry
from praxidesk.engine.vocabulary import EntryId, Phase, Status
from praxidesk.ui.calendar.chosen import chosen_of
from praxidesk.ui.calendar.rooms import rooms_text
from praxidesk.ui.calendar.rooms.bars import BarPainter
from praxidesk.ui.calendar.rooms.layout import PlacedBar, RoomsLayout, TimeScale
from praxidesk.ui.calendar.rooms.view import RoomsView
from praxidesk.ui.calendar.state import CalendarState, MoveWanted
from praxidesk.ui.changes.moves import move_request
from tests.ui.calendar.busy_practice import MONDAY, OP_ROOMS, ZONE, operation, rooms_state

ONE, TWO, _, _ = OP_ROOMS
K, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
FIRST, SECOND = operation(3, ONE, 720, 2), operation(4, ONE, 900, 2)
"""12:00 to 13:55 and 15:00 to 16:55 in OP 1."""


def state(*entries: Entry) -> CalendarState:
    return replace(rooms_state(), entries=entries)


@pytest.fixture
def view(qtbot: QtBot) -> RoomsView:
    made = RoomsView()
    qtbot.addWidget(made)
    made.resize(1380, 920)
    made.set_state(state(FIRST, SECOND))
    made.show()
    made.setFocus()
    return made


def laid_out(view: RoomsView) -> RoomsLayout:
    assert view.rooms_layout is not None
    return view.rooms_layout


def middle(bar: PlacedBar) -> QPoint:
    box = bar.box
    return QPoint(box.x + box.width // 2, box.y + box.height // 2)


def moved(qtbot: QtBot, view: RoomsView, *keys: Qt.Key) -> MoveWanted:
    for key in keys:
        qtbot.keyClick(view, key)
    with qtbot.waitSignal(view.move_wanted) as wanted:
        qtbot.keyClick(view, K.Key_Return)
    asked = wanted.args[0]
    assert isinstance(asked, MoveWanted)
    return asked


def test_the_end_of_a_bar_is_pulled_and_its_surgery_is_longer(qtbot: QtBot, view: RoomsView) -> None:
    layout, port = laid_out(view), view.viewport()
    box = layout.rows[0].bars[0].box
    start = QPoint(box.right - 2, box.y + 60)
    qtbot.mouseMove(port, start)
    assert port.cursor().shape() is Qt.CursorShape.SizeHorCursor
    end = QPoint(start.x() + round(30 * layout.times.per_minute), start.y())
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(port, start + (end - start) * share)
    with qtbot.waitSignal(view.move_wanted) as wanted:
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    asked = wanted.args[0]
    assert asked == MoveWanted(FIRST.id, FIRST.span._replace(end=FIRST.ends_at + 30 * 60), ONE, ONE)
    assert FIRST.phases is not None
    request = move_request(rooms_state().practice, FIRST, asked)
    assert request.phases == {Phase.SURGERY: FIRST.phases.surgery + 30}
    view.select(FIRST.id)
    view.begin_move()
    qtbot.keyClick(view, K.Key_Left, SHIFT)
    shorter = moved(qtbot, view, K.Key_Minus)
    assert shorter.span == FIRST.span._replace(end=FIRST.ends_at - 10 * 60)
    view.begin_move()
    least = moved(qtbot, view, *[K.Key_Minus] * 30)
    assert (FIRST.ends_at - least.span.end) // 60 == FIRST.phases.surgery - 1


def test_several_bars_move_together(qtbot: QtBot, view: RoomsView) -> None:
    view.choose(chosen_of([FIRST.id, SECOND.id], FIRST.id))
    view.begin_move()
    for key in (K.Key_Left, K.Key_Down):
        qtbot.keyClick(view, key)
    with qtbot.waitSignal(view.moves_wanted) as wanted:
        qtbot.keyClick(view, K.Key_Return)
    assert wanted.args[0] == tuple(
        MoveWanted(each.id, type(each.span)(each.starts_at - 300, each.ends_at - 300), ONE, TWO)
        for each in (FIRST, SECOND)
    )
    view.begin_move()
    with qtbot.waitSignal(view.park_wanted) as parked:
        qtbot.keyClick(view, K.Key_P)
    assert set(parked.args[0]) == {FIRST.id, SECOND.id}
    waiting = operation(20, None, 480, 1, Status.PENDING)
    view.set_state(state(FIRST, waiting))
    view.choose(chosen_of([FIRST.id, waiting.id], FIRST.id))
    view.begin_move()
    assert moved(qtbot, view, K.Key_Right).entry == FIRST.id, "what waits for a room stays where it is"


def test_several_bars_go_to_another_day_together_each_into_its_room(qtbot: QtBot, view: RoomsView) -> None:
    tuesday, other = date(2026, 11, 24), operation(5, TWO, 600, 2)
    there = on_day(operation(6, TWO, 600, 2), tuesday)
    view.set_state(state(FIRST, SECOND, other))
    view.choose(chosen_of([FIRST.id, other.id], FIRST.id))
    view.begin_move()
    view.set_state(replace(state(SECOND, there), days=(tuesday,)))
    assert set(view.held()) == {FIRST.id, other.id}
    qtbot.keyClick(view, K.Key_Right)
    with qtbot.waitSignal(view.moves_wanted) as wanted:
        qtbot.keyClick(view, K.Key_Return)
    by = ZONE.at(tuesday, 5) - ZONE.at(MONDAY, 0)
    assert wanted.args[0] == tuple(
        MoveWanted(each.id, type(each.span)(each.starts_at + by, each.ends_at + by), room, room)
        for each, room in ((FIRST, ONE), (other, TWO))
    )
    # There and back again is nowhere new.
    view.set_state(state(FIRST, SECOND, other))
    view.choose(chosen_of([FIRST.id, other.id], FIRST.id))
    view.begin_move()
    view.set_state(replace(state(there), days=(tuesday,)))
    view.set_state(state(FIRST, SECOND, other))
    assert set(view.held()) == {FIRST.id, other.id}
    with qtbot.assertNotEmitted(view.moves_wanted):
        qtbot.keyClick(view, K.Key_Return)


def on_day(entry: Entry, day: date) -> Entry:
    """The same at the same time of another day."""
    by = ZONE.at(day, 0) - ZONE.at(MONDAY, 0)
    return replace(
        entry,
        starts_at=entry.starts_at + by,
        ends_at=entry.ends_at + by,
        allocations=tuple(
            replace(each, starts_at=each.starts_at + by, ends_at=each.ends_at + by)
            for each in entry.allocations
        ),
    )


def test_a_step_of_a_bar_in_hand_paints_no_other_bar_again(
    qtbot: QtBot, view: RoomsView, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[EntryId] = []
    paint = BarPainter.paint

    def noted(self: BarPainter, bar: PlacedBar, times: TimeScale) -> None:
        painted.append(bar.facts.entry.id)
        paint(self, bar, times)

    monkeypatch.setattr(BarPainter, "paint", noted)
    view.select(FIRST.id)
    view.begin_move()
    view.grab()
    assert set(painted) == {FIRST.id, SECOND.id}
    painted.clear()
    before = view.grab().toImage()
    qtbot.keyClick(view, K.Key_Down)
    moved_on = view.grab().toImage()
    assert painted == []
    assert moved_on != before
    view.set_state(replace(state(FIRST), entries=(FIRST,)))
    view.grab()
    assert painted == [FIRST.id], "another state is another picture"
    qtbot.keyClick(view, K.Key_Escape)
    view.grab()
    assert painted == [FIRST.id, FIRST.id]


def test_ctrl_a_takes_the_bars_of_the_room_and_once_more_those_of_all(view: RoomsView) -> None:
    other, waiting = operation(5, TWO, 600, 2), operation(20, None, 480, 1, Status.PENDING)
    view.set_state(state(FIRST, SECOND, other, waiting))
    view.select(FIRST.id)
    view.choose_column()
    assert set(view.selected_all()) == {FIRST.id, SECOND.id}
    view.choose_column()
    assert set(view.selected_all()) == {FIRST.id, SECOND.id, other.id}, "what waits for a room goes by itself"
    view.select(None)
    view.choose_column()
    assert set(view.selected_all()) == {FIRST.id, SECOND.id, other.id}


def test_a_band_drawn_with_ctrl_selects_the_bars_in_it(qtbot: QtBot, view: RoomsView) -> None:
    box, port = laid_out(view).rows[0].bars[0].box, view.viewport()
    start, end = QPoint(box.x - 20, box.y + 10), QPoint(laid_out(view).rows[0].bars[1].box.x + 9, box.y + 40)
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.assertNotEmitted(view.booking_wanted):
        qtbot.mousePress(port, Qt.MouseButton.LeftButton, control, start)
        for share in (0.3, 0.6, 1.0):
            at = (start + (end - start) * share).toPointF()
            event = QMouseEvent(
                QEvent.Type.MouseMove,
                at,
                port.mapToGlobal(at),
                Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton,
                control,
            )
            QApplication.sendEvent(port, event)
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, control, end)
    assert set(view.selected_all()) == {FIRST.id, SECOND.id}
    assert not view.is_moving()


def test_an_entry_of_another_day_is_placed_and_stays_in_hand_from_day_to_day(
    qtbot: QtBot, view: RoomsView
) -> None:
    thursday = date(2026, 11, 26)
    other = on_day(operation(9, TWO, 600, 2, Status.WAITLIST), thursday)
    assert view.hold(other, Status.BOOKED)
    assert moved(qtbot, view, K.Key_Right) == MoveWanted(
        other.id, type(other.span)(ZONE.at(MONDAY, 605), ZONE.at(MONDAY, 720)), TWO, TWO, Status.BOOKED
    )
    assert view.hold(other, Status.BOOKED)
    tuesday = date(2026, 11, 24)
    view.set_state(replace(state(), days=(tuesday,)))
    assert view.is_moving()
    assert moved(qtbot, view).span.start == ZONE.at(tuesday, 600)


def test_a_bar_held_over_a_day_beside_the_plan_goes_to_its_room_and_time_there(
    qtbot: QtBot, view: RoomsView
) -> None:
    port, thursday = view.viewport(), date(2026, 11, 26)

    class Beside:
        over: date | None = None

        def day_under(self, at: QPoint) -> date | None:
            return thursday if port.mapFromGlobal(at).x() < -100 else None

        def show_over(self, day: date | None) -> None:
            self.over = day

    beside = Beside()
    view.over_days.set_target(beside)
    start = middle(laid_out(view).rows[0].bars[0])
    by = ZONE.at(thursday, 0) - ZONE.at(MONDAY, 0)
    there = type(FIRST.span)(FIRST.starts_at + by, FIRST.ends_at + by)

    def dragged(to: QPoint) -> None:
        qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        for share in (0.3, 0.7, 1.0):
            qtbot.mouseMove(port, start + (to - start) * share)
        assert view.is_dragging()

    # Beside the plan, over no day: it stays.
    dragged(QPoint(-60, 300))
    with qtbot.assertNotEmitted(view.move_wanted):
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(-60, 300))
    over = QPoint(-160, 300)
    dragged(over)
    assert beside.over == thursday
    with qtbot.waitSignal(view.move_wanted) as wanted, qtbot.waitSignal(view.over_days.page_wanted) as page:
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=over)
    assert wanted.args[0] == MoveWanted(FIRST.id, there, None, None)
    assert page.args[0] == thursday
    # Held until that day is shown, and put down on it.
    dragged(over)
    view.set_state(replace(state(), days=(thursday,)))
    assert view.is_dragging()
    qtbot.mouseMove(port, over + QPoint(0, 2))
    with qtbot.waitSignal(view.move_wanted) as put:
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=over)
    assert put.args[0].span == there
    assert beside.over is None
    # Several go there together.
    view.set_state(state(FIRST, SECOND))
    view.choose(chosen_of([FIRST.id, SECOND.id], FIRST.id))
    dragged(over)
    assert beside.over == thursday
    with qtbot.waitSignal(view.moves_wanted) as together:
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=over)
    assert [each.span.start for each in together.args[0]] == [FIRST.starts_at + by, SECOND.starts_at + by]


def test_the_strip_is_reached_by_tab_and_what_waits_there_is_booked_into_a_room(
    qtbot: QtBot, view: RoomsView
) -> None:
    wished = [operation(number, None, 480, 1, Status.PENDING) for number in range(20, 27)]
    ids = [each.id for each in wished]
    view.show_roomless(tuple(wished))
    layout = laid_out(view)
    assert [entry.id for entry, _ in layout.cards] == ids[:3]
    assert layout.left_out == 4
    qtbot.keyClick(view, K.Key_Tab)
    assert view.selected() == ids[0]
    for _ in range(3):
        qtbot.keyClick(view, K.Key_Right)
    assert view.selected() == ids[3]
    assert [entry.id for entry, _ in laid_out(view).cards] == ids[1:4]
    qtbot.keyClick(view, K.Key_Return)
    assert view.is_moving()
    assert moved(qtbot, view, K.Key_Down) == MoveWanted(ids[3], wished[3].span, None, TWO, Status.BOOKED)
    qtbot.keyClick(view, K.Key_Tab, SHIFT)
    assert view.selected() == FIRST.id
    qtbot.keyClick(view, K.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert view.selected() == ids[0], "below the last room"
    qtbot.keyClick(view, K.Key_Up)
    assert view.selected() == FIRST.id
    assert rooms_text.card_line(wished[0], state()) == "140 min · WEB"
    tuesday = replace(state(), days=(date(2026, 11, 24),))
    assert rooms_text.card_line(wished[0], tuesday) == "Mon 23 · 140 min · WEB"
    booked = replace(operation(20, TWO, 480, 1), version=2)
    view.set_state(state(FIRST, SECOND, booked))
    assert [each.id for each in laid_out(view).waiting] == ids[1:]


def test_the_strip_stays_at_the_foot_where_the_rooms_do_not_fit(qtbot: QtBot, view: RoomsView) -> None:
    view.show_roomless((operation(20, None, 480, 1, Status.PENDING),))
    view.resize(1380, 380)
    bar = view.verticalScrollBar()
    assert bar.maximum() > 0
    for value in (0, bar.maximum()):
        bar.setValue(value)
        card = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
        assert view.viewport().rect().contains(card)
        assert view.indexAt(card.center()).row() == view.model().rowCount() - 1
