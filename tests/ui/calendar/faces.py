"""A tile that says most, and a typeface that is easily counted."""

from praxidesk.engine.vocabulary import Colour
from praxidesk.ui.calendar.tile_face import Look, TileFace

FACE = TileFace(
    look=Look.BOOKED,
    colour=Colour.TEAL,
    family="Kaya",
    given="Deniz",
    age="33",
    service="Kontrolle",
    short_service="Kontr.",
    other="",
    time="09:30",
    note="",
    marks=(),
    is_overridden=False,
)


def measure(text: str, pixels: int, weight: int) -> int:
    """A typeface whose letters are all half as wide as high."""
    return -(-len(text) * pixels // 2)
