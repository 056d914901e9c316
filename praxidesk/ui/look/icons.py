"""Our own icons, drawn for this project on a 24 px grid, tinted once per colour."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from praxidesk.resources.folder import FOLDER
from praxidesk.ui.look.theme import Theme

_SIZES = (16, 20, 24)
_RATIOS = (1, 2)


class Icon(StrEnum):
    """Every icon by its file name."""

    ALERT = "alert"
    BOOKMARK = "bookmark"
    CALENDAR = "calendar"
    CALENDAR_OFF = "calendar-off"
    CALENDAR_SEARCH = "calendar-search"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE = "circle"
    CLOCK = "clock"
    COLUMNS = "columns"
    COMMAND = "command"
    CROSS = "cross"
    DATABASE = "database"
    DEVICE = "device"
    DOOR = "door"
    EYE = "eye"
    FILE = "file"
    FILTER = "filter"
    FIT_DAY = "fit-day"
    FLAG = "flag"
    FLASK = "flask"
    GLOBE = "globe"
    GRID = "grid"
    HOURGLASS = "hourglass"
    INFO = "info"
    KEY = "key"
    LAYERS = "layers"
    LOCK = "lock"
    MENU = "menu"
    MINUS = "minus"
    MOON = "moon"
    MOVE = "move"
    NOTE = "note"
    PALETTE = "palette"
    PANEL_LEFT = "panel-left"
    PANEL_RIGHT = "panel-right"
    PARK = "park"
    PENCIL = "pencil"
    PHONE = "phone"
    PLACE = "place"
    PLAY = "play"
    PLUS = "plus"
    PRINT = "print"
    QUIT = "quit"
    REDO = "redo"
    REFRESH = "refresh"
    REPEAT = "repeat"
    SEARCH = "search"
    SELECT_ALL = "select-all"
    SETTINGS = "settings"
    SLASH_CIRCLE = "slash-circle"
    STETHOSCOPE = "stethoscope"
    SUN = "sun"
    THEME = "theme"
    TRASH = "trash"
    UNDO = "undo"
    USER = "user"
    USER_PLUS = "user-plus"
    USERS = "users"
    VIEW_DAY = "view-day"
    VIEW_MONTH = "view-month"
    VIEW_ROOMS = "view-rooms"
    VIEW_WEEK = "view-week"
    WARNING = "warning"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"


def icon(name: Icon, theme: Theme, colour: QColor | None = None) -> QIcon:
    """An icon for buttons and menus, with its disabled form."""
    tint = theme.text if colour is None else colour
    return _icon(name, tint.rgba(), theme.disabled.rgba())


def pixmap(name: Icon, colour: QColor, pixels: int, ratio: float = 1.0) -> QPixmap:
    """One icon as painted by a widget: ``pixels`` logical pixels wide at a screen's ``ratio``."""
    return _pixmap(name, colour.rgba(), pixels, ratio)


@cache
def app_icon() -> QIcon:
    """The program's own picture, for windows and task bars."""
    result, renderer = QIcon(), QSvgRenderer(_source("praxidesk"))
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_drawn(renderer, size, 1.0))
    return result


@cache
def _icon(name: Icon, colour: int, disabled: int) -> QIcon:
    result = QIcon()
    for tint, mode in ((colour, QIcon.Mode.Normal), (disabled, QIcon.Mode.Disabled)):
        renderer = QSvgRenderer(_tinted(name, tint))
        for size in _SIZES:
            for ratio in _RATIOS:
                result.addPixmap(_drawn(renderer, size, ratio), mode)
    return result


@cache
def _pixmap(name: Icon, colour: int, pixels: int, ratio: float) -> QPixmap:
    return _drawn(QSvgRenderer(_tinted(name, colour)), pixels, ratio)


def _tinted(name: Icon, colour: int) -> bytes:
    return _source(name).replace(b"currentColor", QColor.fromRgba(colour).name().encode())


@cache
def _source(name: str) -> bytes:
    return (FOLDER / "icons" / f"{name}.svg").read_bytes()


def _drawn(renderer: QSvgRenderer, pixels: int, ratio: float) -> QPixmap:
    side = round(pixels * ratio)
    result = QPixmap(QSize(side, side))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result
