"""Python while a window is open."""

import gc
import sys
from weakref import ref

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from praxidesk.ui.interpreter import NEVER, TURN_SECONDS, Interpreter


class Ring:
    """Refers to itself, as closed sheets do in their ways."""

    def __init__(self) -> None:
        self.itself = self


def test_turns_are_short_and_the_old_is_looked_at_only_while_the_window_is_left(qapp: QApplication) -> None:
    before = sys.getswitchinterval(), gc.get_threshold()
    parent = QObject()
    interpreter = Interpreter(parent)
    interpreter.begin()
    try:
        assert sys.getswitchinterval() == pytest.approx(TURN_SECONDS)
        assert not gc.isenabled(), "the window is still coming about"
        interpreter.settle()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[2] == NEVER
        ring = Ring()
        gone = ref(ring)
        del ring
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
        assert gone() is not None, "it was looked at just now"
        interpreter._is_due = True
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        assert gone() is not None, "somebody uses the window"
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
        assert gone() is None
        assert not interpreter._is_due
    finally:
        interpreter.end()
    assert (sys.getswitchinterval(), gc.get_threshold()) == before
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
