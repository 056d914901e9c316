"""Every screen looks as it did when somebody last looked at it. Renew: python tools/screen_pictures.py"""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from praxidesk.ui.board.board_window import BoardWindow
from praxidesk.ui.calendar.items import CalendarItems
from praxidesk.ui.settings import ThemeMode
from praxidesk.worker.gateway import Gateway
from tests.ui.calendar.busy_practice import rooms_state
from tests.ui.desk import Desk
from tests.ui.fake_gateway import FakeGateway
from tests.ui.fake_store import FakeStore
from tests.ui.pictures import FOLDER, distance, keep
from tests.ui.screens.every_screen import DIALOGS, SCREENS, VIEWS, settle, shown
from tests.ui.screens.example_day import screens_gateway
from tests.ui.screens.screen import Screen
from tests.ui.window.conftest import OpenDesk

SIZE = QSize(1280, 800)
BOARD = "board"
RENEW = "PRAXIDESK_RENEW_PICTURES"
ALLOWED_BYTES = 1_500_000


def steady(desk: Desk) -> Desk:
    """No cursor blinks."""
    QApplication.setCursorFlashTime(0)
    desk.window.resize(SIZE)
    settle(desk)
    return desk


def picture(desk: Desk, screen: Screen) -> QImage:
    with shown(desk, screen):
        return desk.window.grab().toImage()


def compared(desk: Desk, screens: tuple[Screen, ...], suffix: str = "") -> list[str]:
    found: list[str] = []
    for screen in screens:
        found += near(picture(desk, screen), f"{screen.name}{suffix}")
    return found


def near(actual: QImage, name: str) -> list[str]:
    """What is wrong with a picture, where anything is; renews the kept one instead where that is wanted."""
    path = FOLDER / f"{name}.png"
    if os.environ.get(RENEW):
        keep(actual, path)
        return []
    apart = distance(actual, QImage(str(path)))
    if apart.is_near:
        return []
    seen = Path(tempfile.mkdtemp(prefix="praxidesk-pictures-"), path.name)
    keep(actual, seen)
    return [f"{path.name}: {apart}; now it looks like {seen}"]


def test_views_and_dialogs_look_as_they_did(open_desk: OpenDesk) -> None:
    found = compared(steady(open_desk(screens_gateway())), SCREENS)
    assert not found, "\n".join(found)


def test_views_and_some_dialogs_look_as_they_did_in_the_dark(open_desk: OpenDesk) -> None:
    desk = open_desk(screens_gateway())
    desk.window.appearance.set_mode(ThemeMode.DARK)
    some = tuple(each for each in DIALOGS if each.name in {"booking", "refusal", "search", "print"})
    found = compared(steady(desk), (*VIEWS, *some), "-dark")
    assert not found, "\n".join(found)


def test_boards_on_the_wall_look_as_they_did(qtbot: QtBot) -> None:
    state = rooms_state()
    rooms = FakeStore(state.practice, state.zone, {}, state.entries)
    gateway = FakeGateway(rooms, state.now)
    board = BoardWindow(cast(Gateway, gateway))
    qtbot.addWidget(board)
    board.resize(SIZE)
    gateway.start()
    qtbot.waitUntil(lambda: bool(board.plan and board.plan.rooms[0].bars))
    found = near(board.grab().toImage(), BOARD)
    board.close()
    assert not found


def test_each_picture_belongs_to_a_screen_and_all_are_small() -> None:
    names = {each.name for each in SCREENS} | {BOARD}
    kept = list(FOLDER.glob("*.png"))
    assert {each.stem.removesuffix("-dark") for each in kept} == names
    assert sum(each.stat().st_size for each in kept) < ALLOWED_BYTES


@dataclass(frozen=True, slots=True)
class Looks:
    """Of one day, under one window."""

    day: QImage
    week: QImage
    dark: QImage


@pytest.fixture
def looks(open_desk: OpenDesk) -> Looks:
    desk = steady(open_desk(screens_gateway()))
    day, week = (picture(desk, each) for each in VIEWS[:2])
    desk.window.appearance.set_mode(ThemeMode.DARK)
    return Looks(day, week, picture(desk, VIEWS[0]))


def painted_over(image: QImage, x: int, y: int, width: int, height: int) -> QImage:
    """The ground at the left upper corner covers all of it."""
    copy = image.copy()
    painter = QPainter(copy)
    painter.fillRect(x, y, width, height, copy.pixelColor(x, y))
    painter.end()
    return copy


def test_a_picture_is_near_itself_as_it_is_kept(looks: Looks, tmp_path: Path) -> None:
    for name, image in (("day", looks.day), ("week", looks.week), ("dark", looks.dark)):
        keep(image, tmp_path / f"{name}.png")
        assert distance(image, QImage(str(tmp_path / f"{name}.png"))).is_near, name


@pytest.mark.parametrize("by", [QPoint(1, 0), QPoint(0, 1), QPoint(-1, -1)])
def test_a_picture_moved_by_a_pixel_is_the_same(looks: Looks, by: QPoint) -> None:
    for image in (looks.day, looks.week, looks.dark):
        moved = image.copy()
        painter = QPainter(moved)
        painter.drawImage(by, image)
        painter.end()
        assert distance(image, moved).is_near, distance(image, moved)


def test_another_theme_or_view_is_not_the_same(looks: Looks) -> None:
    assert not distance(looks.day, looks.dark).is_near
    assert not distance(looks.day, looks.week).is_near


def test_a_missing_panel_tile_or_button_is_noticed(open_desk: OpenDesk) -> None:
    desk = steady(open_desk(screens_gateway()))
    whole = picture(desk, VIEWS[0])
    view = desk.window.parts.views.view
    model = view.model()
    assert isinstance(model, CalendarItems)
    tile = next(each.rect for each in model.items if each.entry == 20)
    rect = tile.translated(-view.horizontalScrollBar().value(), -view.verticalScrollBar().value())
    rect.moveTopLeft(view.viewport().mapTo(desk.window, rect.topLeft()))
    without_tile = painted_over(whole, rect.left() - 1, rect.top(), rect.width() + 1, rect.height())
    assert not distance(whole, without_tile).is_near
    for part in (desk.window.parts.toolbar.book, desk.window.parts.details, desk.window.parts.side):
        at = part.mapTo(desk.window, QPoint(0, 0))
        without = painted_over(whole, at.x(), at.y(), part.width(), part.height())
        assert not distance(whole, without).is_near, part


def test_another_shape_is_not_the_same(looks: Looks) -> None:
    assert not distance(looks.day, looks.day.scaled(1280, 700, Qt.AspectRatioMode.IgnoreAspectRatio)).is_near
