"""Where the times along the top of the plan stand, and which of them give way to others."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect

from praxidesk.ui.calendar.rooms.layout import HEADER, LABELS, TimeScale

_BADGE = (46, 20)
_BESIDE = 22
"""Half the width of an hour's label: nearer than this to a badge it would touch it."""


@dataclass(frozen=True, slots=True)
class TopTimes:
    """What is written along the top, in the viewport's pixels; none of it touches another."""

    wanted: tuple[QRect, ...]
    """Start and end of what is in hand: they stand above everything else."""
    now: QRect | None
    hours: tuple[int, ...]
    """Axis minutes of the hours that are written."""


def top_times(times: TimeScale, shift: int, now: int | None, wanted: Sequence[int] = ()) -> TopTimes:
    """Place the times, scrolled by ``shift``: now gives way to what is in hand, hours to both."""
    held = _side_by_side([badge_at(times.x(minute) - shift) for minute in wanted])
    badge = None if now is None else badge_at(times.x(now) - shift)
    if badge is not None and any(badge.adjusted(-2, 0, 2, 0).intersects(each) for each in held):
        badge = None
    taken = held if badge is None else [*held, badge]
    hours = (
        minute
        for minute in times.hours()
        if not any(_touches(times.x(minute) - shift, each) for each in taken)
    )
    return TopTimes(tuple(held), badge, tuple(hours))


def badge_at(x: int) -> QRect:
    """A framed time in the middle of the header."""
    width, height = _BADGE
    return QRect(x - width // 2, (HEADER - height) // 2, width, height)


def _side_by_side(badges: Sequence[QRect]) -> list[QRect]:
    """The same, pushed to the right where they would cover each other or the names of the rooms."""
    last_right, placed = LABELS, []
    for badge in badges:
        badge.moveLeft(max(badge.left(), last_right + 2))
        last_right = badge.right()
        placed.append(badge)
    return placed


def _touches(x: int, badge: QRect) -> bool:
    return badge.left() - _BESIDE <= x <= badge.right() + _BESIDE
