"""A window that its test no longer holds stays whole until it is closed."""

import gc

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


class Ring(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_it_is_not_collected_half(qtbot: QtBot) -> None:
    made = Ring()
    qtbot.addWidget(made)
    made.show()
    del made
    gc.collect()
    assert all(each.me is each for each in QApplication.topLevelWidgets() if isinstance(each, Ring))
    assert any(isinstance(each, Ring) for each in QApplication.topLevelWidgets())


def test_none_is_left_of_the_test_before() -> None:
    assert not any(isinstance(each, Ring) for each in QApplication.topLevelWidgets())
