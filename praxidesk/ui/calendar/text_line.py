"""One line of text in a rectangle, as all that is painted writes it.

Laying text out takes three times as long as drawing it, so what is written is kept ready to be drawn again.
"""

from collections.abc import Iterable
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStaticText, QTransform

from praxidesk.ui.calendar.tile_paint import text_width
from praxidesk.ui.look.fonts import REGULAR, TextSize, text_font
from praxidesk.ui.wording.shortened import shortened

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


def fitting(forms: Iterable[str], size: TextSize, room: int) -> str:
    """The first form that fits, or nothing."""
    return next((each for each in forms if width_of(each, size) <= room), "")


def first_fitting(forms: Iterable[str], size: TextSize, room: int, weight: QFont.Weight = REGULAR) -> str:
    """The first form that fits, else the last one cut."""
    form = ""
    for form in forms:
        if width_of(form, size, weight) <= room:
            return form
    return elided(form, size, room, weight)


def wrapped(text: str, size: TextSize, room: int, weight: QFont.Weight = REGULAR) -> list[str]:
    """The text in lines of whole words; a word too long for a line is shortened."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return [first_fitting(shortened(line), size, room, weight) for line in lines]


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
        prepared, ascent = _prepared(text, size.pixels, weight)
        painter.setFont(text_font(size.pixels, weight))
        painter.setPen(colour)
        baseline = rect.y() + round((rect.height() + size.pixels * _CAPITAL) / 2)
        painter.drawStaticText(QPoint(x, baseline - ascent), prepared)
    return QRect(x, rect.y(), width, rect.height())


@lru_cache(maxsize=4_096)
def _prepared(text: str, pixels: int, weight: QFont.Weight) -> tuple[QStaticText, int]:
    """The text laid out, and how far above its baseline it begins."""
    font = text_font(pixels, weight)
    prepared = QStaticText(text)
    prepared.setTextFormat(Qt.TextFormat.PlainText)
    prepared.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    prepared.prepare(QTransform(), font)
    return prepared, QFontMetrics(font).ascent()
