"""What lies behind the tiles of one column: closed time, breaks, absences, closures, and its load."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.hours import Background, background
from praxidesk.engine.practice import Practice
from praxidesk.engine.reserved_blocks import claims_on
from praxidesk.engine.spans import MINUTE, Span, intersected, merged, subtracted
from praxidesk.engine.vocabulary import ActorId
from praxidesk.engine.walltime import Zone
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.calendar.time_axis import DayScale
from praxidesk.ui.wording import dates

translate = QCoreApplication.translate

_LUNCH = (11 * 60, 14 * 60 + 30)
"""Axis minutes; closed time between two open stretches that starts in here is called lunch."""


class Ground(Enum):
    """Why time is not free."""

    CLOSED = "closed"
    BREAK = "break"
    ABSENT = "absent"
    RESERVED = "reserved"
    """Kept for some people or services: block time."""
    SHUT = "shut"
    """A closure of the site, or a holiday."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time of one column that is not free for everybody, in axis minutes."""

    ground: Ground
    start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A card on absent or shut time that says why."""

    ground: Ground
    start: int
    """Axis minute from which it may stand."""
    end: int
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class ColumnGround:
    """Everything behind the tiles of one column."""

    stretches: tuple[Stretch, ...]
    """Disjoint, sorted."""
    notices: tuple[Notice, ...]
    open: tuple[Span, ...]
    """What can be booked."""
    unseen: tuple[Span, ...] = ()
    """What is taken of the day by entries that the reader does not see; disjoint, sorted."""

    @property
    def open_minutes(self) -> int:
        """Bookable minutes of the day."""
        return sum(span.end - span.start for span in self.open) // MINUTE


def column_ground(practice: Practice, zone: Zone, scale: DayScale, actor: ActorId) -> ColumnGround:
    """The ground of one actor on one day."""
    behind = background(practice, zone, actor, scale.span)
    site = background(practice, zone, None, scale.span)
    shut = merged(span for span, _ in behind.closures)
    absent = subtracted(merged(span for span, _ in behind.absences), shut)
    away = merged([*shut, *absent])
    breaks = subtracted(intersected(intersected(behind.hours, site.hours), behind.breaks), away)
    closed = subtracted([scale.span], merged([*behind.open, *away, *breaks]))
    stretches = [
        *(_stretch(Ground.SHUT, span, scale) for span in shut),
        *(_stretch(Ground.ABSENT, span, scale) for span in absent),
        *(_stretch(Ground.BREAK, span, scale, translate("ground", "Break")) for span in breaks),
        *(_stretch(Ground.CLOSED, span, scale, _gap_name(span, behind, scale)) for span in closed),
        *_reserved(practice, zone, scale, actor, behind.open),
    ]
    hours = intersected(behind.hours, site.hours)
    notices = [
        *(_notice(Ground.SHUT, span, name, (scale, zone, hours)) for span, name in behind.closures),
        *(_notice(Ground.ABSENT, span, name, (scale, zone, hours)) for span, name in behind.absences),
    ]
    return ColumnGround(
        tuple(sorted(stretches, key=lambda each: each.start)), tuple(notices), tuple(behind.open)
    )


def _reserved(
    practice: Practice, zone: Zone, scale: DayScale, actor: ActorId, available: Sequence[Span]
) -> Iterator[Stretch]:
    """Open time that is kept for some, with the names it is kept under; whether it is used is no matter."""
    kept = [
        (span, claim.reservation.name)
        for claim in claims_on(practice, actor)
        for block in claim.blocks(zone, scale.span)
        for span in intersected([block.span], available)
    ]
    for whole in merged(span for span, _ in kept):
        names = dict.fromkeys(one_line(name) for span, name in kept if span.overlaps(whole))
        yield _stretch(Ground.RESERVED, whole, scale, ", ".join(names))


def taken_minutes(ground: ColumnGround, actor: ActorId, entries: Iterable[Entry]) -> int:
    """Bookable minutes of the day that occupying entries take, seen or not."""
    seen = (
        each.span
        for entry in entries
        if entry.status.occupies
        for each in entry.allocations
        if each.actor == actor
    )
    taken = merged(chain(ground.unseen, seen) if ground.unseen else seen)
    return sum(span.end - span.start for span in intersected(ground.open, taken)) // MINUTE


def load_percent(open_minutes: int, taken: int) -> int | None:
    """Taken part of the open time; ``None`` where nothing is open."""
    return round(100 * taken / open_minutes) if open_minutes else None


def _stretch(ground: Ground, span: Span, scale: DayScale, label: str = "") -> Stretch:
    return Stretch(ground, scale.minute(span.start), scale.minute(span.end), label)


def _gap_name(span: Span, behind: Background, scale: DayScale) -> str:
    """``Mittag`` for a gap at noon between two open stretches."""
    is_between = any(each.end == span.start for each in behind.open) and any(
        each.start == span.end for each in behind.open
    )
    is_noon = _LUNCH[0] <= scale.minute(span.start) < _LUNCH[1]
    return translate("ground", "Lunch") if is_between and is_noon else ""


def _notice(ground: Ground, span: Span, reason: str, where: tuple[DayScale, Zone, Sequence[Span]]) -> Notice:
    scale, zone, hours = where
    missed = intersected(hours, [span])
    from_here = missed[0] if missed else span
    unnamed = translate("ground", "Absent") if ground is Ground.ABSENT else translate("ground", "Closed")
    return Notice(
        ground,
        scale.minute(from_here.start),
        scale.minute(span.end),
        one_line(reason) or unnamed,
        _extent(span, scale, zone),
    )


def _extent(span: Span, scale: DayScale, zone: Zone) -> str:
    """How much of the day it is: ``ab 12:30``."""
    starts, ends = span.start > scale.span.start, span.end < scale.span.end
    if starts and ends:
        return dates.time_range(zone, span)
    if starts:
        return translate("ground", "from {time}").format(time=dates.clock(zone, span.start))
    if ends:
        return translate("ground", "until {time}").format(time=dates.clock(zone, span.end))
    return translate("ground", "all day")
