"""How wide printed text is, and what of it fits: measured in points, on no device at all."""

from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from praxidesk.ui.look.fonts import text_font
from praxidesk.ui.printing.marks import SEMIBOLD, Face, Text

SCALE = 10
"""Units to a point: sizes of type are whole pixels in Qt, and tenths of a point are fine enough."""

TITLE = Face(19.2, SEMIBOLD)
SUBTITLE = Face(11.5)
ASIDE = Face(9.1)
NAME, STRONG = Face(9.1), Face(9.1, SEMIBOLD)
SMALL, SMALL_STRONG = Face(8.2), Face(8.2, SEMIBOLD)
HEAD = Face(7.5, SEMIBOLD)
FOOT = Face(7.2)
_LONGEST = 2000


def font(face: Face) -> QFont:
    """The shipped typeface for a painter that has ``SCALE`` units to a point; never to be changed."""
    return text_font(round(face.size * SCALE), QFont.Weight(face.weight))


@lru_cache(maxsize=64)
def _metrics(face: Face) -> QFontMetricsF:
    return QFontMetricsF(font(face))


@lru_cache(maxsize=8192)
def width(text: str, face: Face) -> float:
    """Of one line, in points."""
    return _metrics(face).horizontalAdvance(text) / SCALE


@lru_cache(maxsize=8192)
def fitted(text: str, face: Face, room: float) -> str:
    """The text in one line, shortened with an ellipsis where it has no room."""
    if width(text, face) <= room:
        return text
    return _metrics(face).elidedText(text[:_LONGEST], Qt.TextElideMode.ElideRight, max(0.0, room) * SCALE)


def wrapped(text: str, face: Face, room: float, most: int) -> tuple[str, ...]:
    """The text in lines, at words where it can be; what is too much for ``most`` ends in an ellipsis."""
    if not text or width(text, face) <= room:
        return (text,) if text else ()
    text = text[:_LONGEST]
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font(face))
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room * SCALE)
        starts.append(line.textStart())
        if len(starts) > most:
            break
    layout.endLayout()
    # Qt counts in UTF-16.
    units = text.encode("utf-16-le", "surrogatepass")
    bounds = [2 * start for start in starts] + [len(units)]
    pieces = [units[first:last].decode("utf-16-le", "replace").strip() for first, last in pairwise(bounds)]
    if len(starts) > most:
        rest = units[bounds[most - 1] :].decode("utf-16-le", "replace").strip()
        pieces = [*pieces[: most - 1], fitted(f"{rest}…" if width(rest, face) <= room else rest, face, room)]
    return tuple(fitted(piece, face, room) for piece in pieces if piece)


def right_text(right: float, y: float, text: str, face: Face, grey: float = 0.0) -> Text:
    """A text that ends at ``right``."""
    return Text(right - width(text, face), y, text, face, grey)


def centred_text(middle: float, y: float, text: str, face: Face, grey: float = 0.0) -> Text:
    """A text around ``middle``."""
    return Text(middle - width(text, face) / 2, y, text, face, grey)
