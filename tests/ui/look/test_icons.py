"""Every icon is there, drawn on the common grid, and takes the colour it is given."""

from importlib.resources import files
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from praxidesk.ui.look.icons import Icon, app_icon, icon, pixmap
from praxidesk.ui.look.theme import ThemeName, theme

FOLDER = files("praxidesk.resources") / "icons"


@pytest.mark.parametrize("name", Icon)
def test_an_icon_is_drawn_on_the_grid(name: Icon, qapp: QApplication) -> None:
    source = (FOLDER / f"{name}.svg").read_text("utf-8")
    root = ET.fromstring(source)
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "2"
    assert QSvgRenderer(source.encode()).isValid()


def test_no_file_is_left_over() -> None:
    names = {entry.name.removesuffix(".svg") for entry in FOLDER.iterdir() if entry.name.endswith(".svg")}
    assert names == {*map(str, Icon), "praxidesk"}


@pytest.mark.parametrize("name", Icon)
def test_an_icon_takes_its_colour(name: Icon, qapp: QApplication) -> None:
    image = pixmap(name, QColor("#B7191C"), 24, 2.0).toImage()
    inked = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert inked
    assert {colour.name() for colour in inked} == {"#b7191c"}


def test_disabled_icons_are_paler(qapp: QApplication) -> None:
    light = theme(ThemeName.LIGHT)
    made = icon(Icon.UNDO, light)
    normal = made.pixmap(16, 16, made.Mode.Normal).toImage()
    disabled = made.pixmap(16, 16, made.Mode.Disabled).toImage()
    assert normal != disabled


def test_the_program_has_a_picture(qapp: QApplication) -> None:
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 32, 48, 256}
