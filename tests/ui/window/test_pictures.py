"""Every screen looks as it did when somebody last looked at it. Renew: python tools/screen_pictures.py"""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from praxidesk.ui.calendar.items import CalendarItems
from praxidesk.ui.settings import ThemeMode
from tests.ui.desk import Desk
from tests.ui.pictures import FOLDER, distance, keep
from tests.ui.screens import DIALOGS, SCREENS, VIEWS, Screen, screens_gateway, settle, shown
from tests.ui.window.conftest import OpenDesk

SIZE = QSize(1280, 800)
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
    found = []
    for screen in screens:
        actual, path = picture(desk, screen), FOLDER / f"{screen.name}{suffix}.png"
        if os.environ.get(RENEW):
            keep(actual, path)
            continue
        kept = QImage(str(path))
        apart = distance(actual, kept)
        if not apart.is_near:
            seen = Path(tempfile.mkdtemp(prefix="praxidesk-pictures-"), path.name)
            keep(actual, seen)
            found.append(f"{path.name}: {apart}; now it looks like {seen}")
    return found


def test_views_and_dialogs_look_as_they_did(open_desk: OpenDesk) -> None:
    found = compared(steady(open_desk(screens_gateway())), SCREENS)
    assert not found, "\n".join(found)


def test_views_and_some_dialogs_look_as_they_did_in_the_dark(open_desk: OpenDesk) -> None:
    desk = open_desk(screens_gateway())
    desk.window.appearance.set_mode(ThemeMode.DARK)
    some = tuple(each for each in DIALOGS if each.name in {"booking", "refusal", "search", "print"})
    found = compared(steady(desk), (*VIEWS, *some), "-dark")
    assert not found, "\n".join(found)


def test_each_picture_belongs_to_a_screen_and_all_are_small() -> None:
    names = {each.name for each in SCREENS}
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
