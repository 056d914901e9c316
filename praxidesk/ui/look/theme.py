"""The look as a value: every colour of ``resources/themes/tokens.json`` by its name, light and dark."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from PySide6.QtCore import QJsonDocument
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QStyleFactory

from praxidesk.engine.vocabulary import Colour
from praxidesk.resources.folder import FOLDER
from praxidesk.ui.look import theme_palette, theme_sheet
from praxidesk.ui.look.fonts import BASE, load_fonts

_RGBA = re.compile(r"rgba\((\d+),(\d+),(\d+),([\d.]+)\)")


class ThemeName(StrEnum):
    """The two themes there are."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class TypeColours:
    """One of the twelve type colours."""

    tint: QColor
    """Fills a tile."""
    phase: QColor
    """Stronger than ``tint``: the surgery of an operation."""
    edge: QColor
    """The left edge of a tile, a swatch, the fill of a selected tile."""
    outline: QColor
    """Frame of a tile, lines of a buffer."""


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Every colour of one theme. Named and used as the look says; there is one of each name."""

    name: ThemeName
    canvas: QColor
    chrome: QColor
    raised: QColor
    hover: QColor
    pressed: QColor
    closed: QColor
    hatch: QColor
    hatchbg: QColor
    line: QColor
    linefaint: QColor
    linestrong: QColor
    control: QColor
    text: QColor
    text2: QColor
    text3: QColor
    disabled: QColor
    accent: QColor
    accenthover: QColor
    accentsoft: QColor
    onaccent: QColor
    focus: QColor
    now: QColor
    onnow: QColor
    danger: QColor
    dangersoft: QColor
    warn: QColor
    warnsoft: QColor
    ok: QColor
    oksoft: QColor
    st_arrived: QColor
    st_checkedin: QColor
    st_done: QColor
    st_noshow: QColor
    onstatus: QColor
    done_fill: QColor
    done_text: QColor
    scrim: QColor
    shadow: QColor
    types: Mapping[Colour, TypeColours]


@cache
def theme(name: ThemeName) -> Theme:
    """One of the two themes, read once."""
    # Qt's reader is there already; Python's would be the longest import before the first paint.
    file = FOLDER / "themes" / "tokens.json"
    tokens = QJsonDocument.fromJson(file.read_bytes()).toVariant()[name]
    colours = {
        each.name: _colour(tokens[each.name]) for each in fields(Theme) if each.name not in {"name", "types"}
    }
    types = {
        Colour(key): TypeColours(**{part: _colour(text) for part, text in parts.items()})
        for key, parts in tokens["types"].items()
    }
    return Theme(name=name, types=MappingProxyType(types), **colours)


def apply_theme(app: QApplication, name: ThemeName) -> Theme:
    """Dress the program: style, font, palette, style sheet; returns the theme for those that paint."""
    load_fonts()
    chosen = theme(name)
    if app.style().objectName().casefold() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(BASE.font())
    app.setPalette(theme_palette.palette(chosen))
    app.setStyleSheet(theme_sheet.style_sheet(chosen))
    return chosen


def _colour(text: str) -> QColor:
    """A colour written ``#RRGGBB`` or ``rgba(r,g,b,.a)``."""
    if found := _RGBA.fullmatch(text):
        red, green, blue = (int(part) for part in found.groups()[:3])
        return QColor(red, green, blue, round(float(found[4]) * 255))
    colour = QColor(text)
    if not colour.isValid():
        raise ValueError(text)
    return colour
