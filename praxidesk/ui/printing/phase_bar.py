"""The phases of an operation as a bar over the hours of the day: told apart by pattern, not by colour."""

from collections.abc import Iterator
from dataclasses import dataclass

from praxidesk.engine.vocabulary import Phase
from praxidesk.ui.calendar.rooms.plan import Bar
from praxidesk.ui.printing.marks import Box, Fill, Mark, Stroke

HEIGHT = 8.0
_STEP = 2.6
"""From one stroke of a pattern to the next."""


@dataclass(frozen=True, slots=True)
class HourScale:
    """Axis minutes of a day along a column."""

    left: float
    width: float
    first: int
    last: int

    def x(self, minute: int) -> float:
        """The place of a minute, within the column."""
        within = min(max(minute, self.first), self.last)
        return self.left + self.width * (within - self.first) / max(1, self.last - self.first)

    def hours(self, step: int) -> Iterator[int]:
        """Axis minutes of every so many full hours."""
        yield from range(-(-self.first // 60) * 60, self.last + 1, step * 60)


def phase_bar(scale: HourScale, bar: Bar, top: float) -> Iterator[Mark]:
    """A bar from its start to its end; what has no phases is an empty frame."""
    left, right = scale.x(bar.start), scale.x(bar.end)
    for phase, start, end in bar.phases:
        yield from pattern(phase, scale.x(start), top, scale.x(end) - scale.x(start))
    yield Box(left, top, right - left, HEIGHT, 0.0, 0.6)


def pattern(phase: Phase, left: float, top: float, width: float) -> Iterator[Mark]:
    """The ground of one phase: slanted, solid, upright, or pale."""
    if width <= 0:
        return
    match phase:
        case Phase.SURGERY:
            yield Fill(left, top, width, HEIGHT, 0.15)
        case Phase.CLEANING:
            yield Fill(left, top, width, HEIGHT, 0.85)
        case Phase.CLOSING:
            at = left + _STEP / 2
            while at < left + width:
                yield Fill(at, top, 0.7, HEIGHT, 0.15)
                at += _STEP
        case Phase.SETUP:
            at = left - HEIGHT + _STEP
            while at < left + width:
                # The stroke rises to the right; what would leave the bar is cut off.
                first, last = max(left, at), min(left + width, at + HEIGHT)
                if last > first:
                    down = top + HEIGHT - (first - at)
                    yield Stroke(first, down, last - first, first - last, 0.5, 0.15)
                at += _STEP
