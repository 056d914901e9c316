"""Everything without a mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from praxidesk.engine.vocabulary import EntryId
from praxidesk.ui.calendar.grid.day_view import DayView
from praxidesk.ui.calendar.state import MoveWanted, Place
from tests.ui.calendar.grid_hand import Hand
from tests.ui.calendar.small_day import KOC, ROOM, WEBER, appointment, span, state, usual_day

BERGMANN, MUELLER, WIECZOREK, YILMAZ, OTTO = (EntryId(at) for at in range(1, 6))
UP, DOWN, SIDE_LEFT, SIDE_RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(DayView())
    made.resize(900, 900)
    return made


@pytest.fixture
def view(qtbot: QtBot, window: QWidget) -> DayView:
    found = window.findChild(DayView)
    assert found is not None
    found.set_state(usual_day())
    window.show()
    qtbot.waitActive(window)
    found.setFocus()
    return found


@pytest.fixture
def hand(view: DayView) -> Hand:
    return Hand(view)


def test_arrows_visit_tiles_and_the_free_time_between(view: DayView, hand: Hand) -> None:
    view.select(BERGMANN)
    visited: list[EntryId | Place | None] = []
    for _ in range(4):
        hand.key(DOWN)
        visited.append(view.selected() or view.chosen_place())
    assert visited == [
        Place(WEBER, span("08:20-08:30")),
        MUELLER,
        Place(WEBER, span("09:00-09:10")),
        Place(WEBER, span("09:10-09:20")),
    ]
    hand.key(UP, times=2)
    assert view.selected() == MUELLER


def test_sideways_steps_keep_the_time(view: DayView, hand: Hand) -> None:
    view.select(WIECZOREK)
    hand.key(SIDE_RIGHT)
    assert view.chosen_place() == Place(KOC, span("09:30-09:40"))
    hand.key(SIDE_RIGHT, times=5)
    assert view.chosen_place() == Place(ROOM, span("09:30-09:40"))
    hand.key(SIDE_LEFT, times=2)
    assert view.selected() == WIECZOREK


def test_the_first_key_shows_where_one_is(view: DayView, hand: Hand) -> None:
    hand.key(DOWN)
    assert view.selected() == WIECZOREK
    view.select(None)


def test_shift_extends_over_free_time_up_to_the_next_tile(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    view.set_state(state(appointment(1, "09:00-09:20"), appointment(2, "10:00-10:20")))
    view.select(EntryId(1))
    hand.key(DOWN)
    hand.key(DOWN, times=9, shift=True)
    with qtbot.waitSignal(view.booking_wanted) as wanted:
        hand.key(ENTER)
    assert wanted.args == [Place(WEBER, span("09:20-10:00"), is_drawn=True)]
    hand.key(UP, times=2, shift=True)
    assert view.chosen_place() == Place(WEBER, span("09:20-09:40"), is_drawn=True)
    hand.key(ESCAPE)
    assert view.chosen_place() == Place(WEBER, span("09:20-09:30"))


def test_home_and_end_are_the_edges_of_open_time(view: DayView, hand: Hand) -> None:
    view.select(MUELLER)
    hand.key(Qt.Key.Key_Home)
    assert view.selected() == BERGMANN
    hand.key(Qt.Key.Key_End)
    assert view.chosen_place() == Place(WEBER, span("17:50-18:00"))


def test_enter_opens_a_tile_and_books_free_time(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    view.select(OTTO)
    with qtbot.waitSignal(view.opened) as opened:
        hand.key(ENTER)
    assert opened.args == [OTTO]
    hand.key(DOWN)
    with qtbot.waitSignal(view.booking_wanted) as wanted:
        hand.key(ENTER)
    assert wanted.args == [Place(KOC, span("09:30-09:40"))]


def test_the_cursor_is_kept_in_view(view: DayView, hand: Hand) -> None:
    view.select(BERGMANN)
    hand.key(Qt.Key.Key_End)
    assert view._cursor is not None
    assert view._layout is not None
    rect = view._to_viewport(view._cursor_rect(view._layout, view._cursor))
    assert view.viewport().rect().contains(rect)


def test_move_mode_goes_by_arrows_and_ends_with_enter(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    view.select(YILMAZ)
    view.begin_move()
    assert view.is_moving()
    hand.key(DOWN, times=4)
    hand.key(SIDE_RIGHT)
    hand.key(UP)
    view.grab()
    with qtbot.waitSignal(view.move_wanted) as wanted:
        hand.key(ENTER)
    assert wanted.args == [MoveWanted(YILMAZ, span("08:45-09:15"), KOC, ROOM)]
    assert not view.is_moving()


def test_move_mode_is_given_up_with_escape(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    view.select(YILMAZ)
    view.begin_move()
    with qtbot.assertNotEmitted(view.move_wanted):
        hand.key(DOWN, times=4)
        hand.key(ESCAPE)
    assert not view.is_moving()
    assert view.selected() == YILMAZ


def test_a_move_from_an_odd_minute_comes_to_the_grid(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    view.set_state(state(appointment(1, "09:02-09:20")))
    for key, wanted_span in ((DOWN, "09:05-09:23"), (UP, "09:00-09:18")):
        view.select(EntryId(1))
        view.begin_move()
        hand.key(key)
        with qtbot.waitSignal(view.move_wanted) as wanted:
            hand.key(ENTER)
        assert wanted.args[0].span == span(wanted_span)


def test_without_a_selection_there_is_nothing_to_move(view: DayView) -> None:
    view.select(None)
    view.begin_move()
    assert not view.is_moving()


def test_going_elsewhere_gives_up_a_move(view: DayView, window: QWidget) -> None:
    view.select(YILMAZ)
    view.begin_move()
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.setFocus(Qt.FocusReason.TabFocusReason)
    assert not view.is_moving()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_N, Qt.Key.Key_M, Qt.Key.Key_1]
)
def test_keys_of_the_window_are_left_to_it(view: DayView, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "n")
    event.accept()
    view.keyPressEvent(event)
    assert not event.isAccepted()


def test_escape_deselects_and_then_is_the_windows(
    view: DayView, hand: Hand, window: QWidget, qtbot: QtBot
) -> None:
    view.select(YILMAZ)
    hand.key(ESCAPE)
    assert view.selected() is None
    event = QKeyEvent(QEvent.Type.KeyPress, ESCAPE, Qt.KeyboardModifier.NoModifier)
    event.accept()
    view.keyPressEvent(event)
    assert not event.isAccepted()


def test_while_something_is_held_its_keys_are_no_shortcuts(
    view: DayView, hand: Hand, window: QWidget, qtbot: QtBot
) -> None:
    escape = QShortcut(QKeySequence(ESCAPE), window)
    view.select(YILMAZ)
    view.begin_move()
    with qtbot.assertNotEmitted(escape.activated):
        hand.key(ESCAPE)
    assert not view.is_moving()
    with qtbot.waitSignal(escape.activated):
        hand.key(ESCAPE)


def test_the_menu_key_asks_for_the_cursors_own_menu(view: DayView, hand: Hand, qtbot: QtBot) -> None:
    def menu() -> object:
        with qtbot.waitSignal(view.menu_wanted) as asked:
            event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
            QApplication.sendEvent(view.viewport(), event)
        return asked.args[0]

    view.select(OTTO)
    assert menu().entry == OTTO  # type: ignore[attr-defined]
    hand.key(DOWN)
    asked = menu()
    assert asked.entry is None  # type: ignore[attr-defined]
    assert asked.place == Place(KOC, span("09:30-09:40"))  # type: ignore[attr-defined]


def test_the_ring_shows_after_keys_and_not_after_the_mouse(view: DayView, hand: Hand) -> None:
    focus = view._theme.focus

    def ringed() -> bool:
        image = view.viewport().grab().toImage()
        rect = hand.tile(OTTO)
        return image.pixelColor(rect.center().x(), rect.top() - 1) == focus

    hand.click(hand.tile(OTTO).center())
    assert not ringed()
    hand.key(UP)
    hand.key(DOWN)
    assert ringed()
