"""Booking, moving and resizing by mouse, with real events."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from praxidesk.engine.vocabulary import EntryId, Status
from praxidesk.ui.calendar.grid.day_view import DayView
from praxidesk.ui.calendar.state import CalendarState, MenuWanted, MoveWanted, Place
from tests.ui.calendar.grid_hand import LEFT, RIGHT, Hand
from tests.ui.calendar.small_day import KOC, ROOM, WEBER, appointment, blockout, span, state, usual_day

BERGMANN, MUELLER, WIECZOREK, YILMAZ, OTTO = (EntryId(at) for at in range(1, 6))


@pytest.fixture
def view(qtbot: QtBot) -> DayView:
    made = DayView()
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.set_state(usual_day())
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def hand(view: DayView) -> Hand:
    return Hand(view)


def test_a_click_on_a_tile_selects_it_and_one_beside_it_deselects(view: DayView, hand: Hand) -> None:
    hand.click(hand.tile(YILMAZ).center())
    assert view.selected() == YILMAZ
    assert view.chosen_place() is None
    hand.click(hand.at(WEBER, "11:00"))
    assert view.selected() is None
    assert view.chosen_place() == Place(WEBER, span("11:00-11:10"))


def test_dragging_over_free_time_books_it_in_steps_of_five_minutes(
    view: DayView, hand: Hand, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.booking_wanted) as wanted:
        hand.drag(hand.at(WEBER, "10:05"), hand.at(WEBER, "10:35"))
    assert wanted.args == [Place(WEBER, span("10:05-10:40"), is_drawn=True)]
    assert view.chosen_place() == Place(WEBER, span("10:05-10:40"), is_drawn=True)


def test_what_is_booked_there_does_not_lie_under_the_time_drawn_out(view: DayView, hand: Hand) -> None:
    hand.drag(hand.at(WEBER, "10:05"), hand.at(WEBER, "10:35"))
    assert view._drawing is not None
    view.select(OTTO)
    assert view._drawing is None
    assert view.selected() == OTTO


def test_dragging_upwards_books_the_same_way(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.booking_wanted) as wanted:
        hand.drag(hand.at(ROOM, "10:30"), hand.at(ROOM, "10:00"))
    assert wanted.args == [Place(ROOM, span("10:00-10:30"), is_drawn=True)]


def test_less_than_the_threshold_is_a_click(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    at = hand.at(WEBER, "10:05")
    with qtbot.assertNotEmitted(view.booking_wanted):
        hand.press(at)
        hand.move(at + QPoint(1, 2))
        hand.release(at + QPoint(1, 2))


def test_escape_gives_up_a_drawing(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    end = hand.at(WEBER, "10:35")
    with qtbot.assertNotEmitted(view.booking_wanted):
        hand.press(hand.at(WEBER, "10:05"))
        hand.move(hand.at(WEBER, "10:20"), end)
        hand.key(Qt.Key.Key_Escape)
        hand.move(hand.at(WEBER, "11:00"))
        hand.release(end)
    assert view.chosen_place() is None


def test_a_double_click_opens_a_tile_or_books_the_cell(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseDClick(view.viewport(), LEFT, pos=hand.tile(OTTO).center())
    assert opened.args == [OTTO]
    with qtbot.waitSignal(view.booking_wanted) as wanted:
        QTest.mouseDClick(view.viewport(), LEFT, pos=hand.at(KOC, "12:20"))
    assert wanted.args == [Place(KOC, span("12:20-12:30"))]


def test_dragging_a_tile_down_moves_its_whole_entry(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    start = hand.tile(MUELLER).center()
    with qtbot.waitSignal(view.move_wanted) as wanted:
        hand.drag(start, start + QPoint(0, 12 * view.zoom))
    assert wanted.args == [MoveWanted(MUELLER, span("09:30-10:00"), WEBER, WEBER)]
    assert not view.is_moving()


def test_dragging_a_tile_sideways_names_both_columns(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    start = hand.tile(YILMAZ).center()
    with qtbot.waitSignal(view.move_wanted) as wanted:
        hand.drag(start, QPoint(hand.at(WEBER, "08:00").x(), start.y() + 24 * view.zoom))
    assert wanted.args == [MoveWanted(YILMAZ, span("10:30-11:00"), KOC, WEBER)]


def test_putting_it_back_where_it_was_changes_nothing(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    start = hand.tile(YILMAZ).center()
    with qtbot.assertNotEmitted(view.move_wanted):
        hand.press(start)
        hand.move(start + QPoint(0, 60), start + QPoint(0, 1))
        hand.release(start)


def test_escape_gives_up_a_move(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    start = hand.tile(YILMAZ).center()
    with qtbot.assertNotEmitted(view.move_wanted):
        hand.press(start)
        hand.move(start + QPoint(0, 40), start + QPoint(0, 80))
        assert view.is_moving()
        hand.key(Qt.Key.Key_Escape)
        assert not view.is_moving()
        hand.release(start + QPoint(0, 80))
    assert view.selected() == YILMAZ


def test_the_lower_edge_resizes(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    edge = hand.tile(WIECZOREK).bottomLeft() + QPoint(40, -2)
    hand.hover(edge + QPoint(0, -20), edge)
    assert view.viewport().cursor().shape() is Qt.CursorShape.SizeVerCursor
    with qtbot.waitSignal(view.move_wanted) as wanted:
        hand.drag(edge, edge + QPoint(0, 2 * view.zoom + 1))
    assert wanted.args == [MoveWanted(WIECZOREK, span("09:30-10:00"), WEBER, WEBER)]


def test_resizing_never_leaves_nothing(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    edge = hand.tile(WIECZOREK).bottomLeft() + QPoint(40, -2)
    with qtbot.waitSignal(view.move_wanted) as wanted:
        hand.drag(edge, edge - QPoint(0, 200))
    assert wanted.args == [MoveWanted(WIECZOREK, span("09:30-09:35"), WEBER, WEBER)]


def test_a_part_of_an_entry_cannot_be_resized(qtbot: QtBot, view: DayView, hand: Hand) -> None:
    entry = appointment(1, "09:00-10:00")
    half = replace(entry.allocations[0], ends_at=entry.starts_at + 1800, own_part=True)
    view.set_state(state(replace(entry, allocations=(half, *entry.allocations[1:]))))
    edge = hand.tile(EntryId(1)).bottomLeft() + QPoint(40, -2)
    with qtbot.waitSignal(view.move_wanted) as wanted:
        hand.drag(edge, edge + QPoint(0, 2 * view.zoom))
    assert wanted.args == [MoveWanted(EntryId(1), span("09:10-10:10"), WEBER, WEBER)]


def held(view: DayView, hand: Hand, entry: EntryId, down: int) -> object:
    """What is painted of a tile pulled down by so many minutes."""
    start = hand.tile(entry).center()
    hand.press(start)
    hand.move(start + QPoint(0, 20), start + QPoint(0, down // 5 * view.zoom))
    assert view._move is not None
    view.grab()
    return view._move.ghost


def test_where_it_is_taken_the_ghost_says_by_whom(view: DayView, hand: Hand) -> None:
    ghost = held(view, hand, YILMAZ, 15)
    assert ghost.is_refused  # type: ignore[attr-defined]
    assert [clash.name for clash in ghost.clashes] == ["Otto"]  # type: ignore[attr-defined]
    assert (ghost.old, ghost.new) == ("08:30 – 09:00", "08:45 – 09:15")  # type: ignore[attr-defined]
    assert ghost.reasons == ("Taken: Otto 09:00 – 09:15",)  # type: ignore[attr-defined]
    assert ghost.origin_text == "08:30 so far"  # type: ignore[attr-defined]


def test_where_it_is_free_the_ghost_says_nothing_against_it(view: DayView, hand: Hand) -> None:
    ghost = held(view, hand, YILMAZ, 120)
    assert not ghost.is_refused  # type: ignore[attr-defined]
    assert ghost.reasons == ()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("down", "word"),
    [
        pytest.param(75, "break", id="on the break"),
        pytest.param(300, "absent", id="while absent"),
        pytest.param(-60, "no hours", id="before hours"),
    ],
)
def test_hours_speak_against_it_too(view: DayView, hand: Hand, down: int, word: str) -> None:
    ghost = held(view, hand, YILMAZ, down)
    assert ghost.is_refused  # type: ignore[attr-defined]
    assert any(word in reason for reason in ghost.reasons)  # type: ignore[attr-defined]


def test_a_refused_place_is_asked_for_all_the_same(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    start = hand.tile(YILMAZ).center()
    with qtbot.waitSignal(view.move_wanted):
        hand.drag(start, start + QPoint(0, 3 * view.zoom))


def test_blocked_time_moves_like_everything_else(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    view.set_state(state(blockout(6, "11:00-11:30", KOC, "Besprechung")))
    start = hand.tile(EntryId(6)).center()
    with qtbot.waitSignal(view.move_wanted) as wanted:
        hand.drag(start, start + QPoint(0, 6 * view.zoom))
    assert wanted.args == [MoveWanted(EntryId(6), span("11:30-12:00"), KOC, KOC)]


def test_cancelled_entries_stay_where_they_are(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    view.set_state(replace(usual_day(), show_cancelled=True))
    view.verticalScrollBar().setValue(1300)
    start = hand.tile(EntryId(8)).center()
    with qtbot.assertNotEmitted(view.move_wanted):
        hand.drag(start, start + QPoint(0, 60))


def refreshed(**changes: object) -> CalendarState:
    """The usual day after somebody else changed Yılmaz."""
    return replace(
        usual_day(),
        entries=tuple(
            replace(each, version=2, **changes) if each.id == YILMAZ else each  # type: ignore[arg-type]
            for each in usual_day().entries
        ),
    )


@pytest.mark.parametrize(
    ("after", "goes_on"),
    [
        pytest.param(usual_day, True, id="nothing new"),
        pytest.param(lambda: refreshed(status=Status.ARRIVED), False, id="the entry is another"),
        pytest.param(state, False, id="the entry is gone"),
        pytest.param(lambda: replace(usual_day(), actors=(KOC, WEBER)), False, id="other columns"),
    ],
)
def test_a_refresh_while_something_is_held(
    view: DayView, hand: Hand, after: Callable[[], CalendarState], goes_on: bool
) -> None:
    held(view, hand, YILMAZ, 60)
    view.set_state(after())
    assert view.is_moving() is goes_on
    view.grab()


def test_a_right_click_asks_for_a_menu_on_what_is_there(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    asked: list[MenuWanted] = []
    view.menu_wanted.connect(asked.append)
    for point in (hand.tile(OTTO).center(), hand.at(WEBER, "11:00")):
        hand.click(point, RIGHT)
        there = view.viewport().mapToGlobal(point)
        QApplication.sendEvent(
            view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, there)
        )
    assert [each.entry for each in asked] == [OTTO, None]
    assert asked[1].place == Place(WEBER, span("11:00-11:10"))
    assert view.selected() is None


def test_the_menu_on_time_drawn_out_is_about_that_time(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    hand.drag(hand.at(WEBER, "10:05"), hand.at(WEBER, "10:35"))
    point = hand.at(WEBER, "10:20")
    hand.click(point, RIGHT)
    with qtbot.waitSignal(view.menu_wanted) as asked:
        QApplication.sendEvent(
            view.viewport(),
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point)),
        )
    assert asked.args[0].place == Place(WEBER, span("10:05-10:40"), is_drawn=True)


def wheel(view: DayView, turn: int, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(300, 400)
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_scrolls_and_zooms_and_goes_sideways(view: DayView) -> None:
    before = view.verticalOffset()
    wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalOffset() > before
    wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 10
    view.resize(360, 500)
    wheel(view, -60, Qt.KeyboardModifier.ShiftModifier)
    assert view.horizontalOffset() == 60
