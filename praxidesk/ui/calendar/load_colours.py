"""The colours in which a month shows how full a half hour is, from free to full."""

from PySide6.QtGui import QColor

from praxidesk.ui.calendar.blending import blended
from praxidesk.ui.look.theme import Theme

LEVELS = (0.10, 0.26, 0.48, 0.72, 1.0)
"""How much accent stands for a share taken: free, to a quarter, half, three quarters, full."""


def load_colour(theme: Theme, share: float) -> QColor:
    """Of a share taken, 0 to 1; what is taken at all is never drawn as free."""
    return level_colour(theme, min(len(LEVELS) - 1, -int(-share * (len(LEVELS) - 1) // 1)))


def level_colour(theme: Theme, level: int) -> QColor:
    """One of the steps."""
    return blended(theme.canvas, theme.accent, LEVELS[level])
