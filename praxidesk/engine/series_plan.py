"""From a request for a series to its dates, and from one of its entries to those that change with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import FieldError, Invalid
from praxidesk.engine.recurrence import Occurrence, Occurrences, occurrences
from praxidesk.engine.requests import KEEP, BookRequest, MoveRequest
from praxidesk.engine.series_outcomes import DateState, MissingDate
from praxidesk.engine.series_requests import ScopedRequest, SeriesRequest
from praxidesk.engine.vocabulary import GONE, Scope, Status
from praxidesk.engine.walltime import NonexistentTime, Zone

SETTLED = GONE | {Status.NOSHOW, Status.FULFILLED}
"""Over in one way or another: no change of a series reaches them."""


@dataclass(frozen=True, slots=True)
class PlannedDate:
    """One date that is to become an entry."""

    day: date
    starts_at: int
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """The dates of a series as the request wants them."""

    dates: tuple[PlannedDate, ...]
    skipped: tuple[Occurrence, ...]
    missing: tuple[MissingDate, ...]


def planned_dates(request: SeriesRequest, zone: Zone) -> SeriesPlan | Invalid:
    """The dates to book, those to leave out, and those that do not exist.

    A date on which the clocks skip the time may be moved, and then it is one.
    """
    if request.booking.entry is not None:
        return Invalid((FieldError("series", "an entry that is there does not become a series"),))
    found = occurrences(request.rule, zone, request.booking.starts_at)
    if isinstance(found, FieldError):
        return Invalid((found,))
    moved, skipped = request.moved, request.skipped
    errors = _date_errors(request, found)
    if errors:
        return Invalid(tuple(errors))
    dates = [
        PlannedDate(each.day, moved.get(each.day, each.starts_at), each.day in moved)
        for each in found.dates
        if each.day not in skipped
    ]
    dates += [
        PlannedDate(each.day, moved[each.day], is_moved=True)
        for each in found.missing
        if each.day is not None and each.day in moved
    ]
    if not dates:
        return Invalid((FieldError("series.skip", "leaves no date"),))
    return SeriesPlan(
        tuple(sorted(dates, key=lambda each: each.day)),
        tuple(each for each in found.dates if each.day in skipped),
        tuple(each for each in found.missing if each.day is None or each.day not in moved),
    )


def booking_on(request: SeriesRequest, date_: PlannedDate) -> BookRequest:
    """What is booked on one date."""
    return replace(request.booking, starts_at=date_.starts_at, key=None)


def _date_errors(request: SeriesRequest, found: Occurrences) -> list[FieldError]:
    days = {each.day for each in found.dates} | {each.day for each in found.missing if each.day is not None}
    errors = [
        FieldError("series.skip", f"{day} is no date of the series") for day in sorted(request.skipped - days)
    ]
    for day in sorted(request.moved):
        if day not in days:
            errors.append(FieldError("series.moved", f"{day} is no date of the series"))
        elif day in request.skipped:
            errors.append(FieldError("series.moved", f"{day} is left out"))
    return errors


@dataclass(frozen=True, slots=True)
class Touched:
    """The entries of a series or combination that a change is about: those it changes, and why not others."""

    changing: tuple[Entry, ...]
    """By their day, or start."""
    kept: Mapping[int, DateState]
    """By entry, those in the scope that stay as they are."""
    entries: tuple[Entry, ...]
    """All in the scope, by their day, or start."""


def touched(named: Entry, siblings: Sequence[Entry], scope: Scope, now: int) -> Touched:
    """Which entries a change of this scope is about, the named one among them.

    What has begun stays as it is, and so do stored exceptions and what is over; but the named entry is
    changed with the others though it was an exception.

    :param siblings: all entries of the series or combination
    """
    found = [each for each in siblings if scope is not Scope.FOLLOWING or place(each) >= place(named)]
    found.sort(key=place)
    kept: dict[int, DateState] = {}
    for each in found:
        if each.starts_at < now:
            kept[each.id] = DateState.PAST
        elif each.status in SETTLED:
            kept[each.id] = DateState.GONE
        elif each.is_exception and each.id != named.id:
            kept[each.id] = DateState.EXCEPTION
    return Touched(tuple(each for each in found if each.id not in kept), kept, tuple(found))


def place(entry: Entry) -> tuple[date, int, int]:
    """Where an entry stands in the order of its series or combination."""
    return entry.series_day or date.min, entry.starts_at if entry.series_day is None else 0, entry.id


def day_of(entry: Entry, zone: Zone) -> date:
    """The date under which an answer names an entry."""
    return entry.series_day or zone.day_of(entry.starts_at)


def move_of(each: Entry, named: Entry, request: MoveRequest, zone: Zone) -> MoveRequest | None:
    """What the change of the whole asks of one entry; ``None`` where the clocks skip its new time.

    A new start shifts it as far as the named one by whole days and minutes of wall time, so that it stays
    at the same time over a change of clocks.
    """
    alone = replace(request, entry=each.id, version=each.version, key=None)
    if request.starts_at is KEEP or each.id == named.id:
        return alone
    by = zone.local(request.starts_at) - zone.local(named.starts_at)
    starts_at = shifted(zone, each.starts_at, by)
    return None if starts_at is None else replace(alone, starts_at=starts_at)


def shifted(zone: Zone, instant: int, by: timedelta) -> int | None:
    """A moment so much later on the wall; ``None`` where the clocks skip that time."""
    wall: datetime = zone.local(instant) + by
    try:
        return zone.instant(wall)
    except NonexistentTime:
        return None


def is_scoped(request: ScopedRequest) -> bool:
    """Whether a change is about more than the one entry."""
    return request.scope is not Scope.THIS
