"""The shipped typeface and the type scale of the look."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from praxidesk.resources.folder import FOLDER

FAMILY = "Source Sans 3"
_FILES = ("SourceSans3-Regular.ttf", "SourceSans3-Medium.ttf", "SourceSans3-SemiBold.ttf")

REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
SEMIBOLD = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class TextSize:
    """One step of the type scale, in logical pixels."""

    pixels: int
    line: int
    """Height of a line of text."""

    def font(self, weight: QFont.Weight = REGULAR) -> QFont:
        """The shipped typeface in this size; a copy, free to change."""
        return QFont(text_font(self.pixels, weight))


KEYCAP = TextSize(11, 13)
SMALL = TextSize(12, 16)
SECONDARY = TextSize(13, 17)
BASE = TextSize(14, 18)
HEADING = TextSize(16, 20)
"""Column headers, chosen times."""
TITLE = TextSize(20, 24)
"""Dialog titles, the patient in the details."""
WELCOME = TextSize(28, 34)
"""What the first start says."""


@cache
def load_fonts() -> None:
    """Make the shipped weights known to Qt; needs an application. Later calls cost nothing."""
    for name in _FILES:
        file = FOLDER / "fonts" / name
        if QFontDatabase.addApplicationFontFromData(file.read_bytes()) < 0:
            raise RuntimeError(f"font {name} cannot be read")


@cache
def text_font(pixels: int, weight: QFont.Weight = REGULAR) -> QFont:
    """The shipped typeface in any size; shared, never to be changed; needs an application."""
    # Widths are kept once measured: whoever measures first, in whatever window, gets no other typeface.
    load_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    # Hinting by the platform would move strokes of small text off the widths we measured.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
