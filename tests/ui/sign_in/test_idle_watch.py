"""The window notices that nobody is there: by clocks that the test sets, never by waiting."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from praxidesk.ui.sign_in.idle_watch import JUMP_SECONDS, LOOK_MS, IdleWatch

LIMIT = 300
STEP = LOOK_MS // 1000


class Clocks:
    """One that people set, and one that stands still while the computer sleeps."""

    def __init__(self) -> None:
        self.wall = 1_800_000_000.0
        self.steady = 100.0

    def pass_(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(qtbot: QtBot, clocks: Clocks) -> IdleWatch:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    made = IdleWatch(window, lambda: LIMIT, lambda: clocks.wall, lambda: clocks.steady)
    made.start()
    return made


def alone(watch: IdleWatch, clocks: Clocks, seconds: int) -> int | None:
    """After how long it tells, if it does; it looks as its timer would."""
    told: list[bool] = []
    watch.left_alone.connect(lambda: told.append(True))
    for passed in range(STEP, seconds + 1, STEP):
        clocks.pass_(STEP)
        watch.look()
        if told:
            return passed
    return None


def press(watch: IdleWatch, kind: QEvent.Type = QEvent.Type.KeyPress) -> bool:
    """Input comes to the window of the system; whether the program hears of it."""
    handle = watch._window.windowHandle()
    assert isinstance(handle, QWindow)
    event: QEvent
    if kind is QEvent.Type.MouseMove:
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(kind, QPointF(3, 3), QPointF(3, 3), none, none, Qt.KeyboardModifier.NoModifier)
    else:
        event = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    return not watch.eventFilter(handle, event)


def test_it_tells_after_the_time_without_input_and_again_after_the_same_time(
    watch: IdleWatch, clocks: Clocks
) -> None:
    assert alone(watch, clocks, 3_600) == LIMIT
    assert alone(watch, clocks, 3_600) == LIMIT


def test_any_input_begins_the_time_anew(watch: IdleWatch, clocks: Clocks) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.MouseMove):
        assert alone(watch, clocks, LIMIT - STEP) is None
        assert press(watch, kind)
    assert alone(watch, clocks, 3_600) == LIMIT
    assert alone(watch, clocks, LIMIT - STEP) is None
    QCoreApplication.sendEvent(watch._window.windowHandle(), QEvent(QEvent.Type.UpdateRequest))
    assert alone(watch, clocks, STEP) == STEP  # painting is no input


@pytest.mark.parametrize(
    ("wall", "steady"),
    [
        (JUMP_SECONDS + 1, 0.0),  # slept, or the clock was set forward
        (-JUMP_SECONDS - 1, 0.0),  # the clock was set back
        (3_600.0, 3_600.0),  # a computer whose steady clock goes on while it sleeps
    ],
)
def test_a_computer_that_slept_and_a_clock_that_jumped_are_noticed_at_the_next_look(
    watch: IdleWatch, clocks: Clocks, wall: float, steady: float
) -> None:
    clocks.wall += wall
    clocks.steady += steady
    assert alone(watch, clocks, STEP) == STEP
    assert alone(watch, clocks, LIMIT - STEP) is None


def test_the_key_that_wakes_the_computer_is_meant_for_nobody(watch: IdleWatch, clocks: Clocks) -> None:
    clocks.wall += 3_600
    told: list[bool] = []
    watch.left_alone.connect(lambda: told.append(True))
    assert not press(watch)
    assert told == [True]
    assert press(watch)


def test_a_clock_that_is_set_right_by_a_little_is_no_reason(watch: IdleWatch, clocks: Clocks) -> None:
    clocks.wall -= JUMP_SECONDS - 1
    assert alone(watch, clocks, LIMIT - STEP) is None
    watch.stop()
    assert alone(watch, clocks, 3_600) is None
    assert press(watch)
