"""No text is cut off: at 100 to 200 %, in both languages, on small and large windows, on every screen."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from praxidesk.ui.actions.action_list import ActionId as A
from praxidesk.ui.controls.tone_label import ToneLabel
from praxidesk.ui.window.main_window import SMALLEST
from praxidesk.ui.wording.language import Language
from tests.leftovers import ROOT
from tests.ui.desk import Desk
from tests.ui.screens.every_screen import SCREENS, settle, shown
from tests.ui.screens.example_day import screens_gateway
from tests.ui.screens.screen import Screen
from tests.ui.window.conftest import OpenDesk


def cut_off(top: QWidget) -> list[str]:
    """What does not fit where it stands, by class and words."""
    found = []
    for each in top.findChildren(QWidget):
        if each.isVisible() and _words(each) and not (_fits(each) and _lies_inside(each, top)):
            why = "is cut off" if not _fits(each) else "stands outside"
            found.append(f"{type(each).__name__} {_words(each)!r} {each.width()}x{each.height()} {why}")
    return found


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return widget.text()
    if isinstance(widget, QToolButton):
        return widget.text() if widget.icon().isNull() else ""
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        return widget.text() or widget.accessibleName()
    return ""


def _fits(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton):
        return widget.sizeHint().width() <= widget.width() and widget.sizeHint().height() <= widget.height()
    assert isinstance(widget, QLabel)
    room, metrics = widget.contentsRect(), widget.fontMetrics()
    if widget.wordWrap():
        return widget.heightForWidth(widget.width()) <= widget.height()
    # A line may be lower than the font's box, as the look has it; what is drawn must not be cut.
    ink = metrics.tightBoundingRect(widget.text())
    ink.translate(0, (room.height() - metrics.height()) // 2 + metrics.ascent())
    if ink.top() < 0 or ink.bottom() >= room.height():
        return False
    shortens = isinstance(widget, ToneLabel) and widget._elides
    return shortens or metrics.horizontalAdvance(widget.text()) <= room.width()


def _lies_inside(widget: QWidget, top: QWidget) -> bool:
    """Up to the first thing that scrolls."""
    rect, parent = widget.rect(), widget
    while parent is not top:
        above = parent.parentWidget()
        if above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
            return True
        rect, parent = QRect(parent.mapToParent(rect.topLeft()), rect.size()), above
        if not above.rect().contains(rect):
            return False
    return True


FACTOR = float(os.environ.get("QT_SCALE_FACTOR", "1"))
FULL_HD_AT_200 = QSize(960, 540)
LAPTOP = QSize(1280, 800)
SIZES = (LAPTOP,) if FACTOR > 1 else (SMALLEST, FULL_HD_AT_200, LAPTOP, QSize(1600, 1000))
"""Enlarged, one of them tells what being enlarged does."""
LIKE_OTHERS = ("settings-", "series", "combined", "booking-")
"""Built of the same parts as other screens: looked at where nothing is enlarged, to save time."""
LOOKED_AT = [each for each in SCREENS if FACTOR == 1 or not each.name.startswith(LIKE_OTHERS)]


def looked_through(desk: Desk, screen: Screen) -> list[str]:
    found = []
    with shown(desk, screen):
        for size in SIZES:
            desk.window.resize(size)
            settle(desk)
            top = desk.window.conversations.sheet or desk.window
            at = f"{screen.name}, {size.width()}x{size.height()}"
            found += [f"{at}: {each}" for each in cut_off(top)]
    return found


@pytest.mark.parametrize("language", Language)
def test_every_text_fits_on_every_screen(open_desk: OpenDesk, language: Language) -> None:
    desk = open_desk(screens_gateway(), language)
    assert desk.window.devicePixelRatio() == pytest.approx(FACTOR)
    found = [each for screen in LOOKED_AT for each in looked_through(desk, screen)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("factor", ["1.25", "1.5", "2"])
def test_every_text_fits_where_everything_is_drawn_larger(factor: str) -> None:
    """The factor of a display is settled when the program starts, so each has a process of its own."""
    look = f"{__file__}::{test_every_text_fits_on_every_screen.__name__}"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", look],
        env={**os.environ, "QT_SCALE_FACTOR": factor},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_a_small_window_leaves_to_menu_and_keys_what_they_do_as_well(desk: Desk) -> None:
    desk.window.resize(SMALLEST)
    settle(desk)
    toolbar = desk.window.parts.toolbar
    tools = (toolbar.undo, toolbar.redo, toolbar.print)
    assert desk.window.size() == SMALLEST
    assert not any(each.isVisible() for each in tools)
    in_menu = {each.text() for each in toolbar.menu.menu().actions()}
    assert {desk.window.actions_[each].text() for each in (A.UNDO, A.REDO, A.PRINT)} <= in_menu
    desk.window.resize(1280, 800)
    settle(desk)
    assert all(each.isVisible() for each in tools)


def test_a_label_without_room_is_noticed(desk: Desk) -> None:
    settle(desk)
    label = desk.window.parts.toolbar.title
    label.setFixedWidth(20)
    assert any(label.text() in each for each in cut_off(desk.window))


def test_a_button_pushed_out_of_its_panel_is_noticed(desk: Desk) -> None:
    settle(desk)
    button = desk.window.parts.toolbar.book
    button.move(button.pos() + QPoint(200, 0))
    assert any(button.words() in each for each in cut_off(desk.window))
