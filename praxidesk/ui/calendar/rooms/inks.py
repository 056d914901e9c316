"""The colours of an operation's bar, by what became of it."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPen

from praxidesk.engine.vocabulary import Colour
from praxidesk.ui.calendar.blending import blended
from praxidesk.ui.calendar.tile_face import Look
from praxidesk.ui.look.theme import Theme

_FADED = 0.6
"""How much of its colour is left to the ruler of what is over."""


@dataclass(frozen=True, slots=True)
class Inks:
    """Colours of one bar."""

    fill: QColor
    phase: QColor
    """Behind the surgery."""
    ruler: QColor
    outline: QPen
    name: QColor
    second: QColor


def muted_inks(theme: Theme) -> Inks:
    """The colours of what a filter mutes."""
    return Inks(theme.hover, theme.hover, theme.linestrong, QPen(theme.line, 1), theme.text3, theme.text3)


def inks_of(look: Look, theme: Theme, colour: Colour) -> Inks:
    """The colours of a look, for an entry of this colour."""
    own = theme.types[colour]
    match look:
        case Look.DONE:
            faded = blended(theme.canvas, own.edge, _FADED)
            fill = theme.done_fill
            return Inks(fill, fill, faded, QPen(theme.line, 1), theme.done_text, theme.done_text)
        case Look.BLOCKOUT:
            ink = theme.text2
            return Inks(theme.hover, theme.hover, ink, QPen(theme.control, 1), theme.text, ink)
        case Look.PENDING:
            pen = QPen(own.edge, 1)
            pen.setDashPattern([3, 2])
            return Inks(theme.canvas, theme.canvas, own.edge, pen, theme.text, theme.text2)
        case Look.NOSHOW | Look.CANCELLED:
            pen = QPen(theme.control, 1)
            if look is Look.CANCELLED:
                pen.setDashPattern([1, 2])
            faded = blended(theme.canvas, own.edge, _FADED)
            return Inks(theme.canvas, theme.canvas, faded, pen, theme.text2, theme.text3)
    return Inks(own.tint, own.phase, own.edge, QPen(own.outline, 1), theme.text, theme.text2)
