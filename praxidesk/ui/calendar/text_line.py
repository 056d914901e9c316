"""One line of text in a rectangle, as the month and the rooms paint it."""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QPainter

from praxidesk.ui.calendar.tile_paint import text_width
from praxidesk.ui.fonts import REGULAR, TextSize

ELLIPSIS = "…"
_CAPITAL = 0.66
"""Height of capitals to size of type; text is centred by it."""


class Flush(Enum):
    """Which side a text keeps to."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


def width_of(text: str, size: TextSize, weight: QFont.Weight = REGULAR) -> int:
    """Pixels a text takes."""
    return text_width(text, size.pixels, int(weight))


def elided(text: str, size: TextSize, room: int, weight: QFont.Weight = REGULAR) -> str:
    """As much of the text as fits, with an ellipsis where something is missing; empty where nothing fits."""
    if width_of(text, size, weight) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle].rstrip() + ELLIPSIS, size, weight) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS if low else ""


def first_fitting(forms: Iterable[str], size: TextSize, room: int) -> str:
    """The first form that fits, else the last one cut."""
    form = ""
    for form in forms:
        if width_of(form, size) <= room:
            return form
    return elided(form, size, room)


def wrapped(text: str, size: TextSize, room: int, weight: QFont.Weight = REGULAR) -> list[str]:
    """The text in lines of whole words; a word too long for a line is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [elided(line, size, room, weight) for line in lines]


def draw_line(
    painter: QPainter,
    text: str,
    rect: QRect,
    size: TextSize,
    colour: QColor,
    *,
    weight: QFont.Weight = REGULAR,
    flush: Flush = Flush.LEFT,
) -> QRect:
    """Write a line, its capitals in the middle of the rectangle's height; what it covers."""
    width = width_of(text, size, weight)
    spare = rect.width() - width
    x = rect.x() + {Flush.LEFT: 0, Flush.RIGHT: spare, Flush.CENTRE: spare // 2}[flush]
    if text:
        painter.setFont(size.font(weight))
        painter.setPen(colour)
        baseline = rect.y() + round((rect.height() + size.pixels * _CAPITAL) / 2)
        painter.drawText(x, baseline, text)
    return QRect(x, rect.y(), width, rect.height())
