"""What stands on a printed page: texts, lines and boxes, in points from its top left corner."""

from dataclasses import dataclass, replace

REGULAR, SEMIBOLD = 400, 600


@dataclass(frozen=True, slots=True)
class Face:
    """A size of the shipped typeface in points, and its weight."""

    size: float
    weight: int = REGULAR


@dataclass(frozen=True, slots=True)
class Text:
    """One run of text on one line, plain as it is."""

    x: float
    y: float
    """Of its baseline."""
    text: str
    face: Face
    grey: float = 0.0
    """0 is black, 1 is white; never lighter than 0.45, which a tired printer still shows."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle: a line, a bar, a ground."""

    x: float
    y: float
    width: float
    height: float
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Box:
    """The outline of a rectangle."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    thickness: float = 0.5
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line in any direction, solid or dashed."""

    x: float
    y: float
    dx: float
    dy: float
    thickness: float = 0.5
    grey: float = 0.0
    is_dashed: bool = False


Mark = Text | Fill | Box | Stroke


def moved(mark: Mark, right: float, down: float) -> Mark:
    """The same mark elsewhere."""
    return replace(mark, x=mark.x + right, y=mark.y + down)
