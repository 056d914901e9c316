"""The vertical axis of a time grid: instants of several days to minutes on one scale, and back.

A minute of the axis is a minute of wall time after midnight. Where the clocks go back on one of the
days, the axis is an hour longer: the repeated hour stands twice, and the other days skip the second.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from praxidesk.engine.spans import MINUTE, Span
from praxidesk.engine.walltime import Zone

DAY_MINUTES = 1440
ZOOM_STEPS = (4, 5, 6, 8, 10, 12)
"""Pixels for five minutes."""
DEFAULT_ZOOM = 8
DEFAULT_WEEK_ZOOM = 6
SNAP_MINUTES = 5


class Piece(NamedTuple):
    """A stretch of a day in which instants and axis minutes run alike."""

    instant: int
    minute: int
    minutes: int


@dataclass(frozen=True, slots=True)
class DayScale:
    """One day on the axis."""

    day: date
    span: Span
    pieces: tuple[Piece, ...]

    def minute(self, instant: int) -> int:
        """Axis minute of an instant; one outside the day is moved to its edge. Seconds are dropped."""
        piece = self.pieces[0]
        if len(self.pieces) > 1:
            at = max(0, bisect_right(self.pieces, instant, key=lambda each: each.instant) - 1)
            piece = self.pieces[at]
        return piece.minute + min(piece.minutes, max(0, (instant - piece.instant) // MINUTE))

    def instant(self, minute: int) -> int:
        """Instant of an axis minute; one that the day skips is the moment of the change."""
        at = max(0, bisect_right(self.pieces, minute, key=lambda piece: piece.minute) - 1)
        piece = self.pieces[at]
        return piece.instant + min(piece.minutes, max(0, minute - piece.minute)) * MINUTE


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The axis that all columns of a view share."""

    days: tuple[DayScale, ...]
    minutes: int
    """Length: 1440, or more where a day repeats an hour."""
    repeated_at: int
    """Axis minute at which the repeated hour stands again; ``minutes`` where none does."""

    def wall_minute(self, minute: int) -> int:
        """What the clocks show there, in minutes after midnight."""
        return minute if minute < self.repeated_at else minute - (self.minutes - DAY_MINUTES)

    def label(self, minute: int) -> str:
        """``08:00``."""
        wall = self.wall_minute(minute)
        return f"{wall // 60:02}:{wall % 60:02}"


def time_axis(zone: Zone, days: Sequence[date]) -> TimeAxis:
    """The axis of these days."""
    bounds = [zone.day(day) for day in days]
    turns = [
        (0, 0) if zone.is_plain(day) else _turn(zone, span) for day, span in zip(days, bounds, strict=True)
    ]
    extra, repeated_at = max(((-jump, after) for after, jump in turns if jump < 0), default=(0, DAY_MINUTES))
    scales = (
        DayScale(day, span, tuple(_pieces(zone, span, turn, repeated_at, extra)))
        for day, span, turn in zip(days, bounds, turns, strict=True)
    )
    return TimeAxis(tuple(scales), DAY_MINUTES + extra, repeated_at if extra else DAY_MINUTES)


def _turn(zone: Zone, span: Span) -> tuple[int, int]:
    """After how many minutes of the day the clocks change, and by how many; (0, 0) where they do not."""
    first = _ahead(zone, span.start, 0)
    low, high = 0, (span.end - span.start) // MINUTE - 1
    jump = _ahead(zone, span.start, high) - first
    if not jump:
        return 0, 0
    while high - low > 1:
        middle = (low + high) // 2
        if _ahead(zone, span.start, middle) == first:
            low = middle
        else:
            high = middle
    return high, jump


def _ahead(zone: Zone, start: int, minutes: int) -> int:
    """How many minutes the clocks are ahead of the minutes since the day began."""
    local = zone.local(start + minutes * MINUTE)
    return local.hour * 60 + local.minute - minutes


def _pieces(zone: Zone, span: Span, turn: tuple[int, int], repeated_at: int, extra: int) -> list[Piece]:
    first = _ahead(zone, span.start, 0)
    total = (span.end - span.start) // MINUTE
    after, jump = turn
    if jump < 0:
        return [Piece(span.start, first, total)]
    cuts = [(0, first)]
    if jump > 0:
        cuts.append((after, first + after + jump))
    if extra:
        # The plain day runs on behind the hour that another day repeats.
        cuts = [(at, minute if minute < repeated_at else minute + extra) for at, minute in cuts]
        cuts.append((repeated_at - first, repeated_at + extra))
    ends = [at for at, _ in cuts[1:]] + [total]
    return [
        Piece(span.start + at * MINUTE, minute, end - at)
        for (at, minute), end in zip(cuts, ends, strict=True)
    ]
