"""Rectangles as plain numbers, for all that is kept by the thousand.

Every object of Qt is an entry of one table of its bindings, which is made anew where it is full: 10 to 35 ms
at once with 200,000 of them.
"""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in contents coordinates."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """First pixel behind it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """First pixel below it."""
        return self.y + self.height

    def contains(self, x: int, y: int) -> bool:
        """Whether the pixel is inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom
